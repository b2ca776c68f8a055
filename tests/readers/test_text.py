"""Plain text and Markdown: encodings, paragraphs, headings, and lines that stay the file's."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind, read
from strategikort.structure.auto import sections_of, source_of
from tests.readers.found import texts

LONG = "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år, og det skal ske nu."


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("latin-1", "latin-1"),
        ("windows-1252", "windows-1252"),
        ("mac-roman", "mac-roman"),
        ("cp850", "cp850"),
    ],
)
def test_encodings_are_found_and_said(encoding: str, shown: str) -> None:
    text = "Små øer i åen, æbler på bakken.\nNæste linje.\n" * 3
    if encoding == "windows-1252":
        text += "En tankestreg – og „citat“.\n"
    found = read(text.encode(encoding), "fil.txt")
    assert found.text == text
    assert found.quality.encoding == shown
    guessed = encoding in ("mac-roman", "cp850")
    assert [item.code for item in found.quality.warnings] == ["guessed_encoding"] * guessed


@pytest.mark.parametrize(
    "text",
    [
        "Prisen er 5 £, § 3 og 20 °C – »ja« … Ægte, Øst, Året, naïve, Müller, Besançon, señor.",
        "L’état, d’Europe, 1990–2026, AT&T, x²+y², 3×4, Ærø–Fyn",
        "ÆBLER OG ØSTERS PÅ ÅEN",
    ],
)
def test_signs_of_windows_are_no_other_encodings(text: str) -> None:
    assert read(text.encode("windows-1252"), "fil.txt").text == text


def test_lines_stay_the_lines_of_the_file_whatever_ends_them() -> None:
    found = read(f"1 Mål\r\n\r\n{LONG}\r\n\r\n1.1 Delmål\r\n\r\n{LONG}\r\n".encode(), "f.txt")
    assert [(s.id, s.heading_lines, s.lines) for s in sections_of(found, "d")] == [
        ("d/1", ((1, 1),), ((3, 3),)),
        ("d/1.1", ((5, 5),), ((7, 7),)),
    ]


def test_decomposed_letters_are_composed() -> None:
    assert read("A\u030arhus og ø".encode(), "f.txt").text == "Århus og ø"


def test_numbered_conclusions_over_double_spaced_lines() -> None:
    lines = ["BILAG", "", "", "Rådets konklusioner om digitalt diplomati", ""]
    for number in range(1, 8):
        lines += [
            "", f"{number}. Rådet understreger, at der er behov for en fælles indsats i alle", "",
            "medlemsstaterne, og opfordrer til at styrke samarbejdet om de globale", "",
            "udfordringer, som kun kan løses af landene i fællesskab i de kommende år.", "",
        ]  # fmt: skip
    sections = sections_of(read("\n".join(lines).encode(), "f.txt"), "rk")
    found = [s for s in sections if s.kind == "konklusion"]
    assert [s.id for s in found] == [f"rk/{n}" for n in range(1, 8)]
    assert found[0].text.text.startswith("Rådet understreger, at der er behov")
    assert "i alle medlemsstaterne" in found[0].text.text
    assert found[2].pinpoint == "konklusion 3"
    assert all("number" not in s.derived for s in found)


def test_bullets_below_a_recommendation_are_none() -> None:
    text = (
        "# Anbefalinger\n\n1. Kortlæg behovet.\n   - herunder for lastbiler\n   - og for taxaer\n"
        f"2. Yd tilskud.\n\n# Mål\n\n{LONG}\n"
    )
    sections = sections_of(read(text.encode(), "f.md"), "d")
    found = [s for s in sections if s.kind == "anbefaling"]
    assert [(s.id, s.number, s.lines) for s in found] == [
        ("d/anbefalinger/1", "1", ((3, 5),)),
        ("d/anbefalinger/2", "2", ((6, 6),)),
    ]
    assert found[0].text.text.split("\n\n") == [
        "Kortlæg behovet.",
        "- herunder for lastbiler",
        "- og for taxaer",
    ]


def test_recommendations_in_bullets_are_counted_and_said_to_be() -> None:
    text = f"# Anbefalinger\n\n- Styrk indsatsen.\n- Mål effekten.\n\n# Mål\n\n{LONG}\n"
    sections = sections_of(read(text.encode(), "f.md"), "d")
    found = [s for s in sections if s.kind == "anbefaling"]
    assert [(s.id, s.number, s.text.text) for s in found] == [
        ("d/anbefalinger/1", "1", "Styrk indsatsen."),
        ("d/anbefalinger/2", "2", "Mål effekten."),
    ]
    assert all("number" in s.derived for s in found)
    assert found[1].pinpoint.endswith("2. anbefaling")


def test_markdown_marks_are_taken_away_and_lines_stay() -> None:
    text = (
        "---\ntitle: Vor strategi\ndate: 2026-01-02\n---\n# Indledning #\n\n"
        "En **fed** og [kædet](http://x.dk) *tekst*[^a] med `kode`.\n> Citeret afsnit.\n\n"
        "Undertitel\n----------\n\n1. Første\n2. Andet\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n"
        "[^a]: Noten.\n\n```\n# ikke en overskrift\n```\n"
    )
    found = read(text.encode(), "f.md")
    assert texts(found, BlockKind.HEADING) == ["Indledning", "Undertitel"]
    assert texts(found, BlockKind.ITEM) == ["1. Første", "2. Andet"]
    assert texts(found, BlockKind.TABLE) == ["A\tB\n\n1\t2"]
    assert "En fed og kædet tekst[^a] med kode." in found.text
    assert len(found.text.split("\n")) == len(text.split("\n"))
    assert (found.metadata.title, found.metadata.date) == ("Vor strategi", "2026-01-02")
    sections = {s.id: s for s in sections_of(found, "d")}
    assert sections["d/indledning"].text.text.startswith("En fed og kædet tekst med kode.")
    assert sections["d/fodnoter/a"].text.text == "Noten."
    line = sections["d/undertitel"].heading_lines[0][0]
    assert source_of(found).line_text(line) == "Undertitel"


def test_text_without_headings_gets_paragraphs_and_pages() -> None:
    plain = sections_of(read(f"{LONG}\n\n{LONG}\n".encode(), "f.txt"), "d")
    assert [(s.id, s.kind, s.pinpoint) for s in plain] == [
        ("d/1", "stykke", "1. stykke"),
        ("d/2", "stykke", "2. stykke"),
    ]
    paged = sections_of(read(f"{LONG}\n\f{LONG}\n".encode(), "f.txt"), "d")
    assert [(s.id, s.kind, s.pages) for s in paged] == [
        ("d/side-1", "side", ("1",)),
        ("d/side-2", "side", ("2",)),
    ]
    assert all("number" in s.derived for s in (*plain, *paged))


@pytest.mark.parametrize(
    ("heading", "section", "kind", "pinpoint"),
    [
        ("Kapitel 3: Energi", "d/3", "kapitel", "kapitel 3"),
        ("Bilag 2. Tal", "d/bilag-2", "bilag", "bilag 2"),
        ("Artikel 5 Formål", "d/artikel-5", "artikel", "artikel 5"),
        ("§ 7 Ikrafttræden", "d/paragraf-7", "paragraf", "§ 7"),
        ("10 nye veje", "d/10-nye-veje", "kapitel", "kapitlet »10 nye veje«"),
        ("27. august 2003", "d/27-august-2003", "kapitel", "kapitlet »27. august 2003«"),
    ],
)
def test_numbers_of_headings(heading: str, section: str, kind: str, pinpoint: str) -> None:
    found = sections_of(read(f"# {heading}\n\n{LONG}\n".encode(), "f.md"), "d")[0]
    assert (found.id, found.kind, found.pinpoint) == (section, kind, pinpoint)
    assert found.label == heading


def test_letters_and_roman_numbers_need_a_neighbour() -> None:
    text = "".join(f"# {head}\n\n{LONG}\n\n" for head in ("I. Mål", "II. Midler", "A. Ét", "B. To"))
    found = sections_of(read(text.encode(), "f.md"), "d")
    assert [s.number for s in found] == ["I", "II", "A", "B"]


def test_equal_headings_get_ids_of_their_own() -> None:
    text = "".join(f"# {head}\n\n## Formål\n\n{LONG}\n\n" for head in ("Klima", "Handel", "Klima"))
    ids = [s.id for s in sections_of(read(text.encode(), "f.md"), "d")]
    assert ids == [
        "d/klima",
        "d/formål",
        "d/handel",
        "d/handel/formål",
        "d/klima-2",
        "d/klima-2/formål",
    ]


def page_of_text(number: int, *, head: str, body: str) -> str:
    return f"{head}\n\n{body}\n\nUdenrigsministeriet   Side {number} af 8\n"


def test_running_lines_of_pages_are_no_text_and_their_numbers_are_the_pages() -> None:
    pages = [
        page_of_text(7, head="En ny strategi", body=f"Indledning\n\n{LONG}\n\nVi vil styrke sam-"),
        page_of_text(8, head="En ny strategi", body=f"arbejdet mellem landene. {LONG}"),
        page_of_text(9, head="Mål", body=f"{LONG} Og mere end\nandre"),
        page_of_text(10, head="Mål", body=f"lande {LONG}"),
        page_of_text(11, head="Midler", body="Her står, hvad der skal til, og hvad det koster."),
    ]
    found = read("\f".join(pages).encode(), "f.txt")
    furniture = [
        found.text[block.start : block.end].split("   ")[0]
        for block in found.blocks
        if block.kind is BlockKind.FURNITURE
    ]
    assert furniture.count("Udenrigsministeriet") == 5
    # The title on the first page and the heading of a chapter are text where they stand first.
    assert (furniture.count("En ny strategi"), furniture.count("Mål")) == (1, 1)
    assert [(page.label, page.how) for page in found.pages][:2] == [
        ("7", "printed"),
        ("8", "printed"),
    ]
    sections = sections_of(found, "d")
    texts = [section.text.text for section in sections]
    assert any("Vi vil styrke samarbejdet mellem landene." in text for text in texts)
    assert any("mere end andre lande" in text for text in texts)
    assert not any("Side" in text for text in texts)


def test_conclusions_on_pages_of_their_own_are_no_running_lines() -> None:
    pages = [f"Konklusion {n}\n\nRådet vedtog nr. {'abcdef'[n]} i dag.\n" for n in range(1, 6)]
    found = read("\f".join(pages).encode(), "f.txt")
    assert not [block for block in found.blocks if block.kind is BlockKind.FURNITURE]


@pytest.mark.parametrize(
    "beginning",
    [
        "Oktober 2017",
        "27. august 2003",
        "PRESSEMEDDELELSE",
        "Version 0.5, december 2017. Til kommentering",
        "Side 1 af 3",
        "1. Vores vision",
        f"{LONG}\n\n{LONG * 20}\n\nEt langt senere kapitel",
    ],
)
def test_what_is_no_title_is_not_taken_for_one(beginning: str) -> None:
    assert read(f"{beginning}\n\n{LONG * 2}\n".encode(), "f.txt").metadata.title is None


def test_a_title_below_the_kind_of_text_and_its_date_is_found() -> None:
    text = f"NOTAT\n\n27. august 2003\n\nEn strategi for Arktis\n\n{LONG * 2}\n"
    assert read(text.encode(), "f.txt").metadata.title == "En strategi for Arktis"


def test_a_heading_right_over_its_text_is_one_and_no_title() -> None:
    wrapped = (
        "Regeringen vil arbejde for et stærkt samarbejde mellem landene i\n"
        "de kommende år, og det skal ske nu. Vi vil bygge nye fællesskaber.\n"
    )
    text = (
        f"Et program vedtaget den\n22. februar\n\n{wrapped}\nMenneske og fællesskab\n{wrapped}\n"
        f"Kære alle sammen,\n{wrapped}\nDet gør vi\nfor at komme videre i arbejdet med de store opgaver.\n"
    )
    found = read(text.encode(), "f.txt")
    assert texts(found, BlockKind.HEADING) == ["Menneske og fællesskab"]
    assert found.metadata.title is None
    assert [s.title for s in sections_of(found, "d") if s.kind == "kapitel"] == [
        "Menneske og fællesskab"
    ]


@pytest.mark.parametrize("quoted", ["{}", "»{}«", "”{}”", "„{}“", "»({})«", "«{}»"])
def test_a_paragraph_ends_with_a_sentence_whatever_closes_it(quoted: str) -> None:
    wrapped = (
        "Regeringen vil arbejde for et stærkt samarbejde mellem landene i\n"
        "de kommende år, og det skal ske nu. Vi vil bygge nye fællesskaber.\n"
    )
    said = quoted.format("Det skal vi gøre sammen.")
    found = read(f"En strategi\n\n{wrapped}{said}\n{wrapped}\n{wrapped}".encode(), "f.txt")
    assert texts(found, BlockKind.PARAGRAPH)[0].endswith(said)


@pytest.mark.parametrize("mark", ["", "> "])
def test_a_number_at_the_beginning_of_a_line_of_markdown_may_be_within_a_sentence(
    mark: str,
) -> None:
    lines = [
        "# Skoler",
        "",
        "Særligt fra",
        "3. klassetrin kan der læres mere i alle",
        "fag. Det er",
        "så:",
    ]
    lines += ["1. et", "2. to"]
    found = read("\n".join(mark + line for line in lines).encode(), "a.md")
    kinds = [block.kind for block in found.blocks]
    assert kinds == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ITEM]


def test_a_number_at_the_beginning_of_a_line_of_text_may_be_within_an_element() -> None:
    text = (
        "Skoler:\n\n- Flere elever skal læse mere. Særligt fra\n3. klassetrin er der behov for det"
        "\n- en anden\n1. et tal\n\n1. noget\n2. andet\n3. tredje\n"
    )
    found = read(text.encode(), "a.txt")
    items = texts(found, BlockKind.ITEM)
    assert [item.split()[0] for item in items] == ["-", "-", "1.", "1.", "2.", "3."]
    assert items[0].endswith("3. klassetrin er der behov for det")
