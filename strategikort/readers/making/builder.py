"""Puts the raw text of a file together, block by block."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from strategikort.readers.model import Block, BlockKind, Mark


class TextBuilder:
    """Collects text and blocks; every offset handed out is one of the finished text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self.displayed: set[int] = set()
        """The offsets of headings that are set as titles are."""
        self._open_marks: list[tuple[int, int, object]] = []
        self._notes: dict[object, int] = {}

    @property
    def offset(self) -> int:
        """The offset at which the next character will stand."""
        return self._length

    @property
    def text(self) -> str:
        """Everything written so far."""
        return "".join(self._parts)

    def write(self, text: str) -> None:
        """Add ``text``, which belongs to no block."""
        self._parts.append(text)
        self._length += len(text)

    def _next(self) -> int:
        """Return where the next block begins, behind an empty line."""
        if self._length:
            self.write("\n\n")
        return self._length

    def add(
        self,
        kind: BlockKind,
        text: str,
        *,
        level: int = 0,
        how: str = "",
        page: int | None = None,
        marker: int = 0,
        continues: bool = False,
        marks: Sequence[tuple[int, int, object]] = (),
        note: object = None,
        quoted: bool = False,
        apart: bool = False,
        displayed: bool = False,
    ) -> None:
        """Add a block; nothing if ``text`` is blank.

        ``marker`` is the length of the bullet or number in front.  ``marks`` are the footnote
        marks in ``text`` (start, end, key of the note); ``note`` is the key of this block when
        it is such a note; ``quoted`` marks a block quotation, ``apart`` what is set as a pull
        quote is, ``displayed`` a heading that is styled as a title or clearly larger than the text.
        """
        body = text.rstrip()
        lead = len(body) - len(body.lstrip())
        body = body[lead:]
        if not body:
            return
        start = self._next()
        self.write(body)
        marked = start + max(0, min(marker - lead, len(body)))
        block = Block(kind, start, self._length, level, how, page, marked, continues)
        self.blocks.append(replace(block, quoted=quoted, apart=apart))
        if displayed:
            self.displayed.add(start)
        for first, last, key in marks:
            self._open_marks.append((start + first - lead, start + last - lead, key))
        if note is not None:
            self._notes[note] = len(self.blocks) - 1

    def add_table(
        self,
        rows: Sequence[Sequence[str]],
        *,
        how: str = "",
        page: int | None = None,
        continues: bool = False,
        cut: bool = False,
    ) -> None:
        """Add a table: cells parted by tabs, rows by line breaks; nothing if all of it is blank.

        One that ``continues`` goes on with that before it, in the midst of its last row if ``cut``.
        """
        kept = [[cell.strip() for cell in row] for row in rows]
        kept = [row for row in kept if any(row)]
        if not kept:
            return
        end = self._next()
        cells: list[tuple[tuple[int, int], ...]] = []
        for count, row in enumerate(kept):
            if count:
                self.write("\n")
            spans: list[tuple[int, int]] = []
            for place, cell in enumerate(row):
                if place:
                    self.write("\t")
                spans.append((self._length, self._length + len(cell)))
                self.write(cell)
                end = self._length if cell else end
            cells.append(tuple(spans))
        first = next(span[0] for row in cells for span in row if span[1] > span[0])
        table = Block(BlockKind.TABLE, first, end, how=how, page=page, marker=first)
        self.blocks.append(replace(table, continues=continues, cells=tuple(cells), cut=cut))

    def tie_marks(self) -> None:
        """Tie the marks to their notes; a mark whose note is nowhere stays in the text, raised."""
        untied: list[slice] = []
        for start, end, key in self._open_marks:
            note = next((one for one in (key, *_nearby(key)) if one in self._notes), None)
            if note is None:
                untied.append(slice(start, end))
            else:
                self.marks.append(Mark(start, end, self._notes[note]))
        if untied:
            signs = list(self.text)
            for place in untied:
                before = "".join(signs[max(place.start - 3, 0) : place.start])
                signs[place] = raised(before, "".join(signs[place]))
            self._parts = ["".join(signs)]
        self.marks.sort(key=lambda mark: mark.start)


def _nearby(key: object) -> list[object]:
    """Return the keys that a note may have when it stands on the next or the last page."""
    match key:
        case (int(page), str(label)):
            return [(page + 1, label), (page - 1, label)]
    return []


_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BEHIND = re.compile(r"(?:\w{3}|\d|[^\w\s(\[])\Z")
"""What no unit ends with: »25 m2« is read as that, »i 2024¹« and »beløbet¹« have a mark."""

_CONTROLS = (*range(9), 11, *range(14, 32), *range(127, 160), 0xFEFF)
_BREAKS = {0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n\n"}
_UNPRINTABLE: dict[int, str | None] = {**dict.fromkeys(_CONTROLS), **_BREAKS}


def raised(before: str, text: str) -> str:
    """Return raised ``text`` as it is written behind ``before``, in as many characters."""
    is_figure = text.lstrip()[:1].isdigit() and _BEHIND.search(before[-3:])
    return text.translate(_FIGURES) if is_figure else text


def tidy(text: str) -> str:
    """Return ``text`` in NFC, with LF line ends and without control characters.

    Escape sequences of a terminal begin with such a character: without it they are harmless.
    """
    text = text.replace("\r\n", "\n").translate(_UNPRINTABLE)
    return unicodedata.normalize("NFC", text)
