"""Stretches of a section: what of it stands on lines and pages, or at characters, as a hit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from strategikort.citation.short import LineRanges
from strategikort.model import Hit, Place, Section
from strategikort.structure.places import Places
from strategikort.text.aligned import SourceRange, spans_within
from strategikort.text.source import Source


class Stretches(NamedTuple):
    """The stretches of a section; ``places`` are those of its document.

    ``passages`` are those of the section, in reading order.
    """

    section: Section
    places: Places
    passages: Sequence[Hit]

    def at(self, start: int, end: int) -> Hit:
        """Return the clean characters ``[start, end)`` of the section, less blanks at the ends."""
        section, text = self.section, self.section.text.text
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        if not (text[:start].strip() or text[end:].strip()):
            whole = Place(section.pieces, section.lines, section.pages)
            return Hit(section, 0, len(text), 1.0, whole)
        place = self.places.of_passage(section, start, end)
        return Hit(
            section, start, end, 1.0, place._replace(pages=place.pages or self._pages(start, end))
        )

    def on_lines(self, lines: LineRanges) -> list[Hit]:
        """Return what stands on ``lines``: of a section without text there, its heading.

        Lines that are read one after the other make one stretch.
        """
        section = self.section
        asked = _raw_ranges(self.places.source, lines)
        found = [self.at(start, end) for start, end in _within(section, asked)]
        if not found and any(
            part.start < span.end and span.start < part.end
            for part in section.heading
            for span in asked
        ):
            return [Hit(section, 0, 0, 1.0, Place(section.heading, section.heading_lines, ()))]
        return found

    def on_pages(self, pages: Sequence[str]) -> list[Hit]:
        """Return what stands on printed ``pages``, by whole passages."""
        found: list[tuple[int, int]] = []
        before = False
        for passage in self.passages:
            here = not set(passage.place.pages).isdisjoint(pages)
            if here and before:
                found[-1] = (found[-1][0], passage.end)
            elif here:
                found.append((passage.start, passage.end))
            before = here
        return [self.at(start, end) for start, end in found]

    def touched(self, start: int, end: int) -> Iterator[Hit]:
        """Go through the passages of which clean characters ``[start, end)`` are a part."""
        return (item for item in self.passages if item.start < end and start < item.end)

    def _pages(self, start: int, end: int) -> tuple[str, ...]:
        """Return the pages of clean characters of which those of lines are not known.

        They are those of the passages, of the section where one of them is cut and has several.
        """
        pages: dict[str, None] = {}
        for passage in self.touched(start, end):
            here = passage.place.pages
            cut = passage.start < start or end < passage.end
            if not here or (cut and len(here) > 1):
                return self.section.pages
            pages.update(dict.fromkeys(here))
        return tuple(pages)


def _raw_ranges(source: Source, lines: LineRanges) -> list[SourceRange]:
    last = source.line_count
    return [
        SourceRange(source.line(first).start, source.line(min(end, last)).end + 1)
        for first, end in lines
        if first <= min(end, last)
    ]


def _within(section: Section, asked: Sequence[SourceRange]) -> list[tuple[int, int]]:
    """Return the stretches of clean text that come from ``asked``, with blanks between."""
    text = section.text.text
    found: list[tuple[int, int]] = []
    for start, end in spans_within(section.text, sorted(asked)):
        if not text[start:end].strip():
            continue
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
