"""What stands over the sections of a law: chapters, their titles, headings of groups.

Laws as they are printed mark none of it.  It is found from below: the few short lines right over a
section that end no sentence, of which »Kapitel 2« and the line below it are one heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from strategikort.readers.cues.headings import AND_SO_ON, GOES_ON, MADE
from strategikort.readers.model import Block, BlockKind

LONGEST = 120
"""Characters of a heading."""

_LONGEST_TITLE = 60
"""Characters of what stands behind the number of a section as its title."""

_CHAPTER_LEVEL, _GROUP_LEVEL = 7, 8
"""Below the headings that a file marks, and over the sections."""

_MOST_ABOVE = 3
"""Headings that stand over a section without being marked."""

_CHAPTER = re.compile(
    r"(?:(?:Kapitel|Afsnit)\s+(?:\d{1,3}(?:\s?[a-zA-Z])?|[IVXL]{1,6})\b\.?"
    r"|\d{1,3}\.\s+(?:kapitel|afsnit)\b\.?)",
    re.I,
)
_END = re.compile(
    r"(?:Bemærkninger til (?:lov)?forslaget|Officielle noter"
    r"|(?:Lov|Bekendtgørelse) nr\. .{5,200}\bikrafttrædelsesbestemmelse)",
    re.S,
)
"""How what begins that stands behind the last section and belongs to none."""

SIGNATURE = re.compile(
    r"(?:(?:Givet på|Udfærdiget i) [A-ZÆØÅ][\w -]{2,40}, (?:den )?"
    r"|Givet den |\w+(?:ministeriet|styrelsen), den )\d"
)
"""How what signs an act begins, with where and when."""

_ANNEX = re.compile(r"(?:Bilag|Appendiks)\s*(?:\d{1,2}|[A-Z])?\.?", re.I)
_SIGN = re.compile(r"§|Stk\.\s*\d")


def ending(text: str, block: Block) -> Block | None:
    """Return a block behind a section as a heading if it begins what belongs to none of them."""
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    if _ANNEX.fullmatch(text, block.start, block.end):
        return block.as_heading(1)
    return block.as_heading(_CHAPTER_LEVEL) if _END.match(text, block.start, block.end) else None


def is_title(stretch: str) -> bool:
    """Tell whether what stands behind the number of a section may be its title."""
    return len(stretch) <= _LONGEST_TITLE and _is_headed(stretch)


def lines_over(text: str, start: int, end: int) -> list[Block]:
    """Return the last lines of a stretch that may be headings, each as a block."""
    over: list[Block] = []
    while len(over) < _MOST_ABOVE and end > start:
        end = start + len(text[start:end].rstrip())
        first = max(text.rfind("\n", start, end) + 1, start)
        lead = len(text[first:end]) - len(text[first:end].lstrip())
        line = Block(BlockKind.PARAGRAPH, first + lead, end)
        if end <= first or not _may_be_heading(text, line):
            break
        over.insert(0, line)
        end = first
    return over


def chapters_and_groups(
    text: str, blocks: Sequence[Block], sections: Iterable[int], *, after_sentences: bool = False
) -> dict[int, list[Block]]:
    """Return the blocks over sections that are headings without being marked, by their places.

    ``sections`` are the places of the blocks that sections begin with.  A chapter and its title
    are one.  ``after_sentences``: only what stands behind the end of a sentence is no list.
    """
    found: dict[int, list[Block]] = {}
    marked = [
        block.level
        for block in blocks
        if block.kind is BlockKind.HEADING and _is_chapter(text, block)
    ]
    level = min(marked, default=_CHAPTER_LEVEL)
    for section in sections:
        run: list[int] = []
        is_list = False
        for number in range(section - 1, -1, -1):
            block = blocks[number]
            if block.kind is BlockKind.FURNITURE:
                continue
            may = _may_be_heading(text, block) or _is_title_of_chapter(text, blocks, number)
            if len(run) == _MOST_ABOVE or not may:
                is_list = after_sentences and not _may_end_text(text, block)
                break
            run.insert(0, number)
        chapters = [number for number in run if _is_chapter(text, blocks[number])]
        if is_list and not chapters:
            continue
        rest = run[-1:]
        if chapters:
            first = chapters[-1]
            rest = [number for number in run if number > first]
            chapter = blocks[first]
            bare = _CHAPTER.fullmatch(text, chapter.start, chapter.end)
            if bare and rest and rest[0] == first + 1:
                chapter = replace(chapter, end=blocks[rest[0]].end)
                found[rest.pop(0)] = []
            found[first] = [chapter.as_heading(level)]
        found.update((number, [blocks[number].as_heading(_GROUP_LEVEL)]) for number in rest)
    return found


def _may_end_text(text: str, block: Block) -> bool:
    """Tell whether a heading may stand behind a block: behind a colon it is a list."""
    of_text = block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
    return not of_text or block.of(text).endswith((".", "!", "?", ")", "«", "”"))


def _is_chapter(text: str, block: Block) -> bool:
    return bool(_CHAPTER.match(text, block.start, block.end))


def _is_title_of_chapter(text: str, blocks: Sequence[Block], number: int) -> bool:
    """Tell whether a heading that only its type shows stands below »Kapitel 2« in plain type."""
    above = blocks[number - 1] if number else None
    return (
        above is not None
        and (blocks[number].kind, blocks[number].how) == (BlockKind.HEADING, "type")
        and above.kind is BlockKind.PARAGRAPH
        and bool(_CHAPTER.fullmatch(text, above.start, above.end))
    )


def _may_be_heading(text: str, block: Block) -> bool:
    stretch = block.of(text)
    return (
        not block.continues
        and 0 < len(stretch) <= LONGEST
        # »1. kapitel« looks like an item of a list.
        and (
            (block.kind is BlockKind.PARAGRAPH and _is_headed(stretch))
            or (block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and _is_chapter(text, block))
        )
    )


def _is_headed(stretch: str) -> bool:
    return (
        stretch[:1].isupper()
        and not AND_SO_ON.sub("", stretch).endswith((".", ",", ":", ";", "!", "?", "-"))
        and not GOES_ON.fullmatch(stretch)
        and not _SIGN.match(stretch)
        and not MADE.match(stretch)
    )
