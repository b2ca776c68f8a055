"""Bullets that are drawn as shapes, as browsers print those of their lists."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind
from tests.readers.draw import Sheet, prose
from tests.readers.found import texts

LIST = ["flere lærere i de små klasser", "sund mad i kantinen", "lektiehjælp hver tirsdag"]


def dotted(form: str, places: list[float]) -> Sheet:
    """Draw a text, and below it lines with a small shape in front of each."""
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(4)) + 10
    for x, line in zip(places, LIST, strict=True):
        box = (x - 12, y - 5.5, 3.75, 3.75)
        if form == "square":
            sheet.pdf.rect(*box, style="F")
        else:
            sheet.pdf.ellipse(*box, style="F" if form == "disc" else "D")
        sheet.text(x, y, line)
        y += 12.5
    return sheet


@pytest.mark.parametrize("form", ["disc", "ring", "square"])
def test_a_line_behind_a_bullet_that_is_drawn_is_an_element_of_a_list(form: str) -> None:
    read = dotted(form, [75.0, 75.0, 75.0]).read()
    assert texts(read, BlockKind.ITEM) == [f"• {line}" for line in LIST]
    assert texts(read, BlockKind.PARAGRAPH) == ["\n".join(prose(4))]


def test_dots_of_a_figure_with_words_beside_them_are_none() -> None:
    read = dotted("disc", [75.0, 130.0, 100.0]).read()
    assert "•" not in read.text


def test_bullets_stand_at_the_text_of_their_column() -> None:
    sheet = Sheet().page()
    for x in (60.0, 320.0):
        sheet.lines(x, 80, [f"{line} og alle andre skoler i landet" for line in LIST * 4])
        for number, line in enumerate(LIST):
            sheet.pdf.ellipse(x + 3, 250 + 12.5 * number - 5.5, 3.75, 3.75, style="F")
            sheet.text(x + 15, 250 + 12.5 * number, f"{line} {x:.0f}")
    items = texts(sheet.read(), BlockKind.ITEM)
    assert items == [f"• {line} {x}" for x in (60, 320) for line in LIST]
