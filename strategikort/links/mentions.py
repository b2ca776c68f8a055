"""Who and what every section names."""

from __future__ import annotations

from collections.abc import Iterable

from strategikort.language.fold import fold
from strategikort.links.meaning import Meaning, SectionNames
from strategikort.links.names import Mention, Names
from strategikort.model import Document, Section


def names_in(
    sections: Iterable[Section], documents: Iterable[Document], names: Names
) -> dict[str, SectionNames]:
    """Return by id what sections name, given all those of each of their documents.

    What a short form means is told by the other names of its document, and by the year of that.
    """
    years = years_of(documents)
    of_document: dict[str, list[Section]] = {}
    for section in sections:
        of_document.setdefault(section.document, []).append(section)
    found: dict[str, SectionNames] = {}
    for document, held in of_document.items():
        inside = {section.id: _names_of(section, names) for section in held}
        meant = Meaning(names, held, inside, years.get(document))
        found |= {section.id: meant.of(section) for section in held}
    return found


def years_of(documents: Iterable[Document]) -> dict[str, int]:
    """Return by id the years of the documents whose date is known."""
    return {item.id: int(item.date[:4]) for item in documents if item.date[:4].isdigit()}


def _names_of(section: Section, names: Names) -> SectionNames:
    """Return the names whose forms a section's text and heading hold."""
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
