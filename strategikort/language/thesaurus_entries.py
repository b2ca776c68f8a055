"""Groups of words that mean the same, and the compiled file that they are looked up in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from strategikort.language import automaton, store
from strategikort.language.words import DATA

THESAURUS_FILE = DATA / "tesaurus.bin"

_MARK = 1
"""The byte behind a key."""


class Term(NamedTuple):
    """A word or phrase of a group and its kind.

    That is ``s`` for a Danish word, ``i`` for an idiom that is asked with and not looked for,
    ``a`` for an abbreviation, ``e`` for English, ``n`` for what is narrower and ``r`` for what is
    related.
    """

    kind: str
    text: str


class Group(NamedTuple):
    """Words that mean the same, and what a Danish synonym among them is worth (0–1]."""

    terms: tuple[Term, ...]
    weight: float


DEFAULT_WEIGHT = 0.6
"""What a Danish synonym is worth where a group does not say."""


class Entries(Protocol):
    """Something that groups can be looked up in, by the folded lemmas of a term."""

    def groups(self, key: str) -> Iterable[tuple[Group, Term]]:
        """Return the groups that hold a term with this key, and the term."""

    def goes_on(self, prefix: str) -> bool:
        """Tell whether a key begins with ``prefix``."""


class CompiledEntries:
    """The groups of a compiled file."""

    def __init__(self, path: Path) -> None:
        self._stored = store.read(path)
        self._arcs = self._stored.arcs

    @property
    def about(self) -> str:
        """The line of JSON that tells what the file was made of."""
        return self._stored.about

    def all_groups(self) -> Iterator[Group]:
        """Go through all groups in the order of the file."""
        for line in str(self._stored.text, "utf-8").split("\n")[1:]:
            if line:
                yield unpack(line)

    def _state(self, key: str) -> int:
        state = automaton.ROOT
        for byte in key.encode("utf-8"):
            state = automaton.target(automaton.walk(self._arcs, state, byte)) if state else 0
        return state

    def goes_on(self, prefix: str) -> bool:
        """Tell whether a key begins with ``prefix``."""
        return bool(self._state(prefix))

    def groups(self, key: str) -> Iterable[tuple[Group, Term]]:
        """Return the groups that hold a term with this key, and the term."""
        state = self._state(key)
        arc = automaton.walk(self._arcs, state, _MARK) if state else 0
        places = automaton.completions(self._arcs, automaton.target(arc))
        # In the order of the file.
        for start, length, number in sorted([*map(int, place.split(b"."))] for place in places):
            group = unpack(str(self._stored.text[start : start + length], "utf-8"))
            yield group, group.terms[number]


def pack(group: Group) -> str:
    """Return a group as one line of text."""
    return "\t".join((f"{group.weight:g}", *(term.kind + term.text for term in group.terms)))


def unpack(line: str) -> Group:
    """Return the group of a line made by :func:`pack`."""
    weight, *terms = line.split("\t")
    return Group(tuple(Term(term[0], term[1:]) for term in terms), float(weight))
