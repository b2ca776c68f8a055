"""Justified lines of few words, whose gaps are as wide as those between columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from strategikort.readers.pdf.content import Fragment

_SAME = 1.0
"""Points that edges of lines, and gaps of one line, differ at most."""

_APART = 1.7
"""Sizes of the type that lines of a paragraph stand below each other at most."""


def stretched_words(drawn: Sequence[Fragment]) -> set[int]:
    """Return the ids of what goes on with the line of the fragment drawn before it.

    Its words stand equally far apart, and the line begins and ends where the unbroken one drawn
    right before or after it does.
    """
    rows: list[list[Fragment]] = []
    for item in drawn:
        last = rows[-1][-1] if rows else None
        if last and abs(last.y - item.y) <= 0.1 and last.size == item.size and last.x1 < item.x0:
            rows[-1].append(item)
        else:
            rows.append([item])
    found: set[int] = set()
    for number, row in enumerate(rows):
        gaps = [after.x0 - before.x1 for before, after in pairwise(row)]
        if not gaps or max(gaps) - min(gaps) > _SAME:
            continue
        around = rows[max(number - 1, 0) : number] + rows[number + 1 : number + 2]
        if any(_are_one_column(row, other) for other in around):
            found.update(id(item) for item in row[1:])
    return found


def _are_one_column(row: Sequence[Fragment], other: Sequence[Fragment]) -> bool:
    """Say whether an unbroken line is as wide as a row, right above or below it."""
    size = row[0].size
    return (
        len(other) == 1
        and other[0].size == size
        and 0.9 * size <= abs(other[0].y - row[0].y) <= _APART * size
        and abs(other[0].x0 - row[0].x0) <= _SAME
        and abs(other[0].x1 - row[-1].x1) <= _SAME
    )
