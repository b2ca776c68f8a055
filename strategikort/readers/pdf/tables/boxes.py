"""Boxes: text in a frame or on a ground, where that is no picture behind the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from strategikort.readers.pdf.drawing.content import DISPLAY, Fragment, PageContent, Rect

_PADDING = 10.0
"""Points between the text of a box and its edge, at most, that are only its padding."""
_NARROW = 0.4
"""The share of the width of a page that a box as high as that has, at most."""
_HEAD = 2.5
"""How far above the first row of a table its head stands, at most, in sizes of its type."""
_NUMBERED_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?(?:\s|$)")


def box_shaped(rect: Rect, page: PageContent) -> bool:
    """Say whether a rectangle is large enough for a box, and does not fill the page.

    One as high as the page may be the ground of a narrow column beside the text.
    """
    area = page.width * page.height
    is_high = rect.height > 0.93 * page.height and rect.width > _NARROW * page.width
    return (
        rect.width >= 60
        and rect.height >= 20
        and rect.width * rect.height <= 0.6 * area
        and not (is_high or rect.width > 0.99 * page.width)
    )


def is_box(
    inside: list[Fragment],
    outside: list[Fragment],
    rect: Rect,
    text_length: int,
    body_size: float,
) -> bool:
    """Say whether what stands ``inside`` a rectangle is the text of a box."""
    letters = sum(len(item.text) for item in inside)
    if letters < 25 or letters > 0.7 * text_length or not outside:
        return False
    baselines = {round(item.y / 3) for item in inside}
    if len(baselines) < 2:
        return False
    if len(baselines) <= 3 and all(item.size > DISPLAY * body_size for item in inside):
        return False
    if _are_headings(inside):
        return False
    if any(item.x0 < rect.x0 - 4 or item.x1 > rect.x1 + 4 for item in inside):
        return False
    # Lines that the frame cuts through show that it is only a picture behind the text.
    return not any(
        item.x0 < rect.x1 - 4 and item.x1 > rect.x0 + 4 and rect.y0 < item.y < rect.y1
        for item in outside
    )


def _are_headings(inside: Sequence[Fragment]) -> bool:
    """Say whether a box holds nothing but headings with numbers, each perhaps in its own frame."""
    firsts: dict[int, Fragment] = {}
    for item in sorted(inside, key=lambda item: -item.x0):
        firsts[round(item.y / 3)] = item
    numbered = [bool(_NUMBERED_HEADING.match(firsts[y].text)) for y in sorted(firsts, reverse=True)]
    is_bold = all(item.style.bold for item in inside)
    return is_bold and numbered[0] and 2 * sum(numbered) > len(numbered)


def without_padding(rect: Rect, inside: list[Fragment]) -> Rect:
    """Return what a box takes of its column: its ground may stick out into a gutter."""
    left, right = min(item.x0 for item in inside), max(item.x1 for item in inside)
    return Rect(
        left if left - rect.x0 <= _PADDING else rect.x0,
        rect.y0,
        right if rect.x1 - right <= _PADDING else rect.x1,
        rect.y1,
    )


def head_over(
    area: Rect, inside: Sequence[Fragment], outside: Sequence[Fragment]
) -> list[Fragment]:
    """Return the row over a ground whose cells stand above those on it: the head of a table."""
    top = max(item.y for item in inside)
    over = [
        item
        for item in outside
        if 0 < item.y - top <= _HEAD * item.size
        and area.x0 - 2 <= item.x0
        and item.x1 <= area.x1 + 2
    ]
    row = [item for item in over if item.y - min(other.y for other in over) < 0.3 * item.size]
    columns = Counter(round(item.x0) for item in inside)
    cells = [x for x, count in columns.items() if count >= 2 or len(inside) <= 2 * len(row)]
    stands = all(any(abs(item.x0 - x) <= 1.5 for x in cells) for item in row)
    ends = sorted((item.x0, item.x1) for item in row)
    is_apart = all(after[0] - before[1] > row[0].size for before, after in pairwise(ends))
    return row if len(row) > 1 and stands and is_apart else []
