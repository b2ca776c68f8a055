"""The lines near the edges of a page, where running headers and footers may stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from strategikort.readers.pdf.content import PageContent
from strategikort.readers.pdf.figurerows import is_aligned, is_amount
from strategikort.readers.pdf.lines import Line, lines_of
from strategikort.readers.pdf.notes import lines_of_notes

_EDGE = 0.09
_ARTIFACT_EDGE = 0.2
"""Shares of the height of what is printed; the further one is for what is marked as no content."""


def lines_at_edges(page: PageContent, edges: tuple[float, float]) -> list[tuple[bool, Line]]:
    """Return the lines near the edges of the page: (is it at the top, line).

    The edges are those of what the file prints at all, as distances from the upper and the lower
    edge of the paper: some pages are wider than it, and some lie on their side.
    """
    above, below = edges
    height = page.height - above - below

    def near(y: float, share: float) -> bool:
        return min(y - below, page.height - above - y) <= share * height

    edge = [item for item in page.fragments if near(item.y, _ARTIFACT_EDGE)]
    marked = {round(item.y, 1) for item in edge if item.artifact}
    lines = lines_of(edge)
    kept = _table_rows(lines) | _notes(page, lines)
    return [
        (line.y > below + height / 2, line)
        for number, line in enumerate(lines)
        if (near(line.y, _EDGE) and number not in kept) or round(line.y, 1) in marked
    ]


def _notes(page: PageContent, lines: Sequence[Line]) -> set[int]:
    """Return which lines are notes that the text of the page has marks of."""
    if not any(line.text[:1].isdigit() for line in lines):
        return set()
    notes = {round(line.y, 1) for line in lines_of_notes(lines_of(page.fragments))}
    return {number for number, line in enumerate(lines) if round(line.y, 1) in notes}


def _table_rows(lines: Sequence[Line]) -> set[int]:
    """Return which lines are rows of a table: with figures below each other, and below others."""
    shared = [0]
    for above, below in pairwise(lines):
        near = above.y - below.y <= 3.5 * below.size
        shared.append(_shared_columns(above, below) if near else 0)
    rows: set[int] = set()
    for at, count in enumerate(shared):
        if count >= 3 or (count == 2 and max([shared[at - 1], *shared[at + 1 : at + 2]]) >= 2):
            rows |= {at - 1, at}
    return rows


def _shared_columns(above: Line, below: Line) -> int:
    """Return how many cells of two lines stand below each other; 0 if none of them is a figure."""
    pairs = [
        (one[2], other[2])
        for one in above.cells
        for other in below.cells
        if is_aligned(one[:2], other[:2])
    ]
    return len(pairs) if any(is_amount(a) and is_amount(b) for a, b in pairs) else 0
