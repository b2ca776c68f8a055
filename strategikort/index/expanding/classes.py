"""The class of words as which something is looked for, where its forms may be of several.

What is typed tells the class where it can be of no other: ``spillere`` is nothing but a noun, and
so is then what is said for it: for ``tilsagn`` »et løfte«, but not »løfte i flok«.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from strategikort.index.expanding.synonyms import Synonyms
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.expanding.words import DERIVED, Words
from strategikort.index.filling.analysis import Analyzer
from strategikort.index.querying.query import QueryWord
from strategikort.language.fold import normalize
from strategikort.language.listed import only_class
from strategikort.language.thesaurus import Alternatives


class WordClasses:
    """Tells in one index which forms may be of another class than what is looked for.

    Remembers what it has found.
    """

    def __init__(self, vocabulary: Vocabulary, analyzer: Analyzer, synonyms: Synonyms) -> None:
        self._vocabulary = vocabulary
        self._analyzer = analyzer
        self._synonyms = synonyms
        self._of_derived = lru_cache(maxsize=1024)(self._find_derived)
        self._ambiguous = lru_cache(maxsize=4096)(self._find_ambiguous)
        self._of_terms = lru_cache(maxsize=4096)(self._find_terms)

    def of_words(self, words: Iterable[tuple[QueryWord, Iterable[int]]]) -> dict[int, str]:
        """Return those of the forms of words that may be of another class, each with its own."""
        asked: dict[int, str] = {}
        for word, forms in words:
            wanted = self._only(word.text) if word.is_whole and not word.phrase else None
            if wanted:
                asked |= self._ambiguous(tuple(forms), wanted)
        return asked

    def of_others(
        self, words: Sequence[tuple[QueryWord, Words]], said: Iterable[Alternatives]
    ) -> dict[int, str]:
        """Return the same of what is derived from words, and of what is ``said`` for them."""
        asked: dict[int, str] = {}
        for word, found in words:
            derived = tuple(
                form
                for form, match in found.forms.items()
                if match.how == "inflection" and match.weight == DERIVED
            )
            if derived:
                asked |= self._of_derived(word.text, derived)
        for item in said:
            if item.end - item.start == 1 and not item.english:
                wanted = self._only(words[item.start][0].text)
                if wanted:
                    asked |= self._of_terms(item.terms, wanted)
        if not asked:
            return asked
        own = {form for _, found in words for form in own_forms(found)}
        return {form: wanted for form, wanted in asked.items() if form not in own}

    def _find_derived(self, word: str, derived: Sequence[int]) -> Mapping[int, str]:
        """Return those of the forms derived from a word that may be of another class."""
        asked: dict[int, str] = {}
        family = {*self._analyzer.relatives(word)}
        for form, shown in self._vocabulary.shown(derived).items() if family else ():
            classes = {*self._analyzer.lexicon.listed_classes(_small(shown), family)}
            wanted = only_class(classes)
            if wanted and self._is_ambiguous(shown, wanted):
                asked[form] = wanted
        return asked

    def _find_terms(self, terms: Sequence[str], wanted: str) -> Mapping[int, str]:
        """Return the forms of terms that are of a class; none if some are only of another."""
        asked: dict[int, str] = {}
        single = [term for term in terms if term.isalpha()]
        if any(self._only(term) not in (None, wanted) for term in single):
            return asked
        for term in single:
            if self._is_ambiguous(term, wanted):
                for words in self._synonyms.elements(term):
                    asked |= self._ambiguous(tuple(own_forms(words)), wanted)
        return asked

    def _find_ambiguous(self, forms: Sequence[int], wanted: str) -> Mapping[int, str]:
        return {
            form: wanted
            for form, shown in self._vocabulary.shown(forms).items()
            if self._is_ambiguous(shown, wanted)
        }

    def _only(self, word: str) -> str | None:
        """Return the one class that a word is of; None if it may be of several, or of none."""
        return only_class(self._analyzer.lexicon.classes(_small(word)))

    def _is_ambiguous(self, word: str, wanted: str) -> bool:
        """Tell whether a word may be of another class than is ``wanted``, or is."""
        classes = self._analyzer.lexicon.classes(_small(word))
        return bool(classes) and only_class(classes) != wanted


def _small(word: str) -> str:
    return normalize(word).lower()


def own_forms(found: Words) -> Iterator[int]:
    """Yield the forms that are a word itself, inflected or not."""
    for form, match in found.forms.items():
        if match.how in ("exact", "inflection") and match.weight > DERIVED:
            yield form
