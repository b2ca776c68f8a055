"""Abbreviations that a document defines are understood where it uses them, and the other way."""

from __future__ import annotations

import pytest

from strategikort.library import Collection
from tests.holdings.conftest import Adding, Program, Shelf

TEXT = """# Plan for havne

## Indledning

Opgaven ligger hos Havkontrolstyrelsen (HKS) fra nytår. Planen er skrevet af Molevagtens
Støttefond (MOS).

## Tilsyn

HKS besøger alle molerne to gange om året og skriver en rapport.

## Gebyrer

Havkontrolstyrelsen opkræver gebyrer af de skibe, der lægger til ved kajen.

## Andet

I mosen ved havnen vokser der mos, og det er ens for alle.
"""


def titles(query: str) -> list[str]:
    with Collection.open() as collection:
        return [hit.section.title for hit in collection.search(query).hits]


@pytest.fixture
def plan(shelf: Shelf) -> None:
    shelf(("havne.md", TEXT))


def test_an_abbreviation_finds_the_name(plan: None) -> None:
    for typed in ("HKS", "hks"):
        assert {"Indledning", "Tilsyn", "Gebyrer"} == set(titles(typed))


def test_the_name_finds_the_abbreviation(plan: None) -> None:
    assert {"Indledning", "Tilsyn", "Gebyrer"} == set(titles("Havkontrolstyrelsens"))
    assert titles("Havkontrolstyrelsen besøger moler")[0] == "Tilsyn"


def test_a_word_is_no_abbreviation(plan: None) -> None:
    assert titles("Molevagtens Støttefond")[0] == "Indledning"
    assert "Andet" not in titles("Molevagtens Støttefond")
    assert titles("mos")[0] == "Andet"


def test_what_a_document_defined_goes_with_it(program: Program, add: Adding) -> None:
    add("havne.md", TEXT)
    assert program("fravær", "HKS").status == 1
    assert program("fjern", "plan-for-havne").status == 0
    assert titles("Havkontrolstyrelsen") == []
    assert program("fravær", "HKS").status == 0


def test_an_absence_report_counts_the_name(plan: None) -> None:
    with Collection.open() as collection:
        assert not collection.absence("HKS", documents=["plan-for-havne"]).absent
