"""What is directed elsewhere than the subject says: »EU's sanktioner« are none against the EU."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from strategikort.index.querying.query import QueryWord
from strategikort.language.lexicon import Lexicon
from strategikort.language.listed import ADJECTIVE
from strategikort.language.numbers.measures import JOINING
from strategikort.language.tokens import tokenize

_FROM = "fra"
_CONTRARY = {_FROM: {"mod", "til"}, "mod": {_FROM}, "til": {_FROM, "mod"}}
"""Prepositions, with those that say another thing: »i forhold til« is as good as »mod«."""
_GENITIVES = frozenset({"'s", "\u2019s"})
_ARTICLES = frozenset({"den", "det", "de"})


class _Directed(NamedTuple):
    """What is ``towards`` (the preposition) something, each with its forms."""

    what: Set[int]
    towards: str
    whom: Set[int]
    name: str


class Directing:
    """Tells the words of one subject that passages direct elsewhere.

    ``words`` are all that were typed, ``forms`` gives those of a word that is looked for.
    """

    def __init__(
        self,
        words: Sequence[QueryWord],
        forms: Mapping[QueryWord, Set[int]],
        lexicon: Lexicon,
    ) -> None:
        self._lexicon = lexicon
        self._directed = [
            _Directed(forms[what], towards.text.lower(), forms[whom], whom.text.lower())
            for what, towards, whom in zip(words, words[1:], words[2:], strict=False)
            if towards.text.lower() in _CONTRARY and what in forms and whom in forms
        ]

    def __bool__(self) -> bool:
        return bool(self._directed)

    def elsewhere(self, text: str, forms: Sequence[int]) -> Iterator[int]:
        """Yield the words of a passage (their places; ``forms`` of all) directed elsewhere."""
        tokens = tokenize(text) if self else []
        # The -s of an abbreviation is no part of the word: EU's.
        written = [
            f"{token.text}s" if text[token.end : token.end + 2] in _GENITIVES else token.text
            for token in tokens
        ]
        small = [word.lower() for word in written]
        for one in self._directed:
            for at, form in enumerate(forms[: len(small)]):
                theirs = form in one.whom and self._is_of_another(one, small, forms, at)
                if theirs or (form in one.what and _has_another(one, written, forms, at)):
                    yield at

    def _is_of_another(
        self, one: _Directed, words: Sequence[str], forms: Sequence[int], at: int
    ) -> bool:
        """Tell whether something else is directed at whom is asked for, or is theirs."""
        before = at - 1
        while before > 0 and (words[before] in _ARTICLES or self._is_adjective(words[before])):
            before -= 1
        if before >= 0 and words[before] in _CONTRARY[one.towards]:
            return True
        after = at + 1
        while after < len(words) and self._is_adjective(words[after]):
            after += 1
        theirs = words[at] != one.name and words[at].endswith("s") and one.towards != _FROM
        return theirs and after < len(words) and forms[after] in one.what

    def _is_adjective(self, word: str) -> bool:
        return ADJECTIVE in self._lexicon.classes(word)


def _has_another(one: _Directed, words: Sequence[str], forms: Sequence[int], at: int) -> bool:
    """Tell whether what is asked for is directed at others, who are named: not so of both."""
    named = at + 2
    if words[at + 1 : named] != [one.towards]:
        return False
    after = named
    while after < len(words) and (words[after][0].isupper() or words[after] in JOINING):
        if forms[after] in one.whom:
            return False
        after += 1
    return after > named
