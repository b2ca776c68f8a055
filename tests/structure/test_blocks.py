"""From blocks to sections: captions, boxes, notes, lists, and texts without headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from strategikort.model import Section
from strategikort.readers import BlockKind, FileKind, Page, ReadFile, read
from strategikort.readers.making.builder import TextBuilder
from strategikort.structure.auto import sections_of
from strategikort.structure.auto.gaps import numbering_gaps
from tests.readers.word import p, word

LONG = (
    "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år, "
    "og det skal ske nu, så alle kan være med i det."
)
ROWS = [["År", "Træer"], ["2025", "100"]]
Block = tuple[BlockKind, str, dict[str, Any]]


def block(kind: BlockKind, text: str, **more: Any) -> Block:
    return kind, text, more


def put_together(parts: Sequence[Block | list[list[str]]]) -> ReadFile:
    """Return a file as a reader hands it over; lists of rows are tables."""
    builder = TextBuilder()
    for part in parts:
        if isinstance(part, list):
            builder.add_table(part, how="tag")
        else:
            builder.add(part[0], part[1], **part[2])
    builder.tie_marks()
    return ReadFile(
        "f.pdf", FileKind.PDF, "0", builder.text, tuple(builder.blocks), marks=tuple(builder.marks)
    )


def built(parts: Sequence[Block | list[list[str]]]) -> tuple[Section, ...]:
    return sections_of(put_together(parts), "d")


def shown(sections: Sequence[Section]) -> list[tuple[str, str]]:
    return [(section.id, section.text.text) for section in sections]


MAL = block(BlockKind.HEADING, "Mål", level=1)
PLAIN = block(BlockKind.PARAGRAPH, LONG)


def headed(*heads: str) -> list[Block]:
    """Return a text below each of ``heads``."""
    return [part for head in heads for part in (block(BlockKind.HEADING, head, level=1), PLAIN)]


@pytest.mark.parametrize("after", [False, True])
def test_a_table_takes_the_caption_beside_it(after: bool) -> None:
    caption = block(BlockKind.CAPTION, "Tabel 2.1: Træer i landet")
    parts = [ROWS, caption] if after else [caption, ROWS]
    *_, table = built([MAL, PLAIN, *parts])
    assert (table.id, table.number) == ("d/tabeller/2-1", "2.1")
    assert (table.label, table.title) == ("Tabel 2.1: Træer i landet", "Tabel 2.1: Træer i landet")
    assert table.table is not None
    assert table.table.rows == (("2025", "100"),)
    assert table.text.text == "År Træer\n2025 100"


def test_a_caption_without_its_table_is_of_what_it_says() -> None:
    captions = (block(BlockKind.CAPTION, f"{word} 3: Æbler") for word in ("Tabel", "Figur"))
    found = built([MAL, PLAIN, *captions])
    assert [(s.id, s.kind, s.pinpoint) for s in found[1:]] == [
        ("d/tabeller/3", "tabel", "tabel 3"),
        ("d/figurer/3", "figur", "figur 3"),
    ]


@pytest.mark.parametrize("name", ["f.html", "f.docx"])
def test_a_caption_in_bold_is_no_heading_over_what_follows_its_table(name: str) -> None:
    rows = [["År", "Træer"], ["2025", "100"]]
    if name == "f.html":
        cells = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in rows)
        body = f"<h1>Mål</h1><p>{LONG}</p><p><b>Tabel 1. Træer i landet</b></p>"
        data = f"<html><body>{body}<table>{cells}</table><p>Efter tabellen.</p>".encode()
    else:
        cells = "".join(
            f"<w:tr>{''.join(f'<w:tc>{p(c)}</w:tc>' for c in row)}</w:tr>" for row in rows
        )
        caption = p("Tabel 1. Træer i landet", run="<w:b/>")
        table = f"<w:tbl>{cells}</w:tbl>"
        data = word(p("Mål", "Overskrift1") + p(LONG) + caption + table + p("Efter tabellen."))
    found = sections_of(read(data, name), "d")
    assert [(s.kind, s.pinpoint) for s in found[1:]] == [("tabel", "tabel 1")]
    assert found[0].text.text == f"{LONG}\n\nEfter tabellen."


def test_two_tables_keep_their_own_captions() -> None:
    first, second = (block(BlockKind.CAPTION, f"Tabel {n}: Nr. {n}") for n in (1, 2))
    found = built([MAL, first, ROWS, second, ROWS, PLAIN, ROWS])
    assert [(s.id, s.title) for s in found[1:]] == [
        ("d/tabeller/1", "Tabel 1: Nr. 1"),
        ("d/tabeller/2", "Tabel 2: Nr. 2"),
        ("d/mål/tabeller/1", "Tabel 1"),
    ]


@pytest.mark.parametrize(
    ("caption", "section"),
    [
        ("Figur 4. Fordelingen", ("d/figurer/4", "figur", "Figur 4. Fordelingen")),
        ("Fordelingen i år", ("d/figurer/1", "figur", "Fordelingen i år")),
        ("Kilde: Danmarks Statistik", ("d/kilder/1", "kilde", "Kilde 1")),
    ],
)
def test_captions_of_figures_and_sources(caption: str, section: tuple[str, str, str]) -> None:
    *_, found = built([MAL, PLAIN, block(BlockKind.CAPTION, caption)])
    assert (found.id, found.kind, found.title) == section
    assert found.text.text == caption


def test_a_box_with_a_heading_of_its_own_goes_on_below_it() -> None:
    found = built(
        [
            MAL,
            block(BlockKind.BOX, "Fakta om æbler", level=2),
            block(BlockKind.BOX, "De er røde.", continues=True),
            block(BlockKind.BOX, "En anden boks."),
            PLAIN,
            block(BlockKind.BOX, "Efter teksten.", continues=True),
            block(BlockKind.BOX, "»Vi gør det.«", how="type"),
        ]
    )
    assert [(s.id, s.label, s.text.text) for s in found[1:]] == [
        ("d/faktabokse/1", "Fakta om æbler", "De er røde."),
        ("d/faktabokse/2", "Faktaboks 1", "En anden boks."),
        ("d/faktabokse/3", "Faktaboks 2", "Efter teksten."),
        ("d/citater/1", "Citat 1", "»Vi gør det.«"),
    ]


def test_a_note_that_goes_on_at_the_next_page_is_one_note() -> None:
    found = built(
        [
            MAL,
            block(BlockKind.PARAGRAPH, "Det er sagt.1", marks=[(12, 13, "n")]),
            block(BlockKind.FOOTNOTE, "1 Se bilaget", marker=2, note="n"),
            block(BlockKind.FOOTNOTE, "om æbler.", continues=True),
        ]
    )
    assert shown(found) == [("d/mål", "Det er sagt."), ("d/fodnoter/1", "Se bilaget om æbler.")]
    assert [(mark.mark, mark.offset) for mark in found[0].footnotes] == [("1", 12)]


def test_a_mark_before_all_words_is_tied_to_nothing() -> None:
    found = built(
        [
            MAL,
            block(BlockKind.PARAGRAPH, "1Det er sagt.", marks=[(0, 1, "n")]),
            block(BlockKind.FOOTNOTE, "1 Se bilaget.", marker=2, note="n"),
        ]
    )
    assert shown(found) == [("d/mål", "Det er sagt."), ("d/fodnoter/1", "Se bilaget.")]
    assert found[0].footnotes == ()


def test_words_after_a_recommendation_are_the_sections_own() -> None:
    text = f"# Anbefalinger\n\n1. Styrk indsatsen.\n\n{LONG}\n\n2. Mål effekten.\n"
    assert shown(sections_of(read(text.encode(), "f.md"), "d")) == [
        ("d/anbefalinger", LONG),
        ("d/anbefalinger/1", "Styrk indsatsen."),
        ("d/anbefalinger/2", "Mål effekten."),
    ]


def test_recommendations_without_signs_are_counted() -> None:
    html = "<h1>Anbefalinger</h1><ul><li>Styrk indsatsen.</li><li>Mål effekten.</li></ul>"
    found = sections_of(read(f"<html><body>{html}".encode(), "s.html"), "d")
    assert [(s.id, s.number, s.text.text, s.heading) for s in found[1:]] == [
        ("d/anbefalinger/1", "1", "Styrk indsatsen.", ()),
        ("d/anbefalinger/2", "2", "Mål effekten.", ()),
    ]
    assert found[1].derived == {"number", "title"}


def numbered(count: int, *more: Block) -> list[Block]:
    items = [block(BlockKind.ITEM, f"{n}. {LONG}", marker=3) for n in range(1, count + 1)]
    return [*items, *more]


def test_numbered_paragraphs_without_headings_are_points() -> None:
    found = built(numbered(5, block(BlockKind.PARAGRAPH, "Hører til det femte.")))
    assert [(s.id, s.kind, s.pinpoint) for s in found] == [
        (f"d/{n}", "punkt", f"punkt {n}") for n in range(1, 6)
    ]
    assert found[4].text.text == f"{LONG}\n\nHører til det femte."


@pytest.mark.parametrize(
    "parts",
    [
        numbered(4),
        [block(BlockKind.ITEM, f"{n}. Kort.", marker=3) for n in range(1, 7)],
        [block(BlockKind.ITEM, f"{n}) {LONG}", marker=3) for n in "abcdef"],
        [block(BlockKind.ITEM, f"{n}. {LONG}", marker=3) for n in (1, 2, 1, 2, 3, 5)],
    ],
)
def test_a_list_is_no_series_of_points(parts: list[Block]) -> None:
    assert {section.kind for section in built(parts)} == {"stykke"}


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("Rådets konklusioner om rummet", "konklusion"),
        ("Vi venter på udvalgets konklusioner.", "punkt"),
        ("Udvalgets konklusioner " + LONG, "punkt"),
    ],
)
def test_only_a_document_that_calls_itself_conclusions_has_some(opening: str, kind: str) -> None:
    found = built([block(BlockKind.PARAGRAPH, opening), *numbered(5)])
    assert {section.kind for section in found[1:]} == {kind}


def test_numbered_paragraphs_under_recommendations_are_these_also_where_they_are_long() -> None:
    heading = block(BlockKind.HEADING, "4 Anbefalinger", level=1)
    found = built([heading, *numbered(6)])
    assert [(s.id, s.kind) for s in found[1:]] == [
        (f"d/anbefalinger/{n}", "anbefaling") for n in range(1, 7)
    ]


def test_points_leave_their_numbers_to_the_chapters() -> None:
    chapters = [block(BlockKind.HEADING, f"{n} Kapitel", level=1) for n in (1, 2)]
    end = block(BlockKind.HEADING, "3 Kapitel", level=1)
    found = built([*chapters, *numbered(5), end])
    points = [f"d/2/{n}" for n in range(1, 6)]
    assert [section.id for section in found] == ["d/1", "d/2", *points, "d/3"]


def test_an_element_of_a_point_goes_on_after_a_break() -> None:
    parts = numbered(
        5,
        block(BlockKind.ITEM, "– styrke den fælles", marker=2),
        block(BlockKind.PARAGRAPH, "indsats.", continues=True),
        block(BlockKind.ITEM, "– måle den.", marker=2),
    )
    found = built([block(BlockKind.HEADING, "Rådets konklusioner", level=1), *parts])
    assert [(s.id, s.kind, s.text.text) for s in found[5:]] == [
        ("d/5", "konklusion", LONG),
        ("d/5/1", "led", "styrke den fælles indsats."),
        ("d/5/2", "led", "måle den."),
    ]


def test_a_paragraph_that_goes_on_is_one_section_without_headings() -> None:
    found = built(
        [
            PLAIN,
            block(BlockKind.PARAGRAPH, "Det begynder her", how=""),
            block(BlockKind.PARAGRAPH, "og ender her.", continues=True),
            block(BlockKind.CAPTION, "Figur 1: Æbler"),
        ]
    )
    assert [(s.id, s.text.text) for s in found] == [
        ("d/1", LONG),
        ("d/2", "Det begynder her og ender her."),
        ("d/figurer/1", "Figur 1: Æbler"),
    ]


def test_pages_hold_what_stands_beside_their_text() -> None:
    parts = [
        block(BlockKind.PARAGRAPH, LONG, page=0),
        block(BlockKind.PARAGRAPH, "Mere.", page=0),
        block(BlockKind.PARAGRAPH, "Anden side.", page=1),
        block(BlockKind.CAPTION, "Figur 1: Æbler", page=1),
        block(BlockKind.CAPTION, "Figur 2: Pærer", page=2),
    ]
    file = put_together(parts)
    starts = [next(b.start for b in file.blocks if b.page == page) for page in range(3)]
    ends = [*starts[1:], len(file.text)]
    pages = tuple(
        Page(index, str(index + 5), "printed", start, end)
        for index, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    found = sections_of(replace(file, pages=pages), "d")
    assert [(s.id, s.parent, s.pages) for s in found] == [
        ("d/side-5", None, ("5",)),
        ("d/side-6", None, ("6",)),
        ("d/figurer/1", "d/side-6", ("6",)),
        ("d/figurer/2", None, ("7",)),
    ]
    assert found[0].text.text == f"{LONG}\n\nMere."
    assert found[0].derived == {"title"}


def test_a_number_printed_by_word_counts_though_no_other_follows_on_it() -> None:
    heads = [
        block(BlockKind.HEADING, "4 Energi", level=1, marker=2),
        block(BlockKind.HEADING, "10 nye veje", level=1),
    ]
    found = built([heads[0], PLAIN, heads[1], PLAIN])
    assert [(s.id, s.number, s.title) for s in found] == [
        ("d/4", "4", "Energi"),
        ("d/10-nye-veje", None, "10 nye veje"),
    ]


def test_words_of_the_document_decide_on_hyphens_at_line_ends() -> None:
    for said, expected in (("", "techdiplomati"), ("Et tech-diplomati.", "tech-diplomati")):
        text = f"# Mål\n\nVi har et tech-\ndiplomati. {LONG}\n\n{said}\n"
        assert f"et {expected}." in sections_of(read(text.encode(), "f.md"), "d")[0].text.text


@pytest.mark.parametrize(
    ("heads", "ids"),
    [
        (("Mål", "Mål", "Mål"), ("d/mål", "d/mål-2", "d/mål-3")),
        (("250 virksomheder", "251 byer"), ("d/250-virksomheder", "d/251-byer")),
        (("II. Midler", "A. Ét", "B. To"), ("d/ii-midler", "d/a", "d/b")),
        (("II. Midler", "III. Mål"), ("d/ii", "d/iii")),
        (("Søjle 1: Frihed", "Initiativ 2: Æbler"), ("d/søjler/1", "d/initiativer/2")),
        (("Bilag", "Annex: Tal"), ("d/bilag", "d/tal")),
        (
            ("Bilag 1-3", "Artikel 4–6", "Bilag A-C"),
            ("d/bilag-1-3", "d/artikel-4-6", "d/bilag-a-c"),
        ),
        (("Del A-kasser", "Kapitel 3-Mål"), ("d/del-a-kasser", "d/3")),
        (("1. Mål", "2. Juniorforskere"), ("d/1", "d/2")),
        (("1. maj", "2. maj 2024"), ("d/1-maj", "d/2-maj-2024")),
        (("!!!", "???"), ("d/kapitel-1", "d/kapitel-2")),
        (("Uendeligt" * 6,), ("d/" + ("uendeligt" * 6)[:40],)),
    ],
)
def test_ids_from_headings(heads: tuple[str, ...], ids: tuple[str, ...]) -> None:
    assert tuple(section.id for section in built(headed(*heads))) == ids


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("VIII", "IX"),
        ("XI", "XII"),
        ("XXXIX", "XL"),
        ("XLIX", "L"),
        ("LIX", "LX"),
        ("LXXIX", "LXXX"),
    ],
)
def test_roman_numbers_follow_each_other(one: str, other: str) -> None:
    assert [s.number for s in built(headed(f"{one}. Mål", f"{other}. Vej"))] == [one, other]


@pytest.mark.parametrize(
    ("one", "other"), [("VIII", "XI"), ("IX", "XI"), ("XL", "LX"), ("IIX", "IX")]
)
def test_roman_numbers_that_do_not_are_none(one: str, other: str) -> None:
    assert [s.number for s in built(headed(f"{one}. Mål", f"{other}. Vej"))] == [None, None]


@pytest.mark.parametrize(
    ("heads", "gaps"),
    [
        (("1 A", "2 B", "4 D", "5 E"), ("3",)),
        (("1 A", "1.1 B", "1.3 D", "2 E"), ("1.2",)),
        (("Bilag 1. A", "Bilag 3. C"), ("bilag 2",)),
        (("A. Et", "B. To", "Uden"), ()),
        (("§ 1 A", "§ 2 B"), ()),
        (("1.1 A", "2.9 B"), ()),
        (("§§ 1-3", "§§ 4 og 5", "§ 6", "§ 8"), ("paragraf 7",)),
    ],
)
def test_missing_numbers_are_named(heads: tuple[str, ...], gaps: tuple[str, ...]) -> None:
    assert numbering_gaps(built(headed(*heads))) == gaps


@pytest.mark.parametrize(
    ("second", "gaps"),
    [
        # A part goes on where the one before it ended, or begins anew.
        (("3", "4"), ()),
        (("1", "2"), ()),
        (("1", "3"), ("initiativ 2",)),
        (("3", "5"), ("initiativ 4",)),
        (("4", "5"), ("initiativ 1", "initiativ 2", "initiativ 3")),
    ],
)
def test_a_series_goes_on_through_the_parts(second: tuple[str, str], gaps: tuple[str, ...]) -> None:
    def part(head: str, numbers: tuple[str, str]) -> list[Block]:
        initiatives = [f"Initiativ {number}: Noget" for number in numbers]
        blocks = [block(BlockKind.HEADING, head, level=1), PLAIN]
        for initiative in initiatives:
            blocks += [block(BlockKind.HEADING, initiative, level=2), PLAIN]
        return blocks

    parts = [*part("Forskning", ("1", "2")), *part("Erhverv", second)]
    assert numbering_gaps(built(parts)) == gaps


def test_notes_are_counted_through_the_document() -> None:
    heads = [("1 A", "1 En note."), ("2 B", "2 En anden note."), ("3 C", "4 Den sidste note.")]
    parts = [
        part
        for head, note in heads
        for part in (
            block(BlockKind.HEADING, head, level=1),
            PLAIN,
            block(BlockKind.FOOTNOTE, note, marker=2),
        )
    ]
    assert numbering_gaps(built(parts)) == ("fodnote 3",)


def test_pages_are_no_series() -> None:
    pages = tuple(Page(n, label, "printed", 0, 0) for n, label in enumerate(("5", "9")))
    file = put_together([block(BlockKind.PARAGRAPH, LONG, page=page) for page in range(2)])
    found = sections_of(replace(file, pages=pages), "d")
    assert [section.number for section in found] == ["5", "9"]
    assert numbering_gaps(found) == ()


def cut_table(between: Sequence[Block] = ()) -> ReadFile:
    """Return a table in three parts, of whose second row there is something in all of them."""
    builder = TextBuilder()
    builder.add_table([["Mål", "Tekst"], ["Et", "Vi vil"]], how="tag")
    for kind, text, more in between:
        builder.add(kind, text, **more)
    builder.add_table([["", "handle i"]], how="tag", continues=True, cut=True)
    builder.add(BlockKind.FURNITURE, "7")
    builder.add_table([["", "morgen."], ["To", "Ja."]], how="tag", continues=True, cut=True)
    return ReadFile("f.pdf", FileKind.PDF, "0", builder.text, tuple(builder.blocks))


@pytest.mark.parametrize("kind", [BlockKind.FURNITURE, BlockKind.FOOTNOTE, BlockKind.BOX])
def test_a_row_over_three_pages_is_one(kind: BlockKind) -> None:
    (table,) = (s for s in sections_of(cut_table([block(kind, "Ved siden af")]), "d") if s.table)
    assert table.table is not None
    assert table.table.rows == (("Et", "Vi vil handle i morgen."), ("To", "Ja."))
    assert table.text.text == "Mål Tekst\nEt Vi vil handle i morgen.\nTo Ja."


def test_a_part_of_a_table_below_other_text_is_a_table_of_its_own() -> None:
    found = [s for s in sections_of(cut_table([PLAIN]), "d") if s.table]
    assert [s.text.text for s in found] == ["Mål Tekst\nEt Vi vil", "handle i morgen.\nTo Ja."]


def test_a_table_holds_what_stands_in_none_of_its_cells() -> None:
    found = read("|a|b|\n…".encode(), "f.md")
    (table,) = (s for s in sections_of(found, "d") if s.table)
    assert table.text.text.endswith("…")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<ul><li>klima-</li><li>energi-</li><li>miljøpolitik</li></ul>"),
        ("a.html", "<p>Skriv klima-</p><p>Energi er noget andet.</p>"),
        ("a.html", "<p>Skriv klima-</p><ul><li>energi koster mere.</li></ul>"),
        ("a.html", "<table><tr><th>Emne</th><th>År</th></tr><tr><td>2025</td><td>klima-</td></tr>"
        "<tr><td>energi</td><td>2026</td></tr></table>"),
        ("a.md", "- klima-\n- energi-\n- miljøpolitik"),
        ("a.txt", "Det er så klima-\n\nEnergi er noget andet."),
    ],
)  # fmt: skip
def test_a_hyphen_at_the_end_of_a_block_joins_it_to_no_other(name: str, text: str) -> None:
    found = sections_of(read(text.encode(), name), "d")
    said = "\n".join(section.text.text for section in found)
    assert "klima-" in said
    assert "klima-e" not in said.lower()


def test_a_word_that_a_page_break_cuts_is_joined() -> None:
    parts = [block(BlockKind.PARAGRAPH, "Det er klima-"), block(BlockKind.PARAGRAPH, "tiltag nu.")]
    for kind in (FileKind.PDF, FileKind.DOCX):  # there lines may have been pasted as paragraphs
        found = sections_of(replace(put_together([MAL, *parts]), kind=kind), "d")
        assert found[0].text.text == "Det er klimatiltag nu."
