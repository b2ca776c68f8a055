"""The strategy map as plain data: links between sections, and who is named where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from strategikort.links.evidence import Evidence
from strategikort.links.names import Name
from strategikort.model import NOTHING, one_line

KINDS = ("henvisning", "dokument", "initiativ", "navn", "tema")
"""Kinds of links, strongest first.

``henvisning``: one end names the other.  ``dokument``: both name the same third document.
``initiativ``: both name the same initiative or agreement.  ``navn``: both name the same country,
region or organisation.  ``tema``: both are about the same, as their words show.
"""

PASSED_OVER = frozenset({"citat", "tabel", "titelblad", "kolofon", "kilde", "fodnote", "figur"})
"""Kinds of sections that repeat or list; a quotation stands in the running text as well."""


class SharedWord(NamedTuple):
    """A word that two sections share: its lemma, how it stands in each, and what it weighs (0–1].

    The weights of a link's words are shares of their sum, so they tell what carries the link.
    ``other`` says that ``source`` has not the word itself but one that says nearly the same.
    """

    lemma: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    weight: float
    other: bool = False


class Link(NamedTuple):
    """A link between two sections (ids); only a ``henvisning`` has a direction.

    ``label`` says in words what connects them, ``weight`` (0–1] how strongly.  ``evidence`` are
    the words, those of ``source`` first; ``note`` is what a reader must know besides.
    """

    kind: str
    source: str
    target: str
    label: str
    weight: float
    evidence: tuple[Evidence, ...]
    words: tuple[SharedWord, ...] = ()
    note: str = ""

    def __repr__(self) -> str:
        return f"<Link {self.source} {self.kind} {self.target}: {one_line(self.label)}>"


class NamedThing(NamedTuple):
    """A name and the places where it stands, in reading order."""

    name: Name
    places: tuple[Evidence, ...]

    def __repr__(self) -> str:
        return f"<NamedThing {self.name.name}: {len(self.places)} places>"


class StrategyMap(NamedTuple):
    """Links of a collection, and what is named.

    ``focus`` are the ids of the sections that it was asked for, none for all.  ``repeating`` are
    the ids of sections that are left out since another file of the same text has them, each with
    the id of the one that stands for it, and ``also`` the other way round.
    """

    links: tuple[Link, ...]
    names: tuple[NamedThing, ...]
    focus: tuple[str, ...] = ()
    repeating: Mapping[str, str] = NOTHING
    also: Mapping[str, tuple[str, ...]] = NOTHING

    def standing(self, section: str) -> str:
        """Return the section (an id) that stands for one: itself, if it does not repeat another."""
        return self.repeating.get(section, section)
