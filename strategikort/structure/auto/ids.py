"""Ids of sections: short, readable, unique, and the same every time."""

from __future__ import annotations

from collections.abc import Sequence

from strategikort.structure.auto.node import Node
from strategikort.structure.split import slug

_PLURALS = {
    "fodnote": "fodnoter",
    "tabel": "tabeller",
    "figur": "figurer",
    "faktaboks": "faktabokse",
    "citat": "citater",
    "kilde": "kilder",
    "anbefaling": "anbefalinger",
    "betragtning": "betragtninger",
    "bemærkning": "bemærkninger",
}
_WORDED = {"bilag", "artikel", "del", "paragraf"}
_OWN_SERIES = {
    "pejlemærke": "pejlemærker",
    "prioritet": "prioriteter",
    "søjle": "søjler",
    "indsatsområde": "indsatsområder",
    "initiativ": "initiativer",
    "spørgsmål": "spørgsmål",
}
_POINTS = frozenset({"punkt", "konklusion", "præmis"})
_NAMED = frozenset({*_PLURALS, *_WORDED, *_OWN_SERIES, "led", "stykke", "side"})
_MARKS = dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"))
"""Marks of notes in titles, which nobody types."""

_LONGEST = 40


class Ids:
    """Gives out ids; one that is taken gets its parent's in front, then a number behind."""

    def __init__(self, document: str, nodes: Sequence[Node] = ()) -> None:
        """``nodes`` are all those that are to come: points leave their numbers to chapters."""
        self._document = document
        numbers: dict[bool, set[str]] = {True: set(), False: set()}
        for node in (one for top in nodes for one in top.walk()):
            if node.label and node.kind not in _NAMED:
                numbers[node.kind in _POINTS].add(_dotted(node.label))
        self._within = _POINTS if numbers[True] & numbers[False] else frozenset()
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}
        self._last: dict[str, int] = {}

    def give(self, node: Node, title: str, parent: str | None, page: str | None) -> str:
        """Return the id of ``node``; ``parent`` is the full id above it, ``page`` its page."""
        own = self._own(node, title, page)
        above = parent.removeprefix(f"{self._document}/") if parent else ""
        if node.kind == "bemærkning" and above.startswith("bemærkninger/"):
            own = own.removeprefix("bemærkninger/").removeprefix("nr-")
            own = f"{above}/{own}"
        elif above and (node.kind in ("led", "stykke", "svar") or node.kind in self._within):
            own = f"{above}/{own}"
        for candidate in (own, f"{above}/{own}" if above else own):
            full = f"{self._document}/{candidate}"
            if full not in self._taken:
                self._taken.add(full)
                return full
        base = f"{self._document}/{above}/{own}" if above else f"{self._document}/{own}"
        # What is taken stays so: the search goes on where it ended.
        number = self._last.get(base, 1) + 1
        while f"{base}-{number}" in self._taken:
            number += 1
        self._last[base] = number
        self._taken.add(f"{base}-{number}")
        return f"{base}-{number}"

    def _own(self, node: Node, title: str, page: str | None) -> str:
        if node.kind == "titelblad":
            return "titelblad"
        if node.kind in ("underskrift", "domskonklusion"):
            return node.kind
        if node.kind == "led":
            return str(node.count)  # also where it has a letter: an id is the same for good
        if node.kind == "stykke":
            return node.label or str(node.count)
        if node.kind == "side":
            return f"side-{slug(page or '') or 'ukendt'}"
        if node.kind in _PLURALS:
            return f"{_PLURALS[node.kind]}/{slug(node.label or '') or self._next(node.kind)}"
        if node.label:
            number = _dotted(node.label)
            if node.kind in _OWN_SERIES:
                return f"{_OWN_SERIES[node.kind]}/{number}"
            return f"{node.kind}-{number}" if node.kind in _WORDED else number
        return _short(slug(title.translate(_MARKS))) or f"{slug(node.kind)}-{self._next(node.kind)}"

    def _next(self, kind: str) -> int:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return self._counts[kind]


def _dotted(label: str) -> str:
    return ".".join(slug(part) for part in label.split(".") if slug(part)) or slug(label)


def _short(text: str) -> str:
    """Cut a slug at a hyphen."""
    if len(text) <= _LONGEST:
        return text
    cut = text[: _LONGEST + 1].rpartition("-")[0]
    return cut or text[:_LONGEST]
