"""Abbreviations that a document defines are understood where it uses them, and the other way."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.library import Collection
from tests.holdings.conftest import Program

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
def added(own: Path, files: Path, program: Program) -> str:
    (files / "havne.md").write_text(TEXT, encoding="utf-8")
    outcome = program("tilføj", str(files / "havne.md"), "--json")
    return str(outcome.json["documents"][0]["id"])


def test_an_abbreviation_finds_the_name(added: str) -> None:
    assert {"Indledning", "Tilsyn", "Gebyrer"} == set(titles("HKS"))


def test_the_name_finds_the_abbreviation(added: str) -> None:
    assert {"Indledning", "Tilsyn", "Gebyrer"} == set(titles("Havkontrolstyrelsens"))
    assert titles("Havkontrolstyrelsen besøger moler")[0] == "Tilsyn"


def test_a_word_is_no_abbreviation(added: str) -> None:
    assert titles("Molevagtens Støttefond")[0] == "Indledning"
    assert "Andet" not in titles("Molevagtens Støttefond")
    assert titles("mos")[0] == "Andet"


def test_what_a_document_defined_goes_with_it(added: str, program: Program) -> None:
    assert program("fravær", "HKS").status == 1
    assert program("fjern", added).status == 0
    assert titles("Havkontrolstyrelsen") == []
    assert program("fravær", "HKS").status == 0


def test_an_absence_report_counts_the_name(added: str) -> None:
    with Collection.open() as collection:
        assert not collection.absence("HKS", documents=[added]).absent
