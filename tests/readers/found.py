"""What a test asks of a file that has been read."""

from __future__ import annotations

from strategikort.readers import BlockKind, ReadFile
from strategikort.structure.auto import sections_of


def texts(read: ReadFile, kind: BlockKind) -> list[str]:
    """Return the text of every block of a kind."""
    return [read.text[b.start : b.end] for b in read.blocks if b.kind is kind]


def paragraphs(read: ReadFile) -> list[str]:
    """Return the paragraphs as a user sees them: lines joined, hyphens taken out."""
    return [part for s in sections_of(read, "d") for part in s.text.text.split("\n\n")]


def tables(read: ReadFile) -> list[list[tuple[str, ...]]]:
    """Return the tables, each as rows of cells."""
    return [
        [tuple(read.text[a:b] for a, b in row) for row in block.cells]
        for block in read.blocks
        if block.kind is BlockKind.TABLE
    ]


def headings(read: ReadFile) -> list[tuple[str, int, str]]:
    """Return each heading with its level and by what it is known."""
    return [
        (read.text[b.start : b.end], b.level, b.how)
        for b in read.blocks
        if b.kind is BlockKind.HEADING
    ]


def labels(read: ReadFile) -> list[tuple[str, str]]:
    """Return the label of each page and where it comes from."""
    return [(page.label, page.how) for page in read.pages]
