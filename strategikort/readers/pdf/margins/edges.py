"""The lines near the edges of a page, and which of the numbers in them count the pages.

Notes, rows of tables and the last lines of text stand there as well; those are left out, so that
only what may be a running line is compared from page to page.  A number is that of its page if most
pages have one that is as far above their places in the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from strategikort.language.numbers.numerals import roman
from strategikort.readers.cues.running import BARE_NUMBER
from strategikort.readers.pdf.drawing.content import PageContent
from strategikort.readers.pdf.lines.lines import Line, lines_of
from strategikort.readers.pdf.margins.notes import lines_of_notes
from strategikort.readers.pdf.tables.figurerows import is_aligned, is_amount
from strategikort.readers.pdf.tables.regions import grids_of

_EDGE = 0.09
_ARTIFACT_EDGE = 0.2
"""Shares of the height of what is printed; the further one is for what is marked as no content."""

_TALL = 0.2
"""The share of the height of a page that a table has at least which is no running line."""

_NUMBER = re.compile(r"(?<![\d.,/])\d{1,4}(?![\d.,])")


def lines_at_edges(page: PageContent, edges: tuple[float, float]) -> list[tuple[bool, Line]]:
    """Return the lines near the edges of the page: (is it at the top, line).

    The edges are those of what the file prints at all, as distances from the upper and the lower
    edge of the paper: some pages are wider than it, and some lie on their side.
    """
    above, below = edges
    height = page.height - above - below

    def near(y: float, share: float) -> bool:
        return min(y - below, page.height - above - y) <= share * height

    edge = [item for item in page.fragments if near(item.y, _ARTIFACT_EDGE)]
    marked = {round(item.y, 1) for item in edge if item.artifact}
    lines = lines_of(edge)
    kept = _table_rows(lines) | _ruled_rows(page, lines) | _notes(page, lines)
    return [
        (line.y > below + height / 2, line)
        for number, line in enumerate(lines)
        if (near(line.y, _EDGE) and number not in kept) or round(line.y, 1) in marked
    ]


def _notes(page: PageContent, lines: Sequence[Line]) -> set[int]:
    """Return which lines are notes that the text of the page has marks of."""
    if not any(line.text[:1].isdigit() for line in lines):
        return set()
    notes = {round(line.y, 1) for line in lines_of_notes(lines_of(page.fragments))}
    return {number for number, line in enumerate(lines) if round(line.y, 1) in notes}


def _table_rows(lines: Sequence[Line]) -> set[int]:
    """Return which lines are rows of a table: with figures below each other, and below others."""
    shared = [0]
    for above, below in pairwise(lines):
        near = above.y - below.y <= 3.5 * below.size
        shared.append(_shared_columns(above, below) if near else 0)
    rows: set[int] = set()
    for at, count in enumerate(shared):
        if count >= 3 or (count == 2 and max([shared[at - 1], *shared[at + 1 : at + 2]]) >= 2):
            rows |= {at - 1, at}
    return rows


def _ruled_rows(page: PageContent, lines: Sequence[Line]) -> set[int]:
    """Return which lines stand between the rules of a table that has most of its rows elsewhere.

    One that stands in the margin as a whole runs with its lines.
    """
    several = [number for number, line in enumerate(lines) if len(line.cells) > 1]
    grids = grids_of(page)[0] if several and (page.rules or page.fills) else []
    tall = [grid for grid in grids if grid.top - grid.bottom >= _TALL * page.height]
    return {
        number
        for number in several
        for grid in tall
        if grid.bottom <= lines[number].y <= grid.top
        and grid.xs[0] <= lines[number].x0
        and lines[number].x1 <= grid.xs[-1]
    }


def _shared_columns(above: Line, below: Line) -> int:
    """Return how many cells of two lines stand below each other; 0 if none of them is a figure."""
    pairs = [
        (one[2], other[2])
        for one in above.cells
        for other in below.cells
        if is_aligned(one[:2], other[:2])
    ]
    return len(pairs) if any(is_amount(a) and is_amount(b) for a, b in pairs) else 0


def numbers_apart(line: Line) -> list[int]:
    """Return the numbers that stand apart at the line's beginning or end."""
    if len(line.cells) < 2:
        return []
    ends = (line.cells[0], line.cells[-1])
    found = (BARE_NUMBER.fullmatch(cell[2].strip()) for cell in ends)
    return [int(match[1]) for match in found if match]


def bare_numbers(edges: Sequence[Iterable[Line]]) -> list[Line | None]:
    """Return for each page the line that is nothing but its number, if they count upwards.

    ``edges`` are the lines at the edges of each page, of which the lowest number counts.
    """
    found: list[tuple[Line, int] | None] = []
    for lines in edges:
        bare = [
            (line, int(match[1]))
            for line in lines
            if (match := BARE_NUMBER.fullmatch(line.text.strip()))
        ]
        found.append(min(bare, key=lambda pair: pair[0].y, default=None))
    offset = _offset([[item[1]] if item else [] for item in found], 1 if len(found) == 1 else 2)
    if offset is None or (len(found) == 1 and offset != 1):
        return [None] * len(found)
    return [
        item[0] if item and item[1] - index == offset else None for index, item in enumerate(found)
    ]


def _offset(numbers: Sequence[Iterable[int]], least: int) -> int | None:
    """Return how far most numbers are above the places of their pages, None for too few."""
    counts = Counter(number - index for index, found in enumerate(numbers) for number in found)
    return next((offset for offset, count in counts.most_common(1) if count >= least), None)


def printed_numbers(running: Sequence[Iterable[Line]]) -> list[int | None]:
    """Return for each page the number printed in its running lines.

    Of all numbers in them those count that rise with the pages.  A line that is the same on
    several pages does not tell them apart (the year in »Budget 2025«), and of a single page only
    a number that stands apart can be its own.
    """
    pages = [list(lines) for lines in running]
    same = Counter(text for lines in pages for text in {line.text for line in lines})
    numbers = [
        {
            number
            for line in lines
            if same[line.text] == 1
            for number in (_numbers(line) if len(pages) > 1 else _numbers_alone(line))
        }
        for lines in pages
    ]
    offset = _offset(numbers, min(2, len(pages)))
    if offset is None:
        return [None] * len(pages)
    return [
        index + offset if index + offset in found else None for index, found in enumerate(numbers)
    ]


def _numbers(line: Line) -> list[int]:
    return [int(found) for found in _NUMBER.findall(line.text)]


def _numbers_alone(line: Line) -> list[int]:
    bare = BARE_NUMBER.fullmatch(line.text.strip())
    return [int(bare[1])] if bare else numbers_apart(line)


def printed_numerals(running: Sequence[Iterable[Line]]) -> list[str | None]:
    """Return for each page the Roman numeral that is a running line of it.

    Such numerals count the pages in front of page 1.
    """
    found: list[tuple[str, int] | None] = []
    for lines in running:
        said = (line.text.strip() for line in lines)
        read = ((one, 1 if one in ("i", "I") else roman(one)) for one in said)
        found.append(next(((one, value) for one, value in read if value), None))
    offset = _offset([[one[1]] if one else [] for one in found], 2)
    return [one[0] if one and one[1] - index == offset else None for index, one in enumerate(found)]
