"""Searching one index: candidates by FTS5, weighed word by word."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from strategikort.index.expanding.classes import own_forms
from strategikort.index.expanding.expand import Expander
from strategikort.index.expanding.expansion import Expansion
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.filling.analysis import Analyzer
from strategikort.index.filling.defined import DefinedEntries
from strategikort.index.querying.filters import Filters
from strategikort.index.querying.query import Query, QueryWord, distinct, parse_query
from strategikort.index.ranking.addresses import Addresses
from strategikort.index.ranking.candidate import Candidate
from strategikort.index.ranking.homographs import Homographs
from strategikort.index.ranking.rank import FURTHER, Ranker, Scored
from strategikort.index.ranking.retrieval import Candidates, Retrieval
from strategikort.language.numbers.numerals import same_number
from strategikort.language.spelling import letters_of
from strategikort.language.stopwords import as_told, content_words, is_question
from strategikort.language.thesaurus import Thesaurus

if TYPE_CHECKING:
    from strategikort.index.ranking.answering import Answering

FEWEST_CANDIDATES = 40
"""Passages that are weighed word by word, at least (twice as many as are asked for)."""

FEWEST_IN_SMALL = 80
"""The same in a ``SMALL`` index: what is best should not hang on how many are asked for."""

SMALL = 20_000
"""Passages of an index in which more are weighed where none is an answer, or few are found."""

WIDENED = 600
"""Passages in such an index after which no more are weighed, unless some are to be left out."""

MOST_CANDIDATES = 20_000
"""Passages that are weighed at most where many of the best are to be left out."""


class Answer(NamedTuple):
    """What a search found: passages, best first, and how the query was understood.

    ``total`` is how many there are, those included that were not weighed; ``at_least`` says that
    there may be more of those that answer only a part of the query.
    """

    query: Query
    expansion: Expansion
    scored: tuple[Scored, ...]
    total: int = 0
    at_least: bool = False


class _Asked:
    """What is looked for: a query with its ``words`` that count, where, and for how many places."""

    def __init__(
        self,
        query: Query,
        words: Sequence[QueryWord],
        expansion: Expansion,
        filters: Filters,
        limit: int,
        *,
        exact: bool,
    ) -> None:
        self.query = query
        self.words = words
        self.expansion = expansion
        self.filters = filters
        self.limit = limit
        self.exact = exact
        self.seen_only = bool(expansion.excluded or expansion.phrases)
        """Whether it is seen in the passages only which of them answer: those with a phrase."""


class Searcher:
    """Searches the index of one store.

    What it is made of is there for what else asks the same index: ``expander`` for words,
    ``retrieval`` for passages, ``kinds`` with what each kind of section weighs.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        analyzer: Analyzer,
        thesaurus: Thesaurus | None = None,
    ) -> None:
        row = connection.execute("SELECT value FROM meta WHERE key = 'ranks'").fetchone()
        self.kinds: dict[str, float] = json.loads(row[0]) if row else {}
        self._vocabulary = Vocabulary(connection)
        self.retrieval = Retrieval(connection)
        defined = DefinedEntries(connection)
        if thesaurus and defined:
            thesaurus = thesaurus.beside(defined)
        (self._passages,) = connection.execute("SELECT count(*) FROM passages").fetchone()
        self.expander = Expander(self._vocabulary, analyzer, thesaurus, self._passages)
        self.connection = connection

    @cached_property
    def addresses(self) -> Addresses:
        """What tells the words of web addresses."""
        return Addresses(self.expander.numbers_of, self.retrieval.text)

    def search(
        self, text: str, filters: Filters, *, exact: bool = False, limit: int = 10
    ) -> Answer:
        """Return the passages that answer ``text``, best first, at least ``limit`` if there are.

        Raises ``StrategikortError`` for a query that is empty or too long.
        """
        query = parse_query(text, exact=exact)
        numbers = not exact and any(same_number(word.text.lower()) for word in query.words)
        counts = numbers and not filters.numbered and len(query.words) > 1
        answer = self._search(query, filters, exact=exact, limit=limit, numbers=counts)
        if numbers and not counts and not answer.scored:
            # Fem dage, 5 dage: looked for only now, since a number may be that of a place.
            return self._search(query, filters, exact=exact, limit=limit, numbers=True)
        return answer

    def _search(
        self, query: Query, filters: Filters, *, exact: bool, limit: int, numbers: bool = False
    ) -> Answer:
        words = query.words if exact else _content(query)
        question = not exact and is_question([word.text for word in query.words], query.text)
        told = query
        if question and not query.every:
            order = as_told([word.text for word in query.words])
            told = query._replace(words=tuple(query.words[at] for at in order))
            words = tuple(sorted(words, key=told.words.index))
        words += query.phrase_words
        expansion = self.expander.expand(
            told, distinct(words), exact=exact, asked=question, numbers=numbers
        )
        if None in expansion.phrases:
            return Answer(query, expansion, ())
        asked = _Asked(query, words, expansion, filters, limit, exact=exact)
        scored, candidates = self._weigh(asked)
        if not any(item.answers for item in scored):
            return Answer(query, expansion, ())
        if filters.places:
            scored = [*_from_beginnings(scored)]
        total, at_least = self._total(asked, len(scored), candidates)
        if question:
            weighed = len(scored)
            scored = self._by_answer_type(asked, scored)
            total += len(scored) - weighed
        scored.sort(key=_best_first)
        return Answer(query, expansion, tuple(scored), total, at_least)

    def _weigh(self, asked: _Asked) -> tuple[list[Scored], Candidates]:
        """Return the candidates that answer, and all that were weighed.

        Those are more where what is no answer takes the places of others.
        """
        ranker = self._ranker(asked)
        only = self._only_whole(asked.expansion) if asked.exact else self._only_meant(asked)
        every = asked.exact or asked.query.every
        share = ranker.needed * (1.0 if every else FURTHER)
        small = self._passages <= SMALL
        most = max(FEWEST_IN_SMALL if small else FEWEST_CANDIDATES, 2 * asked.limit)
        while True:
            candidates = self.retrieval.candidates(asked.expansion, share, asked.filters, most)
            scored = [
                found
                for candidate in candidates.found
                if _allowed(candidate, asked.expansion)
                and (found := ranker.score(only(candidate) if only else candidate)) is not None
                and (found.answers or not every)
            ]
            if most >= MOST_CANDIDATES or (candidates.narrow and not candidates.full):
                return scored, candidates
            few = len(scored) < asked.limit
            unsure = few or not any(item.answers for item in scored)
            if not (few and asked.seen_only) and not (small and unsure and most < WIDENED):
                return scored, candidates
            most *= 4

    def _ranker(self, asked: _Asked) -> Ranker:
        others = linked = None
        if not asked.exact:
            linked = self.addresses.words_in
            groups = asked.expansion.groups
            own = self.expander.classes.of_words(
                (group.word, own_forms(group.words)) for group in groups
            )
            alike = Homographs(self.expander.lexicon, own)
            others = partial(alike.in_text, text_of=self.retrieval.text)
        return Ranker(
            asked.expansion,
            self.kinds,
            asked.filters,
            exact=asked.exact,
            every=asked.query.every,
            others=others,
            linked=linked,
        )

    def _only_meant(self, asked: _Asked) -> Callable[[Candidate], Candidate] | None:
        """Return what takes out of passages the words that only look like what else is said.

        None if there are no such words.
        """
        words = [(group.word, group.words) for group in asked.expansion.groups]
        said = [
            item._replace(start=at, end=at + 1)
            for at, (word, _) in enumerate(words)
            for item in self.expander.synonyms.of([word])
        ]
        others = self.expander.classes.of_others(words, said)
        alike = Homographs(self.expander.lexicon, others)
        return partial(alike.only, text_of=self.retrieval.text) if alike else None

    def _only_whole(self, expansion: Expansion) -> Callable[[Candidate], Candidate]:
        """Return what takes out of passages the words that are only part of one with a hyphen."""
        from strategikort.index.ranking.wholewords import WholeWords

        quoted = {form for phrase in expansion.phrases if phrase for form in phrase.forms}
        return WholeWords(self._vocabulary, self.retrieval.text, kept=quoted).only

    def _total(self, asked: _Asked, scored: int, candidates: Candidates) -> tuple[int, bool]:
        """Return how many passages there are, ``scored`` of them here; if there may be more."""
        if not candidates.full:
            return scored, not candidates.narrow
        rejected = scored < len(candidates.found)
        if rejected or asked.seen_only or self._finds_more(asked.expansion):
            # Of those that were not looked at some would be no answers either.
            return scored, True
        series = bool(asked.expansion.series)
        complete = None if series else candidates.complete
        if complete is None:
            complete = self.retrieval.count(asked.expansion, asked.filters)
        return max(scored, complete), series or not candidates.narrow

    def _finds_more(self, expansion: Expansion) -> bool:
        """Tell whether the keys that passages are found by have forms that are no answer.

        Among them are those of compounds, whose parts stand beside the words of headings.
        """
        return any(
            self._vocabulary.has_compounds(tuple(group.words.keys - group.words.parts))
            or not group.words.forms.keys()
            >= set(self._vocabulary.with_keys(tuple(group.words.keys)))
            for group in expansion.groups
        )

    def _by_answer_type(self, asked: _Asked, scored: list[Scored]) -> list[Scored]:
        """Return passages, those worth more that hold the kind of thing the question asks for."""
        from strategikort.index.ranking.questions import Asked, asked_for

        wanted = asked_for([word.text for word in asked.query.words])
        if wanted is None:
            return scored
        found = [*self._answering.by_type(wanted, scored, asked.expansion)]
        narrowed = asked.filters.kinds or asked.filters.sections or asked.query.every
        if wanted is Asked.ADVICE and not narrowed:
            items = self._answering.with_items(found, self._ranker(asked).matcher.in_passage)
            found = [item for item in items if _allowed(item.candidate, asked.expansion)]
        return found

    @cached_property
    def _answering(self) -> Answering:
        from strategikort.index.ranking.answering import Answering

        return Answering(self.retrieval, self.expander.numbers_of)

    def content_words(self, query: Query) -> tuple[QueryWord, ...]:
        """Return the words of ``query`` outside phrases that say what it is about."""
        return tuple(distinct(_content(query)))

    def tried(self, text: str) -> tuple[str, ...]:
        """Return the other terms that a search for ``text`` looks for.

        Those are synonyms, and words of the dictionary that it may be misspelt for.
        """
        words = self.content_words(parse_query(text))
        terms = [term for item in self.expander.synonyms.of(words) for term in item.terms]
        return tuple(dict.fromkeys((*terms, *self.expander.corrections.absent(words))))

    def corrections(self, expansion: Expansion) -> dict[str, tuple[str, ...]]:
        """Return what each misspelt word was taken for, as it stands in the texts."""
        corrected: dict[str, tuple[str, ...]] = {}
        for group in expansion.groups:
            if group.corrected:
                forms = self._vocabulary.shown(group.words.found_by("fuzzy"))
                # A word that stands only in compounds, or not at all, is shown by itself.
                corrected[group.word.text] = tuple(forms.values()) or tuple(
                    map(letters_of, group.corrected)
                )
        return corrected


def _best_first(item: Scored) -> tuple[float, int]:
    return -item.score, item.candidate.number


def _from_beginnings(scored: Sequence[Scored]) -> Iterator[Scored]:
    """Yield passages, the first of a section worth what the best of it is.

    Who asks for the section about the Arctic is shown where it begins, if that is its heading.
    """
    best: dict[int, float] = {}
    for item in scored:
        if item.headed:
            section = item.candidate.section
            best[section] = max(best.get(section, 0.0), item.score)
    for item in scored:
        raised = best.get(item.candidate.section, 0.0) - item.score
        if raised > 0 and item.candidate.start == 0:
            parts = {**item.parts, "beginning": raised}
            item = item._replace(score=item.score + raised, parts=parts)
        yield item


def _content(query: Query) -> tuple[QueryWord, ...]:
    """Return the words that say what a query is about; all of them if none does."""
    kept = content_words([word.text for word in query.words], query.text)
    return tuple(query.words[at] for at in kept) or query.words


def _allowed(candidate: Candidate, expansion: Expansion) -> bool:
    return all(candidate.has_phrase(phrase) for phrase in expansion.phrases if phrase) and not any(
        candidate.has_phrase(phrase) for phrase in expansion.excluded
    )
