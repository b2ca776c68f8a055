"""From the pages of a file to the lines of its text, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from strategikort.holdings.originals import FilePage
from strategikort.model import Section
from strategikort.text.source import Source


def page_of_line(source: Source, pages: Iterable[FilePage]) -> dict[int, tuple[str, ...]]:
    """Return the labels of the pages on which every line (from 1) stands."""
    found: dict[int, tuple[str, ...]] = {}
    for page in pages:
        if page.end <= page.start:
            continue
        for line in range(source.line_at(page.start), source.line_at(page.end - 1) + 1):
            before = found.get(line, ())
            if page.label not in before:
                found[line] = (*before, page.label)
    return found


def page_of_section(section: Section, pages: Sequence[FilePage]) -> FilePage | None:
    """Return the page on which a section begins."""
    starts = [part.start for part in (*section.heading, *section.pieces)]
    if not starts:
        return None
    first = min(starts)
    return next((page for page in pages if page.start <= first < page.end), None)
