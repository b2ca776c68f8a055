"""Reading and writing the database that holds documents and sections.

The store of the built-in documents is written once, into a file that nobody else sees yet, and
only read after that; the user's own grows and shrinks (see :mod:`strategikort.holdings`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from strategikort.catalog.words import KindWords
from strategikort.closing import closed_on_failure
from strategikort.index.storage.namerows import add_document_names, add_section_names, remove_names
from strategikort.index.storage.names import Names
from strategikort.index.storage.records import (
    dump_document,
    dump_section,
    load_document,
    load_section,
)
from strategikort.index.storage.schema import SCHEMA_VERSION, create_tables
from strategikort.index.storage.statements import chunks, marks
from strategikort.index.storage.terms import KeysOfForm, unpack
from strategikort.index.storage.transaction import transaction
from strategikort.model import Document, Section
from strategikort.text.source import Source


class Store:
    """A database of documents and sections."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @classmethod
    def create(cls, path: Path | None) -> Store:
        """Create an empty store at ``path``, or in memory; raises ``sqlite3.Error``."""
        connection = sqlite3.connect(":memory:" if path is None else path, isolation_level=None)
        with closed_on_failure(connection):
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA cache_size = -65536")
            with transaction(connection):
                create_tables(connection)
        return cls(connection)

    @classmethod
    def open(cls, path: Path) -> Store | None:
        """Open a store for reading; None if there is none there that this version can read."""
        try:
            connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
        except sqlite3.Error:
            return None
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.Error:
            version = None
        if version != SCHEMA_VERSION:
            connection.close()
            return None
        return cls(connection)

    def close(self) -> None:
        """Close the database."""
        self.connection.close()

    def set_meta(self, key: str, value: object) -> None:
        """Keep a value of the store itself, as JSON."""
        text = json.dumps(value, ensure_ascii=False)
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, text))

    def meta(self, key: str) -> object:
        """Return what :meth:`set_meta` kept; None if there is nothing."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else None

    def add_document(
        self,
        document: Document,
        source: Source,
        sections: Sequence[Section],
        *,
        position: int | None = None,
    ) -> int:
        """Add a document, its raw text and its sections in reading order.

        ``position`` is its place among the documents, the last if there is none.  Returns the
        position of the first section; the others follow it one by one.
        """
        with transaction(self.connection):
            (first,) = self.connection.execute(
                "SELECT coalesce(max(position), 0) + 1 FROM sections"
            ).fetchone()
            self.connection.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?)",
                (position, document.id, dump_document(document), source.text),
            )
            self.connection.executemany(
                "INSERT INTO sections (id, document, kind, number, title, parent, data, text,"
                " runs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (
                        section.id,
                        section.document,
                        section.kind,
                        section.number,
                        section.title,
                        section.parent,
                        *dump_section(section),
                    )
                    for section in sections
                ),
            )
            add_document_names(self.connection, document)
            add_section_names(self.connection, sections)
        return int(first)

    def remove_document(self, document_id: str) -> list[int]:
        """Remove a document and its sections; returns the positions that the sections had."""
        document = self.document(document_id)
        if document is None:
            return []
        with transaction(self.connection):
            sections = list(self.all_sections(document_id))
            rows = self.connection.execute(
                "SELECT position FROM sections WHERE document = ? ORDER BY position", (document_id,)
            ).fetchall()
            remove_names(self.connection, document, sections)
            self.connection.execute("DELETE FROM sections WHERE document = ?", (document_id,))
            self.connection.execute("DELETE FROM documents WHERE id = ?", (document_id,))
        return [position for (position,) in rows]

    def sections_at(self, positions: Sequence[int]) -> dict[int, Section]:
        """Return the sections at these positions."""
        rows = self.connection.execute(
            "SELECT position, data, text, runs FROM sections"
            f" WHERE position IN ({marks(positions)})",
            tuple(positions),
        )
        return {position: load_section(data, text, runs) for position, data, text, runs in rows}

    def ids_at(self, positions: Iterable[int]) -> dict[int, str]:
        """Return the ids of the sections at these positions."""
        numbers = tuple(positions)
        rows = self.connection.execute(
            f"SELECT position, id FROM sections WHERE position IN ({marks(numbers)})", numbers
        )
        return dict(rows)

    def passage_places(self, numbers: Sequence[int]) -> dict[int, str]:
        """Return the stored places of passages."""
        rows = self.connection.execute(
            f"SELECT n, place FROM passages WHERE n IN ({marks(numbers)})", tuple(numbers)
        )
        return dict(rows)

    def first_passage(self, section_id: str, *, whole: bool) -> tuple[int, int, str]:
        """Return offsets and stored place of a section's first passage, or of all its text."""
        row = self.connection.execute(
            "SELECT p.start, p.end, p.place, s.data, s.text FROM passages AS p"
            " JOIN sections AS s ON s.position = p.section WHERE s.id = ? ORDER BY p.n LIMIT 1",
            (section_id,),
        ).fetchone()
        start, end, place, data, text = row
        if not whole:
            return start, end, place
        section = json.loads(data)
        pieces = section["pieces"], section["lines"], section["pages"]
        return 0, len(text), json.dumps(pieces)

    def passages_of(self, section_id: str) -> list[tuple[int, int, str]]:
        """Return offsets and stored place of each passage of a section, in its order."""
        return self.connection.execute(
            "SELECT p.start, p.end, p.place FROM passages AS p"
            " JOIN sections AS s ON s.position = p.section WHERE s.id = ? ORDER BY p.n",
            (section_id,),
        ).fetchall()

    def documents(self) -> tuple[Document, ...]:
        """Return all documents."""
        rows = self.connection.execute("SELECT data FROM documents ORDER BY position")
        return tuple(load_document(data) for (data,) in rows)

    def document(self, document_id: str) -> Document | None:
        """Return one document."""
        row = self.connection.execute(
            "SELECT data FROM documents WHERE id = ?", (document_id,)
        ).fetchone()
        return load_document(row[0]) if row else None

    def source(self, document: Document) -> Source:
        """Return the raw text of a document."""
        (text,) = self.connection.execute(
            "SELECT source FROM documents WHERE id = ?", (document.id,)
        ).fetchone()
        return Source(document.file, text, document.sha256)

    def names(self) -> Names:
        """Return what references can name."""
        return Names([self.connection], self.kind_words().names)

    def counts(self) -> list[tuple[str, str, int]]:
        """Return document, kind and number of sections, in reading order of the first of each."""
        rows = self.connection.execute(
            "SELECT document, kind, count(*) FROM sections GROUP BY document, kind"
            " ORDER BY min(position)"
        )
        return [(document, kind, count) for document, kind, count in rows]

    def sections(self, ids: Sequence[str]) -> list[Section]:
        """Return the sections with these ids, in the order asked for."""
        found: dict[str, Section] = {}
        for part in chunks(ids):
            rows = self.connection.execute(
                f"SELECT id, data, text, runs FROM sections WHERE id IN ({marks(part)})", part
            )
            for section_id, data, text, runs in rows:
                found[section_id] = load_section(data, text, runs)
        return [found[section_id] for section_id in ids if section_id in found]

    def all_sections(self, document_id: str | None = None) -> Iterator[Section]:
        """Go through the sections in reading order, of one document or of all."""
        where, values = ("", ()) if document_id is None else ("WHERE document = ?", (document_id,))
        rows = self.connection.execute(
            f"SELECT data, text, runs FROM sections {where} ORDER BY position", values
        )
        for data, text, runs in rows:
            yield load_section(data, text, runs)

    def all_passages(self, document_id: str) -> Iterator[tuple[Section, int, int, str]]:
        """Go through a document's passages in reading order: section, offsets, stored place."""
        rows = self.connection.execute(
            "SELECT s.data, s.text, s.runs, p.start, p.end, p.place FROM sections AS s"
            " JOIN passages AS p ON p.section = s.position WHERE s.document = ?"
            " ORDER BY s.position, p.n",
            (document_id,),
        )
        for data, text, runs, start, end, place in rows:
            yield load_section(data, text, runs), start, end, place

    def words(self) -> dict[str, KeysOfForm]:
        """Return what the index has of every form: its key, and those of its parts."""
        keys = dict(self.connection.execute("SELECT id, key FROM keys"))
        rows = self.connection.execute("SELECT form, key, parts FROM forms")
        return {
            form: (keys[key], tuple([keys[part] for part in unpack(parts)]) if parts else ())
            for form, key, parts in rows
        }

    def kind_words(self) -> KindWords:
        """Return the words for kinds of sections."""
        value = self.meta("kinds")
        if not isinstance(value, dict):  # nothing has been added yet
            return KindWords({})
        return KindWords({kind: tuple(names) for kind, names in value.items()})

    def set_kind_words(self, names: Mapping[str, Sequence[str]]) -> None:
        """Keep the words for kinds of sections."""
        self.set_meta("kinds", {kind: list(words) for kind, words in names.items()})
