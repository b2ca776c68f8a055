"""What the adjectives of a subject describe where they stand, if that is something else.

In »anliggender på grundlag af geopolitiske prioriteter« no affair is said to be geopolitical.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from strategikort.language.lexicon import Lexicon
from strategikort.language.listed import ADJECTIVE, NOUN
from strategikort.language.numbers.measures import JOINING
from strategikort.language.tokens import Token, tokenize

_GENERAL = {"art", "felt", "form", "karakter", "måde", "niveau", "område", "plan", "sammenhæng"}
"""Nouns that say no more than their adjective does: »samarbejde på det politiske område«."""


class Describing:
    """Tells what the adjectives of one subject describe that have their noun right behind them.

    ``wanted`` are all forms that answer the subject.
    """

    def __init__(self, words: Sequence[str], lexicon: Lexicon, wanted: Set[int]) -> None:
        self._lexicon = lexicon
        self._wanted = wanted
        self._adjectives = {
            lexicon.analyze(one).lemmas[0]
            for one, other in pairwise(map(str.lower, words))
            if self._describes(one) and NOUN in lexicon.classes(other)
        }

    def __bool__(self) -> bool:
        return bool(self._adjectives)

    def of_others(self, text: str, forms: Sequence[int]) -> Iterator[int]:
        """Yield the adjectives (their places) that describe something else; ``forms`` of all."""
        tokens = tokenize(text) if self else []
        words = [token.text.lower() for token in tokens]
        for at, word in enumerate(words):
            if self._describes(word) and self._is_asked_for(word):
                noun = self._noun_behind(text, tokens, words, at)
                if noun and not self._is_said_of_more(words, forms, noun):
                    yield at

    def _is(self, word: str, kind: object) -> bool:
        return self._lexicon.classes(word) == {kind}

    def _describes(self, word: str) -> bool:
        """Tell whether a word may be an adjective in front of a noun: it is no verb."""
        classes = self._lexicon.classes(word)
        return ADJECTIVE in classes and classes <= {ADJECTIVE, NOUN}

    def _is_asked_for(self, word: str) -> bool:
        analysis = self._lexicon.analyze(word)
        ends = analysis.details[-1].lemmas if analysis.details else ()
        return not self._adjectives.isdisjoint((*analysis.lemmas, *ends))

    def _noun_behind(
        self, text: str, tokens: Sequence[Token], words: Sequence[str], at: int
    ) -> int | None:
        """Return the place of the noun that an adjective stands in front of."""
        joined = False
        for after in range(at + 1, len(words)):
            if text[tokens[after - 1].end : tokens[after].start].strip():
                return None
            if not joined and self._is(words[after], NOUN):
                return after
            joined = words[after] in JOINING
            if not (joined or self._is(words[after], ADJECTIVE)):
                return None
        return None

    def _is_said_of_more(self, words: Sequence[str], forms: Sequence[int], noun: int) -> bool:
        """Tell whether an adjective is said of the subject, with or through the noun behind it."""
        general = not _GENERAL.isdisjoint(self._lexicon.analyze(words[noun]).lemmas)
        if general or forms[noun] in self._wanted:
            return True
        of_whom = self._lexicon.is_genitive(words[noun])
        listed = False
        for after in range(noun + 1, len(words)):
            if forms[after] in self._wanted and (of_whom or listed):
                return True
            if words[after] in JOINING:
                listed = True
            elif not self._is(words[after], ADJECTIVE if of_whom else NOUN):
                return False
        return False
