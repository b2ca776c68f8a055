"""Numbers of a sentence with their units, as they are held against each other.

``0,3 mia. kr.`` is ``300 mio. kr.``, ``halvdelen`` is ``50 %``, and ``1/5 2027`` the 1st of May;
``500 kr.`` is not ``500 euro``.  How measures are written is what
:mod:`language.numbers.measures` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import NamedTuple
from unicodedata import numeric

from strategikort.language.fold import fold
from strategikort.language.months import MONTHS
from strategikort.language.numbers.currencies import CURRENCY_WORDS
from strategikort.language.numbers.fractions import read_fraction
from strategikort.language.numbers.measures import unit_names
from strategikort.language.numbers.notation import SCALES
from strategikort.language.numbers.numerals import HALF, ONE_AND_A_HALF, cardinal, ordinal
from strategikort.language.sentences import ABBREVIATIONS

_TOKEN = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[ \u00a0]\d{3})+(?![\d.,]?\d)|\d+/\d+|\d+[½¼¾]|\d+(?:[.,]\d+)*"
    r"|[½⅓⅔¼¾]|°?[^\W\d_]+[²³]?|[%‰€$£]"
)
_DATE = re.compile(
    r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)|(\d{1,2})/(\d{1,2})[-/ ](\d{4})(?!\d)"
    r"|(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"
)
_WEEKDAYS = frozenset(f"{day}dag" for day in ["man", "tirs", "ons", "tors", "fre", "lør", "søn"])
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"\d{1,2}")
_PERIOD = re.compile(r"((?:19|20)\d)\d[-–/]$")
"""Before the last two digits of a year: ``2025-27``."""

_SCALES = SCALES | {"hundrede": 2, "tusind": 3, "tusinde": 3}
_ROUND = {"hundrede": Decimal(100), "tusind": Decimal(1000), "tusinde": Decimal(1000)}
_SIGNS = "½¼¾"
_SHARE = "procent"
_RANKED = (["kvartal"], ["halvår"])
_EACH = frozenset({"hver", "hvert"})
_PER = {"t": "time", "h": "time", "timen": "time", "s": "sekund", "sekundet": "sekund"}
_GAP = re.compile(r"[\s\u00a0]?|(?:,-)[\s\u00a0]?|\.[\s\u00a0]?|-")
"""What may stand between a number and its unit."""


class Quantity(NamedTuple):
    """A number, a month or a day of the week: its place and what it comes to.

    Also where its unit ends, and whether it tells a time.
    """

    start: int
    end: int
    unit_end: int
    value: str
    is_time: bool


def words_and_quantities(text: str, start: int, end: int) -> Iterator[str | Quantity]:
    """Go through a stretch of text: words in small letters, and numbers with their units."""
    yield from _Reader(text, start, end).read()


class _Reader:
    """Reads one stretch of text; places are numbers of its tokens."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._end = text, end
        self._tokens = [*_TOKEN.finditer(text, start, end)]
        self._words = [token[0].lower() for token in self._tokens]

    def read(self) -> Iterator[str | Quantity]:
        at = 0
        while at < len(self._tokens):
            token, word = self._tokens[at], self._words[at]
            date = _DATE.match(self._text, token.start(), self._end)
            if date and (parts := [*_of_date(date)]):
                yield from parts
                while at < len(self._tokens) and self._tokens[at].start() < date.end():
                    at += 1
                continue
            if word in MONTHS or word in _WEEKDAYS:
                yield Quantity(*token.span(), token.end(), word, is_time=True)
                at += 1
                continue
            before = self._currency_before(at)
            found = self._quantity(at + bool(before), before)
            if found is None:
                yield word
                at += 1
            else:
                quantity, at = found
                yield quantity._replace(start=token.start())

    def _currency_before(self, at: int) -> str:
        """Return the name of a currency that stands before its number: ``€100``, ``kr. 100``."""
        word = self._words[at]
        follows = self._words[at + 1 : at + 2]
        if not (follows and follows[0][0].isdigit() and self._is_beside(at)):
            return ""
        known = word in "€$£" or fold(word) in CURRENCY_WORDS
        return unit_names().get((fold(word),), "") if known else ""

    def _quantity(self, at: int, currency: str) -> tuple[Quantity, int] | None:
        """Return the quantity that begins at a token, and the token behind it."""
        first = self._tokens[at]
        share = self._share(at)
        if share:
            last, shown = share
            return Quantity(*first.span(), last, shown, is_time=False), self._behind(last, at)
        number = self._number(at)
        if number is None:
            return None
        value, after = number
        plain = after == at + 1
        end = self._tokens[after - 1].end()
        while (
            after < len(self._words)
            and self._words[after] in _SCALES
            and self._is_beside(after - 1)
        ):
            zeros = _SCALES[self._words[after]]
            value = value.scaleb(zeros) if isinstance(value, Decimal) else value
            after, plain = after + 1, False
        name, after = self._unit(after)
        shown = f"{value.normalize():f}" if isinstance(value, Decimal) else value
        unit_end = self._tokens[after - 1].end()
        if self._text[unit_end : unit_end + 1] == "." and self._words[after - 1] in ABBREVIATIONS:
            unit_end += 1
        bare = plain and not (name or currency)
        time = bare and bool(_YEAR.fullmatch(first[0]) or self._is_day(at))
        period = bare and len(first[0]) == 2 and _PERIOD.search(self._text, 0, first.start())
        if period:
            shown, time = period[1][:2] + first[0], True
        unit = name or currency
        quantity = Quantity(first.start(), end, unit_end, f"{shown} {unit}".strip(), time)
        return quantity, after

    def _share(self, at: int) -> tuple[int, str] | None:
        """Return where a share of something ends, and what it is in per cent if that comes out."""
        end, fraction = read_fraction(self._words, at)
        if fraction is None:
            return None
        letters = self._words[at][0].isalpha() or end > at + 1
        if not letters and self._words[end : end + 1] != ["af"]:
            return None
        cents = fraction * 100
        exact = not any(cents.denominator % prime == 0 for prime in (3, 7, 11, 13, 17, 19))
        shown = (Decimal(cents.numerator) / cents.denominator).normalize()
        value = f"{shown:f} {_SHARE}" if exact else str(fraction)
        return self._tokens[end - 1].end(), value

    def _number(self, at: int) -> tuple[Decimal | str, int] | None:
        """Return the number that begins at a token, and the token behind it."""
        word, follows = self._words[at], self._words[at + 1 : at + 2]
        after = at + 1
        value: Decimal | str | None = None
        is_one = cardinal(word) == 1
        if is_one and follows and follows[0] in HALF:
            return Decimal("0.5"), at + 2
        if is_one and follows and follows[0] in _SCALES:
            return Decimal(1), after
        if word in ONE_AND_A_HALF:
            return Decimal("1.5"), after
        if word in _SIGNS:
            return Decimal(numeric(word)), after
        if word in _ROUND:
            return _ROUND[word], after
        if word[0].isdigit():
            value = _value(word)
        elif self._is_ranked(at) and (rank := ordinal(word)):
            return Decimal(rank), after
        elif (count := cardinal(word)) and count > 1:
            value = Decimal(count)
        if value is None:
            return None
        more = self._words[after : after + 2]
        half = len(more) == 2 and cardinal(more[0]) == 1 and more[1] in HALF
        if half and isinstance(value, Decimal):
            return value + Decimal("0.5"), after + 2
        return value, after

    def _is_ranked(self, at: int) -> bool:
        """Say whether a word in letters may rank: ``tredje kvartal``, ``hver femte butik``."""
        return self._words[at + 1 : at + 2] in _RANKED or self._words[max(at - 1, 0)] in _EACH

    def _unit(self, at: int) -> tuple[str, int]:
        """Return the name of the unit that stands at a token, and the token behind it."""
        names = unit_names()
        for length in (2, 1):
            words = tuple(fold(word.strip("°")) for word in self._words[at : at + length])
            near = all(self._is_beside(place) for place in range(at - 1, at + length - 1))
            if len(words) == length and near and words in names:
                return self._per(names[words], at + length)
        return "", at

    def _per(self, name: str, at: int) -> tuple[str, int]:
        """Return a unit with what it is counted in each of: ``km/t``, ``km i timen``."""
        words = self._words[at : at + 2]
        if words and self._text[self._tokens[at].start() - 1] == "/" and words[0] in _PER:
            return f"{name}/{_PER[words[0]]}", at + 1
        if len(words) == 2 and words[0] == "i" and words[1] in _PER:
            return f"{name}/{_PER[words[1]]}", at + 2
        return name, at

    def _is_beside(self, at: int) -> bool:
        """Tell whether nothing but a blank or a full stop parts a token from the next."""
        if at + 1 >= len(self._tokens):
            return False
        gap = self._text[self._tokens[at].end() : self._tokens[at + 1].start()]
        return _GAP.fullmatch(gap) is not None

    def _behind(self, place: int, at: int) -> int:
        while at < len(self._tokens) and self._tokens[at].start() < place:
            at += 1
        return at

    def _is_day(self, at: int) -> bool:
        token, month = self._tokens[at], self._words[at + 1 : at + 2]
        dotted = self._text[token.end() : token.end() + 1] == "."
        return bool(_DAY.fullmatch(token[0]) and dotted and month and month[0] in MONTHS)


def _of_date(date: re.Match[str]) -> Iterator[Quantity]:
    """Yield day, month and year of a date in digits, as of one with the month in letters."""
    groups: tuple[str | int, ...] = ("day", "month", "year")
    if not date["day"]:
        groups = (1, 2, 3) if date[1] else (4, 5, 6)
    day, month, year = (int(date[group]) for group in groups)
    if 1 <= month <= len(MONTHS) and 1 <= day <= 31:
        for group, value in zip(groups, (str(day), MONTHS[month - 1], str(year)), strict=True):
            yield Quantity(*date.span(group), date.end(group), value, is_time=True)


def _value(number: str) -> Decimal | str:
    """Return what a number in digits comes to: ``1.000`` is 1000; itself if it is none: 1.2.3."""
    sign = number[-1] if number[-1] in _SIGNS else ""
    plain = re.sub(r"\.(?=\d{3}\b)|[ \u00a0]", "", number.removesuffix(sign)).replace(",", ".")
    try:
        return Decimal(plain) + (Decimal(numeric(sign)) if sign else 0)
    except InvalidOperation:
        return number
