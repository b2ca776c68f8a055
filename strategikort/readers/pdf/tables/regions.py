"""Tables with rules and boxes: parts of a page that are read by themselves.

Rules that touch each other make a grid; one of several columns with text in them is a table, one
cell with a frame or a coloured ground is a box.  Grounds behind a whole page, and frames that cut
through lines, are pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from strategikort.readers.pdf.drawing.content import THIN, Fragment, PageContent, Rect
from strategikort.readers.pdf.tables.boxes import box_shaped, head_over, is_box, without_padding

_NEAR = 2.5
_MAX_RULES = 4000
_WHITE = frozenset({"1", "1 1 1", "0 0 0 0"})
_ROW = 0.3
"""Share of the height of a page that a row alone on it may have."""
_IN_MARGIN = 150
"""Letters above or below a row alone on its page that may be those of a margin."""

Row: TypeAlias = list[list[Fragment]]
"""The cells of a row of a table."""

_Rule: TypeAlias = tuple[float, float, float]
"""Where a rule stands, and from where to where."""


@dataclass(slots=True)
class Region:
    """A part of a page that is read by itself.

    ``kind`` is ``table`` (``rows`` of cells of fragments), ``box`` or ``contents``; ``how`` says by
    what it is known (see ``Block.how``).  ``edges`` are the rules between the columns of a table;
    no rule closes a row that ``is_open_above`` or ``is_open_below``.  The rows that a part of a
    table has ``repeated`` are its head; one that ``is_cut`` begins with the rest of a row.
    """

    kind: str
    x0: float
    x1: float
    top: float
    bottom: float
    order: int
    text: str
    fragments: list[Fragment]
    rows: list[Row] = field(default_factory=list)
    how: str = "geometry"
    edges: list[float] = field(default_factory=list)
    is_open_above: bool = False
    is_open_below: bool = False
    repeated: list[Row] = field(default_factory=list)
    is_cut: bool = False


def region_of(kind: str, fragments: list[Fragment], area: Rect | None = None) -> Region:
    """Return ``fragments`` (at least one) as a region, as large as they or ``area``."""
    return Region(
        kind,
        min([item.x0 for item in fragments] + ([area.x0] if area else [])),
        max([item.x1 for item in fragments] + ([area.x1] if area else [])),
        max([item.top for item in fragments] + ([area.y1] if area else [])),
        min([item.bottom for item in fragments] + ([area.y0] if area else [])),
        min(item.order for item in fragments),
        " ".join(item.text for item in fragments),
        fragments,
    )


def spans_of(rows: Sequence[Row]) -> list[tuple[float, float] | None]:
    """Return where the text of each column begins and ends, None for one without text."""
    columns = [[item for cell in column for item in cell] for column in zip(*rows, strict=True)]
    return [
        (min(item.x0 for item in column), max(item.x1 for item in column)) if column else None
        for column in columns
    ]


def used_columns(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a table without the columns in which no cell has text."""
    used = [any(column) for column in zip(*rows, strict=True)]
    return [[cell for cell, kept in zip(row, used, strict=True) if kept] for row in rows]


def find_regions(
    page: PageContent, fragments: list[Fragment], body_size: float
) -> tuple[list[Region], list[Fragment]]:
    """Return the tables and boxes of a page and the fragments that are in none of them."""
    regions: list[Region] = []
    grids, frames = grids_of(page)
    for grid in grids:
        xs, ys, is_open_above, is_open_below = _with_open_rows(grid, fragments)
        if len(ys) < 2:
            continue
        area = Rect(xs[0], ys[-1], xs[-1], ys[0])
        inside, outside = _split(fragments, area)
        inside = [part for item in inside for part in item.split(xs[1:-1])]
        # Of a head that runs over the table's pages, nothing but its rules is left here.
        rows = [row for row in _cells(inside, xs, ys) if any(row)]
        filled = sum(1 for row in rows if sum(1 for cell in row if cell) >= 2)
        whole = filled >= 2 or (filled == 1 and _is_at_an_end(outside, area))
        if (whole or is_open_above or is_open_below) and _fits_columns(inside, xs):
            table = region_of("table", inside, area)
            table.rows, table.edges = rows, xs
            table.is_open_above, table.is_open_below = is_open_above, is_open_below
            regions.append(table)
            fragments = outside
    text_length = sum(len(item.text) for item in fragments)
    candidates = frames + [rect for rect in page.fills if rect.fill not in _WHITE]
    candidates.sort(key=lambda rect: -rect.width * rect.height)
    for rect in candidates[:200]:
        if not box_shaped(rect, page):
            continue
        inside, outside = _split(fragments, rect)
        if is_box(inside, outside, rect, text_length, body_size):
            area = without_padding(rect, inside)
            head = head_over(area, inside, outside)
            regions.append(region_of("box", [*head, *inside], area))
            fragments = [item for item in outside if item not in head] if head else outside
    return regions, fragments


