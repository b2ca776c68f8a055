"""The tables of a web page: which are of data, and their cells."""

from __future__ import annotations

import re

from strategikort.readers.cells import Cell, in_columns
from strategikort.readers.htmllists import labelling_cell
from strategikort.readers.htmltree import Node, text_of

_WIDEST = 1000
"""Columns that a cell may go across, by the standard."""


def is_data_table(table: Node) -> bool:
    """Tell a table of data from one that only lays out the page."""
    rows = 0
    for node in table.walk():
        if node is not table and node.tag == "table":
            return False
        if re.fullmatch(r"h[1-6]|ul|ol|article|section", node.tag):
            return False
        if node.tag == "tr":
            cells = [child for child in node.children if isinstance(child, Node)]
            full = sum(1 for cell in cells if text_of(cell)) >= 2
            rows += full and labelling_cell(node) is None
    return rows >= 2


def rows_of(table: Node) -> list[list[str]]:
    """Return the texts of a table's cells, row by row, each in its column.

    No cell reaches out of its group of rows (``<tbody>``).
    """
    groups: list[list[list[Cell]]] = [[]]
    for node in table.walk():
        if node.tag in ("thead", "tbody", "tfoot"):
            groups.append([])
        elif node.tag == "tr":
            cells = [child for child in node.children if isinstance(child, Node)]
            groups[-1].append([_cell(cell) for cell in cells if cell.tag in ("td", "th")])
    return in_columns(
        [
            # 0 is as far down as there are rows.
            [cell._replace(down=min(cell.down or len(group), len(group) - at)) for cell in row]
            for group in groups
            for at, row in enumerate(group)
        ]
    )


def _cell(cell: Node) -> Cell:
    across, down = (_number(cell.attributes.get(name)) for name in ("colspan", "rowspan"))
    return Cell(text_of(cell), max(1, min(across, _WIDEST)), down)


def _number(said: str | None) -> int:
    found = re.match(r"\s*(\d{1,5})", said or "", re.ASCII)
    return int(found[1]) if found else 1
