"""Column geometry: where a page's text stands in columns, and in which order they are read.

A gutter is found by the left edge that the lines to its right share.  Lines that cross it cut
the page into bands; a band with text on both sides is read column by column, and each side is
looked at in the same way again.  What is drawn row by row, side by side, is a table and is not
cut up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from strategikort.readers.pdf.lines.bands import (
    Band,
    Item,
    are_labels,
    column_edges,
    end_in_numbers,
    is_column_pair,
    is_table,
    is_text,
    rows_of_table,
    two_sided,
)

_EDGE = 2.0
_MIN_GUTTER = 5.0
_MAX_DEPTH = 12
_MAX_EDGES = 24
_BULLETS = frozenset("•‣◦▪▫■□●○◆◇➢➤→✓✔\uf0b7-–—*·")


@dataclass
class Leaf:
    """Items that are read from top to bottom; ``rows``: they are a table without rules."""

    items: list[Item]
    left: float
    right: float
    rows: bool = False
    columns: list[float] = field(default_factory=list)


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
    columns = _Columns(known)
    return columns.arrange(list(items), (), 0), columns.gutters


def _leaf(items: list[Item]) -> Leaf:
    return Leaf(items, min(item.x0 for item in items), max(item.x1 for item in items))


class _Columns:
    """Cuts a page up, and what is cut off again; ``gutters`` are those it is cut at."""

    def __init__(self, known: Sequence[float]) -> None:
        self._known = known
        self.gutters: list[float] = []

    def arrange(self, items: list[Item], refused: tuple[float, ...], depth: int) -> list[Leaf]:
        """Return the columns of ``items``, which are not cut at the gutters ``refused``."""
        if not items:
            return []
        cut = self._best_cut(items, refused) if depth < _MAX_DEPTH and len(items) > 2 else None
        if cut is None:
            return [_leaf(items)]
        if cut.is_table:
            return self._with_table(items, cut, refused, depth)
        self.gutters.append(cut.x)
        leaves: list[Leaf] = []
        waiting: list[Item] = []
        for part in _bands(items, cut):
            if isinstance(part, Band) and two_sided(part, is_known=True):
                leaves += self.arrange(waiting, (*refused, cut.x), depth + 1)
                waiting = []
                leaves += self.arrange(part.left, refused, depth + 1)
                leaves += self.arrange(part.right, refused, depth + 1)
            elif isinstance(part, Band):
                waiting += part.left + part.right
            else:
                waiting.append(part)
        return leaves + self.arrange(waiting, (*refused, cut.x), depth + 1)

    def _with_table(
        self, items: list[Item], cut: _Cut, refused: tuple[float, ...], depth: int
    ) -> list[Leaf]:
        """Part a table without rules from the text above and below it."""
        leaves: list[Leaf] = []
        waiting: list[Item] = []
        refused = (*refused, cut.x)
        for part in _bands(items, cut):
            if not isinstance(part, Band):
                waiting.append(part)
                continue
            if not is_table(part):
                waiting += part.left + part.right
                continue
            above, table, below = rows_of_table(part)
            leaves += self.arrange(waiting + above, refused, depth + 1)
            waiting = below
            leaf = _leaf(table)
            leaf.rows = True
            leaf.columns = column_edges(table)
            leaves.append(leaf)
        return leaves + self.arrange(waiting, refused, depth + 1)

    def _best_cut(self, items: list[Item], refused: Sequence[float]) -> _Cut | None:
        best: _Cut | None = None
        for x, is_known in _candidates(items, self._known):
            if any(abs(x - other) < 4 for other in refused):
                continue
            cut = _judge(items, x, is_known)
            if cut and (
                best is None or (cut.score, -len(cut.crossing)) > (best.score, -len(best.crossing))
            ):
                best = cut
        return best


def _candidates(items: list[Item], known: Sequence[float]) -> list[tuple[float, bool]]:
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
    places = [x for _, x in shared[:_MAX_EDGES]]
    # In a column of few points the bullets stand left of the edge that its lines share.
    for x in sorted(item.x0 for item in items if item.text[:2].strip() in _BULLETS):
        if len(places) < _MAX_EDGES and all(abs(x - other) > 3 for other in places):
            places.append(x)
    found = [(x, any(abs(x - other) < 4 for other in known)) for x in places]
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
        if not isinstance(band, Band) or not two_sided(band, is_known):
            continue
        rows = band.fewest_rows
        if are_labels(band.left) or end_in_numbers(band.left):
            continue
        if is_table(band, is_known):
            table_rows += rows
            has_columns = has_columns or (rows >= 3 and len(column_edges(band.right)) > 1)
        elif is_text(band, is_known) and is_column_pair(band, is_known):
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


def _bands(items: list[Item], cut: _Cut) -> list[Band | Item]:
    """Return bands and the items that cross the gutter, from top to bottom."""
    parts: list[Band | Item] = []
    band = Band([], [])
    for item in sorted(items, key=lambda item: (-item.top, item.x0)):
        if id(item) in cut.crossing:
            if band.left or band.right:
                parts.append(band)
                band = Band([], [])
            parts.append(item)
        elif item.x0 >= cut.x - _EDGE:
            band.right.append(item)
        else:
            band.left.append(item)
    if band.left or band.right:
        parts.append(band)
    return parts


def spanning(lefts: Sequence[Item], rights: Sequence[Item], crossing: Sequence[Item]) -> set[int]:
    """Return the ids of the items in the left column that stand alone across both columns.

    Nothing stands right of them, and everything above them was drawn before them, everything
    below after them, in both columns.  ``crossing`` are the items that lie across both anyhow.
    Nothing is found where the file draws line by line across the columns: its order then tells
    nothing of the columns.
    """
    # Some producers draw the bullets of a page by themselves.
    lefts, rights = ([item for item in side if len(item.text) > 2] for side in (lefts, rights))
    items = sorted((*lefts, *rights, *crossing), key=lambda item: (-item.top, item.x0))
    sides = {id(item): 0 for item in lefts} | {id(item): 1 for item in rights}
    latest = list(accumulate((item.order for item in items), max))
    earliest = list(accumulate((item.order for item in reversed(items)), min))[::-1]
    found = [
        index
        for index, item in enumerate(items)
        if sides.get(id(item)) == 0
        and latest[index] == item.order == earliest[index]
        and not any(other.bottom < item.top and item.bottom < other.top for other in rights)
    ]
    if not found or not rights:
        return set()
    across = [index for index, item in enumerate(items) if id(item) not in sides]
    for start, end in pairwise((-1, *sorted([*found, *across]), len(items))):
        band = items[start + 1 : end]
        left = [item.order for item in band if sides[id(item)] == 0]
        right = [item.order for item in band if sides[id(item)] == 1]
        if left and right and max(left) > min(right):
            return set()
    beside = [index for index, item in enumerate(items) if sides.get(id(item)) == 1]
    return {id(items[index]) for index in found if beside[0] < index}
