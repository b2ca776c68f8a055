"""Exports as a SQLite file for Datasette, sqlite-utils and everything else that reads SQLite.

Tables point to each other with foreign keys.  ``passager_fts`` is tied to ``passager`` in the way
by which Datasette and sqlite-utils find out what can be searched.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from strategikort import __version__
from strategikort.citation.short import join_lines, short_citation
from strategikort.errors import StrategikortError
from strategikort.model import Document, Hit
from strategikort.output.export.content import Content
from strategikort.output.export.text import join_chars
from strategikort.output.export.words import SearchWords
from strategikort.output.results import citation_of
from strategikort.output.tabular import whole

_TABLES = (
    "CREATE TABLE oplysninger (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """CREATE TABLE dokumenter (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, publisher TEXT, date TEXT, kind TEXT,
        number TEXT, record TEXT, language TEXT, url TEXT, file TEXT NOT NULL,
        sha256 TEXT NOT NULL, lines INTEGER, words INTEGER, title_supplied INTEGER,
        evidence TEXT, notes TEXT
    )""",
    """CREATE TABLE afsnit (
        id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES dokumenter(id),
        parent TEXT REFERENCES afsnit(id), position INTEGER NOT NULL, kind TEXT NOT NULL,
        number TEXT, title TEXT NOT NULL, text TEXT NOT NULL, lines TEXT, chars TEXT, pages TEXT,
        citation TEXT NOT NULL, sha256 TEXT NOT NULL, derived TEXT, fields TEXT, table_data TEXT
    )""",
    "CREATE INDEX afsnit_document ON afsnit (document)",
    "CREATE INDEX afsnit_parent ON afsnit (parent)",
    """CREATE TABLE passager (
        id INTEGER PRIMARY KEY, section TEXT NOT NULL REFERENCES afsnit(id),
        document TEXT NOT NULL REFERENCES dokumenter(id), heading TEXT NOT NULL,
        text TEXT NOT NULL, lines TEXT, chars TEXT, pages TEXT, citation TEXT NOT NULL,
        sha256 TEXT NOT NULL, rank INTEGER, score REAL, words TEXT NOT NULL
    )""",
    "CREATE INDEX passager_section ON passager (section)",
    "CREATE INDEX passager_document ON passager (document)",
    # Letters as they are: by default år would be ar.
    """CREATE VIRTUAL TABLE [passager_fts] USING FTS5 (
        heading, text, words, content=[passager], content_rowid=[id],
        tokenize="unicode61 remove_diacritics 0"
    )""",
    """CREATE VIEW indhold AS
        SELECT afsnit.id, dokumenter.title AS document, afsnit.kind, afsnit.number,
            afsnit.title, afsnit.lines, afsnit.pages, afsnit.citation
        FROM afsnit JOIN dokumenter ON dokumenter.id = afsnit.document
        ORDER BY afsnit.position""",
    """CREATE VIEW citater AS
        SELECT passager.text, passager.citation, dokumenter.title AS document,
            dokumenter.publisher, dokumenter.date, dokumenter.url, dokumenter.file,
            passager.sha256, passager.lines, passager.chars, passager.pages, passager.section,
            passager.rank, passager.score
        FROM passager JOIN dokumenter ON dokumenter.id = passager.document
        WHERE passager.text <> ''
        ORDER BY passager.id""",
)

_ABOUT = {
    "program": f"strategikort {__version__}",
    "dokumenter": "ét dokument i hver række; sha256 er kildefilens",
    "afsnit": "dokumenternes nummererede afsnit i læserækkefølge; parent er afsnittet over",
    "passager": "stykker af afsnit, som de findes ved søgning, hver med sin henvisning",
    "passager_fts": "fuldtekstsøgning i passager; words er grundformer, sammensætningers led og "
    "ordene skrevet uden æ, ø og å",
    "indhold": "indholdsfortegnelse",
    "citater": "passager med det, en henvisning skal bruge",
    "lines": "linjer i kildefilens tekst, fra 1, begge med",
    "chars": "tegn i kildefilens tekst, fra 0, det sidste ikke med",
    "pages": "trykte sidetal, hvor de kendes",
    "rank og score": "plads og pointtal, når en søgning er eksporteret",
}


def write_sqlite(path: Path, content: Content) -> None:
    """Write ``content`` into an empty file; raises ``StrategikortError`` if there is no room."""
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            _fill(connection, content)
        finally:
            connection.close()
    except sqlite3.Error as error:
        reason = getattr(error, "sqlite_errorcode", -1) & 0xFF
        if reason not in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
            raise
        raise StrategikortError(
            "SQLite-filen kan ikke skrives: disken er fuld eller svarer med en fejl.",
            "Gør plads, eller vælg en anden disk.",
            code="disk_full",
        ) from error


def _fill(connection: sqlite3.Connection, content: Content) -> None:
    # Nobody else sees the file before it is done, so nothing has to be taken back.
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    for statement in _TABLES:
        connection.execute(statement)
    searched = {"søgning": content.search.query} if content.search else {}
    _insert(connection, "oplysninger", iter({**_ABOUT, **searched}.items()))
    _insert(connection, "dokumenter", map(_document, content.documents))
    _insert(connection, "afsnit", _sections(content))
    # A part of a collection may lack the section above another.
    connection.execute(
        "UPDATE afsnit SET parent = NULL WHERE parent NOT IN (SELECT id FROM afsnit)"
    )
    _insert(connection, "passager", _passages(content))
    connection.execute("INSERT INTO passager_fts (passager_fts) VALUES ('rebuild')")
    connection.execute("INSERT INTO passager_fts (passager_fts) VALUES ('optimize')")
    connection.execute("COMMIT")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("ANALYZE")


def _insert(connection: sqlite3.Connection, table: str, rows: Iterator[tuple[Any, ...]]) -> None:
    first = next(rows, None)
    if first is None:
        return
    statement = f"INSERT INTO {table} VALUES ({','.join('?' * len(first))})"
    connection.execute(statement, first)
    connection.executemany(statement, rows)


def _document(document: Document) -> tuple[Any, ...]:
    return (
        document.id,
        document.shown_title,
        document.publisher or None,
        document.date or None,
        document.kind,
        document.number,
        document.record,
        document.language,
        document.url,
        document.file,
        document.sha256,
        document.lines,
        document.words,
        int(document.title_supplied),
        _json(dict(document.evidence)),
        _json([note.text for note in document.notes]),
    )


def _sections(content: Content) -> Iterator[tuple[Any, ...]]:
    position = 0
    for document in content.documents:
        for section in content.sections(document):
            position += 1
            hit = whole(section)
            yield (
                section.id,
                section.document,
                section.parent,
                position,
                section.kind,
                section.number,
                section.title,
                section.text.text,
                *_place(hit),
                short_citation(document, section),
                document.sha256,
                ", ".join(sorted(section.derived)) or None,
                _json(dict(section.fields)) if section.fields else None,
                _json(section.table._asdict()) if section.table else None,
            )


def _passages(content: Content) -> Iterator[tuple[Any, ...]]:
    words = SearchWords()
    number = 0
    for document in content.documents:
        for hit in content.passages(document):
            number += 1
            rank = content.rank(hit)
            yield (
                number,
                hit.section.id,
                document.id,
                hit.section.label,
                hit.text,
                *_place(hit),
                citation_of(document, hit),
                document.sha256,
                rank,
                None if rank is None else round(hit.score, 4),
                words.in_every_spelling(f"{hit.section.label}\n{hit.text}"),
            )


def _place(hit: Hit) -> tuple[str | None, str | None, str | None]:
    lines, pages = join_lines(hit.place.lines), ", ".join(hit.place.pages)
    return lines or None, join_chars(hit) or None, pages or None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
