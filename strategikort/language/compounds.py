"""Splitting Danish compounds: ``forsyningskæder`` is ``forsyning`` + ``kæde``.

A part may only stand where the dictionary lets it: every part but the last in a combining form
(with -s-, -e- or nothing, as the dictionary says for that very word), the last in a form that may
close a compound.  So nothing is found by mere substring: no ``vind`` in ``kvinder``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from strategikort.language.compound_lists import (
    NEVER_FIRST,
    NEVER_LAST,
    SHORT_FIRST,
    SHORT_LAST,
    UNLINKED,
    WHOLE,
)
from strategikort.language.words import (
    COMBINING,
    NOUNS,
    Found,
    State,
    WordList,
    agree,
    found,
    likeliest,
    without_numerals,
)

_SHORTEST = 5
"""Letters a word must have to be taken for a compound."""

_LONG_HEAD, _LONG_TAIL = 5, 6
"""Letters of the parts of a listed word that need not be inflected alike, at least."""

_LEAST = 10
"""What any part costs at least (see :func:`_cost`)."""

_ENDLESS = 1 << 30
"""What a way may cost while none is known."""

LONGEST = 80
"""Letters of the longest word that is split; anything longer is no Danish word."""

_REMEMBERED = 1 << 17
"""Stretches of words; compounds have their parts in common, so most have been seen before."""

LINKS = ("", "s", "e")
"""What may stand between the parts of a compound."""


class Part(NamedTuple):
    """A part of a compound: its letters ``[start, end)`` in the word, and its possible lemmas.

    The letters take in the linking letter: ``forsynings`` in ``forsyningskæde``.
    """

    start: int
    end: int
    lemmas: tuple[str, ...]


class _Way(NamedTuple):
    """A way to make a stretch of parts: how many letters each takes, and what it may be."""

    cost: int
    parts: tuple[tuple[int, tuple[Found, ...]], ...]


class Splitter:
    """Splits words with the combining and closing forms of a word list."""

    def __init__(self, words: WordList) -> None:
        self._words = words
        self._chain = lru_cache(maxsize=_REMEMBERED)(self._find_chain)
        # By hand: an lru_cache, whose key would take in the state, was measured to be slower.
        self._firsts: dict[str, tuple[Found, ...]] = {}
        self._parts = lru_cache(maxsize=_REMEMBERED)(self._parts_of)

    def split(self, form: str, listed: Sequence[Found] = ()) -> tuple[Part, ...]:
        """Return the parts of ``form`` (small Danish letters), nothing if it is no compound.

        ``listed`` is what the dictionary itself says of the form: a split counts only if its
        parts make one of those lemmas (``krum`` + ``tappen`` makes ``krumtap``) with the same
        inflection.
        """
        if not _SHORTEST <= len(form) <= LONGEST or not form.isalpha():
            return ()
        return self._divide(form, True, tuple(listed))

    def _divide(self, stretch: str, last: bool, listed: tuple[Found, ...]) -> tuple[Part, ...]:
        """Divide a stretch into as few parts as can be, then every part again.

        ``last`` tells whether the stretch closes the word; else it must end in a combining form.
        """
        if len(stretch) < _SHORTEST or any(entry.lemma in WHOLE for entry in listed):
            return ()
        way = self._best(stretch, last, listed)
        if not way:
            return ()
        parts: list[Part] = []
        start = 0
        for length, readings in way.parts:
            end = start + length
            inner = self._parts(stretch[start:end], last and end == len(stretch), readings)
            parts += [Part(start + one, start + other, lemmas) for one, other, lemmas in inner]
            start = end
        return tuple(parts)

    def _parts_of(self, surface: str, last: bool, readings: tuple[Found, ...]) -> tuple[Part, ...]:
        """Return what a part is made of, or the part as it is."""
        inner = self._divide(surface, last, readings)
        return inner or (Part(0, len(surface), _lemmas(surface, readings)),)

    def _best(self, stretch: str, last: bool, listed: tuple[Found, ...]) -> _Way | None:
        """Return the cheapest way to make a stretch of at least two parts."""
        combining = self._words.walk(stretch).combining
        return self._continued(None, stretch, combining, last, "", listed)

    def _find_chain(
        self, rest: str, last: bool, head: str = "", listed: tuple[Found, ...] = ()
    ) -> _Way | None:
        """Return the cheapest way to make ``rest``, what comes after ``head``, of parts."""
        combining, whole = self._words.walk(rest)
        best = self._as_one(rest, whole, last, head, listed)
        return self._continued(best, rest, combining, last, head, listed) if combining else best

    def _as_one(
        self, rest: str, whole: State | None, last: bool, head: str, listed: tuple[Found, ...]
    ) -> _Way | None:
        """Return ``rest``, which ends at the state ``whole``, as one part, if it can be that."""
        scripts = (whole.closing if last else whole.combining) if whole else ()
        if not scripts:
            return None
        readings = found(rest, scripts)
        if listed:
            readings = _fitting(head, readings, listed)
        readings = _allowed(rest, readings, NEVER_LAST, SHORT_LAST)
        if not listed and any(entry.kind not in "vp" for entry in readings):
            readings = tuple([entry for entry in readings if entry.kind not in "vp"])
        return _Way(_cost(rest), ((len(rest), readings),)) if readings else None

    def _continued(
        self,
        best: _Way | None,
        rest: str,
        combining: Sequence[tuple[int, State]],
        last: bool,
        head: str,
        listed: tuple[Found, ...],
    ) -> _Way | None:
        """Return ``best`` or a cheaper way to make ``rest`` of a combining form and more.

        Long forms are tried first, which soon finds a way of few parts; of ways that cost the
        same that with the shortest form is taken.
        """
        for stop, state in reversed(combining):
            if stop == len(rest):
                continue
            surface = rest[:stop]
            cost = _cost(surface)
            left = best.cost - cost if best else _ENDLESS
            if left < _LEAST:
                continue
            readings = self._first(surface, state)
            if not readings or not _may_begin(head + surface, listed):
                continue
            tail = rest[stop:]
            if left < 2 * _LEAST:
                # No room for two more parts.
                whole = self._words.state(tail)
                way = self._as_one(tail, whole, last, head + surface, listed)
            elif listed:
                way = self._find_chain(tail, last, head + surface, listed)
            else:
                way = self._chain(tail, last)
            if way and way.cost <= left:
                best = _Way(cost + way.cost, ((stop, readings), *way.parts))
        return best

    def _first(self, surface: str, state: State) -> tuple[Found, ...]:
        """Return what ``surface``, which ends at ``state``, may be before other parts."""
        readings = self._firsts.get(surface)
        if readings is None:
            if len(self._firsts) >= _REMEMBERED:
                self._firsts.clear()
            readings = _allowed(surface, found(surface, state.combining), NEVER_FIRST, SHORT_FIRST)
            self._firsts[surface] = readings
        return readings


def _may_begin(head: str, listed: Sequence[Found]) -> bool:
    """Tell whether there are last parts that make one of ``listed`` after ``head``."""
    return not listed or any(whole.lemma.startswith(head) for whole in listed)


def _fitting(head: str, readings: Iterable[Found], listed: Sequence[Found]) -> tuple[Found, ...]:
    """Return those of ``readings`` that after ``head`` make one of the ``listed`` words."""
    fitting: list[Found] = []
    for entry in readings:
        same = [whole.kind for whole in listed if whole.lemma == head + entry.lemma]
        # A prefix has no inflection to compare.
        bare = entry.mark == COMBINING and (entry.kind == "-" or "-" in same)
        # Of long parts a word is not made by accident, whatever inflection it is listed with.
        nouns = entry.kind in NOUNS and not NOUNS.isdisjoint(same)
        long = nouns and len(head) >= _LONG_HEAD and len(entry.lemma) >= _LONG_TAIL
        if same and (bare or long or agree(same, entry.kind)):
            fitting.append(entry)
    return tuple(fitting)


def _lemmas(surface: str, readings: Sequence[Found]) -> tuple[str, ...]:
    lemmas = dict.fromkeys(entry.lemma for entry in likeliest(readings, surface))
    if surface in UNLINKED:
        if len(lemmas) > 1:  # the whole may be a genitive: husfælles
            lemmas.pop(surface[:-1], None)
    else:
        # What looks unlikely by itself may be a linking letter here: brug + s in landbrugsstøtte.
        lemmas |= dict.fromkeys(entry.lemma for entry in readings if entry.mark == COMBINING)
    return tuple(lemmas)


def _allowed(
    surface: str, readings: tuple[Found, ...], never: frozenset[str], short: frozenset[str]
) -> tuple[Found, ...]:
    """Return those of ``readings`` that may be a part here."""
    readings = tuple(without_numerals(readings, surface))
    if surface in never and len(surface) >= 4:
        kept = [entry for entry in readings if len(entry.lemma) < 4 and entry.lemma in short]
    elif len(surface) < 4:
        kept = [entry for entry in readings if entry.lemma in short]
    else:
        kept = [
            entry
            for entry in readings
            if (entry.lemma in short if len(entry.lemma) < 4 else entry.lemma not in never)
        ]
    return tuple(kept)


def _cost(surface: str) -> int:
    return _LEAST + max(0, 5 - len(surface)) * 2
