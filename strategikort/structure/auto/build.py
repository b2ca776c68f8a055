"""A read file → sections in the project's model."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from strategikort.model import FootnoteMark, Section, Table
from strategikort.readers.model import BlockKind, FileKind, ReadFile
from strategikort.structure.auto.ids import Ids
from strategikort.structure.auto.node import Node
from strategikort.structure.auto.nodes import nodes_of
from strategikort.structure.auto.pinpoint import pinpoint
from strategikort.structure.auto.tables import cells_going_on, rows_of
from strategikort.text.aligned import AlignedText, SourceRange
from strategikort.text.clean import CleaningRules, clean
from strategikort.text.hyphens import Dictionary, HyphenRule, Vocabulary, has_lost_breaks
from strategikort.text.layout import Layout
from strategikort.text.source import Source

_CUTTING_WORDS = (FileKind.PDF, FileKind.TEXT)
"""Files whose words are cut at line ends, where one may go on in what looks like an element."""

_NAMES = {"punkt": "Punkt", "paragraf": "§"}


def source_of(read: ReadFile) -> Source:
    """Return the text of a read file as the source that all offsets point into."""
    return Source(read.name, read.text, read.sha256)


def cleaning_rules_of(read: ReadFile, dictionary: Dictionary | None = None) -> CleaningRules:
    """Return how a read file is cleaned: its blocks say where paragraphs begin and go on."""
    continued = set(cells_going_on(read))
    parted: set[int] = set()
    closed: set[int] = set()
    for block in read.blocks:
        # Where lines were pasted into a file, each may be a paragraph and end within a word.
        may_go_on = block.kind is BlockKind.PARAGRAPH or read.kind in _CUTTING_WORDS
        if not block.continues and not (may_go_on and read.text[block.start].islower()):
            closed.add(block.start)
        # In a box that goes on the sentences tell whether the paragraph does, in a table the rows.
        if not (block.continues and block.kind in (BlockKind.BOX, BlockKind.TABLE)):
            (continued if block.continues else parted).add(block.start)
        if block.kind is BlockKind.TABLE:
            for row in block.cells:
                closed.add(row[0][0])
                for start, end in row:
                    text = read.text[start:end]
                    breaks = re.finditer(r"\n\s*(?=\S)", text)
                    continued.update(start + match.end() for match in breaks)
        else:
            text = block.of(read.text)
            breaks = re.finditer(r"\n[^\S\n]*\n\s*(?=\S)", text)
            continued.update(block.start + match.end() for match in breaks)
    lost = dictionary is not None and has_lost_breaks(read.text, dictionary.is_word)
    return CleaningRules(
        hyphens=HyphenRule(Vocabulary.of([read.text]), lost_breaks=lost, dictionary=dictionary),
        continued=frozenset(continued),
        parted=frozenset(parted),
        closed=frozenset(closed - continued),
        omitted=tuple(SourceRange(mark.start, mark.end) for mark in read.marks),
    )


def sections_of(
    read: ReadFile, document_id: str, dictionary: Dictionary | None = None
) -> tuple[Section, ...]:
    """Return the sections of a document without a profile, parents before their children.

    Every character of the text that is not blank belongs to one section (its heading or its
    text) or to furniture.  The ``dictionary`` helps the document's own words to decide on line-end
    hyphens, and tells if the file has lost its line breaks.
    """
    return _Builder(read, document_id, cleaning_rules_of(read, dictionary)).build()


class _Builder:
    def __init__(self, read: ReadFile, document: str, rules: CleaningRules) -> None:
        self._read = read
        self._document = document
        self._source = source_of(read)
        self._rules = rules
        self._nodes = nodes_of(read)
        self._ids = Ids(document, self._nodes)
        self._sections: dict[str, Section] = {}
        self._notes: dict[int, str] = {}
        self._blocks = read.shown
        self._starts = [block.start for block in self._blocks]
        self._marks = sorted(read.marks, key=lambda mark: mark.start)
        self._counts: Counter[str] = Counter()
        self._numbers: set[str | None] = set()
        self._highest = 0

    def build(self) -> tuple[Section, ...]:
        for node in self._nodes:
            self._add(node, None)
        self._tie_footnotes()
        return tuple(self._sections.values())

    def _add(self, node: Node, parent: str | None) -> None:
        if not (node.heading or node.pieces or node.children):
            return
        pages = self._pages([*node.heading, *node.pieces])
        label, derived = node.label, set[str]()
        number = label
        if node.kind == "side":
            number = label = self._page_label(node, derived)
        elif label is None and node.count is not None:
            number, derived = str(node.count), {"number"}
        title = self._flow(node.title) if node.title else ""
        shown = title or self._made_title(node, number)
        if not title:
            derived.add("title")
        section_id = self._ids.give(node, title, parent, number if node.kind == "side" else None)
        above = self._sections[parent] if parent else None
        layout = Layout.LINES if node.tables else Layout.PROSE
        pinned = pinpoint(node.kind, label, node.count, title, above.pinpoint if above else "")
        if node.kind == "paragraf" and (apart := self._apart(node, above)):
            pinned = f"{apart}, {pinned}"
        of_law = node.kind == "stykke" and above is not None
        pieces = self._source.merge(node.pieces)
        heading = self._source.merge(node.heading)
        self._sections[section_id] = Section(
            id=section_id,
            document=self._document,
            kind=node.kind,
            number=number,
            title=shown,
            text=clean(self._source, pieces, self._rules, layout),
            pieces=pieces,
            heading=heading,
            lines=self._source.line_ranges(pieces),
            heading_lines=self._source.line_ranges(heading),
            parent=parent,
            pages=pages,
            label=pinned if of_law else self._label(node, heading, shown),
            pinpoint=pinned,
            derived=frozenset(derived),
            layout=layout,
            table=self._table(node),
        )
        if above:
            above = self._sections[above.id]
            self._sections[above.id] = above._replace(children=(*above.children, section_id))
        if node.block >= 0:
            self._notes[node.block] = section_id
        for child in node.children:
            self._add(child, section_id)

    def _apart(self, node: Node, above: Section | None) -> str:
        """Return what a section of a law is cited by besides: an annex, or where it begins anew.

        Empty for what goes on with the row of the law itself.
        """
        annex = above
        while annex and annex.kind != "bilag":
            annex = self._sections[annex.parent] if annex.parent else None
        if annex:
            return annex.pinpoint
        number = int("0" + re.sub(r"\D.*", "", node.label or ""))
        anew = node.label in self._numbers or number < self._highest
        self._numbers.add(node.label)
        self._highest = max(self._highest, number)
        return above.pinpoint if anew and above else ""

    def _page_label(self, node: Node, derived: set[str]) -> str | None:
        if node.page is None:
            return None
        page = self._read.pages[node.page]
        if page.how == "index":
            derived.add("number")
        return page.label

    def _made_title(self, node: Node, number: str | None) -> str:
        name = _NAMES.get(node.kind, node.kind.capitalize())
        if number:
            return f"{name} {number}"
        if node.kind in ("titelblad", "underskrift", "domskonklusion"):
            return name
        self._counts[node.kind] += 1
        return f"{name} {self._counts[node.kind]}"

    def _label(self, node: Node, heading: Sequence[SourceRange], title: str) -> str:
        """Return what to show as heading: that of the source with its number, if it has one."""
        if node.title and heading and node.kind != "fodnote":
            return clean(self._source, heading, self._rules, Layout.FLOW).text
        if node.label is None and node.count is not None:
            return f"{node.count}. {node.kind}"
        return f"litra {node.label}" if node.kind == "led" else title

    def _flow(self, part: SourceRange) -> str:
        return clean(self._source, [self._source.trim(part)], self._rules, Layout.FLOW).text

    def _pages(self, parts: Sequence[SourceRange]) -> tuple[str, ...]:
        """Return the labels of the pages that ``parts`` stand on, in reading order."""
        labels: dict[str, None] = {}
        for start, end in parts:
            first = max(bisect_right(self._starts, start) - 1, 0)
            last = bisect_left(self._starts, end)
            for block in self._blocks[first:last]:
                if block.page is not None and block.end > start:
                    labels[self._read.pages[block.page].label] = None
        return tuple(labels)

    def _table(self, node: Node) -> Table | None:
        rows = [
            tuple(clean(self._source, cell, self._rules, Layout.FLOW).text for cell in row)
            for row in rows_of(node.tables)
        ]
        width = max((len(row) for row in rows), default=0)
        rows = [(*row, *("" for _ in range(width - len(row)))) for row in rows]
        return Table("", rows[0], tuple(rows[1:])) if rows else None

    def _tie_footnotes(self) -> None:
        """Say in each section where the marks of its footnotes stood."""
        starts = [mark.start for mark in self._marks]
        for section in list(self._sections.values()):
            tied: list[FootnoteMark] = []
            for start, end in section.pieces:
                for mark in self._marks[bisect_left(starts, start) : bisect_left(starts, end)]:
                    note = self._notes.get(mark.note)
                    offset = _offset_before(section.text, mark.start)
                    if note is not None and offset is not None:
                        text = self._read.text[mark.start : mark.end]
                        tied.append(FootnoteMark(text, offset, note))
            if tied:
                self._sections[section.id] = section._replace(footnotes=tuple(tied))


def _offset_before(text: AlignedText, raw: int) -> int | None:
    """Return the clean offset right behind the last character that stands before ``raw``."""
    best: tuple[int, int] | None = None
    for run in text.runs:
        if run.raw < raw:
            end = min(run.raw + run.length, raw)
            if best is None or end > best[0]:
                best = (end, run.clean + end - run.raw)
    return best[1] if best else None
