"""A page as flows: columns of lines with the tables and boxes among them, in reading order.

First what must not be read line by line is taken out: tables and boxes by rules, by tags, by
figures below each other, contents lists.  The rest is cut into columns, with those regions as
pieces of them. What stands across a gutter with text on both sides, and notes in the margin, come
behind the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from strategikort.readers.pdf.drawing.content import (
    DISPLAY,
    Chunk,
    Fragment,
    PageContent,
    Rect,
    Style,
)
from strategikort.readers.pdf.lines.bands import Item
from strategikort.readers.pdf.lines.columns import Leaf, arrange
from strategikort.readers.pdf.lines.contents import contents_lines
from strategikort.readers.pdf.lines.lines import Line, chunks_of, lines_of, with_raised
from strategikort.readers.pdf.paragraphs.sideheads import with_side_headings
from strategikort.readers.pdf.tables.figures import find_figures
from strategikort.readers.pdf.tables.leveltables import Ladder, find_level_tables, word_edges
from strategikort.readers.pdf.tables.regions import Region, Row, find_regions, region_of
from strategikort.readers.pdf.tables.tagtables import tagged_regions

_SMALL = 0.9
"""The size of notes in the margin, at most, as a share of that of the text."""

_EDGE = 4
"""Lines that begin at one place, at least, where that is an edge of the text."""


@dataclass
class Flow:
    """One column, or a part of one, from top to bottom; ``left`` and ``right`` are its edges.

    ``kind`` is empty for running text, else ``box``, ``margin`` or ``sideways``.
    """

    parts: list[Line | Region]
    left: float
    right: float
    kind: str = ""


@dataclass
class PageFlow:
    """The flows of one page in reading order, and the gutters that part its columns.

    ``agreement`` says how far the order agrees with that of the content stream (0–1).
    """

    flows: list[Flow] = field(default_factory=list)
    gutters: list[float] = field(default_factory=list)
    agreement: float = 1.0


def page_flow(
    page: PageContent,
    fragments: list[Fragment],
    body: Style,
    known: Sequence[float] = (),
    ladders: Sequence[Ladder] = (),
) -> PageFlow:
    """Put ``fragments``, what is left of a page without its running lines, in reading order.

    ``known`` are gutters of other pages, ``ladders`` rules that may be those of a table.
    """
    regions, fragments = tagged_regions(fragments)
    contents, fragments = _contents(fragments, page.index)
    tables, fragments = find_regions(page, fragments, body.size)
    ruled, fragments = find_level_tables(fragments, ladders)
    fragments = with_side_headings(fragments, body)
    figures, fragments = find_figures(fragments)
    regions += contents + figures + ruled
    boxes = [region for region in tables if region.kind == "box"]
    regions += [region for region in tables if region.kind != "box"]
    outside, chunks = _outside(chunks_of(fragments, body.size), body)
    floating: list[Region] = []
    if boxes or _has_display_type(fragments, body):
        _, gutters = arrange([*chunks, *regions], known)
        quotes, chunks = _straddling_type(chunks, gutters, body)
        floating += quotes
        floating += [box for box in boxes if _straddles(box, gutters, chunks)]
    regions += [box for box in boxes if box not in floating]
    leaves, gutters = arrange([*chunks, *regions], known)
    flows = [_flow(leaf, page.index) for leaf in leaves]
    beside = [flow for flow in flows if _is_in_margin(flow, flows, body)]
    result = PageFlow([flow for flow in flows if flow not in beside], gutters)
    if outside:
        beside += [_flow(leaf, page.index) for leaf in arrange(outside)[0]]
    result.flows += [Flow(flow.parts, flow.left, flow.right, "margin") for flow in beside]
    for region in sorted(floating, key=lambda region: -region.top):
        result.flows += [
            Flow(flow.parts, flow.left, flow.right, "box")
            for flow in box_flows(region, page.index, body)
        ]
    for sideways in page.sideways:
        lines: list[Line | Region] = [*lines_of(sideways, page.index)]
        if lines:
            result.flows.append(Flow(lines, 0, page.width, "sideways"))
    return result


def box_flows(region: Region, page: int, body: Style) -> list[Flow]:
    """Return the text of a box in reading order."""
    figures, fragments = (
        find_figures(region.fragments) if region.kind == "box" else ([], region.fragments)
    )
    leaves, _ = arrange([*chunks_of(fragments, body.size), *figures])
    return [_flow(leaf, page) for leaf in leaves]


def table_text(rows: Sequence[Row]) -> list[list[str]]:
    """Return the cells of a table's rows; the lines of one cell are parted by line breaks."""
    return [["\n".join(map(with_raised, lines_of(cell))) for cell in row] for row in rows]


def _is_in_margin(flow: Flow, flows: Sequence[Flow], body: Style) -> bool:
    """Say whether a column is notes in small type, in the margin beside the running text."""
    sizes = [part.size for part in flow.parts if isinstance(part, Line)]
    if len(sizes) < len(flow.parts) or max(sizes) > _SMALL * body.size:
        return False
    if not any(c.isalpha() for part in flow.parts for c in part.text):
        return False  # the number of the page
    return any(
        (other.left >= flow.right or other.right <= flow.left)
        and other.right - other.left > 2 * (flow.right - flow.left)
        and _bottom(other) < flow.parts[0].top
        and _bottom(flow) < other.parts[0].top
        for other in flows
        if other is not flow and other.parts
    )


