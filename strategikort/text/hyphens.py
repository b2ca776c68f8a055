"""Hyphens at line ends: which belong to the word, and which only to the line.

The rule asks in this order: what the document's profile says of this very word; what the next
word and the part before the hyphen show (``udenrigs-`` before ``og``, ``EU-``, ``2025-``); how
the collection itself writes the word elsewhere, by itself or in another word; whether the
dictionary has it; how the collection writes other words that begin so; and otherwise joins, since
nearly every hyphen at a line end was put there by the typesetter.

Measured on the words that thirteen documents have only once, each cut at every place where a
typesetter may cut it (35,576) and at its own hyphens (331), with what the rest of the document
says of it: of the former 103 come out wrong (without the dictionary 200), of the latter 168.

Where a file has lost its line breaks, the hyphens are still there, with a blank behind them
(``huma- nitære``); :func:`has_lost_breaks` tells such a file from others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import Protocol

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
_HYPHENED = frozenset({"ikke", "it", "tv", "pc", "sms", "cd", "dvd", "dna", "edb", "hiv", "gps"})
"""Words that stand with a hyphen before another that they are not listed with."""

_SHORTEST = 4
"""Letters of what is taken for the other half of a word by itself."""

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


class Dictionary(Protocol):
    """What is asked of a dictionary; words are in small letters."""

    def is_word(self, form: str) -> bool:
        """Tell whether ``form`` is listed, in any of its forms."""

    def is_only_name(self, form: str) -> bool:
        """Tell whether ``form`` is listed as a name and nothing else."""


@dataclass(frozen=True)
class Vocabulary:
    """How often the collection writes a word, hyphens included, within one line (lower case).

    ``inner`` counts the pieces of words with hyphens, and each two that follow each other:
    ``life-science-området`` has ``life``, ``science``, ``området``, ``life-science`` and
    ``science-området``.  ``names`` counts the words that begin with a capital.
    """

    words: Counter[str] = field(default_factory=Counter)
    prefixes: Counter[str] = field(default_factory=Counter)
    inner: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """Count the words of raw ``texts``; what a line break cuts is left out."""
        found_words: Counter[str] = Counter()
        for text in texts:
            cut = False
            for line in filter(str.strip, text.split("\n")):
                end = len(line.rstrip())
                found = list(_WORD.finditer(line))[cut:]
                cut = bool(found) and found[-1].end() + 1 == end and line[end - 1] in "-\u2010"
                for match in found[:-1] if cut else found:
                    found_words[match.group().replace("\u2010", "-")] += 1
        words: Counter[str] = Counter()
        names: Counter[str] = Counter()
        for word, times in found_words.items():
            words[word.lower()] += times
            if word[0].isupper():
                names[word.lower()] += times
        prefixes: Counter[str] = Counter()
        inner: Counter[str] = Counter()
        for word, times in words.items():
            if "-" not in word:
                continue
            pieces = word.split("-")
            prefixes[pieces[0] + "-"] += times
            for piece in pieces:
                inner[piece] += times
            if len(pieces) > 2:
                for pair in pairwise(pieces):
                    inner["-".join(pair)] += times
        return cls(words, prefixes, inner, names)

    def times(self, word: str) -> int:
        """Return how often ``word`` stands by itself or as a piece of a word with hyphens."""
        return self.words[word] + self.inner[word]


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
    dictionary: Dictionary | None = None

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
        part, head = left.rsplit("-", 1)[-1], right.split("-", 1)[0]
        if part[-1].isdigit() or right[0].isdigit():
            return Hyphen.KEEP
        if len(part) > 1 and part.isupper():
            set_in_capitals = len(head) > 1 and head.isupper()
            whole = (part + head).lower()
            if set_in_capitals and (self.vocabulary.times(whole) or self._is_word(whole)):
                return Hyphen.JOIN
            return Hyphen.KEEP
        if right[0].isupper():
            return Hyphen.KEEP
        return Hyphen.JOIN if self._is_joined(left, right, part, head) else Hyphen.KEEP

    def _is_joined(self, left: str, right: str, part: str, head: str) -> bool:
        named = part[0].isupper()
        left, right, part, head = left.lower(), right.lower(), part.lower(), head.lower()
        times = self.vocabulary.times
        for one, two in ((left, right), (part, head)):
            joined, kept = times(one + two), times(f"{one}-{two}")
            if joined != kept:
                return joined > kept
        if len(part) == 1:
            return False
        if self._is_word(part + head):
            return True
        # The whole word is not to be found; what begins so may be what is always written with a
        # hyphen (tech-industri, tech-diplomati), and so may be names.
        begun = self.vocabulary.prefixes[part + "-"]
        if part == left and begun >= 2 and begun > self._compounds(part):
            return False
        if not self._is_other_half(head):
            return True
        if named and len(part) >= _SHORTEST and self._is_only_name(part):
            return not self._names_are_parted
        if part in _HYPHENED:
            return False
        # Of three words one after the other the first two seldom are one (læge-patient-forhold).
        grouped = "-" in right and not part.endswith("s")
        return not (grouped and self._is_other_half(part))

    def _compounds(self, part: str) -> int:
        """Return how often the collection writes words that begin with ``part`` without hyphen."""
        if part not in self._counted:
            self._counted[part] = sum(
                times
                for word, times in self.vocabulary.words.items()
                if word.startswith(part) and self._is_other_half(word[len(part) :])
            )
        return self._counted[part]

    @cached_property
    def _counted(self) -> dict[str, int]:
        return {}

    @cached_property
    def _names_are_parted(self) -> bool:
        """Whether the collection rather writes ``Kyoto-protokollen`` than ``Kyotoprotokollen``."""
        parted = joined = 0
        for word, times in self.vocabulary.names.items():
            name, hyphen, rest = word.partition("-")
            if hyphen:
                # Two names (Lolland-Falster) always have one.
                named = len(name) >= _SHORTEST and self._is_only_name(name)
                named = named and not self._is_only_name(rest)
                parted += times * (named and self._is_other_half(rest))
            elif not self._is_word(word):
                joined += times * any(
                    self._is_other_half(word[at:]) and self._is_only_name(word[:at])
                    for at in range(_SHORTEST, len(word) - _SHORTEST + 1)
                )
        return parted > joined

    def _is_other_half(self, word: str) -> bool:
        return len(word) >= _SHORTEST and self._is_word(word)

    def _is_word(self, word: str) -> bool:
        return self.dictionary is not None and self.dictionary.is_word(word)

    def _is_only_name(self, word: str) -> bool:
        return self.dictionary is not None and self.dictionary.is_only_name(word)
