"""Quotation marks that are typed with other signs, and single ones, which are apostrophes too."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest

OPENS_BEHIND = r"-\s(\[–—/*_>"
NOTE = "\u2060"
"""What stands for each sign of a footnote mark: nothing to be seen."""
CLOSES_BEFORE = rf"-\s.,;:!?)\]–—/\\…*_<\[¹²³⁰-⁹{NOTE}"
"""What may stand before a mark that opens, and behind one that closes, as regex classes."""

_BEFORE = rf"(?:(?<=[{OPENS_BEHIND}])|\A)"
_AFTER = rf"(?=[{CLOSES_BEFORE}]|\Z)"
_BLANK = "[ \u00a0\u202f]"
# Of the same length as what is typed, so that offsets stay those of the text.
_TYPED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"{_BEFORE},,(?=[^\s,])"), " „"),
    (re.compile(rf"{_BEFORE}''(?=[^\s'])"), ' "'),
    (re.compile(rf"{_BEFORE}``(?=[^\s`])"), ' "'),
    (re.compile(rf"(?<=[^\s'])''{_AFTER}"), '" '),
    # At the start of a line it may be a block quotation within one.
    (re.compile(r"(?:(?<=[ \t(*_])|(?m:^)(?=[^\n]*[^\s<>]<<))>>(?=[^\s<>])"), " »"),
    (re.compile(rf"(?<=[^\s<>])<<{_AFTER}"), "« "),
    (re.compile(rf"{_BEFORE}<<(?=[^\s<>])"), " «"),
    (re.compile(rf"(?<=[^\s<>])>>{_AFTER}"), "» "),
    # The French set blanks within their marks.
    (re.compile(rf"{_BEFORE}«{_BLANK}([^\s«»](?:[^«»\n]*[^\s«»])?){_BLANK}»{_AFTER}"), r" «\1» "),
)

SINGLE_MARKS = re.compile("['‘’‚]")
_SINGLE_CLOSERS = {"'": "'", "‘": "’", "’": "’", "‚": "‘’"}
# The apostrophe of a decade ('90'erne) opens nothing.
_SINGLE_OPENING = re.compile(rf"{_BEFORE}['‘’‚](?=[^\s'‘’‚])(?!\d0['’]?(?:er|\s))")
_SINGLE_CLOSING = {
    mark: re.compile(rf"(?<=[^\s(\[])[{closers}]{_AFTER}")
    for mark, closers in _SINGLE_CLOSERS.items()
}
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_GENITIVE = frozenset("sxzSXZ")


def with_usual_marks(text: str) -> str:
    """Return ``text`` with ``,,…''``, ``''…''``, ``>>…<<`` and the like as „…", "…" and »…«."""
    for pattern, mark in _TYPED:
        text = pattern.sub(mark, text)
    return text


def single_pairs(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield where single marks stand around words, between ``start`` and ``end`` of ``text``.

    Half-open, marks included, in order.  Those inside the stretches ``taken`` are passed over.
    """
    pieces: list[str] = []
    position = start
    for first, last in taken:
        pieces += text[position:first], "x" * (last - first)
        position = last
    text = "".join((*pieces, text[position:end]))
    openings = [match.start() for match in _SINGLE_OPENING.finditer(text)]
    paragraphs = [match.start() for match in _PARAGRAPH_END.finditer(text)]
    closings = {
        mark: [match.start() for match in pattern.finditer(text)] if openings else []
        for mark, pattern in _SINGLE_CLOSING.items()
    }
    behind = 0
    for opening, following in zip_longest(openings, openings[1:], fillvalue=len(text)):
        if opening < behind:
            continue
        at = bisect_right(paragraphs, opening)
        ends = paragraphs[at] if at < len(paragraphs) else len(text)
        closing = _closing(text, closings[text[opening]], opening, ends, min(ends, following))
        if closing is not None:
            behind = closing + 1
            yield start + opening, start + behind


def _closing(text: str, closings: Sequence[int], opening: int, end: int, until: int) -> int | None:
    """Return which mark closes one: the first before ``end``, perhaps a later one before ``until``.

    An apostrophe behind an s may be that of a genitive (USA's, Paris') as well.
    """
    found: int | None = None
    for index in range(bisect_right(closings, opening), len(closings)):
        if closings[index] >= (end if found is None else until):
            break
        found = closings[index]
        if text[found - 1] not in _GENITIVE:
            break
    return found
