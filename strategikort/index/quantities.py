"""Dates and amounts among the words of a query: what they stand for, and what they weigh."""

from __future__ import annotations

from collections.abc import Sequence

from strategikort.index.expansion import Group, Series
from strategikort.index.synonyms import WRITTEN
from strategikort.index.vocabulary import Vocabulary
from strategikort.index.words import WordFinder, Words
from strategikort.language.notation import SCALES, UNITS, is_number, written_otherwise
from strategikort.language.numerals import cardinal

QUANTITY = 0.4
"""What a numeral in words weighs: it says how many, and not what of."""

_DAY = 2
"""Digits of the number of a day or a month, at most."""

AMOUNT = 0.15
"""What a number with a sign in it weighs, and a unit: an amount may be said in other ways."""


def dates_in(
    groups: Sequence[Group], vocabulary: Vocabulary, finder: WordFinder, *, strict: bool
) -> list[Series]:
    """Return dates of several words as they were typed, and longer ones that they are part of.

    Their words are marked; the number of a day by itself is found nowhere, unless ``strict``.
    """
    series: list[Series] = []
    links = frozenset[int]()
    for found in written_otherwise([group.word.text for group in groups]):
        if not found.whole:
            continue
        span = tuple(range(found.start, found.end))
        longer = Words()
        for pairs in (
            *map(vocabulary.forms_beginning, found.begins),
            *map(vocabulary.forms_ending, found.ends),
        ):
            for number, key in pairs:
                longer.add(number, WRITTEN, "inflection")
                longer.keys.add(key)
        typed = tuple(finder.exact(groups[number].word) for number in span)
        if longer:
            series.append(Series((longer,), span, WRITTEN, "inflection", 0, links))
        if len(span) > 1 and all(typed):
            series.append(Series(typed, span, 1.0, "exact", 0, links))
        for number in span if len(span) > 1 else ():
            group = groups[number]
            group.whole = True
            if not strict and group.word.text.isdecimal() and len(group.word.text) <= _DAY:
                group.words.forms.clear()
    return series


def weight_of_amount(word: str, before: str) -> float:
    """Return what a word weighs that may say how much, by itself or behind another."""
    counted = is_number(before) or before.lower() in SCALES
    if (is_number(word) and not word.isdecimal()) or (counted and word.lower() in UNITS):
        return AMOUNT
    return QUANTITY if cardinal(word) else 1.0
