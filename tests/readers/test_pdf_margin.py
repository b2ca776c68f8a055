"""Numbers and notes in the margin beside the running text, as audit reports have them."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind
from strategikort.readers.pdf.reader import read_pdf
from tests.readers.draw import Sheet, prose
from tests.readers.found import texts

NOTE = [
    "Restance er et krav, som",
    "ikke er betalt til tiden. Det",
    "kan være et krav fra en",
    "kommune.",
]


@pytest.mark.parametrize("note", [30.0, 505.0])
def test_notes_in_the_margin_stand_beside_numbered_paragraphs(note: float) -> None:
    sheet = Sheet()
    number = 0
    for word in ("handel", "energi", "klima", "havet"):
        sheet.page()
        y = 80.0
        for _ in range(5):
            number += 1
            if number % 5 == 2:
                sheet.lines(note, y, NOTE, 7)
            sheet.text(132, y, f"{number}.")
            y = sheet.lines(160, y, prose(4, word)) + 14
    read = read_pdf(sheet.bytes(), "a.pdf")
    items = texts(read, BlockKind.ITEM)
    words = ("handel", "energi", "klima", "havet")
    wanted = ["\n".join(prose(4, word)) for word in words for _ in range(5)]
    assert items == [f"{number}. {text}" for number, text in enumerate(wanted, 1)]
    assert texts(read, BlockKind.BOX) == ["\n".join(NOTE)] * 4


def test_a_letter_has_its_date_in_the_margin() -> None:
    sheet = Sheet().page()
    sheet.text(60, 80, "Udtalelse om aktindsigt", 14, "B")
    sheet.lines(60, 120, prose(30, "havet"))
    beside = ["Gammeltorv 22", "1457 København K", "Dato: 16. februar 2017", "Sagsnr. 16/03917"]
    sheet.lines(470, 120, [line.replace("ø", "\xf8") for line in beside], 7)
    sheet.page().lines(60, 80, prose(20, "energi"))
    read = read_pdf(sheet.bytes(), "a.pdf")
    assert read.metadata.date == "2017-02-16"
    assert texts(read, BlockKind.BOX) == ["\n".join(beside)]
