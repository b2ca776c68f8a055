"""The vocabulary of a store while documents are added and removed.

Forms and keys are looked up in the database when they are met and remembered while nobody else
writes to it; what is new gets the next numbers.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from strategikort.index.analysis import Analyzer, form_of, loose_of
from strategikort.index.terms import term

_REMEMBERED = 400_000
"""Words; beyond this everything remembered is let go."""

_CHUNK = 500


class _Terms(dict[int, str]):
    def __missing__(self, key: int) -> str:
        token = self[key] = term(key)
        return token


class Lexis:
    """Forms and keys by their numbers.

    ``ids`` gives the form of every word that was learnt, ``terms`` the FTS5 token of its key.
    """

    def __init__(self, connection: sqlite3.Connection, analyzer: Analyzer) -> None:
        self._connection = connection
        self._analyzer = analyzer
        self.ids: dict[str, int] = {}
        self.terms: dict[str, str] = {}
        self._forms: dict[str, int] = {}
        self._keys: dict[str, int] = {}
        self._key_of: dict[int, int] = {}
        self._parts_of: dict[int, Sequence[int]] = {}
        self._compounds: set[int] = set()
        self._next_form = self._next_key = 1
        self._new_keys: dict[int, str] = {}
        self._term = _Terms()
        self._counts: Counter[int] = Counter()
        self._lessened: list[int] = []
        self._version = -1

    def forget(self) -> None:
        """Forget everything that was remembered."""
        for known in (self.ids, self.terms, self._forms, self._keys, self._key_of):
            known.clear()
        self._parts_of.clear()
        self._compounds.clear()
        self._new_keys.clear()
        self._counts.clear()
        self._lessened.clear()

    def refresh(self) -> None:
        """Begin a transaction: forget what another process may have changed since the last."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if version != self._version or len(self.ids) > _REMEMBERED:
            self.forget()
            self._version = version
        self._next_form, self._next_key = (
            self._connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0]
            for table in ("forms", "keys")
        )

    def learn(self, words: Iterable[str]) -> None:
        """Look words up and give numbers to those that are new."""
        new = [word for word in words if word not in self.ids]
        forms: dict[str, str] = {}
        for word in new:
            form = form_of(word)
            if form not in self._forms:
                forms.setdefault(form, word)
        for part in _chunks(list(forms) if self._next_form > 1 else []):
            rows = self._connection.execute(
                f"SELECT form, id, key, parts FROM forms WHERE form IN ({_marks(part)})", part
            )
            for form, number, key, parts in rows:
                self._forms[form] = number
                self._remember(number, key, parts)
        self._create([(form, word) for form, word in forms.items() if form not in self._forms])
        for word in new:
            number = self._forms[form_of(word)]
            self.ids[word] = number
            self.terms[word] = self._term[self._key_of[number]]

    def recall(self, forms: Collection[int]) -> None:
        """Look up key and parts of forms given by their numbers."""
        for part in _chunks([form for form in forms if form not in self._key_of]):
            rows = self._connection.execute(
                f"SELECT id, key, parts FROM forms WHERE id IN ({_marks(part)})", part
            )
            for number, key, parts in rows:
                self._remember(number, key, parts)

    def _remember(self, form: int, key: int, packed: bytes) -> None:
        self._key_of[form] = key
        if packed:
            parts = array("I")
            parts.frombytes(packed)
            self._parts_of[form] = parts
            self._compounds.add(form)

    def _create(self, forms: Sequence[tuple[str, str]]) -> None:
        analyses = [self._analyzer.word(word) for _, word in forms]
        keys = self._numbers_of_keys(chain.from_iterable((a.key, *a.parts) for a in analyses))
        rows: list[tuple[int, str, str, int, str, str, bytes, str]] = []
        lemmas: list[tuple[str, int]] = []
        parts: list[tuple[int, int]] = []
        for (form, word), analysis in zip(forms, analyses, strict=True):
            number, self._next_form = self._next_form, self._next_form + 1
            key = keys[analysis.key]
            packed = array("I", [keys[part] for part in analysis.parts]).tobytes()
            self._forms[form] = number
            self._remember(number, key, packed)
            rows.append(
                (number, form, loose_of(word), key, analysis.stem, word, packed, form[::-1])
            )
            lemmas += [(lemma, key) for lemma in analysis.lemmas]
            parts += [(keys[part], number) for part in analysis.parts]
        write = self._connection.executemany
        write("INSERT INTO forms VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        write("INSERT OR IGNORE INTO lemmas VALUES (?, ?)", lemmas)
        write("INSERT OR IGNORE INTO parts VALUES (?, ?)", parts)

    def _numbers_of_keys(self, wanted: Iterable[str]) -> dict[str, int]:
        new = [key for key in dict.fromkeys(wanted) if key not in self._keys]
        for part in _chunks(new if self._next_key > 1 else []):
            rows = self._connection.execute(
                f"SELECT key, id FROM keys WHERE key IN ({_marks(part)})", part
            )
            self._keys.update(rows)
        for key in new:
            if key not in self._keys:
                self._keys[key] = self._next_key
                self._new_keys[self._next_key] = key
                self._next_key += 1
        return self._keys

    def parts(self, forms: Iterable[int], implied: Iterable[int]) -> list[int]:
        """Return the keys that a passage has in its column of parts, each once, sorted.

        They are the parts of its compounds, and all that its ``implied`` words are.
        """
        found: set[int] = set()
        for form in self._compounds.intersection(forms):
            found.update(self._parts_of[form])
        for form in implied:
            found.add(self._key_of[form])
            found.update(self._parts_of.get(form, ()))
        return sorted(found)

    def heading(self, own: Iterable[int], above: Iterable[int]) -> str:
        """Return what a passage has in its column of headings."""
        return self.stream(
            key
            for form in chain(own, above)
            for key in (self._key_of[form], *self._parts_of.get(form, ()))
        )

    def body(self, forms: Iterable[int]) -> str:
        """Return what a passage has in its column of text."""
        return self.stream(map(self._key_of.__getitem__, forms))

    def stream(self, keys: Iterable[int]) -> str:
        """Return keys as the text that FTS5 is given."""
        return " ".join(map(self._term.__getitem__, keys))

    def count(
        self, heading: Iterable[int], forms: Iterable[int], parts: Iterable[int], step: int
    ) -> None:
        """Count a passage for its words; a heading counts for the first passage under it."""
        keys = set(map(self._key_of.__getitem__, chain(heading, forms)))
        keys.update(parts)
        if step > 0:
            self._counts.update(keys)
        else:
            self._counts.subtract(keys)

    def write_counts(self) -> None:
        """Write how many passages have gained or lost each key."""
        counts, new = self._counts, self._new_keys
        self._connection.executemany(
            "INSERT INTO keys VALUES (?, ?, ?)",
            [(number, key, counts.get(number, 0)) for number, key in new.items()],
        )
        self._connection.executemany(
            "UPDATE keys SET passages = passages + ? WHERE id = ?",
            [(count, number) for number, count in counts.items() if count and number not in new],
        )
        self._lessened += [number for number, count in counts.items() if count < 0]
        counts.clear()
        new.clear()

    def drop_unused(self) -> None:
        """Take out of the vocabulary what stands in no passage any more.

        A form that is gone stays as long as others of its key are there: it leads to them.
        """
        execute, many = self._connection.execute, self._connection.executemany
        keys: list[int] = []
        for part in _chunks(self._lessened):
            marks = _marks(part)
            rows = execute(f"SELECT id FROM keys WHERE passages <= 0 AND id IN ({marks})", part)
            keys += [key for (key,) in rows]
        forms: dict[int, bytes] = {}
        for part in _chunks(keys):
            marks = _marks(part)
            rows = execute(
                f"SELECT id, parts FROM forms WHERE key IN ({marks}) OR id IN"
                f" (SELECT form FROM parts WHERE part IN ({marks}))",
                part * 2,
            )
            forms.update(rows)
        for number, packed in forms.items():
            parts = array("I")
            parts.frombytes(packed)
            many(
                "DELETE FROM parts WHERE part = ? AND form = ?", [(part, number) for part in parts]
            )
        many("DELETE FROM forms WHERE id = ?", [(number,) for number in forms])
        many("DELETE FROM lemmas WHERE key = ?", [(key,) for key in keys])
        many("DELETE FROM keys WHERE id = ?", [(key,) for key in keys])
        self.forget()


def _chunks(values: Sequence[object]) -> Iterator[tuple[object, ...]]:
    return (tuple(values[at : at + _CHUNK]) for at in range(0, len(values), _CHUNK))


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
