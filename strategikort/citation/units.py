"""The units that the stream of an archive is made of: paragraphs and headings, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from strategikort.model import Section

ASIDES = frozenset(
    {"citat", "faktaboks", "figur", "tabel", "fodnote", "kilde", "kolofon", "titelblad"}
)
"""Kinds of sections that stand beside the running text and may interrupt it."""

_PARAGRAPH = "\n\n"
_LIST_MARK = re.compile(r"[-–—*+·]\s+(?=\S)")
"""What a list item may begin with: the shape that its list has, no part of its words."""


class Part(IntEnum):
    """What a unit is; text may run on over every part that is higher than its own."""

    RUNNING = 0
    ASIDE = 1
    HEADING = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph of a section's text, ``[start, end)`` of it, or its heading (its title).

    The dash in front of a list item is left out.
    """

    section: int
    part: Part
    start: int
    end: int


def split_units(sections: Sequence[Section]) -> Iterator[tuple[Unit, str]]:
    """Yield the units in reading order, each with its text.

    What a section says between its list items, or after them, comes there, though it is one text
    with what it says before.
    """
    items = _starts_of_items(sections)
    waiting: list[tuple[str, list[Unit]]] = []
    for index, section in enumerate(sections):
        while waiting and not section.id.startswith(waiting[-1][0] + "/"):
            yield from _with_text(sections, waiting.pop()[1])
        if waiting and waiting[-1][0] == section.parent and section.is_item:
            units = waiting[-1][1]
            while units and _raw(sections, units[0]) < section.pieces[0].start:
                yield from _with_text(sections, [units.pop(0)])
        if section.heading and "title" not in section.derived:
            yield Unit(index, Part.HEADING, 0, len(section.title)), section.title
        units = _paragraphs(index, section)
        starts = items.get(section.id)
        if starts:
            # In columns that stand in another order, only what is behind all of them is known.
            first = starts[0] if starts == sorted(starts) else max(starts)
            behind: list[Unit] = []
            while units and _raw(sections, units[-1]) > first:
                behind.insert(0, units.pop())
            waiting.append((section.id, behind))
        yield from _with_text(sections, units)
    while waiting:
        yield from _with_text(sections, waiting.pop()[1])


def _with_text(sections: Sequence[Section], units: Iterable[Unit]) -> Iterator[tuple[Unit, str]]:
    for unit in units:
        yield unit, sections[unit.section].text.text[unit.start : unit.end]


def _starts_of_items(sections: Sequence[Section]) -> dict[str, list[int]]:
    """Return for each section with list items the raw offsets at which they begin."""
    starts: dict[str, list[int]] = {}
    for section in sections:
        if section.parent and section.is_item:
            starts.setdefault(section.parent, []).append(section.pieces[0].start)
    return starts


def _paragraphs(index: int, section: Section) -> list[Unit]:
    text = section.text.text
    part = Part.ASIDE if section.kind in ASIDES else Part.RUNNING
    units: list[Unit] = []
    start = 0
    while start < len(text):
        end = text.find(_PARAGRAPH, start)
        end = len(text) if end < 0 else end
        mark = _LIST_MARK.match(text, start, end)
        units.append(Unit(index, part, mark.end() if mark else start, end))
        start = end + len(_PARAGRAPH)
    return units


def _raw(sections: Sequence[Section], unit: Unit) -> int:
    return sections[unit.section].text.raw_offset(unit.start) or 0
