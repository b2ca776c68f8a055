"""The user's collection, open for reading."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from strategikort.errors import SourceError
from strategikort.holdings.originals import (
    STDIN,
    FilePage,
    Original,
    State,
    file_of,
    is_gone,
    originals,
    page_of_line,
    page_of_section,
    state_of,
)
from strategikort.holdings.twins import Twin, left_alone, state_of_twin, twins
from strategikort.holdings.unreadfiles import unread_files
from strategikort.index.storage.store import Store
from strategikort.model import Section, UnreadFile
from strategikort.text.source import Source

# What only some questions need is imported where they are asked: every run opens a collection.


class OwnStore:
    """The store of the user's documents, and what became of their originals."""

    def __init__(self, store: Store, path: Path) -> None:
        self.store = store
        self.path = path

    def ids(self) -> list[str]:
        """Return the ids of the documents."""
        rows = self.store.connection.execute("SELECT id FROM documents ORDER BY position")
        return [document_id for (document_id,) in rows]

    def originals(self, documents: Sequence[str] = ()) -> list[Original]:
        """Return the originals of documents (ids; none for all)."""
        if not documents:
            return originals(self.store.connection)
        return originals(self.store.connection, "document", documents)

    def read_from(self, path: Path) -> list[str]:
        """Return the ids of documents that were read from the file at ``path``."""
        real = os.path.realpath(path)
        return [name for name, file in self.files(copies=False) if os.path.realpath(file) == real]

    def files(self, *, copies: bool = True) -> list[tuple[str, Path]]:
        """Return the ids of documents with the files that each was read from.

        With ``copies`` also with other files in which its content was found, and still is.  What
        came from standard input has none.
        """
        folder = self.path.parent
        rows = self.store.connection.execute(
            "SELECT document, came_from FROM originals WHERE came_from <> ? ORDER BY rowid",
            (STDIN,),
        )
        found = [(name, folder / came) for name, came in rows]
        twins = [item for item, state in self.twins() if state is not State.CHANGED and copies]
        return found + [(item.document, folder / item.came_from) for item in twins]

    def newer_editions(self) -> dict[str, str]:
        """Return the documents (ids) of which there is a newer edition, each with that."""
        rows = self.store.connection.execute(
            "SELECT edition_of, document FROM originals WHERE edition_of IS NOT NULL ORDER BY rowid"
        )
        return dict(rows)

    def states(self, documents: Sequence[str]) -> list[tuple[Original, State]]:
        """Return the originals of documents (ids; none for all) and what became of each."""
        return [(item, state_of(item, self.path.parent)) for item in self.originals(documents)]

    def twins(self, documents: Sequence[str] = ()) -> list[tuple[Twin, State]]:
        """Return other files with the content of documents (ids; none for all), and their state.

        One whose document has been read anew since is changed, since what it says is not stored.
        """
        connection = self.store.connection
        alone = set(left_alone(connection))
        return [
            (twin, State.CHANGED if twin in alone else state_of_twin(twin, self.path.parent))
            for twin in twins(connection)
            if not documents or twin.document in documents
        ]

    def same_texts(self, documents: Sequence[str]) -> dict[str, set[str]]:
        """Return for documents (ids) the others that are the same text in another file."""
        from strategikort.holdings.sametext import same_texts

        return same_texts(self.store.connection, documents)

    def altered(self, documents: Sequence[str]) -> dict[str, State]:
        """Return which of ``documents`` have an original that is not what it was, and how."""
        states = self.states(documents) if documents else []
        return {item.document: state for item, state in states if state is not State.SAME}

    def file_of(self, section: Section, *, beginning: bool) -> tuple[Path, FilePage | None]:
        """Return the original that a section was read from, and its page there.

        Raises ``SourceError`` if it is gone.
        """
        (original,) = self.originals([section.document])
        path = file_of(original, self.path.parent)
        if not path.exists():
            raise SourceError(
                f"Originalen til {section.document}, {original.path}, findes ikke mere.",
                f"Kør strategikort status {section.document}.",
                code="missing_file",
            )
        return path, _page_of(original, section, beginning=beginning)

    def page_of(self, section: Section, *, beginning: bool) -> FilePage | None:
        """Return the page of the original on which a section stands, or the first."""
        (original,) = self.originals([section.document])
        return _page_of(original, section, beginning=beginning)

    def page_of_line(self, document_id: str, source: Source) -> dict[int, tuple[str, ...]]:
        """Return the label of the page on which every line (from 1) of a document stands."""
        (original,) = self.originals([document_id])
        return page_of_line(source, original.pages)

    def unread(self, documents: Sequence[str] = ()) -> dict[str, str]:
        """Return for documents (ids; none for all) in Danish what of them could not be read."""
        from strategikort.holdings.certificate import unread_of

        said = {item.document: unread_of(item.certificate) for item in self.originals(documents)}
        return {name: text for name, text in said.items() if text}

    def recognized(self, documents: Sequence[str]) -> dict[str, str]:
        """Return which of ``documents`` (ids) have recognized text, and on which pages."""
        from strategikort.holdings.certificate import recognized_of

        chosen = self.originals(documents) if documents else []
        said = {item.document: recognized_of(item.certificate) for item in chosen}
        return {name: text for name, text in said.items() if text is not None}

    def unread_files(self) -> list[UnreadFile]:
        """Return the files that were to be added and could not be read, and are still there."""
        folder = self.path.parent
        return [
            UnreadFile(str(folder / item.came_from), item.code, item.message, item.hint)
            for item in unread_files(self.store.connection)
            if not is_gone(folder / item.came_from)
        ]


def _page_of(original: Original, section: Section, *, beginning: bool) -> FilePage | None:
    if beginning:
        return original.pages[0] if original.pages else None
    return page_of_section(section, original.pages)
