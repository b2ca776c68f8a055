"""Amounts in tables, where the unit stands over the columns: ``Bevilling (t.kr.)``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from strategikort.index.expanding.expansion import Series
from strategikort.index.expanding.finder import WordFinder
from strategikort.index.expanding.words import SPELLING, Words
from strategikort.index.querying.query import QueryWord
from strategikort.language.numbers.currencies import KRONER

_UNITS = (
    (3, (("t",), KRONER)),
    (3, (tuple(f"t{word}" for word in KRONER),)),
    (3, (("1.000", "1000", "tusind", "tusinde"), KRONER)),
    (6, (("mio", "mill", "million", "millioner"), KRONER)),
    (9, (("mia", "milliard", "milliarder"), KRONER)),
)
"""The words of each unit, one after the other, with the zeros that it stands for."""

_REACH = 1_000
"""Words between the unit and a number in its column, fewer than these."""


def tabled_series(words: Sequence[str], finder: WordFinder) -> Iterator[Series]:
    """Yield what stands for the amounts of kroner of a subject in a table, apart."""
    if not any(word[:1].isdecimal() for word in words):
        return
    from strategikort.language.numbers.amounts import amounts_of_kroner, numbers_in_column

    for start, end, total, _ in amounts_of_kroner(words):
        for power, unit in _UNITS:
            number = _one_of(numbers_in_column(total, power), finder)
            elements = (number, *(_one_of(ways, finder) for ways in unit))
            if all(elements):
                yield Series(elements, tuple(range(start, end)), SPELLING, "synonym", _REACH)


def _one_of(ways: Iterable[str], finder: WordFinder) -> Words:
    found = Words()
    for way in ways:
        found.take(finder.exact(QueryWord(way)), 1.0, None)
    return found
