"""What only its numbers show: headings (»2.1.3. Den foreslåede ordning«), and clauses below them.

Bills and notes set their deepest headings so, below those that a file marks; contracts, guidelines
and circulars number their paragraphs so: »2.2.1. Ansøgningen skal …« below »2.2. Frister«.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from strategikort.language.months import NO_MONTH
from strategikort.readers.cues.headings import AND_SO_ON, GOES_ON
from strategikort.readers.model import Block, BlockKind, ReadFile

_NUMBER = re.compile(
    rf"(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,5}})[.)]?\s+(?=[A-ZÆØÅ»\"“§]){NO_MONTH}"
)
_LONGEST = 120
_FEWEST_BELOW = 2
_Label = tuple[int, ...]

_CLAUSE = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,4})[.)]?\s+(?=\S)")
_FEWEST = 5
_MEDIAN_LENGTH = 40
_AMISS = 0.2
"""How many paragraphs may begin with a number that does not follow, for each that does."""


def with_subheadings(read: ReadFile) -> ReadFile:
    """Return what was read with headings for the numbered lines that fit in between its headings.

    A line fits if its number is the next one: the first below a heading, or the one behind it.  A
    single number must have its neighbours on both sides, since lists have such numbers too.  Where
    no heading has a number, the lines must make one row from 1 on that has parts of parts.
    """
    shown = read.shown
    marked = {
        block.start: label
        for block in shown
        if block.kind is BlockKind.HEADING and (label := label_of(read.text, block))
    }
    return read.with_headings(dict(_fitting(read, shown, marked) if marked else _all(read, shown)))


def _fitting(
    read: ReadFile, shown: Sequence[Block], marked: dict[int, _Label]
) -> Iterator[tuple[int, int]]:
    """Yield where lines begin that are headings, and their levels."""
    levels: dict[_Label, int] = {}
    last: _Label = ()
    for place, block in enumerate(shown):
        label = marked.get(block.start)
        if label:
            levels = {one: level for one, level in levels.items() if one < label}
            levels[label], last = max(block.level, 1), label
            continue
        label = label_of(read.text, block) if last and _may_be(read, shown, place) else None
        if not label or label not in next_labels(last):
            continue
        if len(label) == 1 and label[0] + 1 != _behind(shown[place:], marked):
            continue
        above = levels.get(label[:-1]) if len(label) > 1 else None
        beside = levels.get((*label[:-1], label[-1] - 1))
        if above is None and beside is None:
            continue
        level = beside if beside is not None else (above or 0) + 1
        levels[label], last = level, label
        yield block.start, level


def _all(read: ReadFile, shown: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield where the lines begin that make one row, and the levels of the headings they are."""
    level, base = 0, 0
    found: dict[int, _Label] = {}
    for place, block in enumerate(shown):
        if block.kind is BlockKind.HEADING:
            level = block.level
        elif (label := label_of(read.text, block)) and _may_be(read, shown, place):
            base = base or level + 1
            found[block.start] = label
    labels: list[_Label] = [(0,), *found.values()]
    in_order = all(after in next_labels(before) for before, after in pairwise(labels))
    if in_order and sum(len(label) > 1 for label in labels) >= _FEWEST_BELOW:
        for start, label in found.items():
            yield start, base + len(label) - 1


def next_labels(last: _Label) -> Iterator[_Label]:
    """Yield what may come behind a number: 2.1.3.1, 2.1.4, 2.2 and 3 behind 2.1.3."""
    yield (*last, 1)
    for depth in range(len(last), 0, -1):
        yield (*last[: depth - 1], last[depth - 1] + 1)


def _behind(shown: Sequence[Block], marked: dict[int, _Label]) -> int:
    """Return the next single number that is marked, 0 if none is."""
    labels = (marked[block.start] for block in shown if block.start in marked)
    return next((label[0] for label in labels if len(label) == 1), 0)


def label_of(text: str, block: Block) -> _Label | None:
    """Return the parts of the number that a block begins with, None if it begins with none."""
    found = _NUMBER.match(text, block.start, block.end)
    return tuple(map(int, found["number"].split("."))) if found else None


def _may_be(read: ReadFile, shown: Sequence[Block], place: int) -> bool:
    """Tell whether a block is a line that may be a heading: there is text or another below it."""
    block = shown[place]
    stretch = block.of(read.text)
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or block.level > 1:
        return False
    if block.continues or block.quoted or place + 1 == len(shown):
        return False
    whole = AND_SO_ON.sub("", stretch)
    return (
        len(stretch) <= _LONGEST
        and "\n" not in stretch
        and not whole.endswith((".", ",", ";", ":", "-", "!", "?"))
        and not GOES_ON.fullmatch(stretch)
        and shown[place + 1].kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM)
    )


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
    items: dict[int, Block] = {}
    for place, marker in clauses(read).items():
        how = read.blocks[place].how or "numbering"
        items[place] = replace(read.blocks[place], kind=BlockKind.ITEM, how=how, marker=marker)
    return read.with_changed(items)
