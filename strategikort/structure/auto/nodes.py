"""Blocks → a tree of nodes: what will be a section, and which stretches belong to it."""

from __future__ import annotations

import re

from strategikort.readers.cues.headings import ANSWER
from strategikort.readers.found.lawheadings import SIGNATURE
from strategikort.readers.found.meetings import is_of_a_meeting
from strategikort.readers.found.numbered import quoted_blocks
from strategikort.readers.model import OF_TABLE, Block, BlockKind, ReadFile
from strategikort.structure.auto.corrections import HOW
from strategikort.structure.auto.listed import ENACTS, LABEL, RULES, Listed, are_letters
from strategikort.structure.auto.node import Node, span_of, without_headings
from strategikort.structure.auto.numbers import Numbered, number_of, settle_numbers
from strategikort.structure.auto.tables import pieces_of, tables_of
from strategikort.text.aligned import SourceRange

_OF_AN_ACT = frozenset({"paragraf", "stykke", "artikel"})
"""The sections that the signatures of an act stand behind."""

_WITH_ELEMENTS = frozenset({"konklusion", "punkt", "præmis", "domskonklusion"})


def nodes_of(read: ReadFile) -> list[Node]:
    """Return the top-level nodes of a document, in reading order."""
    return _Grower(read).grow()


