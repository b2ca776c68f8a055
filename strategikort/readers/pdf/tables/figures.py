"""Tables of figures: labels and figures that stand below each other are read row by row.

They are known by the figures, which the columns of a table have at one edge.  So a heading
between the rows, a long label or a figure wider than the others does not part them, and neither
rules nor the order of drawing between the rows is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from strategikort.readers.pdf.drawing.content import Fragment
from strategikort.readers.pdf.tables.figurerows import (
    TextLine,
    column_cuts,
    is_aligned,
    is_amount,
    is_figure,
    rows_of,
    text_lines,
)
from strategikort.readers.pdf.tables.regions import Region, region_of

_BESIDE = re.compile(
    r"\W*(?:tabel|figur|diagram|boks|kilder?|anm|anmærkning(?:er)?|noter?)\b[\s\d.]{0,6}[.:]", re.I
)
"""How a line begins that stands above or below a table and is no row of it."""

_NEAR_IN_STREAM = 12
_HEAD_IN_STREAM = 40
_GAP = 0.45
_APART = 3.5
"""How far the lines of a table are apart, at most, in sizes of its type."""

_TOUCHING = 0.1
_RAISED = 0.86
"""How near to its word a hyphen stands, and how large the marks of notes are, at most."""

_MOST_BETWEEN = 8
_FAR = _APART * (_MOST_BETWEEN + 1)
"""How many lines stand between two rows with figures, and how far these are apart, at most."""


@dataclass(eq=False)
class FigureRow:
    """A stretch of line number ``line`` that is drawn without a break and has figures."""

    line: int
    cells: list[Fragment]

    @cached_property
    def figures(self) -> list[Fragment]:
        """Its figures, of which the raised marks of notes are none."""
        return [item for item in self.cells if is_figure(item.text) and not self._is_raised(item)]

    @cached_property
    def amounts(self) -> list[Fragment]:
        """Its figures, and the dashes that stand for none; what ends a word is a hyphen."""
        words = [item for item in self.cells if not is_amount(item.text)]
        return [
            item
            for item in self.cells
            if item in self.figures
            or (
                is_amount(item.text)
                and not is_figure(item.text)
                and not any(abs(item.x0 - word.x1) < _TOUCHING * item.size for word in words)
            )
        ]

    def _is_raised(self, item: Fragment) -> bool:
        return any(
            item.size <= _RAISED * other.size and item.y > other.y + 0.1 * other.size
            for other in self.cells
        )

    @cached_property
    def is_even(self) -> bool:
        """Whether its parts are equally far from each other, as the words of a justified line."""
        gaps = [other.x0 - one.x1 for one, other in pairwise(self.cells)]
        if len(gaps) < 2 or len(self.amounts) == len(self.cells):
            return False
        return max(gaps) <= 1.15 * min(gaps)

    @property
    def is_apart(self) -> bool:
        """Whether its figures stand for themselves, and not among the words of a sentence."""
        at = self.cells.index(self.amounts[0])
        behind = self.cells[at + 1 :]
        if len(self.cells) == 2 and behind == []:
            return self.cells[1].x0 - self.cells[0].x1 >= self.size
        return not self.is_even and 2 * (len(self.amounts) - 1) >= len(behind)

    @property
    def is_labelled(self) -> bool:
        """Whether a text stands left of a figure."""
        before = self.cells[: self.cells.index(self.figures[-1])]
        return any(item not in self.amounts for item in before)

    @property
    def y(self) -> float:
        """The baseline."""
        return self.figures[0].y

    @property
    def size(self) -> float:
        """The size of the type in points."""
        return self.figures[0].size

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.cells[0].x0

    @property
    def x1(self) -> float:
        """The right edge."""
        return max(item.x1 for item in self.cells)


def find_figures(fragments: list[Fragment]) -> tuple[list[Region], list[Fragment]]:
    """Return the tables of figures, and the fragments that are in none of them."""
    parts = [_parted(item) for item in fragments]
    lines = text_lines(part for cells in parts for part in cells)
    regions: list[Region] = []
    gone: set[int] = set()
    for group in _groups(lines):
        cells = [item for row in group for item in row.cells]
        if any(id(item) in gone for item in cells):
            continue
        found = [[i for i in line.items if id(i) not in gone] for line in _inside(group, lines)]
        kept = [TextLine(items) for items in found if items]
        figures = [item for item in cells if is_figure(item.text)]
        labels = [item for item in cells if not is_figure(item.text)]
        inside = [item for line in kept for item in line.items]
        region = region_of("table", inside)
        region.rows = rows_of(kept, column_cuts(figures, labels, len(group)))
        regions.append(region)
        gone |= {id(item) for item in inside}
    rest: list[Fragment] = []
    for item, cells in zip(fragments, parts, strict=True):
        left = [part for part in cells if id(part) not in gone]
        rest += [item] if len(left) == len(cells) else left
    return regions, rest


def _parted(item: Fragment) -> list[Fragment]:
    """Return a fragment cut where its gaps are wider than a blank: cells may stand so close."""
    gaps = [(end + begin) / 2 for _, end, begin in item.words if begin - end >= _GAP * item.size]
    return item.split(gaps) if gaps else [item]


def _groups(lines: Sequence[TextLine]) -> list[list[FigureRow]]:
    """Return the rows with figures of each table."""
    groups: list[list[FigureRow]] = []
    near: list[list[FigureRow]] = []
    for row in (row for number, line in enumerate(lines) for row in _figure_rows(number, line)):
        near = [group for group in near if group[-1].y - row.y <= _FAR * row.size]
        home = next((group for group in near if _belongs(row, group, lines)), None)
        if home is None:
            home = []
            groups.append(home)
            near.append(home)
        home.append(row)
    return [group for group in groups if _is_table(group)]


def _figure_rows(number: int, line: TextLine) -> Iterator[FigureRow]:
    """Yield the stretches of a line that may be rows: two figures, or one with a label."""
    start = 0
    items = line.items
    for end in range(1, len(items) + 1):
        if end < len(items) and 0 <= items[end].order - items[end - 1].order <= _NEAR_IN_STREAM:
            continue
        row = FigureRow(number, items[start:end])
        start = end
        if not row.figures or (row.is_even and len(row.cells) > 3):
            continue
        if len(row.amounts) > 1 or row.is_labelled:
            yield row


def _belongs(row: FigureRow, group: Sequence[FigureRow], lines: Sequence[TextLine]) -> bool:
    """Tell whether a row goes on with a table: a figure stands below one of the last rows'."""
    return any(
        is_aligned((one.x0, one.x1), (other.x0, other.x1))
        for above in group[-6:]
        for one in row.amounts
        for other in above.amounts
    ) and not _is_parted(lines[group[-1].line + 1 : row.line], [*group, row])


