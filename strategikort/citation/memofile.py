"""A text with quotations in it, as it is read from a file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from strategikort.citation.tables import Table
from strategikort.text.safe import shown

if TYPE_CHECKING:
    from strategikort.readers.model import Block, BlockKind, ReadFile

_AROUND_NOTE = " \t\n\u21a9\ufe0e\ufe0f"
"""Blanks and the arrow by which a web page leads back from a note."""

_LATEX = r"(\\(?:(?:en|text|block)quote(?=\*?[{[])|begin\{(?:display)?quot(?:e|ation)\}))"
"""What begins a quotation in LaTeX, of the package csquotes too."""

_LATEX_UNREAD = "{} er LaTeX, som ikke læses; citatet er ikke prøvet."


class QuoteWarning(NamedTuple):
    """Something that could not be read as it stands; ``line`` is 1-based, 0 for the whole file."""

    line: int
    message: str


class Memo(NamedTuple):
    """A text with quotations in it.

    ``notes`` are its footnotes by the offset of their marks, ``quoted`` its block quotations
    (0-based, half-open) where the file has them by its styles or elements, ``apart`` what it sets
    as pull quotes are set, ``warnings`` what was odd on reading it, ``tables`` its tables, ``gaps``
    what stands between the parts of a paragraph where a page ends, ``pages`` its pages and their
    labels, ``parts`` where its paragraphs begin, with the text of those that are headings, in a
    file whose lines nobody sees; ``sha256`` is that of the file's bytes.  ``itself`` are the ids of
    documents that are this text: no sources of what it quotes.
    """

    name: str
    text: str
    sha256: str
    markdown: bool = False
    notes: tuple[tuple[int, str], ...] = ()
    quoted: tuple[tuple[int, int], ...] = ()
    warnings: tuple[QuoteWarning, ...] = ()
    tables: tuple[Table, ...] = ()
    gaps: tuple[tuple[int, int], ...] = ()
    pages: tuple[tuple[int, int, str], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    itself: tuple[str, ...] = ()
    parts: tuple[tuple[int, str], ...] = ()

    def place_at(self, at: int, line: int) -> str:
        """Return in Danish where a place of the text is: its page, heading or line.

        ``line`` is the one of the text that is read, which only text and Markdown show.
        """
        page = self.page_at(at)
        if page or not self.parts:
            return f"s. {page}" if page else f"linje {line}"
        above = [heading for start, heading in self.parts if start <= at]
        heading = next(filter(None, reversed(above)), "")
        return f"under »{shown(heading)}«" if heading else f"stykke {len(above)}"

    def page_at(self, at: int) -> str | None:
        """Return the label of the page on which a place of the text stands, if it has pages."""
        return next((label for start, end, label in self.pages if start <= at < end), None)


def memo_of_text(text: str) -> Memo:
    """Return a memo of a text that is no file, Markdown or plain."""
    return Memo("", text, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), True)


def read_memo(data: bytes, name: str) -> Memo:
    """Read a memo of any kind that can be read; raises a ``SourceError`` for one that cannot.

    Text and Markdown are taken as they stand, so that lines and offsets are those of the file.
    """
    # Imported here: the readers are needed for files only, not for a quotation typed in.
    from strategikort.readers.errors import empty_file
    from strategikort.readers.model import FileKind
    from strategikort.readers.opening.detect import detect
    from strategikort.readers.reader import Reader

    sha256 = hashlib.sha256(data).hexdigest()
    kind, decoded = detect(data, name)
    if decoded is not None and kind in (FileKind.TEXT, FileKind.MARKDOWN):
        text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
        if not text.strip():
            raise empty_file(name)
        odd = [
            QuoteWarning(text.count("\n", 0, found.start()) + 1, _LATEX_UNREAD.format(found[1]))
            for found in re.finditer(_LATEX, text)
        ]
        if decoded.encoding != "utf-8":
            odd.insert(0, _encoding(decoded.encoding))
        return Memo(name, text, sha256, kind is FileKind.MARKDOWN, warnings=tuple(odd))
    with Reader() as reader:
        read = reader.read(data, name)
    notes = tuple(
        (mark.start, read.text[note.marker : note.end].strip(_AROUND_NOTE))
        for mark in read.marks
        for note in (read.blocks[mark.note],)
    )
    warnings = tuple(QuoteWarning(0, item.message) for item in read.quality.warnings)
    tables = tuple(block.cells for block in read.blocks if block.cells)
    gaps = _gaps(read)
    quoted = _block_quotations(read, gaps)
    pages = tuple((page.start, page.end, page.label) for page in read.pages)
    apart = tuple(
        (block.start, block.end) for block in read.blocks if block.apart or block.kind == "box"
    )
    parts = tuple(
        (block.start, " ".join(text.split()) if block.kind == "heading" else "")
        for block in read.blocks
        for text in (read.text[block.start : block.end],)
    )
    return Memo(
        name,
        read.text,
        sha256,
        False,
        notes,
        quoted,
        warnings,
        tables,
        gaps,
        pages,
        apart,
        (),
        parts,
    )


def _gaps(read: ReadFile) -> tuple[tuple[int, int], ...]:
    """Return what stands between the parts of paragraphs that go on: notes, numbers of pages."""
    gaps: list[tuple[int, int]] = []
    last: dict[BlockKind, Block] = {}
    for block in read.blocks:
        before = last.get(block.kind)
        # A note that goes on does so behind the text of its next page.
        start = max(before.end if before else block.start, gaps[-1][1] if gaps else 0)
        if block.continues and block.kind in ("paragraph", "item") and start < block.start:
            gaps.append((start, block.start))
        last[block.kind] = block
    return tuple(gaps)


def _block_quotations(
    read: ReadFile, gaps: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """Return the stretches of blocks that the file sets apart, those in a row as one."""
    blocks = [
        block
        for block in read.blocks
        if not any(start <= block.start and block.end <= end for start, end in gaps)
    ]
    return tuple(
        (row[0].start, row[-1].end)
        for quoted, group in groupby(blocks, key=lambda block: block.quoted)
        if quoted and (row := list(group))
    )


def _encoding(encoding: str) -> QuoteWarning:
    names = {"windows-1252": "Windows-1252", "latin-1": "Windows-1252 (Latin-1)"}
    shown = names.get(encoding, encoding)
    return QuoteWarning(0, f"Filen er ikke i UTF-8; den er læst som {shown}.")
