"""The workbook, read by a program that knows nothing of ours: every cell is what it was."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from strategikort.output.export import xlsx
from tests.export.conftest import Program


def cells(path: Path) -> list[list[Any]]:
    book = openpyxl.load_workbook(path)
    (sheet,) = book.worksheets
    assert sheet.freeze_panes == "A2"
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    book.close()
    return found


def exported(program: Program, path: Path, *args: str) -> list[list[Any]]:
    outcome = program("eksportér", str(path), *args, "--overskriv")
    assert outcome.status == 0, outcome.err
    return cells(path)


def test_it_says_what_the_csv_says(program: Program, tmp_path: Path) -> None:
    for extra in ([], ["--søg", "kvanteteknologi"]):
        table = program("eksportér", "-", "--format", "csv", *extra).out
        expected = list(csv.reader(io.StringIO(table, newline="")))
        found = exported(program, tmp_path / "ud.xlsx", *extra)
        scores = found[0].index("rank") if extra else len(found[0])
        assert [["" if c is None else c for c in row[:scores]] for row in found] == [
            row[:scores] for row in expected
        ]
        for row, line in zip(found[1:], expected[1:], strict=True):
            assert row[scores:] == [float(cell) for cell in line[scores:]]


def test_lines_are_no_dates(program: Program, tmp_path: Path) -> None:
    """Excel makes 8. november of the lines 8-11 in a CSV file."""
    names, *rows = exported(program, tmp_path / "ud.xlsx", "-d", "uss")
    lines, pages = ({row[names.index(name)] for row in rows} for name in ("lines", "pages"))
    assert {"31-36", "178-179"} <= lines
    assert "12, 13" in pages
    assert all(isinstance(item, str) for item in lines)


def test_a_hostile_document(program: Program, tmp_path: Path, hostile: str) -> None:
    names, *rows = exported(program, tmp_path / "ud.xlsx", "-d", hostile)
    title = rows[0][names.index("document_title")]
    assert title.startswith('=HYPERLINK("http')
    assert "<script>" in title
    assert any(row[names.index("text")].startswith("=1+1 er") for row in rows if row[4])


@pytest.mark.parametrize("text", ["a_x0041_b", "a_x005F_b", "<&>\"'", " to  blanke ", "x\n\ny"])
def test_cells_are_read_as_they_were_written(text: str) -> None:
    import xml.etree.ElementTree as ET

    from openpyxl.utils.escape import unescape

    cell = ET.fromstring(xlsx._text(text))
    assert unescape("".join(cell.itertext())) == text


def test_what_no_cell_can_hold() -> None:
    import xml.etree.ElementTree as ET

    for text in ("å" * 40_000, "𝕏" * 20_000):
        shown = "".join(ET.fromstring(xlsx._text(text)).itertext())
        assert shown.endswith(" […]")
        assert len(shown.encode("utf-16-le")) <= 2 * xlsx.LONGEST
        assert text.startswith(shown.removesuffix(" […]"))
    whole = "å" * xlsx.LONGEST
    assert whole in xlsx._text(whole)
    ET.fromstring(xlsx._text("\x00\x1b\ufffe\uffff\ud800").encode("utf-8", "replace"))
