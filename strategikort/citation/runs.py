"""Runs of words that a wording has in common with an archive, and wordings made of several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from strategikort.citation.archive import Archive
from strategikort.citation.stream import Stream
from strategikort.citation.wording import Token

_SOLID = 5
"""Tokens of a run, at least, that leaves little doubt where the others are."""
_VISITS = 120
"""Places that are looked at where there is such a run."""
_MOST_VISITS = 1000
_VISITS_PER_TOKEN = 10
"""Places that are looked at where there is none: so many, and so many more for each token."""
MAX_SEGMENTS = 4
MIN_WORDS = 4
SMALL_GAP = 12
"""Tokens: what is left out between two segments up to here is told as words left out."""


class Run(NamedTuple):
    """``length`` equal tokens: from ``at`` in the wording and from ``place`` in the stream."""

    at: int
    place: int
    length: int

    @property
    def shift(self) -> int:
        """How far apart the two lie; equal for runs with nothing added or left out between."""
        return self.place - self.at


def find_runs(archive: Stream, code: str) -> list[Run]:
    """Return the maximal runs of tokens that an encoded wording has in common with the stream.

    They are sought from the rarest tokens on, until a fixed number of visits is used up.  Tokens
    of a solid run are not looked up again, and once there is one, far fewer visits do, since what
    lies around it is aligned word by word anyway.
    """
    visits = 0
    enough, most = _VISITS, _MOST_VISITS + _VISITS_PER_TOKEN * len(code)
    order = sorted(range(len(code)), key=lambda at: archive.count(code[at]))
    done: dict[int, int] = {}
    runs: list[Run] = []
    settled = 0
    for at in order:
        if settled >> at & 1:
            continue
        visits += archive.count(code[at])
        if runs and visits > (enough if settled else most):
            break
        for place in archive.places(code[at]):
            shift = place - at
            if done.get(shift, 0) >> at & 1:
                continue
            run = _extend(archive, code, at, place)
            mask = ((1 << run.length) - 1) << run.at
            done[shift] = done.get(shift, 0) | mask
            runs.append(run)
            if run.length >= _SOLID:
                settled |= mask
    return runs


def _extend(archive: Stream, code: str, at: int, place: int) -> Run:
    stream = archive.stream
    first, last = at, at + 1
    shift = place - at
    while first > 0 and first + shift > 0 and stream[first + shift - 1] == code[first - 1]:
        first -= 1
    end = min(len(code), len(stream) - shift)
    while last < end and stream[last + shift] == code[last]:
        last += 1
    return Run(first, first + shift, last - first)


def chain_of(runs: Sequence[Run], weights: Sequence[float]) -> list[Run]:
    """Return the runs of greatest weight that follow each other in both texts.

    Where two overlap, the later one is cut.
    """
    ordered = sorted(runs)
    best = [0.0] * len(ordered)
    back = [-1] * len(ordered)
    for index, run in enumerate(ordered):
        best[index] = sum(weights[run.at : run.at + run.length])
        for other in range(index):
            before = ordered[other]
            cut = _cut(before, run)
            if cut is None:
                continue
            gap = abs(cut.shift - before.shift)
            value = best[other] + sum(weights[cut.at : cut.at + cut.length]) - 0.1 * gap
            if value > best[index]:
                best[index], back[index] = value, other
    index = max(range(len(ordered)), key=lambda item: best[item])
    picked: list[Run] = []
    while index >= 0:
        picked.append(ordered[index])
        index = back[index]
    picked.reverse()
    chain = picked[:1]
    for run in picked[1:]:
        cut = _cut(chain[-1], run)
        if cut is not None:
            chain.append(cut)
    return chain


def _cut(before: Run, run: Run) -> Run | None:
    over = max(before.at + before.length - run.at, before.place + before.length - run.place, 0)
    if over >= run.length or run.at <= before.at or run.place <= before.place:
        return None
    return Run(run.at + over, run.place + over, run.length - over)


def segments(archive: Archive, wording: Sequence[Token], runs: Sequence[Run]) -> list[Run]:
    """Cut a wording into stretches that each stand word for word in the archive.

    Returns them in the wording's order; none where it takes more than ``MAX_SEGMENTS``, where one
    has fewer than ``MIN_WORDS`` words, where words are left over, or where the stretches follow
    each other so closely in the source that words were merely left out or put in.
    """
    found = _cover(archive, wording, runs, MAX_SEGMENTS)
    if found is None or len(found) < 2:
        return []
    if all(_goes_on(archive, one, other) for one, other in pairwise(found)):
        return []
    return found


def _goes_on(archive: Archive, one: Run, other: Run) -> bool:
    gap = other.place - one.place - one.length
    same = archive.document_of(archive.unit_at(one.place)) == archive.document_of(
        archive.unit_at(other.place)
    )
    return same and 0 <= gap <= SMALL_GAP


def _cover(
    archive: Archive, wording: Sequence[Token], runs: Iterable[Run], limit: int
) -> list[Run] | None:
    """Return at most ``limit`` runs that cover the words of a wording; None if no such do.

    ``runs`` are those that it has in common with the archive.
    """
    words = sum(token.is_word for token in wording)
    if words == 0:
        return []
    if limit == 0 or words < MIN_WORDS:
        return None
    longest = max(runs, key=lambda run: (run.length, -run.place), default=None)
    if longest is None:
        return None
    last = longest.at + longest.length
    if sum(token.is_word for token in wording[longest.at : last]) < MIN_WORDS:
        return None
    result = [longest]
    for first, part in ((0, wording[: longest.at]), (last, wording[last:])):
        again = find_runs(archive, archive.encode(part))
        rest = _cover(archive, part, again, limit - len(result))
        if rest is None:
            return None
        result += [Run(run.at + first, run.place, run.length) for run in rest]
    return sorted(result)
