"""What is said to be absent, or to be there, on subjects that somebody else looked up by hand.

``absence.jsonl`` gives for each subject the documents in which it ``stands``, those for which a
careful reader may doubt it, and those that an earlier version said to have it, ``wrong`` as they
have not.  In the rest of the documents there is nothing of it.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from strategikort.errors import StrategikortError
from strategikort.library import Collection
from tests.eval.runs import read_rows

FILE = Path(__file__).resolve().parent / "absence.jsonl"

SURE = frozenset({"itself", "inside"})

LOST = 5
"""Pairs of subject and document that are held to be absent where the subject stands."""

CLAIMED = 9
"""Wrong pairs that are still said to have the subject itself, or in longer words."""

ABSENT = 49
"""Wrong pairs that are said to be absent; of the others it is said how little stands there."""


@pytest.fixture(scope="module")
def counts(collection: Collection) -> Counter[tuple[str, str]]:
    counted: Counter[tuple[str, str]] = Counter()
    for row in read_rows(FILE):
        try:
            report = collection.absence(row["subject"])
        except StrategikortError:
            continue
        how = {name: item.how for item in report.presence for name in item.documents}
        for document in collection.documents:
            judged = next(
                (kind for kind in ("stands", "doubtful", "wrong") if document.id in row[kind]),
                "nothing",
            )
            counted[judged, how.get(document.id, "absent")] += 1
    return counted


def test_nothing_is_found_where_nothing_is(counts: Counter[tuple[str, str]]) -> None:
    assert counts["nothing", "absent"] > 1_500
    assert (
        sum(count for (judged, _), count in counts.items() if judged == "nothing")
        == (counts["nothing", "absent"])
    )


def test_what_stands_is_hardly_ever_absent(counts: Counter[tuple[str, str]]) -> None:
    stands = {how: count for (judged, how), count in counts.items() if judged == "stands"}
    assert sum(stands.values()) > 300
    assert stands.get("absent", 0) <= LOST


def test_what_does_not_stand_is_not_claimed(counts: Counter[tuple[str, str]]) -> None:
    wrong = {how: count for (judged, how), count in counts.items() if judged == "wrong"}
    assert sum(wrong.values()) > 120
    assert sum(count for how, count in wrong.items() if how in SURE) <= CLAIMED
    assert wrong["absent"] >= ABSENT
