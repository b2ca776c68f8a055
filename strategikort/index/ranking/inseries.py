"""Series of words in passages: terms of several words, dates, compounds that are written apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from strategikort.index.expanding.expansion import Expansion, Series
from strategikort.index.ranking.candidate import Found

_Places = dict[int, list[tuple[int, int, float]]]
"""For each element of a series where it stands: the token, the form, what it is worth."""


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


class SeriesMatcher:
    """Finds the series of one expanded query among the forms of passages and headings."""

    def __init__(self, expansion: Expansion) -> None:
        self._series = expansion.series
        self._parted = [bool(item.reach) and item.how == "compound" for item in self._series]
        self._expansion = expansion
        self._in_series = _InSeries(expansion.series)
        self._elements = _Elements(expansion.series, self._in_series)

    def matches(self, places: Sequence[tuple[int, int]], forms: Sequence[int]) -> list[Found]:
        """Return the matches among ``forms``, given the places of those that answer something."""
        bits = 0
        for _, form in places:
            bits |= self._elements[form]
        whole = [number for number, all_of in self._elements.wholes if bits & all_of == all_of]
        if not whole:
            return []
        at_series: dict[int, _Places] = {at: {} for at in whole}
        for at, form in places:
            said = self._expansion.expressions and self._expansion.is_said(at, form, forms)
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


def _together(series: Series, elements: _Places) -> list[Found]:
    """Return the matches of a series where all its elements stand within its reach."""
    found: list[Found] = []
    for at, _form, _weight in elements[0]:
        chosen: list[tuple[int, int, float]] = []
        for element in range(len(series.elements)):
            places = elements[element]
            if series.ordered:
                after = chosen[-1][0] + 1 if chosen else at
                places = [place for place in places if place[0] >= after]
            if not places:
                break
            chosen.append(min(places, key=lambda place: (abs(place[0] - at), -place[2])))
        if len(chosen) < len(series.elements):
            continue
        tokens = [place[0] for place in chosen]
        spread = max(tokens) - min(tokens) - len(chosen) + 1
        if spread >= series.reach:
            continue
        weight = series.weight * min(place[2] for place in chosen)
        found += [
            Found(group, token, form, weight, series.how)
            for group in series.groups
            for token, form, _ in chosen
        ]
    return found


def _side_by_side(series: Series, elements: _Places, forms: Sequence[int]) -> list[Found]:
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
