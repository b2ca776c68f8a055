"""Text that is struck out is no longer said: it is not read, and that is told."""

from __future__ import annotations

import pytest

from strategikort.readers import ReadFile, read
from tests.readers import opendocument as odf
from tests.readers.word import p, word

LONG = "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år."
ONE = "1 overstreget stykke er ikke læst."


def said(found: ReadFile) -> list[str]:
    return [warning.message for warning in found.quality.warnings if warning.code == "left_out"]


@pytest.mark.parametrize(
    "struck",
    [
        "<del>1. maj</del>",
        '<del datetime="2024-01-01"><b>1.</b> maj</del>',
        "<s>1. maj</s>",
        "<strike>1. maj</strike>",
        '<span style="color:red; text-decoration: line-through">1. maj</span>',
    ],
)
def test_struck_words_of_a_web_page_are_not_read(struck: str) -> None:
    page = f"<main><p>{LONG}</p><p>Fristen er {struck} <ins>1. juni</ins> 2025.</p></main>"
    found = read(page.encode(), "f.html")
    assert found.text == f"{LONG}\n\nFristen er 1. juni 2025."
    assert said(found) == [ONE]


def test_struck_paragraphs_elements_and_cells_of_a_web_page_are_not_read() -> None:
    body = (
        f"<del><p>{LONG}</p><p>Og mere.</p></del><ul><li>Får</li><li><del>Kvæg</del></li></ul>"
        "<table><tr><th>År</th><th>Beløb</th></tr><tr><td>2024</td><td><s>100</s> 200</td></tr>"
        "<tr><td>2025</td><td>300</td></tr></table>"
    )
    found = read(f"<main><h1><s>Gammel</s> Ny</h1>{body}</main>".encode(), "f.html")
    assert found.text == "Ny\n\nFår\n\nÅr\tBeløb\n2024\t200\n2025\t300"
    assert said(found) == ["4 overstregede stykker er ikke læst."]


def test_what_follows_an_element_left_open_is_not_struck() -> None:
    found = read(f"<main><p>Før <s>dette<p>{LONG}</p></main>".encode(), "f.html")
    assert LONG in found.text
    swallowed = read(f"<main><div>Før <s>dette<p>{LONG}</p></div></main>".encode(), "f.html")
    assert LONG in swallowed.text


@pytest.mark.parametrize("toggle", ["<w:strike/>", "<w:dstrike/>"])
def test_struck_words_of_a_word_file_are_not_read(toggle: str) -> None:
    struck = f"<w:r><w:rPr>{toggle}</w:rPr><w:t>1. </w:t></w:r>"
    struck += f'<w:r><w:rPr>{toggle}</w:rPr><w:t xml:space="preserve">maj </w:t></w:r>'
    rest = "<w:r><w:t>1. juni</w:t></w:r>"
    off = '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t> 2025.</w:t></w:r>'
    found = read(word(p(LONG) + f"<w:p>{struck}{rest}{off}</w:p>"), "f.docx")
    assert found.text == f"{LONG}\n\n1. juni 2025."
    assert said(found) == [ONE]


def test_a_struck_heading_keeps_its_number() -> None:
    body = p("Mål", "Overskrift1") + p(LONG) + p("Midler", "Overskrift1", "<w:strike/>")
    found = read(word(body + p("Økonomi", "Overskrift1") + p(LONG)), "f.docx")
    assert found.text == f"1 Mål\n\n{LONG}\n\n3 Økonomi\n\n{LONG}"


def test_struck_words_of_an_opendocument_are_not_read() -> None:
    style = odf.style("S", 'style:text-line-through-style="solid"', family="text")
    body = '<text:p>Det er <text:span text:style-name="S">alle </text:span>fem.</text:p>'
    found = read(odf.odt(f"<text:p>{LONG}</text:p>{body}", style), "f.odt")
    assert found.text == f"{LONG}\n\nDet er fem."
    assert said(found) == [ONE]


def test_struck_words_of_markdown_are_not_read() -> None:
    text = f"# Mål ~~gammel~~\n\n{LONG}\n\nDet er ~~alle~~ fem,\nikke ~~1~~ 2. Ca. ~5 og ~6.\n"
    found = read(text.encode(), "f.md")
    assert found.text.split() == f"Mål {LONG} Det er fem, ikke 2. Ca. ~5 og ~6.".split()
    assert said(found) == ["3 overstregede stykker er ikke læst."]
