"""What the collection consists of: documents, sections and passages, as plain frozen data.

Named tuples throughout: a data class of this size costs every run of the program 2 ms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, NoReturn

from strategikort.text.aligned import AlignedText, SourceRange
from strategikort.text.layout import Layout

_SHOWN = 60
"""Characters of a text in what is shown of a value."""


class _Nothing(Mapping[str, Any]):
    """An empty mapping that nobody can put anything into, and that is kept as itself."""

    def __getitem__(self, key: str) -> NoReturn:
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "{}"

    def __reduce__(self) -> str:
        return "NOTHING"


NOTHING = _Nothing()


def one_line(text: str) -> str:
    """Return the beginning of a text, for whoever looks at a value and not at its fields."""
    line = " ".join(text[: 2 * _SHOWN].split())
    return repr(line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…")


class Note(NamedTuple):
    """Something a reader must know about a document; ``lines`` are 1-based and inclusive."""

    text: str
    lines: tuple[tuple[int, int], ...] = ()


class Document(NamedTuple):
    """One document of the collection.

    ``date`` is ISO 8601, cut short where the day or month is not known.  ``evidence`` says for
    a piece of metadata where it stands, or that it does not stand in the text.  ``number`` is
    the publisher's own number for the document and ``record`` a further reference to it.
    """

    id: str
    title: str
    short_title: str
    publisher: str
    date: str
    kind: str
    file: str
    sha256: str
    lines: int
    words: int
    title_supplied: bool = False
    url: str | None = None
    number: str | None = None
    record: str | None = None
    language: str = "da"
    evidence: Mapping[str, str] = NOTHING
    notes: tuple[Note, ...] = ()

    def __hash__(self) -> int:
        return hash((self.id, self.sha256))

    def __repr__(self) -> str:
        return f"<Document {self.id}: {one_line(self.title)}>"

    @property
    def shown_title(self) -> str:
        """The title, in square brackets (as cataloguers write it) when it was supplied."""
        return f"[{self.title}]" if self.title_supplied else self.title


class Table(NamedTuple):
    """A table read from a chart or list; a cell that the source leaves empty is ``""``.

    ``caption`` is what the section's text says before the first row.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __repr__(self) -> str:
        size = f"{len(self.rows)} rows, {len(self.columns)} columns"
        return f"<Table {one_line(self.caption)}, {size}>"


class FootnoteMark(NamedTuple):
    """A mark that cleaning took out of a text: it stood before the character at ``offset``."""

    mark: str
    offset: int
    section: str


class Place(NamedTuple):
    """Where something stands: raw ranges and lines in reading order, printed pages if known."""

    chars: tuple[SourceRange, ...]
    lines: tuple[tuple[int, int], ...]
    pages: tuple[str, ...]


