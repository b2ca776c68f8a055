"""Sentences of a text, with their places.

A sentence ends at a full stop, question or exclamation mark before white space and a capital
letter, or where the paragraph ends.  Known abbreviations, ordinals (``18. juli``) and initials
do not end one.  Lists and charts, whose lines are no sentences, are cut at their line ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(r"(?<=[.!?])[”“\"»«’‘)]*\s+(?=[\"”»«“„(–-]{0,2}\s?(?:[^\W\d_]|\d))|\n+")
_BEFORE = re.compile(r"(\S+)[.!?][”“\"»«’‘)]*$")
_ABBREVIATION_LIST = (
    "bl.a b.la f.eks fx ift ifm iht pga vedr jf nr ca evt mv m.v osv o.l m.m pct mio mia kr kap stk"
    " art pr inkl ekskl dvs d.v.s hhv kgl kl prof dr ph.d s.å t.o.m m.fl o.a pkt afs udg red st mr"
    " hr fr jr sr d el lign sml tlf max min vol no art a.s"
)
ABBREVIATIONS = frozenset(_ABBREVIATION_LIST.split())
_CLOSING = frozenset({"kl", "kr", "m.fl", "m.m", "m.v", "mv", "o.l", "osv", "pct"})
"""Abbreviations with which a sentence can end; KL is an association too."""
_NUMBER = re.compile(r"(?<![^\W\d_])(?<!\d)\d+$")
_YEAR = 4
"""Digits; a number of another length before a full stop is an ordinal (``18. juli``)."""
_NO_ORDINAL = re.compile(r"(?:\d{4}[-–/]|\d,|\d\.(?=\d{3}$))\d+$")
"""``2026-27``, ``4,1`` and ``3.000``."""


class Sentence(NamedTuple):
    """Half-open offsets of a sentence in its text."""

    start: int
    end: int


def sentences(text: str) -> Iterator[Sentence]:
    """Go through the sentences of ``text`` in order."""
    start = 0
    for match in _END.finditer(text):
        if "\n" not in match[0] and not _ends(text, start, match):
            continue
        yield from _stripped(text, start, match.start() + _closing(match[0]))
        start = match.end()
    yield from _stripped(text, start, len(text))


def _closing(gap: str) -> int:
    """Return how many signs of ``gap`` (closing quotation marks) still belong to the sentence."""
    return len(gap) - len(gap.lstrip('”“"»«’‘)'))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    before = text[start : match.start()]
    follows = text[match.end() : match.end() + 4].lstrip('"”»«“„(–- ')
    word = _BEFORE.search(before)
    if word is None or before[-1] != ".":
        return bool(follows[:1].isupper() or follows[:1].isdigit() or before[-1] in "!?")
    last = word[1].lstrip('("”»«“„').casefold()
    if last in ABBREVIATIONS:
        # Some abbreviations do end sentences, but only before a capital letter.
        return follows[:1].isupper() and last in _CLOSING
    number = _NUMBER.search(last)
    if number:
        ends = len(number[0]) == _YEAR or _NO_ORDINAL.search(last)
        return bool(follows[:1].isalnum() and not follows[:1].islower() and ends)
    if word[1].isupper() and all(len(part) == 1 for part in last.split(".")):
        return False
    return follows[:1].isupper() or follows[:1].isdigit()


def _stripped(text: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Sentence(start, end)
