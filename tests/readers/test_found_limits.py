"""What looks like a title, a heading or a table and is none, and what only looks like text."""

from __future__ import annotations

import textwrap

import pytest

from strategikort.readers import BlockKind, read
from tests.readers.draw import Sheet, prose
from tests.readers.found import headings, tables, texts
from tests.readers.word import p, word

LONG = (
    "Kommunerne skal sikre, at borgerne får den hjælp, de har brug for, og at der følges op"
    " på det hvert år. "
)
ACT = "Kommissionens forordning (EU) 2021/5 af 4. januar 2021 om godkendelse af stoffer"


def named(name: str, data: str | bytes) -> list[str]:
    """Return the headings of a file."""
    found = read(data.encode() if isinstance(data, str) else data, name)
    return [text for text, _, _ in headings(found)]


def test_a_line_that_ends_in_a_date_is_no_title() -> None:
    found = read(
        word(p("Næste møde: 4. juni 2024", run="<w:b/>") + p(2 * LONG) + p(LONG)), "a.docx"
    )
    assert found.metadata.title is None


@pytest.mark.parametrize(
    ("top", "title", "date"),
    [
        (f"{ACT}\n\nEUROPA-KOMMISSIONEN HAR —", ACT, "2021-01-04"),
        (
            "FORORDNING (EU) 2016/679\n\nom persondata gælder i hele Unionen.\n\nHAR VEDTAGET",
            "FORORDNING (EU) 2016/679",
            None,
        ),
    ],
    ids=["in one line", "a sentence about one"],
)
def test_the_title_of_an_act_is_whole(top: str, title: str, date: str | None) -> None:
    text = f"{top}\n\nArtikel 1\n\n{LONG}\n\nArtikel 2\n\n{LONG}"
    metadata = read(text.encode(), "a.txt").metadata
    assert (metadata.title, metadata.date) == (title, date)


def test_what_looks_as_high_as_its_annex_stands_below_it() -> None:
    text = f"PLAN FOR VEJE\n\n{2 * LONG}\n\nBilag 1\n\n{2 * LONG}\n\nTAL OG TABELLER\n\n{2 * LONG}"
    assert [level for _, level, _ in headings(read(text.encode(), "a.txt"))] == [1, 1, 2]


@pytest.mark.parametrize(
    ("end", "found"),
    [
        (f"<p>§ 2. {LONG}<p>Bilag<p>{LONG}", ["§ 1.", "§ 2.", "Bilag"]),
        (
            f"<br>Stk. 2. Loven gælder efter kapitel 3<br>Stk. 3. Ministeren gør det.<p>§ 2. {LONG}",
            ["§ 1.", "Stk. 2.", "Stk. 3.", "§ 2."],
        ),
        (
            f"<br>Det gælder dog ikke,<br>Særlige regler<br>§ 2. {LONG}<p>§ 3. {LONG}",
            ["§ 1.", "§ 2.", "§ 3."],
        ),
    ],
    ids=["an annex without a number", "a line without a stop", "the end of a sentence"],
)
def test_what_begins_and_ends_a_section_of_a_law(end: str, found: list[str]) -> None:
    assert named("a.html", f"<p>§ 1. {LONG}{end}") == found


def test_a_list_within_a_point_of_minutes_is_none_of_its_points() -> None:
    lines = ["1. Velkomst", "1. Første forslag", "2. Andet forslag", "2. Økonomi"]
    body = p("Referat af mødet") + "".join(p(line) + p(LONG) for line in lines)
    assert named("a.docx", word(body)) == ["1. Velkomst", "2. Økonomi"]


def test_recommendations_are_no_points_of_minutes() -> None:
    lines = ["1. Flere skoler", "2. Flere lærere"]
    body = p("Referat af mødet") + p("Anbefalinger", run="<w:b/>")
    body += "".join(p(line) + p(LONG) for line in lines)
    assert named("a.docx", word(body)) == ["Anbefalinger"]


def test_a_number_whose_chapter_is_nowhere_heads_nothing() -> None:
    text = f"<h1>1.1.1 Om vejene</h1><p>{LONG}<p>1.2 Om husene<p>{LONG}"
    assert named("a.html", text) == ["1.1.1 Om vejene"]


@pytest.mark.parametrize(("chapters", "quoted"), [(4, True), (30, False)])
def test_a_whole_document_between_quotation_marks_is_no_quotation(
    chapters: int, quoted: bool
) -> None:
    parts = "".join(
        f"<h2>Til veje</h2><p>{20 * LONG if not quoted else LONG}" for _ in range(chapters)
    )
    found = read(f"<p>»{LONG}{parts}<p>Slut.«".encode(), "a.html")
    assert all(block.quoted is quoted for block in found.blocks)


def test_numbers_with_a_note_in_the_margin_are_no_columns_of_a_table() -> None:
    sheet, y = Sheet().page(), 100.0
    for number in range(1, 5):
        if number == 3:
            sheet.lines(60, y, ["Frist for", "svar er", "sat til", "årets slut"], 9.5)
        sheet.text(118, y, f"{number}.")
        y = sheet.lines(140, y, textwrap.wrap(2 * LONG, 70)) + 6
    assert tables(sheet.read()) == []


def test_a_raised_figure_in_a_cell_is_no_part_of_its_word() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(5))
    for y in (200, 220, 240, 260):
        sheet.pdf.line(60, y, 460, y)
    for x in (60, 260, 460):
        sheet.pdf.line(x, 200, x, 260)
    rows = [("Kommune", "Udgift"), ("Aarhus", "12,5"), ("Odense", "13,1")]
    for at, row in enumerate(rows):
        sheet.text(64, 214 + 20 * at, row[0]).text(264, 214 + 20 * at, row[1])
    sheet.text(64.2 + sheet.pdf.get_string_width("Aarhus"), 230, "1", 6)
    sheet.lines(60, 300, prose(5))
    assert tables(sheet.read()) == [[rows[0], ("Aarhus¹", "12,5"), rows[2]]]


def test_text_between_the_notes_at_the_end_stays() -> None:
    sheet = Sheet().page().text(60, 60, "Baggrund", 16, "B")
    y = sheet.lines(60, 90, prose(6))
    for word_, mark in (("planen", "1"), ("sagen", "2")):
        line = f"Det fremgår af {word_}"
        sheet.text(60, y, line)
        sheet.text(60.2 + sheet.pdf.get_string_width(line), y - 3.5, mark, 6)
        y += 12.5
    y = sheet.lines(60, y + 10, prose(6)) + 20
    sheet.text(60, y, "Noter", 16, "B").text(60, y + 20, "Fra planen", 12, "B")
    y = sheet.lines(60, y + 40, ["Kilderne er disse."]) + 8
    sheet.lines(60, y, ["1 Finansministeriet, side 4.", "2 Miljøministeriet, side 7."])
    found = sheet.read()
    assert "Kilderne er disse." in texts(found, BlockKind.PARAGRAPH)
    assert len(texts(found, BlockKind.FOOTNOTE)) == len(found.marks) == 2
