"""Misspelt words: the nearest words of the vocabulary, never of the texts.

Distances count insertions, deletions, substitutions and transpositions (Damerau 1964, in the
optimal-string-alignment variant).  In a small vocabulary every word of a near length is compared;
in a large one only those that begin as the misspelt word does with one error in the beginning at
most, or that end as it does: they are looked up, so the cost hardly grows with the vocabulary.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cached_property
from string import ascii_lowercase

SHORTEST = 4
"""Letters; shorter words are too near to too many others."""

_SMALL = 20_000
"""Forms of a vocabulary that is compared as a whole."""

_BEGINNING = 4
"""Letters of the beginning that is looked up in a large vocabulary."""

_MOST = 8


def allowed_distance(length: int) -> int:
    """Return how many errors a word of ``length`` letters may have."""
    if length < SHORTEST:
        return 0
    return 1 if length < 7 else 2


class NearWords:
    """Finds the words of one index nearest to a misspelt one; what a small one has is kept."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._by_length: dict[int, list[str]] = {}

    def find(self, form: str) -> list[tuple[str, int]]:
        """Return ``(word, distance)`` for the forms and part keys nearest to ``form``.

        Only those at the least distance that occurs, within :func:`allowed_distance`.
        """
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        allowed = allowed_distance(len(form))
        if not allowed or not form.isalpha():
            return []
        words = self._candidates(form, allowed)
        found = process.extract(form, words, scorer=OSA.distance, limit=50, score_cutoff=allowed)
        # The first letter is seldom wrong; a change of it costs half an error more.
        ranked = sorted((distance + (word[0] != form[0]) / 2, word) for word, distance, _ in found)
        if not ranked:
            return []
        best = ranked[0][0]
        return [(word, round(distance)) for distance, word in ranked if distance == best][:_MOST]

    @cached_property
    def _small(self) -> bool:
        (size,) = self._connection.execute("SELECT max(id) FROM forms").fetchone()
        return (size or 0) <= _SMALL

    def _candidates(self, form: str, allowed: int) -> list[str]:
        if not self._small:
            return _looked_up(self._connection, form, allowed)
        lengths = range(len(form) - allowed, len(form) + allowed + 1)
        new = [length for length in lengths if length not in self._by_length]
        if new:
            self._by_length.update((length, []) for length in new)
            rows = self._connection.execute(
                "SELECT form FROM forms WHERE length(form) BETWEEN ? AND ?"
                " UNION SELECT key FROM keys WHERE length(key) BETWEEN ? AND ?",
                (new[0], new[-1]) * 2,
            )
            for (word,) in rows:
                if len(word) in new:
                    self._by_length[len(word)].append(word)
        return [word for length in lengths for word in self._by_length[length]]


def _looked_up(connection: sqlite3.Connection, form: str, allowed: int) -> list[str]:
    """Return the words of a large vocabulary that begin or end as ``form`` does, nearly."""
    between = (len(form) - allowed, len(form) + allowed)
    words: dict[str, None] = {}
    for beginning in set(_beginnings(form)):
        rows = connection.execute(
            "SELECT form FROM forms WHERE form >= ? AND form < ? AND length(form) BETWEEN ? AND ?"
            " UNION ALL SELECT key FROM keys WHERE key >= ? AND key < ?"
            " AND length(key) BETWEEN ? AND ?",
            (beginning, beginning + "\U0010ffff", *between) * 2,
        )
        words.update((word, None) for (word,) in rows)
    if allowed > 1:
        # Both errors may be in the beginning, which an extra letter and a pair of letters changed
        # about make two letters longer.
        ending = form[min(_BEGINNING + 2, len(form) - 3) :][::-1]
        rows = connection.execute(
            "SELECT form FROM forms WHERE backwards >= ? AND backwards < ?"
            " AND length(form) BETWEEN ? AND ?",
            (ending, ending + "\U0010ffff", *between),
        )
        words.update((word, None) for (word,) in rows)
    return list(words)


def _beginnings(form: str) -> Iterator[str]:
    """Yield the first letters of all words that begin as ``form`` does but for one error.

    An error is one of those that :class:`NearWords` counts; ``form`` is folded, so its Danish
    letters are plain ones.
    """
    length = _BEGINNING
    yield form[:length]
    for at in range(length):
        yield (form[:at] + form[at + 1 :])[:length]
        yield (form[:at] + form[at + 1 : at + 2] + form[at] + form[at + 2 :])[:length]
        for letter in ascii_lowercase:
            yield form[:at] + letter + form[at + 1 : length]
            yield form[:at] + letter + form[at : length - 1]
