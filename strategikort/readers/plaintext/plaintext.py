"""Plain text: paragraphs by blank lines, headings by number, capitals or standing alone.

The text stays as it is in the file (in NFC and with LF), so lines and offsets are the file's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from strategikort.readers.cues.headings import (
    SENTENCE_END,
    SHORT_FORM,
    asking_lines,
    field_names,
    heading,
    is_headed,
    is_title,
    listed_lines,
)
from strategikort.readers.cues.markers import BULLET, typed_marker
from strategikort.readers.making.metadata import Properties, settle
from strategikort.readers.model import Block, BlockKind, FileKind, Mark, Page, ReadFile
from strategikort.readers.opening.decode import Decoded
from strategikort.readers.plaintext.linetext import (
    LineText,
    file_lines,
    parts_of_line,
    unquoted,
    wrap_width,
)
from strategikort.readers.plaintext.notes import TextNote, find_bracketed_notes, find_notes
from strategikort.readers.plaintext.pages import read_pages
from strategikort.readers.plaintext.paragraphs import (
    UNDERLINE,
    front_lines,
    groups_of,
    imprints,
    parts_of,
)
from strategikort.readers.plaintext.sidebyside import side_by_side


def read_text(data: bytes, name: str, decoded: Decoded) -> ReadFile:
    """Read a plain text file."""
    lines: list[str] = []
    ends: list[str] = []
    firsts = [0]
    for line in file_lines(decoded.text):
        for count, on_page in enumerate(line.split("\f")):
            if count:
                firsts.append(len(lines))
            lines += parts_of_line(on_page)
            ends += " " * (len(lines) - len(ends))
        ends[-1] = "\n"
    lines, quoted, borders = unquoted(lines)
    body = LineText(lines, ends)
    notes: list[TextNote] = []
    if len(firsts) > 1:
        paged = read_pages(lines, firsts)
        pages = _pages(body, firsts, paged.labels)
        notes = find_notes(lines, firsts, paged.running)
        found = _blocks(body, borders.union(firsts), paged.running, notes)
        blocks = _joined(body, [_on_page(block, pages) for block in found])
    else:
        notes = find_bracketed_notes(lines)
        pages, blocks = (), _blocks(body, borders, notes=notes)
    return ReadFile.of_bytes(
        *(data, name, FileKind.TEXT, body.text),
        [_as_quoted(block, body, quoted) for block in blocks],
        pages=pages,
        marks=_marks(body, blocks, notes),
        metadata=settle(body.text, blocks, Properties(), at_the_top=True),
        encoding=decoded.encoding,
        warnings=decoded.warnings + side_by_side(lines, firsts),
    )


def _as_quoted(block: Block, body: LineText, quoted: frozenset[int]) -> Block:
    return replace(block, quoted=True) if quoted and body.line_at(block.start) in quoted else block


def _pages(body: LineText, firsts: list[int], labels: list[tuple[str, str]]) -> tuple[Page, ...]:
    ends = [*firsts[1:], len(body.lines)]
    return tuple(
        Page(index, *label, body.start(first), body.start(end) - 1)
        for index, (first, end, label) in enumerate(zip(firsts, ends, labels, strict=True))
        if index == 0 or end > first + 1 or body.lines[first].strip()
    )


def _marks(body: LineText, blocks: Sequence[Block], notes: Sequence[TextNote]) -> list[Mark]:
    """Return the marks of the notes, each with the block that its note is."""
    places = {block.start: place for place, block in enumerate(blocks)}
    marks: list[Mark] = []
    for note in notes:
        if note.mark:
            line, start, end = note.mark
            line = body.start(line)
            marks.append(Mark(line + start, line + end, places[_note(body, note).start]))
    return sorted(marks, key=lambda mark: mark.start)


def _note(body: LineText, note: TextNote) -> Block:
    line = body.lines[note.first]
    marker = len(line) - len(line.lstrip().partition("]")[2].lstrip())
    return body.block(BlockKind.FOOTNOTE, note.first, note.last, how="geometry", marker=marker)


def _on_page(block: Block, pages: tuple[Page, ...]) -> Block:
    number = bisect_right(pages, block.start, key=lambda page: page.start) - 1
    return replace(block, page=max(0, number))


def _joined(body: LineText, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with those marked that go on with a sentence of the page before."""
    joined: list[Block] = []
    before: Block | None = None
    for block in blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            turned = before is not None and before.page != block.page
            if before and turned and block.kind is BlockKind.PARAGRAPH:
                open_ended = not body.text.endswith((".", "!", "?", ":", ";"), 0, before.end)
                if open_ended and body.text[block.start].islower():
                    block = replace(block, kind=before.kind, continues=True)
            before = block
        elif block.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE):
            before = None
        joined.append(block)
    return joined


