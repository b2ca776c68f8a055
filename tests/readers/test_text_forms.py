"""Markdown and plain text in less usual forms, and files of neighbouring formats."""

from __future__ import annotations

import pytest

from strategikort.readers import (
    BlockKind,
    DamagedFileError,
    EncryptedFileError,
    FileKind,
    UnknownFormatError,
    read,
)
from strategikort.readers.making.builder import TextBuilder
from tests.readers.found import texts
from tests.readers.word import zipped

LONG = (
    "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år, "
    "og det skal ske nu."
)


def outline(text: str, name: str) -> list[tuple[str, str]]:
    found = read(text.encode(), name)
    return [(block.kind.value, found.text[block.start : block.end]) for block in found.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Før\n<!-- en note\nover linjer\n--> \nEfter", [("paragraph", "Før"), ("paragraph", "Efter")]),
        ("Før <!-- kort --> efter", [("paragraph", "Før  efter")]),
        ("```\nkode\n\nmere\n```\nEfter", [("paragraph", "kode\n\nmere"), ("paragraph", "Efter")]),
        ("~~~\n``` inde\n~~~~\nEfter", [("paragraph", "``` inde"), ("paragraph", "Efter")]),
        ("```\nuden ende", [("paragraph", "uden ende")]),
        ("- ``` sh\n  ls\n  ```\n\n# Mål", [("paragraph", "ls"), ("heading", "Mål")]),
        ("- Kør:\n\n      ``` sh\n      ls\n      ```", [("item", "- Kør:"), ("paragraph", "ls")]),
        ("---\nikke lukket\n\nTekst", [("paragraph", "ikke lukket"), ("paragraph", "Tekst")]),
        ("Mål\n===\n***\nTekst", [("heading", "Mål"), ("paragraph", "Tekst")]),
        ("> > Citat\n> mere", [("paragraph", "Citat\nmere")]),
        ("[x]: http://x.dk\nTekst", [("paragraph", "Tekst")]),
        ("#\n\n# Mål ##", [("heading", "Mål")]),
        ("**Super**cykelstier og *cykel*sti", [("paragraph", "Supercykelstier og cykelsti")]),
    ],
)  # fmt: skip
def test_markdown_line_by_line(text: str, expected: list[tuple[str, str]]) -> None:
    assert outline(text, "f.md") == expected
    assert len(read(text.encode(), "f.md").text.split("\n")) == len(text.split("\n"))


def test_front_matter_gives_what_it_names_and_is_no_text() -> None:
    text = (
        "---\ntitel: 'Vor strategi'\nForfatter: Ministeriet\ntags: [a, b]\ndato: 2026-01\n"
        "language: da-DK\n...\nTekst.\n"
    )
    found = read(text.encode(), "f.md")
    metadata = found.metadata
    assert (metadata.title, metadata.author, metadata.date, metadata.language) == (
        "Vor strategi",
        "Ministeriet",
        "2026-01",
        "da",
    )
    assert found.text.strip() == "Tekst."
    assert "tags" not in found.text


def test_long_lines_are_paragraphs_of_their_own() -> None:
    lines = [LONG * 2, LONG * 3, LONG * 2]
    assert outline("\n".join(lines), "f.txt") == [("paragraph", line) for line in lines]
    wrapped = [LONG] * 3
    assert outline("\n".join(wrapped), "f.txt") == [("paragraph", "\n".join(wrapped))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Mål\n===\n{LONG}",
         [("heading", "Mål"), ("furniture", "==="), ("paragraph", LONG)]),
        (f"Mål\n---\n\n{LONG}",
         [("heading", "Mål"), ("furniture", "---"), ("paragraph", LONG)]),
        (f"{LONG}\n\n-----\n\n{LONG}",
         [("paragraph", LONG), ("furniture", "-----"), ("paragraph", LONG)]),
        (f"1.1 Delmål\n\n{LONG}", [("heading", "1.1 Delmål"), ("paragraph", LONG)]),
        (f"27 kommuner deltager\n\n{LONG}",
         [("paragraph", "27 kommuner deltager"), ("paragraph", LONG)]),
        (f"1.1 Delmål\n\nog {LONG}", [("paragraph", "1.1 Delmål"), ("paragraph", f"og {LONG}")]),
        (f"STORE BOGSTAVER\n\n{LONG}", [("heading", "STORE BOGSTAVER"), ("paragraph", LONG)]),
        (f"{LONG}\n\nTil sidst", [("paragraph", LONG), ("paragraph", "Til sidst")]),
    ],
)  # fmt: skip
def test_headings_and_rules_of_plain_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert outline(text, "f.txt") == expected


