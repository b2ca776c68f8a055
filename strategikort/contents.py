"""Documents and sections of a collection by their ids, and what they and their kinds are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from strategikort.catalog.words import KindWords
from strategikort.errors import UnknownReferenceError
from strategikort.given import check_text, several
from strategikort.index.storage.names import Names
from strategikort.index.storage.store import Store
from strategikort.model import Document, Hit, Section
from strategikort.references.resolver import Resolver
from strategikort.stores import Stores, in_one_state
from strategikort.text.source import Source

if TYPE_CHECKING:
    from strategikort.structure.places import Places

_Read = TypeVar("_Read")


class Contents(Stores):
    """What there is in the built-in documents and the user's own, taken together."""

    @property
    @in_one_state
    def documents(self) -> tuple[Document, ...]:
        """The documents, in the order in which they are listed: the built-in ones first."""
        return self._documents

    @property
    @in_one_state
    def by_id(self) -> dict[str, Document]:
        """The documents by their ids, in the same order."""
        return dict(self._by_id)

    @cached_property
    def _by_id(self) -> dict[str, Document]:
        return {document.id: document for document in self._documents}

    @cached_property
    def _documents(self) -> tuple[Document, ...]:
        return tuple(document for store in self._stores for document in store.documents())

    @cached_property
    def _own_ids(self) -> frozenset[str]:
        return frozenset(self._own.ids() if self._own else ())

    def _store_of(self, document_id: str) -> Store:
        return self._stores[document_id in self._own_ids]

    @in_one_state
    def document(self, document_id: str) -> Document:
        """Return the document with this id; raises ``UnknownReferenceError``.

        >>> collection.document("rk").title
        "EU's digitale diplomati: Rådets konklusioner"
        """
        check_text(document_id, "document_id")
        if document_id in self._by_id:
            return self._by_id[document_id]
        from strategikort.references.suggestions import unknown_document

        raise unknown_document(document_id, self.documents)

    def _ids(self, documents: Iterable[str]) -> list[str]:
        """Return ``documents``, all of them known: a misspelt one must not look like silence."""
        return [self.document(name).id for name in several(documents, "documents")]

    @property
    @in_one_state
    def counts(self) -> dict[str, dict[str, int]]:
        """How many sections of each kind every document has, in reading order of first."""
        return self._counts

    @cached_property
    def _counts(self) -> dict[str, dict[str, int]]:
        counts: dict[str, dict[str, int]] = {document.id: {} for document in self._documents}
        for store in self._stores:
            for document, kind, count in store.counts():
                counts[document][kind] = count
        return counts

    @in_one_state
    def source(self, document_id: str) -> Source:
        """Return the raw text of a document; raises ``UnknownReferenceError``."""
        return self._store_of(document_id).source(self.document(document_id))

    def sections(self, document_id: str | None = None) -> Iterator[Section]:
        """Go through all sections in reading order, of one document or of all.

        Raises ``UnknownReferenceError`` for an id that no document has.
        """
        self._check_open()
        stores = self._stores
        if document_id is not None:
            stores = (self._store_of(self.document(document_id).id),)
        for store in stores:
            yield from self._while_open(store.all_sections(document_id))

    def words(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        """Return the words of all texts, each with its dictionary form and the parts it is made of.

        All are given with the keys under which a search finds them, in small letters and with
        ``ae``, ``oe`` and ``aa``.

        >>> collection.words()["sikkerhedspolitikken"]
        ('sikkerhedspolitik', ('sikkerhed', 'politik'))
        """
        self._check_open()
        return {form: keys for store in self._stores for form, keys in store.words().items()}

    def passages(self, document_id: str) -> Iterator[Hit]:
        """Go through the passages of a document in reading order, as a search would give them.

        A section of headings alone has one, without text.  The score is 1, since nothing was
        asked.  Raises ``UnknownReferenceError``.
        """
        from strategikort.index.storage.records import load_place

        store = self._store_of(self.document(document_id).id)
        for section, start, end, place in self._while_open(store.all_passages(document_id)):
            yield Hit(section, start, end, 1.0, load_place(place))

    @in_one_state
    def _page_of_line(self, document_id: str) -> dict[int, tuple[str, ...]]:
        """Return the printed page (or pages) of the lines (from 1) of a document, where known.

        Raises ``UnknownReferenceError``.
        """
        if self._own and document_id in self._own_ids:
            return self._own.page_of_line(document_id, self.source(document_id))
        return {
            line: passage.place.pages
            for passage in self._passages_of(document_id)
            if passage.place.pages
            for first, last in passage.place.lines
            for line in range(first, last + 1)
        }

    def _places_of(self, document_id: str) -> Places:
        """Return what tells lines and pages of a document by its characters."""
        from strategikort.structure.places import Places

        def read() -> Places:
            return Places(self.source(document_id), self._page_of_line(document_id))

        return self._kept_of(document_id, "places", read)

    def _passages_of(self, document_id: str) -> Sequence[Hit]:
        """Return the passages of a document in reading order."""
        return self._kept_of(document_id, "passages", lambda: tuple(self.passages(document_id)))

    def _kept_of(self, document_id: str, what: str, read: Callable[[], _Read]) -> _Read:
        """Return what is read of a document; of the last one it is kept: a memo cites it often."""
        kept: tuple[str, _Read] | None = self.kept.get(what)
        if kept is None or kept[0] != document_id:
            kept = self.kept[what] = (document_id, read())
        return kept[1]

    @in_one_state
    def get(self, ids: Iterable[str]) -> list[Section]:
        """Return the sections with these ids, in the order asked for; unknown ids are left out.

        >>> [section.kind for section in collection.get(["rk/6", "rk/6/3", "rk/99"])]
        ['konklusion', 'led']
        """
        ids = several(ids, "ids")
        found = {section.id: section for store in self._stores for section in store.sections(ids)}
        return [found[section_id] for section_id in ids if section_id in found]

    @in_one_state
    def section(self, section_id: str) -> Section:
        """Return one section by its id; raises ``UnknownReferenceError``.

        >>> section = collection.section("uss/pejlemærker/3")
        >>> section.text.text
        'Støtte EU’s naboer mod øst og på Vestbalkan.'
        >>> section.lines
        ((181, 181),)
        """
        check_text(section_id, "section_id")
        found = self.get([section_id])
        if not found:
            meant = self.resolver.exactly(section_id)
            hint = f"Mente du »{meant[0]}«?" if len(meant) == 1 else ""
            raise UnknownReferenceError(
                f"Afsnittet »{section_id}« findes ikke.",
                hint or "Slå id'et op i strategikort dokumenter.",
                candidates=meant,
            )
        return found[0]

    @cached_property
    def resolver(self) -> Resolver:
        """What turns references as people type them into ids."""
        return Resolver(self._names)

    @cached_property
    def _names(self) -> Names:
        return Names([store.connection for store in self._stores], self.kind_words.names)

    @cached_property
    def kind_words(self) -> KindWords:
        """The words for kinds of sections; all kinds are listed with the built-in documents."""
        return self._stores[0].kind_words()

    @in_one_state
    def kind(self, word: str) -> str:
        """Return the kind that ``word`` (``pejlemærker``, ``konklusion``) names.

        Raises ``StrategikortError`` for a word that names none.
        """
        kind = self.resolver.kind(word)
        if kind is None:
            from strategikort.references.suggestions import unknown_kind

            raise unknown_kind(word, self.kind_words.names)
        return kind

    @in_one_state
    def ids_beginning(self, typed: str) -> list[tuple[str, str]]:
        """Return the ids of sections that begin with ``typed`` in any spelling, with titles."""
        return list(self._names.ids_beginning(typed))

    @in_one_state
    def with_descendants(self, ids: Iterable[str]) -> list[str]:
        """Return ``ids`` and all that belongs to them, parents first, each id once."""
        ids = several(ids, "ids")
        children: dict[str, list[str]] = {}
        level: Sequence[str] = ids
        while level:
            below = self._names.children(level)
            children |= below
            level = [child for found in below.values() for child in found]
        found: dict[str, None] = {}

        def visit(section_id: str) -> None:
            if section_id not in found:
                found[section_id] = None
                for child in children.get(section_id, []):
                    visit(child)

        for section_id in ids:
            visit(section_id)
        return list(found)
