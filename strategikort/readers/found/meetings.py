"""The points of a meeting: what minutes and agendas number, however they set it.

Whoever cites minutes names the point.  Its number may stand in a line with a title, before a whole
paragraph, or behind »Pkt.« and »Ad«; its title may end as sentences do; nothing may stand below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from strategikort.readers.cues.headings import SENTENCE_END, is_wrapped
from strategikort.readers.model import Block, BlockKind, FileKind, ReadFile
from strategikort.readers.plaintext.linetext import wrap_width

_NAMES_MEETING = re.compile(
    r"(?:(?:beslutnings|møde)?referat(?:et)?|mødeprotokol|beslutningsprotokol|minutes)\b"
    r"|(?:dagsorden|agenda)\b.*(?:møde|forsamling|meeting|\bden \d{1,2}\.|\d{1,2}\. [a-z]+ \d{4})",
    re.I,
)
"""How the line begins that calls a text minutes or an agenda."""

_TOP = 12
_LONGEST_NAME = 200

POINT = re.compile(
    r"(?P<word>(?:dagsordens)?punkt|pkt\.?|ad\.?)\s+(?:nr\.?\s+)?(?P<of_word>\d{1,3})"
    r"(?:\s*[.):](?!\d)|\s+[–-](?=\s)|(?![\w.]))\s*"
    r"|(?P<number>\d{1,2})(?-i:[.):]\s+(?=[(\"«»“”„A-ZÆØÅ])|\s+(?=[A-ZÆØÅ]))",
    re.I,
)
"""A number of a point, with or without a word before it."""

_LEAD = re.compile(r"[^.:!?\n]{2,60}:(?=\s)")
"""What stands before what was said, in the same line: »Siden sidst: …«."""

_LONGEST = 120
_SHORT_LINE = 0.7
_MOST_MISSING = 2
"""Numbers in a row that may be missing: what is dealt with behind closed doors is left out."""

_LONG_ROW = 5
_MANY_HEADINGS = 3
_SET = frozenset({"style", "outline"})
"""How headings are known whose levels the file gives."""

RECOMMENDS = re.compile(r"anbefaling|recommendation", re.I)
"""What the heading over a list has that is none of points."""

_WRAPPED_KINDS = frozenset({FileKind.TEXT, FileKind.PDF, FileKind.MARKDOWN})

_Shown = Sequence[tuple[int, Block]]


class _Point(NamedTuple):
    """A line that may be a point.

    ``end`` is where its title ends; ``said`` that text follows it in the same block, ``inline``
    that it does so in the same line.
    """

    place: int
    number: int
    end: int
    said: bool
    inline: bool


def is_of_a_meeting(read: ReadFile) -> bool:
    """Tell whether a text calls itself minutes or an agenda, in its title or at its top."""
    return any(map(_NAMES_MEETING.match, _names(read)))


def _names(read: ReadFile) -> Iterator[str]:
    yield read.metadata.title or ""
    for block in read.blocks[:_TOP]:
        if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BOX):
            line = block.of(read.text).partition("\n")[0]
            if len(line) <= _LONGEST_NAME and not line.endswith("."):
                yield line


def with_points(read: ReadFile) -> ReadFile:
    """Return the minutes or agenda that was read with a heading for each of its points.

    Rows of numbers 1, 2, 3 … are points where text stands below some of them; a row within a point
    of another, or with nothing but its own lines, is a list.  What stands over several points by
    itself stays above them, and any other heading between them is below its point.
    """
    shown = [
        (place, block)
        for place, block in enumerate(read.blocks)
        if block.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE)
    ]
    points = {point.place: point for row in _rows_of_points(read, shown) for point in row}
    if not points:
        return read
    parts: dict[int, list[Block]] = {}
    for place, level in _levels(shown, points).items():
        block, point = read.blocks[place], points.get(place)
        if point is None or block.kind is BlockKind.HEADING:
            parts[place] = [replace(block, level=level)]
            continue
        parts[place] = [replace(block.as_heading(level), end=point.end)]
        rest = read.text[point.end : block.end]
        if rest.strip():
            start = point.end + len(rest) - len(rest.lstrip())
            parts[place].append(replace(block.as_text(), start=start, marker=-1))
    return read.with_parts(parts)


def _rows_of_points(read: ReadFile, shown: _Shown) -> Iterator[list[_Point]]:
    """Yield the rows that are points of the meeting."""
    rows = [row for row in _rows(read, shown) if len(row) > 1]
    order = {place: number for number, (place, _) in enumerate(shown)}
    taken: list[tuple[int, int]] = []
    for row in sorted(rows, key=lambda row: row[0].place):
        first, last = row[0].place, row[-1].place
        if any(start < first and last < end for start, end in taken):
            continue
        if _are_points(read, shown, order, row):
            taken.append((first, last))
            yield row


def _rows(read: ReadFile, shown: _Shown) -> list[list[_Point]]:
    """Return the rows of numbers from 1 on, each with or without a word before its numbers."""
    found: list[list[_Point]] = []
    opened: dict[bool, list[list[_Point]]] = {True: [], False: []}
    wrapped = _wrapped(read)
    for place, block in shown:
        sign = POINT.match(read.text, block.start, block.end)
        if not sign or not _may_be_point(block):
            continue
        point = _point(read, place, sign, wrapped)
        number = point.number
        of_form = opened[bool(sign["word"])]
        home = next((row for row in reversed(of_form) if row[-1].number == number - 1), None)
        home = home or next(
            (row for row in reversed(of_form) if 1 < number - row[-1].number <= _MOST_MISSING + 1),
            None,
        )
        if home:
            del of_form[of_form.index(home) + 1 :]
            home.append(point)
        elif number == 1:
            of_form.append([point])
            found.append(of_form[-1])
    return found


def _may_be_point(block: Block) -> bool:
    if block.kind is BlockKind.ITEM and block.level > 1:
        return False
    lines = (BlockKind.HEADING, BlockKind.ITEM, BlockKind.PARAGRAPH)
    return block.kind in lines and not block.quoted and not block.continues


def _point(read: ReadFile, place: int, sign: re.Match[str], wrapped: int) -> _Point:
    """Return the line at the beginning of a block with what may be the ``sign`` of a point."""
    text, block = read.text, read.blocks[place]
    number, title = int(sign["of_word"] or sign["number"]), sign.end()
    if block.kind is BlockKind.HEADING:
        return _Point(place, number, block.end, said=False, inline=False)
    line = text.find("\n", block.start, block.end)
    line_end = block.end if line < 0 else line
    first = text[block.start : line_end].rstrip()
    below = text[line_end : block.end].lstrip()
    whole = not below or (
        not below[0].islower()
        and (
            bool(SENTENCE_END.search(first))
            or first.endswith(":")
            or not wrapped
            or len(first) < _SHORT_LINE * wrapped
        )
    )
    lead = _LEAD.match(text, title, block.end)
    in_line = bool(lead) and bool(SENTENCE_END.search(first))
    if whole and len(first) <= _LONGEST and not in_line:
        return _Point(place, number, block.start + len(first), said=bool(below), inline=False)
    end = lead.end() if lead else block.start + len(text[block.start : title].rstrip())
    return _Point(place, number, end, said=True, inline=not lead)


def _wrapped(read: ReadFile) -> int:
    """Return how long the lines of wrapped text are, 0 where lines end as their authors meant."""
    width = wrap_width(read.text.split("\n")) if read.kind in _WRAPPED_KINDS else 0
    return width if is_wrapped(width) else 0


def _are_points(
    read: ReadFile, shown: _Shown, order: dict[int, int], row: Sequence[_Point]
) -> bool:
    """Tell whether a row is one of points: something is said of some of them."""
    places = [order[point.place] for point in row]
    said = sum(
        point.said or after > before + 1
        for point, before, after in zip(row, places, places[1:], strict=False)
    )
    if said < (1 if len(row) < _LONG_ROW else 2):
        return False
    above = [block for _, block in shown[: places[0]] if block.kind is BlockKind.HEADING]
    if above and RECOMMENDS.search(read.text, above[-1].start, above[-1].end):
        return False
    others = sum(block.kind is BlockKind.HEADING for _, block in shown) - sum(
        shown[place][1].kind is BlockKind.HEADING for place in places
    )
    # A list of whole paragraphs below one of several headings is none.
    return not (others >= _MANY_HEADINGS and sum(point.inline for point in row) > len(row) / 2)


def _levels(shown: _Shown, points: dict[int, _Point]) -> dict[int, int]:
    """Return the levels of the points, and of the headings between them that stand below one."""
    of_points = [(place, block) for place, block in shown if place in points]
    if all(block.kind is BlockKind.HEADING and block.how in _SET for _, block in of_points):
        return {place: block.level for place, block in of_points}
    base, level, seen = 0, 0, False
    last = max(points)
    levels: dict[int, int] = {}
    for number, (place, block) in enumerate(shown):
        if place in points:
            level = level or min(base + 1, 5)
            levels[place] = level
            seen = True
        elif block.kind is BlockKind.HEADING:
            if not seen:
                base = block.level
            elif _is_over(shown, number, points):
                levels[place] = min(block.level, level - 1) if level > 1 else block.level
            elif place < last or block.how not in _SET:
                levels[place] = max(block.level, level + 1)
    return levels


def _is_over(shown: _Shown, number: int, points: dict[int, _Point]) -> bool:
    """Tell whether a heading stands right over a point."""
    after = shown[number + 1 : number + 2]
    return bool(after) and after[0][0] in points
