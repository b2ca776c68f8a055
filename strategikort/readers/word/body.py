"""The body of a Word document → blocks.

Styles say what a paragraph is where authors use them.  Many set headings by hand instead: those are
known by being short and all bold or larger than most of the text, and their levels by their sizes.
Frames of a single column are boxes, or only the ground of what stands in them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple
from xml.etree.ElementTree import Element

from strategikort.readers.cues.headings import may_head
from strategikort.readers.cues.markers import typed_marker
from strategikort.readers.cues.titles import LARGE
from strategikort.readers.making.builder import TextBuilder, tidy
from strategikort.readers.model import BlockKind
from strategikort.readers.word.numbers import Numbering
from strategikort.readers.word.runs import NoteNumbers, ReadRuns, RunReader, joined, without
from strategikort.readers.word.styles import Style, Styles, W, inner, to_transitional, value, whole
from strategikort.readers.word.tables import rows_of

_CAPTION = re.compile(r"caption|billedtekst")
_BEGINS = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.:)]?\s+)?[^\W\d_](?<![a-zæøå])")
"""How a heading in bold type begins: with a capital, or with a number in front of one."""


class _Printed(NamedTuple):
    """A paragraph as it is printed: ``text`` begins with its number or bullet, ``label``."""

    read: ReadRuns
    style: Style
    text: str
    label: str | None
    level: int
    marker: int

    @property
    def without_marks(self) -> str:
        """The text without the marks of notes."""
        return without(self.text, self.read.marks)


class BodyWriter:
    """Writes the paragraphs, tables and notes of a document."""

    def __init__(self, builder: TextBuilder, styles: Styles, numbering: Numbering) -> None:
        self._builder = builder
        self._numbering = numbering
        self._notes = NoteNumbers()
        self._reader = RunReader(styles, self._notes)
        self._body_size = styles.of(None).look.size or styles.default_size
        self._levels: dict[int, int] = {}

    @property
    def struck(self) -> int:
        """How many stretches are struck out and have not been read."""
        return self._reader.struck

    def write(
        self,
        document: Element,
        footnotes: Element | None,
        endnotes: Element | None,
        settings: Element | None = None,
    ) -> None:
        """Write the whole document, its notes at the end."""
        body = document.find(W + "body")
        if body is None:
            return
        if settings is not None:
            to_transitional(settings)
            self._notes.set_up(settings)
        self._notes.set_up(document)
        self._measure(body)
        self._content(body, contents=False)
        for notes, prefix in ((footnotes, "footnote"), (endnotes, "endnote")):
            if notes is not None:
                to_transitional(notes)
                self._write_notes(notes, prefix)

    def _measure(self, body: Element) -> None:
        """Find the size of the running text, and the sizes above it, the largest first."""
        sizes: Counter[int] = Counter()
        for paragraph in body.iter(W + "p"):
            style = self._reader.style(paragraph)
            for run in paragraph.iter(W + "r"):
                letters = sum(len(text.text or "") for text in run.findall(W + "t"))
                if letters:
                    sizes[self._reader.size(run, style)] += letters
        if sizes:
            self._body_size = sizes.most_common(1)[0][0]
        larger = sorted((size for size in sizes if size > self._body_size), reverse=True)
        self._levels = {size: min(rank, 4) for rank, size in enumerate(larger, start=1)}

    def _content(self, parent: Element, *, contents: bool) -> None:
        for parts in joined(parent):
            child = parts[-1]
            if child.tag == W + "p":
                self._paragraph(parts, contents=contents)
            elif child.tag == W + "tbl":
                self._table(child)
            elif child.tag == W + "sdt":
                gallery = child.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
                is_contents = gallery is not None and "Contents" in (gallery.get(W + "val") or "")
                within = child.find(W + "sdtContent")
                if within is not None:
                    self._content(within, contents=contents or is_contents)
            elif child.tag in (W + "ins", W + "customXml", W + "smartTag", W + "moveTo"):
                self._content(child, contents=contents)

    def _printed(self, parts: Sequence[Element]) -> _Printed:
        """Read a paragraph with the number or bullet that Word prints in front of it."""
        read = self._reader.read(parts)
        style = self._reader.style(parts[-1])
        # What is struck out is still counted.
        has_text = bool(read.text.strip() or read.struck)
        label, level = self._label(parts[-1], style, has_text)
        if not label:
            return _Printed(read, style, read.text, None, level, 0)
        lead = f"{label} "
        text = lead + read.text.lstrip()
        shift = len(lead) - (len(read.text) - len(read.text.lstrip()))
        read.marks = [(start + shift, end + shift, key) for start, end, key in read.marks]
        return _Printed(read, style, text, label, level, len(lead))

    def _paragraph(self, parts: Sequence[Element], *, contents: bool) -> None:
        printed = self._printed(parts)
        read, style = printed.read, printed.style
        clean = tidy(printed.text)
        if clean.strip() and (clean.strip() != (printed.label or "")):
            outline = value(parts[-1].find(W + "pPr"), "outlineLvl")
            kind, level, how = self._kind(printed, clean, outline, contents)
            large = self._main_size(read) >= LARGE * self._body_size
            self._builder.add(
                kind,
                clean,
                level=level,
                how=how,
                displayed=kind is BlockKind.HEADING
                and ((large and how == "type") or style.is_title),
                marker=printed.marker or (typed_marker(clean) if kind is BlockKind.ITEM else 0),
                marks=read.marks if len(clean) == len(printed.text) else (),
                quoted=kind is BlockKind.PARAGRAPH and style.is_quotation,
                apart=large and kind in (BlockKind.PARAGRAPH, BlockKind.HEADING),
            )
        for box in read.boxes:
            self._box(box)

    def _kind(
        self, printed: _Printed, text: str, outline: str | None, contents: bool
    ) -> tuple[BlockKind, int, str]:
        style = printed.style
        if contents or style.is_contents:
            return BlockKind.FURNITURE, 0, "contents"
        if style.heading_level and len(text) <= 400:
            return BlockKind.HEADING, style.heading_level, "style"
        if outline in set("012345678") and len(text) <= 200 and not text.rstrip().endswith("."):
            return BlockKind.HEADING, int(outline) + 1, "style"
        if _CAPTION.search(style.name):
            return BlockKind.CAPTION, 0, "style"
        level = 0 if style.is_quotation else self._typed_heading(printed.read, text, printed.label)
        if level:
            return BlockKind.HEADING, level, "type"
        if printed.label:
            return BlockKind.ITEM, printed.level + 1, "style"
        if typed_marker(text):
            return BlockKind.ITEM, 1, "geometry"
        return BlockKind.PARAGRAPH, 0, ""

    def _typed_heading(self, read: ReadRuns, text: str, label: str | None) -> int:
        """Return the level of a paragraph that is set as a heading without being styled so."""
        stripped = text.strip()
        if not may_head(stripped) or "\n" in stripped or not read.letters or label == "•":
            return 0
        size = self._main_size(read)
        is_bold = read.bold >= 0.95 * read.letters
        if size >= 1.12 * self._body_size:
            return self._levels.get(size, 1)
        if is_bold and size >= 0.95 * self._body_size and _BEGINS.match(stripped):
            return min(max(self._levels.values(), default=0) + 1, 5)
        return 0

    def _main_size(self, read: ReadRuns) -> int:
        return read.sizes.most_common(1)[0][0] if read.sizes else self._body_size

    def _label(self, paragraph: Element, style: Style, has_text: bool) -> tuple[str | None, int]:
        numbers = paragraph.find(f"{W}pPr/{W}numPr")
        list_id = value(numbers, "numId") or style.list_id
        level = whole(value(numbers, "ilvl"))
        linked = self._numbering.level_of(list_id, style.list_style)
        at = style.list_level if linked is None else linked
        at = at if level is None else level
        if list_id in (None, "0") or not has_text:
            return None, at
        return self._numbering.label(list_id, at), at

    def _write_notes(self, notes: Element, prefix: str) -> None:
        for note in notes.findall(W + prefix):
            if note.get(W + "type") in ("separator", "continuationSeparator", "continuationNotice"):
                continue
            key = (prefix, note.get(W + "id", ""))
            texts = [
                without(said.text, said.marks).strip()
                for said in map(self._reader.read, joined(note.iter(W + "p")))
            ]
            text = tidy("\n".join(part for part in texts if part))
            if not text.strip():
                continue
            number = self._notes.of(key)
            self._builder.add(
                BlockKind.FOOTNOTE,
                f"{number} {text}",
                how="style",
                marker=len(number) + 1,
                note=key,
            )

    def _table(self, table: Element) -> None:
        cells = [list(inner(row, "tc")) for row in inner(table, "tr")]
        if all(len(row) == 1 for row in cells) and self._is_ground(cells):
            for row in cells:
                self._content(row[0], contents=False)
            return
        boxes: list[Element] = []
        rows = rows_of(table, partial(self._cell, boxes=boxes))
        filled = [row for row in rows if any(cell.strip() for cell in row)]
        if all(sum(1 for cell in row if cell.strip()) <= 1 for row in filled):
            # A single column is a frame around text.
            framed = [cell for row in filled for cell in row if cell.strip()]
            for count, cell in enumerate(framed):
                self._builder.add(BlockKind.BOX, cell, how="style", continues=count > 0)
        else:
            self._builder.add_table(rows, how="style")
        for box in boxes:
            self._box(box)

    def _is_ground(self, rows: Sequence[Sequence[Element]]) -> bool:
        """Say whether a frame is only the ground of a heading, or of a text with headings."""
        heads = [
            self._reader.style(paragraph).heading_level > 0
            for row in rows
            for paragraph in inner(row[0], "p")
            if "".join(text.text or "" for text in paragraph.iter(W + "t")).strip()
        ]
        return bool(heads) and (all(heads) or sum(heads) > 1)

    def _cell(self, cell: Element, boxes: list[Element]) -> str:
        """Return the text of a cell; of a table in it a line for each row.

        Marks of notes are left out: they could not be told from the cell's figures.
        """
        texts: list[str] = []
        for parts in joined(inner(cell, "p", "tbl")):
            if parts[-1].tag == W + "tbl":
                rows = rows_of(parts[-1], partial(self._cell, boxes=boxes))
                texts += [" ".join(" ".join(row).split()) for row in rows]
                continue
            printed = self._printed(parts)
            boxes += printed.read.boxes
            text = " ".join(printed.without_marks.split())
            if text and text != printed.label:
                texts.append(text)
        return tidy("\n".join(text for text in texts if text))

    def _box(self, box: Element) -> None:
        first = True
        for parts in joined(inner(box, "p", "tbl")):
            if parts[-1].tag == W + "tbl":
                self._table(parts[-1])
                first = True
                continue
            printed = self._printed(parts)
            text = tidy(printed.text)
            if text.strip() and text.strip() != printed.label:
                marks = printed.read.marks if len(text) == len(printed.text) else ()
                self._builder.add(
                    BlockKind.BOX, text, how="style", continues=not first, marks=marks
                )
                first = False
