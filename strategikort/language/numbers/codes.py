"""Codes of capitals and digits, which are written with a blank between them too: ``CO 2``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from strategikort.language.numbers.notation import Written

_CODE = re.compile(r"([A-ZÆØÅ]{1,6})(\d{1,4})")
_LETTERS, _DIGITS = re.compile(r"[A-ZÆØÅ]{1,6}"), re.compile(r"\d{1,4}")


def codes(words: Sequence[str]) -> Iterator[Written]:
    """Yield which of ``words`` are such a code, and how it is written otherwise.

    >>> [item.ways for item in codes(["COP28", "CO", "2"])]
    [('COP 28',), ('CO2',)]
    """
    for at, word in enumerate(words):
        if code := _CODE.fullmatch(word):
            yield Written(at, at + 1, (f"{code[1]} {code[2]}",))
        behind = words[at + 1] if at + 1 < len(words) else ""
        if _LETTERS.fullmatch(word) and _DIGITS.fullmatch(behind):
            yield Written(at, at + 2, (word + behind,))
