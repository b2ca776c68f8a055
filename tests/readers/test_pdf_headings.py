"""Which lines of a PDF are headings, on which level, and by what that is known."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind, read
from strategikort.readers.pdf.reader import read_pdf
from tests.readers.draw import Sheet, prose
from tests.readers.found import headings, texts

Part = tuple[str, float, str]


def headed(*parts: Part) -> Sheet:
    """Return a page of headings (text, size, style), each with a paragraph below it."""
    sheet = Sheet().page()
    y = 80.0
    for text, size, style in parts:
        y = sheet.lines(60, y, text.split("\n"), size, style) + 10
        y = sheet.lines(60, y, prose(3)) + 20
    return sheet


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(
            [("1 Mål", 10, ""), ("1.1 Klima", 10, ""), ("1.2 Handel", 10, "")],
            [("1 Mål", 1), ("1.1 Klima", 2), ("1.2 Handel", 2)],
            id="numbers in the body's type",
        ),
        pytest.param([("2 Mål", 10, ""), ("4.7 Klima", 10, "")], [], id="numbers out of order"),
        pytest.param(
            [("2.1 Vi styrker indsatsen.", 10, "B"), ("Vi styrker indsatsen.", 10, "B")],
            [("2.1 Vi styrker indsatsen.", 2)],
            id="a sentence needs a number",
        ),
        pytest.param(
            [("Mål for klima, energi mv.", 10, "B")],
            [("Mål for klima, energi mv.", 1)],
            id="an abbreviation is no sentence",
        ),
        pytest.param([("\x95 Klima og energi", 12, "")], [], id="a bullet in larger type"),
        pytest.param([("Indhold", 14, "B")], [], id="the heading of a contents list"),
        pytest.param(
            [("Kapitel 3", 16, ""), ("3.1 Klima", 12, "")],
            [("Kapitel 3", 1), ("3.1 Klima", 2)],
            id="a word with its number",
        ),
    ],
)
def test_numbers_type_and_ending_tell_headings(
    parts: list[Part], expected: list[tuple[str, int]]
) -> None:
    found = headings(read(headed(*parts).bytes(), "a.pdf"))
    assert [(text, level) for text, level, _ in found] == expected


def test_numbers_in_smaller_type_that_begin_anew_stand_below_codes() -> None:
    sheet = headed(
        ("06.11. Fællesudgifter", 14, "B"),
        ("06.11.01. Udenrigstjenesten", 13, "B"),
        ("1. Budgetoversigt", 11, "B"),
        ("2. Hovedformål", 11, "B"),
        ("06.11.05. Pensioner", 13, "B"),
        ("1. Budgetoversigt", 11, "B"),
    )
    assert [level for _, level, _ in headings(sheet.read())] == [2, 3, 4, 4, 3, 4]


def test_two_numbered_headings_without_text_between_them_are_two() -> None:
    found = headed(("2.1 Klima\n2.1.1 Havet", 12, "B")).read()
    assert headings(found) == [("2.1 Klima", 2, "numbering"), ("2.1.1 Havet", 3, "numbering")]


@pytest.mark.parametrize(
    "lines",
    [
        ["2. Klima", "2.1. Havet"],
        ["Udtalelse", "1. Hvad handler sagen om?"],
        ["Udtalelse", "1. Sagen", "1.1. Forløbet"],
    ],
)
def test_headings_of_one_type_without_text_between_them_are_several(lines: list[str]) -> None:
    sheet = Sheet().page()
    y = 80.0
    for _ in range(3):
        for line in lines:
            sheet.text(60, y, line, 11, "B")
            y += 24
        y = sheet.lines(60, y, prose(5)) + 24
    assert [text for text, _, _ in headings(sheet.read())] == lines * 3


def test_a_number_alone_above_a_heading_is_part_of_it() -> None:
    sheet = Sheet().page()
    sheet.text(60, 80, "2", 30).text(60, 110, "Klima og energi", 16, "B")
    sheet.lines(60, 140, prose(8))
    assert headings(sheet.read()) == [("2\nKlima og energi", 1, "type")]


@pytest.mark.parametrize("numbered", [True, False])
def test_the_last_element_of_a_list_is_no_chapter_though_sections_follow_it(numbered: bool) -> None:
    sheet = Sheet()
    for chapter, title in enumerate(["Demokrati", "Klima og energi", "Kultur"], start=1):
        sheet.page()
        if numbered:
            sheet.text(60, 60 + 40 * chapter, str(chapter), 30)
        sheet.text(60, 90 + 40 * chapter, title, 16, "B")
        y = sheet.lines(60, 120 + 40 * chapter, prose(6)) + 10
        for number in range(1, 4):
            y = sheet.lines(72, y, [f"{number}. Vi vil sagen"]) + 6
        sheet.text(60, y + 10, f"{chapter}.1 Det gør vi selv", 12, "B")
        sheet.lines(60, y + 30, prose(6))
    found = [text for text, _, _ in headings(sheet.read())]
    assert len(found) == 6
    assert not [text for text in found if "Vi vil" in text]


def test_bookmarks_name_headings_wherever_they_lead() -> None:
    sheet = Sheet().page()
    for level, title in ((0, "Forord"), (0, "Findes ikke"), (1, "Klima og hav"), (1, "  ")):
        sheet.pdf.start_section(title, level=level)
    sheet.lines(60, 80, ["Forord"])
    sheet.lines(60, 110, prose(6))
    sheet.page().lines(60, 80, ["Klima og hav"])
    sheet.lines(60, 110, prose(6))
    data = sheet.bytes()
    assert headings(read_pdf(data, "a.pdf")) == [("Forord", 1, "outline")]
    assert headings(read_pdf(data.replace(b"/Dest ", b"/Tabt "), "a.pdf")) == [
        ("Forord", 1, "outline"),
        ("Klima og hav", 2, "outline"),
    ]


def test_of_two_lines_that_say_what_a_bookmark_does_the_larger_is_the_heading() -> None:
    sheet = Sheet().page()
    sheet.pdf.start_section("Klima og hav")
    sheet.text(60, 40, "Klima og hav", 7).text(60, 90, "Klima og hav", 16, "B")
    sheet.lines(60, 120, prose(6))
    assert headings(sheet.read()) == [("Klima og hav", 1, "outline")]


def test_what_three_bookmarks_leave_out_stands_below_them() -> None:
    sheet = Sheet().page()
    y = 80.0
    for title in ("Forord", "Klima", "Handel"):
        sheet.pdf.start_section(title, level=1 if title == "Klima" else 0)
        y = sheet.lines(60, y, [title], 16) + 10
        y = sheet.lines(60, y, ["Hvad vi vil"], 12, "B") + 6
        y = sheet.lines(60, y, prose(4)) + 20
    assert [(text, level, how) for text, level, how in headings(sheet.read())][:2] == [
        ("Forord", 1, "outline"),
        ("Hvad vi vil", 3, "type"),
    ]


@pytest.mark.parametrize(
    ("boxed", "is_heading"),
    [("2.2 Handel", True), ("2.a Handel", False), ("7.4 Handel", False), ("Handel", False)],
)
def test_a_coloured_box_that_continues_the_numbering_opens_a_section(
    boxed: str, is_heading: bool
) -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, ["2.1 Klima"], 14, "B") + 10
    y = sheet.lines(60, y, prose(8)) + 30
    sheet.pdf.set_fill_color(220, 230, 250)
    sheet.pdf.rect(50, y - 20, 480, 80, style="F")
    sheet.text(60, y, boxed, 14, "B")
    sheet.lines(60, y + 24, ["Danmark er en del af verden og", "lever af at handle med den."])
    sheet.lines(60, y + 90, prose(8, "energi"))
    found = sheet.read()
    assert [text for text, _, _ in headings(found)] == ["2.1 Klima", *([boxed] * is_heading)]
    assert (boxed in texts(found, BlockKind.BOX)) is not is_heading


def test_a_number_that_a_heading_has_makes_no_heading_of_a_line_in_the_body_s_type() -> None:
    chapters = [(f"{n} Mål", 16.0, "B") for n in (1, 2)] + [("2.1 Klima", 12.0, "B")]
    points = [(f"{n}. Regeringen vil handle", 10.0, "") for n in (1, 2)]
    found = headed(*chapters, *points).read()
    assert [text for text, _, _ in headings(found)] == [text for text, _, _ in chapters]


def in_columns(end: list[str], begin: list[str]) -> list[str]:
    """Return the headings of a page whose first column ends and second begins with these lines."""
    sheet, line = Sheet().page(), "vi styrker samarbejdet om fremtiden for alle"
    y = sheet.lines(60, 80, [*[line] * 38, "og arbejder for det."]) + 12
    sheet.lines(60, y, end, 12, "B")
    y = sheet.lines(310, 80, begin, 12, "B") + 6
    sheet.lines(310, y, ["Her begynder afsnittet om det", *[line] * 30, "slut med det."])
    return [text for text, _, _ in headings(sheet.read())]


@pytest.mark.parametrize(
    ("end", "begin"),
    [
        (["2.1 Muligheder for danske", "virksomheder i"], ["Europa"]),
        (["Muligheder for virksom-"], ["hederne i Norden"]),
        (["Danske muligheder"], ["under nye vilkår"]),
        (["Muligheder og"], ["Udfordringer"]),
    ],
)
def test_a_heading_goes_on_in_the_next_column(end: list[str], begin: list[str]) -> None:
    assert in_columns(end, begin) == ["\n".join([*end, *begin])]


@pytest.mark.parametrize(
    ("end", "begin"),
    [(["Danske muligheder"], ["Nye vilkår"]), (["Muligheder i"], ["2.2 Europa"])],
)
def test_two_headings_at_the_ends_of_columns_are_two(end: list[str], begin: list[str]) -> None:
    assert in_columns(end, begin) == ["\n".join(end), "\n".join(begin)]


@pytest.mark.parametrize("look", [(16, "B"), (10, "B"), (10, "")])
def test_the_number_of_a_chapter_has_its_title_on_the_next_page(look: tuple[int, str]) -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(40)) + 12
    sheet.text(60, y, "Kapitel 4", *look)
    y = sheet.page().lines(60, 80, ["Klima og energi"], 16, "B") + 10
    sheet.lines(60, y, prose(20, "klimaet"))
    found = sheet.read()
    assert [text for text, _, _ in headings(found)] == ["Kapitel 4\nKlima og energi"]
    assert next(b.page for b in found.blocks if b.kind is BlockKind.HEADING) == 1


def test_a_chapter_without_a_title_stays_by_itself() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(40)) + 12
    sheet.text(60, y, "Kapitel 4", 16, "B")
    y = sheet.page().lines(60, 80, ["4.1 Klima"], 14, "B") + 10
    sheet.lines(60, y, prose(20, "klimaet"))
    assert [text for text, _, _ in headings(sheet.read())] == ["Kapitel 4", "4.1 Klima"]


def test_a_lead_that_ends_in_the_next_column_is_no_heading() -> None:
    assert in_columns(["Vi styrker samarbejdet om havet"], ["og alle er med."]) == []


@pytest.mark.parametrize(("size", "is_heading"), [(11, False), (14, True)])
def test_code_a_little_larger_than_the_text_is_no_heading(size: float, is_heading: bool) -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(6)) + 10
    sheet.text(60, y, "Hent Aftalen", size, font="Courier")
    sheet.lines(60, y + 22, prose(6))
    assert (texts(sheet.read(), BlockKind.HEADING) == ["Hent Aftalen"]) is is_heading


def test_a_sentence_in_quotation_marks_is_a_pull_quote_and_no_heading() -> None:
    quote = '"Vi troede, at slaget var tabt."'
    found = headed(("Klima og energi", 12, "B"), (quote, 14, "")).read()
    assert [text for text, _, _ in headings(found)] == ["Klima og energi"]
    assert texts(found, BlockKind.BOX) == [quote]


def test_the_type_of_the_text_is_that_of_its_sentences_where_tables_are_longer() -> None:
    sheet = headed(("Klima og energi", 14, "B"))
    for row in range(30):
        for x, cell in zip((60, 200, 280, 360), ("Energi i alt", *["1.234,5"] * 3), strict=True):
            sheet.text(x, 200 + 12 * row, cell, 8)
    sheet.lines(60, 600, ["Kontoen omfatter løn og drift i", "tjenesten og forsøg mv."])
    assert [text for text, _, _ in headings(sheet.read())] == ["Klima og energi"]


def test_headings_set_alike_below_each_other_are_those_of_the_outline() -> None:
    sheet = Sheet().page()
    titles = ["Bemærkninger til lovforslaget", "Almindelige bemærkninger", "De regler, der gælder"]
    for level, title in enumerate(titles):
        sheet.pdf.start_section(title, level=level)
    sheet.lines(60, 80, titles, 10, "B")
    sheet.lines(60, 125, prose(20))
    assert headings(sheet.read()) == [
        (title, level, "outline") for level, title in enumerate(titles, 1)
    ]
