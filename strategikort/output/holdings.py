"""What happened to the user's documents, as text and as JSON objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
_PLURAL = {State.SAME: "uændrede", State.CHANGED: "ændrede"}
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
    said = {**_HOW, "unchanged": _of_many(State.SAME, counts["unchanged"])}
    each = [f"{counts[how]} {said[how]}" for how in said if counts[how]]
    return f"{count(len(statuses), 'fil', 'filer')} i samlingen: {listed(each)}."


def skipped_text(paths: Sequence[Path]) -> str:
    """Return a line on files of kinds that cannot be read: how many there are of each kind."""
    kinds = Counter(path.suffix.lower() or "uden endelse" for path in paths)
    ordered = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    named = [f"{number} {kind}" for kind, number in ordered[:_MOST_KINDS]]
    rest = sum(number for _, number in ordered[_MOST_KINDS:])
    return (
        f"{count(len(paths), 'fil', 'filer')} af andre slags er sprunget over: "
        f"{safe_line(listed([*named, f'{rest} af andre'] if rest else named))}."
    )


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
        counted = [
            f"{states[what]} {_of_many(what, states[what])}" for what in State if states[what]
        ]
        total += f": {listed(counted)}"
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


def _of_many(state: State, number: int) -> str:
    return state.value if number == 1 else _PLURAL.get(state, state.value)


def _state(state: State) -> str:
    return f"er {state.value}" if state is State.CHANGED else state.value


def certificate_text(row: Row, screen: Screen) -> str:
    """Return how well one document was read."""
    document, original, state, twins, same_text = row
    data = original.certificate
    lines = screen.document(document)

    def say(label: str, value: str) -> None:
        lines.extend(screen.paragraph(f"{label}: {value}", _STEP))

    say("Fil", safe_line(original.path))
    if original.copied:
        say("Kopieret fra", original.came_from)
    say("Original", state.value)
    for twin in twins:
        say(_SAME, _twin(*twin))
    if same_text:
        say("Samme tekst i", ", ".join(same_text))
    say("sha256", original.sha256)
    say("Tilføjet", danish_date(original.added[:10]))
    if original.edition_of:
        say(_FOLLOWS, original.edition_of)
    kind = _KINDS.get(data["kind"], data["kind"])
    if data["encoding"]:
        kind += f" ({data['encoding']})"
    say("Slags", kind)
    sizes = [
        count(data["sections"], "afsnit", "afsnit"),
        f"{danish_number(data['characters'])} tegn",
    ]
    if data["pages"]:
        sizes.insert(0, count(data["pages"], "side", "sider"))
    say("Omfang", ", ".join(sizes))
    headings = [
        f"{number} ved {_HEADINGS.get(how, how)}" for how, number in data["headings"].items()
    ]
    say("Overskrifter", ", ".join(headings) or "ingen fundet")
    if data["pages"]:
        say("Sider uden tekst", _pages(data["without_text"]))
        say("Sider, der ikke kunne læses", _pages([page for page, _ in data["unread"]]))
        say("Usikker læserækkefølge", _order(data["doubtful_order"]))
    damaged = [f"{number} {_DAMAGED.get(kind, kind)}" for kind, number in data["damaged"].items()]
    say("Tabte eller forkerte tegn", ", ".join(damaged) or "ingen")
    say("Huller i nummereringen", ", ".join(data["gaps"]) or "ingen")
    for warning in warnings_of(data):
        say("Bemærk", warning)
    return "\n".join(lines) + "\n"


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
