"""Merged cells: those beside and below them keep their columns."""

from __future__ import annotations

import pytest

from strategikort.readers import ReadFile, read
from strategikort.readers.making.cells import Cell, in_columns
from tests.conftest import Outcome
from tests.holdings.conftest import Adding, Program
from tests.readers.found import tables
from tests.readers.word import p, word

LONG = "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år."
HEAD = "<tr><th>År</th><th>Sted</th><th>Mio.</th></tr>"


def web(rows: str) -> ReadFile:
    return read(f"<html><body><p>{LONG}</p><table>{rows}</table></body></html>".encode(), "f.html")


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text) if text else '<w:p/>'}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def grid(*widths: int) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def across(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


def document(*rows: str) -> ReadFile:
    return read(word(p(LONG) + f"<w:tbl>{''.join(rows)}</w:tbl>"), "f.docx")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            '<tr><td rowspan="2">2025</td><td>Vejle</td><td>10</td></tr>'
            "<tr><td>Kolding</td><td>20</td></tr><tr><td>2026</td><td>Ribe</td><td>5</td></tr>",
            [("2025", "Vejle", "10"), ("", "Kolding", "20"), ("2026", "Ribe", "5")],
            id="down",
        ),
        pytest.param(
            '<tr><td colspan="2">I alt</td><td>30</td></tr>', [("I alt", "", "30")], id="across"
        ),
        pytest.param(
            '<tr><td colspan="2" rowspan="2">A</td><td>1</td></tr><tr><td>2</td></tr>',
            [("A", "", "1"), ("", "", "2")],
            id="both",
        ),
        pytest.param(
            '<tr><td>A</td><td rowspan="0">B</td><td>1</td></tr><tr><td>C</td><td>2</td></tr>',
            [("A", "B", "1"), ("C", "", "2")],
            id="to the end",
        ),
        pytest.param(
            '<tbody><tr><td rowspan="9">A</td><td>B</td><td>1</td></tr></tbody>'
            "<tbody><tr><td>C</td><td>D</td><td>2</td></tr></tbody>",
            [("A", "B", "1"), ("C", "D", "2")],
            id="not out of its group",
        ),
        pytest.param(
            '<tr><td colspan="100">Jylland</td></tr><tr><td colspan="x">A</td><td>B</td></tr>',
            [("Jylland",), ("A", "B")],
            id="further than there are columns",
        ),
    ],
)  # fmt: skip
def test_merged_cells_of_web_pages(rows: str, expected: list[tuple[str, ...]]) -> None:
    assert tables(web(HEAD + rows)) == [[("År", "Sted", "Mio."), *expected]]


def test_a_head_in_two_rows() -> None:
    rows = (
        '<thead><tr><th rowspan="2">Sted</th><th colspan="2">Mio.</th><th rowspan="2">I alt</th></tr>'
        "<tr><th>2025</th><th>2026</th></tr></thead>"
        "<tr><td>Vejle</td><td>1</td><td>2</td><td>3</td></tr>"
    )
    assert tables(web(rows)) == [
        [("Sted", "Mio.", "", "I alt"), ("", "2025", "2026"), ("Vejle", "1", "2", "3")]
    ]


def test_merged_cells_of_word() -> None:
    begun, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    before = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    found = document(
        grid(2000, 2000, 2000),
        row(cell("År"), cell("Sted"), cell("Mio.")),
        row(cell("2025", begun), cell("Vejle"), cell("10")),
        row(cell("", goes_on), cell("Kolding"), cell("20")),
        row(cell("I alt", across(2)), cell("30")),
        row(cell("heraf", across(1)), cell("5"), properties=before),
    )
    assert tables(found) == [
        [
            ("År", "Sted", "Mio."),
            ("2025", "Vejle", "10"),
            ("", "Kolding", "20"),
            ("I alt", "", "30"),
            ("", "heraf", "5"),
        ]
    ]


def test_borders_of_word_that_do_not_meet_are_no_merging() -> None:
    rows = [
        row(cell("År"), cell("Sted", across(2)), cell("Mio.")),
        row(cell("2025", across(2)), cell("Vejle"), cell("10")),
    ]
    expected = [("År", "Sted", "Mio."), ("2025", "Vejle", "10")]
    assert tables(document(grid(2000, 900, 2000, 2000), *rows)) == [expected]
    total = row(cell("I alt", across(3)), cell("30"))
    assert tables(document(grid(2000, 90, 2000, 2000), *rows, total)) == [
        [*expected, ("I alt", "", "30")]
    ]


def test_what_a_hostile_table_says_costs_nothing() -> None:
    rows = [[Cell("a", 1000, 60_000), Cell("b", 1000, 60_000)]] * 2000
    assert in_columns(rows) == [["a", "b"]] * 2000
    assert in_columns([[], [Cell("a", 1, 9)], []]) == [[], ["a"], []]


def test_a_table_is_shown_with_its_columns(program: Program, add: Adding) -> None:
    add(
        "f.html",
        f"<html><body><h1>Havne</h1><p>{LONG}</p><table>{HEAD}<tr><td rowspan=2>2025</td>"
        "<td>Vejle</td><td>10</td></tr><tr><td>Kolding</td><td>20</td></tr></table></body></html>",
    )
    shown: Outcome = program("vis", "havne/tabeller/1", "--json")
    assert shown.json["sections"][0]["table"]["rows"] == [
        ["2025", "Vejle", "10"],
        ["", "Kolding", "20"],
    ]
