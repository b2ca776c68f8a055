"""A document's profile as data: its metadata, and how its sections are recognised.

The fields are the keys of the YAML file, and their types say how each is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, NewType

from strategikort.catalog.yamlfile import Entry
from strategikort.model import NOTHING
from strategikort.text.hyphens import Hyphen
from strategikort.text.layout import Layout

Id = NewType("Id", str)
"""A name of small letters and digits, or a path of such: ``prioriteter/5``."""

Sha256 = NewType("Sha256", str)
IsoDate = NewType("IsoDate", str)
"""A date in ISO 8601, cut short where day or month is not known."""


class Place(NamedTuple):
    """Lines ``first`` to ``last`` (from 1, inclusive), or the words ``text`` of line ``first``."""

    first: int
    last: int
    text: str | None
    entry: Entry


class Pattern(NamedTuple):
    """A regular expression of a profile and where it stands."""

    regex: re.Pattern[str]
    entry: Entry


class Pairs(NamedTuple):
    """A chart whose labels and values the extraction has set apart: one row for each label."""

    labels: tuple[Place, ...]
    values: tuple[Place, ...]
    reverse: bool = False


class TableRule(NamedTuple):
    """How a section's text becomes a table: its columns and what a row looks like."""

    columns: tuple[str, ...]
    row: Pattern
    sort: str | None = None
    expect: int | None = None


class SplitRule(NamedTuple):
    """Sections that a pattern finds: each begins where ``start`` matches at a line's start."""

    entry: Entry
    start: Pattern
    kind: str
    id: str
    lines: tuple[Place, ...] | None = None
    title: str | None = None
    layout: Layout | None = None
    sequence: bool = False
    expect: int | None = None
    fields: Mapping[str, Pattern] = NOTHING
    lists: Mapping[str, Pattern] = NOTHING
    split: SplitRule | None = None


class Node(NamedTuple):
    """A section that the profile names: where its heading and its text stand."""

    entry: Entry
    id: Id
    kind: str
    number: str | None = None
    title: str | None = None
    heading: tuple[Place, ...] = ()
    lines: tuple[Place, ...] = ()
    layout: Layout | None = None
    aliases: tuple[Id, ...] = ()
    counted: bool = False
    marker: Pattern | None = None
    marks: tuple[Place, ...] = ()
    pairs: Pairs | None = None
    table: TableRule | None = None
    split: SplitRule | None = None
    sections: tuple[Node, ...] = ()


class PageRule(NamedTuple):
    """The printed page(s) that lines stand on, and how that is known."""

    lines: tuple[Place, ...]
    labels: tuple[str, ...]
    evidence: str


class NoteRule(NamedTuple):
    """Something odd about the document, and where."""

    text: str
    lines: tuple[Place, ...] = ()


class Furniture(NamedTuple):
    """Lines that are no content, and what they are."""

    lines: tuple[Place, ...]
    what: str


class TextRules(NamedTuple):
    """How the whole text is cleaned."""

    closes_up_stops: bool = False
    layout: Layout = Layout.PROSE
    hyphens: Mapping[str, Hyphen] = NOTHING
    continued: tuple[Place, ...] = ()
    parted: tuple[Place, ...] = ()


class Metadata(NamedTuple):
    """What is said of a document, with the evidence for it."""

    title: str
    short_title: str
    publisher: str
    date: IsoDate
    kind: str
    language: str
    title_supplied: bool = False
    evidence: Mapping[str, str] = NOTHING
    url: str | None = None
    number: str | None = None
    record: str | None = None


class Profile(NamedTuple):
    """Everything a profile says."""

    path: Path
    entry: Entry
    id: Id
    file: str
    sha256: Sha256
    metadata: Metadata
    sections: tuple[Node, ...]
    order: int = 1_000
    text: TextRules = TextRules()
    furniture: tuple[Furniture, ...] = ()
    pages: tuple[PageRule, ...] = ()
    notes: tuple[NoteRule, ...] = ()
