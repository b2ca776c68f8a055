"""Paragraphs that are numbered through a document: those of judgments, audits and conclusions.

Their numbers stand in front of them with a full stop or without one, in the margin, or in a cell of
their own.  What tells them from lists is that they are many, long, and in one row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from strategikort.language.months import NO_MONTH
from strategikort.readers.found.lawheadings import chapters_and_groups
from strategikort.readers.found.laws import SECTION_LEVEL, opened
from strategikort.readers.model import Block, BlockKind, ReadFile

_NUMBER = re.compile(
    r"(?P<open>\(?)(?P<number>[1-9]\d{0,3})(?P<close>[.)]?)(?:\s+(?=\S)|$)" + NO_MONTH
)
_BEGINS = re.compile(r"[^\W\d_a-zæøå]|\d|[»«\"“”„(\[…]")
"""How what begins that a number without a full stop or parenthesis stands in front of."""

_ARTICLE = re.compile(r"artikel\s+\d", re.I)
_FEWEST = 5
_MEDIAN_LENGTH = 120
_COUNTED_LENGTH = 300
_MOST_MISSING = 2
"""Numbers in a row that may have been read as something else."""


class Paragraph(NamedTuple):
    """One of the row: the places of its first and last block, and where its number ends."""

    first: int
    last: int
    marker: int


class _Row(NamedTuple):
    """A row that ends with ``paragraph``: ``worth`` is how many there are less those missing."""

    worth: int
    letters: int
    paragraph: Paragraph
    before: _Row | None

    def paragraphs(self) -> list[Paragraph]:
        found: list[Paragraph] = []
        row: _Row | None = self
        while row:
            found.append(row.paragraph)
            row = row.before
        return found[::-1]


def numbered_row(read: ReadFile) -> list[Paragraph]:
    """Return the paragraphs 1, 2, 3 … of the longest row; none if it is only a list in the text.

    Of rows that are equally long it is the one with the most text.  What is quoted, and the
    numbers below the sections of a law, belong to no row.
    """
    rows: dict[tuple[str, str], dict[int, _Row]] = defaultdict(dict)
    for form, number, paragraph in _candidates(read):
        of_form = rows[form]
        length = min(_length(read, paragraph), _COUNTED_LENGTH)
        longest = _Row(1, length, paragraph, None) if number == 1 else None
        for missing in range(_MOST_MISSING + 1):
            before = of_form.get(number - 1 - missing)
            if before and before.paragraph.last < paragraph.first:
                worth = before.worth + 1 - missing
                row = _Row(worth, before.letters + length, paragraph, before)
                longest = max(longest or row, row, key=_rank)
        if longest and (number not in of_form or _rank(longest) >= _rank(of_form[number])):
            of_form[number] = longest
    found = [row for of_form in rows.values() for row in of_form.values()]
    best = _gone_on_with(read, max(found, key=_rank), found).paragraphs() if found else []
    lengths = sorted(_length(read, paragraph) for paragraph in best)
    if len(best) < _FEWEST or lengths[len(lengths) // 2] < _MEDIAN_LENGTH:
        return []
    return best


def _gone_on_with(read: ReadFile, best: _Row, rows: Sequence[_Row]) -> _Row:
    """Return the row that goes on behind numbers missing at the end of the best one.

    Nothing but text stands between: »10.« and right below it »13.« are of one list.
    """
    longest, most = best, 0
    for row in rows:
        more = 0
        at: _Row | None = row
        while at and at.paragraph.first > best.paragraph.last:
            at, more = at.before, more + 1
        between = read.blocks[best.paragraph.last + 1 : row.paragraph.first]
        if at is best and more > most and not any(b.kind is BlockKind.HEADING for b in between):
            longest, most = row, more
    return longest


def quoted_blocks(read: ReadFile) -> frozenset[int]:
    """Return the blocks that begin within a quotation; none if one of its marks has no mate."""
    text = read.text
    if text.count("»") != text.count("«"):
        return frozenset()
    found: set[int] = set()
    quoted = at = 0
    for place, block in enumerate(read.blocks):
        quoted, at = quoted + opened(text, at, block.start), block.start
        if quoted > 0:
            found.add(place)
    return frozenset(found)


def _rank(row: _Row) -> tuple[int, int]:
    return row.worth, row.letters


def _length(read: ReadFile, paragraph: Paragraph) -> int:
    return read.blocks[paragraph.last].end - read.blocks[paragraph.first].start


def _candidates(read: ReadFile) -> Iterator[tuple[tuple[str, str], int, Paragraph]]:
    """Yield the form, the number and the place of each paragraph that begins with a number."""
    text, blocks = read.text, read.blocks
    quoted = quoted_blocks(read)
    law = 0
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            is_section = block.level >= SECTION_LEVEL or _ARTICLE.match(text, block.start)
            if is_section or block.level <= law:
                law = block.level if is_section else 0
        if law or place in quoted or not _is_text(block):
            continue
        found = _NUMBER.match(text, block.start, block.end)
        if not found:
            continue
        last, marker = place, found.end()
        if marker == block.end:
            last, marker = place + 1, block.end
            if last == len(blocks) or not _is_text(blocks[last]):
                continue
            marker = blocks[last].start
        if found["close"] or _BEGINS.match(text, marker):
            form = found["open"], found["close"]
            yield form, int(found["number"]), Paragraph(place, last, marker)


def _is_text(block: Block) -> bool:
    of_text = block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
    return of_text and not block.continues and not block.quoted


def with_numbered_paragraphs(read: ReadFile) -> ReadFile:
    """Return what was read with the paragraphs of its row as elements of a list.

    What stands over them by itself, in the text's own type, is a heading.
    """
    row = {paragraph.first: paragraph for paragraph in numbered_row(read)}
    if not row:
        return read
    parts = chapters_and_groups(read.text, read.blocks, row, after_sentences=True)
    for first, last, marker in row.values():
        block, end = read.blocks[first], read.blocks[last].end
        how = block.how or "numbering"
        item = replace(block, kind=BlockKind.ITEM, end=end, how=how, marker=marker)
        parts |= {last: [], first: [item]}
    return read.with_parts(parts)
