"""The user's collection, open for change: documents added, replaced and removed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from strategikort.closing import closed_on_failure
from strategikort.errors import CollectionError, StrategikortError, UnknownReferenceError
from strategikort.holdings import originals as kept
from strategikort.holdings import unreadfiles
from strategikort.holdings.certificate import warnings_of
from strategikort.holdings.copies import Copies
from strategikort.holdings.database import open_for_writing
from strategikort.holdings.documents import Documents
from strategikort.holdings.files import Failure
from strategikort.holdings.identify import NewIds
from strategikort.holdings.knownfiles import KnownFiles
from strategikort.holdings.location import collection_path
from strategikort.holdings.originals import STDIN, Original, Stamp
from strategikort.holdings.ownprofile import given_of, merged
from strategikort.holdings.prepare import Reading, prepare
from strategikort.holdings.sametext import said_of, said_of_missing
from strategikort.index.storage.store import Store
from strategikort.index.storage.transaction import transaction
from strategikort.model import Document

READER_VERSION = 20
"""Raised when readers or the search for sections have become better: ``opdatér`` reads again."""

How = Literal["added", "updated", "unchanged", "moved", "duplicate"]


class Added(NamedTuple):
    """What became of a file: a document, how many sections and pages, and what went wrong.

    ``how`` is ``added``, ``updated``, ``unchanged``, ``moved`` (the same file in a new place) or
    ``duplicate`` (the same content as another file that is there).
    """

    document: Document
    sections: int
    pages: int
    warnings: tuple[str, ...]
    how: How


class Holdings:
    """The user's collection; every change is made wholly or not at all.

    No document may have as its id what names something in the store of the ``builtin`` ones.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, builtin: Store) -> None:
        self.path = path
        self.store = Store(connection)
        self._connection = connection
        self._builtin = builtin
        self._new_ids = NewIds(connection, builtin)
        self._documents = Documents(self.store)
        self._copies = Copies(connection, path)
        self.files = KnownFiles(connection, path.parent)

    @classmethod
    def open(cls, path: Path | None = None) -> Holdings:
        """Open the collection at ``path`` (default: the user's), creating it if it is not there.

        Raises ``CollectionError``.
        """
        from strategikort.builtin import open_builtin

        chosen = collection_path(path)
        connection = open_for_writing(chosen)
        with closed_on_failure(connection):
            holdings = cls(connection, chosen, open_builtin())
        with closed_on_failure(holdings):
            holdings._copies.settle_all()
        return holdings

    def __enter__(self) -> Holdings:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the databases."""
        self._connection.close()
        self._builtin.close()

    @property
    def folder(self) -> Path:
        """The folder of the collection, to which paths are relative."""
        return self.path.parent

    def originals(self) -> list[Original]:
        """Return the originals of all documents, in the order in which these were added."""
        return kept.originals(self._connection)

    def original(self, document_id: str) -> Original:
        """Return the original of one document; raises ``UnknownReferenceError``."""
        found = kept.originals(self._connection, "document", (document_id,))
        if found:
            return found[0]
        raise UnknownReferenceError(
            f"Dokumentet »{document_id}« findes ikke i din samling.",
            "Se dine dokumenter med strategikort status.",
            code="unknown_document",
        )

    def _check_edition(self, document: str, edition_of: str | None) -> None:
        """Raise ``StrategikortError`` if ``document`` is to follow itself or a later edition."""
        if edition_of == document:
            raise StrategikortError(
                f"{edition_of} kan ikke afløse sig selv.",
                "Angiv id'et på den ældre udgave efter --afløser.",
                code="own_edition",
            )
        before = {item.document: item.edition_of for item in self.originals()}
        older = edition_of
        while older:
            older = before.pop(older, None)
            if older == document:
                raise StrategikortError(
                    f"{edition_of} er en senere udgave af {document}.",
                    f"Er rækkefølgen vendt om, så fjern {edition_of}, og tilføj filen igen.",
                    code="later_edition",
                )

    def as_unchanged(self, original: Original, how: How = "unchanged") -> Added:
        """Return what is there of a document that was not read again."""
        return self._added(original.document, original.certificate, how)

    def add(self, reading: Reading, *, copy: bool = False, edition_of: str | None = None) -> Added:
        """Store a file that has been read, in the place of what was read from it before.

        ``copy`` keeps a copy of the file with the collection, ``edition_of`` names the document
        that it takes the place of.  Raises ``CollectionError``, and ``StrategikortError`` for an
        id that is taken.
        """
        with self._change():
            return self._add(reading, copy or reading.path is None, edition_of)

    def fail(self, failure: Failure) -> None:
        """Remember a file that could not be read; raises ``CollectionError``."""
        with self._change():
            self.files.fail(failure.path, failure.error, READER_VERSION)

    def forget(self, path: Path) -> None:
        """Forget a file that could not be read; raises ``CollectionError``."""
        with self._change():
            unreadfiles.forget(self._connection, kept.kept_path(path, self.folder))

    def remove(self, document_id: str) -> Original:
        """Remove a document; raises ``UnknownReferenceError`` and ``CollectionError``."""
        with self._change():
            original = self.original(document_id)
            self._documents.take_out(document_id)
            self.files.remove(document_id)
            # The editions before and after it come to follow each other.
            self._connection.execute(
                "UPDATE originals SET edition_of = ? WHERE edition_of = ?",
                (original.edition_of, document_id),
            )
            if original.copied:
                self._copies.give_up(original.path)
        return original

    @contextmanager
    def _change(self) -> Iterator[None]:
        try:
            with transaction(self._connection):
                yield
        except BaseException:
            self._documents.forget()
            with suppress(CollectionError):
                self._copies.settle()
            raise
        self._copies.settle()

    def _add(self, reading: Reading, copy: bool, edition_of: str | None) -> Added:
        given = given_of(reading.options, reading.profile)
        known = self.files.at(reading.path) if reading.path else None
        if known and known.document == edition_of and known.sha256 != reading.read.sha256:
            # A new edition has been put in the place of the old file: both are kept.
            known = None
        same = kept.originals(self._connection, "sha256", (reading.read.sha256,))
        if known is None and same:
            known = same[0]
            # A copy that lies in a folder which is gone through is no other file.
            path = reading.path
            other = path is None or kept.kept_path(path, self.folder) != known.path
            moved = other and self.files.is_gone(known)
            said = reading.options.metadata or edition_of not in (None, known.edition_of)
            if not moved and not said and known.reader == READER_VERSION:
                if path and other:
                    came_from = self.files.place_of(path)
                    self.files.remember(
                        came_from, known.document, reading.read.sha256, reading.stamp
                    )
                return self.as_unchanged(known, "duplicate")
            how: How = "moved" if moved else "updated"
        else:
            how = "updated" if known else "added"
        if known is not None:
            given = merged(known.given, given)
            copy = copy or known.copied
            self._check_edition(known.document, edition_of)
            edition_of = edition_of or known.edition_of
            known = known._replace(edition_of=edition_of)
            # A new place is told in citations, and its name may be the title.
            if how != "moved" and self._is_same(known, reading, given) and copy == known.copied:
                self._note(known, reading, given)
                return self.as_unchanged(known)
            reading = reading.with_options(given)
        return self._store(reading, known, given, how, copy, edition_of)

    def _is_same(self, known: Original, reading: Reading, given: Mapping[str, Any]) -> bool:
        return (known.sha256, known.reader, known.given) == (
            reading.read.sha256,
            READER_VERSION,
            given,
        )

    def _note(self, known: Original, reading: Reading, given: Mapping[str, Any]) -> None:
        noted = known._replace(given=given)
        if reading.path is not None:
            came_from = self.files.place_of(reading.path)
            noted = noted._replace(came_from=came_from)
            if not known.copied:
                noted = noted._replace(
                    path=came_from, size=reading.stamp.size, modified=reading.stamp.modified
                )
        self.files.keep(noted)

    def _store(
        self,
        reading: Reading,
        known: Original | None,
        given: Mapping[str, Any],
        how: How,
        copy: bool,
        edition_of: str | None,
    ) -> Added:
        document_id = known.document if known else self._new_ids.of(reading)
        came_from = self.files.place_of(reading.path) if reading.path else STDIN
        path, stamp = came_from, reading.stamp
        if copy:
            path, stamp = self._copy(document_id, reading, known)
        prepared = prepare(reading, document_id, path)
        before = self.store.document(document_id) if how == "updated" else None
        self._documents.put(prepared, in_place_of=document_id if known else None)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        if known and how == "updated" and known.came_from not in (came_from, STDIN):
            # It has been read from another file, and the one it came from has the same content.
            stamp_before = Stamp(known.size, known.modified)
            self.files.remember(known.came_from, document_id, known.sha256, stamp_before)
        original = Original(
            document=document_id,
            path=path,
            came_from=came_from,
            size=stamp.size,
            modified=stamp.modified,
            sha256=reading.read.sha256,
            added=known.added if known else now,
            reader=READER_VERSION,
            copied=copy,
            given=given,
            certificate=prepared.certificate,
            pages=prepared.pages,
            edition_of=edition_of,
        )
        self.files.keep(original)
        added = self._added(document_id, prepared.certificate, how)
        told = said_of(self.store, added.document, before)
        if known is None and not edition_of:
            told += said_of_missing(self.store, added.document, self.folder)
        return added._replace(warnings=(*told, *added.warnings))

    def _copy(
        self, document_id: str, reading: Reading, known: Original | None
    ) -> tuple[str, Stamp]:
        """Copy a file in the place of the copy that is known, and return where, and its stamp."""
        copied, stamp = self._copies.write(document_id, reading, reading.data)
        if known and known.copied:
            self._copies.give_up(known.path)
        return kept.kept_path(copied, self.folder), stamp

    def _added(self, document_id: str, certificate: Mapping[str, Any], how: How) -> Added:
        document = self.store.document(document_id)
        assert document is not None
        return Added(
            document,
            certificate["sections"],
            certificate["pages"],
            tuple(warnings_of(certificate)),
            how,
        )
