"""Times that are told in one unit or another: ``14 dage`` and »to uger«, »halvandet år«."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from strategikort.language.fold import fold
from strategikort.language.numbers.notation import Written
from strategikort.language.numbers.numerals import same_number
from strategikort.language.tokens import word_texts


class _Unit(NamedTuple):
    """The words for one and for several, and »half« and »one« as they stand before it."""

    one: str
    several: str
    half: str
    article: str


_YEAR, _MONTH = _Unit("år", "år", "halvt", "et"), _Unit("måned", "måneder", "halv", "en")
_WEEK, _DAY = _Unit("uge", "uger", "halv", "en"), _Unit("dag", "dage", "halv", "en")
_DAY_AND_NIGHT, _HOUR = _Unit("døgn", "døgn", "halvt", "et"), _Unit("time", "timer", "halv", "en")
_MINUTE = _Unit("minut", "minutter", "halvt", "et")

_HALVES = (Fraction(1, 2), Fraction(1), Fraction(3, 2), Fraction(2), Fraction(5, 2), Fraction(3))
_TOLD = (
    (_YEAR, _MONTH, 12, _HALVES),
    (_WEEK, _DAY, 7, tuple(map(Fraction, (1, 2, 3, 4)))),
    (_DAY_AND_NIGHT, _HOUR, 24, _HALVES[:4]),
    (_HOUR, _MINUTE, 60, _HALVES[:4]),
)
"""A unit, a smaller one, how many of that it has, and how many of the first are told in both."""


def durations(words: Sequence[str]) -> Iterator[Written]:
    """Yield the times among ``words`` that are as often told in another unit, and how.

    >>> [item.ways[:2] for item in durations(["to", "uger"])]
    [('14 dage', 'fjorten dage')]
    """
    folded = [*map(fold, words)]
    at = 0
    while at < len(words):
        lengths = (end for end in range(min(len(words), at + 4), at + 1, -1))
        end = next((end for end in lengths if tuple(folded[at:end]) in _others()), at + 1)
        if ways := _others().get(tuple(folded[at:end])):
            yield Written(at, end, ways)
        at = end


@cache
def _others() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return for a time, as folded words without an article, the ways to tell it otherwise."""
    others: dict[tuple[str, ...], tuple[str, ...]] = {}
    for larger, smaller, parts, counts in _TOLD:
        for count in counts:
            pair = tuple(_ways(larger, count)), tuple(_ways(smaller, count * parts))
            for own, other in (pair, pair[::-1]):
                for way in own:
                    key = tuple(map(fold, word_texts(way)))
                    others[key] = (*others.get(key, ()), *other)
    return others


def _ways(unit: _Unit, count: Fraction) -> Iterator[str]:
    whole, half = divmod(count, 1)
    number, name = str(whole), unit.one if count <= 1 else unit.several
    letters = same_number(number) or number
    if not half:
        letters = unit.article if count == 1 else letters
        yield from (f"{number} {name}", f"{letters} {name}")
    elif not whole:
        yield f"{unit.half} {unit.one}"
    else:
        if whole == 1:
            yield f"halvand{unit.article} {unit.one}"
        yield from (f"{number},5 {name}", f"{number}½ {name}")
        yield f"{letters} {unit.article} {unit.half} {unit.one}"
