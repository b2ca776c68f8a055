"""Documents and sections as rows of the database, and back."""

from __future__ import annotations

import json
from typing import Any

from strategikort.model import Document, FootnoteMark, Note, Place, Section, Table
from strategikort.text.aligned import AlignedText, SourceRange
from strategikort.text.layout import Layout

_PLACE = json.JSONEncoder(separators=(",", ":")).encode
_SECTION = json.JSONEncoder(ensure_ascii=False).encode


def dump_document(document: Document) -> str:
    """Return a document as JSON."""
    data = {name: getattr(document, name) for name in Document._fields}
    data["evidence"] = dict(document.evidence)
    return json.dumps(data, ensure_ascii=False)


def load_document(text: str) -> Document:
    """Return the document that :func:`dump_document` wrote."""
    data: dict[str, Any] = json.loads(text)
    data["notes"] = tuple(Note(note, _pairs(lines)) for note, lines in data["notes"])
    return Document(**data)


def dump_section(section: Section) -> tuple[str, str, bytes]:
    """Return a section as JSON, its text and its packed runs."""
    table = section.table
    data = {
        "id": section.id,
        "document": section.document,
        "kind": section.kind,
        "number": section.number,
        "title": section.title,
        "pieces": section.pieces,
        "heading": section.heading,
        "lines": section.lines,
        "heading_lines": section.heading_lines,
        "parent": section.parent,
        "children": section.children,
        "pages": section.pages,
        "label": section.label,
        "pinpoint": section.pinpoint,
        "derived": sorted(section.derived),
        "layout": section.layout.value,
        "aliases": section.aliases,
        "fields": dict(section.fields),
        "table": table,
        "footnotes": section.footnotes,
    }
    return _SECTION(data), section.text.text, section.text.pack()


def load_section(text: str, clean: str, runs: bytes) -> Section:
    """Return the section that :func:`dump_section` wrote."""
    data: dict[str, Any] = json.loads(text)
    table = data["table"]
    return Section(
        id=data["id"],
        document=data["document"],
        kind=data["kind"],
        number=data["number"],
        title=data["title"],
        text=AlignedText.unpack(clean, runs),
        pieces=tuple(SourceRange(*pair) for pair in data["pieces"]),
        heading=tuple(SourceRange(*pair) for pair in data["heading"]),
        lines=_pairs(data["lines"]),
        heading_lines=_pairs(data["heading_lines"]),
        parent=data["parent"],
        children=tuple(data["children"]),
        pages=tuple(data["pages"]),
        label=data["label"],
        pinpoint=data["pinpoint"],
        derived=frozenset(data["derived"]),
        layout=Layout(data["layout"]),
        aliases=tuple(data["aliases"]),
        fields={
            key: value if isinstance(value, str) else tuple(value)
            for key, value in data["fields"].items()
        },
        table=Table(table[0], tuple(table[1]), tuple(map(tuple, table[2]))) if table else None,
        footnotes=tuple(FootnoteMark(*mark) for mark in data["footnotes"]),
    )


def dump_place(place: Place) -> str:
    """Return a place as JSON."""
    return _PLACE(place)


def load_place(text: str) -> Place:
    """Return the place that :func:`dump_place` wrote."""
    chars, lines, pages = json.loads(text)
    return Place(tuple(SourceRange(*pair) for pair in chars), _pairs(lines), tuple(pages))


def _pairs(values: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((first, last) for first, last in values)
