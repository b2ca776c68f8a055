"""The bookmarks of a PDF and where they lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, dict_value, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

_MAX_ENTRIES = 5000
_DEEPEST = 8


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
