"""A document's profile as data: its metadata, and how its sections are recognised."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from strategikort.catalog.yamlfile import Entry
from strategikort.text.hyphens import Hyphen
from strategikort.text.layout import Layout


class Place(NamedTuple):
    """Lines ``first`` to ``last`` (from 1, inclusive), or the words ``text`` of line ``first``."""

    first: int
    last: int
    text: str | None
    entry: Entry


@dataclass(frozen=True)
class Pattern:
    """A regular expression of a profile and where it stands."""

    regex: re.Pattern[str]
    entry: Entry


@dataclass(frozen=True)
class Pairs:
    """A chart whose labels and values the extraction has set apart: one row for each label."""

    labels: tuple[Place, ...]
    values: tuple[Place, ...]
    reverse: bool


@dataclass(frozen=True)
class TableRule:
    """How a section's text becomes a table: its columns and what a row looks like."""

    columns: tuple[str, ...]
    row: Pattern
    sort: str | None
    expect: int | None


@dataclass(frozen=True)
class SplitRule:
    """Sections that a pattern finds: each begins where ``start`` matches at a line's start."""

    places: tuple[Place, ...] | None
    start: Pattern
    kind: str
    id: str
    title: str | None
    layout: Layout | None
    sequence: bool
    expect: int | None
    fields: Mapping[str, Pattern]
    lists: Mapping[str, Pattern]
    split: SplitRule | None
    entry: Entry


@dataclass(frozen=True)
class Node:
    """A section that the profile names: where its heading and its text stand."""

    id: str
    kind: str
    number: str | None
    title: str | None
    heading: tuple[Place, ...]
    places: tuple[Place, ...]
    layout: Layout | None
    aliases: tuple[str, ...]
    counted: bool
    marker: Pattern | None
    marks: tuple[Place, ...]
    pairs: Pairs | None
    table: TableRule | None
    split: SplitRule | None
    sections: tuple[Node, ...]
    entry: Entry


@dataclass(frozen=True)
class PageRule:
    """The printed page(s) that lines stand on, and how that is known."""

    places: tuple[Place, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class NoteRule:
    """Something odd about the document, and where."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Profile:
    """Everything a profile says."""

    path: Path
    id: str
    order: int
    file: str
    sha256: str
    metadata: Mapping[str, str]
    title_supplied: bool
    evidence: Mapping[str, str]
    closes_up_stops: bool
    layout: Layout
    hyphens: Mapping[str, Hyphen]
    continued: tuple[Place, ...]
    parted: tuple[Place, ...]
    furniture: tuple[Place, ...]
    pages: tuple[PageRule, ...]
    notes: tuple[NoteRule, ...]
    sections: tuple[Node, ...]
    entry: Entry = field(repr=False)
