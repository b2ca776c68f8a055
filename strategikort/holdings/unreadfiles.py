"""Files that were to be added and could not be read: what is absent may stand in them."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import NamedTuple

from strategikort.errors import ProfileError, StrategikortError
from strategikort.holdings.originals import stamp_of

TABLE = """CREATE TABLE IF NOT EXISTS unread_files (
    came_from TEXT PRIMARY KEY, code TEXT NOT NULL, message TEXT NOT NULL, hint TEXT NOT NULL,
    size INTEGER, modified INTEGER, reader INTEGER NOT NULL
)"""


_NOT_IN_THE_FILE = frozenset({ProfileError.code, "id_taken", "own_edition"})
"""What was wrong with what is said of a file."""


class Unread(NamedTuple):
    """A file or folder that could not be read, and why.

    ``came_from`` is kept as that of an original is; size and time (in nanoseconds) are None for
    what could not even be looked at; ``reader`` is the version of the readers that tried.
    """

    came_from: str
    code: str
    message: str
    hint: str
    size: int | None
    modified: int | None
    reader: int

    def may_be_read(self, path: Path, reader: int) -> bool:
        """Say whether another try at ``path``, with ``reader``, may go better."""
        allowed = self.code == "no_permission" and os.access(path, os.R_OK)
        return (
            allowed
            or self.code in _NOT_IN_THE_FILE
            or reader != self.reader
            or _stamp(path) != (self.size, self.modified)
        )


_COLUMNS = ", ".join(Unread._fields)


def unread_files(connection: sqlite3.Connection) -> list[Unread]:
    """Return all such files, in the order of their paths."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM unread_files ORDER BY came_from")
    return [Unread(os.fsdecode(row[0]), *row[1:]) for row in rows]


def remember(
    connection: sqlite3.Connection,
    came_from: str,
    path: Path,
    error: StrategikortError,
    reader: int,
) -> None:
    """Remember that the file at ``path`` could not be read."""
    size, modified = _stamp(path)
    item = Unread(came_from, error.code, error.message, error.hint, size, modified, reader)
    marks = ", ".join("?" * len(item))
    values = (_kept(came_from), *item[1:])
    connection.execute(f"INSERT OR REPLACE INTO unread_files VALUES ({marks})", values)


def forget(connection: sqlite3.Connection, came_from: str) -> None:
    """Forget a file: it has been read, or is gone."""
    connection.execute("DELETE FROM unread_files WHERE came_from = ?", (_kept(came_from),))


def is_text(path: str) -> bool:
    """Tell whether a path is text; of one that is not Python has the bytes (PEP 383)."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _kept(path: str) -> str | bytes:
    """Return a path as it is kept: as the system has it where it is no text."""
    return path if is_text(path) else os.fsencode(path)


def _stamp(path: Path) -> tuple[int, int] | tuple[None, None]:
    try:
        return stamp_of(path)
    except OSError:
        return None, None
