"""The order of columns, quotations across them, lists of contents, and what runs at the edges."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind, ReadFile
from strategikort.readers.pdf import compose
from tests.readers.draw import Sheet, prose
from tests.readers.found import tables, texts


def narrow(word: str, count: int) -> list[str]:
    """Return ``count`` lines for a column of 230 points."""
    return [
        f"{word} {number} i spalten om alle landes samarbejde" for number in range(1, count + 1)
    ]


def in_order(read: ReadFile, *words: str) -> bool:
    places = [read.text.index(word) for word in words]
    return places == sorted(places)


def test_columns_drawn_line_by_line_across_are_read_one_by_one() -> None:
    sheet = Sheet().page()
    for number, (left, right) in enumerate(
        zip(narrow("venstre", 20), narrow("højre", 20), strict=True)
    ):
        sheet.text(60, 80 + 12 * number, left).text(310, 80 + 12 * number, right)
    read = sheet.read()
    assert read.text.split() == " ".join([*narrow("venstre", 20), *narrow("højre", 20)]).split()
    assert texts(read, BlockKind.TABLE) == []


def test_text_in_the_right_column_alone_follows_what_stands_above_it() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, narrow("venstre", 12))
    sheet.lines(310, 80, narrow("højre", 12))
    sheet.text(60, y + 10, "Her går en linje over begge spalterne og over hele sidens bredde i dag")
    sheet.lines(310, y + 35, narrow("nederst", 6))
    read = sheet.read()
    assert in_order(read, "venstre 12", "højre 1 ", "højre 12", "Her går", "nederst 1", "nederst 6")


def test_columns_that_other_pages_have_are_known_on_a_page_of_few_lines() -> None:
    sheet = Sheet()
    for page in range(3):
        sheet.page().lines(60, 80, narrow(f"venstre{page}", 15))
        sheet.lines(310, 80, narrow(f"højre{page}", 15))
    sheet.page().lines(60, 80, narrow("slut", 2))
    sheet.lines(310, 80, narrow("ende", 2))
    assert in_order(sheet.read(), "slut 1", "slut 2", "ende 1", "ende 2")


@pytest.mark.parametrize("framed", [False, True])
def test_a_quotation_across_the_columns_stands_outside_both(framed: bool) -> None:
    sheet = Sheet().page()
    y = 80.0
    for count, x in ((30, 60), (30, 310)):
        for number, line in enumerate(narrow("venstre" if x == 60 else "højre", count)):
            if 10 <= number < 17:
                line = " ".join(line.split()[:3])
            place = 60 if x == 60 else (310 if not 10 <= number < 17 else 450)
            sheet.text(place, y + 12 * number, line)
    quote = ["Verden forandrer sig", "hurtigere end før nu"]
    sheet.lines(200, y + 145, quote, 16 if not framed else 10)
    if framed:
        sheet.pdf.rect(190, y + 125, 150, 50)
    read = sheet.read()
    assert texts(read, BlockKind.BOX) == ["\n".join(quote)]
    assert in_order(read, "venstre 1 ", "venstre 12", "venstre 30", "højre 1 ", "højre 12")


def test_a_heading_on_a_ground_that_sticks_out_of_its_column_stays_where_it_is() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, narrow("venstre", 30))
    sheet.pdf.set_fill_color(220, 230, 240)
    # Its text keeps to the column, and its ground begins just left of that.
    sheet.pdf.rect(304.3, 68, 175, 40, style="F")
    sheet.lines(310, 82, ["13.2 Handelspolitik for", "grøn omstilling"], 11, "B")
    sheet.lines(310, 120, narrow("højre", 26))
    read = sheet.read()
    assert in_order(read, "venstre 30", "13.2 Handelspolitik", "højre 1 ", "højre 26")


def test_a_page_of_very_many_pieces_is_read_as_it_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compose, "MAX_FRAGMENTS", 10)
    sheet = Sheet().page()
    lines = [*narrow("højre", 6), *narrow("venstre", 6)]
    sheet.lines(310, 80, lines[:6])
    for number, line in enumerate(lines[6:]):
        first, rest = line.split(" ", 1)
        sheet.text(60, 80 + 12.5 * number, first).text(120, 80 + 12.5 * number, rest)
    read = sheet.read()
    assert texts(read, BlockKind.PARAGRAPH) == ["\n".join(lines[:6]), "\n".join(lines[6:])]
    assert [warning.code for warning in read.quality.warnings] == ["doubtful_order"]


@pytest.mark.parametrize("bullet", [False, True])
def test_a_short_title_between_columns_parts_those_above_from_those_below(bullet: bool) -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, narrow("oppe venstre", 12))
    sheet.lines(310, 80, narrow("oppe højre", 12))
    sheet.text(60, y + 20, "2. Mål", 18, "B")
    sheet.lines(60, y + 50, narrow("nede venstre", 12))
    sheet.lines(310, y + 50, narrow("nede højre", 12))
    if bullet:
        sheet.text(48, 92.5, "\x95")
    read = sheet.read()
    words = ["oppe venstre 12", "oppe højre 1 ", "oppe højre 12", "2. Mål", "nede venstre 1 "]
    assert in_order(read, *words, "nede venstre 12", "nede højre 1 ")
    assert dict(read.quality.order) == {}


def test_a_title_in_one_column_parts_nothing_where_the_other_goes_on_beside_it() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, narrow("oppe venstre", 12))
    sheet.text(60, y + 20, "2. Mål", 18, "B")
    sheet.lines(60, y + 50, narrow("nede venstre", 12))
    end = sheet.lines(310, 80, narrow("oppe højre", 12))
    sheet.lines(310, end + 50, narrow("nede højre", 12))
    assert in_order(sheet.read(), "oppe venstre 12", "2. Mål", "nede venstre 12", "oppe højre 1 ")


def test_columns_of_a_few_points_are_read_one_by_one() -> None:
    sheet = Sheet(width=960, height=540).page(960, 540)
    sheet.text(120, 80, "Skal skolerne samles i en", 40).text(270, 130, "by fra 2026", 40)
    for x, points in (
        (40, ["Vi får mange flere", "faglærere", "Udgifterne bliver", "mindre end nu"]),
        (370, ["Vejen til skole er", "lang for nogle", "Landsbyerne vil", "miste liv"]),
    ):
        for number, line in enumerate(points):
            y = 180 + 34 * number
            if number % 2 == 0:
                sheet.text(x, y, "\x95", 28)
            sheet.text(x + 27, y, line, 28)
    read = sheet.read()
    assert in_order(read, "mange flere", "faglærere", "mindre end nu", "Vejen", "lang for", "miste")


def test_words_far_apart_in_justified_lines_stay_in_their_column() -> None:
    sheet = Sheet(800).page()
    sheet.pdf.set_font("Helvetica", "", 9)
    columns: list[list[str]] = []
    for number, word in enumerate(["havet", "Norden", "handel", "klima"]):
        lines = [
            "Danmark vil styrke samarbejdet om alle landes",
            *narrow(word, 40 - 18 * (number > 1))[1:-1],
            "alle.",
        ]
        for row, line in enumerate(lines):
            parts = [line]
            if row % 7 == number:
                parts = ["Styrke", "udviklingssamarbejdet", "om"][: 3 - row % 2]
                lines[row] = " ".join(parts)
            at, stretch = 50 + 180.0 * number, 0.0
            widths = [sheet.pdf.get_string_width(part) for part in parts]
            if len(parts) > 1:
                stretch = (163 - sum(widths)) / (len(parts) - 1)
            elif line != "alle.":
                sheet.pdf.set_stretching(100 * 163 / widths[0])
            for part, width in zip(parts, widths, strict=True):
                sheet.text(at, 80 + 11 * row, part, 9)
                at += width + stretch
            sheet.pdf.set_stretching(100)
        columns.append(lines)
    assert texts(sheet.read(), BlockKind.PARAGRAPH) == ["\n".join(lines) for lines in columns]


def test_a_heading_below_both_columns_is_read_behind_them() -> None:
    sheet = Sheet().page()
    for x, word in ((60, "handel"), (310, "energi")):
        y = sheet.lines(x, 80, [line[:44] for line in prose(30, word)])
    sheet.text(60, y + 30, "Økonomi", 14, "B")
    sheet.page()
    for x, word in ((60, "skat"), (310, "vækst")):
        sheet.lines(x, 80, [line[:44] for line in prose(30, word)])
    read = sheet.read()
    assert read.text.index("energi") < read.text.index("Økonomi") < read.text.index("skat")


def test_numbered_rows_of_words_are_a_table() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(8)) + 20
    rows = [
        ("1", "Styring", "Arkitektur styres efter rammer"),
        ("2", "Strategi", "Arkitektur fremmer sammenhæng"),
        ("3", "Jura", "Arkitektur og regler passer sammen"),
        ("4", "Sikkerhed", "Arkitektur fremmer tillid"),
        ("5", "Opgaver", "Opgaver løses på tværs"),
        ("6", "Data", "Data deles og bruges igen"),
    ]
    for row in rows:
        for x, cell in zip((60, 90, 170), row, strict=True):
            sheet.text(x, y, cell)
        y += 16
    sheet.lines(60, y + 20, prose(8))
    assert tables(sheet.read()) == [rows]
