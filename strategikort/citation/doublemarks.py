"""Double quotation marks in pairs: which opens, and which closes it.

Marks that are the same at both ends, or that one tradition opens with and another closes with, are
told by what stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from strategikort.citation.quotemarks import CLOSES_BEFORE, OPENS_BEHIND

MAX_LENGTH = 100_000
"""Characters: a mark that is not closed within so many is taken for one never closed."""
_MAX_DEPTH = 8
"""Quotations within quotations; where more are open, marks are not closed at all."""

CLOSERS = {
    "»": "«",
    "“": "”",
    "„": '“”"',
    "«": "»",
    "”": "”",
    '"': '"',
    "›": "‹",
    "‹": "›",
}
_ENDINGS = {mark: re.compile(rf"\n\s*\n|[{mark}{closers}]") for mark, closers in CLOSERS.items()}
MARKS = re.compile('[»«“”„"›‹]')
_NEXT = re.compile(rf"\n\s*\n|{MARKS.pattern}")
_NOTE_NUMBER = re.compile(r"\d{1,3}(?!\w)")
_SPACE_OR_OPEN = re.compile(f"[{OPENS_BEHIND}]")
_STOP = re.compile(rf"[{CLOSES_BEFORE}]|\Z")
_UNPAIRED = "Anførselstegnet {} {}; citatet er ikke prøvet."
_SPACE_OR_STOP = re.compile(f"[{CLOSES_BEFORE}«»”]")


class Pair(NamedTuple):
    """What is in marks, and the marks; ``closes``: it has one at its end."""

    start: int
    end: int
    closes: bool = True


class DoubleMarks:
    """The double marks of one text; ``warn`` is told the offset of each that has no other."""

    def __init__(self, text: str, warn: Callable[[int, str], None]) -> None:
        self._text = text
        self._warn = warn

    def pairs(self, start: int, end: int) -> list[Pair]:
        """Pair the marks of a stretch; what is inside a pair is passed over."""
        pairs: list[Pair] = []
        position = start
        while (match := MARKS.search(self._text, position, end)) is not None:
            opening = match.start()
            position = opening + 1
            if not self._opens(opening):
                if match.group() not in '”"' or not self._text[opening - 1 : opening].isdigit():
                    self._warn(opening, _UNPAIRED.format(match.group(), "lukker intet"))
                continue
            pair = self._closed(opening, end) or self._closed_otherwise(opening, end)
            if pair is None:
                self._warn(opening, _UNPAIRED.format(match.group(), "bliver ikke lukket"))
                continue
            pairs.append(pair)
            position = pair.end
        return pairs

    def _opens(self, at: int) -> bool:
        before, after = self._text[at - 1 : at], self._text[at + 1 : at + 2]
        if not after or after.isspace():
            return False
        if self._text[at] in "»„":
            return True
        return not before or _SPACE_OR_OPEN.match(before) is not None

    def _closes(self, at: int) -> bool:
        before, after = self._text[at - 1 : at], self._text[at + 1 : at + 2]
        if self._text[at] in "»„":
            return not before.isspace()
        if before.isspace():
            return False
        if not after or _SPACE_OR_STOP.match(after):
            return True
        # The number of a footnote that is no longer raised: ”…”1
        return _NOTE_NUMBER.match(self._text, at + 1) is not None

    def _opens_inside(self, at: int) -> bool:
        """Say whether a mark stands in front of a word so that it can but open."""
        return self._text[at + 1 : at + 2].isalnum() and self._opens(at) and not self._closes(at)

    def _closed(self, opening: int, end: int) -> Pair | None:
        mark = self._text[opening]
        closers = CLOSERS[mark]
        depth = 0
        paragraph: re.Match[str] | None = None
        end = min(end, opening + MAX_LENGTH + 2)
        inside = 0
        for match in _ENDINGS[mark].finditer(self._text, opening + 1, end):
            at = match.start()
            found = match.group()
            if at < inside:
                continue
            if found[0] == "\n":
                paragraph = match
            elif found in closers and found != mark and self._opens_inside(at):
                # A quotation within has marks of another kind, of which one may look like ours.
                inner = self._closed(at, end)
                inside = inner.end if inner and inner.closes else 0
                if not inside:
                    return Pair(opening, at + 1)
            elif found in closers and (found not in (mark, '"') or self._closes(at)):
                if depth == 0:
                    return Pair(opening, at + 1)
                depth -= 1
            elif found == mark and self._opens(at):
                if paragraph and depth == 0 and not self._text[paragraph.end() : at].strip("*_"):
                    # Each paragraph of a long quotation opens anew, and only the last one closes.
                    return Pair(opening, paragraph.start(), closes=False)
                # A mark that opens again in a later paragraph: the first was never closed.
                depth += 1
                if paragraph or mark in closers or depth > _MAX_DEPTH:
                    return None
        return None

    def _closed_otherwise(self, opening: int, end: int) -> Pair | None:
        """Return a pair with marks of two kinds, ”…", or one, »…», and no mark between them."""
        match = _NEXT.search(self._text, opening + 1, min(end, opening + MAX_LENGTH))
        at = match.start() if match else 0
        if match is None or not self._closes(at):
            return None
        if match[0] == self._text[opening] == "»" and _STOP.match(self._text, at + 1):
            return Pair(opening, at + 1)  # as the Swedes and Finns write it: »…»
        return Pair(opening, at + 1) if match[0] in '«“”"' and not self._opens(at) else None
