"""Exports that are text, piece by piece: JSONL, CSV and Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from strategikort.citation.short import document_part
from strategikort.model import Document, Hit
from strategikort.output.export.content import Content
from strategikort.output.objects import dump_line, section_object
from strategikort.output.results import answer_object, citation_of, result_object
from strategikort.output.tabular import (
    COLUMNS,
    cited_text,
    csv_lines,
    escape,
    hit_row,
    paragraph,
    whole,
)
from strategikort.output.text import METADATA

MORE_COLUMNS = ("document_title", "publisher", "date", "url", "file", "sha256", "chars")
"""What a row of an export has besides the columns of an answer: it must stand alone."""

_DEEPEST = 6


def jsonl(content: Content) -> Iterator[str]:
    """Go through the lines of JSONL: section objects, or results, after the contract."""
    for hit in content.rows():
        document, rank = content.by_id[hit.section.document], content.rank(hit)
        found = (
            section_object(document, hit.section)
            if rank is None
            else result_object(document, hit, rank) | answer_object(hit)
        )
        yield dump_line(found) + "\n"


def csv(content: Content) -> Iterator[str]:
    """Go through the lines of CSV."""
    yield from csv_lines(columns(content), rows(content))


def columns(content: Content) -> tuple[str, ...]:
    """Return the columns of a table of ``content``; that of a search has its rank and score too."""
    return (*COLUMNS, *MORE_COLUMNS, *(("rank", "score") if content.found is not None else ()))


def rows(content: Content) -> Iterator[tuple[str, ...]]:
    """Go through the rows of the same table."""
    for hit in content.rows():
        document, rank = content.by_id[hit.section.document], content.rank(hit)
        yield (
            *hit_row(document, hit),
            document.shown_title,
            document.publisher,
            document.date,
            document.url or "",
            document.file,
            document.sha256,
            join_chars(hit),
            *((str(rank), f"{hit.score:.4f}") if rank is not None else ()),
        )


def join_chars(hit: Hit) -> str:
    """Write the raw characters of a passage: ``877..921, 940..951`` (from 0, end not included)."""
    return ", ".join(f"{start}..{end}" for start, end in hit.place.chars)


def markdown(content: Content) -> Iterator[str]:
    """Go through all of it as one Markdown text, document by document."""
    for number, document in enumerate(content.documents):
        yield "\n" if number else ""
        yield from markdown_document(content, document)


def markdown_files(content: Content) -> Iterator[tuple[str, Iterator[str]]]:
    """Go through the documents as Markdown, each with the name of its file."""
    for document in content.documents:
        yield f"{document.id}.md", markdown_document(content, document)


def markdown_document(content: Content, document: Document) -> Iterator[str]:
    """Go through one document as Markdown: what is known of it, then its sections."""
    yield f"# {escape(document.shown_title)}\n\n"
    for label, value in _facts(document):
        yield f"- {label}: {paragraph(value)}\n"
    for note in document.notes:
        yield f"- Bemærk: {paragraph(note.text)}\n"
    depths: dict[str, int] = {}
    hits = (
        content.passages(document)
        if content.found is not None
        else map(whole, content.sections(document))
    )
    for hit in hits:
        section = hit.section
        depth = depths.get(section.parent or "", 1) + 1
        depths[section.id] = depth
        level = 2 if content.found is not None else min(depth, _DEEPEST)
        yield "\n" + cited_text(section.label, hit.text, citation_of(document, hit), level=level)
        if hit.place.chars:
            yield f"\nTegn {join_chars(hit)} i kildefilen.\n"


def _facts(document: Document) -> Iterator[tuple[str, str]]:
    yield "Henvisning", document_part(document)
    yield "Id", document.id
    if document.url:
        yield "Adresse", document.url
    yield "Kildefil", document.file
    yield "Kildefilens sha256", document.sha256
    for key, evidence in document.evidence.items():
        yield f"Belæg for {METADATA.get(key, escape(key)).lower()}", evidence
