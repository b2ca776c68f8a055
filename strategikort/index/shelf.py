"""One store with what searches it, and several of them searched as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from strategikort.index.filling.analysis import Analyzer
from strategikort.index.querying.filters import Filters
from strategikort.index.ranking.candidate import Candidate
from strategikort.index.ranking.hits import (
    Shown,
    corrections_in,
    named_hits,
    passages_of,
    terms_of,
    with_words_of,
)
from strategikort.index.ranking.rank import Scored
from strategikort.index.ranking.search import Searcher
from strategikort.index.storage.store import Store
from strategikort.language.thesaurus import Thesaurus
from strategikort.model import Document, Hit, SearchResult, Section

if TYPE_CHECKING:
    from strategikort.absencereport import AbsenceReport
    from strategikort.index.absence.presence import SubjectFinder
    from strategikort.index.ranking.repeats import SameTexts

_MOST_NAMED = 100
"""Sections that are named which are kept apart from what else is found."""


class Shelf:
    """A store and its searcher."""

    def __init__(self, store: Store, analyzer: Analyzer, thesaurus: Thesaurus | None) -> None:
        self._store = store
        self._analyzer = analyzer
        self._thesaurus = thesaurus
        self._version = -1
        self._subjects: SubjectFinder | None = None
        self._refresh()

    def _refresh(self) -> None:
        """Forget what is remembered of the store if another process has written to it."""
        connection = self._store.connection
        (version,) = connection.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self._version = version
            self._searcher = Searcher(connection, self._analyzer, self._thesaurus)
            self._shown = Shown(self._store)
            self._subjects = None

    def search(
        self,
        query: str,
        filters: Filters,
        named: Sequence[Section | Hit],
        limit: int,
        *,
        exact: bool,
    ) -> SearchResult:
        """Return the passages that answer ``query``, the ``named`` sections and parts first.

        Raises ``StrategikortError`` for a query that is empty or too long.
        """
        self._refresh()
        answer = self._searcher.search(query, filters, exact=exact, limit=limit)
        scored: Sequence[Scored] = answer.scored
        total, at_least = answer.total, answer.at_least
        first = named_hits(self._store, named[: max(limit, _MOST_NAMED)])
        if first:
            # Those that were counted without being looked at may be the ones that are named.
            at_least = at_least or total > len(scored) or len(named) > len(first)
            scored = [*self._others(scored, first)]
            total = len(named) + len(scored)
        hits = first[:limit]
        hits += self._shown.hits(scored[: limit - len(hits)], answer.expansion)
        terms = terms_of([group.word.text for group in answer.expansion.groups], hits)
        corrected = corrections_in(terms, self._searcher.corrections(answer.expansion))
        tried = () if hits or exact else self._searcher.tried(query)
        return SearchResult(query, terms, tuple(hits), total, corrected, tried, at_least)

    def reading(self) -> Callable[[str], str]:
        """Return what tells of the words of one query what they are read as.

        That is a known word itself, and nothing if an unknown one is read as none.
        """
        self._refresh()
        return self._searcher.expander.respelling.of

    def passages(self, section: Section) -> list[Hit]:
        """Return a section as a hit, as one for each of its passages where it is long."""
        return passages_of(self._store, section)

    def _others(self, scored: Sequence[Scored], shown: Sequence[Hit]) -> Iterator[Scored]:
        """Yield the passages of which nothing is shown already."""
        first: dict[str, list[Hit]] = {}
        for hit in shown:
            first.setdefault(hit.section.id, []).append(hit)
        ids = self._store.ids_at(item.candidate.section for item in scored)
        for item in scored:
            others = first.get(ids[item.candidate.section], ())
            if not any(_overlap(item.candidate, other) for other in others):
                yield item

    def absence(
        self,
        subject: str,
        documents: Sequence[Document],
        same: SameTexts,
    ) -> AbsenceReport:
        """Return whether ``subject`` is absent from ``documents``, which stand on this shelf.

        What several of them say that are the ``same`` text is said once.  Raises
        ``StrategikortError`` for a subject that is empty or too long.
        """
        # No search needs what absences need, which is much.
        from strategikort.index.absence.absence import report_absence
        from strategikort.index.absence.presence import SubjectFinder

        self._refresh()
        if self._subjects is None:
            self._subjects = SubjectFinder(self._searcher)
        return report_absence(self._subjects, self._shown, subject, documents, same)


def _overlap(found: Candidate, shown: Hit) -> bool:
    """Tell whether a passage is what is shown of its section, or has text in common with it."""
    same = (found.start, found.end) == (shown.start, shown.end)
    return same or (found.start < shown.end and shown.start < found.end)


def join_results(results: Sequence[SearchResult], named: Iterable[str], limit: int) -> SearchResult:
    """Return what several shelves found as one result, the best ``limit`` hits of all.

    Sections that were ``named`` stand first; where scores are equal, the first shelf does.  What
    one shelf took for a misspelling is none if another has the word.
    """
    if len(results) == 1:
        return results[0]
    known = _known_words(results)
    results = [_without(result, known & result.corrected.keys()) for result in results]
    first = set(named)
    hits = [hit for result in results for hit in result.hits]
    hits.sort(key=lambda hit: (hit.section.id not in first, -hit.score))
    hits = hits[:limit]
    words = dict.fromkeys(term.term for result in results for term in result.terms)
    terms = terms_of(words, hits)
    tried = () if hits else tuple(dict.fromkeys(word for item in results for word in item.tried))
    total = max(sum(result.total for result in results), len(hits))
    at_least = any(result.at_least for result in results)
    corrected = corrections_in(terms, _joined(result.corrected for result in results))
    return SearchResult(results[0].query, terms, tuple(hits), total, corrected, tried, at_least)


def followed(first: SearchResult, rest: SearchResult, limit: int) -> SearchResult:
    """Return what was found, and behind it what else another search for it found."""
    shown = {(hit.section.id, hit.start, hit.end) for hit in first.hits}
    others = [hit for hit in rest.hits if (hit.section.id, hit.start, hit.end) not in shown]
    hits = (*first.hits, *others)[:limit]
    terms = terms_of(dict.fromkeys(term.term for term in (*first.terms, *rest.terms)), hits)
    corrected = corrections_in(terms, _joined(result.corrected for result in (first, rest)))
    total = first.total + rest.total - (len(rest.hits) - len(others))
    at_least = first.at_least or rest.at_least or rest.total > len(rest.hits)
    return SearchResult(rest.query, terms, hits, total, corrected, (), at_least)


def join_alternatives(query: str, results: Sequence[SearchResult], limit: int) -> SearchResult:
    """Return what answers any of several queries, as the result of ``query``.

    A passage that answers more than one has the score of the better, and the words of all.
    """
    found: dict[tuple[str, int, int], Hit] = {}
    for hit in sorted(
        (hit for result in results for hit in result.hits), key=lambda hit: -hit.score
    ):
        key = (hit.section.id, hit.start, hit.end)
        found[key] = with_words_of(found[key], hit) if key in found else hit
    hits = tuple(found.values())[:limit]
    at_least = any(item.at_least or item.total > len(item.hits) for item in results)
    total = max(len(found), *(result.total for result in results))
    terms = terms_of(dict.fromkeys(term.term for result in results for term in result.terms), hits)
    corrected = corrections_in(terms, _joined(result.corrected for result in results))
    tried = () if hits else tuple(dict.fromkeys(word for item in results for word in item.tried))
    return SearchResult(query, terms, hits, total, corrected, tried, at_least)


def _joined(corrected: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    joined: dict[str, tuple[str, ...]] = {}
    for corrections in corrected:
        for word, meant in corrections.items():
            joined[word] = tuple(dict.fromkeys((*joined.get(word, ()), *meant)))
    return joined


def _known_words(results: Iterable[SearchResult]) -> set[str]:
    """Return the words that a shelf has as they are typed."""
    # A shelf that corrects a word may find synonyms of what it took it for: it does not know it.
    return {
        term.term
        for result in results
        for term in result.terms
        if term.term not in result.corrected
    }


def _without(result: SearchResult, words: set[str]) -> SearchResult:
    """Return a result without corrections of ``words``, and the hits that rest on one."""
    if not words:
        return result
    hits = tuple(hit for hit in result.hits if not any(word in words for word, _, _ in hit.matches))
    dropped = len(result.hits) - len(hits)
    kept = {word: meant for word, meant in result.corrected.items() if word not in words}
    total = result.total - dropped if hits else 0
    return result._replace(hits=hits, total=total, corrected=kept)
