"""Dates, months and periods of years: how they are read in a query, and the ways to write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from strategikort.language.months import ENGLISH_MONTHS, MONTHS, month_named
from strategikort.language.numbers.notation import Written
from strategikort.language.numbers.numerals import ordinal, ordinal_of

YEARS = range(1900, 2100)
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
_YEAR = re.compile(r"[12]\d{3}")
_DAY = re.compile(r"\d{1,2}")

_BEFORE, _AFTER = r"(?<![\d./-])", r"(?![\d./-])"
_DASH = r"\s?[-\u2010-\u2015]\s?"
_JOINED = (
    (re.compile(rf"{_BEFORE}(\d{{4}}){_DASH}(\d{{4}}|\d\d){_AFTER}(?!{_DASH})"), r"\1/\2"),
    (re.compile(rf"{_BEFORE}(0?[1-9]|1[0-2]){_DASH}((?:19|20)\d\d){_AFTER}"), r"\1/\2"),
    (re.compile(rf"{_BEFORE}(\d{{1,2}}/\d{{1,2}}){_DASH}(\d{{4}}|\d\d){_AFTER}"), r"\1/\2"),
    (re.compile(rf"{_BEFORE}(\d{{1,2}})-(\d{{1,2}})-(\d\d){_AFTER}"), r"\1.\2.\3"),
)
"""What hyphens join, and how it is one word: a period, a month, two kinds of dates."""


def joined(text: str) -> str:
    """Return a text with what hyphens join to a period or a date as one word each."""
    for pattern, one in _JOINED:
        text = pattern.sub(one, text)
    return text


def read_date(words: Sequence[str], at: int) -> Written | None:
    """Return the date, month or period that begins at a word, None if there is none."""
    end, day = _date_at(words, at)
    if day:
        rest = tuple((name, str(day.year)) for name in _names(day.month))
        return Written(at, end, tuple(_of_date(day)), whole=True, day=str(day.day), rest=rest)
    one, two = (*words[at : at + 2], "")[:2]
    if parts := _day_of_month(one, two):
        length, of_month, month = parts
        short, long = (f"{of_month}", f"{month}"), (f"{of_month:02}", f"{month:02}")
        return Written(
            at,
            at + length,
            tuple(_of_day(of_month, month)),
            whole=True,
            begins=tuple(f"{sign.join(form)}{sign}" for sign in "./" for form in (short, long)),
            day=str(of_month),
            rest=tuple((name,) for name in _names(month)),
        )
    period = _period(one)
    of_period = _of_period(*period) if period else ()
    if found := _month_of_year(one, two):
        length, month, year = found
        months, years = (f"{month}", f"{month:02}"), (f"{year}", f"{year % 100:02}")
        forms = tuple(product(months, years))
        return Written(
            at,
            at + length,
            (*_of_month(month, year), *of_period),
            whole=True,
            ends=tuple(sign + sign.join(form) for sign in "./" for form in forms),
            parted=tuple((f"/{number}", written) for number, written in forms),
        )
    return Written(at, at + 1, tuple(of_period), whole=True) if period else None


def read_month(words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
    """Return where a month cut short ends (always the next word) and its whole name, none for none.

    ``jan.`` is ``januar``; in a text »jan« may be a person.
    """
    cut = words[at].lower().removesuffix(".")
    names = [name for name in MONTHS if name[:3] == cut != name]
    return at + 1, tuple(names)


def _names(month: int) -> tuple[str, ...]:
    name = MONTHS[month - 1]
    return name, name[:3]


def iso_of(words: Sequence[str]) -> str | None:
    """Return in ISO 8601 the date or the month that words (one at least) are, else None."""
    end, day = _date_at(words, 0)
    if day:
        return day.isoformat() if end == len(words) else None
    month = _month_of_year(*(*words[:2], "", "")[:2])
    return f"{month[2]}-{month[1]:02}" if month and month[0] == len(words) else None


def read_when(words: Sequence[str], at: int) -> tuple[int, int | None, int | None, int | None]:
    """Return where the date or month ends that begins at a word, and its day, month and year.

    The next word and None where there is none, and None for what is not told.
    """
    end, day = _date_at(words, at)
    if day:
        return end, day.day, day.month, day.year
    one, two = (*words[at : at + 2], "")[:2]
    if parts := _day_of_month(one, two):
        return at + parts[0], parts[1], parts[2], None
    if month := _month_of_year(one, two):
        return at + month[0], None, month[1], month[2]
    return at + 1, None, None, None


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
        number = month_named(month) or (digits and _DAY.fullmatch(month) and int(month))
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
        length, day, month = 2, _day(one), str(month_named(two))
    # Any leap year.
    known = _DAY.fullmatch(day) and _date("2000", month, day) if month.isdigit() else None
    return (length, known.day, known.month) if known else None


def _month_of_year(one: str, two: str) -> tuple[int, int, int] | None:
    """Return how many words are a month and its year, and those: ``feb. 2022``, ``2/2022``."""
    if found := _MONTH_YEAR.fullmatch(one):
        length, month, year = 1, int(found[1]), found[2]
    elif _YEAR.fullmatch(two):
        length, month, year = 2, month_named(one), two
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
    yield from (f"{word} {danish} {year}" for word in ordinal_of(day.day))


def _of_day(day: int, month: int) -> Iterator[str]:
    danish, english = MONTHS[month - 1], ENGLISH_MONTHS[month - 1]
    yield f"{day}. {danish}"
    yield f"{day}. {danish[:3]}."
    yield f"{day}/{month}"
    yield f"{day:02}/{month:02}"
    yield f"{day} {english}"
    yield f"{english} {day}"
    yield from (f"{word} {danish}" for word in ordinal_of(day))


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
    yield f"{first} til og med {last}"
    yield f"{first} frem til {last}"
    yield f"mellem {first} og {last}"
    yield f"{first} to {last}"
    if first // 100 == last // 100:
        yield f"{first}-{last % 100:02}"
        yield f"{first}/{last % 100:02}"
