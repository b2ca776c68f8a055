"""What is exported: documents with their sections, or the passages that a search found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from strategikort.library import Collection
from strategikort.model import Document, Hit, SearchResult, Section
from strategikort.output.tabular import whole


class Search(NamedTuple):
    """A search whose hits are exported: at most ``limit`` of them, the best ones."""

    query: str
    limit: int
    exact: bool = False


class Content:
    """The part of a collection that is exported.

    ``documents`` and ``kinds`` are ids and kinds, none for all.  ``sections`` and ``passages``
    count what has been gone through.
    """

    def __init__(
        self,
        collection: Collection,
        documents: Sequence[str] = (),
        kinds: Sequence[str] = (),
        search: Search | None = None,
    ) -> None:
        self._collection = collection
        self.kinds = tuple(kinds)
        self.search = search
        self.found: SearchResult | None = None
        self.counts: Counter[str] = Counter()
        chosen = set(documents)
        if search is not None:
            self.found = collection.search(
                search.query,
                documents=documents,
                kinds=kinds,
                limit=search.limit,
                exact=search.exact,
            )
            chosen = {hit.section.document for hit in self.found.hits}
            self._ranks = {id(hit): rank for rank, hit in enumerate(self.found.hits, start=1)}
        everything = search is None and not chosen
        self.documents = tuple(
            document
            for document in collection.documents
            if (everything or document.id in chosen) and self._has_some(document)
        )
        self.by_id = {document.id: document for document in self.documents}

    @property
    def read_from(self) -> tuple[Path, ...]:
        """The files of the user's documents, which no export is written over."""
        return tuple(file for _, file in self._collection.own_files())

    def _has_some(self, document: Document) -> bool:
        kinds = self._collection.counts[document.id]
        return any(kinds.get(kind) for kind in self.kinds) if self.kinds else bool(kinds)

    def rows(self) -> Iterator[Hit]:
        """Go through what is exported: hits, best first, or all sections in reading order."""
        if self.found is not None:
            for hit in self.found.hits:
                yield self._counted(hit)
            return
        for document in self.documents:
            for section in self.sections(document):
                yield whole(section)

    def sections(self, document: Document) -> Iterator[Section]:
        """Go through the sections of a document in reading order."""
        if self.found is not None:
            found = [hit.section for hit in self.found.hits if hit.section.document == document.id]
            ids = {section.id for section in found}
        for section in self._collection.sections(document.id):
            if self.found is not None and section.id not in ids:
                continue
            if not self.kinds or section.kind in self.kinds:
                self.counts["sections"] += 1
                yield section

    def passages(self, document: Document) -> Iterator[Hit]:
        """Go through the passages of a document in reading order; of a search only its hits."""
        if self.found is not None:
            hits = [hit for hit in self.found.hits if hit.section.document == document.id]
            yield from map(self._counted, hits)
            return
        for hit in self._collection.passages(document.id):
            if not self.kinds or hit.section.kind in self.kinds:
                yield self._counted(hit)

    def rank(self, hit: Hit) -> int | None:
        """Return the place of a hit among those of the search, from 1; None without a search."""
        return self._ranks[id(hit)] if self.found is not None else None

    def _counted(self, hit: Hit) -> Hit:
        self.counts["passages"] += 1
        return hit
