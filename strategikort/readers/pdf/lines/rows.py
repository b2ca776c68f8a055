"""What belongs together on one baseline: by the structure tree, and in justified lines.

Justified lines of few words have gaps as wide as those between columns, and cells of a table may
stand as close as words.  The tree, where there is one, knows; else equal gaps, and edges shared
with the line above or below, show a justified line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from strategikort.readers.pdf.drawing.content import Fragment, most_of
from strategikort.readers.pdf.drawing.tags import Element

WORD_GAP = 0.1
"""The least gap between two words, in the size of their type."""

_BLANK = 0.2
"""The width of a blank, at least, in the size of its type."""

_APART = 0.5
"""The least gap between two paragraphs side by side."""

_SAME = 1.0
"""Points that edges of lines, and gaps of one line, differ at most."""

_LEADING = 1.7
"""Sizes of the type that lines of a paragraph stand below each other at most."""


_T = TypeVar("_T")


def grouped(items: Iterable[_T], goes_on: Callable[[list[_T], _T], bool]) -> list[list[_T]]:
    """Return ``items`` in groups: each one goes on with the group before it or begins another."""
    groups: list[list[_T]] = []
    for item in items:
        if groups and goes_on(groups[-1], item):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def is_at_its_word(row: Sequence[Fragment], at: int) -> bool:
    """Tell whether a fragment is the hyphen at the end of a line, and belongs to the word before.

    Stretched lines set that apart, by less than a blank.
    """
    item, before = row[at], row[at - 1]
    return (
        at == len(row) - 1
        and item.text in ("-", "\u2010")
        and before.text[-1:].isalpha()
        and item.x0 - before.x1 < _BLANK * item.size
    )


def at_line_end(item: Fragment) -> str:
    """Return the text of the last fragment of a line, such a hyphen at its word."""
    text = item.text
    if item.words and text[-1] in "-\u2010" and text[-3:-2].isalpha():
        start, end, begin = item.words[-1]
        if start == len(text) - 1 and begin - end < _BLANK * item.size:
            return text[:-2] + text[-1]
    return text


def by_block(row: list[Fragment]) -> list[list[Fragment]]:
    """Return the parts of a row that the structure tree says have nothing to do with each other."""
    if all(item.element is row[0].element for item in row):
        return [row]
    ordered = sorted(row, key=lambda item: item.x0)
    parts = grouped(ordered, lambda part, item: not are_apart(part[-1], item))
    return parts if len(parts) > 1 else [row]


def are_apart(one: Fragment, other: Fragment) -> bool:
    """Say whether what stands right of something on its line has nothing to do with it."""
    if one.element is other.element:
        return False
    first, second = (item.element and item.element.block for item in (one, other))
    if first is None or second is None or first is second:
        return False
    if first.is_within(second) or second.is_within(first):
        return False
    if first.item is not None and first.item is second.item:
        return False
    if first.table is not None and first.table is second.table:
        return False
    return other.x0 - one.x1 > _APART * max(one.size, other.size)


def block_of(row: list[Fragment]) -> Element | None:
    """Return the block that most of a line stands in, None if that is in none."""
    if len(row) == 1:
        return row[0].element and row[0].element.block
    return most_of((item.element and item.element.block, len(item.text)) for item in row)


def label_of(row: list[Fragment]) -> int:
    """Return the length of the label in front of a line, 0 for none or nothing but a label."""
    first = row[0].element
    if first is None or first.unit is None or first.unit.role != "Lbl" or len(row) < 2:
        return 0
    return len(row[0].text) + (row[1].x0 - row[0].x1 > WORD_GAP * max(row[1].size, 1))


def stretched_words(drawn: Sequence[Fragment]) -> set[int]:
    """Return the ids of what goes on with the line of the fragment drawn before it.

    Its words stand equally far apart, and the line begins and ends where the unbroken one drawn
    right before or after it does.
    """

    def goes_on(row: list[Fragment], item: Fragment) -> bool:
        last = row[-1]
        return abs(last.y - item.y) <= 0.1 and last.size == item.size and last.x1 < item.x0

    rows = grouped(drawn, goes_on)
    found: set[int] = set()
    for number, row in enumerate(rows):
        gaps = [after.x0 - before.x1 for before, after in pairwise(row)]
        if not gaps or max(gaps) - min(gaps) > _SAME:
            continue
        around = rows[max(number - 1, 0) : number] + rows[number + 1 : number + 2]
        if any(_are_one_column(row, other) for other in around):
            found.update(id(item) for item in row[1:])
    return found


def _are_one_column(row: Sequence[Fragment], other: Sequence[Fragment]) -> bool:
    """Say whether an unbroken line is as wide as a row, right above or below it."""
    size = row[0].size
    return (
        len(other) == 1
        and other[0].size == size
        and 0.9 * size <= abs(other[0].y - row[0].y) <= _LEADING * size
        and abs(other[0].x0 - row[0].x0) <= _SAME
        and abs(other[0].x1 - row[-1].x1) <= _SAME
    )
