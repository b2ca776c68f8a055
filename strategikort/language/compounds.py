"""Splitting Danish compounds: ``forsyningskæder`` is ``forsyning`` + ``kæde``.

A part may only stand where the dictionary lets it: every part but the last in a combining form
(with -s-, -e- or nothing, as the dictionary says for that very word), the last in a form that may
close a compound.  So nothing is found by mere substring: no ``vind`` in ``kvinder``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from strategikort.language.compound_lists import (
    NEVER_FIRST,
    NEVER_LAST,
    SHORT_FIRST,
    SHORT_LAST,
    WHOLE,
)
from strategikort.language.words import (
    CLOSING,
    COMBINING,
    ENDING,
    Found,
    WordList,
    agree,
    likeliest,
)

_SHORTEST = 5
"""Letters a word must have to be taken for a compound."""

_LONGEST = 80
"""Letters of the longest word that is split; anything longer is no Danish word."""


class Part(NamedTuple):
    """A part of a compound: its letters ``[start, end)`` in the word, and its possible lemmas.

    The letters take in the linking letter: ``forsynings`` in ``forsyningskæde``.
    """

    start: int
    end: int
    lemmas: tuple[str, ...]


class _Way(NamedTuple):
    cost: int
    parts: tuple[tuple[int, int, tuple[Found, ...]], ...]


class Splitter:
    """Splits words with the combining and closing forms of a word list."""

    def __init__(self, words: WordList) -> None:
        self._words = words

    def split(self, form: str, listed: Sequence[Found] = ()) -> tuple[Part, ...]:
        """Return the parts of ``form`` (small Danish letters), nothing if it is no compound.

        ``listed`` is what the dictionary itself says of the form: a split counts only if its
        parts make one of those lemmas (``krum`` + ``tappen`` makes ``krumtap``) with the same
        inflection.
        """
        if not _SHORTEST <= len(form) <= _LONGEST or not form.isalpha():
            return ()
        return self._refine(_Search(self._words, form), 0, len(form), True, listed)

    def _refine(
        self, search: _Search, start: int, end: int, last: bool, listed: Sequence[Found]
    ) -> tuple[Part, ...]:
        """Split the stretch in as few parts as can be, then every part again."""
        if end - start < _SHORTEST or any(entry.lemma in WHOLE for entry in listed):
            return ()
        parts: list[Part] = []
        for first, stop, found in search.best(start, end, last, listed).parts:
            inner = self._refine(search, first, stop, last and stop == end, found)
            parts.extend(inner or (_part(search.form, first, stop, found),))
        return tuple(parts)


class _Search:
    """The listed forms at each place of one word, looked up once."""

    def __init__(self, words: WordList, form: str) -> None:
        self.form = form
        self._words = words
        self._found: dict[int, tuple[dict[int, list[Found]], dict[int, list[Found]]]] = {}

    def best(self, start: int, end: int, last: bool, listed: Sequence[Found]) -> _Way:
        """Return the cheapest way to make ``form[start:end]`` of at least two parts.

        ``last`` tells whether the stretch closes the word; else it must end in a combining form.
        """
        known: dict[int, _Way | None] = {}

        def rest(at: int) -> _Way | None:
            if at in known:
                return known[at]
            best = None
            combining, closing = self.at(at)
            final = (closing if last else combining).get(end, ()) if at > start else ()
            found = tuple(
                entry
                for entry in self._fitting(start, at, final, listed)
                if _may(self.form[at:end], entry.lemma, NEVER_LAST, SHORT_LAST)
            )
            if not listed and any(entry.kind not in "vp" for entry in found):
                found = tuple(entry for entry in found if entry.kind not in "vp")
            if found:
                best = _Way(_cost(self.form[at:end]), ((at, end, found),))
            for stop, entries in combining.items():
                surface = self.form[at:stop]
                found = tuple(
                    entry
                    for entry in entries
                    if _may(surface, entry.lemma, NEVER_FIRST, SHORT_FIRST)
                )
                tail = rest(stop) if found and stop < end else None
                if tail and (best is None or _cost(surface) + tail.cost < best.cost):
                    best = _Way(_cost(surface) + tail.cost, ((at, stop, found), *tail.parts))
            known[at] = best
            return best

        return rest(start) or _Way(0, ())

    def _fitting(
        self, start: int, at: int, entries: Iterable[Found], listed: Sequence[Found]
    ) -> Iterator[Found]:
        head = self.form[start:at]
        for entry in entries:
            same = [whole.kind for whole in listed if whole.lemma == head + entry.lemma]
            # A prefix has no inflection to compare.
            bare = entry.mark == COMBINING and (entry.kind == "-" or "-" in same)
            if not listed or (same and (bare or agree(same, entry.kind))):
                yield entry

    def at(self, start: int) -> tuple[dict[int, list[Found]], dict[int, list[Found]]]:
        """Return the combining and the closing forms that begin at ``start``, by their end."""
        found = self._found.get(start)
        if found is None:
            found = ({}, {})
            for entry in self._words.starting(self.form, start):
                if entry.mark == COMBINING:
                    found[0].setdefault(entry.end, []).append(entry)
                elif entry.mark == CLOSING or (entry.mark == ENDING and start):
                    found[1].setdefault(entry.end, []).append(entry)
            self._found[start] = found
        return found


def _part(form: str, start: int, end: int, found: Iterable[Found]) -> Part:
    surface = form[start:end]
    found = list(found)
    lemmas = dict.fromkeys(entry.lemma for entry in likeliest(found, surface))
    # What looks unlikely by itself may be a linking letter here: brug + s in landbrugsstøtte.
    lemmas |= dict.fromkeys(entry.lemma for entry in found if entry.mark == COMBINING)
    return Part(start, end, tuple(lemmas))


def _may(surface: str, lemma: str, never: frozenset[str], short: frozenset[str]) -> bool:
    if len(lemma) < 4 or len(surface) < 4:
        return lemma in short
    return surface not in never and lemma not in never


def _cost(surface: str) -> int:
    return 10 + max(0, 5 - len(surface)) * 2
