"""Headings that only their numbers show: »2.1 Pligten« on a line of its own, in any type.

Of a PDF they are found with the type they are set in.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from strategikort.language.months import NO_MONTH
from strategikort.readers.model import Block, BlockKind, FileKind, ReadFile
from strategikort.readers.numbered import quoted_blocks

_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=[A-ZÆØÅ»\"§])" + NO_MONTH)
_LONGEST = 100
_Number = tuple[int, ...]


def with_numbered_headings(read: ReadFile) -> ReadFile:
    """Return what was read with headings for the numbered lines that belong to each other.

    ``2`` must have a ``2.1``, and this a ``2`` or, as ``2.2`` has, the one before it.  Lines that
    follow on each other are a list: below a heading is text, or one that is deeper.
    """
    if read.kind is FileKind.PDF:
        return read
    quoted = quoted_blocks(read)
    found = {
        place: number
        for place, block in enumerate(read.blocks)
        if place not in quoted and (number := _number(read, block))
    }
    shown = [place for place, block in enumerate(read.blocks) if _is_shown(block)]
    below = dict(pairwise(shown))
    known = {
        number for place, number in found.items() if read.blocks[place].kind is BlockKind.HEADING
    }
    lines = {
        place: number
        for place, number in found.items()
        if number not in known
        and place in below
        and len(found.get(below[place], (*number, 1))) > len(number)
    }
    every = known | set(lines.values())
    headings = {place for place, number in lines.items() if _belongs(number, every)}
    if not headings:
        return read
    return read.with_blocks(
        replace(
            block,
            kind=BlockKind.HEADING,
            level=len(lines[place]),
            how="numbering",
            marker=block.start,
        )
        if place in headings
        else block
        for place, block in enumerate(read.blocks)
    )


def _number(read: ReadFile, block: Block) -> _Number | None:
    of_text = block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING)
    if not of_text or block.continues or block.quoted or block.end - block.start > _LONGEST:
        return None
    text = read.text[block.start : block.end]
    match = _NUMBER.match(text)
    if not match or (block.kind is not BlockKind.HEADING and text.endswith((".", ",", ";", ":"))):
        return None
    return tuple(map(int, match[1].split(".")))


def _is_shown(block: Block) -> bool:
    return block.kind is not BlockKind.FURNITURE


def _belongs(number: _Number, every: set[_Number]) -> bool:
    if len(number) == 1:
        return (*number, 1) in every
    return number[:-1] in every or (*number[:-1], number[-1] - 1) in every
