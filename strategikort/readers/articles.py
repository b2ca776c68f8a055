"""Articles of acts of the EU that only their lines show: »Artikel 1«, and a title below it."""

from __future__ import annotations

import re
from dataclasses import replace

from strategikort.readers.lawheadings import is_title
from strategikort.readers.model import Block, BlockKind, ReadFile

_LEVELS = {"del": 1, "afsnit": 2, "kapitel": 3, "afdeling": 4, "artikel": 5, "bilag": 1}
"""Which stands over which."""

_NUMBERED = re.compile(
    r"(?P<word>del|afsnit|kapitel|afdeling|artikel|bilag)\s+(?P<number>\d{1,3}[a-z]?|[IVXL]{1,7})\.?(?!\w)",
    re.I,
)
_ARTICLE = re.compile(r"artikel\s+\d", re.I)
_FEWEST = 2


def with_articles(read: ReadFile) -> ReadFile:
    """Return what was read with headings for its articles, if they are in order.

    What stands over them (»KAPITEL I«) is a heading then too.  Where some of them are marked as
    headings, the others are mentions.
    """
    if not re.search("artikel", read.text, re.I):
        return read
    if any(
        block.kind is BlockKind.HEADING and _ARTICLE.match(read.text, block.start)
        for block in read.blocks
    ):
        return _with_levels(read)
    places = [n for n, block in enumerate(read.blocks) if block.kind is not BlockKind.FURNITURE]
    found = {place: match for place in places if (match := _number(read, read.blocks[place]))}
    articles = [place for place, match in found.items() if match["word"].lower() == "artikel"]
    numbers = [int(re.sub(r"\D", "", found[place]["number"]) or 0) for place in articles]
    if len(articles) < _FEWEST or numbers != sorted(numbers) or numbers[0] > 1:
        return read
    blocks: list[Block] = []
    taken: set[int] = set()
    for place, block in enumerate(read.blocks):
        if place in taken:
            continue
        if place not in found or block.kind is not BlockKind.PARAGRAPH:
            blocks.append(block)
            continue
        end = block.end
        below = next((n for n in places if n > place), None)
        if below == place + 1 and below not in found and _is_title(read, read.blocks[below]):
            end = read.blocks[below].end
            taken.add(below)
        level = _LEVELS[found[place]["word"].lower()]
        heading = replace(block, kind=BlockKind.HEADING, end=end, level=level, how="numbering")
        blocks.append(heading)
    places_now = {block.start: n for n, block in enumerate(blocks)}
    marks = tuple(
        replace(mark, note=places_now[read.blocks[mark.note].start]) for mark in read.marks
    )
    return read.with_blocks(blocks, marks)


def _with_levels(read: ReadFile) -> ReadFile:
    """Return what was read with its articles below its chapters, where only numbers show them."""
    found = {
        place: _LEVELS[match["word"].lower()]
        for place, block in enumerate(read.blocks)
        if block.kind is BlockKind.HEADING and (match := _NUMBERED.match(read.text, block.start))
    }
    headings = [read.blocks[place] for place in found]
    if {(block.how, block.level) for block in headings} != {("numbering", 1)}:
        return read
    levels = {rank: level for level, rank in enumerate(sorted(set(found.values())), 1)}
    blocks = tuple(
        replace(block, level=levels[found[place]]) if place in found else block
        for place, block in enumerate(read.blocks)
    )
    return replace(read, blocks=blocks)


def _number(read: ReadFile, block: Block) -> re.Match[str] | None:
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or block.continues:
        return None
    return None if block.quoted else _NUMBERED.fullmatch(read.text, block.start, block.end)


def _is_title(read: ReadFile, block: Block) -> bool:
    stretch = read.text[block.start : block.end]
    return block.kind is BlockKind.PARAGRAPH and (
        is_title(stretch) or (len(stretch) < 200 and stretch.isupper())
    )
