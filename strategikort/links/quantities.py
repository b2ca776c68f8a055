"""Numbers of a sentence with their units, as they are held against each other.

``0,3 mia. kr.`` is ``300 mio. kr.``, ``50 procent`` is ``50 %``; ``500 kr.`` is not ``500 euro``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from strategikort.language.months import MONTHS
from strategikort.language.notation import SCALES
from strategikort.links.factrules import fact_rules

UNITS = {
    word: words.split()[0]
    for words in ("kr krone kroner dkk", "euro eur €", "dollar dollars usd $", "pct procent %")
    for word in words.split()
}
"""Words behind a number, each with the one that stands for all that mean the same."""

_TOKEN = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[ \u00a0]\d{3})+(?![\d.,]?\d)|\d+(?:[.,]\d+)*|[^\W\d_]+|[%€$]"
)
_UNIT = re.compile(
    rf"(?:[\s\u00a0]?({'|'.join(map(re.escape, SCALES))})\b\.?)?"
    rf"(?:[\s\u00a0]?({'|'.join(map(re.escape, UNITS))})(?!\w)\.?)?",
    re.IGNORECASE,
)
_WEEKDAYS = frozenset(f"{day}dag" for day in ["man", "tirs", "ons", "tors", "fre", "lør", "søn"])
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"\d{1,2}")


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
    counted = _number_words()
    position = start
    for token in _TOKEN.finditer(text, start, end):
        if token.start() < position:
            continue  # the unit of the number before it
        word = token[0].lower()
        number = counted.get(word, word)
        if word in MONTHS or word in _WEEKDAYS:
            yield Quantity(*token.span(), token.end(), word, is_time=True)
        elif number[0].isdigit():
            unit = _UNIT.match(text, token.end(), end)
            position = unit.end() if unit else token.end()
            scale, kind = (unit[1] or "", unit[2] or "") if unit else ("", "")
            value = _value(number, SCALES.get(scale.lower(), 0))
            if kind:
                value += f" {UNITS[kind.lower()]}"
            bare = position == token.end()
            time = bare and bool(_YEAR.fullmatch(word) or _is_day(text, token))
            yield Quantity(*token.span(), position, value, time)
        else:
            yield word


def _is_day(text: str, token: re.Match[str]) -> bool:
    follows = re.compile(r"\. (\w+)").match(text, token.end())
    return bool(_DAY.fullmatch(token[0]) and follows and follows[1].lower() in MONTHS)


def _value(number: str, zeros: int) -> str:
    """Return what a number comes to: ``1.000`` is 1000, ``2,5`` with six zeros 2500000."""
    plain = re.sub(r"\.(?=\d{3}\b)|[ \u00a0]", "", number).replace(",", ".")
    try:
        return f"{(Decimal(plain) * 10**zeros).normalize():f}"
    except InvalidOperation:  # 1.2.3
        return number


@lru_cache(maxsize=1)
def _number_words() -> dict[str, str]:
    return {word: str(at) for at, word in enumerate(fact_rules().numbers) if at > 1}
