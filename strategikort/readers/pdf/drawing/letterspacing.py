"""Words set with wide gaps between their letters: ``I N D H O L D`` is one word.

A gap wider than a tenth of the type is taken for a blank when a page is drawn.  In spaced type
all letters stand so far apart, and words still farther, often in a piece of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
"""The widest gap between letters, where wider ones part the words, or where they are one word."""

_WORD = 6
"""Single letters in a row, at least, that are a word."""

_APART = 2.0
"""How far words are apart that are drawn as pieces of their own, at most."""


def close_letters(pages: Iterable[PageContent]) -> None:
    """Take the blanks between the letters of spaced words out of the text of ``pages``."""
    for page in pages:
        if any(_is_letters(item) for item in page.fragments):
            page.fragments = _joined(page.fragments)
        for item in page.fragments:
            if len(item.words) >= _FEWEST:
                _close(item)


def _joined(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Return fragments, spaced words that follow each other on one line as one of them."""
    found: list[Fragment] = []
    for item in fragments:
        last = found[-1] if found else None
        if last and _go_on(last, item):
            last.words += [
                (len(last.text) + 1, last.x1, item.x0),
                *((at + len(last.text) + 1, end, begin) for at, end, begin in item.words),
            ]
            last.text += f" {item.text}"
            last.x1 = item.x1
        else:
            found.append(item)
    return found


def _go_on(last: Fragment, item: Fragment) -> bool:
    return (
        last.style == item.style
        and last.element is item.element
        and last.artifact == item.artifact
        and abs(last.y - item.y) < 0.1 * item.size
        and 0 < item.x0 - last.x1 < _APART * item.size
        and _is_letters(last)
        and _is_letters(item)
    )


def _is_spaced(item: Fragment) -> bool:
    """Tell whether a fragment is letters with gaps between them."""
    letters = sum(map(len, item.text.split()))
    return bool(item.words) and letters <= _LETTERS * (len(item.words) + 1)


def _is_letters(item: Fragment) -> bool:
    """Tell whether a fragment is nothing but single letters, and signs behind them."""
    return bool(item.words) and all(
        len(one) == 1 and not one.isdigit() for one in item.text.split()
    )


def _is_word(text: str) -> bool:
    """Tell whether single letters are a word, and not those of a list: A B C D E F."""
    letters = text.split()
    return (
        len(letters) >= _WORD
        and all(len(one) == 1 and one.isalpha() for one in letters)
        and letters != sorted(letters)
    )


def _close(item: Fragment) -> None:
    if not _is_spaced(item) or not any(c.isalpha() for c in item.text):
        return
    gaps = [begin - end for _, end, begin in item.words]
    usual = median(gaps)
    edge = usual + _WIDER * item.size
    shown = max(gaps) > edge or _is_word(item.text)
    if usual >= (_WIDEST if shown else _BLANK) * item.size:
        return
    text, words, start = "", [], 0
    for (offset, end, begin), gap in zip(item.words, gaps, strict=True):
        text += item.text[start : offset - 1]
        start = offset
        if gap > edge:
            text += " "
            words.append((len(text), end, begin))
    item.text, item.words = text + item.text[start:], words
