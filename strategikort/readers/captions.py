"""Captions that are set as headings are: »Tabel 1. Andel af sager« in bold over its table."""

from __future__ import annotations

import re
from dataclasses import replace

from strategikort.readers.model import BlockKind, ReadFile

_CAPTION = re.compile(r"(?:tabel|figur|diagram)\s+\d{1,3}(?:\.\d{1,3})*\s*[.:–—-]?\s+\S", re.I)


def with_captions(read: ReadFile) -> ReadFile:
    """Return what was read with captions for what only its type shows as headings.

    What stands below a table belongs to the section that the table stands in.
    """
    blocks = [
        replace(block, kind=BlockKind.CAPTION, level=0)
        if block.kind is BlockKind.HEADING
        and block.how == "type"
        and _CAPTION.match(read.text, block.start, block.end)
        else block
        for block in read.blocks
    ]
    return read if tuple(blocks) == read.blocks else read.with_blocks(blocks)
