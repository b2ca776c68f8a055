"""What documents say about one subject, and sections side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from strategikort.index.ranking.repeats import Told, rank_of, said, told_of_hit
from strategikort.language.fold import fold
from strategikort.library import Collection
from strategikort.links.evidence import Evidence, EvidenceRoom, document_of
from strategikort.links.factrules import Disagreement, Statement
from strategikort.links.facts import FactFinder
from strategikort.links.mentions import years_of
from strategikort.links.model import Link, SharedWord
from strategikort.links.names import Name, known_names
from strategikort.links.network import Material, links_between
from strategikort.links.once import SectionsOnce
from strategikort.links.versions import version_differences
from strategikort.model import Document, Hit, Section, one_line

MOST_HITS = 10_000
"""Passages that are looked through for one subject."""

Span = tuple[int, int]


class Column(NamedTuple):
    """What one document says: its best passages, and how many there are in all."""

    document: Document
    hits: tuple[Hit, ...]
    total: int


class SubjectComparison(NamedTuple):
    """What each document says about a subject; ``silent`` are those that say nothing.

    ``repeating`` are those that say nothing but what another file of the same text says, whose
    places name theirs in ``also``.  ``partly`` are those that have half of its words at most in
    any place, where others have more together.
    """

    subject: str
    columns: tuple[Column, ...]
    silent: tuple[Document, ...]
    disagreements: tuple[Disagreement, ...]
    corrected: dict[str, tuple[str, ...]]
    repeating: tuple[Document, ...] = ()
    partly: tuple[Document, ...] = ()

    def __repr__(self) -> str:
        said = ", ".join(f"{column.document.id} {column.total}" for column in self.columns)
        return f"<SubjectComparison {one_line(self.subject)}: {said}>"


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

    def __repr__(self) -> str:
        ids = ", ".join(side.section.id for side in self.sides)
        return f"<SectionComparison {ids}: {len(self.words)} words, {len(self.links)} links>"


def all_disagreements(collection: Collection, documents: Sequence[str] = ()) -> list[Disagreement]:
    """Return every question on which places of the collection differ.

    What files of one text both say is one statement; that of ``documents`` (ids) rather than of
    others.
    """
    chosen = frozenset(documents)

    def tell(item: Statement) -> Told:
        evidence = item.evidence
        document = document_of(evidence)
        rank = rank_of(evidence.place.pages, chosen=document in chosen)
        return Told(document, said(f"{item.value} {item.counted} {evidence.text}"), rank)

    def once(statements: Iterable[Statement]) -> tuple[Statement, ...]:
        return tuple(
            item._replace(also=tuple(other.evidence for other in others))
            for item, others in collection.each_once(statements, tell)
        )

    found: dict[object, list[Disagreement]] = {}
    for item in _every_disagreement(collection):
        statements = once(item.statements)
        values = frozenset((one.value, said(one.evidence.text)) for one in statements)
        asked = found.setdefault((item.id, item.question, item.subject, values), [])
        for at, other in enumerate(asked):
            # That of two other files of the same two texts.
            both = once(dict.fromkeys((*other.statements, *item.statements)))
            if len(both) == len(other.statements):
                asked[at] = other._replace(statements=both)
                break
        else:
            asked.append(item._replace(statements=statements))
    return [item for asked in found.values() for item in asked]


def disagreements_between(collection: Collection, ids: Sequence[str]) -> tuple[Disagreement, ...]:
    """Return the questions on which sections (ids) differ from each other."""
    chosen = frozenset(ids)
    return tuple(
        item
        for item in all_disagreements(collection)
        if len({place.section for one in item.statements for place in one.places} & chosen) > 1
    )


def _every_disagreement(collection: Collection) -> Sequence[Disagreement]:
    """Return all of them, each file by itself; they are kept as long as nothing is written."""
    with collection.snapshot():
        if "disagreements" not in collection.kept:
            collection.kept["disagreements"] = tuple(_disagreements(collection))
        found: Sequence[Disagreement] = collection.kept["disagreements"]
    return found


def _disagreements(collection: Collection) -> Iterator[Disagreement]:
    sections = {section.id: section for section in collection.sections()}
    room, documents = EvidenceRoom(collection), collection.documents
    found = FactFinder(sections, room, years_of(documents)).disagreements()
    yield from found
    told = [statement.evidence for item in found for statement in item.statements]
    for item in version_differences(documents, sections.values(), room):
        if not all(any(_holds(one.evidence, it) for it in told) for one in item.statements):
            yield item


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
    silent: list[Document] = []
    found: dict[str, list[Hit]] = {}
    totals: dict[str, int] = {}
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
        found[document.id] = [hit for hit in result.hits if hit.answers]
        totals[document.id] = result.total - len(result.hits)
    hits, partly = _about_most_of_it(found)
    for name in partly:
        del totals[name]
    for hit in hits:
        spans.setdefault(hit.section.id, []).extend(
            (hit.start + start, hit.start + end) for start, end in hit.highlights
        )
    columns, repeating = _columns(collection, hits, totals, most)
    differing = tuple(
        item
        for item in all_disagreements(collection, documents)
        if _touches(item, spans, subject) and concerns(item, totals)
    )
    return SubjectComparison(
        subject,
        tuple(columns),
        tuple(silent),
        differing,
        corrected,
        tuple(repeating),
        tuple(map(collection.document, partly)),
    )


def _about_most_of_it(found: Mapping[str, Sequence[Hit]]) -> tuple[list[Hit], list[str]]:
    """Return the places with more than half of the words that one of them has, and who has none.

    A search answers with such a place where it has nothing better, and each document is searched
    by itself: »post« alone is not what is said of »digital post« where others say that.
    """
    most = max((_covered(hit) for hits in found.values() for hit in hits), default=0)
    kept = {
        name: [hit for hit in hits if most < 2 or 2 * _covered(hit) > most]
        for name, hits in found.items()
    }
    return (
        [hit for hits in kept.values() for hit in hits],
        [name for name, hits in kept.items() if not hits and found[name]],
    )


def _covered(hit: Hit) -> int:
    return len({word for word, _, _ in (*hit.matches, *hit.headings)})


def _columns(
    collection: Collection, hits: Sequence[Hit], totals: Mapping[str, int], most: int
) -> tuple[list[Column], list[Document]]:
    """Return what documents say, and those that say nothing but what stands in another file."""
    held: dict[str, list[Hit]] = {name: [] for name in totals}
    for hit, others in collection.each_once(hits, told_of_hit):
        held[hit.section.document].append(hit._replace(also=others))
    columns: list[Column] = []
    repeating: list[Document] = []
    for name, own in held.items():
        document, total = collection.document(name), totals[name] + len(own)
        if own or not any(hit.section.document == name for hit in hits):
            columns.append(Column(document, tuple(own[:most]), total))
        else:
            repeating.append(document)
    return columns, repeating


def _holds(whole: Evidence, part: Evidence) -> bool:
    return whole.section == part.section and whole.start <= part.start and part.end <= whole.end


def concerns(item: Disagreement, documents: Iterable[str]) -> bool:
    """Say whether one of the places of a disagreement stands in one of ``documents`` (ids)."""
    held = {document_of(place) for one in item.statements for place in one.places}
    return not held.isdisjoint(documents)


def _touches(item: Disagreement, spans: dict[str, list[Span]], subject: str) -> bool:
    """Say whether a disagreement is about a subject: a word found stands among its words."""
    if fold(subject) in fold(f"{item.question} {item.subject}"):
        return True
    return any(
        start < place.end and end > place.start
        for statement in item.statements
        for place in statement.places
        for start, end in spans.get(place.section, ())
        if place.start >= 0
    )


def compare_sections(collection: Collection, ids: Sequence[str]) -> SectionComparison:
    """Return the sections with these ids side by side; raises ``UnknownReferenceError``."""
    chosen = [collection.section(name) for name in dict.fromkeys(ids)]
    sections = {section.id: section for section in collection.sections()}
    material = Material.of(collection, SectionsOnce(sections, {}))
    words: dict[str, SharedWord] = {}
    for at, one in enumerate(chosen):
        for other in chosen[at + 1 :]:
            for word in material.bags.shared(one.id, other.id, 12):
                if word.lemma not in words or words[word.lemma].weight < word.weight:
                    words[word.lemma] = word
    keys = set(words)
    spans = material.bags.spans
    sides = tuple(SideBySide(section, tuple(spans(section, keys))) for section in chosen)
    wanted = [section.id for section in chosen]
    held = [material.inside[name].mentions for name in wanted]
    common = [
        name
        for key, name in known_names().by_id.items()
        if sum(key in mentions for mentions in held) > 1
    ]
    links = links_between(material, wanted)
    differing = disagreements_between(collection, wanted)
    ranked = sorted(words.values(), key=lambda word: (-word.weight, word.lemma))
    return SectionComparison(sides, tuple(ranked), tuple(common), links, differing)
