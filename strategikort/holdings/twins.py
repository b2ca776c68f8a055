"""Other files in which the content of a document was found: they are remembered, not read twice."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

from strategikort.holdings.originals import Stamp, State, state_at

TABLE = """CREATE TABLE IF NOT EXISTS twins (
    came_from TEXT PRIMARY KEY, document TEXT NOT NULL, sha256 TEXT NOT NULL,
    size INTEGER NOT NULL, modified INTEGER NOT NULL
)"""


class Twin(NamedTuple):
    """A file that had the content of a document when it was read.

    ``came_from`` is kept as that of an original is, ``modified`` is in nanoseconds.
    """

    came_from: str
    document: str
    sha256: str
    size: int
    modified: int


_COLUMNS = ", ".join(Twin._fields)


def twins(connection: sqlite3.Connection) -> list[Twin]:
    """Return all twins, in the order of their paths."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM twins ORDER BY came_from")
    return [Twin(*row) for row in rows]


def twin_at(connection: sqlite3.Connection, came_from: str) -> Twin | None:
    """Return the twin at a path."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM twins WHERE came_from = ?", (came_from,)
    ).fetchone()
    return Twin(*row) if row else None


def left_alone(connection: sqlite3.Connection) -> list[Twin]:
    """Return the twins whose content is not that of their document any more."""
    columns = ", ".join(f"t.{name}" for name in Twin._fields)
    rows = connection.execute(
        f"SELECT {columns} FROM twins AS t LEFT JOIN originals AS o ON o.document = t.document"
        " WHERE o.sha256 IS NOT t.sha256 ORDER BY t.came_from"
    )
    return [Twin(*row) for row in rows]


def keep_twin(connection: sqlite3.Connection, twin: Twin) -> None:
    """Remember a twin in the place of what was known of its path."""
    connection.execute("INSERT OR REPLACE INTO twins VALUES (?, ?, ?, ?, ?)", twin)


def forget_twin(connection: sqlite3.Connection, came_from: str) -> None:
    """Forget the twin at a path."""
    connection.execute("DELETE FROM twins WHERE came_from = ?", (came_from,))


def forget_twins_of(connection: sqlite3.Connection, document_id: str) -> None:
    """Forget the twins of a document."""
    connection.execute("DELETE FROM twins WHERE document = ?", (document_id,))


def state_of_twin(twin: Twin, folder: Path) -> State:
    """Return what has become of a twin."""
    return state_at(folder / twin.came_from, Stamp(twin.size, twin.modified), twin.sha256)
