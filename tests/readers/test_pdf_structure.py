"""Single traits of PDFs: tables, outlines, labels, spreads, hyphens, quotations, notes."""

from __future__ import annotations

import io

import pytest

from strategikort.readers import BlockKind, read
from strategikort.readers.pdf.reader import read_pdf
from strategikort.structure.auto import numbering_gaps, sections_of
from tests.readers.draw import Sheet, prose
from tests.readers.found import labels, paragraphs, tables, texts


def test_a_ruled_table_is_read_row_by_row() -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    buffer = io.BytesIO()
    style = getSampleStyleSheet()["BodyText"]
    rows = [
        ["Bibliotek", "Dato", "Hosting"],
        *([f"Kommune {n}", f"2024-0{n}-01", "Redaktør"] for n in range(1, 7)),
    ]
    table = Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    SimpleDocTemplate(buffer, pagesize=A4).build(
        [Paragraph("Indledende tekst. " * 20, style), table]
    )
    read = read_pdf(buffer.getvalue(), "t.pdf")
    section = next(s for s in sections_of(read, "d") if s.kind == "tabel")
    assert section.table is not None
    assert section.table.columns == tuple(rows[0])
    assert section.table.rows == tuple(tuple(row) for row in rows[1:])


def test_a_table_without_rules_is_not_taken_for_columns() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(6))
    for number in range(10):
        y += 16
        sheet.text(60, y, f"Kommunen nummer {number} i rækken").text(
            330, y, f"Startdato {number}. maj"
        )
    sheet.lines(60, y + 30, prose(6, "energi"))
    read = sheet.read()
    (rows,) = tables(read)
    assert rows[0] == ("Kommunen nummer 0 i rækken", "Startdato 0. maj")
    assert len(rows) == 10


def test_the_outline_gives_headings_and_levels() -> None:
    sheet = Sheet().page()
    sheet.pdf.start_section("Hvad vi vil", level=0)
    y = sheet.lines(60, 80, ["Hvad vi vil"], 10, "B")
    y = sheet.lines(60, y + 12, prose(5))
    sheet.pdf.start_section("Hvordan", level=1)
    y = sheet.lines(60, y + 20, ["Hvordan"])
    sheet.lines(60, y + 12, prose(5, "energi"))
    read = sheet.read()
    found = [(b.level, b.how) for b in read.blocks if b.kind is BlockKind.HEADING]
    assert found == [(1, "outline"), (2, "outline")]


def test_printed_numbers_win_over_places_in_the_file() -> None:
    sheet = Sheet()
    sheet.page().text(60, 300, "Forside til strategien", 30)
    for number in range(7, 13):
        sheet.page().lines(60, 80, prose(20, f"emne{number}"))
        sheet.text(290, 810, str(number), 8)
    assert [(page.index, page.label, page.how) for page in sheet.read().pages][:3] == [
        (0, "6", "counted"),
        (1, "7", "printed"),
        (2, "8", "printed"),
    ]


def test_the_files_own_labels_are_used_where_no_number_is_printed() -> None:
    sheet = Sheet()
    for style, start in (("r", 1), ("r", 2), ("D", 1), ("D", 2)):
        sheet.page().lines(60, 80, prose(9, f"emne{start}{style}"))
        sheet.pdf.set_page_label(label_style=style, label_start=start)
    assert [(page.label, page.how) for page in sheet.read().pages] == [
        ("i", "labels"),
        ("ii", "labels"),
        ("1", "labels"),
        ("2", "labels"),
    ]


def test_a_spread_is_two_pages() -> None:
    sheet = Sheet()
    sheet.page().text(60, 300, "Forside", 30)
    for number in range(2, 8, 2):
        sheet.page(1190)
        sheet.lines(60, 80, prose(15, f"venstre{number}"))
        sheet.lines(655, 80, prose(15, f"højre{number}"))
        sheet.text(60, 815, str(number), 8).text(1130, 815, str(number + 1), 8)
    read = sheet.read()
    assert [(page.index, page.label) for page in read.pages][1:5] == [
        (1, "2"),
        (1, "3"),
        (2, "4"),
        (2, "5"),
    ]
    page = read.pages[2]
    assert "højre2" in read.text[page.start : page.end]
    assert "venstre2" not in read.text[page.start : page.end]


