"""The rows of a table as the structure tree has them, each cell in its column."""

from __future__ import annotations

from collections.abc import Iterator

from strategikort.readers.making.cells import columns_of
from strategikort.readers.pdf.drawing.tags import Element


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
