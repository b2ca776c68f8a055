"""As what the words of a subject stand in a passage: together, inside longer words, apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from enum import IntEnum

from strategikort.index.absence.belonging import NOWHERE, Belonging
from strategikort.index.absence.vocabulary import Own
from strategikort.index.expanding.expansion import Expansion
from strategikort.index.ranking.candidate import NONE_OTHER, Candidate, Found, Other
from strategikort.index.ranking.matches import Matcher, tightest
from strategikort.language.numbers.measures import is_currency, is_label, units_in
from strategikort.language.numbers.notation import is_number
from strategikort.language.numbers.numerals import cardinal
from strategikort.language.numbers.ranks import place_of, roman_in_capitals
from strategikort.language.stopwords import NEGATIONS

_REACH = 4
"""Words from the first to the last of a subject, for each of its words, less two."""

_BESIDE = 2
"""Words from a number to what it counts, at most: ``8 udvalgte lande``."""

_LISTED = 4
"""Words from what is numbered to the number, at most: ``artikel 4, 5 og 6``."""

_BETWEEN_ROWS = 1_000
"""Words that two rows of a table are taken to be apart."""

_APART = 4
"""Words from one half of a compound to the whole: ``udenrigs-, forsvars- og sikkerhedspolitik``."""


class Level(IntEnum):
    """As what a subject stands in a passage, from the surest.

    ``ITSELF``: in a form of its own, or as a compound that is written apart; ``INSIDE``: as part of
    longer words; ``OTHERWISE``: by words that may mean the same; ``KINDRED``: by words of the same
    root, or forms of a word that is spelt like it; ``SCATTERED``: all its words, in one way or
    another, but not together.
    """

    ITSELF = 0
    INSIDE = 1
    OTHERWISE = 2
    KINDRED = 3
    SCATTERED = 4

    @property
    def how(self) -> str:
        """What a report calls it."""
        return self.name.lower()


class Judge:
    """Tells as what the words of a subject stand in a passage.

    ``scales`` are the forms of what counts more than one, ``joined`` the words that hyphens join in
    the subject, ``foreign`` the forms that make a currency that of another country.
    """

    def __init__(
        self,
        expansion: Expansion,
        matcher: Matcher,
        own: Sequence[Own],
        scales: frozenset[int],
        joined: Sequence[tuple[str, ...]] = (),
        foreign: Set[int] = frozenset(),
    ) -> None:
        self._groups = expansion.groups
        texts = [group.word.text for group in expansion.groups]
        self._behind = [_stands_behind(texts, at) for at in range(len(texts))]
        self._counts = [
            _counts(text, followed=at + 1 < len(texts))
            or (self._behind[at] and (place_of(text) is not None or _is_letter(texts, at)))
            for at, text in enumerate(texts)
        ]
        self._is_currency = [*map(is_currency, texts)]
        self._is_label = [*map(is_label, texts)]
        self._units = units_in(texts)
        self._denied = dict(_denied(texts, joined))
        self._scales, self._foreign = scales, foreign
        self._matcher = matcher
        self._own = own
        self._reach = _REACH * len(own) - 2

    def level(
        self,
        candidate: Candidate,
        rows: Sequence[int] = (),
        other: Other = NONE_OTHER,
        belonging: Belonging = NOWHERE,
    ) -> tuple[Level | None, bool]:
        """Return as what the subject stands in a passage or its heading, and if that is its text.

        What stands partly in both is scattered, and so is what stands in several ``rows`` of a
        table, which are given for each of its words.  ``other`` are those that are other words,
        ``belonging`` says which of the text belong to what else.
        """
        here = self._matcher.in_passage(candidate)
        text = self._levels(here, candidate.forms, rows, other.text, belonging)
        headed = self._matcher.every_in_heading(candidate.own)
        above = NOWHERE._replace(others=belonging.headed)
        heading = self._levels(headed, candidate.own, (), other.heading, above)
        for level in (Level.ITSELF, Level.INSIDE, Level.OTHERWISE, Level.KINDRED):
            for found, of_words in ((text, rows), (heading, ())):
                if self._together([item for item, as_what in found if as_what <= level], of_words):
                    return level, found is text
        covered = {item.group for item, _ in (*text, *heading)}
        return (Level.SCATTERED if len(covered) == len(self._own) else None), bool(text)

    def _levels(
        self,
        found: Iterable[Found],
        forms: Sequence[int],
        rows: Sequence[int],
        other: Set[int],
        belonging: Belonging,
    ) -> list[tuple[Found, Level]]:
        found = list(found)
        own = {(item.token, item.group) for item in found if self._is_own(item)}
        return [
            (
                item,
                (Level.KINDRED if item.token in other else self._level(item, own))
                if item.token not in belonging.others
                and (item.together or self._is_told(item, found, forms, rows, belonging.listed))
                else Level.SCATTERED,
            )
            for item in found
        ]

    def _is_told(
        self,
        item: Found,
        found: Sequence[Found],
        forms: Sequence[int],
        rows: Sequence[int],
        listed: Set[int],
    ) -> bool:
        """Tell whether a number stands before what it counts, or behind what it numbers.

        ``300 kroner`` are not 300 million, and in »3 år, 8 måneder« there are no 8 years.
        """
        at = item.token
        if item.group in self._units and not self._is_measured(item, found):
            return False
        if self._is_currency[item.group] and at and forms[at - 1] in self._foreign:
            return any(other.token == at - 1 for other in found)
        denied = self._denied.get(item.group)
        if denied is not None and not any(
            other.group == denied and abs(other.token - at) <= 1 for other in found
        ):
            return False
        if not self._counts[item.group] or len(self._groups) == 1:
            return True
        if not self._behind[item.group] and self._counts_more(item, found, forms):
            return False
        return self._is_beside(item, found, rows, listed=at in listed)

    def _counts_more(self, item: Found, found: Sequence[Found], forms: Sequence[int]) -> bool:
        """Tell whether a number counts thousands or millions that are not asked for."""
        after = item.token + 1
        return (
            after < len(forms)
            and forms[after] in self._scales
            and not any(
                other.token == after or (other.token == item.token and other.group != item.group)
                for other in found
            )
        )

    def _is_beside(
        self, item: Found, found: Sequence[Found], rows: Sequence[int], *, listed: bool
    ) -> bool:
        """Tell whether a number stands beside what it counts or numbers, in the same row."""
        at = item.token
        beside, step = (item.group - 1, -1) if self._behind[item.group] else (item.group + 1, 1)
        if self._counts[beside] or self._groups[beside].whole:
            return True
        reach = _LISTED if self._is_label[beside] or listed else _BESIDE
        if _may_be_year(self._groups[item.group].word.text):
            reach = 1  # in »I 2000 blev mange dræbt« nothing is counted
        return any(
            other.group == beside
            # Of a heading only the best match is known, which may be that of an amount as a whole.
            # A currency stands on either side: $100.
            and (
                other.token == at
                or 0 < step * (other.token - at) <= reach
                or (other.token - at in (-1, 1) and self._is_currency[beside])
            )
            and (not rows or rows[other.token] == rows[at])
            for other in found
        )

    def _is_measured(self, item: Found, found: Sequence[Found]) -> bool:
        """Tell whether a unit is that of the number that is asked for, and not of another.

        In »15 mio. USD og 3 mio. euro« there are no 15 million euros.
        """
        before, at = item.group - 1, item.token
        for other in found:
            if self._is_currency[item.group] and other.token == at + 1 and other.group <= before:
                return True
            beside = other.group == before and 0 <= at - other.token <= _BESIDE
            sure = other.together or before not in self._units
            if beside and (sure or self._is_measured(other, found)):
                return True
        return False

    def _is_own(self, item: Found) -> bool:
        return item.form in self._own[item.group].forms

    def _level(self, item: Found, own: Set[tuple[int, int]]) -> Level:
        if self._groups[item.group].whole:
            # A span that a date lies inside has not the date itself.
            inside = Level.OTHERWISE if item.how == "synonym" else Level.ITSELF
            return inside if item.together else Level.SCATTERED
        if self._is_own(item):
            # Part of a word with a hyphen, unless the rest of it is of the subject too: EU-kontor.
            part = item.how == "compound" and not any(
                abs(token - item.token) <= _APART and group != item.group for token, group in own
            )
            return Level.INSIDE if part else Level.ITSELF
        if item.together and item.how == "inflection":
            # Written in another way: førstebehandling, 1. behandling.
            return Level.ITSELF
        if item.form in self._own[item.group].compounds:
            return Level.INSIDE
        if item.how == "synonym":
            return Level.OTHERWISE
        # What is no form that was looked for is the parts of a compound or a date, side by side.
        parts = item.how in ("compound", "inflection")
        other = item.together or item.form not in self._groups[item.group].words.forms
        return Level.ITSELF if parts and other else Level.KINDRED

    def _together(self, found: Sequence[Found], rows: Sequence[int]) -> bool:
        groups = {item.group for item in found}
        if len(groups) < len(self._own):
            return False
        places = sorted(
            {
                (item.token + (_BETWEEN_ROWS * rows[item.token] if rows else 0), item.group)
                for item in found
            }
        )
        return len(groups) == 1 or tightest(places, len(groups)) <= self._reach + 1


def _stands_behind(words: Sequence[str], at: int) -> bool:
    """Tell whether a number stands behind what it numbers: the last word, ``Christian IV``."""
    return at > 0 and (at == len(words) - 1 or roman_in_capitals(words[at]) is not None)


def _counts(word: str, *, followed: bool) -> bool:
    """Tell whether a word is a number that counts or numbers something, and no year.

    Whole hundreds are years too, but more often many of what is ``followed`` by: ``2000 civile``.
    """
    if _may_be_year(word) and not (followed and word.endswith("00")):
        return False
    return is_number(word) or cardinal(word) is not None


def _denied(words: Sequence[str], joined: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield what a hyphen denies and what denies it, each with the other: ``ikke-spredning``.

    »er ikke en spredning« says nothing of that.
    """
    for run in joined:
        if run[0].lower() in NEGATIONS:
            for at in range(len(words) - 1):
                if tuple(words[at : at + 2]) == run[:2]:
                    yield from ((at, at + 1), (at + 1, at))


def _may_be_year(word: str) -> bool:
    return len(word) == len("2030") and word.isdecimal()


def _is_letter(words: Sequence[str], at: int) -> bool:
    """Tell whether a word is the letter behind what it numbers: ``bilag A``."""
    word = words[at]
    return at > 0 and len(word) == 1 and word.isupper() and is_label(words[at - 1])
