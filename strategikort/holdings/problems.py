"""What SQLite cannot do with the user's collection, said in Danish."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

from strategikort.errors import CollectionError

_FOUND: dict[int, tuple[str, str, str]] = {
    sqlite3.SQLITE_BUSY: (
        "collection_locked",
        "Samlingen {path} er optaget af et andet program.",
        "Vent, til det er færdigt (fx en anden strategikort tilføj), og prøv igen.",
    ),
    sqlite3.SQLITE_LOCKED: (
        "collection_locked",
        "Samlingen {path} er optaget.",
        "Vent lidt, og prøv igen.",
    ),
    sqlite3.SQLITE_READONLY: (
        "collection_read_only",
        "Du har ikke lov til at skrive i samlingen {path}.",
        "Ret rettighederne til filen og dens mappe, eller vælg en anden med --samling STI.",
    ),
    sqlite3.SQLITE_PERM: (
        "collection_read_only",
        "Du har ikke adgang til samlingen {path}.",
        "Ret rettighederne til filen, eller vælg en anden med --samling STI.",
    ),
    sqlite3.SQLITE_FULL: (
        "disk_full",
        "Der er ikke plads på disken til samlingen {path}.",
        "Gør plads, og kør kommandoen igen; det, der er færdigt, er gemt.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "collection_unreachable",
        "Samlingen {path} kan ikke åbnes.",
        "Kontrollér, at mappen findes, og at du har adgang til den.",
    ),
    sqlite3.SQLITE_IOERR: (
        "collection_io",
        "Samlingen {path} kan ikke læses eller skrives: disken svarer med en fejl.",
        "Kontrollér disken og pladsen på den, og prøv igen; det, der er færdigt, er gemt.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "collection_damaged",
        "Samlingen {path} er beskadiget.",
        "Hent filen fra en sikkerhedskopi, eller slet den og tilføj dokumenterne igen.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "not_a_collection",
        "Filen {path} er ikke en samling.",
        "Vælg en anden fil med --samling STI.",
    ),
}

_NO_TEXT = "Could not decode to UTF-8"
"""What Python says of a text that is none; no text is stored that is not."""

_ROWS = 64
"""Rows that are fetched at a time when they are gone through."""


def problem_of(error: sqlite3.Error, path: Path) -> CollectionError | None:
    """Return what ``error`` means for the collection at ``path``; None if it is our own fault."""
    code = getattr(error, "sqlite_errorcode", -1)
    if str(error).startswith(_NO_TEXT):
        code = sqlite3.SQLITE_CORRUPT
    found = _FOUND.get(code & 0xFF)
    if found is None:
        return None
    name, message, hint = found
    return CollectionError(message.format(path=path), hint, code=name)


def _told(method: Callable[..., Any]) -> Callable[..., Any]:
    """Return a method of a cursor that raises ``CollectionError`` where the collection fails."""

    @wraps(method)
    def call(self: OwnCursor, *given: Any) -> Any:
        try:
            return method(self, *given)
        except sqlite3.Error as error:
            raise problem_of(error, self.connection.path) or error from error

    return call


class OwnCursor(sqlite3.Cursor):
    """The rows of a statement; damage may show only when they are read."""

    connection: OwnConnection
    execute = _told(sqlite3.Cursor.execute)
    executemany = _told(sqlite3.Cursor.executemany)
    fetchone = _told(sqlite3.Cursor.fetchone)
    fetchmany = _told(sqlite3.Cursor.fetchmany)
    fetchall = _told(sqlite3.Cursor.fetchall)

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]
        # Many rows at a time, so that watching them costs nothing for each.
        while rows := self.fetchmany(_ROWS):
            yield from rows


class OwnConnection(sqlite3.Connection):
    """A connection whose errors are ``CollectionError``; ``path`` is the file of the collection."""

    path = Path()

    def execute(self, sql: str, parameters: Any = ()) -> sqlite3.Cursor:
        """Run one statement; raises ``CollectionError``."""
        return self.cursor(OwnCursor).execute(sql, parameters)  # type: ignore[no-any-return]

    def executemany(self, sql: str, parameters: Iterable[Any]) -> sqlite3.Cursor:
        """Run one statement for each of ``parameters``; raises ``CollectionError``."""
        return self.cursor(OwnCursor).executemany(sql, parameters)  # type: ignore[no-any-return]
