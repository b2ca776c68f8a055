"""Spans in the texts of one index that a date or a numbered place of a subject lies inside.

Who looks for the 13th of May is told of »12.-15. maj«, where that day is not written.  The index
knows words only, and »12., 15. maj« has the same: the text tells where a span begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from strategikort.index.expanding.expansion import Series
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.expanding.words import Match, Words
from strategikort.index.filling.analysis import form_of
from strategikort.index.ranking.candidate import Candidate
from strategikort.index.ranking.rank import Scored
from strategikort.language.numbers.timespans import (
    Alternatives,
    begins_span,
    numbered,
    numbers_over,
    spans_over,
    whens,
)
from strategikort.language.tokens import word_spans

_MATCH = Match(0.5, "synonym")


class TimeSpans:
    """The spans that the dates, months, years and numbered places of one subject lie inside.

    ``own`` are the forms of each word of the subject.  A span begins with a form of its own, below
    0, which stands in no index: :meth:`marked` puts it where one begins.
    """

    def __init__(
        self, words: Sequence[str], vocabulary: Vocabulary, own: Sequence[Set[int]]
    ) -> None:
        self._vocabulary = vocabulary
        self._own = own
        self._found: dict[Alternatives, Words] = {}
        self._begins: dict[Alternatives, int] = {}
        self._labels: dict[int, Set[int]] = {}
        self.series = [*self._series(words)]
        """What stands for the times of the subject, side by side."""
        self._marks: dict[int, list[int]] = {}
        for first, mark in self._begins.items():
            for form in self._found[first].forms:
                self._marks.setdefault(form, []).append(mark)

    def _series(self, words: Sequence[str]) -> Iterator[Series]:
        for when in whens(words):
            groups = tuple(range(when.start, when.end))
            yield from filter(None, (self._one(span, groups) for span in spans_over(when)))
        for at, number in numbered(words):
            for span in numbers_over(number):
                if series := self._one(span, (at,)):
                    self._labels[self._begins[span[0]]] = self._own[at - 1]
                    yield series

    def _one(self, span: Sequence[Alternatives], groups: tuple[int, ...]) -> Series | None:
        elements = [*map(self._words, span)]
        if not all(elements):
            return None
        mark = self._begins.setdefault(span[0], -1 - len(self._begins))
        begins = Words()
        begins.forms[mark] = _MATCH
        begins.keys |= elements[0].keys
        series = (begins, *elements[1:])
        return Series(series, groups, _MATCH.weight, _MATCH.how, 0, frozenset())

    def _words(self, alternatives: Alternatives) -> Words:
        if alternatives not in self._found:
            words = self._found[alternatives] = Words()
            for pair in map(self._vocabulary.form, map(form_of, alternatives)):
                if pair:
                    words.forms[pair[0]] = _MATCH
                    words.keys.add(pair[1])
        return self._found[alternatives]

    def marked(self, candidate: Candidate, text: Callable[[Candidate], str]) -> Candidate:
        """Return a passage with the beginnings of spans marked, in its text and its heading."""
        if not self._marks:
            return candidate
        if not self._marks.keys().isdisjoint(candidate.forms):
            marks = [*self._in(candidate.forms, text(candidate))]
            extras = [*candidate.extras, *(number for pair in marks for number in pair)]
            candidate = candidate._replace(extras=extras)
        if not self._marks.keys().isdisjoint(candidate.own):
            own = [*candidate.own]
            titled = candidate.titled
            for token, mark in self._in(own[titled], candidate.title):
                own[titled.start + token] = mark
            candidate = candidate._replace(own=own)
        return candidate

    def _in(self, forms: Sequence[int], text: str) -> Iterable[tuple[int, int]]:
        starts = [start for start, _ in word_spans(text)]
        for token, form in enumerate(forms):
            if form in self._marks and begins_span(text, starts[token]):
                for mark in self._marks[form]:
                    labels = self._labels.get(mark)
                    # Behind § stand spans of paragraphs, and elsewhere others.
                    if labels is None or (token and forms[token - 1] in labels):
                        yield token, mark


def has_span(scored: Scored) -> bool:
    """Tell whether a span that the subject lies inside begins in a passage."""
    return any(form < 0 for form in (*scored.candidate.extras[1::2], *scored.candidate.own))


def as_written(scored: Scored) -> Scored:
    """Return a passage with the words of its text where the beginnings of spans are marked."""
    candidate = scored.candidate
    return scored._replace(
        found=tuple(
            item._replace(form=candidate.forms[item.token]) if item.form < 0 else item
            for item in scored.found
        ),
        headings=tuple(item for item in scored.headings if item.form >= 0),
    )
