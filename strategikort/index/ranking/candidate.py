"""A passage as the index keeps it, and the words of it that match a query."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from strategikort.index.expanding.expansion import Forms
from strategikort.index.expanding.words import How
from strategikort.index.storage.terms import NO_FORM
from strategikort.language.tokens import word_spans


def before_implied(heading: Sequence[int]) -> int:
    """Return how many words a heading has, before those that it implies."""
    return next((at for at, form in enumerate(heading) if form == NO_FORM), len(heading))


class Candidate(NamedTuple):
    """A passage as the index keeps it: the forms of its words and of the headings over it."""

    number: int
    section: int
    kind: str
    start: int
    end: int
    forms: Sequence[int]
    extras: Sequence[int]
    own: Sequence[int]
    above: Sequence[int]
    title: str

    @property
    def further(self) -> Iterable[tuple[int, int]]:
        """What words of the text are besides: a token, and the form of one without its hyphen."""
        return zip(self.extras[::2], self.extras[1::2], strict=True)

    def has_any(self, forms: Set[int]) -> bool:
        """Tell whether one of ``forms`` stands in the passage or in its own heading."""
        return not (forms.isdisjoint(self.forms) and forms.isdisjoint(self.own))

    @property
    def titled(self) -> slice:
        """Which words of its own heading are those of the title; none where it has no title.

        Before them stands what the section is called besides, behind them what a heading implies.
        """
        end = before_implied(self.own)
        start = end - len(word_spans(self.title))
        return slice(start, end) if start >= 0 else slice(0, 0)

    def has_phrase(self, phrase: Forms) -> bool:
        """Tell whether a phrase stands in the passage or in the heading over it."""
        here = not phrase.heading and phrase.stands_in(self.forms)
        return here or phrase.stands_in(self.own)


class Found(NamedTuple):
    """A match in a passage: which word of the query, at which token, worth what, found how.

    ``together``: as one of several words side by side.
    """

    group: int
    token: int
    form: int
    weight: float
    how: How
    together: bool = False


class Other(NamedTuple):
    """The words of a passage and its heading that are only spelt like one of the subject.

    ``bør`` is ``boer`` where that is how it is typed, and otherwise not.
    """

    text: Set[int]
    heading: Set[int]


NONE_OTHER = Other(frozenset(), frozenset())
