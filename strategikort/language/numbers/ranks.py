"""Numbers that tell which one: ``4. kvartal``, ``bilag III``, ``Christian den Fjerde``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from strategikort.language.fold import fold
from strategikort.language.numbers.measures import labels_like
from strategikort.language.numbers.numerals import (
    cardinal,
    ordinal,
    ordinal_of,
    roman,
    roman_of,
    same_number,
)

_MOST = 89
"""The largest number that is written in Roman numerals here."""

_QUARTER = re.compile(r"[QqK]([1-4])")
_OF_YEAR = re.compile(r"((?:19|20)\d\d)[QqK]([1-4])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUARTERS = ("kvartal", "kvartalet", "kvt", "kv")

_FIRST = 3
"""Numbers of which compounds are made: ``førstebehandling``, ``tredjebehandling``."""

_SHORTEST = 5
"""Letters of what follows in such a compound, at least."""


def read_rank(words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
    """Return where a thing and the number that tells which one end, and the ways to write them.

    Digits with a full stop say so by themselves.  The next word and none where there is no such.

    >>> read_rank(["4.", "kvartal"], 0)
    (2, ('4. kvartal', 'fjerde kvartal', 'IV kvartal', 'Q4'))
    """
    one, two = (*words[at : at + 2], "")[:2]
    if quarter := _QUARTER.fullmatch(one):
        return at + 1, tuple(_before(int(quarter[1]), "kvartal"))
    if of_year := _OF_YEAR.fullmatch(one):
        return at + 1, tuple(_of_year(of_year[1], int(of_year[2])))
    place = place_of(one)
    if place and two.isalpha():
        return at + 2, tuple(_before(place, two))
    if one.isalpha() and (number := _number_of(two)):
        named = place_of(two) is not None or one[:1].isupper()
        return at + 2, tuple(_behind(one, number, named))
    made = _compound(one)
    return (at + 1, made) if made else (at + 1, ())


def place_of(word: str) -> int | None:
    """Return the number whose place a word tells, None if none: ``4.``, ``fjerde``, ``IV``."""
    digits = word.removesuffix(".")
    if digits != word and digits.isdecimal() and int(digits) <= _MOST:
        return int(digits) or None
    return ordinal(word) or roman_in_capitals(word)


def roman_in_capitals(word: str) -> int | None:
    """Return the number that a word in capitals is in Roman numerals: ``I`` is one of them."""
    if word == "I":
        return 1
    return roman(word) if word.isupper() else None


def _number_of(word: str) -> int | None:
    digits = word.removesuffix(".")
    if digits.isdecimal():
        return int(digits) if 0 < int(digits) <= _MOST else None
    return cardinal(word) or place_of(word)


def _before(number: int, thing: str) -> Iterator[str]:
    yield f"{number}. {thing}"
    for word in ordinal_of(number):
        yield f"{word} {thing}"
        if number <= _FIRST and len(thing) >= _SHORTEST:
            yield f"{word}{thing}"
    numeral = roman_of(str(number)) or ""
    if len(numeral) > 1:  # »I behandling« may be a preposition
        yield f"{numeral} {thing}"
    if fold(thing) in _QUARTERS:
        yield from (f"{number}. {name}" for name in _QUARTERS)
        yield from (f"{sign}{number}" for sign in "QK")


def read_quarter(words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
    """Return where a quarter and its year end, and the ways to write them as one word.

    >>> read_quarter(["1.", "kvartal", "2023"], 0)
    (3, ('2023K1', '2023Q1'))
    """
    one, two, three = (*words[at : at + 3], "", "")[:3]
    quarter = _QUARTER.fullmatch(one)
    number = int(quarter[1]) if quarter else place_of(one) if fold(two) in _QUARTERS else None
    end = at + (1 if quarter else 2)
    if number and _YEAR.fullmatch(two if quarter else three):
        return end + 1, tuple(f"{words[end]}{sign}{number}" for sign in "KQ")
    return at + 1, ()


def _of_year(year: str, number: int) -> Iterator[str]:
    """Yield the ways to write a quarter of a year."""
    yield from (f"{year}{sign}{number}" for sign in "KQ")
    yield from (f"{way} {year}" for way in _before(number, "kvartal"))


def _behind(thing: str, number: int, named: bool) -> Iterator[str]:
    """Yield the ways to write a thing with its number behind it; ``named`` as people are."""
    numbers = [str(number), (roman_of(str(number)) or ""), same_number(str(number)) or ""]
    for label in (thing, *labels_like(thing)):
        yield from (f"{label} {one}" for one in numbers if one)
    if named:
        for word in (f"{number}.", *ordinal_of(number)):
            yield f"{thing} den {word}"


def _compound(word: str) -> tuple[str, ...]:
    """Return in two words a compound that begins with which one it is: ``førstebehandling``."""
    form = fold(word)
    for number in range(1, _FIRST + 1):
        for first in map(fold, ordinal_of(number)):
            if form.startswith(first) and len(form) - len(first) >= _SHORTEST:
                return (f"{number}. {word[-(len(form) - len(first)) :]}",)
    return ()
