"""Hyphens at line ends: which belong to the word, and which only to the line.

The rule asks in this order: what the document's profile says of this very word; what the next
word and the part before the hyphen show (``udenrigs-`` before ``og``, ``EU-``, ``2025-``); how
the collection itself writes the word elsewhere; and otherwise joins, since nearly every hyphen
at a line end was put there by the typesetter.

Where a file has lost its line breaks, the hyphens are still there, with a blank behind them
(``huma- nitære``); :func:`has_lost_breaks` tells such a file from others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

LINE_END_HYPHEN = re.compile(r"(?<=\w)[-\u2010][^\S\n]*\n\s*(?=\w)")
"""A hyphen after a letter or digit, the line break(s) behind it, up to the next word."""

LOST_BREAK_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010][^\S\n]+(?=[^\W\d_])")
"""A hyphen after a letter and the blanks up to the next word in the same line."""

_LEAST_LOST = 5
"""Words that a lost line break has cut, at least, in a file that has lost them."""

_SHARE_LOST = 0.2
"""The share of the hyphens before a blank that such words have, at least.

Measured: 0.37 in two files that have lost their breaks, 0 in thirteen others.
"""

_LINKS = frozenset({"og", "eller", "samt", "til", "men", "som", "både", "i", "på"})
"""Words before which a hyphen and a blank share a half: ``udenrigs- og``."""

_CONJUNCTIONS = frozenset({"og", "eller", "samt"})
_LEFT = re.compile(r"[\w'’-]+$")
_RIGHT = re.compile(r"[\w'’]+(?:-\w+)*")
_WORD = re.compile(r"\w+(?:[-\u2010]\w+)*")


class Hyphen(Enum):
    """What becomes of a hyphen at a line end."""

    JOIN = "join"
    """hyphen and break go: ``stra-|tegi`` is ``strategi``"""
    KEEP = "keep"
    """the break goes: ``EU-|delegation`` is ``EU-delegation``"""
    SUSPEND = "suspend"
    """the break becomes a blank: ``udenrigs-|og`` is ``udenrigs- og``"""


@dataclass(frozen=True)
class Vocabulary:
    """How often the collection writes a word, hyphens included, within one line (lower case)."""

    words: Counter[str] = field(default_factory=Counter)
    prefixes: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """Count the words of raw ``texts``; what a line break cuts is left out."""
        words: Counter[str] = Counter()
        prefixes: Counter[str] = Counter()
        for text in texts:
            for line in text.lower().split("\n"):
                end = len(line.rstrip())
                for match in _WORD.finditer(line):
                    if match.end() + 1 == end and line[match.end()] in "-\u2010":
                        continue
                    word = match.group().replace("\u2010", "-")
                    words[word] += 1
                    if "-" in word:
                        prefixes[word[: word.index("-") + 1]] += 1
        return cls(words, prefixes)


def has_lost_breaks(text: str, known: Callable[[str], bool]) -> bool:
    """Tell whether ``text`` has lost its line breaks and kept the hyphens at them.

    ``known`` tells whether a word (in small letters) is one.  What stands behind such a hyphen is
    none by itself, and one with what stands before it.
    """
    halves: list[tuple[str, str]] = []
    for match in LOST_BREAK_HYPHEN.finditer(text):
        left = _LEFT.search(text[max(0, match.start() - 60) : match.start()])
        right = _RIGHT.match(text, match.end())
        if left and right and right[0].lower() not in _LINKS:
            halves.append((left[0].lower(), right[0].lower()))
    if len(halves) < _LEAST_LOST:
        return False
    cut = sum(not known(right) and known(left + right) for left, right in halves)
    return cut >= max(_LEAST_LOST, _SHARE_LOST * len(halves))


@dataclass(frozen=True)
class HyphenRule:
    """Decides on a hyphen; ``exceptions`` maps ``left-|right`` in lower case to the answer.

    ``lost_breaks``: hyphens before a blank stood at line ends as well.
    """

    vocabulary: Vocabulary
    exceptions: Mapping[str, Hyphen] = field(default_factory=dict)
    lost_breaks: bool = False

    def decide(self, before: str, after: str) -> Hyphen:
        """Return what becomes of the hyphen between ``before`` and ``after``.

        ``before`` ends with the part in front of the hyphen (without it), ``after`` begins with
        the part behind the break.
        """
        left_match, right_match = _LEFT.search(before), _RIGHT.match(after)
        if left_match is None or right_match is None:
            return Hyphen.KEEP
        left, right = left_match.group(), right_match.group()
        if self.lost_breaks and right.lower() in _LINKS:
            return Hyphen.SUSPEND
        listed = self.exceptions.get(f"{left}-|{right}".lower())
        if listed is not None:
            return listed
        if right.lower() in _CONJUNCTIONS:
            return Hyphen.SUSPEND
        part = left.rsplit("-", 1)[-1]
        if part[-1].isdigit() or right[0].isdigit() or right[0].isupper():
            return Hyphen.KEEP
        if len(part) > 1 and part.isupper():
            return Hyphen.KEEP
        return self._evidence(left.lower(), part.lower(), right.lower())

    def _evidence(self, left: str, part: str, right: str) -> Hyphen:
        joined = self.vocabulary.words[left + right]
        kept = self.vocabulary.words[f"{left}-{right}"]
        if joined != kept:
            return Hyphen.JOIN if joined > kept else Hyphen.KEEP
        # The whole word is not to be found elsewhere; its first part may be one that the
        # collection always writes with a hyphen (tech-industri, tech-diplomati).
        if part == left and self.vocabulary.prefixes[part + "-"] >= 2:
            return Hyphen.KEEP
        return Hyphen.JOIN
