"""What is said of checked quotations, in Danish: word differences and a report in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from strategikort.citation.differences import Difference, Kind
from strategikort.citation.found import Passage
from strategikort.citation.memo import Checked, Report
from strategikort.citation.short import short_citation
from strategikort.citation.verdict import Status, Verdict
from strategikort.citation.verify import ELSEWHERE
from strategikort.model import Document
from strategikort.text.safe import in_markdown, safe_line

STATUS_NAMES: Mapping[Status, str] = {
    Status.EXACT: "ordret",
    Status.ALTERED: "ændret",
    Status.NOT_FOUND: "ikke fundet",
    Status.MISPLACED: "forkert henvisning",
    Status.TOO_SHORT: "for kort til at afgøre",
}
KIND_NAMES: Mapping[Kind, str] = {
    Kind.NUMBER: "tal",
    Kind.NEGATION: "nægtelse",
    Kind.NAME: "navn",
    Kind.VERB: "verbum",
    Kind.WORD: "ord",
    Kind.JOIN: "sammenføjning",
    Kind.PUNCTUATION: "tegnsætning",
    Kind.CASE: "stort eller lille bogstav",
    Kind.HYPHEN: "bindestreg",
}
_REMINDS = 0.58
"""Likeness from which on a quotation that was not found may be of a place, retold; of those that
are made up in the words of the documents one in thirty reaches it."""
_SHOWN = 600


class Stretch(NamedTuple):
    """A stretch of a quotation: its own words, and what the source has where it differs."""

    text: str
    difference: Difference | None = None


def stretches(verdict: Verdict) -> Iterator[Stretch]:
    """Yield the quotation in order, parted where it differs from its source."""
    position = 0
    for item in sorted(verdict.differences, key=lambda found: (found.start, found.end)):
        if item.start < position:
            continue
        if item.start > position:
            yield Stretch(verdict.quote[position : item.start])
        yield Stretch(verdict.quote[item.start : item.end], item)
        position = item.end
    if position < len(verdict.quote):
        yield Stretch(verdict.quote[position:])


def passage_citation(documents: Mapping[str, Document], place: Passage) -> str:
    """Return the short citation of a passage."""
    document = documents[place.document]
    return short_citation(document, place.section, lines=place.lines, pages=place.pages)


def explain(item: Difference) -> str:
    """Say in Danish what a difference is: ``tal: »15« i stedet for »13«``."""
    name = KIND_NAMES[item.kind]
    if item.kind is Kind.JOIN:
        behind = f", hvor kilden går videre med »{item.source}«" if item.source else ""
        return f"{name}: foran »{item.quote}«{behind}"
    if not item.source:
        return f"{name}: »{item.quote}« står ikke i kilden"
    if not item.quote:
        return f"{name}: »{item.source}« mangler i citatet"
    return f"{name}: »{item.quote}« i stedet for »{item.source}«"


def remarks(item: Checked) -> list[str]:
    """Return all that is said of a quotation beside its verdict and its places, in Danish."""
    verdict = item.verdict
    said = [*map(explain, verdict.differences), *verdict.notes]
    if verdict.status is Status.NOT_FOUND:
        said.append("Ordene står ikke i samlingens dokumenter.")
        if verdict.nearest and verdict.similarity >= _REMINDS:
            place, text = verdict.nearest.section.id, _short(verdict.nearest.text).strip()
            said.append(f"De minder om »{text}« i {place}, men så lidt, at det ingen kilde er.")
    if verdict.status is Status.MISPLACED or ELSEWHERE in verdict.notes:
        said.append(f"Henvist til: {item.quotation.citation}")
    return said


def difference_objects(verdict: Verdict) -> list[dict[str, str]]:
    """Return the differences of a quotation as plain data."""
    return [
        {"quote": item.quote, "source": item.source, "kind": item.kind.value}
        for item in verdict.differences
    ]


def as_markdown(report: Report, documents: Mapping[str, Document]) -> str:
    """Return a report in Markdown, quotation by quotation."""
    parts = [
        f"# Citatkontrol af {_escaped(report.memo.name)}",
        report.summary,
        *[
            f"- {_escaped(f'{where[:1].upper()}{where[1:]}: ' if where else '')}"
            f"{_escaped(warning.message)}"
            for warning in report.warnings
            for where in (report.where_of(warning),)
        ],
    ]
    if report.short:
        parts.append(f"{report.unchecked}.")
    for number, item in enumerate(report.quotes, 1):
        parts.append(_section(number, item, report.where(item.quotation), documents))
    parts.append(_sources(report, documents))
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(number: int, item: Checked, where: str, documents: Mapping[str, Document]) -> str:
    verdict = item.verdict
    name = STATUS_NAMES[verdict.status]
    lines = [f"## {number}. {name} ({_escaped(where)})", "", f"> {_diff(verdict)}", ""]
    lines += [f"- {_escaped(said)}" for said in remarks(item)]
    for place in verdict.places:
        head = "Står her" if verdict.status is Status.EXACT else "Nærmeste sted"
        if verdict.status is Status.MISPLACED:
            head = "Står i stedet her"
        lines.append(f"- {head}: {_escaped(passage_citation(documents, place))}")
        lines += [
            f"  - Også i: {_escaped(passage_citation(documents, other))}" for other in place.also
        ]
        if verdict.status is Status.ALTERED:
            lines.append(f"  - Kilden: »{_escaped(_short(place.text))}«")
    return "\n".join(lines)


def _diff(verdict: Verdict) -> str:
    shown = []
    for text, difference in stretches(verdict):
        piece = _escaped(_short(text)) if difference is None else _escaped(text)
        if difference is not None:
            struck = f"~~{_escaped(difference.source)}~~" if difference.source else ""
            added = f"**{piece.strip()}**" if piece.strip() else ""
            piece = " ".join(part for part in (struck, added) if part)
            if difference.kind is Kind.JOIN:
                piece = f"‖ {added}"
        shown.append(piece)
    text = ""
    for piece in shown:
        gap = bool(text) and not text[-1].isspace() and piece[:2] in ("~~", "**")
        text += (" " if gap else "") + piece
    return " ".join(text.split())


def _sources(report: Report, documents: Mapping[str, Document]) -> str:
    used = {place.document for item in report.quotes for place in item.verdict.everywhere}
    if not used:
        return ""
    lines = ["## Kilder", ""]
    for name in sorted(used):
        document = documents[name]
        lines.append(f"- `{safe_line(document.file)}`, sha256 `{document.sha256}`")
    return "\n".join(lines)


def _short(text: str) -> str:
    line = " ".join(text.split())
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() else ""
    if len(line) > _SHOWN:
        line = f"{line[: _SHOWN // 2].rstrip()} […] {line[-_SHOWN // 2 :].lstrip()}"
    return f"{lead}{line}{tail}"


def _escaped(text: str) -> str:
    text = in_markdown(text)
    return " ".join(text.split()) if "\n" in text else text
