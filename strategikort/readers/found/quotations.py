"""Headings of another text: those within a letter or report that is quoted at length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from strategikort.readers.model import Block, BlockKind, ReadFile

_MARKS = {"»": "«", "“": "”", "„": "“"}
_END = re.compile(r"[.,;:!?)\]\s]*")
_LONGEST = 20_000
"""Characters of a quotation, at most: a mark may lack its mate."""

_BY_ITS_LOOK = frozenset({"type", "numbering"})


def with_quotations(read: ReadFile) -> ReadFile:
    """Return what was read with the headings in quotations as text that is quoted.

    A quotation is what the file sets apart as one, where headings are marked as such, or what a
    mark begins in front of a block and its mate ends behind another, where they only look so.
    """
    marked = {number for span in _spans(read) for number in span}
    quoted = sum(block.end - block.start for block in read.blocks if block.quoted)
    # Some programs write all that is set in as quotations, with headings in bold.
    styles = frozenset({"style"}) if quoted <= 0.5 * len(read.text) else frozenset()
    changed: dict[int, Block] = {}
    for number, block in enumerate(read.blocks):
        if number in marked or block.quoted:
            hows = _BY_ITS_LOOK if number in marked else styles
            block = replace(block, quoted=True)
            if block.kind is BlockKind.HEADING and block.how in hows:
                block = block.as_text()
            changed[number] = block
    return read.with_changed(changed)


def _spans(read: ReadFile) -> Iterator[range]:
    """Yield the places of the blocks of each quotation of more than one block."""
    at = 0
    while at < len(read.blocks):
        last = _closed(read, at)
        if last > at:
            yield range(at, last + 1)
        at = max(at, last) + 1


def _closed(read: ReadFile, first: int) -> int:
    """Return where the quotation ends that begins with a block, -1 if none does.

    Each of its paragraphs may begin with the mark; only the last one ends with the other.
    """
    text, begin = read.text, read.blocks[first]
    start = text[begin.start]
    end = _MARKS.get(start)
    if end is None or begin.kind is BlockKind.FURNITURE:
        return -1
    opened = 0
    for number in range(first, len(read.blocks)):
        block = read.blocks[number]
        if block.end - begin.start > _LONGEST:
            return -1
        if block.kind is BlockKind.FURNITURE:
            continue
        repeated = number > first and text[block.start] == start
        for place in range(block.start + repeated, block.end):
            if text[place] == start:
                opened += 1
            elif text[place] == end:
                opened -= 1
                if opened == 0:
                    return number if _END.fullmatch(text, place + 1, block.end) else -1
    return -1
