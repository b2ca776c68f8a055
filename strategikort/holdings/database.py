"""Opening the database of the user's collection: creating, checking and migrating it.

Every document is written in one transaction under SQLite's rollback journal: after a crash it is
there whole or not at all.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import NamedTuple

from strategikort.closing import closed_on_failure
from strategikort.errors import CollectionError
from strategikort.holdings import twins, unreadfiles
from strategikort.holdings.problems import OwnConnection, problem_of
from strategikort.index.storage import schema
from strategikort.index.storage.transaction import transaction

APPLICATION = 0x53744B6F
"""What SQLite's ``application_id`` says in a collection: »StKo«."""

OLDEST = 4
"""The first version of the tables in which collections were made."""

WAIT = 10.0
"""Seconds to wait for another process that writes."""

_OWN_TABLES = (
    """CREATE TABLE originals (
        document TEXT PRIMARY KEY, path TEXT NOT NULL, came_from TEXT NOT NULL,
        size INTEGER NOT NULL, modified INTEGER NOT NULL, sha256 TEXT NOT NULL, added TEXT NOT NULL,
        reader INTEGER NOT NULL, copied INTEGER NOT NULL, given TEXT NOT NULL,
        certificate TEXT NOT NULL, pages TEXT NOT NULL, edition_of TEXT
    )""",
    "CREATE INDEX originals_by_sha256 ON originals (sha256)",
    "CREATE INDEX originals_by_path ON originals (came_from)",
)

_LATER_TABLES = (
    twins.TABLE,
    unreadfiles.TABLE,
    """CREATE TABLE IF NOT EXISTS prints (
        print INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (print, document)
    ) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS prints_by_document ON prints (document)",
)
"""What a collection that is older may lack; they are made where they are not there."""


class _State(NamedTuple):
    version: int
    application: int
    tables: int


def open_for_reading(path: Path) -> sqlite3.Connection | None:
    """Open the collection at ``path``; None if there is nothing in it yet.

    Raises ``CollectionError``.  An older collection is brought up to date first.
    """
    if not path.exists():
        return None
    connection = _connect(path, writable=os.access(path, os.W_OK))
    with closed_on_failure(connection):
        state = _checked(connection, path)
    if not state.tables:
        connection.close()
        return None
    if state.version < schema.SCHEMA_VERSION:
        connection.close()
        open_for_writing(path).close()
        connection = _connect(path, writable=True)
    with closed_on_failure(connection):
        connection.execute("PRAGMA query_only = ON")
    return connection


def open_for_writing(path: Path) -> sqlite3.Connection:
    """Open the collection at ``path``, creating or migrating it; raises ``CollectionError``."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CollectionError(
            f"Mappen til samlingen, {path.parent}, kan ikke oprettes.",
            "Ret rettighederne, eller vælg en anden fil med --samling STI.",
            code="collection_unreachable",
        ) from error
    connection = _connect(path, writable=True)
    with closed_on_failure(connection):
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA synchronous = FULL")
        if _checked(connection, path).version != schema.SCHEMA_VERSION:
            with transaction(connection):
                # Looked at again: another process may have been first.
                state = _checked(connection, path)
                if not state.tables:
                    _create(connection)
                elif state.version < schema.SCHEMA_VERSION:
                    _migrate(connection)
    return connection


def is_collection(path: Path) -> bool:
    """Say whether a file is a collection, by its first bytes alone; False for what is not there."""
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError:
        return False
    return head[:15] == b"SQLite format 3" and head[68:] == APPLICATION.to_bytes(4)


def _connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    # Also for reading the file is opened for writing where that is allowed: what a killed process
    # left half done can then be taken back.
    mode = "rwc" if writable else "ro"
    try:
        connection = sqlite3.connect(
            f"{path.as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=WAIT,
            factory=OwnConnection,
        )
    except sqlite3.Error as error:
        raise problem_of(error, path) or error from error
    assert isinstance(connection, OwnConnection)
    connection.path = path
    return connection


def _checked(connection: sqlite3.Connection, path: Path) -> _State:
    state = _State(
        *(
            connection.execute(sql).fetchone()[0]
            for sql in (
                "PRAGMA user_version",
                "PRAGMA application_id",
                "SELECT count(*) FROM sqlite_master",
            )
        )
    )
    if state.tables and state.application != APPLICATION:
        raise CollectionError(
            f"Filen {path} er en database, men ikke en samling.",
            "Vælg en anden fil med --samling STI.",
            code="not_a_collection",
        )
    if state.version > schema.SCHEMA_VERSION:
        raise CollectionError(
            f"Samlingen {path} er skrevet af en nyere udgave af strategikort.",
            "Opdatér strategikort, eller vælg en anden samling med --samling STI.",
            code="newer_collection",
        )
    if state.tables and state.version < OLDEST:
        raise CollectionError(
            f"Samlingen {path} er skrevet af en prøveudgave af strategikort.",
            "Slet filen, og tilføj dokumenterne igen.",
            code="older_collection",
        )
    return state


def _create(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    schema.create_tables(connection)
    for statement in _OWN_TABLES + _LATER_TABLES:
        connection.execute(statement)


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring an older collection up to date: its search tables are made again."""
    from strategikort.holdings.documents import reindex

    for statement in _LATER_TABLES:
        connection.execute(statement)
    reindex(connection)
    connection.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
