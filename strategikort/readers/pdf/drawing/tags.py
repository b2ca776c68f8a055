"""The structure tree of a tagged PDF: which element each marked stretch of a page belongs to.

ISO 32000-1, 14.7 and 14.8.  The tree is evidence, not the text: what is broken in it is left out,
and a file whose tree cannot be read is read as one without.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

MAX_ELEMENTS = 100_000
"""A tree with more elements, or one that takes longer, is left alone."""
_MAX_DEPTH = 120
_MAX_SPAN = 1000
"""Rows or columns that a cell may say it covers."""

_HEADINGS = {"H": 0, **{f"H{number}": min(number, 6) for number in range(1, 10)}}
_BLOCKS = frozenset({"P", "LI", "Caption", "Note", "TOCI", "TD", "TH", *_HEADINGS})
_WITHIN = frozenset(
    {"Span", "NonStruct", "Link", "Quote", "Reference", "Em", "Strong", "Sub", "Code", "Annot"}
    | {"BibEntry", "Private", "Formula", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "LBody"}
)
"""What stands within a block and does not make another one."""
_OTHERS = frozenset(
    {"Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside", "BlockQuote", "TOC"}
    | {"Index", "L", "Lbl", "Table", "THead", "TBody", "TFoot", "TR", "Figure", "Form", "Title"}
)
_STANDARD = _BLOCKS | _WITHIN | _OTHERS
_SAME = {"FENote": "Note"}
"""PDF 2.0's names of what had another one (ISO 32000-2, 14.8.4)."""


@dataclass(eq=False, slots=True)
class Element:
    """An element of the tree, or the nearest of its kind above each of its parts.

    ``role`` is the standard type that its own is mapped to, empty for one that is mapped to none.
    ``place`` counts the elements in the order of the tree.  ``home`` is the innermost paragraph,
    heading, element of a list or the like that it is or stands in, ``unit`` the same with labels
    and containers; ``item``, ``note``, ``caption``, ``contents``, ``table`` and ``cell`` are those
    it is or stands in.
    ``level`` is that of a heading or a list, 1 the highest.  ``across`` and ``down`` are how many
    columns and rows a cell covers.  ``actual`` is the text that its glyphs stand for, if stated.
    ``rows`` are those of a table once they are asked for, its cells with their columns; ``page`` is
    the last one that it has text on, one that ``is_parted`` has some on several.
    ``trusted``: what it says of its text fits that.
    """

    role: str
    parent: Element | None
    place: int
    home: Element | None = None
    unit: Element | None = None
    item: Element | None = None
    note: Element | None = None
    caption: Element | None = None
    contents: Element | None = None
    table: Element | None = None
    cell: Element | None = None
    level: int = 0
    across: int = 1
    down: int = 1
    actual: str = ""
    elements: list[Element] = field(default_factory=list)
    rows: list[list[tuple[Element, int]]] | None = None
    page: int | None = None
    is_parted: bool = False
    trusted: bool = True

    @property
    def block(self) -> Element | None:
        """Its home, None if that is not to be believed."""
        return self.home if self.home is not None and self.home.trusted else None

    def is_within(self, other: Element) -> bool:
        """Say whether it stands in another element, or is that."""
        return self is other or any(above is other for above in _above(self))

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.role in _HEADINGS


def read_tags(
    document: PDFDocument, page_of: Mapping[int, int], seconds: float = math.inf
) -> dict[int, dict[int, Element]] | None:
    """Return the elements of marked content by page index and number, None without a usable tree.

    ``page_of`` gives the index of a page by its object number, ``seconds`` is what it may take.
    """
    if "StructTreeRoot" not in document.catalog:
        return None
    try:
        root = resolve1(document.catalog["StructTreeRoot"])
        info = resolve1(document.catalog.get("MarkInfo"))
        # 14.7.1: the producer itself says that its tags may be wrong.
        if not isinstance(root, dict) or (isinstance(info, dict) and info.get("Suspects") is True):
            return None
        tree = _Tree(_role_map(root), page_of, time.process_time() + seconds)
        tree.walk(root)
    except Exception:  # pdfminer.six raises anything over a broken tree
        return None
    return tree.marked or None


def _role_map(root: Mapping[str, Any]) -> dict[str, str]:
    found = resolve1(root.get("RoleMap"))
    if not isinstance(found, dict):
        return {}
    return {str(name): _name(resolve1(role)) for name, role in found.items()}


def _name(value: object) -> str:
    return str(value.name) if isinstance(value, PSLiteral) else ""


def _role(name: str, roles: Mapping[str, str]) -> str:
    """Return the standard type of an element; a standard one may be mapped to another."""
    for _ in range(8):
        mapped = roles.get(name, "")
        if not mapped or mapped == name:
            break
        if name in _STANDARD and mapped not in _STANDARD:
            break
        name = mapped
    name = _SAME.get(name, name)
    return name if name in _STANDARD else ""