@pytest.mark.parametrize("hyphen", ["-", "\xad"])
def test_line_end_hyphens_of_every_kind_are_joined_and_real_ones_kept(hyphen: str) -> None:
    sheet = Sheet().page()
    sheet.lines(
        60,
        80,
        [
            f"Regeringen vil styrke det udenrigspolitiske samarbejde om stra{hyphen}",
            f"tegien og om EU{hyphen}regulering i perioden 2026{hyphen}2029, fordi det er nødven{hyphen}",
            "digt for alle. Vi vil styrke udenrigs- og sikkerhedspolitikken i de kommende år",
            "og arbejde videre med det, som vi har sat i gang i den forgangne tid.",
        ],
    )
    text = " ".join(paragraphs(sheet.read()))
    assert "strategien og om EU-regulering i perioden 2026-2029" in text
    assert "nødvendigt" in text
    assert "udenrigs- og sikkerhedspolitikken" in text


@pytest.mark.parametrize("font", ["Helvetica", "Times"])
@pytest.mark.parametrize(("gap", "text"), [(1.3, "mennesker"), (3, "men - nesker")])
def test_a_hyphen_set_apart_by_less_than_a_blank_is_at_its_word(
    gap: float, text: str, font: str
) -> None:
    sheet = Sheet().page()
    line = "De arbejder for at afværge en umiddelbar fare for men"
    sheet.text(60, 80, line)
    sheet.text(60 + sheet.pdf.get_string_width(line) + gap, 80, "-", font=font)
    sheet.text(60, 92.5, "nesker og bygninger, som ligger ved de lave kyster.")
    assert text in " ".join(paragraphs(sheet.read()))


def test_a_pull_quote_stands_outside_the_sentence_it_interrupts() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, [*prose(9)[:-1]])
    y = sheet.lines(120, y + 20, ["Verden forandrer sig", "hurtigere end før"], 18)
    sheet.lines(
        60,
        y + 10,
        [
            "og derfor skal vi handle nu, mens der er tid til at gøre en forskel.",
        ],
    )
    read = sheet.read()
    assert texts(read, BlockKind.BOX) == ["Verden forandrer sig\nhurtigere end før"]
    assert any("kan og derfor skal vi handle" in text for text in paragraphs(read))
    assert [s.kind for s in sections_of(read, "d") if s.kind == "citat"] == ["citat"]


def test_a_contents_list_is_furniture_and_gives_no_headings() -> None:
    sheet = Sheet().page()
    sheet.text(60, 80, "Indhold", 16, "B")
    y = 110.0
    for number, title in enumerate(["Indledning", "Mål", "Midler", "Opfølgning"], 1):
        sheet.text(60, y, f"{number} {title} " + "." * 60 + f" {number + 1}")
        y += 16
    sheet.page()
    y = 80.0
    for number, title in enumerate(["Indledning", "Mål", "Midler", "Opfølgning"], 1):
        sheet.text(60, y, f"{number} {title}", 14, "B")
        y = sheet.lines(60, y + 24, prose(6, title.lower())) + 24
    read = sheet.read()
    assert [s.title for s in sections_of(read, "d") if s.number] == [
        "Indledning",
        "Mål",
        "Midler",
        "Opfølgning",
    ]
    contents = [b for b in read.blocks if b.how == "contents"]
    assert contents
    assert all(block.kind is BlockKind.FURNITURE for block in contents)


def test_a_missing_number_is_a_gap() -> None:
    sheet = Sheet().page()
    y = 80.0
    for number in ("1", "1.1", "1.2", "1.4", "2"):
        sheet.text(60, y, f"{number} Overskrift", 14, "B")
        y = sheet.lines(60, y + 24, prose(4)) + 24
    assert numbering_gaps(sections_of(sheet.read(), "d")) == ("1.3",)


