"""Misspelt words: the nearest words of the vocabulary, never of the texts.

Distances count insertions, deletions, substitutions and transpositions (Damerau 1964, in the
optimal-string-alignment variant).  In a small vocabulary every word of a near length is compared;
in a large one only those that share trigrams with the misspelt word.
"""

from __future__ import annotations

import sqlite3

SHORTEST = 4
"""Letters; shorter words are too near to too many others."""

_SMALL = 20_000
_MOST = 8


def allowed_distance(length: int) -> int:
    """Return how many errors a word of ``length`` letters may have."""
    if length < SHORTEST:
        return 0
    return 1 if length < 7 else 2


def near_words(connection: sqlite3.Connection, form: str) -> list[tuple[str, int]]:
    """Return ``(word, distance)`` for the forms and part keys nearest to ``form``.

    Only those at the least distance that occurs, within :func:`allowed_distance`.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    allowed = allowed_distance(len(form))
    if not allowed or not form.isalpha():
        return []
    words = _candidates(connection, form, allowed)
    found = process.extract(form, words, scorer=OSA.distance, limit=50, score_cutoff=allowed)
    # The first letter is seldom wrong; a change of it costs half an error more.
    ranked = sorted((distance + (word[0] != form[0]) / 2, word) for word, distance, _ in found)
    if not ranked:
        return []
    best = ranked[0][0]
    return [(word, round(distance)) for distance, word in ranked if distance == best][:_MOST]


def _candidates(connection: sqlite3.Connection, form: str, allowed: int) -> list[str]:
    (size,) = connection.execute("SELECT max(id) FROM forms").fetchone()
    between = (len(form) - allowed, len(form) + allowed)
    if (size or 0) <= _SMALL:
        rows = connection.execute(
            "SELECT form FROM forms WHERE length(form) BETWEEN ? AND ?"
            " UNION SELECT key FROM keys WHERE length(key) BETWEEN ? AND ?",
            between * 2,
        )
    else:
        trigrams = {form[at : at + 3] for at in range(len(form) - 2)}
        rows = connection.execute(
            "SELECT form FROM forms WHERE id IN ("
            "SELECT rowid FROM spellings WHERE spellings MATCH ? ORDER BY rank LIMIT 500"
            ") AND length(form) BETWEEN ? AND ?",
            (" OR ".join(f'"{trigram}"' for trigram in trigrams), *between),
        )
    return [word for (word,) in rows]
