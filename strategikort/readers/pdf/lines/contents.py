"""Contents lists: lines that end with a page number, in rising order.

They would be read as headings or tables.  Leaders (».....«) or a number that stands apart at the
right edge make an entry; how many entries it takes depends on whether a heading says what they are.
A list without leaders is only found where it fills its page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from strategikort.readers.cues.running import is_contents_heading
from strategikort.readers.pdf.lines.lines import Line

_ENTRY = re.compile(r"(?:(?:\s?[.…_·]){3}|\s)\s*(\d{1,4}(?:[-–]\d{1,4})?)$")
"""How an entry ends, behind its first sign."""

_LEADERS = re.compile(r"(?:\s?[.…·]){4,}\s*\d{0,4}$")


def contents_lines(lines: Sequence[Line]) -> range:
    """Return which of a page's ``lines`` (from top to bottom) are a contents list."""
    entries = [index for index, line in enumerate(lines) if _is_entry(line)]
    heading = next((i for i, line in enumerate(lines) if is_contents_heading(line.text)), None)
    if heading is not None:
        entries = [index for index in entries if index > heading]
    needed = 2 if heading is not None else 4
    best: list[int] = []
    run: list[int] = []
    last = -1
    for index in entries:
        number = _number(lines[index])
        is_next = run and index - run[-1] <= 4 and (number is None or number >= last)
        run = [*run, index] if is_next else [index]
        last = number if number is not None else last
        if not is_next and number is None:
            last = -1
        if len(run) > len(best):
            best = list(run)
    leaders = sum(1 for index in best if _LEADERS.search(lines[index].text))
    if len(best) < needed or (heading is None and leaders < 3 and not _fills(best, lines)):
        return range(0)
    first = best[0]
    # An entry of several lines ends with the number: what stands above it belongs to it.
    first = heading if heading is not None and first - heading <= 4 else first
    return range(first, best[-1] + 1)


def _fills(entries: Sequence[int], lines: Sequence[Line]) -> bool:
    """Say whether entries without leaders are most of a page and end at one right edge."""
    if len(entries) < 6 or len(entries) < 0.6 * len(lines):
        return False
    edges = [lines[index].x1 for index in entries]
    return max(edges) - min(edges) < 4


def _is_entry(line: Line) -> bool:
    text = line.text.strip()
    if _LEADERS.search(text):
        return True
    match = _ENTRY.search(text, 1)
    if not match or not any(c.isalpha() for c in text):
        return False
    # Without leaders the number must stand apart, at the right edge.
    return len(line.cells) >= 2 and line.cells[-1][2].strip() == match[1]


def _number(line: Line) -> int | None:
    match = re.search(r"(\d{1,4})(?:[-–]\d{1,4})?$", line.text.strip())
    return int(match[1]) if match else None
