"""Quotations of the documents inside what somebody else says, whatever their marks are."""

from __future__ import annotations

import pytest

from strategikort.citation.verdict import Status

LEADER = "EU er en global leder, når det kommer til lovgivning og fælles standarder"


@pytest.mark.parametrize("marks", ["‘{}’", "’{}’", "'{}'", "›{}‹", '"{}"'])
def test_a_quotation_inside_an_answer_is_checked_for_itself(check, marks: str) -> None:
    answer = f"Så lovgiver vi. Som vi skriver: {marks.format(LEADER + '.')} Det er ingen trussel."
    found = [item.verdict.status for item in check(f"Svar: »{answer}«", "a.txt").quotes]
    assert found == [Status.NOT_FOUND, Status.EXACT]
    answer = answer.replace("global", "lokal")
    found = [item.verdict.status for item in check(f"Svar: »{answer}«", "a.txt").quotes]
    assert found == [Status.NOT_FOUND, Status.ALTERED]


def test_apostrophes_inside_a_quotation_open_none(check) -> None:
    text = "»Det er EU's og USA's sag, og ikke 'kun' Danmarks sag, siger Lars' ven fra Paris'.«"
    assert [item.verdict.status for item in check(text, "a.txt").quotes] == [Status.NOT_FOUND]


def test_a_changed_quotation_that_nearly_is_the_one_inside_it_is_no_speech(check) -> None:
    quote = "Vi må ikke være naive. ‘Lande handler efter deres egne interesser’"
    (item,) = check(f"Der står: »{quote.replace('må', 'kan')}«.", "a.txt").quotes
    assert item.verdict.status is Status.ALTERED
