"""Documents and sections of a collection, by their ids and as people name them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, wraps
from itertools import groupby
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar

from strategikort.catalog.words import KindWords
from strategikort.errors import AmbiguousReferenceError, UnknownReferenceError
from strategikort.holdings.own import OwnStore
from strategikort.index.names import Names
from strategikort.index.store import Store
from strategikort.model import Document, Hit, Section
from strategikort.references.readings import read
from strategikort.references.resolver import Named, Resolver
from strategikort.references.written import Resolution
from strategikort.text.source import Source

if TYPE_CHECKING:
    from strategikort.citation.verdict import Cited


_OF_ONE_STATE = (
    "_documents", "_own_ids", "_counts", "resolver", "_names", "kind_words", "archive"
)  # fmt: skip
"""What is kept of a collection until somebody else has written to it."""

_Self = TypeVar("_Self", bound="Contents")
_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")


def in_one_state(
    ask: Callable[Concatenate[_Self, _Given], _Answer],
) -> Callable[Concatenate[_Self, _Given], _Answer]:
    """Let a question be answered from one state of the collection."""

    @wraps(ask)
    def asked(self: _Self, /, *given: _Given.args, **named: _Given.kwargs) -> _Answer:
        with self.snapshot():
            return ask(self, *given, **named)

    return asked


class Contents:
    """What there is in the built-in documents and the user's own, taken together."""

    def __init__(self, store: Store, own: OwnStore | None = None) -> None:
        self._stores = (store, own.store) if own else (store,)
        self._own = own
        self._reading = False
        self._version: int | None = None

    def close(self) -> None:
        """Close the stores; what was read from them stays as it is."""
        for store in self._stores:
            store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    @in_one_state
    def documents(self) -> tuple[Document, ...]:
        """The documents, in the order in which they are listed: the built-in ones first."""
        return self._documents

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
        for document in self.documents:
            if document.id == document_id:
                return document
        from strategikort.references.suggestions import unknown_document

        raise unknown_document(document_id, self.documents)

    @in_one_state
    def named_document(self, name: str) -> Document:
        """Return the document that ``name`` (an id or a title, in any spelling) means.

        Raises ``UnknownReferenceError``, and ``AmbiguousReferenceError`` for a title that several
        have.
        """
        return self.document(self._document_named(name) or name)

    def _document_named(self, name: str) -> str | None:
        """Return the id of the document that ``name`` means; None if it means none."""
        found = self.resolver.document(name)
        if found is None:
            self.resolver.check_title(name)
        return found

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
        stores = self._stores
        if document_id is not None:
            stores = (self._store_of(self.document(document_id).id),)
        for store in stores:
            yield from store.all_sections(document_id)

    def passages(self, document_id: str) -> Iterator[Hit]:
        """Go through the passages of a document in reading order, as a search would give them.

        A section of headings alone has one, without text.  The score is 1, since nothing was
        asked.  Raises ``UnknownReferenceError``.
        """
        from strategikort.index.records import load_place

        store = self._store_of(self.document(document_id).id)
        for section, start, end, place in store.all_passages(document_id):
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
            for passage in self.passages(document_id)
            if passage.place.pages
            for first, last in passage.place.lines
            for line in range(first, last + 1)
        }

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Keep to one state of the collection, whatever other processes write meanwhile.

        They wait with what they have to write until this is over.  What was read of an older state
        is forgotten first.  Every question does this for itself; put several of them into one
        snapshot where their answers belong together.
        """
        if self._reading or not self._own:
            yield
            return
        connection = self._own.store.connection
        connection.execute("BEGIN")
        self._reading = True
        try:
            # A transaction that only reads begins with the first thing that it reads.
            (version,) = connection.execute("PRAGMA data_version").fetchone()
            if version != self._version:
                self._version = version
                for name in _OF_ONE_STATE:
                    self.__dict__.pop(name, None)
            yield
        finally:
            self._reading = False
            # Some errors have ended it already.
            if connection.in_transaction:
                connection.execute("COMMIT")

    @in_one_state
    def get(self, ids: Sequence[str]) -> list[Section]:
        """Return the sections with these ids, in the order asked for; unknown ids are left out.

        >>> [section.kind for section in collection.get(["rk/6", "rk/6/3", "rk/99"])]
        ['konklusion', 'led']
        """
        found = {section.id: section for store in self._stores for section in store.sections(ids)}
        return [found[section_id] for section_id in ids if section_id in found]

    @in_one_state
    def with_descendants(self, ids: Sequence[str]) -> list[str]:
        """Return ``ids`` and all that belongs to them, parents first, each id once."""
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

    @in_one_state
    def section(self, section_id: str) -> Section:
        """Return one section by its id; raises ``UnknownReferenceError``.

        >>> section = collection.section("uss/pejlemærker/3")
        >>> section.text.text
        'Støtte EU’s naboer mod øst og på Vestbalkan.'
        >>> section.lines
        ((181, 181),)
        """
        found = self.get([section_id])
        if not found:
            raise UnknownReferenceError(
                f"Afsnittet »{section_id}« findes ikke.", "Slå id'et op i strategikort dokumenter."
            )
        return found[0]

    @cached_property
    def resolver(self) -> Resolver:
        """What turns references as people type them into ids."""
        return Resolver(self._names)

    @cached_property
    def _names(self) -> Names:
        return Names([store.connection for store in self._stores], self.kind_words.names)

    @in_one_state
    def resolve(self, reference: str) -> Resolution:
        """Return the ids that a reference as people type it names.

        Raises ``UnknownReferenceError`` with the nearest real names as ``candidates``, and
        ``AmbiguousReferenceError`` with those it may mean.

        >>> collection.resolve("raadskonklusion 6").ids
        ('rk/6',)
        >>> collection.resolve("rk 99")
        Traceback (most recent call last):
        strategikort.errors.UnknownReferenceError: »rk 99« findes ikke i samlingen.
        """
        try:
            return self.resolver.resolve(reference)
        except AmbiguousReferenceError:
            # Of several sections with one title the lines may tell which is meant.
            found = self.resolver.exact(reference)
            one = self._with_lines(found) if found and found.lines else None
            if one is None:
                raise
            return one

    def _with_lines(self, found: Resolution) -> Resolution | None:
        """Return the one of several sections that has the lines named."""
        fitting = self._fitting(found)
        return fitting[0] if len(fitting) == 1 else None

    def _fitting(self, found: Resolution) -> list[Resolution]:
        """Return those of several sections, each by itself, that have the lines and pages named."""
        fitting: list[Resolution] = []
        for section_id in found.ids:
            one = found._replace(ids=(section_id,))
            try:
                self.located(one)
            except UnknownReferenceError:
                continue
            fitting.append(one)
        return fitting

    @in_one_state
    def named(self, *references: str, inside: bool = False) -> Named:
        """Return the sections that references name; with ``inside`` all that belongs to them too.

        Of a section of which pages or lines are named, that part is given, as a section of its
        own.  Raises as :meth:`resolve` does.

        >>> found = collection.named("pejlemærke 3", "partnerskab japan")
        >>> [section.id for section in found.sections]
        ['uss/pejlemærker/3', 'partnerskaber/japan']
        >>> len(collection.named("rk 6", inside=True).sections)
        16
        """
        sections: dict[object, Section] = {}
        taken_for: dict[str, str] = {}
        for reference in self.resolver.parted(references):
            resolution = self.resolve(reference)
            if resolution.taken_for:
                taken_for[reference] = resolution.taken_for
            parts = self.located(resolution)
            if parts:
                from strategikort.references.located import cut

                found = [cut(part) for part in parts]
            else:
                if resolution.is_part:
                    where = ", ".join(resolution.ids)
                    taken_for[reference] = f"{where}; sidetallene kendes ikke"
                ids = self.with_descendants(resolution.ids) if inside else resolution.ids
                found = self.get(ids)
            for section in found:
                sections.setdefault((section.id, section.pieces), section)
        return Named(tuple(sections.values()), taken_for)

    @in_one_state
    def located(self, named: Resolution) -> list[Hit]:
        """Return the parts of sections on the pages and lines that are named; none for all.

        None also where a section is named whose pages are not known.  Raises
        ``UnknownReferenceError`` where there is nothing there.
        """
        if not named.is_part:
            return []
        from strategikort.references.located import are_all, not_there, parts_in

        sections = self.get(self.with_descendants(named.ids))
        ids = {section.id for section in sections}
        passages = [
            passage
            for document in dict.fromkeys(section.document for section in sections)
            for passage in self.passages(document)
            if passage.section.id in ids
        ]
        parts: list[Hit] = []
        known = any(passage.place.pages for passage in passages)
        for document, here in groupby(sections, key=lambda section: section.document):
            source = self.source(document)
            found = parts_in(here, source, self._page_of_line(document), passages, named)
            parts += found
            if (named.lines or named.document or known) and not (
                found and are_all(found, source, named)
            ):
                raise not_there(sections, passages, source, named, partly=bool(found))
        return parts

    @in_one_state
    def ids_beginning(self, typed: str) -> list[tuple[str, str]]:
        """Return the ids of sections that begin with ``typed`` in any spelling, with titles."""
        return list(self._names.ids_beginning(typed))

    @in_one_state
    def is_missing(self, reference: str) -> bool:
        """Tell whether ``reference`` is a numbered place of which there is none.

        >>> collection.is_missing("pejlemærke 9"), collection.is_missing("uss, s. 999")
        (True, True)
        """
        return self._parts_named(reference) is None

    def _parts_named(self, reference: str) -> list[Hit] | None:
        """Return the parts on the pages and lines that ``reference`` names; none if it names none.

        None instead of a list for a numbered place of which there is none.
        """
        found = self.resolver.exact(reference)
        if found is None:
            return None if self.resolver.is_missing(reference) else []
        try:
            return self.located(found)
        except UnknownReferenceError:
            # Of several documents that may be meant, one is enough.
            fitting = self._fitting(found) if found.several else []
            if fitting:
                return [part for one in fitting for part in self.located(one)]
            # »Afrika linje 3« may be words to look for.
            missing = bool(found.document) or any(map(str.isdigit, read(reference).body))
            return None if missing else []

    @in_one_state
    def cited(self, text: str) -> Cited | None:
        """Return where a citation says that something stands; None if it names no known place.

        >>> collection.cited("jf. rk 6, l. 70").lines
        ((70, 70),)
        """
        from strategikort.references.cited import read_citation

        return read_citation(text, self.resolver, self.is_missing)

    @cached_property
    def kind_words(self) -> KindWords:
        """The words for kinds of sections."""
        words: dict[str, tuple[str, ...]] = {}
        for store in self._stores:
            words = {**store.kind_words().names, **words}
        return KindWords(words)

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
