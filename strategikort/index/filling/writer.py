"""Filling the search tables of a store, document by document, and taking documents out again.

What a document costs depends on the document, not on the store: words are looked up, never
loaded, and counts are kept by adding to them.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from strategikort.collector import without_collector
from strategikort.index.filling.analysis import Analyzer
from strategikort.index.filling.defined import Defined, defined_in
from strategikort.index.filling.digest import PAGE_END, Digest, Digester, Entry, Implied
from strategikort.index.filling.digesting import Digesting
from strategikort.index.filling.lexis import Lexis, Posting
from strategikort.index.filling.passages import Passage, passages_of
from strategikort.index.filling.pieces import Piece, Pieces, forms_of, joined, put_together
from strategikort.index.storage.records import dump_place
from strategikort.index.storage.schema import filled_at_once
from strategikort.index.storage.statements import chunks, marks
from strategikort.index.storage.terms import NO_FORM, pack, unpack
from strategikort.index.storage.transaction import transaction
from strategikort.language.numbers.measures import JOINING
from strategikort.language.tokens import HYPHENS
from strategikort.model import Place, Section

_PAGE = "side"
"""The kind of sections that are pages, which texts without headings are cut into."""

_HALF = re.compile(r"[^\W\d_]{2}[-\u2010\u00ad]\s*$")
_REST = re.compile(r"\s*([a-zæøåé]{2,})")

BATCH = 2_000_000
"""Characters of the sections that are put in together."""


class Addition(NamedTuple):
    """Sections to index, each with its position.

    ``labels`` gives the labels of their parents, ``place_of`` where a passage stands.
    """

    sections: Iterable[tuple[int, Section]]
    labels: Mapping[str, str]
    place_of: Callable[[Section, int, int], Place]


class _Read(NamedTuple):
    """A section to put in, the heading above it, and the half of a word that goes on behind it."""

    position: int
    section: Section
    place_of: Callable[[Section, int, int], Place]
    above: str
    rest: str


class _Cut(NamedTuple):
    """A text cut at its blanks, with the halves of compounds in it that could be completed."""

    text: str
    pieces: list[Piece]
    hyphened: bool
    completed: list[Implied]

    def implied(self) -> list[Implied]:
        """Return the forms that the text implies."""
        return [*joined(self.pieces), *self.completed] if self.hyphened else []


class _CutSection(NamedTuple):
    """A section cut at its blanks: its own heading, the one above it, its passages."""

    read: _Read
    own: _Cut
    above: _Cut
    passages: list[tuple[Passage, _Cut]]

    def texts(self) -> Iterator[_Cut]:
        """Go through the headings and the passages."""
        yield self.own
        yield self.above
        for _, cut in self.passages:
            yield cut


class _Asked(NamedTuple):
    """Sections that are put in together and the pieces that are new in them.

    ``halved`` are the texts in which there may be halves of compounds.
    """

    sections: list[_CutSection]
    pieces: list[str]
    halved: list[_Cut]


class IndexWriter:
    """Adds sections to the search tables and removes them.

    Whatever is not inside a transaction of the caller's is put into one of its own.  After a
    transaction that was rolled back call :meth:`forget`.
    """

    def __init__(self, connection: sqlite3.Connection, analyzer: Analyzer | None = None) -> None:
        self._connection = connection
        analyzer = analyzer or Analyzer()
        self._lexicon = analyzer.lexicon
        digester = Digester(analyzer)
        self._digesting = Digesting(digester)
        self._lexis = Lexis(connection, digester)
        self._pieces = Pieces(self._lexis)
        self._number = 1

    def add(self, addition: Addition) -> None:
        """Index the sections of a document."""
        self._add_all([addition], counted=True)

    def fill(self, additions: Iterable[Addition]) -> None:
        """Index documents into search tables that are empty: quicker than one by one.

        The index is then in the form that is quickest to search.
        """
        with transaction(self._connection):
            with filled_at_once(self._connection):
                self._add_all(additions, counted=False)
            self._lexis.count_all()

    def remove(self, positions: Sequence[int]) -> None:
        """Take the sections at these positions out of the search tables."""
        with transaction(self._connection):
            self._refresh()
            for some in chunks(positions):
                self._remove(some)
            self._lexis.write_counts()
            self._lexis.drop_unused()
            self.forget()

    def forget(self) -> None:
        """Forget what was remembered of the vocabulary: the database has been rolled back."""
        self._lexis.forget()
        self._pieces.forget()
        self._digesting.forget()

    def _refresh(self) -> None:
        if not self._lexis.refresh():
            self._pieces.forget()
            self._digesting.forget()

    def _add_all(self, additions: Iterable[Addition], counted: bool) -> None:
        with transaction(self._connection), without_collector():
            self._refresh()
            (self._number,) = self._connection.execute(
                "SELECT coalesce(max(n), 0) + 1 FROM passages"
            ).fetchone()
            try:
                self._write_all(_batches(additions), counted)
            finally:
                self._digesting.close()
            self._lexis.write_counts()

    def _write_all(self, batches: Iterable[list[_Read]], counted: bool) -> None:
        """Write every batch while the next one is digested."""
        waiting: _Asked | None = None
        for sections in batches:
            if waiting and self._lexis.full:
                self._write(waiting, *self._digesting.answer(), counted)
                self._lexis.write_counts()
                self.forget()
                waiting = None
            asked = self._asked(sections)
            answer = self._digesting.answer() if waiting else None
            self._digesting.ask(asked.pieces, [cut.text for cut in asked.halved])
            if waiting and answer:
                self._write(waiting, *answer, counted)
            waiting = asked
        if waiting:
            self._write(waiting, *self._digesting.answer(), counted)

    def _asked(self, batch: Iterable[_Read]) -> _Asked:
        """Cut the sections of a batch, and find out what is new in them."""
        sections = [self._cut(read) for read in batch]
        halved = [
            cut
            for section in sections
            for cut in section.texts()
            if cut.hyphened and any(piece.half for piece in cut.pieces)
        ]
        return _Asked(sections, self._pieces.new(), halved)

    def _cut(self, read: _Read) -> _CutSection:
        section = read.section
        text = section.text.text
        # A title that was made up for an item repeats that of the section above.
        title = "" if "title" in section.derived else section.title
        own = section.label if title in section.label else f"{section.label} {title}"
        heads = self._cut_text(own), self._cut_text(read.above)
        passages = [
            (passage, self._cut_text(text[slice(*passage)])) for passage in passages_of(section)
        ]
        if read.rest and passages:
            last, cut = passages[-1]
            whole = f"{cut.text.rstrip()}{PAGE_END}{read.rest}"
            passages[-1] = last, cut._replace(text=whole)
        return _CutSection(read, *heads, passages)

    def _cut_text(self, text: str) -> _Cut:
        hyphened = any(hyphen in text for hyphen in HYPHENS)
        return _Cut(text, self._pieces.cut(text), hyphened, [])

    def _write(
        self, asked: _Asked, digest: Digest, entries: Mapping[str, Entry], counted: bool
    ) -> None:
        self._lexis.learn(digest.words, entries)
        self._pieces.learn(digest)
        for cut, completed in zip(asked.halved, digest.completed, strict=True):
            cut.completed.extend(completed)
        lexis = self._lexis
        headings: list[tuple[int, bytes, bytes]] = []
        passages: list[tuple[int, int, int, int, bytes, bytes, str]] = []
        postings: list[Posting] = []
        defined: list[Defined] = []
        number = self._number
        for (position, section, place_of, *_), *heads, found in asked.sections:
            own, above = ([*self._heading(head)] for head in heads)
            headings.append((position, pack(own), pack(above)))
            lexis.use(own)
            lexis.use(above)
            heading = lexis.heading(own, above)
            defined += defined_in(section.text.text, position, self._lexicon)
            for (start, end), cut in found:
                forms, body, others = put_together(cut.pieces)
                extras = b""
                implied = cut.implied()
                if implied:
                    numbered = [(token, lexis.ids[form]) for token, form in implied]
                    extras = pack(chain.from_iterable(numbered))
                    lexis.use(form for _, form in numbered)
                    for _, form in numbered:
                        others.update(dict.fromkeys(lexis.all_terms(form)))
                terms = " ".join(others)
                place = dump_place(place_of(section, start, end))
                passages.append((number, position, start, end, forms, extras, place))
                postings.append((number, heading, body, terms))
                number += 1
        self._number = number
        lexis.use(unpack(b"".join([forms for *_, forms, _, _ in passages])))
        if counted:
            lexis.count(postings, 1)
        write = self._connection.executemany
        write("INSERT INTO headings VALUES (?, ?, ?)", headings)
        write("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)", passages)
        write("INSERT OR IGNORE INTO abbreviations VALUES (?, ?, ?, ?)", defined)
        write("INSERT INTO search (rowid, heading, body, parts) VALUES (?, ?, ?, ?)", postings)

    def _heading(self, cut: _Cut) -> Iterator[int]:
        """Yield the forms of a heading in their order, and apart from them those it implies."""
        yield from unpack(forms_of(cut.pieces))
        for _, form in cut.implied():
            yield NO_FORM
            yield self._lexis.ids[form]

    def _remove(self, positions: tuple[int, ...]) -> None:
        among = f"IN ({marks(positions)})"
        rows = self._connection.execute(
            "SELECT p.n, p.forms, p.extras, h.own, h.above FROM passages AS p"
            f" JOIN headings AS h ON h.section = p.section WHERE p.section {among}"
            " ORDER BY p.n",
            positions,
        ).fetchall()
        headings = self._connection.execute(
            f"SELECT own, above FROM headings WHERE section {among}", positions
        ).fetchall()
        for packed in chain.from_iterable(headings):
            self._lexis.give_up(unpack(packed))
        unpacked = [(n, *map(unpack, blobs)) for n, *blobs in rows]
        self._lexis.recall(
            set(chain.from_iterable((*f, *e[1::2], *o, *a) for _, f, e, o, a in unpacked))
            - {NO_FORM}
        )
        lexis = self._lexis
        postings: list[Posting] = []
        for n, forms, extras, own, above in unpacked:
            body, parts = lexis.body(forms), set(chain.from_iterable(map(lexis.part_terms, forms)))
            parts.update(chain.from_iterable(map(lexis.all_terms, extras[1::2])))
            heading = lexis.heading(own, above)
            postings.append((n, heading, body, " ".join(parts)))
            lexis.give_up(chain(forms, extras[1::2]))
        lexis.count(postings, -1)
        # A contentless table takes a row out by being told again what it was given.
        self._connection.executemany(
            "INSERT INTO search (search, rowid, heading, body, parts)"
            " VALUES ('delete', ?, ?, ?, ?)",
            postings,
        )
        for table in ("passages", "headings", "abbreviations"):
            self._connection.execute(f"DELETE FROM {table} WHERE section {among}", positions)


def _batches(additions: Iterable[Addition]) -> Iterator[list[_Read]]:
    batch: list[_Read] = []
    size = 0
    for sections, labels, place_of in additions:
        ending: list[tuple[int, Section] | None] = [None]
        for item, following in pairwise(chain(sections, ending)):
            if item is None:
                continue
            position, section = item
            above = labels.get(section.parent or "", "")
            rest = _rest_of_word(section, following and following[1])
            batch.append(_Read(position, section, place_of, above, rest))
            size += len(section.text.text)
            if size > BATCH:
                yield batch
                batch, size = [], 0
    yield batch


def _rest_of_word(section: Section, following: Section | None) -> str:
    """Return the half of a word with which the page behind a page begins, if it is one."""
    if following is None or not section.kind == following.kind == _PAGE:
        return ""
    half = _HALF.search(section.text.text)
    rest = _REST.match(following.text.text) if half else None
    return rest[1] if rest and rest[1] not in JOINING else ""
