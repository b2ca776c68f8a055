"""The body of a Word document → blocks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from strategikort.readers.builder import TextBuilder, tidy
from strategikort.readers.docxnumbers import Numbering
from strategikort.readers.docxstyles import (
    Style,
    Styles,
    W,
    is_on,
    to_transitional,
    value,
)
from strategikort.readers.docxtables import rows_of
from strategikort.readers.model import BlockKind
from strategikort.readers.titles import LARGE

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CAPTION = re.compile(r"caption|billedtekst")
_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06e·")


@dataclass
class _Read:
    """The text of one paragraph and what was seen on the way."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    bold: int = 0
    letters: int = 0
    sizes: Counter[int] = field(default_factory=Counter)
    marks: list[tuple[int, int, object]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    @property
    def text(self) -> str:
        return "".join(self.parts)


class BodyWriter:
    """Writes the paragraphs, tables and notes of a document."""

    def __init__(self, builder: TextBuilder, styles: Styles, numbering: Numbering) -> None:
        self._builder = builder
        self._styles = styles
        self._numbering = numbering
        self._body_size = styles.of(None).size or styles.default_size
        self._levels: dict[tuple[int, bool], int] = {}
        self._numbers: dict[tuple[str, str], str] = {}

    def write(self, document: Element, footnotes: Element | None, endnotes: Element | None) -> None:
        """Write the whole document, its notes at the end."""
        to_transitional(document)
        body = document.find(W + "body")
        if body is None:
            return
        self._measure(body)
        self._content(body, contents=False)
        for notes, prefix in ((footnotes, "footnote"), (endnotes, "endnote")):
            if notes is not None:
                to_transitional(notes)
                self._notes(notes, prefix)

    def _measure(self, body: Element) -> None:
        """Find the size of the running text, and the sizes above it, the largest first."""
        sizes: Counter[int] = Counter()
        heads: set[tuple[int, bool]] = set()
        for paragraph in body.iter(W + "p"):
            style = self._style(paragraph)
            for run in paragraph.iter(W + "r"):
                letters = sum(len(text.text or "") for text in run.findall(W + "t"))
                if letters:
                    sizes[self._size(run, style)] += letters
        if sizes:
            self._body_size = sizes.most_common(1)[0][0]
        heads = {(size, True) for size in sizes if size > self._body_size}
        ranked = sorted({size for size, _ in heads}, reverse=True)
        self._levels = {(size, True): min(rank, 4) for rank, size in enumerate(ranked, start=1)}

    def _style(self, paragraph: Element) -> Style:
        return self._styles.of(value(paragraph.find(W + "pPr"), "pStyle"))

    def _size(self, run: Element, style: Style) -> int:
        size = value(run.find(W + "rPr"), "sz")
        if size and size.isdigit():
            return int(size)
        return style.size or self._styles.default_size

    def _content(self, parent: Element, *, contents: bool) -> None:
        for child in parent:
            if child.tag == W + "p":
                self._paragraph(child, contents=contents)
            elif child.tag == W + "tbl":
                self._table(child)
            elif child.tag == W + "sdt":
                gallery = child.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
                is_contents = gallery is not None and "Contents" in (gallery.get(W + "val") or "")
                inner = child.find(W + "sdtContent")
                if inner is not None:
                    self._content(inner, contents=contents or is_contents)
            elif child.tag in (W + "ins", W + "customXml", W + "smartTag", W + "moveTo"):
                self._content(child, contents=contents)

    def _paragraph(self, paragraph: Element, *, contents: bool) -> None:
        style = self._style(paragraph)
        read = _Read()
        self._runs(paragraph, style, read)
        label, list_level = self._label(paragraph, style, bool(read.text.strip()))
        text = read.text
        marker = 0
        if label:
            lead = f"{label} "
            text = lead + text.lstrip()
            shift = len(lead) - (len(read.text) - len(read.text.lstrip()))
            read.marks = [(start + shift, end + shift, key) for start, end, key in read.marks]
            marker = len(lead)
        clean = tidy(text)
        if clean.strip() and (clean.strip() != (label or "")):
            kind, level, how = self._kind(style, read, clean, label, list_level, contents)
            large = how == "type" and self._main_size(read) >= LARGE * self._body_size
            self._builder.add(
                kind,
                clean,
                level=level,
                how=how,
                displayed=kind is BlockKind.HEADING and (large or style.is_title),
                marker=marker,
                marks=read.marks if len(clean) == len(text) else (),
                quoted=kind is BlockKind.PARAGRAPH and style.is_quotation,
            )
        for box in read.boxes:
            self._box(box)

    def _kind(
        self,
        style: Style,
        read: _Read,
        text: str,
        label: str | None,
        list_level: int,
        contents: bool,
    ) -> tuple[BlockKind, int, str]:
        if contents or style.is_contents:
            return BlockKind.FURNITURE, 0, "contents"
        if style.heading_level and len(text) <= 400:
            return BlockKind.HEADING, style.heading_level, "style"
        if _CAPTION.search(style.name):
            return BlockKind.CAPTION, 0, "style"
        level = self._typed_heading(read, text, label)
        if level:
            return BlockKind.HEADING, level, "type"
        if label:
            return BlockKind.ITEM, list_level + 1, "style"
        found = re.match(r"(?:[•▪●○–—-]|\(?\d{1,3}[.)]|\(?[a-zæøå]\))\s+(?=\S)", text.lstrip())
        if found:
            return BlockKind.ITEM, 1, "geometry"
        return BlockKind.PARAGRAPH, 0, ""

    def _typed_heading(self, read: _Read, text: str, label: str | None) -> int:
        """Return the level of a paragraph that is set as a heading without being styled so."""
        stripped = text.strip()
        if len(stripped) > 120 or "\n" in stripped or not read.letters:
            return 0
        if stripped.endswith((".", ",", ";")) or label == "•" or not re.search(r"\w\w", stripped):
            return 0
        size = self._main_size(read)
        is_bold = read.bold >= 0.95 * read.letters
        if size >= 1.12 * self._body_size:
            return self._levels.get((size, True), 1)
        if is_bold and size >= 0.95 * self._body_size and stripped[0].isupper():
            return min(max(self._levels.values(), default=0) + 1, 5)
        return 0

    def _main_size(self, read: _Read) -> int:
        return read.sizes.most_common(1)[0][0] if read.sizes else self._body_size

    def _label(self, paragraph: Element, style: Style, has_text: bool) -> tuple[str | None, int]:
        numbers = paragraph.find(f"{W}pPr/{W}numPr")
        list_id = value(numbers, "numId") or style.list_id
        level = value(numbers, "ilvl")
        linked = self._numbering.level_of(list_id, style.list_style)
        at = style.list_level if linked is None else linked
        if level and level.isdigit():
            at = int(level)
        if list_id in (None, "0") or not has_text:
            return None, at
        return self._numbering.label(list_id, at), at

    def _runs(self, parent: Element, style: Style, read: _Read) -> None:
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                self._run(child, style, read)
            elif tag in (W + "del", W + "moveFrom", W + "pPr"):
                continue
            elif tag == _MC + "AlternateContent":
                choice = child.find(_MC + "Choice")
                if choice is not None:
                    self._runs(choice, style, read)
            else:
                self._runs(child, style, read)

    def _run(self, run: Element, style: Style, read: _Read) -> None:
        properties = run.find(W + "rPr")
        if is_on(properties, "vanish"):
            return
        bold = is_on(properties, "b")
        size = self._size(run, style)
        for child in run:
            tag = child.tag
            if tag == W + "t":
                text = child.text or ""
                read.add(text)
                letters = len(text.strip())
                read.letters += letters
                read.sizes[size] += letters
                if style.bold if bold is None else bold:
                    read.bold += letters
            elif tag in (W + "tab", W + "ptab"):
                read.add(" ")
            elif tag in (W + "br", W + "cr"):
                if child.get(W + "type") not in ("page", "column"):
                    read.add("\n")
            elif tag == W + "noBreakHyphen":
                read.add("-")
            elif tag == W + "sym":
                code = chr(int(child.get(W + "char", "f0b7"), 16))
                read.add("•" if code in _BULLETS else code)
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                self._reference(child, read)
            elif tag == _MC + "AlternateContent":
                choice = child.find(_MC + "Choice")
                if choice is not None:
                    read.boxes += list(choice.iter(W + "txbxContent"))
            elif tag in (W + "drawing", W + "pict", W + "object"):
                read.boxes += list(child.iter(W + "txbxContent"))

    def _reference(self, child: Element, read: _Read) -> None:
        prefix = "footnote" if child.tag == W + "footnoteReference" else "endnote"
        key = (prefix, child.get(W + "id", ""))
        number = self._number_of(key)
        read.marks.append((read.length, read.length + len(number), key))
        read.add(number)

    def _number_of(self, key: tuple[str, str]) -> str:
        """Return the number Word prints: notes are counted in the order of their marks."""
        if key not in self._numbers:
            same = sum(1 for other in self._numbers if other[0] == key[0])
            self._numbers[key] = str(same + 1)
        return self._numbers[key]

    def _notes(self, notes: Element, prefix: str) -> None:
        for note in notes.findall(W + prefix):
            if note.get(W + "type") in ("separator", "continuationSeparator", "continuationNotice"):
                continue
            key = (prefix, note.get(W + "id", ""))
            texts: list[str] = []
            for paragraph in note.iter(W + "p"):
                read = _Read()
                self._runs(paragraph, self._style(paragraph), read)
                texts.append(read.text.strip())
            text = tidy("\n".join(part for part in texts if part))
            if not text.strip():
                continue
            number = self._number_of(key)
            self._builder.add(
                BlockKind.FOOTNOTE,
                f"{number} {text}",
                how="style",
                marker=len(number) + 1,
                note=key,
            )

    def _table(self, table: Element) -> None:
        rows = rows_of(table, self._cell)
        filled = [row for row in rows if any(cell.strip() for cell in row)]
        if all(sum(1 for cell in row if cell.strip()) <= 1 for row in filled):
            # A single column is a frame around text.
            first = True
            for texts in filled:
                for cell in texts:
                    if cell.strip():
                        self._builder.add(BlockKind.BOX, cell, how="style", continues=not first)
                        first = False
            return
        self._builder.add_table(rows, how="style")

    def _cell(self, cell: Element) -> str:
        texts: list[str] = []
        for paragraph in cell.iter(W + "p"):
            read = _Read()
            style = self._style(paragraph)
            self._runs(paragraph, style, read)
            label, _ = self._label(paragraph, style, bool(read.text.strip()))
            text = " ".join(read.text.split())
            if text:
                texts.append(f"{label} {text}" if label else text)
        return tidy("\n".join(texts))

    def _box(self, box: Element) -> None:
        first = True
        for paragraph in box.findall(W + "p"):
            read = _Read()
            self._runs(paragraph, self._style(paragraph), read)
            text = tidy(read.text)
            if text.strip():
                self._builder.add(BlockKind.BOX, text, how="style", continues=not first)
                first = False
