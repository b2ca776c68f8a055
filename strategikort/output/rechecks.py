"""What has become of old citations, as text and as JSON objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from strategikort.danish import counted
from strategikort.editions.recheck import Rechecked, Verdict
from strategikort.output.objects import Documents, Object
from strategikort.output.results import citation_of
from strategikort.output.screen import Screen, heading_parts, safe

VERDICT: dict[Verdict, str] = {
    "same": "uændret",
    "moved": "flyttet",
    "changed": "ændret",
    "gone": "væk",
    "unclear": "kan ikke afgøres",
}
"""The Danish words for what became of a citation."""

_SHOWN = 100
"""Characters of a citation that are shown to know it by."""


def recheck_object(item: Rechecked, documents: Documents) -> Object:
    """Return one citation as a JSON object."""
    return {
        "id": item.cited.id,
        "text": item.cited.text,
        "status": item.verdict,
        "edition": item.document,
        "places": [
            {
                "id": place.section.id,
                "text": place.text,
                "start": place.start,
                "end": place.end,
                "citation": citation_of(documents[place.section.document], place),
            }
            for place in item.places
        ],
        "changes": [
            {
                "old": item.cited.text[change.old_start : change.old_end],
                "new": item.now[change.new_start : change.new_end],
            }
            for change in item.changes
        ],
    }


def recheck_text(found: Sequence[Rechecked], documents: Documents, screen: Screen) -> str:
    """Return all citations for people."""
    counts = Counter(item.verdict for item in found)
    lines = [", ".join(counted(counts[one], word) for one, word in VERDICT.items() if counts[one])]
    for item in found:
        text = " ".join(item.cited.text.split())
        short = text if len(text) <= _SHOWN else text[:_SHOWN].rpartition(" ")[0] + " …"
        verdict = heading_parts(VERDICT[item.verdict], "")
        said = f"  {item.cited.id}: »{short}«"
        lines += ["", *screen.painted([*verdict, (said, ())], "   ", "")]
        if item.cited.document not in documents:
            lines.append(f"   Dokumentet {safe(item.cited.document)} er ikke i samlingen.")
        for change in item.changes:
            before = item.cited.text[change.old_start : change.old_end]
            now = item.now[change.new_start : change.new_end]
            lines += screen.paragraph(f"»{before}« er nu »{now}«", "   ")
        for place in item.places:
            where = citation_of(documents[place.section.document], place)
            lines += [screen.dim(line) for line in screen.paragraph(f"Nu: {where}", "   ")]
    return "\n".join(lines) + "\n"
