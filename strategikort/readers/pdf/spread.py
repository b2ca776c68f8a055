"""Spreads: a page of the file that shows two printed pages side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from strategikort.readers.pdf.content import Fragment, PageContent, Rect

_RATIO = 1.7


def split_spreads(pages: Sequence[PageContent]) -> list[PageContent]:
    """Return the printed pages: those about twice as wide as the narrowest one are parted."""
    widths = [page.width for page in pages if page.fragments]
    if not widths:
        return list(pages)
    narrow = min(widths)
    heights = {round(page.height) for page in pages if page.width < _RATIO * narrow}
    found: list[PageContent] = []
    for page in pages:
        same_height = any(abs(page.height - height) < 0.1 * page.height for height in heights)
        if page.width >= _RATIO * narrow and same_height and _parts(page):
            found += [_half(page, right=False), _half(page, right=True)]
        else:
            found.append(page)
    return found


def _parts(page: PageContent) -> bool:
    middle = page.width / 2
    across = [item for item in page.fragments if item.x0 < middle - 3 and item.x1 > middle + 3]
    return len(across) <= max(1, len(page.fragments) // 50)


def _half(page: PageContent, *, right: bool) -> PageContent:
    middle = page.width / 2
    shift = middle if right else 0.0

    def move(item: Fragment) -> Fragment:
        words = [(at, x0 - shift, x1 - shift) for at, x0, x1 in item.words]
        return replace(item, x0=item.x0 - shift, x1=item.x1 - shift, words=words)

    def rect(item: Rect) -> Rect:
        return replace(item, x0=item.x0 - shift, x1=item.x1 - shift)

    def mine(x0: float, x1: float) -> bool:
        return ((x0 + x1) / 2 >= middle) == right

    return PageContent(
        page.index,
        middle,
        page.height,
        [move(item) for item in page.fragments if mine(item.x0, item.x1)],
        [] if right else page.sideways,
        [rect(item) for item in page.rules if mine(item.x0, item.x1)],
        [rect(item) for item in page.fills if mine(item.x0, item.x1)],
        page.images,
        {} if right else page.damaged,
    )
