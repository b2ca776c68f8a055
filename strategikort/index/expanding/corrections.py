"""What the unknown words of a query may be misspelt for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from strategikort.index.expanding.finder import WordFinder
from strategikort.index.expanding.fuzzy import is_likely
from strategikort.index.expanding.synonyms import Synonyms
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.filling.analysis import Analyzer, form_of
from strategikort.index.querying.query import QueryWord
from strategikort.language.fold import normalize
from strategikort.language.spelling import letters_of
from strategikort.language.stopwords import is_stop_word

if TYPE_CHECKING:
    from strategikort.language.misspelt import Misspelt

_LONG_COMPOUND, _LONG_PART = 10, 4
"""Letters of what is taken for a compound and not for a misspelling, and of each part of it."""

_LONG_ENOUGH = 6
"""Letters of a word that is compared with the dictionary where the texts have none like it."""

_INFLECTED = ("ernes", "erne", "rnes", "rne", "enes", "ene", "ens", "ets", "en", "et", "er", "ne")
"""Endings of nouns that make two errors or more where the texts have another form of the word."""

_LONGEST_NAME = 7
"""Letters of a word with a capital that is taken for a name and not for a common word misspelt."""


class Corrections:
    """Finds what words may be misspelt for: in one index, the dictionary and the thesaurus.

    ``of`` gives that for a word with at most so many errors, ``of_terms`` for one that may belong
    to a term with the word before it.
    """

    def __init__(
        self, vocabulary: Vocabulary, analyzer: Analyzer, finder: WordFinder, synonyms: Synonyms
    ) -> None:
        self._vocabulary = vocabulary
        self._analyzer = analyzer
        self._finder = finder
        self._synonyms = synonyms
        self.of = lru_cache(maxsize=1024)(self._find_meant)
        self.of_terms = lru_cache(maxsize=1024)(self._find_of_terms)

    @cached_property
    def misspelt(self) -> Misspelt:
        """The words of the list that others are nearly spelt like; loaded for what is unknown."""
        from strategikort.language.misspelt import Misspelt

        return Misspelt(self._analyzer.lexicon)

    def absent(self, words: Iterable[QueryWord]) -> list[str]:
        """Return what the unknown of ``words`` may be misspelt for that is nowhere in the index."""
        meant = (
            letters_of(near)
            for word in words
            if word.is_whole and not self._finder.find(word)
            for near in self.of(word.text, 2)
        )
        return [near for near in meant if not self._finder.find(QueryWord(near))]

    def near_words(self, word: str) -> tuple[str, ...]:
        """Return words of the texts that are spelt much like ``word``, which is not there.

        For what is no word at all, and no nearer to one there, or a word without its Danish
        letters, those of the dictionary.
        """
        if self._finder.find(QueryWord(word)):
            return ()
        known = self._analyzer.word(word).known
        plain = () if known else tuple(self.misspelt.typed_plainly(word))
        if plain:
            return plain
        near = dict(self._vocabulary.near(form_of(word)))
        # One error is likelier than two.
        sure = known or 1 in near.values()
        own = {*self._analyzer.lemmas(word)}
        meant = () if sure else self.misspelt.near(word.lower())
        # A word is no misspelling of that which it is a form of: klimaflygtninge.
        listed = tuple(one for one in meant if own.isdisjoint(self._analyzer.lemmas(one)))
        forms = [form[0] for form in map(self._vocabulary.form, near) if form]
        return listed or tuple(self._vocabulary.shown(forms).values())

    def _find_of_terms(self, word: QueryWord, before: str) -> Sequence[str]:
        known = self._analyzer.word(word.text).known or not word.is_whole
        return [] if known else self._synonyms.near(word.text, before)

    def _find_meant(self, typed: str, most: int) -> Sequence[str]:
        """Return what an unknown word may be misspelt for, with at most ``most`` errors."""
        if self._analyzer.word(typed).known or self._is_word_with_others(typed):
            return []
        # A long compound that nobody has listed is one, and no misspelling of another word; a name
        # (Grønlind) or a short word may have parts by accident.
        parts = self._analyzer.simple_parts(typed) if len(typed) >= _LONG_COMPOUND else ()
        made = "".join(parts) == typed and min(map(len, parts), default=0) >= _LONG_PART
        form = form_of(typed)
        # Danish letters that a keyboard did not have are likelier than an error: sohandel.
        plain = [] if made else self.misspelt.typed_plainly(typed)
        if plain:
            return plain
        distances = {
            word: distance
            for word, distance in self._vocabulary.near(form)
            if distance <= most
            and not is_stop_word(word)
            and not (typed[:1].isupper() and self._is_another_name(form, word, distance))
            and not (made and self._analyzer.simple_parts(letters_of(word))[:1] != parts[:1])
        }
        near = [*distances] or ([] if made else self._inflected_near(typed))
        short = len(form) < _LONG_ENOUGH
        if 1 in distances.values() or short:
            return near
        # One error is likelier than two: pensjon is pension, and not person.
        listed = self.misspelt.near(typed.lower())
        if typed[:1].isupper():
            # A short word with a capital that no text has is a name: Tysklnad.
            names = [*filter(self._analyzer.lexicon.is_only_name, listed)]
            others = listed if len(form) > _LONGEST_NAME else names
            near = near or [word.capitalize() if word in names else word for word in others]
            listed = []
            if len(form) < _LONG_COMPOUND:
                return near
        return (
            listed
            or near
            or self.misspelt.compounds_typed_plainly(typed)
            or self.misspelt.compounds_near(typed.lower())
        )

    def _is_word_with_others(self, typed: str) -> bool:
        """Tell whether an unlisted word is one all the same, by what it stands in: nano, first."""
        return bool(
            self._synonyms.of_texts([typed])
            or self._synonyms.begins_terms(typed)
            or self._analyzer.lexicon.begins_words(normalize(typed).lower())
        )

    def _inflected_near(self, typed: str) -> list[str]:
        """Return what a long word with one error may be an inflection of."""
        for ending in _INFLECTED:
            stem = typed.removesuffix(ending)
            if _LONG_COMPOUND <= len(stem) < len(typed):
                near = self._vocabulary.near(form_of(stem))
                if words := [word for word, distance in near if distance == 1]:
                    return words
        return []

    def _is_another_name(self, form: str, word: str, distance: int) -> bool:
        """Tell whether a word typed with a capital is a name rather than ``word`` with errors.

        A name is no other word with another first letter (Gdansk, dansk), and a short one is no
        common word with another letter for one of its own (Orban, organ) unless that is often
        written, nor with two errors (Barnier, banner).
        """
        if word[0] != form[0]:
            return True
        near = letters_of(word)
        typed = letters_of(form)
        slip = (distance == 1 and len(typed) != len(near)) or sorted(typed) == sorted(near)
        if len(typed) > _LONGEST_NAME or slip or is_likely(typed, near):
            return False
        found = self._finder.find(QueryWord(word), compounds=False, family=False, typed=False)
        shown = self._vocabulary.shown(found.forms).values()
        return not any(spelled[:1].isupper() for spelled in shown)
