"""Annexes that only their number shows: »Bilag A« on a line of its own, in the text's own type."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from strategikort.readers.model import Block, BlockKind, ReadFile

_ANNEX = re.compile(r"(?:bilag|appendiks|annex) (?P<number>\d{1,2}|[IVX]{1,5}|[A-ZÆØÅ])[.:]?", re.I)

_NUMBERED = re.compile(r"(?:bilag|appendiks|annex|kapitel|afsnit|del)\b|\W*\d", re.I)


def with_annexes(read: ReadFile) -> ReadFile:
    """Return what was read with headings for its annexes, if they stand in order and have text.

    Where some of them are marked as headings, what is not is a mention.
    """
    if not re.search("bilag|appendiks|annex", read.text, re.I):
        return read
    shown = read.shown
    if any(block.kind is BlockKind.HEADING and _number(read.text, block) for block in shown):
        return read
    found = [
        (number, block)
        for block, after in pairwise(shown)
        if block.kind is BlockKind.PARAGRAPH
        and not block.continues
        and not block.quoted
        and (number := _number(read.text, block))
        and not _number(read.text, after)
    ]
    expected = _series(found[0][0], len(found)) if found else []
    if not found or [number for number, _ in found] != expected:
        return read
    return read.with_headings({block.start: 1 for _, block in found})


def with_parts_of_annexes(read: ReadFile) -> ReadFile:
    """Return what was read with the headings in an annex that only its number shows below it.

    They are set as those of the text before, and may be as high as the annex itself.
    """
    below: dict[int, Block] = {}
    level = 0
    for place, block in enumerate(read.blocks):
        if block.kind is BlockKind.HEADING:
            if block.how == "numbering" and _number(read.text, block):
                level = block.level
            elif block.level <= level and block.how == "type":
                below[place] = replace(block, level=level + 1)
            elif block.level <= level:
                level = 0  # what has a style or a number is as high as it says
    return read.with_changed(below)


def with_titles_of_annexes(read: ReadFile) -> ReadFile:
    """Return what was read with »Bilag 1«, and the heading below that is its title, as one.

    Else the annex is empty, and its text belongs to a section beside it.
    """
    return read.with_joined(
        place
        for place, (above, block) in enumerate(pairwise(read.blocks))
        if above.kind is block.kind is BlockKind.HEADING
        and block.level <= above.level
        and _number(read.text, above)
        and not _NUMBERED.match(read.text, block.start, block.end)
    )


def _number(text: str, block: Block) -> str | None:
    found = _ANNEX.fullmatch(text, block.start, block.end)
    return found["number"] if found else None


def _series(first: str, count: int) -> list[str]:
    """Return the numbers of annexes that begin with ``first``, none if it begins no series."""
    series = {
        "1": [str(number) for number in range(1, count + 1)],
        "I": ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"],
        "A": [*"ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"],
    }
    return series.get(first, [])[:count]
