"""What files of one text say, each thing once: one place stands for all, and names the others."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from heapq import nsmallest
from typing import Generic, NamedTuple, TypeVar

from strategikort.model import NOTHING, Hit, Section

_Item = TypeVar("_Item")

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


class Told(NamedTuple):
    """What is looked at of something that a document says: its words, as :func:`said` gives them.

    Of two that say the same the one of the lower ``rank`` stands for both.
    """

    document: str
    words: str
    rank: int = 0


class SameTexts(NamedTuple):
    """Documents (ids) and the ``others`` that have the same text.

    ``words_of`` gives the words of one, as :func:`said` does, where they are to be compared.
    """

    others: Mapping[str, Set[str]] = NOTHING
    words_of: Callable[[str], str] | None = None


class _Once(Generic[_Item]):
    """Things that say the same, the one that stands for all first."""

    def __init__(self, item: _Item, told: Told) -> None:
        self.items = [item]
        self.told = told
        self.documents = {told.document}

    def add(self, item: _Item, told: Told) -> None:
        first = told.rank < self.told.rank and told.words == self.told.words
        self.items.insert(0 if first else len(self.items), item)
        self.told = told if first else self.told
        self.documents.add(told.document)


def each_once(
    items: Iterable[_Item], same: SameTexts, tell: Callable[[_Item], Told]
) -> list[tuple[_Item, tuple[_Item, ...]]]:
    """Return things that documents say, each once, with those that repeat it word for word.

    What a document says twice is two things, and of another that does so as well, the first
    repeats the first.  What is a part of a longer one repeats it.  So does what begins or ends
    elsewhere, if all its words stand one after the other in the document of the first: nothing
    that only one document says is left out.
    """
    groups: list[_Once[_Item]] = []
    by_words: dict[str, list[_Once[_Item]]] = {}
    by_document: dict[str, list[_Once[_Item]]] = {}
    for item in items:
        told = tell(item)
        others = same.others.get(told.document, frozenset())
        group = None
        if others:
            alike = by_words.get(told.words, ())
            group = next((one for one in alike if _is_of_others(one, told, others)), None)
            if group is None and len(told.words) >= _LEAST_PART:
                near = (one for name in sorted(others) for one in by_document.get(name, ()))
                group = next((one for one in near if _is_one_place(one.told, told, same)), None)
        if group is None:
            group = _Once(item, told)
            groups.append(group)
            if told.document in same.others:
                by_words.setdefault(told.words, []).append(group)
        else:
            group.add(item, told)
        if told.document in same.others:
            by_document.setdefault(told.document, []).append(group)
    return [(one.items[0], tuple(one.items[1:])) for one in groups]


def _is_of_others(one: _Once[_Item], told: Told, others: Set[str]) -> bool:
    return told.document not in one.documents and not others.isdisjoint(one.documents)


def _is_one_place(first: Told, other: Told, same: SameTexts) -> bool:
    """Tell whether what ``other`` says is said with ``first``, or right beside it."""
    if _holds(first.words, other.words):
        return True
    if same.words_of is None or len(first.words) < _LEAST_PART or first.words == other.words:
        return False
    least = max(_LEAST_PART, min(len(first.words), len(other.words)) // 2)
    beside = (
        _holds(other.words, first.words)
        or _goes_on(first.words, other.words) >= least
        or _goes_on(other.words, first.words) >= least
    )
    return beside and _holds(same.words_of(first.document), other.words)


def _goes_on(words: str, other: str) -> int:
    """Return how many characters ``words`` end in that ``other`` begins with; 0 for few."""
    head = other[:_LEAST_PART]
    at = words.find(head)
    while at >= 0:
        shared = len(words) - at
        if f" {words}"[at] == " " and f"{other} ".startswith(f"{words[at:]} "):
            return shared
        at = words.find(head, at + 1)
    return 0


def _holds(words: str, part: str) -> bool:
    """Tell whether all words of ``part`` stand, in their order, among more of them."""
    return len(words) > len(part) and f" {part} " in f" {words} "


def without_repeats(hits: Sequence[Hit], same: SameTexts) -> list[Hit]:
    """Return hits with those left out that another repeats, word for word, which names them.

    Of two hits the first stands for both,
    unless only the second has pages.
    """
    return [_joined(hit, others) for hit, others in each_once(hits, same, told_of_hit)]


def told_of_hit(hit: Hit) -> Told:
    """Return what is looked at of a hit; of a heading alone, that."""
    words = said(hit.text or hit.section.label)
    return Told(hit.section.document, words, rank_of(hit.place.pages))


def rank_of(pages: Sequence[str], *, chosen: bool = True) -> int:
    """Return the rank of what stands on these pages: what is ``chosen``, then what has pages."""
    return (0 if chosen else 2) + (0 if pages else 1)


def _joined(hit: Hit, others: Sequence[Hit]) -> Hit:
    if not others:
        return hit
    also = tuple(one for other in others for one in (other._replace(also=()), *other.also))
    return hit._replace(also=(*hit.also, *also), score=max(one.score for one in (hit, *others)))


def said(text: str) -> str:
    """Return the words of a text as they are compared with those of another file."""
    return " ".join(_said(text))


def _said(text: str) -> list[str]:
    return _SAID.findall(text.casefold())
