"""The texts of a collection, looked through: the built-in ones and the user's own as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from strategikort.given import check_text
from strategikort.model import Hit, SearchResult, Section
from strategikort.owncontents import OwnContents
from strategikort.places import own_thesaurus
from strategikort.references.about import About
from strategikort.referring import Chosen
from strategikort.stores import in_one_state

if TYPE_CHECKING:
    from strategikort.absencereport import AbsenceReport
    from strategikort.index.filling.analysis import Analyzer
    from strategikort.index.shelf import Shelf
    from strategikort.language.thesaurus import Thesaurus


class Scope(NamedTuple):
    """Where a search looks (ids and kinds, none for all), for how many places, and how strictly."""

    documents: Sequence[str]
    kinds: Sequence[str]
    limit: int
    exact: bool

    def holds(self, section: Section) -> bool:
        """Tell whether a section is one of those that are looked in."""
        return Chosen(self.documents, self.kinds).has(section)


class Shelves(OwnContents):
    """The documents of a collection, each on one of its shelves with what searches its texts."""

    _of_stores = ("_shelves",)
    _lasting = ("_analyzer", "_thesaurus")

    @cached_property
    def _analyzer(self) -> Analyzer:
        from strategikort.index.filling.analysis import Analyzer

        return Analyzer()

    @cached_property
    def _thesaurus(self) -> Thesaurus:
        from strategikort.language.thesaurus import Thesaurus

        return Thesaurus.load(own_thesaurus(), lexicon=self._analyzer.lexicon)

    @cached_property
    def _shelves(self) -> tuple[Shelf, ...]:
        from strategikort.index.shelf import Shelf

        return tuple(Shelf(store, self._analyzer, self._thesaurus) for store in self._stores)

    def _also_called(self, name: str) -> list[str]:
        """Return a name, what it is abbreviated to or is for, and the Danish of an English one."""
        from strategikort.language.tokens import word_texts

        article, _, rest = name.strip().partition(" ")
        name = rest if rest and article.lower() == "the" else name
        words = word_texts(name)
        others = [
            term
            for item in self._thesaurus.expand(words)
            if item.relation == "abbreviation" or (item.relation == "english" and not item.english)
            if (item.start, item.end) == (0, len(words))
            for term in item.terms
        ]
        return [name, *others]

    def _shelf_of(self, document_id: str) -> Shelf:
        return self._shelves[document_id in self._own_ids]

    def _shelves_with(self, documents: Sequence[str]) -> list[tuple[Shelf, list[str]]]:
        """Return the shelves on which some of ``documents`` (none for all) stand, with these."""
        chosen = documents or [document.id for document in self.documents]
        shelves: list[tuple[Shelf, list[str]]] = []
        for number, shelf in enumerate(self._shelves):
            here = [name for name in chosen if (name in self._own_ids) == bool(number)]
            if here:
                shelves.append((shelf, here if documents else []))
        return shelves or [(self._shelves[0], list(documents))]

    def _found(
        self,
        asked: str,
        scope: Scope,
        named: Sequence[Section | Hit] = (),
        *,
        about: About | None = None,
        sections: Sequence[str] = (),
    ) -> SearchResult:
        """Return what is found in the words of texts, the sections that are ``named`` first.

        ``about`` is what else is said of a place, ``sections`` those that are looked in (ids; none
        for all).
        """
        from strategikort.index.querying.filters import Filters
        from strategikort.index.ranking.hits import section_of
        from strategikort.index.shelf import join_results

        numbered = self.resolver.speaks_of_places(asked)
        filters = Filters(
            kinds=tuple(scope.kinds),
            preferred=about.kind if about else None,
            places=about is not None,
            numbered=numbered,
            elsewhere=numbered and not named,
            sections=tuple(sections),
        )
        results = [
            shelf.search(
                asked,
                filters._replace(documents=tuple(here)),
                [item for item in named if self._shelf_of(section_of(item).document) is shelf],
                scope.limit,
                exact=scope.exact,
            )
            for shelf, here in self._shelves_with(scope.documents)
        ]
        return join_results(results, (section_of(item).id for item in named), scope.limit)

    @in_one_state
    def absence(self, subject: str, *, documents: Iterable[str] = ()) -> AbsenceReport:
        """Return whether ``subject`` is absent from documents (ids; none for all), and the proof.

        A place that stands word for word in several files of one text is counted once.
        Raises ``StrategikortError`` for a subject that is empty or too long, and
        ``UnknownReferenceError`` for an id that no document has.

        >>> collection.absence("biodiversitet", documents=["rk"]).absent
        True
        """
        from strategikort.index.absence.reports import join_absences

        check_text(subject, "subject")
        documents = self._ids(documents)
        chosen = [self.document(name) for name in documents] or list(self.documents)
        ids = [document.id for document in chosen]
        same = self._alike(ids)
        reports = [
            shelf.absence(subject, [item for item in chosen if item.id in here], same)
            for shelf, here in self._shelves_with(ids)
        ]
        same_text = {
            name: tuple(other for other in ids[:at] if other in same.others[name])
            for at, name in enumerate(ids)
            if not same.others.get(name, set()).isdisjoint(ids[:at])
        }
        return join_absences(reports, self.unread(ids))._replace(
            unread_files=() if documents else tuple(self.unread_files()), same_text=same_text
        )
