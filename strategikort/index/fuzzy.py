"""Misspelt words: the nearest words of the vocabulary, never of the texts.

Distances count insertions, deletions, substitutions and transpositions (Damerau 1964, in the
optimal-string-alignment variant) of letters as they are typed: æ, ø and å are one each, though a
folded word has two for them.  In a small vocabulary every word of a near length is compared; in a
large one only those that begin as the misspelt word does with one error in the beginning at most,
or that end as it does: they are looked up, so the cost hardly grows with the vocabulary.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cached_property
from string import ascii_lowercase

from strategikort.language.fold import fold
from strategikort.language.spelling import LETTERS

SHORTEST = 4
"""Letters; shorter words are too near to too many others."""

_SMALL = 20_000
"""Forms of a vocabulary that is compared as a whole."""

_BEGINNING = 4
"""Letters of the beginning that is looked up in a large vocabulary."""

_MOST = 8

_ALPHABET = ascii_lowercase + "æøå"
_LONGER = 2
"""How many times as long as its letters a folded word is at most."""


def allowed_distance(length: int) -> int:
    """Return how many errors a word of ``length`` letters may have."""
    if length < SHORTEST:
        return 0
    return 1 if length < 7 else 2


def _letters(form: str) -> str:
    """Return a folded word with one sign for each of its letters."""
    for two, one in LETTERS.items():
        form = form.replace(two, one)
    return form


class NearWords:
    """Finds the words of one index nearest to a misspelt one; what a small one has is kept."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._by_length: dict[int, dict[str, str]] = {}

    def find(self, form: str) -> list[tuple[str, int]]:
        """Return ``(word, distance)`` for the forms and part keys nearest to ``form``.

        Only those at the least distance that occurs, within :func:`allowed_distance`.
        """
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        letters = _letters(form)
        allowed = allowed_distance(len(letters))
        if not allowed or not form.isalpha():
            return []
        words = self._candidates(letters, allowed)
        found = process.extract(letters, words, scorer=OSA.distance, limit=50, score_cutoff=allowed)
        # The first letter is seldom wrong; a change of it costs half an error more.
        ranked = sorted(
            (distance + (near[0] != letters[0]) / 2, word) for near, distance, word in found
        )
        if not ranked:
            return []
        best = ranked[0][0]
        return [(word, round(distance)) for distance, word in ranked if distance == best][:_MOST]

    @cached_property
    def _small(self) -> bool:
        (size,) = self._connection.execute("SELECT max(id) FROM forms").fetchone()
        return (size or 0) <= _SMALL

    def _candidates(self, letters: str, allowed: int) -> dict[str, str]:
        """Return the words that may be near, each with its letters."""
        lengths = range(len(letters) - allowed, len(letters) + allowed + 1)
        if not self._small:
            return _looked_up(self._connection, letters, lengths)
        new = [length for length in lengths if length not in self._by_length]
        if new:
            self._by_length.update((length, {}) for length in new)
            rows = self._connection.execute(
                "SELECT form FROM forms WHERE length(form) BETWEEN ? AND ?"
                " UNION ALL SELECT key FROM keys WHERE length(key) BETWEEN ? AND ?",
                (new[0], _LONGER * new[-1]) * 2,
            )
            for (word,) in rows:
                near = _letters(word)
                if len(near) in new:
                    self._by_length[len(near)][word] = near
        words: dict[str, str] = {}
        for length in lengths:
            words.update(self._by_length[length])
        return words


def _looked_up(connection: sqlite3.Connection, letters: str, lengths: range) -> dict[str, str]:
    """Return the words of a large vocabulary that begin or end with ``letters``, nearly."""
    between = (lengths[0], _LONGER * lengths[-1])
    words: dict[str, None] = {}
    for beginning in {fold(beginning) for beginning in _beginnings(letters)}:
        rows = connection.execute(
            "SELECT form FROM forms WHERE form >= ? AND form < ? AND length(form) BETWEEN ? AND ?"
            " UNION ALL SELECT key FROM keys WHERE key >= ? AND key < ?"
            " AND length(key) BETWEEN ? AND ?",
            (beginning, beginning + "\U0010ffff", *between) * 2,
        )
        words.update((word, None) for (word,) in rows)
    if len(lengths) > 3:
        # Both errors may be in the beginning, which an extra letter and a pair of letters changed
        # about make two letters longer.
        ending = fold(letters[min(_BEGINNING + 2, len(letters) - 3) :])[::-1]
        rows = connection.execute(
            "SELECT form FROM forms WHERE backwards >= ? AND backwards < ?"
            " AND length(form) BETWEEN ? AND ?",
            (ending, ending + "\U0010ffff", *between),
        )
        words.update((word, None) for (word,) in rows)
    return {word: _letters(word) for word in words}


def _beginnings(letters: str) -> Iterator[str]:
    """Yield the first letters of all words that begin as ``letters`` do but for one error.

    An error is one of those that :class:`NearWords` counts.
    """
    length = _BEGINNING
    yield letters[:length]
    for at in range(length):
        yield (letters[:at] + letters[at + 1 :])[:length]
        yield (letters[:at] + letters[at + 1 : at + 2] + letters[at] + letters[at + 2 :])[:length]
        for letter in _ALPHABET:
            yield letters[:at] + letter + letters[at + 1 : length]
            yield letters[:at] + letter + letters[at : length - 1]
