"""Sections and documents as text for people, on a terminal or in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from strategikort.catalog.words import KindWords
from strategikort.citation.short import place_part, short_citation, shown_date
from strategikort.danish import count
from strategikort.model import Document, Section, Table
from strategikort.output.objects import Documents
from strategikort.output.screen import Screen, heading_parts, safe
from strategikort.text.layout import PARAGRAPH, Layout
from strategikort.text.safe import safe_line
from strategikort.text.source import Source

_FIELDS = {"country": "Land", "year": "År", "agreements": "Aftaler"}
_STEP = "  "
_ROOM = 36
"""Characters: where the ids leave fewer beside them, the headings stand below them."""


def with_depths(sections: Iterable[Section]) -> Iterator[tuple[int, Section]]:
    """Go through sections with how deep each lies (from 0) in those that come before it."""
    depths: dict[str, int] = {}
    for section in sections:
        depth = depths[section.id] = depths.get(section.parent or "", -1) + 1
        yield depth, section


def sections_text(documents: Documents, sections: Sequence[Section], screen: Screen) -> str:
    """Return sections one after another, those that belong to another one set in."""
    lines: list[str] = []
    for depth, section in with_depths(sections):
        lines += [""] if lines else []
        lines += _section(documents[section.document], section, screen, _STEP * depth)
    return "\n".join(lines)


def _section(document: Document, section: Section, screen: Screen, indent: str) -> list[str]:
    lines = screen.heading(section.label, f"[{section.id}]", indent)
    if section.table:
        lines += _table(section.table, screen, indent)
    elif section.text.text:
        for number, paragraph in enumerate(_paragraphs(section)):
            lines += [""] if number else []
            lines += screen.paragraph(paragraph, indent)
    for key, value in section.fields.items():
        shown = value if isinstance(value, str) else "; ".join(value)
        lines += screen.paragraph(f"{_FIELDS.get(key, key)}: {shown}", indent)
    for mark in section.footnotes:
        before = section.text.text[: mark.offset].split()[-1:]
        noted = f"Fodnote {mark.mark} efter »{''.join(before)}«: [{mark.section}]"
        lines += screen.paragraph(noted, indent)
    citation = f"Kilde: {short_citation(document, section)}"
    return lines + screen.source(citation, section, indent=indent)


def _paragraphs(section: Section) -> list[str]:
    if section.layout in (Layout.LINES, Layout.PAIRS):
        return section.text.text.split("\n")
    return section.text.text.split(PARAGRAPH)


def _table(table: Table, screen: Screen, indent: str) -> list[str]:
    rows = [table.columns, *table.rows]
    widths = [max(len(row[index]) for row in rows) for index in range(len(table.columns))]
    lines = [f"{indent}{safe(table.caption)}"] if table.caption else []
    for number, row in enumerate(rows):
        cells = (safe(cell).ljust(width) for cell, width in zip(row, widths, strict=True))
        line = indent + "  ".join(cells).rstrip()
        lines.append(screen.bold(line) if number == 0 else line)
    return lines


def raw_text(sections: Sequence[Section], sources: Mapping[str, Source], screen: Screen) -> str:
    """Return the source lines of sections as they stand, numbered, headings included."""
    lines: list[str] = []
    for section in sections:
        source = sources[section.document]
        lines += [""] if lines else []
        lines += screen.heading(section.label, f"[{section.id}] {safe_line(source.file)}")
        ranges = (*section.heading_lines, *section.lines)
        # A number in front is the section's heading and may stand on the line of its text.
        for number in dict.fromkeys(at for first, last in ranges for at in range(first, last + 1)):
            lines.append(f"{screen.dim(f'{number:>6}')}  {safe(source.line_text(number))}")
    return "\n".join(lines) + "\n"


def documents_text(
    documents: Sequence[Document],
    counts: Mapping[str, Mapping[str, int]],
    words: KindWords,
    screen: Screen,
) -> str:
    """Return the collection: a block for each document; what is to be noted is only counted."""
    blocks: list[str] = []
    for document in documents:
        lines = _document(document, counts[document.id], words, screen)
        if document.notes:
            noted = count(len(document.notes), "bemærkning", "bemærkninger")
            lines += [screen.dim(line) for line in screen.paragraph(noted, _STEP * 2)]
        blocks.append("\n".join(lines))
    blocks += ["Bemærkninger og indhold: strategikort dokumenter ID"] if blocks else []
    return "\n\n".join(blocks) + "\n"


def _document(
    document: Document, counts: Mapping[str, int], words: KindWords, screen: Screen
) -> list[str]:
    indent = _STEP * 2
    sizes = f"{count(document.lines, 'linje', 'linjer')}, {count(document.words, 'ord', 'ord')}"
    contents = ", ".join(words.count(kind, count) for kind, count in counts.items())
    facts = [
        ", ".join(filter(None, (document.publisher, shown_date(document)))),
        document.number and f"Dokument {document.number}",
        document.record,
        document.url,
        f"{safe_line(document.file)}: {sizes}",
        contents,
    ]
    lines = screen.document(document)
    for fact in facts:
        if fact:
            lines += screen.paragraph(fact, indent)
    return lines


def contents_text(
    document: Document,
    sections: Sequence[Section],
    counts: Mapping[str, int],
    words: KindWords,
    screen: Screen,
) -> str:
    """Return one document: what is known of it, and its table of contents with places."""
    lines = _document(document, counts, words, screen)
    for note in document.notes:
        noted = screen.paragraph(f"Bemærk: {note.text}", _STEP * 2)
        lines += [screen.dim(line) for line in noted]
    if document.evidence:
        lines += ["", screen.bold("Hvor oplysningerne stammer fra")]
        for key, evidence in document.evidence.items():
            lines += screen.paragraph(f"{METADATA.get(key, key)}: {evidence}", _STEP * 2)
    lines += ["", screen.bold("Indhold")]
    width = max((len(section.id) for section in sections), default=0)
    below = screen.width is not None and screen.width - width < _ROOM
    for depth, section in with_depths(sections):
        first = f"{_STEP}{section.id.ljust(width)}  {_STEP * depth}"
        if below:
            lines.append(_STEP + section.id)
            first = _STEP * (depth + 3)
        (label, _), *place = heading_parts(section.label, place_part(section))
        lines += screen.painted([(label, ()), *place], " " * len(first) + _STEP, first)
    return "\n".join(lines) + "\n"


METADATA = {
    "title": "Titel",
    "publisher": "Udgiver",
    "date": "Dato",
    "number": "Dokumentnummer",
    "record": "Aktnummer",
    "url": "Adresse",
}
"""The Danish names of what is known of a document."""
