"""Comments, filled-in fields and attachments of a PDF: counted, not read."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pdfminer.pdftypes import dict_value, list_value, resolve1
from pdfminer.utils import decode_text

from strategikort.readers.leftout import left_out
from strategikort.readers.model import ReadingWarning
from strategikort.readers.pdf.document import OpenPdf

_MOST = 10_000
"""Annotations of a page, and attachments, that are looked at."""

_NO_COMMENTS = frozenset({"Link", "Popup", "Widget", "Movie", "Screen", "TrapNet", "Watermark"})
_HIDDEN = 2
"""The flag of an annotation that is not shown (PDF 32000-1, table 165)."""


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
