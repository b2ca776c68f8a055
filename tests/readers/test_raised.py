"""Raised figures without a note are no part of the number or the word that they stand behind."""

from __future__ import annotations

import pytest

from strategikort.citation.wording import keys
from strategikort.language.fold import fold
from strategikort.readers import BlockKind, read
from strategikort.readers.pdf.reader import read_pdf
from strategikort.structure.auto import sections_of
from tests.readers import opendocument as odf
from tests.readers.draw import Sheet, prose
from tests.readers.found import tables, texts
from tests.readers.word import STYLES, p, word

LONG = "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år."
PARTS = [
    *(
        "I 2024",
        "^1",
        " var beløbet",
        "^2",
        " 10",
        "^6",
        " kr. for 25 m",
        "^2",
        ".",
        "^3",
        " Og CO",
    ),
    *("_2", " den 5", "^th", "."),
]
SAID = "I 2024¹ var beløbet² 10⁶ kr. for 25 m2.³ Og CO2 den 5th."


def test_raised_figures_of_a_web_page() -> None:
    tags = {"^": "sup", "_": "sub"}
    said = "".join(f"<{tags[x[0]]}>{x[1:]}</{tags[x[0]]}>" if x[0] in tags else x for x in PARTS)
    table = "<table><tr><th>År</th><th>Beløb<sup>1)</sup></th></tr><tr><td>2024</td>"
    table += '<td>125<sup><a href="#fn1">1</a></sup></td></tr></table><p id="fn1">1) Skøn.</p>'
    found = read(f"<main><p>{LONG}</p><p>{said}</p>{table}</main>".encode(), "f.html")
    assert texts(found, BlockKind.PARAGRAPH) == [LONG, SAID]
    assert tables(found) == [[("År", "Beløb¹)"), ("2024", "125¹")]]


def test_raised_figures_of_a_word_file() -> None:
    look = '<w:rPr><w:vertAlign w:val="{}"/></w:rPr>'
    looks = {"^": look.format("superscript"), "_": look.format("subscript")}
    runs = "".join(
        f'<w:r>{looks.get(x[0], "")}<w:t xml:space="preserve">{x.lstrip("^_")}</w:t></w:r>'
        for x in PARTS
    )
    named = '<w:r><w:rPr><w:rStyle w:val="Op"/></w:rPr><w:t>4</w:t></w:r>'
    style = '<w:style w:type="character" w:styleId="Op"><w:name w:val="op"/>'
    style += f"{look.format('superscript')}</w:style></w:styles>"
    body = p(LONG) + f"<w:p>{runs}</w:p><w:p><w:r><w:t>I 2025</w:t></w:r>{named}</w:p>"
    found = read(word(body, word__styles=STYLES.replace("</w:styles>", style)), "f.docx")
    assert texts(found, BlockKind.PARAGRAPH) == [LONG, SAID, "I 2025⁴"]


@pytest.mark.parametrize("position", ["super 58%", "33% 58%"])
def test_raised_figures_of_an_opendocument(position: str) -> None:
    styles = odf.style("U", f'style:text-position="{position}"', family="text")
    styles += odf.style("D", 'style:text-position="sub 58%"', family="text")
    names = {"^": "U", "_": "D"}
    spans = "".join(
        f'<text:span text:style-name="{names[x[0]]}">{x[1:]}</text:span>' if x[0] in names else x
        for x in PARTS
    )
    found = read(odf.odt(f"<text:p>{LONG}</text:p><text:p>{spans}</text:p>", styles), "f.odt")
    assert texts(found, BlockKind.PARAGRAPH) == [LONG, SAID]


@pytest.mark.parametrize("size", [6, 8.9])
def test_raised_figures_of_a_pdf(size: float) -> None:
    sheet = Sheet().page()
    lines = prose(6)
    sheet.lines(60, 80, [*lines[:3], "og det skete i 2024", *lines[3:]])
    y = 80 + 3 * 12.5
    sheet.text(60 + sheet.pdf.get_string_width("og det skete i 2024"), y - 4, "1", size)
    (found,) = texts(read_pdf(sheet.bytes(), "f.pdf"), BlockKind.PARAGRAPH)
    assert "\nog det skete i 2024¹\n" in found


def test_a_mark_is_no_part_of_the_word_that_is_looked_for() -> None:
    assert [fold(word) for word in ("2024¹", "beløbet²", "m²", "IRIS²")] == [
        *("2024", "beloebet", "m2", "iris2"),
    ]
    assert keys("i 2024¹ af") == keys("i 2024 af")
    assert keys("10⁶") != keys("10⁷")


def test_a_mark_in_a_title_is_no_part_of_the_id() -> None:
    found = read(f"<main><h1>Mål 2030<sup>1</sup></h1><p>{LONG}</p></main>".encode(), "f.html")
    (section,) = sections_of(found, "d")
    assert (section.id, section.title) == ("d/mål-2030", "Mål 2030¹")
