"""What a word may be misspelt for, or typed for without Danish letters, by the list alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from strategikort.language.compounds import LONGEST
from strategikort.language.lexicon import Lexicon
from strategikort.language.spelling import spellings, typed_plainly

if TYPE_CHECKING:
    from strategikort.language.nearby import Nearby

_MOST_NEAR = 3
"""Words that one may be misspelt for, at most: more say nothing."""

_LONG_PART = 4
"""Letters of each part of a compound that a word may be misspelt for, at least."""


class Misspelt:
    """Finds the words of a list that others, in small Danish letters, are nearly spelt like."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def near(self, form: str) -> list[str]:
        """Return the listed words that ``form`` is with one error.

        Those that are spelt by ear come before others, then those with errors in a word without
        Danish letters (see :mod:`strategikort.language.nearby`).  None if forms of more than a few
        words are like it, or if it is too long to be one.
        """
        found = self._nearby.words(form)
        words = {self._lexicon.analyze(word).lemmas[0]: word for word in reversed(found)}
        few = found if len(found) <= _MOST_NEAR else [*words.values()]
        return few if len(few) <= _MOST_NEAR else []

    def compounds_near(self, form: str) -> list[str]:
        """Return the compounds that ``form`` is but for one error in a part: ``udgdomsudveksling``.

        The rest is as in :meth:`near`; the part with the error and the other are long.
        """
        found = self._nearby.compounds(form)
        return found if len(found) <= _MOST_NEAR else []

    @cached_property
    def _nearby(self) -> Nearby:
        from strategikort.language.nearby import Nearby  # for what is misspelt only

        return Nearby(self._lexicon.words, lambda form: self._lexicon.analyze(form).details)

    def typed_plainly(self, form: str) -> list[str]:
        """Return the listed words that ``form`` is typed for without Danish letters: ``nodhjælp``.

        Those with the fewest letters put back, with a capital if ``form`` has one.
        """
        found = next(filter(None, map(self._listed, self._plainly(form))), [])
        return [word.capitalize() for word in found] if form[:1].isupper() else found

    def compounds_typed_plainly(self, form: str) -> list[str]:
        """Return the compounds of long parts that ``form`` may be typed for: ``losepengevirus``."""
        found = (word for some in self._plainly(form) for word in some)
        return list(filter(self._is_long_compound, found))

    def _plainly(self, form: str) -> Iterator[list[str]]:
        if len(form) <= LONGEST:
            for reading in spellings(form):
                yield from typed_plainly(reading)

    def _listed(self, words: Iterable[str]) -> list[str]:
        return list(filter(self._lexicon.is_listed, words))

    def _is_long_compound(self, word: str) -> bool:
        details = self._lexicon.analyze(word).details
        return bool(details) and all(part.end - part.start >= _LONG_PART for part in details)