class Section(NamedTuple):
    """A numbered section of a document.

    ``text`` is the section's own text, that of its children left out; ``pieces`` are the raw
    ranges it was cleaned from, in reading order, and ``heading`` those of its heading or of the
    number or bullet in front of it.  ``derived`` names what does not stand in the source:
    ``number`` (counted) or ``title`` (made from the kind and the number).  ``label`` is the
    heading to show, ``pinpoint`` how a citation names the section.
    """

    id: str
    document: str
    kind: str
    number: str | None
    title: str
    text: AlignedText
    pieces: tuple[SourceRange, ...]
    heading: tuple[SourceRange, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    heading_lines: tuple[tuple[int, int], ...] = ()
    parent: str | None = None
    children: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    label: str = ""
    pinpoint: str = ""
    derived: frozenset[str] = frozenset()
    layout: Layout = Layout.PROSE
    aliases: tuple[str, ...] = ()
    fields: Mapping[str, str | tuple[str, ...]] = NOTHING
    table: Table | None = None
    footnotes: tuple[FootnoteMark, ...] = ()

    def __hash__(self) -> int:
        return hash((self.id, self.pieces))

    def __repr__(self) -> str:
        return f"<Section {self.id}: {one_line(self.text.text or self.title)}>"

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list: its mark stands in the source, a title does not."""
        return bool(self.pieces and self.heading and "title" in self.derived)


class Term(NamedTuple):
    """One word of a query: the words of the texts that stood for it, and how they were found.

    ``how`` is ``exact``, ``inflection``, ``compound``, ``synonym`` or ``fuzzy``.
    """

    term: str
    matched: tuple[str, ...]
    how: str


class Hit(NamedTuple):
    """A place that answers a query.

    ``start`` and ``end`` are half-open offsets of the passage in the section's text,
    ``highlights`` those of the matched words in the passage, ``place`` is that of the passage.
    ``matches`` are a word of the query, the word that stood for it and how it was found,
    ``headings`` the same for words that only the headings over the passage have; ``parts`` says
    what each thing added to the score, of which no more than 1 is given.  ``answers`` tells whether
    the place is an answer by itself; others only go on with a list of answers, having little of
    what is asked, or a part that other words have as well (``folkekirke`` for ``folkeskole``).
    ``also`` are the places with the same words in other files of the same text.  ``missing`` are
    the words of the query (those of ``terms`` and ``unfound`` in the result) that neither the
    passage nor the headings over it have; none of a place that the query names.  ``items`` are
    those of the list that the passage only leads to (»Danmark skal«): ``text``, ``place`` and
    ``highlights`` are then those of all of it.
    """

    section: Section
    start: int
    end: int
    score: float
    place: Place
    highlights: tuple[SourceRange, ...] = ()
    matches: tuple[tuple[str, str, str], ...] = ()
    parts: Mapping[str, float] = NOTHING
    headings: tuple[tuple[str, str, str], ...] = ()
    answers: bool = True
    also: tuple[Hit, ...] = ()
    missing: tuple[str, ...] = ()
    items: tuple[Section, ...] = ()

    def __hash__(self) -> int:
        return hash((self.section, self.start, self.end))

    def __repr__(self) -> str:
        lines = ", ".join(f"{first}-{last}" for first, last in self.place.lines)
        return f"<Hit {self.section.id}, lines {lines}: {one_line(self.text)}>"

    @property
    def whole(self) -> bool:
        """Whether the passage is the whole section, and no more than that."""
        return self.start == 0 and self.end == len(self.section.text) and not self.items

    @property
    def text(self) -> str:
        """The words of the passage, and of the items that it leads to as paragraphs."""
        return "\n\n".join(filter(None, self._parts()))

    @property
    def items_at(self) -> tuple[int, ...]:
        """The offset of each of the items in the text."""
        starts: list[int] = []
        at = 0
        for part in self._parts():
            starts.append(at)
            at += len(part) + 2 if part else 0
        return tuple(starts[1:])

    def _parts(self) -> list[str]:
        own = self.section.text.text[self.start : self.end]
        return [own, *(item.text.text for item in self.items)]


class SearchResult(NamedTuple):
    """What a search found, best first.

    ``corrected`` says what misspelt words were taken for, those of ``unfound`` too; ``tried`` which
    synonyms, abbreviations, English words and corrections were looked for in vain when nothing was
    found.  ``total`` is how many places there are; where ``at_least`` is true, a search with a
    higher limit may find more that answer a part of the query.  ``within`` is the id of the
    document that the query asks, whose places come first; empty if it names none.  ``unfound`` are
    numbers, names, nouns and words that no dictionary has, which the query asks for and none of
    the hits has.
    """

    query: str
    terms: tuple[Term, ...]
    hits: tuple[Hit, ...]
    total: int
    corrected: Mapping[str, tuple[str, ...]] = NOTHING
    tried: tuple[str, ...] = ()
    at_least: bool = False
    within: str = ""
    unfound: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<SearchResult {self.query!r}, {len(self.hits)} of {self.total}: {[*self.hits]}>"


class UnreadFile(NamedTuple):
    """A file that was to be added to the collection and could not be read.

    ``code`` is the stable name of what is wrong, ``message`` says it in Danish, and ``hint`` what
    to do about it.
    """

    file: str
    code: str
    message: str
    hint: str