def test_underlined_headings_have_the_level_of_their_line() -> None:
    found = read(f"Strategi\n========\n\nMål\n---\n{LONG}\n".encode(), "f.txt")
    assert [(b.level, b.how) for b in found.blocks if b.kind is BlockKind.HEADING] == [
        (1, "style"),
        (2, "style"),
    ]


def packed(*names: str) -> bytes:
    return zipped(dict.fromkeys(names, "indhold"))


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("mimetype", "content.xml"), "OpenDocument"),
        (("[Content_Types].xml", "xl/workbook.xml"), "et regneark eller en præsentation"),
        (("[Content_Types].xml", "ppt/presentation.xml"), "et regneark eller en præsentation"),
        (("a.txt",), "almindeligt zip-arkiv"),
        ((), "almindeligt zip-arkiv"),
    ],
)
def test_other_packed_files_are_named(names: tuple[str, ...], said: str) -> None:
    with pytest.raises(UnknownFormatError, match=said):
        read(packed(*names), "fil.docx")


def test_a_book_is_named() -> None:
    with pytest.raises(DamagedFileError, match="e-bog"):
        read(zipped({"mimetype": "application/epub+zip"}), "bog.epub")


def test_a_mail_whose_text_is_as_it_is_written_is_text() -> None:
    mail = f"From: a@b.dk\nSubject: Svar\nMIME-Version: 1.0\n\n{LONG}\n"
    assert LONG in read(mail.encode(), "svar.eml").text


def test_a_locked_office_file_asks_for_an_unlocked_copy() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(EncryptedFileError, match="beskyttet med adgangskode") as error:
        read(data, "fil.docx")
    assert "fjern adgangskoden" in error.value.hint


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("<p>Kort</p>", "side", FileKind.HTML),
        ("Om <p> i HTML", "note.txt", FileKind.TEXT),
        ("Om <p> i HTML", "side.html", FileKind.HTML),
        ("# A\n\n# B\n\nTekst", "fil", FileKind.MARKDOWN),
        ("# A\n\n# B\n\nTekst", "fil.txt", FileKind.TEXT),
        ("# A\n\n# B\n\n# C\n\n# D", "fil.txt", FileKind.MARKDOWN),
        ("- a\n\n> b\n\n**c**", "fil", FileKind.MARKDOWN),
        ("- a\n\n> b", "fil", FileKind.TEXT),
        ("Tekst", "fil.MD", FileKind.MARKDOWN),
    ],
)
def test_the_kind_of_a_text_is_seen_from_what_it_holds(
    text: str, name: str, kind: FileKind
) -> None:
    assert read(text.encode(), name).kind == kind


def test_blank_blocks_and_tables_leave_no_trace() -> None:
    builder = TextBuilder()
    builder.add(BlockKind.PARAGRAPH, " \n ")
    builder.add_table([["", " "], []])
    assert (builder.text, builder.blocks) == ("", [])
    builder.add_table([["", "a"], ["", ""], ["b", ""]])
    (table,) = builder.blocks
    assert builder.text == "\ta\nb\t"
    assert (table.start, table.end) == (1, 4)
    assert table.cells == (((0, 0), (1, 2)), ((3, 4), (5, 5)))


def test_paragraphs_that_are_nothing_but_bold_are_headings_below_the_marked_ones() -> None:
    text = (
        f'**Et grundlag**\n\n# Forord\n\n{LONG}\n\n> <span id="a"></span>**Nye mål og\n> midler**\n>\n> {LONG}\n\n'
        f"## Del\n\n__Skolen__\n\n{LONG}\n\n**Vigtigt:**\n\n**Det er en hel sætning.**\n\n**Fed** og mager\n"
    )
    found = read(text.encode(), "f.md")
    headings = [
        (block.level, block.how, found.text[block.start : block.end])
        for block in found.blocks
        if block.kind is BlockKind.HEADING
    ]
    assert headings == [
        (1, "type", "Et grundlag"),
        (1, "style", "Forord"),
        (2, "type", "Nye mål og\nmidler"),
        (2, "style", "Del"),
        (3, "type", "Skolen"),
    ]
    assert found.metadata.title == "Et grundlag"


