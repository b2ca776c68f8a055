"""Links that the documents make themselves, each with the words that prove it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from strategikort.catalog.yamlfile import read_yaml
from strategikort.citation.dates import danish_date
from strategikort.language.fold import fold
from strategikort.language.months import MONTHS, month_named
from strategikort.links.evidence import Evidence, EvidenceRoom
from strategikort.links.meaning import SectionNames
from strategikort.links.mentions import carriers, years_of
from strategikort.links.model import KINDS, Link
from strategikort.links.names import DATA, Names
from strategikort.links.naming import HEADING, Namings
from strategikort.links.quotations import quotations
from strategikort.model import NOTHING, Document, Section

_KIND_OF_NAME = {"dokument": "dokument", "initiativ": "initiativ", "aftale": "initiativ"}
_OTHER_WORDS = "De to steder bruger forskellige ord; navnelisten regner dem for det samme."
_RENEWED = "Der kommer et nyt med nogle års mellemrum; dokumenterne er fra omtrent samme tid."
_MOST_PROOFS = 6
"""Pairs of words kept for one link: those of its rarest names."""


class Dated(NamedTuple):
    """A kind of documents that are named by their dates: the words for one, and what links them."""

    kind: str
    forms: tuple[str, ...]
    links: tuple[str, ...]


class ReferenceRules(NamedTuple):
    """What ``data/references.yaml`` says; see there."""

    titles: int
    plain: int
    works: tuple[str, ...]
    yearly: frozenset[str]
    dated: tuple[Dated, ...]
    common: frozenset[str]
    unlinked: frozenset[str]
    repeats: frozenset[str]
    siblings: int
    rare: int
    very_rare: int
    pairs: int
    same_time: int


@lru_cache(maxsize=1)
def reference_rules() -> ReferenceRules:
    """Read the rules; raises ``ProfileError`` for a mistake in the file."""
    return read_yaml(DATA / "references.yaml").form(ReferenceRules)


class ReferenceFinder:
    """Finds links in the sections of documents, given whole and in reading order.

    ``texts`` gives for a document (an id) that is the same text as others the one that stands for
    all of them; they are one document here.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        sections: Mapping[str, Section],
        inside: Mapping[str, SectionNames],
        names: Names,
        room: EvidenceRoom,
        texts: Mapping[str, str] = NOTHING,
    ) -> None:
        self._documents = documents
        self._sections = sections
        self._inside = inside
        self._names = names
        self._room = room
        self._texts = texts
        self._named_as = [item for item in documents if texts.get(item.id, item.id) == item.id]
        self._rules = reference_rules()
        self._first: dict[str, Section] = {}
        self._years = years_of(documents)
        for section in sections.values():
            self._first.setdefault(section.document, section)

    def find(self, kinds: Container[str] = KINDS) -> Iterator[Link]:
        """Go through the links of these kinds, footnotes first and shared names last."""
        if "henvisning" in kinds:
            yield from self._footnotes()
            yield from self._named()
            yield from self._quoted()
            yield from self._dated()
        yield from self._shared(kinds)

    def _footnotes(self) -> Iterator[Link]:
        for section in self._sections.values():
            for mark in section.footnotes:
                note = self._sections.get(mark.section)
                if note is None:
                    continue
                before = section.text.text[: mark.offset].split()[-1:]
                start = mark.offset - len("".join(before))
                proof = (
                    self._room.of(section, start, mark.offset),
                    self._room.of(note, 0, len(note.text)),
                )
                yield Link("henvisning", section.id, note.id, f"fodnote {mark.mark}", 1.0, proof)

    def _named(self) -> Iterator[Link]:
        rules = self._rules
        namings = Namings(
            self._named_as, self._sections, rules.titles, rules.plain, rules.works, rules.yearly
        )
        by_id = {document.id: document for document in self._documents}
        for name in by_id:
            for section, item in namings.of(name, by_id[self._texts.get(name, name)]):
                yield self._to_document(
                    section, item.span, item.document, item.how, item.part, item.note
                )

    def _quoted(self) -> Iterator[Link]:
        titles = {document.id: document.shown_title for document in self._documents}
        for item in quotations(self._sections):
            source, target = self._sections[item.source], self._sections[item.target]
            if self._text_of(source) == self._text_of(target):
                continue
            proof = (
                self._room.of(source, item.start, item.end),
                self._room.of(target, item.target_start, item.target_end),
            )
            label = f"citerer: {titles[target.document]}"
            yield Link("henvisning", source.id, target.id, label, 1.0, proof)

    def _dated(self) -> Iterator[Link]:
        for kind, forms, links in self._rules.dated:
            words = "|".join(map(re.escape, forms))
            joins = "|".join(re.escape(link) for link in sorted(links, key=len, reverse=True))
            pattern = re.compile(
                rf"(?<!\w)(?:{words})\s?(?:{joins})\s(?:(?P<day>\d{{1,2}})\. )?"
                rf"(?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})"
            )
            targets = [document for document in self._named_as if document.kind == kind]
            for section in self._sections.values():
                for match in pattern.finditer(section.text.text):
                    day = f"-{int(match['day']):02d}" if match["day"] else ""
                    date = f"{match['year']}-{month_named(match['month']):02d}{day}"
                    for document in targets:
                        if document.date.startswith(date) and document.id != self._text_of(section):
                            yield self._to_document(
                                section, match.span(), document, "nævner slags og dato"
                            )

    def _to_document(
        self,
        section: Section,
        span: tuple[int, int],
        document: Document,
        how: str,
        place: Section | None = None,
        remark: str = "",
    ) -> Link:
        """Link a section to a document, or to the ``place`` of it that it names."""
        target = place or self._first[document.id]
        heading = span == HEADING
        proof = [self._room.of_heading(section) if heading else self._room.of(section, *span)]
        note = document.evidence.get("title", "") if document.title_supplied else remark
        there = None if place else _date_in(target.text.text, document.date)
        if place:
            proof.append(self._room.of_heading(place))
        elif there:
            proof.append(self._room.of(target, *there))
        elif fold(target.title) in (fold(document.title), fold(document.short_title)):
            proof.append(self._room.of_heading(target))
        label = f"{how}: {document.shown_title}"
        return Link("henvisning", section.id, target.id, label, 1.0, tuple(proof), note=note)

    def _shared(self, kinds: Container[str]) -> Iterator[Link]:
        found: dict[tuple[str, str, str], list[str]] = {}
        about: dict[str, set[str]] = {}
        for section, inside in self._inside.items():
            for name in inside.about:
                about.setdefault(name, set()).add(section)
        telling = {
            section: inside
            for section, inside in self._inside.items()
            if self._sections[section].kind not in self._rules.repeats
        }
        holders = carriers(telling.items())
        for name, sections in holders.items():
            kind = _KIND_OF_NAME.get(self._names.by_id[name].kind, "navn")
            unlinked = self._names.by_id[name].kind in self._rules.unlinked
            if kind not in kinds or name in self._rules.common or unlinked:
                continue
            for pair in self._pairs(kind, sections, about.get(name, set())):
                if self._names.by_id[name].renewed and not self._same_time(*pair):
                    continue
                found.setdefault((*pair, kind), []).append(name)
        for (source, target, kind), shared in found.items():
            if kind == "navn" and not self._telling(source, target, shared, holders):
                continue
            yield self._link(kind, source, target, shared, holders)

    def _telling(
        self, source: str, target: str, shared: Sequence[str], holders: Mapping[str, Sequence[str]]
    ) -> bool:
        """Say whether shared places and actors are enough to connect two sections.

        They are when there are two of them, when one end is about one of them, or, if it is no
        country, when hardly any other section names it.
        """
        few = len(holders[shared[0]]) <= self._rules.very_rare
        if len(shared) > 1 or (few and self._names.by_id[shared[0]].kind != "land"):
            return True
        return any(shared[0] in self._inside[end].about for end in (source, target))

    def _pairs(
        self, kind: str, sections: Sequence[str], about: set[str]
    ) -> Iterable[tuple[str, str]]:
        """Return the pairs that one name connects, the one first that stands first."""
        most = self._rules.rare if kind == "navn" else self._rules.pairs
        if kind != "navn":
            sections = self._without_lists(sections)
        chosen = sections if len(sections) <= most else [item for item in sections if item in about]
        texts = {item: self._text_of(self._sections[item]) for item in chosen}
        return [
            (a, b)
            for a, b in combinations(chosen[:most], 2)
            if self._apart(a, b) and (kind == "dokument" or texts[a] != texts[b])
        ]

    def _without_lists(self, sections: Sequence[str]) -> Sequence[str]:
        """Leave out the items of a list in which nearly every item names the same."""
        keys = [(self._sections[item].parent, self._sections[item].kind) for item in sections]
        groups = Counter(keys)
        return [
            item
            for item, key in zip(sections, keys, strict=True)
            if groups[key] <= self._rules.siblings
        ]

    def _text_of(self, section: Section) -> str:
        return self._texts.get(section.document, section.document)

    def _same_time(self, a: str, b: str) -> bool:
        """Say whether the documents of two sections are of the same time, as far as is known."""
        years = [self._years.get(self._sections[item].document) for item in (a, b)]
        known = [year for year in years if year is not None]
        return len(known) == len(years) and max(known) - min(known) <= self._rules.same_time

    def _apart(self, a: str, b: str) -> bool:
        """Say whether neither of two sections lies inside the other."""
        return not (
            a.startswith(f"{b}/")
            or b.startswith(f"{a}/")
            or self._sections[a].parent == b
            or self._sections[b].parent == a
        )

    def _link(
        self,
        kind: str,
        source: str,
        target: str,
        shared: Sequence[str],
        holders: Mapping[str, Sequence[str]],
    ) -> Link:
        rarest = sorted(shared, key=lambda name: (len(holders[name]), name))
        proof: list[Evidence] = []
        for name in rarest[:_MOST_PROOFS]:
            for section in (source, target):
                mention = next(
                    item for item in self._inside[section].mentions[name] if not item.adjective
                )
                proof.append(self._room.of(self._sections[section], mention.start, mention.end))
        label = ", ".join(self._names.by_id[name].name for name in rarest)
        worded = {
            section: {
                fold(item.text).removesuffix("s") for item in proof if item.section == section
            }
            for section in (source, target)
        }
        notes = [] if worded[source] & worded[target] else [_OTHER_WORDS]
        if any(self._names.by_id[name].renewed for name in shared):
            notes.append(_RENEWED)
        weight = 1 - 0.5 ** sum(2 / len(holders[name]) + 0.3 for name in shared)
        return Link(
            kind, source, target, label, round(weight, 3), tuple(proof), note=" ".join(notes)
        )


def _date_in(text: str, date: str) -> tuple[int, int] | None:
    """Return where an ISO date with its month stands in ``text`` in Danish words."""
    match = re.search(rf"\b{re.escape(danish_date(date))}\b", text) if "-" in date else None
    return match.span() if match else None
