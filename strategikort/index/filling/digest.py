"""What language says of the pieces of texts, without a look at any store.

No word reaches over a blank, so a text is cut at its blanks and every piece is taken apart only
the first time it is met.  Digests are made of what :mod:`marshal` can carry to another process.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from strategikort.index.filling.analysis import Analyzer, form_of, loose_of
from strategikort.language.suspended import suspended
from strategikort.language.tokens import HYPHENS, joined, tokenize, word_texts

Implied = tuple[int, str]
"""A form that a text implies at a token: a completed half, a word without its hyphen."""

PAGE_END = "\f"
"""Stands in a text to digest between the half of a word that ends a page and the other half."""

_REMEMBERED = 400_000
"""Forms; beyond this they are let go, and told of once more."""


class Digest(NamedTuple):
    """Pieces and texts taken apart.

    ``forms`` are those of the words of each piece, ``joined`` what a hyphenated piece is when
    written together, ``completed`` the halves of compounds in each text with their wholes.
    ``words`` gives, for forms that had not been met, the word that each was met as.
    """

    forms: dict[str, tuple[str, ...]]
    joined: dict[str, tuple[Implied, ...]]
    completed: list[list[Implied]]
    words: dict[str, str]


Entry = tuple[str, str, tuple[str, ...], tuple[str, ...], str]
"""What the vocabulary keeps of a form: loose key, key, lemmas, parts and stem.

See :class:`strategikort.index.filling.analysis.WordForms`.
"""


class Digester:
    """Takes pieces and texts apart, and analyses words."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._met: set[str] = set()

    def forget(self) -> None:
        """Forget which forms have been met."""
        self._met.clear()

    def digest(self, pieces: Iterable[str], texts: Iterable[str]) -> Digest:
        """Take ``pieces`` apart, and complete the halves of compounds in ``texts``."""
        if len(self._met) > _REMEMBERED:
            self.forget()
        digest = Digest({}, {}, [], {})
        for piece in pieces:
            digest.forms[piece] = tuple(
                [self._form(word, digest.words) for word in word_texts(piece)]
            )
            if not HYPHENS.isdisjoint(piece):
                wholes = [
                    (first, self._form(word, digest.words))
                    for first, _, word in joined(piece, tokenize(piece))
                ]
                if wholes:
                    digest.joined[piece] = tuple(wholes)
        for text, _, rest in (text.partition(PAGE_END) for text in texts):
            tokens = tokenize(text)
            found = suspended(text, tokens, self._analyzer.lexicon)
            if rest and tokens and self._is_word(whole := tokens[-1].text + rest):
                found.append((len(tokens) - 1, whole))
            digest.completed.append(
                [(token, self._form(word, digest.words)) for token, word in found]
            )
        return digest

    def _is_word(self, word: str) -> bool:
        analysis = self._analyzer.lexicon.analyze(word)
        return analysis.known or bool(analysis.parts)

    def _form(self, word: str, new: dict[str, str]) -> str:
        form = form_of(word)
        if form not in self._met:
            self._met.add(form)
            new[form] = word
        return form

    def entries(self, words: Mapping[str, str]) -> dict[str, Entry]:
        """Return what the vocabulary keeps of forms; ``words`` gives a word for each."""
        # In order: what words have in common is then at hand, which saves a twentieth of the time.
        return {form: self._entry(words[form]) for form in sorted(words)}

    def _entry(self, word: str) -> Entry:
        found = self._analyzer.fresh(word)
        return loose_of(word), found.key, found.lemmas, found.parts, found.stem
