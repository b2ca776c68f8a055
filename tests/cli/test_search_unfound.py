"""What is asked for and in none of the places that are shown: numbers, names and nouns."""

from __future__ import annotations

import pytest

from tests.conftest import Program


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("Berlinmuren faldt 1990", "Ingen af de viste steder har »1990«."),
        ("0,7 pct. udviklingsbistand", "Ingen af de viste steder har »0,7«."),
        ("Arktis Svalbard militær", "Ingen af de viste steder har »Svalbard«."),
        ("sanktioner Rusland oligarker", "Ingen af de viste steder har »oligarker«."),
        ("Palantir kunstig intelligens data sikkerhed", "Ingen af de viste steder har »Palantir«."),
        ('"kunstig intelligens" Palantir data', "Ingen af de viste steder har »Palantir«."),
        ("Indonesien handlingsplan 75 målsætninger", "Ingen af de viste steder har »75«."),
    ],
)
def test_a_number_a_name_or_a_noun_that_no_place_has_is_said(
    program: Program, query: str, said: str
) -> None:
    assert program("søg", query).err.splitlines() == [said]


def test_one_place_without_it_is_one(program: Program) -> None:
    found = program("søg", "Berlinmuren faldt 1990", "-n", "1")
    assert found.err == "Det viste sted har ikke »1990«.\n"


def test_a_misspelt_word_that_no_place_has_is_said_with_what_it_was_read_as(
    program: Program,
) -> None:
    found = program("søg", "Kinas indflydlse", "-n", "1")
    assert found.err == "Det viste sted har ikke »indflydelse« (skrevet »indflydlse«).\n"
    assert program("søg", "Kinas indflydlse", "-n", "3").err == (
        "Mente du »indflydelse«? Der er søgt på det, for »indflydlse« findes ikke.\n"
    )


@pytest.mark.parametrize(
    "query",
    [
        "Berlinmuren faldt 9. november 1989",
        "forsvar 2 procent 2030",
        "Find noget om Arktis",
        "rk 6",
        "konklusion tyve digitalt diplomati",
        "anbefaling 1 pkt. fire om AUKUS",
        "rådskonklusionen om desinformation",
        "partnerskaber -Svalbard",
        "klima OR Svalbard",
        "hvad siger tech-strategien om klima OR miljø",
        "kvante*",
        '"kunstig intelligens"',
    ],
)
def test_nothing_is_said_of_what_is_there_or_names_a_place(program: Program, query: str) -> None:
    assert "viste sted" not in program("søg", query).err


def test_it_is_said_beside_the_document_that_is_asked(program: Program) -> None:
    said = program("søg", "hvad siger udenrigsstrategien om Arktis, Svalbard og militær").err
    assert said.splitlines() == [
        "Søgningen spørger til uss; steder i det dokument står først.",
        "Ingen af de viste steder har »Svalbard«.",
    ]
