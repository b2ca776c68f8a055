"""Finding the words of an index that are written like one of a query."""

from __future__ import annotations

from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.expanding.words import EXACT, INFLECTION, Words
from strategikort.index.filling.analysis import Analyzer, form_of
from strategikort.index.querying.query import QueryWord
from strategikort.language.numbers.numerals import same_number


class LiteralFinder:
    """Finds the words of one index that are a word as it stands, or in figures."""

    def __init__(self, vocabulary: Vocabulary, analyzer: Analyzer) -> None:
        self._vocabulary = vocabulary
        self._analyzer = analyzer

    def exact(self, word: QueryWord) -> Words:
        """Return what is written like a word, or begins with it, and nothing else."""
        words = Words()
        if word.prefix:
            return self._beginning(word)
        found = self._vocabulary.form(form_of(word.text))
        if found:
            words.add(found[0], EXACT, "exact")
            words.keys.add(found[1])
        return words

    def same_number(self, word: QueryWord) -> Words:
        """Return a number in letters that is given in digits, and the other way round."""
        words = Words()
        numeral = same_number(word.text.lower())
        found = self._vocabulary.form(form_of(numeral)) if numeral else None
        if found:
            words.add(found[0], INFLECTION, "inflection")
            words.keys.add(found[1])
        return words

    def literal(self, word: QueryWord) -> Words:
        """Return what is written like a word, also with a hyphen or with a half left out.

        Those stand where the parts of compounds do: ``cyberspionage og -kriminalitet``.
        """
        words = self.exact(word)
        if not word.prefix:
            compound = bool(self._analyzer.word(word.text).parts)
            words.parts.update(
                key for key in words.keys if compound or not self._vocabulary.has_compounds([key])
            )
        return words

    def _beginning(self, word: QueryWord) -> Words:
        form = form_of(word.text)
        words = Words()
        for number, key in self._vocabulary.forms_beginning(form):
            words.add(number, INFLECTION, "inflection")
            words.keys.add(key)
        own = self._vocabulary.form(form)
        if own:
            words.add(own[0], EXACT, "exact")
        return words
