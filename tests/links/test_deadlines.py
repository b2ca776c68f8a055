"""Times and sums, as they stand in sentences (``times.tsv``)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from strategikort.links.commitments.rules import known_rules
from tests.links.measure import rows

AROUND = {
    "deadline": "Kommunen skal {}, om nødvendigt, handle.",
    "recurrence": "Kommunen skal {}, om nødvendigt, handle.",
    "sum": "Der afsættes {} til formålet.",
}


@pytest.mark.parametrize("row", rows("times.tsv"), ids=lambda row: row["words"])
def test_times_and_sums(row: Mapping[str, str]) -> None:
    what, words, rules = row["what"], row["words"], known_rules()
    patterns = {
        "deadline": rules.deadlines, "recurrence": rules.recurrences, "sum": rules.amounts
    }  # fmt: skip
    sentence = AROUND.get(what, "{}").format(words)
    for name, pattern in patterns.items():
        if what.endswith(name):
            found = [match[0] for match in pattern.finditer(sentence)]
            assert found == ([words] if what in AROUND else [])
    if what == "recurrence":
        assert not rules.deadlines.search(sentence)


@pytest.mark.parametrize(
    ("text", "words"), [("20 procent af den pulje", "20 procent"), ("5 pct. af en ramme", "5 pct.")]
)
def test_a_sum_is_not_cut_within_what_it_is_of(text: str, words: str) -> None:
    assert [match[0] for match in known_rules().amounts.finditer(text)] == [words]
