"""Headers and footers of word processors are not read; what only they say is said to be unread."""

from __future__ import annotations

import pytest

from strategikort.readers import ReadFile, read
from strategikort.readers.making.metadata import IN_RUNNING_LINES
from tests.readers import opendocument as odf
from tests.readers.draw import Sheet, prose
from tests.readers.word import NS, p, word

TITLE = "Strategi for små skoler"
BODY = p(TITLE) + p("Kommunen bygger en ny skole i den østlige del af byen til skoleåret 2027.")


def docx(**parts: str) -> ReadFile:
    made = {f"word__{name}": f"<w:hdr {NS}>{said}</w:hdr>" for name, said in parts.items()}
    return read(word(BODY, **made), "fil.docx")


def said(found: ReadFile) -> list[str]:
    return [warning.message for warning in found.quality.warnings]


@pytest.mark.parametrize(
    "line",
    [TITLE, TITLE.upper(), "Side 3 af 12", "Side  af ", "3", "", f"{TITLE} – side 4"],
)
def test_what_stands_in_the_text_or_counts_pages_is_not_worth_a_word(line: str) -> None:
    assert said(docx(header1=p(line), footer1=p(line))) == []


def test_words_of_headers_and_footers_are_said_to_be_unread() -> None:
    found = docx(
        header1=p("Fortroligt, j.nr. 2023-117"),
        header2=p("Fortroligt, j.nr. 2023-117"),
        footer1=p(TITLE) + p("Vedtaget af byrådet den 4. maj"),
    )
    assert said(found) == ["1 sidehoved med egne ord og 1 sidefod med egne ord er ikke læst."]
    assert "Fortroligt" not in found.text


def test_those_of_opendocument_too() -> None:
    pages = (
        '<style:master-page style:name="Standard">'
        f"<style:header>{odf.p('Fortroligt')}</style:header>"
        f"<style:header-first>{odf.p('Udkast til byrådet')}</style:header-first>"
        f"<style:footer>{odf.p('Side <text:page-number>3</text:page-number>')}</style:footer>"
        "</style:master-page>"
    )
    found = read(
        odf.odt(odf.p("Kommunen bygger en ny skole."), styles=odf.STYLES + pages), "fil.odt"
    )
    assert said(found) == ["2 sidehoveder med egne ord er ikke læst."]


def test_objects_that_other_programs_made_are_said_to_be_unread() -> None:
    made = (
        '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"'
        ' ProgID="{}"/></w:object></w:r></w:p>'
    )
    found = read(
        word(BODY + made.format("Equation.3") + made.format("Excel.Sheet.12") + "<w:altChunk/>"),
        "fil.docx",
    )
    assert said(found) == ["1 formel som objekt og 2 vedhæftede filer er ikke læst."]


@pytest.mark.parametrize(
    ("lines", "sender"),
    [
        (["Vejle Kommune • Skolegade 1 • 7100 Vejle"], "Vejle Kommune"),
        (["SUNDHEDSSTYRELSEN", "Side 2 af 3"], "Sundhedsstyrelsen"),
        (["Finansministeriet, Christiansborg Slotsplads 1, 1218 København K"], "Finansministeriet"),
        (["Finansministeriet", "Skatteministeriet"], None),
        (["Notat til Finansministeriet"], None),
    ],
)
def test_a_letterhead_says_who_sent_a_document(lines: list[str], sender: str | None) -> None:
    found = docx(header1="".join(map(p, lines)))
    assert found.metadata.author == sender
    assert (found.metadata.evidence.get("author") == IN_RUNNING_LINES) == bool(sender)


def test_a_title_page_goes_before_the_letterhead() -> None:
    parts = {"word__header1": f"<w:hdr {NS}>{p('Vejle Kommune')}</w:hdr>"}
    found = read(word(p(TITLE) + p("Udgivet af: KL") + BODY, **parts), "fil.docx")
    assert found.metadata.author == "KL"


def test_running_lines_of_a_pdf_are_a_letterhead_too() -> None:
    sheet = Sheet()
    for number in range(1, 5):
        sheet.page().text(60, 40, "Miljøministeriet", 8).text(60, 800, str(number), 8)
        sheet.text(60, 90, f"Plan {'for skove' if number == 1 else f'i del {number}'}", 20)
        for at, line in enumerate(prose(12)):
            sheet.text(60, 130 + 14 * at, line)
    found = read(sheet.bytes(), "fil.pdf")
    assert (found.metadata.title, found.metadata.author) == ("Plan for skove", "Miljøministeriet")
    assert found.metadata.evidence["author"] == IN_RUNNING_LINES
