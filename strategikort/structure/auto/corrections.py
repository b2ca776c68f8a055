"""What a user's profile puts right in what a reader recognised: headings and furniture.

Only the blocks are changed; numbers, footnotes, tables, pages and ids are found as ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from strategikort.catalog.profile import Place
from strategikort.catalog.yamlfile import Entry
from strategikort.readers.model import Block, BlockKind, ReadFile
from strategikort.structure.claims import Claims
from strategikort.text.aligned import SourceRange
from strategikort.text.source import Source

HOW = "profile"
"""By what a heading is known that a profile names."""


class HeadingAt(NamedTuple):
    """A heading that a profile names: its place, its level (from 1), and how it reads."""

    places: tuple[Place, ...]
    level: int
    text: str
    entry: Entry


class Corrections(NamedTuple):
    """What a profile puts right.

    ``headings`` are all headings there are, None where the profile says nothing of them;
    ``furniture`` is what is no content (running headers, page numbers).
    """

    headings: tuple[HeadingAt, ...] | None
    furniture: tuple[Place, ...]


def corrected(read: ReadFile, corrections: Corrections) -> ReadFile:
    """Return what was read with ``corrections`` made.

    Raises ``ProfileError`` where the profile does not fit the file: a line that is not there, or
    that reads otherwise.
    """
    source = Source(read.name, read.text, read.sha256)
    claims = Claims(source)
    named: list[tuple[SourceRange, Block]] = []
    for heading in corrections.headings or ():
        parts = claims.claim(heading.places)
        stretch = source.trim(SourceRange(parts[0].start, parts[-1].end))
        found = " ".join(read.text[stretch.start : stretch.end].split())
        if found != " ".join(heading.text.split()):
            heading.entry.fail(
                f"dér står »{found}« i {read.name}, ikke »{heading.text}«",
                "overskriften, som den står dér; er filen en ny, så skriv profilen igen",
            )
        block = Block(BlockKind.HEADING, *stretch, level=heading.level, how=HOW)
        named.append((stretch, block))
    for place in corrections.furniture:
        (part,) = claims.claim([place])
        stretch = source.trim(part)
        named.append((stretch, Block(BlockKind.FURNITURE, *stretch, how=HOW)))
    named.sort(key=lambda item: item[0].start)
    return read.with_parts(_with(read, named, only=corrections.headings is not None))


def _with(
    read: ReadFile, named: Sequence[tuple[SourceRange, Block]], *, only: bool
) -> dict[int, list[Block]]:
    """Return by place what each block is with those that are ``named``.

    ``only`` makes text of all other headings.
    """
    found: dict[int, list[Block]] = {}
    waiting = list(named)
    for place, block in enumerate(read.blocks):
        blocks = found[place] = []
        if only and block.kind is BlockKind.HEADING:
            block = replace(block, kind=BlockKind.PARAGRAPH, level=0, how=HOW, marker=-1)
        start = block.start
        while waiting and waiting[0][0].start < block.end:
            (first, last), new = waiting[0]
            if first > start:
                blocks += _part(read, block, start, first)
            if first >= block.start:
                blocks.append(replace(new, page=block.page))
            start = max(start, min(last, block.end))
            if last > block.end:
                break  # it goes on in the next block
            waiting.pop(0)
        blocks += _part(read, block, start, block.end)
    return found


def _part(read: ReadFile, block: Block, start: int, end: int) -> list[Block]:
    """Return the stretch ``[start, end)`` of a block as a block, nothing if it is blank."""
    if (start, end) == (block.start, block.end):
        return [block]
    text = read.text[start:end]
    if not text.strip():
        return []
    first = start + len(text) - len(text.lstrip())
    last = start + len(text.rstrip())
    kind = BlockKind.PARAGRAPH if block.kind is BlockKind.TABLE else block.kind
    kept = block.marker if first <= block.marker <= last else -1
    return [
        replace(
            block,
            kind=kind,
            start=first,
            end=last,
            marker=kept,
            continues=block.continues and start == block.start,
            cells=(),
        )
    ]
