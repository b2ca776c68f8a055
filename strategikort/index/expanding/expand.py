"""From the words of a query to the words of the index that answer it, and how well.

What a match is worth falls from the exact word over its inflections, compounds with it and synonyms
to corrections.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from strategikort.index.expanding.apart import Compounds
from strategikort.index.expanding.classes import WordClasses
from strategikort.index.expanding.corrections import Corrections
from strategikort.index.expanding.expansion import Expansion, Forms, Group, Series
from strategikort.index.expanding.finder import WordFinder
from strategikort.index.expanding.near import Near
from strategikort.index.expanding.ownforms import OwnForms
from strategikort.index.expanding.particles import ParticleVerbs
from strategikort.index.expanding.quantities import amounts_in, dates_in, without_days
from strategikort.index.expanding.respelling import Respelling
from strategikort.index.expanding.synonyms import (
    NOTATION,
    RELATED_TERM,
    Synonyms,
    words_of_term,
)
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.expanding.weights import Weigher
from strategikort.index.expanding.words import DERIVED, Words
from strategikort.index.filling.analysis import Analyzer, form_of
from strategikort.index.querying.query import Phrase, Query, QueryWord
from strategikort.language.expressions import FIXED
from strategikort.language.fold import fold
from strategikort.language.lexicon import Lexicon
from strategikort.language.numbers.notation import written_otherwise
from strategikort.language.stopwords import NEGATIONS, is_stop_word
from strategikort.language.thesaurus import Alternatives, Thesaurus
from strategikort.language.tokens import word_texts

FUZZY = 0.9
"""What is found by a corrected word is worth beside what the right word finds."""


class Expander:
    """Expands queries over one index."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        analyzer: Analyzer,
        thesaurus: Thesaurus | None,
        passages: int,
    ) -> None:
        self.vocabulary = vocabulary
        self.analyzer = analyzer
        self.finder = WordFinder(vocabulary, analyzer)
        self.synonyms = Synonyms(thesaurus, self.finder, vocabulary, analyzer)
        self.classes = WordClasses(vocabulary, analyzer, self.synonyms)
        self.corrections = Corrections(vocabulary, analyzer, self.finder, self.synonyms)
        self.respelling = Respelling(
            vocabulary, analyzer, self.finder, self.synonyms, self.corrections
        )
        self.own_forms = OwnForms(self.finder, vocabulary, analyzer)
        self.compounds = Compounds(vocabulary, analyzer, self.finder, self.own_forms, self.synonyms)
        self.particles = ParticleVerbs(analyzer, self.finder, self.synonyms)
        self.weigher = Weigher(vocabulary, passages, lambda word: analyzer.word(word).known)
        self._near = Near(vocabulary, analyzer, self.finder, self.synonyms, self.weigher)

    def expand(
        self,
        query: Query,
        words: Sequence[QueryWord],
        *,
        exact: bool,
        asked: bool = False,
        numbers: bool = False,
    ) -> Expansion:
        """Expand the content ``words`` of ``query``; ``exact`` turns every tolerance off.

        ``asked`` says that the query is a whole question; ``numbers`` takes in numbers in digits
        for those in letters, and the other way round.
        """
        excluded = [found for phrase in query.excluded for found in self._without(phrase, exact)]
        if exact:
            groups = [Group(word, self.finder.literal(word)) for word in words]
            self.weigher.weigh(query, groups, [], asked=asked)
            return self.expansion(query, groups, [], excluded, asked=asked)
        groups = [Group(word, self._find(word, numbers=numbers)) for word in words]
        series = self._series(query, groups, asked=asked)
        adverbs = self.particles.adverbs(query, words) if asked else set()
        self.weigher.weigh(query, groups, series, asked=asked, adverbs=adverbs)
        apart = {number for item in series for number in item.groups}
        for number, group in enumerate(groups):
            if group.word.is_whole and not group.word.heading:
                self._near.add(group, apart=number in apart)
        return self.expansion(query, groups, series, excluded, asked=asked)

    def expansion(
        self,
        query: Query,
        groups: list[Group],
        series: list[Series],
        excluded: list[Forms],
        *,
        asked: bool,
    ) -> Expansion:
        """Return a query expanded: its words as they are now, its phrases, its expressions."""
        parted = any(group.shared for group in groups) or any(
            item.how == "compound" for item in series
        )
        phrases = [self._phrase(phrase) for phrase in query.phrases]
        expressions = self._expressions if parted else {}
        return Expansion(groups, series, phrases, asked, excluded, expressions)

    def _series(self, query: Query, groups: Sequence[Group], *, asked: bool) -> list[Series]:
        """Return the series of a query, and add to its words what else stands for them."""
        self.compounds.join(query, groups)
        series = self.compounds.apart(groups)
        self.particles.join(query, groups)
        series += self.particles.apart(groups)
        series += dates_in(groups, self.vocabulary, self.finder)
        without_days(groups)
        others = self._others(query, groups, asked=asked)
        series += self._said_otherwise(groups, others)
        series += self.compounds.said_apart(query, groups, series, others)
        series += amounts_in(groups, self.finder)
        self._correct_unknown(groups, series)
        series += [] if query.every else self._say_corrected(groups)
        series += self.compounds.apart_corrected(groups)
        return series

    def _others(self, query: Query, groups: Sequence[Group], *, asked: bool) -> list[Alternatives]:
        """Return the other ways to say the words of a query."""
        words = [group.word for group in groups]
        if query.every:
            others = self.synonyms.of_pieces(words, _pieces(query, words))
        else:
            others = [
                # The content words of a question are not those that stood side by side.
                *self.synonyms.of(words, apart=not asked),
                *self.synonyms.with_function_words(query.words, words),
                *self.particles.synonyms(query, words),
                *self.particles.expressions(query, words),
            ]
        # What a heading is to have is the word itself in one form or another.
        headed = {number for number, word in enumerate(words) if word.heading}
        return [item for item in others if headed.isdisjoint(range(item.start, item.end))]

    def _correct_unknown(self, groups: Sequence[Group], series: Iterable[Series]) -> None:
        """Add to words that nothing stands for for sure what they may be misspelt for."""
        found_by = {number: item.how for item in series for number in item.groups}
        for number, group in enumerate(groups):
            if group.word.phrase or not group.words.is_guess():
                continue
            if number in found_by:
                # Its parts may stand somewhere and not together: fokusskift, fokusskifte.
                if found_by[number] == "compound":
                    self._correct(group, most=1)
                continue
            self._add_relatives(group.words, group.word.text)
            if group.words.is_guess():
                self._correct(group, groups[number - 1].word.text if number else "")

    @property
    def lexicon(self) -> Lexicon:
        """The word list behind the analyses."""
        return self.analyzer.lexicon

    def numbers_of(self, words: Iterable[str]) -> list[int]:
        """Return the numbers of those of ``words`` that are in the index."""
        return self.vocabulary.numbers([form_of(word) for word in words])

    def _without(self, phrase: Phrase, exact: bool) -> list[Forms]:
        """Return what may not stand: a phrase as it is, one word in all its forms."""
        if len(phrase.words) > 1 or phrase.quoted or (exact and not phrase.prefix):
            found = self._phrase(phrase)
            return [found] if found else []
        word = QueryWord(phrase.words[0], prefix=phrase.prefix)
        words = self.finder.find(word, compounds=False, family=False)
        excluded = [Forms((form,), (), phrase.heading) for form in words.forms]
        for item in written_otherwise(phrase.words):
            ways = [self._phrase(Phrase(tuple(word_texts(way)))) for way in item.ways]
            excluded += [way._replace(heading=phrase.heading) for way in ways if way]
        return excluded

    def _find(self, word: QueryWord, *, numbers: bool = False) -> Words:
        if word.phrase:
            return self.finder.literal(word)
        words = Words()
        words.take(self.finder.find(word, likely=True), 1.0, None)
        if numbers:
            words.take(self.finder.same_number(word), 1.0, None)
        return words

    def _add_relatives(self, words: Words, word: str) -> None:
        """Add what else is said for that which a word that is not there is derived from.

        Who writes udstationering may be answered by what else udstationere is.
        """
        own = self.analyzer.lemmas(word)
        for relative in self.analyzer.relatives(word):
            if not self.finder.is_rather_noun(relative, own):
                self.synonyms.add(words, relative, DERIVED, literal=True)

    @cached_property
    def _expressions(self) -> dict[int, list[tuple[int, ...]]]:
        """The fixed expressions of the texts, by the form that is their noun."""
        found: dict[int, list[tuple[int, ...]]] = {}
        for words in FIXED:
            pairs = [self.vocabulary.form(form_of(word)) for word in words]
            forms = [pair[0] for pair in pairs if pair]
            if len(forms) == len(words):
                found.setdefault(forms[1], []).append(tuple(forms))
        return found

    def _say_corrected(self, groups: Sequence[Group]) -> list[Series]:
        """Add what the thesaurus has for a query with its words corrected, as for the right ones.

        Returned are the terms of several words.
        """
        if not any(group.corrected for group in groups):
            return []
        texts = [next(iter(group.corrected), group.word.text) for group in groups]
        spans = [
            found
            for found in self.synonyms.of_texts(texts)
            if any(group.corrected for group in groups[found.start : found.end])
        ]
        return self._said_otherwise(groups, spans)

    def _said_otherwise(
        self, groups: Sequence[Group], others: Iterable[Alternatives]
    ) -> list[Series]:
        """Add to ``groups`` the terms of one word, and return those of several."""
        series: list[Series] = []
        for item in others:
            for term in item.terms:
                written = item.relation == NOTATION
                elements = self.synonyms.elements(
                    term, english=item.english, compounds=not written, literal=item.literal
                )
                if written:
                    series += take_written(elements, item, groups)
                elif len(elements) != 1:
                    series += term_apart(term, elements, item, groups)
                else:
                    for group in groups[item.start : item.end]:
                        if item.relation == RELATED_TERM:
                            group.related.append((elements[0], item.weight))
                        else:
                            group.words.take(elements[0], item.weight, "synonym")
        return series

    def _correct(self, group: Group, before: str = "", *, most: int = 2) -> None:
        """Add what is spelled like an unknown word, with at most ``most`` errors.

        A word of a term that stands ``before`` it may tell what is meant.
        """
        meant = self.corrections.of(group.word.text, most)
        of_terms = () if meant or most < 2 else self.corrections.of_terms(group.word, before)
        for word in meant or of_terms:
            found = self._find(QueryWord(word))
            self.synonyms.add(found, word)
            if found.is_guess():
                self._add_relatives(found, word)
            # What the thesaurus has for it may be several words.
            said = found or of_terms or self.synonyms.of_texts([word])
            if said or self.compounds.parts_stand(group.word, word):
                for number in found.found_by("exact") or found.found_by("inflection"):
                    found.forms[number] = found.forms[number]._replace(how="fuzzy")
                group.words.take(found, FUZZY, None)
                group.corrected += (word,)

    def _phrase(self, phrase: Phrase) -> Forms | None:
        """Return a phrase as forms and keys, None if one of its words is not in the index."""
        found = [self.vocabulary.form(form_of(word)) for word in phrase.words]
        pairs = [pair for pair in found if pair]
        if len(pairs) < len(found):
            return None
        forms, keys = zip(*pairs, strict=True)
        return Forms(forms, keys, phrase.heading)


