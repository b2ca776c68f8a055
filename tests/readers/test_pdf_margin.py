"""Numbers and notes in the margin beside the running text, as audit reports have them."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind
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
    read = sheet.read()
    items = texts(read, BlockKind.ITEM)
    words = ("handel", "energi", "klima", "havet")
    wanted = ["\n".join(prose(4, word)) for word in words for _ in range(5)]
    assert items == [f"{number}. {text}" for number, text in enumerate(wanted, 1)]
    assert texts(read, BlockKind.BOX) == ["\n".join(NOTE)] * 4


@pytest.mark.parametrize("x", [66, 491])
def test_notes_in_the_margin_may_stand_nearer_than_columns(x: float) -> None:
    sheet = Sheet().page()
    words = ("handel", "energi")
    for left, word in zip((110, 305), words, strict=True):
        lines = prose(20, word)
        for place, line in enumerate(lines):
            sheet.text(left, 80 + 14 * place, line[:38], 10)
    note = ["Se bilag 2", "om de andre", "landsbyer"]
    sheet.lines(x, 152, note, 6)
    read = sheet.read()
    assert texts(read, BlockKind.BOX) == ["\n".join(note)]


def test_a_letter_has_its_date_in_the_margin() -> None:
    sheet = Sheet().page()
    sheet.text(60, 80, "Udtalelse om aktindsigt", 14, "B")
    sheet.lines(60, 120, prose(30, "havet"))
    beside = ["Gammeltorv 22", "1457 København K", "Dato: 16. februar 2017", "Sagsnr. 16/03917"]
    sheet.lines(470, 120, [line.replace("ø", "\xf8") for line in beside], 7)
    sheet.page().lines(60, 80, prose(20, "energi"))
    read = sheet.read()
    assert read.metadata.date == "2017-02-16"
    assert texts(read, BlockKind.BOX) == ["\n".join(beside)]


@pytest.mark.parametrize("step", [1, 5])
def test_numbers_of_the_lines_are_no_part_of_the_text(step: int) -> None:
    sheet = Sheet()
    words = ["havet", "handel", "klima"]
    for word in words:
        sheet.page()
        y, lines = 80.0, ["1. Om " + word, *prose(20, word), *prose(20, f"{word} igen")]
        for number, line in enumerate(lines, 1):
            y += 26 if number in (2, 22) else 13
            sheet.text(80, y, line, 12 if number == 1 else 10, "B" if number == 1 else "")
            if number % step == 0:
                sheet.pdf.set_font("Helvetica", "", 8)
                sheet.text(60 - sheet.pdf.get_string_width(str(number)), y, str(number), 8)
    read = sheet.read()
    assert texts(read, BlockKind.HEADING) == [f"1. Om {word}" for word in words]
    parts = ["\n".join(prose(20, of)) for word in words for of in (word, f"{word} igen")]
    assert texts(read, BlockKind.PARAGRAPH) == parts
    assert texts(read, BlockKind.FURNITURE)[0].split()[-1] == str(41 // step * step)
    assert len(texts(read, BlockKind.FURNITURE)) == 3


def test_numbers_of_the_paragraphs_or_rows_in_the_margin_stay() -> None:
    sheet = Sheet()
    for start in (1, 11):
        sheet.page()
        for number in range(start, start + 10):
            y = 80 + 60 * (number - start)
            sheet.text(50, y, str(number))
            sheet.lines(80, y, prose(3, f"havet {number}"))
    assert texts(sheet.read(), BlockKind.FURNITURE) == []
    sheet = Sheet().page()
    for number in range(1, 30):
        sheet.text(50, 80 + 14 * number, str(number)).text(
            80, 80 + 14 * number, f"Kommune {number}"
        )
        sheet.text(300, 80 + 14 * number, str(number * 17))
    assert texts(sheet.read(), BlockKind.FURNITURE) == []
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(20)) + 10
    for number in range(6):
        sheet.text(50, y + 13 * number, str(number)).text(80, y + 13 * number, "ja nej ja")
    sheet.lines(60, y + 100, prose(20))
    assert texts(sheet.read(), BlockKind.FURNITURE) == []


def test_notes_in_the_margin_with_marks_in_the_text_are_footnotes() -> None:
    sheet = Sheet().page()
    lines = prose(12)
    sheet.lines(60, 80, lines)
    end = 60 + sheet.pdf.get_string_width(lines[1])
    for at, mark in ((1, "1"), (6, "2")):
        sheet.text(end, 76 + 12.5 * at, mark, 6).text(420, 77 + 12.5 * at, mark, 5)
        sheet.lines(424, 80 + 12.5 * at, [f"Se bilag {at}", "om restancer."], 7.5)
    sheet.lines(420, 260, ["Kort fortalt", "om noget andet."], 7.5)
    sheet.lines(60, 245, prose(5, "havet"))
    read = sheet.read()
    assert texts(read, BlockKind.FOOTNOTE) == [
        "1 Se bilag 1\nom restancer.",
        "2 Se bilag 6\nom restancer.",
    ]
    assert [read.text[mark.start : mark.end] for mark in read.marks] == ["1", "2"]
    assert texts(read, BlockKind.BOX) == ["Kort fortalt\nom noget andet."]


def test_asterisks_behind_words_are_marks_of_the_notes_that_begin_with_them() -> None:
    sheet = Sheet().page()
    lines = prose(12)
    lines[3] += "* og"
    lines[8] += ".** Alle"
    sheet.lines(60, 80, lines)
    sheet.pdf.line(60, 760, 110, 760)
    sheet.lines(60, 772, ["*Beretning om handel.", "**Lov om havet."], 8)
    read = sheet.read()
    assert texts(read, BlockKind.FOOTNOTE) == ["*Beretning om handel.", "**Lov om havet."]
    assert [read.text[mark.start : mark.end] for mark in read.marks] == ["*", "**"]


def test_notes_beside_a_text_in_small_type_are_in_the_margin() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(40))
    sheet.page()
    for place, line in enumerate(prose(40, "energi")):
        sheet.text(200, 80 + 12 * place, line, 9)
    sheet.lines(60, 200, NOTE, 7)
    read = sheet.read()
    assert texts(read, BlockKind.BOX) == ["\n".join(NOTE)]
    assert texts(read, BlockKind.PARAGRAPH)[1] == "\n".join(prose(40, "energi"))
