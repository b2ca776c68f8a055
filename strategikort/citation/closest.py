"""The place in an archive that comes closest to a wording which stands nowhere in it.

As sequence search does it (seed, extend, chain, align: Altschul et al., "Basic local alignment
search tool", 1990): the rarer words of the wording say where to look; from there runs of equal
words are extended; runs that lie close together in both texts make up a candidate; what is left
between the runs is aligned word by word.  Only candidates are ever aligned, so the cost hangs on
the wording's length and hardly on the archive's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import accumulate
from math import log

from strategikort.citation.archive import Archive
from strategikort.citation.laying import Pair, lay
from strategikort.citation.runs import Run, chain_of
from strategikort.citation.stream import Span
from strategikort.citation.units import Part
from strategikort.citation.wording import Token

_CANDIDATES = 3
"""Places that a wording is laid beside, at most."""
_MAX_RUNS = 120
"""Runs of one such place that are looked at, the longest."""
_SOLID = 3
"""Tokens of a run, at least, that makes a heading or an aside a part of the place."""
_LIKE = 0.7
"""Likeness from which on letters count as those of the source, changed."""
_EXTRA = 3
"""Letters that each word which the source has more than the quotation counts against it."""
_BREAK = 3
"""Letters that each further break in the agreement counts against it."""
_STOPS = frozenset(".!?:")


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
    found = (_align(archive, wording, code, group, weights) for group in ranked)
    return max(found, key=lambda alignment: alignment.score, default=None)


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
    chain = chain_of(sorted(group, key=lambda run: -run.length)[:_MAX_RUNS], weights)
    highest = max(
        archive.units[archive.unit_at(run.place)].part
        for run in chain
        if run.length >= _SOLID or run is chain[0]
    )
    window = _Window(archive, highest)
    pairs: list[Pair] = []
    first = chain[0]
    before = window.before(first.place, first.at * 3 // 2 + 4 if first.at else 0)
    before = before[max(_sentence_ends(archive, before), default=0) :]
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
    after = after[: min(_sentence_ends(archive, after), default=len(after))]
    pairs += lay(archive, wording, range(last.at + last.length, len(code)), after, free_end=True)
    return Alignment(tuple(pairs), _score(archive, wording, code, pairs))


def _sentence_ends(archive: Archive, places: Sequence[int]) -> Iterator[int]:
    """Yield how many of some places there are up to the end of each sentence."""
    for count, place in enumerate(places, start=1):
        if archive.token_at(place).surface in _STOPS:
            yield count


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
        for _, start, end in self._beside(span.unit, -1):
            if len(found) >= count:
                break
            found[:0] = range(max(start, end - (count - len(found))), end)
        return found

    def after(self, place: int, count: int) -> list[int]:
        span = self._archive.unit_span(self._archive.unit_at(place - 1))
        found = list(range(place, min(span.last, place + count)))
        for _, start, end in self._beside(span.unit, 1):
            if len(found) >= count:
                break
            found += range(start, min(end, start + count - len(found)))
        return found

    def _beside(self, unit: int, step: int) -> Iterator[Span]:
        """Go through the units before or after one."""
        following = self._archive.neighbour(unit, step, self._highest)
        while following is not None:
            yield self._archive.unit_span(following)
            following = self._archive.neighbour(following, step, self._highest)
