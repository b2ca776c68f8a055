"""Running lines, page numbers and contents lists, told by their words, and the labels of pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

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


def page_labels(
    printed: Sequence[int | None],
    stated: Sequence[str | None],
    numerals: Sequence[str | None] = (),
) -> list[tuple[str, str]]:
    """Return for each page its label and how it is known (see ``Page.how``).

    ``printed`` are the numbers read in the running lines, ``stated`` the file's own labels,
    ``numerals`` the Roman ones read in front of page 1.
    What is printed goes before what is stated: it is what a reader of the page sees.
    """
    count = len(printed)
    offset = next((n - i for i, n in enumerate(printed) if n is not None), None)
    trivial = all(label in (None, "", str(i + 1)) for i, label in enumerate(stated))
    labels: list[tuple[str, str]] = []
    for index in range(count):
        number, label = printed[index], stated[index]
        if number is not None:
            labels.append((str(number), "printed"))
        elif index < len(numerals) and (numeral := numerals[index]):
            labels.append((numeral, "printed"))
        elif label and not trivial and (offset is None or not label.isdigit()):
            labels.append((label, "labels"))
        elif offset is not None and index + offset >= 1:
            labels.append((str(index + offset), "counted"))
        elif offset is not None:
            # In front of page 1, where nothing is printed: in brackets, as cataloguers do.
            labels.append((f"[{index + 1}]", "index"))
        else:
            labels.append((str(index + 1), "index"))
    return labels
