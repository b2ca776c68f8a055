"""The words of an index, looked up in its tables."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from strategikort.index.expanding.fuzzy import NearWords
from strategikort.index.storage.statements import chunks, marks
from strategikort.index.storage.terms import unpack

_FEW = 16
"""Keys whose count is remembered."""


class Vocabulary:
    """Look-ups in the vocabulary of one index; forms and keys are given by their numbers."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._near = NearWords(connection)
        # The same few keys are asked for again and again while a query is expanded.
        self._counted = lru_cache(maxsize=8192)(self._count)

    def form(self, form: str) -> tuple[int, int] | None:
        """Return number and key of a form."""
        row = self._connection.execute(
            "SELECT id, key FROM forms WHERE form = ?", (form,)
        ).fetchone()
        return (row[0], row[1]) if row else None

    def standing(self, forms: Collection[str]) -> set[str]:
        """Return those of ``forms`` that are in the index."""
        found: set[str] = set()
        for some in chunks([*forms]):
            rows = self._connection.execute(
                f"SELECT form FROM forms WHERE form IN ({marks(some)})", some
            )
            found.update(form for (form,) in rows)
        return found

    def numbers(self, forms: Collection[str]) -> list[int]:
        """Return the numbers of those of ``forms`` that are in the index."""
        if not forms:
            return []
        rows = self._connection.execute(
            f"SELECT id FROM forms WHERE form IN ({marks(forms)})", tuple(forms)
        )
        return [number for (number,) in rows]

    def known_of(self, words: Sequence[str]) -> set[str]:
        """Return those of ``words`` that are forms or keys."""
        if not words:
            return set()
        among = marks(words)
        rows = self._connection.execute(
            f"SELECT form FROM forms WHERE form IN ({among})"
            f" UNION SELECT key FROM keys WHERE key IN ({among})",
            (*words, *words),
        )
        return {word for (word,) in rows}

    def forms_like(self, loose: str) -> list[tuple[int, int]]:
        """Return number and key of the forms with this loose key."""
        return self._pairs("SELECT id, key FROM forms WHERE loose = ?", (loose,))

    def forms_beginning(self, prefix: str, most: int = 400) -> list[tuple[int, int]]:
        """Return number and key of forms that begin with ``prefix``."""
        return self._pairs(
            "SELECT id, key FROM forms WHERE form >= ? AND form < ? LIMIT ?",
            (prefix, prefix + "\U0010ffff", most),
        )

    def forms_ending(self, ending: str, most: int = 400) -> list[tuple[int, int]]:
        """Return number and key of forms that end in ``ending``."""
        backwards = ending[::-1]
        return self._pairs(
            "SELECT id, key FROM forms WHERE backwards >= ? AND backwards < ? LIMIT ?",
            (backwards, backwards + "\U0010ffff", most),
        )

    def forms_with_stem(self, stem: str) -> list[tuple[int, int, str]]:
        """Return number, key and form of the unknown words with this Snowball stem."""
        rows = self._connection.execute(
            "SELECT id, key, form FROM forms WHERE stem = ? AND stem <> ''", (stem,)
        )
        return list(rows)

    def keys_of_lemmas(self, lemmas: Sequence[str]) -> list[int]:
        """Return the keys that forms with one of these lemmas have."""
        rows = self._connection.execute(
            f"SELECT DISTINCT key FROM lemmas WHERE lemma IN ({marks(lemmas)})", tuple(lemmas)
        )
        return [key for (key,) in rows]

    def forms_of_keys(self, keys: Sequence[int]) -> Iterator[tuple[int, int, str, str]]:
        """Go through the forms of these keys: number, key, lemma of the key, spelling."""
        yield from self._connection.execute(
            "SELECT f.id, f.key, k.key, f.shown FROM forms AS f JOIN keys AS k ON k.id = f.key"
            f" WHERE f.key IN ({marks(keys)})",
            tuple(keys),
        )

    def with_keys(self, keys: Sequence[int]) -> list[int]:
        """Return the forms of these keys."""
        rows = self._connection.execute(
            f"SELECT id FROM forms WHERE key IN ({marks(keys)})", tuple(keys)
        )
        return [form for (form,) in rows]

    def lemmas_among(self, words: Sequence[str]) -> list[str]:
        """Return those of ``words`` that forms have as a lemma."""
        rows = self._connection.execute(
            f"SELECT DISTINCT lemma FROM lemmas WHERE lemma IN ({marks(words)})", tuple(words)
        )
        return [lemma for (lemma,) in rows]

    def part_keys(self, lemmas: Sequence[str]) -> list[int]:
        """Return the keys under which parts of compounds with these lemmas stand."""
        rows = self._connection.execute(
            f"SELECT id FROM keys WHERE key IN ({marks(lemmas)})", tuple(lemmas)
        )
        return [key for (key,) in rows]

    def compounds(self, parts: Sequence[int]) -> list[int]:
        """Return the forms that have one of these keys as a part."""
        rows = self._connection.execute(
            f"SELECT DISTINCT form FROM parts WHERE part IN ({marks(parts)})", tuple(parts)
        )
        return [form for (form,) in rows]

    def compounds_around(self, parts: Sequence[int], words: Sequence[str], most: int) -> set[int]:
        """Return the forms with one of these parts that have one of ``words`` in their middle.

        That is where they do not begin with it, and more than ``most`` letters follow it.
        """
        inside = "(instr(f.form, ?) > 1 AND NOT instr(substr(f.form, ?), ?))"
        rows = self._connection.execute(
            "SELECT f.id FROM parts AS p JOIN forms AS f ON f.id = p.form"
            f" WHERE p.part IN ({marks(parts)}) AND ({' OR '.join([inside] * len(words))})",
            (*parts, *chain.from_iterable((word, -len(word) - most, word) for word in words)),
        )
        return {form for (form,) in rows}

    def compounds_of(self, parts: Sequence[int]) -> set[int]:
        """Return the forms that have two or more of these keys as parts, and no other."""
        rows = self._connection.execute(
            f"SELECT form FROM parts WHERE part IN ({marks(parts)})", tuple(parts)
        )
        own = Counter(form for (form,) in rows)
        several = [form for form, count in own.items() if count > 1]
        return {form for form, packed in self._parts(several) if own[form] == len(packed)}

    def has_compounds(self, parts: Sequence[int]) -> bool:
        """Tell whether any form has one of these keys as a part."""
        among = marks(parts)
        sql = f"SELECT EXISTS (SELECT 1 FROM parts WHERE part IN ({among}))"
        return bool(self._connection.execute(sql, tuple(parts)).fetchone()[0])

    def passages(self, keys: Iterable[int]) -> int:
        """Return in how many passages these keys stand, at most (they may share some)."""
        numbers = tuple(sorted(keys))
        return self._counted(numbers) if len(numbers) <= _FEW else self._count(numbers)

    def _count(self, numbers: tuple[int, ...]) -> int:
        (total,) = self._connection.execute(
            f"SELECT total(passages) FROM keys WHERE id IN ({marks(numbers)})", numbers
        ).fetchone()
        return int(total)

    def shown(self, forms: Iterable[int]) -> dict[int, str]:
        """Return the words as they stand in the texts."""
        numbers = tuple(forms)
        rows = self._connection.execute(
            f"SELECT id, shown FROM forms WHERE id IN ({marks(numbers)})", numbers
        )
        return dict(rows)

    def near(self, form: str) -> list[tuple[str, int]]:
        """Return the forms and keys nearest to a misspelt form, with their distances."""
        return self._near.find(form)

    def _pairs(self, sql: str, values: Sequence[object]) -> list[tuple[int, int]]:
        return [(form, key) for form, key in self._connection.execute(sql, values)]

    def _parts(self, forms: Sequence[int]) -> Iterator[tuple[int, array[int]]]:
        for some in chunks(forms):
            rows = self._connection.execute(
                f"SELECT id, parts FROM forms WHERE id IN ({marks(some)})", some
            )
            for form, packed in rows:
                yield form, unpack(packed)
