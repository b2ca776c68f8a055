"""Letters whose case a file has lost: text set in capitals, of which some are said to be small.

A program that sets text in capitals gives each glyph the letter that was typed, but only one for
each glyph: ``E`` where the first of them was typed so, ``i`` where that was.  The text then reads
``skattEfriE``.  A font in which a letter has hardly any but its capital form, and that in the
middle of many words after small letters, is such a one; so is one with a name of small capitals.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from strategikort.readers.pdf.drawing.content import Fragment, PageContent

SMALL_CAPITALS = re.compile(r"small-?_?\s?cap|smcp|[-_]sc(?![a-z])", re.I)
"""What the name of a font has in it that is one of small capitals."""

_FEWEST = 20
"""Capitals behind small letters, at least, and half of all capitals of that letter."""

_WORDS = 10
"""Different words that these stand in, at least: ``NemID`` and ``BioNTech`` are single words."""

_SMALL_SHARE = 0.1
"""The share of the letter's capitals that it may have of small forms: it lacks these."""


class _Letter:
    """How often a letter stands in a font: its forms, and its capital behind small letters."""

    def __init__(self) -> None:
        self.capital = self.small = self.inside = 0
        self.words: set[str] = set()

    @property
    def is_lost(self) -> bool:
        return (
            self.inside >= max(_FEWEST, 0.5 * self.capital)
            and len(self.words) >= _WORDS
            and self.small <= _SMALL_SHARE * self.capital
        )


def settle_case(pages: Sequence[PageContent]) -> None:
    """Make small what a font only has as capitals, where it stands in the middle of a word.

    At the beginning of a word nothing tells which it was, and nothing is changed.
    """
    lost = _lost_letters(chain.from_iterable(page.fragments for page in pages))
    if not lost:
        return
    for page in pages:
        before: Fragment | None = None
        for item in sorted(page.fragments, key=lambda item: item.order):
            letters = lost.get(item.style.font)
            if letters:
                goes_on = before is not None and _is_cut(before, item)
                item.text = _settled(item.text, letters, goes_on)
            before = item


def _lost_letters(fragments: Iterator[Fragment]) -> dict[str, frozenset[str]]:
    """Return by font the capitals that stand for small letters too."""
    texts: dict[str, Counter[str]] = defaultdict(Counter)
    for item in fragments:
        texts[item.style.font].update(item.text.split())
    found: dict[str, frozenset[str]] = {}
    for font, words in texts.items():
        letters: dict[str, _Letter] = defaultdict(_Letter)
        for word, times in words.items():
            behind_small = False
            for sign in word:
                if sign.isupper():
                    letter = letters[sign]
                    letter.capital += times
                    if behind_small:
                        letter.inside += times
                        letter.words.add(word)
                elif sign.islower():
                    letters[sign.upper()].small += times
                behind_small = sign.islower() or (behind_small and sign.isalpha())
        named = bool(SMALL_CAPITALS.search(font))
        lost = frozenset(
            sign
            for sign, letter in letters.items()
            if letter.is_lost or (named and letter.inside and not letter.small)
        )
        if lost:
            found[font] = lost
    return found


def _is_cut(before: Fragment, item: Fragment) -> bool:
    """Tell whether a word goes on from the line above."""
    end = before.text
    return before.style == item.style and end.endswith(("-", "\u2010")) and end[-2:-1].islower()


def _settled(text: str, letters: frozenset[str], goes_on: bool) -> str:
    settled: list[str] = []
    within = goes_on
    for sign in text:
        # Some letters have no small form of the same length.
        small = sign.lower() if within and sign in letters else sign
        settled.append(small if len(small) == 1 else sign)
        within = sign.isalpha()
    return "".join(settled)
