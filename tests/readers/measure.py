"""How well a made document was read, in the figures that the tests and the benchmark give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from strategikort.model import Section
from strategikort.readers import ReadFile
from strategikort.structure.auto import sections_of
from tests.readers.made import Part

BESIDE = frozenset({"fodnote", "faktaboks", "citat", "tabel", "figur", "kilde"})


@dataclass(frozen=True)
class Figures:
    """Shares from 0 to 1 and counts; ``order`` is that of the words of the running text."""

    order: float
    words: int
    headings: float
    pages: float
    notes: float
    marks: int
    boxes: float
    paragraphs: float


def running_words(sections: Sequence[Section]) -> list[str]:
    """Return the words of headings and running text in reading order."""
    words: list[str] = []
    for section in sections:
        if section.kind in BESIDE:
            continue
        if section.heading and "title" not in section.derived:
            words += section.label.split()
        words += section.text.text.split()
    return words


def measure(
    parts: Sequence[Part], read: ReadFile, pages: Mapping[str, int] | None = None
) -> Figures:
    """Compare what was set with what was read; ``pages`` are those of the headings by number."""
    sections = sections_of(read, "prøve")
    wanted = [word for part in parts if part.kind != "box" for word in part.text.split()]
    headings = [part for part in parts if part.kind == "heading"]
    by_number = {s.number: s for s in sections if s.kind in ("kapitel", "afsnit") and s.number}
    right = on_page = 0
    for part in headings:
        number, title = part.text.split(" ", 1)
        page = pages[number] if pages else part.page + 1
        found = by_number.get(number)
        right += found is not None and found.title == title
        on_page += found is not None and found.pages[:1] == (str(page),)
    paragraphs = {text for s in sections for text in s.text.text.split("\n\n")}
    return Figures(
        Indel.normalized_similarity(wanted, running_words(sections)),
        len(wanted),
        right / max(len(headings), 1),
        on_page / max(len(headings), 1),
        _share([p.note for p in parts if p.note], sections, "fodnote"),
        sum(len(section.footnotes) for section in sections),
        _share([p.text for p in parts if p.kind == "box"], sections, "faktaboks"),
        _part([p.text for p in parts if p.kind in ("paragraph", "item")], paragraphs),
    )


def _share(wanted: Sequence[str], sections: Sequence[Section], kind: str) -> float:
    return _part(wanted, {section.text.text for section in sections if section.kind == kind})


def _part(wanted: Sequence[str], found: set[str]) -> float:
    return sum(text in found for text in wanted) / len(wanted) if wanted else 1.0
