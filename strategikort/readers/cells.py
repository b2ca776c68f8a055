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

    A merged cell belongs to the first of the places it covers; the others are empty.  A column in
    which no cell begins is left out.
    """
    count = len(rows)
    covered = sum(
        cell.across * min(cell.down, count - at) for at, row in enumerate(rows) for cell in row
    )
    if covered > _MOST_PLACES:
        return [[cell.text for cell in row] for row in rows]
    taken: set[tuple[int, int]] = set()
    placed: list[list[tuple[int, str]]] = []
    for at, row in enumerate(rows):
        column = 0
        placed.append([])
        for text, across, down in row:
            while (at, column) in taken:
                column += 1
            placed[-1].append((column, text))
            below = range(at + 1, min(at + down, count))
            taken.update(product(below, range(column, column + across)))
            column += across
    begun = sorted({column for row in placed for column, _ in row})
    number = {column: at for at, column in enumerate(begun)}
    texts: list[list[str]] = []
    for places in placed:
        texts.append([""] * (number[places[-1][0]] + 1 if places else 0))
        for column, text in places:
            texts[-1][number[column]] = text
    return texts
