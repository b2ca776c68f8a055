"""Evidence as JSON objects and as citations."""

from __future__ import annotations

from strategikort.citation.short import short_citation
from strategikort.links.evidence import Evidence
from strategikort.model import Document, Section
from strategikort.output.objects import Object


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
