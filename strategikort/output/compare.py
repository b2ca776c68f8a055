"""Comparisons as text and as JSON objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from strategikort.citation.short import join_lines, short_citation
from strategikort.danish import count, some
from strategikort.links.compare import SectionComparison, SubjectComparison
from strategikort.links.factrules import Disagreement, Statement
from strategikort.links.model import SharedWord
from strategikort.model import Document, Hit
from strategikort.output.evidence import (
    also_object,
    evidence_citation,
    evidence_object,
    evidence_source,
)
from strategikort.output.links import KIND_WORDS, link_object
from strategikort.output.objects import (
    Documents,
    Object,
    Sections,
    document_reference,
    section_object,
)
from strategikort.output.results import citation_of, citations_of, hit_lines, hit_objects
from strategikort.output.screen import Screen, heading_parts, safe
from strategikort.output.tabular import block_quote, escape, table_of

COLUMNS = ("document", "section", "text", "lines", "citation", "also")
_STATED = ("question", "value", "counted", "section", "text", "citation", "also")

_SILENT = 20
"""Documents without the subject that are named; in JSON all of them stand."""


def subject_text(
    found: SubjectComparison, documents: Documents, sections: Sections, screen: Screen
) -> str:
    """Return what each document says about a subject: a block a document."""
    lines: list[str] = []
    for column in found.columns:
        shown = len(column.hits)
        places = count(column.total, "sted", "steder")
        lines += [""] if lines else []
        lines += screen.document(
            column.document, f"{shown} af {places}" if column.total > shown else places
        )
        for hit in column.hits:
            lines += ["", *_hit(documents, hit, screen)]
    for said, without in _without_columns(found, found.subject):
        names = some([f"{item.id} ({safe(item.shown_title)})" for item in without], _SILENT)
        lines += ["", *screen.paragraph(f"{said}: {names}")]
    lines += _disagreements(found.disagreements, documents, sections, screen)
    return "\n".join(lines) + "\n"


def _without_columns(
    found: SubjectComparison, subject: str
) -> Iterator[tuple[str, Sequence[Document]]]:
    """Yield what is said of documents without a column, with those; ``subject`` is as shown."""
    for said, others in (
        (
            f"Siger om »{subject}« kun det, der også står i en anden fil med samme tekst",
            found.repeating,
        ),
        (f"Har kun nogle af ordene i »{subject}«", found.partly),
        (f"Siger intet om »{subject}«", found.silent),
    ):
        if others:
            yield said, others


def _hit(documents: Documents, hit: Hit, screen: Screen) -> list[str]:
    head = screen.heading(hit.section.label, f"[{hit.section.id}]", "  ")
    return [*head, *hit_lines(documents, hit, screen, "    ")]


def disagreements_text(
    items: Sequence[Disagreement], documents: Documents, sections: Sections, screen: Screen
) -> str:
    """Return disagreements as text."""
    lines = _disagreements(items, documents, sections, screen)
    return "\n".join(lines[1:]) + "\n" if lines else ""


def _disagreements(
    items: Sequence[Disagreement], documents: Documents, sections: Sections, screen: Screen
) -> list[str]:
    if not items:
        return []
    lines = ["", screen.bold("Teksterne siger hver sit")]
    for item in items:
        lines += ["", f"  {screen.bold(safe(item.question))}"]
        for statement in item.statements:
            section = sections[statement.evidence.section]
            counted = " (talt op)" if statement.counted else ""
            place = heading_parts("", f"[{section.id}]")
            head = [(f"{statement.value}{counted}  ", ()), *place]
            lines += screen.painted(head, "      ", "    ")
            lines += screen.paragraph(f"»{_quoted(statement)}«", "      ")
            lines += evidence_source(documents, sections, statement.places, screen, "      ")
    return lines


def _quoted(statement: Statement) -> str:
    text = " ".join(statement.evidence.text.split())
    return text if len(text) <= 220 else f"{text[:200].rsplit(' ', 1)[0]} […]"


def sections_compared_text(
    found: SectionComparison, documents: Documents, sections: Sections, screen: Screen
) -> str:
    """Return sections one after another with what they share marked."""
    lines: list[str] = []
    for side in found.sides:
        section = side.section
        lines += [""] if lines else []
        lines += screen.heading(section.label, f"[{section.id}]")
        at = 0
        for paragraph in section.text.text.split("\n"):
            marks = [(a - at, b - at) for a, b in side.marks if at <= a < at + len(paragraph)]
            if paragraph:
                lines += screen.paragraph(paragraph, "  ", marks)
            at += len(paragraph) + 1
        citation = short_citation(documents[section.document], section)
        lines += screen.source(f"Kilde: {citation}", section, indent="  ")
    lines += ["", screen.bold("Fælles")]
    lines += screen.paragraph(f"Ord: {_words(found.words) or 'ingen af vægt'}", "  ")
    if found.names:
        lines += screen.paragraph(
            f"Navne: {', '.join(safe(name.name) for name in found.names)}", "  "
        )
    for link in found.links:
        note = f" ({link.note})" if link.note else ""
        arrow = "nævner" if link.kind == "henvisning" else "–"
        lines += screen.paragraph(
            f"{KIND_WORDS[link.kind]}: {link.source} {arrow} {link.target}: {link.label}{note}",
            "  ",
        )
    lines += _disagreements(found.disagreements, documents, sections, screen)
    return "\n".join(lines) + "\n"


def _words(words: Iterable[SharedWord]) -> str:
    return ", ".join(" / ".join(_forms(word)) for word in words)


def _forms(word: SharedWord) -> list[str]:
    """Return how a word is written in the two sections, each spelling once."""
    return list({form.casefold(): form for form in (*word.source[:1], *word.target[:1])}.values())


def disagreement_object(item: Disagreement, documents: Documents, sections: Sections) -> Object:
    """Return a disagreement after its schema."""
    return {
        "id": item.id,
        "question": item.question,
        "subject": item.subject or None,
        "statements": [
            {
                "value": statement.value,
                "counted": statement.counted,
                "evidence": evidence_object(documents, sections, statement.evidence),
                **also_object(documents, sections, statement.also),
            }
            for statement in item.statements
        ],
    }


def subject_object(found: SubjectComparison, documents: Documents, sections: Sections) -> Object:
    """Return what each document says after its schema, without the version."""
    return {
        "subject": found.subject,
        "columns": [
            {
                "document": document_reference(column.document),
                "total": column.total,
                "results": hit_objects(documents, column.hits),
            }
            for column in found.columns
        ],
        "silent": [document_reference(document) for document in found.silent],
        "repeating": [document_reference(document) for document in found.repeating],
        "partly": [document_reference(document) for document in found.partly],
        "disagreements": [
            disagreement_object(item, documents, sections) for item in found.disagreements
        ],
    }


def sections_compared_object(
    found: SectionComparison, documents: Documents, sections: Sections
) -> Object:
    """Return sections side by side after the schema, without the version."""
    return {
        "sections": [
            {
                **section_object(documents[side.section.document], side.section),
                "highlights": [list(span) for span in side.marks],
            }
            for side in found.sides
        ],
        "shared": {
            "words": [
                {
                    "lemma": word.lemma,
                    "forms": list(
                        dict.fromkeys(form.casefold() for form in (*word.source, *word.target))
                    ),
                    "weight": word.weight,
                }
                for word in found.words
            ],
            "names": [
                {"id": name.id, "name": name.name, "kind": name.kind} for name in found.names
            ],
        },
        "links": [link_object(link, documents, sections) for link in found.links],
        "disagreements": [
            disagreement_object(item, documents, sections) for item in found.disagreements
        ],
    }


def subject_table(form: str, found: SubjectComparison, documents: Documents) -> str:
    """Return the passages as ``csv``, or as ``md`` with a heading a document."""
    if form == "csv":
        rows = (
            (
                column.document.id,
                hit.section.id,
                hit.text,
                join_lines(hit.place.lines),
                citation_of(column.document, hit),
                "; ".join(other.section.id for other in hit.also),
            )
            for column in found.columns
            for hit in column.hits
        )
        return table_of(form, COLUMNS, rows)
    parts: list[str] = []
    for column in found.columns:
        parts.append(f"## {escape(column.document.shown_title)}\n")
        for hit in column.hits:
            citation, *others = map(escape, citations_of(documents, hit))
            parts += [block_quote(hit.text), f"{citation}\n"]
            parts += [f"Også i: {other}\n" for other in others]
    for said, without in _without_columns(found, escape(found.subject)):
        names = some([escape(document.shown_title) for document in without], _SILENT)
        parts.append(f"{said}: {names}\n")
    return "\n".join(parts)


def disagreements_table(
    form: str, items: Iterable[Disagreement], documents: Documents, sections: Sections
) -> str:
    """Return disagreements as ``csv`` or ``md``, a row for each statement."""
    rows = (
        (
            item.question,
            statement.value,
            "talt op" if statement.counted else "",
            statement.evidence.section,
            statement.evidence.text,
            evidence_citation(documents, sections, statement.evidence),
            "; ".join(place.section for place in statement.also),
        )
        for item in items
        for statement in item.statements
    )
    return table_of(form, _STATED, rows)
