"""Headings in the type of the text: italics, capitals, letters that are set apart."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind
from strategikort.readers.pdf.reader import read_pdf
from tests.readers.draw import Sheet, prose
from tests.readers.found import headings, texts
from tests.readers.rawpdf import one_page, stream

NAMES = ["Elevernes trivsel", "Lærernes arbejde", "Økonomi og opfølgning"]


def report(names: list[str], style: str = "", size: float = 10) -> Sheet:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(8))
    for at, name in enumerate(names):
        sheet.text(60, y + 20, name, size, style)
        y = sheet.lines(60, y + 40, prose(6, f"emne nummer {at}"))
    return sheet


@pytest.mark.parametrize(
    ("style", "size", "names"),
    [
        ("I", 10, NAMES),
        ("", 10, [name.upper() for name in NAMES]),
        ("", 8, [name.upper() for name in NAMES]),
    ],
)
def test_lines_set_apart_over_text_are_headings(style: str, size: float, names: list[str]) -> None:
    read = report(names, style, size).read()
    assert headings(read) == [(name, 1, "type") for name in names]


def test_headings_in_italics_stand_below_those_in_capitals() -> None:
    names = ["TRIVSEL", "Elever", "ARBEJDE", "Lærere", "ØKONOMI", "Kommuner"]
    sheet = Sheet().page()
    y = sheet.lines(60, 60, prose(6))
    for name in names:
        sheet.text(60, y + 20, name, 10, "" if name.isupper() else "I")
        y = sheet.lines(60, y + 36, prose(4, name)) if name != "TRIVSEL" else y + 20
    read = sheet.read()
    assert [(text, level) for text, level, _ in headings(read)] == [
        (name, 1 if name.isupper() else 2) for name in names
    ]


@pytest.mark.parametrize(
    "names",
    [
        NAMES[:2],  # too few
        ["Af Jens Hansen", "Det er vores fælles fremtid.", "Vi vil det her,"],
        ["Foto: Jens Hansen", "Kilde: Danmarks Statistik", "Figur 1: Elever"],
        ["vi vil", "vi kan", "vi skal"],
    ],
)
def test_other_lines_in_italics_are_text(names: list[str]) -> None:
    assert headings(report(names, "I").read()) == []


def test_lines_in_italics_without_text_below_are_no_headings() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(8))
    for at, name in enumerate([*NAMES, *NAMES]):
        sheet.text(60, y + 24 * (at + 1), name, style="I")
    assert headings(sheet.read()) == []


@pytest.mark.parametrize("spacing", [1.2, 1.6, 3])
def test_letters_set_apart_make_up_words(spacing: float) -> None:
    sheet = Sheet().page()
    sheet.lines(60, 120, prose(10))
    sheet.pdf.set_char_spacing(spacing)
    sheet.text(60, 80, "STATUS PÅ OMRÅDET", 10)
    read = sheet.read()
    assert texts(read, BlockKind.PARAGRAPH)[0] == "STATUS PÅ OMRÅDET"


def test_letters_with_blanks_between_them_stay_apart() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 120, prose(10))
    sheet.text(60, 80, "A B C D E F G")
    assert texts(sheet.read(), BlockKind.PARAGRAPH)[0] == "A B C D E F G"


def test_lines_set_apart_in_the_midst_of_a_sentence_are_no_headings() -> None:
    sheet = Sheet().page()
    y = 80.0
    for at, name in enumerate(NAMES):
        y = sheet.lines(60, y, prose(6, f"emne nummer {at}")[:5])
        sheet.text(60, y + 20, name, style="I")
        y = sheet.lines(60, y + 40, prose(6, f"fag nummer {at}"))
    assert headings(sheet.read()) == []


def test_lines_set_apart_over_tables_are_headings() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(8))
    for name in NAMES:
        sheet.text(60, y + 20, name, style="I")
        for row in range(3):
            for column in range(3):
                sheet.pdf.rect(60 + 100 * column, y + 30 + 20 * row, 100, 20)
                sheet.text(64 + 100 * column, y + 44 + 20 * row, f"{name[:5]} {row} {column}")
        y += 110
    assert [text for text, _, _ in headings(sheet.read())] == NAMES


def test_lines_in_a_font_of_small_capitals_are_headings() -> None:
    lines = [(line, "F1") for line in prose(8)]
    for at, name in enumerate(NAMES):
        lines += [("", "F1"), (name, "F2"), ("", "F1")]
        lines += [(line, "F1") for line in prose(6, f"emne nummer {at}")]
    draw = " ".join(
        f"BT /{font} 10 Tf 60 {760 - 13 * n} Td ({line}) Tj ET"
        for n, (line, font) in enumerate(lines)
    )
    small = (
        b"/F2 << /Type /Font /Subtype /Type1 /BaseFont /Gudrun-SmallCaps /FirstChar 32 /Widths ["
        + b"500 " * 224
        + b"] /Encoding /WinAnsiEncoding"
        b" /FontDescriptor << /Type /FontDescriptor /FontName /Gudrun-SmallCaps /Flags 32 >> >>"
    )
    read = read_pdf(one_page(stream(draw.encode("cp1252")), fonts=small), "a.pdf")
    assert headings(read) == [(name, 1, "type") for name in NAMES]
