"""Scans with a text layer: lines that lie aslant, and sizes of type that are only measured."""

from __future__ import annotations

import pytest
from PIL import Image

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


def recognized(
    sheet: Sheet,
    x: float,
    y: float,
    line: str,
    size: float = 10,
    *,
    slope: float = 0.0,
    boxed: bool = True,
    font: str = "Helvetica",
    style: str = "",
) -> None:
    """Draw a line word by word as OCR programs do; ``boxed``: by the boxes around the letters."""
    pdf = sheet.pdf
    for word in line.split():
        pdf.set_font(font, style, size)
        width = pdf.get_string_width(word)
        low = 0.21 if boxed and any(c in "gjpqy,;()" for c in word) else 0.0
        high = 0.72 if any(c.isupper() or c in "bdfhkltåi0123456789" for c in word) else 0.52
        if boxed:
            pdf.set_font(font, style, (high + low) * size)
        pdf.set_stretching(100 * width / pdf.get_string_width(word))
        with pdf.local_context(text_mode="INVISIBLE"):
            pdf.text(x, y + low * size + slope * x, word)
        pdf.set_stretching(100)
        pdf.set_font(font, style, size)
        x += width + pdf.get_string_width(" ")


def page_of(sheet: Sheet, rows: list[tuple[float, float, str]], **how: object) -> Sheet:
    """Draw lines (place from above, size of the type, text) as a program recognizes them."""
    for y, size, line in rows:
        recognized(sheet, 60, y, line, size, **how)  # type: ignore[arg-type]
    return sheet


def rows_of(lines: list[str], y: float, size: float = 10) -> list[tuple[float, float, str]]:
    """Return lines below each other."""
    return [(y + 1.3 * size * number, size, line) for number, line in enumerate(lines)]


@pytest.mark.parametrize("font", ["Helvetica", "Times", "Courier"])
@pytest.mark.parametrize("boxed", [False, True])
@pytest.mark.parametrize("slope", [0.0, 0.02, -0.03])
def test_words_that_are_placed_by_their_boxes_make_lines(
    slope: float, boxed: bool, font: str
) -> None:
    sheet = Sheet().page()
    first, second = prose(9), prose(9, "havet og byerne")
    rows = [(80.0, 15.0, "Regnskab og budget"), *rows_of(first, 110), *rows_of(second, 250)]
    read = page_of(sheet, rows, slope=slope, boxed=boxed, font=font).read()
    assert [said for said, _, _ in headings(read)] == ["Regnskab og budget"]
    assert texts(read, BlockKind.PARAGRAPH) == ["\n".join(first), "\n".join(second)]
    assert [warning.code for warning in read.quality.warnings] == ["recognized_text"]


def test_columns_of_a_scan_that_lies_aslant_are_read_one_after_the_other() -> None:
    sheet = Sheet().page()
    columns = [[f"{word} og alle landene i de {word}" for _ in range(12)] for word in ("ø", "å")]
    for x, lines in zip((60, 330), columns, strict=True):
        for y, size, line in rows_of(lines, 100):
            recognized(sheet, x, y, line, size, slope=0.03)
    assert texts(sheet.read(), BlockKind.PARAGRAPH) == ["\n".join(lines) for lines in columns]


def test_a_line_that_is_taken_for_bold_parts_no_paragraph() -> None:
    sheet = Sheet().page()
    lines = prose(12)
    for number, (y, size, line) in enumerate(rows_of(lines, 100)):
        recognized(sheet, 60, y, line, size, style="B" if number == 5 else "")
    assert texts(sheet.read(), BlockKind.PARAGRAPH) == ["\n".join(lines)]


def test_lines_of_a_scan_that_return_over_text_are_headings() -> None:
    sheet = Sheet().page()
    rows: list[tuple[float, float, str]] = []
    for _ in range(3):
        for head, body in (("Indstilling", prose(4)), ("Beslutning", ["Godkendt."])):
            y = rows[-1][0] + 26 if rows else 80.0
            rows += [(y, 10.0, head), *rows_of(body, y + 22)]
    read = page_of(sheet, rows).read()
    assert [said for said, _, _ in headings(read)] == 3 * ["Indstilling", "Beslutning"]


@pytest.mark.parametrize(("sign", "found"), [("8", 3), ("$", 3), ("9", 0)])
def test_a_section_sign_is_mended_where_the_numbers_count(sign: str, found: int) -> None:
    sheet = Sheet().page()
    rows: list[tuple[float, float, str]] = []
    for number in (1, 2, 3):
        y = rows[-1][0] + 26 if rows else 80.0
        rows += [(y, 10.0, f"{sign} {number}. Formål"), *rows_of(prose(3), y + 22)]
    assert page_of(sheet, rows).read().text.count("§ ") == found


@pytest.mark.parametrize("over", [True, False])
def test_text_under_a_picture_of_the_page_is_recognized(over: bool) -> None:
    sheet = Sheet().page()
    picture = Image.new("L", (8, 8), 255)
    if not over:
        sheet.pdf.image(picture, 0, 0, 595, 842)
    sheet.lines(60, 80, prose(20))
    if over:
        sheet.pdf.image(picture, 0, 0, 595, 842)
    codes = [warning.code for warning in sheet.read().quality.warnings]
    assert codes == (["recognized_text"] if over else [])


def test_a_blank_that_is_drawn_parts_words_that_touch() -> None:
    sheet = Sheet().page()
    sheet.pdf.set_font("Helvetica", "", 10)
    with sheet.pdf.local_context(text_mode="INVISIBLE"):
        for number, line in enumerate(prose(6)):
            x = 60.0
            for word in line.split():
                sheet.pdf.text(x, 80 + 13 * number, word + " ")
                x += sheet.pdf.get_string_width(word)
    assert texts(sheet.read(), BlockKind.PARAGRAPH) == ["\n".join(prose(6))]


def test_a_picture_that_is_seen_through_covers_no_text() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(20))
    sheet.pdf.image(Image.new("RGBA", (8, 8), (255, 255, 255, 0)), 0, 0, 595, 842)
    assert sheet.read().quality.warnings == ()
