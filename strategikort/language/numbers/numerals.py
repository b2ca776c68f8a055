"""Numerals that are no digits: ``tre``, ``enogtyve``, ``tredje``, ``enogtyvende``, ``XIV``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import product

from strategikort.language.fold import fold

_ONE = ["et", "én", "ét", "een", "eet"]
_LONG_TENS = {
    "fyrretyve": 40,
    "halvtredsindstyve": 50,
    "tresindstyve": 60,
    "halvfjerdsindstyve": 70,
    "firsindstyve": 80,
    "halvfemsindstyve": 90,
}
"""Tens as they were said before, and are in solemn speech."""

_CARDINALS = (
    "en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten"
    " nitten",
    "tyve tredive fyrre halvtreds tres halvfjerds firs halvfems",
)
_ORDINALS = (
    "første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende"
    " fjortende femtende sekstende syttende attende nittende",
    "tyvende tredivte fyrretyvende halvtredsindstyvende tresindstyvende halvfjerdsindstyvende"
    " firsindstyvende halvfemsindstyvende",
)
"""The words below twenty, and for the tens from twenty on."""

_UNITS = tuple(_CARDINALS[0].split()[:9])

_ROUND = {"hundrede": "100", "tusind": "1.000", "nul": "0"}
"""Larger numbers that are written in letters, as they are written in digits."""

LARGE = ("hundred", "tusind")
"""What larger numbers in letters are made with."""

_MADE_WITH = ("foerste", "anden", "tredje")
_MADE_TO = (
    *("erne", "ernes", "hundredetallet", "hundredetallets", "aarig", "aarige", "aarigt"),
    *("del", "dele", "delen", "delens", "deles"),
)
"""How words begin and end that are made with numerals, among others."""

HALF = ("halv", "halvt", "halve")
ONE_AND_A_HALF = ("halvanden", "halvandet")
"""Their forms."""

_ROMAN_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx")
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def cardinal(word: str) -> int | None:
    """Return the number from 1 to 99 that ``word`` says, or None.

    >>> cardinal("toogtyve"), cardinal("fem"), cardinal("mange")
    (22, 5, None)
    """
    return _cardinals().get(fold(word))


def same_number(word: str) -> str | None:
    """Return the digits for a number in letters, or its letters for the digits.

    That is a number from 2 to 99, none, a hundred or a thousand.

    >>> same_number("otte"), same_number("8"), same_number("mange"), same_number("hundrede")
    ('8', 'otte', None, '100')
    """
    number = cardinal(word)
    if number is not None and number > 1:
        return str(number)
    return _ROUND.get(word) or _letters().get(word)


def ordinal(word: str) -> int | None:
    """Return the number from 1 to 99 whose place ``word`` says, or None.

    >>> ordinal("tredje"), ordinal("andet"), ordinal("enogtyvende")
    (3, 2, 21)
    """
    return _ordinals().get(fold(word))


def roman(word: str) -> int | None:
    """Return the number below 90 that ``word`` says in Roman numerals, or None.

    ``i`` alone is a word.

    >>> roman("xiv"), roman("III"), roman("i")
    (14, 3, None)
    """
    return _romans().get(fold(word))


def roman_of(number: str) -> str | None:
    """Return the Roman numeral for a number below 90 in digits, or None.

    >>> roman_of("14"), roman_of("1"), roman_of("a")
    ('XIV', 'I', None)
    """
    value = int(number) if number.isdecimal() else 0
    known = 0 < value < len(_ROMAN_TENS) * len(_ROMAN_ONES)
    tens, ones = divmod(value, len(_ROMAN_ONES))
    return (_ROMAN_TENS[tens] + _ROMAN_ONES[ones]).upper() if known else None


def may_be_numeral(word: str) -> bool:
    """Tell whether a word may be a numeral in letters, or be made with one: ``halvfemserne``."""
    form = fold(word)
    return (
        form in _cardinals()
        or form in _ordinals()
        or word == "I"
        or (word.isupper() and form in _romans())
        or form.startswith(_MADE_WITH)
        or form in HALF
        or form in ONE_AND_A_HALF
        or any(name in form for name in LARGE)
        or word.isnumeric()
        or form.endswith(_MADE_TO)
    )


def numbers_named(label: str) -> Sequence[int]:
    """Return the numbers that the number of a section names; several were headed together.

    ``§§ 3-5`` has 3, 4 and 5, ``7 og 9`` 7 and 9; what has anything else in it has none.
    """
    label = label.lstrip("§ ")
    span = re.fullmatch(r"(\d{1,3}) ?(?:[-–]|til) ?(\d{1,3})", label)
    if span:
        return range(int(span[1]), int(span[2]) + 1)
    listed = re.fullmatch(r"\d+(?:(?:,| og) (?:§ )?\d+)*", label)
    return [int(number) for number in re.findall(r"\d+", label)] if listed else []


def ordinal_of(number: int) -> tuple[str, ...]:
    """Return the words for the place of a number; none beyond 99.

    >>> ordinal_of(2), ordinal_of(21)
    (('anden', 'andet'), ('enogtyvende',))
    """
    return _places().get(number, ())


def numerals() -> tuple[str, ...]:
    """Return the words for the numbers from 2 to 99."""
    return tuple(_letters()[str(number)] for number in range(2, 100))


def read_apart(words: Sequence[str], at: int) -> int | None:
    """Return the number that three words from one on say, or None: between two are many.

    >>> read_apart(["fem", "og", "tyve", "lande"], 0), read_apart(["to", "og", "tre"], 0)
    (25, None)
    """
    if at and words[at - 1].lower() == "mellem":
        return None
    one, joined, ten = (*words[at : at + 3], "", "", "")[:3]
    many, tens = cardinal(one) or 0, cardinal(ten) or 0
    said = joined.lower() == "og" and 0 < many < 10 and tens > 10 and tens % 10 == 0
    return many + tens if said else None


@cache
def _places() -> dict[int, tuple[str, ...]]:
    spelled = {number: (word,) for number, word in _spelled(*_ORDINALS).items()}
    return spelled | {2: ("anden", "andet")}


@cache
def _cardinals() -> dict[str, int]:
    found = {fold(word): number for number, word in _spelled(*_CARDINALS).items()}
    return found | {fold(word): 1 for word in _ONE} | _LONG_TENS


@cache
def _letters() -> dict[str, str]:
    found = {str(number): word for number, word in _spelled(*_CARDINALS).items() if number > 1}
    return found | {digits: word for word, digits in _ROUND.items()} | {"1000": "tusind"}


@cache
def _ordinals() -> dict[str, int]:
    return {fold(word): number for number, words in _places().items() for word in words}


@cache
def _romans() -> dict[str, int]:
    numbers = product(enumerate(_ROMAN_TENS), enumerate(_ROMAN_ONES))
    found = {ten + one: 10 * tens + ones for (tens, ten), (ones, one) in numbers}
    return {word: number for word, number in found.items() if word not in ("", "i")}


def _spelled(below_twenty: str, tens: str) -> dict[int, str]:
    """Return the words for the numbers from 1 to 99, or for their places."""
    found = dict(enumerate(below_twenty.split(), start=1))
    for ten, word in enumerate(tens.split(), start=2):
        found[10 * ten] = word
        found |= {10 * ten + n: f"{one}og{word}" for n, one in enumerate(_UNITS, start=1)}
    return found
