"""Tables that the end of a page or column cuts: one table, one head, rows that are whole."""

from __future__ import annotations

import pytest

from strategikort.model import Section
from strategikort.readers import BlockKind, ReadFile
from strategikort.readers.pdf.reader import read_pdf
from strategikort.structure.auto import sections_of
from strategikort.structure.auto.build import source_of
from strategikort.structure.places import Places
from tests.readers.draw import Sheet, prose
from tests.readers.found import texts
from tests.readers.tagged import At, Tag, tagged
from tests.readers.test_invariants import check

HEAD = ("Indsats", "Beskrivelse", "Frist")
XS = [60, 160, 420, 480]
LONG = [
    "Kommunerne bygger broer, som alle borgere kan",
    "bruge, og de gør det sammen med staten og med",
    "regionerne i hele landet, så ingen bliver glemt.",
]


def rules(sheet: Sheet, ys: list[float], top: float | None = None, low: float = 0) -> None:
    """Draw a grid; its columns reach up to ``top`` and down to ``low``."""
    for y in ys:
        sheet.pdf.line(XS[0], y, XS[-1], y)
    for x in XS:
        sheet.pdf.line(x, ys[0] if top is None else top, x, low or ys[-1])


def row(sheet: Sheet, y: float, *cells: str | list[str], style: str = "") -> None:
    for x, cell in zip(XS, cells, strict=False):
        sheet.lines(x + 4, y + 12, [cell] if isinstance(cell, str) else cell, style=style)


def grown(read: ReadFile) -> list[Section]:
    """Return the tables that are found, when all that holds for every file holds for this one."""
    check(read)
    return [section for section in sections_of(read, "d") if section.table]


def rows(section: Section) -> list[tuple[str, ...]]:
    assert section.table is not None
    return [section.table.columns, *section.table.rows]


def cut(*, head: bool = True, closed: bool = True, between: str = "", last: str = "5") -> Sheet:
    """Return a table over two pages, of whose second row two lines stand on the first page."""
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(10))
    rules(sheet, [690, 710, 730, *([770] if closed else [])], low=770)
    row(sheet, 690, *HEAD, style="B")
    row(sheet, 710, "Trafik", "Flere tog kører til tiden.", "2026")
    row(sheet, 730, "Broer", LONG[:2], "2027")
    sheet.text(300, 810, "4").page()
    y = 60.0
    if between:
        sheet.text(60, y + 12, between)
        y += 24
    if head:
        row(sheet, y, *HEAD, style="B")
        y += 20
    rules(sheet, [*([y - 20] if head else []), *([y] if closed else []), y + 20, y + 40])
    if not closed and not head:
        rules(sheet, [y + 20, y + 40], top=y)
    row(sheet, y, "", LONG[2], "")
    row(sheet, y + 20, "Energi", "Vinden giver strøm til alle.", "2028")
    sheet.lines(60, y + 80, prose(10, "energi"))
    return sheet.text(300, 810, last)


WHOLE = [
    HEAD,
    ("Trafik", "Flere tog kører til tiden.", "2026"),
    ("Broer", " ".join(LONG), "2027"),
    ("Energi", "Vinden giver strøm til alle.", "2028"),
]


@pytest.mark.parametrize("head", [True, False])
@pytest.mark.parametrize("closed", [True, False])
def test_a_row_that_a_page_cuts_is_whole(head: bool, closed: bool) -> None:
    read = cut(head=head, closed=closed).read()
    (table,) = grown(read)
    assert rows(table) == WHOLE
    assert "\n".join(" ".join(cells) for cells in WHOLE) == table.text.text
    assert texts(read, BlockKind.FURNITURE) == ["4", *(["\t".join(HEAD)] if head else []), "5"]


def test_a_number_of_the_page_alone_does_not_part_a_table() -> None:
    assert len(grown(cut(last="").read())) == 1


