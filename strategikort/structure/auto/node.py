"""A section to be, and what a document without headings has instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from strategikort.readers.model import Block, ReadFile
from strategikort.text.aligned import SourceRange


def span_of(block: Block) -> SourceRange:
    """Return the raw range of a block."""
    return SourceRange(block.start, block.end)


@dataclass(eq=False)
class Node:
    """A section to be: its kind, the blocks of its heading and of its own text.

    ``label`` is a number that stands in the source; ``count`` one that was only counted.
    ``title`` is the raw range that the title stands at, ``tables`` are the parts of a table.
    """

    kind: str
    level: int = 0
    label: str | None = None
    count: int | None = None
    title: SourceRange | None = None
    heading: list[SourceRange] = field(default_factory=list)
    pieces: list[SourceRange] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    tables: list[Block] = field(default_factory=list)
    block: int = -1
    page: int | None = None

    def take_caption(self, caption: Block, number: str | None) -> None:
        """Take the caption of a table for its heading; ``number`` is the one in it."""
        self.title = span_of(caption)
        self.heading, self.label = [self.title], number

    def begin_subsections(self) -> None:
        """Put what stands in a section of a law before »Stk. 2.« into its first subsection."""
        if self.pieces and all(child.kind != "stykke" for child in self.children):
            first = Node("stykke", self.level + 1, count=1, page=self.page)
            first.pieces, self.pieces = self.pieces, []
            self.children.insert(0, first)

    def walk(self) -> list[Node]:
        """Return the node and everything below it, in reading order."""
        found: list[Node] = []
        stack = [self]
        while stack:
            node = stack.pop()
            found.append(node)
            stack.extend(reversed(node.children))
        return found


def without_headings(read: ReadFile, top: Sequence[Node]) -> list[Node]:
    """Return sections by page, or by paragraph where there are no pages."""
    if any(node.kind in ("konklusion", "punkt", "præmis", "betragtning") for node in top):
        return list(top)
    asides = [child for node in top for child in node.children]
    spans = sorted(span for node in top for span in node.pieces)
    starts = {block.start: block for block in read.blocks}
    found: list[Node] = []
    for span in spans:
        block = starts.get(span.start)
        page = block.page if block else None
        goes_on = bool(block and block.continues)
        if read.pages:
            if not found or found[-1].page != page:
                found.append(Node("side", 1, page=page))
        elif not found or not goes_on:
            found.append(Node("stykke", 1, count=len(found) + 1))
        found[-1].pieces.append(span)
    for aside in asides:
        home = next((node for node in found if read.pages and node.page == aside.page), None)
        (home.children if home else found).append(aside)
    return sorted(found, key=_first)


def _first(node: Node) -> int:
    spans = [span for item in node.walk() for span in (*item.heading, *item.pieces)]
    return min((span.start for span in spans), default=0)
