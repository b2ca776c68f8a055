"""Words beside numbers that are written in full or cut short: ``pct.``, ``km/t``, ``artikel 5``.

Behind a number stands what it measures, in front of one what it numbers; the short ways to write
these are those of the International System of Units and of Danish spelling.  Elsewhere they may be
other words (``s``, ``t``, ``stk``), so nothing is said of them there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from strategikort.language.fold import fold
from strategikort.language.numbers.currencies import CURRENCIES
from strategikort.language.numbers.hundreds import read_hundreds
from strategikort.language.numbers.notation import SCALES, Written, is_number
from strategikort.language.numbers.numerals import HALF, ONE_AND_A_HALF, cardinal, roman
from strategikort.language.tokens import word_texts

_PREFIXES = {"kilo": "k", "mega": "M", "giga": "G", "tera": "T"}
_PREFIXED = (("watt", "W"), ("watttimer watt-timer", "Wh"), ("volt", "V"), ("byte", "B"))

_SCALES = "tusind:tusinde/millioner:million mio. mill./milliarder:milliard mia."
_CURRENCIES = "/".join(CURRENCIES)
_MEASURES = (
    "procent pct. %/procentpoint pct.point procent-point/promille ‰"
    "/kilometer km/meter m/centimeter cm/millimeter mm/sømil nm"
    "/kvadratmeter m² kvm/kvadratkilometer km²/kubikmeter m³/hektar ha"
    "/kilogram kilo kg/gram g/milligram mg/ton:tons t/liter l/grader:grad °C grader_celsius"
    "/tredjedele:tredjedel/fjerdedele:fjerdedel/femtedele:femtedel/tiendedele:tiendedel"
    "/sekunder:sekund sek./minutter:minut min./timer:time t/måneder:måned mdr. md."
)
_PER = (
    "sekund:sekundet s sek./minut:minuttet min./timen:time t h/måned:måneden md."
    "/kilometer km/kilogram:kilo kg/liter l/hektar ha/kvadratmeter m² kvm"
)
"""What is measured in each of these, behind another measure: ``30 km/t``, ``5 kr./km``."""

_LABELS = (
    "paragraf § §§/artikel art./kapitel kap./stykke stk./nummer nr./punkt pkt./side s./afsnit afs."
    "/litra lit./bilag bil./figur fig./tabel tab./bind bd./linje l./klokken kl./telefon tlf."
)
"""Families of spellings; behind a colon stands a form of the same word."""

JOINING = ("og", "eller", "til", "samt")
"""What may stand between numbers that one word is said of: ``artikel 4 og 5``."""

LESS = ("hundrede", "tusind", "tusinde", *HALF)
"""What else than millions may stand between a number and what it counts, and changes it."""

THOUSANDS = ("t",)
"""What else stands before a currency: ``500 t.kr.``."""

_OTHER_NUMBERS = (*HALF, *ONE_AND_A_HALF, "nul")

_MOST_WORDS = 2

_Spellings = dict[tuple[str, ...], dict[str, None]]


def measured(words: Sequence[str]) -> Iterator[Written]:
    """Yield which words stand beside numbers and are spelled otherwise too.

    >>> [(item.start, item.ways) for item in measured(["30", "km", "t"])]
    [(1, ('kilometer',)), (2, ('timen', 'h', 'ton'))]
    """
    behind = False
    """Whether the word before is a measure of a number."""
    at = 0
    while at < len(words):
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        tables: list[_Spellings] = []
        if at and counts(before):
            tables += [_scales(), _measures()]
        elif behind:
            tables.append(_per())
        if is_number(after) or cardinal(after) or roman(after):
            tables += [_labels(), _currencies()]
        length, ways = _longest(words, at, tables)
        one = (
            _of_one(words[at]) if tuple(map(fold, words[at + 1 : at + 2])) in _behind_one() else ()
        )
        if one:
            yield Written(at, at + 1, one)
        if ways:
            yield Written(at, at + length, ways)
        behind = bool(ways) and not is_number(after)
        at += length


@cache
def unit_names() -> dict[tuple[str, ...], str]:
    """Return what measures are written as, in folded words, each with one name for all the ways.

    Where short ones are of two units (``t``), the first that is listed is named.
    """
    found: dict[tuple[str, ...], str] = {}
    for family in _families():
        name = family.split()[0].partition(":")[0].replace("_", " ")
        for spelled in family.split():
            for form in spelled.replace("_", " ").split(":"):
                found.setdefault(_key(form), name)
    return found


def per_cent() -> tuple[str, ...]:
    """Return the ways to write per cent."""
    return ("procent", *_measures()[_key("procent")])


def is_currency(word: str) -> bool:
    """Tell whether a word is a currency, which stands on either side of a number."""
    return (fold(word),) in _currencies()


def is_label(word: str) -> bool:
    """Tell whether a word is one that numbers stand behind: ``artikel``, ``stk.``."""
    return (fold(word),) in _labels()


def labels_like(word: str) -> tuple[str, ...]:
    """Return the other ways to spell what a number stands behind: ``art.`` for ``artikel``."""
    return tuple(_labels().get((fold(word),), ()))


def counts(word: str) -> bool:
    """Tell whether a word says how many: ``3``, ``tre``, ``mio``, ``hundrede``, ``en``."""
    small = word.lower()
    return (
        is_number(word)
        or cardinal(word) is not None
        or small in SCALES
        or small in _OTHER_NUMBERS
        or small.endswith("½")
        or read_hundreds((word,), 0)[1] is not None
    )


def units_in(words: Sequence[str]) -> set[int]:
    """Return which of ``words`` say what a number measures."""
    tables = (_scales(), _measures())
    return {
        place
        for at in range(1, len(words))
        if counts(words[at - 1])
        for place in range(at, at + _longest(words, at, tables)[0])
        if _longest(words, at, tables)[1]
    }


def _of_one(word: str) -> tuple[str, ...]:
    if word == "1":
        return ("en", "et", "én", "ét")
    return ("1",) if cardinal(word) == 1 else ()


def _longest(
    words: Sequence[str], at: int, tables: Sequence[_Spellings]
) -> tuple[int, tuple[str, ...]]:
    """Return how many words at a place are spelled otherwise, and how; one and none if not."""
    for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
        key = tuple(map(fold, words[at : at + length]))
        keys = (key, (*key[:-1], key[-1].removesuffix("s")))
        ways = dict.fromkeys(chain.from_iterable(t.get(k, ()) for k in keys for t in tables))
        if ways:
            return length, tuple(ways)
    return 1, ()


def _table(families: str) -> _Spellings:
    """Return the other ways to spell each of some families of spellings."""
    found: _Spellings = {}
    for family in families.split("/"):
        spelled = [one.replace("_", " ").split(":") for one in family.split()]
        for forms in spelled:
            others = [other for other, *_ in spelled if other != forms[0]]
            for form in forms:
                found.setdefault(_key(form), {}).update(dict.fromkeys(others))
    return found


def _key(spelled: str) -> tuple[str, ...]:
    return tuple(map(fold, word_texts(spelled)))


@cache
def _scales() -> _Spellings:
    return _table(_SCALES)


@cache
def _measures() -> _Spellings:
    return _table("/".join(_families()))


def _families() -> Iterator[str]:
    prefixed = (
        " ".join([*(prefix + name for name in names.split()), sign + short])
        for names, short in _PREFIXED
        for prefix, sign in _PREFIXES.items()
    )
    yield from (*CURRENCIES, *_MEASURES.split("/"), *prefixed)


@cache
def _behind_one() -> frozenset[tuple[str, ...]]:
    return frozenset((*_scales(), *_measures()))


@cache
def _currencies() -> _Spellings:
    return _table(_CURRENCIES)


@cache
def _per() -> _Spellings:
    return _table(_PER)


@cache
def _labels() -> _Spellings:
    return _table(_LABELS)
