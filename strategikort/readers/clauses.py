"""Paragraphs with numbers of several parts below numbered headings: the clauses of a contract.

Guidelines and circulars number theirs so, too: »2.2.1. Ansøgningen skal …« below »2.2. Frister«.
"""

from __future__ import annotations

import re
from dataclasses import replace

from strategikort.readers.model import BlockKind, ReadFile
from strategikort.readers.subheadings import label_of, next_labels

_CLAUSE = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,4})[.)]?\s+(?=\S)")
_FEWEST = 5
_MEDIAN_LENGTH = 40
_AMISS = 0.2
"""How many paragraphs may begin with a number that does not follow, for each that does."""


def clauses(read: ReadFile) -> dict[int, int]:
    """Return the blocks that are clauses, and where their numbers end.

    Each number follows on the one before it, be that of a clause or of a heading.
    """
    found: dict[int, int] = {}
    amiss = 0
    last: tuple[int, ...] = ()
    for place, block in enumerate(read.blocks):
        if block.kind is BlockKind.HEADING:
            last = label_of(read.text, block) or last
            continue
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        match = _CLAUSE.match(read.text, block.start, block.end)
        if not match or block.continues or block.quoted:
            continue
        label = tuple(map(int, match["number"].split(".")))
        if last and label in next_labels(last):
            found[place], last = match.end(), label
        else:
            amiss += 1
    lengths = sorted(read.blocks[place].end - read.blocks[place].start for place in found)
    if len(found) < _FEWEST or amiss > _AMISS * len(found):
        return {}
    return found if lengths[len(lengths) // 2] >= _MEDIAN_LENGTH else {}


def with_clauses(read: ReadFile) -> ReadFile:
    """Return what was read with its clauses as elements of a list."""
    found = clauses(read)
    if not found:
        return read
    return read.with_blocks(
        replace(block, kind=BlockKind.ITEM, how=block.how or "numbering", marker=found[place])
        if place in found
        else block
        for place, block in enumerate(read.blocks)
    )
