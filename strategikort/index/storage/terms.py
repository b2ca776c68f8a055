"""How numbers are written in the index: keys as FTS5 tokens, lists of numbers as bytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

KeysOfForm = tuple[str, tuple[str, ...]]
"""What the index keeps of a form: its key, and those of the parts of a compound."""

NO_FORM = 0
"""The number of no form: stands between the words of a heading and each that it implies."""


def term(key: int) -> str:
    """Return the FTS5 token for a key number."""
    return f"{key:x}"


def key_of(term: str) -> int:
    """Return the key number that :func:`term` wrote."""
    return int(term, 16)


def pack(numbers: Iterable[int]) -> bytes:
    """Return numbers as the index keeps them: 32 bits each."""
    return array("I", numbers).tobytes()


def unpack(data: bytes) -> array[int]:
    """Return the numbers of what :func:`pack` gave."""
    numbers = array("I")
    numbers.frombytes(data)
    return numbers
