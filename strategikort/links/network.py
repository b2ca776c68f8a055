"""The strategy map of a collection: every link, and everything that is named.

What it is made of is kept with the collection: the first map of the five built-in documents takes
some tenths of a second.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence, Set
from functools import cached_property, partial
from itertools import islice, zip_longest

from strategikort.collector import without_collector
from strategikort.library import Collection
from strategikort.links.evidence import EvidenceRoom
from strategikort.links.features import theme_rules
from strategikort.links.meaning import SectionNames
from strategikort.links.mentions import names_in
from strategikort.links.model import KINDS, Link, NamedThing, StrategyMap
from strategikort.links.names import known_names
from strategikort.links.once import SectionsOnce, sections_once, text_of_documents
from strategikort.links.references import ReferenceFinder
from strategikort.links.themes import Bags
from strategikort.model import Section

MOST_FOCUSED = 400
"""Sections of a collection for which themes are looked for, at most."""


class Material:
    """What links are made of: sections by id in reading order, and what each of them names.

    ``once`` are the sections, and which of them are left out.
    """

    def __init__(self, collection: Collection, once: SectionsOnce) -> None:
        self.sections, self.repeating = once
        self.same = collection.same_texts([item.id for item in collection.documents])
        self.inside = names_in(self.sections.values(), collection.documents, known_names())
        self.room = EvidenceRoom(collection)
        self._collection = collection
        self._proven: dict[str, list[Link]] = {}

    @classmethod
    def of(cls, collection: Collection, once: SectionsOnce) -> Material:
        """Return what is made of these sections, which is kept as long as nothing is written."""
        kept: Material | None = collection.kept.get("map")
        if kept is None or kept.repeating != once.repeating:
            kept = collection.kept["map"] = cls(collection, once)
        return kept

    @cached_property
    def bags(self) -> Bags:
        """The bags of words of the sections."""
        return Bags(self.sections.values(), self._collection.words())

    def proven(self, kinds: Iterable[str]) -> list[Link]:
        """Return the links of these kinds that words prove; of themes there are none."""
        missing = [kind for kind in kinds if kind not in self._proven]
        if missing:
            texts = text_of_documents(self.sections.values(), self.same)
            finder = ReferenceFinder(
                self._collection.documents,
                self.sections,
                self.inside,
                known_names(),
                self.room,
                texts,
            )
            self._proven |= {kind: [] for kind in missing}
            for link in finder.find(missing):
                self._proven[link.kind].append(link)
        return [link for kind in kinds for link in self._proven[kind]]


@without_collector()
def build_map(
    collection: Collection,
    *,
    kinds: Sequence[str] = KINDS,
    focus: Sequence[str] = (),
    documents: Sequence[str] = (),
) -> StrategyMap:
    """Return the links of these ``kinds``.

    Themes are looked for from pejlemærker and priorities, from the sections in ``focus`` (ids), and
    without any in ``focus`` also from every section of documents that have neither, to others.
    With ``focus`` only links that touch one of them are returned, with ``documents`` (ids) those
    that have an end there, and what is named there.  What several files of one text say stands on
    the map once, as a section of one of ``documents``, of those in ``focus``, or of a file with
    pages, if there is one.
    """
    chosen = frozenset(documents)
    first = {*chosen, *(name.partition("/")[0] for name in focus)}
    with collection.snapshot():
        material = Material.of(collection, sections_once(collection, first))
        sections, repeating = material.sections, material.repeating
        focus = list(dict.fromkeys(repeating.get(name, name) for name in focus))
        themed = _themed(sections, focus)
        across = () if focus else _plain(sections, len(themed))
        links = _links(material, kinds, themed, across, touching=frozenset(focus))
        things = named_things(sections, material.inside, material.room)
    if chosen:
        held = {name for name, section in sections.items() if section.document in chosen}
        links = [link for link in links if link.source in held or link.target in held]
        things = named_in(things, held)
    also: dict[str, tuple[str, ...]] = {}
    for name, standing in repeating.items():
        also[standing] = (*also.get(standing, ()), name)
    return StrategyMap(tuple(links), things, tuple(focus), repeating, also)


@without_collector()
def links_between(material: Material, ids: Sequence[str]) -> tuple[Link, ...]:
    """Return the links of some sections with each other; none of ``material`` is left out."""
    chosen = frozenset(ids)
    themed = [name for name in _themed(material.sections, ids) if name in chosen]
    links = _links(material, KINDS, themed)
    return tuple(link for link in links if link.source in chosen and link.target in chosen)


def _themed(sections: Mapping[str, Section], focus: Iterable[str]) -> list[str]:
    """Return the sections for which themes are looked for: pejlemærker, priorities, ``focus``."""
    kinds = theme_rules().focus
    wanted = [name for name, section in sections.items() if section.kind in kinds][:MOST_FOCUSED]
    return list(dict.fromkeys((*wanted, *(name for name in focus if name in sections))))


def _plain(sections: Mapping[str, Section], taken: int) -> list[str]:
    """Return the sections of documents without pejlemærker and priorities, from each in turn.

    With the ``taken`` ones that themes are looked for from they are MOST_FOCUSED at most.
    """
    kinds = theme_rules().focus
    leading = {section.document for section in sections.values() if section.kind in kinds}
    held: dict[str, list[str]] = {}
    for name, section in sections.items():
        if section.document not in leading and section.text.text:
            held.setdefault(section.document, []).append(name)
    turns = (name for turn in zip_longest(*held.values()) for name in turn if name)
    return list(islice(turns, max(0, MOST_FOCUSED - taken)))


def _links(
    material: Material,
    kinds: Sequence[str],
    themed: Sequence[str],
    across: Iterable[str] = (),
    touching: Set[str] = frozenset(),
) -> list[Link]:
    """Return the links of some kinds in order, strongest kind first.

    Themes are those of ``themed`` (ids), and those that ``across`` have with other documents.
    If any are given, one end is one of ``touching`` (ids).
    """
    links = [
        link
        for link in material.proven(kinds)
        if not touching or link.source in touching or link.target in touching
    ]
    if "tema" in kinds:
        themes = theme_links(material, themed, touching=touching)
        known = {frozenset((link.source, link.target)) for link in themes}
        links += themes
        links += [
            link
            for link in theme_links(material, across, across=True)
            if frozenset((link.source, link.target)) not in known
        ]
    order = {name: at for at, name in enumerate(material.sections)}
    links.sort(
        key=lambda link: (
            KINDS.index(link.kind),
            order[link.source],
            -link.weight,
            order[link.target],
            link.label,
        )
    )
    return links


def named_things(
    sections: Mapping[str, Section], inside: Mapping[str, SectionNames], room: EvidenceRoom
) -> tuple[NamedThing, ...]:
    """Return what is named, the most widely named first; one place for each section."""
    places: dict[str, list[tuple[str, int, int]]] = {}
    for section, found in inside.items():
        for name, mentions in found.mentions.items():
            first = min(mentions, key=lambda mention: (mention.adjective, mention.start))
            places.setdefault(name, []).append((section, first.start, first.end))
    names = known_names().by_id
    things = [
        NamedThing(
            names[name],
            tuple(room.of(sections[section], start, end) for section, start, end in found),
        )
        for name, found in places.items()
    ]
    return tuple(sorted(things, key=lambda thing: (-len(thing.places), thing.name.id)))


def named_in(things: Iterable[NamedThing], sections: Container[str]) -> tuple[NamedThing, ...]:
    """Return what is named in these sections (ids), with the places in them alone."""
    kept = (
        thing._replace(places=tuple(place for place in thing.places if place.section in sections))
        for thing in things
    )
    return tuple(thing for thing in kept if thing.places)


def theme_links(
    material: Material,
    themed: Iterable[str],
    *,
    across: bool = False,
    touching: Set[str] = frozenset(),
) -> list[Link]:
    """Return the shared themes of ``themed`` (ids), each pair once.

    With ``across`` they are the few that come first in other documents; one end is one of
    ``touching`` (ids), if any.
    """
    sections, bags, room = material.sections, material.bags, material.room
    most = bags.rules.most_across if across else bags.rules.most
    found: dict[tuple[str, str], Link] = {}
    for name in themed:
        section = sections[name]
        allowed = partial(
            _may_share, section, material.same.get(section.document, frozenset()), across=across
        )
        wanted = frozenset() if name in touching else touching
        for theme in bags.themes(section, allowed, most, wanted, across=across):
            pair = (name, theme.section)
            if pair[::-1] in found:
                continue
            forms = [word.target[0] for word in theme.words if word.target]
            label = ", ".join(list(dict.fromkeys(forms))[:4])
            proof = tuple(
                room.of(sections[end], *span)
                for end in pair
                for span in bags.telling(sections[end], theme.words)
            )
            found[pair] = Link("tema", *pair, label, theme.score, proof, theme.words)
    return list(found.values())


def _may_share(focus: Section, same: Set[str], other: Section, *, across: bool = False) -> bool:
    """Say whether another section may share a theme with ``focus``.

    What lies inside it or holds it may not, nor a heading without text, nor its equals in a list
    of one-liners, which share their wording more than their subject.  Nor is it a theme that a
    section is itself in another file of the same text, one of ``same``.  With ``across`` only
    sections of other documents may.
    """
    return (
        bool(other.text.text)
        and not (across and other.document in (focus.document, *same))
        and not other.id.startswith(f"{focus.id}/")
        and not focus.id.startswith(f"{other.id}/")
        and other.id not in (focus.id, focus.parent)
        and not (other.kind == focus.kind == "pejlemærke")
        and not (other.document in same and other.label == focus.label)
    )
