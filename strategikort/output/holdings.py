"""What happened to the user's documents, as text and as JSON objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from strategikort.citation.dates import danish_date
from strategikort.danish import count, danish_number, listed
from strategikort.holdings.certificate import warnings_of
from strategikort.holdings.holdings import READER_VERSION, Added
from strategikort.holdings.originals import Original, State
from strategikort.holdings.twins import Twin
from strategikort.model import Document, Section, UnreadFile
from strategikort.output.objects import Object
from strategikort.output.screen import Screen, heading_parts
from strategikort.output.text import with_depths
from strategikort.output.unreadfiles import failure_lines
from strategikort.text.safe import safe_line

_STEP = "  "
_MOST_KINDS = 12
"""Kinds of files that are named in a line, at most."""

_HOW_TO_FORGET = "Skal en af dem ikke være i samlingen: strategikort fjern STI"

_READ_BEFORE = "{} læst af en ældre udgave af strategikort; strategikort opdatér læser {} igen."
_SEVERAL = {"uændret": "uændrede", "ændret": "ændrede"}
"""Words of one file that are others of several."""

_SAME = "Samme indhold i"
_HOW = {
    "added": "tilføjet",
    "updated": "læst igen",
    "unchanged": "uændret",
    "moved": "flyttet",
    "duplicate": "findes allerede",
}
_HEADINGS = {
    "outline": "dokumentets egne bogmærker",
    "style": "typografier",
    "profile": "profilen",
    "tag": "filens mærker",
    "numbering": "nummerering",
    "type": "skriftens størrelse og vægt",
    "geometry": "placeringen på siden",
    "contents": "indholdsfortegnelsen",
}
_DAMAGED = {
    "cid": "tegn uden bogstav (cid)",
    "replacement": "erstatningstegn (U+FFFD)",
    "private": "tegn fra skriftens eget område",
    "control": "styretegn",
    "letters": "forkerte bogstaver (ł for ø)",
}
_KINDS = {
    "pdf": "PDF",
    "docx": "Word (DOCX)",
    "odt": "OpenDocument (ODT)",
    "epub": "e-bog (EPUB)",
    "html": "webside (HTML)",
    "markdown": "Markdown",
    "text": "ren tekst",
}

_FOLLOWS = "Afløser"


class Row(NamedTuple):
    """A document of the user's, what became of its original, and files with the same content.

    ``same_text`` are the documents (ids) that are the same text in another kind of file.
    """

    document: Document
    original: Original
    state: State
    twins: Sequence[tuple[Twin, State]]
    same_text: Sequence[str] = ()


def added_text(added: Added, screen: Screen, edition_of: str = "") -> str:
    """Return one line on a document that was taken in, with what it follows and warnings below."""
    sizes = count(added.sections, "afsnit", "afsnit")
    if added.pages:
        sizes += f", {count(added.pages, 'side', 'sider')}"
    lines = screen.document(added.document, f"{_HOW[added.how]}: {sizes}")
    if edition_of:
        lines += screen.paragraph(f"{_FOLLOWS}: {edition_of}", _STEP)
    if added.how != "unchanged":
        lines += _noted(added.warnings, screen)
    return "\n".join(lines)


def taken_text(statuses: Sequence[str]) -> str:
    """Return a line on what became of many documents: how many were added, how many not new."""
    counts = Counter(statuses)
    each = [_counted(counts[how], word) for how, word in _HOW.items() if counts[how]]
    return f"{count(len(statuses), 'fil', 'filer')} i samlingen: {listed(each)}."


def skipped_text(paths: Sequence[Path]) -> str:
    """Return a line on files of kinds that cannot be read: how many there are of each kind."""
    kinds = Counter(path.suffix.lower() or "uden endelse" for path in paths)
    ordered = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    named = [_counted(number, kind) for kind, number in ordered[:_MOST_KINDS]]
    rest = sum(number for _, number in ordered[_MOST_KINDS:])
    named += [_counted(rest, "af andre")] if rest else []
    skipped = f"{count(len(paths), 'fil', 'filer')} af andre slags er sprunget over"
    return f"{skipped}: {safe_line(listed(named))}."


def added_object(path: Path | None, added: Added) -> Object:
    """Return a document that was taken in, after the contract."""
    return {
        "id": added.document.id,
        "title": added.document.shown_title,
        "file": "-" if path is None else str(path),
        "sections": added.sections,
        "pages": added.pages,
        "status": added.how,
        "warnings": list(added.warnings),
    }


def original_object(row: Row) -> Object:
    """Return a document of the user's with its original and its certificate."""
    document, original, state, twins, _ = row
    return {
        "id": document.id,
        "title": document.shown_title,
        "file": original.path,
        "came_from": original.came_from,
        "copied": original.copied,
        "sha256": original.sha256,
        "added": original.added,
        "edition_of": original.edition_of,
        "state": state.name.lower(),
        "read_by_older": original.reader != READER_VERSION,
        "also": [{"file": twin.came_from, "state": what.name.lower()} for twin, what in twins],
        "warnings": warnings_of(original.certificate),
        "certificate": dict(original.certificate),
    }


