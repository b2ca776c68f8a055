"""Evidence as JSON objects and as citations."""

from __future__ import annotations

from collections.abc import Sequence

from strategikort.citation.short import short_citation
from strategikort.links.evidence import Evidence
from strategikort.output.objects import Documents, Object, Sections, place_object
from strategikort.output.screen import Screen


def evidence_citation(documents: Documents, sections: Sections, evidence: Evidence) -> str:
    """Return the short citation of the place where the words stand."""
    section = sections[evidence.section]
    lines = evidence.place.lines or section.heading_lines or section.lines
    document = documents[section.document]
    return short_citation(document, section, lines=lines, pages=evidence.place.pages)


def evidence_object(documents: Documents, sections: Sections, evidence: Evidence) -> Object:
    """Return words with their place; ``start`` and ``end`` are null for words of a heading."""
    in_text = evidence.start >= 0
    document = documents[sections[evidence.section].document]
    return {
        "section": evidence.section,
        "text": evidence.text,
        "start": evidence.start if in_text else None,
        "end": evidence.end if in_text else None,
        "source": {
            "file": document.file,
            "sha256": document.sha256,
            **place_object(evidence.place),
        },
        "citation": evidence_citation(documents, sections, evidence),
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
    for number, one in enumerate(places):
        head = "Også i" if number else "Kilde"
        text = f"{head}: {evidence_citation(documents, sections, one)}"
        lines += screen.source(text, sections[one.section], one.place.lines, indent)
    return lines


def also_object(documents: Documents, sections: Sections, also: Sequence[Evidence]) -> Object:
    """Return the field with the same words in other files; none where there are none."""
    return {"also": [evidence_object(documents, sections, one) for one in also]} if also else {}
