"""A table whose parts stand on several pages: its rows whole, and the order of its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from strategikort.readers.model import Block, BlockKind, ReadFile
from strategikort.text.aligned import SourceRange

_BESIDE = (BlockKind.FURNITURE, BlockKind.FOOTNOTE, BlockKind.BOX)

_Cells = tuple[tuple[int, int], ...]


def tables_of(read: ReadFile) -> list[list[Block]]:
    """Return the parts of each table; what stands beside the text may stand between them."""
    found: list[list[Block]] = []
    goes_on = False
    for block in read.blocks:
        if block.kind is BlockKind.TABLE:
            if block.continues and goes_on:
                found[-1].append(block)
            else:
                found.append([block])
            goes_on = True
        elif block.kind not in _BESIDE:
            goes_on = False
    return found


def rows_of(parts: Sequence[Block]) -> list[list[list[SourceRange]]]:
    """Return the rows of a table, each with the stretches of text of each of its cells."""
    return [_cells(row) for row in _rows(parts)]


def pieces_of(parts: Sequence[Block]) -> list[SourceRange]:
    """Return the text of a table row by row; that of a row in parts is given cell by cell."""
    if len(parts) == 1:
        return [SourceRange(parts[0].start, parts[0].end)]
    found: list[SourceRange] = []
    for row in _rows(parts):
        if len(row) == 1:
            found.append(SourceRange(row[0][0][0], row[0][-1][1]))
        else:
            found += _stretches(row)
    return found


def cells_going_on(read: ReadFile) -> Iterator[int]:
    """Yield where the cells, and parts of cells, begin that stand in one row with those before."""
    for parts in tables_of(read):
        for row in _rows(parts):
            if len(row) > 1:
                yield from (start for start, _ in _stretches(row)[1:])


def _rows(parts: Sequence[Block]) -> list[list[_Cells]]:
    """Return the parts of each row; only those that a page cuts have several."""
    rows: list[list[_Cells]] = []
    for block in parts:
        for number, cells in enumerate(block.cells):
            if rows and number == 0 and block.cut:
                rows[-1].append(cells)
            else:
                rows.append([cells])
    return rows


def _cells(row: Sequence[_Cells]) -> list[list[SourceRange]]:
    return [
        [SourceRange(*part[place]) for part in row if part[place][0] < part[place][1]]
        for place in range(len(row[0]))
    ]


def _stretches(row: Sequence[_Cells]) -> list[SourceRange]:
    return [*chain.from_iterable(_cells(row))]
