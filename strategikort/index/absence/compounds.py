"""Compounds of a subject that the texts write apart, in ways that only say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from strategikort.index.expanding.apart import APART, NEAR, REACH, Compounds
from strategikort.index.expanding.expansion import Group, Series
from strategikort.index.expanding.finder import WordFinder
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.expanding.words import Words
from strategikort.index.filling.analysis import Analyzer, form_of
from strategikort.index.querying.query import QueryWord
from strategikort.language.numbers.notation import is_number

_NEAR_VERB = 4
"""Words between a verb and what is done, fewer than these: ``sænke den høje skat``."""

_AND = ("og", "eller", "samt")

_OF = "af"

_DOERS = ("er", "ør")
"""Endings of those who do what a word says: ``udleder``, ``eksportør``."""

_ADJECTIVES = ("al", "el", "isk", "lig", "mæssig")
"""Endings of adjectives that nouns make."""


class SubjectCompounds:
    """Looks for the compounds of subjects in one index, as several words."""

    def __init__(
        self, compounds: Compounds, analyzer: Analyzer, finder: WordFinder, vocabulary: Vocabulary
    ) -> None:
        self._compounds = compounds
        self._analyzer = analyzer
        self._finder = finder
        self._vocabulary = vocabulary

    def apart(self, groups: Sequence[Group]) -> Iterator[Series]:
        """Yield series for compounds that the texts write apart: the parts side by side.

        What stands for a part is the part itself, or longer words of the same parts.
        """
        links = self._compounds.links
        for number, group in enumerate(groups):
            if is_number(group.word.text):
                continue
            yield from self._said_otherwise(group.word, number)
            elements = self._compounds.own_parts(group.word, group.word.text)
            if elements:
                yield Series(elements, (number,), APART, "compound", REACH, links)
                yield from self._shared(elements, number)
            else:
                yield from self._compounds.run_together(groups, number)

    def _shared(self, elements: Sequence[Words], number: int) -> Iterator[Series]:
        """Yield a compound as one of two things that one has: »dataenes mængde og kvalitet«."""
        owner, joining = Words(), Words()
        first, *rest = elements
        owner.take(first, 1.0, None)
        for form, shown in self._vocabulary.shown(first.forms).items():
            if not shown.endswith("s") or form_of(shown) in self._analyzer.lemmas(shown):
                del owner.forms[form]
        for word in _AND:
            joining.take(self._finder.exact(QueryWord(word)), 1.0, None)
        if len(rest) == 1 and owner and joining:
            # The last part stands right behind what joins it to the other.
            yield Series((*rest, joining, owner), (number,), APART, "synonym", NEAR)

    def _said_otherwise(self, word: QueryWord, number: int) -> Iterator[Series]:
        """Yield a compound of two parts with its verb, or its adjective, and the other part.

        Of ``dataindsamling`` »indsamler data«, of ``drivhusgasudledning`` »udleder af
        drivhusgasser«, of ``statsstøtte`` »statslig støtte«.
        """
        parts = self._in_two(word.text)
        if not parts or not word.is_whole:
            return
        first, last = parts
        lexicon = self._analyzer.lexicon
        verbs = self._all_of(filter(lexicon.is_infinitive, self._analyzer.relatives(last)))
        akin = self._analyzer.relatives(first)
        adjectives = self._all_of(one for one in akin if one.endswith(_ADJECTIVES))
        if verbs and (rest := self._all_of([first])):
            yield Series((rest, verbs), (number,), APART, "synonym", _NEAR_VERB)
        doers = self._all_of(
            one
            for one in self._analyzer.relatives(last)
            if one != last and one.endswith(_DOERS) and lexicon.is_noun(one)
        )
        of = self._finder.exact(QueryWord(_OF))
        if doers and of and (rest := self._all_of([first])):
            yield Series((doers, of, rest), (number,), APART, "synonym", NEAR)
        if adjectives and (rest := self._all_of([last])):
            yield Series((adjectives, rest), (number,), APART, "synonym", 0, frozenset())

    def _in_two(self, compound: str) -> tuple[str, str] | None:
        """Return the last part of a compound and what stands in front of it, if that is a word."""
        parts = self._analyzer.parts_as_words(compound)
        if len(parts) < 3:
            return (parts[0], parts[1]) if len(parts) == 2 else None
        front = compound.lower().removesuffix(parts[-1])
        words = (front, front.removesuffix("s"))
        known = (one for one in words if self._analyzer.lexicon.analyze(one).known)
        return next(((one, parts[-1]) for one in known), None)

    def _all_of(self, lemmas: Iterable[str]) -> Words:
        """Return the forms of several dictionary forms."""
        words = Words()
        for lemma in lemmas:
            words.take(self._finder.of_lemma(lemma), 1.0, None)
        return words
