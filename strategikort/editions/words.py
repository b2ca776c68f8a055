"""Word by word: what was taken out of a text and what was put in."""

from __future__ import annotations

import re
from collections import Counter
from itertools import zip_longest
from typing import NamedTuple

_UNIT = re.compile(
    r"[^\W_]+(?:(?:[-\u2010\u2011\u00ad'’.,]|(?<=\d)[\u2012\u2013](?=\d))[^\W_]+)*|[^\w\s]|_"
)
_BULLETS = frozenset("-*+•–—▪◦‣")
_ITEM = "•"

LONG = 10_000
"""Characters; to look for a longer text in another takes its square in time."""

_SENTENCE_ENDS = frozenset(".!?:")


class Change(NamedTuple):
    """Half-open offsets of what stood in the old text and of what stands there in the new one."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def spans_of(text: str) -> list[tuple[int, int]]:
    """Return where the words and signs of ``text`` stand."""
    return [match.span() for match in _UNIT.finditer(text)]


def words_of(text: str) -> list[str]:
    """Return the words and signs of ``text``; blanks and line breaks do not count."""
    return _UNIT.findall(text)


def bag(text: str) -> Counter[str]:
    """Count the words of ``text``; signs and case do not count."""
    return Counter(word.casefold() for word in words_of(text) if word.isalnum())


def changes(old: str, new: str) -> list[Change]:
    """Return the fewest changes of words that make ``new`` of ``old``.

    By the longest common subsequence (Indel distance); changes with nothing but one short word or
    sign between them are told as one.  Another shape of quotation mark or dash is no change, nor
    is another mark of an item, nor that all of them are there or not: Word keeps none.
    """
    from rapidfuzz.distance import Indel

    ours, theirs = spans_of(old), spans_of(new)
    plain = [
        [span for span in spans if not _marks_item(text, span)]
        for text, spans in ((old, ours), (new, theirs))
    ]
    if (plain[0] == ours) != (plain[1] == theirs):
        ours, theirs = plain
    before, after = _shapes(old, ours), _shapes(new, theirs)
    runs: list[list[int]] = []
    codes = [code for code in Indel.opcodes(before, after) if code.tag != "equal"]
    for code, following in zip_longest(codes, codes[1:]):
        run = [code.src_start, code.src_end, code.dest_start, code.dest_end]
        if run[0] == run[1] or run[2] == run[3]:
            words, at = (after, 2) if run[0] == run[1] else (before, 0)
            back = run[0] - (runs[-1][1] if runs else 0)
            ahead = (following.src_start if following else len(before)) - run[1]
            if (back or not runs) and (ahead or not following):
                shift = _to_sentence(words, run[at], run[at + 1], back, ahead)
                run = [place + shift for place in run]
        if runs and _is_near(ours, runs[-1][1], run[0]):
            runs[-1][1], runs[-1][3] = run[1], run[3]
        else:
            runs.append(run)
    return [
        Change(*_stretch(ours, first, last), *_stretch(theirs, start, end))
        for first, last, start, end in runs
    ]


def _shapes(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """Return the words and signs at ``spans``, those alike that only look different."""
    from strategikort.citation.wording import shaped

    return [_ITEM if _marks_item(text, span) else shaped(text[slice(*span)]) for span in spans]


def _marks_item(text: str, span: tuple[int, int]) -> bool:
    """Say whether what stands at ``span`` is the mark of an item, first in its line."""
    start, end = span
    return text[start:end] in _BULLETS and not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _to_sentence(words: list[str], first: int, last: int, back: int, ahead: int) -> int:
    """Return how far a stretch put in or taken out must move to begin where a sentence does.

    »kan [f.eks. svare. Forældrene kan] samtidig« is as true as »[Forældrene kan f.eks. svare.]«.
    ``back`` and ``ahead`` are how many unchanged words stand before and behind it.  0 if it
    cannot begin a sentence.
    """
    for step, most in ((-1, back), (1, ahead)):
        shift = 0
        while not _opens(words, first + shift):
            left, right = first + shift, last + shift
            if step < 0:
                left, right = left - 1, right - 1
            if abs(shift) == most or words[left] != words[right]:
                break
            shift += step
        else:
            return shift
    return 0


def _opens(words: list[str], at: int) -> bool:
    """Tell whether a sentence begins at a word, or an item of a list with its mark."""
    if not (at < len(words) and (at == 0 or words[at - 1] in _SENTENCE_ENDS)):
        return False
    item = words[at] in _BULLETS and words[at + 1 : at + 2] and words[at + 1][:1].isupper()
    return bool(item) or words[at][:1].isupper()


def _stretch(spans: list[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    if first < last:
        return spans[first][0], spans[last - 1][1]
    at = spans[first - 1][1] if first else 0
    return at, at


def _is_near(spans: list[tuple[int, int]], last: int, first: int) -> bool:
    """Say whether the words ``last`` to ``first`` between two changes are next to nothing."""
    between = spans[last:first]
    return not between or (len(between) == 1 and between[0][1] - between[0][0] <= 2)


def similarity(old: str, new: str) -> float:
    """Return which share of the words of two texts stand in both in the same order, 0 to 1."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(words_of(old), words_of(new))


def nearest_stretch(part: str, whole: str) -> tuple[int, int] | None:
    """Return the half-open offsets of the words of ``whole`` that ``part`` is most like.

    None if no word is common to both.  The stretch is as long as it takes to be like all of
    ``part``: what stands in front of it and behind it in ``whole`` is no change.
    """
    from rapidfuzz.distance import Levenshtein

    wanted, spans = words_of(part), spans_of(whole)
    there = [whole[start:end] for start, end in spans]
    first = _densest(wanted, there)
    if first is None:
        return None
    slack = len(wanted) // 2 + 1
    low, high = max(0, first - slack), min(len(there), first + len(wanted) + slack)
    # Of stretches that are as near, the longest has what was put in place of the words at its ends.
    start = min(range(low, high), key=lambda at: (Levenshtein.distance(wanted, there[at:high]), at))
    end = min(
        range(start + 1, high + 1),
        key=lambda at: (Levenshtein.distance(wanted, there[start:at]), -at),
    )
    return spans[start][0], spans[end - 1][1]


def stands_in(part: str, whole: str) -> float:
    """Return how much ``part`` is like the stretch of ``whole`` that is most like it, 0 to 1.

    What is :data:`LONG` is not looked for: 1.
    """
    if len(part) > LONG:
        return 1.0
    stretch = nearest_stretch(part, whole)
    return similarity(part, whole[slice(*stretch)]) if stretch else 0.0


def _densest(wanted: list[str], there: list[str]) -> int | None:
    """Return where as many words begin as are ``wanted`` of which most are wanted ones."""
    missing = Counter(wanted)
    common, best, found = 0, 0, None
    for at, word in enumerate(there):
        common += missing[word] > 0
        missing[word] -= 1
        gone = at - len(wanted)
        if gone >= 0:
            missing[there[gone]] += 1
            common -= missing[there[gone]] > 0
        if common > best:
            best, found = common, max(0, gone + 1)
    return found


def likeness(old: Counter[str], new: Counter[str]) -> float:
    """Return which share of the words two texts have in common (Dice 1945), 0 to 1."""
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 1.0


def held(part: Counter[str], whole: Counter[str]) -> float:
    """Return which share of the words of ``part`` stand in ``whole``, 0 to 1."""
    return (part & whole).total() / part.total() if part else 0.0
