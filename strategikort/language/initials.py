"""Names of persons with their given names cut short: ``H.C. Andersen``, ``Lars Chr. Lilleholt``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

_SHORT = {
    "august": "Aug.",
    "christian": "Chr.",
    "frederik": "Fr.",
    "johan": "Joh.",
    "johannes": "Joh.",
    "kristian": "Kr.",
    "ludvig": "Ludv.",
    "thomas": "Th.",
    "vilhelm": "Vilh.",
}
"""Given names that are cut short by more than their first letter."""

_MOST_GIVEN = 3
"""Given names before the last name, at most."""


_MOST_LETTERS = 2
"""Letters of given names that are written together, at most."""


class Person(NamedTuple):
    """The words ``[start, end)`` that may name a person, the given names before the last."""

    start: int
    end: int
    given: tuple[str, ...]


def persons(words: Sequence[str]) -> Iterator[Person]:
    """Yield the words with a capital that stand side by side, as names of persons do.

    >>> [person.given for person in persons(["digteren", "H.C", "Andersen"])]
    [('H.C',)]
    """
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and words[end][:1].isupper():
            end += 1
        if 1 < end - at <= _MOST_GIVEN + 1:
            yield Person(at, end, tuple(words[at : end - 1]))
        at = max(end, at + 1)


def beginnings(word: str) -> tuple[str, ...]:
    """Return what the given names begin with that a word is short for; none where it is a name.

    >>> beginnings("H.C"), beginnings("HC"), beginnings("Chr"), beginnings("Hans")
    (('H', 'C'), ('H', 'C'), ('Chr',), ())
    """
    letters = word.replace(".", "")
    if letters.isalpha() and letters.isupper() and len(letters) <= _MOST_LETTERS:
        return tuple(letters)
    return (word,) if f"{word}." in _SHORT.values() else ()


def cut_short(given: Sequence[str]) -> Iterator[str]:
    """Yield the ways to cut short given names that are whole; none where one is not.

    >>> list(cut_short(["Hans", "Christian"]))
    ['H.C.', 'H. C.', 'HC', 'H. Christian', 'Hans C.', 'Hans Chr.', 'H. Chr.']
    """
    # A text has »i« for other things than Ida.
    if any(beginnings(name) or not name.isalpha() or name.startswith("I") for name in given):
        return
    first, *middle = given
    letters = [name[0] for name in given]
    if middle:
        yield "".join(f"{letter}." for letter in letters)
    yield " ".join(f"{letter}." for letter in letters)
    if middle:
        yield "".join(letters)
        yield " ".join([f"{first[0]}.", *middle])
        yield " ".join([first, *(f"{name[0]}." for name in middle)])
    shorter = [_SHORT.get(name.lower(), name) for name in given]
    if shorter != [*given]:
        yield " ".join(shorter)
        yield " ".join([f"{first[0]}.", *shorter[1:]]) if middle else f"{first[0]}."
