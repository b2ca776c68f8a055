"""The two sides of a gutter: whether they are columns of text, a table, or labels beside a text.

A white strip down the page looks the same in all three, but they are read differently: column by
column, row by row, line by line.  What tells them apart is how full the lines are, whether rows
share their baselines and edges, and in which order the file draws the two sides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from strategikort.readers.pdf.lines.rows import grouped


class Item(Protocol):
    """Something that stands on a page; ``order`` counts the items as they are drawn."""

    text: str
    x0: float
    x1: float
    order: int

    @property
    def top(self) -> float:
        """The upper edge in points from the bottom of the page."""

    @property
    def bottom(self) -> float:
        """The lower edge."""


_Rows = list[list[Item]]


@dataclass
class Band:
    """What stands between two lines that cross a gutter, on its left and on its right."""

    left: list[Item]
    right: list[Item]

    @cached_property
    def rows(self) -> tuple[_Rows, _Rows]:
        """What stands side by side in each of the two, from top to bottom."""
        return _rows(self.left), _rows(self.right)

    @property
    def fewest_rows(self) -> int:
        """How many rows there are on the side that has fewer."""
        return min(map(len, self.rows))


def two_sided(band: Band, is_known: bool) -> bool:
    """Say whether both sides have text next to each other."""
    if not band.left or not band.right:
        return False
    top = min(max(i.top for i in band.left), max(i.top for i in band.right))
    bottom = max(min(i.bottom for i in band.left), min(i.bottom for i in band.right))
    if top <= bottom:
        return False
    if is_known:
        return True
    return band.fewest_rows >= 2


def is_text(band: Band, is_known: bool) -> bool:
    """Say whether both sides are columns of text, not numbers or labels beside a text."""
    return all(_side_is_text(rows, is_known) for rows in band.rows)


def _side_is_text(rows: _Rows, is_known: bool) -> bool:
    side = [item for row in rows for item in row]
    per_row = sum(len(item.text) for item in side) / len(rows)
    width = max(item.x1 for item in side) - min(item.x0 for item in side)
    return per_row >= (4 if is_known else 10) and width >= (20 if is_known else 55)


_LEADING = 0.75
"""How far apart the lines of one column are at least, as a share of those of the other."""

_LABEL = re.compile(r"(?:\W{1,2}|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zæøå]|[ivx]{1,4})[.):]?)")
_NUMBER = re.compile(r"\(?\d{1,4}[.):]?")


def are_labels(side: list[Item]) -> bool:
    """Say whether a side is only the bullets or numbers of what stands beside it."""
    labels = sum(1 for item in side if _LABEL.fullmatch(item.text.strip()))
    return labels > 0.7 * len(side)


def end_in_numbers(side: list[Item]) -> bool:
    """Say whether a side ends in the numbers of what stands beside it, notes in the margin before.

    They count by one; nothing else reaches as far.
    """
    labels = [item for item in side if _NUMBER.fullmatch(item.text.strip())]
    others = [item for item in side if item not in labels]
    if len(labels) < 2 or not others:
        return False
    if max(item.x1 for item in others) > min(item.x0 for item in labels):
        return False
    labels.sort(key=lambda item: -item.top)
    numbers = [int(re.sub(r"\D", "", item.text)) for item in labels]
    return all(below == above + 1 for above, below in pairwise(numbers))


def is_column_pair(band: Band, is_known: bool) -> bool:
    """Say whether a band of text is read column by column."""
    return (is_known or band.fewest_rows >= 3) and not _row_by_row(band, is_known)


def is_table(band: Band, is_known: bool = False) -> bool:
    """Say whether the two sides are drawn row by row, as the cells of a table are."""
    if not two_sided(band, is_known=False) or are_labels(band.left):
        return False
    return _shared_rows(band) and _is_aligned(band) and _row_by_row(band, is_known)


def _is_aligned(band: Band) -> bool:
    """Say whether the cells right of the cut begin at one place, or are figures that end there.

    Words of justified lines with wide gaps stand side by side like cells, but at any place.
    """
    firsts = [min(row, key=lambda item: item.x0) for row in band.rows[1]]
    needed = max(3, 0.6 * len(firsts))
    places = [[item.x0 for item in firsts]]
    if sum(1 for item in firsts if item.text[:1].isdigit()) >= needed:
        places += [[i.x1 for i in firsts], [(i.x0 + i.x1) / 2 for i in firsts]]
    return any(
        sum(1 for other in column if abs(other - place) <= 2.5) >= needed
        for column in places
        for place in column
    )


def _shared_rows(band: Band) -> bool:
    """Say whether the rows of the two sides begin on the same baselines."""
    lefts = sorted(item.bottom for item in band.left)
    rights = [item.bottom for item in band.right]
    shared = sum(1 for y in rights if _near(lefts, y))
    return shared >= 0.5 * band.fewest_rows


def _near(places: list[float], y: float) -> bool:
    at = bisect_left(places, y - 3)
    return at < len(places) and places[at] <= y + 3


def _row_by_row(band: Band, is_known: bool) -> bool:
    """Say whether the stream draws the two sides by turns, going down the page: a table."""
    sides = [(item, False) for item in band.left] + [(item, True) for item in band.right]
    sides.sort(key=lambda pair: pair[0].order)
    runs: list[tuple[bool, float, float]] = []
    for item, side in sides:
        if runs and runs[-1][0] == side:
            runs[-1] = (side, max(runs[-1][1], item.top), min(runs[-1][2], item.bottom))
        else:
            runs.append((side, item.top, item.bottom))
    if len(runs) < 4:
        return False
    rows = band.fewest_rows
    descending = sum(
        1 for first, third in zip(runs, runs[2:], strict=False) if third[1] <= first[2] + 3
    )
    if descending < 0.8 * (len(runs) - 2):
        return False
    # Text that a producer draws line by line across the columns fills them; cells do not.
    filled = len(runs) >= 0.9 * rows and _is_filled(band, 0.5 if is_known else 0.75)
    if filled and _has_one_leading(band):
        return False
    return len(runs) >= min(6, rows)


def _has_one_leading(band: Band) -> bool:
    """Say whether the rows of both sides stand as far apart, as lines of text do.

    Cells of a single line stand as far apart as their rows.
    """
    left, right = map(_leading, band.rows)
    return min(left, right) >= _LEADING * max(left, right)


def _leading(rows: _Rows) -> float:
    tops = [row[0].top for row in rows]
    gaps = sorted(above - below for above, below in pairwise(tops))
    return gaps[len(gaps) // 2] if gaps else 0.0


def _is_filled(band: Band, share: float) -> bool:
    """Say whether an ordinary row fills its column, on both sides, as running text does."""
    for side, rows in zip((band.left, band.right), band.rows, strict=True):
        width = max(item.x1 for item in side) - min(item.x0 for item in side)
        extents = sorted(max(i.x1 for i in row) - min(i.x0 for i in row) for row in rows)
        letters = sorted(sum(len(i.text) for i in row) for row in rows)
        middle = len(rows) // 2
        if extents[middle] < share * width or letters[middle] < 30 * share:
            return False
    return True


def _rows(items: Sequence[Item]) -> _Rows:
    return grouped(
        sorted(items, key=lambda item: -item.top),
        lambda row, item: row[0].top - item.top <= 0.5 * (item.top - item.bottom),
    )


def rows_of_table(band: Band) -> tuple[list[Item], list[Item], list[Item]]:
    """Part the table in a band from one-sided text above and below it."""
    lead = min(max(i.top for i in band.left), max(i.top for i in band.right)) + 4
    both = [*band.left, *band.right]
    tail = max(min(i.bottom for i in band.left), min(i.bottom for i in band.right)) - 4
    above = [item for item in both if item.bottom > lead]
    below = [item for item in both if item.top < tail]
    # What goes on directly below in the last row's cells, in their type, belongs to the table.
    lowest = min([tail, *(i.bottom for i in both if i.bottom <= lead and i.top >= tail)])
    rows = [i.top - i.bottom for i in both if i.bottom <= lead and i.top >= tail]
    largest = 1.08 * max(rows, default=0.0)
    kept_below: list[Item] = []
    for item in sorted(below, key=lambda item: -item.top):
        height = item.top - item.bottom
        if lowest - item.top < 0.9 * height and height <= largest:
            lowest = min(lowest, item.bottom)
        else:
            kept_below.append(item)
    gone = {id(item) for item in (*above, *kept_below)}
    return above, [item for item in both if id(item) not in gone], kept_below


def column_edges(items: Iterable[Item]) -> list[float]:
    """Return the left edges of a table's columns: after each corridor free of text."""
    return edges_of(((item.x0, item.x1) for item in items), 3)


def edges_of(spans: Iterable[tuple[float, float]], gap: float) -> list[float]:
    """Return where something begins right of a ``gap`` or more that all of ``spans`` leave."""
    (first, reach), *others = sorted(spans)
    edges = [first]
    for x0, x1 in others:
        if x0 - reach >= gap:
            edges.append(x0)
        reach = max(reach, x1)
    return edges