def _split(fragments: list[Fragment], area: Rect) -> tuple[list[Fragment], list[Fragment]]:
    inside: list[Fragment] = []
    outside: list[Fragment] = []
    for item in fragments:
        x, y = (item.x0 + item.x1) / 2, item.y + 0.25 * item.size
        is_inside = area.x0 - 1 <= x <= area.x1 + 1 and area.y0 - 1 <= y <= area.y1 + 1
        (inside if is_inside else outside).append(item)
    return inside, outside


class Grid(NamedTuple):
    """Where vertical rules (rising) and horizontal ones (falling) stand that cross each other.

    All vertical ones reach up to ``top`` and down to ``bottom``.
    """

    xs: list[float]
    ys: list[float]
    top: float
    bottom: float


def _with_open_rows(
    grid: Grid, fragments: Sequence[Fragment]
) -> tuple[list[float], list[float], bool, bool]:
    """Return where the rules of a grid stand, and whether its first and last rows lack one.

    A row lacks one where the end of a page cuts it: all columns reach further, and little more
    than the margin stands beyond.
    """
    xs, ys = grid.xs, grid.ys
    tops = [item for item in fragments if item.y > ys[0] and item.y < grid.top]
    bottoms = [item for item in fragments if item.y < ys[-1] and item.y > grid.bottom]
    above = sum(len(item.text) for item in fragments if item.y > grid.top)
    below = sum(len(item.text) for item in fragments if item.y < grid.bottom)
    is_open_above = above <= _IN_MARGIN and _has_letters(tops, xs)
    is_open_below = below <= _IN_MARGIN and _has_letters(bottoms, xs)
    ys = [grid.top] * is_open_above + ys + [grid.bottom] * is_open_below
    return xs, ys, is_open_above, is_open_below


def _has_letters(fragments: Sequence[Fragment], xs: Sequence[float]) -> bool:
    return any(
        xs[0] < item.x0 < xs[-1] and any(c.isalpha() for c in item.text) for item in fragments
    )


def grids_of(page: PageContent) -> tuple[list[Grid], list[Rect]]:
    """Return the grids of rules on a page; one of a single cell is a frame, returned as such."""
    rules = list(page.rules)
    for rect in page.fills:
        if rect.width * rect.height < 0.5 * page.width * page.height:
            rules += [
                Rect(rect.x0, rect.y0, rect.x1, rect.y0),
                Rect(rect.x0, rect.y1, rect.x1, rect.y1),
                Rect(rect.x0, rect.y0, rect.x0, rect.y1),
                Rect(rect.x1, rect.y0, rect.x1, rect.y1),
            ]
    if len(rules) > _MAX_RULES:
        return [], []
    level = _merged([(r.y0 + r.height / 2, r.x0, r.x1) for r in rules if r.width > THIN])
    plumb = _merged([(r.x0 + r.width / 2, r.y0, r.y1) for r in rules if r.height > THIN])
    level = [rule for rule in level if rule[2] - rule[1] >= 12]
    plumb = [rule for rule in plumb if rule[2] - rule[1] >= 6]
    grids: list[Grid] = []
    frames: list[Rect] = []
    for horizontals, verticals in _components(level, plumb):
        xs = _positions(verticals)
        ys = _positions(horizontals)[::-1]
        if len(xs) < 2 or not ys:
            continue
        top, bottom = _reach(xs, verticals)
        if len(xs) == 2 and len(ys) == 2:
            frames.append(Rect(xs[0], ys[1], xs[1], ys[0]))
        elif len(xs) >= 3 and (len(ys) != 2 or ys[0] - ys[1] <= _ROW * page.height):
            grids.append(Grid(xs, ys, top, bottom))
        elif len(xs) == 2 and len(ys) > 1:
            frames.append(Rect(xs[0], ys[-1], xs[1], ys[0]))
    return grids, frames


