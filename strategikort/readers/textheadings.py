"""Which lines of plain text are headings, and which only look like some.

A heading is known by its number, by its capitals, by standing alone over a paragraph, or by ending
early over one that begins a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from strategikort.readers.linetext import BULLET
from strategikort.readers.running import PAGE_NUMBER

_HEADING_NUMBER = re.compile(
    r"(?:(?:kapitel|bilag|artikel|afsnit|del|annex|appendix|§)\s*[\dIVXLC]+|\d{1,2}(?:\.\d{1,2})+|"
    r"[IVXLC]{1,6}\.|\d{1,2}\.?)[.:)]?(?:\s|$)",
    re.I,
)
_NO_HEADING = re.compile(
    r"(?:kære|hej|dear|(?:med )?venlig hilsen|mvh|kilde|source|figur|figure|tabel|table|til nr)\b.*"
    r"|.*\S\s{2,}[-+]?\d[\d.,%]*(?:\s.*)?"
    r"|(?:.*,\s+)?(?:den\s+)?(?:\d{1,2}\.?\s+)?(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)"
    r"[a-z]*\.?\s+\d{4}"
    r"|.*\b(?:af|at|for|fra|i|med|mellem|og|om|på|samt|til|and|by|for|from|in|of|on|the|to|with)",
    re.I,
)
"""Salutations, captions, rows of tables, dates, and lines that go on."""

_CONTENTS = re.compile(r"(?:indhold(?:sfortegnelse|soversigt)?|(?:table of )?contents)\W*", re.I)
_ENTRY = re.compile(r"\s*\S.*?(?:\s*\.{3,}\s*|\s{2,})(\d{1,3})\s*")
_LISTED = re.compile(r"\s*(\d{1,2})[.)]\s+(?=\S)")
_FEWEST_ENTRIES, _LONG_ENTRY = 3, 300
_WRAPPED = (40, 150)
"""How long the lines are, at least and at most, of text that is wrapped."""


def heading(
    lines: Sequence[str], first: int, last: int, following: tuple[int, int] | None
) -> tuple[int, str]:
    """Return the level of a heading and how it is known; level 0 for anything else."""
    text = " ".join(line.strip() for line in lines[first : last + 1])
    if last - first > 1 or len(text) > 110 or text.endswith((".", ",", ";", ":")):
        return 0, ""
    if BULLET.match(text) or not any(c.isalpha() for c in text) or PAGE_NUMBER.fullmatch(text):
        return 0, ""
    if _NO_HEADING.fullmatch(text):
        return 0, ""
    number = _HEADING_NUMBER.match(text)
    if number and following is not None:
        label = number.group().strip(" .:)")
        rest = text[number.end() :].strip()
        if rest and not rest[0].isupper():
            return 0, ""
        after = lines[following[0]].strip()
        if after[:1].islower() or len(text) > 90:
            return 0, ""
        return label.count(".") + 1, "numbering"
    if following is None or last > first:
        return 0, ""
    letters = [c for c in text if c.isalpha()]
    if len(letters) >= 4 and all(c.isupper() for c in letters):
        return 1, "type"
    after = " ".join(line.strip() for line in lines[following[0] : following[1] + 1])
    alone = len(text) <= 80 and text[0].isupper() and len(after) >= max(100, 1.5 * len(text))
    # A line that goes on below is none.
    open_ended = text.endswith(("!", "…", "-")) or after[:1].islower()
    return (2, "type") if alone and not open_ended else (0, "")


def is_headed(lines: Sequence[str], first: int, last: int, width: int) -> bool:
    """Say whether the first line of a paragraph is the heading over it.

    It ends early, though the next one, which begins a sentence, is as long as lines are.
    """
    if last == first or not _WRAPPED[0] <= width <= _WRAPPED[1]:
        return False
    head, below = lines[first].strip(), lines[first + 1].strip()
    return (
        len(head) < 0.6 * width
        and len(below) > 0.75 * width
        and len(head.split()[0]) + len(head) < 0.9 * width
        and head[0].isupper()
        and below[0].isupper()
        and not _NO_HEADING.fullmatch(head)
        and not head.endswith((".", ",", ";", ":", "!", "?", "-", "…"))
    )


def contents_entries(lines: Sequence[str]) -> frozenset[int]:
    """Return the lines of a contents list: entries with rising page numbers below its heading."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if not _CONTENTS.fullmatch(line.strip()):
            continue
        entries: list[int] = []
        last = 0
        for below in range(at + 1, len(lines)):
            entry = _ENTRY.fullmatch(lines[below]) if len(lines[below]) < _LONG_ENTRY else None
            if lines[below].strip() and not (entry and int(entry[1]) >= last):
                break
            if entry:
                entries.append(below)
                last = int(entry[1])
        if len(entries) >= _FEWEST_ENTRIES:
            found.update(entries)
    return frozenset(found)


def in_a_list(
    lines: Sequence[str], first: int, before: tuple[int, int], following: tuple[int, int]
) -> bool:
    """Say whether a numbered line is one of a list whose elements have blank lines between them."""
    number = _LISTED.match(lines[first])
    if not number:
        return False
    value = int(number[1])
    previous, after = _LISTED.match(lines[before[0]]), _LISTED.match(lines[following[0]])
    begins = lines[before[1]].rstrip().endswith(":")
    goes_on = bool(after and int(after[1]) == value + 1)
    ends = bool(previous and int(previous[1]) == value - 1)
    return begins or (goes_on and ends) or (ends and lines[first].rstrip().endswith((".", ";")))
