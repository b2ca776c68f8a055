"""What returns in its place, but not above or below the text: watermarks, and tabs in the margin.

Words behind the text, as drafts have them, are in very large type; those that stand aslant are
apart from the text as they are.  Tabs are the numbers of chapters beyond its outer edge.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from strategikort.readers.cues.running import BARE_NUMBER, MIN_PAGES, SHARE
from strategikort.readers.pdf.drawing.content import Fragment, PageContent, Style

_HUGE = 2.5
"""Times the size of the text that they are set in, at least."""

_BEYOND = 0.5
"""How far beyond the edge of the text tabs stand, at least, in sizes of its type."""

_EDGE, _NEAR = 0.08, 0.15
"""Shares of the height of a page: where only running lines are, and where they may be as well."""

_RUNNING_GAPS = 4
"""Gaps between words that a line of running text has, at least."""


def take_watermarks(pages: Sequence[PageContent], body: Style) -> None:
    """Put what stands behind the text of pages among what stands in other directions."""
    huge = [list(_huge(page, body)) for page in pages]
    places = Counter(_place(item) for items in huge for item in items)
    needed = max(MIN_PAGES, SHARE * len(pages))
    returning = {place for place, count in places.items() if count >= needed}
    behind = {
        _place(item)
        for page, items in zip(pages, huge, strict=True)
        for item in items
        if _place(item) in returning and _is_behind(item, page)
    }
    for page, items in zip(pages, huge, strict=True):
        taken = [item for item in items if _place(item) in behind]
        if taken:
            gone = {id(item) for item in taken}
            page.fragments = [item for item in page.fragments if id(item) not in gone]
            page.sideways = [*page.sideways, taken]


def take_tabs(pages: Sequence[PageContent], body: Style) -> None:
    """Put what stands alone in the margin, at one place of many pages, where watermarks are put.

    What stands there for one line or another has other places, and often company.
    """
    running = [
        item for page in pages for item in page.fragments if len(item.words) >= _RUNNING_GAPS
    ]
    if not running:
        return
    edges = (min(item.x0 for item in running), max(item.x1 for item in running))
    places: dict[tuple[int, int], list[tuple[int, Fragment]]] = defaultdict(list)
    for at, page in enumerate(pages):
        for item in _alone(page, edges, body):
            places[round(item.x0 / 4), round(item.y / 4)].append((at, item))
    for found in places.values():
        if len(found) < max(MIN_PAGES, SHARE * len(pages)) or _count_pages(found, pages):
            continue
        texts = Counter(item.text for _, item in found)
        if len(texts) == len(found):
            continue  # each begins a chapter
        for at, item in found:
            if BARE_NUMBER.fullmatch(item.text) or texts[item.text] > 1:
                page = pages[at]
                page.fragments = [other for other in page.fragments if other is not item]
                page.sideways = [*page.sideways, [item]]


def _count_pages(found: Sequence[tuple[int, Fragment]], pages: Sequence[PageContent]) -> bool:
    """Tell whether what stands at one place near the foot or the head numbers the pages."""
    numbers = [(at, BARE_NUMBER.fullmatch(item.text)) for at, item in found]
    steps = Counter(int(number[1]) - at for at, number in numbers if number)
    at, item = found[0]
    near = min(item.y, pages[at].height - item.y) < _NEAR * pages[at].height
    return near and bool(steps) and 2 * steps.most_common(1)[0][1] > len(found)


def _alone(page: PageContent, edges: tuple[float, float], body: Style) -> Iterator[Fragment]:
    """Yield what stands by itself left or right of all running text, and not above or below it."""
    left, right = edges[0] - _BEYOND * body.size, edges[1] + _BEYOND * body.size
    for side in (
        [item for item in page.fragments if item.x1 <= left],
        [item for item in page.fragments if item.x0 >= right],
    ):
        inner = [item for item in side if _EDGE < item.y / page.height < 1 - _EDGE]
        if len(inner) == 1 and not _begins_line(inner[0], page):
            yield inner[0]


def _begins_line(item: Fragment, page: PageContent) -> bool:
    """Tell whether the text of a line goes on in the same type, as behind the mark of a note."""
    return any(
        other is not item and other.style == item.style and abs(other.y - item.y) < 0.1 * item.size
        for other in page.fragments
    )


def _huge(page: PageContent, body: Style) -> Iterator[Fragment]:
    return (item for item in page.fragments if item.size >= _HUGE * body.size)


def _place(item: Fragment) -> tuple[str, int, int, int]:
    return item.text, round(item.x0), round(item.y), round(item.size)


def _is_behind(item: Fragment, page: PageContent) -> bool:
    """Tell whether lines of text run through very large type."""
    return any(
        other.size < item.size / 2
        and item.y - 0.1 * item.size < other.y < item.y + 0.7 * item.size
        and other.x0 < item.x1
        and item.x0 < other.x1
        for other in page.fragments
    )
