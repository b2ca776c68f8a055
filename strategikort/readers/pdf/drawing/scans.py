"""The text layers of scans: words that were only measured, put on lines in one size of type.

Programs that recognize text (OCR) write what they read unseen over or under the picture of a page.
Most place each word by the box around its letters: it stands lower where a letter goes below the
line, its size is that of its tallest letter, and all of it rises or falls with the paper.  What is
sure is the order, where words begin and end, and thereby how large their letters are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from pdfminer.fontmetrics import FONT_METRICS

from strategikort.readers.pdf.drawing.content import Fragment, PageContent, Style, most_of
from strategikort.readers.pdf.drawing.direction import MAX_SLANT, level

_WIDTHS: dict[str, float] = dict(FONT_METRICS["Helvetica"][1])
_USUAL, _FIXED = 556.0, 600.0
"""The width of other letters, and of all of a typewriter, in thousandths of the size of type."""

_SAME_SIZE = 0.12
"""How much the size that is measured in one line differs from that in others, at most."""

_NEAR = 0.85
"""How much higher or lower the next word of a line stands at most, in widths of a letter."""

_GAP, _GAPS = 2.0, 2.5
"""How far it stands off at most: in widths of a letter, and in usual gaps."""

_GOES_BELOW = re.compile(r"[gjpqyQçþ,;()\[\]{}|§/]")
_BELOW = 0.05
"""What letters like these lower the box of a word at least, in the size of its type."""

_LONG_ENOUGH = 30
"""Letters of a line, at least, that tell the type and how the page lies."""

_FULL = 60
"""Letters of a line of running text, at least; headings and cells are shorter."""

_SIGN = re.compile(r"([§8$S&]) (\d{1,3})\.(?:\s|$)")
_FEWEST_SIGNS = 3

_RAISED = re.compile(r"\d{1,3}")
_RISE, _RAISED_SIZE = 0.25, 0.6
_BLANK = 0.1
"""The least gap between two words in the size of their type."""


@dataclass
class _Row:
    """Words that follow each other on one line, ``widest`` letters apart at most."""

    items: list[Fragment]
    widest: float
    size: float = 0.0

    @property
    def letters(self) -> int:
        return sum(len(item.text) for item in self.items)


def is_scan(page: PageContent) -> bool:
    """Tell whether the text of a page lies unseen over its picture, as OCR programs write it."""
    return page.invisible > 0.5 * sum(len(item.text) for item in page.fragments)


def settle_scans(pages: Sequence[PageContent]) -> None:
    """Put the words of the text layers of scans on lines, each in one size of type."""
    scans = [page for page in pages if page.fragments and is_scan(page)]
    if not scans:
        return
    rows = {id(page): _rows(page) for page in scans}
    for page in scans:
        _level(page, rows[id(page)])
    every = [(page, row) for page in scans for row in rows[id(page)]]
    fixed = _is_fixed(every)
    for page, row in every:
        row.size = _size(page, row, fixed)
    settled = _settled([row for _, row in every])
    low = _lowering(row for _, row in every)
    usual = _style(row for _, row in every)
    for page in scans:
        page.is_scan = True
        page.fragments = [
            item
            for row in rows[id(page)]
            for item in _whole(page, row, settled[row.size], low, usual)
        ]
    _mend_signs([item for page in scans for item in page.fragments])


def _letter(*items: Fragment) -> float:
    """Return the width of a letter."""
    return sum(item.x1 - item.x0 for item in items) / max(sum(len(item.text) for item in items), 1)


def _rows(page: PageContent) -> list[_Row]:
    """Return the lines of a page: its words in the order in which they are drawn."""
    drawn = sorted(page.fragments, key=lambda item: item.order)
    gaps = [
        (after.x0 - _end(page, before)) / unit
        for before, after in pairwise(drawn)
        if (unit := _letter(before, after)) > 0
        and abs(after.y - before.y) <= _NEAR * unit
        and 0 < after.x0 - before.x1 < 4 * unit
    ]
    widest = max(_GAP, _GAPS * median(gaps)) if gaps else _GAP
    rows: list[_Row] = []
    for item in drawn:
        if rows and _goes_on(page, rows[-1].items[-1], item, widest):
            rows[-1].items.append(item)
        else:
            rows.append(_Row([item], widest))
    return rows


def _end(page: PageContent, item: Fragment) -> float:
    """Return where the blank behind a word ends, which some programs squeeze into its box."""
    return item.x1 + page.blanks.get(item.order, 0.0)


def _goes_on(page: PageContent, last: Fragment, item: Fragment, widest: float) -> bool:
    unit = _letter(last, item)
    gap = item.x0 - _end(page, last)
    return abs(item.y - last.y) <= _NEAR * unit and -1.5 * unit < gap <= widest * unit


def _level(page: PageContent, rows: Sequence[_Row]) -> None:
    """Turn a page level whose words are level each, but step up or down along the lines.

    Where whole lines are level, they begin ever farther to one side.
    """
    long = [row.items for row in rows if row.letters >= _LONG_ENOUGH]
    slopes = [_slope(items) for items in long if len(items) > 3] or [
        _drift(above[0], below[0]) for above, below in pairwise(long)
    ]
    if slopes:
        level(page.fragments, _middle(slopes))


def _middle(slopes: Sequence[tuple[float, float]]) -> float:
    """Return the slope in the middle, each counting for its extent."""
    half = sum(extent for _, extent in slopes) / 2
    for slope, extent in sorted(slopes):
        half -= extent
        if half <= 0:
            return slope
    return 0.0


def _drift(above: Fragment, below: Fragment) -> tuple[float, float]:
    """Return how much lines rise that begin at one edge, and how far they are apart."""
    down = above.y - below.y
    slope = (below.x0 - above.x0) / max(down, 1.0)
    return (slope, down) if down > 0 and abs(slope) < MAX_SLANT else (0.0, 0.0)


def _slope(items: Sequence[Fragment]) -> tuple[float, float]:
    """Return how much the words of a line rise, and how wide the line is."""
    mean_x = sum(item.x0 for item in items) / len(items)
    mean_y = sum(item.y for item in items) / len(items)
    over = sum((item.x0 - mean_x) * (item.y - mean_y) for item in items)
    under = sum((item.x0 - mean_x) ** 2 for item in items)
    return over / max(under, 1.0), items[-1].x1 - items[0].x0


def _is_fixed(rows: Sequence[tuple[PageContent, _Row]]) -> bool:
    """Tell whether the type is that of a typewriter: lines then differ less in width."""
    long = [(page, row) for page, row in rows if row.letters >= _LONG_ENOUGH]

    def spread(fixed: bool) -> float:
        sizes = [_size(page, row, fixed) for page, row in long]
        middle = median(sizes)
        return median(abs(size - middle) for size in sizes) / middle

    return len(long) > 2 and spread(fixed=True) < spread(fixed=False)


def _natural(text: str, fixed: bool) -> float:
    """Return how wide a text is in type of one point."""
    widths = (_FIXED if fixed else _WIDTHS.get(c, _USUAL) for c in text)
    return 0.001 * sum(widths)


def _size(page: PageContent, row: _Row, fixed: bool) -> float:
    """Return the size of type in which the words of a line would be as wide as they are.

    The blanks of justified lines count no more than half as much as they may be wide.
    """
    last = row.items[-1]
    text = " ".join(item.text for item in row.items) + " " * (last.order in page.blanks)
    width = _end(page, last) - row.items[0].x0
    gaps = [after.x0 - before.x1 for before, after in pairwise(row.items)]
    gaps += [begin - end for item in row.items for _, end, begin in item.words]
    blank = 0.5 * row.widest * _letter(*row.items)
    width -= sum(gap - blank for gap in gaps if gap > blank)
    return max(round(width / max(_natural(text, fixed), 0.1), 1), 1.0)


def _settled(rows: Sequence[_Row]) -> dict[float, float]:
    """Return for each size that was measured that of most letters in about that size."""
    weights: Counter[float] = Counter()
    for row in rows:
        weights[row.size] += row.letters
    settled: dict[float, float] = {}
    for usual, _ in weights.most_common():
        if usual in settled:
            continue
        near = [
            size
            for size in weights
            if size not in settled and abs(size - usual) <= _SAME_SIZE * usual
        ]
        letters = sum(weights[size] for size in near)
        middle = round(sum(size * weights[size] for size in near) / letters, 1)
        settled.update(dict.fromkeys(near, middle))
    return settled


def _lowering(rows: Iterable[_Row]) -> float:
    """Return how much lower words stand that go below the line, in the size of their type.

    It is 0 where the program knows the line itself.
    """
    steps = [
        (high - item.y) / row.size
        for row in rows
        if row.letters >= _LONG_ENOUGH and (high := _line_of(row.items)) is not None
        for item in row.items
        if _GOES_BELOW.search(item.text)
    ]
    lowering = median(steps) if steps else 0.0
    return lowering if lowering >= _BELOW else 0.0


def _line_of(items: Sequence[Fragment]) -> float | None:
    """Return where words stand that have no letter below the line, None if all have."""
    on_line = [
        item.y for item in items if item.text[0].isalnum() and not _GOES_BELOW.search(item.text)
    ]
    return median(on_line) if on_line else None


def _whole(
    page: PageContent, row: _Row, size: float, low: float, usual: Style
) -> Iterator[Fragment]:
    """Yield the words of a line as one piece on one line, raised marks apart.

    That one line of a text is bolder than the others is a guess of the program.
    """
    line = _line_of(row.items)
    y = median(item.y for item in row.items) + low * size if line is None else line
    style = replace(usual if row.letters >= _FULL else _style([row]), size=size)
    whole: Fragment | None = None
    for item in row.items:
        if _RAISED.fullmatch(item.text) and item is not row.items[0] and item.y - y > _RISE * size:
            yield replace(item, style=replace(style, size=_RAISED_SIZE * size))
            continue
        if whole is None:
            whole = replace(item, y=y, style=style, words=list(item.words))
            end = _end(page, item)
            continue
        parted = item.x0 - end > _BLANK * size or end > whole.x1
        start = len(whole.text) + parted
        if parted:
            whole.words.append((start, whole.x1, item.x0))
        whole.words += [(start + at, x0, x1) for at, x0, x1 in item.words]
        whole.text += " " * parted + item.text
        whole.x1, end = max(whole.x1, item.x1), _end(page, item)
    if whole is not None:
        yield whole


def _style(rows: Iterable[_Row]) -> Style:
    """Return the style of most letters."""
    return most_of(
        (replace(item.style, size=1.0), len(item.text)) for row in rows for item in row.items
    )


def _mend_signs(drawn: Sequence[Fragment]) -> None:
    """Write »§« where it was read as »8« or the like: before 1, 2, 3 … at the starts of lines."""
    last, misread = 0, []
    for item in drawn:
        sign = _SIGN.match(item.text)
        if sign and int(sign[2]) == last + 1:
            last += 1
            misread += [item] if sign[1] != "§" else []
    if last >= _FEWEST_SIGNS:
        for item in misread:
            item.text = "§" + item.text[1:]
