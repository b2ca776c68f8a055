"""Which words of an index are a word of a subject itself, for what says that it stands or not."""

from __future__ import annotations

from collections.abc import Sequence

from strategikort.index.expanding.finder import WordFinder
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.expanding.words import COMPOUND, Words
from strategikort.index.filling.analysis import Analyzer, form_of
from strategikort.index.querying.query import QueryWord
from strategikort.language.fold import normalize
from strategikort.language.numbers.eras import is_era
from strategikort.language.numbers.notation import is_number
from strategikort.language.words import PLURALS

_PARTS_OF_PLACES = (
    *("nord", "syd", "øst", "vest", "nordøst", "nordvest", "sydøst", "sydvest"),
    *("midt", "mellem", "central", "sønder", "stor"),
)
"""What the name of a place begins with that is part of another, or more: ``Nordjylland``."""

_MOST_CUT = 4
"""Letters that an inflection takes off the end of a noun, at most."""


class OwnForms:
    """Tells the forms of words themselves in one index."""

    def __init__(self, finder: WordFinder, vocabulary: Vocabulary, analyzer: Analyzer) -> None:
        self._finder = finder
        self._vocabulary = vocabulary
        self._analyzer = analyzer

    def of(self, word: QueryWord) -> tuple[list[int], list[int]]:
        """Return the forms of a word itself, and compounds with it.

        A word in its dictionary form is no form of another word here: ``læge``, ``lægge``.
        """
        finder = self._finder
        if word.phrase or word.prefix or is_number(word.text):
            forms = {*finder.literal(word).forms}
            return list(forms | (set() if word.ordinal else {*finder.same_number(word).forms})), []
        if is_era(word.text):
            return list(finder.literal(word).forms), []
        form = form_of(word.text)
        lemma = self._analyzer.is_lemma(word.text)
        lemmas = self._analyzer.lemmas(word.text)
        named = finder.meant(word, lemmas)
        found = finder.find(named, family=False, lemma=lemma or named != word, typed=False)
        compounds = {*found.found_by("compound"), *self.parts_of_place(word).forms}
        asked = (form_of(named.text),) if lemma or named != word else lemmas
        forms = finder.likely(found.forms.keys() - compounds, asked, word.text)
        forms = self._without_verbs(forms, asked)
        forms = {*forms, *finder.exact(word).forms, *finder.same_number(word).forms} - compounds
        # Lande, which may be a verb, is more often land.
        nouns = self._analyzer.nouns(word.text) - {form}
        plural = nouns if word.text.lower() in PLURALS else nouns.intersection(lemmas[:1])
        # Nor is what no ending makes of the other, as it is spelled as well: resurse, ressource.
        plural |= {one for one in nouns if not _may_be_made(form, one)}
        for other in lemmas if lemma else ():
            # A neuter is no noun of its own only: grønt, grønne; allieret, allierede.
            if form == f"{other}t" or other in plural:
                same = finder.find(QueryWord(other), family=False, lemma=True, typed=False)
                longer = set(same.found_by("compound"))
                shown = self._vocabulary.shown(same.forms.keys() - longer)
                forms |= {
                    one for one, word in shown.items() if self._analyzer.lemmas(word)[0] == other
                }
                compounds |= (longer if other in plural else set()) - forms
        return list(forms), list(compounds)

    def parts_of_place(self, word: QueryWord) -> Words:
        """Return the names of the parts of a place: of ``Jylland`` »Nordjylland«."""
        words = Words()
        if self._analyzer.lexicon.is_only_name(normalize(word.text).lower()):
            for head in _PARTS_OF_PLACES:
                for ending in ("", "s"):
                    found = self._vocabulary.form(form_of(f"{head}{word.text.lower()}{ending}"))
                    if found:
                        words.add(found[0], COMPOUND, "compound")
                        words.keys.add(found[1])
        return words

    def _without_verbs(self, forms: set[int], lemmas: Sequence[str]) -> set[int]:
        """Return ``forms`` of ``lemmas`` without infinitives, if the index has no others of them.

        Where texts have skabe and skaber, but neither skabet nor skabene, nobody writes of a skab.
        """
        verbs: dict[int, list[str]] = {}
        for form, shown in self._vocabulary.shown(forms).items():
            word = shown.lower()
            itself = form_of(word) in lemmas
            verbs[form] = [
                verb
                for verb in self._analyzer.lexicon.listed(word)
                if (itself or verb == word)
                and form_of(verb) not in lemmas
                and verb not in PLURALS
                and self._analyzer.lexicon.is_infinitive(verb)
            ]
        if not all(verbs.values()):
            return forms
        return {
            form
            for form in forms
            if not any(self._finder.of_lemma(verb).forms.keys() - forms for verb in verbs[form])
        }


def _may_be_made(form: str, lemma: str) -> bool:
    """Tell whether ``form`` has so much of ``lemma`` that it may be an inflection of it."""
    return form[: len(lemma) - _MOST_CUT] == lemma[: len(lemma) - _MOST_CUT]
