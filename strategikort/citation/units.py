"""The units that the stream of an archive is made of: paragraphs and headings, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from strategikort.model import Section

ASIDES = frozenset(
    {"citat", "faktaboks", "figur", "tabel", "fodnote", "kilde", "kolofon", "titelblad"}
)
"""Kinds of sections that stand beside the running text and may interrupt it."""

_PARAGRAPH = "\n\n"


class Part(IntEnum):
    """What a unit is; text may run on over every part that is higher than its own."""

    RUNNING = 0
    ASIDE = 1
    HEADING = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph of a section's text, ``[start, end)`` of it, or its heading (its title)."""

    section: int
    part: Part
    start: int
    end: int


def split_units(sections: Sequence[Section]) -> Iterator[tuple[Unit, str]]:
    """Yield the units in reading order, each with its text.

    What a section says after its list items comes after them, though it is one text with what it
    says before.
    """
    items = _last_items(sections)
    waiting: list[tuple[str, list[Unit]]] = []
    for index, section in enumerate(sections):
        while waiting and not section.id.startswith(waiting[-1][0] + "/"):
            yield from _with_text(sections, waiting.pop()[1])
        if section.heading and "title" not in section.derived:
            yield Unit(index, Part.HEADING, 0, len(section.title)), section.title
        units = _paragraphs(index, section)
        if section.id in items:
            behind = [unit for unit in units if _raw(section, unit.start) > items[section.id]]
            if behind:
                units = units[: len(units) - len(behind)]
                waiting.append((section.id, behind))
        yield from _with_text(sections, units)
    while waiting:
        yield from _with_text(sections, waiting.pop()[1])


def _with_text(sections: Sequence[Section], units: Iterable[Unit]) -> Iterator[tuple[Unit, str]]:
    for unit in units:
        yield unit, sections[unit.section].text.text[unit.start : unit.end]


def _last_items(sections: Sequence[Section]) -> dict[str, int]:
    """Return for each section with list items the raw offset at which the last one begins."""
    last: dict[str, int] = {}
    for section in sections:
        if section.parent and section.pieces and section.heading and "title" in section.derived:
            last[section.parent] = max(last.get(section.parent, 0), section.pieces[-1].start)
    return last


def _paragraphs(index: int, section: Section) -> list[Unit]:
    text = section.text.text
    part = Part.ASIDE if section.kind in ASIDES else Part.RUNNING
    units: list[Unit] = []
    start = 0
    while start < len(text):
        end = text.find(_PARAGRAPH, start)
        end = len(text) if end < 0 else end
        units.append(Unit(index, part, start, end))
        start = end + len(_PARAGRAPH)
    return units


def _raw(section: Section, clean: int) -> int:
    return section.text.raw_offset(clean) or 0
