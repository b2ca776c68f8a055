"""Laws: their sections (``§ 3 a.``) and subsections (``Stk. 2.``) stand in front of their texts.

Few files mark them as headings, or what stands over them (``Kapitel 2``, ``Straf``), so they are
looked for in whatever has been read.  What tells a sign from a reference that happens to begin a
line is the sentence before it, and that it is the next in the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from strategikort.readers.cues.headings import GOES_ON
from strategikort.readers.cues.markers import NEXT_SECTION
from strategikort.readers.found.lawheadings import (
    LONGEST,
    chapters_and_groups,
    ending,
    is_title,
    lines_over,
)
from strategikort.readers.model import Block, BlockKind, ReadFile

_LETTER = r"[a-zA-ZæøåÆØÅ](?![^\W_])"
_SIGN = re.compile(
    rf"^[^\S\n]*(?P<sign>§(?P<more>§)?\s*(?P<number>\d{{1,3}})(?:\s?(?P<letter>{_LETTER}))?"
    rf"(?:{NEXT_SECTION}(?P<last>\d{{1,3}})(?:\s?{_LETTER})?)*"
    r"(?P<dot>\.)?|Stk\.\s*(?P<sub>\d{1,2})[.:]?)(?=[^\S\n]+\S|[^\S\n]*$)",
    re.M,
)

_FEWEST = 2
"""Sections of a law, two of them in a row; of others a text only speaks."""

SECTION_LEVEL, SUBSECTION_LEVEL = 9, 10
"""Below all other headings."""

_ABBREVIATED = r"\b(?:jf|jfr|stk|nr|pkt|litra|kap|art|bl\.a)\."
_UNFINISHED = re.compile(rf"(?:[^.:;!?)\]»«”\s]|{_ABBREVIATED})\s*$", re.I)
"""How text ends where the sign at the beginning of the next line is part of its sentence."""

_LEADS_ON = re.compile(rf"(?:,|{_ABBREVIATED}|§|\bog|\beller)\s*$", re.I)


@dataclass(frozen=True)
class _Sign:
    """A sign and where its title ends, if it has one; ``block`` is the place of its block."""

    block: int
    start: int
    end: int
    level: int


@dataclass
class _Row:
    """The last section and subsection: what comes next is known by them.

    ``sections`` is how many there have been, ``steps`` how many came next to one before them.
    """

    number: int = 0
    letter: str = ""
    sub: int = 0
    sections: int = 0
    steps: int = 0

    @property
    def is_law(self) -> bool:
        return self.sections >= _FEWEST and self.steps > 0

    def is_next(self, sign: re.Match[str]) -> bool:
        if sign["sub"]:
            return int(sign["sub"]) == max(self.sub, 1) + 1
        number, letter = int(sign["number"]), (sign["letter"] or "").lower()
        return number == self.number + 1 or (number == self.number and letter > self.letter)

    def take(self, sign: re.Match[str]) -> None:
        if sign["sub"]:
            self.sub = int(sign["sub"])
            return
        self.steps += self.sections > 0 and self.is_next(sign)
        self.sections += 1
        # Of several sections that are headed together the last is what the next one follows on.
        self.number, self.letter = int(sign["last"] or sign["number"]), ""
        if not sign["last"]:
            self.letter = (sign["letter"] or "").lower()
        self.sub = 0


def with_sections_of_laws(read: ReadFile) -> ReadFile:
    """Return what was read with headings for the sections of a law and what is over them."""
    signs = _signs(read) if "§" in read.text else []
    if not signs:
        return read
    of_block: dict[int, list[_Sign]] = {}
    for sign in signs:
        of_block.setdefault(sign.block, []).append(sign)
    parts: dict[int, list[Block]] = {}
    for number, block in enumerate(read.blocks):
        end = ending(read.text, block) if number > signs[0].block else None
        parts[number] = [end] if end else [*_parted(read.text, block, of_block.get(number, ()))]
    read = read.with_parts(parts)
    sections = (
        place
        for place, part in enumerate(read.blocks)
        if part.kind is BlockKind.HEADING and part.level == SECTION_LEVEL
    )
    return read.with_parts(chapters_and_groups(read.text, read.blocks, sections))


def _signs(read: ReadFile) -> list[_Sign]:
    """Return the signs of the sections and subsections of a law in order; none if it is none.

    What stands between »«, as in a law that amends another, is of that other.
    """
    text = read.text
    found: list[_Sign] = []
    row = _Row()
    quoting = text.count("»") == text.count("«")
    quoted = 0
    for number, block in enumerate(read.blocks):
        marked = block.kind is BlockKind.HEADING and _SIGN.match(block.of(text))
        if marked and marked["number"]:
            row.take(marked)
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or block.quoted:
            continue
        at = block.start
        for sign in _in_block(text, block):
            start = sign.start("sign")
            quoted, at = quoted + opened(text, at, start), start
            of_this = (row.number or sign["number"]) and not (quoting and quoted > 0)
            if not of_this or not _begins(text, block, sign, row):
                continue
            end = _end(read, number, sign)
            if end is not None:
                row.take(sign)
                level = SECTION_LEVEL if sign["number"] else SUBSECTION_LEVEL
                found.append(_Sign(number, start, end, level))
        quoted = max(quoted + opened(text, at, block.end), 0)
    return found if row.is_law else []


def opened(text: str, start: int, end: int) -> int:
    """Return how many more quotations are opened than closed in a stretch."""
    return text.count("»", start, end) - text.count("«", start, end)


def _in_block(text: str, block: Block) -> Iterator[re.Match[str]]:
    """Yield the signs at the beginnings of the lines of a block; an indented block has them too."""
    line = text.rfind("\n", 0, block.start) + 1
    first = line if not text[line : block.start].strip() else block.start
    for sign in _SIGN.finditer(text, first, block.end):
        if sign.start("sign") >= block.start:
            yield sign


def _begins(text: str, block: Block, sign: re.Match[str], row: _Row) -> bool:
    """Tell whether a sign begins a section: its sentence, or a line below headings."""
    start = sign.start("sign")
    if start == block.start:
        return not block.continues
    over = lines_over(text, block.start, sign.start())
    ends = [line.start for line in over[:1]] + [sign.start()]
    if any(end == block.start or not _ends_so(_UNFINISHED, text, block.start, end) for end in ends):
        return True
    line = text[text.rfind("\n", 0, sign.start()) + 1 : sign.start()].strip()
    leads = _ends_so(_LEADS_ON, text, block.start, sign.start()) or GOES_ON.fullmatch(line)
    return row.is_next(sign) and not leads


def _ends_so(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    return bool(pattern.search(text, max(start, end - LONGEST), end))


def _end(read: ReadFile, number: int, sign: re.Match[str]) -> int | None:
    """Return where a sign ends with its title; None if a number without a stop is no sign.

    ``§ 4. Indskud`` over a text is its title.
    """
    text, block = read.text, read.blocks[number]
    stop = text.find("\n", sign.end("sign"), block.end)
    line_end = block.end if stop < 0 else stop
    rest = text[sign.end("sign") : line_end].strip()
    if sign["sub"] and sign["sign"][-1].isdigit() and rest[:1].islower():
        return None  # »Stk. 5 bliver herefter stk. 4.«
    if sign["sub"] or not rest:
        return sign.end("sign")
    below = text[line_end : block.end].strip()
    if not below:
        following = next(
            (one for one in read.blocks[number + 1 :] if one.kind is not BlockKind.FURNITURE), None
        )
        if following and following.kind is BlockKind.PARAGRAPH:
            below = following.of(text)
    if is_title(rest) and below[:1].isupper() and not _SIGN.match(below):
        return sign.end("sign") + len(text[sign.end("sign") : line_end].rstrip())
    return sign.end("sign") if sign["dot"] else None


def _parted(text: str, block: Block, signs: Sequence[_Sign]) -> Iterator[Block]:
    """Yield a block cut into the signs in it, what follows on each, and the lines over them."""
    if not signs:
        yield block
        return
    ends = [*(sign.start for sign in signs[1:]), block.end]
    yield from _cut(text, replace(block, end=signs[0].start))
    for sign, end in zip(signs, ends, strict=True):
        yield Block(
            BlockKind.HEADING,
            sign.start,
            sign.end,
            sign.level,
            "numbering",
            block.page,
            sign.start,
        )
        start = sign.end + len(text[sign.end : end]) - len(text[sign.end : end].lstrip())
        rest = Block(BlockKind.PARAGRAPH, start, end, page=block.page, marker=start)
        yield from _cut(text, rest, last=end == block.end)


def _cut(text: str, block: Block, *, last: bool = False) -> Iterator[Block]:
    """Yield a stretch and, unless it is the ``last``, the headings at its end, each by itself."""
    over = [] if last else lines_over(text, block.start, block.end)
    if (
        over
        and over[0].start > block.start
        and _ends_so(_UNFINISHED, text, block.start, over[0].start)
    ):
        over = []
    end = over[0].start if over else block.end
    end = block.start + len(text[block.start : end].rstrip())
    if end > block.start:
        yield replace(block, end=end)
    for line in over:
        yield Block(BlockKind.PARAGRAPH, line.start, line.end, page=block.page, marker=line.start)
