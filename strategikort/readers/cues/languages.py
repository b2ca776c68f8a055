"""In which language a text is, as its small words show, and what files say of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set

# The words are chosen to tell neighbours apart: af/av, også/også is no help, hvad/hva is.
_WORDS = {
    "da": "af og at er det til på som med for ikke den der de en et har vi kan skal vil også"
    " bliver blev hvad nogle efter mellem eller mod gennem herunder samt uden hvor",
    "nb": "av og å er det til på som med for ikke den de en et har vi kan skal vil også"
    " blir ble hva noen etter mellom eller mot gjennom herunder samt uten hvor",
    "sv": "av och att är det till på som med för inte den de en ett har vi kan ska vill också"
    " blir blev vad några efter mellan eller mot genom samt utan där",
    "en": "the of and to in is that for it as with on are by this be at from or an which not have"
    " will we our",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch"
    " es an werden aus",
    "fr": "de la le et les des en un une du que est pour dans qui par sur au avec ne se pas plus",
}
_SETS = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_FEW, _MUCH_MORE = 0.03, 3
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, stated: str | None = None) -> str | None:
    """Return the ISO 639-1 code of the language of ``text``; None if it does not show.

    Of a list or table, which has few such words, they need only speak against what is ``stated``.
    """
    words = Counter(match.group().lower() for match in _WORD.finditer(text[:60_000]))
    total = words.total()
    if total < 20:
        return None
    shares = {code: sum(words[word] for word in known) / total for code, known in _SETS.items()}
    best = max(shares, key=lambda code: shares[code])
    few = stated in shares and shares[best] >= max(_FEW, _MUCH_MORE * shares[stated])
    return best if few or shares[best] >= 0.12 else None


def is_english(words: Set[str]) -> bool:
    """Tell whether a few words (small letters) are English ones, and none only Danish."""
    english, danish = _SETS["en"], _SETS["da"]
    return len(words & english) > 1 and words.isdisjoint(danish - english)


def language_code(tag: str | None) -> str | None:
    """Return ``da`` for a language tag such as ``da-DK`` (BCP 47)."""
    found = re.match(r"[A-Za-z]{2,3}", tag or "")
    return (
        {"no": "nb", "dan": "da", "eng": "en"}.get(found[0].lower(), found[0].lower())
        if found
        else None
    )
