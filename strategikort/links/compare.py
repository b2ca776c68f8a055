"""What documents say about one subject, and sections side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from strategikort.language.fold import fold
from strategikort.library import Collection
from strategikort.links.evidence import Evidence, EvidenceRoom
from strategikort.links.factrules import Disagreement
from strategikort.links.facts import FactFinder
from strategikort.links.mentions import names_in, years_of
from strategikort.links.model import Link, SharedWord
from strategikort.links.names import Name, known_names
from strategikort.links.network import build_map
from strategikort.links.themes import Bags
from strategikort.links.versions import version_differences
from strategikort.model import Document, Hit, Section

MOST_HITS = 10_000
"""Passages that are looked through for one subject."""

Span = tuple[int, int]


class Column(NamedTuple):
    """What one document says: its best passages, and how many there are in all."""

    document: Document
    hits: tuple[Hit, ...]
    total: int


class SubjectComparison(NamedTuple):
    """What each document says about a subject; ``silent`` are those that say nothing."""

    subject: str
    columns: tuple[Column, ...]
    silent: tuple[Document, ...]
    disagreements: tuple[Disagreement, ...]
    corrected: dict[str, tuple[str, ...]]


class SideBySide(NamedTuple):
    """A section beside others; ``marks`` are the places of the words it shares with them."""

    section: Section
    marks: tuple[Span, ...]


class SectionComparison(NamedTuple):
    """Sections side by side: what they share, and the links and disagreements between them."""

    sides: tuple[SideBySide, ...]
    words: tuple[SharedWord, ...]
    names: tuple[Name, ...]
    links: tuple[Link, ...]
    disagreements: tuple[Disagreement, ...]


def all_disagreements(collection: Collection) -> list[Disagreement]:
    """Return every question on which places of the collection differ."""
    sections = {section.id: section for section in collection.sections()}
    room, documents = EvidenceRoom(collection), collection.documents
    found = FactFinder(sections, room, years_of(documents)).disagreements()
    told = [statement.evidence for item in found for statement in item.statements]
    return found + [
        item
        for item in version_differences(documents, sections.values(), room)
        if not all(any(_holds(one.evidence, it) for it in told) for one in item.statements)
    ]


def compare_subject(
    collection: Collection,
    subject: str,
    *,
    documents: Sequence[str] = (),
    most: int = 3,
) -> SubjectComparison:
    """Return what each document says about ``subject``, at most ``most`` passages each.

    ``documents`` are ids; none stands for all.  Raises ``StrategikortError`` for a subject that
    is empty or too long.
    """
    columns: list[Column] = []
    silent: list[Document] = []
    spans: dict[str, list[Span]] = {}
    corrected: dict[str, tuple[str, ...]] = {}
    for document in collection.documents:
        if documents and document.id not in documents:
            continue
        result = collection.search(subject, documents=[document.id], limit=MOST_HITS)
        corrected |= result.corrected
        if not result.hits:
            silent.append(document)
            continue
        hits = tuple(hit for hit in result.hits if hit.answers)
        columns.append(Column(document, hits[:most], result.total - len(result.hits) + len(hits)))
        for hit in hits:
            spans.setdefault(hit.section.id, []).extend(
                (hit.start + start, hit.start + end) for start, end in hit.highlights
            )
    chosen = {column.document.id for column in columns}
    differing = tuple(
        item
        for item in all_disagreements(collection)
        if _touches(item, spans, subject) and concerns(item, chosen)
    )
    return SubjectComparison(subject, tuple(columns), tuple(silent), differing, corrected)


def _holds(whole: Evidence, part: Evidence) -> bool:
    return whole.section == part.section and whole.start <= part.start and part.end <= whole.end


def concerns(item: Disagreement, documents: Iterable[str]) -> bool:
    """Say whether one of the places of a disagreement stands in one of ``documents`` (ids)."""
    held = {statement.evidence.section.split("/")[0] for statement in item.statements}
    return bool(held & set(documents))


def _touches(item: Disagreement, spans: dict[str, list[Span]], subject: str) -> bool:
    """Say whether a disagreement is about a subject: a word found stands among its words."""
    if fold(subject) in fold(f"{item.question} {item.subject}"):
        return True
    return any(
        start < statement.evidence.end and end > statement.evidence.start
        for statement in item.statements
        for start, end in spans.get(statement.evidence.section, ())
        if statement.evidence.start >= 0
    )


def compare_sections(collection: Collection, ids: Sequence[str]) -> SectionComparison:
    """Return the sections with these ids side by side; raises ``UnknownReferenceError``."""
    chosen = [collection.section(name) for name in dict.fromkeys(ids)]
    bags = Bags(collection.sections(), collection.words())
    words: dict[str, SharedWord] = {}
    for at, one in enumerate(chosen):
        for other in chosen[at + 1 :]:
            for word in bags.shared(one.id, other.id, 12):
                if word.lemma not in words or words[word.lemma].weight < word.weight:
                    words[word.lemma] = word
    keys = set(words)
    sides = tuple(SideBySide(section, tuple(bags.spans(section, keys))) for section in chosen)
    names = known_names()
    documents = {section.document for section in chosen}
    whole = [section for section in collection.sections() if section.document in documents]
    inside = names_in(whole, collection.documents, names)
    held = [set(inside[section.id].mentions) for section in chosen]
    common = [name for name in names.by_id if sum(name in inside for inside in held) > 1]
    wanted = {section.id for section in chosen}
    links = build_map(collection, focus=[section.id for section in chosen], bags=bags).links
    differing = tuple(
        item
        for item in all_disagreements(collection)
        if len({s.evidence.section for s in item.statements} & wanted) > 1
    )
    ranked = sorted(words.values(), key=lambda word: (-word.weight, word.lemma))
    return SectionComparison(
        sides, tuple(ranked), tuple(names.by_id[name] for name in common), links, differing
    )
