"""Dates, periods, numbers and amounts that may be written in several ways, which mean the same.

``24. februar 2022`` is ``24.2.2022``, ``24/2 2022`` and ``2022-02-24``; ``2025-26`` is
``2025/2026``; ``3.037`` is ``3037``; ``300 millioner`` is ``300.000.000``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from strategikort.language.months import ENGLISH_MONTHS, MONTHS
from strategikort.language.numerals import ordinal
from strategikort.language.tokens import word_texts

_YEARS = range(1900, 2100)
"""What is a year where it stands by itself, and no number of things."""

_LAST_CENTURY = 69
"""Two digits from this on are a year of the last century (POSIX, ``strptime``, ``%y``)."""

_LONGEST_PERIOD = 100

_DAY_FIRST = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d\d)")
_YEAR_FIRST = re.compile(r"(\d{4})([./])(\d{1,2})\2(\d{1,2})")
_DAY_MONTH = re.compile(r"(\d{1,2})[./](\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4})/(\d\d)")
_PERIOD = re.compile(r"(\d{4})/(\d{4}|\d\d)")
_DASH = r"\s?[-\u2010-\u2015]"
_HYPHENATED = re.compile(rf"(?<![\d./-])(\d{{4}}){_DASH}\s?(\d{{4}}|\d\d)(?![\d./-]|{_DASH})")
_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4})/(\d\d)")
_PERIOD = re.compile(r"(\d{4})/(\d{4}|\d\d)")
_HYPHENATED = re.compile(
    r"(?<![\d./-])(\d{4})\s?[-\u2010-\u2015]\s?(\d{4}|\d\d)(?![\d./-]|\s?[-\u2010-\u2015])"
)
_JOINED = (
    (_HYPHENATED, r"\1/\2"),
    (re.compile(rf"(?<![\d./-])(0?[1-9]|1[0-2]){_DASH}\s?((?:19|20)\d\d)(?![\d./-])"), r"\1/\2"),
    (
        re.compile(rf"(?<![\d./-])(\d{{1,2}}/\d{{1,2}}){_DASH}\s?(\d{{4}}|\d\d)(?![\d./-])"),
        r"\1/\2",
    ),
    (re.compile(r"(?<![\d./-])(\d{1,2})-(\d{1,2})-(\d\d)(?![\d./-])"), r"\1.\2.\3"),
)
_YEAR = re.compile(r"[12]\d{3}")
_DAY = re.compile(r"\d{1,2}")
_DECIMAL = re.compile(r"(\d{1,9})([.,])(\d{1,2}|\d{4,9})")
"""Three digits behind the sign are thousands as a rule."""

_PLAIN = re.compile(r"[1-9]\d{3,17}")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){1,5}|[1-9]\d{0,2}(?:,\d{3}){1,5}")
_HEAD, _GROUP = re.compile(r"[1-9]\d{0,2}"), re.compile(r"\d{3}")

SCALES = {
    **dict.fromkeys(("mio", "mill", "million", "millioner"), 6),
    **dict.fromkeys(("mia", "milliard", "milliarder"), 9),
}
"""Words for how many a number counts, with the zeros that they stand for."""

_DANISH = str.maketrans({",": ".", ".": ","})
_UNITS = {9: ("milliarder", "mia."), 6: ("millioner", "mio.")}


class Written(NamedTuple):
    """The words ``[start, end)`` of a query (0-based, half-open), and other ways to write them.

    ``whole`` says that they mean something only together, side by side: a date, a period.
    """

    start: int
    end: int
    ways: tuple[str, ...]
    whole: bool = False


def as_words(text: str) -> str:
    """Return a text with what hyphens join to a period or a date as one word each.

    ``2025/26`` for ``2025-26``, ``5/2023`` for ``5-2023``, ``18/7/22`` for ``18/7-22``.
    """
    if not any(map(str.isdigit, text)):
        return text
    for pattern, joined in _JOINED:
        text = pattern.sub(joined, text)
    return text


def is_number(word: str) -> bool:
    """Tell whether a word is written in digits: ``2,5``, ``24/7``, ``3.037``."""
    return word[:1].isdigit() and all(sign.isdigit() or sign in ".,/:" for sign in word)


def written_otherwise(words: Sequence[str]) -> Iterator[Written]:
    """Yield what among ``words`` may be written in other ways; they never overlap.

    ``words`` are those of :mod:`strategikort.language.tokens`; a period is a single one of them
    (see :func:`with_periods`).  What may be a year is no number of things.

    >>> next(written_otherwise(["24.2.2022"])).ways[0]
    '24. februar 2022'
    """
    if not any(word[:1].isdigit() or _month(word) for word in words):
        return
    at = 0
    while at < len(words):
        end, ways, whole = _read(words, at) if words[at] else (at + 1, [], False)
        own = tuple(word.lower() for word in words[at:end])
        kept = {tuple(word_texts(way.lower())): way for way in reversed(ways)}
        kept.pop(own, None)
        if kept or (whole and end - at > 1):
            yield Written(at, end, tuple(kept.values())[::-1], whole)
        at = end


def _read(words: Sequence[str], at: int) -> tuple[int, list[str], bool]:
    """Return where what begins at a word ends, its ways, and whether it is whole."""
    end, day = _date_at(words, at)
    if day:
        return end, [*_of_date(day)], True
    one, two = (*words[at : at + 2], "")[:2]
    parts = _day_of_month(one, two)
    if parts:
        return at + parts[0], [*_of_day(*parts[1:])], True
    month = _month_of_year(one, two)
    period = _period(one)
    if month or period:
        ways = [*(_of_month(*month[1:]) if month else ()), *(_of_period(*period) if period else ())]
        return at + (month[0] if month else 1), ways, True
    end, value = _number_at(words, at)
    scale = SCALES.get(words[end].lower()) if value is not None and end < len(words) else None
    if value is not None and scale:
        numbers = (" ".join(words[at:end]), *_of_number(words[at], value))
        counted = (f"{number} {unit}" for unit in _UNITS[scale] for number in numbers)
        return end + 1, [*counted, *_in_digits(value * 10**scale)], False
    return end, [*_of_number(words[at], value)], False


def _date_at(words: Sequence[str], at: int) -> tuple[int, date | None]:
    """Return where the date ends that begins at a word, and the date; the next word if none."""
    one, two, three = (*words[at : at + 3], "", "")[:3]
    if found := _DAY_FIRST.fullmatch(one):
        return at + 1, _date(found[4], found[3], found[1])
    if found := _YEAR_FIRST.fullmatch(one):
        return at + 1, _date(found[1], found[3], found[4])
    found = _DAY_MONTH.fullmatch(one)
    if found and _YEAR.fullmatch(two) and (day := _date(two, found[2], found[1])):
        return at + 2, day
    # 24. februar 2022 and 24-2-2022, 2022-02-24, and by name only February 24, 2022.
    for year, month, of_month, digits in (
        (three, two, _day(one), True),
        (one, two, three, True),
        (three, one, two, False),
    ):
        number = _month(month) or (digits and _DAY.fullmatch(month) and int(month))
        if number and _YEAR.fullmatch(year) and _DAY.fullmatch(of_month):
            day = _date(year, str(number), of_month)
            if day:
                return at + 3, day
    return at + 1, None


def _date(year: str, month: str, day: str) -> date | None:
    number = int(year)
    if len(year) == 2:
        number += 1900 if number >= _LAST_CENTURY else 2000
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None


def _day(word: str) -> str:
    """Return the number of a day that is given as a word: ``første juni``."""
    number = ordinal(word) if word.isalpha() else None
    return str(number) if number else word


def _day_of_month(one: str, two: str) -> tuple[int, int, int] | None:
    """Return how many words are a day and its month, and those: ``24/2``, ``24. februar``."""
    found = _DAY_MONTH.fullmatch(one)
    if found and "/" in one:
        length, day, month = 1, found[1], found[2]
    else:
        length, day, month = 2, _day(one), str(_month(two))
    # Any leap year.
    known = _DAY.fullmatch(day) and _date("2000", month, day) if month.isdigit() else None
    return (length, known.day, known.month) if known else None


def _month_of_year(one: str, two: str) -> tuple[int, int, int] | None:
    """Return how many words are a month and its year, and those: ``feb. 2022``, ``2/2022``."""
    if found := _MONTH_YEAR.fullmatch(one):
        length, month, year = 1, int(found[1]), found[2]
    elif _YEAR.fullmatch(two):
        length, month, year = 2, _month(one), two
    elif found := _YEAR_MONTH.fullmatch(one):
        length, month, year = 1, int(found[2]), found[1]
    else:
        return None
    return (length, month, int(year)) if 1 <= month <= 12 and _YEAR.fullmatch(year) else None


def _period(word: str) -> tuple[int, int] | None:
    """Return the first and the last year of a period."""
    found = _PERIOD.fullmatch(word)
    if not found or not _YEAR.fullmatch(found[1]):
        return None
    first, last = int(found[1]), int(found[1][: 4 - len(found[2])] + found[2])
    return (first, last) if 0 < last - first <= _LONGEST_PERIOD else None


def _number_at(words: Sequence[str], at: int) -> tuple[int, Decimal | None]:
    """Return where the number ends that begins at a word, and the number, None if it is none."""
    word, end = words[at], at + 1
    if _GROUPED.fullmatch(word):
        return end, Decimal(re.sub(r"[.,]", "", word))
    if _DECIMAL.fullmatch(word):
        return end, Decimal(word.replace(",", "."))
    if not word.isdecimal() or len(word) > 18:
        return end, None
    if _HEAD.fullmatch(word):
        while end < len(words) and end - at < 6 and _GROUP.fullmatch(words[end]):
            word, end = word + words[end], end + 1
    return end, Decimal(word)


def _of_date(day: date) -> Iterator[str]:
    year, month = day.year, day.month
    danish, english = MONTHS[month - 1], ENGLISH_MONTHS[month - 1]
    yield f"{day.day}. {danish} {year}"
    yield f"{day.day}. {danish[:3]}. {year}"
    for of_month, of_year in ((f"{day.day}", f"{month}"), (f"{day.day:02}", f"{month:02}")):
        yield f"{of_month}.{of_year}.{year}"
        yield f"{of_month}/{of_year} {year}"
        yield f"{of_month}/{of_year}/{year}"
        yield f"{of_month}/{of_year}-{year % 100:02}"
        yield f"{of_month}-{of_year}-{year}"
        yield f"{of_month}.{of_year}.{year % 100:02}"
    yield f"{year}-{month:02}-{day.day:02}"
    yield f"{year}/{month:02}/{day.day:02}"
    yield f"{day.day} {english} {year}"
    yield f"{english} {day.day}, {year}"


def _of_day(day: int, month: int) -> Iterator[str]:
    danish, english = MONTHS[month - 1], ENGLISH_MONTHS[month - 1]
    yield f"{day}. {danish}"
    yield f"{day}. {danish[:3]}."
    yield f"{day}/{month}"
    yield f"{day:02}/{month:02}"
    yield f"{day} {english}"
    yield f"{english} {day}"


def _of_month(month: int, year: int) -> Iterator[str]:
    danish, english = MONTHS[month - 1], ENGLISH_MONTHS[month - 1]
    yield f"{danish} {year}"
    yield f"{danish[:3]}. {year}"
    yield f"{month}/{year}"
    yield f"{month:02}/{year}"
    yield f"{month:02}.{year}"
    yield f"{year}-{month:02}"
    yield f"{english} {year}"


def _of_period(first: int, last: int) -> Iterator[str]:
    yield f"{first}-{last}"
    yield f"{first}/{last}"
    yield f"{first} til {last}"
    yield f"{first} to {last}"
    if first // 100 == last // 100:
        yield f"{first}-{last % 100:02}"
        yield f"{first}/{last % 100:02}"


def _of_number(word: str, value: Decimal | None) -> Iterator[str]:
    if value is None:
        return
    decimal = _DECIMAL.fullmatch(word)
    if decimal and not _GROUPED.fullmatch(word):
        yield f"{decimal[1]}{'.' if decimal[2] == ',' else ','}{decimal[3]}"
    elif value >= 1000 and not (word.isdecimal() and int(value) in _YEARS):
        yield from _in_digits(value)


def _in_digits(value: Decimal) -> Iterator[str]:
    """Yield the ways to write a number of thousands or millions; none if it is no whole number."""
    number = int(value)
    if number != value or number < 1000:
        return
    grouped = f"{number:,}"
    yield grouped.replace(",", ".")
    if number not in _YEARS:
        yield str(number)
    yield grouped.replace(",", " ")
    yield grouped
    for power, units in _UNITS.items():
        many = Decimal(number).scaleb(-power)
        many = many.quantize(Decimal(1)) if many == int(many) else many.normalize()
        if many >= 1 and many == many.quantize(Decimal("0.01")):
            for unit in units:
                yield f"{f'{many:,f}'.translate(_DANISH)} {unit}"


def _month(word: str) -> int:
    """Return the number of a month by its name, whole or cut to three letters; 0 for none."""
    return _months().get(word.lower(), 0)


@cache
def _months() -> dict[str, int]:
    names = {
        name.lower()[:length]: number
        for months in (ENGLISH_MONTHS, MONTHS)
        for number, name in enumerate(months, start=1)
        for length in (3, len(name))
    }
    return {**names, "sept": 9}
