"""What the collection consists of: documents, sections and passages, as plain frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from strategikort.text.aligned import AlignedText, SourceRange
from strategikort.text.layout import Layout


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader must know about a document; ``lines`` are 1-based and inclusive."""

    text: str
    lines: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
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
    evidence: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()

    @property
    def shown_title(self) -> str:
        """The title, in square brackets (as cataloguers write it) when it was supplied."""
        return f"[{self.title}]" if self.title_supplied else self.title


@dataclass(frozen=True, slots=True)
class Table:
    """A table read from a chart or list; a cell that the source leaves empty is ``""``.

    ``caption`` is what the section's text says before the first row.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """A mark that cleaning took out of a text: it stood before the character at ``offset``."""

    mark: str
    offset: int
    section: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: raw ranges and lines in reading order, printed pages if known."""

    chars: tuple[SourceRange, ...]
    lines: tuple[tuple[int, int], ...]
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
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
    fields: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    table: Table | None = None
    footnotes: tuple[FootnoteMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a query: the words of the texts that stood for it, and how they were found.

    ``how`` is ``exact``, ``inflection``, ``compound``, ``synonym`` or ``fuzzy``.
    """

    term: str
    matched: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that answers a query.

    ``start`` and ``end`` are half-open offsets of the passage in the section's text,
    ``highlights`` those of the matched words in the passage, ``place`` is that of the passage.
    ``matches`` are a word of the query, the word that stood for it and how it was found;
    ``parts`` says what each thing added to the score.
    """

    section: Section
    start: int
    end: int
    score: float
    place: Place
    highlights: tuple[SourceRange, ...] = ()
    matches: tuple[tuple[str, str, str], ...] = ()
    parts: Mapping[str, float] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether the passage is the whole section."""
        return self.start == 0 and self.end == len(self.section.text)

    @property
    def text(self) -> str:
        """The words of the passage."""
        return self.section.text.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search found, best first; ``corrected`` says what misspelt words were taken for."""

    query: str
    terms: tuple[Term, ...]
    hits: tuple[Hit, ...]
    total: int
    corrected: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
