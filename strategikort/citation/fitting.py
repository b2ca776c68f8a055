"""Whether a quotation stands where its citation says."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from strategikort.citation.archive import Archive
from strategikort.citation.found import Passage, longest
from strategikort.citation.verdict import Cited


def any_fits(archive: Archive, places: Iterable[Passage], cited: Cited) -> bool:
    """Say whether one of some places lies where a citation says."""
    return any(fits(archive, place, cited) for place in places)


def fits(archive: Archive, place: Passage, cited: Cited) -> bool:
    """Say whether a place lies where a citation says: in one of its sections, lines and pages."""
    return any(_fits(archive, place, one) for one in (cited, *cited.others))


def only_by_page(archive: Archive, place: Passage, cited: Cited) -> bool:
    """Say whether but a page says that a place lies where it is cited, and its own is unknown."""
    ways = [one for one in (cited, *cited.others) if _fits(archive, place, one)]
    return bool(ways) and not place.pages and all(one.pages for one in ways)


def _fits(archive: Archive, place: Passage, cited: Cited) -> bool:
    # Where it begins, or where most of it stands, is right as well as all that it runs over.
    if not any(
        not cited.ids.isdisjoint(archive.above(section))
        for section in (place.parts[0].section, longest(place.parts).section, place.section)
    ):
        return False
    if cited.lines and not _overlap(place.lines, cited.lines):
        return False
    if not place.pages:
        return not cited.paged and _may_be_on(archive, place, cited.pages)
    return not cited.pages or not set(cited.pages).isdisjoint(place.pages)


def _may_be_on(archive: Archive, place: Passage, pages: Collection[str]) -> bool:
    """Say whether a place whose pages are not known may be on one of some."""
    around = archive.pages_around(place.section) if pages else None
    if around is None:
        return True
    first, last = map(int, around)
    return any(not page.isdecimal() or first <= int(page) <= last for page in pages)


def _overlap(one: Collection[tuple[int, int]], other: Collection[tuple[int, int]]) -> bool:
    return any(a <= d and c <= b for a, b in one for c, d in other)
