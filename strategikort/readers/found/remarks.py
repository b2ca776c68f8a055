"""Remarks on the provisions of a bill: »Til § 1« and, below it, »Til nr. 3«, each on its own line.

They stand under »Bemærkninger til lovforslagets enkelte bestemmelser«, which itself is not always
marked as a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from strategikort.readers.model import Block, BlockKind, ReadFile

_ONE = r"\d{1,3}(?: ?[a-zæøå])?"
_SEVERAL = rf"{_ONE}(?:(?: ?[-–,] ?| og | til )(?:§ ?|nr\. )?{_ONE})*"
_PARTS = rf"(?:stk|nr)\. ?{_SEVERAL}(?:, (?:stk|nr)\. ?{_SEVERAL})*"
REMARK = re.compile(
    rf"Til (?P<on>(?P<section>§{{1,2}} ?{_SEVERAL}(?:, {_PARTS})?"
    rf"|(?i:bilag|kapitel) ?\w{{1,4}})|{_PARTS})"
)
"""What a remark is headed by, and on what it is."""

_ALL = re.compile(r"bemærkninger til (?:lov)?forslaget", re.I)
_GENERAL = re.compile(r"(?:de )?almindelige bemærkninger", re.I)
_ON_EACH = re.compile(
    r"(?:de )?(?:specielle bemærkninger(?: til .{3,60})?"
    r"|bemærkninger til (?:(?:lov)?forslagets|de) enkelte \w+(?: i .{3,60})?"
    r"|bemærkninger)",
    re.I,
)
"""The heading over the remarks."""


def with_remarks(read: ReadFile) -> ReadFile:
    """Return what was read with headings for the remarks on each provision of a bill."""
    if not re.search(r"\bTil (?:§|nr\.)", read.text):
        return read
    parted = read.with_parts(
        {place: [*_parted(read.text, block)] for place, block in enumerate(read.blocks)}
    )
    changed = dict(_headings(read.text, parted.blocks))
    if not any(_is_remark(read.text, block) for block in changed.values()):
        return read
    return _below_general(parted.with_changed(changed))


def _parted(text: str, block: Block) -> Iterator[Block]:
    """Yield a block, and each line at its beginning that heads a remark, by itself."""
    start = block.start
    while block.kind is BlockKind.PARAGRAPH and not (block.continues or block.quoted):
        line = text.find("\n", start, block.end)
        if line < 0 or not REMARK.fullmatch(text[start:line].strip()):
            break
        yield Block(BlockKind.PARAGRAPH, start, line, page=block.page, marker=start)
        start = line + len(text[line : block.end]) - len(text[line : block.end].lstrip())
    yield replace(block, start=start, marker=max(block.marker, start))


def _headings(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    """Yield the places of the blocks that are headings of remarks, or over them, as such."""
    top, over, section = 0, 0, False
    last = highest = 0
    for place, block in enumerate(blocks):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or block.quoted:
            continue
        marked = block.kind is BlockKind.HEADING and block.how != "numbering"
        if over and _is_remark(text, block):
            found = REMARK.fullmatch(text, block.start, block.end)
            whole = bool(found and found["section"])
            section = whole or section
            yield place, block.as_heading(over + (1 if whole or not section else 2))
        elif _ON_EACH.fullmatch(text, block.start, block.end) and (
            block.kind is BlockKind.HEADING or _begins(text, blocks, place)
        ):
            # »Bemærkninger« of a committee stand below those on what they are of.
            bare = block.of(text).lower() == "bemærkninger"
            level = top or (last + 1 if bare else highest or 1)
            over, section = block.level if marked else level, False
            yield place, block if marked else block.as_heading(over)
        elif block.kind is BlockKind.HEADING:
            if _ALL.fullmatch(text, block.start, block.end):
                top = block.level if marked else 1
                yield place, replace(block, level=top)
            over = over if block.level > over else 0
            last, highest = block.level, min(highest or block.level, block.level)


def _below_general(read: ReadFile) -> ReadFile:
    """Return what was read with »Almindelige bemærkninger« as a heading over all up to the next."""
    text, blocks = read.text, read.blocks
    general = (
        n for n, block in enumerate(blocks) if _GENERAL.fullmatch(text, block.start, block.end)
    )
    place = next(general, None)
    if place is None or blocks[place].kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        return read
    head = blocks[place]
    tops = [b.level for b in blocks[:place] if _ALL.fullmatch(text, b.start, b.end) and b.level]
    marked = head.kind is BlockKind.HEADING and head.how != "numbering"
    head = head if marked else head.as_heading(tops[-1] + 1 if tops else 1)
    below = list(takewhile(lambda block: not _is_over(text, block), blocks[place + 1 :]))
    levels = [block.level for block in below if block.kind is BlockKind.HEADING]
    deeper = max(head.level + 1 - min(levels, default=head.level + 1), 0)
    moved = {
        number: replace(block, level=block.level + deeper)
        for number, block in enumerate(below, place + 1)
        if block.kind is BlockKind.HEADING
    }
    return read.with_changed({place: head, **moved})


def _is_over(text: str, block: Block) -> bool:
    """Tell whether a block is the heading of what comes behind the general remarks."""
    return block.kind is BlockKind.HEADING and (
        bool(_ON_EACH.fullmatch(text, block.start, block.end))
        or bool(re.compile(r"bilag\b", re.I).match(text, block.start))
    )


def _begins(text: str, blocks: Sequence[Block], place: int) -> bool:
    """Tell whether remarks begin right below the block at ``place``."""
    after = (one for one in blocks[place + 1 :] if one.kind is not BlockKind.FURNITURE)
    below = next(after, None)
    return below is not None and _is_remark(text, below)


def _is_remark(text: str, block: Block) -> bool:
    return bool(REMARK.fullmatch(text, block.start, block.end))
