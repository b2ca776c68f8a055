"""How a page lies: text in other directions, lines of a scan that lie aslant, spreads.

The page is turned so that most of its text stands upright.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from strategikort.readers.pdf.drawing.content import Fragment, PageContent, Rect

ACROSS = 1000
"""Added to the degrees of text that lies across the page, as a watermark does."""

MAX_SLANT = 0.09
"""How much the lines of a scan rise or fall, at most: five degrees."""

_LEAST_SLANT = 0.0005
_RATIO = 1.7
_WIDE = 1.2
"""How wide a page is at least that may be two, as a share of its height."""

_MOST = 0.6
"""The share of such pages whose halves have numbers, at least."""

_EDGE = 0.1
"""How far from the edge of the page these stand at most, as a share of its height."""

_NUMBER = re.compile(r"(?:side |s\. ?)?(\d{1,3})", re.I)


def placed(
    matrix: Sequence[float], x: float, y: float, advance: float
) -> tuple[int, float, float, float, float]:
    """Return how a glyph lies that is drawn at ``x``, ``y`` under a matrix.

    That is: its direction (see :func:`by_direction`), its place along and across that, how long it
    is, and how much its line rises.
    """
    a, b, c, d, e, f = matrix
    x0 = a * x + c * y + e
    y0 = b * x + d * y + f
    if b == 0 and a > 0:
        return 0, x0, y0, a * advance, 0.0
    angle = math.atan2(b, a)
    turns = round(angle / (math.pi / 2))
    slant = math.tan(angle - turns * math.pi / 2)
    length = math.hypot(a, b) * advance
    if abs(slant) < MAX_SLANT:
        along, base = ((x0, y0), (y0, -x0), (-x0, -y0), (-y0, x0))[turns % 4]
        return turns % 4, along, base, length, slant
    cos, sin = math.cos(angle), math.sin(angle)
    along, base = x0 * cos + y0 * sin, y0 * cos - x0 * sin
    return ACROSS + round(math.degrees(angle)), along, base, length, 0.0


def by_direction(page: PageContent, drawn: dict[int, list[Fragment]]) -> None:
    """Fill in the fragments of ``page``.

    ``drawn`` has, for each direction in quarter turns to the left, fragments in coordinates
    along and across that direction, and so for text across the page (see :data:`ACROSS`).
    """
    page.sideways += [items for turn, items in sorted(drawn.items()) if turn > 3]
    drawn = {turn: items for turn, items in drawn.items() if turn <= 3}
    if not drawn:
        return
    sizes = {turn: sum(len(item.text) for item in items) for turn, items in drawn.items()}
    main = max(sizes, key=lambda turn: (sizes[turn], -turn))
    # An upright page keeps its upright text even beside much that runs up a margin.
    if 0 in sizes and sizes[0] * 2 >= sizes[main]:
        main = 0
    for turn in sorted(drawn):
        items = drawn[turn]
        shift_x, shift_y = _shift(turn, page.width, page.height)
        for item in items:
            item.x0 += shift_x
            item.x1 += shift_x
            item.y += shift_y
            if shift_x:
                item.words = [(at, x0 + shift_x, x1 + shift_x) for at, x0, x1 in item.words]
        if turn == main:
            page.fragments = items
        else:
            page.sideways.append(items)
    if main:
        turned_rules = [_turn(rect, main, page.width, page.height) for rect in page.rules]
        turned_fills = [_turn(rect, main, page.width, page.height) for rect in page.fills]
        page.rules, page.fills = turned_rules, turned_fills
        if main % 2:
            page.width, page.height = page.height, page.width


def _shift(turn: int, width: float, height: float) -> tuple[float, float]:
    return ((0, 0), (0, width), (width, height), (height, 0))[turn]


def _turn(rect: Rect, turn: int, width: float, height: float) -> Rect:
    shift_x, shift_y = _shift(turn, width, height)
    corners = [(rect.x0, rect.y0), (rect.x1, rect.y1)]
    if turn == 1:
        corners = [(y, -x) for x, y in corners]
    elif turn == 2:
        corners = [(-x, -y) for x, y in corners]
    elif turn == 3:
        corners = [(-y, x) for x, y in corners]
    xs = sorted(x + shift_x for x, _ in corners)
    ys = sorted(y + shift_y for _, y in corners)
    return Rect(xs[0], ys[0], xs[1], ys[1], rect.fill)


def straighten(fragments: Sequence[Fragment], slants: Sequence[tuple[Fragment, float]]) -> None:
    """Turn a page level if most of its text lies aslant; ``slants`` are the rises of that text."""
    own = {id(item) for item in fragments}
    letters = sum(len(item.text) for item in fragments)
    slanted = [(len(item.text), slant) for item, slant in slants if id(item) in own]
    weight = sum(count for count, _ in slanted)
    if 2 * weight < letters or not weight:
        return
    level(fragments, sum(count * slant for count, slant in slanted) / weight)


def level(fragments: Sequence[Fragment], slant: float) -> None:
    """Turn text level whose lines rise by ``slant`` points a point."""
    if abs(slant) < _LEAST_SLANT:
        return
    left, foot = min(item.x0 for item in fragments), min(item.y for item in fragments)
    for item in fragments:
        shift = slant * (item.y - foot)
        item.y -= slant * (item.x0 - left)
        item.x0 += shift
        item.x1 += shift
        item.words = [(at, x0 + shift, x1 + shift) for at, x0, x1 in item.words]


def split_spreads(pages: Sequence[PageContent]) -> list[PageContent]:
    """Return the printed pages: those about twice as wide as the narrowest one are parted.

    So are all those that lie on their side where each half of most has a number of its own.
    """
    widths = [page.width for page in pages if page.fragments]
    if not widths:
        return list(pages)
    numbered = _numbered_spreads(pages)
    narrow = min(widths)
    heights = {round(page.height) for page in pages if page.width < _RATIO * narrow}
    found: list[PageContent] = []
    for page in pages:
        same_height = any(abs(page.height - height) < 0.1 * page.height for height in heights)
        wide = page.width >= _RATIO * narrow and same_height
        if (wide or id(page) in numbered) and _parts(page):
            found += [_half(page, right=False), _half(page, right=True)]
        else:
            found.append(page)
    return found


def _numbered_spreads(pages: Sequence[PageContent]) -> set[int]:
    """Return the ids of the wide pages where their halves are numbered one after the other."""
    wide = [page for page in pages if page.width > _WIDE * page.height]
    firsts = Counter(
        number - 2 * at
        for at, page in enumerate(wide)
        for number in _numbers(page, right=False)
        if number + 1 in _numbers(page, right=True)
    )
    count = max(firsts.values(), default=0)
    return {id(page) for page in wide} if count >= max(2, _MOST * len(wide)) else set()


def _numbers(page: PageContent, *, right: bool) -> set[int]:
    """Return the numbers that stand by themselves at the foot or the head of half a page."""
    found = (
        _NUMBER.fullmatch(item.text.strip())
        for item in page.fragments
        if (item.x0 >= page.width / 2) is right
        and min(item.y, page.height - item.y) < _EDGE * page.height
    )
    return {int(match[1]) for match in found if match}


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
        images=page.images,
        damaged={} if right else page.damaged,
        is_scan=page.is_scan,
    )
