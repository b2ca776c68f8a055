"""The words of a subject with all that means the same: nothing is corrected, nothing only near."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from strategikort.index.absence.compounds import SubjectCompounds
from strategikort.index.absence.counted import Counted
from strategikort.index.expanding.expand import Expander, take_written, term_apart
from strategikort.index.expanding.expansion import Expansion, Group, Series
from strategikort.index.expanding.quantities import dates_in
from strategikort.index.expanding.synonyms import NOTATION, RELATED_TERM
from strategikort.index.expanding.words import How, Words
from strategikort.index.querying.query import Query, QueryWord
from strategikort.language.numbers.eras import is_era
from strategikort.language.numbers.notation import is_number
from strategikort.language.thesaurus import Alternatives


class SubjectExpander:
    """Expands subjects over one index, with the parts of what expands queries over it."""

    def __init__(self, expander: Expander, counted: Counted) -> None:
        self._expander = expander
        self._counted = counted
        self._compounds = SubjectCompounds(
            expander.compounds, expander.analyzer, expander.finder, expander.vocabulary
        )

    def expand(
        self, query: Query, words: Sequence[QueryWord], *, singly: bool = False
    ) -> Expansion:
        """Expand the content ``words`` of ``query``; ``singly`` is as in :meth:`Counted.same`."""
        expander = self._expander
        groups = [Group(word, self._find(word)) for word in words]
        for group in groups:
            if group.word.is_whole:
                group.words.take(expander.own_forms.parts_of_place(group.word), 1.0, None)
        expander.compounds.join(query, groups)
        series = [*self._compounds.apart(groups)]
        expander.particles.join(query, groups)
        series += expander.particles.apart(groups)
        series += dates_in(groups, expander.vocabulary, expander.finder)
        series += self._said_otherwise(
            groups, self._counted.same(words, query.words, singly=singly)
        )
        expander.weigher.weigh(query, groups, series, asked=False)
        return expander.expansion(query, groups, series, [], asked=False)

    def _find(self, word: QueryWord) -> Words:
        finder, analyzer = self._expander.finder, self._expander.analyzer
        if word.phrase:
            return finder.literal(word)
        words = Words()
        if is_number(word.text) or is_era(word.text):
            found = finder.literal(word)
        else:
            # What is a word as it stands is not another without its letters: vare, være.
            found = finder.find(word, typed=not analyzer.is_listed(word.text))
        words.take(found, 1.0, None)
        if not word.ordinal:
            words.take(finder.same_number(word), 1.0, None)
        return words

    def _said_otherwise(
        self, groups: Sequence[Group], others: Iterable[Alternatives]
    ) -> list[Series]:
        """Add to ``groups`` the terms of one word, and return those of several.

        What only may be a term, or is made with one, is no synonym.
        """
        series: list[Series] = []
        for item in others:
            akin: How = "inflection" if item.relation == RELATED_TERM else "synonym"
            for term in item.terms:
                written = item.relation == NOTATION
                elements = self._expander.synonyms.elements(
                    term,
                    english=item.english,
                    compounds=not written,
                    literal=item.literal,
                    unsure=True,
                )
                if written:
                    series += take_written(elements, item, groups)
                elif len(elements) != 1:
                    series += term_apart(term, elements, item, groups)
                else:
                    firm = self._counted.firmly(term, english=item.english)
                    for group in groups[item.start : item.end]:
                        for words in firm:
                            group.words.take(words, item.weight, akin)
                        group.words.take(elements[0], item.weight, None)
        return series
