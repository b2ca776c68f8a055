"""What is only near a word of the query: worth little, no answer where there are better ones."""

from __future__ import annotations

from strategikort.index.expanding.apart import APART, DIRECTIONS
from strategikort.index.expanding.expansion import Group
from strategikort.index.expanding.finder import WordFinder
from strategikort.index.expanding.synonyms import Synonyms
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.expanding.weights import Weigher
from strategikort.index.expanding.words import RELATED, Words
from strategikort.index.filling.analysis import Analyzer, form_of
from strategikort.index.querying.query import QueryWord
from strategikort.language.numbers.notation import is_number

TELLING = 2.3
"""How rare (see :meth:`Weigher.rarity`) a part must be to say what a compound is about."""

HEAD = 0.5
"""What the part that says which kind of thing a compound is, is worth beside what it is about."""

FEW_ENOUGH = 1_000
"""Passages; a part that stands in more says too little of a compound, however large the index."""


class Near:
    """Adds to words of a query what is near them in one index."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        analyzer: Analyzer,
        finder: WordFinder,
        synonyms: Synonyms,
        weigher: Weigher,
    ) -> None:
        self._vocabulary = vocabulary
        self._analyzer = analyzer
        self._finder = finder
        self._synonyms = synonyms
        self._weigher = weigher

    def add(self, group: Group, *, apart: bool) -> None:
        """Add to a word of the query what is near it and worth little.

        That is what a word is hardly a form of, related terms, words of one base with the synonyms
        of a word that is not there itself, and what shares a telling part with a compound that was
        found, or may be ``apart``.
        """
        # Nothing is near a number, and other ways to write it are as good as it.
        if not (group.direct or group.corrected or is_number(group.word.text)):
            self._synonyms.add(group.weak, group.word.text, RELATED, family=True)
        group.weak.take(self._finder.unlikely(group.word), RELATED, "inflection")
        for words, weight in group.related:
            group.weak.take(words, weight, "synonym")
        if not (group.words or group.weak or apart):
            return
        worth = RELATED if group.words or group.weak else RELATED * APART
        # The digits on either side of a sign are no parts of a number.
        of = () if is_number(group.word.text) else (group.word.text,)
        for word in group.corrected or self._as_spelled(group) or of:
            self._share(group, word, worth)

    def _share(self, group: Group, word: str, worth: float) -> None:
        """Add what shares a telling part with a compound: another part counts beside it only."""
        for at, part in enumerate(self._analyzer.parts_as_words(word)):
            words = self._finder.find(QueryWord(part), lemma=True, typed=False)
            if part in DIRECTIONS or not self._is_telling(words):
                continue
            group.shared.append(words)
            about = self._beginning_with(words, part, word) if at == 0 else set()
            group.alone |= about
            for form, match in words.forms.items():
                least = 1.0 if form in about else HEAD
                group.weak.add(form, worth * least * match.weight, "compound")
            group.weak.keys |= words.keys
            group.weak.parts |= words.parts
        for head in self._analyzer.heads(word):
            words = self._finder.find(QueryWord(head), compounds=False, family=False, typed=False)
            if head not in DIRECTIONS and self._is_telling(words):
                group.alone |= self._nouns_only(words)
                group.weak.take(words, worth * HEAD, "compound")

    def _nouns_only(self, words: Words) -> set[int]:
        """Return the forms that are of no verb: »hvem der modtager« for ``lønmodtager``."""
        shown = self._vocabulary.shown(words.forms)
        return {
            form
            for form, word in shown.items()
            if not any(map(self._analyzer.lexicon.is_verb, self._analyzer.lemmas(word)))
        }

    def _is_telling(self, words: Words) -> bool:
        count = self._vocabulary.passages(words.keys | words.parts)
        return 0 < count <= FEW_ENOUGH and self._weigher.rarity(count) >= TELLING

    def _beginning_with(self, words: Words, part: str, compound: str) -> set[int]:
        """Return those ``words`` with the first part of a compound that are about the same.

        That is the part itself, and what begins with it: an ``asylsystem`` has to do with
        ``asylregler``, ``drivhusgasser`` have nothing to do with a ``gasledning``.
        """
        inside = words.found_by("compound")
        begins = (form_of(part), form_of(compound)[: len(form_of(part))])
        shown = self._vocabulary.shown(inside)
        others = {form for form in inside if not form_of(shown[form]).startswith(begins)}
        return words.forms.keys() - others

    def _as_spelled(self, group: Group) -> list[str]:
        """Return the words of the texts that an unknown word is typed for without æ, ø and å."""
        word = group.word.text
        if self._analyzer.word(word).known or self._analyzer.typed_parts(word):
            return []
        shown = self._vocabulary.shown(group.words.found_by("exact")).values()
        return [spelled for spelled in shown if form_of(spelled) != form_of(word)]
