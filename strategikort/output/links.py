"""Links as JSON objects, and the Danish words for their kinds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from strategikort.links.model import Link
from strategikort.output.evidence import evidence_object
from strategikort.output.objects import Documents, Object, Sections

KIND_WORDS = {
    "henvisning": "Henvisning",
    "dokument": "Nævner samme dokument",
    "initiativ": "Nævner samme initiativ",
    "navn": "Nævner samme land eller sted",
    "tema": "Fælles tema",
}
"""What each kind of link is called."""


def each_once(words: Iterable[Sequence[str]]) -> list[str]:
    """Return the first form of each word, each spelling once.

    A compound and its parts are words of their own to the index, but one to the reader.
    """
    return list({forms[0].casefold(): forms[0] for forms in words if forms}.values())


def link_object(link: Link, documents: Documents, sections: Sections) -> Object:
    """Return a link after its schema."""
    return {
        "kind": link.kind,
        "source": link.source,
        "target": link.target,
        "directed": link.kind == "henvisning",
        "label": link.label,
        "weight": link.weight,
        "note": link.note or None,
        "words": [word._asdict() for word in link.words],
        "evidence": [evidence_object(documents, sections, item) for item in link.evidence],
    }
