"""What is promised, as text, table and JSON objects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from strategikort.links.promises import Promised
from strategikort.model import Document
from strategikort.output.evidence import evidence_citation, evidence_object
from strategikort.output.objects import Object, document_reference
from strategikort.output.screen import Screen, heading_parts
from strategikort.output.tabular import table_of

COLUMNS = (
    "document",
    "section",
    "strength",
    "actor",
    "by",
    "action",
    "deadline",
    "amount",
    "uncertain",
    "sentence",
    "lead",
    "citation",
)

UNCERTAIN = {"actor": "aktøren", "strength": "styrken"}
"""The Danish words for what the rules could not settle."""


def commitment_object(document: Document, item: Promised) -> Object:
    """Return one promise after its schema."""
    found = item.commitment
    return {
        "strength": found.strength,
        "modal": found.modal,
        "actor": found.actor or None,
        "by": found.by or None,
        "action": item.words(found.action),
        "deadlines": [item.words(span) for span in found.deadlines],
        "amounts": [item.words(span) for span in found.amounts],
        "uncertain": list(found.uncertain),
        "lead": found.lead or None,
        "document": document_reference(document),
        "evidence": evidence_object(document, item.section, item.evidence),
    }


def commitments_table(
    form: str, documents: Mapping[str, Document], items: Iterable[Promised]
) -> str:
    """Return promises as ``csv`` or ``md``."""
    rows = (
        (
            item.section.document,
            item.section.id,
            item.commitment.strength,
            item.commitment.actor,
            item.commitment.by,
            item.words(item.commitment.action),
            "; ".join(map(item.words, item.commitment.deadlines)),
            "; ".join(map(item.words, item.commitment.amounts)),
            ", ".join(UNCERTAIN[name] for name in item.commitment.uncertain),
            item.evidence.text,
            item.commitment.lead,
            evidence_citation(documents[item.section.document], item.section, item.evidence),
        )
        for item in items
    )
    return table_of(form, COLUMNS, rows)


def commitments_text(
    documents: Mapping[str, Document], items: Sequence[Promised], screen: Screen
) -> str:
    """Return promises as text, document by document."""
    lines: list[str] = []
    shown = ""
    for item in items:
        document = documents[item.section.document]
        if document.id != shown:
            shown = document.id
            lines += [""] if lines else []
            lines += screen.document(document)
        lines += ["", *_item(document, item, screen)]
    return "\n".join(lines) + "\n" if lines else ""


def _item(document: Document, item: Promised, screen: Screen) -> list[str]:
    found = item.commitment
    actor = found.actor or "ingen nævnt"
    if found.by:
        asked = "anbefalet" if found.strength == "anbefaling" else "opfordret"
        actor += f" ({asked} af {found.by})"
    doubts = " og ".join(UNCERTAIN[name] for name in found.uncertain)
    strength, *doubt = heading_parts(found.strength, doubts and f"[usikkert: {doubts}]")
    lines = screen.painted([strength, (f"  {actor}", ()), *doubt], "    ", "  ")
    start = found.action[0] - found.start
    spans = [(start, found.action[1] - found.start)]
    lines += screen.paragraph(item.evidence.text, "    ", spans)
    if found.lead:
        lines += screen.paragraph(f"Indledt med [{found.lead}]", "    ")
    for label, places in (("Frist", found.deadlines), ("Beløb", found.amounts)):
        if places:
            words = "; ".join(map(item.words, places))
            lines += screen.paragraph(f"{label}: {words}", "    ")
    citation = evidence_citation(document, item.section, item.evidence)
    line = min((first for first, _ in item.evidence.place.lines), default=None)
    return lines + screen.source(f"Kilde: {citation}", item.section, line, "    ")