def test_emphasis_may_reach_over_lines() -> None:
    found = read(b"Vi har **et stort\nansvar** for *det her\nland* og 2 * 3.\n", "f.md")
    assert found.text == "Vi har et stort\nansvar for det her\nland og 2 * 3.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se [planen for\nhandel](a.html). Mere\nom det.", "Se planen for\nhandel. Mere\nom det."),
        ('Se [planen](a.html "Planen\nfor handel"), og\nskriv.', "Se planen,\nog\nskriv."),
        ("- Se [planen for\n  handel](a.html) og `a\n  b`.", "- Se planen for\nhandel og a\nb."),
        ("[^1]: Se [planen for\nhandel](a.html).", "1 Se planen for\nhandel."),
        ("Et [stort\nland]{.underline} og [x]{#id .y}.", "Et stort\nland og x."),
        ('Se <https://um.dk>{.uri}, [her](a.html){.link target="_top"} og `a`{.b}.',
         "Se https://um.dk, her og a."),
        ("## []{#a}Mål {#maal .title}", "Mål"),
        ("Hans Hansen\\\nDirektør\\", "Hans Hansen\nDirektør"),
        ("Vi vil [ikke ]{.deletion author=\"A\"}handle.", "Vi vil handle."),
        ("[1] og [2]: {x} er [y] {z}", "[1] og [2]: {x} er [y] {z}"),
    ],
)  # fmt: skip
def test_marks_of_pandoc_and_marks_over_lines(text: str, expected: str) -> None:
    found = read(f"# Plan\n\n{text}\n".encode(), "f.md")
    assert found.text.removeprefix("Plan").strip() == expected
    assert found.text.count("\n") == text.count("\n") + 3


def test_the_lines_around_a_part_of_a_text_are_no_text() -> None:
    text = '::: {custom-style="Body Text"}\nVi vil handle.\n:::\n\n::: titlepage\n# Plan\n::::::\n'
    assert outline(text, "f.md") == [("paragraph", "Vi vil handle."), ("heading", "Plan")]


@pytest.mark.parametrize(
    ("stated", "date"),
    [('"12. marts 2024"', "2024-03-12"), ("Maj 2023", "2023-05"), ("i går", None)],
)
def test_a_date_in_the_front_matter_may_be_written_in_danish(stated: str, date: str | None) -> None:
    text = f"---\ntitle: Strategi\ndate: {stated}\n---\n\nVi vil handle med hele verden.\n"
    assert read(text.encode(), "s.md").metadata.date == date


def test_every_sign_may_have_a_backslash_in_front_in_markdown() -> None:
    signs = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    text = "Skriv til os: " + "".join(f"\\{sign}" for sign in signs)
    assert read(f"# Mål\n\n{text}\n".encode(), "s.md").text.endswith(f": {signs}\n")


DUMP = """\
Aftale om grøn transport i byerne og på landet

Vejene i Danmark
Regeringen og partierne vil arbejde for et stærkt samarbejde mellem landene i de
kommende år, og det skal ske nu.
Der afsættes midler til havnene og til de mindre øer, så alle kan være med i det
fælles arbejde.
Flere ladestandere i hele landet
Der skal stilles ladestandere op langs alle de store veje, og kommunerne skal selv
bestemme hvor. De mindre veje er også med i aftalen, som partierne har indgået her.
1.       Ydelsen
1.1      Leverandøren skal levere ydelsen på de steder, som er nævnt i bilaget, og
         inden for fristen.
1.2      Kunden betaler.
"""


