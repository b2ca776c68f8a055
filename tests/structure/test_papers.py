"""Papers of parliaments, governments and international bodies, in every kind of file."""

from __future__ import annotations

import pytest

from strategikort.model import Section
from strategikort.readers import read
from strategikort.structure.auto import sections_of
from tests.readers.lines import FORMS

PLEDGES = [
    "Vi, stats- og regeringscheferne for Alliancen, er samlet for at bekræfte vores forpligtelse"
    " til hinanden, og vi er urokkelige i vores vilje til at beskytte en milliard borgere.",
    "Forenet over for dybe trusler forpligter de allierede sig til at investere 5 procent af deres"
    " bruttonationalprodukt årligt senest i 2035 i det, som forsvaret har brug for.",
    "De allierede er enige om, at tilsagnet omfatter to væsentlige slags investeringer, og at"
    " mindst 3,5 procent årligt skal gå til det, som Alliancen har bedt dem om at stille med.",
    "De allierede bekræfter deres fælles tilsagn om hurtigt at udvide samarbejdet om udvikling og"
    " indkøb af materiel på begge sider af Atlanten og at fjerne hindringer for handelen.",
    "Vi udtrykker vores påskønnelse af den gæstfrihed, som Kongeriget Nederlandene har vist os, og"
    " vi ser frem til det næste møde i Tyrkiet i 2026 og til det, der følger derefter.",
]


def sections(name: str, *lines: str) -> dict[str, Section]:
    """Return the sections of a file with such lines by their pinpoints."""
    found = sections_of(read(FORMS[name](*lines), name), "d")
    return {section.pinpoint: section for section in found}


@pytest.mark.parametrize("name", FORMS)
def test_numbers_typed_in_front_of_paragraphs_make_points(name: str) -> None:
    lines = [f"{number}. {text}" for number, text in enumerate(PLEDGES, 1)]
    found = sections(name, "*Erklæring fra topmødet", *lines)
    assert [found[f"punkt {n}"].text.text for n in range(1, 6)] == PLEDGES


@pytest.mark.parametrize("name", FORMS)
def test_recitals_are_found_in_any_file(name: str) -> None:
    recitals = [f"({number}) {text}" for number, text in enumerate(PLEDGES, 1)]
    found = sections(
        name, "ud fra følgende betragtninger:", *recitals, "VEDTAGET DENNE FORORDNING:"
    )
    assert [found[f"betragtning {n}"].text.text for n in range(1, 6)] == PLEDGES


@pytest.mark.parametrize("name", FORMS)
def test_headings_in_bold_may_be_numbered_and_end_with_an_abbreviation(name: str) -> None:
    titles = ["Høringsperiode", "Hørte myndigheder m.v.", "Økonomi m.m."]
    lines = [part for n, title in enumerate(titles, 1) for part in (f"*2.{n}. {title}", PLEDGES[n])]
    found = sections(name, "*2. Høringen", PLEDGES[0], *lines)
    assert [found[f"afsnit 2.{n}"].title for n in (1, 2, 3)] == titles
    assert [found[f"afsnit 2.{n}"].text.text for n in (1, 2, 3)] == PLEDGES[1:4]


DEEP = ["2.1.1. Gældende ret", "2.1.2. Ministeriets overvejelser", "2.1.3. Den foreslåede ordning"]

LISTED = ["1. Ingen for staten", "2. Ingen for andre"]


@pytest.mark.parametrize("marked", ["*", ""])
@pytest.mark.parametrize("name", FORMS)
def test_numbered_lines_that_fit_in_are_headings_without_being_set_so(
    name: str, marked: str
) -> None:
    deepest = [part for line, text in zip(DEEP, PLEDGES, strict=False) for part in (line, text)]
    found = sections(
        name,
        *(f"{marked}1. Indledning", PLEDGES[0], f"{marked}2. Hovedpunkter"),
        *(f"{marked}2.1. Klimabistand", *deepest, f"{marked}2.2. Klageadgang", PLEDGES[1]),
        *(f"{marked}3. Økonomi", "Der er ingen:", *(LISTED if marked else ())),
    )
    assert [found[f"afsnit 2.1.{n}"].text.text for n in (1, 2, 3)] == PLEDGES[:3]
    assert found["afsnit 2.1.3"].title == "Den foreslåede ordning"
    assert found["afsnit 2.1.3"].parent == found["afsnit 2.1"].id == "d/2.1"
    assert found["afsnit 2.2"].text.text == PLEDGES[1]
    below = next(section for section in found.values() if section.title == "Økonomi")
    assert not marked or LISTED[1] in below.text.text


def test_numbered_lines_that_fit_nowhere_are_no_headings() -> None:
    lines = ["2.1 Sikkerhed", "2.4 Handel", "3.2 Klima", "1. Først", "2. Dernæst", "3. Til sidst"]
    found = sections(
        "f.html", "*1. Indledning", PLEDGES[0], "*2. Mål", *lines, "*3. Resten", "Nej."
    )
    assert [s.title for s in found.values()] == ["Indledning", "Mål", "Sikkerhed", "Resten"]
