"""The documents of a collection in its store: sections, index, and the ranks of their kinds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from strategikort.holdings.originals import FilePage, originals, page_of_line
from strategikort.holdings.prepare import Prepared
from strategikort.holdings.sametext import forget_prints, keep_prints
from strategikort.index.filling.writer import Addition, IndexWriter
from strategikort.index.storage import namerows
from strategikort.index.storage.schema import recreate_index_tables
from strategikort.index.storage.store import Store
from strategikort.model import Section
from strategikort.structure.places import Places
from strategikort.text.source import Source


class Documents:
    """Puts documents into a store and takes them out, within a transaction of the caller's."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._writer = IndexWriter(store.connection)

    def put(self, prepared: Prepared, *, in_place_of: str | None = None) -> None:
        """Store a document with its index, at the place of the one named ``in_place_of``."""
        position = self.take_out(in_place_of) if in_place_of else None
        first = self.store.add_document(
            prepared.document, prepared.source, prepared.sections, position=position
        )
        numbered = enumerate(prepared.sections, start=first)
        self._writer.add(_addition(prepared.source, numbered, prepared.pages))
        self.store.set_meta("ranks", self._ranks)
        keep_prints(self.store.connection, prepared.document.id, prepared.sections)

    def take_out(self, document_id: str) -> int | None:
        """Take a document out, if it is there, and return its place among the others."""
        row = self.store.connection.execute(
            "SELECT position FROM documents WHERE id = ?", (document_id,)
        ).fetchone()
        self._writer.remove(self.store.remove_document(document_id))
        forget_prints(self.store.connection, document_id)
        return int(row[0]) if row else None

    def forget(self) -> None:
        """Forget what was learnt in a transaction that was taken back."""
        self._writer.forget()

    @cached_property
    def _ranks(self) -> dict[str, float]:
        return _ranks_now()


def reindex(connection: sqlite3.Connection) -> None:
    """Empty and fill everything that searching and references need; no original is read."""
    recreate_index_tables(connection)
    Store(connection).set_meta("ranks", _ranks_now())
    IndexWriter(connection).fill(_additions(connection))


def _ranks_now() -> dict[str, float]:
    """Return the ranks of kinds, which another version of the program may see otherwise."""
    from strategikort.catalog.kinds import low_ranks, read_kinds

    return low_ranks(read_kinds())


def _additions(connection: sqlite3.Connection) -> Iterator[Addition]:
    store = Store(connection)
    pages = {original.document: original.pages for original in originals(connection)}
    for document in store.documents():
        sections = list(store.all_sections(document.id))
        namerows.add_document_names(connection, document)
        namerows.add_section_names(connection, sections)
        rows = connection.execute(
            "SELECT position FROM sections WHERE document = ? ORDER BY position", (document.id,)
        )
        numbered = [
            (position, section) for (position,), section in zip(rows, sections, strict=True)
        ]
        yield _addition(store.source(document), numbered, pages.get(document.id, ()))


def _addition(
    source: Source, numbered: Iterable[tuple[int, Section]], pages: Sequence[FilePage]
) -> Addition:
    """Return a document to be indexed; ``numbered`` are its sections by their positions."""
    numbered = list(numbered)
    places = Places(source, page_of_line(source, pages))
    return Addition(numbered, {item.id: item.label for _, item in numbered}, places.of_passage)
