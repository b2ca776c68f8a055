"""The parts of sections on the pages and lines that a reference names, or at characters.

``uss, l. 119-121``, ``side 12 i uss``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from strategikort.citation.short import LineRanges, join_lines, join_pages
from strategikort.errors import UnknownReferenceError
from strategikort.model import Hit, Place, Section
from strategikort.references.resolution import Resolution
from strategikort.structure.places import Places
from strategikort.text.aligned import SourceRange, spans_within
from strategikort.text.source import Source

_FEW = 5
"""Ranges of lines that a message tells one by one, at most."""


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


def parts_in(
    sections: Iterable[Section], places: Places, passages: Iterable[Hit], named: Resolution
) -> list[Hit]:
    """Return the parts of one document's ``sections`` on the pages and lines that are named."""
    of_section: dict[str, list[Hit]] = {}
    for passage in passages:
        of_section.setdefault(passage.section.id, []).append(passage)
    parts: list[Hit] = []
    for section in sections:
        stretches = Stretches(section, places, of_section.get(section.id, []))
        if not named.lines:
            parts += stretches.on_pages(named.pages)
            continue
        for part in stretches.on_lines(named.lines):
            pages = {
                page
                for passage in stretches.touched(part.start, part.end)
                for page in passage.place.pages
            }
            # Where no page of a line is known, the line says enough.
            if not (named.pages and pages) or pages.intersection(named.pages):
                parts.append(part)
    return parts


def are_all(parts: Sequence[Hit], source: Source, named: Resolution) -> bool:
    """Tell whether ``parts`` of one document are all that is named: every page, each line's end.

    In a document lines may be of no section, in a section they may not.
    """
    if not named.lines:
        pages = {page for part in parts for page in part.place.pages}
        return pages.issuperset(named.pages)
    spans = [
        span
        for part in parts
        for span in (*part.place.lines, *(part.section.heading_lines if part.start == 0 else ()))
    ]
    for asked in named.lines:
        if asked[1] > source.line_count:
            return False
        filled = [line for line in range(asked[0], asked[1] + 1) if source.line_text(line).strip()]
        ends = (filled[0], filled[-1]) if filled and not named.document else ()
        if not all(any(first <= line <= last for first, last in spans) for line in ends):
            return False
    return True


def not_there(
    sections: Sequence[Section],
    passages: Iterable[Hit],
    source: Source,
    named: Resolution,
    *,
    partly: bool,
) -> UnknownReferenceError:
    """Return the error that says where what was named stands instead.

    ``partly`` says that some of it is there.
    """
    places = [f"s. {join_pages(named.pages)}"] if named.pages else []
    places += [f"l. {join_lines(named.lines)}"] if named.lines else []
    what = named.document or (named.ids[0] if len(named.ids) == 1 else None)
    count = source.line_count
    asked = [
        line for first, last in named.lines for line in range(max(first, 1), min(last, count) + 1)
    ]
    if asked and not any(source.line_text(line).strip() for line in asked):
        message = f"Linje {join_lines(named.lines)} i {source.file} er tom."
    elif partly:
        message = f"Ikke alt på {', '.join(places)} findes i {what or 'afsnittene'}."
    elif named.document:
        message = f"Intet afsnit i {what} står på {', '.join(places)}."
    else:
        message = f"{what or 'Afsnittene'} står ikke på {', '.join(places)}."
    pages = dict.fromkeys(page for passage in passages for page in passage.place.pages)
    lines = sorted(span for item in sections for span in (*item.lines, *item.heading_lines))
    known = [f"sidetal {join_pages(tuple(pages))}"] if pages and named.pages else []
    if lines:
        known.append(f"linje {join_lines(_span_of(lines))}")
    return UnknownReferenceError(
        message, f"Teksten har {' og '.join(known)}." if known else "", code="unknown_place"
    )


def _span_of(lines: LineRanges) -> LineRanges:
    """Return ``lines`` if they are few, else all from the first to the last."""
    return lines if len(lines) <= _FEW else ((lines[0][0], lines[-1][1]),)


def cut(part: Hit) -> Section:
    """Return a part of a section as a section of its own: text, ranges, lines and pages."""
    section, start, end = part.section, part.start, part.end
    if part.whole:
        return section
    if start == end:
        return section._replace(
            text=section.text.slice(0, 0), pieces=(), lines=(), pages=(), table=None, footnotes=()
        )
    return section._replace(
        text=section.text.slice(start, end),
        pieces=part.place.chars,
        lines=part.place.lines,
        pages=part.place.pages,
        heading=(),
        heading_lines=(),
        table=None,
        footnotes=tuple(
            mark._replace(offset=mark.offset - start)
            for mark in section.footnotes
            if start <= mark.offset <= end
        ),
    )
