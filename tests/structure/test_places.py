"""Where each section of the five documents stands, and how it is cited.

``data/sections.tsv`` lists all 181.  Ids, places and citations are what other people's texts build
on: a change here is one in the answers that they have been given.
"""

from __future__ import annotations

import csv
from pathlib import Path

from strategikort.citation.short import join_lines
from strategikort.model import Section
from tests.conftest import Built

LISTED = Path(__file__).parent.parent / "data" / "sections.tsv"


def row(section: Section) -> dict[str, str]:
    words = section.text.text.split()
    return {
        "id": section.id,
        "kind": section.kind,
        "number": section.number or "",
        "pinpoint": section.pinpoint,
        "heading": join_lines(section.heading_lines),
        "lines": join_lines(section.lines),
        "pages": ",".join(section.pages),
        "characters": str(len(section.text)),
        "derived": ",".join(sorted(section.derived)),
        "begins": " ".join(words[:2]),
        "ends": " ".join(words[-2:]),
    }


def test_every_section_stands_where_it_is_listed(built: dict[str, Built]) -> None:
    with LISTED.open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = [row(section) for item in built.values() for section in item.sections]
    assert found == listed
    assert len(found) == 181
