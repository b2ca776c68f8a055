"""Searching for numbers, dates and amounts, and for words beside them."""

from __future__ import annotations

import pytest

from strategikort.language.tokens import word_texts
from strategikort.library import Collection


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("24.2.2022", "24. februar 2022"),
        ("24/2 2022", "24. februar 2022"),
        ("2022-06-01", "1. juni 2022"),
        ("29. februar 2024", "29.02.2024"),
        ("3037", "3.037"),
    ],
)
def test_a_date_or_number_is_found_however_it_is_written(
    collection: Collection, query: str, expected: str
) -> None:
    hit = collection.search(query).hits[0]
    text = hit.section.text.text[hit.start : hit.end]
    marked = {text[span.start : span.end] for span in hit.highlights}
    assert expected in text.replace("\n", " ")
    assert marked >= set(word_texts(expected))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("støtte til Ukraine 1,2 mia. kr.", "uss/3.4"),
        ("Ukraine 2,5 milliarder", "uss/3.4"),
        ("februar 2024", "tech/tabeller/1"),
    ],
)
def test_an_amount_or_a_date_does_not_hide_the_rest(
    collection: Collection, query: str, expected: str
) -> None:
    assert collection.search(query).hits[0].section.id == expected


def test_the_day_of_a_date_is_no_number_of_a_section(collection: Collection) -> None:
    for query in ("29. februar 2024", "23. maj 2022", "18. juli 2022"):
        ids = [hit.section.id for hit in collection.search(query).hits]
        assert not {"rk/29", "rk/23", "rk/18"}.intersection(ids), query


@pytest.mark.parametrize("query", ["2. verdenskrig", "NIS 2", "2-gradersmålet"])
def test_a_small_number_alone_is_no_answer(collection: Collection, query: str) -> None:
    assert not collection.search(query).hits


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("rådskonklusioner 2023", "tech/prioriteter/10/faktabokse/2"),
        ("FN 2024", "tech/prioriteter/10/faktabokse/1"),
    ],
)
def test_a_year_is_no_number_of_a_section(
    collection: Collection, query: str, expected: str
) -> None:
    assert collection.search(query).hits[0].section.id == expected


def test_a_day_of_a_month_is_no_number_of_a_section(collection: Collection) -> None:
    assert collection.search("Rådet 18. juli 2022").hits[0].section.id != "rk/18"
    assert collection.search("rådskonklusion 18").hits[0].section.id == "rk/18"


def test_digits_are_no_part_of_another_number(collection: Collection) -> None:
    assert not collection.search("842").hits


def test_a_number_in_letters_may_stand_in_digits(collection: Collection) -> None:
    assert collection.search("fem dage").hits[0].section.id == "tech/tabeller/2"


def test_the_united_nations_are_no_footnote(collection: Collection) -> None:
    assert not any(hit.section.kind == "fodnote" for hit in collection.search("FN").hits[:5])
    assert [section.id for section in collection.named("fn 2").sections] == ["rk/fodnoter/2"]


def test_a_date_is_left_out_however_it_is_written(collection: Collection) -> None:
    kept = collection.search("Rusland -24.2.2022", limit=100).hits
    assert len(kept) < len(collection.search("Rusland", limit=100).hits)
    assert not any("24. februar 2022" in hit.section.text.text[hit.start : hit.end] for hit in kept)


def test_the_parts_of_a_date_stand_side_by_side(collection: Collection) -> None:
    assert not collection.search("24.2.2021").hits


def test_a_numeral_that_is_wrong_hides_nothing(collection: Collection) -> None:
    (first, *_) = collection.search("de fem pejlemærker").hits
    assert first.section.id == "uss/pejlemærker"


@pytest.mark.parametrize("query", ["2 pct.", "2 %", "2 procent", "to procent", "2 pct. af BNP"])
def test_a_small_number_belongs_to_its_unit(collection: Collection, query: str) -> None:
    """»2 år« in a table is no 2 per cent, and »80 %« neither."""
    hits = collection.search(query).hits
    assert hits[0].section.id == "uss/3.1"
    marked = [hits[0].text[span.start : span.end] for span in hits[0].highlights]
    assert marked[:2] == ["2", "procent"] or marked[1:3] == ["2", "procent"]
    assert not any(hit.section.kind == "tabel" for hit in hits)


@pytest.mark.parametrize("query", ["3 pct.", "tre procent", "7 %", "1,5 mia. kr.", "fem millioner"])
def test_other_amounts_are_no_answer(collection: Collection, query: str) -> None:
    assert not collection.search(query).hits


@pytest.mark.parametrize(
    ("query", "expected"),
    [("8 lande", "partnerskaber/indledning"), ("COP 28", "uss/4.7"), ("otte lande", "partnerskaber/indledning")],
)  # fmt: skip
def test_a_number_beside_a_plain_word_is_no_reference(
    collection: Collection, query: str, expected: str
) -> None:
    hits = collection.search(query).hits
    assert hits[0].section.id == expected
    assert not {"rk/8", "rk/6/8", "rk/28", "uss/pejlemærker/8"} & {hit.section.id for hit in hits}


@pytest.mark.parametrize("query", ["stk. 2", "§ 24", "led 23"])
def test_a_place_has_both_its_name_and_its_number(collection: Collection, query: str) -> None:
    assert not collection.search(query).hits


def test_a_number_in_a_heading_counts_where_places_are_spoken_of(collection: Collection) -> None:
    found = {hit.section.id for hit in collection.search("anbefaling 2 punkt 3").hits[:3]}
    assert "cms/anbefalinger/2/3" in found
