"""Rows of tables that the end of a page or column cuts, and heads that are printed again."""

from __future__ import annotations

from collections.abc import Sequence

from strategikort.readers.pdf.drawing.tags import Element
from strategikort.readers.pdf.lines.lines import Line, has_room, lines_of
from strategikort.readers.pdf.lines.sentences import ends_sentence
from strategikort.readers.pdf.tables.figurerows import is_amount
from strategikort.readers.pdf.tables.regions import Row

_HYPHENS = ("-", "\u2010")

_NOW_AND_THEN = 0.1
"""The share of the cells of a column that may begin with a small letter by chance."""

_SEVERAL = 3
"""Rows whose first cells all have text, from which on one without is no row of its own."""


def texts_of(row: Row) -> list[str]:
    """Return the text of each cell of a row, in one line."""
    return [" ".join(line.text for line in lines_of(cell)) for cell in row]


def parted_head(row: Row, head: Sequence[str]) -> tuple[Row, Row] | None:
    """Return the cells of a row parted below the words of ``head`` that they all begin with.

    None if they do not, or if nothing stands below.
    """
    heads: Row = []
    rests: Row = []
    for cell, text in zip(row, head, strict=False):
        lines = lines_of(cell)
        count = next(
            (at for at in range(len(lines) + 1) if " ".join(i.text for i in lines[:at]) == text),
            None,
        )
        if count is None:
            return None
        edge = lines[count].top if count < len(lines) else float("-inf")
        heads.append([item for item in cell if item.y > edge])
        rests.append([item for item in cell if item.y <= edge])
    return (heads, rests) if any(rests) else None


def is_cut_in_tree(above: Row, below: Row) -> bool:
    """Tell whether the structure tree says that two rows of one table are one."""
    return bool(_cells_of(above) & _cells_of(below))


def is_cut(above: Sequence[Row], below: Sequence[Row], *, is_open: bool) -> bool:
    """Tell whether the first row below a break is the rest of the last one above it.

    ``is_open``: no rule closes the last row.
    """
    if is_open or _fill_each_other(above, below):
        return True
    pairs = [pair for pair in zip(above[-1], below[0], strict=True) if pair[1]]
    if any(not cell for cell, _ in pairs):
        return False
    places = [place for place, rest in enumerate(below[0]) if rest]
    ends = [(lines_of(cell), lines_of(rest)[0]) for cell, rest in pairs]
    rights = [max(item.x1 for row in (*above, *below) for item in row[at]) for at in places]
    if any(
        has_room(lines[-1], rest, right) or is_amount(rest.text)
        for (lines, rest), right in zip(ends, rights, strict=True)
    ):
        return False
    going_on = [
        _goes_on(lines, rest, usual=_begins_small(place, (*above, *below[1:])))
        for place, (lines, rest) in zip(places, ends, strict=True)
    ]
    if below[0][0]:
        return going_on[0]
    return any(going_on) or (len(above) >= _SEVERAL and all(row[0] for row in above))


def _fill_each_other(above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Tell whether two rows have together what every other row has, and no cell both.

    A cell whose words have no room left for a line or two begins below the break.
    """
    others = [*above[:-1], *below[1:]]
    full = len(others) >= _SEVERAL and all(all(row) for row in others)
    pairs = [(bool(cell), bool(rest)) for cell, rest in zip(above[-1], below[0], strict=True)]
    return full and all(cell is not rest for cell, rest in pairs) and any(above[-1])


def _begins_small(place: int, rows: Sequence[Row]) -> bool:
    """Tell whether cells of a column begin with small letters anyhow, more than now and then."""
    texts = [texts_of([row[place]])[0] for row in rows]
    small = sum(text[:1].islower() for text in texts)
    return small > _NOW_AND_THEN * sum(map(bool, texts))


def _cells_of(row: Row) -> set[Element]:
    """Return the cells of the structure tree that the text of a row stands in."""
    homes = [item.element.home for cell in row for item in cell if item.element]
    return {home.cell for home in homes if home and home.cell}


def _goes_on(lines: Sequence[Line], rest: Line, *, usual: bool) -> bool:
    """Tell whether the text of a cell leaves a sentence or a word open that ``rest`` ends.

    That it begins with a small letter tells nothing where cells do so as ``usual``.
    """
    end = lines[-1].text
    if end.endswith(_HYPHENS):
        return rest.text[0].isalpha()
    several = len(lines) > 1 or len(end.split()) > 1
    return several and not usual and rest.text[0].islower() and not ends_sentence(end)
