"""Fractions: ``en tredjedel``, ``1/3``, ``⅓``, ``halvdelen``, ``tre ud af fire``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from strategikort.language.fold import fold
from strategikort.language.numbers.numerals import cardinal, ordinal_of, same_number

_IN_DIGITS = re.compile(r"(\d{1,2})/(\d{1,2})")
_LARGEST = 20
"""The largest denominator of a fraction in digits or in one sign: 12/24 is none."""

_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒"
_HALVES = frozenset({"halvdel", "halvdelen", "halvdelens"})


def read_fraction(words: Sequence[str], at: int) -> tuple[int, Fraction | None]:
    """Return where the fraction ends that begins at a word, and the fraction; else None.

    >>> read_fraction(["to", "tredjedele"], 0), read_fraction(["3", "ud", "af", "4"], 0)
    ((2, Fraction(2, 3)), (4, Fraction(3, 4)))
    """
    word, after = fold(words[at]), tuple(map(fold, words[at + 1 : at + 4]))
    if word in _HALVES:
        return at + 1, Fraction(1, 2)
    if words[at] in _signs():
        return at + 1, _signs()[words[at]]
    if digits := _IN_DIGITS.fullmatch(word):
        over, under = int(digits[1]), int(digits[2])
        proper = 0 < over < under <= _LARGEST
        return at + 1, Fraction(over, under) if proper else None
    count = _number(word)
    if count is None or not after:
        return at + 1, None
    under = _denominators().get(after[0], 0)
    if under:
        return at + 2, Fraction(count, under)
    if after[:2] == ("ud", "af") and len(after) == 3:
        of = _number(after[2])
        return (at + 4, Fraction(count, of)) if of and count < of else (at + 1, None)
    return at + 1, None


def fraction_ways(fraction: Fraction) -> Iterator[str]:
    """Yield the ways to write a fraction.

    >>> list(fraction_ways(Fraction(1, 2)))[:3], list(fraction_ways(Fraction(2, 3)))[:2]
    (['halvdelen', '1/2', '½'], ['2/3', '⅔'])
    """
    over, under = fraction.numerator, fraction.denominator
    if under == 2:
        yield "halvdelen"
    yield f"{over}/{under}"
    yield from (sign for sign, value in _signs().items() if value == fraction)
    names = [name for name, number in _denominators().items() if number == under]
    counts = ("en", "én", "et") if over == 1 else (same_number(str(over)) or "",)
    for count in filter(None, dict.fromkeys((*counts, str(over)))):
        # The forms of one word are all looked for.
        yield from (f"{count} {name}" for name in names[:1])
        of = same_number(str(under)) if not count.isdecimal() else str(under)
        yield f"{count} ud af {of}"


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) <= 3 else cardinal(word)


@cache
def _signs() -> dict[str, Fraction]:
    return {
        sign: Fraction(unicodedata.numeric(sign)).limit_denominator(_LARGEST) for sign in _SIGNS
    }


@cache
def _denominators() -> dict[str, int]:
    names = {f"{word}del": number for number in range(3, 21) for word in ordinal_of(number)}
    names |= {"hundrededel": 100, "tusindedel": 1000}
    return {
        f"{name}{ending}": number
        for name, number in names.items()
        for ending in ("", "e", "s", "es", "en", "ene")
    }
