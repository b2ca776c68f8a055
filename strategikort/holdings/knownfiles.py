"""The files that a collection knows: those of its documents, their twins, and those unread."""

from __future__ import annotations

import sqlite3
from functools import cache, cached_property
from pathlib import Path

from strategikort.errors import StrategikortError
from strategikort.holdings import originals as kept
from strategikort.holdings import twins, unreadfiles
from strategikort.holdings.originals import STDIN, Original, Stamp, State
from strategikort.holdings.twins import Twin


class KnownFiles:
    """The files that are known to a collection in ``folder``."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder
        # Most files share their folders with many others.
        self._real_folder = cache(kept.real_folder)

    def twin_at(self, path: Path) -> Twin | None:
        """Return the twin that was found at ``path``."""
        return twins.twin_at(self._connection, self.place_of(path))

    def at(self, path: Path) -> Original | None:
        """Return the original that was read from ``path``: the newest edition, if several were."""
        found = kept.originals(self._connection, "came_from", (self.place_of(path),))
        return found[-1] if found else None

    def place_of(self, path: Path) -> str:
        """Return how a path is kept; a file is kept as it was, if a linked folder leads to it."""
        came_from = kept.kept_path(path, self._folder)
        row = self._connection.execute(
            "SELECT 1 FROM originals WHERE came_from = ?", (came_from,)
        ).fetchone()
        return came_from if row else self._places.get(self._real(path), came_from)

    def is_gone(self, original: Original) -> bool:
        """Say whether a file is no longer where it came from, or its copy is lost."""
        came_from = original.came_from
        moved = came_from != STDIN and kept.is_gone(self._folder / came_from)
        return moved or kept.state_of(original, self._folder) is State.MISSING

    def fail(self, path: Path, error: StrategikortError, reader: int) -> None:
        """Remember that ``path`` could not be read by the ``reader`` version of the readers.

        A document that was read from it before stands as it was, which its state tells.
        """
        if kept.is_gone(path):
            return
        came_from = kept.kept_path(path, self._folder)
        # No document comes from a path that is no text.
        if not unreadfiles.is_text(came_from) or self.at(path) is None:
            unreadfiles.remember(self._connection, came_from, path, error, reader)

    def keep(self, original: Original) -> None:
        """Keep an original in the place of what was known of the document's."""
        kept.keep(self._connection, original)
        twins.forget_twin(self._connection, original.came_from)
        self._learn(original.came_from)

    def remember(self, came_from: str, document_id: str, sha256: str, stamp: Stamp) -> None:
        """Remember a file in which the content of a document was found."""
        twins.keep_twin(self._connection, Twin(came_from, document_id, sha256, *stamp))
        self._learn(came_from)

    def remove(self, document_id: str) -> None:
        """Forget the original and the twins of a document."""
        self._connection.execute("DELETE FROM originals WHERE document = ?", (document_id,))
        twins.forget_twins_of(self._connection, document_id)

    def _learn(self, came_from: str) -> None:
        unreadfiles.forget(self._connection, came_from)
        self._places.setdefault(self._real(self._folder / came_from), came_from)

    def _real(self, path: Path) -> str:
        """Return where a file lies when links among its folders are followed."""
        return str(self._real_folder(path.parent) / path.name)

    @cached_property
    def _places(self) -> dict[str, str]:
        """How files are kept, by where they really lie."""
        rows = self._connection.execute(
            "SELECT came_from FROM originals UNION SELECT came_from FROM twins"
        ).fetchall()
        return {self._real(self._folder / came_from): came_from for (came_from,) in rows}
