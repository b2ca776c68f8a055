"""Which words were looked for to show that a subject is absent, and what of them stands where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from strategikort.absencereport import Alternative, SoughtWord
from strategikort.index.absence.forenames import in_full
from strategikort.index.absence.presence import SubjectFinder
from strategikort.index.absence.subject import Standing
from strategikort.index.absence.timespans import has_span
from strategikort.index.expanding.synonyms import NOTATION
from strategikort.index.expanding.words import SPELLING
from strategikort.index.querying.filters import Filters
from strategikort.index.querying.query import QueryWord
from strategikort.index.ranking.hits import Shown
from strategikort.language.numbers.numerals import same_number
from strategikort.language.numbers.timespans import numbered, whens
from strategikort.language.thesaurus import Alternatives

_SPAN, _NUMBERS = "tidsrum omkring det", "numre fra og til omkring det"
_FORENAMES = "navne, der begynder sådan"

UNNAMED = (_SPAN, _NUMBERS, _FORENAMES)
"""What is said of alternatives that are not looked for one by one."""

_Places = dict[tuple[int, int], list[Alternative]]
"""The alternatives to the words ``[start, end)`` of a subject."""


class Sought:
    """Tells what was looked for in the documents of ``filters``."""

    def __init__(self, subjects: SubjectFinder, shown: Shown, filters: Filters) -> None:
        self._subjects = subjects
        self._shown = shown
        self._filters = filters

    def words(
        self,
        words: Sequence[QueryWord],
        typed: Sequence[QueryWord],
        standing: Sequence[Standing],
        *,
        singly: bool,
    ) -> Iterator[SoughtWord]:
        """Yield the ``words`` of a subject, and then those that mean something together.

        ``typed`` are all its words, ``standing`` the passages in which it stands; ``singly`` is as
        in :meth:`Counted.same`.
        """
        others = self._others(words, typed, standing, singly=singly)
        for at, word in enumerate(words):
            text, found = word.text, self._subjects.words_in(word, self._filters)
            if word.prefix:
                yield SoughtWord(text, found=found, prefix=True)
                continue
            analysis = self._subjects.searcher.expander.lexicon.analyze(text)
            yield SoughtWord(
                text,
                # A word that no list has is shown as it was typed: MitID.
                tuple(text if lemma == text.lower() else lemma for lemma in analysis.lemmas),
                () if text[:1].isdigit() else analysis.parts,
                tuple(others.get((at, at + 1), ())),
                found,
            )
        for (start, end), ways in others.items():
            if end - start > 1:
                text = " ".join(word.text for word in words[start:end])
                yield SoughtWord(text, alternatives=tuple(ways), together=True)

    def _others(
        self,
        words: Sequence[QueryWord],
        typed: Sequence[QueryWord],
        standing: Sequence[Standing],
        *,
        singly: bool,
    ) -> _Places:
        others: _Places = {}
        for at, word in enumerate(words):
            numeral = None if word.ordinal or word.prefix else same_number(word.text.lower())
            if numeral:
                item = Alternatives(at, at + 1, (numeral,), NOTATION, SPELLING, literal=True)
                others[at, at + 1] = [*self._alternatives(item, words, counted=True)]
        terms = self._subjects.vocabulary.counted
        same = terms.same(words, typed, singly=singly)
        near = terms.related(words, typed, singly=singly)
        for counted, items in ((True, same), (False, near)):
            for item in items:
                ways = others.setdefault((item.start, item.end), [])
                ways += self._alternatives(item, words, counted=counted)
        texts = [word.text for word in words]
        for place, span in self._spans(texts, standing):
            others.setdefault(place, []).append(span)
        for start, end, _ in in_full(texts):
            others.setdefault((start, end), []).append(Alternative(_FORENAMES, NOTATION))
        return others

    def _alternatives(
        self, item: Alternatives, words: Sequence[QueryWord], *, counted: bool
    ) -> Iterator[Alternative]:
        of_class = self._subjects.of_class(item, words)
        for term in item.terms:
            sections = self._subjects.sections_with(item, term, self._filters, of_class)
            yield Alternative(term, item.relation, counted, self._documents_of(sections))

    def _spans(
        self, texts: Sequence[str], standing: Sequence[Standing]
    ) -> Iterator[tuple[tuple[int, int], Alternative]]:
        """Yield for each time of a subject that spans which it lies inside were looked for."""
        sections = (item.scored.candidate.section for item in standing if has_span(item.scored))
        where = self._documents_of(sections)
        times = {(when.start, when.end): _SPAN for when in whens(texts)}
        numbers = {(at, at + 1): _NUMBERS for at, _ in numbered(texts)}
        for place, name in (times | numbers).items():
            yield place, Alternative(name, NOTATION, True, where)

    def _documents_of(self, sections: Iterable[int]) -> tuple[str, ...]:
        """Return the ids of the documents with some sections, given by their positions."""
        found = set(self._shown.document_of(sections).values())
        return tuple(name for name in self._filters.documents if name in found)
