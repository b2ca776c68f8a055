"""Papers of parliaments, governments and international bodies, in every kind of file."""

from __future__ import annotations

import pytest

from strategikort.model import Section
from strategikort.readers import read
from strategikort.readers.pdf.reader import read_pdf
from strategikort.structure.auto import sections_of
from tests.readers.draw import Sheet, prose
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


BILL = [
    *("Lovforslag nr. L 57", "Fremsat den 9. oktober 2025 af udenrigsministeren (A B)"),
    *("Forslag", "til", "*Lov om ændring af lov om bistand", "§ 1", "I lov om bistand ændres:"),
    *("1. § 3, stk. 3, ophæves.", "§ 2", "Loven træder i kraft den 1. januar 2026."),
    *("*Bemærkninger til lovforslaget", "Almindelige bemærkninger", "*1. Indledning", PLEDGES[0]),
    *("*2. Hovedpunkter", "2.1. Gældende ret", PLEDGES[1], "2.2. Forslaget", PLEDGES[2]),
    *("*Bemærkninger til lovforslagets enkelte bestemmelser", "Til § 1", "Til nr. 1", PLEDGES[3]),
    *("Til nr. 2", PLEDGES[4], "Til § 2", "Ministeren fastsætter ikke tidspunktet."),
    *(
        "Bilag 1",
        "*Gældende formulering",
        "§ 2. Formålet med bistanden er at hjælpe.",
        "Det er sådan.",
    ),
]
REMARKS = {
    "bemærkningerne til § 1": "",
    "bemærkningerne til § 1, nr. 1": PLEDGES[3],
    "bemærkningerne til § 1, nr. 2": PLEDGES[4],
    "bemærkningerne til § 2": "Ministeren fastsætter ikke tidspunktet.",
}


@pytest.mark.parametrize("name", FORMS)
def test_the_remarks_on_each_provision_of_a_bill_are_sections(name: str) -> None:
    found = sections(name, *BILL)
    remarks = {p: s.text.text for p, s in found.items() if s.kind == "bemærkning"}
    assert remarks == REMARKS
    assert found["bemærkningerne til § 1, nr. 2"].id == "d/bemærkninger/1/2"
    general = found["afsnittet »Almindelige bemærkninger«"]
    assert [found[f"afsnit {n}"].parent for n in (1, 2)] == [general.id] * 2
    assert found["afsnit 2.2"].text.text == PLEDGES[2]
    assert found["§ 1"].text.text.endswith("ophæves.")


def test_lines_of_a_page_that_stand_close_are_remarks_too() -> None:
    top, _, below = "\n".join(line.removeprefix("*") for line in BILL).partition("Til § 1\n")
    text = top.replace("\n", "\n\n") + "Til § 1\nTil nr. 1\n" + below.partition("\n")[2]
    found = {s.pinpoint: s for s in sections_of(read(text.encode(), "f.txt"), "d")}
    assert found["bemærkningerne til § 1, nr. 1"].text.text.startswith(PLEDGES[3])


REPORT = [
    *("Betænkning afgivet af Udenrigsudvalget den 4. december 2025", "*Betænkning", "over"),
    *("*Forslag til lov om ændring af lov om bistand", "*1. Ændringsforslag", PLEDGES[0]),
    *("*2. Ændringsforslag med bemærkninger", "Ændringsforslag", "Til § 1", "1) Stk. 2 udgår."),
    *("Bemærkninger", "Til nr. 1", PLEDGES[1], "*3. Udvalgsarbejdet", PLEDGES[2]),
]


@pytest.mark.parametrize("name", FORMS)
def test_an_amendment_to_a_section_is_no_remark_on_it(name: str) -> None:
    read_file = read(FORMS[name](*REPORT), name)
    found = {s.pinpoint: s for s in sections_of(read_file, "d")}
    assert [p for p, s in found.items() if s.kind == "bemærkning"] == ["bemærkningerne til nr. 1"]
    remarks = found["afsnittet »Bemærkninger«"]
    assert remarks.parent == "d/2"
    assert found["bemærkningerne til nr. 1"].parent == remarks.id
    assert next(s for s in found.values() if s.number == "3").text.text == PLEDGES[2]
    assert (
        read_file.metadata.title == "Betænkning over Forslag til lov om ændring af lov om bistand"
    )
    assert read_file.metadata.date == "2025-12-04"


def test_a_paper_about_a_report_keeps_its_own_title() -> None:
    text = "# Notat om bistand\n\nBetænkning over forslag til lov om bistand\n\nDen er god.\n"
    assert read(text.encode(), "f.md").metadata.title == "Notat om bistand"


@pytest.mark.parametrize("marked", ["*", ""])
@pytest.mark.parametrize("name", FORMS)
def test_a_question_has_its_answer_below_it(name: str, marked: str) -> None:
    numbers = ("12", "S 825", "13")
    asked = [
        (f"{marked}Spørgsmål nr. {n}", f"Vil ministeren se {n}?", f"{marked}Svar:", f"Ja, {n}.")
        for n in numbers
    ]
    found = sections(name, "*Svar til udvalget", *(line for lines in asked for line in lines))
    for number in numbers:
        question = found[f"spørgsmål {number}"]
        answer = found[f"svaret på spørgsmål {number}"]
        assert question.text.text == f"Vil ministeren se {number}?"
        assert (answer.text.text, answer.parent) == (f"Ja, {number}.", question.id)
    assert found["svaret på spørgsmål 12"].id == "d/spørgsmål/12/svar"


@pytest.mark.parametrize("name", FORMS)
def test_an_answer_to_several_questions_is_not_that_to_the_last(name: str) -> None:
    lines = ["*Samrådsspørgsmål C", "Hvad nu?", "*Samrådsspørgsmål D", "Og så?", "*Svar"]
    found = sections(name, "*Samråd i Europaudvalget", *lines, PLEDGES[0])
    assert {"spørgsmål C", "spørgsmål D"} < found.keys()
    answer = next(s for s in found.values() if s.title == "Svar")
    assert answer.text.text == PLEDGES[0]
    assert answer.parent != "d/spørgsmål/d"


def test_a_line_that_says_question_or_answer_makes_no_pair() -> None:
    found = sections("f.txt", "Notat", "Svar", PLEDGES[0], "Spørgsmål 12", PLEDGES[1])
    assert not [s for s in found.values() if s.kind == "svar"]


def test_a_roman_number_on_a_line_over_its_title_is_the_section_s_number() -> None:
    sheet = Sheet()
    for number, title in (("I", "Om havet"), ("II", "Om Norden")):
        sheet.page().text(270, 80, number, 13, "B").text(250, 98, title, 13, "B")
        sheet.lines(60, 130, prose(20, title.split()[-1]))
    sections = sections_of(read_pdf(sheet.bytes(), "a.pdf"), "d")
    found = [(s.number, s.title) for s in sections if s.heading]
    assert found == [("I", "Om havet"), ("II", "Om Norden")]
