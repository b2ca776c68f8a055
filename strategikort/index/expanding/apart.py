"""Compounds that the texts write apart, and words that were typed apart and are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain, combinations, pairwise, product

from strategikort.index.expanding.expansion import Group, Series
from strategikort.index.expanding.finder import WordFinder
from strategikort.index.expanding.ownforms import OwnForms
from strategikort.index.expanding.synonyms import Synonyms
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.expanding.words import INFLECTION, SPELLING, Words
from strategikort.index.filling.analysis import Analyzer, form_of
from strategikort.index.querying.query import Query, QueryWord
from strategikort.language.compounds import LINKS
from strategikort.language.numbers.notation import is_number
from strategikort.language.spelling import letters_of
from strategikort.language.stopwords import is_stop_word
from strategikort.language.thesaurus import Alternatives
from strategikort.language.tokens import as_one

APART = 0.6
"""What the parts of a compound are worth that stand near each other."""

APART_CORRECTED = 0.38
"""What they are worth where the compound is what a misspelt word was taken for.

Less than what is asked for among very many passages (see :data:`SAME`).
"""

DIRECTIONS = frozenset({"nord", "syd", "øst", "vest"})
"""Parts of names that do not say which place is meant: Sydsudan, Sydkorea."""

_RUN = range(5, 41)
"""Letters of a word that may be several run together."""

_LEAST_PIECE = 2
"""Letters of each of these, at least."""

REACH = 15
"""Words within which the parts of a compound must stand when it is written apart."""

NEAR = 2
"""Words between the parts of a compound that is itself only another way to say something."""

_CAPITAL_INSIDE = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")
"""Where a name goes on with a capital: ``OpenAI``, ``MitID``."""

_PREPOSITIONS = ("af", "for", "fra", "i", "inden", "om", "over", "på", "til", "ved", "mod")
"""What stands between the parts of a compound that are turned round: ``sikkerhed i rummet``."""

_ADJECTIVE_ENDINGS = ("", "t", "e")


class Compounds:
    """Looks for compounds in one index, as one word and as several."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        analyzer: Analyzer,
        finder: WordFinder,
        own_forms: OwnForms,
        synonyms: Synonyms,
    ) -> None:
        self._vocabulary = vocabulary
        self._analyzer = analyzer
        self._finder = finder
        self._own_forms = own_forms
        self._synonyms = synonyms
        self._own_parts = lru_cache(maxsize=1024)(self._find_own_parts)
        self._remembered = lru_cache(maxsize=1024)(self._find_elements)

    def join(self, query: Query, groups: Sequence[Group]) -> None:
        """Add to words that were typed apart what they are as one: ``mellem østen``.

        A function word is part of a word only where the other is none by itself, or where the two
        are an adverb, which is the same word then: ``af sted``, ``afsted``.
        """
        of_word = {group.word: group for group in groups}
        joined: dict[str, list[Group]] = {}
        same = {as_one(run): run for run in query.hyphenated}
        for first, last in pairwise(query.words):
            parts = [of_word[word] for word in (first, last) if word in of_word]
            alone = len(parts) == 1 and parts[0].direct
            if parts and self._is_adverb(first.text + last.text):
                same[first.text + last.text] = (first.text, last.text)
            elif parts and not alone and (first.text + last.text).isalpha():
                joined |= {f"{first.text}{link}{last.text}": parts for link in LINKS}
        for word, run in same.items():
            joined[word] = [group for group in groups if group.word.text in run]
        names = {word: (form_of(word), self._analyzer.word(word).key) for word in joined}
        there = self._vocabulary.known_of(tuple(chain.from_iterable(names.values())))
        for word, parts in joined.items():
            if there.isdisjoint(names[word]):
                continue
            words = self._finder.find(QueryWord(word), compounds=False, family=False)
            if not words.is_guess():
                own, _ = self._own_forms.of(QueryWord(word)) if word in same else ((), ())
                for group in parts:
                    group.words.take(
                        words, SPELLING, "compound" if len(parts) > 1 else "inflection"
                    )
                    group.same |= words.forms.keys() & set(own)
                    group.same |= self._with_capital(
                        words, word, [part.word.text for part in parts]
                    )

    def _with_capital(self, words: Words, word: str, parts: Sequence[str]) -> set[int]:
        """Return the forms in which one word shows by a capital that it is two: ``OpenAI``."""
        shown = self._vocabulary.shown(words.forms)
        return {
            form
            for form, written in shown.items()
            if form_of(written) == form_of(word)
            and [*filter(None, _CAPITAL_INSIDE.split(written))] == [*parts]
        }

    def _is_adverb(self, word: str) -> bool:
        """Tell whether a preposition and another word make a listed word without inflection."""
        lexicon = self._analyzer.lexicon
        return word.lower().startswith(_PREPOSITIONS) and lexicon.is_uninflected(word.lower())

    def apart(self, groups: Sequence[Group]) -> list[Series]:
        """Return series for compounds that the texts write apart: all parts near each other.

        A compound that is not in the index may also stand there with a synonym for a part.  One of
        the dictionary means more than its parts say (``grundlov``), so longer words count for it
        only if they are made of its own parts, or if it is not there in any other way.
        """
        series: list[Series] = []
        for number, group in enumerate(groups):
            if is_number(group.word.text):
                continue
            known = self._analyzer.word(group.word.text).known
            new = not (group.words or known)
            elements = self._elements(group.word, group.word.text, synonyms=new)
            if not (elements or group.words) and known and not self._has_function_word(group.word):
                elements = self._elements(group.word, group.word.text, widely=True)
            halves = self._halves(group.word) if new else ()
            series += [Series(pair, (number,), APART, "compound", REACH) for pair in halves]
            if elements:
                series.append(Series(elements, (number,), APART, "compound", REACH))
            elif not halves:
                series += self.run_together(groups, number)
        return series

    def run_together(self, groups: Sequence[Group], number: int) -> list[Series]:
        """Return series for the words of the texts that make an unknown one: ``opensource``."""
        group = groups[number]
        text = group.word.text
        known = group.words or self._analyzer.word(text).known
        # What a number stands before is one thing with it: of 1.5 degrees, 2 says nothing.
        unknown = not (known or _follows_number(groups, number))
        if not (unknown or _CAPITAL_INSIDE.search(text) or self._is_adverb(text)):
            return []
        return [
            Series(words, (number,), SPELLING, "compound", 0, frozenset())
            for words in self._pieces(group.word)
        ]

    def _pieces(self, word: QueryWord) -> Iterator[tuple[Words, ...]]:
        """Yield the words of the texts that one is made of, the last of them in all its forms."""
        form = form_of(word.text)
        if not (word.is_whole and form.isalpha() and len(form) in _RUN):
            return
        ends = range(_LEAST_PIECE, len(form) - _LEAST_PIECE + 1)
        begins = self._vocabulary.standing([form[:end] for end in ends])
        begun = [(form[:end], form[end:]) for end in ends if form[:end] in begins]
        parted = [
            (form[:a], form[a:b], form[b:])
            for a, b in combinations(ends, 2)
            if form[:a] in begins and b - a >= _LEAST_PIECE
        ]
        middles = self._vocabulary.standing({middle for _, middle, _ in parted})
        runs = [*begun, *(run for run in parted if run[1] in middles)]
        for *first, last in runs:
            if is_stop_word(last):
                continue
            # With a function word it is one only as it stands: ad hoc, but not at se.
            if any(map(is_stop_word, first)):
                final = self._finder.exact(QueryWord(last))
            else:
                final = self._finder.find(
                    QueryWord(last), compounds=False, family=False, typed=False
                )
            if final:
                yield (*(self._finder.exact(QueryWord(piece)) for piece in first), final)

    @cached_property
    def links(self) -> frozenset[int]:
        """The forms that stand between parts that are turned round."""
        return frozenset(self._vocabulary.numbers([form_of(word) for word in _PREPOSITIONS]))

    def said_apart(
        self,
        query: Query,
        groups: Sequence[Group],
        series: Sequence[Series],
        others: Iterable[Alternatives],
    ) -> list[Series]:
        """Return series for compounds that say what nothing else in the index does.

        They are those of the thesaurus that the texts write apart: ``spilafhængighed`` for
        ``ludomani``, where it says »afhængighed af spil«.  Where the compound of the query may
        itself be written apart, its parts need not stand together, and such a one answers as well
        if its parts stand side by side: »udgifter til forsvar« for ``militærudgifter``.  So does
        one for several words of the query together, whose words say less: ``penge til hæren``.
        """
        hyphened = set(query.hyphenated)
        parted = {number for item in series if item.how == "compound" for number in item.groups}
        said = {number for item in series if item.how != "compound" for number in item.groups}
        said |= {number for number, group in enumerate(groups) if group.words}
        found: list[Series] = []
        for item in others:
            span = tuple(range(item.start, item.end))
            texts = tuple(group.word.text for group in groups[item.start : item.end])
            several = len(span) > 1 and texts not in hyphened
            if item.relation != "synonym" or not (several or said.isdisjoint(span)):
                continue
            strict = several or not parted.isdisjoint(span)
            for word in map(QueryWord, filter(str.isalpha, item.terms)):
                if self._has_function_word(word):
                    continue
                find = self.own_parts if strict else self._elements
                parts = find(word, word.text)
                weight, reach = APART * item.weight, len(parts) + NEAR
                links = self.links if strict else None
                if parts:
                    found.append(Series(parts, span, weight, "compound", reach, links))
        return found

    def parts_stand(self, word: QueryWord, corrected: str) -> bool:
        """Tell whether all parts of the compound that a word was taken for are in the index."""
        return bool(self._elements(word, letters_of(corrected)))

    def apart_corrected(self, groups: Sequence[Group]) -> list[Series]:
        """Return series as :meth:`apart` does, for what misspelt words were taken for."""
        return [
            Series(elements, (number,), APART_CORRECTED, "compound", REACH)
            for number, group in enumerate(groups)
            for word in group.corrected
            if (elements := self._elements(group.word, letters_of(word)))
        ]

    def own_parts(self, word: QueryWord, compound: str) -> tuple[Words, ...]:
        """Return what stands for each part of a compound and has no others; empty if one has none.

        ``word`` is the one that the compound stands for.  The answer is shared and may not be
        changed.
        """
        return self._own_parts(compound) if word.is_whole else ()

    def _find_own_parts(self, compound: str) -> tuple[Words, ...]:
        elements = [words for _, words in self._parts(compound, family=False)]
        self._keep_own(elements, compound)
        return tuple(elements) if all(elements) else ()

    def _elements(
        self, word: QueryWord, compound: str, *, synonyms: bool = False, widely: bool = False
    ) -> tuple[Words, ...]:
        """Return what stands for each part of a compound; empty if one of them is not there.

        ``synonyms`` takes in those of the parts, ``widely`` for a listed compound whatever its
        parts are part of.  The answer is shared and may not be changed.
        """
        return self._remembered(compound, synonyms, widely) if word.is_whole else ()

    def _find_elements(self, compound: str, synonyms: bool, widely: bool) -> tuple[Words, ...]:
        found = self._parts(compound, family=True)
        elements = tuple(words for _, words in found)
        if self._analyzer.word(compound).known and not widely:
            self._keep_own(elements, compound)
        for part, words in found:
            self._raise_adjectives(words, part)
            if synonyms:
                self._synonyms.add(words, part)
        return elements if all(elements) else ()

    def _halves(self, word: QueryWord) -> list[tuple[Words, ...]]:
        """Return what stands for the halves of a compound of compounds, synonyms among it."""
        found: list[tuple[Words, ...]] = []
        for pair in self._analyzer.halves(word.text) if word.is_whole else ():
            halves = (Words(), Words())
            for half, words in zip(pair, halves, strict=True):
                words.take(self._finder.find(QueryWord(half), typed=False), 1.0, None)
                self._synonyms.add(words, half)
            if all(halves):
                found.append(halves)
        return found

    def _parts(self, compound: str, *, family: bool) -> list[tuple[str, Words]]:
        """Return the parts of a compound, each with what stands for it; none if it is none."""
        parts = self._analyzer.parts_as_words(compound)
        if len(parts) < 2 or parts[0] in DIRECTIONS:
            return []
        found = [(part, Words()) for part in parts]
        for part, words in found:
            of_part = self._finder.find(QueryWord(part), family=family, lemma=True, typed=False)
            words.take(of_part, 1.0, None)
        return found

    def _has_function_word(self, word: QueryWord) -> bool:
        """Tell whether a part of a compound is a function word: ``kolonihave`` says no such."""
        return any(map(is_stop_word, self._analyzer.parts_as_words(word.text)))

    def _raise_adjectives(self, words: Words, part: str) -> None:
        """Let the adjective of a part count as a form of it: ``handelsmæssig`` and ``handel``."""
        endings = product(LINKS, _ADJECTIVE_ENDINGS)
        adjectives = [form_of(f"{part}{link}mæssig{ending}") for link, ending in endings]
        for form in words.forms.keys() & {*self._vocabulary.numbers(adjectives)}:
            words.add(form, INFLECTION, "compound")

    def _keep_own(self, elements: Iterable[Words], compound: str) -> None:
        """Take out of ``elements`` the compounds that have parts which ``compound`` has not."""
        own = self._vocabulary.part_keys(self._analyzer.parts_of(compound))
        kept = self._vocabulary.compounds_of(own)
        for words in elements:
            words.forms = {
                form: match
                for form, match in words.forms.items()
                if match.how != "compound" or form in kept
            }


def _follows_number(groups: Sequence[Group], at: int) -> bool:
    return at > 0 and is_number(groups[at - 1].word.text)