def test_a_row_that_a_page_cuts_is_cited_where_its_parts_stand() -> None:
    read = cut().read()
    (table,) = grown(read)
    source = source_of(read)
    page_of = {
        source.line_at(at): (page.label,)
        for page in read.pages
        for at in range(page.start, page.end)
    }
    places = Places(source, page_of)
    start = table.text.text.index("Broer")
    place = places.of_passage(table, start, table.text.text.index("Energi") - 1)
    lines = [
        source.line_text(line) for first, last in place.lines for line in range(first, last + 1)
    ]
    assert lines == ["Broer\t" + LONG[0], LONG[1] + "\t2027", "\t" + LONG[2] + "\t"]
    assert place.pages == table.pages == ("4", "5")
    start = table.text.text.index("regionerne")
    assert places.of_passage(table, start, start + 10).pages == ("5",)
    start = table.text.text.index("2027")
    assert places.of_passage(table, start, start + 4).pages == ("4",)


@pytest.mark.parametrize(
    "between", ["Tabel 1. Indsatser (fortsat)", "(fortsat fra forrige side)", "Tabel 1. Indsatser"]
)
def test_what_only_says_that_the_table_goes_on_is_furniture(between: str) -> None:
    sheet = cut(between=between)
    sheet.pdf.page = 1
    sheet.text(60, 680, "Tabel 1. Indsatser")
    sheet.pdf.page = 2
    read = sheet.read()
    (table,) = grown(read)
    assert rows(table) == WHOLE
    assert between in texts(read, BlockKind.FURNITURE)


@pytest.mark.parametrize("between", ["Tabel 2. Flere indsatser", "Så meget om trafikken."])
def test_a_table_below_other_words_is_another_one(between: str) -> None:
    assert len(grown(cut(between=between, head=False).read())) == 2


def test_a_table_with_another_head_is_another_one() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(10))
    rules(sheet, [690, 710, 730])
    row(sheet, 690, *HEAD, style="B")
    row(sheet, 710, "Trafik", "Flere tog kører til tiden.", "2026")
    sheet.page()
    rules(sheet, [60, 80, 100])
    row(sheet, 60, "Land", "Hovedstad", "År", style="B")
    row(sheet, 80, "Norge", "Oslo ligger ved fjorden.", "1905")
    sheet.lines(60, 140, prose(10, "energi"))
    assert [len(rows(table)) for table in grown(sheet.read())] == [2, 2]


def test_a_row_without_a_label_that_begins_on_a_page_is_a_row() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(10))
    rules(sheet, [690, 710, 730, 750])
    row(sheet, 690, *HEAD, style="B")
    row(sheet, 710, "Trafik", "Flere tog kører til tiden.", "2026")
    row(sheet, 730, "", "Flere veje får lys.", "2027")
    sheet.page()
    rules(sheet, [60, 80, 100])
    row(sheet, 60, "", "Flere broer bygges.", "2028")
    row(sheet, 80, "Energi", "Vinden giver strøm til alle.", "2028")
    sheet.lines(60, 140, prose(10, "energi"))
    (table,) = grown(sheet.read())
    assert rows(table)[2:4] == [
        ("", "Flere veje får lys.", "2027"),
        ("", "Flere broer bygges.", "2028"),
    ]


def test_figures_below_figures_are_rows() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(10))
    rules(sheet, [710, 730, 750])
    row(sheet, 710, "region", "indbyggere i alt ved årets begyndelse i landet", "by")
    row(sheet, 730, "syd", "1.220.000", "12")
    sheet.page()
    rules(sheet, [60, 80, 100])
    row(sheet, 60, "nord", "590.000", "13")
    row(sheet, 80, "midt", "1.340.000", "14")
    sheet.lines(60, 140, prose(10, "energi"))
    (table,) = grown(sheet.read())
    assert [cells[0] for cells in rows(table)] == ["region", "syd", "nord", "midt"]


