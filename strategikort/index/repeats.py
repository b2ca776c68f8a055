"""Hits that say the same in files of one text: one of them stands for all, and names the others."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence, Set
from heapq import nsmallest

from strategikort.model import Hit, Section

_SAID = re.compile(r"\w+|[%‰§&+<>=±×€$£]|(?<!\w)[-–−](?=\d)")
"""Words, and the signs that change what is said; bullets and quotation marks differ by program."""

_RUN = 5
"""Words that are taken together where texts are compared."""

PRINTS = 64
"""Runs of words that stand for a text when it is compared with others."""

_LEAST_PART = 80
"""Characters of a passage, at least, that may be only a part of the one that stands for it."""


def prints_of(sections: Iterable[Section]) -> list[int]:
    """Return numbers of which two texts share the more, the more runs of words they share.

    They are the smallest checksums of all runs, so that the same runs are picked in both.
    """
    words = [word for section in sections for word in _said(section.text.text)]
    runs = {
        zlib.crc32(" ".join(words[at : at + _RUN]).encode())
        for at in range(max(1, len(words) - _RUN + 1))
    }
    return nsmallest(PRINTS, runs)


def without_repeats(hits: Sequence[Hit], same: Mapping[str, Set[str]]) -> list[Hit]:
    """Return hits with those left out that another repeats, word for word, which names them.

    ``same`` are documents (ids) and the others that have the same text.  Of two hits the first
    stands for both, unless only the second has pages.
    """
    kept: list[Hit] = []
    words: list[str] = []
    for hit in hits:
        others = same.get(hit.section.document, frozenset())
        said = _all_said(hit) if others else ""
        for at, first in enumerate(kept):
            if first.section.document in others and _repeats(said, words[at]):
                better = hit.place.pages and not first.place.pages and said == words[at]
                kept[at] = _joined(hit, first) if better else _joined(first, hit)
                break
        else:
            kept.append(hit)
            words.append(said)
    return kept


def _joined(hit: Hit, other: Hit) -> Hit:
    also = (*hit.also, other._replace(also=()), *other.also)
    return hit._replace(also=also, score=max(hit.score, other.score))


def _repeats(said: str, first: str) -> bool:
    """Tell whether all words of a passage stand, in their order, in the one before it."""
    return said == first or (len(said) >= _LEAST_PART and f" {said} " in f" {first} ")


def _all_said(hit: Hit) -> str:
    """Return what is said by a hit; by a heading alone, that."""
    return " ".join(_said(hit.text or hit.section.label))


def _said(text: str) -> list[str]:
    return _SAID.findall(text.casefold())
