"""Wordings put together from several places, as if they stood in one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from strategikort.citation.archive import Archive
from strategikort.citation.runs import Run, find_runs
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
