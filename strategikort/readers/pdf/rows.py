"""What the structure tree says of the fragments on one baseline."""

from __future__ import annotations

from collections import Counter

from strategikort.readers.pdf.content import Fragment
from strategikort.readers.pdf.tags import Element

WORD_GAP = 0.1
"""The least gap between two words, in the size of their type."""
_APART = 0.5
"""The least gap between two paragraphs side by side."""


def by_block(row: list[Fragment]) -> list[list[Fragment]]:
    """Return the parts of a row that the structure tree says have nothing to do with each other."""
    if all(item.element is row[0].element for item in row):
        return [row]
    parts: list[list[Fragment]] = []
    for item in sorted(row, key=lambda item: item.x0):
        if not parts or are_apart(parts[-1][-1], item):
            parts.append([item])
        else:
            parts[-1].append(item)
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
    weights: Counter[Element | None] = Counter()
    for item in row:
        weights[item.element and item.element.block] += len(item.text)
    return weights.most_common(1)[0][0]


def label_of(row: list[Fragment]) -> int:
    """Return the length of the label in front of a line, 0 for none or nothing but a label."""
    first = row[0].element
    if first is None or first.unit is None or first.unit.role != "Lbl" or len(row) < 2:
        return 0
    return len(row[0].text) + (row[1].x0 - row[0].x1 > WORD_GAP * max(row[1].size, 1))
