"""Scans with a text layer: lines that lie aslant, and sizes of type that are only measured."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind
from tests.readers.draw import Sheet, prose
from tests.readers.found import headings, tables, texts


@pytest.mark.parametrize("angle", [0.0, 0.7, -1.5, 3.0])
def test_lines_that_lie_aslant_are_whole_and_in_order(angle: float) -> None:
    sheet = Sheet().page()
    rows = [("Danmark", "12,5", "13,0"), ("Norge", "8,0", "7,5"), ("Sverige", "1,0", "2,0")]
    with sheet.pdf.rotation(angle, 300, 400):
        sheet.lines(60, 120, prose(20))
        for number, cells in enumerate(rows):
            for x, cell in zip((60, 300, 420), cells, strict=True):
                sheet.text(x, 500 + 14 * number, cell)
    read = sheet.read()
    assert texts(read, BlockKind.PARAGRAPH) == ["\n".join(prose(20))]
    assert tables(read) == [rows]


def test_a_line_across_the_page_does_not_turn_the_others() -> None:
    sheet = Sheet().page()
    with sheet.pdf.rotation(4, 300, 400):
        sheet.text(60, 700, "Udkast til drøftelse")
    sheet.lines(60, 80, prose(20))
    assert "\n".join(prose(20)) in sheet.read().text


@pytest.mark.parametrize("mode", ["INVISIBLE", "FILL"])
def test_sizes_that_are_measured_part_no_paragraphs(mode: str) -> None:
    sheet = Sheet().page()
    lines = prose(20)
    with sheet.pdf.local_context(text_mode=mode):
        sheet.text(60, 80, "2 Regnskab", 16)
        for number, line in enumerate(lines):
            sheet.text(60, 110 + 13 * number, line, 11 if number in (0, 5) else 10)
    read = sheet.read()
    assert headings(read)[0][0] == "2 Regnskab"
    assert (texts(read, BlockKind.PARAGRAPH) == ["\n".join(lines)]) == (mode == "INVISIBLE")


def test_text_that_is_recognized_in_a_picture_is_said_to_be() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(20))
    with sheet.page().pdf.local_context(text_mode="INVISIBLE"):
        sheet.lines(60, 80, prose(20, "havet"))
    warnings = sheet.read().quality.warnings
    assert [(warning.code, warning.pages) for warning in warnings] == [("recognized_text", (1,))]
    assert warnings[0].message.startswith("Teksten på 1 side er genkendt i et billede (OCR)")
