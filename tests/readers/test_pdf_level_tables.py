"""Tables with a rule below each row and none between the columns."""

from __future__ import annotations

import pytest

from tests.readers.draw import Sheet, prose
from tests.readers.found import tables
from tests.readers.test_invariants import check

XS = [60, 150, 330]
ROWS = [
    [["Trafik"], ["Flere tog kører til tiden i alle", "dele af landet."], ["Staten betaler."]],
    [
        ["Broer og", "tunneler"],
        ["Alle broer bliver malet i år."],
        ["Kommunerne maler", "dem selv."],
    ],
    [
        ["Energi"],
        ["Vinden giver strøm til alle", "hjem i hele landet,", "også om natten."],
        ["Ingen."],
    ],
    [["Skoler"], ["Nye borde."], ["Staten køber borde og", "stole til dem."]],
]
HEAD = [["Emne"], ["Indsats"], ["Ansvar"]]


def joined(rows: list[list[list[str]]]) -> list[tuple[str, ...]]:
    return [tuple("\n".join(cell) for cell in row) for row in rows]


def ladder(sheet: Sheet, y: float, rows: list[list[list[str]]], *, by_column: bool) -> float:
    """Draw rows with a rule below each, row by row or one column after the other."""
    tops: list[float] = []
    for row in rows:
        tops.append(y)
        y += 12.5 * max(map(len, row)) + 6
        sheet.pdf.line(56, y - 2, 500, y - 2)
    cells = [(at, column) for at in range(len(rows)) for column in range(3)]
    for at, column in sorted(cells, key=lambda one: one[::-1] if by_column else one):
        style = "B" if rows[at] is HEAD else ""
        sheet.lines(XS[column], tops[at] + 10, rows[at][column], style=style)
    return y


@pytest.mark.parametrize("by_column", [True, False])
def test_a_rule_below_each_row_makes_rows(by_column: bool) -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(10))
    y = ladder(sheet, y + 20, [HEAD, *ROWS], by_column=by_column)
    sheet.lines(60, y + 30, prose(10, "energi"))
    read = sheet.read()
    check(read)
    assert tables(read) == [joined([HEAD, *ROWS])]


def test_the_end_of_such_a_table_on_the_next_page_needs_no_more_rules() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(40))
    ladder(sheet, 620, [HEAD, *ROWS], by_column=True)
    sheet.page()
    y = ladder(sheet, 60, ROWS[1:3], by_column=True)
    sheet.lines(60, y + 30, prose(10, "energi"))
    read = sheet.read()
    check(read)
    assert tables(read) == [joined([HEAD, *ROWS]), joined(ROWS[1:3])]
    assert [block.continues for block in read.blocks if block.cells] == [False, True]


def test_rules_around_several_rows_do_not_make_one_of_them() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(10)) + 20
    for group in ["Norden", "Baltikum", "Benelux", "Alperne"]:
        for at, cell in enumerate([group, "Hovedstad", "Landekode"]):
            sheet.text(XS[at], y, cell)
        for at, cell in enumerate(["Land", "Byen", "Tegn"]):
            sheet.text(XS[at], y + 12.5, cell)
        sheet.pdf.line(56, y + 18, 500, y + 18)
        y += 32
    sheet.lines(60, y + 30, prose(10, "energi"))
    assert all("\n" not in cell for rows in tables(sheet.read()) for row in rows for cell in row)


def test_columns_of_text_between_rules_are_no_table() -> None:
    sheet = Sheet().page()
    words = ("skat", "handel", "energi", "klima", "vækst")
    for x, first in ((60, 0), (310, 4)):
        for at, word in enumerate(words):
            y = 80 + 80 * at
            sheet.pdf.line(56, y - 14, 540, y - 14)
            sheet.lines(x, y, [line[:52] for line in prose(10, word)[first : first + 5]])
    sheet.pdf.line(56, 480 - 14, 540, 480 - 14)
    assert tables(sheet.read()) == []
