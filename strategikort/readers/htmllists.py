"""The numbers and letters that a browser sets before the elements of lists."""

from __future__ import annotations

import re

from strategikort.readers.docxnumbers import formatted
from strategikort.readers.htmltree import Node, is_hidden, text_of

_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
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


def labels_of(node: Node) -> dict[int, str]:
    """Return the labels of the elements of an ordered list, by the identities of these."""
    form = _form(node)
    items = [child for child in node.children if isinstance(child, Node) and child.tag == "li"]
    if not form:
        return {}
    step = -1 if "reversed" in node.attributes else 1
    shown = [item for item in items if not is_hidden(item)]
    count = _number(node.attributes.get("start"), 1 if step == 1 else len(shown))
    labels: dict[int, str] = {}
    for item in shown:
        count = _number(item.attributes.get("value"), count)
        # There are no letters for these.
        labels[id(item)] = f"{formatted(count, form if count > 0 else 'decimal')}."
        count += step
    return labels


def labelling_cell(row: Node) -> tuple[Node, str] | None:
    """Return the cell that holds the number or bullet of what stands in the only other one.

    Such a row is an element of a list: ``(1)``, and beside it a recital.
    """
    cells = [child for child in row.children if isinstance(child, Node) and text_of(child)]
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


def _number(said: str | None, otherwise: int) -> int:
    found = re.fullmatch(r"\s*(-?\d{1,5})\s*", said or "", re.ASCII)
    return int(found[1]) if found else otherwise
