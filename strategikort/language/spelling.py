"""Danish letters typed without a Danish keyboard, put back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, product

from strategikort.language.fold import normalize

_DIGRAPH = re.compile("ae|oe|aa")
_LETTERS = {"ae": "æ", "oe": "ø", "aa": "å"}
_MOST_DIGRAPHS = 4
ALPHABET = "abcdefghijklmnopqrstuvwxyzæøåé"
"""The letters of Danish words."""
CONFUSED = frozenset(
    map(frozenset, ("dt", "æe", "øo", "åo", "øe", "ck", "cs", "gk", "bp", "vf", "zs", "ij", "yi"))
)
"""Letters that are written for one another more often than others."""
PLAIN = {"a": "åæ", "o": "ø"}
"""Danish letters that a keyboard did not have."""
_MOST_PLAIN, _MOST_PUT_BACK = 6, 3
"""Letters that may be plain for Danish ones, and those that are put back in one word."""


def spellings(form: str) -> Iterator[str]:
    """Return the ways to read ``form`` in Danish letters, likeliest first, in small letters.

    The form as it stands, then with every ``ae``, ``oe`` and ``aa`` as one letter, then the
    mixtures: ``aktoeroekonomi``, ``israelsk``.
    """
    form = normalize(form).casefold().replace("ä", "æ").replace("ö", "ø")
    yield form
    if not _DIGRAPH.search(form):
        return
    pairs = list(_DIGRAPH.finditer(form))[:_MOST_DIGRAPHS]
    for choice in product((True, False), repeat=len(pairs)):
        if not any(choice):
            continue
        pieces: list[str] = []
        position = 0
        for pair, chosen in zip(pairs, choice, strict=True):
            pieces += form[position : pair.start()], _LETTERS[pair[0]] if chosen else pair[0]
            position = pair.end()
        yield "".join(pieces) + form[position:]


def typed_plainly(form: str) -> Iterator[list[str]]:
    """Yield what ``form`` may be with å or æ for ``a`` and ø for ``o``, one letter, then more.

    >>> next(typed_plainly("nodlan"))
    ['nødlan', 'nodlån', 'nodlæn']
    """
    form = next(spellings(form))
    places = [at for at, letter in enumerate(form) if letter in PLAIN][:_MOST_PLAIN]
    for count in range(1, _MOST_PUT_BACK + 1):
        found: list[str] = []
        for chosen in combinations(places, count):
            readings = [form]
            for at in chosen:
                readings = [
                    f"{reading[:at]}{letter}{reading[at + 1 :]}"
                    for reading in readings
                    for letter in PLAIN[form[at]]
                ]
            found += readings
        yield found


def letters_of(form: str) -> str:
    """Return a folded word, or several, with one sign for each letter."""
    for two, one in _LETTERS.items():
        form = form.replace(two, one)
    return form


def one_error(word: str) -> Iterator[str]:
    """Yield what a word in small letters is with one error.

    A letter too many, too few or wrong, or two letters changed about (Damerau 1964).
    """
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in ALPHABET)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in ALPHABET)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
