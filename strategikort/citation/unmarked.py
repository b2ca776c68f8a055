"""The paragraphs, list items and cells of a text that may be quotations without marks.

Many formats lose what sets a block quotation apart, and a column of quotations needs no marks.
Whether one is a quotation its words alone can tell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from strategikort.citation.markup import Block
from strategikort.citation.memofile import Memo
from strategikort.citation.sources import Tables

SHORTEST = 60
"""Characters: what has fewer may be anybody's words."""
_LONGEST = 10_000
"""Characters: what has more is no paragraph, and is not looked through."""
_WRAPPED = 120
"""Characters: a longer line is not wrapped by hand, and so is a paragraph by itself."""
_LEAD = 40
"""Characters in front of a paragraph in which a colon is looked for."""

_PARAGRAPH = re.compile(
    r"[^\s|](?:[^\n]|\n(?!\s*(?:\n|\Z)|[ \t]*(?:[-*+•–|]|\d{1,3}[.)]|\[\^)\s?))*"
)
"""A paragraph or an item of a list."""
_LINE = re.compile(r"\S[^\n]*")
_ITEM = re.compile(r"(?:[-*+•–]|\d{1,3}[.)]|\w\))\s+")
_DEFINITION = re.compile(r"\[\^[^\]\s]+\]:")
_EMPHASIS = re.compile(r"([*_]{1,3})(?=\S)(?:(?!\1)[^\n]|\n(?!\s*\n))+(?<=\S)\1\s*")
_MARK = re.compile(r"[\s*_]*[»«“”„\"›‹‘’'‚]")


class Unmarked(NamedTuple):
    """A stretch of a text without marks that may be a quotation.

    ``apart``: where quotations stand, in a cell or below a colon.  ``text`` is what it says,
    without its source.
    """

    start: int
    end: int
    apart: bool
    text: str = ""


Stands = Callable[[Sequence[Unmarked]], Iterable[bool]]
"""Says which of them are the words of a document."""


def paragraphs(
    text: str,
    block: Block,
    marked: Iterable[int],
    tables: Tables,
    memo: Memo,
) -> Iterator[Unmarked]:
    """Yield the long paragraphs and items of a block but those that begin in marks.

    ``text`` is that of ``memo`` as it is searched, ``marked`` are the offsets at which marks open.
    """
    opened = frozenset(marked)
    for begin, end in _paragraphs(text, block):
        item = _ITEM.match(text, begin, end)
        start = item.end() if item else begin  # the mark of an item is the memo's own
        if end - start < SHORTEST or not opened.isdisjoint(range(start, start + 4)):
            continue
        if not tables.row_at(start) and not _DEFINITION.match(text, start):
            lead = text[max(block.start, start - _LEAD) : start].rstrip(" \n*_")
            place = bisect_right(memo.apart, start, key=lambda span: span[0]) - 1
            set_off = place >= 0 and end <= memo.apart[place][1]
            set_off = set_off or _is_set_off(text, block, start, end, memo.markdown)
            yield Unmarked(start, end, item is None and (set_off or lead.endswith(":")))


def _is_set_off(text: str, block: Block, start: int, end: int, markdown: bool) -> bool:
    """Say whether a paragraph is all in emphasis, or is set in where those around it are not."""
    if markdown:
        return _EMPHASIS.fullmatch(text, start, end) is not None
    before = text[text.rfind("\n", 0, start) + 1 : start]
    lines = text[start:end].split("\n")[1:]
    in_block = block.end - block.start > end - start
    return in_block and all(line[:2].isspace() and len(line) > 1 for line in (before, *lines))


def _paragraphs(text: str, block: Block) -> Iterator[tuple[int, int]]:
    for match in _PARAGRAPH.finditer(text, block.start, block.end):
        lines = [*_LINE.finditer(text, *match.span())]
        if any(line.end() - line.start() > _WRAPPED for line in lines):
            yield from (line.span() for line in lines)
        elif match.end() - match.start() <= _LONGEST:
            yield match.span()


def cells(text: str, tables: Tables) -> Iterator[Unmarked]:
    """Yield the long cells of tables but those that begin in marks."""
    for start, end in tables.cells():
        if end - start >= SHORTEST and not _MARK.match(text, start):
            yield Unmarked(start, end, True)
