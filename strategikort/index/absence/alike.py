"""Words of passages that are only spelt like those of a subject, however that is found out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from strategikort.index.absence.lookalikes import Lookalikes
from strategikort.index.absence.vocabulary import SubjectVocabulary
from strategikort.index.querying.query import QueryWord
from strategikort.index.ranking.candidate import NONE_OTHER, Candidate, Other
from strategikort.index.ranking.homographs import Homographs


class _Finder(Protocol):
    """What finds such words in one way."""

    def may_stand_in(self, candidate: Candidate) -> bool:
        """Tell whether a passage or its heading may have such a word."""

    def in_passage(self, candidate: Candidate, text: str) -> Other:
        """Return those words of a passage (``text``) and of its heading."""


class SpeltAlike:
    """Finds them for some words, in the ways that hold of any and in ``others``.

    ``text_of`` gives the text of a passage.
    """

    def __init__(
        self,
        words: Sequence[QueryWord],
        vocabulary: SubjectVocabulary,
        text_of: Callable[[Candidate], str],
        *others: _Finder,
    ) -> None:
        expander = vocabulary.expander
        own = [vocabulary.own(word).forms for word in words]
        self._text_of = text_of
        self._finders: tuple[_Finder, ...] = (
            Lookalikes(expander.lexicon, words, expander.numbers_of),
            Homographs(expander.lexicon, expander.classes.of_words(zip(words, own, strict=True))),
            vocabulary.names.definite(words, own),
            *others,
        )

    def in_passage(self, candidate: Candidate) -> Other:
        """Return those words of a passage and of its heading."""
        found = NONE_OTHER
        for finder in self._finders:
            if finder.may_stand_in(candidate):
                others = finder.in_passage(candidate, self._text_of(candidate))
                found = Other({*found.text, *others.text}, {*found.heading, *others.heading})
        return found
