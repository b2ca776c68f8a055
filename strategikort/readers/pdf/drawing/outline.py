"""What lies beside the pages of a PDF: bookmarks, and comments, fields and attachments.

The bookmarks are read; of the others it is said how many there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from strategikort.readers.making.leftout import left_out
from strategikort.readers.model import ReadingWarning
from strategikort.readers.pdf.drawing.document import OpenPdf

_MAX_ENTRIES = 5000
_DEEPEST = 8

_MOST = 10_000
"""Annotations of a page, and attachments, that are looked at."""

_NO_COMMENTS = frozenset({"Link", "Popup", "Widget", "Movie", "Screen", "TrapNet", "Watermark"})
_HIDDEN = 2
"""The flag of an annotation that is not shown (PDF 32000-1, table 165)."""


@dataclass(frozen=True)
class OutlineEntry:
    """A bookmark: its level (1 is the highest) and the page (from 0) it leads to."""

    title: str
    level: int
    page: int | None


def read_outline(document: PDFDocument, page_of: Mapping[int, int]) -> list[OutlineEntry]:
    """Return the bookmarks; ``page_of`` gives the index of a page by its object number.

    A broken outline gives what can be read of it: it is evidence, not the text.
    """
    found: list[OutlineEntry] = []
    try:
        root = dict_value(resolve1(document.catalog.get("Outlines", {})))
        for entry, level in islice(_entries(root, 1, set()), _MAX_ENTRIES):
            title = resolve1(entry.get("Title", b""))
            text = decode_text(title) if isinstance(title, bytes) else str(title)
            page = _target(document, entry, page_of)
            found.append(OutlineEntry(" ".join(text.split()), level, page))
    except Exception:  # pdfminer.six raises anything over a broken outline
        return found
    return found


def _entries(
    node: Mapping[str, Any], level: int, seen: set[int]
) -> Iterator[tuple[Mapping[str, Any], int]]:
    """Yield what stands below an entry, each with its level."""
    link = node.get("First")
    while isinstance(link, PDFObjRef) and link.objid not in seen:
        seen.add(link.objid)
        entry = dict_value(link.resolve())
        yield entry, level
        if level < _DEEPEST:
            yield from _entries(entry, level + 1, seen)
        link = entry.get("Next")


def _target(
    document: PDFDocument, entry: Mapping[str, Any], page_of: Mapping[int, int]
) -> int | None:
    try:
        target = resolve1(entry.get("Dest"))
        if target is None:
            action = resolve1(entry.get("A")) or {}
            target = resolve1(action.get("D"))
        for _ in range(4):
            if isinstance(target, PSLiteral):
                target = str(target.name)
            if isinstance(target, (bytes, str)):
                target = resolve1(document.get_dest(target))
            if isinstance(target, dict):
                target = resolve1(target.get("D"))
        if isinstance(target, list) and target:
            first = target[0]
            if isinstance(first, PDFObjRef):
                return page_of.get(first.objid)
            return first if isinstance(first, int) else None
    except Exception:
        return None
    return None


def left_out_of(opened: OpenPdf) -> tuple[ReadingWarning, ...]:
    """Return the warning of what stands on and behind the pages and is not read."""
    counts: Counter[str] = Counter()
    on_pages: list[int] = []
    for index, page in enumerate(opened.pages):
        found = Counter(kind for item in _annotations(page) if (kind := _kind(item)))
        counts += found
        if found:
            on_pages.append(index)
    counts["attachment"] += _attachments(opened)
    return left_out(counts, on_pages)


def _annotations(page: Any) -> list[Any]:
    try:
        return list(list_value(page.annots))[:_MOST] if page.annots else []
    except Exception:  # a broken list is none
        return []


def _kind(annotation: Any) -> str:
    try:
        item = dict_value(annotation)
        flags = resolve1(item.get("F", 0))
        if isinstance(flags, int) and flags & _HIDDEN:
            return ""
        subtype = getattr(resolve1(item.get("Subtype")), "name", "")
        if subtype == "Widget":
            return "field" if _has_value(item) else ""
        if subtype == "FileAttachment":
            return "attachment"
        return "comment" if subtype not in _NO_COMMENTS and _is_said(item.get("Contents")) else ""
    except Exception:  # a broken annotation is none
        return ""


def _has_value(field: dict[Any, Any]) -> bool:
    """Say whether a field has a text filled in; a field of several parts has it further up."""
    for _ in range(8):
        if _is_said(field.get("V")):
            return True
        if "Parent" not in field:
            return False
        field = dict_value(field["Parent"])
    return False


def _is_said(value: Any) -> bool:
    """Say whether a value is a text; the state of a box to tick is a name."""
    text = resolve1(value)
    if isinstance(text, list):
        return any(_is_said(item) for item in text)
    if isinstance(text, bytes):
        text = decode_text(text)
    return isinstance(text, str) and bool(text.strip())


def _attachments(opened: OpenPdf) -> int:
    count = 0
    try:
        names = dict_value(opened.document.catalog.get("Names", {}))
        waiting = [dict_value(names.get("EmbeddedFiles", {}))]
        for _ in range(_MOST):
            if not waiting:
                break
            node = waiting.pop()
            count += len(list_value(node.get("Names", []))) // 2
            waiting += [dict_value(kid) for kid in list_value(node.get("Kids", []))]
    except Exception:  # what is behind a broken name is not there
        return count
    return count
