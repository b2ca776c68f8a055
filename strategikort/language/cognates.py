"""English words that are Danish but for their spelling: ``strategic`` is ``strategisk``.

Both languages took these words from Latin, Greek and French and spell their endings each in its
own regular way.  The rules give candidates only: whoever uses them looks the candidates up.
"""

from __future__ import annotations

import re

_SHORTEST = 5
"""Letters; shorter words are too near to too many others."""

_ENDINGS = (
    ("ical", ("isk",)),
    ("ically", ("isk",)),
    ("ic", ("isk",)),
    ("ation", ("ering",)),
    ("ization", ("isering", "isation")),
    ("ize", ("isere",)),
    ("ise", ("isere",)),
    ("ate", ("ere",)),
    ("ity", ("itet",)),
    ("ety", ("etet",)),
    ("cy", ("ti", "ci", "si")),
    ("y", ("i",)),
    ("ary", ("ær",)),
    ("ism", ("isme",)),
    ("ence", ("ens",)),
    ("ance", ("ans",)),
    ("ous", ("øs",)),
    ("al", ("el",)),
    ("or", ("ør",)),
    ("er", ("ør",)),
    ("e", ("e", "")),
    ("", ("",)),
)
_SPELLINGS = (
    (re.compile("^eco"), "øko"),
    (re.compile("ph"), "f"),
    (re.compile("ch"), "k"),
    (re.compile("c(?=[aoulrskt]|$)"), "k"),
    (re.compile("th"), "t"),
    (re.compile("x"), "ks"),
    (re.compile("qu"), "kv"),
)


def cognates(word: str) -> tuple[str, ...]:
    """Return Danish words that the English ``word`` (small letters) may be."""
    if len(word) < _SHORTEST or not word.isascii() or not word.isalpha():
        return ()
    found: dict[str, None] = {}
    for single in (word, word.removesuffix("s"), word.removesuffix("es")):
        # Plural -ies: technologies, capacities.
        whole = f"{single[:-2]}y" if word.endswith("ies") and single.endswith("ie") else single
        for ending, danish in _ENDINGS:
            if whole.endswith(ending):
                base = _spell(whole, len(whole) - len(ending))
                found.update(dict.fromkeys(base + other for other in danish))
    found.pop(word, None)
    return tuple(found)


def _spell(word: str, length: int) -> str:
    """Return so many letters of an English word in Danish; the next tells how the last sounds."""
    spelt = word[: length + 1]
    for pattern, danish in _SPELLINGS:
        spelt = pattern.sub(danish, spelt)
    return spelt if length == len(word) else spelt[:-1]
