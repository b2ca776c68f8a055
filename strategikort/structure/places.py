"""Where a section or a passage of it stands: characters, lines and printed pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from strategikort.model import Place, Section
from strategikort.text.aligned import SourceRange, source_ranges
from strategikort.text.source import Source


class Places:
    """The places of one source; ``page_of`` gives the printed page(s) of a line (from 1)."""

    def __init__(self, source: Source, page_of: Mapping[int, tuple[str, ...]]) -> None:
        self.source = source
        self._page_of = page_of

    def of_ranges(self, chars: Sequence[SourceRange]) -> Place:
        """Return the place that raw ranges make up, in reading order."""
        lines = self.source.line_ranges(chars)
        return Place(tuple(chars), lines, self._pages(lines))

    def of_passage(self, section: Section, start: int, end: int) -> Place:
        """Return the place of the clean characters ``[start, end)`` of a section's text."""
        if start == 0 and end == len(section.text):
            return Place(section.pieces, section.lines, section.pages)
        return self.of_ranges(source_ranges(section.text, start, end, section.pieces))

    def _pages(self, lines: Sequence[tuple[int, int]]) -> tuple[str, ...]:
        """Return the printed pages of ``lines``; none unless every line's page is known."""
        labels: dict[str, None] = {}
        for first, last in lines:
            for line in range(first, last + 1):
                if not self.source.line_text(line).strip():
                    continue
                if line not in self._page_of:
                    return ()
                labels.update(dict.fromkeys(self._page_of[line]))
        return tuple(labels)
