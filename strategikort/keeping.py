"""The user's own documents, put into a collection, read again and taken out of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from strategikort.errors import ArgumentError, CollectionError
from strategikort.given import check_texts
from strategikort.holdings.opening import open_own
from strategikort.verifying import Verifying

if TYPE_CHECKING:
    from strategikort.holdings.holdings import Holdings
    from strategikort.holdings.intake import Intake


class Keeping(Verifying):
    """A collection whose own documents can be changed."""

    _chosen: Path | None = None
    """The collection that was asked for; None for the usual one."""

    def add(
        self,
        *paths: str | PathLike[str],
        title: str = "",
        publisher: str = "",
        date: str = "",
        profile: str | PathLike[str] | None = None,
        edition_of: str = "",
        copy: bool = False,
        password: str = "",
        workers: int | None = None,
    ) -> Intake:
        """Read files and folders, with all that is in them, and put them into the collection.

        ``title``, ``publisher`` and ``date`` (ISO 8601 or as people write it) are found in the file
        where they are not given, or stand in a ``profile``.  ``edition_of`` is the document (an
        id, a title or a file) that this is a new edition of; ``copy`` keeps a copy of the files
        with the collection; ``password`` opens encrypted ones; ``workers`` are read side by side.
        A file that cannot be read is one of those ``failed``, and the others are added.  Where the
        user has no collection, it is made.  Raises ``StrategikortError`` for a date that is none,
        ``ArgumentError`` where what belongs to one document is given for several, and
        ``CollectionError`` where the collection cannot be written, as within a :meth:`snapshot`.
        """
        from strategikort.holdings.files import find_files
        from strategikort.holdings.intake import Wanted, take_all
        from strategikort.holdings.ownprofile import from_options, refuse_for_many

        files = [Path(path) for path in paths]
        given = {"title": title, "date": date, "profile": profile, "edition_of": edition_of}
        refuse_for_many(files, given, ArgumentError)
        wanted = Wanted(
            from_options(title or None, publisher or None, date or None),
            Path(profile) if profile else None,
            copy,
            self.named_document(edition_of).id if edition_of else None,
            password=password or None,
        )
        with self._changed() as holdings:
            return take_all(holdings, find_files(files), wanted, workers)

    def update(self, *names: str, again: bool = False, workers: int | None = None) -> Intake:
        """Read the files again that have changed since they were read, of documents or of all.

        ``names`` are ids, titles or files as in :meth:`own_documents`; ``again`` reads also what
        has not changed.  Files that could not be read are tried again.  Raises as that does, and
        as :meth:`add`.
        """
        from strategikort.holdings.intake import Wanted, take_all
        from strategikort.holdings.update import files_of

        check_texts(names, "names")
        named = self.own_documents(*names)
        with self._changed() as holdings:
            files = files_of(holdings, named, again=again)
            return take_all(holdings, files, Wanted(again=again), workers)

    def remove(self, *names: str) -> list[str]:
        """Take documents out of the collection, and return their ids; the files are left alone.

        ``names`` are ids, titles or files as in :meth:`own_documents`.  Raises as that does, and
        as :meth:`add`.
        """
        check_texts(names, "names")
        named = self.own_documents(*names)
        with self._changed() as holdings:
            for document_id in named:
                holdings.remove(document_id)
        return named

    @contextmanager
    def _changed(self) -> Iterator[Holdings]:
        """Give the user's documents for a change, and see to it that it is seen here."""
        from strategikort.holdings.holdings import Holdings

        self._check_open()
        if self._reading:
            raise CollectionError(
                "Samlingen kan ikke ændres, mens den holdes i én tilstand.",
                "Gør det uden for snapshot().",
                code="in_snapshot",
            )
        with Holdings.open(self._own.path if self._own else self._chosen) as holdings:
            yield holdings
        if self._own is None:
            self._take_up(open_own(self._chosen))
