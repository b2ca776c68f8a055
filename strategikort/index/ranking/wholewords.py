"""Words that stand in passages by themselves, and not only as part of one with a hyphen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import combinations

from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.filling.analysis import form_of
from strategikort.index.ranking.candidate import Candidate, before_implied
from strategikort.index.storage.terms import NO_FORM
from strategikort.language.tokens import hyphenated, tokenize


class WholeWords:
    """Takes the other words out of passages of one index.

    ``text_of`` gives the text of a passage; the forms in ``kept`` stay wherever they stand.
    """

    def __init__(
        self, vocabulary: Vocabulary, text_of: Callable[[Candidate], str], kept: Set[int]
    ) -> None:
        self._vocabulary = vocabulary
        self._text_of = text_of
        self._kept = kept

    def only(self, candidate: Candidate) -> Candidate:
        """Return a passage without the words that are only part of one with a hyphen."""
        text = self._text_of(candidate)
        inside = [at for run in hyphenated(text, tokenize(text)) for at in range(*run)]
        own, above = candidate.own, candidate.above
        return candidate._replace(
            forms=self._without(candidate.forms, inside),
            own=self._without(own, self._inside_heading(own)),
            above=self._without(above, self._inside_heading(above)),
        )

    def _inside_heading(self, heading: Sequence[int]) -> Iterator[int]:
        """Yield the words of a heading that are part of one with a hyphen.

        What they are together stands behind all words of it.
        """
        count = before_implied(heading)
        shown = self._vocabulary.shown(set(heading)) if count < len(heading) else {}
        wholes = {
            form_of(letters.replace("-", ""))
            for form in heading[count:]
            if (letters := shown.get(form))
        }
        spelt = [form_of(shown[form]) for form in heading[:count]] if wholes else []
        for first, last in combinations(range(len(spelt) + 1), 2):
            if last - first > 1 and "".join(spelt[first:last]) in wholes:
                yield from range(first, last)

    def _without(self, forms: Sequence[int], inside: Iterable[int]) -> Sequence[int]:
        left = [*forms]
        for place in inside:
            if left[place] not in self._kept:
                left[place] = NO_FORM
        return left
