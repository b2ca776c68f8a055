"""Annexes that letters count are sections of their own, in every kind of file."""

from __future__ import annotations

import pytest

from strategikort.readers import read
from strategikort.readers.pdf.reader import read_pdf
from strategikort.structure.auto import sections_of
from tests.holdings.conftest import Adding, Program
from tests.readers.draw import Sheet, prose
from tests.readers.found import headings
from tests.readers.word import STYLES, p, word

LONG = "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år."
SENTENCES = [
    "Bilag A viser, at det går godt",
    "Bilag A viser, at det går godt.",
    "Bilag A-kassens regler",
    "Afsnit A/S Bryggen",
    "Bilag a i loven",
    "Dele A og B",
    "Bilag Anlæg",
]


def test_the_text_of_an_annex_is_cited_by_it(program: Program, add: Adding) -> None:
    text = f"1. Mål\n\n{LONG}\n\nBilag A\n\nHer er zqa.\n\nBilag B: Pladser\n\nHer er zqb.\n"
    add("f.txt", text)
    for word_, cited in (("zqa", "bilag A, l. 7"), ("zqb", "bilag B, l. 11")):
        assert cited in program("søg", word_, "--nøjagtig").out


@pytest.mark.parametrize(
    ("heading", "number", "pinpoint"),
    [
        ("Bilag A", "A", "bilag A"),
        ("BILAG B", "B", "bilag B"),
        ("Bilag Å", "Å", "bilag Å"),
        ("Bilag A: Anlæg", "A", "bilag A"),
        ("Bilag B. Pladser", "B", "bilag B"),
        ("Bilag C - Veje", "C", "bilag C"),
        ("Bilag C – Veje", "C", "bilag C"),
        ("Bilag 1 – Veje", "1", "bilag 1"),
        ("Bilag D Broer", "D", "bilag D"),
        ("Appendiks A", "A", "bilag A"),
        ("Appendiks 1", "1", "bilag 1"),
        ("Annex A", "A", "bilag A"),
        ("Del B", "B", "del B"),
    ],
)
def test_annexes_of_text(heading: str, number: str, pinpoint: str) -> None:
    found = read(f"1. Mål\n\n{LONG}\n\n{heading}\n\n{LONG}\n".encode(), "f.txt")
    section = sections_of(found, "d")[-1]
    assert headings(found)[1:] == [(heading, 1, "numbering")]
    assert (section.number, section.pinpoint, section.lines) == (number, pinpoint, ((7, 7),))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_about_annexes_are_no_headings(sentence: str) -> None:
    text = f"1. Mål\n\n{LONG}\n\n{sentence}\n\nDet er godt.\n\n{LONG}\n"
    assert headings(read(text.encode(), "f.txt"))[1:] == []


@pytest.mark.parametrize("heading", ["Bilag A", "Bilag II", "Bilag A - Veje", "Bilag A: Veje"])
def test_annexes_of_word_and_pdf(heading: str) -> None:
    body = p("Mål", "Overskrift1") + p(LONG) + p(heading, run="<w:b/>") + p(LONG)
    found = sections_of(read(word(body), "f.docx"), "d")
    assert [section.kind for section in found] == ["kapitel", "bilag"]
    sheet = Sheet().page()
    y = 80.0
    for text in ("1 Klima", heading):
        y = sheet.lines(60, y, [text], 14, "B") + 10
        y = sheet.lines(60, y, prose(3)) + 20
    assert headings(read_pdf(sheet.bytes(), "f.pdf"))[1:] == [(heading, 1, "numbering")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Bilag A", LONG, "Bilag B", LONG], ["Bilag A", "Bilag B"], id="letters"),
        pytest.param(["Bilag 1", "Oversigt", LONG], ["Bilag 1"], id="one"),
        pytest.param(["Bilag 1", "Bilag 2", LONG], [], id="a list of annexes"),
        pytest.param(["Bilag B", LONG], [], id="not the first"),
        pytest.param([LONG, "Bilag A"], [], id="without text"),
        pytest.param(["Bilag A viser det", LONG], [], id="a sentence"),
    ],
)
def test_annexes_without_any_style_are_known_by_their_numbers(
    lines: list[str], expected: list[str]
) -> None:
    found = read(word(p("Mål", "Overskrift1") + p(LONG) + "".join(map(p, lines))), "f.docx")
    assert [text for text, _, _ in headings(found)[1:]] == expected
    sheet = Sheet().page()
    y = sheet.lines(60, 80, ["1 Klima"], 14, "B") + 10
    y = sheet.lines(60, y, prose(3)) + 20
    for line in lines:
        y = sheet.lines(60, y, [line]) + 20
    assert [text for text, _, _ in headings(read(sheet.bytes(), "f.pdf"))[1:]] == expected


def test_where_annexes_are_marked_a_line_that_names_one_is_none() -> None:
    body = p(LONG) + p("Bilag 1") + p(LONG) + p("Bilag 1", "Overskrift1") + p(LONG)
    styles = STYLES.replace('<w:pPr><w:numPr><w:ilvl w:val="0"/>', "<w:pPr><w:numPr>").replace(
        '<w:numId w:val="1"/>', '<w:numId w:val="0"/>'
    )
    found = read(word(body, word__styles=styles), "f.docx")
    assert len(headings(found)) == 1


@pytest.mark.parametrize("annex", ["Bilag 1", "Bilag A."])
def test_the_title_below_an_annex_is_its_own_and_no_section_beside_it(annex: str) -> None:
    bold = "<w:b/>"
    body = p("Mål", run=bold) + p(LONG) + p(annex, run=bold) + p("Satser", run=bold) + p(LONG)
    found = sections_of(read(word(body, word__styles=STYLES), "f.docx"), "d")
    assert [(s.kind, s.label, s.text.text) for s in found] == [
        ("kapitel", "Mål", LONG),
        ("bilag", f"{annex} Satser", LONG),
    ]


def test_what_is_deeper_than_an_annex_is_a_section_of_it() -> None:
    html = f"<h1>Bilag 1</h1><h2>Satser</h2><p>{LONG}</p>"
    found = sections_of(read(f"<html><body>{html}".encode(), "f.html"), "d")
    assert [(s.kind, s.label, s.parent) for s in found] == [
        ("bilag", "Bilag 1", None),
        ("afsnit", "Satser", "d/bilag-1"),
    ]
