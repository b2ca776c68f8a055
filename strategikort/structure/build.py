"""Sections from a source and its profile.

First everything that the profile names by its place lays claim to it; then the patterns find
sections in what they are given of the rest.  At the end nothing of the source may be left over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from strategikort.catalog.kinds import Kind, unlisted_kind
from strategikort.catalog.profile import Node, Pairs, Pattern, Place, Profile
from strategikort.errors import SourceError
from strategikort.model import Document, FootnoteMark, Note, Section
from strategikort.structure.claims import Claims
from strategikort.structure.places import Places
from strategikort.structure.split import FoundSection, read_table, split_sections
from strategikort.text.aligned import SourceRange
from strategikort.text.clean import CleaningRules, clean
from strategikort.text.hyphens import HyphenRule, Vocabulary
from strategikort.text.layout import Layout
from strategikort.text.source import Source


@dataclass(frozen=True)
class _Claimed:
    """A node of the profile with the raw ranges it owns."""

    node: Node
    heading: tuple[SourceRange, ...]
    pieces: tuple[SourceRange, ...]
    sections: tuple[_Claimed, ...]


def page_labels(profile: Profile) -> dict[int, tuple[str, ...]]:
    """Return the printed page(s) of every line whose page the profile knows."""
    return {
        line: rule.labels
        for rule in profile.pages
        for place in rule.lines
        for line in range(place.first, place.last + 1)
    }


def cleaning_rules(profile: Profile, source: Source, vocabulary: Vocabulary) -> CleaningRules:
    """Return the rules by which ``source`` is cleaned."""
    claims = Claims(source)

    def starts(places: Sequence[Place]) -> frozenset[int]:
        return frozenset(source.trim(claims.resolve(place)).start for place in places)

    marks = [place for node in _walk(profile.sections) for place in node.marks]
    return CleaningRules(
        hyphens=HyphenRule(vocabulary, profile.text.hyphens),
        closes_up_stops=profile.text.closes_up_stops,
        continued=starts(profile.text.continued),
        parted=starts(profile.text.parted),
        omitted=tuple(claims.resolve(place) for place in marks),
    )


def build_sections(
    profile: Profile, source: Source, rules: CleaningRules, kinds: Mapping[str, Kind]
) -> tuple[Section, ...]:
    """Return all sections in reading order, parents before their children.

    Raises ``ProfileError`` where the profile does not fit the source: a line that two sections
    claim, one that nobody claims, a count that is not the expected one, an id given twice.
    """
    return _Builder(profile, source, rules, kinds).build()


class _Builder:
    def __init__(
        self, profile: Profile, source: Source, rules: CleaningRules, kinds: Mapping[str, Kind]
    ) -> None:
        self._profile = profile
        self._source = source
        self._rules = rules
        self._kinds = kinds
        self._claims = Claims(source)
        self._sections: dict[str, Section] = {}
        self._places = Places(source, page_labels(profile))

    def build(self) -> tuple[Section, ...]:
        self._claims.claim(place for item in self._profile.furniture for place in item.lines)
        claimed = [self._claim(node) for node in self._profile.sections]
        for item in claimed:
            self._add_node(item, None)
        left = self._claims.first_unclaimed()
        if left is not None:
            line = self._source.line_at(left)
            self._profile.entry.fail(
                f"linje {line} i {self._source.file} hører ikke til noget afsnit",
                "hver linje i et afsnit eller under »furniture«",
            )
        self._tie_footnotes()
        return tuple(self._sections.values())

    def _claim(self, node: Node) -> _Claimed:
        heading = self._claims.claim(node.heading)
        pieces = self._claims.claim(node.lines)
        if node.pairs:
            pieces = self._claim_pairs(node.pairs) + pieces
        if node.marker:
            marker, pieces = self._part_marker(node.marker, pieces)
            heading += marker
        return _Claimed(node, heading, pieces, tuple(map(self._claim, node.sections)))

    def _part_marker(
        self, pattern: Pattern, pieces: tuple[SourceRange, ...]
    ) -> tuple[tuple[SourceRange, ...], tuple[SourceRange, ...]]:
        start, end = pieces[0] if pieces else (0, 0)
        match = pattern.regex.match(self._source.text, start, end)
        if match is None:
            pattern.entry.fail("afsnittet begynder ikke sådan", "et mønster, der passer")
        rest = SourceRange(match.end(), end)
        return self._source.merge([SourceRange(*match.span())]), (rest, *pieces[1:])

    def _claim_pairs(self, pairs: Pairs) -> tuple[SourceRange, ...]:
        labels, values = self._lines(pairs.labels), self._lines(pairs.values)
        if len(labels) != len(values):
            pairs.labels[0].entry.fail(
                f"der er {len(labels)} navne, men {len(values)} værdier", "lige mange af hver"
            )
        if pairs.reverse:
            values.reverse()
        return tuple(part for pair in zip(labels, values, strict=True) for part in pair)

    def _lines(self, places: Sequence[Place]) -> list[SourceRange]:
        single = [
            Place(line, line, place.text, place.entry)
            for place in places
            for line in range(place.first, place.last + 1)
        ]
        return [part for place in single for part in self._claims.claim([place])]

    def _add_node(self, claimed: _Claimed, parent: str | None) -> None:
        node = claimed.node
        layout = node.layout or self._profile.text.layout
        heading = clean(self._source, claimed.heading, self._rules, Layout.FLOW).text
        derived = {"number"} if node.number and node.counted else set()
        if node.title:
            derived.add("title")
        section_id = self._add(
            node,
            Section(
                id=node.id,
                document=self._profile.id,
                kind=node.kind,
                number=node.number,
                title=node.title or heading,
                text=clean(self._source, claimed.pieces, self._rules, layout),
                pieces=claimed.pieces,
                heading=claimed.heading,
                parent=parent,
                derived=frozenset(derived),
                layout=layout,
                aliases=tuple(f"{self._profile.id}/{alias}" for alias in node.aliases),
            ),
        )
        if node.split:
            pieces = self._claims.claim_free(node.split.lines)
            found = split_sections(self._source, pieces, node.split, node.id, node.title or heading)
            self._add_found(node, found, section_id)
        for child in claimed.sections:
            self._add_node(child, section_id)

    def _add_found(self, node: Node, found: Sequence[FoundSection], parent: str) -> None:
        for item in found:
            layout = item.rule.layout or self._profile.text.layout
            text = clean(self._source, item.pieces, self._rules, layout)
            section_id = self._add(
                node,
                Section(
                    id=item.id,
                    document=self._profile.id,
                    kind=item.rule.kind,
                    number=item.number,
                    title=item.title,
                    text=text,
                    pieces=item.pieces,
                    heading=item.heading,
                    parent=parent,
                    derived=item.derived,
                    layout=layout,
                    fields=item.fields(text.text),
                ),
            )
            self._add_found(node, item.children, section_id)

    def _add(self, node: Node, section: Section) -> str:
        full_id = f"{self._profile.id}/{section.id}"
        if full_id in self._sections:
            node.entry.fail(f"id'et »{section.id}« er brugt to gange", "et nyt id")
        kind = self._kinds.get(section.kind) or unlisted_kind(section.kind)
        above = self._sections[section.parent] if section.parent else None
        place = self._places.of_ranges(section.pieces)
        self._sections[full_id] = section._replace(
            id=full_id,
            lines=place.lines,
            heading_lines=self._source.line_ranges(section.heading),
            pages=place.pages,
            label=kind.describe(section.number, section.title),
            pinpoint=kind.locate(section.number, section.title, above.pinpoint if above else ""),
            table=read_table(section.text.text, node.table) if node.table else None,
        )
        if above:
            self._sections[above.id] = above._replace(children=(*above.children, full_id))
        return full_id

    def _tie_footnotes(self) -> None:
        for node in _walk(self._profile.sections):
            for place in node.marks:
                mark = self._claims.resolve(place)
                self._tie(mark, f"{self._profile.id}/{node.id}", place)

    def _tie(self, mark: SourceRange, footnote: str, place: Place) -> None:
        for section in self._sections.values():
            for run in section.text.runs:
                if run.raw + run.length == mark.start:
                    tied = FootnoteMark(
                        self._source.text[mark.start : mark.end], run.clean + run.length, footnote
                    )
                    self._sections[section.id] = section._replace(
                        footnotes=(*section.footnotes, tied)
                    )
                    return
        place.entry.fail("fodnotetegnet står ikke i noget afsnits tekst", "tegnets linje")


def _walk(nodes: Sequence[Node]) -> list[Node]:
    return [item for node in nodes for item in (node, *_walk(node.sections))]


def describe(profile: Profile, source: Source) -> Document:
    """Return what the collection says of a document: its metadata and its oddities."""
    claims = Claims(source)
    return Document(
        id=profile.id,
        file=source.file,
        sha256=source.sha256,
        lines=source.line_count,
        words=len(source.text.split()),
        **profile.metadata._asdict(),
        notes=tuple(
            Note(rule.text, source.line_ranges(map(claims.resolve, rule.lines)))
            for rule in profile.notes
        ),
    )


def check_source(profile: Profile, source: Source) -> None:
    """Refuse a source that is not the one the profile was made for; raises ``SourceError``."""
    if source.sha256 != profile.sha256:
        raise SourceError(
            f"Filen {source.file} er ikke den, som profilen {profile.path.name} er lavet til: "
            "dens sha256-sum er en anden.",
            "Installér strategikort igen, eller ret profilen, hvis filen med vilje er en ny.",
            code="changed_source",
        )
