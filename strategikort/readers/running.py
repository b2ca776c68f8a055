"""Running headers and footers and page numbers, told by their words alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

SHARE = 0.3
"""The share of all pages that running lines return on, at least."""

MIN_PAGES = 3

BARE_NUMBER = re.compile(
    r"(?:(?:side|page|s\.|p\.)\s*)?[-–—|]?\s*(\d{1,4})\s*"
    r"(?:(?:af|of|/|ud af)\s*\d{1,4})?\s*[-–—|]?",
    re.I,
)
"""A line that is nothing but the number of its page."""

PAGE_NUMBER = re.compile(
    r"[-–—|]?\s*(?:side|page)\s+\d{1,4}(?:\s*(?:af|of|/)\s*\d{1,4})?\s*[-–—|]?", re.I
)
"""One that says that it is."""

_LONGEST = 160
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]{1,7}", re.I)
_NUMBERS = re.compile(r"(?<![\d.,/])\d{1,4}(?![\d.,])")


def mask(text: str) -> str:
    """Return what a running line has in common with those of other pages: all but numbers.

    Empty for a line that is too long to be one.
    """
    text = " ".join(text.lower().split())
    if _ROMAN.fullmatch(text):
        return "#"
    masked = _DIGITS.sub("#", text)
    return masked if len(masked) <= _LONGEST else ""


def numbers_in(text: str) -> set[int]:
    """Return the numbers in a running line that may be that of its page."""
    return {int(match) for match in _NUMBERS.findall(text)}


def rising(candidates: Sequence[Collection[int]]) -> list[int | None]:
    """Return for each page that of its numbers which rises with the pages, if there is one."""
    offsets = Counter(
        number - index for index, numbers in enumerate(candidates) for number in numbers
    )
    if not offsets:
        return [None] * len(candidates)
    offset, count = offsets.most_common(1)[0]
    if count < min(2, len(candidates)):
        return [None] * len(candidates)
    return [
        index + offset if index + offset in numbers else None
        for index, numbers in enumerate(candidates)
    ]
