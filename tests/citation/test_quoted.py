"""Quotations as memos and articles have them, with verdicts that were written before any was given.

Each line of ``quoted.jsonl`` has a text and the verdicts that its quotations deserve, in order;
``warned`` says that what the source has beside the words must be told, ``given`` which verdicts
are given where those are others, ``places`` the sections in which they stand or are closest.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from strategikort.library import Collection

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "quoted.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("row", ROWS, ids=[f"{number}" for number in range(1, len(ROWS) + 1)])
def test_a_quotation_gets_the_verdict_that_it_deserves(
    collection: Collection, row: dict[str, object]
) -> None:
    verdicts = [item.verdict for item in collection.verify_text(str(row["text"])).quotes]
    assert [one.status.value for one in verdicts] == row.get("given", row["verdicts"])
    warned = any(note.startswith("Pas på") for one in verdicts for note in one.notes)
    assert warned == row.get("warned", False)
    if "places" in row:
        places = [one.found.section.id if one.found else None for one in verdicts]
        assert places == row["places"]
