"""Words with one spelling in the index that are not the same: ``bør`` and ``boer``.

The index takes ``oe`` for ``ø``, so that both can be typed.  Where both are words of the
dictionary, and not forms of one, only the text tells which of them stands there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set

from strategikort.index.filling.analysis import form_of
from strategikort.index.querying.query import QueryWord
from strategikort.index.ranking.candidate import Candidate, Other
from strategikort.language.fold import normalize
from strategikort.language.lexicon import Lexicon
from strategikort.language.tokens import word_texts

_TWO_WAYS = ("ae", "oe")
"""Letters that are two where they are not one: ``aa`` is always one, or a name's (Aarhus)."""


class Lookalikes:
    """Finds other words that are spelt like those of one subject in the index.

    ``numbers_of`` gives the numbers of words in the index, none for those that are not there.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        words: Sequence[QueryWord],
        numbers_of: Callable[[Iterable[str]], list[int]],
    ) -> None:
        self._lexicon = lexicon
        self._lemmas: dict[str, set[str]] = {}
        self._forms: set[int] = set()
        for word in words:
            form = form_of(word.text)
            lemmas = self._lemmas_of(word.text)
            if lemmas and any(letters in form for letters in _TWO_WAYS):
                self._lemmas[form] = lemmas
                self._forms.update(numbers_of([word.text]))

    def _lemmas_of(self, word: str) -> set[str]:
        """Return the lemmas of a word, none if it is a name: those are spelt in either way."""
        word = normalize(word).lower()
        return set() if self._lexicon.is_only_name(word) else set(self._lexicon.lemmas(word))

    def may_stand_in(self, candidate: Candidate) -> bool:
        """Tell whether a passage or its heading has the spelling of such a word."""
        return candidate.has_any(self._forms)

    def in_passage(self, candidate: Candidate, text: str) -> Other:
        """Return the words of a passage (``text``) and its heading that are other words."""
        return Other(
            {at for at, word in enumerate(word_texts(text)) if self._is_other(word)},
            self._in_heading(candidate),
        )

    def _in_heading(self, candidate: Candidate) -> Set[int]:
        """Return the words of a heading: all with the spelling, if it is another word there."""
        title = word_texts(candidate.title)
        if not any(map(self._is_other, title)):
            return frozenset()
        return {at for at, form in enumerate(candidate.own) if form in self._forms}

    def _is_other(self, word: str) -> bool:
        asked = self._lemmas.get(form_of(word))
        lemmas = self._lemmas_of(word) if asked else None
        return bool(asked and lemmas and lemmas.isdisjoint(asked))