def _blocks(
    body: LineText,
    borders: frozenset[int],
    running: frozenset[int] = frozenset(),
    notes: Sequence[TextNote] = (),
) -> list[Block]:
    """Return the blocks of a text; none reaches over the ``running`` lines or the ``borders``.

    These are the lines that pages begin with, and what another one wrote.
    """
    of_notes = {at for note in notes for at in range(note.first, note.last + 1)}
    aside = running | of_notes
    lines = ["" if at in aside else line for at, line in enumerate(body.lines)]
    width = wrap_width(lines)
    parts = (part for group in groups_of(lines) for part in _parted(group, sorted(borders)))
    groups = [part for group in parts for part in parts_of(lines, *group, width)]
    blocks = [body.block(BlockKind.FURNITURE, at, at, how="margin") for at in running]
    blocks += [_note(body, note) for note in notes]
    listed = listed_lines(lines, groups) | field_names(lines, groups)
    asking = asking_lines(lines, groups)
    alone = Counter(lines[first].strip() for first, last in groups if first == last)
    terms = {line for line, count in alone.items() if count > 1 or line.isalpha()}
    front = range(*front_lines(lines, *groups[0], width)) if groups else range(0)
    made = imprints(lines, groups)
    for number, (first, last) in enumerate(groups):
        following = groups[number + 1] if number + 1 < len(groups) else None
        if number == 0 and made:
            over = groups[1 + made :][:1]
            made *= any(is_title(lines, first, last, part, asking) for part in over)
            following = over[0] if made else following
        elif 0 < number <= made:
            blocks.append(_paragraph(body, first, last))
            continue
        if first in listed:
            blocks.append(_paragraph(body, first, last))
            continue
        if number == 0 and following and is_title(lines, first, last, following, asking):
            blocks.append(body.block(BlockKind.HEADING, first, last, level=1, how="type"))
            continue
        if first in asking:
            blocks.append(body.block(BlockKind.HEADING, first, last, level=2, how="type"))
            continue
        while first <= last and first in front:
            blocks.append(_front(body, first, is_title=first == groups[0][0]))
            first += 1
        if first > last:
            continue
        if is_headed(lines, first, last, width):
            blocks += _group(body, first, first, (first + 1, last))
            first += 1
        apart = lines[first].strip() in terms and (number == 0 or _is_whole(body, blocks[-1]))
        blocks += _group(body, first, last, following, apart=apart)
    return sorted(blocks, key=lambda block: block.start)


def _front(body: LineText, line: int, *, is_title: bool) -> Block:
    if is_title:
        return body.block(BlockKind.HEADING, line, line, level=1, how="type")
    return body.block(BlockKind.PARAGRAPH, line, line)


def _parted(group: tuple[int, int], borders: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the lines of a group, those of each page or writer for themselves."""
    first, last = group
    for border in borders[bisect_right(borders, first) : bisect_right(borders, last)]:
        yield first, border - 1
        first = border
    yield first, last


def _is_whole(body: LineText, block: Block) -> bool:
    """Say whether a block is whole: no list without bullets goes on below it."""
    whole = block.kind in (BlockKind.HEADING, BlockKind.ITEM)
    return whole or bool(SENTENCE_END.search(body.text, block.start, block.end))


def _group(
    body: LineText,
    first: int,
    last: int,
    following: tuple[int, int] | None,
    *,
    apart: bool = False,
) -> list[Block]:
    lines = body.lines
    blocks: list[Block] = []
    while last > first and UNDERLINE.fullmatch(lines[first + 1]) and lines[first].strip():
        level = 1 if "=" in lines[first + 1] else 2
        blocks.append(body.block(BlockKind.HEADING, first, first, level=level, how="style"))
        blocks.append(body.block(BlockKind.FURNITURE, first + 1, first + 1, how="style"))
        first += 2
    if first > last:
        return blocks
    if first == last and UNDERLINE.fullmatch(lines[first]):
        return [*blocks, body.block(BlockKind.FURNITURE, first, first, how="style")]
    level, how = heading(lines, first, last, following, apart=apart)
    if level:
        return [*blocks, body.block(BlockKind.HEADING, first, last, level=level, how=how)]
    start = first
    for index in range(first, last + 1):
        if (
            typed_marker(lines[index])
            and lines[index].strip()
            and index > start
            and _ends(lines[index - 1], lines[start], lines[index])
        ):
            blocks.append(_paragraph(body, start, index - 1))
            start = index
    blocks.append(_paragraph(body, start, last))
    return blocks


def _ends(line: str, first: str, below: str) -> bool:
    """Say whether the paragraph or element before a bullet or number has come to its end.

    A number within an element that has a bullet may be that of a sentence: »fra / 3. klasse«.
    """
    is_open = not line.rstrip().endswith((".", ":", ";", "!", "?"))
    if SHORT_FORM.search(line.rstrip()) and below.lstrip()[:1].isdigit():
        return False
    if typed_marker(first):
        number = re.match(r"\s*(?!1\D)\d", below)
        goes_on = is_open and number and below[typed_marker(below) :][:1].islower()
        return not (goes_on and BULLET.match(first))
    return not is_open


def _paragraph(body: LineText, first: int, last: int) -> Block:
    marker = typed_marker(body.lines[first])
    if marker:
        return body.block(BlockKind.ITEM, first, last, how="numbering", marker=marker)
    return body.block(BlockKind.PARAGRAPH, first, last)
