"""Dates and numbers that may be written in several ways, which mean the same.

``24. februar 2022`` is ``24.2.2022``, ``24/2 2022`` and ``2022-02-24``; ``3.037`` is ``3037``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from strategikort.language.months import ENGLISH_MONTHS, MONTHS
from strategikort.language.tokens import word_texts

_YEARS = range(1500, 2100)
"""What is a year where it stands by itself, and no number of things."""

_LAST_CENTURY = 69
"""Two digits from this on are a year of the last century (POSIX, ``strptime``, ``%y``)."""

_DAY_FIRST = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d\d)")
_YEAR_FIRST = re.compile(r"(\d{4})([./])(\d{1,2})\2(\d{1,2})")
_DAY_MONTH = re.compile(r"(\d{1,2})[./](\d{1,2})")
_YEAR = re.compile(r"[12]\d{3}")
_DAY = re.compile(r"\d{1,2}")
_PLAIN = re.compile(r"[1-9]\d{3,17}")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){1,5}")


class Written(NamedTuple):
    """The words ``[start, end)`` of a query (0-based, half-open), and other ways to write them."""

    start: int
    end: int
    ways: tuple[str, ...]


def written_otherwise(words: Sequence[str]) -> Iterator[Written]:
    """Yield the dates and numbers among ``words``; they never overlap.

    ``words`` are those of :mod:`strategikort.language.tokens`.  A date has a day, a month and a
    year; a number has at least four digits, and is no year.

    >>> next(written_otherwise(["24.2.2022"])).ways[0]
    '24. februar 2022'
    """
    at = 0
    while at < len(words):
        end, day = _date_at(words, at) if words[at] else (at + 1, None)
        own = [word.lower() for word in words[at:end]]
        ways = {
            tuple(word_texts(way.lower())): way
            for way in reversed([*(_ways(day) if day else _numbers(words[at]))])
        }
        ways.pop(tuple(own), None)
        if ways:
            yield Written(at, end, tuple(ways.values())[::-1])
        at = end


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
        (three, two, one, True),
        (one, two, three, True),
        (three, one, two, False),
    ):
        number = _months().get(month.lower()) or (digits and _DAY.fullmatch(month) and int(month))
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


def _ways(day: date) -> Iterator[str]:
    """Yield the ways to write a date."""
    year, month = day.year, day.month
    danish, english = MONTHS[month - 1], ENGLISH_MONTHS[month - 1]
    yield f"{day.day}. {danish} {year}"
    yield f"{day.day}. {danish[:3]}. {year}"
    for of_month, of_year in ((f"{day.day}", f"{month}"), (f"{day.day:02}", f"{month:02}")):
        yield f"{of_month}.{of_year}.{year}"
        yield f"{of_month}/{of_year} {year}"
        yield f"{of_month}/{of_year}/{year}"
        yield f"{of_month}-{of_year}-{year}"
        yield f"{of_month}.{of_year}.{year % 100:02}"
    yield f"{year}-{month:02}-{day.day:02}"
    yield f"{year}/{month:02}/{day.day:02}"
    yield f"{day.day} {english} {year}"
    yield f"{english} {day.day}, {year}"


def _numbers(word: str) -> Iterator[str]:
    """Yield the ways to write a number of thousands."""
    plain = word.replace(".", "") if _GROUPED.fullmatch(word) else word
    if not _PLAIN.fullmatch(plain) or int(plain) in _YEARS:
        return
    yield f"{int(plain):,}".replace(",", ".")
    yield plain
    yield f"{int(plain):,}".replace(",", " ")


@cache
def _months() -> dict[str, int]:
    """Return the numbers of the months by their names, whole or cut to three letters."""
    names = {
        name.lower()[:length]: number
        for months in (ENGLISH_MONTHS, MONTHS)
        for number, name in enumerate(months, start=1)
        for length in (3, len(name))
    }
    return {**names, "sept": 9}
