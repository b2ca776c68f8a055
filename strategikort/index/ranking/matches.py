"""Where the words of an expanded query stand in a passage, and what they are worth there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import compress

from strategikort.index.expanding.expansion import Expansion, Group
from strategikort.index.expanding.words import COMPOUND, INFLECTION, RELATED, How
from strategikort.index.ranking.candidate import Candidate, Found
from strategikort.index.ranking.inseries import SeriesMatcher

SAME_WORD = 0.85
"""What a compound is worth that holds several words of the query."""


class _ByForm(dict[int, list[tuple[int, float, How]]]):
    """For a form: the words of the query that it answers, what it is worth, how it was found."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = groups

    def __missing__(self, form: int) -> list[tuple[int, float, How]]:
        found: list[tuple[int, float, How]] = []
        for number, group in enumerate(self._groups):
            matches = (words.forms.get(form) for words in (group.words, group.weak))
            found += [(number, match.weight, match.how) for match in matches if match]
        self[form] = found
        return found


class Matcher:
    """Finds the matches of one expanded query in passages and headings.

    If ``exact``, a word counts as it stands, also where it is the half of a compound.
    """

    def __init__(self, expansion: Expansion, *, exact: bool = False) -> None:
        self._exact = exact
        self._count = len(expansion.groups)
        self._phrases = [item for item in expansion.phrases if item and not item.heading]
        self._in_phrases = {
            number for number, group in enumerate(expansion.groups) if group.word.phrase
        }
        self._expansion = expansion
        self._by_form = _ByForm(expansion.groups)
        self._series = SeriesMatcher(expansion) if expansion.series else None
        # Sets of many thousand forms; what each is worth is looked up when it is met.
        self.wanted = frozenset().union(
            *(words.forms for group in expansion.groups for words in (group.words, group.weak)),
            *(words.forms for series in expansion.series for words in series.elements),
        )
        """All forms that answer something."""

    def in_passage(self, candidate: Candidate) -> list[Found]:
        """Return the matches in the text of a passage."""
        wanted = self.wanted
        places = self._places(candidate.forms)
        if candidate.extras:
            places += [further for further in candidate.further if further[1] in wanted]
        found = [
            Found(group, at, form, weight, how)
            for at, form in places
            for group, weight, how in self._by_form[form]
        ]
        if self._expansion.expressions:
            # A part that compounds share is none in a fixed expression: i kraft af.
            said, forms = self._expansion.is_said, candidate.forms
            found = [
                item
                for item in found
                if item.weight > RELATED or not said(item.token, item.form, forms)
            ]
        if candidate.extras and not self._exact:
            found = self._as_parts(found, candidate)
        if self._series:
            found += self._series.matches(places, candidate.forms)
        if self._in_phrases:
            found = self._of_phrases(found, candidate)
        return _raise_shared(found) if self._count > 1 else found

    def _places(self, forms: Sequence[int]) -> list[tuple[int, int]]:
        """Return those of ``forms`` that answer something, each with where it stands."""
        places = compress(range(len(forms)), map(self.wanted.__contains__, forms))
        return [(at, forms[at]) for at in places]

    def _as_parts(self, found: list[Found], candidate: Candidate) -> list[Found]:
        """Return the matches with those lowered that are only part of a word with a hyphen.

        ``euro`` is in ``euro-atlantisk`` what it is in ``euroatlantisk``.
        """
        parts = set(candidate.extras[::2])
        return [
            item._replace(weight=COMPOUND, how="compound")
            if item.token in parts
            and item.how in ("exact", "inflection")
            and item.weight > COMPOUND
            and item.form == candidate.forms[item.token]
            and item.group not in self._in_phrases
            else item
            for item in found
        ]

    def _of_phrases(self, found: list[Found], candidate: Candidate) -> list[Found]:
        """Return the matches without the words of phrases that stand elsewhere."""
        inside = {
            token
            for phrase in self._phrases
            for span in phrase.spans(candidate.forms)
            for token in range(*span)
        }
        return [
            item for item in found if item.group not in self._in_phrases or item.token in inside
        ]

    def worth(self, form: int) -> float:
        """Return what the best match of a form by itself is worth; 0 if it is none."""
        if form not in self.wanted:
            return 0.0
        return max((weight for _, weight, _ in self._by_form[form]), default=0.0)

    def in_heading(self, forms: Sequence[int]) -> list[Found | None]:
        """Return for each word of the query its best match among ``forms``, or None."""
        best: list[Found | None] = [None] * self._count
        if self.wanted.isdisjoint(forms):
            return best
        for item in self.every_in_heading(forms):
            known = best[item.group]
            if known is None or known.weight < item.weight:
                best[item.group] = item
        return best

    def every_in_heading(self, forms: Sequence[int]) -> list[Found]:
        """Return all matches among ``forms``, also those that are worth less than others."""
        places = self._places(forms)
        found = [
            Found(group, at, form, weight, how)
            for at, form in places
            for group, weight, how in self._by_form[form]
        ]
        return [*found, *self._series.matches(places, forms)] if self._series else found


def said_once(found: list[Found]) -> list[Found]:
    """Return matches without the synonyms that are themselves another word of the query.

    Who asks for a ban on Huawei in the 5G network is not answered twice by Huawei, which the
    thesaurus has for 5G as well.
    """
    if not any(item.how == "synonym" for item in found):
        return found
    own: dict[int, set[int]] = {}
    for item in found:
        if item.weight >= INFLECTION and item.how in ("exact", "inflection"):
            own.setdefault(item.token, set()).add(item.group)
    return [
        item
        for item in found
        if item.how != "synonym" or item.group in own.get(item.token, (item.group,))
    ]


def _raise_shared(found: list[Found]) -> list[Found]:
    """Return the matches with those raised that are one compound of several query words."""
    groups: dict[int, set[int]] = {}
    for item in found:
        if item.how == "compound" and item.weight >= COMPOUND:
            groups.setdefault(item.token, set()).add(item.group)
    shared = {token for token, numbers in groups.items() if len(numbers) > 1}
    if not shared:
        return found
    return [
        item._replace(weight=max(item.weight, SAME_WORD))
        if item.token in shared and item.how == "compound"
        else item
        for item in found
    ]


def tightest(places: Sequence[tuple[int, int]], count: int) -> float:
    """Return how many words lie from the first to the last of ``count`` groups, at least.

    ``places`` are tokens with a group that stands there, in order; infinite if one is missing.
    """
    best = math.inf
    counts: dict[int, int] = {}
    first = 0
    for at, group in places:
        counts[group] = counts.get(group, 0) + 1
        while len(counts) == count:
            start, leaving = places[first]
            best = min(best, at - start + 1)
            counts[leaving] -= 1
            if not counts[leaving]:
                del counts[leaving]
            first += 1
    return best
