"""What is in the user's collection, and how well it was read, as text and as JSON objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from strategikort.citation.dates import danish_date
from strategikort.danish import count, counted, danish_number, listed
from strategikort.holdings.certificate import warnings_of
from strategikort.holdings.holdings import READER_VERSION
from strategikort.holdings.originals import Original, State
from strategikort.holdings.twins import Twin
from strategikort.model import Document, UnreadFile
from strategikort.output.intake import FOLLOWS, SAME_CONTENT, STEP, noted
from strategikort.output.objects import Object
from strategikort.output.screen import Screen
from strategikort.output.unreadfiles import failure_lines
from strategikort.text.safe import safe_line

_HOW_TO_FORGET = "Skal en af dem ikke være i samlingen: strategikort fjern STI"

_READ_BEFORE = "{} læst af en ældre udgave af strategikort; strategikort opdatér læser {} igen."
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


class Row(NamedTuple):
    """A document of the user's, what became of its original, and files with the same content.

    ``same_text`` are the documents (ids) that are the same text in another kind of file.
    """

    document: Document
    original: Original
    state: State
    twins: Sequence[tuple[Twin, State]]
    same_text: Sequence[str] = ()


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
        each = [counted(states[what], what.value) for what in State if states[what]]
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
            lines += screen.paragraph(f"{FOLLOWS}: {original.edition_of}", STEP)
        for twin in twins:
            lines += screen.paragraph(f"{SAME_CONTENT}: {safe_line(_twin(*twin))}", STEP)
        lines += noted(warnings, screen)
    if unread:
        lines += ["", screen.bold(f"{count(len(unread), 'fil', 'filer')} kunne ikke læses")]
        lines += failure_lines(unread, screen)
        lines += screen.paragraph(_HOW_TO_FORGET)
    return "\n".join(lines) + "\n"


def _twin(twin: Twin, state: State) -> str:
    mark = "" if state is State.SAME else f" ({_state(state)})"
    return twin.came_from + mark


def _state(state: State) -> str:
    return f"er {state.value}" if state is State.CHANGED else state.value


def certificate_text(row: Row, screen: Screen) -> str:
    """Return how well one document was read."""
    lines = screen.document(row.document)
    for label, value in (*_file_facts(row), *_reading_facts(row.original.certificate)):
        lines += screen.paragraph(f"{label}: {value}", STEP)
    return "\n".join(lines) + "\n"


def _file_facts(row: Row) -> Iterator[tuple[str, str]]:
    """Yield what is known of the file of a document, each with what it is."""
    _, original, state, twins, same_text = row
    yield "Fil", safe_line(original.path)
    if original.copied:
        yield "Kopieret fra", original.came_from
    yield "Original", state.value
    for twin in twins:
        yield SAME_CONTENT, _twin(*twin)
    if same_text:
        yield "Samme tekst i", ", ".join(same_text)
    yield "sha256", original.sha256
    yield "Tilføjet", danish_date(original.added[:10])
    if original.edition_of:
        yield FOLLOWS, original.edition_of


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
        counted(number, _DAMAGED.get(kind, kind)) for kind, number in data["damaged"].items()
    ]
    yield "Tabte eller forkerte tegn", ", ".join(damaged) or "ingen"
    yield "Huller i nummereringen", ", ".join(data["gaps"]) or "ingen"
    for warning in warnings_of(data):
        yield "Bemærk", warning


def _pages(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages)) or "ingen"


def _order(pages: Mapping[str, Any]) -> str:
    return ", ".join(f"side {page} ({score} %)" for page, score in pages.items()) or "ingen"
