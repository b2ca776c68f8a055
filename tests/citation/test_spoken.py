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


@pytest.mark.parametrize(
    "put_in",
    ["(og Norge, red.)", "(red.: og Norge)", "(sic!)", "(min fremhævelse)", "(mine kursiver, AB)"],
)
def test_round_brackets_that_say_so_were_put_in(check, put_in: str) -> None:
    (item,) = check(f"»Danmark {put_in} skal være til stede i verden«", "a.txt").quotes
    assert item.verdict.status is Status.EXACT
    assert item.verdict.notes == (f"Indsat i citatet: {put_in}.",)


@pytest.mark.parametrize("other", ["(og Norge)", "(2023)", "(redaktionen)", "(min kollega)"])
def test_other_round_brackets_are_words(check, other: str) -> None:
    (item,) = check(f"»Danmark {other} skal være til stede i verden«", "a.txt").quotes
    assert item.verdict.status is Status.ALTERED


@pytest.mark.parametrize("put_in", ["(ikke, red.)", "[ikke, red.]", "[ikke]"])
def test_a_negation_that_was_put_in_is_told_whoever_signs_it(check, put_in: str) -> None:
    (item,) = check(f"»Danmark skal {put_in} være til stede i verden«", "a.txt").quotes
    assert "Pas på: kilden har intet »ikke« på det sted." in item.verdict.notes


@pytest.mark.parametrize("emphasis", ["*{}*", "_{}_", "**{}**"])
def test_emphasis_as_plain_text_has_it_is_no_wording(check, emphasis: str) -> None:
    set_off = emphasis.format("vigtigste multilaterale")
    text = f"»NATO er den {set_off} ramme for Danmark« (min kursiv)."
    (item,) = check(text, "mail.txt").quotes
    assert item.verdict.status is Status.EXACT
    assert item.quotation.text == "NATO er den vigtigste multilaterale ramme for Danmark"
