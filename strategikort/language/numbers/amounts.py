"""Numbers and amounts: how they are read in a query, and the ways to write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from strategikort.language.fold import fold
from strategikort.language.numbers.currencies import KRONER
from strategikort.language.numbers.dates import YEARS
from strategikort.language.numbers.hundreds import in_hundreds, read_hundreds
from strategikort.language.numbers.notation import SCALES, Written
from strategikort.language.numbers.numerals import (
    HALF,
    ONE_AND_A_HALF,
    cardinal,
    read_apart,
    same_number,
)
from strategikort.language.tokens import word_texts

_DECIMAL = re.compile(r"(\d{1,9})([.,])(\d{1,2}|\d{4,9})")
"""Three digits behind the sign are thousands as a rule."""

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){1,5}|[1-9]\d{0,2}(?:,\d{3}){1,5}")
_HEAD, _GROUP = re.compile(r"[1-9]\d{0,2}"), re.compile(r"\d{3}")
_MOST_GROUPS, _MOST_DIGITS = 6, 18

_DANISH = str.maketrans({",": ".", ".": ","})
_THOUSANDS, _HUNDRED = 3, 100
_HALF = Decimal("0.5")
_HALF_FORMS = {_HALF: HALF, 3 * _HALF: ONE_AND_A_HALF}
_MOST_HALVES = 20
"""What is said as so many and a half, at most."""

_SIGNED = re.compile(r"(\d{0,2})½")
_UNITS = {9: ("milliarder", "mia."), 6: ("millioner", "mio."), _THOUSANDS: ("tusind", "tusinde")}
_SCALES = SCALES | dict.fromkeys(("tusind", "tusinde"), _THOUSANDS)
_LEAST_IN_COLUMN = Decimal("0.001")
_KRONER = frozenset(map(fold, KRONER))
_TIME = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d")
_CLOCK, _HOURS = frozenset({"kl", "klokken"}), 24
_HOUR = re.compile(r"([01]?\d|2[0-4])(?:[.:]00)?")


def read_amount(words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
    """Return where the number or amount ends that begins at a word, and the ways to write it.

    The next word and none for what is no number.
    """
    if ":" in words[at]:
        return at + 1, (words[at].replace(":", "."),) if _TIME.fullmatch(words[at]) else ()
    end, value = _number_at(words, at)
    if value is None:
        return at + 1, ()
    scale = _SCALES.get(words[end].lower()) if end < len(words) else None
    counts = end < len(words) and words[end].isalpha()
    halves = tuple(_of_halves(words[at:end], value)) if counts and value % 1 == _HALF else ()
    if not scale and words[at].isalpha():
        if value < _HUNDRED or value % 1:
            if read_apart(words, at):
                return end, (str(value), same_number(str(value)) or "")
            return end if halves else at + 1, halves
        return end, tuple(_of_number(str(value), value, counts=counts or value < 1000))
    if not scale:
        return end, (*_of_number(words[at], value, counts=counts), *halves)
    letters = "en" if value == 1 else same_number(str(value)) or ""
    digits = f"{value:f}".translate(_DANISH)
    numbers = [" ".join(words[at:end]), *_of_number(words[at], value), digits, letters]
    numbers = [number for number in dict.fromkeys(numbers) if number]
    counted = (f"{number} {unit}" for unit in _units(scale, value) for number in numbers)
    return end + 1, (*counted, *_halves_of(scale, value), *_in_digits(value * 10**scale))


class Kroner(NamedTuple):
    """The words ``[start, end)`` that are an amount of kroner, and how many those are.

    ``short``: it is written in thousands of them, ``t.kr.``.
    """

    start: int
    end: int
    total: Decimal
    short: bool


def amounts_of_kroner(words: Sequence[str]) -> Iterator[Kroner]:
    """Yield the amounts of kroner among words."""
    at = 0
    while at < len(words):
        start = at
        at += fold(words[at]) in _KRONER
        end, value = _number_at(words, at) if at < len(words) else (at, None)
        power, count, short = _kroner(words[end : end + 2], before=start < at)
        if value is None or power is None:
            at = start + 1
            continue
        at = end + count
        yield Kroner(start, at, value * 10**power, short)


def thousands_of_kroner(words: Sequence[str]) -> Iterator[Written]:
    """Yield the amounts of kroner that are written in thousands of them, or may be.

    >>> next(thousands_of_kroner(["500", "t", "kr"])).ways[:2]
    ('500.000 kr.', '500.000 kroner')
    """
    for start, end, total, short in amounts_of_kroner(words):
        units = ("kr.", "kroner") if short else ()
        ways = [f"{way} {unit}" for way in _in_digits(total) for unit in units]
        if total % 1000 == 0 and total >= 1000:
            many = total / 1000
            every = dict.fromkeys([f"{many:.0f}", *_in_digits(many, counts=True)])
            # No English commas, with which they would be other numbers.
            numbers = [one for one in every if one[-1:].isdecimal() and "," not in one]
            ways += [f"{number} {unit}" for unit in ("t.kr.", "tkr.") for number in numbers]
        own = [word.lower() for word in words[start:end]]
        ways = [way for way in ways if word_texts(way.lower()) != own]
        if ways:
            yield Written(start, end, tuple(ways))


def numbers_in_column(total: Decimal, power: int) -> Iterator[str]:
    """Yield how an amount is written in a column of so many: thousands (3), millions (6) ….

    >>> list(numbers_in_column(Decimal(2_250_000), 6)), list(numbers_in_column(Decimal(5000), 3))
    (['2,25', '2,250'], ['5', '5,0'])
    """
    many = total.scaleb(-power).normalize()
    grouped = f"{many:,f}".translate(_DANISH)
    whole, comma, part = grouped.partition(",")
    if len(part) > _THOUSANDS or many < _LEAST_IN_COLUMN:
        return
    for digits in dict.fromkeys((whole, whole.replace(".", ""))):
        yield f"{digits}{comma}{part}"
        yield f"{digits},{part}0"


def _kroner(words: Sequence[str], *, before: bool) -> tuple[int | None, int, bool]:
    """Return of how many kroner words behind a number tell, as a power of ten, None if of none.

    With how many of the words say so, and whether these are cut short: ``t.kr.``.  ``before``: the
    currency stands before the number.
    """
    one, two = map(fold, (*words, "", "")[:2])
    if one.startswith("t") and one[1:] in _KRONER:
        return _THOUSANDS, 1, True
    if one == "t" and two in _KRONER:
        return _THOUSANDS, 2, True
    power = _SCALES.get(one)
    if power and (before or two in _KRONER):
        return power, 1 if before else 2, False
    return (0, 0 if before else 1, False) if before or one in _KRONER else (None, 0, False)


def _number_at(words: Sequence[str], at: int) -> tuple[int, Decimal | None]:
    """Return where the number ends that begins at a word, and the number, None if it is none."""
    word, end = words[at], at + 1
    if _GROUPED.fullmatch(word):
        return end, Decimal(re.sub(r"[.,]", "", word))
    if _DECIMAL.fullmatch(word):
        return end, Decimal(word.replace(",", "."))
    half = next((many for many, said in _HALF_FORMS.items() if word.lower() in said), None)
    if signed := _SIGNED.fullmatch(word):
        half = Decimal(signed[1] or 0) + _HALF
    if half:
        return end, half
    end, number = read_hundreds(words, at)
    if not number and (number := read_apart(words, at)):
        end = at + 3
    number = number or cardinal(word)
    behind = half_behind(words, end)
    if number:
        return behind or end, number + _HALF if behind else Decimal(number)
    if not word.isdecimal() or len(word) > _MOST_DIGITS:
        return end, None
    if behind and len(word) <= 2:
        return behind, Decimal(word) + _HALF
    if _HEAD.fullmatch(word):
        while end < len(words) and end - at < _MOST_GROUPS and _GROUP.fullmatch(words[end]):
            word, end = word + words[end], end + 1
    return end, Decimal(word)


def half_behind(words: Sequence[str], at: int) -> int | None:
    """Return where words end that say: and a half; None for others."""
    if at < len(words) and words[at] == "½":
        return at + 1
    rest = [*map(fold, words[at : at + 3])]
    joined = rest[:1] == ["og"]
    one, half = (*rest[joined:], "", "")[:2]
    return at + joined + 2 if cardinal(one) == 1 and half in HALF else None


def read_hour(words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
    """Return where the hour of a clock ends that begins at a word, and the ways to write it.

    The next word and none where there is no such: ``kl. 9``, ``kl. 9.00``.
    """
    if not at or words[at - 1].lower() not in _CLOCK:
        return at + 1, ()
    found = _HOUR.fullmatch(words[at])
    hour = int(found[1]) if found else cardinal(words[at])
    if hour is None or hour > _HOURS:
        return at + 1, ()
    letters = same_number(str(hour))
    ways = [str(hour), *(f"{form}{sign}00" for form in (f"{hour}", f"{hour:02}") for sign in ".:")]
    return at + 1, tuple(dict.fromkeys([*ways, *([letters] if letters else [])]))


def _of_halves(words: Sequence[str], value: Decimal) -> Iterator[str]:
    """Yield the ways to write so many and a half, or one half; none for another number.

    ``words`` are how it is written, none for an amount of millions.
    """
    if value % 1 != _HALF or value > _MOST_HALVES:
        return
    many = int(value)
    if words:
        yield from (f"{value}".replace(".", ","), f"{value}")
    yield from (f"{many}½", f"{many} ½") if many else ("½",)
    yield from _HALF_FORMS.get(value, ())
    for first in filter(None, (same_number(str(many)) if many else "", words and str(many))):
        yield f"{first} ½"
        yield from (f"{first} {og}{half}" for og in ("", "og ") for half in ("et halvt", "en halv"))


def _of_number(word: str, value: Decimal, *, counts: bool = False) -> Iterator[str]:
    """Yield the ways to write a number; one that may be a year is none unless it ``counts``."""
    decimal = _DECIMAL.fullmatch(word)
    if decimal:
        yield f"{decimal[1]}{'.' if decimal[2] == ',' else ','}{decimal[3]}"
        # The same with a zero at the end, or without.
        part = decimal[3]
        shorter = part.rstrip("0") or part[:1]
        other = shorter if shorter != part else f"{part}0" if len(part) == 1 else ""
        if other and decimal[2] == ",":  # 3.5 may be a section, and 3.50 another
            yield from (f"{decimal[1]}{sign}{other}" for sign in ",.")
        if decimal[2] == "." and _TIME.fullmatch(word):
            yield word.replace(".", ":")
    elif counts or not (word.isdecimal() and int(value) in YEARS):
        yield from _in_digits(value, counts=counts)
        if value == int(value) and _HUNDRED < value < 1000:
            yield from (str(int(value)), *in_hundreds(int(value)))


def _in_digits(value: Decimal, *, counts: bool = False) -> Iterator[str]:
    """Yield the ways to write a number of thousands or millions; none if it is no whole number."""
    number = int(value)
    if number != value or number < 1000:
        return
    grouped = f"{number:,}"
    yield grouped.replace(",", ".")
    if counts or number not in YEARS:
        yield str(number)
    yield grouped.replace(",", " ")
    yield grouped
    for power in _UNITS:
        many = Decimal(number).scaleb(-power)
        many = many.quantize(Decimal(1)) if many == int(many) else many.normalize()
        yield from _halves_of(power, many)
        if many >= 1 and many == round(many, 2) and (power > _THOUSANDS or many < 1000):
            for unit in _units(power, many):
                yield f"{f'{many:,f}'.translate(_DANISH)} {unit}"
            if letters := "et" if many == 1 and power == _THOUSANDS else same_number(str(many)):
                yield from (f"{letters} {unit}" for unit in _units(power, many) if unit[-1] != ".")


def _halves_of(power: int, many: Decimal) -> Iterator[str]:
    """Yield the ways to write so many and a half thousands, millions or milliards, if it is."""
    one, *short = _units(power, Decimal(1))
    for half in _of_halves((), many):
        # What ends in »a half« is singular: en halv million, 2½ million or millioner.
        several = _units(power, many)[:1] if half[-1] == "½" else ()
        if not half.endswith("t"):
            yield from (f"{half} {unit}" for unit in (one, *several, *short))


def _units(power: int, many: Decimal) -> tuple[str, ...]:
    """Return the words for a power of ten, of which there are so many."""
    units = _UNITS[power]
    return (units[0].removesuffix("er"), *units[1:]) if many == 1 else units
