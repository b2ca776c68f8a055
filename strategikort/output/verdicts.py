"""Checked quotations as text and as JSON objects."""

from __future__ import annotations

from strategikort.citation.evidence import PackageCheck
from strategikort.citation.found import Passage
from strategikort.citation.memo import Checked, Report
from strategikort.citation.report import (
    STATUS_NAMES,
    difference_objects,
    passage_citation,
    remarks,
    stretches,
)
from strategikort.citation.verdict import Status
from strategikort.model import Place
from strategikort.output.objects import Documents, Object, place_object, section_object
from strategikort.output.results import ALSO
from strategikort.output.screen import Screen, safe
from strategikort.text.safe import in_markdown, safe_line

_INDENT = "   "
_COLOURS = {
    Status.EXACT: ("1", "32"),
    Status.ALTERED: ("1", "35"),
    Status.NOT_FOUND: ("1", "31"),
    Status.MISPLACED: ("1", "35"),
    Status.TOO_SHORT: ("1", "36"),
}
_SHOWN = 1_000
"""Characters of a quotation that are shown."""


def report_text(report: Report, documents: Documents, screen: Screen) -> str:
    """Return a report, quotation by quotation, with a summary at its end."""
    lines: list[str] = []
    file = safe_line(report.memo.name)
    for warning in report.warnings:
        where = ", ".join(filter(None, (file, report.where_of(warning))))
        lines += screen.paragraph(f"{where}: {warning.message}")
    for number, item in enumerate(report.quotes, start=1):
        lines += [""] if lines else []
        lines += _quote(number, item, report, documents, screen)
    lines += [""] if lines else []
    lines.append(screen.bold(report.summary))
    if report.short:
        lines.append(f"{report.unchecked}; --mindst TEGN sætter grænsen.")
    return "\n".join(lines) + "\n"


def _quote(
    number: int, item: Checked, report: Report, documents: Documents, screen: Screen
) -> list[str]:
    verdict = item.verdict
    name = screen.paint(STATUS_NAMES[verdict.status], *_COLOURS[verdict.status])
    file = safe_line(report.memo.name)
    where = f" ({file}, {report.where(item.quotation)})" if file else ""
    lines = [f"{number}. {name}{where}"]
    lines += screen.paragraph(f"»{_marked(item)}«", _INDENT)
    for said in remarks(item):
        lines += screen.paragraph(said, _INDENT)
    for place in verdict.places:
        lines += _place(place, verdict.status, documents, screen)
    return lines


def _marked(item: Checked) -> str:
    """Return the quotation, changed words in square brackets with what the source has."""
    shown = ""
    for text, difference in stretches(item.verdict):
        words = " ".join(text.split())
        if difference is not None:
            # What is missing stands between words; other marks stand where the quotation has them.
            shown += "" if words or not shown or shown[-1].isspace() else " "
            shown += f"[{words or '–'} ≠ {difference.source or '–'}]"
            shown += "" if words else " "
        elif words:
            before = " " if text[0].isspace() and shown and not shown[-1].isspace() else ""
            shown += f"{before}{words}{' ' if text[-1].isspace() else ''}"
    shown = shown.strip()
    if len(shown) > _SHOWN:
        shown = f"{shown[: _SHOWN // 2]} […] {shown[-_SHOWN // 2 :]}"
    return shown


def _place(place: Passage, status: Status, documents: Documents, screen: Screen) -> list[str]:
    head = {Status.EXACT: "Kilde", Status.MISPLACED: "Står i stedet her"}.get(
        status, "Nærmeste sted"
    )
    lines = screen.paragraph(f"{head}: {passage_citation(documents, place)}", _INDENT)
    for other in place.also:
        lines += screen.paragraph(f"Også i: {passage_citation(documents, other)}", _INDENT)
    shown = [screen.dim(line) for line in lines]
    if status is Status.ALTERED:
        source = " ".join(place.text.split())
        shown += screen.paragraph(f"Kilden skriver: »{source}«", _INDENT)
    return shown


def report_object(report: Report, documents: Documents) -> Object:
    """Return a report after the contract, without the version."""
    return {
        "quotes": [_quote_object(item, report, documents) for item in report.quotes],
        "summary": report.summary,
        "short": report.short,
        "warnings": [
            {"line": warning.line or 1, "message": warning.message} for warning in report.warnings
        ],
    }


def _quote_object(item: Checked, report: Report, documents: Documents) -> Object:
    verdict = item.verdict
    places = [_passage_object(place, documents) for place in verdict.places]
    return {
        "quote": verdict.quote,
        "line": item.quotation.line,
        "page": report.memo.page_at(item.quotation.start),
        "cited": item.quotation.citation or None,
        "status": verdict.status.value,
        "similarity": round(verdict.similarity, 4),
        "found": places[0] if places else None,
        "places": places,
        "differences": difference_objects(verdict),
        "notes": list(verdict.notes),
    }


def _passage_object(place: Passage, documents: Documents) -> Object:
    """Return a passage as a section object whose text and source are the passage's."""
    document = documents[place.document]
    found = section_object(document, place.section)
    found["text"] = place.text
    found["citation"] = passage_citation(documents, place)
    found["footnotes"] = []
    found["source"] |= place_object(Place(place.chars, place.lines, place.pages))
    if place.also:
        also = [_passage_object(other, documents) for other in place.also]
        found["also"] = [{key: one[key] for key in ALSO} for one in also]
    return found


def package_text(found: PackageCheck) -> str:
    """Return what has changed since a package was made."""
    lines = [found.summary, *_package_changes(found)]
    return "\n".join(safe(line) for line in lines) + "\n"


def package_markdown(found: PackageCheck) -> str:
    """Return the same in Markdown."""
    head = [f"# Citatkontrol af {in_markdown(found.memo)}", in_markdown(found.summary)]
    changes = "\n".join(f"- {in_markdown(line)}" for line in _package_changes(found))
    return "\n\n".join(filter(None, [*head, changes])) + "\n"


def _package_changes(found: PackageCheck) -> list[str]:
    changes = [
        f"{found.memo}, linje {item.line}: {change}"
        for item in found.quotes
        for change in item.changes
    ]
    return [*found.documents, *changes]


def package_object(found: PackageCheck) -> Object:
    """Return what has changed since a package was made, as an object without the version."""
    return {
        "memo": found.memo,
        "unchanged": found.unchanged,
        "documents": list(found.documents),
        "quotes": [
            {
                "quote": item.quote,
                "line": item.line,
                "before": item.before.value,
                "status": item.now.value,
                "changes": list(item.changes),
            }
            for item in found.quotes
        ],
    }
