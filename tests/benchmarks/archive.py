"""A generated archive of Danish passages with a realistic vocabulary.

Half of the words are drawn as often as the five documents use them; the others from the word
list, its inflected forms and compounds made of it, by Zipf's law, so that the vocabulary grows
with the archive as that of real texts does.  The same seed gives the same archive.
"""

from __future__ import annotations

import lzma
import random
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from strategikort.language.words import DATA
from strategikort.library import Collection

WORDS_IN_PASSAGE = (15, 75)
_ENDINGS = ("", "en", "et", "er", "erne", "s", "ens", "e")
_BATCH = 200_000


class Generator:
    """Draws passages; ``passages(count)`` yields their texts."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        counts: Counter[str] = Counter()
        for section in Collection.open().sections():
            counts.update(section.text.text.split())
        self._own = list(counts)
        self._own_weights = list(accumulate(counts.values()))
        with lzma.open(DATA / "da_DK.dic.xz", "rt", encoding="utf-8") as file:
            stems = [line.split("/")[0].strip() for line in file]
        self._stems = [stem for stem in stems if stem.isalpha() and 3 < len(stem) < 14]
        self._random.shuffle(self._stems)
        self._stem_weights = list(accumulate(1 / rank for rank in range(1, len(self._stems) + 1)))

    def _words(self) -> Iterator[str]:
        draw = self._random
        while True:
            own = draw.choices(self._own, cum_weights=self._own_weights, k=_BATCH)
            first = draw.choices(self._stems, cum_weights=self._stem_weights, k=_BATCH)
            second = draw.choices(self._stems, cum_weights=self._stem_weights, k=_BATCH)
            endings = draw.choices(_ENDINGS, k=_BATCH)
            kinds = draw.choices("ooosc", k=_BATCH)
            for kind, word, one, two, ending in zip(
                kinds, own, first, second, endings, strict=True
            ):
                if kind == "o":
                    yield word
                elif kind == "s":
                    yield one + ending
                else:
                    yield one + two.lower() + ending

    def passages(self, count: int) -> Iterator[str]:
        """Yield ``count`` passages."""
        words = self._words()
        for _ in range(count):
            length = self._random.randint(*WORDS_IN_PASSAGE)
            yield " ".join([next(words) for _ in range(length)]) + "."

    def queries(self, count: int) -> list[str]:
        """Return queries as people type them: one to four words, common and rare."""
        queries = []
        for _ in range(count):
            length = self._random.choice((1, 1, 2, 2, 3, 4))
            words = [
                self._random.choices(self._stems[:20_000], cum_weights=self._stem_weights[:20_000])[
                    0
                ]
                if self._random.random() < 0.6
                else self._random.choice(self._own).strip(".,;:()»«”")
                for _ in range(length)
            ]
            queries.append(" ".join(words))
        return [query for query in queries if query.strip()]

    def misspelt(self, queries: list[str]) -> list[str]:
        """Return ``queries`` with an error in the longest word of each."""
        changed = []
        for query in queries:
            words = query.split()
            longest = max(range(len(words)), key=lambda at: len(words[at]))
            word = words[longest]
            if len(word) > 5:
                at = self._random.randrange(1, len(word) - 2)
                word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            words[longest] = word
            changed.append(" ".join(words))
        return changed
