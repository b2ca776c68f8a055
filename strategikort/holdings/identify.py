"""Ids of the user's documents: short, readable, unique, and the same for good."""

from __future__ import annotations

import re
from collections.abc import Callable

from strategikort.structure.split import slug

_LONGEST = 40
"""Letters of a title that go into an id."""

_SHORTEST = 8
"""Letters before a colon or dash that are enough to name a document by."""

_SUBTITLE = re.compile(r"\s*[:–—|]\s+|\s+[-–—]\s+|\s*\(")
_WEAK = re.compile(
    r"(?:-(?:af|at|den|der|det|en|et|for|fra|i|med|mod|og|om|på|samt|som|til|the|of|and|in|on))+$"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def make_id(title: str, date: str, taken: Callable[[str], bool]) -> str:
    """Return an id such as ``digitaliseringsstrategi-2026`` that is not ``taken``.

    It is made of the title without its subtitle, and of the year if the title names none.
    """
    head = _SUBTITLE.split(title.strip(), maxsplit=1)[0]
    base = _short(slug(head if len(head) >= _SHORTEST else title)) or "dokument"
    year = date[:4]
    if year.isdigit() and not _YEAR.search(base):
        base = f"{base}-{year}"
    found, number = base, 2
    while taken(found):
        found, number = f"{base}-{number}", number + 1
    return found


def _short(text: str) -> str:
    """Cut a slug between words, and not behind a word that leads on to the next."""
    if len(text) > _LONGEST:
        text = text[: _LONGEST + 1].rpartition("-")[0] or text[:_LONGEST]
    return _WEAK.sub("", text)