def _outside(chunks: list[Chunk], body: Style) -> tuple[list[Chunk], list[Chunk]]:
    """Part what stands in small type beyond the edges of the running text, in the margin, from it.

    It may stand nearer to the text than columns do.
    """
    text = [item for item in chunks if abs(item.style.size - body.size) < 0.5]
    lefts = Counter(round(item.x0) for item in text)
    left = min((x for x, count in lefts.items() if count >= _EDGE), default=0)
    right = max((item.x1 for item in text), default=0.0)
    outside = [
        item
        for item in chunks
        if item.style.size <= _SMALL * body.size
        and (item.x1 <= left or item.x0 >= right)
        and any(line.bottom < item.top and item.bottom < line.top for line in text)
    ]
    if not any(c.isalpha() for item in outside for c in item.text):
        return [], chunks  # numbers
    gone = {id(item) for item in outside}
    return outside, [item for item in chunks if id(item) not in gone]


def _bottom(flow: Flow) -> float:
    return min(part.bottom for part in flow.parts)


def _flow(leaf: Leaf, page: int) -> Flow:
    if leaf.rows:
        fragments = _fragments(leaf.items)
        edges = word_edges(fragments) or leaf.columns
        fragments = [part for item in fragments for part in item.split(edges[1:])]
        table = region_of("table", fragments)
        table.rows = _drawn_rows(fragments, edges)
        return Flow([table], leaf.left, leaf.right)
    regions = sorted(
        (item for item in leaf.items if isinstance(item, Region)), key=lambda item: -item.top
    )
    fragments = _fragments([item for item in leaf.items if not isinstance(item, Region)])
    parts: list[Line | Region] = [*lines_of(fragments, page)]
    for line in parts:
        if isinstance(line, Line):
            line.left, line.right = leaf.left, leaf.right
    for region in regions:
        at = next((i for i, part in enumerate(parts) if part.top < region.top - 2), len(parts))
        parts.insert(at, region)
    return Flow(parts, leaf.left, leaf.right)


def _fragments(items: Sequence[Item]) -> list[Fragment]:
    return [part for item in items for part in cast("Chunk | Region", item).fragments]


def _drawn_rows(fragments: list[Fragment], edges: Sequence[float]) -> list[Row]:
    """Return the rows of a table without rules: a row ends where the stream goes back left."""
    rows: list[Row] = []
    last_column, last_bottom = len(edges), 0.0
    for item in sorted(fragments, key=lambda item: item.order):
        column = max(bisect_right(edges, item.x0 + 1) - 1, 0)
        apart = last_bottom - item.top > 0.8 * item.size
        if column < last_column or (column == last_column and apart) or not rows:
            rows.append([[] for _ in edges])
        rows[-1][column].append(item)
        last_column, last_bottom = column, item.bottom
    return rows


def _contents(fragments: list[Fragment], page: int) -> tuple[list[Region], list[Fragment]]:
    lines = lines_of(fragments, page)
    found = contents_lines(lines)
    if not found:
        return [], fragments
    top, bottom = lines[found[0]].top, lines[found[-1]].bottom
    inside = [item for item in fragments if bottom <= item.y <= top]
    outside = [item for item in fragments if not bottom <= item.y <= top]
    return [region_of("contents", inside)], outside


def _has_display_type(fragments: Sequence[Fragment], body: Style) -> bool:
    letters = sum(len(i.text) for i in fragments if i.size >= DISPLAY * body.size)
    return letters > 30


def _straddles(region: Region, gutters: Sequence[float], chunks: Sequence[Chunk]) -> bool:
    """Say whether a box stands across a gutter with text around it."""
    if not any(region.x0 + 5 < x < region.x1 - 5 for x in gutters):
        return False
    beside = [item for item in chunks if region.bottom < item.bottom and item.top < region.top]
    return any(item.x1 <= region.x0 + 3 or item.x0 >= region.x1 - 3 for item in beside)


def _straddling_type(
    chunks: list[Chunk], gutters: Sequence[float], body: Style
) -> tuple[list[Region], list[Chunk]]:
    """Return quotations in larger type that stand across a gutter, text on both sides of them."""
    odd = [
        item
        for item in chunks
        if item.style.size >= DISPLAY * body.size
        and any(_reaches_over(item, x) for x in gutters)
        and _is_flanked(item, chunks, body)
    ]
    if not odd:
        return [], chunks
    area = Rect(
        min(item.x0 for item in odd),
        min(item.bottom for item in odd),
        max(item.x1 for item in odd),
        max(item.top for item in odd),
    )
    styles = {item.style for item in odd}
    inside = [
        item
        for item in chunks
        if item.style in styles
        and area.x0 - 1 <= item.x0 <= item.x1 <= area.x1 + 1
        and area.y0 - 3 * item.style.size <= item.bottom <= area.y1 + 3 * item.style.size
    ]
    gone = {id(item) for item in inside}
    region = region_of("box", [part for item in inside for part in item.fragments])
    return [region], [item for item in chunks if id(item) not in gone]


def _reaches_over(item: Chunk, x: float) -> bool:
    """Say whether a line lies across a gutter and does not only stick out into it."""
    share = 0.2 * (item.x1 - item.x0)
    return item.x0 + share < x < item.x1 - share


def _is_flanked(item: Chunk, chunks: Sequence[Chunk], body: Style) -> bool:
    near = [
        other
        for other in chunks
        if other.style.size < 1.1 * body.size
        and item.bottom < other.top
        and other.bottom < item.top
    ]
    return any(o.x1 <= item.x0 for o in near) and any(o.x0 >= item.x1 for o in near)


def agreement(flows: Sequence[Flow]) -> float:
    """Return the share of lines that stand in the order in which they were drawn.

    It is the length of the longest rising subsequence of the lines' places in the stream.
    """
    orders: list[int] = []
    for flow in flows:
        if not flow.kind:
            orders += [part.order for part in flow.parts]
    tails: list[int] = []
    for order in orders:
        at = bisect_right(tails, order)
        tails[at : at + 1] = [order]
    return len(tails) / len(orders) if orders else 1.0
