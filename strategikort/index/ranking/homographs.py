"""Agents and verbs with one spelling: ``spiller`` is who plays, and what he does.

Who looks for »spillere« looks for the noun, who looks for »spillede« for the verb.  Danish puts a
verb beside its subject and a noun behind its article: what stands there tells which it is.  Where
neither does, the word is taken for either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set

from strategikort.index.querying.query import QueryWord
from strategikort.index.ranking.candidate import Candidate, Other
from strategikort.language.fold import normalize
from strategikort.language.lexicon import Lexicon
from strategikort.language.tokens import tokenize

_SUBJECTS = frozenset(["jeg", "du", "han", "hun", "vi", "man", "de", "der", "det", "hvem"])
"""Words behind which a verb stands."""

_INVERTED = frozenset(["jeg", "du", "han", "hun", "vi", "man", "sig", "ikke"])
"""Words in front of which a verb stands."""

_ARTICLES = frozenset(
    [
        "en",
        "enhver",
        "hver",
        "ingen",
        "min",
        "din",
        "sin",
        "hans",
        "hendes",
        "dens",
        "dets",
        "vores",
        "deres",
        "denne",
    ]
)
"""Words behind which a noun stands."""


class Homographs:
    """Finds the verbs of passages that are spelt like a noun that is looked for, and the reverse.

    ``numbers_of`` gives the numbers of words in the index.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        words: Sequence[QueryWord],
        numbers_of: Callable[[Iterable[str]], list[int]],
    ) -> None:
        self._lexicon = lexicon
        self._is_noun: dict[str, bool] = {}
        for word in filter(lambda word: word.is_whole, words):
            typed = normalize(word.text).lower()
            for agent, noun in lexicon.agents_of(typed):
                self._is_noun[agent] = noun
        self._forms = frozenset(numbers_of(self._is_noun))

    def may_stand_in(self, candidate: Candidate) -> bool:
        """Tell whether a passage or its heading has the spelling of such a word."""
        return candidate.has_any(self._forms)

    def in_passage(self, candidate: Candidate, text: str) -> Other:
        """Return the words of a passage (``text``) and its heading that are the other word."""
        titled = range(len(candidate.own))[candidate.titled]
        heading = {titled[at] for at in self._others(candidate.title)} if titled else set[int]()
        return Other(self._others(text), heading)

    def in_text(self, candidate: Candidate, text_of: Callable[[Candidate], str]) -> Set[int]:
        """Return the words of the text of a passage, read with ``text_of``, that are the other."""
        # Most queries have no such word: then no passage is gone through.
        if not self._forms or self._forms.isdisjoint(candidate.forms):
            return frozenset()
        return self._others(text_of(candidate))

    def _others(self, text: str) -> set[int]:
        tokens = tokenize(text)
        words = [normalize(token.text).lower() for token in tokens]
        found: set[int] = set()
        for at, word in enumerate(words):
            noun = self._is_noun.get(word)
            if noun is None:
                continue
            # Only what nothing but a blank parts from it is beside it.
            before = at and not text[tokens[at - 1].end : tokens[at].start].strip()
            behind = at + 1 < len(words) and not text[tokens[at].end : tokens[at + 1].start].strip()
            read = self._is_read_as_noun(
                words[at - 1] if before else "", words[at + 1] if behind else ""
            )
            if read is not None and read != noun:
                found.add(at)
        return found

    def _is_read_as_noun(self, before: str, behind: str) -> bool | None:
        """Tell whether a word is a noun by what stands beside it; None if that does not tell."""
        if before in _ARTICLES:
            return True
        if before in _SUBJECTS or behind in _INVERTED or self._lexicon.is_inflected_noun(before):
            return False
        return None
