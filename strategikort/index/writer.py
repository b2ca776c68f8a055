"""Building the search tables of a store.

``search`` is a contentless FTS5 table of key numbers: its columns are what headings say, what
passages say, and the parts of their compounds.  ``passages`` keeps the forms of every passage in
order, so that a hit can be weighed word by word without reading its text again.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from strategikort.index.analysis import Analyzer, form_of, loose_of, words_of
from strategikort.index.passages import passages_of
from strategikort.index.records import dump_place
from strategikort.index.terms import term
from strategikort.model import Place, Section

SEARCH_SCHEMA = """
CREATE TABLE passages (
    n INTEGER PRIMARY KEY, section INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    forms BLOB NOT NULL, extras BLOB NOT NULL, place TEXT NOT NULL
);
CREATE TABLE headings (section INTEGER PRIMARY KEY, own BLOB NOT NULL, above BLOB NOT NULL);
CREATE TABLE forms (
    id INTEGER PRIMARY KEY, form TEXT NOT NULL UNIQUE, loose TEXT NOT NULL, key INTEGER NOT NULL,
    stem TEXT NOT NULL, shown TEXT NOT NULL
);
CREATE TABLE keys (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, passages INTEGER NOT NULL);
CREATE TABLE lemmas (lemma TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (lemma, key))
    WITHOUT ROWID;
