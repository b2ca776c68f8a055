"""Finding the words of an index that stand for one word of a query."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from strategikort.index.expanding.literal import LiteralFinder
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.expanding.words import (
    COGNATE,
    COMPOUND,
    DERIVED,
    EXACT,
    INFLECTION,
    LOOSE,
    SPELLING,
    STEM,
    How,
    Match,
    Words,
)
from strategikort.index.filling.analysis import Analyzer, WordForms, form_of, loose_of
from strategikort.index.querying.query import QueryWord
from strategikort.language.fold import unaccented
from strategikort.language.numbers.notation import is_number
from strategikort.language.snowball import are_inflected
from strategikort.language.stopwords import DANISH_STOP_WORDS
from strategikort.language.words import PLURALS

_MOST_ABSENT = 30_000
"""Words that are remembered as not being there, which takes little."""


class _Asked(NamedTuple):
    """A word and how it is asked for; see :meth:`WordFinder.find`."""

    word: QueryWord
    compounds: bool
    family: bool
    lemma: bool
    typed: bool
    likely: bool


class WordFinder(LiteralFinder):
    """Finds the words of one index that stand for a word; remembers what it has found."""

    def __init__(self, vocabulary: Vocabulary, analyzer: Analyzer) -> None:
        super().__init__(vocabulary, analyzer)
        self._remembered = lru_cache(maxsize=4096)(self._find)
        self.unlikely = lru_cache(maxsize=4096)(self._find_unlikely)
        self._absent: dict[_Asked, Words] = {}
        self._stops: frozenset[int] | None = None

    def find(
        self,
        word: QueryWord,
        *,
        compounds: bool = True,
        family: bool = True,
        lemma: bool = False,
        typed: bool = True,
        likely: bool = False,
    ) -> Words:
        """Return what stands for ``word``; the answer is shared and may not be changed.

        ``compounds`` takes in compounds with the word, ``family`` words derived from its base;
        ``lemma`` says that the word is a lemma, and no form of another, ``typed`` that it may be
        typed without Danish letters, ``likely`` leaves out what it is hardly a form of.
        """
        asked = _Asked(word, compounds, family, lemma, typed, likely)
        # Most terms of the thesaurus are not there, and there are more than can be remembered else.
        words = self._absent.get(asked)
        if words is None:
            words = self._remembered(asked)
            if not words:
                if len(self._absent) >= _MOST_ABSENT:
                    self._absent.clear()
                self._absent[asked] = words
        return words

    def is_rather_noun(self, word: str, lemmas: Sequence[str]) -> bool:
        """Tell whether a word derived from ``lemmas`` is here only the form of some other noun.

        Where ``lande`` stands, and ``land``, but nothing else of the verb, there is no ``landing``.
        """
        nouns = self._analyzer.nouns(word).difference(lemmas, (form_of(word),))
        if not nouns:
            return False
        there = Words()
        self._add_lemmas(there, (form_of(word),), INFLECTION, "inflection")
        forms = self._vocabulary.shown(there.forms).values()
        if any(self._analyzer.nouns(form).isdisjoint(nouns) for form in forms):
            return False
        return any(self.of_lemma(noun).forms.keys() - there.forms.keys() for noun in nouns)

    def likely(self, forms: Set[int], lemmas: Sequence[str], typed: str) -> set[int]:
        """Return ``forms`` without those that are hardly ever forms of ``lemmas``.

        Nor are those of another class of words than ``typed``: aktiver, aktivt.
        """
        return {
            form
            for form, shown in self._vocabulary.shown(forms).items()
            if not self._analyzer.is_far_fetched(shown, lemmas)
            and self._analyzer.lexicon.are_one_word(shown.lower(), typed.lower())
        }

    def of_lemma(self, lemma: str) -> Words:
        """Return the forms of a dictionary form, and of no other word."""
        word = QueryWord(lemma)
        return self.find(word, compounds=False, family=False, lemma=True, typed=False)

    def meant(self, word: QueryWord, lemmas: Sequence[str]) -> QueryWord:
        """Return the dictionary form that ``word`` is most likely a form of, or ``word``.

        That is the word itself or the first (fremmede is of fremmed, not of fremme), unless the
        index has no other form of that but those of another noun, or of the verb of a participle:
        of tanke, where nobody writes of tanks, is tanken.
        """
        form = form_of(word.text)
        if len(lemmas) == 1 or not self._analyzer.word(word.text).known:
            return word
        likely = [one for one in lemmas if not self._analyzer.is_far_fetched(word.text, (one,))]
        likeliest = form if form in lemmas else likely[0]
        nouns = self._analyzer.nouns(word.text)
        # A dictionary form is itself (lærer) unless it looks like a definite noun or a participle:
        # viften, året, reduceret, konkurrerende.
        if form in lemmas and (form in nouns or not form.endswith(("en", "et", "ende"))):
            return word
        own = self.exact(word).forms.keys()
        # A participle is a form of its verb: reducerede, but not fremmede.
        verbs = () if likeliest in nouns else self._analyzer.lemmas(likeliest)
        for lemma in dict.fromkeys((likeliest, *likely)):
            if lemma != likeliest and lemma not in nouns and lemma not in verbs:
                continue
            if self.likely(self.of_lemma(lemma).forms.keys() - own, (lemma,), word.text):
                return QueryWord(lemma)
        return QueryWord(likeliest)

    def _likelier(self, word: QueryWord, lemmas: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of ``lemmas`` that ``word`` is likely a form of, if one is in the index.

        All of them where none is, or where the word may as well be any of them, as a form of two
        nouns may: kurser, of kurs and kursus.
        """
        meant = self.meant(word, lemmas) if len(lemmas) > 1 else word
        if meant == word:
            return lemmas
        if not self.of_lemma(meant.text):
            return lemmas
        lemma, nouns = form_of(meant.text), self._analyzer.nouns(word.text)
        same = nouns if lemma in nouns else ()
        return tuple(one for one in lemmas if one == lemma or one in same)

    def _find_unlikely(self, word: QueryWord) -> Words:
        """Return the forms of words that ``word`` may be a form of, but hardly is.

        ``unlikely`` does the same and remembers; the answer is shared and may not be changed.
        """
        lemmas = self._analyzer.lemmas(word.text)
        likely = self._likelier(word, lemmas)
        others = [lemma for lemma in lemmas if lemma not in likely]
        words = Words()
        self._add_lemmas(words, others, INFLECTION, "inflection")
        for form in words.forms.keys() - self.likely(words.forms.keys(), others, word.text):
            del words.forms[form]
        return words

    def _find(self, asked: _Asked) -> Words:
        words = self._all(asked)
        if asked.word.prefix:
            return words
        # Nobody who asks for »hav« means »har«, though it may be a form of it.
        for number in words.forms.keys() & self._stop_forms():
            if words.forms[number].weight < EXACT:
                del words.forms[number]
        return words

    def _stop_forms(self) -> frozenset[int]:
        if self._stops is None:
            self._stops = frozenset(self._vocabulary.numbers(DANISH_STOP_WORDS))
        return self._stops

    def _all(self, asked: _Asked) -> Words:
        word = asked.word
        words = self.exact(word)
        form = form_of(word.text)
        # A sign in a number is no letter: 2,5 is not 25.
        if word.prefix or (is_number(form) and not form.isdigit()):
            return words
        known = bool(words)
        analysis = self._analyzer.word(word.text)
        # Who writes ø does not mean o: only a word without Danish letters is taken loosely.
        if asked.typed and not any(letters in form for letters in ("ae", "oe", "aa")):
            is_word = known or analysis.known
            for number, key in self._vocabulary.forms_like(loose_of(word.text)):
                words.add(number, LOOSE if is_word else SPELLING, "exact")
                words.keys.add(key)
        analysis = analysis._replace(lemmas=self._asked_lemmas(asked, analysis.lemmas))
        self._add_lemmas(words, analysis.lemmas, INFLECTION, "inflection", of=word.text)
        # 30 is no part of 156,30.
        if asked.compounds and not form.isdigit():
            self._compounds(words, analysis.lemmas)
        if not words and (analysis.parts or not analysis.known):
            linked = self._analyzer.linked(word.text)
            self._add_lemmas(words, linked, INFLECTION, "inflection")
        if not known and words.forms and not analysis.known:
            # Found by its plain spelling only: what that spelling means is expanded as well.
            for spelled in self._vocabulary.shown(list(words.forms)).values():
                if loose_of(spelled) == loose_of(word.text):
                    other = self._analyzer.word(spelled)
                    self._add_lemmas(words, other.lemmas, INFLECTION, "inflection")
                    if asked.compounds:
                        self._compounds(words, other.lemmas)
        if asked.family:
            self._family(words, word.text, analysis, compounds=asked.compounds)
        if analysis.stem:
            found = bool(words)
            for number, key, near in self._vocabulary.forms_with_stem(analysis.stem):
                # What stands there itself is asked for in its forms, too, and not in its relatives.
                is_name = word.text[:1].isupper()
                inflected = are_inflected(analysis.stem, (form, near), is_name=is_name)
                if inflected or not found:
                    words.add(number, INFLECTION if inflected else STEM, "inflection")
                    words.keys.add(key)
        return words

    def _asked_lemmas(self, asked: _Asked, lemmas: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of the lemmas of a word whose forms are asked for."""
        form = form_of(asked.word.text)
        if asked.lemma:
            plain = unaccented(form)
            return (form, plain) if plain in lemmas and plain != form else (form,)
        if form.endswith("s") and form in lemmas and not self._is_form_in_s(asked.word.text):
            # Majs is maize before it is the genitive of May; forstås is a form of forstå as well.
            return tuple(one for one in lemmas if one != form[:-1])
        return self._likelier(asked.word, lemmas) if asked.likely else lemmas

    def _is_form_in_s(self, word: str) -> bool:
        """Tell whether a word is a passive or a plural, whatever else it is: forstås, teams."""
        verb = word.lower().removesuffix("s")
        passive = verb.endswith(("e", "å")) and self._analyzer.lexicon.is_verb(verb)
        return passive or word.lower() in PLURALS

    def _family(self, words: Words, word: str, analysis: WordForms, *, compounds: bool) -> None:
        """Add words derived from one base with a word, and what an English word is in Danish."""
        # Few of them are there; what these are takes longer to tell.
        there = self._vocabulary.lemmas_among(self._analyzer.family(word))
        family = [one for one in there if not self.is_rather_noun(one, analysis.lemmas)]
        self._add_lemmas(words, family, DERIVED, "inflection")
        if not words and not analysis.known:
            danish = self._analyzer.cognates(word)
            self._add_lemmas(words, danish, COGNATE, "synonym")
            if compounds and words:
                self._compounds(words, danish)

    def _add_lemmas(
        self, words: Words, lemmas: Sequence[str], weight: float, how: How, of: str = ""
    ) -> None:
        """Add the forms of lemmas; those of another class than the word they are ``of`` are less.

        Aktivt and aktiver have one lemma, and are an adjective and a noun.
        """
        lexicon = self._analyzer.lexicon
        keys = self._vocabulary.keys_of_lemmas(lemmas) if lemmas else []
        if keys:
            for number, key, name, shown in self._vocabulary.forms_of_keys(keys):
                # All forms of a key lead to the further lemmas that only some of them have.
                if name in lemmas or not set(self._analyzer.word(shown).lemmas).isdisjoint(lemmas):
                    same = not of or lexicon.are_one_word(of.lower(), shown.lower())
                    words.add(number, weight if same else DERIVED, how)
                    words.keys.add(key)

    def _compounds(self, words: Words, lemmas: Sequence[str]) -> None:
        parts = self._vocabulary.part_keys(lemmas)
        if parts:
            words.add_all(self._vocabulary.compounds(parts), Match(COMPOUND, "compound"))
            words.parts.update(parts)
