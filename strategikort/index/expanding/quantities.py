"""Dates and amounts among the words of a query: what they stand for, and what they weigh."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from strategikort.index.expanding.expansion import Group, Series
from strategikort.index.expanding.finder import WordFinder
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.expanding.words import SPELLING, Words
from strategikort.index.querying.query import QueryWord
from strategikort.language.numbers.measures import JOINING
from strategikort.language.numbers.notation import (
    SCALES,
    UNITS,
    Written,
    is_number,
    written_otherwise,
)
from strategikort.language.numbers.numerals import cardinal

QUANTITY = 0.4
"""What a numeral in words weighs: it says how many, and not what of."""

_DAY = 2
"""Digits of the number of a day or a month, at most."""

AMOUNT = 0.15
"""What a number with a sign in it weighs, and a unit: an amount may be said in other ways."""

_DAYS = tuple(map(str, range(1, 32)))
_BETWEEN_DAYS = (*JOINING, "den", "d")
"""Words between days of one month: ``den 12. til den 15. marts``."""
_VERSION = re.compile(r"\d{1,3}(?:\.\d{1,2})+")
"""A number of a version or a section, and no amount, which has a comma: ``version 0.5``."""


def dates_in(groups: Sequence[Group], vocabulary: Vocabulary, finder: WordFinder) -> list[Series]:
    """Return dates of several words as they were typed, and longer ones that they are part of.

    Their words are marked as parts of a whole.
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
                longer.add(number, SPELLING, "inflection")
                longer.keys.add(key)
        typed = tuple(finder.exact(groups[number].word) for number in span)
        if longer:
            series.append(Series((longer,), span, SPELLING, "inflection", 0, links))
        others = (*_with_year(found, vocabulary, finder), *_among_days(found, finder))
        series += [
            Series(elements, span, SPELLING, "inflection", 0, links)
            for elements in others
            if all(elements)
        ]
        if len(span) > 1 and all(typed):
            series.append(Series(typed, span, 1.0, "exact", 0, links))
        for number in span if len(span) > 1 else ():
            groups[number].whole = True
    return series


def without_days(groups: Sequence[Group]) -> None:
    """Let the number of a day in a date stand for nothing by itself."""
    for group in groups:
        if group.whole and group.word.text.isdecimal() and len(group.word.text) <= _DAY:
            group.words.forms.clear()


def _with_year(
    found: Written, vocabulary: Vocabulary, finder: WordFinder
) -> Iterator[tuple[Words, ...]]:
    """Yield what stands for a month in a date whose year is a word of its own: ``5/5-2023``."""
    for ending, of_year in found.parted:
        days = Words()
        for number, key in vocabulary.forms_ending(ending):
            days.add(number, SPELLING, "inflection")
            days.keys.add(key)
        yield days, finder.exact(QueryWord(of_year))


def _among_days(found: Written, finder: WordFinder) -> Iterator[tuple[Words, ...]]:
    """Yield what stands for a date whose month is behind other days: ``24. og 25. februar``."""
    if not found.day:
        return
    others, joining = Words(), Words()
    for words, stand_for in ((_DAYS, others), (_BETWEEN_DAYS, joining)):
        for word in words:
            stand_for.take(finder.exact(QueryWord(word)), 1.0, None)
    day = finder.exact(QueryWord(found.day))
    for rest in found.rest:
        end = tuple(finder.exact(QueryWord(word)) for word in rest)
        behind = ((), (joining,), (joining, joining))
        for between in (*behind, *((others, *one) for one in behind[1:])):
            yield day, *between, others, *end


def amounts_in(groups: Sequence[Group], finder: WordFinder) -> list[Series]:
    """Return numbers with the units behind them, in digits or in letters, side by side.

    The number by itself is found nowhere then, unless it is long: »2 år« is no 2 per cent.
    """
    series: list[Series] = []
    for at, (group, unit) in enumerate(pairwise(groups)):
        number = group.word
        if number.text.isdecimal():
            tells_little = len(number.text) <= _DAY
        else:
            tells_little = is_number(number.text) or cardinal(number.text) is not None
        if not tells_little or group.whole or unit.word.text.lower() not in UNITS:
            continue
        if not (number.is_whole and unit.word.is_whole):
            continue
        typed = (finder.exact(number), finder.exact(unit.word))
        found = Words()
        for words in (group.words, finder.same_number(number)):
            found.take(words, 1.0, None)
        group.words.forms.clear()
        span, links = (at, at + 1), frozenset[int]()
        if all(typed):
            series.append(Series(typed, span, 1.0, "exact", 0, links))
        if found and unit.words:
            series.append(Series((found, unit.words), span, SPELLING, "inflection", 0, links))
    return series


def weights_of_amounts(words: Sequence[str]) -> list[float]:
    """Return what each word of a query weighs, less for those that may say how much.

    Where nothing else is asked about, the number is what is asked about.
    """
    beside = ("", *words, "")
    weights = [_weight_of_amount(*beside[at : at + 3]) for at in range(len(words))]
    if max(weights, default=1.0) >= 1.0:
        return weights
    return [1.0 if is_number(word) else weight for word, weight in zip(words, weights, strict=True)]


def _weight_of_amount(before: str, word: str, after: str) -> float:
    counted = is_number(before) or cardinal(before) is not None or before.lower() in SCALES
    is_version = bool(_VERSION.fullmatch(word)) and after.lower() not in UNITS
    if (is_number(word) and not word.isdecimal() and not is_version) or (
        counted and word.lower() in UNITS
    ):
        return AMOUNT
    return QUANTITY if cardinal(word) and after.lower() not in UNITS else 1.0
