"""How well a file was read, as plain data that is kept with the document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from strategikort.danish import count, some
from strategikort.model import Section
from strategikort.readers.making.leftout import IS_NOT_READ, LEFT_OUT
from strategikort.readers.model import ReadFile
from strategikort.structure.auto import numbering_gaps

_DOUBTFUL = 0.9
"""Agreement of the two reading orders below which a page's order is in doubt."""


def certificate_of(read: ReadFile, sections: Sequence[Section]) -> dict[str, Any]:
    """Return what is to be said of the reading of a file.

    Pages are counted from 1 in the file.  ``order`` is given in per cent.
    """
    quality = read.quality
    return {
        "kind": read.kind.value,
        "pages": quality.pages,
        "characters": len(read.text),
        "sections": len(sections),
        "without_text": [page + 1 for page in quality.without_text],
        "unread": [[page + 1, code] for page, code in quality.unread],
        "damaged": dict(quality.damaged),
        "doubtful_order": {
            str(page + 1): round(100 * score)
            for page, score in sorted(quality.order.items())
            if score < _DOUBTFUL
        },
        "headings": dict(quality.headings),
        "gaps": list(numbering_gaps(sections)),
        "encoding": quality.encoding,
        "warnings": [
            {
                "code": warning.code,
                "message": warning.message,
                "pages": [page + 1 for page in warning.pages],
            }
            for warning in quality.warnings
        ],
    }


def warnings_of(certificate: Mapping[str, Any]) -> list[str]:
    """Return in Danish sentences what went wrong when a file was read; empty if nothing did."""
    said = [
        f"{warning['message'].rstrip('.')}{_places(warning['pages'])}."
        for warning in certificate["warnings"]
    ]
    codes = {warning["code"] for warning in certificate["warnings"]}
    damaged = sum(certificate["damaged"].values())
    if damaged and "damaged_characters" not in codes:
        said.append(f"{damaged} tegn er gået tabt eller ødelagt.")
    if certificate["gaps"]:
        said.append(f"Der er huller i nummereringen: {some(certificate['gaps'])} mangler.")
    return said


def unread_of(certificate: Mapping[str, Any]) -> str:
    """Return in one Danish sentence what of a file could not be read; empty if all was."""
    lost = sorted({*certificate["without_text"], *(page for page, _ in certificate["unread"])})
    damaged = sum(certificate["damaged"].values())
    said: list[str] = []
    if lost:
        pages = count(len(lost), "side", "sider")
        said.append(f"{pages} uden læsbar tekst{_places(lost)}")
    if damaged:
        said.append(f"{damaged} tegn, der er gået tabt eller ødelagt")
    said += [
        warning["message"].removesuffix(IS_NOT_READ)
        for warning in certificate["warnings"]
        if warning["code"] == LEFT_OUT
    ]
    return f"{' og '.join(said)}." if said else ""


def recognized_of(certificate: Mapping[str, Any]) -> str | None:
    """Return which pages of a file were recognized in pictures (OCR), empty for all of them.

    None if no text was.
    """
    found = [warning for warning in certificate["warnings"] if warning["code"] == "recognized_text"]
    return _places(found[0]["pages"]) if found else None


def _places(pages: Sequence[int]) -> str:
    if not pages:
        return ""
    word = "side" if len(pages) == 1 else "siderne"
    return f" ({word} {some(map(str, pages))})"
