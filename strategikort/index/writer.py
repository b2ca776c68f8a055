"""Filling the search tables of a store, document by document, and taking documents out again.

What a document costs depends on the document, not on the store: words are looked up, never
loaded, and counts are kept by adding to them.
"""

from __future__ import annotations

import gc
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import NamedTuple

from strategikort.index.analysis import Analyzer
from strategikort.index.lexis import Lexis
from strategikort.index.passages import passages_of
from strategikort.index.reading import Implied, Reader
from strategikort.index.records import dump_place
from strategikort.index.terms import pack, unpack
from strategikort.index.transaction import transaction
from strategikort.model import Place, Section

_BATCH = 2_000
"""Sections whose words are looked up together."""

_Postings = tuple[int, str, str, str]


class _Passage(NamedTuple):
    """A passage with its words, and those that it implies without writing them out."""

    start: int
    end: int
    words: list[str]
    extras: Sequence[Implied]


class _Read(NamedTuple):
    """A section split into words: those of its heading, of the one above, of its passages."""

    position: int
    section: Section
    own: list[str]
    above: list[str]
    passages: list[_Passage]


class IndexWriter:
    """Adds sections to the search tables and removes them.

    Whatever is not inside a transaction of the caller's is put into one of its own.  After a
    transaction that was rolled back call :meth:`forget`.
    """

    def __init__(self, connection: sqlite3.Connection, analyzer: Analyzer | None = None) -> None:
        self._connection = connection
        self._analyzer = analyzer or Analyzer()
        self._reader = Reader(self._analyzer.lexicon)
        self._lexis = Lexis(connection, self._analyzer)

    def add(
        self,
        sections: Iterable[tuple[int, Section]],
        titles: Mapping[str, str],
        place_of: Callable[[Section, int, int], Place],
    ) -> None:
        """Index sections, each with its position.

        ``titles`` gives the labels of their parents, ``place_of`` where a passage stands.
        """
        with transaction(self._connection), _without_collector():
            self._lexis.refresh()
            (number,) = self._connection.execute(
                "SELECT coalesce(max(n), 0) + 1 FROM passages"
            ).fetchone()
            remaining = iter(sections)
            while batch := list(islice(remaining, _BATCH)):
                number = self._add(list(self._read(batch, titles)), number, place_of)
            self._lexis.write_counts()

    def remove(self, positions: Sequence[int]) -> None:
        """Take the sections at these positions out of the search tables."""
        with transaction(self._connection):
            self._lexis.refresh()
            for start in range(0, len(positions), 500):
                self._remove(tuple(positions[start : start + 500]))
            self._lexis.write_counts()
            self._lexis.drop_unused()

    def finish(self) -> None:
        """Bring the index into the form that is quickest to search; for stores built at once."""
        self._connection.execute("INSERT INTO search(search) VALUES ('optimize')")

    def forget(self) -> None:
        """Forget what was remembered of the vocabulary: the database has been rolled back."""
        self._lexis.forget()

    def _read(
        self, sections: Iterable[tuple[int, Section]], titles: Mapping[str, str]
    ) -> Iterator[_Read]:
        for position, section in sections:
            # A title that was made up for an item repeats that of the section above.
            title = "" if "title" in section.derived else section.title
            text = section.text.text
            yield _Read(
                position,
                section,
                self._heading(f"{section.label} {title}"),
                self._heading(titles.get(section.parent or "", "")),
                [self._passage(text, start, end) for start, end in passages_of(section)],
            )

    def _heading(self, text: str) -> list[str]:
        words, _ = self._reader.read(text)
        return list(dict.fromkeys(words))

    def _passage(self, text: str, start: int, end: int) -> _Passage:
        return _Passage(start, end, *self._reader.read(text[start:end]))

    def _add(
        self,
        sections: Sequence[_Read],
        number: int,
        place_of: Callable[[Section, int, int], Place],
    ) -> int:
        self._lexis.learn(_words(sections))
        ids, terms = self._lexis.ids, self._lexis.terms
        form, term = ids.__getitem__, terms.__getitem__
        headings: list[tuple[int, bytes, bytes]] = []
        passages: list[tuple[int, int, int, int, bytes, bytes, str]] = []
        postings: list[_Postings] = []
        for position, section, own, above, found in sections:
            own_forms, above_forms = (list(dict.fromkeys(map(form, part))) for part in (own, above))
            headings.append((position, pack(own_forms), pack(above_forms)))
            heading = self._lexis.heading(own_forms, above_forms)
            counted = own_forms
            for start, end, words, implied in found:
                forms = array("I", map(form, words))
                extras = array("I")
                for token, word in implied:
                    extras.extend((token, ids[word]))
                parts = self._lexis.parts(forms, extras[1::2])
                self._lexis.count(counted, forms, parts, 1)
                counted = []
                place = dump_place(place_of(section, start, end))
                passages.append(
                    (number, position, start, end, forms.tobytes(), extras.tobytes(), place)
                )
                postings.append(
                    (number, heading, " ".join(map(term, words)), self._lexis.stream(parts))
                )
                number += 1
        write = self._connection.executemany
        write("INSERT INTO headings VALUES (?, ?, ?)", headings)
        write("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)", passages)
        write("INSERT INTO search (rowid, heading, body, parts) VALUES (?, ?, ?, ?)", postings)
        return number

    def _remove(self, positions: tuple[int, ...]) -> None:
        marks = ",".join("?" * len(positions))
        rows = self._connection.execute(
            "SELECT p.n, p.section, p.forms, p.extras, h.own, h.above FROM passages AS p"
            f" JOIN headings AS h ON h.section = p.section WHERE p.section IN ({marks})"
            " ORDER BY p.section, p.n",
            positions,
        ).fetchall()
        unpacked = [(n, section, *map(unpack, blobs)) for n, section, *blobs in rows]
        self._lexis.recall(
            set(chain.from_iterable((*f, *e[1::2], *o, *a) for _, _, f, e, o, a in unpacked))
        )
        postings: list[_Postings] = []
        last = None
        for n, section, forms, extras, own, above in unpacked:
            parts = self._lexis.parts(forms, extras[1::2])
            self._lexis.count(own if section != last else [], forms, parts, -1)
            last = section
            heading, body = self._lexis.heading(own, above), self._lexis.body(forms)
            postings.append((n, heading, body, self._lexis.stream(parts)))
        # A contentless table takes a row out by being told again what it was given.
        self._connection.executemany(
            "INSERT INTO search (search, rowid, heading, body, parts)"
            " VALUES ('delete', ?, ?, ?, ?)",
            postings,
        )
        for table in ("passages", "headings"):
            self._connection.execute(f"DELETE FROM {table} WHERE section IN ({marks})", positions)


def _words(sections: Sequence[_Read]) -> dict[str, None]:
    """Return all words of ``sections``, each once, in the order in which they first appear."""
    return dict.fromkeys(chain.from_iterable(map(_words_of, sections)))


def _words_of(section: _Read) -> Iterator[str]:
    implied = (word for passage in section.passages for _, word in passage.extras)
    words = (passage.words for passage in section.passages)
    return chain(section.own, section.above, chain.from_iterable(words), implied)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the cyclic collector from going through all that is kept for writing, again and again.

    It takes a third of the time otherwise, and there are no cycles here.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
