"""Words of one spelling and several classes: ``spiller`` is who plays, and what he does.

Who looks for »spillere« looks for the noun, who looks for »spillede« for the verb.  What stands
beside the word tells which it is (:mod:`strategikort.language.beside`).  Where nothing does, the
word is taken for either.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set

from strategikort.index.ranking.candidate import Candidate, Other
from strategikort.index.storage.terms import NO_FORM
from strategikort.language.beside import Beside
from strategikort.language.lexicon import Lexicon
from strategikort.language.listed import ADJECTIVE, NOUN, VERB

_OTHERS = {
    NOUN: frozenset({VERB, ADJECTIVE}),
    VERB: frozenset({NOUN}),
    ADJECTIVE: frozenset({VERB}),
}
"""For a class those that a word of it is not: a participle is much like an adjective."""


class Homographs:
    """Finds the words of passages that are of another class than what is looked for.

    ``asked`` are forms of the index that may be of several classes, each with the one asked for.
    """

    def __init__(self, lexicon: Lexicon, asked: Mapping[int, str]) -> None:
        self._lexicon = lexicon
        self._asked = asked

    def __bool__(self) -> bool:
        return bool(self._asked)

    def may_stand_in(self, candidate: Candidate) -> bool:
        """Tell whether a passage or its heading has the spelling of such a word."""
        return bool(self._asked) and candidate.has_any(self._asked.keys())

    def in_passage(self, candidate: Candidate, text: str) -> Other:
        """Return the words of a passage (``text``) and its heading that are of another class."""
        titled = candidate.titled
        heading = self._others(candidate.own[titled], candidate.title)
        return Other(self._others(candidate.forms, text), {titled.start + at for at in heading})

    def in_text(self, candidate: Candidate, text_of: Callable[[Candidate], str]) -> Set[int]:
        """Return the words of the text of a passage, read with ``text_of``, that are so."""
        # Most queries have no such word: then no passage is gone through.
        if not self._asked or self._asked.keys().isdisjoint(candidate.forms):
            return frozenset()
        return self._others(candidate.forms, text_of(candidate))

    def only(self, candidate: Candidate, text_of: Callable[[Candidate], str]) -> Candidate:
        """Return a passage without those words of its text and heading."""
        if not self.may_stand_in(candidate):
            return candidate
        here, titled = self.in_text(candidate, text_of), candidate.titled
        heading = self._others(candidate.own[titled], candidate.title)
        if not (here or heading):
            return candidate
        above = {titled.start + at for at in heading}
        return candidate._replace(
            forms=_without(candidate.forms, here), own=_without(candidate.own, above)
        )

    def _others(self, forms: Sequence[int], text: str) -> set[int]:
        places = [at for at, form in enumerate(forms) if form in self._asked]
        beside = Beside(text, self._lexicon) if places else None
        return {
            at
            for at in places
            if beside
            and at < len(beside.words)
            and beside.read(at) in _OTHERS[self._asked[forms[at]]]
        }


def _without(forms: Sequence[int], places: Set[int]) -> Sequence[int]:
    return [NO_FORM if at in places else form for at, form in enumerate(forms)]
