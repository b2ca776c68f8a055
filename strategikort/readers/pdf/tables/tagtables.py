"""Tables and contents lists of the structure tree, where they fit what stands on the page.

The tree knows the rows and cells that no rule shows, but programs also tag layouts as tables, and
leave out empty cells.  So its cells must stand below and beside each other as it says; else the
page is read as if it had no such tags.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from strategikort.readers.making.cells import columns_of
from strategikort.readers.pdf.drawing.content import Fragment
from strategikort.readers.pdf.drawing.tags import Element
from strategikort.readers.pdf.tables.regions import Region, region_of, spans_of, used_columns

_MISPLACED = 0.1
"""The share of the cells that may stand in another place than their rows and columns say."""
_FOREIGN = 0.1
"""The share of the letters in the area of a table that may belong to something else."""
_LONGEST = 4000
"""Letters of a cell; in a table that only lays the page out they are the whole text."""

_NEAR = 3
"""Points that the parts of a table in two columns of the page may reach into each other."""

_Cell = list[Fragment]
_Row = list[_Cell]


def stated_rows(table: Element) -> list[list[tuple[Element, int]]]:
    """Return the cells of each row with their columns, none of what only lays out the page."""
    if table.rows is None:
        rows = [
            [cell for cell in row.elements if cell.cell is cell] for row in _row_elements(table)
        ]
        if sum(1 for row in rows if len(row) > 1) < 2 or any(
            _lays_out(cell) for row in rows for cell in row
        ):
            rows = []
        columns = columns_of([[(cell.across, cell.down) for cell in row] for row in rows])
        table.rows = [list(zip(*pair, strict=True)) for pair in zip(rows, columns, strict=True)]
    return table.rows


def _row_elements(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, those of its head, body and foot included."""
    for part in table.elements:
        if part.role == "TR":
            yield part
        elif part.role in ("THead", "TBody", "TFoot", "NonStruct", "Div", "Sect", ""):
            yield from (row for row in part.elements if row.role == "TR")


def _lays_out(cell: Element) -> bool:
    """Tell whether a cell holds a part of a document: another table, or headings with text."""
    waiting = [*cell.elements]
    headings = blocks = 0
    while waiting:
        element = waiting.pop()
        if element.role == "Table":
            return True
        headings += element.is_heading
        blocks += element.role == "P"
        waiting += element.elements
    return headings > 1 and blocks > 1


def tagged_regions(fragments: list[Fragment]) -> tuple[list[Region], list[Fragment]]:
    """Return the tables and contents lists of a page, and the fragments that are in none of them.

    The fragments are those of the argument where the page has no tags.
    """
    if all(item.element is None for item in fragments):
        return [], fragments
    tables, fragments = _tables(fragments)
    contents, fragments = _contents(fragments)
    return tables + contents, fragments


def _tables(fragments: list[Fragment]) -> tuple[list[Region], list[Fragment]]:
    by_table: dict[Element, dict[Element, _Cell]] = {}
    for item in fragments:
        home = item.element.home if item.element else None
        if home is not None and home.table is not None and home.cell is not None:
            cells = by_table.setdefault(home.table, {})
            cells.setdefault(home.cell, []).append(item)
    regions: list[Region] = []
    for table, cells in by_table.items():
        rows = _rows(table, cells)
        if any(sum(len(item.text) for item in cell) > _LONGEST for cell in cells.values()):
            continue
        found = [_region(part) for part in _stacked(rows)]
        if all(other.x0 > one.x1 - _NEAR for one, other in pairwise(found)):
            regions += [
                region
                for region in found
                if len((region.rows if table.is_parted else used_columns(region.rows))[0]) > 1
                and _fits(region.rows)
                and not _has_foreign(region, fragments)
            ]
    gone = {id(item) for region in regions for item in region.fragments}
    return regions, [item for item in fragments if id(item) not in gone]


def _region(rows: list[_Row]) -> Region:
    region = region_of("table", [item for row in rows for cell in row for item in cell])
    region.rows = rows
    region.how = "tag"
    return region


def _rows(table: Element, cells: dict[Element, _Cell]) -> list[_Row]:
    """Return the rows of which something stands on the page, each cell in its column."""
    stated = [row for row in stated_rows(table) if any(cell in cells for cell, _ in row)]
    width = max((at + 1 for row in stated_rows(table) for _, at in row), default=0)
    rows: list[_Row] = []
    for row in stated:
        rows.append([[] for _ in range(width)])
        for cell, at in row:
            rows[-1][at] += cells.get(cell, [])
    if any(cell.across > 1 or cell.down > 1 for row in stated for cell, _ in row):
        return rows
    whole = [found for row, found in zip(stated, rows, strict=True) if len(row) == width]
    return [
        found if len(row) == width else _aligned(found, whole)
        for row, found in zip(stated, rows, strict=True)
    ]


def _aligned(row: _Row, rows: Sequence[_Row]) -> _Row:
    """Return a row with fewer cells than the others, each below the cells of these.

    Browsers leave empty cells out of the tree.
    """
    columns = spans_of(rows)
    if None in columns or not columns:
        return row
    found: _Row = [[] for _ in row]
    first = 0
    for cell in row:
        if cell and first < len(row):
            x0, x1 = min(item.x0 for item in cell), max(item.x1 for item in cell)
            shared = [
                min(x1, span[1]) - max(x0, span[0]) for span in columns[first:] if span is not None
            ]
            first += shared.index(max(shared))
            found[first] += cell
            first += 1
        elif cell:
            return row
    return found


def _stacked(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Yield the parts of a table that stand below each other: it may go on in the next column."""
    part: list[_Row] = []
    bottom = 0.0
    for row in rows:
        top = max(item.top for cell in row for item in cell)
        low = min(item.bottom for cell in row for item in cell)
        if part and low > bottom + 3 * (top - low) and low > bottom + 40:
            yield part
            part = []
        bottom = low if not part else min(bottom, low)
        part.append(row)
    if part:
        yield part


def _fits(rows: Sequence[_Row]) -> bool:
    """Tell whether rows stand below each other, and their cells beside each other."""
    count = wrong = 0
    above: dict[int, float] = {}
    last = 0.0
    for row in rows:
        filled = [(at, cell) for at, cell in enumerate(row) if cell]
        top = max(item.y for _, cell in filled for item in cell)
        for at, cell in filled:
            count += 1
            highest = max(item.y for item in cell)
            # A cell may reach down beside the next rows, but never in its own column.
            wrong += at in above and highest > above[at] + 1
            above[at] = min(item.y for item in cell)
        for (_, left), (_, right) in pairwise(filled):
            wrong += min(item.x0 for item in right) < max(item.x0 for item in left)
        wrong += bool(last) and top > last + 1
        last = top
    return wrong <= _MISPLACED * count


def _has_foreign(region: Region, fragments: Sequence[Fragment]) -> bool:
    inside = {id(item) for item in region.fragments}
    foreign = sum(
        len(item.text)
        for item in fragments
        if id(item) not in inside
        and region.bottom < item.y < region.top
        and region.x0 < (item.x0 + item.x1) / 2 < region.x1
    )
    return foreign > _FOREIGN * sum(len(item.text) for item in region.fragments)


def _contents(fragments: list[Fragment]) -> tuple[list[Region], list[Fragment]]:
    found: dict[Element, list[Fragment]] = {}
    rest: list[Fragment] = []
    for item in fragments:
        block = item.element.block if item.element else None
        if block is not None and block.contents is not None:
            found.setdefault(block.contents, []).append(item)
        else:
            rest.append(item)
    return [region_of("contents", items) for items in found.values()], rest
