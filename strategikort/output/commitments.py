"""What is promised, as text, table and JSON objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from strategikort.danish import count
from strategikort.links.commitments.finder import STRENGTHS
from strategikort.links.commitments.promises import Promised
from strategikort.model import Section
from strategikort.output.evidence import (
    also_object,
    evidence_citation,
    evidence_object,
    evidence_source,
)
from strategikort.output.objects import Documents, Object, document_reference
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
    "also",
)

_SEVERAL = {
    "bindende": "bindende",
    "hensigt": "hensigter",
    "anbefaling": "anbefalinger",
    "opfordring": "opfordringer",
}
UNCERTAIN = {"actor": "aktøren", "strength": "styrken"}
"""The Danish words for what the rules could not settle."""


def commitment_objects(documents: Documents, items: Iterable[Promised]) -> list[Object]:
    """Return promises after their schema."""
    return [_object(documents, item) for item in items]


def _object(documents: Documents, item: Promised) -> Object:
    found, document, sections = item.commitment, documents[item.section.document], _sections(item)
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
        "evidence": evidence_object(documents, sections, item.evidence),
        **also_object(documents, sections, [other.evidence for other in item.also]),
    }


def _sections(item: Promised) -> dict[str, Section]:
    return {one.section.id: one.section for one in (item, *item.also)}


def commitments_table(form: str, documents: Documents, items: Iterable[Promised]) -> str:
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
            evidence_citation(documents, _sections(item), item.evidence),
            "; ".join(other.section.id for other in item.also),
        )
        for item in items
    )
    return table_of(form, COLUMNS, rows)


def commitments_text(documents: Documents, items: Sequence[Promised], screen: Screen) -> str:
    """Return promises as text, document by document."""
    lines: list[str] = []
    shown = ""
    for item in items:
        document = documents[item.section.document]
        if document.id != shown:
            shown = document.id
            lines += [""] if lines else []
            lines += screen.document(document)
        lines += ["", *_item(documents, item, screen)]
    lines += ["", *map(screen.bold, screen.paragraph(_summary(items)))] if lines else []
    return "\n".join(lines) + "\n" if lines else ""


def _summary(items: Sequence[Promised]) -> str:
    """Return how many there are, and of which strength: ``3 forpligtelser: 2 bindende, …``."""
    counts = Counter(item.commitment.strength for item in items)
    parts = [count(counts[name], name, _SEVERAL[name]) for name in STRENGTHS if counts[name]]
    return f"{count(len(items), 'forpligtelse', 'forpligtelser')}: {', '.join(parts)}."


def _item(documents: Documents, item: Promised, screen: Screen) -> list[str]:
    found = item.commitment
    actor = found.actor or "ingen nævnt"
    if found.by:
        asked = {"anbefaling": "anbefalet", "bindende": "pålagt"}.get(found.strength, "opfordret")
        actor += f" ({asked} af {found.by})"
    doubts = " og ".join(UNCERTAIN[name] for name in found.uncertain)
    strength, *doubt = heading_parts(found.strength, doubts and f"[usikkert: {doubts}]")
    lines = screen.painted([strength, (f"  {actor}", ()), *doubt], "    ", "  ")
    start = found.action[0] - found.start
    spans = [(start, found.action[1] - found.start)]
    # A card has several lines.
    lines += screen.paragraph(item.evidence.text.replace("\n", " "), "    ", spans)
    if found.lead:
        lines += screen.paragraph(f"Indledt med [{found.lead}]", "    ")
    for label, places in (("Frist", found.deadlines), ("Beløb", found.amounts)):
        if places:
            words = "; ".join(map(item.words, places))
            lines += screen.paragraph(f"{label}: {words}", "    ")
    proof = [one.evidence for one in (item, *item.also)]
    return lines + evidence_source(documents, _sections(item), proof, screen, "    ")
