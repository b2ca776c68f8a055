"""What one index has for the words of subjects: their own forms, names, other ways to say them."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from strategikort.index.absence.capitals import Names
from strategikort.index.absence.counted import Counted
from strategikort.index.absence.expander import SubjectExpander
from strategikort.index.expanding.expand import Expander
from strategikort.index.expanding.expansion import Group
from strategikort.index.querying.query import QueryWord
from strategikort.language.numbers.measures import units_in


class Own(NamedTuple):
    """The forms of a word of the subject: its own, and compounds with it."""

    forms: frozenset[int]
    compounds: frozenset[int]


class SubjectVocabulary:
    """Looks up the words of subjects; remembers what it has found."""

    def __init__(self, expander: Expander) -> None:
        self.expander = expander
        self.names = Names(expander)
        self.counted = Counted(expander.synonyms, expander.analyzer, expander.vocabulary)
        self.expand = SubjectExpander(expander, self.counted).expand
        self.own = lru_cache(maxsize=64)(self._find_own)

    def _find_own(self, word: QueryWord) -> Own:
        own, compounds = self.expander.own_forms.of(word)
        return Own(frozenset(own), frozenset(compounds))

    def own_of(self, groups: Sequence[Group]) -> list[Own]:
        """Return the forms of each word of a subject, and of what it is spelled like otherwise.

        Of a measure no compound is the same: 2 per cent are no percentage points.
        """
        units = units_in([group.word.text for group in groups])
        return [
            Own(own.forms | group.same, frozenset() if at in units else own.compounds)
            for at, group in enumerate(groups)
            for own in (self.own(group.word),)
        ]

    def shown(self, forms: Set[int]) -> tuple[str, ...]:
        """Return forms as they stand in the texts, in the order of the alphabet."""
        return tuple(sorted(self.expander.vocabulary.shown(forms).values(), key=str.casefold))
