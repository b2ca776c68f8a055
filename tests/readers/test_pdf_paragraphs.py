"""Where paragraphs, items, notes and pull quotes of a PDF begin and end."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind, ReadFile
from strategikort.readers.pdf.lines.sentences import ends_sentence, runs_on
from strategikort.structure.auto import sections_of
from tests.readers.draw import Sheet, prose
from tests.readers.found import paragraphs, texts


def marks(read: ReadFile) -> list[tuple[str, str]]:
    """Return each footnote mark with what stands before it, and the note it belongs to."""
    return [
        (
            read.text[mark.start - 4 : mark.end],
            read.text[read.blocks[mark.note].start : read.blocks[mark.note].end],
        )
        for mark in read.marks
    ]


@pytest.mark.parametrize("closed", ["{}", "»{}«", "”{}”", "„{}“", "»({})«", "«{}»", "{}4"])
def test_a_sentence_ends_whatever_closes_it(closed: str) -> None:
    said = closed.format("Det skal vi gøre sammen.")
    assert ends_sentence(said)
    assert not runs_on(said, "og vi skal gøre det nu")
    assert runs_on(said.replace("sammen.", "sammen"), "og vi skal gøre det nu")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("- og det gælder alle lande i Norden - skal styrkes", id="a dash"),
        pytest.param("1. januar 2027 er det muligt for alle landene at", id="a date"),
    ],
)
def test_a_line_within_a_sentence_begins_no_item(line: str) -> None:
    lines = [
        "Samarbejdet om handel og energi mellem landene, som fra og med den",
        line,
        "være med.",
    ]
    sheet = Sheet().page()
    sheet.lines(60, 80, lines)
    assert texts(sheet.read(), BlockKind.PARAGRAPH) == ["\n".join(lines)]


def test_a_line_left_of_an_item_begins_a_paragraph() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(5))
    y = sheet.lines(80, y, ["- handel med hele verden og alle lande i den"])
    sheet.lines(60, y, ["Derfor vil vi handle med alle."])
    read = sheet.read()
    assert texts(read, BlockKind.ITEM) == ["- handel med hele verden og alle lande i den"]
    assert texts(read, BlockKind.PARAGRAPH)[-1] == "Derfor vil vi handle med alle."


def test_a_line_whose_letters_change_colour_is_one_line() -> None:
    text = " ".join(["fremtiden"] * 25)
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(20))
    sheet.pdf.set_font("Helvetica", "", 4)
    for at, letter in enumerate(text):
        sheet.pdf.set_text_color(255 * (at % 2), 0, 0)
        sheet.text(40 + sheet.pdf.get_string_width(text[:at]), 500, letter, 4)
    assert text in sheet.read().text.split("\n")


def test_a_line_mostly_in_type_of_another_size_is_part_of_its_sentence() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(6))
    y = sheet.lines(
        60, y + 8, ["Det fremgår af den fil, som ministeriet har lagt ud, og som hedder"]
    )
    name = "/ministeriet/handel/aftaler/landene-i-norden.pdf"
    sheet.text(60, y, name, 8.5, font="Courier")
    right = 60 + sheet.pdf.get_string_width(name)
    sheet.text(right, y, ", at alle lande skal")
    sheet.lines(
        60, y + 12.5, ["være med i arbejdet for at styrke samarbejdet om handel og energi."]
    )
    read = sheet.read()
    assert texts(read, BlockKind.PARAGRAPH)[-1].split("\n")[1] == f"{name}, at alle lande skal"
    assert len(texts(read, BlockKind.PARAGRAPH)) == 2
    assert not texts(read, BlockKind.BOX)


def test_a_line_all_in_type_of_another_size_is_part_of_its_sentence() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(6))
    y = sheet.lines(
        60, y + 8, ["Det står i den fil, som ministeriet har lagt ud til alle lande i mappen"]
    )
    sheet.text(60, y, "/ministeriet/handel/aftaler", 8.5, font="Courier")
    y = sheet.lines(60, y + 20.5, prose(3))
    assert texts(sheet.read(), BlockKind.PARAGRAPH)[1].endswith(
        "i mappen\n/ministeriet/handel/aftaler"
    )


def test_lines_that_are_mostly_a_link_are_no_pull_quote() -> None:
    sheet = Sheet().page()
    first = [
        *prose(50)[:-1],
        "det skal kunne lade sig gøre for alle, der er med, og det skal ske nu,",
    ]
    sheet.lines(60, 60, first)
    sheet.page()
    start = "som der står på "
    sheet.text(60, 60, start)
    right = 60 + sheet.pdf.get_string_width(start)
    sheet.pdf.set_text_color(0, 0, 255)
    sheet.text(right, 60, "ministeriets-side-om-handel.dk og på landenes")
    sheet.text(60, 72.5, "egne-sider-om-handel.")
    sheet.pdf.set_text_color(0)
    sheet.lines(60, 100, ["handel med naboer er handel, som alle kan være med i.", *prose(4)])
    found = sheet.read()
    assert texts(found, BlockKind.BOX) == []
    assert [b.of(found.text)[:12] for b in found.blocks if b.continues] == [start[:12]]


def test_smaller_type_below_a_full_line_that_ends_is_apart() -> None:
    sheet = Sheet().page()
    y = sheet.lines(
        60,
        80,
        [*prose(6)[:-1], "være med i arbejdet for at styrke samarbejdet om handel og energi nu."],
    )
    sheet.text(60, y, "tekst fra ministeriet om handel og aftaler", 8.5)
    sheet.lines(60, y + 40, prose(3))
    assert len(texts(sheet.read(), BlockKind.PARAGRAPH)) == 3


def noted(first: str, *notes: tuple[str, str], rule: bool = False, raised: bool = False) -> Sheet:
    """Return a page whose first line is ``first``, a mark raised after it, with notes below."""
    sheet = Sheet().page()
    sheet.text(60, 80, first)
    right = 60 + sheet.pdf.get_string_width(first)
    sheet.lines(60, 92.5, prose(20)[1:])
    if raised:
        sheet.text(right, 76, "1", 6)
    if rule:
        sheet.pdf.line(60, 690, 160, 690)
    for number, (mark, text) in enumerate(notes):
        y = 700 + 12 * number
        sheet.text(60, y - 3, mark, 5).text(64, y, text, 8)
    return sheet


NOTES = [("1", "Se aftalen om handel fra i fjor."), ("2", "Se aftalen om fiskeri.")]


def test_raised_marks_begin_the_notes_and_lead_to_them() -> None:
    read = noted("Vi vil handle med alle lande", *NOTES, raised=True).read()
    assert texts(read, BlockKind.FOOTNOTE) == [
        "1 Se aftalen om handel fra i fjor.",
        "2 Se aftalen om fiskeri.",
    ]
    assert marks(read) == [("ande1", "1 Se aftalen om handel fra i fjor.")]


def test_a_mark_on_a_line_with_an_accent_over_its_letter_leads_to_its_note() -> None:
    read = noted("Vi vil handle med M\xa8unchen", *NOTES, raised=True).read()
    assert read.text.startswith("Vi vil handle med München1\n")
    assert marks(read) == [("chen1", "1 Se aftalen om handel fra i fjor.")]


def test_a_mark_in_full_size_leads_to_the_note_under_a_rule() -> None:
    sheet = noted("Vi vil handle med alle lande4 og med", rule=True)
    sheet.text(60, 700, "4 Se aftalen om handel fra i fjor.", 8)
    assert marks(sheet.read()) == [("ande4", "4 Se aftalen om handel fra i fjor.")]


def test_a_raised_mark_ends_before_the_figure_that_its_note_begins_with() -> None:
    sheet = Sheet().page()
    line = "Der er flere sommerhuse end helårshuse"
    sheet.text(60, 80, line).text(60 + sheet.pdf.get_string_width(line), 76, "1", 6)
    sheet.lines(60, 92.5, prose(20))
    sheet.pdf.line(60, 760, 160, 760)
    sheet.text(60, 776, "1", 5).text(62.8, 779, "26.071 huse mod 17.911 boliger.", 8)
    read = sheet.read()
    notes = [section for section in sections_of(read, "d") if section.kind == "fodnote"]
    assert [(note.number, note.text.text) for note in notes] == [
        ("1", "26.071 huse mod 17.911 boliger.")
    ]


def test_a_raised_figure_in_front_of_a_paragraph_is_no_mark() -> None:
    sheet = Sheet().page()
    sheet.text(60, 77, "1", 6)
    lines = prose(20)
    sheet.lines(65, 80, lines)
    read = sheet.read()
    assert texts(read, BlockKind.PARAGRAPH) == ["\n".join(["1 " + lines[0], *lines[1:]])]
    assert read.marks == ()


def test_a_page_of_nothing_but_notes_goes_on_with_those_of_the_last() -> None:
    sheet = noted("Vi vil handle med alle lande", NOTES[0], raised=True)
    sheet.page().lines(60, 80, ["2 Se aftalen om fiskeri.", "3 Se aftalen om havet."], 8)
    assert texts(sheet.read(), BlockKind.FOOTNOTE)[1:] == [
        "2 Se aftalen om fiskeri.",
        "3 Se aftalen om havet.",
    ]


@pytest.mark.parametrize(
    "after", [[], ["og derfor skal vi handle nu, mens der er tid."]], ids=["nothing", "small type"]
)
def test_large_type_that_no_sentence_goes_on_after_is_no_pull_quote(after: list[str]) -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(12)[:-1])
    y = sheet.lines(120, y + 20, ["Verden forandrer sig", "hurtigere end før"], 18)
    sheet.lines(60, y + 10, after, 8)
    read = sheet.read()
    assert texts(read, BlockKind.BOX) == []
    assert texts(read, BlockKind.HEADING) == ["Verden forandrer sig\nhurtigere end før"]


def test_numbered_paragraphs_that_do_not_hang_are_whole_though_bullets_do() -> None:
    numbered = [[f"{n}. Vi vil styrke indsatsen", *prose(4)[1:]] for n in (1, 2, 3)]
    sheet = Sheet().page()
    y = 80.0
    for _ in range(2):
        sheet.text(60, y, "\x95")
        y = sheet.lines(72, y, ["handel med alle lande i hele", "verden og med alle i Norden"]) + 8
    for lines in numbered:
        y = sheet.lines(60, y, lines) + 8
    assert texts(sheet.read(), BlockKind.ITEM)[2:] == ["\n".join(lines) for lines in numbered]


def test_notes_in_the_size_of_the_text_stand_under_a_short_rule_however_long() -> None:
    first = "Vi vil handle med alle lande"
    sheet = noted(first, raised=True, rule=True)
    note = ["Se aftalen om handel fra i fjor og", "det, der står i bilaget til den."]
    sheet.text(60, 697, "1", 6).text(65, 700, note[0])
    sheet.lines(60, 712.5, [note[1]])
    read = sheet.read()
    assert texts(read, BlockKind.FOOTNOTE) == ["1 " + "\n".join(note)]
    assert [mark for mark, _ in marks(read)] == ["ande1"]


def test_a_title_in_the_middle_goes_on_below_a_line_that_fills_the_column() -> None:
    title = ["Pligter for alle myndigheder og virksomheder i Norden,", "der behandler oplysninger"]
    sheet = Sheet().page()
    sheet.pdf.set_font("Helvetica", "B", 14)
    widths = [sheet.pdf.get_string_width(line) for line in title]
    sheet.text(60, 80, title[0], 14, "B")
    sheet.text(60 + (widths[0] - widths[1]) / 2, 97, title[1], 14, "B")
    sheet.lines(60, 130, prose(20))
    assert texts(sheet.read(), BlockKind.HEADING) == ["\n".join(title)]


def test_a_row_of_figures_under_a_rule_begins_no_note() -> None:
    sheet = noted("Vi vil handle med alle lande", NOTES[0], raised=True)
    sheet.pdf.line(60, 560, 200, 560)
    sheet.text(60, 570, "1.196,3 mio. kr. i alt")
    sheet.lines(60, 590, prose(6, "havet"))
    assert texts(sheet.read(), BlockKind.FOOTNOTE) == ["1 Se aftalen om handel fra i fjor."]


def test_a_sentence_goes_on_with_a_quotation_on_the_next_page() -> None:
    sheet = Sheet().page()
    lines = prose(40)[:-1]
    sheet.lines(
        60, 80, [*lines, "og det kalder vi i det følgende for et fælles ansvar (herefter kun"]
    )
    sheet.page().lines(60, 80, ["\xbbansvaret\xab), som alle har.", *prose(5, "havet")])
    assert [block.continues for block in sheet.read().blocks][:2] == [False, True]


def test_paragraphs_of_single_lines_are_not_joined_to_one() -> None:
    """Distances between paragraphs are more frequent than those within: a letter, a short bill."""
    sheet, y, expected = Sheet().page(), 60.0, []
    for number in range(12):
        line = f"Ministeren svarer på spørgsmål {number} om handel" + "." * (number % 2)
        sheet.text(60, y, line)
        expected.append(line)
        y += 24
        if number in (3, 8):
            long = prose(3)
            y = sheet.lines(60, y, long) + 11.5
            expected.append("\n".join(long))
    assert texts(sheet.read(), BlockKind.PARAGRAPH) == expected


def test_lines_that_all_stand_far_apart_are_one_paragraph() -> None:
    sheet, lines = Sheet().page(), prose(12)
    for number, line in enumerate(lines):
        sheet.text(60, 60 + 24 * number, line)
    assert texts(sheet.read(), BlockKind.PARAGRAPH) == ["\n".join(lines)]


@pytest.mark.parametrize(("end", "count"), [("og det gælder især for de lande, som", 1), ("ja", 2)])
def test_a_sentence_goes_on_with_a_name_in_the_next_column(end: str, count: int) -> None:
    sheet, line = Sheet().page(), "vi styrker samarbejdet om fremtiden"
    sheet.lines(60, 80, ["Her begynder teksten om de lande", *[line] * 40, end])
    sheet.lines(310, 80, ["Danmark har aftaler med, når det", *[line] * 30, "er slut."])
    assert len(paragraphs(sheet.read())) == count


LITERATURE = [
    [
        "Hansen, P. og Lund, M. (2019). Danmark og den nye handel med alle landene i",
        "Norden. Politica 41, s. 3-9.",
    ],
    ["Holm, A. (2020). Klima og energi.", ""],
    [
        "Krogh, B. (2021). En helt ny strategi for havet omkring Danmark, Norge og det",
        "øvrige Norden. Samfund.",
    ],
    [
        "Lund, C. (2022). Samarbejde om beredskab i byer og på landet og langs alle de",
        "Store Bælter. Økonomi.",
    ],
]


def test_the_entries_of_a_list_of_literature_hang() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(8)) + 20
    for first, second in LITERATURE:
        sheet.text(60, y, first)
        y += 12.5
        if second:
            sheet.text(88, y, second)
            y += 12.5
    read = sheet.read()
    entries = ["\n".join(filter(None, lines)) for lines in LITERATURE]
    assert texts(read, BlockKind.PARAGRAPH)[1:] == entries


def test_a_numbered_paragraph_whose_first_line_stands_in_is_whole() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(8)) + 10
    long = [
        "1. Opfordrer alle lande til at styrke samarbejdet om havet og om hele",
        "Norden og til at være med i arbejdet for alle lande i verden som helhed;",
    ]
    short = ["2. Anmoder alle lande om at melde til rådet;", "3. Beslutter at mødes."]
    for x, line in zip((95, 60, 95, 95), [*long, *short], strict=True):
        y = sheet.lines(x, y, [line])
    assert texts(sheet.read(), BlockKind.ITEM) == ["\n".join(long), *short]


def test_a_note_goes_on_at_the_foot_of_the_next_page_with_a_date() -> None:
    sheet = Sheet()
    notes = [
        ["7 Se loven om handel med alle lande i Norden og aftalen af"],
        ["24. april 2019.", "8 Se aftalen om havet."],
    ]
    for mark, word, lines in zip("78", ("havet", "handel"), notes, strict=True):
        text = prose(30, word)
        sheet.page().lines(60, 80, text)
        sheet.text(60 + sheet.pdf.get_string_width(text[2]), 101, mark, 6)
        sheet.pdf.line(60, 705, 160, 705)
        sheet.lines(60, 716, lines, 8)
    read = sheet.read()
    found = [
        (read.text[b.start : b.end], b.continues)
        for b in read.blocks
        if b.kind is BlockKind.FOOTNOTE
    ]
    assert found == [
        (notes[0][0], False),
        ("24. april 2019.", True),
        ("8 Se aftalen om havet.", False),
    ]


def test_a_sentence_goes_on_though_a_raised_mark_pushes_its_lines_apart() -> None:
    lines = prose(8)
    sheet = Sheet().page()
    sheet.lines(60, 80, lines[:3])
    sheet.lines(60, 80 + 3 * 12.5 + 4, lines[3:])
    assert texts(sheet.read(), BlockKind.PARAGRAPH) == ["\n".join(lines)]


@pytest.mark.parametrize("gap", [0, 9])
def test_a_sentence_goes_on_beside_a_box(gap: float) -> None:
    lines = prose(12)
    sheet = Sheet().page()
    y = sheet.lines(60, 80, lines)
    y = sheet.lines(60, y + 14, ["Vi vil styrke rekrutteringen af"]) + gap
    sheet.pdf.set_fill_color(220)
    sheet.pdf.rect(300, y - 14, 240, 80, style="F")
    sheet.lines(
        308, y, ["Målet er, at alle elever har en", "uddannet lærer i hver eneste", "time."]
    )
    sheet.lines(
        60,
        y,
        ["lærere i alle landets kommuner, og", "det skal ske sammen med dem og", "deres skoler."],
    )
    assert "Vi vil styrke rekrutteringen af lærere i alle landets kommuner" in " ".join(
        paragraphs(sheet.read())
    )


@pytest.mark.parametrize(
    ("end", "start", "count"),
    [("undersø-", "ge skolerne", 1), ("være med", "i skolerne", 1), ("være med.", "I skolerne", 2)],
)
def test_a_box_goes_on_in_the_next_column(end: str, start: str, count: int) -> None:
    sheet = Sheet().page()
    line = "Vi arbejder for at styrke det hele og alle"
    sheet.pdf.set_fill_color(220)
    for x, filled in ((60, 740), (320, 60)):
        sheet.pdf.rect(x, filled, 220, 50, style="F")
    sheet.lines(60, 80, [line] * 50 + ["fra i dag."])
    sheet.lines(
        68, 755, ["Målet er, at alle har en god lærer, og", f"at staten og kommunerne kan {end}"]
    )
    sheet.lines(328, 75, [f"{start} i hele landet, så vi", "kan følge dem."])
    sheet.lines(320, 130, [line] * 46 + ["fra i dag."])
    boxes = [s.text.text for s in sections_of(sheet.read(), "d") if s.kind == "faktaboks"]
    assert len(boxes) == count
    assert " ".join(boxes).replace("- ", "-") == (
        f"Målet er, at alle har en god lærer, og at staten og kommunerne kan"
        f" {end} {start} i hele landet, så vi kan følge dem.".replace("- ", "")
    )


@pytest.mark.parametrize(
    ("x", "step", "end"),
    [
        (60, 15, ""),  # as far below as the elements are from one another
        (90, 12.5, ""),  # indented further than the elements are
        (72, 12.5, "."),  # indented as they are, and the last has ended
    ],
)
def test_a_paragraph_below_elements_of_one_line_is_none_of_the_last(
    x: float, step: float, end: str
) -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, prose(8)) + 10
    items = ["Nye ladestandere ved havnen", "En plan for skolerne", "Flere praktikpladser"]
    for item in items:
        sheet.text(60, y, "-").text(72, y, item + end)
        y += step
    first, *rest = prose(6, "havet")
    sheet.text(x, y, first).lines(60, y + 12.5, rest)
    read = sheet.read()
    assert texts(read, BlockKind.ITEM) == [f"- {item}{end}" for item in items]
    assert texts(read, BlockKind.PARAGRAPH)[-1] == "\n".join([first, *rest])


@pytest.mark.parametrize(
    ("end", "indent", "count"),
    [
        (330, 0, 1),  # as wide as the other lines
        (318, 0, 2),  # the last line of a paragraph
        (330, 12, 2),  # the next one is indented
    ],
)
def test_a_justified_paragraph_goes_on_below_a_full_line_that_ends_a_sentence(
    end: float, indent: float, count: int
) -> None:
    def justified(y: float, line: str, x0: float = 60, x1: float = 330) -> None:
        sheet.pdf.set_font("Helvetica", "", 10)
        words = line.split()
        gap = (x1 - x0 - sum(map(sheet.pdf.get_string_width, words))) / (len(words) - 1)
        for word in words:
            sheet.text(x0, y, word)
            x0 += sheet.pdf.get_string_width(word) + gap

    sheet = Sheet()
    line = "Vi arbejder for at styrke samarbejdet om det hele og"
    for _ in range(2):
        sheet.page()
        for at in range(9):
            justified(80 + 12.5 * at, line, 60 + indent * (at == 0))
        justified(192.5, "at alle lande kan være med i arbejdet for fremtiden.", 60, end)
    blocks = [block for block in sheet.read().blocks if block.kind is BlockKind.PARAGRAPH]
    assert len(blocks) - sum(block.continues for block in blocks) == count


def test_an_element_goes_on_below_its_full_line_however_far_in() -> None:
    sheet = Sheet().page()
    lines = prose(12)
    y = sheet.lines(60, 80, lines) + 10
    for number in (1, 2, 3):
        sheet.text(
            60,
            y,
            f"{number}. Vi arbejder for at styrke samarbejdet om fremtiden og for at alle lande",
        )
        y = sheet.lines(90, y + 12.5, ["at alle lande kan være med i arbejdet om havet."]) + 6
    assert len(texts(sheet.read(), BlockKind.ITEM)) == 3
    assert texts(sheet.read(), BlockKind.PARAGRAPH) == ["\n".join(lines)]
