"""What became of files that were taken in, and what would, as text and as JSON objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from strategikort.citation.dates import danish_date
from strategikort.danish import count, counted, listed
from strategikort.holdings.holdings import Added
from strategikort.model import Document, Section
from strategikort.output.objects import Object
from strategikort.output.screen import Screen, heading_parts
from strategikort.output.text import with_depths
from strategikort.text.safe import safe_line

STEP = "  "
_MOST_KINDS = 12
"""Kinds of files that are named in a line, at most."""

_HOW = {
    "added": "tilføjet",
    "updated": "læst igen",
    "unchanged": "uændret",
    "moved": "flyttet",
    "duplicate": "findes allerede",
}

FOLLOWS = "Afløser"
SAME_CONTENT = "Samme indhold i"


def added_text(path: Path | None, added: Added, screen: Screen, edition_of: str = "") -> str:
    """Return one line on a document that was taken in, with what it follows and warnings below."""
    sizes = count(added.sections, "afsnit", "afsnit")
    if added.pages:
        sizes += f", {count(added.pages, 'side', 'sider')}"
    lines = screen.document(added.document, f"{_HOW[added.how]}: {sizes}")
    if added.how == "duplicate" and path is not None:
        lines += screen.paragraph(f"{SAME_CONTENT}: {safe_line(str(path))}", STEP)
    if edition_of:
        lines += screen.paragraph(f"{FOLLOWS}: {edition_of}", STEP)
    if added.how != "unchanged":
        lines += noted(added.warnings, screen)
    return "\n".join(lines)


def taken_text(statuses: Sequence[str]) -> str:
    """Return a line on what became of many documents: how many were added, how many not new."""
    counts = Counter(statuses)
    each = [counted(counts[how], word) for how, word in _HOW.items() if counts[how]]
    return f"{count(len(statuses), 'fil', 'filer')} i samlingen: {listed(each)}."


def skipped_text(paths: Sequence[Path]) -> str:
    """Return a line on files of kinds that cannot be read: how many there are of each kind."""
    kinds = Counter(path.suffix.lower() or "uden endelse" for path in paths)
    ordered = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    named = [counted(number, kind) for kind, number in ordered[:_MOST_KINDS]]
    rest = sum(number for _, number in ordered[_MOST_KINDS:])
    named += [counted(rest, "af andre")] if rest else []
    skipped = (
        f"{count(len(paths), 'fil af en anden slags', 'filer af andre slags')} er sprunget over"
    )
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


def noted(warnings: Iterable[str], screen: Screen) -> list[str]:
    """Return what is to be noted of a document, as lines below it."""
    return [line for one in warnings for line in screen.paragraph(f"Bemærk: {one}", STEP)]


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
        lines += screen.paragraph(f"{label}: {value or 'ukendt'}{where if value else ''}", STEP)
    for depth, section in with_depths(sections):
        pages = f"  s. {section.pages[0]}" if section.pages else ""
        own = section.id.removeprefix(f"{document.id}/")
        (name, _), *beside = heading_parts(section.label, f"[{own}] {section.kind}{pages}")
        indent = STEP * (depth + 1)
        lines += screen.painted([(name, ()), *beside], indent + STEP * 2, indent)
    return "\n".join(lines) + "\n"