def _reach(xs: Sequence[float], verticals: Sequence[_Rule]) -> tuple[float, float]:
    """Return how far up and down vertical rules at all of ``xs`` reach."""
    at = [[rule for rule in verticals if abs(rule[0] - x) <= 2 * _NEAR] for x in xs]
    return min(max(r[2] for r in rules) for rules in at), max(
        min(r[1] for r in rules) for rules in at
    )


def _is_at_an_end(outside: list[Fragment], area: Rect) -> bool:
    """Say whether one whole row may be the first or last of a table that a page's end cuts."""
    above = sum(len(item.text) for item in outside if item.y > area.y1)
    below = sum(len(item.text) for item in outside if item.y < area.y0)
    return min(above, below) <= _IN_MARGIN


def _merged(rules: list[_Rule]) -> list[_Rule]:
    """Join rules on the same line that touch each other: (position, from, to)."""
    rules.sort(key=lambda rule: (round(rule[0] / _NEAR), rule[1]))
    merged: list[_Rule] = []
    for rule in rules:
        if merged:
            at, start, end = merged[-1]
            if abs(at - rule[0]) <= _NEAR and rule[1] <= end + _NEAR and rule[1] >= start - _NEAR:
                merged[-1] = (at, start, max(end, rule[2]))
                continue
        merged.append(rule)
    return merged


def _components(level: list[_Rule], plumb: list[_Rule]) -> list[tuple[list[_Rule], list[_Rule]]]:
    """Group rules that cross or touch each other."""
    parent = list(range(len(level) + len(plumb)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    if len(level) * len(plumb) > 400_000:
        return []
    for i, (y, x0, x1) in enumerate(level):
        for j, (x, y0, y1) in enumerate(plumb):
            if x0 - _NEAR <= x <= x1 + _NEAR and y0 - _NEAR <= y <= y1 + _NEAR:
                parent[root(i)] = root(len(level) + j)
    groups: dict[int, tuple[list[_Rule], list[_Rule]]] = {}
    for i, rule in enumerate(level):
        groups.setdefault(root(i), ([], []))[0].append(rule)
    for j, rule in enumerate(plumb):
        groups.setdefault(root(len(level) + j), ([], []))[1].append(rule)
    return list(groups.values())


def _positions(rules: Sequence[_Rule]) -> list[float]:
    positions: list[float] = []
    for at in sorted(rule[0] for rule in rules):
        if not positions or at - positions[-1] > 2 * _NEAR:
            positions.append(at)
    return positions


def _cells(fragments: list[Fragment], xs: list[float], ys: list[float]) -> list[Row]:
    rows: list[Row] = [[[] for _ in xs[1:]] for _ in ys[1:]]
    for item in fragments:
        y = item.y + 0.25 * item.size
        row = sum(1 for edge in ys[1:-1] if y < edge)
        column = sum(1 for edge in xs[1:-1] if item.x0 + min(4, item.x1 - item.x0) / 2 > edge)
        rows[row][column].append(item)
    return rows


def _fits_columns(fragments: list[Fragment], xs: list[float]) -> bool:
    """Say whether hardly any text runs across the vertical rules."""
    across = sum(
        len(item.text)
        for item in fragments
        if any(item.x0 + 3 < edge < item.x1 - 3 for edge in xs[1:-1])
    )
    return across <= 0.3 * sum(len(item.text) for item in fragments)
