"""Dates, periods, numbers and amounts that may be written in several ways, which mean the same.

``24. februar 2022`` is ``24.2.2022``, ``24/2 2022`` and ``2022-02-24``; ``2025-26`` is
``2025/2026``; ``3.037`` is ``3037``; ``300 millioner`` is ``300.000.000``.  Most queries have
neither: how the ways are read and written is loaded for those that have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from strategikort.language.months import month_named
from strategikort.language.numbers.currencies import CURRENCY_WORDS
from strategikort.language.numbers.numerals import may_be_numeral, read_apart
from strategikort.language.tokens import word_texts

SCALES = {
    **dict.fromkeys(("mio", "mill", "million", "millioner"), 6),
    **dict.fromkeys(("mia", "milliard", "milliarder"), 9),
}
"""Words for how many a number counts, with the zeros that they stand for."""

_NUMERALS = 4
"""Words of a number in letters before one of them, at most."""

UNITS = frozenset(SCALES) | CURRENCY_WORDS | {"pct", "procent", "%"}
"""Words behind a number that say how much of what, and not what it is for."""


class Written(NamedTuple):
    """The words ``[start, end)`` of a query (0-based, half-open), and other ways to write them.

    ``whole`` says that they mean something only together, side by side: a date, a period.
    The others are of dates, which may stand inside longer ones: ``begins`` and ``ends`` are how
    those begin and end that are written in digits; ``parted`` says how one ends that has the year
    as a word of its own, and that year: ``5/5 2023``.  ``day`` is the day, and ``rest`` what
    follows it where other days stand between: ``24. og 25. februar``.
    """

    start: int
    end: int
    ways: tuple[str, ...]
    whole: bool = False
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    parted: tuple[tuple[str, str], ...] = ()
    day: str = ""
    rest: tuple[tuple[str, ...], ...] = ()


def is_number(word: str) -> bool:
    """Tell whether a word is written in digits: ``2,5``, ``24/7``, ``3.037``."""
    return word[:1].isdigit() and all(sign.isdigit() or sign in ".,/:" for sign in word)


def as_words(text: str) -> str:
    """Return a text with what hyphens join to a period or a date as one word each.

    ``2025/26`` for ``2025-26``, ``5/2023`` for ``5-2023``, ``18/7/22`` for ``18/7-22``.
    """
    if not any(map(str.isdigit, text)):
        return text
    from strategikort.language.numbers.dates import joined

    return joined(text)


def written_otherwise(words: Sequence[str]) -> Iterator[Written]:
    """Yield what among ``words`` may be written in other ways; they never overlap.

    ``words`` are those of :mod:`strategikort.language.tokens`; a period is a single one of them
    (see :func:`as_words`).  What may be a year is no number of things.

    >>> next(written_otherwise(["24.2.2022"])).ways[0]
    '24. februar 2022'
    """
    if not any(map(_may_be_one, words)):
        return
    from strategikort.language.numbers.amounts import read_amount, read_hour
    from strategikort.language.numbers.dates import read_date, read_month
    from strategikort.language.numbers.eras import read_era, read_years_old
    from strategikort.language.numbers.fractions import fraction_ways, read_fraction

    at = 0
    while at < len(words):
        dated = read_date(words, at) if words[at] else None
        end, fraction = read_fraction(words, at) if words[at] else (at + 1, None)
        parts = tuple(fraction_ways(fraction)) if fraction else ()
        if dated:
            # 1/3 may be either.
            item = dated._replace(ways=(*dated.ways, *(parts if dated.end == end else ())))
        elif parts:
            item = Written(at, end, parts)
        else:
            end, ways = at + 1, tuple[str, ...]()
            for read in (read_era, read_years_old, read_hour, read_month, read_amount):
                if words[at] and not ways:
                    end, ways = read(words, at)
            item = Written(at, end, ways, whole=bool(read_apart(words, at)))
        yield from _without_own(words, item)
        at = item.end


def _without_own(words: Sequence[str], item: Written) -> Iterator[Written]:
    """Yield an item with its ways but the one that ``words`` has; nothing if that is the only."""
    own = tuple(word.lower() for word in words[item.start : item.end])
    kept = {tuple(word_texts(way.lower())): way for way in reversed(item.ways)}
    kept.pop(own, None)
    if kept:
        yield item._replace(ways=tuple(kept.values())[::-1])


def ranks_otherwise(words: Sequence[str]) -> Iterator[Written]:
    """Yield what among ``words`` tells which one of several, and other ways to write that.

    One word may be told of twice: that before a number, and that behind it.  Digits with a full
    stop are an ordinal.

    >>> next(ranks_otherwise(["4.", "kvartal"])).ways
    ('fjerde kvartal', 'IV kvartal', 'Q4')
    """
    if not any(map(_may_be_one, words)):
        return
    from strategikort.language.numbers.eras import read_era
    from strategikort.language.numbers.ranks import read_quarter, read_rank

    plain = [word.removesuffix(".") for word in words]
    for at in range(len(words)):
        pair = words[at : at + 2]
        if any(map(month_named, pair)) or not words[at] or read_era(words, at)[1]:
            continue
        yield from _without_own(plain, Written(at, *read_rank(words, at)))
        yield from _without_own(plain, Written(at, *read_quarter(words, at)))


def kroner_otherwise(words: Sequence[str]) -> Iterator[Written]:
    """Yield the amounts among ``words`` that are thousands of kroner, and other ways to write them.

    >>> next(kroner_otherwise(["500.000", "kr"])).ways
    ('500 t.kr.', '500 tkr.')
    """
    if any(map(_may_be_one, words)):
        from strategikort.language.numbers.amounts import thousands_of_kroner

        yield from thousands_of_kroner(words)


def shares_otherwise(words: Sequence[str]) -> Iterator[Written]:
    """Yield the shares among ``words``, and the other words that tell them.

    >>> next(shares_otherwise(["20", "procent"])).ways[:2]
    ('1/5', '⅕')
    """
    if any(map(_may_be_one, words)):
        from strategikort.language.numbers.shares import shares

        yield from shares(words)


def durations_otherwise(words: Sequence[str]) -> Iterator[Written]:
    """Yield the times among ``words``, and how they are told in another unit.

    >>> next(durations_otherwise(["halvandet", "år"])).ways
    ('18 måneder', 'atten måneder')
    """
    if any(map(_may_be_one, words)):
        from strategikort.language.numbers.durations import durations

        yield from durations(words)


def is_part_of_number(words: Sequence[str], at: int) -> bool:
    """Tell whether a numeral is part of a longer one among ``words``, and no number itself.

    >>> is_part_of_number(["to", "hundrede", "og", "fem", "lande"], 3)
    True
    """
    from strategikort.language.numbers.amounts import half_behind
    from strategikort.language.numbers.hundreds import read_hundreds

    if half_behind(words, at + 1):
        return True
    return any(
        end > at and (first, end) != (at, at + 1)
        for first in range(max(0, at - _NUMERALS), at + 1)
        for end, number in (read_hundreds(words, first),)
        if number
    )


def _may_be_one(word: str) -> bool:
    """Tell whether a word may be a number, or a part of a date or an era."""
    digits = word[:1].isdigit() or word[-1:].isdigit()
    return digits or month_named(word) > 0 or may_be_numeral(word)
