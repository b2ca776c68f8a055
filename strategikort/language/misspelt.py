"""What a word may be misspelt for, or typed for without Danish letters, by the list alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from strategikort.language.compounds import LONGEST
from strategikort.language.lexicon import Lexicon
from strategikort.language.spelling import one_error, spellings, typed_plainly

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

        An error is a letter too many, too few or wrong, or two letters changed about (Damerau
        1964).  None if the word is so short of meaning that more than a few are like it, or too
        long to be one.
        """
        if len(form) > LONGEST:
            return []
        found = sorted({*self._listed(one_error(form))})
        return found if len(found) <= _MOST_NEAR else []

    def compounds_near(self, form: str) -> list[str]:
        """Return the compounds of long parts that ``form`` is but for one error in one of them.

        Whatever stands before a word of the list, or behind what may begin a compound, is tried
        with an error: ``udgdomsudveksling``.  None if more than a few are like it.
        """
        found: set[str] = set()
        begins = self._lexicon.begins_compound
        for at in range(_LONG_PART, len(form) - _LONG_PART + 1) if len(form) <= LONGEST else ():
            head, tail = form[:at], form[at:]
            if self._lexicon.is_listed(tail):
                found.update(f"{near}{tail}" for near in one_error(head) if begins(near))
            if begins(head):
                found.update(f"{head}{near}" for near in self._listed(one_error(tail)))
        compounds = sorted(filter(self._is_long_compound, found))
        return compounds if len(compounds) <= _MOST_NEAR else []

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
