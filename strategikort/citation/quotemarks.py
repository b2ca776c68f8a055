"""Quotation marks that are typed with other signs, and single ones, which are apostrophes too."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

OPENS_BEHIND = r"-\s(\[–—/*_>"
NOTE = "\u2060"
"""What stands for each sign of a footnote mark: nothing to be seen."""
CLOSES_BEFORE = rf"-\s.,;:!?)\]–—/…*_<\[¹²³⁰-⁹{NOTE}"
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
    yield from _Singles("".join((*pieces, text[position:end]))).pairs(start)


class _Singles:
    """Where single marks may open and close, and where paragraphs end, in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._openings = [match.start() for match in _SINGLE_OPENING.finditer(text)]
        self._paragraphs = [match.start() for match in _PARAGRAPH_END.finditer(text)]
        self._closings = {
            mark: [match.start() for match in pattern.finditer(text)] if self._openings else []
            for mark, pattern in _SINGLE_CLOSING.items()
        }

    def pairs(self, start: int) -> Iterator[tuple[int, int]]:
        end = 0
        for number, opening in enumerate(self._openings):
            if opening < end:
                continue
            closing = self._closing(number)
            if closing is not None:
                end = closing + 1
                yield start + opening, start + end

    def _closing(self, number: int) -> int | None:
        opening = self._openings[number]
        paragraph = bisect_right(self._paragraphs, opening)
        end = self._paragraphs[paragraph] if paragraph < len(self._paragraphs) else len(self._text)
        until = min([end, *self._openings[number + 1 : number + 2]])
        closings = self._closings[self._text[opening]]
        found: int | None = None
        for index in range(bisect_right(closings, opening), len(closings)):
            if closings[index] >= (end if found is None else until):
                break
            found = closings[index]
            # An apostrophe behind an s may be that of a genitive (USA's, Paris') as well.
            if self._text[found - 1] not in _GENITIVE:
                break
        return found
