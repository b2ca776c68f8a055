"""Laws: their sections (``§ 3 a.``) and subsections (``Stk. 2.``) stand in front of their texts.

Few files mark them as headings, or what stands over them (``Kapitel 2``, ``Straf``), so they are
looked for in whatever has been read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from strategikort.readers.model import Block, BlockKind, ReadFile
from strategikort.readers.textheadings import GOES_ON

_SECTION = r"§\s*\d{1,3}(?:\s?[a-zA-ZæøåÆØÅ])?\."
_SUBSECTION = r"Stk\.\s*\d{1,2}\."
_SIGN = re.compile(rf"^[^\S\n]*(?P<sign>{_SECTION}|{_SUBSECTION})[^\S\n]+(?=\S)", re.M)
_CHAPTER = re.compile(r"(?:Kapitel|Afsnit)\s+(?:\d{1,3}(?:\s?[a-zA-Z])?|[IVXL]{1,6})\b\.?")

_FEWEST = 2
"""Sections of a law; of a single one a text only speaks."""

_CHAPTER_LEVEL, _GROUP_LEVEL = 7, 8
_LEVEL = {"§": 9, "S": 10}
"""Below all other headings; those of signs by their first letter."""

_LONGEST = 120
"""Characters of a heading."""

_MOST_ABOVE = 3
"""Headings that stand over a section without being marked."""

_UNFINISHED = re.compile(
    r"(?:[^.:;!?\s]|\b(?:jf|jfr|stk|nr|pkt|litra|kap|art|bl\.a|m\.v|mv)\.)\s*$"
)
"""How text ends where the sign at the beginning of the next line is part of its sentence."""


def with_sections_of_laws(read: ReadFile) -> ReadFile:
    """Return what was read with headings for the sections of a law and what is over them."""
    signs = _signs(read) if "§" in read.text else {}
    if sum(sign["sign"][0] == "§" for here in signs.values() for sign in here) < _FEWEST:
        return read
    parts: list[Block] = []
    moved: list[int] = []
    for number, block in enumerate(read.blocks):
        moved.append(len(parts))
        parts += _parted(read.text, block, signs.get(number, ()))
    above = _above(read.text, parts)
    places = [0]
    blocks: list[Block] = []
    for number, part in enumerate(parts):
        blocks += above.get(number, [part])
        places.append(len(blocks))
    headings = dict(read.quality.headings)
    found = sum(block.kind is BlockKind.HEADING for block in blocks)
    before = sum(block.kind is BlockKind.HEADING for block in read.blocks)
    headings["numbering"] = headings.get("numbering", 0) + found - before
    return replace(
        read,
        blocks=tuple(blocks),
        marks=tuple(replace(mark, note=places[moved[mark.note]]) for mark in read.marks),
        quality=replace(read.quality, headings=headings),
    )


def _signs(read: ReadFile) -> dict[int, list[re.Match[str]]]:
    """Return the signs that begin a block or a line of it, by block; those in sentences are left.

    A subsection before the first section is none.
    """
    found: dict[int, list[re.Match[str]]] = {}
    for number, block in enumerate(read.blocks):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        for sign in _SIGN.finditer(read.text, block.start, block.end):
            start = sign.start("sign")
            begins = (
                not block.continues if start == block.start else _begins(read.text, block, sign)
            )
            if begins and (found or sign["sign"][0] == "§"):
                found.setdefault(number, []).append(sign)
    return found


def _begins(text: str, block: Block, sign: re.Match[str]) -> bool:
    """Tell whether a sign that begins a line begins a sentence, or stands below headings."""
    over = _lines_over(text, block.start, sign.start())
    ends = [line.start for line in over[:1]] + [sign.start()]
    return any(end == block.start or not _is_unfinished(text, block.start, end) for end in ends)


def _is_unfinished(text: str, start: int, end: int) -> bool:
    return bool(_UNFINISHED.search(text, max(start, end - _LONGEST), end))


def _lines_over(text: str, start: int, end: int) -> list[Block]:
    """Return the last lines of a stretch that may be headings, each as a block."""
    over: list[Block] = []
    while len(over) < _MOST_ABOVE and end > start:
        end = len(text[start:end].rstrip()) + start
        first = max(text.rfind("\n", start, end) + 1, start)
        line = Block(BlockKind.PARAGRAPH, first + _lead(text[first:end]), end)
        if end <= first or not _may_be_heading(text, line):
            break
        over.insert(0, line)
        end = first
    return over


def _lead(text: str) -> int:
    return len(text) - len(text.lstrip())


def _parted(text: str, block: Block, signs: Sequence[re.Match[str]]) -> Iterator[Block]:
    """Yield a block cut into the signs in it, what follows on each, and the lines over them."""
    if not signs:
        yield block
        return
    ends = [*(sign.start() for sign in signs[1:]), block.end]
    yield from _cut(text, replace(block, end=signs[0].start()))
    for sign, end in zip(signs, ends, strict=True):
        start, body = sign.start("sign"), sign.end()
        level = _LEVEL[sign["sign"][0]]
        yield Block(
            BlockKind.HEADING, start, sign.end("sign"), level, "numbering", block.page, start
        )
        rest = replace(block, start=body, end=end, marker=body, continues=False)
        yield from _cut(text, rest, last=end == block.end)


def _cut(text: str, block: Block, *, last: bool = False) -> Iterator[Block]:
    """Yield a stretch and, unless it is the ``last``, the headings at its end, each by itself."""
    over = [] if last else _lines_over(text, block.start, block.end)
    if over and _is_unfinished(text, block.start, over[0].start):
        over = []
    end = over[0].start if over else block.end
    end = block.start + len(text[block.start : end].rstrip())
    if end > block.start:
        yield replace(block, end=end)
    for line in over:
        yield replace(block, start=line.start, end=line.end, marker=line.start, continues=False)


def _above(text: str, blocks: Sequence[Block]) -> dict[int, list[Block]]:
    """Return the blocks over sections that are headings without being marked, by their places.

    A chapter and its title are one.
    """
    found: dict[int, list[Block]] = {}
    for section, sign in enumerate(blocks):
        if sign.level != _LEVEL["§"] or sign.kind is not BlockKind.HEADING:
            continue
        run: list[int] = []
        for number in range(section - 1, -1, -1):
            block = blocks[number]
            if block.kind is BlockKind.FURNITURE:
                continue
            if len(run) == _MOST_ABOVE or not _may_be_heading(text, block):
                break
            run.insert(0, number)
        chapters = [number for number in run if _is_chapter(text, blocks[number])]
        rest = run[-1:]
        if chapters:
            first = chapters[-1]
            rest = [number for number in run if number > first]
            chapter = blocks[first]
            bare = _CHAPTER.fullmatch(text, chapter.start, chapter.end)
            if bare and rest and rest[0] == first + 1:
                chapter = replace(chapter, end=blocks[rest[0]].end)
                found[rest.pop(0)] = []
            found[first] = [_heading(chapter, _CHAPTER_LEVEL)]
        found.update((number, [_heading(blocks[number], _GROUP_LEVEL)]) for number in rest)
    return found


def _heading(block: Block, level: int) -> Block:
    return replace(block, kind=BlockKind.HEADING, level=level, how="numbering")


def _is_chapter(text: str, block: Block) -> bool:
    return bool(_CHAPTER.match(text, block.start, block.end))


def _may_be_heading(text: str, block: Block) -> bool:
    stretch = text[block.start : block.end]
    return (
        block.kind is BlockKind.PARAGRAPH
        and not block.continues
        and 0 < len(stretch) <= _LONGEST
        and stretch[0].isupper()
        and (not stretch.endswith((".", ",", ":", ";", "!", "?", "-")) or _is_chapter(text, block))
        and not GOES_ON.fullmatch(stretch)
        and not _SIGN.match(text, block.start, block.end)
    )
