"""The kinds of sections: what people call them, and how a citation names one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from strategikort.catalog.yamlfile import Entry, read_yaml

KINDS_FILE = Path(__file__).parent / "kinds.yaml"


@dataclass(frozen=True)
class Kind:
    """One kind: its names in lower case (singular, plural, others), its label and pinpoint.

    ``within`` says that a citation names the parent first, ``rank`` (0-1] what a hit in a section
    of this kind is worth.
    """

    name: str
    names: tuple[str, ...]
    label: str
    pinpoint: str
    within: bool = False
    rank: float = 1.0

    @property
    def plural(self) -> str:
        """The word for several of them."""
        return self.names[1] if len(self.names) > 1 else self.names[0]

    def describe(self, number: str | None, title: str) -> str:
        """Return the heading under which a section of this kind is shown."""
        return self.label.format(number=number or "", title=title).strip()

    def locate(self, number: str | None, title: str, parent: str) -> str:
        """Say which section this is: ``konklusion 6, 3. led``; ``parent`` is that of its parent."""
        own = self.pinpoint.format(number=number or "", title=title).strip()
        return f"{parent}, {own}" if self.within and parent else own


def read_kinds(path: Path = KINDS_FILE) -> Mapping[str, Kind]:
    """Read the kinds; raises ``ProfileError``."""
    entries = read_yaml(path).pairs()
    return {name: entry.form(Kind, {float: _share}, name=name) for name, entry in entries}


def low_ranks(kinds: Mapping[str, Kind]) -> dict[str, float]:
    """Return the ranks of the kinds that have less than 1."""
    return {name: kind.rank for name, kind in kinds.items() if kind.rank < 1}


def _share(entry: Entry) -> float:
    try:
        share = float(entry.text)
    except ValueError:
        share = 0.0
    if not 0 < share <= 1:
        entry.fail(f"»{entry.text}« er ikke en andel", "et tal over 0 og højst 1, fx 0.8")
    return share


def unlisted_kind(name: str) -> Kind:
    """Return a kind that a profile uses without its being listed: its name says it all."""
    return Kind(name, (name,), "{title}", f"{name} {{number}} »{{title}}«")
