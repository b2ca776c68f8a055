"""Short lines that part the columns above them from those below, as a chapter's title does."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from strategikort.readers.pdf.bands import Item


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
    return {id(items[index]) for index in found if beside[0] < index < beside[-1]}