def test_a_paragraph_goes_on_over_the_page_and_its_furniture() -> None:
    sheet = Sheet()
    for number in range(1, 5):
        sheet.page().text(60, 40, "Strategi 2026", 8).text(290, 815, str(number), 8)
        sheet.lines(60, 80, prose(40, "fremtiden")[1:-1])
    read = sheet.read()
    section = sections_of(read, "d")[0]
    continued = [block for block in read.blocks if block.continues]
    assert len(continued) == 3
    assert "Strategi 2026" not in section.text.text


@pytest.mark.parametrize(("foot", "size", "beside"), [(102, 34, 2), (92.5, 34, 2), (105, 45, 3)])
def test_a_large_initial_letter_begins_its_word(foot: float, size: float, beside: int) -> None:
    sheet = Sheet().page()
    lines = prose(8)
    sheet.text(60, foot, "H", size)
    y = sheet.lines(97, 80, [lines[0][1:], *lines[1:beside]])
    sheet.lines(60, y, lines[beside:])
    assert texts(sheet.read(), BlockKind.PARAGRAPH) == ["\n".join(lines)]


def test_a_raised_mark_beside_a_large_initial_letter_stays_with_its_word() -> None:
    sheet = Sheet().page()
    lines = prose(8)
    sheet.lines(88, 80, [lines[0][1:], lines[1]])
    sheet.text(88 + sheet.pdf.get_string_width(lines[0][1:]), 76, "1", 6).text(60, 102, "H", 34)
    sheet.lines(60, 105, lines[2:])
    assert texts(sheet.read(), BlockKind.PARAGRAPH) == ["\n".join([lines[0] + "¹", *lines[1:]])]


@pytest.mark.parametrize(
    ("large", "x", "rest", "line"),
    [
        ("H", 80, "er er det første bilag", "Her er det første bilag"),
        ("A", 92, "Det første bilag", "A Det første bilag"),
        ("2", 76, "Det andet bilag", "2 Det andet bilag"),
    ],
)
def test_only_a_large_letter_close_to_its_line_is_part_of_the_first_word(
    large: str, x: float, rest: str, line: str
) -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(8)) + 40
    sheet.text(60, y, large, 24).text(x, y, rest)
    sheet.lines(60, y + 30, prose(8, "energi"))
    assert line in sheet.read().text.split("\n")


def test_overprinted_text_is_read_once() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(5))
    sheet.lines(60.4, 80, prose(5))
    assert sheet.read().text.count("Her begynder afsnittet") == 1


def test_headings_in_bold_lists_stay_in_the_list() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(5))
    y = sheet.lines(60, y + 20, ["1. Fuld åbenhed", "2. Flere penge", "3. Bedre tid"], 10, "B")
    sheet.lines(60, y + 20, prose(5, "energi"))
    read = sheet.read()
    assert texts(read, BlockKind.HEADING) == []
    assert len(texts(read, BlockKind.ITEM)) == 3


def test_a_numbered_heading_goes_on_below_its_words() -> None:
    sheet = Sheet().page()
    y = 80.0
    for number, first, second in (
        ("1.1", "Danmark skal styrke forsyningssikker-", "heden i hele Europa"),
        ("1.2", "Regeringen vil fremme handel", "og udvikling"),
    ):
        sheet.text(60, y, f"{number} {first}", 13, "B")
        sheet.pdf.set_font("Helvetica", "B", 13)
        indent = sheet.pdf.get_string_width(f"{number} ")
        sheet.text(60 + indent, y + 16, second, 13, "B")
        y = sheet.lines(60, y + 40, prose(6)) + 20
    assert [section.label for section in sections_of(sheet.read(), "d") if section.number] == [
        "1.1 Danmark skal styrke forsyningssikkerheden i hele Europa",
        "1.2 Regeringen vil fremme handel og udvikling",
    ]


