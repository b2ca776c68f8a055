"""Columns that stand side by side in plain text, as ``pdftotext -layout`` leaves them.

The lines of a text file stay its lines, so such columns are read across; that is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from strategikort.readers.model import ReadingWarning

SIDE_BY_SIDE = "side_by_side"
"""The code of the warning."""

_GAP = re.compile(r"(?<=\S)\s{2,}(?=\S)")
_LEAST_WORDS, _LEAST_LETTERS = 2, 0.75
_LEAST_LINES = 8
"""Lines on a page, at least, whose right halves begin at one place."""

_GOES_ON = 0.3
"""The part of the halves, at least, that begin in small letters: of a list or table few do."""


def side_by_side(lines: Sequence[str], firsts: Sequence[int]) -> tuple[ReadingWarning, ...]:
    """Return the warning of columns that are read across; pages begin at the lines ``firsts``."""
    pages: list[int] = []
    count = 0
    for page, (first, end) in enumerate(zip(firsts, [*firsts[1:], len(lines)], strict=True)):
        found = _across(lines[first:end])
        count += found
        pages += [page] if found else []
    if not count:
        return ()
    said = (
        f"{count} linjer har tekst i spalter ved siden af hinanden, som læses på tværs; tilføj"
        " hellere PDF-filen selv, eller lav teksten uden spalter (pdftotext uden -layout)"
    )
    return (ReadingWarning(SIDE_BY_SIDE, said, tuple(pages) if len(firsts) > 1 else ()),)


def _across(lines: Sequence[str]) -> int:
    """Return how many lines of a page go across columns of running text."""
    halves = [half for line in lines for half in _halves(line)]
    places = Counter(at for at, _, _ in halves)
    if not places:
        return 0
    at, _ = max(places.items(), key=lambda item: (item[1], -item[0]))
    here = [(left, right) for place, left, right in halves if abs(place - at) <= 1]
    if len(here) < _LEAST_LINES:
        return 0
    for side in (0, 1):
        small = sum(pair[side][0].islower() for pair in here)
        if small < _GOES_ON * len(here):
            return 0
    return len(here)


def _halves(line: str) -> Iterator[tuple[int, str, str]]:
    """Yield where the right half of a line begins, and both halves, for each gap in it."""
    if "  " not in line.strip():
        return
    for gap in _GAP.finditer(line):
        left, right = line[: gap.start()].strip(), line[gap.end() :].strip()
        left = _GAP.split(left)[-1]
        right = _GAP.split(right)[0]
        if _is_running(left) and _is_running(right):
            yield gap.end(), left, right


def _is_running(half: str) -> bool:
    letters = sum(map(str.isalpha, half))
    return half.count(" ") >= _LEAST_WORDS and letters >= _LEAST_LETTERS * (
        len(half) - half.count(" ")
    )
