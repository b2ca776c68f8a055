"""Texts as the index keeps them, the quick way: put together from what their pieces gave."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from strategikort.index.filling.digest import Digest, Implied
from strategikort.index.filling.lexis import Lexis

_HALF = re.compile(r"[^\W_][-\u2010\u2011](?![^\W_])|(?<![^\W_])[-\u2010\u2011][^\W_]")

_NUMBER = array("I").itemsize


class Piece(NamedTuple):
    """What a piece is in the index.

    The packed forms of its words, their keys as FTS5 terms, and the terms of the parts of its
    compounds.
    """

    forms: bytes
    body: str
    parts: tuple[str, ...]


class Pieces(dict[str, Piece]):
    """The pieces that have been learnt."""

    def __init__(self, lexis: Lexis) -> None:
        self._lexis = lexis
        self._joined: dict[str, tuple[Implied, ...]] = {}
        self._halves: set[str] = set()

    def forget(self) -> None:
        """Forget everything: the vocabulary has been forgotten."""
        for known in (self, self._joined, self._halves):
            known.clear()

    def meet(self, new: Iterable[str]) -> None:
        """Note which of the pieces that will be learnt may be halves of compounds."""
        self._halves.update(filter(_HALF.search, new))

    def learn(self, digest: Digest) -> None:
        """Take in pieces; the lexis has learnt their words."""
        ids, term_of, parts_of = self._lexis.ids, self._lexis.term_of, self._lexis.part_terms
        for piece, words in digest.forms.items():
            forms = [ids[word] for word in words]
            parts = tuple(chain.from_iterable(map(parts_of, forms)))
            self[piece] = Piece(array("I", forms).tobytes(), " ".join(map(term_of, forms)), parts)
        self._joined.update(digest.joined)

    def forms(self, pieces: Iterable[str]) -> bytes:
        """Return the packed forms of the words of ``pieces``."""
        return b"".join([self[piece].forms for piece in pieces])

    def has_halves(self, pieces: Iterable[str]) -> bool:
        """Tell whether a piece may be the half of a compound (``forsynings-``)."""
        return not self._halves.isdisjoint(pieces)

    def put_together(self, pieces: Iterable[str]) -> tuple[bytes, str, dict[str, None]]:
        """Return forms, body and the terms of the parts of a text that is made of ``pieces``."""
        known = [self[piece] for piece in pieces]
        if not known:
            return b"", "", {}
        forms, bodies, parts = zip(*known, strict=True)
        return b"".join(forms), " ".join(bodies), dict.fromkeys(chain.from_iterable(parts))

    def joined(self, pieces: Sequence[str]) -> list[Implied]:
        """Return the forms that the pieces of a text are when written without their hyphens."""
        if self._joined.keys().isdisjoint(pieces):
            return []
        found: list[Implied] = []
        first = 0
        for piece in pieces:
            if piece in self._joined:
                found += [(first + token, form) for token, form in self._joined[piece]]
            first += len(self[piece].forms) // _NUMBER
        return found
