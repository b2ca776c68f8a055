"""The strategy map as a tree in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from strategikort.language.sentences import sentences
from strategikort.links.evidence import Evidence, EvidenceRoom
from strategikort.links.model import KINDS, Link, NamedThing, StrategyMap
from strategikort.model import Section
from strategikort.output.evidence import evidence_source
from strategikort.output.links import KIND_WORDS, words_of_theme
from strategikort.output.objects import Documents, Sections
from strategikort.output.screen import Screen, Span, heading_parts

_BRANCH, _LAST, _DOWN, _NONE = "├─ ", "└─ ", "│  ", "   "
_MOST_SENTENCES = 2


class MapText(NamedTuple):
    """A map, the documents and sections it is of, and what its text is written on."""

    network: StrategyMap
    documents: Documents
    sections: Sections
    screen: Screen

    def overview(self, most: int) -> str:
        """Return the whole map: documents, their sections, and at most ``most`` links of each."""
        by_source: dict[str, list[Link]] = {}
        for link in self.network.links:
            by_source.setdefault(link.source, []).append(link)
        lines: list[str] = []
        for document in self.documents.values():
            held = [
                name
                for name, section in self.sections.items()
                if section.document == document.id and name in by_source
            ]
            if not held:
                continue
            lines += [""] if lines else []
            lines += self.screen.document(document)
            for name in held:
                last = name == held[-1]
                stem = _NONE if last else _DOWN
                head = heading_parts(self.sections[name].label, self._ids(name))
                lines += self.screen.painted(head, stem, _LAST if last else _BRANCH)
                lines += self._short_links(by_source[name], stem, most)
        return _text(lines)

    def _short_links(self, links: Sequence[Link], stem: str, most: int) -> list[str]:
        lines: list[str] = []
        for number, link in enumerate(links[:most], start=1):
            last = number == len(links)
            arrow = "→" if link.kind == "henvisning" else "–"
            (label, _), *beside = heading_parts(
                self.sections[link.target].label, self._ids(link.target), link.label
            )
            lines += self.screen.painted(
                [(f"{KIND_WORDS[link.kind]} {arrow} {label}", ()), *beside],
                stem + (_NONE if last else _DOWN),
                stem + (_LAST if last else _BRANCH),
            )
        if len(links) > most:
            lines.append(f"{stem}{_LAST}{self.screen.dim(f'og {len(links) - most} til')}")
        return lines

    def _ids(self, name: str) -> str:
        """Return the id of a section, and those of the same words in other files."""
        others = "".join(f", [{other}]" for other in self.network.also.get(name, ()))
        return f"[{name}], også i{others[1:]}" if others else f"[{name}]"

    def focus(self, room: EvidenceRoom, most: int | None = None) -> str:
        """Return everything that the sections in focus are linked to, with the evidence.

        ``room`` gives the places of the sentences that are quoted; at most ``most`` links of each
        section are shown, the strongest of each kind first.
        """
        lines: list[str] = []
        for name in self.network.focus:
            links = [link for link in self.network.links if name in (link.source, link.target)]
            if not links:
                continue
            lines += [""] if lines else []
            lines += self.screen.heading(self.sections[name].label, self._ids(name))
            left = len(links) if most is None else most
            shown: dict[str, list[Link]] = {}
            for kind in KINDS:
                held = [link for link in links if link.kind == kind]
                ranked = sorted(held, key=lambda link: -link.weight)[:left]
                if ranked:
                    shown[kind] = ranked
                left -= len(ranked)
            more = len(links) - sum(map(len, shown.values()))
            for kind, ranked in shown.items():
                last = kind == [*shown][-1] and not more
                lines.append(f"{_LAST if last else _BRANCH}{self.screen.bold(KIND_WORDS[kind])}")
                stem = _NONE if last else _DOWN
                for link in ranked:
                    lines += self._whole_link(name, link, room, stem, end=link is ranked[-1])
            lines += [f"{_LAST}{self.screen.dim(f'og {more} til')}"] if more else []
        return _text(lines)

    def _whole_link(
        self, name: str, link: Link, room: EvidenceRoom, stem: str, *, end: bool
    ) -> list[str]:
        screen = self.screen
        other = link.target if link.source == name else link.source
        below = stem + (_NONE if end else _DOWN)
        head = heading_parts(self.sections[other].label, self._ids(other))
        lines = screen.painted(head, below, stem + (_LAST if end else _BRANCH))
        inner = below + "  "
        if link.kind == "tema":
            words = words_of_theme(link.words, "target" if link.target == other else "source")
            lines += screen.paragraph(f"Ord, der viser det: {', '.join(words)}", inner)
        else:
            here = "henviser hertil" if link.source != name and link.kind == "henvisning" else ""
            lines += screen.paragraph(", ".join(filter(None, (link.label, here))), inner)
        if link.note:
            lines += screen.paragraph(f"Bemærk: {link.note}", inner)
        for side in (name, other):
            if side == other or link.kind != "tema":
                proof = [item for item in link.evidence if item.section == side]
                lines += self._proof(self.sections[side], proof, room, inner)
        return lines

    def _proof(
        self, section: Section, proof: Sequence[Evidence], room: EvidenceRoom, indent: str
    ) -> list[str]:
        """Return the sentences that hold the evidence, marked, and their citation."""
        lines: list[str] = []
        for (start, end), marks in _sentences_with(section, proof):
            text = " ".join(section.text.text[start:end].split("\n"))
            marked = [(a + 1, b + 1) for a, b in marks]
            lines += self.screen.paragraph(f"»{text}«", indent, marked)
            evidence = [room.of(section, start, end)]
            lines += evidence_source(self.documents, self.sections, evidence, self.screen, indent)
        return lines

    def names(self, things: Sequence[NamedThing]) -> str:
        """Return what is named, kind by kind, and where: document by document."""
        kinds: dict[str, list[NamedThing]] = {}
        for thing in things:
            kinds.setdefault(thing.name.kind, []).append(thing)
        lines = [self.screen.dim("Tallene er afsnit, hvor navnet står.")] if things else []
        for kind, held in kinds.items():
            lines += ["", self.screen.bold(kind)]
            for thing in held:
                counts = dict.fromkeys(self.documents, 0)
                for place in thing.places:
                    counts[self.sections[place.section].document] += 1
                shown = ", ".join(f"{name} {number}" for name, number in counts.items() if number)
                lines += self.screen.painted(
                    [(f"{thing.name.name}  ", ()), *heading_parts("", shown)], "    ", "  "
                )
        return _text(lines)


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n" if lines else ""


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
