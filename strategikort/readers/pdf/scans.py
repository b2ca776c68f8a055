"""Scans with a text layer: lines that lie aslant, and sizes of type that are only measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from strategikort.readers.pdf.content import Fragment, PageContent, Style

_LEAST_SLANT = 0.0005
_SAME_SIZE = 0.15
"""How much the size that a scan's text has in one line differs from that in others, at most."""


def straighten(fragments: Sequence[Fragment], slants: Sequence[tuple[Fragment, float]]) -> None:
    """Turn a page level if most of its text lies aslant; ``slants`` are the rises of that text."""
    own = {id(item) for item in fragments}
    letters = sum(len(item.text) for item in fragments)
    slanted = [(len(item.text), slant) for item, slant in slants if id(item) in own]
    weight = sum(count for count, _ in slanted)
    if 2 * weight < letters or not weight:
        return
    slant = sum(count * slant for count, slant in slanted) / weight
    if abs(slant) < _LEAST_SLANT:
        return
    left = min(item.x0 for item in fragments)
    for item in fragments:
        item.y -= slant * (item.x0 - left)


def is_scan(page: PageContent) -> bool:
    """Tell whether the text of a page lies unseen over its picture, as OCR programs write it."""
    return page.invisible > 0.5 * sum(len(item.text) for item in page.fragments)


def settle_sizes(pages: Sequence[PageContent]) -> None:
    """Give the text layers of scans one size of type where the sizes are nearly the same."""
    scans = [page for page in pages if is_scan(page)]
    weights: Counter[float] = Counter()
    for page in scans:
        for item in page.fragments:
            weights[item.size] += len(item.text)
    if not weights:
        return
    usual = weights.most_common(1)[0][0]
    settled: dict[Style, Style] = {}
    for page in scans:
        for item in page.fragments:
            if abs(item.size - usual) <= _SAME_SIZE * usual:
                style = settled.setdefault(item.style, replace(item.style, size=usual))
                item.style = style
