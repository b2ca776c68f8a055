"""Texts as the index keeps them, the quick way: put together from what their pieces gave."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from itertools import chain

from strategikort.index.filling.digest import Digest, Implied
from strategikort.index.filling.lexis import Lexis

_HALF = re.compile(r"[^\W_][-\u2010\u2011](?![^\W_])|(?<![^\W_])[-\u2010\u2011][^\W_]")

_NUMBER = array("I").itemsize


class Piece:
    """What a piece is in the index, empty until it has been learnt.

    The packed forms of its words, their keys as FTS5 terms, the terms of the parts of its
    compounds, what it is when written without hyphens, and whether it may be half a compound.
    """

    __slots__ = ("body", "forms", "half", "joined", "parts")

    def __init__(self, text: str) -> None:
        self.forms = b""
        self.body = ""
        self.parts: tuple[str, ...] = ()
        self.joined: tuple[Implied, ...] = ()
        self.half = _HALF.search(text) is not None


class Pieces(dict[str, Piece]):
    """The pieces that have been met."""

    def __init__(self, lexis: Lexis) -> None:
        self._lexis = lexis
        self._new: list[str] = []

    def __missing__(self, text: str) -> Piece:
        self._new.append(text)
        piece = self[text] = Piece(text)
        return piece

    def forget(self) -> None:
        """Forget everything: the vocabulary has been forgotten."""
        self.clear()
        self._new.clear()

    def cut(self, text: str) -> list[Piece]:
        """Return the pieces of ``text``."""
        return [*map(self.__getitem__, text.split())]

    def new(self) -> list[str]:
        """Return the pieces that have been met since this was asked last."""
        new, self._new = self._new, []
        return new

    def learn(self, digest: Digest) -> None:
        """Take in what is known of pieces; the lexis has learnt their words."""
        ids, term_of, parts_of = self._lexis.ids, self._lexis.term_of, self._lexis.part_terms
        for text, words in digest.forms.items():
            piece = self[text]
            forms = [ids[word] for word in words]
            piece.forms = array("I", forms).tobytes()
            piece.body = " ".join(map(term_of, forms))
            piece.parts = tuple(chain.from_iterable(map(parts_of, forms)))
        for text, joined in digest.joined.items():
            self[text].joined = joined


def forms_of(pieces: Iterable[Piece]) -> bytes:
    """Return the packed forms of the words of ``pieces``."""
    return b"".join([piece.forms for piece in pieces])


def put_together(pieces: Sequence[Piece]) -> tuple[bytes, str, dict[str, None]]:
    """Return forms, body and the terms of the parts of a text that is made of ``pieces``."""
    body = " ".join([piece.body for piece in pieces])
    parts = chain.from_iterable([piece.parts for piece in pieces if piece.parts])
    return forms_of(pieces), body, dict.fromkeys(parts)


def joined(pieces: Iterable[Piece]) -> list[Implied]:
    """Return the forms that the pieces of a text are when written without their hyphens."""
    found: list[Implied] = []
    first = 0
    for piece in pieces:
        found += [(first + token, form) for token, form in piece.joined]
        first += len(piece.forms) // _NUMBER
    return found
