"""Bullets that are drawn as shapes in front of text, as browsers print those of their lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from strategikort.readers.pdf.drawing.content import Fragment, PageContent, Rect

_MOST = 300
"""Small shapes of a page, at most: where there are more, they are a map or a figure."""

_LARGEST = 0.6
_NEAREST, _FARTHEST = 0.1, 2.5
_LOWEST, _HIGHEST = 0.1, 0.6
"""How large a bullet is, how far in front of its text, and how high its middle stands above the
line: in the size of the type."""

_FEWEST = 2
"""Bullets below each other, at least; so do no dots of a figure with words beside them."""


class _Kind(NamedTuple):
    size: float
    color: str
    indent: float


def put_bullets(pages: Sequence[PageContent]) -> None:
    """Put bullets into the text of ``pages`` where they are drawn in front of it."""
    found = [
        (page, dot, item, _Kind(round(dot.width * 2) / 2, dot.fill, round(item.x0 - dot.x0)))
        for page in pages
        if len(page.dots) <= _MOST
        for dot, item in _before_text(page)
    ]
    columns = Counter((page.index, kind, round(dot.x0)) for page, dot, _, kind in found)
    kinds = {kind for (_, kind, _), count in columns.items() if count >= _FEWEST}
    for page, dot, item, kind in found:
        if kind in kinds:
            bullet = replace(item, text="•", x0=dot.x0, x1=dot.x1, words=[])
            place = next(at for at, other in enumerate(page.fragments) if other is item)
            page.fragments.insert(place, bullet)


def _before_text(page: PageContent) -> Iterator[tuple[Rect, Fragment]]:
    """Yield the dots that stand right in front of the first text on a line."""
    for dot in page.dots:
        middle = (dot.y0 + dot.y1) / 2
        beside = [
            item
            for item in page.fragments
            if item.y + _LOWEST * item.size <= middle <= item.y + _HIGHEST * item.size
            and item.x1 > dot.x0 - _FARTHEST * item.size
        ]
        item = min(beside, key=lambda item: item.x0, default=None)
        if (
            item is not None
            and dot.width <= _LARGEST * item.size
            and _NEAREST * item.size <= item.x0 - dot.x1 <= _FARTHEST * item.size
        ):
            yield dot, item
