"""The tables of a store: documents and sections, their names, and the search index over them.

``search`` is a contentless FTS5 table of key numbers: its columns are what headings say, what
passages say, and the parts of their compounds.  It keeps no lengths: BM25 only picks the
candidates, and looking up the length of every passage that matches takes it a quarter of the
time.  ``passages`` keeps the forms of every passage in order, so that a hit can be weighed word by
word without reading its text again.  ``abbreviations`` are those that the texts define.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

SCHEMA_VERSION = 32
"""Raised whenever the tables or what they hold change; an older store is built again."""

STORE_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE documents (
        position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, data TEXT NOT NULL,
        source TEXT NOT NULL
    )""",
    """CREATE TABLE sections (
        position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL,
        kind TEXT NOT NULL, number TEXT, title TEXT NOT NULL, parent TEXT, data TEXT NOT NULL,
        text TEXT NOT NULL, runs BLOB NOT NULL
    )""",
    "CREATE INDEX sections_by_kind ON sections (kind, number)",
    "CREATE INDEX sections_by_document ON sections (document)",
    "CREATE INDEX sections_by_parent ON sections (parent)",
)

INDEX_TABLES = (
    """CREATE TABLE names (
        key TEXT NOT NULL, what TEXT NOT NULL, ref TEXT NOT NULL, PRIMARY KEY (key, what, ref)
    ) WITHOUT ROWID""",
    """CREATE TABLE passages (
        n INTEGER PRIMARY KEY, section INTEGER NOT NULL, start INTEGER NOT NULL,
        end INTEGER NOT NULL, forms BLOB NOT NULL, extras BLOB NOT NULL, place TEXT NOT NULL
    )""",
    "CREATE TABLE headings (section INTEGER PRIMARY KEY, own BLOB NOT NULL, above BLOB NOT NULL)",
    """CREATE TABLE forms (
        id INTEGER PRIMARY KEY, form TEXT NOT NULL UNIQUE, loose TEXT NOT NULL,
        key INTEGER NOT NULL, stem TEXT NOT NULL, shown TEXT NOT NULL, parts BLOB NOT NULL,
        backwards TEXT NOT NULL, uses INTEGER NOT NULL DEFAULT 0
    )""",
    """CREATE TABLE keys (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, passages INTEGER NOT NULL
    )""",
    """CREATE TABLE lemmas (
        lemma TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (lemma, key)
    ) WITHOUT ROWID""",
    """CREATE TABLE parts (
        part INTEGER NOT NULL, form INTEGER NOT NULL, PRIMARY KEY (part, form)
    ) WITHOUT ROWID""",
    """CREATE TABLE abbreviations (
        key TEXT NOT NULL, short TEXT NOT NULL, long TEXT NOT NULL, section INTEGER NOT NULL,
        PRIMARY KEY (key, short, long, section)
    ) WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE search USING fts5 (
        heading, body, parts, content = '', tokenize = 'ascii', columnsize = 0
    )""",
)

_LOOKUPS = {
    "passages_by_section": "passages (section)",
    "forms_by_ending": "forms (backwards)",
    "forms_by_loose": "forms (loose)",
    "forms_by_key": "forms (key)",
    "forms_by_stem": "forms (stem) WHERE stem <> ''",
    "lemmas_by_key": "lemmas (key)",
    "abbreviations_by_section": "abbreviations (section)",
}
"""Indexes over the search tables, which take less time when they are made at the end."""

_INDEX_NAMES = (
    *("names", "passages", "headings", "forms", "keys", "lemmas", "parts", "abbreviations"),
    "search",
)
_ONE_MERGE = {"automerge": 0, "crisismerge": 1_000}
_MERGES = {"automerge": 4, "crisismerge": 16}
"""The defaults of FTS5."""

_FORMER_NAMES = ("spellings",)
"""Tables of older versions."""


def create_tables(connection: sqlite3.Connection) -> None:
    """Create all tables of a store."""
    for statement in STORE_TABLES:
        connection.execute(statement)
    _create_index_tables(connection)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def recreate_index_tables(connection: sqlite3.Connection) -> None:
    """Empty everything that can be made again from documents and sections."""
    for name in _INDEX_NAMES + _FORMER_NAMES:
        connection.execute(f"DROP TABLE IF EXISTS {name}")
    _create_index_tables(connection)


def _create_index_tables(connection: sqlite3.Connection) -> None:
    for statement in INDEX_TABLES:
        connection.execute(statement)
    _create_lookups(connection)


def _create_lookups(connection: sqlite3.Connection) -> None:
    for name, what in _LOOKUPS.items():
        connection.execute(f"CREATE INDEX {name} ON {what}")


@contextmanager
def filled_at_once(connection: sqlite3.Connection) -> Iterator[None]:
    """Fill the search tables, which are empty, inside; what can wait is done once at the end.

    FTS5 leaves its segments alone until all of them are merged into one.
    """
    for name in _LOOKUPS:
        connection.execute(f"DROP INDEX {name}")
    for option, value in _ONE_MERGE.items():
        connection.execute("INSERT INTO search (search, rank) VALUES (?, ?)", (option, value))
    yield
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")
    _create_lookups(connection)
    for option, value in _MERGES.items():
        connection.execute("INSERT INTO search (search, rank) VALUES (?, ?)", (option, value))