class _Tree:
    """Walks a structure tree; ``marked`` are the elements of what it has come to."""

    def __init__(
        self, roles: Mapping[str, str], page_of: Mapping[int, int], deadline: float
    ) -> None:
        self.marked: dict[int, dict[int, Element]] = {}
        self._roles = roles
        self._page_of = page_of
        self._deadline = deadline
        self._count = 0

    def walk(self, root: Mapping[str, Any]) -> None:
        """Go through all of it; raises ``TimeoutError`` where that is too much."""
        seen: set[int] = set()
        waiting: list[tuple[object, Element | None, int | None, int]] = [
            (root.get("K"), None, None, 0)
        ]
        while waiting:
            node, parent, page, depth = waiting.pop()
            if isinstance(node, PDFObjRef):
                if node.objid in seen:
                    continue
                seen.add(node.objid)
                node = resolve1(node)
            if isinstance(node, list):
                kids, element = node, parent
            elif isinstance(node, dict):
                page = self._page(node, page)
                if "S" not in node:
                    if "Stm" not in node:
                        self._mark(page, resolve1(node.get("MCID")), parent)
                    continue
                kids, element = [node.get("K")], self._counted(node, parent)
            else:
                self._mark(page, node, parent)
                continue
            if depth < _MAX_DEPTH:
                waiting += [(kid, element, page, depth + 1) for kid in reversed(kids)]

    def _mark(self, page: int | None, number: object, element: Element | None) -> None:
        if page is not None and element is not None and isinstance(number, int):
            self.marked.setdefault(page, {}).setdefault(number, element)
            if element.table is not None:
                _note_page(element.table, page)

    def _page(self, node: Mapping[str, Any], page: int | None) -> int | None:
        stated = node.get("Pg")
        return self._page_of.get(stated.objid) if isinstance(stated, PDFObjRef) else page

    def _counted(self, node: Mapping[str, Any], parent: Element | None) -> Element:
        element = _element(node, parent, self._roles, self._count)
        self._count += 1
        late = not self._count & 255 and time.process_time() > self._deadline
        if self._count > MAX_ELEMENTS or late:
            raise TimeoutError
        return element


def _note_page(table: Element, page: int) -> None:
    table.is_parted = table.is_parted or table.page not in (None, page)
    table.page = page


def _element(
    node: Mapping[str, Any], parent: Element | None, roles: Mapping[str, str], place: int
) -> Element:
    element = Element(_role(_name(resolve1(node["S"])), roles), parent, place)
    if parent is not None:
        parent.elements.append(element)
        element.home, element.unit, element.item = parent.home, parent.unit, parent.item
        element.note, element.caption = parent.note, parent.caption
        element.contents, element.table, element.cell = parent.contents, parent.table, parent.cell
        element.actual = parent.actual if element.role in _WITHIN else ""
    role = element.role
    if role in _BLOCKS:
        element.home = element
    if role and role not in _WITHIN:
        element.unit = element
    if role in ("TD", "TH"):
        element.cell = element
        element.across, element.down = _spans(node)
    elif role == "Table":
        element.table, element.cell, element.item = element, None, None
    elif role == "LI":
        element.item = element
        element.level = sum(above.role == "L" for above in _above(element)) or 1
    elif role == "Note":
        # Word puts a note into the tree where its mark stands, also in a table.
        element.note = element
        element.table = element.cell = element.item = element.caption = None
    elif role == "Caption":
        element.caption = element
        element.cell = None
    elif role == "TOC":
        element.contents = element.contents or element
    elif element.is_heading:
        element.item = None
        sections = sum(above.role == "Sect" for above in _above(element))
        element.level = _HEADINGS[role] or min(max(sections, 1), 6)
    actual = resolve1(node.get("ActualText"))
    if isinstance(actual, bytes):
        element.actual = decode_text(actual)
    return element


def _above(element: Element) -> Iterator[Element]:
    above = element.parent
    while above is not None:
        yield above
        above = above.parent


def _spans(node: Mapping[str, Any]) -> tuple[int, int]:
    """Return how many columns and rows a cell covers (table 349)."""
    stated = resolve1(node.get("A"))
    across = down = 1
    for attributes in stated if isinstance(stated, list) else [stated]:
        owner = resolve1(attributes)
        if isinstance(owner, dict):
            across = _count(owner.get("ColSpan"), across)
            down = _count(owner.get("RowSpan"), down)
    return across, down


def _count(value: object, otherwise: int) -> int:
    value = resolve1(value)
    return min(value, _MAX_SPAN) if isinstance(value, int) and value > 0 else otherwise
