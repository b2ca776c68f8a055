"""Forms of English words, so that inflected and American ones find the base form of a thesaurus.

The rules are the regular ones of English spelling.  They give candidates only: what is no key of a
thesaurus is never found, so a wrong candidate costs a look-up and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SHORTEST = 3
"""Letters a base form must have before its ending."""

_LONG_ENOUGH = 4
"""Letters up to which a word keeps its -s: gas, arms."""

_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("ses", "sis"),
    ("es", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)
_BRITISH = (
    (re.compile(r"(?<=[a-z])iz(?=e|ing|ation)"), "is"),
    (re.compile(r"yz(?=e|ing)"), "ys"),
    (re.compile(r"(?<=[a-z]{2})ense$"), "ence"),
    (re.compile(r"(?<=[a-z]{2})or(?=$|s$)"), "our"),
    (re.compile(r"center$"), "centre"),
    (re.compile(r"program$"), "programme"),
)


def english_key(word: str) -> str:
    """Return the key of a folded English word: British spelling, no -s of a plural or genitive.

    >>> english_key("organizations")
    'organisation'
    """
    key = word[:-1] if len(word) > _LONG_ENOUGH and word.endswith("s") else word
    for pattern, british in _BRITISH:
        key = pattern.sub(british, key)
    return key


def english_keys(word: str) -> Iterator[str]:
    """Return the keys of the words of which a folded ``word`` may be an English form."""
    if not word.isascii() or not word.isalpha():
        return
    yield english_key(word)
    for ending, base in _ENDINGS:
        rest = word[: -len(ending)]
        if len(rest) >= _SHORTEST and word.endswith(ending):
            yield english_key(rest + base)
            if not base and rest[-1] == rest[-2]:
                # Doubled before the ending: planned, controlling.
                yield english_key(rest[:-1])
