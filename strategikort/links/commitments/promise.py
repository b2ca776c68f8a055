"""A promise as a sentence makes it."""

from __future__ import annotations

from typing import NamedTuple


class Promise(NamedTuple):
    """What a sentence promises; offsets are half-open, in the sentence.

    ``actor`` is the words for who is to act, empty where the sentence names nobody; ``action``
    is where the words for what is to be done stand.  ``uncertain`` names what the rules could not
    settle: ``actor`` or ``strength``.
    """

    strength: str
    modal: str
    actor: str
    action_start: int
    action_end: int
    by: str
    uncertain: tuple[str, ...]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch of ``text`` without the blanks and signs around it."""
    while start < end and text[start] in " \n,":
        start += 1
    while end > start and text[end - 1] in " \n.;:":
        end -= 1
    return start, end
