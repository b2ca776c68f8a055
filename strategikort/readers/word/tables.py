"""The tables of Word: which column a cell stands in, by the grid below all rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from xml.etree.ElementTree import Element

from strategikort.readers.making.cells import Cell, in_columns
from strategikort.readers.word.styles import W, inner, value, whole

_NARROW = 200
"""Twentieths of a point; what is narrower comes of borders that were dragged and do not meet."""


def rows_of(table: Element, text_of: Callable[[Element], str]) -> list[list[str]]:
    """Return the texts of a table's cells, row by row, each in its column.

    Word writes a cell for every row that a merged one reaches down, so only those that go across
    must be counted.
    """
    rows = [list(_cells(row, text_of)) for row in inner(table, "tr")]
    if len({len(row) for row in rows}) > 1:
        widths = [column.get(W + "w", "") for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        rows = [_without_narrow(row, widths) for row in rows]
        return in_columns(rows)
    return [[cell.text for cell in row] for row in rows]


def _cells(row: Element, text_of: Callable[[Element], str]) -> Iterator[Cell]:
    before = whole(value(row.find(W + "trPr"), "gridBefore"))
    if before:
        yield Cell("", before)
    for cell in inner(row, "tc"):
        yield Cell(text_of(cell), whole(value(cell.find(W + "tcPr"), "gridSpan")) or 1)


def _without_narrow(row: Sequence[Cell], widths: Sequence[str]) -> list[Cell]:
    """Return a row whose cells go across those columns of the grid only that can hold text."""
    counted = [not (width.isdecimal() and int(width) < _NARROW) for width in widths]
    wide = list(accumulate(counted, initial=0))
    last = len(widths)
    found: list[Cell] = []
    column = 0
    for cell in row:
        end = column + cell.across
        across = wide[min(end, last)] - wide[min(column, last)] + max(0, end - max(column, last))
        found.append(cell._replace(across=max(1, across)))
        column = end
    return found
