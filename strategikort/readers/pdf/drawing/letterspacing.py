"""Words set with wide gaps between their letters: ``I N D H O L D`` is one word.

A gap wider than a tenth of the type is taken for a blank when a page is drawn.  In spaced type
all letters stand so far apart, and words still farther.
"""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from strategikort.readers.pdf.drawing.content import Fragment, PageContent

_FEWEST = 4
"""Gaps of a line, at least, and letters between two of them, at most."""
_LETTERS = 1.7

_BLANK = 0.2
"""A gap in the size of the type that is surely narrower than a blank between words."""

_WIDER = 0.2
"""How much wider, in the size of the type, gaps between words are than those between letters."""

_WIDEST = 0.5
"""The widest gap between letters, where wider ones part the words."""


def close_letters(pages: Iterable[PageContent]) -> None:
    """Take the blanks between the letters of spaced words out of the text of ``pages``."""
    for page in pages:
        for item in page.fragments:
            if len(item.words) >= _FEWEST:
                _close(item)


def _close(item: Fragment) -> None:
    letters = sum(map(len, item.text.split()))
    if letters > _LETTERS * (len(item.words) + 1) or not any(c.isalpha() for c in item.text):
        return
    gaps = [begin - end for _, end, begin in item.words]
    usual = median(gaps)
    edge = usual + _WIDER * item.size
    parted = max(gaps) > edge
    if usual >= (_WIDEST if parted else _BLANK) * item.size:
        return
    text, words, start = "", [], 0
    for (offset, end, begin), gap in zip(item.words, gaps, strict=True):
        text += item.text[start : offset - 1]
        start = offset
        if gap > edge:
            text += " "
            words.append((len(text), end, begin))
    item.text, item.words = text + item.text[start:], words
