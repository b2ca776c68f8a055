"""The vocabulary of a store while documents are added and removed.

Forms and keys are looked up in the database when they are met and remembered while nobody else
writes to it; what is new gets the next numbers.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from strategikort.index.filling.digest import Digester, Entry
from strategikort.index.storage.statements import chunks, marks
from strategikort.index.storage.terms import NO_FORM, key_of, term, unpack

_REMEMBERED = 400_000
"""Words; beyond this everything remembered is let go."""

Posting = tuple[int, str, str, str]
"""What FTS5 is given of a passage: its number, and the terms of heading, body and parts."""


class _Terms(dict[int, str]):
    def __missing__(self, key: int) -> str:
        token = self[key] = term(key)
        return token


class Lexis:
    """Forms and keys by their numbers; ``ids`` gives the number of every form that was learnt."""

    def __init__(self, connection: sqlite3.Connection, digester: Digester) -> None:
        self._connection = connection
        self._digester = digester
        self.ids: dict[str, int] = {}
        self._keys: dict[str, int] = {}
        self._key_of: dict[int, int] = {}
        self._parts_of: dict[int, Sequence[int]] = {}
        self._next_form = self._next_key = 1
        self._new_keys: dict[int, str] = {}
        self._term = _Terms()
        self._counts: Counter[str] = Counter()
        self._lessened: list[int] = []
        self._uses: Counter[int] = Counter()
        self._left: list[int] = []
        self._version = -1
        self._whole = False
        """Whether everything that the database knows is remembered."""

    def forget(self) -> None:
        """Forget everything that was remembered."""
        self._whole = False
        for known in (self.ids, self._keys, self._key_of):
            known.clear()
        self._parts_of.clear()
        self._new_keys.clear()
        self._counts.clear()
        self._lessened.clear()
        self._uses.clear()
        self._left.clear()

    @property
    def full(self) -> bool:
        """Whether so much is remembered that it should be forgotten."""
        return len(self.ids) > _REMEMBERED

    def refresh(self) -> bool:
        """Begin a transaction: forget what another process may have changed since the last.

        Returns whether everything is still remembered.
        """
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        kept = version == self._version and not self.full
        if not kept:
            self.forget()
            self._version = version
        self._next_form, self._next_key = (
            self._connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0]
            for table in ("forms", "keys")
        )
        self._whole = self._whole or self._next_form == self._next_key == 1
        return kept

    def learn(self, words: Mapping[str, str], entries: Mapping[str, Entry]) -> None:
        """Look forms up and give numbers to those that are new.

        ``words`` gives a word for each form, ``entries`` what is to be kept of some of them, where
        that is known already.
        """
        new = [form for form in words if form not in self.ids]
        for part in chunks([] if self._whole else new):
            rows = self._connection.execute(
                f"SELECT form, id, key, parts FROM forms WHERE form IN ({marks(part)})", part
            )
            for form, number, key, parts in rows:
                self.ids[form] = number
                self._remember(number, key, parts)
        new = [form for form in new if form not in self.ids]
        made = self._digester.entries({form: words[form] for form in new if form not in entries})
        self._create([(form, words[form], entries.get(form) or made[form]) for form in new])

    def recall(self, forms: Collection[int]) -> None:
        """Look up key and parts of forms given by their numbers."""
        for part in chunks([form for form in forms if form not in self._key_of]):
            rows = self._connection.execute(
                f"SELECT id, key, parts FROM forms WHERE id IN ({marks(part)})", part
            )
            for number, key, parts in rows:
                self._remember(number, key, parts)

    def _remember(self, form: int, key: int, packed: bytes) -> None:
        self._key_of[form] = key
        if packed:
            parts = array("I")
            parts.frombytes(packed)
            self._parts_of[form] = parts

    def _create(self, forms: Sequence[tuple[str, str, Entry]]) -> None:
        keys = self._numbers_of_keys(
            chain.from_iterable((key, *parts) for _, _, (_, key, _, parts, _) in forms)
        )
        rows: list[tuple[int, str, str, int, str, str, bytes, str]] = []
        lemmas: list[tuple[str, int]] = []
        parts: list[tuple[int, int]] = []
        number = self._next_form
        for form, word, (loose, name, lemmas_of, parts_of, stem) in forms:
            key = keys[name]
            packed = b""
            self.ids[form] = number
            self._key_of[number] = key
            if parts_of:
                numbers = self._parts_of[number] = array("I", [keys[part] for part in parts_of])
                packed = numbers.tobytes()
                parts += [(part, number) for part in numbers]
            rows.append((number, form, loose, key, stem, word, packed, form[::-1]))
            lemmas += [(lemma, key) for lemma in lemmas_of]
            number += 1
        self._next_form = number
        write = self._connection.executemany
        write(
            "INSERT INTO forms (id, form, loose, key, stem, shown, parts, backwards)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        # In the order of the tables, which takes less time.
        write("INSERT OR IGNORE INTO lemmas VALUES (?, ?)", sorted(set(lemmas)))
        write("INSERT OR IGNORE INTO parts VALUES (?, ?)", sorted(parts))

    def _numbers_of_keys(self, wanted: Iterable[str]) -> dict[str, int]:
        new = [key for key in dict.fromkeys(wanted) if key not in self._keys]
        for part in chunks([] if self._whole else new):
            rows = self._connection.execute(
                f"SELECT key, id FROM keys WHERE key IN ({marks(part)})", part
            )
            self._keys.update(rows)
        for key in new:
            if key not in self._keys:
                self._keys[key] = self._next_key
                self._new_keys[self._next_key] = key
                self._next_key += 1
        return self._keys

    def part_terms(self, form: int) -> tuple[str, ...]:
        """Return the terms of the parts of a form; none if it is no compound."""
        return tuple(map(self._term.__getitem__, self._parts_of.get(form, ())))

    def term_of(self, form: int) -> str:
        """Return the term of a form's key."""
        return self._term[self._key_of[form]]

    def all_terms(self, form: int) -> tuple[str, ...]:
        """Return the term of a form's key, and those of its parts."""
        return (self.term_of(form), *self.part_terms(form))

    def body(self, forms: Iterable[int]) -> str:
        """Return the keys of forms as the text that FTS5 is given."""
        return " ".join(map(self.term_of, forms))

    def heading(self, own: Iterable[int], above: Iterable[int]) -> str:
        """Return the keys of the forms of two headings, and of their parts, as FTS5 is given them.

        Each form of a heading counts once.
        """
        forms = chain(dict.fromkeys(own), dict.fromkeys(above))
        known = (form for form in forms if form != NO_FORM)
        return " ".join(chain.from_iterable(map(self.all_terms, known)))

    def count(self, postings: Iterable[Posting], step: int) -> None:
        """Count passages for the keys that they are found by: one more, or one less."""
        change = self._counts.update if step > 0 else self._counts.subtract
        for _, heading, body, parts in postings:
            change(set(f"{heading} {body} {parts}".split()))

    def use(self, forms: Iterable[int]) -> None:
        """Count forms that texts and headings have."""
        self._uses.update(forms)

    def give_up(self, forms: Iterable[int]) -> None:
        """Count forms that texts and headings no longer have."""
        self._uses.subtract(forms)

    def write_counts(self) -> None:
        """Write how many passages have gained or lost each key, and how often forms stand."""
        new = self._new_keys
        counts = {key_of(term): count for term, count in self._counts.items()}
        self._connection.executemany(
            "INSERT INTO keys VALUES (?, ?, ?)",
            [(number, key, counts.get(number, 0)) for number, key in new.items()],
        )
        self._connection.executemany(
            "UPDATE keys SET passages = passages + ? WHERE id = ?",
            [(count, number) for number, count in counts.items() if count and number not in new],
        )
        self._lessened += [number for number, count in counts.items() if count < 0]
        self._counts.clear()
        new.clear()
        self._connection.executemany(
            "UPDATE forms SET uses = uses + ? WHERE id = ?",
            [(uses, form) for form, uses in self._uses.items() if uses],
        )
        self._left += [form for form, uses in self._uses.items() if uses < 0]
        self._uses.clear()

    def count_all(self) -> None:
        """Write in how many passages each key stands, as the search table has it."""
        execute = self._connection.execute
        execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, search, row)")
        self._connection.executemany(
            "UPDATE keys SET passages = ? WHERE id = ?",
            ((count, key_of(term)) for term, count in execute("SELECT term, doc FROM terms")),
        )
        execute("DROP TABLE temp.terms")

    def drop_unused(self) -> None:
        """Take out of the vocabulary what stands in no passage any more.

        Everything must be forgotten after this.
        """
        execute, many = self._connection.execute, self._connection.executemany
        keys: list[int] = []
        for part in chunks(self._lessened):
            rows = execute(
                f"SELECT id FROM keys WHERE passages <= 0 AND id IN ({marks(part)})", part
            )
            keys += [key for (key,) in rows]
        forms: dict[int, bytes] = {}
        for part in chunks(self._left):
            forms.update(
                execute(
                    f"SELECT id, parts FROM forms WHERE uses <= 0 AND id IN ({marks(part)})", part
                )
            )
        many(
            "DELETE FROM parts WHERE part = ? AND form = ?",
            ((part, form) for form, packed in forms.items() for part in unpack(packed)),
        )
        many("DELETE FROM forms WHERE id = ?", [(form,) for form in forms])
        many("DELETE FROM lemmas WHERE key = ?", [(key,) for key in keys])
        many("DELETE FROM keys WHERE id = ?", [(key,) for key in keys])
