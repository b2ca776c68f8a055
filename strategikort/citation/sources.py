"""Sources that a text lists or tabulates: the numbers of a list, the column of a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LISTED = re.compile(
    r"(?m)^[ \t]*(?:[-*+][ \t]+)?"
    r"(?:\\?\[(\d{1,3})\\?\]:?|([¹²³⁰-⁹]{1,3})|<sup>(\d{1,3})</sup>)[ \t]*(\S.*)$"
)
_HEADING = re.compile(
    r"(?im)^[ \t]*[#*]*[ \t]*(?:kilde(?:r|liste|henvisninger)|(?:fod|slut)?noter|henvisninger"
    r"|litteratur(?:liste)?|referenc(?:er|eliste|es)|sources|(?:foot|end)?notes)\b[*:]*[ \t]*$"
)
_ITEM = re.compile(r"(?m)^[ \t]*(\d{1,3})[.)][ \t]+(\S.*)$")
_FOOT = re.compile(r"(?m)^[ \t]*(\d{1,3})[ \t]{1,4}([A-ZÆØÅ»“\"][^\n]{4,}|[^\W\d][^\n]*\d[^\n]*)$")
"""A footnote as it stands at the foot of a page, which may be a heading with a number as well."""

_NUMBERS = re.compile(
    r"[.,;:]?[*_]{0,3}\s?(?:<sup>)?"
    r"(?:\\?\[{1,2}(?P<listed>\d[^\[\]\n]{0,60}?)\\?\]{1,2}(?:\([^()\s]*\))?|(?P<raised>[¹²³⁰-⁹]{1,3})"
    r"|(?<=[^\s.,;:])(?P<plain>\d{1,3})(?!\w))"
)
_MOST = 10
"""Numbers of a list that a quotation has behind it, at most."""

_OF_SOURCES = re.compile(
    r"(?i)\W*(?:kilder?|kildehenvisning|henvisning(?:er)?|referencer?|dokument|sted|source)\W*"
)
_OF_PAGES = re.compile(r"(?i)\W*(?:side(?:r|tal)?|s|page)\W*")
_PAGE = re.compile(r"\d+(?:\s*[-–]\s*\d+)?")
_CELLS = re.compile(r"(?<!\\)\||\t")


def listed_sources(text: str) -> dict[str, str]:
    """Return the sources that a text lists, by their numbers.

    They are ``[1] …``, raised numbers, ``1. …`` under a heading for sources, or footnotes as text.
    """
    feet = [(item[1], item[2].strip()) for item in _FOOT.finditer(text)]
    times = Counter(number for number, _ in feet)
    found = {number: source for number, source in feet if times[number] == 1}
    heading = _HEADING.search(text) if re.search(r"(?m)^[ \t]*\d{1,3}[.)]", text) else None
    listed = _ITEM.finditer(text, heading.end()) if heading else ()
    found |= {item[1]: item[2].strip() for item in listed}
    for match in _LISTED.finditer(text):
        number = match[1] or match[3] or match[2].translate(_RAISED)
        found[number] = match[4].strip()
    return found


def numbers_of(text: str, at: int) -> Iterator[tuple[str, str]]:
    """Yield the numbers of a list at ``at`` of a text, each with a place: ``[1][3, s. 5]``."""
    for _ in range(_MOST):
        match = _NUMBERS.match(text, at)
        if match is None:
            return
        at = match.end()
        if match["listed"] is None:
            yield match["plain"] or match["raised"].translate(_RAISED), ""
            continue
        parts = [part.strip() for part in match["listed"].split(",")]
        numbers = [part for part in parts if part.isdecimal()]
        place = ", ".join(part for part in parts if not part.isdecimal())
        for number in numbers:
            yield number, place if number == numbers[-1] else ""


def table_source(text: str, start: int, end: int) -> str:
    """Return what a table's column of sources says in the row of a quotation, with its page."""
    first = text.rfind("\n", 0, start) + 1
    row = text[first : _line_end(text, end)]
    if not _CELLS.search(row):
        return ""
    top = first
    while top and _CELLS.search(text, text.rfind("\n", 0, top - 1) + 1, top - 1):
        top = text.rfind("\n", 0, top - 1) + 1
    head, cells = _cells(text[top : _line_end(text, top)]), _cells(row)
    if top == first or len(head) != len(cells):
        return ""
    sources = [cell for name, cell in zip(head, cells, strict=True) if _OF_SOURCES.fullmatch(name)]
    pages = [cell for name, cell in zip(head, cells, strict=True) if _OF_PAGES.fullmatch(name)]
    source = ", ".join(filter(None, sources))
    page = next(filter(None, map(_PAGE.search, pages)), None)
    return f"{source}, s. {page.group()}" if source and page else source


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in _CELLS.split(row.strip().strip("|"))]
