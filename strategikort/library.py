"""The one door to the collection for everybody outside: open it, read it, ask for a section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from strategikort.catalog.builtin import input_paths
from strategikort.catalog.words import KindWords
from strategikort.errors import StrategikortError, UnknownReferenceError
from strategikort.index.cache import open_cached
from strategikort.index.names import Names
from strategikort.index.store import Store
from strategikort.model import AbsenceReport, Document, SearchResult, Section
from strategikort.places import own_thesaurus
from strategikort.references import Resolution, Resolver
from strategikort.text.source import Source

if TYPE_CHECKING:
    from strategikort.index.search import Searcher


class Collection:
    """Documents and their sections, read from a store.

    Ids are those of design: ``rk/6/3``, ``uss/pejlemærker/3``.  Everything that is returned is
    plain frozen data.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(cls) -> Collection:
        """Open the built-in collection, building its store the first time.

        Raises ``SourceError`` and ``ProfileError`` when the files are not what they should be.
        """

        def build(store: Store) -> None:
            from strategikort.structure.collect import fill_store

            fill_store(store)

        return cls(open_cached(input_paths(), build))

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents, in the order in which they are listed."""
        return self._store.documents()

    def document(self, document_id: str) -> Document:
        """Return one document; raises ``UnknownReferenceError``."""
        for document in self.documents:
            if document.id == document_id:
                return document
        raise UnknownReferenceError(
            f"Dokumentet »{document_id}« findes ikke i samlingen.",
            "Skriv et af id'erne i listen; strategikort dokumenter viser dem alle.",
            code="unknown_document",
            candidates=[document.id for document in self.documents],
        )

    def named_document(self, name: str) -> Document:
        """Return the document that ``name`` (an id or a title, in any spelling) means.

        Raises ``UnknownReferenceError``.
        """
        return self.document(self.resolver.document(name) or name)

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many sections of each kind every document has, in reading order of first."""
        counts: dict[str, dict[str, int]] = {document.id: {} for document in self.documents}
        for document, kind, count in self._store.counts():
            counts[document][kind] = count
        return counts

    def source(self, document_id: str) -> Source:
        """Return the raw text of a document; raises ``UnknownReferenceError``."""
        return self._store.source(self.document(document_id))

    def sections(self, document_id: str | None = None) -> Iterator[Section]:
        """Go through all sections in reading order, of one document or of all."""
        return self._store.all_sections(document_id)

    def get(self, ids: Sequence[str]) -> list[Section]:
        """Return the sections with these ids, in the order asked for."""
        return self._store.sections(ids)

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

    def section(self, section_id: str) -> Section:
        """Return one section by its id; raises ``UnknownReferenceError``."""
        found = self._store.sections([section_id])
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
        return self._store.names()

    def resolve(self, reference: str) -> Resolution:
        """Return what a reference names; raises ``UnknownReferenceError`` or ``Ambiguous…``."""
        return self.resolver.resolve(reference)

    @cached_property
    def _searcher(self) -> Searcher:
        from strategikort.index.analysis import Analyzer
        from strategikort.index.search import Searcher
        from strategikort.language.thesaurus import Thesaurus

        analyzer = Analyzer()
        thesaurus = Thesaurus.load(own_thesaurus(), lexicon=analyzer.lexicon)
        return Searcher(self._store.connection, analyzer, thesaurus)

    def absence(self, subject: str, *, documents: Sequence[str] = ()) -> AbsenceReport:
        """Return whether ``subject`` is absent from documents (ids; none for all), and the proof.

        Raises ``StrategikortError`` for a subject that is empty or too long.
        """
        from strategikort.index.absence import report_absence

        chosen = [self.document(name) for name in documents] or list(self.documents)
        return report_absence(self._searcher, self._store, subject, chosen)

    def search(
        self,
        query: str,
        *,
        documents: Sequence[str] = (),
        kinds: Sequence[str] = (),
        limit: int = 10,
        exact: bool = False,
    ) -> SearchResult:
        """Return the passages that answer ``query``, best first, at most ``limit``.

        A query that names sections (``rk 24``) is answered with them first.  ``documents`` and
        ``kinds`` narrow the search (ids and kinds), ``exact`` turns every tolerance off.  Raises
        ``StrategikortError`` for a query that is empty or too long.
        """
        from strategikort.index.hits import corrections_of, hits_of, named_hits, terms_of
        from strategikort.index.search import Filters

        filters = Filters(tuple(documents), tuple(kinds))
        answer = self._searcher.search(query, filters, exact=exact, limit=limit)
        named = [] if exact else self._named(query, documents, kinds)
        places = {(section.id) for section in named}
        hits = named_hits(self._store, named[:limit])
        found = hits_of(self._store, answer, 0, limit + len(named))
        hits += [hit for hit in found if hit.section.id not in places]
        hits = hits[:limit]
        terms = terms_of(answer, hits)
        total = max(answer.total, len(named), len(hits))
        tried = () if hits or exact else self._searcher.tried(query)
        return SearchResult(query, terms, tuple(hits), total, corrections_of(terms), tried)

    def _named(self, query: str, documents: Sequence[str], kinds: Sequence[str]) -> list[Section]:
        ids = self.resolver.exactly(query)
        return [
            section
            for section in self.get(ids)
            if (not documents or section.document in documents)
            and (not kinds or section.kind in kinds)
        ]

    @cached_property
    def kind_words(self) -> KindWords:
        """The words for kinds of sections."""
        return self._store.kind_words()

    def kind(self, word: str) -> str:
        """Return the kind that ``word`` (``pejlemærker``, ``konklusion``) names.

        Raises ``StrategikortError`` for a word that names none.
        """
        kind = self.resolver.kind(word)
        if kind is None:
            raise StrategikortError(
                f"»{word}« er ikke en slags afsnit.",
                "Skriv fx pejlemærke, prioritet, konklusion eller faktaboks.",
                code="unknown_kind",
                candidates=sorted(self.kind_words.names),
            )
        return kind
