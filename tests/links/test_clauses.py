"""Sentences that promise, or only seem to: the finer rules, one sentence each.

``sentences.tsv`` has what is read in each; the strength is ``-`` where nothing is promised.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from strategikort.links.commitments.clauses import ClauseReader
from strategikort.links.commitments.finder import CommitmentFinder
from tests.links.measure import rows


@pytest.fixture(scope="module")
def reader() -> ClauseReader:
    return CommitmentFinder()._reader


@pytest.mark.parametrize("row", rows("sentences.tsv"), ids=lambda row: row["sentence"][:40])
def test_what_a_sentence_promises(reader: ClauseReader, row: Mapping[str, str]) -> None:
    sentence = row["sentence"]
    promise = reader.read(sentence, row["kind"])
    if promise is None:
        assert row["strength"] == "-"
        return
    action = sentence[promise.action_start : promise.action_end]
    found = (promise.strength, promise.modal, promise.actor, promise.by, action)
    assert found == tuple(row[key] for key in ("strength", "modal", "actor", "by", "action"))
    assert ",".join(promise.uncertain) == row["uncertain"]