def take_written(
    elements: tuple[Words, ...], item: Alternatives, groups: Sequence[Group]
) -> Iterator[Series]:
    """Add to the one word of ``groups`` what it is in another notation, or yield a series of it.

    The parts of a date stand side by side, and in their order.
    """
    first = groups[item.start]
    if len(elements) == 1 == item.end - item.start and not first.whole:
        first.words.take(elements[0], item.weight, "inflection")
        first.same |= elements[0].forms.keys()
    elif elements:
        span = tuple(range(item.start, item.end))
        yield Series(elements, span, item.weight, "inflection", 0, frozenset())


def term_apart(
    term: str, elements: tuple[Words, ...], item: Alternatives, groups: Sequence[Group]
) -> Iterator[Series]:
    """Yield a ``term`` of several words as a series, unless it says nothing new."""
    if elements and not _repeats(elements, groups[item.start : item.end]):
        span = tuple(range(item.start, item.end))
        yield term_series(term, elements, span, item.weight, literal=item.literal)


def term_series(
    term: str,
    elements: tuple[Words, ...],
    groups: tuple[int, ...],
    weight: float,
    *,
    literal: bool = False,
) -> Series:
    """Return the words of a ``term`` as a series: near each other, ``literal`` side by side.

    What is denied stands right behind its negation, if for a word between: »uden fast arbejde« and
    not »arbejde uden løn«.
    """
    denies = not NEGATIONS.isdisjoint(map(fold, words_of_term(term)))
    # »i samarbejde« stands in »i tæt samarbejde«, not in »samarbejdet i EU«.
    ordered = denies or is_stop_word(term.split()[0])
    reach = len(elements) + (0 if denies else 2)
    links = frozenset[int]() if literal else None
    return Series(elements, groups, weight, "synonym", reach, links, ordered)


def _pieces(query: Query, words: Iterable[QueryWord]) -> list[int]:
    """Return for each of ``words`` which part of the query it is in; phrases have parts apart."""
    of_word = dict(zip(reversed(query.words), reversed(query.pieces), strict=True))
    return [of_word.get(word, -1 - number) for number, word in enumerate(words)]


def _repeats(term: Sequence[Words], asked: Sequence[Group]) -> bool:
    """Tell whether a term has the very words it is to stand for: it says nothing new then."""
    return all(any(words.keys & group.direct for words in term) for group in asked)
