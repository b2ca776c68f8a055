"""Comparing two editions of a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from strategikort.citation.wording import shaped
from strategikort.editions.match import Matcher, is_number_alone
from strategikort.editions.model import Altered, Comparison, Pair, Status
from strategikort.editions.words import changes
from strategikort.model import Document, Place, Section

PlaceOf = Callable[[Section, int, int], Place]
"""Where the clean characters of a section stand in its source."""


def compare_editions(
    old: Document,
    old_sections: Sequence[Section],
    old_place: PlaceOf,
    new: Document,
    new_sections: Sequence[Section],
    new_place: PlaceOf,
) -> Comparison:
    """Return what has become of the sections of ``old`` in ``new``."""
    matcher = Matcher(old_sections, new_sections)
    moved = matcher.moved()
    partner = {there: here for here, there in matcher.pairs.items()}

    def altered(before: Section, after: Section) -> tuple[Altered, ...]:
        return tuple(
            Altered(
                change,
                old_place(before, change.old_start, change.old_end),
                new_place(after, change.new_start, change.new_end),
            )
            for change in changes(before.text.text, after.text.text)
        )

    def pair(here: int, there: int) -> Pair:
        before, after = old_sections[here], new_sections[there]
        found = altered(before, after)
        likeness = matcher.likeness(here, there)
        return Pair(
            _status(before, after, here in moved, bool(found)), before, after, likeness, found
        )

    pairs: list[Pair] = []
    told = 0
    for there, after in enumerate(new_sections):
        here = partner.get(there)
        if here is None:
            source = matcher.split.get(there)
            came_from = None if source is None else old_sections[source]
            share = 0.0 if source is None else matcher.likeness(source, there)
            pairs.append(Pair("new" if source is None else "split", came_from, after, share))
            continue
        if here not in moved:
            pairs += _gone(matcher, told, here)
            told = max(told, here + 1)
        pairs.append(pair(here, there))
    pairs += _gone(matcher, told, len(old_sections))
    return Comparison(old, new, tuple(pairs))


def _status(before: Section, after: Section, moved: bool, altered: bool) -> Status:
    derived = before.derived | after.derived
    if moved:
        return "moved"
    named = not (is_number_alone(before.title) and is_number_alone(after.title))
    renamed = shaped(before.title) != shaped(after.title)
    if altered or (named and renamed and "title" not in derived):
        return "changed"
    same = (before.number, shaped(before.label)) == (after.number, shaped(after.label))
    return "same" if same or (named and before.number == after.number) else "renumbered"


def _gone(matcher: Matcher, first: int, end: int) -> list[Pair]:
    """Return the old sections from ``first`` to ``end`` that are not in the new edition."""
    found: list[Pair] = []
    for here in range(first, end):
        if here in matcher.pairs:
            continue
        into = matcher.merged.get(here)
        if into is None:
            found.append(Pair("gone", matcher.old[here], None, 0.0))
        else:
            share = matcher.likeness(here, into)
            found.append(Pair("merged", matcher.old[here], matcher.new[into], share))
    return found
