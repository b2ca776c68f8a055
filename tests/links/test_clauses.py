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


JOINED = {
    "Regeringen vil oprette en fond, og kommunerne skal hvert år bidrage med 5 mio. kr.": [
        ("Regeringen", "vil", "oprette en fond"),
        ("kommunerne", "skal", "hvert år bidrage med 5 mio. kr"),
    ],
    "Ministeriet skal føre tilsyn, mens regionerne skal lave planer, men staten bør betale.": [
        ("Ministeriet", "skal", "føre tilsyn"),
        ("regionerne", "skal", "lave planer"),
        ("staten", "bør", "betale"),
    ],
    "Regeringen vil støtte en fond, som staten og kommunerne skal bidrage til.": [
        ("Regeringen", "vil", "støtte en fond, som staten og kommunerne skal bidrage til"),
    ],
    "Regeringen vil sikre, at børn trives, og at kommunerne skal hjælpe dem.": [
        ("Regeringen", "vil", "sikre, at børn trives, og at kommunerne skal hjælpe dem"),
    ],
}


@pytest.mark.parametrize("sentence", JOINED)
def test_sentences_that_are_joined_promise_each_their_own(
    reader: ClauseReader, sentence: str
) -> None:
    found = reader.each(sentence, "afsnit")
    for at, part, _ in found:
        assert sentence[at:].startswith(part)
    assert [
        (one.actor, one.modal, part[one.action_start : one.action_end]) for _, part, one in found
    ] == JOINED[sentence]
