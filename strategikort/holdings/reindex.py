"""Making the search tables of a collection again from its documents and sections."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from strategikort.holdings.originals import originals
from strategikort.holdings.pages import page_of_line
from strategikort.index import namerows
from strategikort.index.schema import recreate_index_tables
from strategikort.index.store import Store
from strategikort.index.writer import Addition, IndexWriter
from strategikort.structure.places import Places


def reindex(connection: sqlite3.Connection) -> None:
    """Empty and fill everything that searching and references need; no original is read."""
    recreate_index_tables(connection)
    IndexWriter(connection).fill(_additions(connection))


def _additions(connection: sqlite3.Connection) -> Iterator[Addition]:
    store = Store(connection)
    pages = {original.document: original.pages for original in originals(connection)}
    for document in store.documents():
        source = store.source(document)
        places = Places(source, page_of_line(source, pages.get(document.id, ())))
        sections = list(store.all_sections(document.id))
        namerows.add_document_names(connection, document)
        namerows.add_section_names(connection, sections)
        labels = {section.id: section.label for section in sections}
        rows = connection.execute(
            "SELECT position FROM sections WHERE document = ? ORDER BY position", (document.id,)
        )
        positions = [position for (position,) in rows]
        yield Addition(zip(positions, sections, strict=True), labels, places.of_passage)
