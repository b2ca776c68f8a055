"""The pages of plain text that form feeds part, as programs write them that read PDFs.

At their edges stand running headers and footers and page numbers, told as in a PDF, but by their
words and order alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from strategikort.readers.labels import page_labels
from strategikort.readers.running import (
    BARE_NUMBER,
    MIN_PAGES,
    SHARE,
    mask,
    numbers_in,
    rising,
)

_EDGE = 3
"""Lines at the top and at the bottom of a page among which running ones stand."""

_WORD = re.compile(r"\w+")
_NUMBERED = re.compile(r"[^\W\d_]+ #[.:)]?|§ #\.?")
"""What is counted and no page: ``Konklusion 7`` at the top of each."""


class _EdgeLine(NamedTuple):
    """A line at the edge of a page: which page, top or bottom, how far in, and its mask."""

    page: int
    top: bool
    rank: int
    line: int
    mask: str


class PagedLines(NamedTuple):
    """Which lines are running ones, and for each page its label and how that is known."""

    running: frozenset[int]
    labels: list[tuple[str, str]]


def read_pages(lines: Sequence[str], firsts: Sequence[int]) -> PagedLines:
    """Tell the running lines of a text whose pages begin at the lines ``firsts`` (from 0)."""
    edges = [edge for page in range(len(firsts)) for edge in _edges(lines, firsts, page)]
    running = _numbers(lines, edges, len(firsts)) | _repeated(lines, edges, firsts)
    found: list[set[int]] = [set() for _ in firsts]
    for edge in edges:
        if edge.line in running:
            found[edge.page] |= numbers_in(lines[edge.line])
    return PagedLines(frozenset(running), page_labels(rising(found), [None] * len(firsts)))


def _edges(lines: Sequence[str], firsts: Sequence[int], page: int) -> list[_EdgeLine]:
    end = firsts[page + 1] if page + 1 < len(firsts) else len(lines)
    filled = [line for line in range(firsts[page], end) if lines[line].strip()]
    half = len(filled) // 2
    top, bottom = filled[: min(_EDGE, half)], filled[::-1][: min(_EDGE, len(filled) - half)]
    return [
        _EdgeLine(page, is_top, rank, line, mask(lines[line]))
        for is_top, edge in ((True, top), (False, bottom))
        for rank, line in enumerate(edge)
    ]


def _numbers(lines: Sequence[str], edges: Sequence[_EdgeLine], pages: int) -> set[int]:
    """Return the lines that are nothing but a number which rises with the pages."""
    bare = {
        edge.line: (edge.page, int(match[1]))
        for edge in edges
        if (match := BARE_NUMBER.fullmatch(lines[edge.line].strip()))
    }
    found: list[set[int]] = [set() for _ in range(pages)]
    for page, number in bare.values():
        found[page].add(number)
    numbers = rising(found) if pages > 1 else [None]
    return {line for line, (page, number) in bare.items() if numbers[page] == number}


def _repeated(lines: Sequence[str], edges: Sequence[_EdgeLine], firsts: Sequence[int]) -> set[int]:
    """Return the lines that return at the edges of many pages.

    A line that names the chapter returns on some only, where others run on the rest; its first is
    the heading itself, unless that stands on the page besides, as is the title on the first page.
    """
    needed = max(MIN_PAGES, SHARE * len(firsts))
    candidates = [edge for edge in edges if edge.mask and not _NUMBERED.fullmatch(edge.mask)]
    on_pages = {(edge.top, edge.mask, edge.page) for edge in candidates}
    counts = Counter((top, text) for top, text, _ in on_pages)
    slots = Counter((edge.top, edge.rank) for edge in candidates if counts[edge[1], edge.mask] > 1)
    running: set[int] = set()
    met: set[str] = set()
    for edge in candidates:
        first = edge.mask not in met
        met.add(edge.mask)
        count = counts[edge.top, edge.mask]
        if count >= needed:
            title = first and edge.page == 0 and "#" not in edge.mask
        else:
            title = first and not _stands_besides(lines, firsts, edge)
            if count < 2 or slots[edge.top, edge.rank] < needed:
                continue
        if not title:
            running.add(edge.line)
    return running


def _stands_besides(lines: Sequence[str], firsts: Sequence[int], edge: _EdgeLine) -> bool:
    """Tell whether another line of its page has the words of a line: ``2. Mål``, ``2 Mål``."""
    words = _WORD.findall(lines[edge.line])
    page = range(firsts[edge.page], [*firsts[1:], len(lines)][edge.page])
    return any(_WORD.findall(lines[at]) == words for at in page if at != edge.line)
