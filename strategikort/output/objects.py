"""The JSON objects of the contract, as plain dictionaries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from strategikort.citation.short import short_citation
from strategikort.errors import StrategikortError
from strategikort.model import Document, Place, Section
from strategikort.text.safe import json_text

SCHEMA_VERSION = 1

Object = dict[str, Any]

Documents = Mapping[str, Document]
Sections = Mapping[str, Section]
"""Documents and sections by their ids."""


def dump(value: object) -> str:
    """Return ``value`` as indented JSON with real æøå."""
    return json_text(value, indent=2)


def dump_line(value: object) -> str:
    """Return ``value`` as JSON on one line."""
    return json_text(value)


def envelope(**content: object) -> Object:
    """Return an answer: its content under the version of the contract."""
    return {"schema_version": SCHEMA_VERSION, **content}


def error_object(error: StrategikortError) -> Object:
    """Return an answer that says what went wrong."""
    return envelope(
        error={
            "code": error.code,
            "message": error.message,
            "hint": error.hint,
            "candidates": list(error.candidates),
        }
    )


def place_object(place: Place) -> Object:
    """Return where something stands, as every ``source`` tells it."""
    return {"lines": place.lines, "chars": place.chars, "pages": list(place.pages) or None}


def document_reference(document: Document) -> Object:
    """Return how a section names its document."""
    return {
        "id": document.id,
        "title": document.shown_title,
        "publisher": document.publisher,
        "date": document.date,
        "url": document.url,
    }


def document_object(document: Document, counts: Mapping[str, int]) -> Object:
    """Return everything that is known of a document; ``counts`` is sections by kind."""
    return {
        **document_reference(document),
        "title_supplied": document.title_supplied,
        "short_title": document.short_title,
        "kind": document.kind,
        "language": document.language,
        "number": document.number,
        "record": document.record,
        "evidence": dict(document.evidence),
        "file": document.file,
        "sha256": document.sha256,
        "lines": document.lines,
        "words": document.words,
        "sections": dict(counts),
        "notes": [note._asdict() for note in document.notes],
    }


def section_object(document: Document, section: Section, *, with_text: bool = True) -> Object:
    """Return a section after the contract; without its text for a table of contents."""
    found: Object = {
        "id": section.id,
        "kind": section.kind,
        "number": section.number,
        "title": section.title,
        "text": section.text.text,
        "document": document_reference(document),
        "parent": section.parent,
        "children": list(section.children),
        "source": {
            "file": document.file,
            "sha256": document.sha256,
            **place_object(Place(section.pieces, section.lines, section.pages)),
            "heading": {"lines": section.heading_lines, "chars": section.heading},
        },
        "citation": short_citation(document, section),
        "derived": sorted(section.derived),
        "fields": dict(section.fields),
        "table": section.table and section.table._asdict(),
        "footnotes": [mark._asdict() for mark in section.footnotes],
    }
    if not with_text:
        del found["text"]
    return found


def section_objects(documents: Documents, sections: Sequence[Section]) -> list[Object]:
    """Return sections after the contract."""
    return [section_object(documents[section.document], section) for section in sections]
