"""Sources that a text lists by their numbers: in a list, in notes, at the foot of a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_IN = re.compile(r"[»«“”\"][.,]?[¹²³⁰-⁹]|<sup>\d")
_LISTED = re.compile(
    r"(?m)^[ \t]*(?:[-*+][ \t]+)?"
    r"(?:\\?\[(\d{1,3})\\?\]:?|([¹²³⁰-⁹]{1,3})|<sup>(\d{1,3})</sup>)[ \t]*(\S.*)$"
)
_HEADING = re.compile(
    r"(?im)^[ \t]*[#*]*[ \t]*(?:kilde(?:r|liste|henvisninger)|(?:fod|slut)?noter|henvisninger"
    r"|litteratur(?:liste)?|referenc(?:er|eliste|es)|sources|(?:foot|end)?notes)\b[*:]*[ \t]*$"
)
_LED_BACK = re.compile(
    r"(?m)^[ \t]*(\d{1,3})\.[ \t]+(\S(?:[^\n]|\n(?!\s*\n)){0,2000}?)\s*[\u21a9\ufe0e\ufe0f]+\s*$"
)
"""A note at the end of a web page, with the arrow that leads back to its mark.

It is no longer than a citation may be, so that a long list is not gone through from each item on.
"""
_GLUED = re.compile(r"(?<=[a-zæøå.,;:!?)»«“”\"'’])(\d{1,3})(?!\w|[.,]\d|[.)]\s*\n)")
"""A number behind a word or a mark, which may be that of a note that is no longer raised."""
_COUNTED = 3
"""Such numbers, one after another from 1 on, from which on they are those of notes."""
_ITEM = re.compile(r"(?m)^[ \t]*(\d{1,3})[.)][ \t]+(\S.*)$")
_FOOT = re.compile(r"(?m)^[ \t]*(\d{1,3})[ \t]{1,4}([A-ZÆØÅ»“\"][^\n]{4,}|[^\W\d][^\n]*\d[^\n]*)$")
"""A footnote as it stands at the foot of a page, which may be a heading with a number as well."""

_NUMBERS = re.compile(
    r"[.,;:]?[*_]{0,3}\s?(?:<sup>)?"
    r"(?:\\?\[{1,2}(?P<listed>\d[^\[\]\n]{0,60}?)\\?\]{1,2}(?:\([^()\s]*\))?|(?P<raised>[¹²³⁰-⁹]{1,3})"
    r"|(?P<plain>(?<!\s)\d{1,3})(?!\w|[.,]\d))"
)
_MOST = 10
"""Numbers of a list that a quotation has behind it, at most."""


def listed_sources(text: str) -> dict[str, str]:
    """Return the sources that a text lists, by their numbers.

    They are ``[1] …``, raised numbers, ``1. …`` under a heading for sources or at the end of a
    text with raised numbers, or footnotes as text.
    """
    feet = [(item[1], item[2].strip()) for item in _FOOT.finditer(text)]
    times = Counter(number for number, _ in feet)
    found = {number: source for number, source in feet if times[number] == 1}
    heading = _HEADING.search(text) if re.search(r"(?m)^[ \t]*\d{1,3}[.)]", text) else None
    led_back = _LED_BACK.finditer(text) if "\u21a9" in text else ()
    raised = heading is None and _RAISED_IN.search(text)
    start = heading.end() if heading else _last_list(text) if raised else len(text)
    listed = [*_ITEM.finditer(text, start), *led_back]
    found |= {item[1]: item[2].strip() for item in listed}
    for match in _LISTED.finditer(text):
        number = match[1] or match[3] or match[2].translate(_RAISED)
        found[number] = match[4].strip()
    return found


def _last_list(text: str) -> int:
    """Return where the numbered list begins that a text ends with; its length if with none."""
    start = end = len(text)
    while end > 0:
        begins = text.rfind("\n", 0, end - 1) + 1
        line = text[begins:end]
        if line.strip() and not _ITEM.match(line):
            break
        start, end = (begins if line.strip() else start), begins
    return start


def counted_marks(text: str) -> frozenset[str]:
    """Return the numbers of notes that stand behind words of a text, as they count up from 1."""
    last = 0
    for match in _GLUED.finditer(text):
        last += int(match[1]) == last + 1
    return frozenset(map(str, range(1, last + 1))) if last >= _COUNTED else frozenset()


def numbers_of(text: str, at: int) -> Iterator[tuple[str, str]]:
    """Yield the numbers of a list at ``at`` of a text, each with a place: ``[1][3, s. 5]``."""
    for _ in range(_MOST):
        match = _NUMBERS.match(text, at)
        if match is None:
            return
        at = match.end()
        if match["listed"] is None:
            yield match["plain"] or match["raised"].translate(_RAISED), ""
            continue
        parts = [part.strip() for part in match["listed"].split(",")]
        numbers = [part for part in parts if part.isdecimal()]
        place = ", ".join(part for part in parts if not part.isdecimal())
        for number in numbers:
            yield number, place if number == numbers[-1] else ""
