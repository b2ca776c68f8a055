"""Numbers and amounts: how they are read in a query, and the ways to write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from strategikort.language.dates import YEARS
from strategikort.language.notation import SCALES
from strategikort.language.numerals import cardinal, same_number

_DECIMAL = re.compile(r"(\d{1,9})([.,])(\d{1,2}|\d{4,9})")
"""Three digits behind the sign are thousands as a rule."""

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){1,5}|[1-9]\d{0,2}(?:,\d{3}){1,5}")
_HEAD, _GROUP = re.compile(r"[1-9]\d{0,2}"), re.compile(r"\d{3}")
_MOST_GROUPS, _MOST_DIGITS = 6, 18

_DANISH = str.maketrans({",": ".", ".": ","})
_THOUSANDS, _HUNDRED = 3, 100
_HALVES = {Decimal("0.5"): "halv", Decimal("1.5"): "halvanden"}
_HALF_FORMS = {
    Decimal("0.5"): ("halv", "halvt", "halve"),
    Decimal("1.5"): ("halvanden", "halvandet"),
}
_UNITS = {9: ("milliarder", "mia."), 6: ("millioner", "mio."), _THOUSANDS: ("tusind", "tusinde")}
_SCALES = SCALES | dict.fromkeys(("tusind", "tusinde"), _THOUSANDS)
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
    scale = _SCALES.get(words[end].lower()) if end < len(words) else None
    counts = end < len(words) and words[end].isalpha()
    halves = tuple(_of_halves(words[at], value)) if value in _HALVES and counts else ()
    if value is None or (not scale and words[at].isalpha()):
        return at + 1, halves
    if not scale:
        return end, (*_of_number(words[at], value, counts=counts), *halves)
    letters = "en" if value == 1 else same_number(str(value)) or _HALVES.get(value, "")
    digits = f"{value:f}".translate(_DANISH)
    numbers = [" ".join(words[at:end]), *_of_number(words[at], value), digits, letters]
    numbers = [number for number in dict.fromkeys(numbers) if number]
    counted = (f"{number} {unit}" for unit in _units(scale, value) for number in numbers)
    return end + 1, (*counted, *_in_digits(value * 10**scale))


def _number_at(words: Sequence[str], at: int) -> tuple[int, Decimal | None]:
    """Return where the number ends that begins at a word, and the number, None if it is none."""
    word, end = words[at], at + 1
    if _GROUPED.fullmatch(word):
        return end, Decimal(re.sub(r"[.,]", "", word))
    if _DECIMAL.fullmatch(word):
        return end, Decimal(word.replace(",", "."))
    half = next((many for many, said in _HALF_FORMS.items() if word.lower() in said), None)
    number = _HUNDRED if word.lower() == "hundrede" else cardinal(word)
    if half or number:
        return end, half or Decimal(number or 0)
    if not word.isdecimal() or len(word) > _MOST_DIGITS:
        return end, None
    if _HEAD.fullmatch(word):
        while end < len(words) and end - at < _MOST_GROUPS and _GROUP.fullmatch(words[end]):
            word, end = word + words[end], end + 1
    return end, Decimal(word)


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


def _of_halves(word: str, value: Decimal) -> Iterator[str]:
    """Yield the ways to write one half or one and a half that is none of millions."""
    yield from (f"{value}".replace(".", ","), f"{value}", "½" if value < 1 else "1½")
    if not word.isalpha():
        yield from _HALF_FORMS[value]


def _of_number(word: str, value: Decimal, *, counts: bool = False) -> Iterator[str]:
    """Yield the ways to write a number; one that may be a year is none unless it ``counts``."""
    decimal = _DECIMAL.fullmatch(word)
    if decimal and not _GROUPED.fullmatch(word):
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
        if many in _HALVES:
            yield f"{_HALVES[many]} {_units(power, Decimal(1))[0]}"
        if many >= 1 and many == round(many, 2) and (power > _THOUSANDS or many < 1000):
            for unit in _units(power, many):
                yield f"{f'{many:,f}'.translate(_DANISH)} {unit}"
            if letters := same_number(str(many)):
                yield from (f"{letters} {unit}" for unit in _units(power, many) if unit[-1] != ".")


def _units(power: int, many: Decimal) -> tuple[str, ...]:
    """Return the words for a power of ten, of which there are so many."""
    units = _UNITS[power]
    return (units[0].removesuffix("er"), *units[1:]) if many == 1 else units
