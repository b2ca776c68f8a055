"""Tagged PDFs: what the structure tree says is believed where it fits the page, and only there."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from strategikort.readers import BlockKind
from strategikort.readers.model import OF_TABLE
from strategikort.readers.pdf.drawing import tags
from strategikort.readers.pdf.reader import read_pdf
from strategikort.structure.auto import sections_of
from tests.readers.draw import prose
from tests.readers.found import headings, tables, texts
from tests.readers.tagged import At, Tag, down, tagged

BODY = down("P", 60, 400, *prose(6))


def table(
    rows: list[list[list[At] | str]], *more: Tag, spans: Mapping[tuple[int, int], str] | None = None
) -> Tag:
    """Return a table; a cell is its lines, or nothing at all for ``-``."""
    return Tag(
        "Table",
        *more,
        *(
            Tag(
                "TR",
                *(
                    Tag("TD", *cell, more=f"/A << /O /Table {(spans or {}).get((y, x), '')} >>")
                    for x, cell in enumerate(row)
                    if not isinstance(cell, str)
                ),
            )
            for y, row in enumerate(rows)
        ),
    )


def cells(
    *rows: str, pitch: float = 30, at: tuple[float, ...] = (60, 200, 400)
) -> list[list[list[At] | str]]:
    """Return cells parted by ``|``, their lines by ``/``."""
    return [
        [
            "-"
            if cell == "-"
            else [
                At(at[x], 700 - pitch * y - 12 * n, line)
                for n, line in enumerate(cell.split("/"))
                if line
            ]
            for x, cell in enumerate(row.split("|"))
        ]
        for y, row in enumerate(rows)
    ]


ROWS = (
    "Indsats|Ansvarlig|Frist",
    "Digital/post|Digitaliserings-/styrelsen|2027",
    "Beredskab|Alle myndigheder/og regioner|Hvert år",
)


def by_column(line: At) -> object:
    return line.x, -line.y


@pytest.mark.parametrize("order", [None, by_column])
def test_the_cells_of_a_table_without_rules_are_those_of_the_tree(order: object) -> None:
    read = read_pdf(tagged(table(cells(*ROWS)), BODY, order=order), "a.pdf")  # type: ignore[arg-type]
    assert tables(read) == [
        [tuple(cell.replace("/", "\n") for cell in row.split("|")) for row in ROWS]
    ]
    assert [b.how for b in read.blocks if b.kind is BlockKind.TABLE] == ["tag"]


def test_a_merged_cell_belongs_to_the_first_of_the_places_it_covers() -> None:
    rows = [*cells("Land|2025|2030", "Norge|mål|status"), *cells("||", "||", "ny|gammel")[2:]]
    rows[2] = [[At(200, 640, "ny")], [At(400, 640, "gammel")]]
    read = read_pdf(tagged(table(rows, spans={(1, 0): "/RowSpan 2"}), BODY), "a.pdf")
    assert tables(read)[0][1:] == [("Norge", "mål", "status"), ("", "ny", "gammel")]


def test_a_cell_stays_in_its_column_where_the_tree_leaves_the_empty_ones_out() -> None:
    rows = cells("Part|Ønske|Svar", "KL|Længere frist|Ja", "-|Evaluering|Efter tre år", "DI|-|Nej")
    assert tables(read_pdf(tagged(table(rows), BODY), "a.pdf"))[0][2:] == [
        ("", "Evaluering", "Efter tre år"),
        ("DI", "", "Nej"),
    ]


def test_a_table_over_two_columns_of_the_page_is_one_in_each() -> None:
    rows = cells("Land|Sager", *(f"Land {n}|{n} sager" for n in range(5)), at=(60, 150))
    for n, row in enumerate(rows[3:]):
        for cell, x in zip(row, (320, 420), strict=True):
            assert not isinstance(cell, str)
            cell[0].x, cell[0].y = x, 700 - 30 * n
    assert [len(rows) for rows in tables(read_pdf(tagged(table(rows), BODY), "a.pdf"))] == [3, 3]


def upside_down(rows: list[list[list[At] | str]]) -> Tag:
    return table(rows[::-1])


def side_by_side(rows: list[list[list[At] | str]]) -> Tag:
    return table([row[::-1] for row in rows])


def in_one_row(rows: list[list[list[At] | str]]) -> Tag:
    return table([[cell for row in rows for cell in row]])


def legend(rows: list[list[list[At] | str]]) -> Tag:
    """Return a table whose first column has nothing but colours in it."""
    return table([[[], row[1]] for row in rows])


def as_layout(rows: list[list[list[At] | str]]) -> Tag:
    return Tag(
        "Table", Tag("TR", Tag("TD", table(rows)), Tag("TD")), Tag("TR", Tag("TD"), Tag("TD"))
    )


@pytest.mark.parametrize("wrong", [upside_down, side_by_side, in_one_row, legend])
def test_a_table_that_does_not_fit_the_page_is_read_as_it_stands_there(wrong: object) -> None:
    whole = tagged(wrong(cells(*ROWS)), BODY)  # type: ignore[operator]
    plain = tagged(wrong(cells(*ROWS)), BODY, catalog="")  # type: ignore[operator]
    assert read_pdf(whole, "a.pdf").text == read_pdf(plain, "a.pdf").text


def test_a_table_in_one_that_lays_out_the_page_is_the_table() -> None:
    read = read_pdf(tagged(as_layout(cells(*ROWS)), BODY), "a.pdf")
    assert [len(rows) for rows in tables(read)] == [3]


def test_what_a_table_only_sets_side_by_side_is_read_by_its_parts() -> None:
    menu = [
        item(60, 700 - 12 * n, word) for n, word in enumerate(("Forside", "Nyheder", "Kontakt"))
    ]
    text = prose(4, "tilskud")
    page = (
        down("H1", 200, 688, "Nyt fra styrelsen", size=14),
        down("P", 200, 664, *text),
        down("H2", 200, 604, "Baggrund"),
        down("P", 200, 580, *prose(3)),
    )
    layout = Tag(
        "Table",
        Tag("TR", Tag("TD", Tag("L", *menu)), Tag("TD", *page)),
        Tag("TR", Tag("TD"), Tag("TD")),
    )
    read = read_pdf(tagged(layout, BODY, order=lambda line: -line.y), "a.pdf")
    assert read.text.split("\n\n")[:5] == [
        "Forside",
        "Nyheder",
        "Kontakt",
        "Nyt fra styrelsen",
        "\n".join(text),
    ]


def test_the_number_of_a_row_is_no_number_of_the_page() -> None:
    rows = cells(
        *(f"{n}|Anbefaling nummer {n}|Svar" for n in range(1, 4)), pitch=300, at=(60, 120, 300)
    )
    read = read_pdf(tagged(table(rows)), "a.pdf")
    assert texts(read, BlockKind.FURNITURE) == []
    assert len(tables(read)[0][0]) == 3


def document(*roles: str, size: float = 10) -> tuple[Tag, ...]:
    """Return elements below each other, headings of one line and paragraphs of three."""
    y, found = 800.0, []
    for number, role in enumerate(roles):
        lines = [f"Afsnit nummer {number}"] if role[0] == "H" else prose(3, f"sag{number}")
        found.append(down(role, 60, y, *lines, size=size if role[0] == "H" else 10))
        y -= 12 * len(lines) + 12
    return tuple(found)


def test_headings_are_those_of_the_tree_with_their_levels() -> None:
    read = read_pdf(tagged(*document("H1", "P", "H2", "P", "P", "H2", "P", "H3", "P")), "a.pdf")
    assert headings(read) == [
        ("Afsnit nummer 0", 1, "tag"),
        ("Afsnit nummer 2", 2, "tag"),
        ("Afsnit nummer 5", 2, "tag"),
        ("Afsnit nummer 7", 3, "tag"),
    ]


def test_the_number_of_a_chapter_above_its_title_is_a_part_of_it() -> None:
    number = down("H1", 60, 832, "Kapitel 4", size=16)
    read = read_pdf(tagged(number, *document("H1", "P", "H2", "P", size=16)), "a.pdf")
    assert headings(read)[0] == ("Kapitel 4\nAfsnit nummer 0", 1, "tag")


def test_the_number_of_a_heading_in_a_list_is_a_part_of_it() -> None:
    parts = [
        Tag(
            "L", Tag("LI", Tag("Lbl", At(60, y, number)), Tag("LBody", Tag("H1", At(90, y, title))))
        )
        for y, number, title in ((700, "1", "Indledning"), (500, "2", "Økonomi"))
    ]
    read = read_pdf(tagged(parts[0], down("P", 60, 680, *prose(4)), parts[1], BODY), "a.pdf")
    assert headings(read) == [("1 Indledning", 1, "tag"), ("2 Økonomi", 1, "tag")]


def test_a_style_is_what_the_file_maps_it_to() -> None:
    parts = document("Hoved", "P", "Hoved", "P")
    read = read_pdf(tagged(*parts, root="/RoleMap << /Hoved /Mellem /Mellem /H2 >>"), "a.pdf")
    assert [level for _, level, _ in headings(read)] == [2, 2]


def test_sections_give_the_level_of_a_heading_without_one() -> None:
    h1, p1, h2, p2 = document("H", "P", "H", "P")
    read = read_pdf(tagged(Tag("Sect", h1, p1, Tag("Sect", h2, p2))), "a.pdf")
    assert [level for _, level, _ in headings(read)] == [1, 2]


def test_what_is_set_as_a_heading_is_one_though_tagged_as_text() -> None:
    title = down("P", 60, 830, "En større overskrift", size=18)
    read = read_pdf(tagged(title, *document("P", "H2", "P", "H2", "P")), "a.pdf")
    assert headings(read)[0] == ("En større overskrift", 1, "type")
    assert [level for _, level, _ in headings(read)[1:]] == [2, 2]


def all_headings() -> tuple[Tag, ...]:
    return tuple(Tag("H1", *part.lines()) for part in document("P", "P", "P", "P"))


def every_line_a_paragraph() -> tuple[Tag, ...]:
    lines = [line for part in document("P", "P", "P") for line in part.lines()]
    return tuple(Tag("P", Tag("Span", line)) for line in lines)


def all_notes() -> tuple[Tag, ...]:
    return tuple(Tag("Note", *part.lines()) for part in document("P", "P", "P", "P"))


def all_contents() -> tuple[Tag, ...]:
    return (Tag("TOC", *(Tag("TOCI", *part.lines()) for part in document("P", "P", "P"))),)


def one_list() -> tuple[Tag, ...]:
    return tuple(Tag("L", Tag("LI", Tag("LBody", *part.lines()))) for part in document("P", "P"))


def half_of_it() -> tuple[Tag | At, ...]:
    first, second, third = document("H1", "P", "P")
    return Tag("H1", *second.lines()), *first.lines(), *third.lines()


@pytest.mark.parametrize(
    "make", [all_headings, every_line_a_paragraph, all_notes, all_contents, one_list, half_of_it]
)
def test_tags_that_cannot_be_right_change_nothing(make: object) -> None:
    """The blocks are those of the same page without a tree."""
    whole, plain = (
        read_pdf(tagged(*make(), order=lambda line: -line.y, **more), "a.pdf")  # type: ignore[operator]
        for more in ({}, {"catalog": ""})
    )
    assert (whole.text, whole.blocks) == (plain.text, plain.blocks)


def item(x: float, y: float, text: str, *more: Tag, label: bool = True) -> Tag:
    return Tag("LI", *([Tag("Lbl")] if label else []), Tag("LBody", At(x, y, text)), *more)


def test_elements_of_lists_are_known_where_their_bullets_are_drawn_as_pictures() -> None:
    inner = Tag("L", item(90, 700, "Et led i det første"), item(90, 688, "Og ét til"))
    whole = Tag("L", item(70, 712, "Det første punkt", inner), item(70, 676, "Det andet punkt"))
    read = read_pdf(tagged(whole, BODY), "a.pdf")
    items = [b for b in read.blocks if b.kind is BlockKind.ITEM]
    assert [(read.text[b.start : b.end], b.level) for b in items] == [
        ("Det første punkt", 1),
        ("Et led i det første", 2),
        ("Og ét til", 2),
        ("Det andet punkt", 1),
    ]


@pytest.mark.parametrize(
    ("label", "body", "text"),
    [
        ("A-1", "Det er punktet", "Det er punktet"),
        ("Aktør", "Den, der handler", "Aktør Den, der handler"),  # a term, no label
    ],
)
def test_the_label_of_an_element_is_its_marker(label: str, body: str, text: str) -> None:
    labelled = Tag("LI", Tag("Lbl", At(60, 700, label)), Tag("LBody", At(110, 700, body)))
    read = read_pdf(tagged(Tag("L", labelled, item(110, 688, "Det næste")), BODY), "a.pdf")
    block = next(b for b in read.blocks if b.kind is BlockKind.ITEM)
    assert read.text[block.marker : block.end] == text


def test_a_note_and_a_caption_are_those_of_the_tree() -> None:
    note = Tag(
        "Note", Tag("P", At(60, 100, "4 Lov om sager, som ændret"), At(60, 88, "ved lov nr. 9."))
    )
    caption = Tag("Caption", At(60, 730, "Sager i landene"))
    read = read_pdf(
        tagged(table(cells("Land|Sager|Mål", "Norge|4|5"), caption), BODY, note), "a.pdf"
    )
    assert texts(read, BlockKind.FOOTNOTE) == ["4 Lov om sager, som ændret\nved lov nr. 9."]
    assert [b.how for b in read.blocks if b.kind is BlockKind.CAPTION] == [OF_TABLE]


@pytest.mark.parametrize("y", [730, 640])
def test_the_caption_of_a_table_above_or_below_it_is_its_title(y: int) -> None:
    rows = cells("Land|Sager|Mål", "Norge|4|5")
    caption = Tag("Caption", At(60, y, "Sager i landene"))
    whole = tagged(table(rows, caption), BODY, order=lambda line: -line.y)
    found = sections_of(read_pdf(whole, "a.pdf"), "d")
    assert [s.title for s in found if s.kind == "tabel"] == ["Sager i landene"]


def test_cards_beside_each_other_are_read_in_the_order_of_the_tree() -> None:
    cards = [
        (
            60 + 260 * (n % 2),
            700 - 80 * (n // 2),
            [f"Kort {n}", *(text[:34] for text in prose(4, f"sag{n}"))],
        )
        for n in range(4)
    ]
    parts = [down("P", x, y, *lines) for x, y, lines in cards]
    read = read_pdf(tagged(*parts, order=by_column), "a.pdf")
    assert [word for word in read.text.split() if word in "0123"] == ["0", "1", "2", "3"]
    # From below upwards nobody reads.
    plain = read_pdf(tagged(*parts[::-1], order=by_column, catalog=""), "a.pdf")
    assert read_pdf(tagged(*parts[::-1], order=by_column), "a.pdf").text == plain.text


LOST = "\x01"
NAMED = "/Properties << /MC0 << /ActualText (fi) >> >>"


@pytest.mark.parametrize(
    ("drawn", "mark", "said"),
    [
        (LOST, "<< /ActualText (fi) >>", "fi"),
        (LOST, "<< /ActualText <FEFF00660069> >>", "fi"),
        (LOST, "/MC0", "fi"),
        ("i" + LOST, "<< /ActualText (i alt) >>", "i alt"),
        ("fisk", "<< /ActualText (noget andet) >>", "fisk"),
        (LOST, "<< /Lang (da) >>", "\ufffd"),
    ],
)
def test_the_text_stated_for_glyphs_is_taken_where_they_say_nothing(
    drawn: str, mark: str, said: str
) -> None:
    part = Tag("P", At(60, 700, drawn, mark=mark))
    read = read_pdf(tagged(part, BODY, properties=NAMED), "a.pdf")
    assert read.text.split("\n")[0] == said
    assert bool(read.quality.damaged) is (said == "\ufffd")


def test_the_text_stated_for_an_element_is_given_once() -> None:
    part = Tag(
        "Span", At(60, 700, LOST), At(60, 688, LOST), more="/ActualText (Kongeriget Danmark)"
    )
    read = read_pdf(tagged(Tag("P", part), BODY), "a.pdf")
    assert read.text.count("Kongeriget Danmark") == 1
    assert not read.quality.damaged


BROKEN = [
    "/StructTreeRoot 99 0 R",
    "/StructTreeRoot (text)",
    "/StructTreeRoot << /K 5 0 R >>",
    "/StructTreeRoot << /K [5 0 R << /S /P /K 5 0 R >> 3 0 R /P true null -4 (a)] >>",
    "/StructTreeRoot << /K << /S 4 /Pg 3 0 R /K [0 << /MCID (a) >> << /MCID 1 /Pg 4 0 R >>] >> >>",
    "/StructTreeRoot << /K " + "<< /S /P /Pg 3 0 R /K " * 150 + "0" + " >>" * 150 + " >>",
    "/StructTreeRoot << /K 8 0 R /RoleMap << /P /Q /Q /P >> >>",
    "/StructTreeRoot << /K 8 0 R /RoleMap 5 >>",
    "/StructTreeRoot 5 0 R /MarkInfo << /Suspects true >>",
]


@pytest.mark.parametrize("catalog", BROKEN)
def test_a_broken_tree_is_none(catalog: str) -> None:
    parts = [Tag("P", *part.lines()) for part in document("P", "P")]
    plain = read_pdf(tagged(*parts, catalog=""), "a.pdf")
    assert read_pdf(tagged(*parts, catalog=catalog), "a.pdf").text == plain.text


def test_a_tree_of_too_many_elements_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tags, "MAX_ELEMENTS", 8)
    read = read_pdf(tagged(*document("H1", "P", "H2", "P", "H2", "P", "H3", "P", "P")), "a.pdf")
    assert headings(read) == []


def test_a_cell_over_a_thousand_million_rows_is_read() -> None:
    spans = {(0, 0): "/RowSpan 1000000000 /ColSpan 1000000000", (1, 0): "/ColSpan -3"}
    assert "Beredskab" in read_pdf(tagged(table(cells(*ROWS), spans=spans), BODY), "a.pdf").text


@pytest.mark.parametrize("seed", range(25))
def test_no_letter_is_lost_whatever_the_tags_say(seed: int) -> None:
    rng = random.Random(seed)
    roles = ["P", "H1", "H3", "L", "LI", "Lbl", "Table", "TR", "TD", "TH", "Note", "Caption", "TOC"]
    roles += ["TOCI", "Span", "Figure", "Div", "Sect", "Ukendt", "LBody", "THead"]
    lines = [
        At(
            60 + 130 * rng.randrange(4),
            780 - 12 * n,
            " ".join(rng.sample("alle sager i nord".split(), 2)),
        )
        for n in range(50)
    ]
    parts: list[Tag | At] = [*lines]
    while len(parts) > 5:
        start = rng.randrange(len(parts))
        taken = parts[start : start + rng.randint(1, 6)]
        parts[start : start + len(taken)] = [Tag(rng.choice(roles), *taken)]
        if rng.random() < 0.3:
            rng.shuffle(parts)
    read = read_pdf(tagged(*parts, order=lambda line: -line.y), "a.pdf")
    assert sorted(read.text.split()) == sorted(" ".join(line.text for line in lines).split())


def test_headings_of_two_levels_below_each_other_are_two() -> None:
    titles = ["Om loven", "Almindelige bemærkninger", "1. Indledning"]
    heads = (
        down(f"H{at}", 300 - stringWidth(title, "Helvetica", 10) / 2, 700 - 12 * at, title)
        for at, title in enumerate(titles, 1)
    )
    found = headings(read_pdf(tagged(*heads, down("P", 60, 640, *prose(20))), "a.pdf"))
    assert [title for title, _, _ in found] == titles


@pytest.mark.parametrize("text", ["— —", "*", "Vi vil styrke samarbejdet om alt, " * 8])
def test_what_cannot_be_a_heading_is_none_though_it_is_tagged(text: str) -> None:
    wrong = down("H2", 60, 480, *(text[at : at + 68] for at in range(0, len(text), 68)))
    right = document("H1", "P", "H2", "P", "H2", "P", "H2", "P")
    read = read_pdf(tagged(*right, wrong, BODY), "a.pdf")
    assert [heading[0] for heading in headings(read)] == [
        f"Afsnit nummer {n}" for n in (0, 2, 4, 6)
    ]


def test_a_table_in_a_table_of_several_rows_is_the_table() -> None:
    layout = Tag(
        "Table",
        Tag("TR", Tag("TD", table(cells(*ROWS))), Tag("TD", down("P", 470, 700, "Se også"))),
        Tag(
            "TR",
            Tag("TD", down("P", 60, 600, "Kilde")),
            Tag("TD", down("P", 470, 600, "Styrelsen")),
        ),
    )
    assert [len(rows) for rows in tables(read_pdf(tagged(layout, BODY), "a.pdf"))] == [3]


def test_marks_of_a_drawing_of_its_own_are_none_of_the_page() -> None:
    elsewhere = Tag("Caption", more="/K [<< /Type /MCR /Pg 3 0 R /Stm 4 0 R /MCID 0 >>]")
    parts = document("H1", "P", "H2", "P")
    assert headings(read_pdf(tagged(elsewhere, *parts), "a.pdf")) == headings(
        read_pdf(tagged(*parts), "a.pdf")
    )
