"""How much the words of a query say: the rarer in the texts, the more."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence, Set

from strategikort.index.expanding.expansion import SAME, Group, Series
from strategikort.index.expanding.quantities import weights_of_amounts
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.querying.query import Query

NAME = 1.6
"""What a name in a question weighs beside another word as rare: it says what is asked about."""

RARE_NAME = 2.3
"""How rare the first word of a question must be to be such a name: it may only be who acts."""

FEW, FEW_OF = 3, 100
"""Passages, or one of so many, in which a word of a question is counted to stand, at least.

A question is said in many words, and which of them the texts have once and which a few times is
chance.  That does not go for names, nor for what is asked for (``hvilke råvarer``).
"""

_WHICH = frozenset({"hvilken", "hvilket", "hvilke"})
"""What stands before the word for what is asked for."""

ADVERB = 0.2
"""What the adverb of a verb weighs in a question beside another word as rare.

``arbejde sammen`` is one thing, which would be asked for twice.
"""

UNSAID = 0.5
"""What a word that nothing in the texts answers weighs in a long query beside another as rare.

The texts may say the same in a way that the asker does not know, where they have the other words.
"""

LONG = 4
"""Words of a query that is long enough to be known by the others, if one is said otherwise."""


class Weigher:
    """Weighs words by how rare they are among the ``passages`` of one index.

    ``listed`` tells whether a word is in the dictionary, or is made of what is: a name is not.
    """

    def __init__(
        self, vocabulary: Vocabulary, passages: int, listed: Callable[[str], bool]
    ) -> None:
        self._vocabulary = vocabulary
        self._passages = passages
        self._listed = listed

    def weigh(
        self,
        query: Query,
        groups: Sequence[Group],
        series: Sequence[Series],
        *,
        asked: bool,
        adverbs: Set[int] = frozenset(),
    ) -> None:
        """Give each word of a query its weight; ``asked`` says that it is a whole question.

        ``adverbs`` are the words that say one thing with a verb.
        """
        amounts = weights_of_amounts([group.word.text for group in groups])
        answered = {number for item in series for number in item.groups}
        beside = zip(query.words, query.words[1:], strict=False)
        wanted = {word for before, word in beside if before.text.lower() in _WHICH}
        for number, group in enumerate(groups):
            in_series = [item for item in series if number in item.groups]
            # That the parts of a compound stand somewhere does not make it a common word, nor does
            # what is only related to it.
            same = [item for item in in_series if item.how == "synonym" and item.weight >= SAME]
            group.passages = self._count(group, same)
            # What begins the question has its capital from there.
            named = group.word.text[:1].isupper() and group.word not in query.words[:1]
            chance = asked and group.passages and not named and group.word not in wanted
            few = min(FEW, self._passages // FEW_OF) if chance else 0
            group.idf = self.rarity(max(group.passages, few))
            if len(groups) > 1:
                group.idf *= amounts[number]
            if number in adverbs:
                group.idf *= ADVERB
            if asked and named and (number or group.idf >= RARE_NAME):
                group.idf *= NAME
            unsaid = not (group.words or number in answered or named)
            if unsaid and len(groups) >= LONG and self._listed(group.word.text):
                group.idf *= UNSAID

    def _count(self, group: Group, series: Sequence[Series]) -> int:
        keys = group.words.keys | group.words.parts
        count = float(self._vocabulary.passages(keys)) if keys else 0.0
        for item in series:
            # Few passages with a common word have all of a term: as many as chance would have it.
            shares = (
                self._vocabulary.passages(words.keys | words.parts) / self._passages
                for words in item.elements
            )
            count += self._passages * math.prod(shares)
        return math.ceil(count)

    def rarity(self, count: int) -> float:
        """Return the inverse document frequency, never below 0 (Robertson, Sparck Jones 1976)."""
        count = min(count, self._passages)
        return math.log(1 + (self._passages - count + 0.5) / (count + 0.5))
