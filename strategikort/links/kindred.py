"""Words that say nearly the same as another, for themes that two texts say in other words.

They are those of the thesaurus, one word for one word: what means the same, and what is related
to that.  Narrower words are none, nor English ones.
"""

from __future__ import annotations

from functools import lru_cache

from strategikort.language.fold import fold
from strategikort.language.thesaurus_entries import THESAURUS_FILE, CompiledEntries

_SAME, _RELATED = "sa", "r"
"""Kinds of terms: Danish words and abbreviations of one meaning, and what is related to it."""


@lru_cache(maxsize=1)
def _entries() -> CompiledEntries:
    return CompiledEntries(THESAURUS_FILE)


@lru_cache(maxsize=8192)
def kindred(key: str) -> frozenset[str]:
    """Return the keys of the words that say nearly the same as the word of ``key``."""
    found: set[str] = set()
    for group, own in _entries().groups(key):
        if own.kind in _SAME:
            wanted = _SAME + _RELATED
        elif own.kind == _RELATED:
            wanted = _SAME  # two words that a third is related to need not be so to each other
        else:
            continue
        found.update(
            fold(term.text)  # dictionary forms, as keys are
            for term in group.terms
            if term.kind in wanted and " " not in term.text
        )
    return frozenset(found - {key})
