"""Wordings put together from several places, as if they stood in one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from strategikort.citation.archive import Archive
from strategikort.citation.closest import Run, find_runs
from strategikort.citation.wording import Token

MAX_SEGMENTS = 4
MIN_WORDS = 4
SMALL_GAP = 12
"""Tokens: what is left out between two segments up to here is told as words left out."""


def segments(archive: Archive, wording: Sequence[Token], runs: Sequence[Run]) -> list[Run]:
    """Cut a wording into stretches that each stand word for word in the archive.

    Returns them in the wording's order; none where it takes more than ``MAX_SEGMENTS``, where one
    has fewer than ``MIN_WORDS`` words, where words are left over, or where the stretches follow
    each other so closely in the source that words were merely left out or put in.
    """
    code = archive.encode(wording)
    found = _cover(archive, wording, code, 0, len(code), runs, MAX_SEGMENTS)
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
    archive: Archive,
    wording: Sequence[Token],
    code: str,
    start: int,
    end: int,
    runs: Sequence[Run],
    limit: int,
) -> list[Run] | None:
    words = sum(token.is_word for token in wording[start:end])
    if words == 0:
        return []
    if limit == 0 or words < MIN_WORDS:
        return None
    inside = [_within(run, start, end) for run in runs if run.length >= MIN_WORDS]
    longest = max(inside, key=lambda run: (run.length, -run.place), default=None)
    if longest is None or longest.length < MIN_WORDS:
        return None
    last = longest.at + longest.length
    if sum(token.is_word for token in wording[longest.at : last]) < MIN_WORDS:
        return None
    result = [longest]
    for first, stop in ((start, longest.at), (last, end)):
        if first >= stop:
            continue
        again = [
            Run(run.at + first, run.place, run.length)
            for run in find_runs(archive, code[first:stop])
        ]
        rest = _cover(archive, wording, code, first, stop, again, limit - len(result))
        if rest is None:
            return None
        result += rest
    return sorted(result)


def _within(run: Run, start: int, end: int) -> Run:
    first, last = max(run.at, start), min(run.at + run.length, end)
    return Run(first, first + run.shift, max(last - first, 0))
