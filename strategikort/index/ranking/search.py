"""Searching one index: candidates by FTS5, weighed word by word."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property, partial
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from strategikort.index.expanding.expand import Expander
from strategikort.index.expanding.expansion import Expansion
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.filling.analysis import Analyzer, form_of
from strategikort.index.filling.defined import DefinedEntries
from strategikort.index.querying.filters import Filters
from strategikort.index.querying.query import Query, QueryWord, distinct, parse_query
from strategikort.index.ranking.addresses import Addresses
from strategikort.index.ranking.homographs import Homographs
from strategikort.index.ranking.matches import Candidate, stand_in
from strategikort.index.ranking.rank import FURTHER, Ranker, Scored
from strategikort.index.ranking.retrieval import Retrieval
from strategikort.index.storage.terms import NO_FORM
from strategikort.language.lexicon import Lexicon
from strategikort.language.numbers.numerals import same_number
from strategikort.language.spelling import letters_of
from strategikort.language.stopwords import content_words, is_question
from strategikort.language.thesaurus import Expansion as ThesaurusExpansion
from strategikort.language.thesaurus import Thesaurus
from strategikort.language.tokens import hyphenated, tokenize

if TYPE_CHECKING:
    from strategikort.index.absence.presence import SubjectFinder

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


class Searcher:
    """Searches the index of one store."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        analyzer: Analyzer,
        thesaurus: Thesaurus | None = None,
    ) -> None:
        self._analyzer = analyzer
        row = connection.execute("SELECT value FROM meta WHERE key = 'ranks'").fetchone()
        self._kinds: dict[str, float] = json.loads(row[0]) if row else {}
        self._vocabulary = Vocabulary(connection)
        self._retrieval = Retrieval(connection)
        defined = DefinedEntries(connection)
        if thesaurus and defined:
            thesaurus = thesaurus.beside(defined)
        (self._passages,) = connection.execute("SELECT count(*) FROM passages").fetchone()
        self._expander = Expander(self._vocabulary, analyzer, thesaurus, self._passages)
        self._connection = connection

    @cached_property
    def subjects(self) -> SubjectFinder:
        """What finds out where subjects stand; loaded for what asks."""
        from strategikort.index.absence.presence import SubjectFinder

        return SubjectFinder(self._connection, self._expander, self._retrieval, self._kinds)

    @cached_property
    def _addresses(self) -> Addresses:
        return Addresses(self._expander.numbers_of, self._retrieval.text)

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
        words += query.phrase_words
        asked = not exact and is_question([word.text for word in query.words], query.text)
        expansion = self._expander.expand(
            query, distinct(words), exact=exact, asked=asked, numbers=numbers
        )
        if None in expansion.phrases:
            return Answer(query, expansion, ())
        whole = exact or query.every
        quoted = {form for phrase in expansion.phrases if phrase for form in phrase.forms}
        apart = partial(self._without_parts, kept=quoted)
        others = linked = None
        if not exact:
            linked = self._addresses.words_in
            alike = Homographs(self.lexicon, words, self._expander.numbers_of)
            others = partial(alike.in_text, text_of=self._retrieval.text)
        ranker = Ranker(
            expansion,
            self._kinds,
            filters,
            exact=exact,
            every=query.every,
            others=others,
            linked=linked,
        )
        small = self._passages <= SMALL
        most = max(FEWEST_IN_SMALL if small else FEWEST_CANDIDATES, 2 * limit)
        share = ranker.needed * (1.0 if whole else FURTHER)
        while True:
            candidates = self._retrieval.candidates(expansion, share, filters, most)
            scored = [
                found
                for candidate in candidates.found
                if _allowed(candidate, expansion)
                and (found := ranker.score(apart(candidate) if exact else candidate)) is not None
                and (found.answers or not whole)
            ]
            everything = candidates.narrow and len(candidates.found) < most
            if everything or most >= MOST_CANDIDATES:
                break
            few = len(scored) < limit
            left_out = few and bool(expansion.excluded or expansion.phrases)
            unsure = few or not any(item.answers for item in scored)
            if not left_out and not (small and unsure and most < WIDENED):
                break
            most *= 4  # what is no answer has taken the places of others
        rejected = len(scored) < len(candidates.found)
        if not any(item.answers for item in scored):
            return Answer(query, expansion, ())
        if filters.places:
            scored = [*_from_beginnings(scored)]
        if asked:
            scored = [*self._by_answer_type(query, expansion, scored)]
        scored.sort(key=_best_first)
        total = len(scored)
        at_least = not candidates.narrow
        if len(candidates.found) == most:
            at_least = at_least or bool(expansion.series)
            # Whether the words of a phrase stand together is seen in the passages only.
            seen_only = bool(expansion.excluded or expansion.phrases)
            if rejected or seen_only or self._finds_more(expansion):
                # Of those that were not looked at some would be no answers either.
                return Answer(query, expansion, tuple(scored), total, True)
            complete = None if expansion.series else candidates.complete
            if complete is None:
                complete = self._retrieval.count(expansion, filters)
            total = max(total, complete)
        return Answer(query, expansion, tuple(scored), total, at_least)

    def _without_parts(self, candidate: Candidate, kept: Set[int]) -> Candidate:
        """Return a passage without the words that are only part of one with a hyphen."""
        text = self._retrieval.text(candidate)
        inside = [at for run in hyphenated(text, tokenize(text)) for at in range(*run)]
        return candidate._replace(
            forms=_blanked(candidate.forms, inside, kept),
            own=_blanked(candidate.own, self._hyphened(candidate.own), kept),
            above=_blanked(candidate.above, self._hyphened(candidate.above), kept),
        )

    def _hyphened(self, heading: Sequence[int]) -> Iterator[int]:
        """Yield the words of a heading that are part of one with a hyphen.

        What they are together stands behind all words of it.
        """
        count = next((at for at, form in enumerate(heading) if form == NO_FORM), len(heading))
        shown = self._vocabulary.shown(set(heading)) if count < len(heading) else {}
        wholes = {
            form_of(letters.replace("-", ""))
            for form in heading[count:]
            if (letters := shown.get(form))
        }
        spelt = [form_of(shown[form]) for form in heading[:count]] if wholes else []
        for first, last in combinations(range(len(spelt) + 1), 2):
            if last - first > 1 and "".join(spelt[first:last]) in wholes:
                yield from range(first, last)

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

    def _by_answer_type(
        self, query: Query, expansion: Expansion, scored: Sequence[Scored]
    ) -> Iterator[Scored]:
        """Yield passages, those worth more that hold the kind of thing the question asks for."""
        from strategikort.index.ranking.questions import asked_for, gain

        wanted = asked_for([word.text for word in query.words])
        for item in scored:
            text = self._retrieval.text(item.candidate) if wanted else ""
            if wanted and (gained := gain(text, wanted, item.found, expansion.groups)):
                parts = {**item.parts, "answer": gained}
                item = item._replace(score=item.score + gained, parts=parts)
            yield item

    def content_words(self, query: Query) -> tuple[QueryWord, ...]:
        """Return the words of ``query`` outside phrases that say what it is about."""
        return tuple(distinct(_content(query)))

    def tried(self, text: str) -> tuple[str, ...]:
        """Return the other terms that a search for ``text`` looks for.

        Those are synonyms, and words of the dictionary that it may be misspelt for.
        """
        words = self.content_words(parse_query(text))
        terms = [term for item in self._expander.synonyms.of(words) for term in item.terms]
        return tuple(dict.fromkeys((*terms, *self._expander.corrections.absent(words))))

    def alternatives(
        self, words: Sequence[QueryWord], typed: Sequence[QueryWord], *, singly: bool = False
    ) -> list[ThesaurusExpansion]:
        """Return other ways to say ``words`` of those ``typed`` that mean the same."""
        return self._expander.synonyms.counted(words, typed, singly=singly)

    def says_more_singly(self, words: Sequence[QueryWord], typed: Sequence[QueryWord]) -> bool:
        """Tell whether some of ``words`` mean something together, and else by themselves.

        The words of a name (»Green Deal«) and of an English term (»life science«) do not.
        """
        texts = [word.text for word in words]
        inflected = map(self.lexicon.has_inflection, map(str.lower, texts))
        named = any(text[0].isupper() for text in texts[1:])
        if named or not all(inflected):
            return False
        return self.alternatives(words, typed, singly=True) != self.alternatives(words, typed)

    def related(
        self, words: Sequence[QueryWord], typed: Sequence[QueryWord], *, singly: bool = False
    ) -> list[ThesaurusExpansion]:
        """Return what belongs to ``words`` of those ``typed`` without meaning the same."""
        return self._expander.synonyms.related(words, typed, singly=singly)

    @property
    def lexicon(self) -> Lexicon:
        """The word list behind the analyses."""
        return self._analyzer.lexicon

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

    def forms_in(self, word: QueryWord, filters: Filters) -> tuple[str, ...]:
        """Return the words of some documents that are forms of ``word`` or compounds with it."""
        return self.as_shown(self.subjects.forms_in(word, filters))

    def as_shown(self, forms: Iterable[int]) -> tuple[str, ...]:
        """Return forms as they stand in the texts, in the order of the alphabet."""
        return tuple(sorted(self._vocabulary.shown(forms).values(), key=str.casefold))

    def near_words(self, word: str) -> tuple[str, ...]:
        """Return words of the texts that are spelt much like ``word``, which is not there.

        For what is no word at all, and no nearer to one there, or a word without its Danish
        letters, those of the dictionary.
        """
        if self._expander.finder.find(QueryWord(word)):
            return ()
        known = self._analyzer.word(word).known
        plain = () if known else tuple(self.lexicon.typed_plainly(word))
        if plain:
            return plain
        near = dict(self._vocabulary.near(form_of(word)))
        # One error is likelier than two.
        listed = () if known or 1 in near.values() else tuple(self.lexicon.near(word.lower()))
        forms = [form[0] for form in map(self._vocabulary.form, near) if form]
        return listed or tuple(self._vocabulary.shown(forms).values())


def _blanked(forms: Sequence[int], at: Iterable[int], kept: Set[int]) -> Sequence[int]:
    """Return forms with none where ``at`` says, those aside that are ``kept``."""
    blanked = [*forms]
    for place in at:
        if blanked[place] not in kept:
            blanked[place] = NO_FORM
    return blanked


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
    return all(stand_in(phrase, candidate) for phrase in expansion.phrases if phrase) and not any(
        stand_in(phrase, candidate) for phrase in expansion.excluded
    )
