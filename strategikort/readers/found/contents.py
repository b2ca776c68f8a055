"""What looks like headings: contents lists without page numbers, and captions in bold type.

A contents list has lines that name the headings below them, in their order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from strategikort.readers.cues.running import is_contents_heading
from strategikort.readers.cues.titles import bare
from strategikort.readers.model import Block, BlockKind, ReadFile

_FEWEST = 3
"""Entries of a contents list."""

_MOST_LINES = 4
"""Lines of one entry."""

_LONGEST = 200
"""Characters of a line of one."""

_SHARE_UNKNOWN, _MOST_UNKNOWN = 0.25, 2
"""Entries that name no known heading: their share of those that do, at most, if there are more than
so many, which is also how many blocks of them may follow each other."""

_LEADERS = re.compile(r"(?:\s?[.…·]){6,}")
_FEWEST_LED, _MOST_BETWEEN = 5, 12
"""Entries with dots behind them, at least, and blocks without any between two of them, at most."""

_KINDS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM)
_BEFORE = re.compile(
    r"\s*(?:[•‣◦▪▫■□●○–—*·-]\s+)?(?:(?:kapitel|kap\.|bilag|afsnit|del)\s+)?"
    r"(?:(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5})[.:)]?\s+)?",
    re.I,
)
_AFTER = re.compile(r"[\s.…·]*(?:\s\d{1,4})?\s*$")

_CAPTION = re.compile(
    r"(?:(?:tabel|figur|diagram)\s+\d{1,3}(?:\.\d{1,3})*|eksempel\s+\d{1,3}\.\d{1,3})"
    r"\s*[.:–—-]?\s+\S",
    re.I,
)


def with_contents(read: ReadFile) -> ReadFile:
    """Return what was read with the lists of its contents as furniture."""
    blocks = read.blocks
    changed: list[int] = []
    headings = [
        (number, _plain(block.of(read.text)))
        for number, block in enumerate(blocks)
        if block.kind is BlockKind.HEADING
    ]
    for number, block in enumerate(blocks):
        if number in changed or block.kind not in _KINDS:
            continue
        first, _, rest = block.of(read.text).partition("\n")
        if is_contents_heading(first):
            changed += _list_from(read, number, rest, headings) or _led_from(read, number)
    furniture: dict[int, Block] = {}
    for number in changed:
        block = blocks[number]
        furniture[number] = Block(
            *(BlockKind.FURNITURE, block.start, block.end),
            how="contents",
            page=block.page,
            marker=block.start,
        )
    return read.with_changed(furniture)


def _list_from(
    read: ReadFile, number: int, rest: str, headings: Sequence[tuple[int, str]]
) -> list[int]:
    """Return the blocks of the list that block ``number`` begins; none if it is none.

    ``rest`` is what the block has below its first line.  An entry may name a heading that is not
    known for one, if others follow that do.
    """
    found, pending = [number], list[int]()
    at = entries = unknown = 0
    lines = rest.splitlines()
    for below in range(number, len(read.blocks)):
        block = read.blocks[below]
        if below > number:
            if block.kind is BlockKind.FURNITURE:
                continue
            lines = block.of(read.text).splitlines()
        # A heading above the entry, or the entry itself, is not what it names.
        at = max(at, bisect_right(headings, below, key=itemgetter(0)))
        named, others = _named(lines, headings, at)
        unknown += others
        known = entries + len(named)
        strange = others > 0 and (
            entries < _FEWEST
            or unknown > max(_MOST_UNKNOWN, _SHARE_UNKNOWN * known)
            or not _may_be_entry(lines)
        )
        if block.kind not in _KINDS or strange or len(pending) > max(_MOST_UNKNOWN, entries // 10):
            break
        pending += [below] * (below > number)
        if named:
            found += pending
            pending = []
            entries, at = known, named[-1] + 1
    return found if entries >= _FEWEST else []


def _led_from(read: ReadFile, number: int) -> list[int]:
    """Return the blocks of a list below the heading ``number`` whose entries have dots behind them.

    Programs that read PDFs may set the dots and the numbers apart from their entries.
    """
    found, pending = list[int](), [number]
    led = 0
    for below in range(number, len(read.blocks)):
        block = read.blocks[below]
        if block.kind is BlockKind.FURNITURE:
            continue
        said = block.of(read.text)
        dots = len(_LEADERS.findall(said))
        if not dots and (len(pending) > _MOST_BETWEEN or len(said) > _LONGEST):
            break
        pending += [below] * (below > number)
        if dots:
            found += pending
            pending = []
            led += dots
    return found if led >= _FEWEST_LED else []


def _may_be_entry(lines: Sequence[str]) -> bool:
    """Say whether a block is as short as an entry, or a few of them, and no sentence."""
    is_short = len(lines) <= _MOST_LINES and max(map(len, lines)) <= _LONGEST
    return is_short and not lines[-1].rstrip().endswith((".", ":", ";"))


def _named(
    lines: Sequence[str], headings: Sequence[tuple[int, str]], at: int
) -> tuple[list[int], int]:
    """Return which headings from ``at`` the ``lines`` name, and how many lines name none."""
    named: list[int] = []
    first = others = 0
    while first < len(lines):
        for last in range(first + 1, min(first + _MOST_LINES, len(lines)) + 1):
            entry = _plain("\n".join(lines[first:last]))
            place = next((i for i in range(at, len(headings)) if headings[i][1] == entry), None)
            if entry and place is not None:
                named.append(place)
                first, at = last, place + 1
                break
        else:
            others += any(map(str.isalpha, lines[first]))
            first += 1
    return named, others


def _plain(text: str) -> str:
    return bare(_AFTER.sub("", _BEFORE.sub("", text, count=1)))


def with_captions(read: ReadFile) -> ReadFile:
    """Return what was read with captions for what only its type shows as headings.

    What stands below a table belongs to the section that the table stands in.
    """
    return read.with_changed(
        {
            place: replace(block, kind=BlockKind.CAPTION, level=0)
            for place, block in enumerate(read.blocks)
            if block.kind is BlockKind.HEADING
            and block.how == "type"
            and _CAPTION.match(read.text, block.start, block.end)
        }
    )
