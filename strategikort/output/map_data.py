"""The strategy map as JSON objects: what every other form of it is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from strategikort.citation.short import short_citation
from strategikort.links.factrules import Disagreement
from strategikort.links.model import NamedThing, StrategyMap
from strategikort.model import Document, Section
from strategikort.output.compare import disagreement_object
from strategikort.output.evidence import evidence_object
from strategikort.output.links import link_object
from strategikort.output.objects import Documents, Object, Sections, document_reference


def map_object(
    network: StrategyMap,
    disagreements: Iterable[Disagreement],
    documents: Documents,
    sections: Sections,
) -> Object:
    """Return the map after its schema, without the version.

    Of one with a focus only the sections that are linked to that are listed.
    """
    shown = touched(network, sections)
    focus = list(network.focus)
    return {
        "focus": focus,
        "documents": [document_reference(document) for document in documents.values()],
        "sections": [
            map_section(documents[sections[name].document], sections[name], network)
            for name in shown
        ],
        "links": [link_object(link, documents, sections) for link in network.links],
        "names": [
            name_object(thing, documents, sections, shown if focus else None)
            for thing in network.names
            if not focus or any(place.section in shown for place in thing.places)
        ],
        "disagreements": [
            disagreement_object(item, documents, sections)
            for item in disagreements
            if not focus
            or any(network.standing(s.evidence.section) in shown for s in item.statements)
        ],
    }


def touched(network: StrategyMap, sections: Sections) -> dict[str, None]:
    """Return the ids of the sections to show, in reading order: all, or those near the focus."""
    if not network.focus:
        return {name: None for name in sections if name not in network.repeating}
    wanted = set(network.focus)
    for link in network.links:
        wanted |= {link.source, link.target}
    for name in list(wanted):
        parent = sections[name].parent
        while parent and parent in sections:
            parent = network.standing(parent)
            wanted.add(parent)
            parent = sections[parent].parent
    return {name: None for name in sections if name in wanted}


def map_section(document: Document, section: Section, network: StrategyMap) -> Object:
    """Return a section as a node of the map, with the sections that it stands for, if any."""
    also = network.also.get(section.id, ())
    return {
        "id": section.id,
        "document": section.document,
        "kind": section.kind,
        "number": section.number,
        "label": section.label,
        "parent": section.parent and network.standing(section.parent),
        "citation": short_citation(document, section),
        **({"also": list(also)} if also else {}),
    }


def name_object(
    thing: NamedThing,
    documents: Documents,
    sections: Sections,
    shown: Mapping[str, None] | None = None,
) -> Object:
    """Return a name and the places where it stands."""
    return {
        "id": thing.name.id,
        "name": thing.name.name,
        "kind": thing.name.kind,
        "places": [
            evidence_object(documents, sections, place)
            for place in thing.places
            if shown is None or place.section in shown
        ],
    }
