"""The cells of a table, each in its column, where some reach over several columns or rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

_MOST_PLACES = 400_000
"""Places of a table that its cells may cover together; files from outside state any number."""


class Cell(NamedTuple):
    """A cell as files state it: how many columns it goes ``across``, and how many rows ``down``."""

    text: str
    across: int = 1
    down: int = 1


def in_columns(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """Return the texts of a table's cells, each in its column.

    A merged cell belongs to the first of the places it covers; the others are empty.
    """
    texts: list[list[str]] = []
    places = columns_of([[(cell.across, cell.down) for cell in row] for row in rows])
    for row, columns in zip(rows, places, strict=True):
        texts.append([""] * (columns[-1] + 1 if columns else 0))
        for cell, column in zip(row, columns, strict=True):
            texts[-1][column] = cell.text
    return texts


def columns_of(rows: Sequence[Sequence[tuple[int, int]]]) -> list[list[int]]:
    """Return the columns (from 0) of cells that go so many columns across and rows down.

    A column in which no cell begins is left out.
    """
    count = len(rows)
    covered = sum(
        across * min(down, count - at) for at, row in enumerate(rows) for across, down in row
    )
    if covered > _MOST_PLACES:
        return [list(range(len(row))) for row in rows]
    taken: set[tuple[int, int]] = set()
    placed: list[list[int]] = []
    for at, row in enumerate(rows):
        column = 0
        placed.append([])
        for across, down in row:
            while (at, column) in taken:
                column += 1
            placed[-1].append(column)
            below = range(at + 1, min(at + down, count))
            taken.update(product(below, range(column, column + across)))
            column += across
    begun = sorted({column for row in placed for column in row})
    number = {column: at for at, column in enumerate(begun)}
    return [[number[column] for column in row] for row in placed]
