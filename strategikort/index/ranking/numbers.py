"""The small numbers of a query, which say how many, or which, and not of what."""

from __future__ import annotations

from collections.abc import Sequence

from strategikort.index.querying.filters import Filters
from strategikort.language.numbers.notation import UNITS
from strategikort.language.numbers.numerals import cardinal

_SMALL_DIGITS = 2
"""Digits of a number that only counts things, or numbers them."""


class Numbers:
    """Which ``words`` of a query say nothing by themselves, and what its numbers may be."""

    def __init__(self, words: Sequence[str], filters: Filters | None) -> None:
        small = [len(word) <= _SMALL_DIGITS and word.isdecimal() for word in words]
        self.counts = [False] * len(small) if all(small) else small
        """Which are small numbers beside what else is asked for: NIS 2 is no second item."""
        texts = [word.lower() for word in words]
        self._units = [
            at > 0
            and (self.counts[at - 1] or cardinal(texts[at - 1]) is not None)
            and text in UNITS
            for at, text in enumerate(texts)
        ]
        self.may_be_places = filters is None or filters.numbered or not any(self.counts)
        """Whether a passage may have the number alone: of the 8 countries none is number 8."""
        self.is_place = len(words) == 2 and any(self.counts) and bool(filters and filters.elsewhere)
        """Whether both name and number must be there: paragraph 12 is not paragraph 3."""

    def says_nothing(self, at: int, worth: Sequence[float]) -> bool:
        """Tell whether a word says nothing, given what those before it are worth in a passage.

        Nor does a unit behind such a number without it: 2 pct.
        """
        return self.counts[at] or (self._units[at] and not worth[at - 1])
