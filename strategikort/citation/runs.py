"""Runs of words that a wording has in common with an archive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from strategikort.citation.stream import Stream

_SOLID = 5
"""Tokens of a run, at least, that leaves little doubt where the others are."""
_VISITS = 120
"""Places that are looked at where there is such a run."""
_MOST_VISITS = 1000
_VISITS_PER_TOKEN = 10
"""Places that are looked at where there is none: so many, and so many more for each token."""


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
