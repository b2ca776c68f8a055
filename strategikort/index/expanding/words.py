"""Words of the index that stand for one word of a query, and how well.

What a match is worth falls from the exact word over its inflections, words derived from the same
base and compounds with it to spellings that are only alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

How = Literal["exact", "inflection", "compound", "synonym", "fuzzy"]

EXACT = 1.0
SPELLING = 0.95
"""The same word, date or number, written in another way: in two words, without Danish letters."""
LOOSE = 0.5
INFLECTION = 0.85
COMPOUND = 0.65
DERIVED = 0.6
COGNATE = 0.8
STEM = 0.3
RELATED = 0.25
"""What is near a word in meaning, or shares a part with it, is worth at most."""


class Match(NamedTuple):
    """What a form of the index is worth for a word of the query, and how it was found."""

    weight: float
    how: How


class Words:
    """Forms of the index that stand for one word, the keys to find them by, and their worth."""

    __slots__ = ("forms", "keys", "parts")

    def __init__(self) -> None:
        self.forms: dict[int, Match] = {}
        self.keys: set[int] = set()
        self.parts: set[int] = set()

    def add(self, form: int, weight: float, how: How) -> None:
        """Add a form unless it is there with a greater weight."""
        known = self.forms.get(form)
        if known is None or known.weight < weight:
            self.forms[form] = Match(weight, how)

    def add_all(self, forms: Iterable[int], match: Match) -> None:
        """Add forms that are all worth the same, each unless it is there with a greater weight."""
        added = dict.fromkeys(forms, match)
        for form in added.keys() & self.forms.keys():
            if self.forms[form].weight >= match.weight:
                added[form] = self.forms[form]
        self.forms.update(added)

    def take(self, other: Words, factor: float, how: How | None) -> None:
        """Add all of ``other`` at ``factor`` of its worth; found by ``how`` if that is given."""
        alike: dict[Match, list[int]] = {}
        for form, match in other.forms.items():
            alike.setdefault(match, []).append(form)
        for match, forms in alike.items():
            self.add_all(forms, Match(match.weight * factor, how or match.how))
        self.keys |= other.keys
        self.parts |= other.parts

    def found_by(self, how: How) -> list[int]:
        """Return the forms that were found in one way."""
        return [form for form, match in self.forms.items() if match.how == how]

    def is_guess(self) -> bool:
        """Tell whether all was found only by the base of the word, or by what it may end in."""
        return all(match.weight <= DERIVED for match in self.forms.values())

    def __bool__(self) -> bool:
        return bool(self.forms)
