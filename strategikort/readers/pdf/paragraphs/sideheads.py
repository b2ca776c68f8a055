"""Headings in the margin: bold lines left of the running text, beside where a paragraph begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from strategikort.readers.pdf.drawing.content import LARGER, SMALLER, Fragment, Style
from strategikort.readers.pdf.lines.rows import grouped

_RUNNING = 35
"""Letters of a line of running text, at least."""

_FEWEST, _EACH = 8, 3
"""Such lines on a page, at least, and for each heading: cells of tables are shorter."""

_AT_EDGE = 0.6
"""The share of them that begins at one place, at least."""

_APART = 0.8
_LEVEL = 0.35
_ABOVE = 0.4
_LINES = 1.7
"""In sizes of the type: how far headings end before the text, how far from its line they stand,
how far above it their lines are put, and how far these are apart at most."""

_MOST_LINES, _LONGEST = 3, 80
_GAP = 1.25
"""How much farther than its lines paragraphs are apart, at least."""


def with_side_headings(fragments: list[Fragment], body: Style) -> list[Fragment]:
    """Return what stands on a page with the headings in its margin above their paragraphs.

    Nothing is moved unless all that stands there is such headings.
    """
    if body.bold or any(item.element for item in fragments):
        return fragments
    running = [
        item
        for item in fragments
        if len(item.text) >= _RUNNING
        and not item.style.bold
        and SMALLER * body.size <= item.size <= LARGER * body.size
    ]
    edges = Counter(round(item.x0) for item in running)
    left, count = max(edges.items(), key=lambda edge: edge[1], default=(0, 0))
    if len(running) < _FEWEST or count < _AT_EDGE * len(running):
        return fragments
    top, foot = max(item.top for item in running), min(item.bottom for item in running)
    beside = [
        item for item in fragments if item.x1 <= left - _APART * body.size and foot <= item.y <= top
    ]
    text = sorted(
        (item for item in fragments if abs(item.x0 - left) <= 1 and not item.style.bold),
        key=lambda item: -item.y,
    )
    groups = grouped(
        sorted(beside, key=lambda item: -item.y),
        lambda group, item: group[-1].y - item.y <= _LINES * item.size,
    )
    hosts = [_host(group, text) for group in groups]
    if not all(hosts) or len(running) < _EACH * len(groups):
        return fragments
    gone = {id(item) for item in beside}
    found = [item for item in fragments if id(item) not in gone]
    for group, host in zip(groups, hosts, strict=True):
        if host is not None:
            found += _above(group, host, left, body.size)
    return found


def _host(group: Sequence[Fragment], text: Sequence[Fragment]) -> Fragment | None:
    """Return the first line of the paragraph that a heading stands beside, None if it is none."""
    said = " ".join(item.text for item in group)
    is_heading = (
        len(group) <= _MOST_LINES
        and len(said) <= _LONGEST
        and said[:1].isupper()
        and not said.endswith((".", ",", ";", ":"))
        and all(item.style.bold for item in group)
        and all(above.y - below.y > 0.5 * below.size for above, below in pairwise(group))
    )
    if not is_heading:
        return None
    gaps = [above.y - below.y for above, below in pairwise(text) if above.y > below.y]
    for at, item in enumerate(text):
        if abs(item.y - group[0].y) <= _LEVEL * item.size:
            begins = at == 0 or text[at - 1].y - item.y > _GAP * median(gaps)
            return item if begins else None
    return None


def _above(group: Sequence[Fragment], host: Fragment, left: float, size: float) -> list[Fragment]:
    """Return the lines of a heading right above the first line of its paragraph."""
    return [
        replace(
            item,
            x0=left,
            x1=left + item.x1 - item.x0,
            y=host.y + _ABOVE * size * (len(group) - at),
            style=replace(item.style, size=max(item.size, size)),
            order=host.order,
            words=[],
        )
        for at, item in enumerate(group)
    ]
