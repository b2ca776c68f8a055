"""Plain text whose pages form feeds part: what runs over them, and what only looks as if it did."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind, read
from strategikort.structure.auto import sections_of
from tests.readers.found import texts

LONG = "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år, og det skal ske nu."


def furniture(*pages: str) -> list[str]:
    return texts(read("\f".join(pages).encode(), "f.txt"), BlockKind.FURNITURE)


@pytest.mark.parametrize(
    "page",
    [
        "Spørgsmål nr. {n}\n\n{LONG}\n",
        "{n}. maj 2026\n\n{LONG}\n",
        "{n}. Kapitel om emne {n}\n\n{LONG}\n",
        "{LONG}\n\n{n} Jf. bilag 2.\n",
        "Formanden:\n\n{LONG}\n",
        "{LONG} Her er\n\nRedaktør\nRedaktør\nRedaktør\n",
        "{LONG}\n{LONG} i hele\nlandet.\n\n{n}\n",
        "Kommune nr. {n} i landet\n\nStatus\n\n{LONG}\n",
        "{LONG}\n\nKommune {n}    182\n",
    ],
)
def test_lines_that_are_much_alike_are_no_running_ones(page: str) -> None:
    pages = [page.format(n=number, LONG=f"{LONG} {number}.") for number in range(1, 7)]
    assert set(furniture(*pages)) <= set("123456")


def test_numbers_that_rise_by_chance_are_no_page_numbers() -> None:
    sums = {2: "\n\nI alt\n\n49", 6: "\n\nI alt\n\n53"}
    pages = [f"{LONG} Det er nr. {n}.{sums.get(n, '')}\n" for n in range(10)]
    found = read("\f".join(pages).encode(), "f.txt")
    assert texts(found, BlockKind.FURNITURE) == []
    assert [page.how for page in found.pages] == ["index"] * 10


def test_heads_of_chapters_with_the_number_of_the_page_are_running_ones() -> None:
    heads = ["Indledning    3", "4    DANSK STRATEGI", "Midler    5", "6    DANSK STRATEGI"]
    heads += ["Midler    7", "8    DANSK STRATEGI"]
    pages = [f"{head}\n\ndem. {LONG} Og {n} af\n" for n, head in enumerate(heads)]
    found = read("\f".join(pages).encode(), "f.txt")
    assert texts(found, BlockKind.FURNITURE) == heads
    assert [page.label for page in found.pages] == ["3", "4", "5", "6", "7", "8"]


def test_a_lone_page_is_numbered_by_itself() -> None:
    found = read(f"Vurdering\n\n{LONG}\n\nSide 1 af 1\n\f".encode(), "f.txt")
    assert texts(found, BlockKind.FURNITURE) == ["Side 1 af 1"]


@pytest.mark.parametrize(
    "line",
    [
        "Kære Bo", "Med venlig hilsen", "København, den 3. maj 2026", "Oktober 2017",
        "Kilde: Danmarks Statistik", "Figur 3 Overblik over roller", "Kommune 13   169   91",
        "Udvalget besluttede at godkende det for\nDanmarks Statistik og Finansministeriet, som det"
        " blev sagt på mødet.",
    ],
)  # fmt: skip
def test_lines_that_stand_alone_and_are_no_headings(line: str) -> None:
    assert texts(read(f"{LONG}\n\n{line}\n\n{LONG}\n".encode(), "f.txt"), BlockKind.HEADING) == []


@pytest.mark.parametrize(
    "line",
    ["3. Hvad vi tror på", "Det vil vi stå for", "Økonomi  2025", "Figur og form", "1. Klima"],
)
def test_headings_that_look_like_something_else(line: str) -> None:
    text = f"Planen har flere dele:\n\n{line}\n\n{LONG}\n"
    assert texts(read(text.encode(), "f.txt"), BlockKind.HEADING) == [line]


@pytest.mark.parametrize(
    "page",
    [
        "Kære borger\n\n{P}\n\nMed venlig hilsen\n\nSophie Løhde\n",
        "{P}\n\nIndstillingen blev godkendt.\n",
        "Stk. 2\n\n{P}\n",
        "{n}  Klima og børn\n\n{P}\n\n{n}\n",
        "Anbefaling  {n}\n\n{P}\n",
        "{P}\n\nI alt\n\n{y}\n",
    ],
)
def test_pages_that_are_letters_or_forms_keep_their_words(page: str) -> None:
    pages = [page.format(n=n, y=2020 + n, P=f"{LONG} {n}.") for n in range(1, 6)]
    assert set(furniture(*pages)) <= set("12345")


def test_many_headings_and_pages_are_read_in_a_row() -> None:
    assert len(texts(read(("ab\n---\n" * 1200).encode(), "f.txt"), BlockKind.HEADING)) == 1200
    assert len(read(("a\n\f" * 20_000).encode(), "f.txt").pages) == 20_000


@pytest.mark.parametrize("sender", ["ODENSE KOMMUNE", "UDKAST TIL HØRING", "FORTROLIGT"])
def test_what_stands_above_a_title_is_none(sender: str) -> None:
    text = f"{sender}\n\nKlimaplan for Odense\n\n{LONG * 2}\n\nTRANSPORT\n\n{LONG}\n"
    assert read(text.encode(), "f.txt").metadata.title == "Klimaplan for Odense"
    late = f"Klimaplan.\n\n{LONG * 2}\n\nTRANSPORT\n\n{LONG}\n"
    assert read(late.encode(), "f.txt").metadata.title is None


def test_a_list_with_blank_lines_is_no_row_of_chapters() -> None:
    text = (
        f"Vi skal huske tre ting:\n\n1. Økonomien skal på plads\n\n2. Borgerne skal høres\n\n"
        f"3. Kommunerne skal spørges.\n\n{LONG}\n\n1. Formål\n\n{LONG}\n\n2. Midler\n\n{LONG}\n"
    )
    found = read(text.encode(), "f.txt")
    assert texts(found, BlockKind.HEADING) == ["1. Formål", "2. Midler"]
    assert len(texts(found, BlockKind.ITEM)) == 3


def test_entries_of_a_contents_list_are_no_chapters() -> None:
    heads = ["1. Indledning", "2. Mål", "3. Midler"]
    text = "INDHOLD\n\n1. Indledning    3\n2. Mål ........ 5\n3. Midler    7\n\n" + "".join(
        f"{head}\n\n{LONG}\n\n" for head in heads
    )
    found = read(text.encode(), "f.txt")
    assert len(texts(found, BlockKind.FURNITURE)) == 4
    assert texts(found, BlockKind.HEADING) == heads
    table = f"Tal\n\nBilund    3\nHerlev    5\nFaxe    7\n\n{LONG}\n"
    assert texts(read(table.encode(), "f.txt"), BlockKind.FURNITURE) == []


@pytest.mark.parametrize(
    ("beginning", "title"),
    [
        ("Kapitel 1\n\nForskning og innovation", None),
        ("KULTURMINISTERIET\n\nStrategi for læsning", "Strategi for læsning"),
        ("Svar\n\nHvad er det største problem?", None),
        ("Anbefalinger", None),
    ],
)
def test_what_stands_first_and_is_no_title(beginning: str, title: str | None) -> None:
    assert read(f"{beginning}\n\n{LONG}\n".encode(), "f.txt").metadata.title == title


def test_markdown_may_begin_with_html() -> None:
    found = read(f'<h1 align="center">Plan</h1>\n\n## Mål\n\n{LONG}\n'.encode(), "f.md")
    assert texts(found, BlockKind.HEADING) == ["Plan", "Mål"]
    assert found.metadata.title == "Plan"


def test_a_draft_may_say_so_in_its_title() -> None:
    title = "Udkast til redegørelse om samfundets digitale robusthed"
    text = f"{title}\n\n{LONG * 2}\n\nTRANSPORT\n\n{LONG}\n"
    assert read(text.encode(), "f.txt").metadata.title == title


def noted(mark: str, second: str = "og langs kysten, som alle") -> str:
    """Return the text of three pages with notes at the foot of the first and the second."""
    return (
        f"1. Formål\n\n{LONG}\n\nVi vil arbejde for lande{mark} i hele Norden og i Østersøen, når det\n"
        "gælder havet\n   1\n     Se aftalen om havet fra den\nførste maj.\n\n\n                  1\n\f"
        f"{second} kender2.\n   2\n     Se loven.\n\n\n                  2\n\f"
        f"2. Midler\n\n{LONG}\n\n\n                  3\n"
    )


def test_notes_at_the_foot_of_pages_stand_apart_from_the_sentence_around_them() -> None:
    found = read(noted("1").encode(), "f.txt")
    assert [" ".join(note.split()) for note in texts(found, BlockKind.FOOTNOTE)] == [
        "1 Se aftalen om havet fra den første maj.",
        "2 Se loven.",
    ]
    sections = sections_of(found, "d")
    by_kind = {section.id: section for section in sections}
    text = by_kind["d/1"].text.text
    assert text.endswith(
        "Vi vil arbejde for lande i hele Norden og i Østersøen, når det gælder havet og "
        "langs kysten, som alle kender."
    )
    assert [(mark.mark, mark.section) for mark in by_kind["d/1"].footnotes] == [
        ("1", "d/fodnoter/1"),
        ("2", "d/fodnoter/2"),
    ]
    assert by_kind["d/fodnoter/1"].text.text == "Se aftalen om havet fra den første maj."


def test_a_mark_apart_from_the_word_before_it_stays_in_the_text() -> None:
    found = read(noted(" 1").encode(), "f.txt")
    assert len(texts(found, BlockKind.FOOTNOTE)) == 2
    assert "for lande 1 i hele" in sections_of(found, "d")[0].text.text
    assert [found.text[mark.start : mark.end] for mark in found.marks] == ["2"]


def test_figures_on_lines_of_their_own_that_nothing_marks_are_no_notes() -> None:
    text = noted("").replace("kender2.", "kender.")
    assert texts(read(text.encode(), "f.txt"), BlockKind.FOOTNOTE) == []


def test_pages_in_front_of_page_1_may_have_other_numbers_on_them() -> None:
    listed = f"Indhold\n\n{LONG}\n\n12\n\n14\n"
    pages = [f"Strategi\n\n{LONG}\n", listed, listed.replace("1", "2"), listed.replace("1", "3")]
    pages += [f"dem {LONG} Og {n} af\n\n{n} / 8\n" for n in range(1, 9)]
    found = read("\f".join(pages).encode(), "f.txt")
    assert texts(found, BlockKind.FURNITURE) == [f"{n} / 8" for n in range(1, 9)]
    assert [page.label for page in found.pages][4:] == [str(n) for n in range(1, 9)]


def test_the_number_of_a_page_of_all_is_no_text_though_others_stand_outside_it() -> None:
    pages = [f"dem {LONG} Og {n} af\n\n{n} / 6\n" for n in range(1, 6)]
    found = read("\f".join([*pages, f"7\n\n6 / 6\n\n{LONG}\n"]).encode(), "f.txt")
    assert texts(found, BlockKind.FURNITURE) == [f"{n} / 6" for n in range(1, 7)]
