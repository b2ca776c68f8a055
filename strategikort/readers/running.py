"""Running lines, page numbers and contents lists, told by their words alone."""

from __future__ import annotations

import re

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

_CONTENTS = re.compile(
    r"(?:indhold|indholdsfortegnelse|indholdsoversigt|contents|table of contents)\W*$", re.I
)


def is_contents_heading(text: str) -> bool:
    """Say whether ``text`` is the heading of a contents list."""
    return bool(_CONTENTS.fullmatch(text.strip()))
