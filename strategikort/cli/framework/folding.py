"""Names as people type them: with or without æøå, in any case, in any Unicode form.

One function decides when two spellings are one name, and everything that looks a name up (commands,
options, choices) goes through it; no list of aliases is kept by hand.
"""

from __future__ import annotations

from strategikort.text.safe import repair

MOST = 3
"""Names that are told to who may have meant one of them, at most."""

_LETTERS = str.maketrans({"æ": "a", "ø": "o", "œ": "o", "đ": "d", "ð": "d", "ł": "l"})
_WRITTEN = {"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"}


def fold(name: str) -> str:
    """Return the key under which all spellings of ``name`` meet.

    ``søg``, ``SØG``, ``soeg`` and ``sog`` have one key; ``citér`` has that of ``citer``.  Folding a
    key gives the key.
    """
    if not name.isascii():
        from unicodedata import combining, normalize

        name = repair(name).casefold().translate(_LETTERS)
        name = "".join(sign for sign in normalize("NFKD", name) if not combining(sign))
        name = name.casefold().translate(_LETTERS)
    name = name.lower()
    # A loop, since taking two letters together may put two others side by side: aaa, aea.
    while True:
        short = name.replace("aa", "a").replace("ae", "a").replace("oe", "o")
        if short == name:
            return name
        name = short


def fold_option(name: str) -> str:
    """Return the key of an option's name without its dashes; single letters keep their case."""
    return name if len(name) == 1 else fold(name)


def ascii_spelling(name: str) -> str:
    """Return ``name`` as typed on a keyboard without Danish letters: ``søg`` → ``soeg``."""
    if name.isascii():
        return name
    from unicodedata import combining, normalize

    name = "".join(_WRITTEN.get(sign, sign) for sign in normalize("NFC", name))
    return "".join(sign for sign in normalize("NFKD", name) if not combining(sign))


def nearest(word: str, names: list[str]) -> tuple[str, ...]:
    """Return those of ``names`` that ``word`` may have been meant for, the nearest first.

    A name counts as near when it begins with the word (two letters or more), or by
    :func:`difflib.get_close_matches` on the folded spellings: ratio at least 0.6, and more for
    another first letter, which is seldom mistyped.
    """
    from difflib import get_close_matches

    keys: dict[str, str] = {}
    for name in names:
        keys.setdefault(fold(name).lstrip("-"), name)
    key = fold(word).lstrip("-")
    near = [name for k, name in keys.items() if len(key) > 1 and k.startswith(key)]
    close = get_close_matches(key, [k for k in keys if k[:1] == key[:1]], n=MOST)
    close += get_close_matches(key, [k for k in keys if k[:1] != key[:1]], n=MOST, cutoff=0.65)
    near += [keys[k] for k in close if keys[k] not in near]
    return tuple(near[:MOST])
