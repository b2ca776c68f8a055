"""Verbs with an adverb behind them, in queries and in the texts of one index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strategikort.index.analysis import Analyzer
from strategikort.index.expansion import Group, Series
from strategikort.index.finder import WordFinder
from strategikort.index.query import Query, QueryWord
from strategikort.index.words import DERIVED, INFLECTION, Words
from strategikort.language.derivation import derived
from strategikort.language.particles import ADVERBS, joined, parted

_BETWEEN = 3
"""Words between a verb and its adverb, at most: ``lukke hele det åbne internet ned`` has more."""

_REACH = _BETWEEN + 1


class ParticleVerbs:
    """Looks for verbs with an adverb, as one word and as two."""

    def __init__(self, analyzer: Analyzer, finder: WordFinder) -> None:
        self._lexicon = analyzer.lexicon
        self._finder = finder

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

    def _as_one(self, verb: QueryWord, adverb: str) -> Words | None:
        found = Words()
        for lemma in self._lexicon.lemmas(verb.text.lower()) if verb.is_whole else ():
            if self._lexicon.is_verb(lemma):
                for word in joined(lemma, adverb):
                    if self._is_word(word):
                        found.take(self._finder.find(QueryWord(word)), 1.0, None)
        return found or None

    def _is_word(self, verb: str) -> bool:
        """Tell whether a verb is listed, or a noun that only it can be the base of: nedlukning."""
        return self._lexicon.is_verb(verb) or any(map(self._lexicon.is_noun, derived(verb)))

    def apart(self, groups: Sequence[Group]) -> Iterator[Series]:
        """Yield series for verbs, and nouns made of them, that the texts have as two words."""
        for number, group in enumerate(groups):
            if group.word.is_whole and not group.word.heading:
                for verb, adverb in self._as_two(group.word.text.lower()):
                    one = self._finder.find(
                        QueryWord(verb), compounds=False, family=False, lemma=True, typed=False
                    )
                    other = self._finder.exact(QueryWord(adverb))
                    if one and other:
                        yield Series((one, other), (number,), DERIVED, "synonym", _REACH)

    def _as_two(self, word: str) -> Iterator[tuple[str, str]]:
        for lemma in self._lexicon.lemmas(word):
            for verb in dict.fromkeys((lemma, *derived(lemma))):
                for one, adverb in parted(verb):
                    if self._lexicon.is_verb(one) and self._is_word(verb):
                        yield one, adverb
