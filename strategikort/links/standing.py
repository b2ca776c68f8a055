"""Where the words that carry a theme stand in a section, and how they are written there."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from functools import cached_property

from strategikort.language.sentences import sentences
from strategikort.language.tokens import word_spans
from strategikort.links.features import Features
from strategikort.links.kindred import kindred

MOST_SENTENCES = 2
"""Sentences of each section that are shown for a theme."""

MOST_FORMS = 3
"""Forms in which a word is shown."""

Span = tuple[int, int]


class Standing:
    """The words of a section's title and text, by what they mean to its themes."""

    def __init__(self, title: str, text: str, features: Features) -> None:
        self._text = text
        self._whole = f"{title}\n{text}"
        self._titled = len(title) + 1
        self._places: dict[str, list[Span]] = {}
        self._forms: dict[str, tuple[str, ...]] = {}
        for span in word_spans(self._whole):
            for feature, _ in features.of_word(self._whole[slice(*span)]):
                self._places.setdefault(feature, []).append(span)

    def forms(self, keys: Set[str]) -> dict[str, tuple[str, ...]]:
        """Return how the words with these keys are written, commonest first."""
        missing = keys - self._places.keys()
        for key in keys - self._forms.keys() - missing:
            self._forms[key] = self._written(self._places[key])
        found = {key: self._forms[key] for key in keys - missing}
        for key, places in self._nearly(missing, keys, 0).items():
            found[key] = self._written(sorted(places))
        return found

    def _written(self, places: Iterable[Span]) -> tuple[str, ...]:
        words = Counter([self._whole[start:end] for start, end in places])
        return tuple([word for word, _ in words.most_common(MOST_FORMS)])

    def spans(self, keys: Set[str]) -> list[Span]:
        """Return where the words with these keys stand in the text, in order."""
        places = self._of(keys).values()
        return [self._inside(span) for span in sorted({span for own in places for span in own})]

    def telling(self, weights: Mapping[str, float]) -> list[Span]:
        """Return where words stand in the sentences that have most of them, by weight."""
        inside: dict[int, dict[str, Span]] = {}
        for key, places in self._of(weights.keys()).items():
            for span in map(self._inside, places):
                at = bisect_right(self._sentences, span[0]) - 1
                inside.setdefault(at, {}).setdefault(key, span)
        # The same words weigh the same in any order, and in every version of Python.
        worth = {at: math.fsum(weights[key] for key in found) for at, found in inside.items()}
        spans: dict[Span, None] = {}
        known: set[str] = set()
        for at in sorted(inside, key=lambda at: (-worth[at], at))[:MOST_SENTENCES]:
            if not spans or inside[at].keys() - known:
                known |= inside[at].keys()
                spans.update(dict.fromkeys(sorted(inside[at].values())))
        return list(spans)

    @cached_property
    def _sentences(self) -> list[int]:
        """Where the sentences of the text begin."""
        return [start for start, _ in sentences(self._text)]

    def _inside(self, span: Span) -> Span:
        """Return a place in the text as offsets of that."""
        return span[0] - self._titled, span[1] - self._titled

    def _of(self, keys: Set[str]) -> dict[str, list[Span]]:
        """Return where the words with these keys stand in the text, each in order."""
        found: dict[str, list[Span]] = {}
        for key in keys & self._places.keys():
            places = self._places[key]
            if places[-1][0] >= self._titled:
                found[key] = [span for span in places if span[0] >= self._titled]
        for key, places in self._nearly(keys - found.keys(), keys, self._titled).items():
            found[key] = sorted(places)
        return found

    def _nearly(self, missing: Set[str], keys: Set[str], first: int) -> dict[str, list[Span]]:
        """Return where from an offset on what says nearly the same as the ``missing`` keys stands.

        A word with one of all ``keys`` itself stands for that alone.
        """
        found: dict[str, list[Span]] = {}
        for key in missing & self._kindred.keys():
            for feature in self._kindred[key] - keys:
                places = [span for span in self._places[feature] if span[0] >= first]
                if places:
                    found.setdefault(key, []).extend(places)
        return found

    @cached_property
    def _kindred(self) -> dict[str, set[str]]:
        """The words that stand here by those that they say nearly the same as."""
        found: dict[str, set[str]] = {}
        for feature in self._places:
            for key in kindred(feature):
                found.setdefault(key, set()).add(feature)
        return found
