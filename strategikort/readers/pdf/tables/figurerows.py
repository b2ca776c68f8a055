"""The columns and rows of a table of figures: which lines are one row, and which cell is whose.

Columns are where figures stand below each other; labels have what is left.  A label may have
several lines, with its figures beside the first, the middle or the last: a line goes on with a row
where only one of the two has figures and the gap is that of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from strategikort.readers.pdf.drawing.content import Fragment
from strategikort.readers.pdf.lines.rows import grouped

_FIGURE = re.compile(r"[(+−–-]?\s?\d[\d.\s]*(?:,\d+)?\)?\s?(?:%|pct\.)?")
_NONE = re.compile(r"[-–−]")
_ORDINAL = re.compile(r".*\d\s*\.\s*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEFT_OPEN = re.compile(r"(?:\w[-\u2010]|,|\b(?:og|eller|samt|til|af|for|i|på|med|ved|fra))$")
_PART = re.compile(r"(?:heraf|herunder|deraf|hvoraf)\b")
"""How the label of a row begins that is a part of another one."""

_ALIGNED = 3.0


@dataclass(eq=False)
class TextLine:
    """What stands on one baseline, from left to right; raised marks stand with their line."""

    items: list[Fragment]

    @property
    def y(self) -> float:
        """The baseline of most of it."""
        return max(self.items, key=lambda item: (item.size, len(item.text))).y

    @property
    def size(self) -> float:
        """The size of its largest type."""
        return max(item.size for item in self.items)


def text_lines(fragments: Iterable[Fragment]) -> list[TextLine]:
    """Return the lines of a page from top to bottom, across all its columns."""
    down = sorted(fragments, key=lambda item: -item.y)
    lines = grouped(down, lambda line, item: _on_line(line[0], item))
    return [TextLine(sorted(line, key=lambda item: item.x0)) for line in lines]


def _on_line(first: Fragment, item: Fragment) -> bool:
    small, large = sorted((first.size, item.size))
    return first.y - item.y <= (0.22 * small if small > 0.86 * large else 0.45 * large)


def is_figure(text: str) -> bool:
    """Tell whether a cell is nothing but a figure, perhaps in per cent; a mere dash is not."""
    text = text.strip()
    return bool(_FIGURE.fullmatch(text)) and (text.endswith("pct.") or not _ORDINAL.fullmatch(text))


def is_amount(text: str) -> bool:
    """Tell whether a cell is a figure, or the dash that stands for none."""
    return is_figure(text) or bool(_NONE.fullmatch(text.strip()))


def is_aligned(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Tell whether two cells begin, end or stand in the middle at one place."""
    return any(
        abs(a - b) <= _ALIGNED
        for a, b in ((one[0], other[0]), (one[1], other[1]), (sum(one) / 2, sum(other) / 2))
    )


def column_cuts(figures: Sequence[Fragment], others: Sequence[Fragment], rows: int) -> list[float]:
    """Return where the columns of a table of so many rows part.

    A column of figures has more than one of them, one of labels more than one that begin there.
    """
    needed = 1 if rows < 3 else 2 if rows < 9 else 3
    columns = [
        span
        for span in _spans((item.x0, item.x1) for item in figures)
        if sum(1 for item in figures if span[0] <= item.x0 <= span[1]) >= needed
    ]
    texts = sorted(
        (
            item
            for item in (*figures, *others)
            if not any(_is_in(item, x0, x1) for x0, x1 in columns)
        ),
        key=lambda item: item.x0,
    )
    labels: list[tuple[float, float]] = []
    for x0, x1 in _spans((item.x0, item.x1) for item in texts):
        shared = sum(1 for item in texts if abs(item.x0 - x0) <= 3)
        before = max((end for end, _ in columns if end < x0), default=0.0)
        if labels and shared < needed and labels[-1][0] > before:
            labels[-1] = (labels[-1][0], x1)
        else:
            labels.append((x0, x1))
    return [
        (left[1] + right[0]) / 2 if left[1] < right[0] else right[0] - 1
        for left, right in pairwise(sorted(columns + labels))
    ]


def _is_in(item: Fragment, x0: float, x1: float) -> bool:
    """Tell whether a cell stands in a column of figures."""
    inside = x0 - 1 <= (item.x0 + item.x1) / 2 <= x1 + 1
    return inside or abs(item.x0 - x0) <= 2 or abs(item.x1 - x1) <= 2


def _spans(pairs: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return what intervals cover together, those that touch each other as one."""
    spans: list[tuple[float, float]] = []
    for x0, x1 in sorted(pairs):
        if spans and x0 <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], x1))
        else:
            spans.append((x0, x1))
    return spans


def rows_of(lines: Sequence[TextLine], cuts: Sequence[float]) -> list[list[list[Fragment]]]:
    """Return the rows of a table of which these are the lines, each with its cells."""
    rows: list[list[list[Fragment]]] = []
    last: list[list[Fragment]] = []
    had_figures = False
    left = min(line.items[0].x0 for line in lines)
    for index, line in enumerate(lines):
        cells: list[list[Fragment]] = [[] for _ in range(len(cuts) + 1)]
        for item in line.items:
            cells[0 if item.x0 < left + _ALIGNED else _column(item, cuts)].append(item)
        figures = [item.text for item in line.items if is_figure(item.text)]
        gap = (lines[index - 1].y - line.y) / line.size if index else 99.0
        shared = [pair for pair in zip(last, cells, strict=False) if all(pair)]
        if not shared:
            # Figures that stand in the middle beside a label of several lines.
            goes_on = gap < 0.95
        elif figures and all(_YEAR.fullmatch(text.strip()) for text in figures):
            above = any(is_figure(cell[-1].text) for cell, _ in shared)
            goes_on = gap <= 1.8 and not above and not (last[0] and cells[0])
        else:
            goes_on = gap <= 1.8 and not (had_figures and figures)
            goes_on = goes_on and any(_runs_on(*pair) for pair in shared)
        if goes_on:
            for cell, more in zip(rows[-1], cells, strict=True):
                cell += more
        else:
            rows.append(cells)
        had_figures = bool(figures) or (goes_on and had_figures)
        last = cells
    return rows


def _column(item: Fragment, cuts: Sequence[float]) -> int:
    """Return the column that most of a fragment stands in."""
    edges = [min(item.x0, *cuts), *cuts, max(item.x1, *cuts)] if cuts else [item.x0, item.x1]
    shares = [min(item.x1, end) - max(item.x0, start) for start, end in pairwise(edges)]
    return shares.index(max(shares))


def _runs_on(above: Sequence[Fragment], below: Sequence[Fragment]) -> bool:
    """Tell whether the line of a cell goes on with the one above it."""
    last, first = above[-1], below[0]
    if last.style.bold != first.style.bold or not is_aligned(
        (above[0].x0, last.x1), (first.x0, below[-1].x1)
    ):
        return False
    if _PART.match(first.text):
        return False
    return first.text[:1].islower() or bool(_LEFT_OPEN.search(last.text))
