"""The short citation that stands under everything that is found or shown.

It names publisher, title, the publisher's number, date, section, pages and lines, and ends with
the section's id, by which the place can be opened again.  What does not stand in the document
(a supplied title or date) is in square brackets, as cataloguers write it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

from strategikort.citation.dates import danish_date
from strategikort.model import Document, Section

LineRanges: TypeAlias = Sequence[tuple[int, int]]
"""Lines from 1, first and last inclusive."""

_NOT_IN_TEXT = "står ikke i teksten"


def short_citation(
    document: Document,
    section: Section,
    *,
    lines: LineRanges | None = None,
    pages: Sequence[str] | None = None,
) -> str:
    """Cite ``section``, or the passage of it that stands on ``lines`` and ``pages``.

    A section's own lines are given in ascending order.  ``lines`` of a passage keep the order in
    which they are read, since a text that goes on further up can only be followed so.
    """
    parts = [document_part(document), section.pinpoint, place_part(section, lines, pages)]
    return f"{', '.join(part for part in parts if part)} [{section.id}]"


def document_part(document: Document) -> str:
    """Return ``publisher: title (number), date``; what is not known is left out."""
    title = document.short_title or document.title
    if document.title_supplied:
        title = f"[{title}]"
    head = f"{document.publisher}: {title}" if document.publisher else title
    if document.number:
        head = f"{head} ({document.number})"
    return f"{head}, {shown_date(document)}"


def shown_date(document: Document) -> str:
    """Return the date in Danish, in square brackets when it does not stand in the document."""
    date = danish_date(document.date)
    return f"[{date}]" if document.date and date_is_supplied(document) else date


def date_is_supplied(document: Document) -> bool:
    """Say whether the evidence for the date is that it does not stand in the text."""
    return document.evidence.get("date", "").startswith(_NOT_IN_TEXT)


def place_part(
    section: Section, lines: LineRanges | None = None, pages: Sequence[str] | None = None
) -> str:
    """Return ``s. 12-13, l. 418-423``: pages where they are known, then lines."""
    shown = section.pages if pages is None else pages
    if lines is None:
        lines = _lines_of(section)
    parts = [f"s. {join_pages(shown)}" if shown else "", f"l. {join_lines(lines)}" if lines else ""]
    return ", ".join(part for part in parts if part)


def _lines_of(section: Section) -> LineRanges:
    """Return the lines of a section in ascending order, with the empty ones between its own.

    A table has its cells on lines apart, and read across they are in no order; that only line
    breaks stand between two is told by their characters.
    """
    lines = _merged(sorted(section.lines or section.heading_lines))
    pieces = _merged(sorted(section.pieces))
    if len(pieces) != len(lines):
        return lines
    found: list[tuple[int, int]] = []
    for at, (first, last) in enumerate(lines):
        if found and pieces[at][0] - pieces[at - 1][1] == first - found[-1][1]:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ranges in the given order; those that follow each other become one."""
    merged: list[tuple[int, int]] = []
    for first, last in ranges:
        if merged and merged[-1][0] <= first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def join_lines(lines: Iterable[tuple[int, int]]) -> str:
    """Write line ranges in the given order; those that follow each other become one."""
    merged = _merged(lines)
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in merged)


def join_pages(pages: Sequence[str]) -> str:
    """Write page labels; those that count on from each other become ``first-last``."""
    groups: list[list[str]] = [[page] for page in pages[:1]]
    for before, page in pairwise(pages):
        if before.isdecimal() and page.isdecimal() and int(page) == int(before) + 1:
            groups[-1].append(page)
        else:
            groups.append([page])
    return ", ".join(group[0] if len(group) == 1 else f"{group[0]}-{group[-1]}" for group in groups)
