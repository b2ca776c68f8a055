"""Passages: what a search finds, a paragraph or an item rather than a chapter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from strategikort.model import Section
from strategikort.text.layout import PARAGRAPH, Layout


class Passage(NamedTuple):
    """Half-open offsets into a section's clean text; ``0, 0`` stands for a heading alone."""

    start: int
    end: int


def passages_of(section: Section) -> Iterator[Passage]:
    """Go through the passages of a section: its paragraphs, or a list or chart as a whole."""
    text = section.text.text
    if not text or section.layout is not Layout.PROSE:
        yield Passage(0, len(text))
        return
    position = 0
    for paragraph in text.split(PARAGRAPH):
        if paragraph:
            yield Passage(position, position + len(paragraph))
        position += len(paragraph) + len(PARAGRAPH)
