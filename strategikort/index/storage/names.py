"""The names in a store: ids, titles and numbers of sections, looked up one at a time.

Spellings are compared by their key, which is kept beside the name, so that a look-up costs the
same however many sections there are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from strategikort.index.storage.namekeys import address_key, name_key, stem
from strategikort.index.storage.namerows import DOCUMENT, SECTION, TITLE
from strategikort.index.storage.statements import chunks, marks
from strategikort.language.numbers.numerals import numbers_named

_POINTS = ("punkt", "præmis", "konklusion")

_NAMED = "SELECT what, ref FROM names WHERE key = ?"

_MOST_KEPT = 5_000
"""Keys of which is remembered what they name."""


class Described(NamedTuple):
    """What a document is described by: the words of its names and what kind of thing it is."""

    id: str
    words: str
    kind: str


class Imprint(NamedTuple):
    """A document's date (ISO 8601), the publisher's number, the publisher, a further reference.

    And its titles.
    """

    date: str
    number: str
    publisher: str
    record: str
    title: str
    short_title: str


class Names:
    """Look-ups by key in one or more stores; ``kinds`` gives for a kind the words for it.

    Where only one thing can be meant, that of the first store is: nothing that a later one adds
    can hide what an earlier one has.
    """

    def __init__(
        self, connections: Sequence[sqlite3.Connection], kinds: Mapping[str, Sequence[str]]
    ) -> None:
        self._connections = tuple(connections)
        self._kept: dict[str, list[dict[str, list[str]]]] = {}
        self.kinds: dict[str, str] = {}
        self.words: dict[str, str] = {}
        # Words come as singular and plural in turn; »led« is both.
        singular = {name_key(word) for words in kinds.values() for word in words[::2]}
        plural = {name_key(word) for words in kinds.values() for word in words[1::2]}
        self.plurals = plural - singular
        for kind, words in kinds.items():
            for word in (kind, *words):
                self.kinds.setdefault(name_key(word), kind)
            for word in words:
                self.words.setdefault(name_key(word), word)

    def _named(self, key: str) -> list[dict[str, list[str]]]:
        """Return for each store what is called ``key``: documents, sections and titles."""
        found = self._kept.get(key)
        if found is None:
            found = []
            for connection in self._connections:
                here: dict[str, list[str]] = {}
                for what, ref in connection.execute(_NAMED, (key,)):
                    here.setdefault(what, []).append(ref)
                found.append(here)
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = found
        return found

    def document(self, key: str) -> str | None:
        """Return the one document with this name, or None; an id goes before a title."""
        found = self.documents(key)
        return found[0] if len(found) == 1 else None

    def documents(self, key: str) -> list[str]:
        """Return the documents with this name, of the first store that has any.

        The title of a document in a later store does not count where the name means something
        without it: a kind, or a section of an earlier store.
        """
        stores = self._named(key)
        for number, here in enumerate(stores):
            refs = here.get(DOCUMENT, [])
            by_id = [ref for ref in refs if name_key(ref) == key]
            if by_id:
                return by_id
            if refs and (number == 0 or not (key in self.kinds or any(stores[:number]))):
                return refs
        return []

    def titled_documents(self, key: str) -> list[str]:
        """Return the documents with this name, whatever else it means."""
        return [ref for here in self._named(key) for ref in here.get(DOCUMENT, ())]

    def described(self) -> Iterator[Described]:
        """Go through what all documents are described by."""
        sql = (
            "SELECT id, json_extract(data, '$.short_title'), json_extract(data, '$.title'),"
            " json_extract(data, '$.file'), json_extract(data, '$.kind')"
            " FROM documents ORDER BY position"
        )
        for connection in self._connections:
            for document, short, title, file, kind in connection.execute(sql):
                named = f"{short} {title} {stem(file)}"
                yield Described(document, name_key(named), name_key(kind))

    def section(self, key: str) -> str | None:
        """Return the section with this id."""
        found = (ref for here in self._named(key) for ref in here.get(SECTION, ()))
        return next(found, None)

    def titled(self, key: str, document: str | None, kind: str | None) -> list[str]:
        """Return the sections with this title."""
        if not any(TITLE in here for here in self._named(key)):
            return []
        return self._ids(
            "SELECT s.id FROM names AS n JOIN sections AS s ON s.id = n.ref"
            " WHERE n.key = :key AND n.what = 'title' AND (:document IS NULL OR"
            " s.document = :document) AND (:kind IS NULL OR s.kind = :kind) ORDER BY s.position",
            {"key": key, "document": document, "kind": kind},
        )

    def numbered(self, kind: str, number: str, document: str | None) -> list[str]:
        """Return the sections of a kind with this number."""
        return self._ids(
            "SELECT id FROM sections WHERE kind = :kind AND number IN (:number, :capital) AND"
            " (:document IS NULL OR document = :document) ORDER BY position",
            {"kind": kind, "number": number, "capital": number.upper(), "document": document},
        )

    def with_number(self, number: str) -> list[str]:
        """Return the sections with this number, of whatever kind.

        A paragraph is one only to its section; those without a heading are counted by us.
        """
        sql = (
            "SELECT id FROM sections WHERE number = :number AND kind <> 'stykke' ORDER BY position"
        )
        return self._ids(sql, {"number": number})

    def headed_together(self, kind: str, number: int, document: str | None) -> list[str]:
        """Return the sections of a kind that have this number and others: ``§§ 3-5``."""
        sql = (
            "SELECT id, number FROM sections WHERE kind = :kind"
            " AND number GLOB '*[0-9]*[-– ]*[0-9]'"
            " AND (:document IS NULL OR document = :document) ORDER BY position"
        )
        return [
            section_id
            for connection in self._connections
            for section_id, label in connection.execute(sql, {"kind": kind, "document": document})
            if number in numbers_named(label)
        ]

    def of_kind(self, kind: str, document: str | None) -> list[str]:
        """Return all sections of a kind."""
        return self._ids(
            "SELECT id FROM sections WHERE kind = :kind AND"
            " (:document IS NULL OR document = :document) ORDER BY position",
            {"kind": kind, "document": document},
        )

    def items(self, number: str) -> list[str]:
        """Return the sections with this number that belong to no other: ``rk/16``, ``uss/3``."""
        return self._ids(
            "SELECT s.id FROM documents AS d JOIN sections AS s ON s.id = d.id || '/' || :number"
            " ORDER BY s.position",
            {"number": number},
        )

    def points(self, number: str, document: str | None) -> list[str]:
        """Return the numbered paragraphs with this number, whatever they are called."""
        return [item for kind in _POINTS for item in self.numbered(kind, number, document)]

    def is_numbered(self, kind: str) -> bool:
        """Tell whether sections of a kind have numbers."""
        sql = "SELECT id FROM sections WHERE kind = ? AND number IS NOT NULL LIMIT 1"
        return self._one(sql, kind) is not None

    def kind_of(self, section_id: str) -> str | None:
        """Return the kind of a section."""
        return self._one("SELECT kind FROM sections WHERE id = ?", section_id)

    def documents_beginning(self, word: str) -> list[str]:
        """Return the documents of which a name begins with a compared word."""
        sql = "SELECT key, ref FROM names WHERE key >= :low AND key < :high AND what = 'document'"
        values = {"low": word, "high": f"{word}\U0010ffff"}
        return [
            ref
            for connection in self._connections
            for key, ref in connection.execute(sql, values)
            if not key[len(word) : len(word) + 1].isalnum()
        ]

    def called(self, document: str) -> list[str]:
        """Return the compared names of a document that mean no other."""
        sql = "SELECT key FROM names WHERE what = 'document' AND ref = ?"
        rows = (row for one in self._connections for row in one.execute(sql, (document,)))
        return [key for (key,) in rows if self.documents(key) == [document]]

    def imprints(self) -> dict[str, Imprint]:
        """Return when and by whom each document was published."""
        told = ", ".join(
            f"coalesce(json_extract(data, '$.{name}'), '')" for name in Imprint._fields
        )
        return {
            document: Imprint(*map(str, found))
            for connection in self._connections
            for document, *found in connection.execute(f"SELECT id, {told} FROM documents")
        }

    def documents_at(self, address: str) -> list[str]:
        """Return the documents that lie at an address of the web."""
        wanted = address_key(address)
        sql = "SELECT id, json_extract(data, '$.url') FROM documents"
        return [
            document
            for connection in self._connections
            for document, url in connection.execute(sql)
            if url and address_key(url) == wanted
        ]

    def of_document(self, document: str) -> list[str]:
        """Return all sections of a document."""
        return self._ids(
            "SELECT id FROM sections WHERE document = :document ORDER BY position",
            {"document": document},
        )

    def parent(self, section_id: str) -> str | None:
        """Return the section that one belongs to."""
        return self._one("SELECT parent FROM sections WHERE id = ?", section_id)

    def children(self, ids: Sequence[str]) -> dict[str, list[str]]:
        """Return what belongs to sections, in reading order."""
        found: dict[str, list[str]] = {}
        for part in chunks(ids):
            sql = (
                f"SELECT parent, id FROM sections WHERE parent IN ({marks(part)}) ORDER BY position"
            )
            for connection in self._connections:
                for parent, child in connection.execute(sql, part):
                    found.setdefault(parent, []).append(child)
        return found

    def spellings(self, what: str, document: str | None = None) -> Iterator[tuple[str, str]]:
        """Go through all keys of titles or ids with the section that each names."""
        for connection in self._connections:
            rows = connection.execute("SELECT key, ref FROM names WHERE what = ?", (what,))
            for key, ref in rows:
                if document is None or ref.startswith(f"{document}/"):
                    yield key, ref

    def ids_beginning(self, typed: str) -> Iterator[tuple[str, str]]:
        """Go through the ids whose spelling begins with ``typed``, with titles, in reading order.

        A section without a title has its number and kind instead.
        """
        sql = (
            "SELECT id, CASE WHEN title <> '' THEN title ELSE coalesce(number || '. ', '') || kind"
            " END FROM sections WHERE id IN (SELECT ref FROM names WHERE what = 'section'"
            " AND key >= :low AND key < :high) ORDER BY position"
        )
        key = name_key(typed)
        for connection in self._connections:
            # No letter sorts after the last of Unicode: all that begins with the key lies between.
            yield from connection.execute(sql, {"low": key, "high": f"{key}\U0010ffff"})

    def title(self, section_id: str) -> str:
        """Return the title of a section as it is written."""
        return self._one("SELECT title FROM sections WHERE id = ?", section_id) or section_id

    def _one(self, sql: str, *values: str) -> str | None:
        for connection in self._connections:
            row = connection.execute(sql, values).fetchone()
            if row:
                return str(row[0]) if row[0] is not None else None
        return None

    def _ids(self, sql: str, values: Mapping[str, str | None]) -> list[str]:
        return [
            section_id
            for connection in self._connections
            for (section_id,) in connection.execute(sql, dict(values))
        ]
