"""References as people say them: numerals in words, »de otte pejlemærker«, »CMS-memoet«.

Everything here works on compared names (see :func:`strategikort.index.storage.namekeys.name_key`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from strategikort.index.storage.names import Described
from strategikort.language.numbers.numerals import cardinal, ordinal, roman

_DETERMINERS = frozenset({"de", "den", "det", "alle", "samtlige", "begge", "hele"})

_ARTICLES = frozenset({"en", "et"})

PREPOSITIONS = frozenset({"i", "fra", "til", "af", "for", "paa", "under"})
"""Words between a place and the document it is in."""

_ENDINGS = ("ernes", "erne", "enes", "ene", "ens", "ets", "nes", "ns", "ne", "en", "et", "n", "t")
"""Endings of the definite form, and the genitive of it; the longest first."""

_INDEFINITE = ("s", "e", "er", "r")
_SMALL = frozenset({"om", "og", "for", "the"})
_LAST = "sidste"
_SHORTEST = 3
"""Letters of what is left of a word without its ending, at least."""

_LEAST, _MOST = 2, 80
"""Letters of a word that a document is described by, at least and at most."""

_TYPES = """
    aftale analyse anbefalinger arkitektur bekendtgoerelse beretning betaenkning charter
    cirkulaere dagsorden direktiv erklaering evaluering forlig forordning forslag grundlag haandbog
    hvidbog indstilling kodeks kommissorium konklusioner kontrakt konvention kortlaegning lov
    manifest meddelelse memo notat oplaeg overenskomst plan pressemeddelelse program protokol
    rapport redegoerelse referat regulativ resolution retningslinjer strategi traktat udredning
    udspil undersoegelse vedtaegt vedtaegter vejledning
"""
_TYPE_ENDINGS = tuple(_TYPES.split())
"""How a word of a title ends that tells what kind of text it is."""

_DECISIONS = frozenset({"dom", "kendelse", "afgoerelse", "udtalelse"})
"""Words of a title that tell it and are no ends of such words: ejendom, anerkendelse."""


def indefinite(word: str) -> Iterator[str]:
    """Yield what ``word`` is without an ending of the definite form."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield stem
            # afsnit, afsnittet: a short vowel doubles the consonant after it.
            if stem[-1] == stem[-2]:
                yield stem[:-1]
            # kapitel, kapitlet: the vowel before the last consonant goes.
            elif stem[-1] == "l":
                yield f"{stem[:-1]}el"


def is_type(word: str) -> bool:
    """Tell whether ``word`` only says what kind of text something is: ``aftalen``."""
    return any(stem in _TYPE_ENDINGS for stem in (word, *indefinite(word)))


def with_digits(asked: str) -> str:
    """Return a reference with its numerals as digits: ``3. pejlemaerke``, ``prioritet 5``."""
    words = [word for word in asked.split() if word not in _DETERMINERS]
    for at, word in enumerate(words):
        number = ordinal(word.rstrip("."))
        if number is not None and at + 1 < len(words):
            words[at] = f"{number}."
        elif at:
            said = word.rstrip(".,")
            number = cardinal(said) or roman(said)
            words[at] = str(number) if number else word
    return " ".join(words)


def numbers(word: str) -> bool:
    """Tell whether ``word`` has a digit or is a numeral, other than the article »en«."""
    said = word.rstrip(".,")
    found = ordinal(said) or cardinal(said) or roman(said)
    return any(sign.isdigit() for sign in word) or (found is not None and said not in _ARTICLES)


def last_of(asked: str) -> str | None:
    """Return what ``asked`` names the last of: ``sidste pejlemaerke``; None if it does not."""
    words = [word for word in asked.split() if word not in _DETERMINERS]
    return " ".join(words[1:]) if len(words) > 1 and words[0] == _LAST else None


def counted(asked: str) -> tuple[str, int | None]:
    """Return what is named when a count stands before it, and the count: ``de 8 pejlemaerker``."""
    words = asked.split()
    while words and words[0] in _DETERMINERS:
        del words[0]
    number = None
    if len(words) > 1:
        first = words[0]
        number = int(first) if first.isdecimal() and len(first) < 5 else cardinal(first)
    return " ".join(words[number is not None :]), number


def document_described(text: str, documents: Iterable[Described]) -> str | None:
    """Return the id of the one document that ``text`` describes: ``tech-strategien``.

    Every word must be made of words of its names and of what kind of thing it is, and that must
    be said, as the collection has it or as a name does: ``principprogrammet``.  None if no document
    or more than one is described.
    """
    words = [
        part
        for word in text.split()
        if word not in _DETERMINERS and word not in _SMALL
        for part in word.split("-")
        if part
    ]
    if not words or max(map(len, words)) > _MOST:
        return None
    # Most of many documents are told apart by how the words begin.
    beginnings = {word[:_LEAST] for word in words}
    found = [
        item.id
        for item in documents
        if all(begin in f"{item.id} {item.words} {item.kind}" for begin in beginnings)
        and _describes(words, item)
    ]
    return found[0] if len(found) == 1 else None


def _describes(words: Iterable[str], document: Described) -> bool:
    name = f"{document.id} {document.words}"
    named = {
        stem
        for word in (*re.findall(r"\w+", name), *_spelt_out(name))
        if len(word) >= _LEAST
        for stem in (word, *_stems(word))
    }
    kinds = set(_stems(document.kind)) | {document.kind}
    kinds |= {word for word in named if word.endswith(_TYPE_ENDINGS)} | (named & _DECISIONS)
    said = [_made_of(word, named, kinds) for word in words]
    return None not in said and any(said)


def _spelt_out(name: str) -> Iterator[str]:
    """Yield what the first half of »udenrigs- og sikkerhedspolitisk« may be: udenrigspolitisk."""
    for suspended in re.finditer(r"(\w{3,})- og (\w+)", name):
        first, second = suspended.groups()
        yield from (first + second[at:] for at in range(_LEAST, len(second) - _SHORTEST))


def _stems(word: str) -> Iterator[str]:
    yield from indefinite(word)
    for ending in _INDEFINITE:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield stem


def _made_of(word: str, named: set[str], kinds: set[str]) -> bool | None:
    """Say whether ``word`` tells the kind of thing; None if it is not made of known words."""
    for stem in (word, *_stems(word)):
        if stem in kinds:
            return True
        if len(stem) > _SHORTEST and any(kind.endswith(stem) for kind in kinds):
            return True
    if word in named or not named.isdisjoint(_stems(word)):
        return False
    for length in range(len(word) - _SHORTEST, _LEAST - 1, -1):
        if word[:length] in named:
            rest = word[length:]
            for tail in (rest, rest.removeprefix("s"), rest.removeprefix("e")):
                if tail and _made_of(tail, named, kinds):
                    return True
    return None
