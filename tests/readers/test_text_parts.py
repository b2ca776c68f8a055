"""Plain text: what stands in it by itself, or begins in the middle of other lines."""

from __future__ import annotations

import pytest

from strategikort.readers import read
from strategikort.structure.auto import sections_of
from tests.readers.found import headings

LONG = (
    "Et udkast har i perioden fra den 30. april til den 30. maj været sendt i høring hos\n"
    "en række myndigheder og organisationer, der alle fik den samme frist til at svare.\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Trivsel på skolen\n\nHvad forstår vi ved ”trivsel”\n\nFor at trives skal man:\n\n"
            " • føle sig tryg\n\nHvad er konflikter?\n\nDe opstår af uenighed.\n\n"
            "Hvad gør vi for at forebygge?\n\nVi taler om det.\n",
            ["Trivsel på skolen", "Hvad forstår vi ved ”trivsel”", "Hvad er konflikter?",
             "Hvad gør vi for at forebygge?"],
            id="questions and answers",
        ),
        pytest.param(
            "Vi skal svare på tre ting.\n\nHvad er det?\n\nHvem gør det?\n\nHvor gør de det?\n",
            [],
            id="a list of questions",
        ),
        pytest.param(
            f"Høringsnotat om data\n1. Høringen\n1.1. Høringsperiode\n{LONG}"
            f"1.2. Hørte organisationer\n{LONG}",
            ["Høringsnotat om data", "1. Høringen", "1.1. Høringsperiode",
             "1.2. Hørte organisationer"],
            id="a chapter right over its first part",
        ),
        pytest.param(
            "Lov om social service\n\n§ 83, stk.1 Hjælp\nKommunen skal tilbyde hjælp til alle.\n\n"
            "§ 84 stk. 1 Afløsning\nKommunen skal tilbyde afløsning til ægtefæller.\n\n"
            "§ 94 Hjælper\nEn person kan vælge at udpege en hjælper.\n",
            ["Lov om social service", "§ 83, stk.1 Hjælp", "§ 84 stk. 1 Afløsning", "§ 94 Hjælper"],
            id="sections of a law with their subsections",
        ),
        pytest.param(
            f"MIU alm. del\nSpørgsmål 171\n{LONG}Spørgsmålet er stillet af Bente Dal.\n",
            ["Spørgsmål 171"],
            id="a question by its number",
        ),
        pytest.param(
            "Takstregulativ for Nordby Vand\n\nVedtaget af bestyrelsen den 2. december 2024\n\n"
            "§ 1. Afgiften er 18 kr.\n\n§ 2. Gebyret er 175 kr.\n",
            ["Takstregulativ for Nordby Vand", "§ 1.", "§ 2."],
            id="rules with when they were adopted",
        ),
        pytest.param(
            "Samarbejdsaftale om data\n\nmellem Nordby Kommune og Havnen\n\n"
            "Indgået den 3. februar 2026\n\n1. Formål\n\nVi deler data.\n\n2. Pris\n\nDet er frit.\n",
            ["Samarbejdsaftale om data", "1. Formål", "2. Pris"],
            id="an agreement with its parties",
        ),
        pytest.param(
            "UDVALG\n\nForretningsudvalget\n\nMØDE\n\nMeddelelser\n\nSTED\n\nREGIONSSALEN\n\n"
            "PUNKTER\n\n1. Om udredning\n2. Om sygehuse\n3. Om ruter\n",
            [],
            id="a form",
        ),
    ],
)  # fmt: skip
def test_lines_that_are_headings_by_what_stands_around_them(text: str, expected: list[str]) -> None:
    assert [line for line, _, _ in headings(read(text.encode(), "f.txt"))] == expected


def test_a_number_behind_an_abbreviation_begins_no_list() -> None:
    text = (
        "Stk. 5.\nMinisteren offentliggør tilladelser efter stk.\n"
        "1. Offentliggørelse kan ske udelukkende digitalt.\n"
    )
    (section,) = sections_of(read(text.encode(), "f.txt"), "d")[-1:]
    assert "efter stk. 1. Offentliggørelse" in section.text.text


def test_the_letters_of_a_list_are_no_roman_numerals() -> None:
    text = "Nyt fra\n\nb. Formanden\nIntet.\n\nc. Kassereren\nIntet.\n\ni. Festudvalget\nIntet.\n"
    assert headings(read(text.encode(), "f.txt")) == []
