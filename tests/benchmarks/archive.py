"""A generated archive of Danish passages with a realistic vocabulary.

The vocabulary grows by Heaps' law, as that of the five documents and other political Danish
does (see :data:`GROWTH`), and words come back by the law of Zipf and Mandelbrot.  The first words
are those of the five documents with the signs around them, as often as they stand there; the
later ones are forms of the word list, compounds made by its rules of as many parts as real ones
have, foreign names and numbers.
The same seed gives the same archive.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from strategikort.language import automaton
from strategikort.language.lexicon import Lexicon
from strategikort.language.store import read
from strategikort.language.tokens import word_texts
from strategikort.language.words import CLOSING, COMBINING, LEXICON_FILE
from strategikort.library import Collection

WORDS_IN_PASSAGE = (15, 75)

FACTOR, GROWTH = 2.845, 0.7304
"""Heaps' law: ``FACTOR * n ** GROWTH`` different words among ``n``.

Fitted to 33,124 words of the five documents and of a Danish government programme, 5,699 of them
different; it gives 1.1 million different words for the 45 million of a million passages.
"""

_SHIFT = 2.7
_KERNEL = 5_000
"""Frequency falls as ``1 / (rank + _SHIFT)`` among the words that everybody uses, and beyond
them as ``rank ** (-1 / GROWTH)``, which is the same law as that of the growing vocabulary
(two regimes: Ferrer i Cancho and Solé 2001).
"""

_SHARES = {"listed": 35, "compound": 45, "name": 15, "number": 5}
"""What new words are, in hundredths, once the list's common words are used."""

_PARTS = {2: 83, 3: 16, 4: 1}
"""How many parts compounds have, in hundredths.

Counted among the 451 compounds of the five documents and a Danish government programme that the
word list does not have.
"""

_SYLLABLES = "ba bre chi da dor el fen gra hu in jo kat lan mi no or pe qua ri sta tur ul vis wy za"
_BATCH = 100_000


def _frequency(rank: int) -> float:
    usual = 1 / (rank + _SHIFT)
    return usual if rank < _KERNEL else usual * (_KERNEL / rank) ** (1 / GROWTH - 1)


class _Deck:
    """Words drawn again and again, some more often than others."""

    def __init__(self, words: Iterable[str], draw: random.Random) -> None:
        self._words = list(words)
        self._draw = draw
        draw.shuffle(self._words)
        self._weights = list(accumulate(1 / (rank + 500) for rank in range(len(self._words))))

    def draw(self) -> str:
        return self._draw.choices(self._words, cum_weights=self._weights)[0]


class Generator:
    """Draws passages; ``passages(count)`` yields their texts."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        counts: Counter[str] = Counter()
        for section in Collection.open().sections():
            counts.update(section.text.text.split())
        self._own = [word for word, _ in counts.most_common()]
        marked: dict[int, dict[str, None]] = {}
        for entry in automaton.completions(read(LEXICON_FILE).arcs, automaton.ROOT):
            end = next(at for at, byte in enumerate(entry) if byte < ord(" "))
            marked.setdefault(entry[end], {})[entry[:end].decode("latin-1")] = None
        self._heads = _Deck(marked[COMBINING], self._random)
        self._tails = _Deck(marked[CLOSING], self._random)
        self._parts_of = lru_cache(maxsize=None)(Lexicon.open().split)
        self._syllables = _SYLLABLES.split()
        self._words: list[str] = []

    def _new_words(self) -> Iterator[str]:
        """Yield different words without end."""
        draw = self._random
        seen: set[str] = set()
        yield from self._own
        seen.update(self._own)
        while True:
            (kind,) = draw.choices([*_SHARES], [*_SHARES.values()])
            if kind == "listed":
                word = self._tails.draw()
            elif kind == "compound":
                (parts,) = draw.choices([*_PARTS], [*_PARTS.values()])
                decks = [self._heads] * (parts - 1) + [self._tails]
                word = "".join(map(self._simple, decks))
            elif kind == "name":
                word = "".join(draw.choices(self._syllables, k=draw.randint(2, 4))).title()
            else:
                word = f"{draw.randrange(10**6):,}".replace(",", ".")
            if word not in seen:
                seen.add(word)
                yield word

    def _simple(self, deck: _Deck) -> str:
        """Draw a word that is no compound itself."""
        while self._parts_of(word := deck.draw()):
            pass
        return word

    def _stream(self) -> Iterator[str]:
        new, words = self._new_words(), self._words
        weights: list[float] = []
        drawn = 0
        while True:
            known = len(words)
            drawn += _BATCH
            words.extend(next(new) for _ in range(int(FACTOR * drawn**GROWTH) - known))
            total = weights[-1] if weights else 0.0
            for rank in range(len(weights), len(words)):
                total += _frequency(rank)
                weights.append(total)
            batch = self._random.choices(words, cum_weights=weights, k=_BATCH)
            # Every word that is new in this batch stands in it.
            batch[: len(words) - known] = words[known:]
            self._random.shuffle(batch)
            yield from batch

    def passages(self, count: int) -> Iterator[str]:
        """Yield ``count`` passages."""
        words = self._stream()
        for _ in range(count):
            length = self._random.randint(*WORDS_IN_PASSAGE)
            yield " ".join([next(words) for _ in range(length)]) + "."

    def queries(self, count: int) -> list[str]:
        """Return queries of one to four words of the archive, after :meth:`passages`.

        A word that is looked for is as likely to be a rare one as a common one: its rank is drawn
        evenly on a logarithmic scale, beyond the words that nearly every passage has.
        """
        draw = self._random
        low, high = 100, len(self._words)
        queries: list[str] = []
        while len(queries) < count:
            words = [
                self._words[int(low * (high / low) ** draw.random()) - 1]
                for _ in range(draw.choice((1, 1, 2, 2, 3, 4)))
            ]
            query = " ".join(word for part in words for word in word_texts(part))
            if query:
                queries.append(query)
        return queries

    def misspelt(self, queries: list[str]) -> list[str]:
        """Return ``queries`` with two letters of the longest word of each changed about."""
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
