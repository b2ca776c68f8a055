"""The small numbers of a query, which say how many, or which, and not of what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from strategikort.index.querying.filters import Filters
from strategikort.language.numbers.notation import UNITS
from strategikort.language.numbers.numerals import cardinal

_SMALL_DIGITS = 2
"""Digits of a number that only counts things, or numbers them."""


class Numbers(NamedTuple):
    """Which words of a query say nothing by themselves, and what its numbers may be.

    ``counts`` tells it of each word that is a small number, ``units`` of each unit behind such a
    one.  With ``may_be_places`` a passage may have the number alone: of the 8 countries none is
    number 8.  A query that ``is_place`` is answered by its name and its number only: paragraph 12
    is not paragraph 3.
    """

    counts: Sequence[bool]
    units: Sequence[bool]
    may_be_places: bool
    is_place: bool

    @classmethod
    def of(cls, words: Sequence[str], filters: Filters | None) -> Numbers:
        """Return what the numbers of a query are that asks for ``words``."""
        small = [len(word) <= _SMALL_DIGITS and word.isdecimal() for word in words]
        # Where there is nothing else, they are what is asked for.  NIS 2 is no second item.
        counts = [False] * len(small) if all(small) else small
        texts = [word.lower() for word in words]
        units = [
            at > 0 and (counts[at - 1] or cardinal(texts[at - 1]) is not None) and text in UNITS
            for at, text in enumerate(texts)
        ]
        return cls(
            counts,
            units,
            may_be_places=filters is None or filters.numbered or not any(counts),
            is_place=len(counts) == 2 and any(counts) and bool(filters and filters.elsewhere),
        )

    def says_nothing(self, at: int, worth: Sequence[float]) -> bool:
        """Tell whether a word says nothing, given what those before it are worth in a passage.

        Nor does a unit behind such a number without it: 2 pct.
        """
        return self.counts[at] or (self.units[at] and not worth[at - 1])
