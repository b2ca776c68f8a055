"""Evidence as JSON objects and as citations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from strategikort.citation.short import short_citation
from strategikort.links.evidence import Evidence
from strategikort.model import Document, Section
from strategikort.output.objects import Object
from strategikort.output.screen import Screen

Documents = Mapping[str, Document]
Sections = Mapping[str, Section]


def evidence_citation(document: Document, section: Section, evidence: Evidence) -> str:
    """Return the short citation of the place where the words stand."""
    lines = evidence.place.lines or section.heading_lines or section.lines
    return short_citation(document, section, lines=lines, pages=evidence.place.pages)


def evidence_object(document: Document, section: Section, evidence: Evidence) -> Object:
    """Return words with their place; ``start`` and ``end`` are null for words of a heading."""
    in_text = evidence.start >= 0
    return {
        "section": section.id,
        "text": evidence.text,
        "start": evidence.start if in_text else None,
        "end": evidence.end if in_text else None,
        "source": {
            "file": document.file,
            "sha256": document.sha256,
            "lines": [list(pair) for pair in evidence.place.lines],
            "chars": [list(pair) for pair in evidence.place.chars],
            "pages": list(evidence.place.pages) or None,
        },
        "citation": evidence_citation(document, section, evidence),
    }


def evidence_source(
    documents: Documents,
    sections: Sections,
    places: Sequence[Evidence],
    screen: Screen,
    indent: str,
) -> list[str]:
    """Return the citation of the first of some places, and those of the same words elsewhere."""
    lines: list[str] = []
    citations = evidence_citations(places, documents, sections)
    for number, (place, citation) in enumerate(zip(places, citations, strict=True)):
        head = "Også i" if number else "Kilde"
        line = min((first for first, _ in place.place.lines), default=None)
        lines += screen.source(f"{head}: {citation}", sections[place.section], line, indent)
    return lines


def evidence_citations(
    places: Iterable[Evidence], documents: Documents, sections: Sections
) -> list[str]:
    """Return the short citations of places."""
    return [
        evidence_citation(documents[sections[one.section].document], sections[one.section], one)
        for one in places
    ]


def also_object(also: Sequence[Evidence], documents: Documents, sections: Sections) -> Object:
    """Return the field with the same words in other files; none where there are none."""
    found = [
        evidence_object(documents[sections[one.section].document], sections[one.section], one)
        for one in also
    ]
    return {"also": found} if found else {}