def _is_parted(between: Sequence[TextLine], group: Sequence[FigureRow]) -> bool:
    """Tell whether the last row is too far from the others, or stands in another table."""
    above, below = group[-2:]
    x0, x1 = min(row.x0 for row in group), max(row.x1 for row in group)
    y, count = above.y, 0
    for line in between:
        items = [item for item in line.items if item.x0 < x1 and item.x1 > x0]
        if not items:
            continue
        at = items[0].y
        words = sum(item.text.count(" ") + 1 for item in items)
        width = max(item.x1 for item in items) - items[0].x0
        count += 1
        if (
            y - at > _APART * above.size
            or count > _MOST_BETWEEN
            or bool(_BESIDE.match(items[0].text))
            or max(item.size for item in items) > 1.08 * max(above.size, below.size)
            or (words >= 8 and width > 0.75 * (x1 - x0))
        ):
            return True
        y = at
    return y - below.y > _APART * above.size


def _is_table(group: Sequence[FigureRow]) -> bool:
    """Tell whether most rows have labels, and figures that stand for themselves in no sentence."""
    labelled = sum(1 for row in group if row.is_labelled)
    several = sum(1 for row in group if len(row.amounts) > 1)
    apart = sum(1 for row in group if row.is_apart)
    if 2 * min(labelled, apart) < len(group):
        return False
    return len(group) > 2 or several > 1


def _inside(group: Sequence[FigureRow], lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines of a table: those with figures, between them, and its head."""
    x0, x1 = min(row.x0 for row in group), max(row.x1 for row in group)
    first, last = group[0].line, group[-1].line
    within = [
        TextLine([i for i in line.items if x0 - 2 <= (i.x0 + i.x1) / 2 <= x1 + 2])
        for line in lines[first : last + 1]
    ]
    head = _head(group, lines[max(first - 6, 0) : first])
    return head + [line for line in within if line.items]


def _head(group: Sequence[FigureRow], above: Sequence[TextLine]) -> list[TextLine]:
    """Return which of the lines ``above`` the first row with figures are the head of its table."""
    x0, x1 = min(row.x0 for row in group), max(row.x1 for row in group)
    left = min(item.x0 for row in group for item in row.figures)
    size, y = group[0].size, group[0].y
    pitch = max(2 * size, 1.1 * min(one.y - other.y for one, other in pairwise(group)))
    first = min(item.order for item in group[0].cells) - _HEAD_IN_STREAM
    last = max(item.order for row in group for item in row.cells)
    found: list[TextLine] = []
    sure = 0
    for line in reversed(above):
        items = [item for item in line.items if first <= item.order <= last]
        beside = [item for item in line.items if item not in items and x0 < item.x1 < x1]
        if not items and not beside:
            continue
        if (
            not items
            or beside
            or line.y - y > pitch
            or _BESIDE.match(items[0].text)
            or items[0].x0 < x0 - 4
            or items[-1].x1 > x1 + 0.2 * (x1 - x0)
            or any(item.x1 > left and item.x1 - item.x0 > 0.55 * (x1 - x0) for item in items)
            or max(item.size for item in items) > 1.08 * size
        ):
            break
        found.insert(0, TextLine(items))
        y = line.y
        if len(items) > 1 or items[0].x0 + items[0].x1 >= 2 * left:
            sure = len(found)
    return found[len(found) - sure :]
