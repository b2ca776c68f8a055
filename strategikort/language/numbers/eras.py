"""Decades, centuries and so many years: ``1990'erne``, ``1800-tallet``, ``tiårig``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from strategikort.language.fold import fold
from strategikort.language.numbers.numerals import (
    cardinal,
    ordinal,
    ordinal_of,
    roman,
    roman_of,
    same_number,
)

_TENS = [
    "nullerne",
    "tierne",
    "tyverne",
    "trediverne",
    "fyrrerne",
    "halvtredserne",
    "tresserne",
    "halvfjerdserne",
    "firserne",
    "halvfemserne",
]
_HUNDREDS = [
    "ti",
    "elleve",
    "tolv",
    "tretten",
    "fjorten",
    "femten",
    "seksten",
    "sytten",
    "atten",
    "nitten",
]
_THIS = 20
"""The hundreds of the years of this century, which has the last whole number: ``2000-tallet``."""

_OF_BOTH, _RECENT = (_THIS - 1, _THIS), range(4)
"""The centuries that are meant where none is named, and the tens of which both may be."""

_YEARS_OLD = re.compile(r"(.+)(aarige?|aarigt)")
_FORMS = ("årig", "årige", "årigt")

_DECADE = re.compile(r"(1\d|20)?(\d)0er(?:ne|nes|s)?")
_YEARS = re.compile(r"(1\d|20)00")
_CENTURY = frozenset(map(fold, ("århundrede", "århundredes", "århundredet", "århundredets")))
_NUMBERS = frozenset({"tal", "tallet", "tallets"})


def is_era(word: str) -> bool:
    """Tell whether one word is a decade or a century."""
    return read_era((word,), 0)[1] != ()


def read_era(words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
    """Return where the decade or century ends that begins at a word, and the ways to write it.

    The next word and none where there is no such.
    """
    one, two = (fold(word.removesuffix(".")) for word in (*words[at : at + 2], "")[:2])
    decade = _decades().get(one) or _decade_in_digits(one)
    if decade:
        return at + 1, tuple(_of_decade(*decade))
    if one in _hundreds():
        return at + 1, tuple(_of_century(_hundreds()[one]))
    years = _YEARS.fullmatch(one)
    if years and two in _NUMBERS:
        return at + 2, tuple(_of_century(int(years[1])))
    number = int(one) if one.isdecimal() and len(one) <= 2 else ordinal(one) or roman(one)
    if number and number <= _THIS + 1 and two in _CENTURY:
        return at + 2, tuple(_of_century(number - 1))
    return at + 1, ()


def read_years_old(words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
    """Return where a word ends that says how many years, and the other ways to write it.

    The next word and none where there is no such: ``tiårig``, ``10-årig``.
    """
    one, two = (fold(word) for word in (*words[at : at + 2], "")[:2])
    if two in map(fold, _FORMS) and one.isdecimal():
        letters = same_number(one)
        return at + 2, tuple(f"{letters}{form}" for form in _FORMS) if letters else ()
    made = _YEARS_OLD.fullmatch(one)
    number = cardinal(made[1]) if made else None
    return at + 1, tuple(f"{number}-{form}" for form in _FORMS) if number else ()


def _decade_in_digits(word: str) -> tuple[int | None, int] | None:
    found = _DECADE.fullmatch(word)
    return (int(found[1]) if found[1] else None, int(found[2])) if found else None


def _of_decade(hundreds: int | None, tens: int) -> Iterator[str]:
    """Yield the ways to write a decade, which without its hundreds is of the last century.

    Of the first ones it may be of this century as well.
    """
    short = _OF_BOTH if tens in _RECENT else _OF_BOTH[:1]
    for known in short if hundreds is None else (hundreds,):
        yield f"{known}{tens}0'erne"
        if known < _THIS and tens:
            yield f"{_HUNDREDS[known - 10]}{_TENS[tens]}"
    if hundreds is None or hundreds in short:
        yield f"{tens}0'erne"
        yield _TENS[tens]


def _of_century(hundreds: int) -> Iterator[str]:
    """Yield the ways to write the century of the years with these hundreds."""
    if hundreds >= 10:
        yield f"{hundreds}00-tallet"
    if 10 <= hundreds < _THIS:
        yield f"{_HUNDREDS[hundreds - 10]}hundredetallet"
    yield f"{hundreds + 1}. århundrede"
    for word in ordinal_of(hundreds + 1):
        yield f"{word} århundrede"
    yield f"{roman_of(str(hundreds + 1))} århundrede"


@cache
def _decades() -> dict[str, tuple[int | None, int]]:
    found: dict[str, tuple[int | None, int]] = {}
    for tens, word in enumerate(_TENS):
        for ending in ("", "s"):
            found[fold(word + ending)] = (None, tens)
            for hundreds, first in enumerate(_HUNDREDS, start=10):
                found[fold(first + word + ending)] = (hundreds, tens)
    return found


@cache
def _hundreds() -> dict[str, int]:
    return {
        f"{fold(word)}hundrede{ending}": number
        for number, word in enumerate(_HUNDREDS, start=10)
        for ending in ("tallet", "tallets")
    }
