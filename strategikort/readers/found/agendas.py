"""Agendas in texts of any kind: numbered lines 1, 2, 3 … that each have text below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from strategikort.readers.found.meetings import RECOMMENDS, is_of_a_meeting, with_points
from strategikort.readers.model import Block, BlockKind, ReadFile

_NUMBER = re.compile(r"(?:(?i:punkt|ad|pkt\.)\s+)?(\d{1,2})[.):]?\s+(?=[A-ZÆØÅ»\"])")
_LEAST = 3
_LONGEST_LINE = 100


def with_agenda(read: ReadFile) -> ReadFile:
    """Return what was read with headings for numbered lines 1, 2, 3 … that each have text below.

    Only in a text without numbered headings; what is listed with nothing below stays a list.  Of
    what calls itself minutes or an agenda more is known (see :func:`with_points`).
    """
    if is_of_a_meeting(read):
        return with_points(read)
    shown = read.shown
    headings = [block for block in shown if block.kind is BlockKind.HEADING]
    if any(re.match(r"\d|kapitel|§", block.of(read.text), re.I) for block in headings):
        return read
    points = [
        (number, block)
        for number, block in enumerate(shown)
        if block.kind in (BlockKind.ITEM, BlockKind.PARAGRAPH) and _label(read, block)
    ]
    labels = [_label(read, block) for _, block in points]
    if len(points) < _LEAST or labels != list(range(1, len(points) + 1)):
        return read
    places = [number for number, _ in points]
    if not _all_have_text(shown, places) or _is_parted(shown, places):
        return read
    above = [block for block in headings if block.start < points[0][1].start]
    if above and RECOMMENDS.search(above[-1].of(read.text)):
        return read
    level = min(above[-1].level + 1 if above else 1, 6)
    return read.with_headings({block.start: level for _, block in points})


def _label(read: ReadFile, block: Block) -> int:
    """Return the number of a line that may be an item of an agenda, 0 if it is none."""
    text = block.of(read.text)
    found = _NUMBER.match(text)
    if not found or block.quoted or block.continues or block.level > 1:
        return 0
    is_title = len(text) <= _LONGEST_LINE and not text.endswith((".", ",", ";", ":", "-"))
    return int(found[1]) if is_title else 0


def _all_have_text(shown: Sequence[Block], places: Sequence[int]) -> bool:
    return all(
        place + 1 < len(shown) and shown[place + 1].kind is BlockKind.PARAGRAPH for place in places
    ) and not any(after - before < 2 for before, after in pairwise(places))


def _is_parted(shown: Sequence[Block], places: Sequence[int]) -> bool:
    between = shown[places[0] : places[-1]]
    return any(block.kind is BlockKind.HEADING for block in between)
