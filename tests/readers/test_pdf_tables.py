"""Tables and boxes of PDFs: with rules and without, cells that go on, what only looks like one."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind
from tests.readers.draw import Sheet, prose
from tests.readers.found import tables, texts


def between(sheet: Sheet, height: float = 120) -> float:
    """Set text above and below a free place on a page; return where that begins."""
    y = sheet.lines(60, 80, prose(10))
    sheet.lines(60, y + height + 20, prose(10, "energi"))
    return y + 20


def grid(sheet: Sheet, xs: list[float], ys: list[float]) -> None:
    for y in ys:
        sheet.pdf.line(xs[0], y, xs[-1], y)
    for x in xs:
        sheet.pdf.line(x, ys[0], x, ys[-1])


def test_a_row_drawn_in_one_piece_is_cut_at_the_rules() -> None:
    sheet = Sheet().page()
    y = between(sheet)
    sheet.pdf.set_font("Helvetica", "", 10)
    edge = 62 + sheet.pdf.get_string_width("Danmark ")
    grid(sheet, [60, edge, 200], [y, y + 20, y + 40, y + 60])
    for row, text in enumerate(["Danmark  2024", "Norge", "Sverige   2025"]):
        sheet.text(62, y + 14 + 20 * row, text)
    sheet.text(edge + 3, y + 34, "2026")
    assert tables(sheet.read()) == [[("Danmark", "2024"), ("Norge", "2026"), ("Sverige", "2025")]]


def test_a_grid_with_running_text_across_it_is_no_table() -> None:
    sheet = Sheet().page()
    y = between(sheet)
    grid(sheet, [60, 200, 400], [y, y + 20, y + 40])
    sheet.lines(70, y + 12, prose(3, "handel"))
    read = sheet.read()
    assert tables(read) == []
    assert "\n".join(prose(3, "handel")) in read.text


def test_a_row_of_cells_alone_is_no_table() -> None:
    sheet = Sheet().page()
    y = between(sheet)
    grid(sheet, [60, 160, 260], [y, y + 20])
    sheet.text(65, y + 14, "Danmark").text(165, y + 14, "Norge")
    read = sheet.read()
    assert tables(read) == []
    assert texts(read, BlockKind.BOX) == []
    assert "Danmark Norge" in read.text


def test_a_row_of_cells_at_the_end_of_a_page_is_a_tables() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(10)) + 20
    grid(sheet, [60, 160, 260], [y, y + 20])
    sheet.text(65, y + 14, "Land").text(165, y + 14, "Mål").text(300, 800, "4")
    sheet.page()
    grid(sheet, [60, 160, 260], [80, 100])
    sheet.text(65, 94, "Danmark").text(165, 94, "2030")
    sheet.lines(60, 130, prose(10, "energi"))
    assert tables(sheet.read()) == [[("Land", "Mål")], [("Danmark", "2030")]]


def test_a_frame_parted_by_a_rule_is_one_box() -> None:
    sheet = Sheet().page()
    y = between(sheet)
    grid(sheet, [60, 400], [y, y + 24, y + 70])
    sheet.text(70, y + 16, "Fakta om handel", 10, "B")
    sheet.lines(70, y + 40, ["Danmark handler med hele verden", "og mest med sine naboer."])
    assert texts(sheet.read(), BlockKind.BOX) == [
        "Fakta om handel",
        "Danmark handler med hele verden\nog mest med sine naboer.",
    ]


def test_headings_that_stand_in_frames_below_each_other_are_no_box() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 60, ["1. Handel med verden"], 11, "B")
    y = between(sheet)
    grid(sheet, [60, 400], [y, y + 24, y + 48])
    sheet.text(70, y + 16, "2. Danmark i verden", 11, "B")
    sheet.text(70, y + 40, "2.1. Handel med naboerne", 10, "B")
    sheet.lines(60, y + 70, prose(6, "handlen"))
    found = sheet.read()
    assert texts(found, BlockKind.BOX) == []
    assert texts(found, BlockKind.HEADING)[-2:] == [
        "2. Danmark i verden",
        "2.1. Handel med naboerne",
    ]


@pytest.mark.parametrize(
    ("lines", "size", "width"),
    [
        pytest.param(["Danmark handler med hele verden."], 10, 300, id="one line"),
        pytest.param(["Danmark handler med", "hele verden hver dag"], 16, 300, id="a title"),
        pytest.param(
            ["Danmark handler med hele verden", "og mest med sine naboer i Norden."],
            10,
            140,
            id="text wider than the ground",
        ),
        pytest.param(
            ["Danmark handler med", "hele verden hver dag."], 10, 40, id="a narrow ground"
        ),
    ],
)
def test_a_coloured_ground_is_not_always_a_box(lines: list[str], size: float, width: float) -> None:
    sheet = Sheet().page()
    y = between(sheet)
    sheet.pdf.set_fill_color(220, 230, 250)
    sheet.pdf.rect(60, y, width, 70, style="F")
    sheet.lines(70, y + 24, lines, size)
    read = sheet.read()
    assert texts(read, BlockKind.BOX) == []
    assert "\n".join(lines) in read.text


def test_a_coloured_page_is_neither_a_box_nor_a_table() -> None:
    sheet = Sheet().page()
    sheet.pdf.set_fill_color(220, 230, 250)
    sheet.pdf.rect(0, 0, 595, 842, style="F")
    sheet.lines(60, 80, prose(20))
    assert [block.kind for block in sheet.read().blocks] == [BlockKind.PARAGRAPH]


COUNTRIES = ["Danmark", "Norge", "Sverige", "Finland", "Island", "Grønland"]


def test_a_short_table_without_rules_ends_where_its_figures_do() -> None:
    sheet = Sheet().page()
    y = between(sheet, 140)
    sheet.pdf.set_font("Helvetica", "", 10)
    rows = [(name, f"{10 ** (n % 4) * 7} mio. kr.") for n, name in enumerate(COUNTRIES)]
    for number, (name, sum_) in enumerate(rows):
        at = y + 20 * number
        sheet.text(60, at, name).text(300 - sheet.pdf.get_string_width(sum_), at, sum_)
    assert tables(sheet.read()) == [rows]


@pytest.mark.parametrize("below", [[], ["Kilde er ministeriet"]])
def test_the_last_cell_of_a_table_without_rules_goes_on_below(below: list[str]) -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(10)) + 20
    for name in COUNTRIES:
        sheet.text(60, y, name).text(250, y, "Aftale om handel")
        y += 24
    sheet.text(250, y - 9, "og om fiskeri")
    sheet.text(250, y + 6, "i nordlige have")
    sheet.lines(60, y + 60, below)
    read = sheet.read()
    assert tables(read) == [
        [
            *((name, "Aftale om handel") for name in COUNTRIES[:-1]),
            ("Grønland", "Aftale om handel\nog om fiskeri\ni nordlige have"),
        ]
    ]
    assert texts(read, BlockKind.PARAGRAPH)[1:] == below


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Figur 1: Handel med Norden", BlockKind.CAPTION),
        ("Kilde: Danmarks Statistik", BlockKind.CAPTION),
        ("Figuren viser handelen", BlockKind.PARAGRAPH),
    ],
)
def test_a_caption_is_told_by_how_it_begins(text: str, kind: BlockKind) -> None:
    sheet = Sheet().page()
    sheet.text(60, between(sheet) + 30, text)
    assert text in texts(sheet.read(), kind)


def test_a_small_table_without_rules_is_one_also_on_a_page_full_of_text() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 60, prose(25)) + 12
    rows = [("Initiativ", "2024", "2025"), ("Kyster og", "12,5", "13,0"), ("Vand", "8,0", "7,5")]
    for number, cells in enumerate(rows):
        sheet.text(60, y, cells[0])
        if number == 1:
            sheet.text(60, y + 12, "åer")
        for x, cell in zip((180, 280), cells[1:], strict=True):
            sheet.text(x, y, cell)
        y += 30 if number == 1 else 18
    sheet.lines(60, y + 12, prose(25, "havet"))
    assert tables(sheet.read()) == [[rows[0], ("Kyster og\nåer", "12,5", "13,0"), rows[2]]]


def test_a_heading_right_below_a_table_is_none_of_its_rows() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 60, prose(4))
    for row, mark in enumerate("abc"):
        y = 130 + 15 * row
        sheet.text(60, y, f"{mark})").text(80, y, f"Hvad vil landene i Norden gøre {row}?")
        sheet.text(480, y, "(10 point)")
    sheet.text(60, 184, "Opgave 2", 14, "B")
    sheet.lines(60, 205, prose(8))
    read = sheet.read()
    assert texts(read, BlockKind.HEADING) == ["Opgave 2"]
    assert [len(table) for table in tables(read)] == [3]


def test_cells_that_fill_their_columns_are_no_columns_of_text() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 60, [*prose(3)[:2], "og slut."]) + 10
    for number in range(14):
        sheet.text(60, y, f"Indsatser for jernbanen {number}").text(190, y, "Statsrevisorerne")
        sheet.lines(
            290, y, ["Direktoratet forventer overgangen til energi i", "samarbejde med alle."]
        )
        y += 30
    (table,) = tables(sheet.read())
    assert len(table) == 14
    assert [" ".join(cell.split()) for cell in table[3]] == [
        "Indsatser for jernbanen 3",
        "Statsrevisorerne",
        "Direktoratet forventer overgangen til energi i samarbejde med alle.",
    ]


def banded(sheet: Sheet, rows: list[tuple[str, str]], x: float, y: float) -> None:
    """Draw rows cell by cell, every other one of them on a grey ground, below a head without one."""
    sheet.pdf.set_fill_color(230)
    for at in range(2, len(rows), 2):
        sheet.pdf.rect(x - 6, y + 18 * at - 12, 230, 18, style="F")
    sheet.pdf.rect(x - 6, y + 6, 230, 18 * len(rows) - 18)
    for at, (left, right) in enumerate(rows):
        sheet.text(x, y + 18 * at, left).text(x + 140, y + 18 * at, right)


ROWS = [("Indsats", "Frist"), ("Cykelstier til skolerne", "Juni"), ("Rådgivning af unge", "Maj")]
ROWS += [("Naturpleje ved åen", "April"), ("Havneanlæg og broer", "Marts")]


def test_the_head_over_rows_on_grounds_is_the_tables() -> None:
    sheet = Sheet().page()
    banded(sheet, ROWS, 66, between(sheet))
    assert tables(sheet.read()) == [ROWS]


def test_a_page_may_end_with_a_table_in_a_frame_and_another_begin_with_text() -> None:
    sheet = Sheet().page()
    lines = prose(30)
    y = sheet.lines(60, 80, [*lines[:-1], "for alle lande kan det blive til noget og for"])
    banded(sheet, ROWS, 66, y + 20)
    sheet.page().lines(60, 80, ["alle de andre i verden.", *prose(10, "energi")])
    assert tables(sheet.read()) == [ROWS]


@pytest.mark.parametrize("x", [0, 445])
def test_a_ground_as_high_as_the_page_may_be_that_of_a_narrow_column(x: float) -> None:
    sheet = Sheet()
    for word in ("havet", "energi"):
        sheet.page().pdf.set_fill_color(220, 230, 240)
        sheet.pdf.rect(x, 0, 150, 842, style="F")
        sheet.text(x + 15, 96, "Kort fortalt", 8, "B")
        sheet.lines(x + 15, 108, [line[:30] for line in prose(6, word)], 8)
        left = 165 if x == 0 else 40
        sheet.text(left, 96, f"1.{len(word) - 4} Om {word}", 14, "B")
        sheet.lines(left, 120, prose(40, word))
    read = sheet.read()
    assert texts(read, BlockKind.HEADING) == ["1.1 Om havet", "1.2 Om energi"]
    assert texts(read, BlockKind.BOX)[::2] == ["Kort fortalt"] * 2
    assert texts(read, BlockKind.PARAGRAPH)[0] == "\n".join(prose(40, "havet"))