def tagged_table(*, tables: int = 1, heads: int = 1) -> bytes:
    """Return a table without rules on two pages; only the text of one cell goes on."""
    lead = Tag("P", *(At(60, 780 - 12 * n, line) for n, line in enumerate(prose(10))))

    def cells(*lines: list[At], role: str = "TD") -> Tag:
        return Tag("TR", *(Tag(role, Tag("P", *cell)) for cell in lines))

    def head(page: int, y: float) -> Tag:
        return cells(*([At(x, y, w, page=page)] for x, w in zip(XS, HEAD, strict=False)), role="TH")

    broken = [At(160, 100, LONG[0]), At(160, 88, LONG[1])]
    rest = [At(160, 740, LONG[2], page=1)]
    first = [
        head(0, 150),
        cells([At(60, 130, "Trafik")], [At(160, 130, "Flere tog.")], [At(420, 130, "2026")]),
    ]
    again = [head(1, 760)] if heads > 1 else []
    if tables == 1:
        parts = [
            Tag(
                "Table",
                *first,
                cells([At(60, 100, "Broer")], broken + rest, [At(420, 100, "2027")]),
            )
        ]
    else:
        last = cells([At(60, 100, "Broer")], broken, [At(420, 100, "2027")])
        parts = [Tag("Table", *first, last), Tag("Table", *again, cells([], rest, []))]
    after = Tag("P", *(At(60, 600 - 12 * n, line, page=1) for n, line in enumerate(prose(10))))
    return tagged(lead, *parts, after)


@pytest.mark.parametrize(("tables", "heads"), [(1, 1), (2, 2)])
def test_a_tagged_cell_that_goes_on_alone_is_of_its_row(tables: int, heads: int) -> None:
    (table,) = grown(read_pdf(tagged_table(tables=tables, heads=heads), "a.pdf"))
    assert rows(table) == [
        HEAD,
        ("Trafik", "Flere tog.", "2026"),
        ("Broer", " ".join(LONG), "2027"),
    ]


def test_a_table_goes_on_in_the_next_column() -> None:
    sheet = Sheet().page()
    xs = [50, 130, 280]
    sheet.lines(50, 60, [line[:48] for line in prose(40)])
    sheet.lines(315, 300, [line[:48] for line in prose(35, "energi")])
    for x, y, cells in [
        (0, 700, ("Land", "Mål")),
        (0, 720, ("Norge", "Flere tog kører til tiden.")),
        (265, 60, ("Sverige", "Flere broer bygges.")),
        (265, 80, ("Finland", "Flere veje får lys.")),
    ]:
        for column, cell in zip(xs, cells, strict=False):
            sheet.text(x + column + 4, y + 14, cell)
        for edge in (y, y + 20):
            sheet.pdf.line(x + xs[0], edge, x + xs[-1], edge)
        for edge in xs:
            sheet.pdf.line(x + edge, y, x + edge, y + 20)
    (table,) = grown(sheet.read())
    assert [cells[0] for cells in rows(table)] == ["Land", "Norge", "Sverige", "Finland"]


def test_rows_that_all_begin_with_small_letters_stay_rows() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(10))
    rules(sheet, [650, 670, 690, 710, 730])
    words = ["staten og kommunerne i fællesskab i hele vort land", "kommunerne selv", "staten selv"]
    for at, word in enumerate([*words[1:], words[1], words[0]]):
        row(sheet, 650 + 20 * at, "skoler i byerne", word, "igang")
    sheet.page()
    rules(sheet, [60, 80, 100, 120])
    for at, word in enumerate(words):
        row(sheet, 60 + 20 * at, "broer i byerne", word, "slut")
    sheet.lines(60, 160, prose(10, "energi"))
    (table,) = grown(sheet.read())
    assert len(rows(table)) == 7


def test_a_row_without_a_rule_below_it_goes_on_though_its_cells_take_turns() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(10))
    rules(sheet, [690, 710, 730], low=770)
    row(sheet, 690, *HEAD, style="B")
    row(sheet, 710, "Trafik", "Flere tog kører til tiden.", "2026")
    row(sheet, 730, "Broer", "", "2027")
    sheet.page()
    rules(sheet, [80, 100], top=60)
    row(sheet, 60, "", "Der bygges broer til alle.", "")
    row(sheet, 80, "Energi", "Vinden giver strøm til alle.", "2028")
    sheet.lines(60, 160, prose(10, "energi"))
    (table,) = grown(sheet.read())
    assert rows(table)[2] == ("Broer", "Der bygges broer til alle.", "2027")


def test_a_number_in_the_first_column_is_no_number_of_the_page() -> None:
    sheet = cut(head=False)
    sheet.pdf.page = 1
    sheet.text(64, 782, "15")
    sheet.pdf.page = 2
    read = sheet.read()
    assert len(grown(read)) == 2
    assert "15" in texts(read, BlockKind.PARAGRAPH)


