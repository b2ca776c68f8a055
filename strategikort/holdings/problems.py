"""What SQLite cannot do with the user's collection, said in Danish."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
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


def problem_of(error: sqlite3.Error, path: Path) -> CollectionError | None:
    """Return what ``error`` means for the collection at ``path``; None if it is our own fault."""
    found = _FOUND.get(getattr(error, "sqlite_errorcode", -1) & 0xFF)
    if found is None:
        return None
    code, message, hint = found
    return CollectionError(message.format(path=path), hint, code=code)


class OwnConnection(sqlite3.Connection):
    """A connection whose errors are ``CollectionError``; ``path`` is the file of the collection."""

    path = Path()

    def execute(self, sql: str, parameters: Any = ()) -> sqlite3.Cursor:
        """Run one statement; raises ``CollectionError``."""
        try:
            return super().execute(sql, parameters)
        except sqlite3.Error as error:
            raise self._told(error) from error

    def executemany(self, sql: str, parameters: Iterable[Any]) -> sqlite3.Cursor:
        """Run one statement for each of ``parameters``; raises ``CollectionError``."""
        try:
            return super().executemany(sql, parameters)
        except sqlite3.Error as error:
            raise self._told(error) from error

    def _told(self, error: sqlite3.Error) -> Exception:
        return problem_of(error, self.path) or error