def test_text_without_blank_lines_is_parted_by_its_short_lines() -> None:
    blocks = outline(DUMP, "dump.txt")
    assert [text for kind, text in blocks if kind == "heading"] == [
        "Aftale om grøn transport i byerne og på landet",
        "Vejene i Danmark",
        "Flere ladestandere i hele landet",
        "1.       Ydelsen",
    ]
    begun = [text.split()[0] for kind, text in blocks if kind == "paragraph"]
    assert begun == ["Regeringen", "Der", "Der", "1.1", "1.2"]


def test_a_short_line_over_a_single_sentence_is_its_heading() -> None:
    text = (
        f"1. Budget\n\nSagsfremstilling\n\n{LONG}\n\nBeslutning\n\nGodkendt.\n\nBilag\n\nIngen.\n"
    )
    found = read(text.encode(), "referat.txt")
    headings = texts(found, BlockKind.HEADING)
    assert headings == ["1. Budget", "Sagsfremstilling", "Beslutning", "Bilag"]


def test_the_last_elements_of_a_list_without_bullets_are_no_heading_and_text() -> None:
    text = f"{LONG}\n\nVi vil have:\n\nFlere boliger\n\nBedre skoler\n\nMindre røg.\n"
    assert all(kind == "paragraph" for kind, _ in outline(text, "f.txt"))


def test_a_list_of_annexes_is_no_row_of_headings() -> None:
    text = f"1. Budget\n\n{LONG}\n\nBilag\n\n  Bilag 1: Tal (3/24)\n  Bilag 2: Kort (4/24)\n\n2. Skoler\n\n{LONG}\n"
    headings = [text for kind, text in outline(text, "f.txt") if kind == "heading"]
    assert headings == ["1. Budget", "2. Skoler"]


RUNNING = (
    "Udvalget bad på sit møde om en oversigt over skolernes udgifter, og forvaltningen har nu\n"
    "samlet tallene fra alle skolerne i kommunen, så de kan drøftes på mødet."
)


@pytest.mark.parametrize("running", [RUNNING, RUNNING.replace("\n", " ")])
@pytest.mark.parametrize(
    "front", ["", "Odense Kommune\n", "Odense Kommune, 3. maj 2021\n", "3. maj 2021\n"]
)
def test_the_title_may_stand_right_above_the_text(front: str, running: str) -> None:
    found = read(f"Notat om skolernes økonomi\n{front}{running}\n\n{running}".encode(), "a.txt")
    assert found.metadata.title == "Notat om skolernes økonomi"
    assert found.metadata.date == ("2021-05-03" if "2021" in front else None)
    assert texts(found, BlockKind.HEADING) == ["Notat om skolernes økonomi"]
    assert texts(found, BlockKind.PARAGRAPH) == [*front.split("\n")[:-1], running, running]


@pytest.mark.parametrize(
    "first", ["Kære Anne", "3. maj 2021", "Vi skriver til dig om", "Det er nyt."]
)
def test_a_line_right_above_the_text_may_be_no_title(first: str) -> None:
    found = read(f"{first}\n{RUNNING}\n\n{RUNNING}".encode(), "a.txt")
    assert texts(found, BlockKind.HEADING) == []


def test_a_numbered_heading_below_a_short_line_without_a_stop_is_one() -> None:
    text = f"{DUMP.splitlines()[0]}\n\n" + (
        "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de år\n"
        "der kommer, og planen for det kan hentes på regeringens egen hjemmeside\n"
        "https://regeringen.dk/planer/\n"
        "2.1 Nye aftaler om handel\n"
        "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de år\n"
        "der kommer, og det skal ske nu.\n"
    )
    assert ("heading", "2.1 Nye aftaler om handel") in outline(text, "f.txt")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"\xff\xfe" + "Målet".encode("utf-16-le") + b"a", "Målet\ufffd", id="cut short"),
        pytest.param(b'<?xml version="1.0" encoding="utf-8"?>\n<p>M\xe5let</p>', "Målet", id="misstated"),
        pytest.param(b"\xe5r. " + ("Målet " * 60).encode(), "\ufffdr. " + "Målet " * 60,
                     id="mostly UTF-8"),
    ],
)  # fmt: skip
def test_bytes_that_do_not_fit_their_encoding_are_read(data: bytes, text: str) -> None:
    assert read(data, "fil.html" if data.startswith(b"<") else "fil.txt").text == text
