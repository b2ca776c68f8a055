"""A query expanded: its words with all that may stand for them.

A *group* is one word of the query with everything that may stand for it, a *series* some words
that answer one or more groups together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from strategikort.index.expanding.words import How, Words
from strategikort.index.querying.query import QueryWord

SAME = 0.4
"""What a term is worth at least that means the same; others are parts of it, or related."""


class Series(NamedTuple):
    """Words that stand near each other and together answer one or more words of the query.

    With ``links`` they stand side by side in their order, or two of them in reverse with one of
    these forms between; ``ordered`` says that they stand in their order, not side by side.
    """

    elements: tuple[Words, ...]
    groups: tuple[int, ...]
    weight: float
    how: How
    reach: int
    links: frozenset[int] | None = None
    ordered: bool = False


class Group:
    """One word of the query: what answers it, and how telling it is.

    ``direct`` are the keys of the word itself, ``passages`` in how many passages all that answers
    it stands, at most.  ``weak`` is what is only near it in meaning: no answer by itself where
    there are better ones.  ``shared`` are those of it that have each of the parts of a compound,
    ``alone`` the forms of these that are near it without another part.
    ``whole`` says that it is part of a date or a period, and means nothing by itself.  ``same`` are
    forms that are as good as its own: of the one word that it was typed as a part of
    (``cyber-angreb``, ``af sted``), and what it is cut short to (``kr.``).
    """

    __slots__ = (
        "alone",
        "corrected",
        "direct",
        "idf",
        "passages",
        "related",
        "same",
        "shared",
        "weak",
        "whole",
        "word",
        "words",
    )

    def __init__(self, word: QueryWord, words: Words) -> None:
        self.word = word
        self.words = words
        self.weak = Words()
        self.direct = frozenset(words.keys)
        self.passages = 0
        self.idf = 0.0
        self.corrected: tuple[str, ...] = ()
        self.related: list[tuple[Words, float]] = []
        self.shared: list[Words] = []
        self.alone: set[int] = set()
        self.whole = False
        self.same: frozenset[int] = frozenset()


class Forms(NamedTuple):
    """A phrase as forms and their keys; ``heading``: it is looked for in headings only."""

    forms: tuple[int, ...]
    keys: tuple[int, ...]
    heading: bool

    def spans(self, forms: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield where the phrase stands among ``forms``: half-open ranges."""
        wanted, length = self.forms, len(self.forms)
        for at, form in enumerate(forms):
            if form == wanted[0] and tuple(forms[at : at + length]) == wanted:
                yield at, at + length

    def stands_in(self, forms: Sequence[int]) -> bool:
        """Tell whether the phrase stands among ``forms``."""
        return any(True for _ in self.spans(forms))


class Expansion(NamedTuple):
    """A query expanded: its groups, the series of words, and its phrases.

    A phrase is None where one of its words is not in the index.  ``excluded`` is what may not
    stand, ``expressions`` are fixed ones by their noun, which is no part of a compound there.
    """

    groups: list[Group]
    series: list[Series]
    phrases: list[Forms | None]
    asked: bool
    excluded: list[Forms]
    expressions: Mapping[int, Sequence[tuple[int, ...]]] = MappingProxyType({})

    def is_said(self, token: int, form: int, forms: Sequence[int]) -> bool:
        """Tell whether a form is the noun of a fixed expression where it stands: ``i kraft af``."""
        return token > 0 and any(
            tuple(forms[token - 1 : token - 1 + len(words)]) == words
            for words in self.expressions.get(form, ())
        )
