"""Laying one short stretch of words beside another, word by word, at least cost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from strategikort.citation.archive import Archive
from strategikort.citation.wording import Token

_MOST_CELLS = 2_500
"""Pairs of tokens that are weighed one by one; a longer gap is laid by its equal words alone."""


class Pair(NamedTuple):
    """A token of the wording beside one of the stream; None on the side where none stands."""

    at: int | None
    place: int | None


def lay(
    archive: Archive,
    wording: Sequence[Token],
    ats: Sequence[int],
    places: Sequence[int],
    *,
    free_start: bool = False,
    free_end: bool = False,
) -> list[Pair]:
    """Align a gap word by word at least cost; stream tokens at a free end cost nothing."""
    if not ats:
        return [] if free_start or free_end else [Pair(None, place) for place in places]
    found = [archive.token_at(place) for place in places]
    if len(ats) * len(places) > _MOST_CELLS:
        return _by_equal_words(wording, ats, places, found, free_start, free_end)
    rows = _costs([wording[at] for at in ats], found, free_start)
    row = len(ats)
    column = len(places)
    if free_end:
        column = min(range(len(places) + 1), key=lambda index: rows[row][index])
    pairs: list[Pair] = []
    while row or column:
        here = rows[row][column]
        if row and column:
            cost = _beside(wording[ats[row - 1]], found[column - 1])
            if here == rows[row - 1][column - 1] + cost:
                row, column = row - 1, column - 1
                pairs.append(Pair(ats[row], places[column]))
                continue
        if row and here == rows[row - 1][column] + _alone(wording[ats[row - 1]]):
            row -= 1
            pairs.append(Pair(ats[row], None))
            continue
        if free_start and not row:
            break
        column -= 1
        pairs.append(Pair(None, places[column]))
    pairs.reverse()
    return pairs


def _by_equal_words(
    wording: Sequence[Token],
    ats: Sequence[int],
    places: Sequence[int],
    found: Sequence[Token],
    free_start: bool,
    free_end: bool,
) -> list[Pair]:
    """Align a long gap so that as few tokens as can be stand beside others or alone."""
    from rapidfuzz.distance import Levenshtein

    # At a free end nothing says how far the gap goes: as far as the wording does.
    first = max(0, len(places) - len(ats)) if free_start else 0
    last = min(len(places), len(ats)) if free_end else len(places)
    changes = Levenshtein.opcodes(
        [wording[at].key for at in ats], [token.key for token in found[first:last]]
    )
    pairs: list[Pair] = []
    for change in changes:
        ours = ats[change.src_start : change.src_end]
        theirs = places[first + change.dest_start : first + change.dest_end]
        if ours and theirs:
            pairs += map(Pair, ours, theirs)
        else:
            pairs += [*(Pair(at, None) for at in ours), *(Pair(None, place) for place in theirs)]
    return pairs


def _costs(wording: Sequence[Token], found: Sequence[Token], free_start: bool) -> list[list[int]]:
    alone = [_alone(token) for token in found]
    rows = [[0, *accumulate([0] * len(found) if free_start else alone)]]
    known: dict[str, list[int]] = {}
    for token in wording:
        before = rows[-1]
        own = _alone(token)
        beside = known.get(token.surface)
        if beside is None:
            beside = known[token.surface] = [_beside(token, other) for other in found]
        left = before[0] + own
        row = [left]
        for here, above, pair, single in zip(before, before[1:], beside, alone, strict=False):
            left = min(here + pair, above + own, left + single)
            row.append(left)
        rows.append(row)
    return rows


def _alone(token: Token) -> int:
    return 20 if token.is_word else 8


def _beside(one: Token, other: Token) -> int:
    """Return what it costs to set two tokens beside each other: the more alike, the less."""
    # At a free end the same word one further on goes before another one that is nearer.
    same = -3 if one.is_word else 0
    if one.surface == other.surface:
        return same
    if one.key == other.key:
        return same + 2
    if one.is_word != other.is_word:
        return 60
    if not one.is_word:
        return 10
    if one.key[0].isdigit() != other.key[0].isdigit():
        return 18
    return 14 if one.key[:3] == other.key[:3] or one.key[-4:] == other.key[-4:] else 18