@pytest.mark.parametrize("turn", [90, 180, 270])
@pytest.mark.parametrize("how", ["page", "text"])
def test_a_page_that_lies_on_its_side_is_read_upright(turn: int, how: str) -> None:
    """Turned by the page's own setting, or by everything on it being drawn sideways."""
    from reportlab.pdfgen.canvas import Canvas

    wanted = [f"Linje {number} handler om havets planter og dyr." for number in range(1, 16)]
    buffer = io.BytesIO()
    width, height = 595, 842
    canvas = Canvas(buffer, pagesize=(width, height))
    if how == "page":
        canvas.setPageRotation(turn)
    else:
        canvas.translate(*{90: (width, 0), 180: (width, height), 270: (0, height)}[turn])
        canvas.rotate(turn)
    canvas.setFont("Helvetica", 11)
    canvas.rect(50, 100, 300, 20, fill=1)
    # reportlab makes a page wide when it is turned, so both ways leave room for 595 points.
    top = (height if turn == 180 else width) - 80
    for number, line in enumerate(wanted):
        canvas.drawString(60, top - 14 * number, line)
    canvas.save()
    assert read_pdf(buffer.getvalue(), "a.pdf").text.split() == " ".join(wanted).split()


@pytest.mark.parametrize(
    ("note", "kind"),
    [("Trykt af Statens Tryk", BlockKind.BOX), ("14", BlockKind.FURNITURE)],
)
def test_a_note_up_the_margin_stays_out_of_the_sentences(note: str, kind: BlockKind) -> None:
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.setFont("Helvetica", 11)
    wanted = prose(12)
    for number, line in enumerate(wanted):
        canvas.drawString(90, 700 - 14 * number, line)
    canvas.rotate(90)
    canvas.drawString(300, -40, note)
    canvas.save()
    read = read_pdf(buffer.getvalue(), "a.pdf")
    assert " ".join(" ".join(wanted).split()) in " ".join(read.text.split())
    assert texts(read, kind) == [note]


@pytest.mark.parametrize(("feet", "labelled"), [(True, "1234"), (False, "12")])
def test_sheets_of_two_numbered_pages_are_spreads(feet: bool, labelled: str) -> None:
    sheet = Sheet(1190, 842)
    for number, word in enumerate(("handel", "klima"), 1):
        sheet.page(1190, 842)
        for half in (0, 1):
            x = 60 + 595 * half
            sheet.lines(x, 80, prose(40, word))
            if feet:
                sheet.text(x + 240, 815, str(2 * number - 1 + half), 8)
    assert [label for label, _ in labels(sheet.read())] == list(labelled)


def test_the_rules_of_a_spread_stand_on_its_pages() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(20))
    sheet.page(1190)
    sheet.lines(60, 80, prose(20, "handel"))
    cells = [("Land", "Emne"), ("Norge", "Havet"), ("Island", "Fiskeri")]
    for number, row in enumerate(cells):
        for x, cell in zip((655, 755), row, strict=True):
            sheet.pdf.rect(x, 80 + 20 * number, 100, 20)
            sheet.text(x + 4, 94 + 20 * number, cell)
    sheet.lines(655, 180, prose(20, "klima"))
    assert tables(sheet.read()) == [cells]


def test_a_paragraph_right_below_a_list_is_no_part_of_its_last_element() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(6))
    for word in ("handel", "klima", "havet"):
        sheet.text(60, y, f"{len(word)}.")
        y = sheet.lines(76, y, prose(3, word)[: 1 if word == "havet" else 3])
    sheet.lines(60, y, prose(4, "energi"))
    read = sheet.read()
    assert texts(read, BlockKind.ITEM)[-1] == f"5. {prose(3, 'havet')[0]}"


def test_a_contents_list_goes_on_behind_the_foot_of_its_page() -> None:
    names = ["Elevernes trivsel", "Lærernes arbejde", "Økonomi", "Opfølgning", "Bygninger", "Leg"]
    sheet = Sheet()
    sheet.page().text(60, 80, "Indhold", 16, "B")
    for number, name in enumerate(names):
        if number == 3:
            sheet.text(60, 815, "Skolernes plan", 8).page()
        sheet.text(60, 110 + 30 * (number % 3), name)
    sheet.text(60, 815, "Skolernes plan", 8)
    for name in names:
        sheet.page().text(60, 80, name, 16, "B")
        sheet.lines(60, 110, prose(20, name))
        sheet.text(60, 815, "Skolernes plan", 8)
    found = read(sheet.bytes(), "a.pdf")
    listed = [block.of(found.text) for block in found.blocks if block.how == "contents"]
    assert listed == ["Indhold", *names]
