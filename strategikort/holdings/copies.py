"""Copies of originals, kept in a folder beside the collection.

A new copy is written beside the old one and takes its place when the database has the document,
so that whenever a run ends, the two can be made to agree.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from strategikort.errors import CollectionError
from strategikort.holdings.originals import Stamp, kept_path, originals, sha256_of, stamp_of
from strategikort.holdings.prepare import Reading
from strategikort.index.storage.transaction import transaction
from strategikort.oserrors import reason
from strategikort.readers.model import FileKind

_SUFFIXES = {FileKind.MARKDOWN: ".md", FileKind.TEXT: ".txt"}
"""Of other kinds it is the name of the kind."""

_NEW = ".ny"
"""Ends the name of a copy that has not taken its place yet; a full stop begins it."""


def copy_folder(collection: Path) -> Path:
    """Return the folder of the copies: ``samling-filer`` beside ``samling.sqlite``."""
    return collection.with_name(f"{collection.stem}-filer")


class Copies:
    """The copies of a collection; what is written and given up counts when it is settled."""

    def __init__(self, connection: sqlite3.Connection, collection: Path) -> None:
        self._connection = connection
        self._base = collection.parent
        self._folder = copy_folder(collection)
        self._new: list[Path] = []
        self._old: list[Path] = []

    def write(self, document_id: str, reading: Reading, data: bytes) -> tuple[Path, Stamp]:
        """Write the bytes of an original; returns where the copy will lie, and its stamp.

        It is part of the transaction that is open.  The copy is given the time at which the
        original was changed.  Raises ``CollectionError``.
        """
        name, modified = reading.read.name, reading.stamp.modified
        kind = reading.read.kind
        suffix = Path(name).suffix.lower() or _SUFFIXES.get(kind, f".{kind.value}")
        path = self._folder / (document_id + suffix)
        new = path.with_name(f".{path.name}{_NEW}")
        try:
            # Another process may have stored one and not yet put it in its place.
            self._place(new)
            self._new.append(new)
            self._folder.mkdir(exist_ok=True)
            with new.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.utime(new, ns=(modified, modified))
            return path, stamp_of(new)
        except OSError as error:
            raise CollectionError(
                f"Kopien af {name} kan ikke gemmes i {self._folder} ({reason(error)}).",
                "Kontrollér plads og rettigheder, eller tilføj uden --kopiér.",
                code="copy_failed",
            ) from error

    def give_up(self, path: str) -> None:
        """Delete the copy of a document, once the database does not name it any more.

        One in another folder stays: it belongs to the collection that this one was copied from.
        """
        copy = self._base / path
        if copy.parent == self._folder:
            self._old.append(copy)

    def settle(self) -> None:
        """Put what was written in its place, and delete what was given up, if it is stored so.

        It is called when a change has been made, or taken back; raises ``CollectionError``.
        """
        new, self._new = self._new, []
        old, self._old = self._old, []
        if not new and not old:
            return
        # Nobody else can be in the middle of a change.
        with transaction(self._connection):
            for path in new:
                try:
                    self._place(path)
                except OSError as error:
                    raise CollectionError(
                        f"Den nye kopi {path} kan ikke sættes på plads ({reason(error)}).",
                        "Kontrollér rettighederne, og luk de programmer, der har kopien åben; "
                        "den sættes på plads, næste gang samlingen ændres.",
                        code="copy_failed",
                    ) from error
            for path in old:
                if not self._stored(path):
                    with suppress(OSError):  # one that cannot be deleted stays
                        path.unlink(missing_ok=True)

    def settle_all(self) -> None:
        """Do the same with what a run that was killed has left; raises ``CollectionError``."""
        with suppress(OSError):
            self._new += self._folder.glob(f".*{_NEW}")
        self.settle()

    def _place(self, new: Path) -> None:
        if not new.is_file():
            return
        path = new.with_name(new.name[1 : -len(_NEW)])
        if self._stored(path) == sha256_of(new):
            new.replace(path)
        else:
            new.unlink(missing_ok=True)

    def _stored(self, path: Path) -> str:
        """Return the sha256 of the document whose copy lies at ``path``; empty if there is none."""
        found = originals(self._connection, "path", (kept_path(path, self._base),))
        return found[0].sha256 if found and found[0].copied else ""
