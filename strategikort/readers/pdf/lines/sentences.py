"""Whether a sentence ends with a line, or goes on with what is read next."""

from __future__ import annotations

import re

from strategikort.readers.cues.headings import GOES_ON

_END = re.compile(r"[.!?:;…][\"”“»«’‘')\]]*\s*\d{0,2}$")
_AND = re.compile(r".*\b(?:og|eller|samt|and|or)", re.I)
_HYPHEN = re.compile(r"\w[-\u2010]$")


def is_open(text: str) -> bool:
    """Say whether a line ends in a word that another one follows, as ``og`` or ``af``."""
    return bool(GOES_ON.fullmatch(text) or _AND.fullmatch(text))


def ends_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence does."""
    return bool(_END.search(text.rstrip()))


def runs_on(before: str, after: str) -> bool:
    """Say whether a sentence that ``before`` leaves open goes on with ``after``."""
    before, after = before.rstrip(), after.lstrip()
    if not before or not after:
        return False
    if _HYPHEN.search(before):
        return after[0].isalnum()
    if _END.search(before):
        return False
    first = after.lstrip("»«“”„\"'(‘’")[:1]
    return first.islower() or before.endswith((",", "–")) or after[0].isdigit()
