"""Texts as words, the quick way: for indexing, where the same pieces come again and again.

No word reaches over a blank, so a text is cut at its blanks and every piece is taken apart only
the first time it is met.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import NamedTuple

from strategikort.language.lexicon import Lexicon
from strategikort.language.suspended import suspended
from strategikort.language.tokens import joined, tokenize, word_texts

_HYPHENS = ("-", "\u2010", "\u2011")
_HALF = re.compile(r"[^\W_][-\u2010\u2011](?![^\W_])|(?<![^\W_])[-\u2010\u2011][^\W_]")

_REMEMBERED = 300_000
"""Pieces; beyond this they are let go."""


class Implied(NamedTuple):
    """A word that a text implies at a token: a completed half, a word without its hyphen."""

    token: int
    word: str


class _Hyphened(NamedTuple):
    joined: tuple[Implied, ...]
    half: bool


class _Pieces(dict[str, tuple[str, ...]]):
    """The words of pieces; those with a hyphen are noted besides."""

    def __init__(self) -> None:
        self.hyphened: dict[str, _Hyphened] = {}

    def __missing__(self, piece: str) -> tuple[str, ...]:
        words = self[piece] = tuple(word_texts(piece))
        if any(hyphen in piece for hyphen in _HYPHENS):
            whole = (Implied(first, word) for first, _, word in joined(piece, tokenize(piece)))
            self.hyphened[piece] = _Hyphened(tuple(whole), _HALF.search(piece) is not None)
        return words


class Reader:
    """Takes texts apart into words; remembers their pieces."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._pieces = _Pieces()

    def read(self, text: str) -> tuple[list[str], list[Implied]]:
        """Return the words of ``text`` as :func:`tokenize` gives them, and those it implies."""
        if len(self._pieces) > _REMEMBERED:
            self._pieces = _Pieces()
        pieces = text.split()
        words = list(chain.from_iterable(map(self._pieces.__getitem__, pieces)))
        hyphened = self._pieces.hyphened
        at = [at for at, piece in enumerate(pieces) if piece in hyphened]
        return words, self._implied(text, pieces, at) if at else []

    def _implied(self, text: str, pieces: list[str], at: list[int]) -> list[Implied]:
        found: list[Implied] = []
        half = False
        for number in at:
            known = self._pieces.hyphened[pieces[number]]
            half = half or known.half
            if known.joined:
                first = sum([len(self._pieces[piece]) for piece in pieces[:number]])
                found += [Implied(first + token, word) for token, word in known.joined]
        if half:
            found += [Implied(*item) for item in suspended(text, tokenize(text), self._lexicon)]
        return found
