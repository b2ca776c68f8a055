"""What is said beside an answer: what was meant, and what the reader must know of the files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from typing import TYPE_CHECKING

from strategikort.danish import count, listed
from strategikort.library import Collection
from strategikort.model import Hit, SearchResult, Section
from strategikort.references.resolution import WHOLE_DOCUMENT

if TYPE_CHECKING:
    from strategikort.absencereport import AbsenceReport
    from strategikort.citation.memo import Report
    from strategikort.citation.styles.item import Item

_MOST = 5

_WHAT = {
    "CHANGED": ("er ændret", "; kør strategikort opdatér {0}, eller se strategikort status {0}."),
    "MISSING": ("mangler", ". Er filen flyttet, så tilføj den fra dens nye sted."),
    "UNREADABLE": ("kan ikke læses", ". Kontrollér, at du må læse den."),
}
"""What has become of the file of a document, and what to do."""


def changed(collection: Collection, documents: Iterable[str]) -> Iterator[str]:
    """Say which of ``documents`` have a file that is no longer what was read."""
    altered = list(collection.altered(list(dict.fromkeys(documents))).items())
    for document_id, state in altered[:_MOST]:
        what, todo = _WHAT[state.name]
        yield (
            f"Bemærk: originalen til {document_id} {what}. Teksten er den, der blev læst, da "
            f"dokumentet blev tilføjet{todo.format(document_id)}"
        )
    yield from _rest(altered)


def unread(collection: Collection, documents: Iterable[str] = ()) -> Iterator[str]:
    """Say of which documents (ids; none for all) some could not be read, and which files not."""
    documents = list(documents)
    found = collection.unread(documents)
    for document_id, what in list(found.items())[:_MOST]:
        yield f"Ikke læst i {document_id}: {what}"
    yield from _rest(found)
    if not documents and (files := len(collection.unread_files())):
        yield (
            f"{count(files, 'fil', 'filer')}, der skulle være i samlingen, kunne ikke læses; "
            "se strategikort status."
        )


def recognized(collection: Collection, documents: Iterable[str]) -> Iterator[str]:
    """Say which of ``documents`` have text that a program recognized in a picture (OCR)."""
    found = collection.recognized(list(dict.fromkeys(documents)))
    for document_id, pages in list(found.items())[:_MOST]:
        yield (
            f"Bemærk: teksten i {document_id}{pages} er genkendt i et billede (OCR) og kan have "
            "læsefejl. Sammenhold citater med siden; et fejllæst ord findes ikke."
        )
    yield from _rest(found)


def of_files(collection: Collection, documents: Iterable[str]) -> Iterator[str]:
    """Say both of ``documents`` that an answer is from."""
    chosen = list(documents)
    yield from changed(collection, chosen)
    yield from recognized(collection, chosen)


def of_shown(collection: Collection, documents: Iterable[str]) -> Iterator[str]:
    """Say these and of which of ``documents``, which are shown or cited, there is a newer edition.

    Nothing is said of an edition whose newest is shown beside it.
    """
    chosen = list(dict.fromkeys(documents))
    yield from of_files(collection, chosen)
    yield from _superseded(collection, [chosen])


def _superseded(collection: Collection, groups: Sequence[Sequence[str]]) -> Iterator[str]:
    """Say which documents have a newer edition; not those of a group that has the newest too."""
    newest = collection.newest_editions({name for group in groups for name in group})
    older = {
        name: newest[name]
        for group in groups
        for name in group
        if name in newest and newest[name] not in group
    }
    for name, new in list(older.items())[:_MOST]:
        yield (
            f"Bemærk: {name} er afløst af {new}. Hvad der er ændret, viser "
            f"strategikort forskel {name} {new}"
        )
    yield from _rest(older)


def of_found(collection: Collection, report: Report) -> Iterator[str]:
    """Say both of the documents in which quotations were found, or nearly: OCR, newer editions.

    What is found nowhere may stand in any of them; what also stands in the newest edition holds.
    """
    from strategikort.citation.verdict import Status

    verdicts = [item.verdict for item in report.quotes]
    places = [place for verdict in verdicts for place in verdict.places]
    documents = [place.section.document for place in places]
    if any(verdict.status is Status.NOT_FOUND for verdict in verdicts):
        documents += [document.id for document in collection.documents]
    yield from recognized(collection, documents)
    groups = [[place.section.document for place in verdict.places] for verdict in verdicts]
    yield from _superseded(collection, groups)


def perhaps_misspelt(report: AbsenceReport) -> Iterator[str]:
    """Say which absent words nobody knows, but which are spelt much like others of the texts."""
    for typed, near in report.near.items():
        words = listed([f"»{word}«" for word in near], "eller")
        yield (
            f"Mente du {words}? »{typed}« kendes ikke. Er det en slåfejl, så spørg igen; fravær "
            "retter den ikke."
        )


def of_hits(collection: Collection, hits: Sequence[Hit]) -> Iterator[str]:
    """Say of hits which files are changed and which have a newer edition, and which go on.

    Those only lead to a list, which is too long to be one hit with it.
    """
    from strategikort.index.ranking.lists import leads_to_list

    shown = [one.section.document for hit in hits for one in (hit, *hit.also)]
    yield from changed(collection, shown)
    yield from _superseded(collection, [shown])
    yield from _going_on(collection, (hit.section for hit in hits if leads_to_list(hit)))


def going_on(collection: Collection, cited: Iterable[Item]) -> Iterator[str]:
    """Say which of the sections that are ``cited`` as a whole go on in others that are not."""
    return _going_on(collection, (item.section for item in cited if item.lines is None))


def _going_on(collection: Collection, sections: Iterable[Section]) -> Iterator[str]:
    """Say which sections go on in others than these.

    The lines of a conclusion are those of what leads to its items, by which nobody finds the rest.
    Boxes, figures and the like stand beside a text and are no part of it.
    """
    from strategikort.citation.short import join_lines, join_pages
    from strategikort.citation.units import ASIDES

    by_id = {section.id: section for section in sections}
    found: list[str] = []
    for name, section in by_id.items():
        if section.kind == WHOLE_DOCUMENT:
            continue
        below = [
            item
            for item in collection.get(collection.with_descendants([name]))
            if item.id not in by_id and item.kind not in ASIDES and item.lines
        ]
        if not below:
            continue
        pages = dict.fromkeys(page for item in below for page in item.pages)
        where = f"s. {join_pages([*pages])}, " if all(item.pages for item in below) else ""
        lines = [line for item in below for line in item.lines]
        span = (min(lines)[0], max(last for _, last in lines))
        parts = " til ".join(dict.fromkeys((below[0].id, below[-1].id)))
        found.append(
            f"{name} går videre i {parts} ({where}l. {join_lines([span])}), som henvisningen "
            "ikke dækker."
        )
    yield from found[:_MOST]
    if len(found) > _MOST:
        yield f"… og sådan er det også med {len(found) - _MOST} til."


def _rest(found: Sized) -> Iterator[str]:
    if len(found) > _MOST:
        rest = count(len(found) - _MOST, "dokument", "dokumenter")
        yield f"… og {rest} til; se strategikort status."


def taken_for(references: Mapping[str, str]) -> Iterator[str]:
    """Say what misspelt references were taken for."""
    for typed, meant_by_it in references.items():
        yield f"»{typed}« er forstået som »{meant_by_it}«."


def meant(result: SearchResult) -> Iterator[str]:
    """Say what a search was taken for: its misspelt words, and the document that it asks.

    Numbers, names and nouns that nothing has are said too, since places are shown for the rest.
    """
    unfound = {word: f"»{word}«" for word in result.unfound}
    for typed, close in result.corrected.items():
        if typed in unfound:
            unfound[typed] = f"»{close[0]}« (skrevet »{typed}«)"
            continue
        once: dict[str, str] = {}
        for word in close:  # »Klima« and »klima« are one suggestion
            once.setdefault(word.casefold(), word)
        words = listed([f"»{word}«" for word in [*once.values()][:3]], "eller")
        them = "det" if len(once) == 1 else "dem"
        yield f"Mente du {words}? Der er søgt på {them}, for »{typed}« findes ikke."
    if result.within:
        asked = f"Søgningen spørger til {result.within}"
        if result.hits[0].section.document == result.within:
            yield f"{asked}; steder i det dokument står først."
        else:
            yield f"{asked}. Dér er intet fundet; stederne står i andre dokumenter."
    if unfound:
        none = "Ingen af de viste steder har" if len(result.hits) > 1 else "Det viste sted har ikke"
        yield f"{none} {listed([*unfound.values()], 'eller')}."
