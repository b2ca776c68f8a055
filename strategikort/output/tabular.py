"""CSV and Markdown: the same columns and the same care for both."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from strategikort.citation.short import join_lines, short_citation
from strategikort.model import Document, SearchResult, Section
from strategikort.output.results import citation_of
from strategikort.output.screen import safe

COLUMNS = ("id", "kind", "number", "title", "text", "document", "lines", "pages", "citation")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return CSV (RFC 4180, LF) that no spreadsheet takes for formulas."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def table_of(form: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as ``csv`` or ``md``."""
    if form == "csv":
        return csv_table(columns, rows)
    lines = [columns, ["---"] * len(columns), *([escape(cell) for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def neutral(cell: str) -> str:
    """Return a cell with an apostrophe in front if a spreadsheet would calculate it (OWASP)."""
    cell = safe(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def section_rows(
    documents: Mapping[str, Document], sections: Iterable[Section]
) -> Iterable[tuple[str, ...]]:
    """Return the cells of :data:`COLUMNS` for each section."""
    for section in sections:
        yield (
            section.id,
            section.kind,
            section.number or "",
            section.title,
            section.text.text,
            section.document,
            join_lines(section.lines),
            ", ".join(section.pages),
            short_citation(documents[section.document], section),
        )


def hits_table(form: str, documents: Mapping[str, Document], result: SearchResult) -> str:
    """Return hits as ``csv`` with the columns of sections, or as ``md``."""
    if form == "csv":
        rows = (
            (
                hit.section.id,
                hit.section.kind,
                hit.section.number or "",
                hit.section.title,
                hit.text,
                hit.section.document,
                join_lines(hit.place.lines),
                ", ".join(hit.place.pages),
                citation_of(documents[hit.section.document], hit),
            )
            for hit in result.hits
        )
        return csv_table(COLUMNS, rows)
    parts: list[str] = []
    for hit in result.hits:
        parts.append(f"## {escape(hit.section.label)}\n")
        parts.append(block_quote(hit.text))
        parts.append(f"{escape(citation_of(documents[hit.section.document], hit))}\n")
    return "\n".join(parts)


def markdown_sections(documents: Mapping[str, Document], sections: Iterable[Section]) -> str:
    """Return sections as Markdown: heading, block quote, citation."""
    parts: list[str] = []
    for section in sections:
        parts.append(f"## {escape(section.label)}\n")
        if section.text.text:
            parts.append(block_quote(section.text.text))
        parts.append(f"{escape(short_citation(documents[section.document], section))}\n")
    return "\n".join(parts)


def block_quote(text: str) -> str:
    """Return ``text`` as a Markdown block quote."""
    return "".join(f"> {escape(line)}".rstrip() + "\n" for line in text.split("\n"))


def escape(text: str) -> str:
    """Return ``text`` with everything escaped that Markdown or HTML would take for markup."""
    return _MARKUP.sub(r"\\\1", safe(text))
