"""Words behind the text, as drafts have them: they return in their place, in very large type.

Those that stand aslant are apart from the text as they are; these stand in the midst of its lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from strategikort.readers.cues.running import MIN_PAGES, SHARE
from strategikort.readers.pdf.drawing.content import Fragment, PageContent, Style

_HUGE = 2.5
"""Times the size of the text that they are set in, at least."""


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
