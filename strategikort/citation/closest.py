"""The place in an archive that comes closest to a wording which stands nowhere in it.

As sequence search does it (seed, extend, chain, align: Altschul et al., "Basic local alignment
search tool", 1990): the rarer words of the wording say where to look; from there runs of equal
words are extended; runs that lie close together in both texts make up a candidate; what is left
between the runs is aligned word by word.  Only candidates are ever aligned, so the cost hangs on
the wording's length and hardly on the archive's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import accumulate
from math import log
from typing import NamedTuple

from strategikort.citation.archive import Archive
from strategikort.citation.laying import Pair, lay
from strategikort.citation.stream import Span
from strategikort.citation.units import Part
from strategikort.citation.wording import Token

_VISITS = 120
_MOST_VISITS = 1000
_VISITS_PER_TOKEN = 10
_SOLID_RUN = 5
_CANDIDATES = 3
_MAX_RUNS = 120
_SOLID = 3
_LIKE = 0.7
_EXTRA = 3
_BREAK = 3
_STOPS = frozenset(".!?:")


class Run(NamedTuple):
    """``length`` equal tokens: from ``at`` in the wording and from ``place`` in the stream."""

    at: int
    place: int
    length: int

    @property
    def shift(self) -> int:
        """How far apart the two lie; equal for runs with nothing added or left out between."""
        return self.place - self.at


@dataclass(frozen=True, slots=True)
class Alignment:
    """A wording laid beside the stream; ``score`` is how much of it stands there (0 to 1)."""

    pairs: tuple[Pair, ...]
    score: float

    def spans(self, archive: Archive) -> tuple[Span, ...]:
        """Return the stretches of the stream from the first to the last token set beside."""
        spans: list[Span] = []
        for _, place in self.pairs:
            if place is None:
                continue
            unit = (
                spans[-1].unit if spans and place < archive.unit_span(spans[-1].unit).last else -1
            )
            if unit >= 0 and spans[-1].last <= place:
                spans[-1] = Span(unit, spans[-1].first, place + 1)
            else:
                spans.append(Span(archive.unit_at(place), place, place + 1))
        return tuple(spans)


def find_runs(archive: Archive, code: str) -> list[Run]:
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
            if run.length >= _SOLID_RUN:
                settled |= mask
    return runs


def _extend(archive: Archive, code: str, at: int, place: int) -> Run:
    stream = archive.stream
    first, last = at, at + 1
    shift = place - at
    while first > 0 and first + shift > 0 and stream[first + shift - 1] == code[first - 1]:
        first -= 1
    end = min(len(code), len(stream) - shift)
    while last < end and stream[last + shift] == code[last]:
        last += 1
    return Run(first, first + shift, last - first)


def closest(archive: Archive, wording: Sequence[Token], runs: Sequence[Run]) -> Alignment | None:
    """Return the best alignment of the wording with a single place, None where nothing is alike."""
    code = archive.encode(wording)
    total = len(archive.stream) + 1
    weights = [
        log(total / (archive.count(char) or 1)) if token.is_word else 0.1
        for char, token in zip(code, wording, strict=True)
    ]
    sums = [0.0, *accumulate(weights)]
    width = max(8, len(code) // 3)
    buckets: dict[int, list[Run]] = defaultdict(list)
    for run in runs:
        bucket = run.shift // width
        buckets[bucket].append(run)
        buckets[bucket + 1].append(run)
    ranked = nsmallest(
        _CANDIDATES, buckets.values(), lambda group: (-_weight(group, sums), group[0].place)
    )
    best: Alignment | None = None
    for group in ranked:
        found = _align(archive, wording, code, group, weights)
        if best is None or found.score > best.score:
            best = found
    return best


def _weight(runs: Iterable[Run], sums: Sequence[float]) -> float:
    """Return the weight of the tokens that runs cover, by the sums of the weights before each."""
    weight = 0.0
    covered = 0
    for at, _, length in sorted(runs):
        first, last = max(at, covered), at + length
        if last > first:
            weight += sums[last] - sums[first]
            covered = last
    return weight


def _align(
    archive: Archive,
    wording: Sequence[Token],
    code: str,
    group: Sequence[Run],
    weights: Sequence[float],
) -> Alignment:
    chain = _chain(sorted(group, key=lambda run: -run.length)[:_MAX_RUNS], weights)
    highest = max(
        archive.units[archive.unit_at(run.place)].part
        for run in chain
        if run.length >= _SOLID or run is chain[0]
    )
    window = _Window(archive, highest)
    pairs: list[Pair] = []
    first = chain[0]
    before = window.before(first.place, first.at * 3 // 2 + 4 if first.at else 0)
    before = before[_sentence_start(archive, before) :]
    pairs += lay(archive, wording, range(first.at), before, free_start=True)
    for index, run in enumerate(chain):
        pairs += [Pair(run.at + step, run.place + step) for step in range(run.length)]
        if index + 1 < len(chain):
            following = chain[index + 1]
            between = window.between(run.place + run.length, following.place)
            pairs += lay(archive, wording, range(run.at + run.length, following.at), between)
    last = chain[-1]
    left = len(code) - last.at - last.length
    after = window.after(last.place + last.length, left * 3 // 2 + 4 if left else 0)
    after = after[: _sentence_end(archive, after)]
    pairs += lay(archive, wording, range(last.at + last.length, len(code)), after, free_end=True)
    return Alignment(tuple(pairs), _score(archive, wording, code, pairs))


def _sentence_start(archive: Archive, places: Sequence[int]) -> int:
    ends = [at for at, place in enumerate(places) if archive.token_at(place).surface in _STOPS]
    return ends[-1] + 1 if ends else 0


def _sentence_end(archive: Archive, places: Sequence[int]) -> int:
    for at, place in enumerate(places):
        if archive.token_at(place).surface in _STOPS:
            return at + 1
    return len(places)


def _score(archive: Archive, wording: Sequence[Token], code: str, pairs: Sequence[Pair]) -> float:
    """Return the share of the wording's letters that stand there, word beside like word.

    Words of the source in between and every further break in the agreement count against it: a
    changed quotation agrees in long stretches, another sentence on the same matter in short ones.
    """
    whole = sum(len(token.key) for token in wording if token.is_word) or 1
    same = 0.0
    extra = blocks = 0
    ours: list[str] = []
    theirs: list[str] = []

    def close() -> None:
        nonlocal same, extra, blocks
        if ours or theirs:
            likeness = _likeness("".join(ours), "".join(theirs))
            same += likeness * sum(map(len, ours))
            extra += 0 if likeness else max(0, len(theirs) - len(ours))
            blocks += 1
            ours.clear()
            theirs.clear()

    for at, place in pairs:
        if at is not None and place is not None and code[at] == archive.stream[place]:
            if wording[at].is_word:
                close()
                same += len(wording[at].key)
            continue
        if at is not None and wording[at].is_word:
            ours.append(wording[at].key)
        if place is not None and archive.token_at(place).is_word:
            theirs.append(archive.token_at(place).key)
    close()
    return same / (whole + _EXTRA * extra + _BREAK * max(0, blocks - 1))


def _likeness(one: str, other: str) -> float:
    """Return how alike two stretches of letters are, 0 where they are hardly so."""
    from rapidfuzz.distance import Indel

    likeness = Indel.normalized_similarity(one, other)
    return likeness if likeness >= _LIKE else 0.0


def _chain(runs: Sequence[Run], weights: Sequence[float]) -> list[Run]:
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


class _Window:
    """Places of the stream around a candidate, those of higher units left out."""

    def __init__(self, archive: Archive, highest: Part) -> None:
        self._archive = archive
        self._highest = highest

    def between(self, start: int, end: int) -> list[int]:
        found: list[int] = []
        while start < end:
            unit = self._archive.unit_at(start)
            last = min(end, self._archive.unit_span(unit).last)
            if self._archive.units[unit].part <= self._highest:
                found += range(start, last)
            start = max(last, start + 1)
        return found

    def before(self, place: int, count: int) -> list[int]:
        span = self._archive.unit_span(self._archive.unit_at(place))
        found = list(range(max(span.first, place - count), place))
        unit: int | None = span.unit
        while len(found) < count:
            unit = self._archive.neighbour(unit, -1, self._highest) if unit is not None else None
            if unit is None:
                break
            _, start, end = self._archive.unit_span(unit)
            found[:0] = range(max(start, end - (count - len(found))), end)
        return found

    def after(self, place: int, count: int) -> list[int]:
        span = self._archive.unit_span(self._archive.unit_at(place - 1))
        found = list(range(place, min(span.last, place + count)))
        unit: int | None = span.unit
        while len(found) < count:
            unit = self._archive.neighbour(unit, 1, self._highest) if unit is not None else None
            if unit is None:
                break
            _, start, end = self._archive.unit_span(unit)
            found += range(start, min(end, start + count - len(found)))
        return found
