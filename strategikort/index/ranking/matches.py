"""Where the words of an expanded query stand in a passage, and what they are worth there."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import accumulate, compress, pairwise
from typing import NamedTuple

from strategikort.index.expanding.expansion import Expansion, Forms, Group, Series
from strategikort.index.expanding.words import COMPOUND, INFLECTION, RELATED, How
from strategikort.index.storage.terms import NO_FORM
from strategikort.language.tokens import word_spans

NEAR = 4
"""Words between the parts of a compound that is written apart, without their counting less."""

SAME_WORD = 0.85
"""What a compound is worth that holds several words of the query."""


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


class _InSeries(dict[int, list[tuple[int, int, float]]]):
    """For a form: the series it stands in, as which element, and what it is worth there."""

    def __init__(self, series: Sequence[Series]) -> None:
        self._elements = [
            (number, element, words.forms)
            for number, item in enumerate(series)
            for element, words in enumerate(item.elements)
        ]

    def __missing__(self, form: int) -> list[tuple[int, int, float]]:
        found = self[form] = [
            (number, element, forms[form].weight)
            for number, element, forms in self._elements
            if form in forms
        ]
        return found


class _Elements(dict[int, int]):
    """For a form: a bit for every element of a series that it is one of.

    ``wholes`` are the series with all of their bits.  Most passages have an element of many series,
    and every element of none.
    """

    def __init__(self, series: Sequence[Series], in_series: _InSeries) -> None:
        self._in_series = in_series
        self._first = [0, *accumulate(len(item.elements) for item in series)]
        self.wholes = [
            (number, (1 << end) - (1 << first))
            for number, (first, end) in enumerate(pairwise(self._first))
        ]

    def __missing__(self, form: int) -> int:
        bits = 0
        for number, element, _ in self._in_series[form]:
            bits |= 1 << (self._first[number] + element)
        self[form] = bits
        return bits


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
        self._series = expansion.series
        self._parted = [bool(item.reach) and item.how == "compound" for item in self._series]
        self._expressions = expansion.expressions
        self._by_form = _ByForm(expansion.groups)
        self._in_series = _InSeries(expansion.series)
        self._elements = _Elements(expansion.series, self._in_series)
        # Sets of many thousand forms; what each is worth is looked up when it is met.
        self.wanted = frozenset().union(
            *(words.forms for group in expansion.groups for words in (group.words, group.weak)),
            *(words.forms for series in self._series for words in series.elements),
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
        if self._expressions:
            found = [item for item in found if not self._is_said_only(item, candidate.forms)]
        if candidate.extras and not self._exact:
            found = self._as_parts(found, candidate)
        if self._series:
            found += self._series_matches(places, candidate.forms)
        if self._in_phrases:
            found = self._of_phrases(found, candidate)
        return _raise_shared(found) if self._count > 1 else found

    def _places(self, forms: Sequence[int]) -> list[tuple[int, int]]:
        """Return those of ``forms`` that answer something, each with where it stands."""
        places = compress(range(len(forms)), map(self.wanted.__contains__, forms))
        return [(at, forms[at]) for at in places]

    def _is_said_only(self, item: Found, forms: Sequence[int]) -> bool:
        """Tell whether a match is a shared part that a fixed expression has: ``i kraft af``."""
        return item.weight <= RELATED and self._is_said(item.token, item.form, forms)

    def _is_said(self, token: int, form: int, forms: Sequence[int]) -> bool:
        """Tell whether a form is the noun of a fixed expression where it stands."""
        return token > 0 and any(
            tuple(forms[token - 1 : token - 1 + len(words)]) == words
            for words in self._expressions.get(form, ())
        )

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

    def _series_matches(
        self, places: Sequence[tuple[int, int]], forms: Sequence[int]
    ) -> list[Found]:
        bits = 0
        for _, form in places:
            bits |= self._elements[form]
        whole = [number for number, all_of in self._elements.wholes if bits & all_of == all_of]
        if not whole:
            return []
        at_series: dict[int, dict[int, list[tuple[int, int, float]]]] = {at: {} for at in whole}
        for at, form in places:
            said = self._expressions and self._is_said(at, form, forms)
            for number, element, weight in self._in_series[form]:
                # A term of several words may have such an expression: på tværs af ministerier.
                if number in at_series and not (said and self._parted[number]):
                    at_series[number].setdefault(element, []).append((at, form, weight))
        found: list[Found] = []
        for number, elements in at_series.items():
            series = self._series[number]
            if len(elements) == len(series.elements):
                if series.links is None:
                    found += _together(series, elements)
                else:
                    found += _side_by_side(series, elements, forms)
        return found

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
        return [*found, *self._series_matches(places, forms)]


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


def _together(
    series: Series, elements: Mapping[int, Sequence[tuple[int, int, float]]]
) -> list[Found]:
    """Return the matches of a series where all its elements stand within its reach."""
    found: list[Found] = []
    for at, _form, _weight in elements[0]:
        chosen = [
            min(elements[element], key=lambda place: (abs(place[0] - at), -place[2]))
            for element in range(len(series.elements))
        ]
        tokens = [place[0] for place in chosen]
        spread = max(tokens) - min(tokens) - len(chosen) + 1
        if spread >= series.reach:
            continue
        near = 1.0 if spread <= NEAR else (NEAR / spread) ** 0.5
        weight = series.weight * min(place[2] for place in chosen) * near
        found += [
            Found(group, token, form, weight, series.how)
            for group in series.groups
            for token, form, _ in chosen
        ]
    return found


def _side_by_side(
    series: Series, elements: Mapping[int, Sequence[tuple[int, int, float]]], forms: Sequence[int]
) -> list[Found]:
    """Return the matches of a series where its elements follow one another, or are linked.

    ``sikkerhed i rummet`` is what ``rumsikkerhed`` is; ``styrke sikkerheden`` is no strength.
    """
    links = series.links or frozenset()
    count = len(series.elements)
    at = [{token: form for token, form, _ in elements[number]} for number in range(count)]
    found: list[Found] = []
    for first in at[0]:
        in_order = [first + number for number in range(count)]
        linked = [first, first - 2] if count == 2 and first >= 2 else []
        linked = linked if linked and forms[first - 1] in links else []
        for tokens in (in_order, linked):
            if tokens and all(token in at[number] for number, token in enumerate(tokens)):
                found += [
                    Found(group, token, at[number][token], series.weight, series.how, True)
                    for group in series.groups
                    for number, token in enumerate(tokens)
                ]
    return found


def stand_in(phrase: Forms, candidate: Candidate) -> bool:
    """Tell whether a phrase stands in a passage or in the heading over it."""
    here = not phrase.heading and phrase.stands_in(candidate.forms)
    return here or phrase.stands_in(candidate.own)


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
