"""The words of web addresses in passages: nobody says those."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set

from strategikort.index.ranking.candidate import Candidate
from strategikort.language.tokens import word_spans

_ADDRESS = re.compile(r"\w+://\S+|\bwww\.\S+")
_BEGINNINGS = ("http", "https", "ftp", "www")

_REMEMBERED = 10_000
"""Passages of which it is known; beyond this all of them are let go."""


class Addresses:
    """Finds the words of passages that stand in an address.

    ``numbers_of`` gives the numbers of words in the index, ``text_of`` the text of a passage.
    Nobody writes to the index meanwhile.
    """

    def __init__(
        self,
        numbers_of: Callable[[Iterable[str]], list[int]],
        text_of: Callable[[Candidate], str],
    ) -> None:
        self._beginnings = frozenset(numbers_of(_BEGINNINGS))
        self._text_of = text_of
        self._known: dict[int, Set[int]] = {}

    def words_in(self, candidate: Candidate) -> Set[int]:
        """Return the words of a passage, by their place, that an address in it is made of."""
        known = self._known.get(candidate.number)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[candidate.number] = self._words_in(candidate)
        return known

    def _words_in(self, candidate: Candidate) -> Set[int]:
        if self._beginnings.isdisjoint(candidate.forms):
            return frozenset()
        text = self._text_of(candidate)
        inside = [match.span() for match in _ADDRESS.finditer(text)]
        return {
            token
            for token, (start, _) in enumerate(word_spans(text))
            if any(first <= start < last for first, last in inside)
        }
