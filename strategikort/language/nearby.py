"""Words that are spelt nearly as a word: with an error, by ear, or without Danish letters.

The word list is walked letter by letter, with every way to go on that an error allows, so that
only what words begin with is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from strategikort.language.compounds import LONGEST, Part
from strategikort.language.spelling import CONFUSED, PLAIN, spellings
from strategikort.language.words import State, WordList

_HEARD = """
    au:av ej:eg ene:ende ene:erne er:ere ere:er f:ph i:ig j:hj k:ch ks:x kv:qu l:ld ll:ld
    n:nd nn:nd o:å r:rd s:ds s:sc sh:ch sj:ch sj:sch sjon:sion sjon:tion sion:ssion sion:tion t:gt
    t:th tion:sion tion:ssion u:ou v:hv v:w x:ks y:ø å:o ø:y øj:eu
"""
_BY_EAR: dict[str, list[str]] = {}
for _pair in _HEARD.split():
    _typed, _meant = _pair.split(":")
    _BY_EAR.setdefault(_typed, []).append(_meant)
for _one, _other in map(sorted, CONFUSED):
    _BY_EAR.setdefault(_one, []).append(_other)
    _BY_EAR.setdefault(_other, []).append(_one)
_LONGEST = max(map(len, _BY_EAR))


class Errors(NamedTuple):
    """How a word is misspelt: with ``number`` errors, and ``plain`` without Danish letters besides.

    An error is a letter too many, too few or wrong, two letters changed about (Damerau 1964), or
    letters for others that sound so; only these, and one letter for two, ``by_ear``.
    """

    number: int
    by_ear: bool = False
    plain: bool = False


_ERRORS = (Errors(1, by_ear=True), Errors(1), Errors(2, by_ear=True))
"""How a word may be misspelt, likeliest first."""
_PLAIN_ERRORS = tuple(errors._replace(plain=True) for errors in _ERRORS[:2])
"""The same of a word that may lack its Danish letters besides."""

_LEAST = 4
"""Letters of each of two parts of a compound, at least."""


class Nearby:
    """Finds words of a list that are spelt nearly as another, and compounds of them.

    ``parts`` tells the parts of a compound.
    """

    def __init__(self, words: WordList, parts: Callable[[str], Sequence[Part]]) -> None:
        self._words = words
        self._parts = parts

    def words(self, form: str) -> list[str]:
        """Return the words that ``form``, in small letters, is with the likeliest errors."""
        return self._likeliest(form, self._tails)

    def compounds(self, form: str) -> list[str]:
        """Return the compounds of long parts that ``form`` is with the likeliest errors in one."""
        return self._likeliest(form, self._made)

    def _likeliest(self, form: str, find: Callable[[str, Errors], Iterable[str]]) -> list[str]:
        for reading in spellings(form) if len(form) <= LONGEST else ():
            for errors in _ERRORS + _PLAIN_ERRORS * reading.isascii():
                if found := sorted(set(find(reading, errors))):
                    return found
        return []

    def _made(self, form: str, errors: Errors) -> Iterator[str]:
        """Yield the compounds with ``errors`` before or behind one place where they are joined."""
        none = errors._replace(number=0)
        for at in range(_LEAST, len(form) - _LEAST + 1):
            head, tail = form[:at], form[at:]
            if tails := self._tails(tail, none) or [tail] * bool(self._parts(tail)):
                yield from self._joined(self._heads(head, errors), tails)
            if heads := self._heads(head, none) or [head] * bool(self._parts(head)):
                yield from self._joined(heads, self._tails(tail, errors))

    def _joined(self, heads: Sequence[str], tails: Sequence[str]) -> Iterator[str]:
        for head, tail in product(heads, tails):
            if any(part.end == len(head) for part in self._parts(head + tail)):
                yield head + tail

    def _heads(self, form: str, errors: Errors) -> list[str]:
        near = _reached(self._words, form, errors)
        return [word for word, state in near.items() if state.combining]

    def _tails(self, form: str, errors: Errors) -> list[str]:
        near = _reached(self._words, form, errors)
        return [word for word, state in near.items() if state.words]


def heard(word: str) -> Iterator[str]:
    """Yield how a folded word may be spelt that sounds so, in one place: ``tek``, ``tech``."""
    for at in range(len(word)):
        for end in range(at + 1, min(at + _LONGEST, len(word)) + 1):
            for letters in _BY_EAR.get(word[at:end], ()):
                yield f"{word[:at]}{letters}{word[end:]}"


def _reached(words: WordList, form: str, errors: Errors) -> dict[str, State]:
    """Return how ``form``, in small letters, is spelt without ``errors``, and where that leads."""
    found: dict[str, State] = {}
    todo = [(words.root, 0, "", errors.number)]
    while todo:
        state, at, done, left = todo.pop()
        if at == len(form) and not left:
            found[done] = state
        for letters, end, cost in _ways(form, at, state, errors._replace(number=left)):
            after = words.follow(state, letters)
            if after:
                todo.append((after, end, done + letters, left - cost))
    return found


def _ways(form: str, at: int, state: State, errors: Errors) -> Iterator[tuple[str, int, int]]:
    """Yield the letters that may stand for those at a place, where these end, and the errors."""
    letter = form[at : at + 1]
    if letter:
        yield letter, at + 1, 0
        for other in PLAIN.get(letter, "") if errors.plain else "":
            yield other, at + 1, 0
    if not errors.number:
        return
    for end in range(at + 1, min(at + _LONGEST, len(form)) + 1):
        for others in _BY_EAR.get(form[at:end], ()):
            yield others, end, 1
    if letter and letter == form[at + 1 : at + 2]:
        yield letter, at + 2, 1
    elif letter and letter not in "aeiouyæøå":
        yield letter * 2, at + 1, 1
    if errors.by_ear:
        return
    for other in state.steps:
        yield other, at, 1
        if letter and other != letter:
            yield other, at + 1, 1
    if letter:
        yield "", at + 1, 1
    if at + 1 < len(form):
        yield form[at + 1] + letter, at + 2, 1
