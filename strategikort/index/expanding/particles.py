"""Verbs with an adverb behind them, in queries and in the texts of one index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from strategikort.index.expanding.expansion import Group, Series
from strategikort.index.expanding.finder import WordFinder
from strategikort.index.expanding.synonyms import Synonyms
from strategikort.index.expanding.words import DERIVED, INFLECTION, Words
from strategikort.index.filling.analysis import Analyzer
from strategikort.index.querying.query import Query, QueryWord
from strategikort.language.derivation import derived
from strategikort.language.particles import ADVERBS, joined, parted
from strategikort.language.stopwords import is_stop_word
from strategikort.language.thesaurus import Alternatives

_BETWEEN = 3
"""Words between a verb and its adverb, at most: ``lukke hele det åbne internet ned`` has more."""

_REACH = _BETWEEN + 1

_LONGEST = 4
"""Words of an expression behind its verb that are looked at, at most."""

_DIRECTION = {"inde": "ind", "nede": "ned", "oppe": "op", "ude": "ud"}
"""Adverbs of place beside those of direction, which go with the same verbs: ``holde dem ude``."""


class ParticleVerbs:
    """Looks for verbs with an adverb, as one word and as two."""

    def __init__(self, analyzer: Analyzer, finder: WordFinder, synonyms: Synonyms) -> None:
        self._lexicon = analyzer.lexicon
        self._finder = finder
        self._synonyms = synonyms
        self._may_be_verb = lru_cache(maxsize=4096)(self._has_verb)

    def join(self, query: Query, groups: Sequence[Group]) -> None:
        """Add to verbs with an adverb what they are as one word: ``lægge kommuner sammen``."""
        of_word = {group.word: group for group in groups}
        for at, word in enumerate(query.words):
            if word.text.lower() not in ADVERBS:
                continue
            for first in reversed(query.words[max(0, at - _BETWEEN - 1) : at]):
                found = self._as_one(first, word.text.lower()) if first in of_word else None
                if found:
                    for said in (first, word):
                        if said in of_word:
                            of_word[said].words.take(found, INFLECTION, "inflection")
                    break

    def synonyms(self, query: Query, words: Sequence[QueryWord]) -> Iterator[Alternatives]:
        """Yield other ways to say verbs with an adverb that stand apart: ``fryse dem ud``."""
        for verb, _, item in self._said_otherwise(query, words):
            number = words.index(verb)
            yield item._replace(start=number, end=number + 1)

    def adverbs(self, query: Query, words: Sequence[QueryWord]) -> set[int]:
        """Return which of ``words`` say one thing with a verb before them: ``arbejde sammen``."""
        said = {adverb for _, adverb, _ in self._said_otherwise(query, words)}
        return {number for number, word in enumerate(words) if word in said}

    def _said_otherwise(
        self, query: Query, words: Sequence[QueryWord]
    ) -> Iterator[tuple[QueryWord, QueryWord, Alternatives]]:
        """Yield verbs among ``words`` and their adverbs, with each other way to say both."""
        for at, word in enumerate(query.words):
            adverb = _DIRECTION.get(word.text.lower(), word.text.lower())
            if adverb not in ADVERBS:
                continue
            for first in query.words[max(0, at - _BETWEEN - 1) : at]:
                if first in words and self._is_verb(first):
                    for item in self._synonyms.of([first, QueryWord(adverb)], apart=False):
                        if item.start == 0 and item.end == 2:
                            yield first, word, item

    def expressions(self, query: Query, words: Sequence[QueryWord]) -> Iterator[Alternatives]:
        """Yield other ways to say expressions whose verb stands apart: ``holder vi dem i skak``.

        The verb of a question stands before who does it, and an object may stand between too.  Of
        two words neither is a function word then, for those go with others as well.
        """
        places = {word: number for number, word in enumerate(words)}
        for at, verb in enumerate(query.words):
            if not self._is_verb(verb):
                continue
            for begin in range(at + 1, at + 2 + _BETWEEN):
                rest = query.words[begin : begin + _LONGEST]
                for item in self._synonyms.of_expressions([verb, *rest]) if rest else ():
                    said = [verb, *rest[: item.end - 1]]
                    inside = [places[word] for word in said if word in places]
                    if _is_plain(said):
                        continue
                    # Words that stand side by side are looked up as they are anyhow.
                    if begin > at + 1 or 1 < len(inside) < len(said):
                        for number in inside:
                            yield item._replace(start=number, end=number + 1)

    def _is_verb(self, word: QueryWord) -> bool:
        return word.is_whole and self._may_be_verb(word.text)

    def _has_verb(self, word: str) -> bool:
        return any(map(self._lexicon.is_verb, self._lexicon.lemmas(word)))

    def _as_one(self, verb: QueryWord, adverb: str) -> Words | None:
        found = Words()
        for lemma in self._lexicon.lemmas(verb.text) if verb.is_whole else ():
            word = joined(lemma, adverb) if self._lexicon.is_verb(lemma) else ""
            if word and self._is_word(word):
                found.take(self._finder.find(QueryWord(word)), 1.0, None)
        return found or None

    def _is_word(self, verb: str) -> bool:
        """Tell whether a verb is listed, or a noun that only it can be the base of: nedlukning."""
        return self._lexicon.is_verb(verb) or any(map(self._lexicon.is_noun, derived(verb)))

    def apart(self, groups: Sequence[Group]) -> Iterator[Series]:
        """Yield series for verbs, and nouns made of them, that the texts have as two words."""
        for number, group in enumerate(groups):
            if group.word.is_whole and not group.word.heading:
                for verb, adverb in self._as_two(group.word.text):
                    one = self._finder.find(
                        QueryWord(verb), compounds=False, family=False, lemma=True, typed=False
                    )
                    other = self._finder.exact(QueryWord(adverb))
                    if one and other:
                        yield Series((one, other), (number,), DERIVED, "synonym", _REACH)

    def _as_two(self, word: str) -> Iterator[tuple[str, str]]:
        for lemma in self._lexicon.lemmas(word):
            for verb in dict.fromkeys((lemma, *derived(lemma))):
                one, adverb = parted(verb)
                if one and self._lexicon.is_verb(one) and self._is_word(verb):
                    yield one, adverb


def _is_plain(said: Sequence[QueryWord]) -> bool:
    """Tell whether a verb and what goes with it are two words, one of them a function word.

    Auxiliaries among them: what ``har EU status`` has may be something else.
    """
    return len(said) == 2 and any(is_stop_word(word.text) for word in said)
