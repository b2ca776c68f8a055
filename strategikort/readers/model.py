"""What reading a file gives: its text, and what each stretch of the text is.

All of it is plain frozen data.  Offsets are 0-based half-open code points of
:attr:`ReadFile.text`; page indices are counted from 0 in the file.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum


class FileKind(StrEnum):
    """The kinds of files that can be read."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    EPUB = "epub"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


OF_TABLE = "caption"
"""How a caption is known that a file says is that of the table beside it."""


class BlockKind(StrEnum):
    """What a stretch of the text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    """an element of a list, its bullet or number included"""
    TABLE = "table"
    """rows parted by line breaks, cells by tabs"""
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"
    """running headers and footers, page numbers, a contents list, menus"""
    CAPTION = "caption"
    BOX = "box"
    """a fact box or pull quote that stands outside the running text"""


@dataclass(frozen=True, slots=True)
class Block:
    """The stretch ``[start, end)`` of the text.

    ``level`` is that of a heading (1 is the highest) or of a list (1 is the outermost), else 0.
    ``how`` says by what the kind is known: ``outline``, ``style``, ``numbering``, ``type``,
    ``geometry``, ``tag``, ``caption``, ``margin``, ``head`` (that of a table, printed again),
    ``contents``, or ``profile`` where the user's own says it.  ``page`` is an index into
    :attr:`ReadFile.pages`.  ``marker`` is the end of the bullet, number or footnote mark that the
    block begins with (no more than ``start`` where there is none).  ``continues`` says that the
    block goes on with the paragraph, item, note or table that the last block of its kind left off.
    ``cells`` are the cells of a table, row by row.  ``quoted`` says that the file itself sets the
    block apart as a quotation from elsewhere, ``apart`` that its type or its class does so as a
    pull quote's does.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    how: str = ""
    page: int | None = None
    marker: int = -1
    continues: bool = False
    cells: tuple[tuple[tuple[int, int], ...], ...] = ()
    quoted: bool = False
    apart: bool = False
    cut: bool = False

    def of(self, text: str) -> str:
        """Return the stretch of the file's ``text`` that the block is."""
        return text[self.start : self.end]

    def as_text(self) -> Block:
        """Return the block as a paragraph, though it looks like a heading."""
        return replace(self, kind=BlockKind.PARAGRAPH, level=0, how="", marker=self.start)

    def as_heading(self, level: int) -> Block:
        """Return the block as a heading that is known by its number or its words."""
        return replace(
            self, kind=BlockKind.HEADING, level=level, how="numbering", marker=self.start
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark ``[start, end)`` in running text; ``note`` is an index into the blocks."""

    start: int
    end: int
    note: int


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page: the text ``[start, end)`` stands on it.

    ``index`` is the page of the file (from 0; both halves of a spread have the same), ``label``
    what is printed on it.  ``how`` says where the label comes from: ``printed`` (it was read on
    the page), ``counted`` (from the numbers printed on other pages), ``labels`` (the file's own
    page labels) or ``index`` (the place in the file, since no number is printed anywhere).
    """

    index: int
    label: str
    how: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself; ``evidence`` tells for each field where that stands.

    ``date`` is ISO 8601, ``language`` an ISO 639-1 code; ``number`` is that of a court's case,
    ``url`` the address of a web page.
    """

    title: str | None = None
    author: str | None = None
    date: str | None = None
    language: str | None = None
    evidence: Mapping[str, str] = field(default_factory=dict)
    number: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something that may have gone wrong; ``pages`` are indices in the file (from 0)."""

    code: str
    message: str
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Quality:
    """How well the file was read.

    ``pages`` is the number of pages in the file, ``without_text`` those that hold no text,
    ``unread`` those given up, with an error code.  ``damaged`` counts characters that were
    lost on the way, by kind: ``cid`` (a glyph without a character), ``replacement`` (U+FFFD),
    ``private`` (private-use characters), ``control`` and ``letters`` (``ł`` for ``ø`` and the
    like).  ``order`` is, for each page where it is below 0.9, how far the order by geometry
    agrees with the order in the file (0–1).  ``headings`` counts the headings by how they are
    known.  ``encoding`` is the character encoding the file was decoded with, if it had one.
    """

    pages: int = 0
    without_text: tuple[int, ...] = ()
    unread: tuple[tuple[int, str], ...] = ()
    damaged: Mapping[str, int] = field(default_factory=dict)
    order: Mapping[int, float] = field(default_factory=dict)
    headings: Mapping[str, int] = field(default_factory=dict)
    encoding: str | None = None
    warnings: tuple[ReadingWarning, ...] = ()


def headings_by_how(blocks: Iterable[Block]) -> dict[str, int]:
    """Return how many headings there are, by how they are known."""
    return dict(Counter(block.how for block in blocks if block.kind is BlockKind.HEADING))


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that has been read.

    ``text`` is the raw text that every offset of the project points into: NFC, lines parted by
    LF, in reading order.  Line-end hyphens and line breaks stand as they do in the file.
    ``blocks`` are in the order of the text and cover every character of it that is not blank.
    ``sha256`` is that of the file's bytes.
    """

    name: str
    kind: FileKind
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    marks: tuple[Mark, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    quality: Quality = field(default_factory=Quality)

    @classmethod
    def of_bytes(
        cls,
        data: bytes,
        name: str,
        kind: FileKind,
        text: str,
        blocks: Sequence[Block],
        *,
        pages: tuple[Page, ...] = (),
        marks: Iterable[Mark] = (),
        metadata: Metadata,
        encoding: str | None = None,
        warnings: tuple[ReadingWarning, ...] = (),
    ) -> ReadFile:
        """Return what a file is whose characters are read as they are stored in ``data``."""
        lost = text.count("\ufffd")
        quality = Quality(
            damaged={"replacement": lost} if lost else {},
            headings=headings_by_how(blocks),
            encoding=encoding,
            warnings=warnings,
        )
        sha256 = hashlib.sha256(data).hexdigest()
        return cls(
            *(name, kind, sha256, text, tuple(blocks), pages, tuple(marks), metadata, quality)
        )

    @property
    def shown(self) -> list[Block]:
        """The blocks that are no furniture."""
        return [block for block in self.blocks if block.kind is not BlockKind.FURNITURE]

    def with_joined(self, places: Iterable[int]) -> ReadFile:
        """Return the same with each block at ``places`` and the one below it as one."""
        parts: dict[int, Sequence[Block]] = {}
        for place in places:
            whole = replace(self.blocks[place], end=self.blocks[place + 1].end)
            parts |= {place: [whole], place + 1: []}
        return self.with_parts(parts)

    def with_headings(self, levels: Mapping[int, int]) -> ReadFile:
        """Return the same with headings of these levels for the blocks that begin at offsets."""
        return self.with_changed(
            {
                place: block.as_heading(levels[block.start])
                for place, block in enumerate(self.blocks)
                if block.start in levels
            }
        )

    def with_changed(self, blocks: Mapping[int, Block]) -> ReadFile:
        """Return the same with other blocks at some places."""
        return self.with_parts({place: [block] for place, block in blocks.items()})

    def with_parts(self, parts: Mapping[int, Sequence[Block]]) -> ReadFile:
        """Return the same with any number of blocks instead of the one at each of some places.

        Its headings are counted anew, and marks of notes still point to theirs.
        """
        if not parts:
            return self
        blocks: list[Block] = []
        moved: list[int] = []
        for place, block in enumerate(self.blocks):
            here = parts.get(place, (block,))
            same = (at for at, part in enumerate(here) if part.kind is block.kind)
            moved.append(len(blocks) + next(same, 0))
            blocks += here
        return replace(
            self,
            blocks=tuple(blocks),
            marks=tuple(replace(mark, note=moved[mark.note]) for mark in self.marks),
            quality=replace(self.quality, headings=headings_by_how(blocks)),
        )
