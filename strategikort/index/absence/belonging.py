"""What numbers and years of a passage belong to, where the words between them say so.

In »1. og 2. kvartal« both count quarters; in »foråret 2021 og efteråret 2020« the autumn is not
that of 2021, and in »§ 3, stk. 1, og § 4, stk. 2« the second is not of section 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from strategikort.index.querying.query import QueryWord
from strategikort.language.fold import fold
from strategikort.language.months import month_named
from strategikort.language.numbers.measures import JOINING, is_label, labels_like
from strategikort.language.numbers.notation import is_number
from strategikort.language.numbers.numerals import cardinal, ordinal
from strategikort.language.tokens import tokenize

_TIMES = tuple(
    map(fold, ("kvartal", "kvt", "halvår", "tertial", "forår", "sommer", "efterår", "vinter"))
)
_ENDINGS = ("", "et", "en", "eren", "s", "ets", "ens", "erens")
_TIME_WORDS = frozenset(time + ending for time in _TIMES for ending in _ENDINGS)
"""Parts of a year, behind which stands of which year."""

_BETWEEN = frozenset({"i", "af", "for", "aar", "aaret", "baade"})
"""Words between a part of a year and the year."""


class Belonging(NamedTuple):
    """Words of a passage (their places): those of ``others``, and the numbers of a list.

    ``listed`` are numbers that other numbers stand behind, and then what they all count, ``headed``
    the words of the heading that are those of others.
    """

    others: Set[int]
    listed: Set[int]
    headed: Set[int] = frozenset()


NOWHERE = Belonging(frozenset(), frozenset())


class Belongings:
    """Tells what the numbers of passages belong to that one subject has."""

    def __init__(self, words: Sequence[QueryWord]) -> None:
        texts = [fold(word.text) for word in words]
        pairs = [*pairwise(texts)]
        self._times = {time: year for time, year in pairs if time in _TIME_WORDS and _is_year(year)}
        labelled = [(label, number) for label, number in pairs if _labels(label, number)]
        self._above = labelled[0] if len(labelled) > 1 else None
        self._below = labelled[1:]
        self._counts = any(_is_numeral(text) for text in texts[:-1])

    def __bool__(self) -> bool:
        return bool(self._times or self._above or self._counts)

    def in_passage(self, text: str) -> Belonging:
        """Return what the words of a passage belong to that the subject may have."""
        if not self:
            return NOWHERE
        words = [fold(token.text) for token in tokenize(text)]
        others = {*self._of_other_years(words), *self._below_others(words)}
        return Belonging(others, {*_listed(words)} if self._counts else set())

    def _of_other_years(self, words: Sequence[str]) -> Iterator[int]:
        """Yield the parts of a year, with their numbers, that are not of the year asked for."""
        wanted = set(self._times.values())
        for at, word in enumerate(words if wanted else ()):
            if word in _TIME_WORDS:
                years = _years_behind(words, at)
                if years and wanted.isdisjoint(years):
                    yield at
                    while at and (words[at - 1] in JOINING or _is_numeral(words[at - 1])):
                        at -= 1
                        yield at

    def _below_others(self, words: Sequence[str]) -> Iterator[int]:
        """Yield the numbers that stand below another than what is asked for: § 4, stk. 2."""
        if self._above is None:
            return
        label, number = self._above
        names = {label, *(fold(name.removesuffix(".")) for name in labels_like(label))}
        below = {one for _, one in self._below}
        within = True
        for at, word in enumerate(words):
            if word in names:
                within = number in _numbers_behind(words, at)
            elif not within and word in below:
                yield at


def _labels(label: str, number: str) -> bool:
    return is_label(label) and _is_numeral(number)


def _is_year(word: str) -> bool:
    return len(word) == len("2030") and word.isdecimal()


def _is_numeral(word: str) -> bool:
    short = is_number(word) and not _is_year(word)
    return short or cardinal(word) is not None or ordinal(word) is not None


def _years_behind(words: Sequence[str], at: int) -> set[str]:
    """Return the years that stand behind a part of a year and what it is joined to."""
    years: set[str] = set()
    for word in words[at + 1 :]:
        if _is_year(word):
            years.add(word)
        elif word not in JOINING and (
            years
            or not (
                word in _TIME_WORDS or word in _BETWEEN or month_named(word) or _is_numeral(word)
            )
        ):
            break
    return years


def _numbers_behind(words: Sequence[str], at: int) -> set[str]:
    """Return the numbers of a list that stands behind a label."""
    found: set[str] = set()
    for word in words[at + 1 :]:
        if is_number(word):
            found.add(word)
        elif word not in JOINING:
            break
    return found


def _listed(words: Sequence[str]) -> Iterator[int]:
    """Yield the numerals that another stands behind, with nothing but »og« and the like between."""
    for at, word in enumerate(words):
        if not _is_numeral(word):
            continue
        after = at + 1
        while after < len(words) and words[after] in JOINING:
            after += 1
        if after < len(words) and _is_numeral(words[after]):
            yield at
