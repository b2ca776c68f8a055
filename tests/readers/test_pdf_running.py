"""What runs at the edges of the pages, the labels it gives, and lists of contents."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind
from strategikort.readers.pdf.reader import read_pdf
from tests.readers.draw import Sheet, prose
from tests.readers.found import labels, tables, texts

WORDS = ["handel", "energi", "klima", "havet", "norden", "sikkerhed"]


def pages(heads: list[str], feet: list[str]) -> Sheet:
    """Return a page of text for each head and foot, in smaller type at the edges."""
    sheet = Sheet()
    for word, head, foot in zip(WORDS, heads, feet, strict=False):
        sheet.page().lines(60, 80, prose(40, word))
        sheet.text(60, 40, head, 8).text(290, 815, foot, 8)
    return sheet


def test_roman_page_numbers_are_furniture() -> None:
    read = pages([""] * 4, ["i", "ii", "iii", "iv"]).read()
    assert labels(read) == [(label, "printed") for label in ("i", "ii", "iii", "iv")]
    assert texts(read, BlockKind.FURNITURE) == ["i", "ii", "iii", "iv"]


def test_a_running_head_names_the_chapter_even_on_a_single_page() -> None:
    heads = ["Om klima", "Om klima", "Om handel", "Om handel", "Om fred"]
    assert texts(pages(heads, [""] * 5).read(), BlockKind.FURNITURE) == heads


def test_a_year_in_a_running_head_is_no_page_number() -> None:
    read = pages(["Strategi 2026"] * 3, [""] * 3).read()
    assert texts(read, BlockKind.FURNITURE) == ["Strategi 2026"] * 3
    assert labels(read) == [("1", "index"), ("2", "index"), ("3", "index")]


def test_pages_in_front_of_page_one_are_counted_in_brackets() -> None:
    assert labels(pages([""] * 5, ["", "", "1", "2", "3"]).read()) == [
        ("[1]", "index"),
        ("[2]", "index"),
        ("1", "printed"),
        ("2", "printed"),
        ("3", "printed"),
    ]


def test_numbers_that_do_not_count_the_pages_stay_in_the_text() -> None:
    read = pages([""] * 2, ["7", "31"]).read()
    assert texts(read, BlockKind.FURNITURE) == []
    assert texts(read, BlockKind.PARAGRAPH)[1::2] == ["7", "31"]


def test_a_contents_list_may_begin_with_an_entry_without_a_number() -> None:
    sheet = Sheet().page()
    sheet.text(60, 80, "Indhold", 16, "B")
    entries = ["Forord " + "." * 60, f"1 Klima {'.' * 60} 3", f"2 Handel {'.' * 58} 5"]
    y = sheet.lines(60, 110, entries) + 20
    y = sheet.lines(60, y, prose(8)) + 20
    sheet.text(60, y, f"Pris i alt {'.' * 60} 2")
    read = sheet.read()
    contents = [read.text[b.start : b.end] for b in read.blocks if b.how == "contents"]
    assert contents == ["\n".join(["Indhold", *entries])]


@pytest.mark.parametrize(("count", "is_list"), [(5, False), (9, True)])
def test_a_contents_list_without_dots_or_heading_fills_its_page(count: int, is_list: bool) -> None:
    sheet = Sheet().page()
    sheet.pdf.set_font("Helvetica", "", 10)
    for number in range(count):
        page = str(number * 3 + 4)
        sheet.text(60, 100 + 20 * number, f"Hvad vi vil i år {number}")
        sheet.text(500 - sheet.pdf.get_string_width(page), 100 + 20 * number, page)
    sheet.page().lines(60, 80, prose(20))
    read = sheet.read()
    lines = [f"Hvad vi vil i år {number} {number * 3 + 4}" for number in range(count)]
    contents = [read.text[b.start : b.end] for b in read.blocks if b.how == "contents"]
    assert contents == (["\n".join(lines)] if is_list else [])
    assert read.text.split() == " ".join([*lines, *prose(20)]).split()


def test_a_head_whose_left_part_returns_is_furniture_with_every_chapter_it_names() -> None:
    sheet = pages(["Erhvervsministeriet"] * 4, [""] * 4)
    heads = []
    for number, word in enumerate(WORDS[:4], 1):
        sheet.pdf.page = number
        sheet.text(400, 40, f"Om {word}", 8)
        heads.append(f"Erhvervsministeriet Om {word}")
    assert texts(sheet.read(), BlockKind.FURNITURE) == heads


def test_what_runs_is_known_on_a_page_that_lies_on_its_side() -> None:
    sheet = Sheet()
    for number, word in enumerate(WORDS[:4], 1):
        wide = number == 3
        sheet.page(842 if wide else None, 595 if wide else 842)
        sheet.lines(60, 80, prose(30, word))
        right, foot = (700, 568) if wide else (453, 815)
        sheet.text(60, 40, "Energistyrelsen", 8).text(right, 40, f"Om {word}", 8)
        sheet.text(right, foot, f"side {number}", 8)
    read = sheet.read()
    heads = [f"Energistyrelsen Om {word}" for word in WORDS[:4]]
    feet = [f"side {number}" for number in range(1, 5)]
    assert texts(read, BlockKind.FURNITURE) == [
        text for pair in zip(heads, feet, strict=True) for text in pair
    ]


def test_the_headings_of_chapters_that_begin_their_pages_do_not_run() -> None:
    sheet = Sheet()
    for number, word in enumerate(WORDS, 1):
        sheet.page().lines(60, 100, prose(38, word))
        sheet.text(60, 60, f"Bilag {number}", 20).text(60, 815, f"Rapport om vand {number}", 8)
    read = sheet.read()
    assert texts(read, BlockKind.HEADING) == [f"Bilag {n}" for n in range(1, 7)]
    assert texts(read, BlockKind.FURNITURE) == [f"Rapport om vand {n}" for n in range(1, 7)]


def test_what_returns_word_by_word_runs_in_any_type() -> None:
    sheet = Sheet()
    for word in WORDS:
        sheet.page().lines(60, 100, prose(38, word))
        sheet.text(60, 60, "Vandplan", 20)
    assert texts(sheet.read(), BlockKind.FURNITURE) == ["Vandplan"] * 6


def test_rows_at_the_edges_of_the_pages_do_not_run() -> None:
    sheet = Sheet()
    rows = [(f"Sager i distrikt {n}", str(900 - n), str(n + 7), str(n % 9)) for n in range(200)]
    for start in range(0, 200, 50):
        sheet.page()
        for number, cells in enumerate(rows[start : start + 50]):
            for x, cell in zip((60, 260, 330, 400), cells, strict=True):
                sheet.text(x, 70 + 15 * number, cell, 9)
    found = sheet.read()
    assert [cells for table in tables(found) for cells in table] == rows
    assert texts(found, BlockKind.FURNITURE) == []


def test_captions_at_the_top_of_the_pages_do_not_run() -> None:
    sheet = Sheet()
    for number in range(5):
        sheet.page().text(60, 60, f"Figur {number + 1}. Udgifter i regionen", 9, "B")
        sheet.lines(60, 90, prose(30, f"havet {number}"))
    assert len(texts(sheet.read(), BlockKind.CAPTION)) == 5


@pytest.mark.parametrize(("foot", "runs"), [(800, True), (806, False)])
def test_what_both_pages_of_two_have_at_one_place_runs(foot: float, runs: bool) -> None:
    sheet = Sheet()
    for number, y in ((1, 800.0), (2, foot)):
        for x in (60, 310):
            sheet.page() if x == 60 else None
            sheet.lines(x, 80, ["vi vil styrke samarbejdet om havet"] * 40)
        sheet.text(60, y, "Nyhedsbrev fra rådet", 8).text(500, y, str(number), 8)
    read = sheet.read()
    assert (len(texts(read, BlockKind.FURNITURE)) == 2) == runs
    assert labels(read) == [("1", "printed"), ("2", "printed")] or not runs


@pytest.mark.parametrize("label", [60.0, 40.0])
def test_notes_that_are_alike_but_for_their_numbers_do_not_run(label: float) -> None:
    sheet = Sheet()
    notes: list[str] = []
    for index, word in enumerate(WORDS):
        sheet.page().lines(60, 80, prose(38, word))
        sheet.text(60, 40, "Bind 2 - kapitel 4", 8).text(290, 825, str(index + 1), 8)
        for row in range(3):
            number = 3 * index + row + 1
            notes.append(f"{number} Ibid., s. {number * 17 % 50 + 100}.")
            first, _, rest = notes[-1].partition(" ")
            y = 770 + 12 * row
            sheet.text(label, y, first, 8).text(72, y, rest, 8)
    read = sheet.read()
    assert texts(read, BlockKind.FURNITURE)[::2] == ["Bind 2 - kapitel 4"] * 6
    assert texts(read, BlockKind.FURNITURE)[1::2] == [str(n) for n in range(1, 7)]
    assert [" ".join(note.split()) for note in texts(read, BlockKind.FOOTNOTE)] == notes


def test_a_running_head_with_the_number_of_its_chapter_runs() -> None:
    heads = [f"Bind 2 - kapitel {number}" for number in (4, 4, 5, 5, 5, 6)]
    assert texts(pages(heads, [""] * 6).read(), BlockKind.FURNITURE) == heads


def test_roman_numbers_of_the_first_pages_run_as_the_others_do() -> None:
    sheet = Sheet()
    for word, number in zip(WORDS, ("i", "ii", "1", "2", "3", "4"), strict=True):
        sheet.page().lines(60, 80, prose(40, word))
        sheet.text(295, 800, number, 9)
    assert texts(sheet.read(), BlockKind.FURNITURE) == ["i", "ii", "1", "2", "3", "4"]


def test_notes_with_marks_in_the_text_do_not_run_though_their_numbers_count_the_pages() -> None:
    sheet = Sheet()
    notes: list[str] = []
    for index, word in enumerate(WORDS, 1):
        lines = prose(36, word)
        sheet.page().lines(60, 80, lines)
        at = 60 + sheet.pdf.get_string_width(lines[0])
        sheet.text(at, 76, str(index), 6)
        note = [
            "Jf. artikel 4, stk. 2, i den aftale om fisk og handel med Norge og de andre",
            "lande i vest.",
        ]
        notes.append("\n".join([f"{index} {note[0]}", note[1]]))
        sheet.text(60, 770, f"{index} {note[0]}", 8).text(60, 780, note[1], 8)
        sheet.text(60, 820, f"{index} Rapport om vand", 8)
    read = sheet.read()
    assert texts(read, BlockKind.FOOTNOTE) == notes
    assert texts(read, BlockKind.FURNITURE) == [f"{n} Rapport om vand" for n in range(1, 7)]
    assert [read.text[mark.start : mark.end] for mark in read.marks] == list("123456")


def test_notes_do_not_run_whose_numbers_count_the_pages_while_others_in_them_do_not() -> None:
    sheet = Sheet()
    for index, (word, at) in enumerate(zip(WORDS, (31, 117, 40, 9, 250, 3), strict=True), 1):
        sheet.page().lines(60, 80, prose(40, word))
        sheet.pdf.set_draw_color(0)
        sheet.pdf.line(60, 755, 160, 755)
        sheet.text(60, 770, f"{index} Ibid., s. {at}.", 8)
    read = sheet.read()
    assert len(texts(read, BlockKind.FOOTNOTE)) == 6
    assert texts(read, BlockKind.FURNITURE) == []


def test_what_both_pages_of_two_have_may_end_in_their_numbers() -> None:
    read = read_pdf(
        pages(["Nyhedsbrev maj 2024 · 1", "Nyhedsbrev maj 2024 · 2"], [""] * 2).bytes(), "a.pdf"
    )
    assert len(texts(read, BlockKind.FURNITURE)) == 2
    read = read_pdf(
        pages(["Nyhedsbrev maj 2021", "Nyhedsbrev maj 2024"], [""] * 2).bytes(), "a.pdf"
    )
    assert texts(read, BlockKind.FURNITURE) == []


def test_a_running_line_that_is_the_same_on_each_page_does_not_number_them() -> None:
    sheet = Sheet()
    for number, word in enumerate(WORDS[:4]):
        sheet.page().lines(60, 80, prose(40, word))
        sheet.text(60, 40, "Budget 2025", 8)
        if number:
            sheet.text(60, 52, "Konto 2024 2025 2026 2027", 8)
    assert labels(sheet.read()) == [(str(number), "index") for number in (1, 2, 3, 4)]


def test_roman_numerals_number_the_pages_in_front_of_page_one() -> None:
    read = pages([""] * 5, ["", "ii", "iii", "1", "2"]).read()
    assert labels(read) == [
        ("[1]", "index"),
        ("ii", "printed"),
        ("iii", "printed"),
        ("1", "printed"),
        ("2", "printed"),
    ]


@pytest.mark.parametrize("size", [10, 24])
def test_a_title_that_is_also_the_running_head_is_text(size: int) -> None:
    sheet = Sheet()
    for number, word in enumerate(WORDS[:4]):
        sheet.page().text(60, 40, "Liv i landsbyen", 8)
        if number:
            sheet.lines(60, 80, prose(40, word))
        else:
            sheet.text(60, 70, "Liv i landsbyen", size)
    read = sheet.read()
    assert texts(read, BlockKind.FURNITURE) == ["Liv i landsbyen"] * 4
    assert read.text.count("Liv i landsbyen") == 5


def test_a_running_head_may_have_two_lines_on_the_pages_of_a_chapter() -> None:
    heads = [
        "1 Om klima",
        "1 Om klima",
        "2 Om den handel, som",
        "3 Om fred",
        "3 Om fred",
        "3 Om fred",
    ]
    sheet = pages(["", "", "", "", "", ""], [""] * 6)
    for number, head in enumerate(heads, 1):
        sheet.pdf.page = number
        two = head.startswith("2")
        sheet.text(60, 31 if two else 40, head, 8)
        if two:
            sheet.text(60, 40, "landene har", 8)
    assert texts(sheet.read(), BlockKind.FURNITURE) == [*heads[:3], "landene har", *heads[3:]]


def test_a_chapter_in_capitals_below_its_running_head_is_a_heading() -> None:
    heads = [f"Om {word}" for word in WORDS for _ in (1, 2)]
    sheet = Sheet()
    for number, head in enumerate(heads):
        sheet.page().text(60, 40, head, 8)
        if number % 2 == 0:
            sheet.text(60, 70, head.upper(), 12, "B")
        sheet.lines(60, 95, prose(40, WORDS[number // 2]))
    read = sheet.read()
    assert texts(read, BlockKind.FURNITURE) == heads
    assert texts(read, BlockKind.HEADING) == [f"Om {word}".upper() for word in WORDS]


def test_what_both_pages_of_two_have_in_large_type_runs() -> None:
    sheet = Sheet()
    for word in WORDS[:2]:
        sheet.page().text(400, 40, "Miljøministeriet", 14).lines(60, 80, prose(40, word))
    read = sheet.read()
    assert texts(read, BlockKind.FURNITURE) == ["Miljøministeriet"] * 2
    assert not texts(read, BlockKind.HEADING)


def test_notes_that_look_alike_are_none_of_what_runs_though_their_marks_are_not_raised() -> None:
    sheet = Sheet()
    kinds = [
        "Beretning nr. {}/2019, s. {}.",
        "Lov nr. {} af 2. maj 20{}.",
        "Tal fra {}.{} borgere.",
    ]
    for at, word in enumerate(WORDS):
        mark = f"Det siger ministeren i 202{at}.{at + 1} Flere"
        sheet.page().lines(60, 80, [*prose(40, word), mark])
        note = kinds[at // 2].format(at * at + 31, 90 - at * at)
        sheet.text(60, 800, f"{at + 1}{note}", 7.5).text(290, 820, str(at + 1), 8)
    read = sheet.read()
    assert texts(read, BlockKind.FURNITURE) == [str(at + 1) for at in range(6)]
    assert len(texts(read, BlockKind.FOOTNOTE)) == 6
    assert [read.text[mark.start : mark.end] for mark in read.marks] == list("123456")


def test_a_running_foot_in_large_type_is_no_note_though_its_number_is_a_mark() -> None:
    sheet = Sheet()
    for page, word in enumerate(WORDS, 1):
        end = sheet.page().lines(60, 80, prose(40, word))
        if page == 4:
            sheet.text(60, end, "Det siger ministeren").text(152, end - 4, "4", 6)
        sheet.text(60, 815, f"{page} | Plan for havet", 12)
    found = [f"{page} | Plan for havet" for page in range(1, 7)]
    assert texts(sheet.read(), BlockKind.FURNITURE) == found


def test_a_word_in_very_large_type_behind_the_text_is_furniture() -> None:
    sheet = Sheet()
    for word in WORDS[:4]:
        sheet.page().text(90, 400, "UDKAST", 90, "B").lines(60, 80, prose(50, word))
    read = sheet.read()
    assert texts(read, BlockKind.FURNITURE) == ["UDKAST"] * 4
    assert texts(read, BlockKind.PARAGRAPH) == ["\n".join(prose(50, word)) for word in WORDS[:4]]


def test_large_type_that_returns_with_nothing_behind_it_stays() -> None:
    sheet = Sheet()
    for word in WORDS[:4]:
        sheet.page().text(90, 400, "Pause", 60, "B").lines(60, 80, prose(15, word))
        sheet.lines(60, 480, prose(20, word))
    assert texts(sheet.read(), BlockKind.FURNITURE) == []


@pytest.mark.parametrize("x", [20, 560])
def test_the_numbers_of_chapters_on_tabs_in_the_margin_are_furniture(x: float) -> None:
    sheet = Sheet()
    for at, word in enumerate(WORDS):
        sheet.page().lines(60, 80, prose(50, word))
        sheet.text(x, 205, str(at // 2 + 1), 12, "B").text(x, 815, str(at + 11), 8)
    read = sheet.read()
    assert texts(read, BlockKind.PARAGRAPH) == ["\n".join(prose(50, word)) for word in WORDS]
    assert labels(read) == [(str(at + 11), "printed") for at in range(6)]


def test_the_number_of_the_page_in_the_margin_is_no_tab() -> None:
    sheet = Sheet()
    for at, word in enumerate(WORDS):
        sheet.page().lines(60, 80, prose(50, word))
        sheet.text(560, 760, str(at + 11), 8)
    assert labels(sheet.read()) == [(str(at + 11), "printed") for at in range(6)]


def test_the_number_of_a_chapter_in_the_margin_beside_its_heading_is_no_tab() -> None:
    sheet = Sheet()
    for at, word in enumerate(WORDS):
        sheet.page().text(30, 150, str(at + 1), 40, "B").text(70, 150, f"Om {word}", 20, "B")
        sheet.lines(70, 180, prose(40, word))
    headings = texts(sheet.read(), BlockKind.HEADING)
    assert headings == [f"{at + 1} Om {word}" for at, word in enumerate(WORDS)]


def test_numbers_of_paragraphs_in_the_margin_are_no_tabs() -> None:
    sheet = Sheet()
    for at, word in enumerate(WORDS):
        sheet.page()
        for part in range(3):
            sheet.text(40, 180 + 200 * part, f"{3 * at + part + 1}.")
            sheet.lines(80, 180 + 200 * part, prose(6, word))
    assert [text.split()[0] for text in texts(sheet.read(), BlockKind.ITEM)] == [
        f"{number}." for number in range(1, 19)
    ]
