"""Where a wording was found: sections, characters and lines of the source, pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from strategikort.citation.archive import Archive
from strategikort.citation.stream import Span
from strategikort.citation.units import Part
from strategikort.model import Section, one_line
from strategikort.text.aligned import SourceRange, source_ranges

_OVERVIEW = "oversigt"


@dataclass(frozen=True, slots=True)
class PassagePart:
    """The part of a place that lies in one section.

    ``start`` and ``end`` are offsets in the section's ``text``, or in its ``title`` where
    ``in_heading``; ``chars`` are the ranges of the decoded source in reading order.
    """

    section: Section
    start: int
    end: int
    in_heading: bool
    text: str
    chars: tuple[SourceRange, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of one document, in reading order; ``lines`` are 1-based and inclusive.

    ``section`` is the smallest that holds all of it; where none does but a list that has no heading
    in the source, that which holds most.  ``pages`` are the printed pages, none unless they are
    known for all of it.  ``also`` are the same words in other files of the same text.
    """

    parts: tuple[PassagePart, ...]
    lines: tuple[tuple[int, int], ...]
    section: Section
    pages: tuple[str, ...]
    also: tuple[Passage, ...] = ()

    def __repr__(self) -> str:
        lines = ", ".join(f"{first}-{last}" for first, last in self.lines)
        return f"<Passage {self.section.id}, lines {lines}: {one_line(self.text)}>"

    @property
    def document(self) -> str:
        """The document's id."""
        return self.parts[0].section.document

    @property
    def chars(self) -> tuple[SourceRange, ...]:
        """The passage's ranges in the decoded source, in reading order."""
        return tuple(part for item in self.parts for part in item.chars)

    @property
    def text(self) -> str:
        """The passage as it reads, paragraphs parted by blank lines."""
        return "\n\n".join(part.text for part in self.parts)


def locate(archive: Archive, spans: Sequence[Span]) -> Passage:
    """Return the place of ``spans`` of the archive's stream; there must be at least one."""
    parts: list[PassagePart] = []
    for span in spans:
        unit = archive.units[span.unit]
        section = archive.sections[unit.section]
        first, last = archive.token_at(span.first), archive.token_at(span.last - 1)
        start, end = first.start, last.end
        in_heading = unit.part is Part.HEADING
        if parts and parts[-1].section is section and not in_heading and not parts[-1].in_heading:
            start = parts.pop().start
        parts.append(_part(section, start, end, in_heading))
    document = parts[0].section.document
    place = archive.places_in(document).of_ranges([part for item in parts for part in item.chars])
    pages = place.pages or _pages_of_sections(parts)
    return Passage(tuple(parts), place.lines, _section_of(archive, parts), pages)


def _pages_of_sections(parts: Sequence[PassagePart]) -> tuple[str, ...]:
    """Return the pages of all sections of a passage: what is known where those of lines are not."""
    if any(not part.section.pages for part in parts):
        return ()
    return tuple(dict.fromkeys(page for part in parts for page in part.section.pages))


def longest(parts: Sequence[PassagePart]) -> PassagePart:
    """Return the part of a passage that has most of its text."""
    return max(parts, key=lambda part: len(part.text))


def _section_of(archive: Archive, parts: Sequence[PassagePart]) -> Section:
    most = longest(parts).section
    above = [archive.above(part.section) for part in parts]
    section = most
    while not all(section.id in ids for ids in above):
        parent = archive.parent_of(section)
        if parent is None:
            return most
        section = parent
    return most if section.kind == _OVERVIEW and not section.heading else section


def _part(section: Section, start: int, end: int, in_heading: bool) -> PassagePart:
    if in_heading:
        return PassagePart(section, start, end, True, section.title[start:end], section.heading)
    chars = source_ranges(section.text, start, end, section.pieces)
    return PassagePart(section, start, end, False, section.text.text[start:end], chars)
