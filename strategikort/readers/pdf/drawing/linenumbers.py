"""Numbers of the lines in the margin, as drafts have them for those who discuss them.

They stand left of the text on its baselines and count its lines: where two of them differ by five,
five lines lie between them.  Numbers of paragraphs, and of the rows of a table, do not count so
through lines that begin within sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from strategikort.readers.pdf.drawing.content import Fragment, PageContent

_FEWEST = 4
"""Numbers on a page, at least."""

_COUNTED = 0.8
_COVERED = 0.5
_WITHIN = 0.2
"""Shares: of the numbers that count the lines, of the lines of a page from the first to the last of
them, and of the lines that begin within a sentence."""


def take_line_numbers(pages: Sequence[PageContent]) -> None:
    """Put the numbers of the lines aside on every page, if the lines of the file are numbered."""
    columns = {page.index: _column(page) for page in pages}
    counting = [
        page for page in pages if (numbers := columns[page.index]) and _count_lines(page, numbers)
    ]
    begun = [text for page in counting for text in _texts_beside(page, columns[page.index])]
    if not begun or sum(text[0].islower() for text in begun) < _WITHIN * len(begun):
        return
    edges = {round(item.x1) for page in counting for item in columns[page.index]}
    for page in pages:
        numbers = columns[page.index]
        few = len(numbers) < _FEWEST and all(round(item.x1) in edges for item in numbers)
        if page in counting or few:
            taken = {id(item) for item in numbers}
            page.line_numbers = numbers
            page.fragments = [item for item in page.fragments if id(item) not in taken]


def _column(page: PageContent) -> list[Fragment]:
    """Return the numbers, from top to bottom, that stand left of all text on their baselines."""
    bare = [item for item in page.fragments if item.text.isdecimal() and len(item.text) <= 4]
    bare = [
        item
        for item in bare
        if all(other.x0 > item.x1 for other in page.fragments if _beside(item, other))
    ]
    for edge in ("x1", "x0"):
        places = Counter(round(getattr(item, edge)) for item in bare)
        for place, _ in places.most_common(1):
            found = [item for item in bare if abs(getattr(item, edge) - place) <= 1.5]
            if len(found) >= 0.8 * len(bare):
                return sorted(found, key=lambda item: -item.y)
    return []


def _beside(item: Fragment, other: Fragment) -> bool:
    return other is not item and abs(other.y - item.y) <= 0.3 * max(item.size, other.size)


def _count_lines(page: PageContent, numbers: Sequence[Fragment]) -> bool:
    """Say whether the numbers count the lines of a page.

    Most are as far from the next as there are lines between them, and they go down most of it.
    """
    if len(numbers) < _FEWEST:
        return False
    rows: list[float] = []
    for item in sorted(page.fragments, key=lambda item: -item.y):
        if not rows or rows[-1] - item.y > 0.5 * item.size:
            rows.append(item.y)
    at = [min(range(len(rows)), key=lambda row: abs(rows[row] - item.y)) for item in numbers]
    pairs = list(zip(pairwise(numbers), pairwise(at), strict=True))
    counted = sum(
        int(below.text) - int(above.text) == second - first
        for (above, below), (first, second) in pairs
    )
    return counted >= _COUNTED * len(pairs) and at[-1] - at[0] >= _COVERED * len(rows)


def _texts_beside(page: PageContent, numbers: Sequence[Fragment]) -> list[str]:
    return [
        min(beside, key=lambda other: other.x0).text
        for item in numbers
        if (beside := [other for other in page.fragments if _beside(item, other)])
    ]
