"""Words of a section together with their exact place in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from strategikort.model import Place, Section, one_line
from strategikort.text.aligned import source_ranges
from strategikort.text.source import Source

if TYPE_CHECKING:
    from strategikort.library import Collection


class Evidence(NamedTuple):
    """Words that prove something: half-open offsets in the clean text of their section.

    ``text`` is exactly those characters, ``place`` where they stand in the source.  Offsets
    ``-1`` mark words of the section's heading rather than of its text.
    """

    section: str
    start: int
    end: int
    text: str
    place: Place

    def __repr__(self) -> str:
        return f"<Evidence {self.section}: {one_line(self.text)}>"


def document_of(evidence: Evidence) -> str:
    """Return the id of the document in which words stand."""
    return evidence.section.partition("/")[0]


class EvidenceRoom:
    """Finds the places of words; keeps the sources it has opened."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._sources: dict[str, Source] = {}
        self._found: dict[tuple[str, int, int], Evidence] = {}

    def source(self, document: str) -> Source:
        """Return the raw text of a document, opened once."""
        if document not in self._sources:
            self._sources[document] = self._collection.source(document)
        return self._sources[document]

    def of(self, section: Section, start: int, end: int) -> Evidence:
        """Return the words ``[start, end)`` of a section's text with their place.

        Of a section that runs over several pages only the lines of a part are given: which page
        a line stands on is not kept, and a page too many would be a wrong citation.
        """
        key = (section.id, start, end)
        if key not in self._found:
            chars = source_ranges(section.text, start, end, section.pieces)
            lines = self.source(section.document).line_ranges(chars)
            whole = start == 0 and end == len(section.text)
            pages = section.pages if whole or len(section.pages) == 1 else ()
            place = Place(chars, lines, pages)
            self._found[key] = Evidence(*key, section.text.text[start:end], place)
        return self._found[key]

    def of_heading(self, section: Section) -> Evidence:
        """Return the heading of a section with its place."""
        place = Place(section.heading, section.heading_lines, section.pages)
        return Evidence(section.id, -1, -1, section.title, place)
