"""The strategy map as a tree in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from strategikort.links.evidence import Evidence, EvidenceRoom
from strategikort.links.model import KINDS, Link, NamedThing, StrategyMap
from strategikort.links.sentences import sentences
from strategikort.model import Section
from strategikort.output.evidence import evidence_source
from strategikort.output.links import KIND_WORDS, each_once
from strategikort.output.objects import Documents, Sections
from strategikort.output.screen import Screen, Span, heading_parts

_BRANCH, _LAST, _DOWN, _NONE = "├─ ", "└─ ", "│  ", "   "
_MOST_SENTENCES = 2


def overview_text(
    network: StrategyMap, documents: Documents, sections: Sections, screen: Screen, most: int
) -> str:
    """Return the whole map: documents, their sections, and at most ``most`` links of each."""
    by_source: dict[str, list[Link]] = {}
    for link in network.links:
        by_source.setdefault(link.source, []).append(link)
    lines: list[str] = []
    for document in documents.values():
        held = [
            name
            for name, section in sections.items()
            if section.document == document.id and name in by_source
        ]
        if not held:
            continue
        lines += [""] if lines else []
        lines += screen.document(document)
        for at, name in enumerate(held):
            last = at == len(held) - 1
            stem = _NONE if last else _DOWN
            head = heading_parts(sections[name].label, _ids(name, network))
            lines += screen.painted(head, stem, _LAST if last else _BRANCH)
            lines += _short_links(by_source[name], network, sections, screen, stem, most)
    return "\n".join(lines) + "\n" if lines else ""


def _short_links(
    links: Sequence[Link],
    network: StrategyMap,
    sections: Sections,
    screen: Screen,
    stem: str,
    most: int,
) -> list[str]:
    lines: list[str] = []
    shown = links[:most]
    for at, link in enumerate(shown):
        last = at == len(shown) - 1 and len(links) <= most
        arrow = "→" if link.kind == "henvisning" else "–"
        (label, _), *beside = heading_parts(
            sections[link.target].label, _ids(link.target, network), link.label
        )
        lines += screen.painted(
            [(f"{KIND_WORDS[link.kind]} {arrow} {label}", ()), *beside],
            stem + (_NONE if last else _DOWN),
            stem + (_LAST if last else _BRANCH),
        )
    if len(links) > most:
        lines.append(f"{stem}{_LAST}{screen.dim(f'og {len(links) - most} til')}")
    return lines


def _ids(name: str, network: StrategyMap) -> str:
    """Return the id of a section, and those of the same words in other files."""
    others = "".join(f", [{other}]" for other in network.also.get(name, ()))
    return f"[{name}], også i{others[1:]}" if others else f"[{name}]"


def focus_text(
    network: StrategyMap,
    documents: Documents,
    sections: Sections,
    focus: Sequence[str],
    room: EvidenceRoom,
    screen: Screen,
    most: int | None = None,
) -> str:
    """Return everything that the sections in ``focus`` are linked to, with the evidence.

    ``room`` gives the places of the sentences that are quoted; at most ``most`` links of each
    section are shown, the strongest of each kind first.
    """
    lines: list[str] = []
    for name in focus:
        links = [link for link in network.links if name in (link.source, link.target)]
        if not links:
            continue
        lines += [""] if lines else []
        lines += screen.heading(sections[name].label, _ids(name, network))
        groups = [(kind, [link for link in links if link.kind == kind]) for kind in KINDS]
        left = len(links) if most is None else most
        shown: list[tuple[str, list[Link]]] = []
        for kind, held in groups:
            ranked = sorted(held, key=lambda link: -link.weight)[:left]
            shown += [(kind, ranked)] if ranked else []
            left -= len(ranked)
        more = len(links) - sum(len(ranked) for _, ranked in shown)
        for number, (kind, ranked) in enumerate(shown):
            last = number == len(shown) - 1 and not more
            lines.append(f"{_LAST if last else _BRANCH}{screen.bold(KIND_WORDS[kind])}")
            stem = _NONE if last else _DOWN
            for at, link in enumerate(ranked):
                end = at == len(ranked) - 1
                lines += _whole_link(
                    name, link, network, documents, sections, room, screen, stem, end=end
                )
        lines += [f"{_LAST}{screen.dim(f'og {more} til')}"] if more else []
    return "\n".join(lines) + "\n" if lines else ""


def _whole_link(
    name: str,
    link: Link,
    network: StrategyMap,
    documents: Documents,
    sections: Sections,
    room: EvidenceRoom,
    screen: Screen,
    stem: str,
    *,
    end: bool,
) -> list[str]:
    other = link.target if link.source == name else link.source
    section = sections[other]
    below = stem + (_NONE if end else _DOWN)
    head = heading_parts(section.label, _ids(other, network))
    lines = screen.painted(head, below, stem + (_LAST if end else _BRANCH))
    inner = below + "  "
    if link.kind == "tema":
        words = each_once(
            word.target if link.target == other else word.source for word in link.words
        )
        lines += screen.paragraph(f"Fælles ord: {', '.join(words)}", inner)
    else:
        here = "henviser hertil" if link.source != name and link.kind == "henvisning" else ""
        lines += screen.paragraph(", ".join(filter(None, (link.label, here))), inner)
    if link.note:
        lines += screen.paragraph(f"Bemærk: {link.note}", inner)
    for side in (name, other):
        proof = [item for item in link.evidence if item.section == side]
        if side == name and link.kind == "tema":
            continue
        lines += _proof(documents, sections[side], proof, room, screen, inner)
    return lines


def _proof(
    documents: Documents,
    section: Section,
    proof: Sequence[Evidence],
    room: EvidenceRoom,
    screen: Screen,
    indent: str,
) -> list[str]:
    """Return the sentences that hold the evidence, marked, and their citation."""
    lines: list[str] = []
    for (start, end), marks in _sentences_with(section, proof):
        text = " ".join(section.text.text[start:end].split("\n"))
        lines += screen.paragraph(f"»{text}«", indent, [(a + 1, b + 1) for a, b in marks])
        evidence = [room.of(section, start, end)]
        lines += evidence_source(documents, {section.id: section}, evidence, screen, indent)
    return lines


def _sentences_with(section: Section, proof: Iterable[Evidence]) -> list[tuple[Span, list[Span]]]:
    """Return the sentences with most evidence: their places, and the marks in each."""
    held: dict[tuple[int, int], list[Evidence]] = {}
    spans = list(sentences(section.text.text))
    for item in proof:
        for start, end in spans:
            if start <= item.start < end:
                held.setdefault((start, end), []).append(item)
                break
    ranked = sorted(held.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    found: list[tuple[Span, list[Span]]] = []
    for (start, end), items in sorted(ranked[:_MOST_SENTENCES]):
        marks = [(item.start - start, min(item.end, end) - start) for item in items]
        found.append(((start, end), sorted(marks)))
    return found


def names_text(
    things: Sequence[NamedThing], documents: Documents, sections: Sections, screen: Screen
) -> str:
    """Return what is named, kind by kind, and where: document by document."""
    kinds: dict[str, list[NamedThing]] = {}
    for thing in things:
        kinds.setdefault(thing.name.kind, []).append(thing)
    lines = [screen.dim("Tallene er afsnit, hvor navnet står.")] if things else []
    for kind, held in kinds.items():
        lines += ["", screen.bold(kind)]
        for thing in held:
            places: dict[str, list[str]] = {document: [] for document in documents}
            for place in thing.places:
                places[sections[place.section].document].append(place.section)
            shown = ", ".join(
                f"{document} {len(found)}" for document, found in places.items() if found
            )
            lines += screen.painted(
                [(f"{thing.name.name}  ", ()), *heading_parts("", shown)], "    ", "  "
            )
    return "\n".join(lines) + "\n" if lines else ""
