"""From the words of a query to the words of the index that answer it, and how well.

A *group* is one word of the query with everything that may stand for it.  What a match is worth
falls from the exact word over its inflections, compounds with it and synonyms to corrections.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal, NamedTuple

from strategikort.index.analysis import Analyzer, WordForms, form_of, loose_of, words_of
from strategikort.index.query import Query, QueryWord
from strategikort.index.vocabulary import Vocabulary
from strategikort.language.thesaurus import Thesaurus

How = Literal["exact", "inflection", "compound", "synonym", "fuzzy"]

EXACT = 1.0
SPELLING = 0.95
LOOSE = 0.5
INFLECTION = 0.92
COMPOUND = 0.65
APART = 0.6
UNKNOWN_IN_QUESTION = 0.5
DERIVED = 0.6
COGNATE = 0.8
REACH = 25
"""Words within which the parts of a compound must stand when it is written apart."""
STEM = 0.3
RELATED = 0.3
TELLING = 2.5
"""How rare (see :meth:`Expander._rarity`) a part must be to say what a compound is about."""
FUZZY = {1: 0.8, 2: 0.65}


class Match(NamedTuple):
    """What a form of the index is worth for a word of the query, and how it was found."""

    weight: float
    how: How


class Words:
    """Forms of the index that stand for one word, the keys to find them by, and their worth."""

    __slots__ = ("forms", "keys", "parts")

    def __init__(self) -> None:
        self.forms: dict[int, Match] = {}
        self.keys: set[int] = set()
        self.parts: set[int] = set()

    def add(self, form: int, weight: float, how: How) -> None:
        """Add a form unless it is there with a greater weight."""
        known = self.forms.get(form)
        if known is None or known.weight < weight:
            self.forms[form] = Match(weight, how)

    def take(self, other: Words, factor: float, how: How | None) -> None:
        """Add all of ``other`` at ``factor`` of its worth; found by ``how`` if that is given."""
        for form, match in other.forms.items():
            self.add(form, match.weight * factor, how or match.how)
        self.keys |= other.keys
        self.parts |= other.parts

    def __bool__(self) -> bool:
        return bool(self.forms)


class Series(NamedTuple):
    """Words that stand near each other and together answer one or more words of the query."""

    elements: tuple[Words, ...]
    groups: tuple[int, ...]
    weight: float
    how: How
    reach: int


class Group:
    """One word of the query: what answers it, and how telling it is."""

    __slots__ = ("corrected", "idf", "word", "words")

    def __init__(self, word: QueryWord, words: Words) -> None:
        self.word = word
        self.words = words
        self.idf = 0.0
        self.corrected: tuple[str, ...] = ()


class Expansion(NamedTuple):
    """A query expanded: its groups, the series of words, and the phrases as forms and keys."""

    groups: list[Group]
    series: list[Series]
    phrases: list[list[tuple[int, int]] | None]
    asked: bool
    excluded: list[list[tuple[int, int]]]


class Expander:
    """Expands queries over one index."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        analyzer: Analyzer,
        thesaurus: Thesaurus | None,
        passages: int,
    ) -> None:
        self._vocabulary = vocabulary
        self._analyzer = analyzer
        self._thesaurus = thesaurus
        self._passages = passages

    def expand(
        self,
        query: Query,
        words: Sequence[QueryWord],
        *,
        exact: bool,
        asked: bool = False,
        strict: bool = False,
    ) -> Expansion:
        """Expand the content ``words`` of ``query``; ``exact`` turns every tolerance off.

        ``asked`` says that the query is a whole question; ``strict`` leaves out corrections and
        what is only related.
        """
        groups = [Group(word, self._exact(word) if exact else self._words(word)) for word in words]
        series: list[Series] = []
        if not exact:
            series += self._apart(groups)
            series += self._synonyms(groups)
            answered = {number for item in series for number in item.groups}
            for number, group in enumerate(groups):
                if not strict and not group.words and number not in answered:
                    self._correct(group)
        for number, group in enumerate(groups):
            in_series = [item for item in series if number in item.groups]
            group.idf = self._idf(group, in_series)
            if asked and not group.words and not in_series and self._is_plain(group.word.text):
                # A question is worded by who asks: a verb that is not in the texts says little.
                group.idf *= UNKNOWN_IN_QUESTION
        if not exact and not strict:
            for group in groups:
                self._add_related(group)
        return Expansion(
            groups,
            series,
            [self._phrase(phrase) for phrase in query.phrases],
            asked,
            [found for found in map(self._phrase, query.excluded) if found],
        )

    def analysis(self, word: str) -> WordForms:
        """Return what is known of a word."""
        return self._analyzer.word(word)

    def forms_of(self, word: str) -> list[int]:
        """Return the forms of the index that are forms of a word or compounds with it."""
        return list(self._words(QueryWord(word)).forms)

    def _exact(self, word: QueryWord) -> Words:
        words = Words()
        found = self._vocabulary.form(form_of(word.text))
        if found:
            words.add(found[0], EXACT, "exact")
            words.keys.add(found[1])
        return words

    def _words(self, word: QueryWord, *, compounds: bool = True) -> Words:
        words = self._exact(word)
        form = form_of(word.text)
        known = bool(words)
        if word.prefix:
            for number, key in self._vocabulary.forms_beginning(form):
                words.add(number, INFLECTION, "inflection")
                words.keys.add(key)
            return words
        for number, key in self._vocabulary.forms_like(loose_of(word.text)):
            words.add(number, LOOSE if known else SPELLING, "exact")
            words.keys.add(key)
        analysis = self._analyzer.word(word.text)
        self._inflections(words, analysis)
        if compounds:
            self._compounds(words, analysis.lemmas)
        if not known and words.forms and not analysis.known:
            # Found by its plain spelling only: what that spelling means is expanded as well.
            for spelled in self._vocabulary.shown(list(words.forms)).values():
                other = self._analyzer.word(spelled)
                if loose_of(spelled) == loose_of(word.text):
                    self._inflections(words, other)
                    if compounds:
                        self._compounds(words, other.lemmas)
        self._family(words, word.text, analysis, compounds=compounds)
        if analysis.stem and not words:
            for number, key in self._vocabulary.forms_with_stem(analysis.stem):
                words.add(number, STEM, "inflection")
                words.keys.add(key)
        return words

    def _family(self, words: Words, word: str, analysis: WordForms, *, compounds: bool) -> None:
        """Add words derived from one base with a word, and what an English word is in Danish."""
        self._add_lemmas(words, self._analyzer.family(word), DERIVED, "inflection")
        if not words and not analysis.known:
            danish = self._analyzer.cognates(word)
            self._add_lemmas(words, danish, COGNATE, "synonym")
            if compounds and words:
                self._compounds(words, danish)

    def _add_lemmas(self, words: Words, lemmas: Sequence[str], weight: float, how: How) -> None:
        keys = self._vocabulary.keys_of_lemmas(lemmas) if lemmas else []
        if keys:
            for number, key in self._vocabulary.forms_of_keys(keys):
                words.add(number, weight, how)
                words.keys.add(key)

    def _inflections(self, words: Words, analysis: WordForms) -> None:
        keys = self._vocabulary.keys_of_lemmas(analysis.lemmas)
        if keys:
            for number, key in self._vocabulary.forms_of_keys(keys):
                words.add(number, INFLECTION, "inflection")
                words.keys.add(key)

    def _compounds(self, words: Words, lemmas: Sequence[str]) -> None:
        parts = self._vocabulary.part_keys(lemmas)
        if parts:
            for number in self._vocabulary.compounds(parts):
                words.add(number, COMPOUND, "compound")
            words.parts.update(parts)

    def _apart(self, groups: Sequence[Group]) -> list[Series]:
        """Return series for compounds that the texts write apart: all parts near each other.

        A compound that is not in the index may also stand there with a synonym for a part.
        """
        series: list[Series] = []
        for number, group in enumerate(groups):
            parts = self._analyzer.simple_parts(group.word.text)
            if len(parts) < 2:
                continue
            elements = tuple(self._words(QueryWord(part)) for part in parts)
            if not group.words:
                for part, words in zip(parts, elements, strict=True):
                    self._add_synonyms(words, part)
            if all(elements):
                series.append(Series(elements, (number,), APART, "compound", REACH))
        return series

    def _add_synonyms(self, words: Words, word: str) -> None:
        if self._thesaurus is None:
            return
        for found in self._thesaurus.expand([word]):
            for term in found.terms:
                tokens = words_of(term)
                if len(tokens) == 1:
                    other = self._words(QueryWord(tokens[0].text))
                    words.take(other, found.weight, "synonym")

    def _add_related(self, group: Group) -> None:
        """Add what shares a telling part with a compound that was found: near, worth little."""
        if not group.words:
            return
        for word in group.corrected or (group.word.text,):
            for part in self._analyzer.simple_parts(word):
                words = self._words(QueryWord(part))
                keys = words.keys | words.parts
                if keys and self._rarity(self._vocabulary.passages(keys)) >= TELLING:
                    group.words.take(words, RELATED, "compound")

    def _synonyms(self, groups: Sequence[Group]) -> list[Series]:
        if self._thesaurus is None:
            return []
        series: list[Series] = []
        for found in self._thesaurus.expand([group.word.text for group in groups]):
            span = tuple(range(found.start, found.end))
            for term in found.terms:
                elements = tuple(self._words(QueryWord(token.text)) for token in words_of(term))
                if not elements or not all(elements):
                    continue
                if len(elements) == 1:
                    for number in span:
                        groups[number].words.take(elements[0], found.weight, "synonym")
                else:
                    series.append(
                        Series(elements, span, found.weight, "synonym", len(elements) + 2)
                    )
        return series

    def _correct(self, group: Group) -> None:
        analysis = self._analyzer.word(group.word.text)
        if analysis.known:
            return
        for word, distance in self._vocabulary.near(form_of(group.word.text)):
            found = self._words(QueryWord(word))
            if found:
                self._add_synonyms(found, word)
                group.words.take(found, FUZZY.get(distance, 0.5), "fuzzy")
                group.corrected += (word,)

    def _is_plain(self, word: str) -> bool:
        """Say whether a word may be a plain verb: short, of one piece, its lemma ending in -e."""
        analysis = self._analyzer.word(word)
        return (
            analysis.known and not analysis.parts and len(analysis.key) <= 8
        ) and analysis.key.endswith("e")

    def _idf(self, group: Group, series: Sequence[Series]) -> float:
        keys = group.words.keys | group.words.parts
        count = self._vocabulary.passages(keys) if keys else 0
        for item in series:
            rarest = min(
                self._vocabulary.passages(words.keys | words.parts) for words in item.elements
            )
            count += rarest
        return self._rarity(count)

    def _rarity(self, count: int) -> float:
        """Return the inverse document frequency, never below 0 (Robertson, Sparck Jones 1976)."""
        count = min(count, self._passages)
        return math.log(1 + (self._passages - count + 0.5) / (count + 0.5))

    def _phrase(self, phrase: Sequence[str]) -> list[tuple[int, int]] | None:
        """Return forms and keys of a phrase, None if one of its words is not in the index."""
        found = [self._vocabulary.form(form_of(word)) for word in phrase]
        return [pair for pair in found if pair] if all(found) else None