def test_the_rules_of_a_head_that_runs_over_the_pages_are_no_row() -> None:
    sheet = Sheet()
    for page in range(4):
        sheet.page()
        rules(sheet, [40, 60, *range(80, 780, 40)])
        row(sheet, 40, *HEAD, style="B")
        row(sheet, 60, f"Mål {page}", "Det er nået af alle.", "2026")
        for number, y in enumerate(range(80, 760, 40)):
            row(sheet, y, f"Indsats {page} {number}", LONG[:2], "2027")
    (table,) = grown(sheet.read())
    found = rows(table)
    assert len(found) == 1 + 4 * 18
    assert [line[0] for line in found[17:21]] == [
        "Indsats 0 15",
        "Indsats 0 16",
        "Mål 1",
        "Indsats 1 0",
    ]


def test_a_row_whose_words_begin_on_either_page_is_one() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(10))
    rules(sheet, [650, 670, 690, 710, 730, 750])
    for number, y in enumerate((650, 670, 690, 710)):
        row(sheet, y, f"Trafik {number}", "Flere tog kører til tiden.", "2026")
    row(sheet, 730, "", "", "2027")
    sheet.text(300, 810, "4").page()
    rules(sheet, [60, 100, 120])
    row(sheet, 60, "Broer", LONG[:2], "")
    row(sheet, 100, "Energi", "Vinden giver strøm til alle.", "2028")
    sheet.lines(60, 160, prose(10, "energi"))
    sheet.text(300, 810, "5")
    (table,) = grown(sheet.read())
    assert rows(table)[4:] == [
        ("Broer", " ".join(LONG[:2]), "2027"),
        ("Energi", "Vinden giver strøm til alle.", "2028"),
    ]


def test_a_cell_that_ends_in_a_hyphen_goes_on() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(10))
    rules(sheet, [690, 710, 730, 770])
    row(sheet, 690, *HEAD, style="B")
    row(sheet, 710, "Trafik", "Flere tog.", "2026")
    row(sheet, 730, "Cykel-", "Der skal bygges flere overalt i landet, og de skal", "2027")
    sheet.page()
    rules(sheet, [60, 80, 100])
    row(sheet, 60, "stier", "være sikre.", "")
    row(sheet, 80, "Energi", "Mere vind.", "2028")
    (section,) = grown(sheet.read())
    assert [cells[0] for cells in rows(section)] == ["Indsats", "Trafik", "Cykelstier", "Energi"]


def test_what_stands_below_an_empty_cell_begins_a_row() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(10))
    rules(sheet, [690, 710, 730, 770])
    row(sheet, 690, *HEAD, style="B")
    row(sheet, 710, "Trafik", "Flere tog.", "2026")
    row(sheet, 730, "Broer", LONG[:2], "")
    sheet.page()
    rules(sheet, [60, 80, 100])
    row(sheet, 60, "Havne", LONG[2], "2027")
    row(sheet, 80, "Energi", "Mere vind.", "2028")
    (section,) = grown(sheet.read())
    assert [cells[0] for cells in rows(section)] == [
        "Indsats",
        "Trafik",
        "Broer",
        "Havne",
        "Energi",
    ]


def test_two_tables_of_the_tree_are_two_though_their_columns_are_the_same() -> None:
    def table(page: int, *rows: str) -> Tag:
        return Tag(
            "Table",
            *(
                Tag(
                    "TR",
                    *(
                        Tag("TD", Tag("P", At(x, y, word, page=page)))
                        for x, word in zip(XS, cells.split("|"), strict=False)
                    ),
                )
                for y, cells in zip(range(700 - 600 * (not page), 0, -30), rows, strict=False)
            ),
        )

    lead = Tag("P", *(At(60, 780 - 12 * n, line) for n, line in enumerate(prose(10))))
    first, second = ["Trafik|Tog|2026", "Broer|Veje|2027"], ["Elever|Skoler|2028", "Børn|Leg|2029"]
    after = Tag("P", *(At(60, 500 - 12 * n, line, page=1) for n, line in enumerate(prose(10))))
    read = read_pdf(tagged(lead, table(0, *first), table(1, *second), after), "a.pdf")
    assert [["|".join(cells) for cells in rows(one)] for one in grown(read)] == [first, second]
