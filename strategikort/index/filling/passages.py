"""Passages: what a search finds, a paragraph or an item rather than a chapter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from strategikort.model import Section
from strategikort.text.layout import PARAGRAPH, Layout

SHORT = 80
"""Characters; a paragraph this short (a label, a signature) goes with its neighbours."""

MERGED = 700
"""Characters that paragraphs put together have at most."""

LONG_TABLE = 1_000
"""Characters of a table, beyond which »in the table« does not tell where a row is."""

_STRETCH = 350
"""Characters of the rows of such a table that are a passage, at most, unless one has more."""


class Passage(NamedTuple):
    """Half-open offsets into a section's clean text; ``0, 0`` stands for a heading alone."""

    start: int
    end: int


def passages_of(section: Section) -> Iterator[Passage]:
    """Go through the passages of a section: its paragraphs, or a list or chart as a whole.

    A table that is longer than :data:`LONG_TABLE` is taken in stretches of whole rows.
    """
    text = section.text.text
    if section.layout is Layout.LINES and section.table and len(text) > LONG_TABLE:
        yield from _stretches(text)
        return
    if not text or section.layout is not Layout.PROSE:
        yield Passage(0, len(text))
        return

    def leads(said: str) -> bool:
        # Items that are sections stand between it and the next paragraph.
        return said.endswith(":") and not section.children

    position = 0
    open_passage: Passage | None = None
    for paragraph in text.split(PARAGRAPH):
        passage = Passage(position, position + len(paragraph))
        position = passage.end + len(PARAGRAPH)
        if open_passage is not None:
            lengths = (len(paragraph), open_passage.end - open_passage.start)
            short = min(lengths) < SHORT and not leads(paragraph)
            together = passage.end - open_passage.start
            if (short or leads(text[: open_passage.end])) and together <= MERGED:
                open_passage = Passage(open_passage.start, passage.end)
                continue
            yield open_passage
        open_passage = passage
    if open_passage is not None:
        yield open_passage


def _stretches(text: str) -> Iterator[Passage]:
    start = position = 0
    for row in text.split("\n"):
        end = position + len(row)
        if position > start and end - start > _STRETCH:
            yield Passage(start, position - 1)
            start = position
        position = end + 1
    yield Passage(start, len(text))
