"""Spans that a day, a month, a year or a number lies inside: ``12.-15. maj``, ``§§ 40-42``.

Only those that are written in words and digits, with their first and their last part side by side
or a few words apart; no calendar is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from strategikort.language.months import MONTHS
from strategikort.language.numbers.dates import YEARS, read_when
from strategikort.language.numbers.measures import is_label

Alternatives = tuple[str, ...]
"""Words of which any may stand at a place."""

_DAYS, _MONTHS = range(1, 32), range(1, 13)
_MOST_YEARS = 40
"""Years from the first to the last of a span, at most, less one."""

_DIGITS, _MOST_NUMBERS = 4, 100
"""Digits of a number behind what it numbers, and numbers in a span of them, at most."""

_JOINED: tuple[tuple[Alternatives, ...], ...] = (
    (),
    (("til",),),
    (("til",), ("den", "d")),
    (("til",), ("og",), ("med",)),
    (("til",), ("og",), ("med",), ("den", "d")),
    (("den", "d"),),
)
"""What may stand between the two parts; between dashes nothing does."""

_MONTH = "|".join((*MONTHS, *(rf"{name[:3]}\." for name in MONTHS)))
_DASH = r"\s?[-\u2010-\u2015]\s?"
_SPAN = re.compile(
    rf"(?:\d{{1,4}}\.?(?:\s(?:{_MONTH}))?|(?:{_MONTH}))?(?:\s?\d{{4}})?"
    rf"(?:{_DASH}|\stil\s)(?:og\smed\s)?(?:den\s|d\.\s)?(?:\d|{_MONTH})"
    r"|\d{4}/\d{2}",
    re.IGNORECASE,
)


class When(NamedTuple):
    """A day, a month or a year that is asked for: words ``[start, end)``; None what is not told."""

    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None


def whens(words: Sequence[str]) -> Iterator[When]:
    """Yield the days, months of a year and years among words, from the left.

    >>> [when[2:] for when in whens(["13", "maj"])], [when[2:] for when in whens(["2024"])]
    ([(13, 5, None)], [(None, None, 2024)])
    """
    at = 0
    while at < len(words):
        end, day, month, year = read_when(words, at)
        if month:
            yield When(at, end, day, month, year)
        elif words[at].isdecimal() and int(words[at]) in YEARS:
            yield When(at, at + 1, None, None, int(words[at]))
        at = end


def spans_over(when: When) -> Iterator[tuple[Alternatives, ...]]:
    """Yield how spans are written that a time lies inside: for each word what may stand there."""
    for first, last in _ends(when):
        if all((*first, *last)):
            yield from ((*first, *joined, *last) for joined in _JOINED)
    if when.year and not when.month:
        # One year that begins in one of the calendar and ends in the next: a winter, a season.
        pairs = ((year, year + 1) for year in (when.year - 1, when.year))
        yield (
            tuple(way for one, two in pairs for way in (f"{one}/{two % 100:02}", f"{one}/{two}")),
        )


def numbered(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the numbers among words that stand behind what they number, and where: ``§ 41``."""
    for at in range(1, len(words)):
        number = int(words[at]) if words[at].isdecimal() and len(words[at]) <= _DIGITS else 0
        if number and is_label(words[at - 1]):
            yield at, number


def numbers_over(number: int) -> Iterator[tuple[Alternatives, ...]]:
    """Yield how spans of numbers are written that a number lies inside, as :func:`spans_over`."""
    first = tuple(map(str, range(max(1, number - _MOST_NUMBERS), number)))
    last = tuple(map(str, range(number + 1, number + _MOST_NUMBERS)))
    if first:
        yield first, last
        yield first, ("til",), last


def begins_span(text: str, at: int) -> bool:
    """Tell whether the first part of a span stands at a place in a text, and goes on to the last.

    >>> begins_span("den 12.-15. maj", 4), begins_span("den 12. og 15. maj", 4)
    (True, False)
    """
    return _SPAN.match(text, at) is not None


def _ends(when: When) -> Iterator[tuple[tuple[Alternatives, ...], tuple[Alternatives, ...]]]:
    """Yield the first and the last part of the spans."""
    _, _, day, month, year = when
    past: tuple[Alternatives, ...] = ()
    coming: tuple[Alternatives, ...] = ()
    of_year: tuple[Alternatives, ...] = ()
    if year is not None:
        of_year = ((str(year),),)
        past = (tuple(map(str, range(year - _MOST_YEARS, year))),)
        coming = (tuple(map(str, range(year + 1, year + _MOST_YEARS))),)
    if month is None:
        # 2023-25 goes to 2025, and past 2024.
        short = tuple(f"{n:02}" for n in range((year or 0) % 100, 100))
        yield past, coming
        yield past, (short,)
        return
    this, every = _named((month,)), _named(_MONTHS)
    earlier, later = _named(range(1, month)), _named(range(month + 1, 13))
    if day is None:
        yield (earlier,), (later, *of_year)
        yield (every, *past), (every, *coming)
        yield (earlier, *of_year), (every, *coming)
        yield (every, *past), (later, *of_year)
        yield (earlier, *of_year), (later, *of_year)
        return
    days, sooner, rest = _days(_DAYS), _days(range(1, day)), _days(range(day + 1, 32))
    yield (sooner,), (rest, this, *of_year)
    yield (sooner,), (rest, ("og", "samt"), days, this, *of_year)
    yield (sooner, this), (rest, this, *of_year)
    yield (sooner, this), (days, later, *of_year)
    yield (days, earlier), (days, later, *of_year)
    yield (days, earlier), (rest, this, *of_year)
    # From the end of one year to the beginning of the next.
    yield (days, later), (rest, this, *of_year)
    yield (sooner, this), (days, earlier, *(((str(year + 1),),) if year else ()))


def _days(numbers: Iterable[int]) -> Alternatives:
    return tuple(dict.fromkeys(form for n in numbers for form in (f"{n}", f"{n:02}")))


def _named(months: Iterable[int]) -> Alternatives:
    names = (MONTHS[number - 1] for number in months)
    return tuple(dict.fromkeys(form for name in names for form in (name, name[:3])))
