"""Tables whose rows are parted by horizontal rules, and whose columns by nothing but room."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from strategikort.readers.pdf.drawing.content import THIN, Fragment, PageContent
from strategikort.readers.pdf.lines.bands import column_edges, edges_of
from strategikort.readers.pdf.lines.lines import has_room, lines_of
from strategikort.readers.pdf.lines.sentences import runs_on
from strategikort.readers.pdf.tables.figurerows import is_figure
from strategikort.readers.pdf.tables.regions import Region, Row, region_of

_FEWEST = 3
"""Rows between two rules that have text in several columns, at least."""

_MOST = 4000
"""Rules of a page that is no drawing, at most."""

_MANY = 8
"""Lines of a table in which gaps between words stand below each other by chance no more."""

_SAME = 3.0
_NEAR = 1.7
"""How far the lines of a row that only one rule closes are apart, in the size of the type."""

_SENTENCES = 0.25
"""The share of rows whose cells may be one sentence: those of two columns of text are."""


Ladder: TypeAlias = tuple[float, float, list[float]]
"""Rules of the same width below each other: their edges, and their heights from top to bottom."""


def find_level_tables(
    fragments: list[Fragment], ladders: Sequence[Ladder]
) -> tuple[list[Region], list[Fragment]]:
    """Return the tables with a rule between all rows, and the fragments that are in none."""
    found: list[Region] = []
    for x0, x1, ys in ladders:
        within = [item for item in fragments if x0 - _SAME <= item.x0 and item.x1 <= x1 + _SAME]
        region = _table(within, (x0, x1, ys))
        if region is not None:
            found.append(region)
            # Parts of a fragment stand in several cells: they are drawn at the same place.
            gone = {item.order for item in region.fragments}
            fragments = [item for item in fragments if item.order not in gone]
    return found, fragments


def ladders_of(pages: Sequence[PageContent]) -> list[list[Ladder]]:
    """Return for each page the ladders that may be the rules of a table.

    One with few rules may be the end of a table on a page beside it.
    """
    all_of = [_ladders(page) for page in pages]
    found: list[list[Ladder]] = []
    for at, ladders in enumerate(all_of):
        near = [one for beside in all_of[max(at - 1, 0) : at + 2] for one in beside]
        found.append(
            [
                one
                for one in ladders
                if any(len(other[2]) > _FEWEST and _are_alike(one, other) for other in near)
            ]
        )
    return found


def _are_alike(one: Ladder, other: Ladder) -> bool:
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) < _SAME


def _ladders(page: PageContent) -> list[Ladder]:
    if len(page.rules) > _MOST:
        return []
    lines: dict[int, list[tuple[float, float, float]]] = {}
    for rule in sorted(page.rules, key=lambda rule: rule.x0):
        if rule.height > THIN or rule.width < 2 * THIN:
            continue
        y = (rule.y0 + rule.y1) / 2
        parts = next((lines[at] for at in range(round(y) - 1, round(y) + 2) if at in lines), None)
        if parts is None:
            lines[round(y)] = [(y, rule.x0, rule.x1)]
        elif rule.x0 <= parts[-1][2] + _SAME:
            parts[-1] = (parts[-1][0], parts[-1][1], max(parts[-1][2], rule.x1))
        else:
            parts.append((y, rule.x0, rule.x1))
    found: list[Ladder] = []
    for y, x0, x1 in sorted((part for parts in lines.values() for part in parts), reverse=True):
        home = next((one for one in found if _are_alike(one, (x0, x1, []))), None)
        if home is None:
            found.append((x0, x1, [y]))
        else:
            home[2].append(y)
    return found


def word_edges(fragments: Sequence[Fragment]) -> list[float]:
    """Return the columns that even the gaps between words show, in a table of many lines."""
    rows = {round(item.y / 3) for item in fragments}
    if len(rows) < _MANY:
        return []
    words: list[tuple[float, float]] = []
    for item in fragments:
        x0 = item.x0
        for _, end, begin in item.words:
            words.append((x0, end))
            x0 = begin
        words.append((x0, item.x1))
    return edges_of(words, 0.4 * fragments[0].size)


def _table(fragments: Sequence[Fragment], ladder: Ladder) -> Region | None:
    _, x1, ys = ladder
    inside = [item for item in fragments if ys[-1] < item.y < ys[0]]
    edges = (word_edges(inside) or column_edges(inside)) if inside else []
    if len(edges) < 2:
        return None
    fragments = [part for item in fragments for part in item.split(edges[1:])]
    inside = [item for item in fragments if ys[-1] < item.y < ys[0]]
    closed = [
        _row([item for item in inside if low < item.y < high], edges) for high, low in pairwise(ys)
    ]
    closed = [row for row in closed if any(row)]
    full = [row for row in closed if sum(map(bool, row)) > 1]
    ends = [*(edge - inside[0].size for edge in edges[1:]), x1]
    needed = min(_FEWEST, len(ys) - 1)
    if len(full) < max(needed, 0.6 * len(closed)) or any(_has_rows(row, ends) for row in full):
        return None
    if sum(map(_are_a_sentence, full)) > _SENTENCES * len(full):
        return None
    above = _open_row([item for item in fragments if item.y > ys[0]], ys[0], edges, up=True)
    below = _open_row([item for item in fragments if item.y < ys[-1]], ys[-1], edges, up=False)
    rows = [*([above] if above else []), *closed, *([below] if below else [])]
    region = region_of("table", [item for row in rows for cell in row for item in cell])
    region.rows, region.is_open_below = rows, bool(below)
    return region


def _row(fragments: Sequence[Fragment], edges: Sequence[float]) -> Row:
    row: Row = [[] for _ in edges]
    for item in fragments:
        row[max(bisect_right(edges, item.x0 + 1) - 1, 0)].append(item)
    return row


def _has_rows(row: Row, rights: Sequence[float]) -> bool:
    """Tell whether several rows stand between two rules: lines end though there is room left."""
    cells = [(lines_of(cell), right) for cell, right in zip(row, rights, strict=True) if cell]
    if any(sum(is_figure(line.text) for line in lines) > 1 for lines, _ in cells):
        return True
    if any(len(lines) < 2 for lines, _ in cells):
        return False
    breaks = [
        has_room(above, below, right) for lines, right in cells for above, below in pairwise(lines)
    ]
    return 2 * sum(breaks) > len(breaks)


def _are_a_sentence(row: Row) -> bool:
    texts = [lines_of(cell)[-1 if not at else 0].text for at, cell in enumerate(row[:2]) if cell]
    return len(texts) == 2 and texts[1][:1].islower() and runs_on(*texts)


def _open_row(
    fragments: Sequence[Fragment], rule: float, edges: Sequence[float], *, up: bool
) -> Row | None:
    """Return what stands right above or below the outermost rule in the columns of a table.

    Above may be a head.  Below, the end of the page cuts a row, and nothing follows.
    """
    taken: list[Fragment] = []
    reach = rule
    for item in sorted(fragments, key=lambda item: item.y if up else -item.y):
        place = bisect_right(edges, item.x0 + 1) - 1
        right = edges[place + 1] if place + 1 < len(edges) else float("inf")
        fits = place >= 0 and item.x1 < right and abs(item.y - reach) <= _NEAR * item.size
        if not fits:
            if not up:
                return None
            break
        taken.append(item)
        reach = item.y
    row = _row(taken, edges)
    return row if any(row[1:]) else None
