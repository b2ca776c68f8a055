"""Numerals of a text that are not what a subject has, though they are spelled alike.

»4. kvartal« is no four quarters and »4 kvartaler« not the fourth, »i« is no Roman one, and
»artiklen har 5 afsnit« says nothing of article 5.  The index knows forms only: the text tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence, Set

from strategikort.index.filling.analysis import form_of
from strategikort.index.querying.query import QueryWord
from strategikort.index.ranking.candidate import Candidate
from strategikort.index.storage.terms import NO_FORM
from strategikort.language.numbers.measures import JOINING, is_label
from strategikort.language.numbers.notation import is_part_of_number, written_otherwise
from strategikort.language.numbers.numerals import cardinal, ordinal, roman_of, same_number
from strategikort.language.numbers.ranks import roman_in_capitals
from strategikort.language.tokens import Token, tokenize

_MOST = 99
_ROUND = {"hundrede": 100, "tusind": 1000}

_AROUND = 5
"""Words on either side of a numeral that may be of the same number."""

_GROUP = re.compile(r"\d{3}")
_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}[ \u00a0]$")
"""Before the last digits of a number with blanks between its thousands."""


class AsNumbers:
    """Finds the numerals of passages that are others than those of one subject.

    ``own`` are the forms of each word of the subject, ``numbers_of`` gives the numbers of words in
    the index.
    """

    def __init__(
        self,
        words: Sequence[QueryWord],
        own: Sequence[Set[int]],
        numbers_of: Callable[[Iterable[str]], list[int]],
    ) -> None:
        counted: set[int] = set()
        ranked: set[int] = set()
        behind: dict[int, Set[int]] = {}
        romans: set[int] = set()
        dated = {
            place
            for item in written_otherwise([word.text for word in words])
            for place in (range(item.start, item.end) if item.whole else ())
        }
        for at, word in enumerate(words):
            if at in dated:
                continue
            numeral = roman_in_capitals(word.text)
            rank = _digits(word.text) if word.ordinal else ordinal(word.text)
            number = _number(word.text) or rank or numeral
            if not number:
                continue
            romans.add(number)
            last = at == len(words) - 1
            if at and is_label(words[at - 1].text) and (last or not rank):
                behind[number] = behind.get(number, frozenset()) | own[at - 1]
            elif not last and not numeral:
                (ranked if rank else counted).add(number)
        # What is asked for in two ways is not told apart.
        twice = (counted & ranked) | (behind.keys() & (counted | ranked))
        self._counted, self._ranked = counted - twice, ranked - twice
        self._behind = {number: behind[number] for number in behind.keys() - twice}
        groups = {
            word.text
            for at, word in enumerate(words)
            if _GROUP.fullmatch(word.text) and not (at and words[at - 1].text.isdecimal())
        }
        self._groups = frozenset(map(form_of, groups))
        """Numbers that may be the last digits of a longer one: 1 500."""
        self._romans = {form_of(roman_of(str(number)) or "") for number in romans} - {""}
        told = {*self._counted, *self._ranked, *self._behind}
        spelled = [*map(str, told), *filter(None, (same_number(str(number)) for number in told))]
        self._numbers_of = numbers_of
        self._forms = frozenset(numbers_of([*spelled, *self._romans, *groups]))

    def only(self, candidate: Candidate, text: Callable[[Candidate], str]) -> Candidate:
        """Return a passage without the numerals in its text and heading that are others."""
        if not self._forms.isdisjoint(candidate.forms):
            candidate = candidate._replace(
                forms=self._without(candidate.forms, text(candidate), self._forms)
            )
        if not self._forms.isdisjoint(candidate.own):
            titled = [*map(form_of, _texts(candidate.title))]
            numbers = {form: self._numbers_of([form]) for form in {*titled}}
            forms = [*(next(iter(numbers[form]), NO_FORM) for form in titled)]
            gone = {*forms} - {*self._without(forms, candidate.title, self._forms)}
            own = [NO_FORM if form in gone else form for form in candidate.own]
            candidate = candidate._replace(own=own)
        return candidate

    def _without(self, forms: Sequence[int], text: str, which: Set[int]) -> list[int]:
        tokens = tokenize(text)
        return [
            NO_FORM if form in which and self._is_other(text, tokens, at, forms) else form
            for at, form in enumerate(forms)
        ]

    def _is_other(self, text: str, tokens: Sequence[Token], at: int, forms: Sequence[int]) -> bool:
        token = tokens[at]
        if form_of(token.text) in self._romans:
            return not token.text.isupper()
        if token.text in self._groups:
            return bool(_GROUPED.search(text, max(0, token.start - 5), token.start))
        number = _number(token.text)
        if number in self._ranked:
            return text[token.end : token.end + 1] != "."
        if number in self._counted:
            words = [token.text for token in tokens[max(0, at - _AROUND) : at + _AROUND]]
            return _is_rank(text, token) or is_part_of_number(words, min(at, _AROUND))
        if number in self._behind:
            return not _has_label(tokens, at, forms, self._behind[number])
        return False


def _number(word: str) -> int | None:
    """Return the number that a word is: up to 99, a hundred or a thousand."""
    if number := _digits(word) or cardinal(word):
        return number
    small = word.lower()
    said = {small, same_number(small)}
    return next((number for name, number in _ROUND.items() if name in said), None)


def _digits(word: str) -> int | None:
    return int(word) if word.isdecimal() and 0 < int(word) <= _MOST else None


def _texts(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


def _is_rank(text: str, token: Token) -> bool:
    """Tell whether digits are an ordinal where they stand: a sentence does not go on so."""
    after = text[token.end : token.end + 3]
    return token.text.isdecimal() and after[:2] == ". " and after[2:].islower()


def _has_label(tokens: Sequence[Token], at: int, forms: Sequence[int], labels: Set[int]) -> bool:
    """Tell whether a number stands behind one of some words, or behind other numbers of it."""
    for before in range(at - 1, -1, -1):
        if forms[before] in labels:
            return True
        word = tokens[before].text
        if not (word[0].isdigit() or word.lower() in JOINING):
            return False
    return False
