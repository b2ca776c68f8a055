"""Comparing two editions of a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from strategikort.citation.wording import shaped
from strategikort.editions.keys import is_number_alone
from strategikort.editions.match import Matcher
from strategikort.editions.model import Altered, Comparison, Pair, Status
from strategikort.editions.moves import moved_between
from strategikort.editions.words import LONG, Change, changes, nearest_stretch
from strategikort.model import Document, Place, Section

_NUMBER = re.compile(r"\s*\d+(?:\.\d+)*[.)]\s+")


class Edition(NamedTuple):
    """A document, its sections, and what tells where the clean characters of one stand."""

    document: Document
    sections: Sequence[Section]
    place_of: Callable[[Section, int, int], Place]


def compare_editions(old: Edition, new: Edition) -> Comparison:
    """Return what has become of the sections of ``old`` in ``new``."""
    matcher = Matcher(old.sections, new.sections)
    moved = matcher.moved()
    partner = {there: here for here, there in matcher.pairs.items()}

    pairs: list[Pair] = []
    told = 0
    for there, after in enumerate(new.sections):
        here = partner.get(there)
        if here is None:
            source = matcher.split.get(there)
            came_from = None if source is None else old.sections[source]
            share = 0.0 if source is None else matcher.likeness(source, there)
            altered = () if came_from is None else _altered(old, came_from, new, after)
            status: Status = "new" if came_from is None else "split"
            pairs.append(Pair(status, came_from, after, share, altered))
            continue
        if here not in moved:
            pairs += _gone(matcher, old, new, told, here)
            told = max(told, here + 1)
        before = old.sections[here]
        altered = _altered(old, before, new, after, whole=True)
        status = _status(before, after, here in moved, bool(altered))
        pairs.append(Pair(status, before, after, matcher.likeness(here, there), altered))
    pairs += _gone(matcher, old, new, told, len(old.sections))
    return Comparison(old.document, new.document, tuple(pairs), moved_between(pairs))


def _altered(
    old: Edition, before: Section, new: Edition, after: Section, *, whole: bool = False
) -> tuple[Altered, ...]:
    """Return the changes of words; but for ``whole`` those of the shorter text in the other."""
    ours, theirs = before.text.text, after.text.text
    if not whole and min(len(ours), len(theirs)) > LONG:
        return ()
    here, there = (0, len(ours)), (0, len(theirs))
    if not whole and len(ours) <= len(theirs):
        there = nearest_stretch(ours, theirs) or (0, 0)
    elif not whole:
        here = nearest_stretch(theirs, ours) or (0, 0)
    found = []
    for item in changes(ours[slice(*here)], theirs[slice(*there)]):
        change = Change(
            item.old_start + here[0],
            item.old_end + here[0],
            item.new_start + there[0],
            item.new_end + there[0],
        )
        places = (
            old.place_of(before, change.old_start, change.old_end),
            new.place_of(after, change.new_start, change.new_end),
        )
        found.append(Altered(change, *places))
    return tuple(found)


def _status(before: Section, after: Section, moved: bool, altered: bool) -> Status:
    derived = before.derived | after.derived
    if moved:
        return "moved"
    named = not (is_number_alone(before.title) and is_number_alone(after.title))
    renamed = _name(before.title) != _name(after.title)
    if altered or (named and renamed and "title" not in derived):
        return "changed"
    same = (before.number, shaped(before.label)) == (after.number, shaped(after.label))
    return "same" if same or (named and before.number == after.number) else "renumbered"


def _name(title: str) -> str:
    """Return a title without the number that may stand before it."""
    return shaped(_NUMBER.sub("", title))


def _gone(matcher: Matcher, old: Edition, new: Edition, first: int, end: int) -> list[Pair]:
    """Return the old sections from ``first`` to ``end`` that are not in the new edition."""
    found: list[Pair] = []
    for here in range(first, end):
        if here in matcher.pairs:
            continue
        into = matcher.merged.get(here)
        if into is None:
            found.append(Pair("gone", matcher.old[here], None, 0.0))
        else:
            before, after = matcher.old[here], matcher.new[into]
            altered = _altered(old, before, new, after)
            found.append(Pair("merged", before, after, matcher.likeness(here, into), altered))
    return found