class _Grower:
    def __init__(self, read: ReadFile) -> None:
        self._read = read
        self._blocks = read.blocks
        headings = [block for block in self._blocks if block.kind is BlockKind.HEADING]
        titles = [block.of(read.text) for block in headings]
        self._numbers: dict[int, Numbered | None] = {
            # A reader that marks the number (Word's own numbering) knows it for one.
            block.start: number or (number_of(title) if block.marker > block.start else None)
            for block, title, number in zip(headings, titles, settle_numbers(titles), strict=True)
        }
        self._top: list[Node] = []
        self._open: list[Node] = []
        self._listed = Listed(read)
        self._quoted = quoted_blocks(read)
        self._of_a_meeting = is_of_a_meeting(read)
        self._item: Node | None = None
        self._item_level = 0
        self._box: Node | None = None
        self._note: Node | None = None
        self._table: Node | None = None
        self._tables = {block.start: parts for parts in tables_of(read) for block in parts}
        self._caption_of_next: tuple[Block, str | None] | None = None

    def grow(self) -> list[Node]:
        for index, block in enumerate(self._blocks):
            match block.kind:
                case BlockKind.FURNITURE:
                    continue
                case BlockKind.HEADING:
                    self._heading(block)
                case BlockKind.FOOTNOTE:
                    self._footnote(block, index)
                case BlockKind.BOX:
                    self._boxed(block)
                case BlockKind.TABLE:
                    self._tabled(block)
                case BlockKind.CAPTION:
                    self._caption(block, index)
                case _:
                    self._text(block, index)
            if block.kind is not BlockKind.BOX:
                self._box = None
        for node in (one for top in self._top for one in top.walk()):
            elements = [child for child in node.children if child.kind == "led"]
            if not are_letters([element.label for element in elements]):
                for element in elements:  # of which none can be told by its label alone
                    element.label = None
        if not any(node.kind != "titelblad" and node.level for node in self._top):
            return without_headings(self._read, self._top)
        return self._top

    def _current(self) -> Node:
        if self._open:
            return self._open[-1]
        if not self._top or self._top[0].kind != "titelblad":
            self._top.insert(0, Node("titelblad"))
        return self._top[0]

    def _heading(self, block: Block) -> None:
        self._item = None
        number = self._numbers[block.start]
        level = max(block.level, 1)
        nested = number and not number.kind and number.number[:1].isdigit() and number.depth > 1
        if number and nested and block.how != HOW:
            level = max(level, number.depth)
            above = number.number.rpartition(".")[0]
            for depth, node in enumerate(self._open):
                if node.label == above:
                    del self._open[depth + 1 :]
                    level = node.level + 1
                    break
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        span = span_of(block)
        title: SourceRange | None = span
        if number and self._read.text[block.start + number.end : block.end].strip():
            title = SourceRange(block.start + number.end, block.end)
        if number and number.kind == "bemærkning" and not self._is_of_remarks():
            number = None  # an amendment to a section, not what is remarked on it
        kind = (self._kind_of(number) if number else self._answer(block)) or (
            "kapitel" if not self._open else "afsnit"
        )
        if number and kind == "punkt" and title == span:
            title = None
        node = Node(
            kind,
            level,
            label=(number.number or None) if number else None,
            title=title,
            heading=[span],
            page=block.page,
        )
        if kind == "stykke" and self._open:
            self._open[-1].begin_subsections()
        self._attach(node)
        self._open.append(node)

    def _kind_of(self, number: Numbered) -> str:
        """Return what a heading with a number is; minutes have points and no chapters."""
        return number.kind or ("punkt" if self._of_a_meeting and number.number.isdigit() else "")

    def _answer(self, block: Block) -> str:
        asked = bool(self._open) and self._open[-1].kind == "spørgsmål"
        return "svar" if asked and ANSWER.fullmatch(self._read.text, block.start, block.end) else ""

    def _is_of_remarks(self) -> bool:
        titles = (self._read.text[slice(*node.title)] for node in self._open if node.title)
        return any("bemærkning" in title.lower() for title in titles)

    def _attach(self, node: Node) -> None:
        (self._open[-1].children if self._open else self._top).append(node)

    def _aside(self, kind: str, block: Block) -> Node:
        """Add a section that stands beside the running text: a table, figure, box or note."""
        node = Node(kind, pieces=[span_of(block)], page=block.page)
        self._current().children.append(node)
        return node

    def _footnote(self, block: Block, index: int) -> None:
        span = span_of(block)
        if block.continues and self._note:
            self._note.pieces.append(span)
            return
        node = self._aside("fodnote", block)
        if block.marker > block.start:
            node.label = (
                re.sub(r"[\s().:[\]]", "", self._read.text[block.start : block.marker]) or None
            )
            node.heading = [SourceRange(block.start, block.marker)]
            node.pieces = [SourceRange(block.marker, block.end)]
        node.block = index
        self._note = node

    def _boxed(self, block: Block) -> None:
        span = span_of(block)
        if block.continues and self._box:
            self._box.pieces.append(span)
            return
        node = self._aside("citat" if block.how == "type" else "faktaboks", block)
        if block.level:
            node.heading, node.title, node.pieces = [span], span, []
        self._box = node

    def _caption(self, block: Block, index: int) -> None:
        text = block.of(self._read.text)
        found = re.match(r"(?:tabel|table)\s*([\d.]*\d)?", text, re.I)
        is_of_table = bool(found) or block.how == OF_TABLE
        number = found[1] if found else None
        if is_of_table and self._is_table(index + 1, block):
            self._caption_of_next = (block, number)
            return
        if is_of_table and self._is_table(index - 1, block) and self._table is not None:
            self._table.take_caption(block, number)
            return
        if re.match(r"kilde|source", text, re.I):
            self._aside("kilde", block)
            return
        # A table may have been read as text; it is none the less called one.
        node = self._aside("tabel" if found else "figur", block)
        counted = re.match(r"\w+\s*([\d.]*\d)", text)
        node.label = counted[1] if counted else None
        node.title = span_of(block)

    def _is_table(self, index: int, caption: Block) -> bool:
        if not 0 <= index < len(self._blocks):
            return False
        block = self._blocks[index]
        return block.kind is BlockKind.TABLE and block.page == caption.page

    def _tabled(self, block: Block) -> None:
        parts = self._tables[block.start]
        if parts[0] is not block:
            return
        node = self._aside("tabel", block)
        node.tables, node.pieces = parts, pieces_of(parts)
        if self._caption_of_next:
            node.take_caption(*self._caption_of_next)
        self._caption_of_next = None
        self._table = node

    def _text(self, block: Block, index: int) -> None:
        span = span_of(block)
        if block.kind is BlockKind.ITEM and not block.continues:
            label = LABEL.match(self._read.text[block.start : block.marker].strip())
            if self._item is not None and self._is_below(block, self._item, bool(label)):
                self._item.pieces.append(span)
                return
            kind = "stykke" if self._is_subsection(block) else self._item_kind(index)
            if kind:
                self._start_item(kind, block, label[1] if label else None)
                return
            point = self._point(label)
            home = point or self._item
            if home is not None and self._has_elements(home, index):
                elements = sum(child.kind == "led" for child in home.children)
                node = Node("led", page=block.page, count=elements + 1)
                node.label = label[1] if label else None
                node.heading = [SourceRange(block.start, block.marker)]
                node.pieces = [SourceRange(block.marker, block.end)]
                home.children.append(node)
                if point:
                    self._item = node
                return
        if block.kind is BlockKind.PARAGRAPH and self._signs(block):
            self._close("underskrift", block)
            return
        if self._item is not None and self._rules(self._item, block):
            self._item = self._close("domskonklusion", block)
            return
        if self._item is not None:
            if self._ends_item(self._item, block):
                self._item = None
            else:
                home = self._item
                if block.continues and home.children:
                    home = home.children[-1]
                home.pieces.append(span)
                return
        self._current().pieces.append(span)

    def _point(self, label: re.Match[str] | None) -> Node | None:
        """Return the point of a meeting that an element with a letter stands below."""
        node = self._open[-1] if self._open else None
        lettered = label is not None and not label[1][0].isdigit()
        return node if lettered and node and node.kind == "punkt" else None

    def _ends_item(self, item: Node, block: Block) -> bool:
        if item.kind == "betragtning" and ENACTS.match(self._read.text, block.start):
            return True
        return item.kind == "anbefaling" and not block.continues

    def _signs(self, block: Block) -> bool:
        """Tell whether a block begins what stands behind the last section of an act."""
        within = any(node.kind in _OF_AN_ACT for node in self._open)
        return within and bool(SIGNATURE.match(self._read.text, block.start))

    def _rules(self, item: Node, block: Block) -> bool:
        """Tell whether a block begins what a court rules behind the last of its premises."""
        return item.kind == "præmis" and bool(RULES.match(self._read.text, block.start))

    def _has_elements(self, item: Node, index: int) -> bool:
        """Tell whether an element of a list belongs to ``item``; what is quoted is its text."""
        return item.kind in _WITH_ELEMENTS and index not in self._quoted

    def _close(self, kind: str, block: Block) -> Node:
        """Begin what stands behind all sections."""
        # Any heading is above it.
        level = max((node.level for node in self._open), default=0) + 1
        node = Node(kind, level, page=block.page)
        node.pieces = [span_of(block)]
        self._open, self._item = [node], None
        self._top.append(node)
        return node

    def _is_below(self, block: Block, item: Node, labelled: bool) -> bool:
        """Tell whether a list item belongs to a recommendation, and is none itself."""
        deeper = block.level > self._item_level or bool(item.label and not labelled)
        return item.kind == "anbefaling" and deeper

    def _is_subsection(self, block: Block) -> bool:
        """Tell whether a block is the next numbered part of an article that has nothing else."""
        article = self._open[-1] if self._open else None
        if article is None or article.kind != "artikel":
            return False
        parts = sum(child.kind == "stykke" for child in article.children)
        number = self._read.text[block.start : block.marker].strip()
        return number == f"{parts + 1}." and not article.pieces

    def _item_kind(self, index: int) -> str:
        title = self._open[-1].title if self._open else None
        return self._listed.kind(index, self._read.text[slice(*title)] if title else "")

    def _start_item(self, kind: str, block: Block, label: str | None) -> None:
        siblings = self._open[-1].children if self._open else self._top
        node = Node(kind, page=block.page, label=label)
        if label is None:
            node.count = sum(1 for other in siblings if other.kind == kind) + 1
        if block.marker > block.start:
            node.heading = [SourceRange(block.start, block.marker)]
        node.pieces = [SourceRange(max(block.marker, block.start), block.end)]
        siblings.append(node)
        self._item = node
        self._item_level = block.level
