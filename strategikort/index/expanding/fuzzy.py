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
from itertools import chain
from string import ascii_lowercase

from strategikort.language.fold import fold
from strategikort.language.spelling import CONFUSED, letters_of

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

_PLAIN = str.maketrans("æøå", "aoa")

_LIKELY = 0.25
"""How much less an error counts that is often made."""


def allowed_distance(length: int) -> int:
    """Return how many errors a word of ``length`` letters may have."""
    if length < SHORTEST:
        return 0
    return 1 if length < 7 else 2


def is_likely(typed: str, meant: str) -> bool:
    """Tell whether a word with one error has one that is often made.

    That is a letter for one that sounds like it, or one letter for two or two for one.

    >>> is_likely("kapløbed", "kapløbet"), is_likely("terorisme", "terrorisme")
    (True, True)
    """
    shorter, longer = sorted((typed, meant), key=len)
    at = next(
        (at for at, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter)
    )
    if len(shorter) == len(longer):
        pair = frozenset((typed[at : at + 1], meant[at : at + 1]))
        return pair in CONFUSED and typed[at + 1 :] == meant[at + 1 :]
    return longer[at] == longer[at - 1] and longer[at + 1 :] == shorter[at:] if at else False


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

        if not form.isalpha():
            return []
        costs: dict[str, tuple[float, int]] = {}
        # Two letters that look like æ, ø or å may be an error: samtael is samtale.
        for letters in dict.fromkeys((letters_of(form), form)):
            allowed = allowed_distance(len(letters))
            words = self._candidates(letters, allowed) if allowed else {}
            for near, distance, word in process.extract(
                letters, words, scorer=OSA.distance, limit=50, score_cutoff=allowed
            ):
                # The first letter is seldom wrong.
                wrong = near[0].translate(_PLAIN) != letters[0].translate(_PLAIN)
                likely = distance == 1 and is_likely(letters, near)
                cost = (distance + wrong / 2 - likely * _LIKELY, distance)
                costs[word] = min(cost, costs.get(word, cost))
        best = min(costs.values(), default=(0.0, 0))[0]
        ranked = sorted(word for word, (cost, _) in costs.items() if cost == best)
        return [(word, costs[word][1]) for word in ranked[:_MOST]]

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
                near = letters_of(word)
                if len(near) in new:
                    self._by_length[len(near)][word] = near
        words: dict[str, str] = {}
        for length in lengths:
            words.update(self._by_length[length])
        return words


def _looked_up(connection: sqlite3.Connection, letters: str, lengths: range) -> dict[str, str]:
    """Return the words of a large vocabulary that begin or end with ``letters``, nearly."""
    between = (lengths[0], _LONGER * lengths[-1])
    words: set[str] = set()
    for beginning in {fold(beginning) for beginning in _beginnings(letters)}:
        rows = connection.execute(
            "SELECT form FROM forms WHERE form >= ? AND form < ? AND length(form) BETWEEN ? AND ?"
            " UNION ALL SELECT key FROM keys WHERE key >= ? AND key < ?"
            " AND length(key) BETWEEN ? AND ?",
            (beginning, beginning + "\U0010ffff", *between) * 2,
        )
        words.update(chain.from_iterable(rows))
    if len(lengths) > 3:
        # Both errors may be in the beginning, which an extra letter and a pair of letters changed
        # about make two letters longer.
        ending = fold(letters[min(_BEGINNING + 2, len(letters) - 3) :])[::-1]
        rows = connection.execute(
            "SELECT form FROM forms WHERE backwards >= ? AND backwards < ?"
            " AND length(form) BETWEEN ? AND ?",
            (ending, ending + "\U0010ffff", *between),
        )
        words.update(chain.from_iterable(rows))
    found = sorted(words)
    # All of them at once: many thousand words, of which few have such letters.
    return dict(zip(found, letters_of(" ".join(found)).split(), strict=True))


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
