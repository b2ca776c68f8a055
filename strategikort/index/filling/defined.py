"""Abbreviations that the texts of an index define themselves, as entries of a thesaurus."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache

from strategikort.language.fold import fold
from strategikort.language.lexicon import Lexicon
from strategikort.language.thesaurus_entries import DEFAULT_WEIGHT, Group, Term
from strategikort.language.thesaurus_keys import term_keys

Defined = tuple[str, str, str, int]
"""A key, the abbreviation, the name it stands for, and the section that says so."""

_LAST = "\U0010ffff"
_VOWELS = frozenset("aeiouyæøå")


def defined_in(text: str, section: int, lexicon: Lexicon) -> Iterator[Defined]:
    """Yield what a text defines, under each key that it is looked up by."""
    from strategikort.language.definitions import definitions

    for short, long in definitions(text):
        for key in (_short_key(short, lexicon), *term_keys(long, lexicon)):
            yield key, short, long, section


def _short_key(short: str, lexicon: Lexicon) -> str:
    """Return the key of an abbreviation; one that is a word when written small needs capitals."""
    small = short.lower()
    is_word = short.isupper() and lexicon.listed(small) and not lexicon.is_only_name(small)
    # The dictionary has abbreviations of its own, which nobody could say: fn.
    return ("^" if is_word and not _VOWELS.isdisjoint(small) else "") + fold(short)


class DefinedEntries:
    """The abbreviations of one index; nobody writes to it meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.goes_on = lru_cache(maxsize=4096)(self._goes_on)

    def __bool__(self) -> bool:
        return bool(self._rows("SELECT 1 FROM abbreviations LIMIT 1", ()))

    def _goes_on(self, prefix: str) -> bool:
        sql = "SELECT 1 FROM abbreviations WHERE key >= ? AND key < ? LIMIT 1"
        return bool(self._rows(sql, (prefix, prefix + _LAST)))

    def groups(self, key: str) -> Iterable[tuple[Group, Term]]:
        """Return the groups that hold a term with this key, and the term."""
        rows = self._rows("SELECT DISTINCT short, long FROM abbreviations WHERE key = ?", (key,))
        for short, long in rows:
            terms = Term("s", long), Term("a", short)
            by_short = key.removeprefix("^") == fold(short)
            # Where the texts have the word, nobody can tell it from the abbreviation.
            if by_short or not self.goes_on(f"^{fold(short)}"):
                yield Group(terms, DEFAULT_WEIGHT), terms[by_short]

    def _rows(self, sql: str, values: tuple[str, ...]) -> list[tuple[str, ...]]:
        return self._connection.execute(sql, values).fetchall()
