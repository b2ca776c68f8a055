"""Numbers below zero, which a text has with a sign or with the word: »−14«, »minus 14«."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set

from strategikort.index.expanding.expansion import Group
from strategikort.index.expanding.words import SPELLING, Match
from strategikort.index.ranking.candidate import Candidate
from strategikort.index.storage.terms import NO_FORM
from strategikort.language.numbers.notation import is_number
from strategikort.language.numbers.numerals import cardinal
from strategikort.language.tokens import tokenize

_MINUS = "minus"
_SIGN = re.compile(r"(?:^|[\s(\[|:;])[-\u2212\u2013]$")
"""Before a number below zero: a dash between two numbers is none."""
_TYPED = re.compile(r"(?:(?<=\s)|^)[-\u2212](?=\d)")


def with_word(subject: str) -> str:
    """Return a subject with the word for the sign of a number below zero, which would leave it out.

    >>> with_word("-0,25 procent")
    'minus 0,25 procent'
    """
    return _TYPED.sub(f"{_MINUS} ", subject)


class Signs:
    """Tells the numbers of passages that are below zero, where the subject has such a one.

    ``own`` are the forms of each word of the subject.  The sign is then part of the number.
    """

    def __init__(self, groups: Sequence[Group], own: Sequence[Set[int]]) -> None:
        self._forms: frozenset[int] = frozenset()
        for at, group in enumerate(groups[:-1]):
            number = groups[at + 1].word.text
            if group.word.text.lower() == _MINUS and (is_number(number) or cardinal(number)):
                forms = frozenset(own[at + 1])
                group.same |= forms
                group.words.add_all(forms, Match(SPELLING, "inflection"))
                group.words.keys |= groups[at + 1].words.keys
                group.words.parts |= groups[at + 1].words.parts
                self._forms |= forms

    def only(self, candidate: Candidate, text: Callable[[Candidate], str]) -> Candidate:
        """Return a passage without those numbers that are not below zero there."""
        if self._forms.isdisjoint(candidate.forms):
            return candidate
        written = text(candidate)
        tokens = tokenize(written)
        forms = [*candidate.forms]
        for at, token in enumerate(tokens[: len(forms)]):
            signed = _SIGN.search(written, max(0, token.start - 2), token.start)
            worded = at > 0 and tokens[at - 1].text.lower() == _MINUS
            if forms[at] in self._forms and not (signed or worded):
                forms[at] = NO_FORM
        return candidate._replace(forms=forms)
