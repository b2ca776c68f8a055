"""Tables of figures without rules: their rows, columns and heads, and what is none of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from strategikort.readers import BlockKind, ReadFile
from tests.readers.draw import Sheet, prose
from tests.readers.found import headings, tables, texts

EDGES = (260, 330, 400)
ROWS = [
    ("Bevilling", "-398,4", "-412,6", "-"),
    ("Salg af varer og tjenester", "1.234,5", "22,0", "-22,3"),
    ("Renter", "0,0", "-0,5", "3,2 pct."),
    ("I alt", "836,1", "-391,1", "-19,1"),
]


def row(sheet: Sheet, y: float, cells: Sequence[str], size: float = 9, style: str = "") -> None:
    """Draw a row: its label from the left, its figures up to the right edges of their columns."""
    sheet.text(60, y, cells[0], size, style)
    for edge, cell in zip(EDGES, cells[1:], strict=False):
        sheet.pdf.set_font("Helvetica", style, size)
        sheet.text(edge - sheet.pdf.get_string_width(cell), y, cell, size, style)


def page(rows: Sequence[Sequence[str]], pitch: float = 13, y: float = 250) -> Sheet:
    """Return a page of text with rows in the middle of it."""
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(10))
    for number, cells in enumerate(rows):
        row(sheet, y + pitch * number, cells)
    sheet.lines(60, 600, prose(8, "havet"))
    return sheet


def read(sheet: Sheet) -> ReadFile:
    return sheet.read()


def test_each_row_of_figures_is_one_row_whatever_its_figures_are_like() -> None:
    assert tables(read(page(ROWS))) == [ROWS]


def test_a_label_alone_between_the_rows_is_a_row_and_no_heading() -> None:
    sheet = page([])
    row(sheet, 250, ROWS[0])
    row(sheet, 263, ["20. Repræsentationer i udlandet, der er bemandet"], style="B")
    row(sheet, 276, ROWS[1])
    row(sheet, 289, ROWS[3])
    found = read(sheet)
    label = ("20. Repræsentationer i udlandet, der er bemandet", "", "", "")
    assert tables(found) == [[ROWS[0], label, ROWS[1], ROWS[3]]]
    assert headings(found) == []


@pytest.mark.parametrize("middle", [0.0, 5.0])
def test_a_label_of_two_lines_is_one_cell(middle: float) -> None:
    sheet = page(ROWS[:2])
    row(sheet, 290, ["Overvågning af vandmiljøet og rapportering"])
    row(sheet, 300, ["efter direktivet"])
    row(sheet, 290 + middle, ["", *ROWS[2][1:]])
    row(sheet, 320, ROWS[3])
    label = "Overvågning af vandmiljøet og rapportering\nefter direktivet"
    assert tables(read(sheet)) == [[*ROWS[:2], (label, *ROWS[2][1:]), ROWS[3]]]


def test_figures_equally_far_from_each_other_are_a_row() -> None:
    sheet = page(ROWS[:2])
    row(sheet, 285, ["Overvågning og"])
    row(sheet, 290, ["", "400,0", "400,0", "400,0"])
    row(sheet, 295, ["rapportering"])
    row(sheet, 315, ROWS[3])
    cells = ("Overvågning og\nrapportering", "400,0", "400,0", "400,0")
    assert tables(read(sheet)) == [[*ROWS[:2], cells, ROWS[3]]]


def test_a_part_of_the_row_above_is_a_row_of_its_own() -> None:
    part = ("heraf løn", "1,0", "2,0", "3,0")
    assert tables(read(page([*ROWS[:3], part, ROWS[3]]))) == [[*ROWS[:3], part, ROWS[3]]]


def test_years_are_figures_like_others() -> None:
    rows = [(f"Projekt {name}", str(year)) for name, year in enumerate(range(2024, 2028))]
    sheet = page(rows)
    row(sheet, 237, ["Færdige projekter"])
    assert tables(read(sheet))[0][-4:] == rows


def test_rows_may_begin_with_a_number() -> None:
    sheet = page([])
    rows = [(str(n), *cells) for n, cells in enumerate(ROWS, 1)]
    for number, cells in enumerate(rows):
        sheet.text(60, 250 + 13 * number, cells[0], 9).text(80, 250 + 13 * number, cells[1], 9)
        row(sheet, 250 + 13 * number, ["", *cells[2:]])
    assert tables(read(sheet)) == [rows]


def test_the_head_of_a_table_is_part_of_it() -> None:
    sheet = page([])
    row(sheet, 225, ["", "Indtægtsført", "Øvrige", "Andel af"], style="B")
    row(sheet, 230, ["Mio. kr."], style="B")
    row(sheet, 235, ["", "bevilling", "indtægter", "resultat"], style="B")
    for number, cells in enumerate(ROWS):
        row(sheet, 250 + 13 * number, cells)
    head = ("Mio. kr.", "Indtægtsført\nbevilling", "Øvrige\nindtægter", "Andel af\nresultat")
    assert tables(read(sheet)) == [[head, *ROWS]]


def test_what_stands_over_the_years_is_in_their_cells() -> None:
    sheet = page([])
    row(sheet, 235, ["Mio. kr.", "R", "R", "BO1"])
    row(sheet, 246, ["", "2022", "2023", "2024"])
    for number, cells in enumerate(ROWS):
        row(sheet, 260 + 13 * number, cells)
    assert tables(read(sheet)) == [[("Mio. kr.", "R\n2022", "R\n2023", "BO1\n2024"), *ROWS]]


def test_a_caption_parts_two_tables() -> None:
    sheet = page(ROWS)
    row(sheet, 310, ["Tabel 2. Udgifter i året"])
    for number, cells in enumerate(ROWS[::-1]):
        row(sheet, 325 + 13 * number, cells)
    found = read(sheet)
    assert tables(found) == [ROWS, ROWS[::-1]]
    assert texts(found, BlockKind.CAPTION) == ["Tabel 2. Udgifter i året"]


def test_a_text_in_the_column_beside_is_in_no_row() -> None:
    sheet = Sheet().page()
    lines = ["Vi styrker samarbejdet om fremtiden"] * 20
    for x in (60, 330):
        sheet.lines(x, 60, lines)
    sheet.lines(330, 320, lines)
    rows = [(cells[0].split()[0], *cells[1:3]) for cells in ROWS]
    for number, cells in enumerate(rows):
        y = 320 + 13 * number
        sheet.text(60, y, cells[0], 9).text(180, y, cells[1], 9).text(240, y, cells[2], 9)
    assert tables(read(sheet)) == [rows]


def test_figures_among_the_words_of_justified_lines_are_no_table() -> None:
    lines = [
        "2022 og 1.398,4 mod 1.412,6 i 2023 og",
        "12,6 mod 1.456,9 eller 1.346,0 i 2023 og",
        "978,2 af 901,7 eller 1.845,0 i 1992 og",
        "2023 og 1.998,4 mod 2.112,6 i 2019 og",
    ]
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(20))
    for number, line in enumerate(lines * 2):
        words = line.split()
        sheet.pdf.set_font("Helvetica", "", 10)
        room = 184 - sum(sheet.pdf.get_string_width(word) for word in words)
        x = 60.0
        for word in words:
            sheet.text(x, 400 + 12 * number, word)
            x += sheet.pdf.get_string_width(word) + room / (len(words) - 1)
    found = read(sheet)
    assert tables(found) == []
    assert " ".join(lines) in found.text.replace("\n", " ")


def test_hyphens_drawn_by_themselves_are_no_dashes_of_a_table() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(8)) + 10
    halves = [
        ("regionens", "planer for", "66", "virk"),
        ("somheder", "omfatter", "12", "kom"),
        ("muner og", "mindst", "40", "for"),
        ("eninger i", "de andre", "landsdele.", ""),
    ]
    for at, words in enumerate(halves):
        sheet.pdf.set_font("Helvetica", "", 9)
        x = 60.0
        for word in words[:3]:
            sheet.text(x, y + 12 * at, word, 9)
            x += sheet.pdf.get_string_width(word) + 6
        if words[3]:
            end = 250 - sheet.pdf.get_string_width(words[3])
            sheet.text(end, y + 12 * at, words[3], 9)
            sheet.text(250, y + 12 * at, "-", 9, font="Times")
    assert tables(sheet.read()) == []


def test_the_marks_of_notes_in_the_margin_are_no_figures_of_a_table() -> None:
    sheet = Sheet().page()
    for at, line in enumerate(prose(12)):
        y = 80 + 14 * at
        x = 340 - 24 * at if at in (3, 4, 5) else 0
        sheet.text(60, y, line[: x // 5 - 14] if x else line)
        if x:
            sheet.text(x, y, "68", font="Times").text(x + 13, y, "kr.")
            sheet.text(x + 26, y - 3.6, str(at - 2), 8)
            sheet.text(450, y - 2.9, str(at - 2), 5, font="Times").text(454, y, "Se bilaget.", 8)
    found = sheet.read()
    assert tables(found) == []
    assert len(texts(found, BlockKind.FOOTNOTE)) == 3
