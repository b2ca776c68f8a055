"""Passages that only lead to a list: one hit with the items of that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from strategikort.index.ranking.hits import WHOLE_SECTION
from strategikort.model import Hit, Place, Section
from strategikort.text.aligned import SourceRange

_ENDS = (".", "!", "?", "…")
_CLOSING = "»«”“’'\")]"


def leads_to_list(hit: Hit) -> bool:
    """Tell whether a passage may be what begins the sentences of a list: the last of its section.

    That is »Danmark skal« or »formålet er at:«, without which the items say nothing.
    """
    section = hit.section
    own = section.text.text[hit.start : hit.end].rstrip().rstrip(_CLOSING)
    return (
        bool(own and section.children)
        and not hit.items
        and hit.end == len(section.text)
        and not own.endswith(_ENDS)
    )


def items_below(section: Section, below: Iterable[Section]) -> tuple[Section, ...]:
    """Return the items of the list under a section, and those under them, of all ``below`` it."""
    within = {section.id}
    items: list[Section] = []
    for one in below:
        if one.is_item and one.parent in within:
            within.add(one.id)
            items.append(one)
    return tuple(items)


def with_items(
    hits: Sequence[Hit],
    items_of: Callable[[Section], tuple[Section, ...]],
    place_of: Callable[[Section, Sequence[SourceRange]], Place],
) -> list[Hit]:
    """Return hits of which those that lead to a list have its items, if that is not too long.

    What stands behind it only because it is on that list (the eight guideposts, asked for
    »pejlemærker«) is no hit besides.  Where an item stands before it, that is what is asked for.
    ``items_of`` gives the items under a section, ``place_of`` the place of raw ranges of its file.
    """
    found: list[Hit] = []
    seen: set[str] = set()
    list_of: dict[str, int] = {}
    for hit in hits:
        listed = list_of.get(hit.section.id)
        if listed is not None and not hit.matches:
            continue
        if listed is not None:
            found[listed] = _with_highlights(found[listed], hit)
        items = items_of(hit.section) if leads_to_list(hit) else ()
        if items and seen.isdisjoint(item.id for item in items):
            hit = _with_list(hit, items, place_of)
            list_of.update((item.id, len(found)) for item in hit.items)
        seen.add(hit.section.id)
        found.append(hit)
    return found


def _with_list(
    hit: Hit,
    items: tuple[Section, ...],
    place_of: Callable[[Section, Sequence[SourceRange]], Place],
) -> Hit:
    carrying = hit._replace(items=items)
    if len(carrying.text) > WHOLE_SECTION:
        return hit
    ranges = [*hit.place.chars, *(part for one in items for part in (*one.heading, *one.pieces))]
    return carrying._replace(place=place_of(hit.section, ranges))


def _with_highlights(listing: Hit, item: Hit) -> Hit:
    """Return a list with the words marked that an item of it was found by."""
    starts = dict(zip((one.id for one in listing.items), listing.items_at, strict=True))
    at = starts[item.section.id] + item.start
    marked = [SourceRange(start + at, end + at) for start, end in item.highlights]
    return listing._replace(highlights=tuple(sorted({*listing.highlights, *marked})))
