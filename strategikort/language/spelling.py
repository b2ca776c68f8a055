"""Danish letters typed without a Danish keyboard, put back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from strategikort.language.fold import normalize

_DIGRAPH = re.compile("ae|oe|aa")
_LETTERS = {"ae": "æ", "oe": "ø", "aa": "å"}
_MOST_DIGRAPHS = 4


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


def letters_of(form: str) -> str:
    """Return a folded word with one sign for each of its letters."""
    for two, one in _LETTERS.items():
        form = form.replace(two, one)
    return form
