"""Where a subject stands, and as what: itself, inside longer words, otherwise, or not together.

Unlike a search, which weighs the best candidates, this looks at every passage in which all words
of the subject stand in any of their forms, so that an empty answer is a finding.  What the program
itself has put over a text (»Konklusion 27«) is not what the text says.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from strategikort.index.absence.alike import SpeltAlike
from strategikort.index.absence.asnumbers import AsNumbers
from strategikort.index.absence.capitals import Abbreviations
from strategikort.index.absence.judging import Level
from strategikort.index.absence.subject import Standing, Subject
from strategikort.index.absence.vocabulary import SubjectVocabulary
from strategikort.index.absence.written import Written
from strategikort.index.expanding.expand import term_series
from strategikort.index.expanding.expansion import Expansion, Group
from strategikort.index.expanding.synonyms import NOTATION
from strategikort.index.expanding.words import Words
from strategikort.index.querying.filters import Filters
from strategikort.index.querying.query import Query, QueryWord, parse_query
from strategikort.index.ranking.homographs import Homographs
from strategikort.index.ranking.matches import Matcher
from strategikort.index.ranking.search import Searcher
from strategikort.language.thesaurus import Alternatives

_PARTS = 3
"""Words that hyphens join, at most, that are looked at."""


class SubjectFinder:
    """Looks for subjects in one index, which nobody writes to meanwhile."""

    def __init__(self, searcher: Searcher) -> None:
        self.searcher = searcher
        self.vocabulary = SubjectVocabulary(searcher.expander)
        self._retrieval = searcher.retrieval
        self._written = Written(searcher.connection, searcher.addresses)

    def standing(
        self,
        query: Query,
        words: Sequence[QueryWord],
        filters: Filters,
        *,
        singly: bool = False,
    ) -> tuple[Expansion, list[Standing]]:
        """Return every passage in which the subject stands, the surest and best first.

        ``words`` are the content words of ``query``.  Nothing is corrected.  ``singly`` takes each
        of them for what it may say by itself, also where they mean something together: nothing
        is more than scattered then.
        """
        expansion = self.vocabulary.expand(query, words, singly=singly)
        if None in expansion.phrases:
            return expansion, []
        others = self.vocabulary.counted.same(words, query.words, singly=singly)
        subject = Subject(query, expansion, others, self.vocabulary, self.searcher)
        candidates = self._retrieval.covering(subject.expansion, filters)
        found: list[Standing] = []
        headed: set[int] = set()
        for candidate in self._written.passages(candidates, subject.wanted):
            standing = subject.in_passage(candidate)
            # A heading stands once, however many passages are below it.
            if standing and (standing.in_text or candidate.section not in headed):
                found.append(standing._replace(level=Level.SCATTERED) if singly else standing)
                if not standing.in_text:
                    headed.add(candidate.section)
        found.sort(key=lambda item: (item.level, -item.scored.score, item.scored.candidate.number))
        return subject.expansion, found

    def words_in(self, word: QueryWord, filters: Filters) -> tuple[str, ...]:
        """Return the words of some documents that are forms of ``word`` or compounds with it."""
        forms = frozenset().union(*self.vocabulary.own(word))
        words = self.searcher.expander.finder.find(word)
        found: set[int] = set()
        candidates = self._retrieval.covering(_alone((words,)), filters)
        alike = SpeltAlike((word,), self.vocabulary, self._retrieval.text)
        for candidate in self._written.passages(candidates, forms):
            other = alike.in_passage(candidate)
            text = _without(candidate.forms, other.text)
            found |= forms.intersection((*text, *_without(candidate.own, other.heading)))
            # What a word with a hyphen is without it: its parts say it better.
            found |= {
                form
                for token, form in candidate.further
                if form in forms and forms.isdisjoint(candidate.forms[token : token + _PARTS])
            }
        return self.vocabulary.shown(found)

    def of_class(self, item: Alternatives, words: Sequence[QueryWord]) -> Homographs:
        """Return what tells the terms of some for ``words`` from words of another class."""
        expander = self.searcher.expander
        asked = expander.classes.of_others([(word, Words()) for word in words], [item])
        return Homographs(expander.lexicon, asked)

    def sections_with(
        self, item: Alternatives, term: str, filters: Filters, of_class: Homographs
    ) -> set[int]:
        """Return the sections (their positions) in whose text a term of some stands.

        Its words stand near each other, or side by side where it is written in another way;
        ``of_class`` is as :meth:`of_class` gives it.
        """
        elements = self.vocabulary.counted.firmly(term, english=item.english, literal=item.literal)
        if not elements:
            return set()
        expansion = _alone(elements, term, side_by_side=item.relation == NOTATION or item.literal)
        matcher = Matcher(expansion)
        numbers_of = self.searcher.expander.numbers_of
        forms = [frozenset(words.forms) for words in elements]
        numerals = AsNumbers(parse_query(term).words, forms, numbers_of)
        abbreviations = Abbreviations((term,), numbers_of)
        text_of = self._retrieval.text
        return {
            candidate.section
            for candidate in self._written.without_addresses(
                self._retrieval.covering(expansion, filters)
            )
            if matcher.in_passage(
                of_class.only(
                    abbreviations.only(numerals.only(candidate, text_of), text_of), text_of
                )
            )
        }


def _without(forms: Sequence[int], places: Set[int]) -> Sequence[int]:
    return [form for at, form in enumerate(forms) if at not in places] if places else forms


def _alone(elements: tuple[Words, ...], term: str = "", *, side_by_side: bool = False) -> Expansion:
    """Return the expansion of a query for nothing but a ``term`` of one or several words."""
    one = len(elements) == 1
    group = Group(QueryWord(""), elements[0] if one else Words())
    series = [] if one else [term_series(term, elements, (0,), 1.0, literal=side_by_side)]
    return Expansion([group], series, [], False, [])
