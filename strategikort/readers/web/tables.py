"""The lists and tables of a web page: numbers as a browser sets them, tables of data, cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategikort.readers.making.cells import Cell, in_columns
from strategikort.readers.web.tree import Node, is_hidden, text_of
from strategikort.readers.word.numbers import FORMS, formatted

_FORMS = {
    **FORMS,
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.I)
_BARE = re.compile(r"unstyled|list-none|no-?(?:list|number|bullet|marker)", re.I)
"""Classes by which authors say that a list has no numbers."""

_LABEL = re.compile(r"\(?(?:\d{1,3}|[a-zæøå]{1,2}|[ivxl]{1,6})[.)]|[•—–·-]", re.I)

_LISTS = ("ul", "ol")
_WIDEST = 1000
"""Columns that a cell may go across, by the standard."""


def labels_of(node: Node) -> dict[int, str]:
    """Return the labels of the elements of an ordered list, by the identities of these."""
    form = _form(node)
    if not form:
        return {}
    step = -1 if "reversed" in node.attributes else 1
    shown = [item for item in node.elements if item.tag == "li" and not is_hidden(item)]
    count = _whole(node.attributes.get("start"), 1 if step == 1 else len(shown))
    labels: dict[int, str] = {}
    for item in shown:
        count = _whole(item.attributes.get("value"), count)
        # There are no letters for these.
        labels[id(item)] = f"{formatted(count, form if count > 0 else 'decimal')}."
        count += step
    return labels


def labelling_cell(row: Node) -> tuple[Node, str] | None:
    """Return the cell that holds the number or bullet of what stands in the only other one.

    Such a row is an element of a list: ``(1)``, and beside it a recital.
    """
    cells = _full_cells(row)
    if len(cells) != 2 or any(cell.tag not in ("td", "th") for cell in cells):
        return None
    label = text_of(cells[0])
    return (cells[0], label) if _LABEL.fullmatch(label) else None


def _form(node: Node) -> str:
    style = _STYLE.search(node.attributes.get("style", ""))
    for word in style[1].lower().split() if style else ():
        if word == "none":
            return ""
        if word in _FORMS:
            return _FORMS[word]
    if not style and _BARE.search(node.attributes.get("class", "")):
        return ""
    return _FORMS.get(node.attributes.get("type", "1"), "decimal")


def _whole(said: str | None, otherwise: int) -> int:
    found = re.fullmatch(r"\s*(-?\d{1,5})\s*", said or "", re.ASCII)
    return int(found[1]) if found else otherwise


def is_data_table(table: Node) -> bool:
    """Tell a table of data from one that only lays out the page.

    There are lists in the cells of both, but only data have a head.
    """
    rows = 0
    has_head = _has_head(table)
    for node in table.walk():
        if node is not table and node.tag == "table":
            return False
        if re.fullmatch(r"h[1-6]|article|section", node.tag):
            return False
        if node.tag in _LISTS and not has_head:
            return False
        if node.tag == "tr":
            rows += len(_full_cells(node)) > 1 and labelling_cell(node) is None
    return rows >= 2


def _has_head(table: Node) -> bool:
    """Say whether the first row is of heads, or of cells that are all bold, or each begins so."""
    rows = [_full_cells(row) for row in table.walk() if row.tag == "tr"]
    rows = [row for row in rows if row]
    if not rows:
        return False
    above = len(rows[0]) > 1 and all(cell.tag == "th" or _is_bold(cell) for cell in rows[0])
    return above or all(row[0].tag == "th" for row in rows)


def _full_cells(row: Node) -> list[Node]:
    return [cell for cell in row.elements if text_of(cell)]


def _is_bold(cell: Node) -> bool:
    bold = [text_of(node) for node in cell.walk() if node.tag in ("b", "strong")]
    return " ".join(bold) == text_of(cell)


def rows_of(table: Node) -> list[list[str]]:
    """Return the texts of a table's cells, row by row, each in its column.

    No cell reaches out of its group of rows (``<tbody>``).
    """
    groups: list[list[list[Cell]]] = [[]]
    for node in table.walk():
        if node.tag in ("thead", "tbody", "tfoot"):
            groups.append([])
        elif node.tag == "tr":
            groups[-1].append([_cell(cell) for cell in node.elements if cell.tag in ("td", "th")])
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
    text = text_of(cell)
    if text and any(node.tag in _LISTS for node in cell.walk()):
        text = "\n".join(_lines(cell))
    return Cell(text, max(1, min(across, _WIDEST)), down)


def _lines(node: Node) -> Iterator[str]:
    """Yield the text of a cell, the elements of lists in it each by itself."""
    labels = labels_of(node) if node.tag == "ol" else {}
    between: list[Node | str] = []
    for child in [*node.children, None]:
        is_list = isinstance(child, Node) and any(one.tag in _LISTS for one in child.walk())
        if child is None or is_list or node.tag in _LISTS:
            if said := text_of(Node("span", {}, between)):
                yield said
            between = []
        if isinstance(child, Node) and (is_list or node.tag in _LISTS):
            if not is_hidden(child):
                label = labels.get(id(child), "")
                for at, line in enumerate(_lines(child)):
                    yield f"{label} {line}" if label and not at else line
        elif child is not None:
            between.append(child)


def _number(said: str | None) -> int:
    found = re.match(r"\s*(\d{1,5})", said or "", re.ASCII)
    return int(found[1]) if found else 1
