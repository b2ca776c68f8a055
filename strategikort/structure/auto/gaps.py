"""Gaps in a document's own numbering, a sign that something was not recognised."""

from __future__ import annotations

from collections.abc import Sequence

from strategikort.language.numbers.numerals import numbers_named
from strategikort.model import Section

_THROUGH = frozenset({"konklusion", "punkt", "præmis", "kapitel", "artikel", "paragraf", "fodnote"})
"""Kinds that are counted through the whole document."""


def numbering_gaps(sections: Sequence[Section]) -> tuple[str, ...]:
    """Return the numbers that are missing between those found: ``2.3`` between 2.2 and 2.4.

    Numbers that were only counted have no gaps.  Each kind, and each parent, counts for itself
    unless it goes on where the one before it ended.
    """
    series: dict[tuple[str, str | None, str], list[int]] = {}
    begins: dict[tuple[str, str | None, str], int] = {}
    latest: dict[tuple[str, str], int] = {}
    for section in sections:
        if section.number is None or section.number.startswith("0"):
            continue  # ``06.11.01`` is the code of an account, of which nobody counts all
        # The first subsection of a section of a law has no number in print.
        if "number" in section.derived and section.kind != "stykke":
            continue
        head, _, last = section.number.rpartition(".")
        if section.kind == "side":
            continue
        for number in numbers_named(last):
            through = head or section.kind in _THROUGH
            parent = None if through else section.parent
            kind = "" if section.kind in ("kapitel", "afsnit") else section.kind
            place = (kind, parent, head)
            goes_on = latest.get((kind, head)) == number - 1
            begins.setdefault(place, number if goes_on else 1)
            series.setdefault(place, []).append(number)
            latest[kind, head] = number
    missing: list[str] = []
    for place, found in series.items():
        kind, _, head = place
        if len(found) < 2:
            continue
        for number in range(begins[place], max(found)):
            if number not in found and max(found) - len(found) < max(5, len(found)):
                label = f"{head}.{number}" if head else str(number)
                missing.append(f"{kind} {label}".strip())
    return tuple(missing)
