"""From the words of a query to the words of the index that answer it, and how well.

What a match is worth falls from the exact word over its inflections, compounds with it and synonyms
to corrections.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from strategikort.index.expanding.apart import Compounds
from strategikort.index.expanding.corrections import Corrections
from strategikort.index.expanding.expansion import Expansion, Forms, Group, Series
from strategikort.index.expanding.finder import WordFinder
from strategikort.index.expanding.near import Near
from strategikort.index.expanding.ownforms import OwnForms
from strategikort.index.expanding.particles import ParticleVerbs
from strategikort.index.expanding.quantities import amounts_in, dates_in
from strategikort.index.expanding.synonyms import NOTATION, RELATED_TERM, Synonyms
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.expanding.weights import Weigher
from strategikort.index.expanding.words import DERIVED, How, Words
from strategikort.index.filling.analysis import Analyzer, form_of
from strategikort.index.querying.query import Phrase, Query, QueryWord
from strategikort.language.expressions import FIXED
from strategikort.language.lexicon import Lexicon
from strategikort.language.numbers.eras import is_era
from strategikort.language.numbers.notation import is_number, written_otherwise
from strategikort.language.thesaurus import Expansion as Alternatives
from strategikort.language.thesaurus import Thesaurus
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
        self._vocabulary = vocabulary
        self._analyzer = analyzer
        self.finder = WordFinder(vocabulary, analyzer)
        self.synonyms = Synonyms(thesaurus, self.finder, vocabulary)
        self.corrections = Corrections(vocabulary, analyzer, self.finder, self.synonyms)
        self.own_forms = OwnForms(self.finder, vocabulary, analyzer)
        self._compounds = Compounds(
            vocabulary, analyzer, self.finder, self.own_forms, self.synonyms
        )
        self._particles = ParticleVerbs(analyzer, self.finder, self.synonyms)
        self._weigher = Weigher(vocabulary, passages, lambda word: analyzer.word(word).known)
        self._near = Near(vocabulary, analyzer, self.finder, self.synonyms, self._weigher)

    def expand(
        self,
        query: Query,
        words: Sequence[QueryWord],
        *,
        exact: bool,
        asked: bool = False,
        strict: bool = False,
        singly: bool = False,
        numbers: bool = False,
    ) -> Expansion:
        """Expand the content ``words`` of ``query``; ``exact`` turns every tolerance off.

        ``asked`` says that the query is a whole question; ``strict`` leaves out corrections and
        what may mean something else (see :meth:`Synonyms.counted`, also for ``singly``);
        ``numbers`` takes in numbers in digits for those in letters, and the other way round.
        """
        groups = [Group(word, self._find(word, exact, strict, numbers)) for word in words]
        series: list[Series] = []
        for group in groups if strict else ():
            if group.word.is_whole:
                group.words.take(self.own_forms.parts_of_place(group.word), 1.0, None)
        if not exact:
            self._compounds.join(query, groups)
            series += self._compounds.apart(groups, strict=strict)
            self._particles.join(query, groups)
            series += self._particles.apart(groups)
            # The content words of a question are not those that stood side by side.
            asked_for = [group.word for group in groups]
            series += dates_in(groups, self._vocabulary, self.finder, strict=strict)
            if strict:
                others = self.synonyms.counted(asked_for, query.words, singly=singly)
            elif query.every:
                others = self.synonyms.of_pieces(asked_for, _pieces(query, asked_for))
            else:
                others = [
                    *self.synonyms.of(asked_for, apart=not asked),
                    *self.synonyms.with_function_words(query.words, asked_for),
                    *self._particles.synonyms(query, asked_for),
                ]
            # What a heading is to have is the word itself in one form or another.
            headed = {number for number, group in enumerate(groups) if group.word.heading}
            others = [item for item in others if headed.isdisjoint(range(item.start, item.end))]
            series += self._as_series(groups, others, strict=strict)
            if not strict:
                series += self._compounds.said_apart(query, groups, series, others)
                series += amounts_in(groups, self.finder)
            found_by = {number: item.how for item in series for number in item.groups}
            for number, group in enumerate(groups):
                if strict or group.word.phrase or not group.words.is_guess():
                    continue
                if number in found_by:
                    # Its parts may stand somewhere and not together: fokusskift, fokusskifte.
                    if found_by[number] == "compound":
                        self._correct(group, most=1)
                    continue
                self._add_derived(group, others, number)
                # Who writes udstationering may be answered by what else udstationere is.
                own = self.finder.lemmas(group.word.text)
                for relative in self._analyzer.relatives(group.word.text):
                    if not self.finder.is_rather_noun(relative, own):
                        self.synonyms.add(group.words, relative, DERIVED, literal=True)
                if group.words.is_guess():
                    self._correct(group, groups[number - 1].word.text if number else "")
            series += [] if query.every else self._say_corrected(groups)
            series += self._compounds.apart_corrected(groups)
        self._weigher.weigh(query, groups, series, asked=asked)
        if not exact and not strict:
            apart = {number for item in series for number in item.groups}
            for number, group in enumerate(groups):
                if group.word.is_whole and not group.word.heading:
                    self._near.add(group, apart=number in apart)
        parted = any(group.shared for group in groups) or any(
            item.how == "compound" for item in series
        )
        return Expansion(
            groups,
            series,
            [self._phrase(phrase) for phrase in query.phrases],
            asked,
            [found for phrase in query.excluded for found in self._without(phrase, exact)],
            self._expressions if parted else {},
        )

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the index."""
        return self._vocabulary

    @property
    def lexicon(self) -> Lexicon:
        """The word list behind the analyses."""
        return self._analyzer.lexicon

    def numbers_of(self, words: Iterable[str]) -> list[int]:
        """Return the numbers of those of ``words`` that are in the index."""
        return self._vocabulary.numbers([form_of(word) for word in words])

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

    def _find(
        self, word: QueryWord, exact: bool, strict: bool = False, numbers: bool = False
    ) -> Words:
        if exact or word.phrase:
            return self.finder.literal(word)
        words = Words()
        if strict and (is_number(word.text) or is_era(word.text)):
            found = self.finder.literal(word)
        else:
            # What is a word as it stands is not another without its letters: vare, være.
            typed = not (strict and self._analyzer.word(word.text).known)
            found = self.finder.find(word, typed=typed, likely=not strict)
        words.take(found, 1.0, None)
        # Elsewhere a number may be that of a place: »anbefaling 2«, »de fem pejlemærker«.
        if (strict or numbers) and not (strict and word.ordinal):
            words.take(self.finder.same_number(word), 1.0, None)
        return words

    def _add_derived(self, group: Group, others: Iterable[Alternatives], number: int) -> None:
        """Add to an English word that nothing says what its Danish words are derived from."""
        for item in others:
            if item.relation == "english" and (item.start, item.end) == (number, number + 1):
                for term in () if item.english else item.terms:
                    elements = self.synonyms.elements(term, family=True)
                    if len(elements) == 1:
                        group.words.take(elements[0], item.weight, "synonym")

    @cached_property
    def _expressions(self) -> dict[int, list[tuple[int, ...]]]:
        """The fixed expressions of the texts, by the form that is their noun."""
        found: dict[int, list[tuple[int, ...]]] = {}
        for words in FIXED:
            pairs = [self._vocabulary.form(form_of(word)) for word in words]
            forms = [pair[0] for pair in pairs if pair]
            if len(forms) == len(words):
                found.setdefault(forms[1], []).append(tuple(forms))
        return found

    def _say_corrected(self, groups: Sequence[Group]) -> list[Series]:
        """Return the terms of several words that a query has once it is corrected.

        And what the thesaurus has for a word that nothing else stands for.
        """
        if not any(group.corrected for group in groups):
            return []
        texts = [next(iter(group.corrected), group.word.text) for group in groups]
        spans = [
            found
            for found in self.synonyms.of_texts(texts)
            if (found.end - found.start > 1 or not groups[found.start].words)
            and any(group.corrected for group in groups[found.start : found.end])
        ]
        return self._as_series(groups, spans)

    def _as_series(
        self, groups: Sequence[Group], expansions: Iterable[Alternatives], *, strict: bool = False
    ) -> list[Series]:
        """Add to ``groups`` the terms of one word, and return those of several.

        If ``strict``, what only may be a term, or is made with one, is no synonym.
        """
        series: list[Series] = []
        for found in expansions:
            span = tuple(range(found.start, found.end))
            for term in found.terms:
                written = found.relation == NOTATION
                links: frozenset[int] | None = frozenset()
                elements = self.synonyms.elements(
                    term,
                    english=found.english,
                    compounds=not written,
                    literal=found.literal,
                    unsure=strict,
                )
                if written and len(elements) == len(span) == 1 and not groups[span[0]].whole:
                    groups[span[0]].words.take(elements[0], found.weight, "inflection")
                    groups[span[0]].same |= elements[0].forms.keys()
                elif written:
                    # The parts of a date stand side by side, and in their order.
                    if elements:
                        series.append(Series(elements, span, found.weight, "inflection", 0, links))
                elif strict and len(elements) == 1:
                    firm = self.synonyms.firmly(term, english=found.english)
                    akin = found.relation == RELATED_TERM
                    how: How = "inflection" if akin else "synonym"
                    for number in span:
                        for words in firm:
                            groups[number].words.take(words, found.weight, how)
                        groups[number].words.take(elements[0], found.weight, None)
                elif len(elements) == 1:
                    for number in span:
                        if found.relation == RELATED_TERM:
                            groups[number].related.append((elements[0], found.weight))
                        else:
                            groups[number].words.take(elements[0], found.weight, "synonym")
                elif elements and not _repeats(elements, groups[found.start : found.end]):
                    reach = len(elements) + 2
                    links = links if found.literal else None
                    series.append(Series(elements, span, found.weight, "synonym", reach, links))
        return series

    def _correct(self, group: Group, before: str = "", *, most: int = 2) -> None:
        """Add what is spelled like an unknown word, with at most ``most`` errors.

        A word of a term that stands ``before`` it may tell what is meant.
        """
        meant = self.corrections.of(group.word.text, most)
        of_terms = () if meant or most < 2 else self.corrections.of_terms(group.word, before)
        for word in meant or of_terms:
            found = self._find(QueryWord(word), exact=False)
            self.synonyms.add(found, word)
            # What the thesaurus has for it may be several words.
            said = found or of_terms or self.synonyms.of_texts([word])
            if said or self._compounds.parts_stand(group.word, word):
                for number in found.found_by("exact") or found.found_by("inflection"):
                    found.forms[number] = found.forms[number]._replace(how="fuzzy")
                group.words.take(found, FUZZY, None)
                group.corrected += (word,)

    def _phrase(self, phrase: Phrase) -> Forms | None:
        """Return a phrase as forms and keys, None if one of its words is not in the index."""
        found = [self._vocabulary.form(form_of(word)) for word in phrase.words]
        pairs = [pair for pair in found if pair]
        if len(pairs) < len(found):
            return None
        forms, keys = zip(*pairs, strict=True)
        return Forms(forms, keys, phrase.heading)


def _pieces(query: Query, words: Iterable[QueryWord]) -> list[int]:
    """Return for each of ``words`` which part of the query it is in; phrases have parts apart."""
    of_word = dict(zip(reversed(query.words), reversed(query.pieces), strict=True))
    return [of_word.get(word, -1 - number) for number, word in enumerate(words)]


def _repeats(term: Sequence[Words], asked: Sequence[Group]) -> bool:
    """Tell whether a term has the very words it is to stand for: it says nothing new then."""
    return all(any(words.keys & group.direct for words in term) for group in asked)