CREATE TABLE parts (part INTEGER NOT NULL, form INTEGER NOT NULL, PRIMARY KEY (part, form))
    WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5 (
    heading, body, parts, content = '', tokenize = 'ascii', columnsize = 1
);
"""
_INDEXES = """
CREATE INDEX forms_by_loose ON forms (loose);
CREATE INDEX forms_by_key ON forms (key);
CREATE INDEX forms_by_stem ON forms (stem) WHERE stem <> '';
CREATE INDEX passages_by_section ON passages (section);
"""

_PassageRow = tuple[int, int, int, int, bytes, bytes, str]
_BATCH = 2_000
"""Passages written at a time."""


class IndexWriter:
    """Adds sections to the search tables; :meth:`finish` writes the vocabulary."""

    def __init__(self, connection: sqlite3.Connection, analyzer: Analyzer | None = None) -> None:
        self._connection = connection
        self._analyzer = analyzer or Analyzer()
        self._forms: dict[str, int] = {}
        self._rows: list[tuple[int, str, str, int, str, str]] = []
        self._keys: dict[str, int] = {}
        self._terms: list[str] = []
        self._key_of_form: list[int] = []
        self._parts_of_form: list[tuple[int, ...]] = []
        self._ids: dict[str, int] = {}
        self._passages_of_key: array[int] = array("I")
        self._next = 1
        connection.executescript(SEARCH_SCHEMA)

    def add(
        self,
        sections: Iterable[tuple[int, Section]],
        titles: Mapping[str, str],
        place_of: Callable[[Section, int, int], Place],
    ) -> None:
        """Index sections, each with its position.

        ``titles`` gives the labels of their parents, ``place_of`` where a passage stands.
        """
        passages: list[_PassageRow] = []
        postings: list[tuple[int, str, str, str]] = []
        for position, section in sections:
            own = self._heading(section)
            above = self._above(section, titles)
            self._connection.execute(
                "INSERT INTO headings VALUES (?, ?, ?)",
                (position, array("I", own).tobytes(), array("I", above).tobytes()),
            )
            heading = self._stream(chain(own, above), with_parts=True)
            heads = own
            for start, end in passages_of(section):
                forms, extras = self._text(section.text.text[start:end])
                passages.append(
                    (
                        self._next,
                        position,
                        start,
                        end,
                        array("I", forms).tobytes(),
                        array("I", chain.from_iterable(extras)).tobytes(),
                        dump_place(place_of(section, start, end)),
                    )
                )
                parts = self._parts(forms, extras)
                self._count(heads, forms, parts)
                heads = []
                body = " ".join([self._terms[self._key_of_form[form]] for form in forms])
                postings.append(
                    (self._next, heading, body, " ".join([self._terms[key] for key in parts]))
                )
                self._next += 1
            if len(passages) >= _BATCH:
                self._write(passages, postings)
                passages, postings = [], []
        self._write(passages, postings)

    def finish(self) -> None:
        """Write the vocabulary and the indexes over it."""
        execute = self._connection.executemany
        execute("INSERT INTO forms VALUES (?, ?, ?, ?, ?, ?)", self._rows)
        counts = self._passages_of_key
        execute(
            "INSERT INTO keys VALUES (?, ?, ?)",
            ((number, key, counts[number]) for key, number in self._keys.items()),
        )
        execute(
            "INSERT OR IGNORE INTO parts VALUES (?, ?)",
            ((part, form) for form, parts in enumerate(self._parts_of_form) for part in parts),
        )
        self._connection.execute("INSERT INTO search(search) VALUES ('optimize')")
        self._connection.executescript(_INDEXES)

    def _write(
        self,
        passages: list[_PassageRow],
        postings: list[tuple[int, str, str, str]],
    ) -> None:
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)", passages)
        self._connection.executemany(
            "INSERT INTO search (rowid, heading, body, parts) VALUES (?, ?, ?, ?)", postings
        )
        self._connection.execute("COMMIT")

    def _heading(self, section: Section) -> list[int]:
        # A title that was made up for an item repeats that of the section above.
        title = "" if "title" in section.derived else section.title
        words = [token.text for token in words_of(f"{section.label} {title}")]
        return list(dict.fromkeys(self._id(word) for word in words))

    def _above(self, section: Section, titles: Mapping[str, str]) -> list[int]:
        title = titles.get(section.parent or "", "")
        return list(dict.fromkeys(self._id(token.text) for token in words_of(title)))

    def _text(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        tokens = words_of(text)
        ids = self._ids
        forms = [ids.get(token.text) or self._id(token.text) for token in tokens]
        extras = [(token, self._id(word)) for token, word in self._analyzer.extras(text, tokens)]
        return forms, extras

    def _id(self, word: str) -> int:
        """Return the number of the form of ``word``, from 1."""
        known = self._ids.get(word)
        if known is not None:
            return known
        form = form_of(word)
        number = self._forms.get(form)
        if number is None:
            if not self._key_of_form:
                self._key_of_form.append(0)
                self._parts_of_form.append(())
            number = len(self._key_of_form)
            self._forms[form] = number
            known_word = self._analyzer.word(word)
            key = self._key(known_word.key)
            self._key_of_form.append(key)
            self._parts_of_form.append(tuple(map(self._key, known_word.parts)))
            self._rows.append((number, form, loose_of(word), key, known_word.stem, word))
            self._connection.executemany(
                "INSERT OR IGNORE INTO lemmas VALUES (?, ?)",
                ((lemma, key) for lemma in known_word.lemmas),
            )
        self._ids[word] = number
        return number

    def _key(self, key: str) -> int:
        number = self._keys.get(key)
        if number is None:
            number = self._keys[key] = len(self._keys)
            self._terms.append(term(number))
            self._passages_of_key.append(0)
        return number

    def _parts(self, forms: list[int], extras: list[tuple[int, int]]) -> list[int]:
        parts: dict[int, None] = {}
        for form in forms:
            parts.update(dict.fromkeys(self._parts_of_form[form]))
        for _, form in extras:
            parts[self._key_of_form[form]] = None
            parts.update(dict.fromkeys(self._parts_of_form[form]))
        return list(parts)

    def _stream(self, forms: Iterable[int], *, with_parts: bool) -> str:
        keys: list[int] = []
        for form in forms:
            keys.append(self._key_of_form[form])
            if with_parts:
                keys.extend(self._parts_of_form[form])
        return " ".join([self._terms[key] for key in keys])

    def _count(self, heading: list[int], forms: list[int], parts: list[int]) -> None:
        """Count the passage for its words; a heading counts for the first passage under it."""
        keys = {self._key_of_form[form] for form in chain(heading, forms)}
        for key in keys.union(parts):
            self._passages_of_key[key] += 1
