"""Who and what every section names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from strategikort.language.fold import fold
from strategikort.links.names import Mention, Names
from strategikort.model import Section


class SectionNames(NamedTuple):
    """The names of one section: mentions in its text by name, and what it is about.

    A section is about what its heading names or what its fields give as its country.
    """

    mentions: Mapping[str, tuple[Mention, ...]]
    about: frozenset[str]


def names_of(section: Section, names: Names) -> SectionNames:
    """Return the names that a section's text and heading hold."""
    found: dict[str, list[Mention]] = {}
    for mention in names.find(section.text.text):
        found.setdefault(mention.name, []).append(mention)
    about = set()
    if "title" not in section.derived:
        about = {item.name for item in names.find(section.title) if not item.adjective}
    country = section.fields.get("country")
    if isinstance(country, str):
        about |= {
            item.name
            for item in names.find(country)
            if fold(country).startswith(fold(item.name[:3]))
        }
    return SectionNames({name: tuple(items) for name, items in found.items()}, frozenset(about))


def carriers(sections: Iterable[tuple[str, SectionNames]]) -> dict[str, list[str]]:
    """Return for each name the ids of the sections whose text names it, in reading order.

    A name that stands in a section only as an adjective does not count.
    """
    found: dict[str, list[str]] = {}
    for section, inside in sections:
        for name, mentions in inside.mentions.items():
            if any(not mention.adjective for mention in mentions):
                found.setdefault(name, []).append(section)
    return found
