"""The Danish Snowball stemmer: the last resort for a word that the lexicon lacks.

Written from the published definition of the algorithm,
https://snowballstem.org/algorithms/danish/stemmer.html.  Its stems are coarse (``indsats`` and
``indsatsen`` come apart, ``robust`` and ``robusthed`` together): rank what meets only here last.
"""

from __future__ import annotations

import re
from functools import lru_cache

_VOWELS = "aeiouyæåø"
_REGION = re.compile(rf"[^{_VOWELS}]*[{_VOWELS}]+[^{_VOWELS}]")
_S_ENDING = frozenset("abcdfghjklmnoprtvyzå")

_DOUBLED = frozenset("bdfghklmnpqrst")

_STEP1 = (
    "erendes", "erende", "hedens", "erede", "ethed", "heden", "endes", "erens", "erets", "heder",
    "ernes", "enes", "ered", "ende", "erne", "eren", "erer", "heds", "eres", "eret", "hed", "ene",
    "ere", "ens", "ers", "ets", "en", "er", "es", "et", "e",
)  # fmt: skip
_STEP3 = ("elig", "lig", "els", "løst", "ig")

_ENDINGS = frozenset(
    {"", "s", "en", "et", "er", "n", "t", "r", "e", "ene", "erne", "ne", "ens", "ets", "ers"}
    | {"nes", "ernes", "enes", "es"}
)
"""Endings of nouns and adjectives."""


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return the Snowball stem of ``word``, which should be in small letters."""
    match = _REGION.match(word)
    if not match:
        return word
    region = max(match.end(), 3)
    word = _step1(word, region)
    word = _step2(word, region)
    word = _step3(word, region)
    if len(word) > region and word[-1] == word[-2] and word[-1] in _DOUBLED:
        return word[:-1]
    return word


def _step1(word: str, region: int) -> str:
    tail = word[region:]
    for ending in _STEP1:
        if tail.endswith(ending):
            return word[: -len(ending)]
    if tail.endswith("s") and word[-2] in _S_ENDING:
        return word[:-1]
    return word


def _step2(word: str, region: int) -> str:
    return word[:-1] if word[region:].endswith(("gd", "dt", "gt", "kt")) else word


def _step3(word: str, region: int) -> str:
    if word.endswith("igst"):
        word = word[:-2]
    tail = word[region:]
    for ending in _STEP3:
        if tail.endswith(ending):
            if ending == "løst":
                return word[:-1]
            return _step2(word[: -len(ending)], region)
    return word


def are_inflected(common: str, forms: tuple[str, str], *, is_name: bool) -> bool:
    """Tell whether two unknown words with one stem in ``common`` are forms of one.

    Names have but a genitive.

    >>> are_inflected("nettotilskud", ("nettotilskud", "nettotilskuddet"), is_name=False)
    True
    >>> are_inflected("nov", ("novo", "novos"), is_name=True)
    True
    """
    if is_name:
        shorter, longer = sorted(forms, key=len)
        return longer == f"{shorter}s"
    endings = [form.removeprefix(common) for form in forms]
    return all(
        ending in _ENDINGS or (ending[:1] == common[-1:] and ending[1:] in _ENDINGS)
        for ending in endings
    )