def status_text(
    path: Path, rows: Sequence[Row], unread: Sequence[UnreadFile], screen: Screen
) -> str:
    """Return the whole collection: where it is, a line on each document, and what is not in it."""
    states = Counter(row.state for row in rows)
    total = count(len(rows), "dokument", "dokumenter")
    if set(states) - {State.SAME}:
        each = [_counted(states[what], what.value) for what in State if states[what]]
        total += f": {listed(each)}"
    lines = [f"Samling: {safe_line(str(path))}", total]
    before = sum(row.original.reader != READER_VERSION for row in rows)
    if before:
        which = ("1 er", "det") if before == 1 else (f"{before} er", "dem")
        lines += screen.paragraph(_READ_BEFORE.format(*which))
    for document, original, state, twins, _ in rows:
        mark = "" if state is State.SAME else f"  originalen {_state(state)}"
        warnings = warnings_of(original.certificate)
        lines += screen.document(document, f"{safe_line(original.path)}{mark}")
        if original.edition_of:
            lines += screen.paragraph(f"{_FOLLOWS}: {original.edition_of}", _STEP)
        for twin in twins:
            lines += screen.paragraph(f"{_SAME}: {safe_line(_twin(*twin))}", _STEP)
        lines += _noted(warnings, screen)
    if unread:
        lines += ["", screen.bold(f"{count(len(unread), 'fil', 'filer')} kunne ikke læses")]
        lines += failure_lines(unread, screen)
        lines += screen.paragraph(_HOW_TO_FORGET)
    return "\n".join(lines) + "\n"


def _noted(warnings: Iterable[str], screen: Screen) -> list[str]:
    return [line for one in warnings for line in screen.paragraph(f"Bemærk: {one}", _STEP)]


def _twin(twin: Twin, state: State) -> str:
    mark = "" if state is State.SAME else f" ({_state(state)})"
    return twin.came_from + mark


def _counted(number: int, word: str) -> str:
    return count(number, word, _SEVERAL.get(word, word))


def _state(state: State) -> str:
    return f"er {state.value}" if state is State.CHANGED else state.value


def certificate_text(row: Row, screen: Screen) -> str:
    """Return how well one document was read."""
    lines = screen.document(row.document)
    for label, value in (*_file_facts(row), *_reading_facts(row.original.certificate)):
        lines += screen.paragraph(f"{label}: {value}", _STEP)
    return "\n".join(lines) + "\n"


def _file_facts(row: Row) -> Iterator[tuple[str, str]]:
    """Yield what is known of the file of a document, each with what it is."""
    _, original, state, twins, same_text = row
    yield "Fil", safe_line(original.path)
    if original.copied:
        yield "Kopieret fra", original.came_from
    yield "Original", state.value
    for twin in twins:
        yield _SAME, _twin(*twin)
    if same_text:
        yield "Samme tekst i", ", ".join(same_text)
    yield "sha256", original.sha256
    yield "Tilføjet", danish_date(original.added[:10])
    if original.edition_of:
        yield _FOLLOWS, original.edition_of


def _reading_facts(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what a certificate says of the reading of a file, each with what it is."""
    kind = _KINDS.get(data["kind"], data["kind"])
    yield "Slags", f"{kind} ({data['encoding']})" if data["encoding"] else kind
    sizes = [count(data["pages"], "side", "sider")] if data["pages"] else []
    sizes += [
        count(data["sections"], "afsnit", "afsnit"),
        count(data["characters"], "tegn", "tegn"),
    ]
    yield "Omfang", ", ".join(sizes)
    headings = [
        f"{danish_number(number)} ved {_HEADINGS.get(how, how)}"
        for how, number in data["headings"].items()
    ]
    yield "Overskrifter", ", ".join(headings) or "ingen fundet"
    if data["pages"]:
        yield "Sider uden tekst", _pages(data["without_text"])
        yield "Sider, der ikke kunne læses", _pages([page for page, _ in data["unread"]])
        yield "Usikker læserækkefølge", _order(data["doubtful_order"])
    damaged = [
        _counted(number, _DAMAGED.get(kind, kind)) for kind, number in data["damaged"].items()
    ]
    yield "Tabte eller forkerte tegn", ", ".join(damaged) or "ingen"
    yield "Huller i nummereringen", ", ".join(data["gaps"]) or "ingen"
    for warning in warnings_of(data):
        yield "Bemærk", warning


def _pages(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages)) or "ingen"


def _order(pages: Mapping[str, Any]) -> str:
    return ", ".join(f"side {page} ({score} %)" for page, score in pages.items()) or "ingen"


def structure_text(document: Document, sections: Sequence[Section], screen: Screen) -> str:
    """Return the sections that were recognised in a file, before anything is stored."""
    lines = screen.document(document)
    facts = (
        ("Udgiver", document.publisher, "publisher"),
        ("Dato", document.date and danish_date(document.date), "date"),
        ("Sprog", document.language, "language"),
    )
    for label, value, key in facts:
        evidence = document.evidence.get(key)
        where = f" ({evidence})" if evidence else ""
        lines += screen.paragraph(f"{label}: {value or 'ukendt'}{where if value else ''}", _STEP)
    for depth, section in with_depths(sections):
        pages = f"  s. {section.pages[0]}" if section.pages else ""
        own = section.id.removeprefix(f"{document.id}/")
        (name, _), *beside = heading_parts(section.label, f"[{own}] {section.kind}{pages}")
        indent = _STEP * (depth + 1)
        lines += screen.painted([(name, ()), *beside], indent + _STEP * 2, indent)
    return "\n".join(lines) + "\n"
