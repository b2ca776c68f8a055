"""CSV and Markdown: the same columns and the same care for both."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from strategikort.citation.short import join_lines
from strategikort.model import Document, Hit, Place, Section
from strategikort.output.objects import Documents
from strategikort.output.results import citation_of, citations_of
from strategikort.output.screen import safe

COLUMNS = ("id", "kind", "number", "title", "text", "document", "lines", "pages", "citation")

ALSO = "also"
"""The column of the sections with the same words in other files of the same text."""

HEADINGS = {
    "id": "Id",
    "kind": "Slags",
    "number": "Nummer",
    "title": "Titel",
    "place": "Sted",
    "publisher": "Udgiver",
    "date": "Dato",
    "url": "Adresse",
    "file": "Fil",
    "sha256": "sha256",
    "document": "Dokument",
    "section": "Afsnit",
    "text": "Tekst",
    ALSO: "Også i",
    "citation": "Kilde",
    "question": "Spørgsmål",
    "value": "Svar",
    "counted": "Talt",
    "strength": "Styrke",
    "actor": "Aktør",
    "by": "Opfordret af",
    "action": "Handling",
    "deadline": "Frist",
    "amount": "Beløb",
    "uncertain": "Usikkert",
    "sentence": "Sætning",
    "lead": "Indledt med",
}
"""The columns' names for readers; programs get those of the JSON."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~]|&(?=#?\w+;))")
_OPENING = re.compile(r"^(?:([-+=])|(\d{1,9})([.)](?:\s|$)))")
"""How a line begins that Markdown takes for a list item, a rule or the line under a heading."""


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return CSV (RFC 4180, LF) that no spreadsheet takes for formulas."""
    return "".join(csv_lines(columns, rows))


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Go through the same CSV row by row, the columns' names first."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for cells in chain((columns,), ([neutral(cell) for cell in row] for row in rows)):
        writer.writerow(cells)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def table_of(form: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as ``csv``, with the names of the JSON, or as ``md``, with Danish ones.

    For readers a last column :data:`ALSO` is left out where it is empty.
    """
    if form == "csv":
        return csv_table(columns, rows)
    rows = list(rows)
    if columns[-1] == ALSO and not any(row[-1] for row in rows):
        columns, rows = columns[:-1], [row[:-1] for row in rows]
    names = [HEADINGS[name] for name in columns]
    lines = [names, ["---"] * len(columns), *([escape(cell) for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def neutral(cell: str) -> str:
    """Return a cell with an apostrophe in front if a spreadsheet would calculate it (OWASP)."""
    cell = safe(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def whole(section: Section) -> Hit:
    """Return a section as the hit that a search for all of it would give."""
    place = Place(section.pieces, section.lines, section.pages)
    return Hit(section, 0, len(section.text), 1.0, place)


def hit_row(document: Document, hit: Hit) -> tuple[str, ...]:
    """Return the cells of :data:`COLUMNS` for a hit: text and place are the passage's."""
    return (
        hit.section.id,
        hit.section.kind,
        hit.section.number or "",
        hit.section.title,
        hit.text,
        document.id,
        join_lines(hit.place.lines),
        ", ".join(hit.place.pages),
        citation_of(document, hit),
    )


def hits_table(form: str, documents: Documents, hits: Iterable[Hit]) -> str:
    """Return hits as ``csv``, or as ``md``: heading, block quote, citations."""
    if form == "csv":
        return csv_table(COLUMNS, (hit_row(documents[hit.section.document], hit) for hit in hits))
    return "\n".join(
        cited_text(hit.section.label, hit.text, *citations_of(documents, hit)) for hit in hits
    )


def cited_text(heading: str, text: str, *citations: str, level: int = 2) -> str:
    """Return Markdown: a heading of ``level``, the text as a block quote, its citations."""
    parts = [f"{'#' * level} {escape(heading)}\n"]
    if text:
        parts.append(block_quote(text))
    return "\n".join([*parts, *(f"{paragraph(citation)}\n" for citation in citations)])


def block_quote(text: str) -> str:
    """Return ``text`` as a Markdown block quote."""
    return "".join(f"> {paragraph(line)}".rstrip() + "\n" for line in text.split("\n"))


def paragraph(line: str) -> str:
    """Return ``line`` so that Markdown takes it for plain text, also where a line begins."""
    return _OPENING.sub(_escape_opening, escape(line).strip())


def _escape_opening(found: re.Match[str]) -> str:
    sign, number, rest = found.groups()
    return f"\\{sign}" if sign else f"{number}\\{rest}"


def escape(text: str) -> str:
    """Return ``text`` with everything escaped that Markdown or HTML would take for markup."""
    return _MARKUP.sub(r"\\\1", safe(text))
