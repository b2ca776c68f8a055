"""Exports to OpenSearch and Elasticsearch: an index for Danish and passages for the bulk API."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from strategikort.model import Document, Hit
from strategikort.output.export.content import Content
from strategikort.output.export.opensearch_index import index_settings
from strategikort.output.export.words import SearchWords
from strategikort.output.objects import Object, dump, dump_line
from strategikort.output.results import result_object

PART = 8 * 2**20
"""Characters in one file for the bulk API: well under the 100 MB that a server takes at once."""

_LONGEST_ID = 512
"""Bytes that a server takes for an id."""


def opensearch_files(content: Content, part: int = PART) -> Iterator[tuple[str, Iterator[str]]]:
    """Go through the files: the index, and the passages in files of about ``part`` characters.

    Each file has to be gone through before the next is asked for.
    """
    yield "indeks.json", iter([dump(index_settings()), "\n"])
    pairs = bulk(content)
    ahead = next(pairs, "")
    number = 0

    def stretch() -> Iterator[str]:
        nonlocal ahead
        size = 0
        while ahead and size < part:
            size += len(ahead)
            yield ahead
            ahead = next(pairs, "")

    while ahead:
        number += 1
        yield f"bulk-{number:04}.ndjson", stretch()


def bulk(content: Content) -> Iterator[str]:
    """Go through the passages, each two lines: what to do, and the passage itself."""
    words = SearchWords()
    for document in content.documents:
        for hit in content.passages(document):
            action = {"index": {"_id": _id(f"{hit.section.id}#{hit.start}")}}
            found = _passage(document, hit, content.rank(hit), words)
            yield f"{dump_line(action)}\n{dump_line(found)}\n"


def _id(name: str) -> str:
    data = name.encode("utf-8", "replace")
    return name if len(data) <= _LONGEST_ID else hashlib.sha256(data).hexdigest()


def _passage(document: Document, hit: Hit, rank: int | None, words: SearchWords) -> Object:
    section = hit.section
    result = result_object(document, hit, rank or 0)
    found: Object = {
        "section": section.id,
        "parent": section.parent,
        "kind": section.kind,
        "number": section.number,
        "title": section.title,
        "heading": section.label,
        "text": hit.text,
        "words": words.of(f"{section.label}\n{hit.text}"),
        "document": {**result["document"], "date": document.date or None},
        "source": {key: value for key, value in result["source"].items() if key != "heading"},
        "citation": result["citation"],
    }
    if rank is not None:
        found |= {"rank": rank, "score": result["score"]}
    return found
