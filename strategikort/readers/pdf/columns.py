"""Column geometry: where a page's text stands in columns, and in which order they are read.

A gutter is found by the left edge that the lines to its right share.  Lines that cross it cut
the page into bands; a band with text on both sides is read column by column, and each side is
looked at in the same way again.  What is drawn row by row, side by side, is a table and is not
cut up.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from strategikort.readers.pdf.spanning import spanning

_EDGE = 2.0
_MIN_GUTTER = 5.0
_MAX_DEPTH = 12
_MAX_EDGES = 24


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


@dataclass
class Leaf:
    """Items that are read from top to bottom; ``rows``: they are a table without rules."""

    items: list[Item]
    left: float
    right: float
    rows: bool = False
    columns: list[float] = field(default_factory=list)


@dataclass
class _Band:
    left: list[Item]
    right: list[Item]


@dataclass
class _Cut:
    x: float
    score: float
    crossing: set[int]
    is_table: bool


def arrange(items: Sequence[Item], known: Sequence[float] = ()) -> tuple[list[Leaf], list[float]]:
    """Return the columns of ``items`` in reading order, and the gutters that part them.

    ``known`` are gutters that other pages of the file have: less is asked of them.
    """
    gutters: list[float] = []
    leaves = _arrange(list(items), tuple(known), (), gutters, 0)
    return leaves, gutters


def _leaf(items: list[Item]) -> Leaf:
    return Leaf(items, min(item.x0 for item in items), max(item.x1 for item in items))


def _arrange(
    items: list[Item],
    known: tuple[float, ...],
    refused: tuple[float, ...],
    gutters: list[float],
    depth: int,
) -> list[Leaf]:
    if not items:
        return []
    cut = _best_cut(items, known, refused) if depth < _MAX_DEPTH and len(items) > 2 else None
    if cut is None:
        return [_leaf(items)]
    if cut.is_table:
        return _with_table(items, cut, known, refused, gutters, depth)
    gutters.append(cut.x)
    leaves: list[Leaf] = []
    waiting: list[Item] = []
    for part in _bands(items, cut):
        if isinstance(part, _Band) and _two_sided(part, is_known=True):
            leaves += _arrange(waiting, known, (*refused, cut.x), gutters, depth + 1)
            waiting = []
            leaves += _arrange(part.left, known, refused, gutters, depth + 1)
            leaves += _arrange(part.right, known, refused, gutters, depth + 1)
        elif isinstance(part, _Band):
            waiting += part.left + part.right
        else:
            waiting.append(part)
    return leaves + _arrange(waiting, known, (*refused, cut.x), gutters, depth + 1)


def _with_table(
    items: list[Item],
    cut: _Cut,
    known: tuple[float, ...],
    refused: tuple[float, ...],
    gutters: list[float],
    depth: int,
) -> list[Leaf]:
    """Part a table without rules from the text above and below it."""
    leaves: list[Leaf] = []
    waiting: list[Item] = []
    for part in _bands(items, cut):
        if not isinstance(part, _Band):
            waiting.append(part)
            continue
        if not _is_table(part):
            waiting += part.left + part.right
            continue
        above, table, below = _rows_of_table(part)
        leaves += _arrange(waiting + above, known, (*refused, cut.x), gutters, depth + 1)
        waiting = below
        leaf = _leaf(table)
        leaf.rows = True
        leaf.columns = _column_edges(table)
        leaves.append(leaf)
    return leaves + _arrange(waiting, known, (*refused, cut.x), gutters, depth + 1)


def _best_cut(
    items: list[Item], known: tuple[float, ...], refused: tuple[float, ...]
) -> _Cut | None:
    best: _Cut | None = None
    for x, is_known in _candidates(items, known):
        if any(abs(x - other) < 4 for other in refused):
            continue
        cut = _judge(items, x, is_known)
        if cut and (
            best is None or (cut.score, -len(cut.crossing)) > (best.score, -len(best.crossing))
        ):
            best = cut
    return best


def _candidates(items: list[Item], known: tuple[float, ...]) -> list[tuple[float, bool]]:
    edges = sorted(item.x0 for item in items)
    shared: list[tuple[int, float]] = []
    start = 0
    for index in range(1, len(edges) + 1):
        if index < len(edges) and edges[index] - edges[start] <= 3:
            continue
        if index - start >= 3:
            shared.append((index - start, edges[start]))
        start = index
    shared.sort(reverse=True)
    found = [(x, any(abs(x - other) < 4 for other in known)) for _, x in shared[:_MAX_EDGES]]
    # Centred columns share no edge: look for a corridor that the narrower lines leave free.
    width = max(item.x1 for item in items) - edges[0]
    narrow = sorted((item.x0, item.x1) for item in items if item.x1 - item.x0 < 0.55 * width)
    reach = narrow[0][1] if narrow else 0.0
    for x0, x1 in narrow:
        if x0 - reach >= 12 and len(found) < 2 * _MAX_EDGES:
            found.append((x0, any(abs(x0 - other) < 4 for other in known)))
        reach = max(reach, x1)
    found += [(x, True) for x in known if not any(abs(x - other) < 4 for other, _ in found)]
    return found


def _judge(items: list[Item], x: float, is_known: bool) -> _Cut | None:
    lefts = [item for item in items if item.x1 <= x - _MIN_GUTTER]
    rights = [item for item in items if item.x0 >= x - _EDGE]
    if not lefts or not rights:
        return None
    crossing = {
        id(item)
        for item in items
        if item.x0 < x - _EDGE and item.x1 > x - _MIN_GUTTER and not _is_overfull(item, rights, x)
    }
    if len(crossing) > 0.9 * len(items):
        return None
    crossing |= spanning(lefts, rights, [item for item in items if id(item) in crossing])
    cut = _Cut(x, 0, crossing, False)
    text_rows = table_rows = 0
    has_columns = False
    for band in _bands(items, cut):
        if not isinstance(band, _Band) or not _two_sided(band, is_known):
            continue
        rows = min(_row_count(band.left), _row_count(band.right))
        if _are_labels(band.left):
            continue
        if _is_table(band, is_known):
            table_rows += rows
            has_columns = has_columns or (rows >= 3 and len(_column_edges(band.right)) > 1)
        elif _is_text(band, is_known) and _is_column_pair(band, rows, is_known):
            text_rows += rows
    if max(text_rows, table_rows) < (1 if is_known else 3):
        return None
    # Gaps between justified words stand below each other now and then: most lines cross them.
    # They do not at two places in the same lines.
    if not is_known and not has_columns and max(text_rows, table_rows) < 0.2 * len(crossing):
        return None
    cut.is_table = table_rows > text_rows
    cut.score = max(text_rows, table_rows) - 0.5 * min(text_rows, table_rows)
    if is_known:
        cut.score += 1
    return cut


def _is_overfull(item: Item, rights: list[Item], x: float) -> bool:
    """Say whether a line only sticks out of its column: the next one has text beside it."""
    if item.x1 - x > 0.3 * (item.x1 - item.x0):
        return False
    height = 0.3 * (item.top - item.bottom)
    return any(
        min(item.top, other.top) - max(item.bottom, other.bottom) > height for other in rights
    )


def _bands(items: list[Item], cut: _Cut) -> list[_Band | Item]:
    """Return bands and the items that cross the gutter, from top to bottom."""
    parts: list[_Band | Item] = []
    band = _Band([], [])
    for item in sorted(items, key=lambda item: (-item.top, item.x0)):
        if id(item) in cut.crossing:
            if band.left or band.right:
                _push(parts, band)
                band = _Band([], [])
            parts.append(item)
        elif item.x0 >= cut.x - _EDGE:
            band.right.append(item)
        else:
            band.left.append(item)
    if band.left or band.right:
        _push(parts, band)
    return parts


def _push(parts: list[_Band | Item], band: _Band) -> None:
    # Something on the baseline of the crossing item above is not below it.
    parts.append(band)


def _row_count(items: Sequence[Item]) -> int:
    return len(_rows(items))


def _two_sided(band: _Band, is_known: bool) -> bool:
    if not band.left or not band.right:
        return False
    top = min(max(i.top for i in band.left), max(i.top for i in band.right))
    bottom = max(min(i.bottom for i in band.left), min(i.bottom for i in band.right))
    if top <= bottom:
        return False
    if is_known:
        return True
    return _row_count(band.left) >= 2 and _row_count(band.right) >= 2


def _is_text(band: _Band, is_known: bool) -> bool:
    """Say whether both sides are columns of text, not numbers or labels beside a text."""
    return all(_side_is_text(side, is_known) for side in (band.left, band.right))


def _side_is_text(side: list[Item], is_known: bool) -> bool:
    letters = sum(len(item.text) for item in side)
    per_row = letters / max(_row_count(side), 1)
    width = max(item.x1 for item in side) - min(item.x0 for item in side)
    return per_row >= (4 if is_known else 10) and width >= (20 if is_known else 55)


_LABEL = re.compile(r"(?:\W{1,2}|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zæøå]|[ivx]{1,4})[.):]?)")


def _are_labels(side: list[Item]) -> bool:
    """Say whether a side is only the bullets or numbers of what stands beside it."""
    labels = sum(1 for item in side if _LABEL.fullmatch(item.text.strip()))
    return labels > 0.7 * len(side)


def _is_column_pair(band: _Band, rows: int, is_known: bool) -> bool:
    return not _row_by_row(band, is_known) and (is_known or rows >= 3)


def _is_table(band: _Band, is_known: bool = False) -> bool:
    if not _two_sided(band, is_known=False) or _are_labels(band.left):
        return False
    return _shared_rows(band) and _is_aligned(band) and _row_by_row(band, is_known)


def _is_aligned(band: _Band) -> bool:
    """Say whether the cells right of the cut begin at one place, or are figures that end there.

    Words of justified lines with wide gaps stand side by side like cells, but at any place.
    """
    firsts = [min(row, key=lambda item: item.x0) for row in _rows(band.right)]
    needed = max(3, 0.6 * len(firsts))
    places = [[item.x0 for item in firsts]]
    if sum(1 for item in firsts if item.text[:1].isdigit()) >= needed:
        places += [[i.x1 for i in firsts], [(i.x0 + i.x1) / 2 for i in firsts]]
    return any(
        sum(1 for other in column if abs(other - place) <= 2.5) >= needed
        for column in places
        for place in column
    )


def _shared_rows(band: _Band) -> bool:
    """Say whether the rows of the two sides begin on the same baselines."""
    lefts = sorted(item.bottom for item in band.left)
    rights = [item.bottom for item in band.right]
    shared = sum(1 for y in rights if _near(lefts, y))
    return shared >= 0.5 * min(_row_count(band.left), _row_count(band.right))


def _near(places: list[float], y: float) -> bool:
    at = bisect_left(places, y - 3)
    return at < len(places) and places[at] <= y + 3


def _row_by_row(band: _Band, is_known: bool) -> bool:
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
    rows = max(min(_row_count(band.left), _row_count(band.right)), 1)
    descending = sum(
        1 for first, third in zip(runs, runs[2:], strict=False) if third[1] <= first[2] + 3
    )
    if descending < 0.8 * (len(runs) - 2):
        return False
    # Text that a producer draws line by line across the columns fills them; cells do not.
    if len(runs) >= 0.9 * rows and _is_filled(band, 0.5 if is_known else 0.75):
        return False
    return len(runs) >= min(6, rows)


def _is_filled(band: _Band, share: float) -> bool:
    """Say whether an ordinary row fills its column, on both sides, as running text does."""
    for side in (band.left, band.right):
        width = max(item.x1 for item in side) - min(item.x0 for item in side)
        rows = _rows(side)
        extents = sorted(max(i.x1 for i in row) - min(i.x0 for i in row) for row in rows)
        letters = sorted(sum(len(i.text) for i in row) for row in rows)
        middle = len(rows) // 2
        if extents[middle] < share * width or letters[middle] < 30 * share:
            return False
    return True


def _rows(items: Sequence[Item]) -> list[list[Item]]:
    rows: list[list[Item]] = []
    for item in sorted(items, key=lambda item: -item.top):
        if rows and rows[-1][0].top - item.top <= 0.5 * (item.top - item.bottom):
            rows[-1].append(item)
        else:
            rows.append([item])
    return rows


def _rows_of_table(band: _Band) -> tuple[list[Item], list[Item], list[Item]]:
    """Part the table in a band from one-sided text above and below it."""
    lead = min(max(i.top for i in band.left), max(i.top for i in band.right)) + 4
    both = [*band.left, *band.right]
    tail = max(min(i.bottom for i in band.left), min(i.bottom for i in band.right)) - 4
    above = [item for item in both if item.bottom > lead]
    below = [item for item in both if item.top < tail]
    # What goes on directly below in the last row's cells belongs to the table.
    lowest = tail
    kept_below: list[Item] = []
    for item in sorted(below, key=lambda item: -item.top):
        if lowest - item.top < 0.9 * (item.top - item.bottom):
            lowest = min(lowest, item.bottom)
        else:
            kept_below.append(item)
    gone = {id(item) for item in (*above, *kept_below)}
    return above, [item for item in both if id(item) not in gone], kept_below


def _column_edges(items: list[Item]) -> list[float]:
    """Return the left edges of a table's columns: after each corridor free of text."""
    spans = sorted((item.x0, item.x1) for item in items)
    edges = [spans[0][0]]
    reach = spans[0][1]
    for x0, x1 in spans:
        if x0 - reach >= 3:
            edges.append(x0)
        reach = max(reach, x1)
    return edges
