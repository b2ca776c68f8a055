"""Numbered paragraphs: those of judgments, audit reports and guidance, whatever file they are in."""

from __future__ import annotations

import pytest

from strategikort.model import Section
from strategikort.readers import BlockKind, read
from strategikort.structure.auto import numbering_gaps, sections_of
from tests.readers.word import p, word

LONG = (
    "Det følger af fast retspraksis, at ordlyden af en bestemmelse skal undergives en selvstændig"
    " og ensartet fortolkning i hele Unionen, jf. dommens øvrige del."
)


def built(content: str | bytes, name: str) -> tuple[Section, ...]:
    data = content.encode() if isinstance(content, str) else content
    return sections_of(read(data, name), "d")


def numbered(sections: tuple[Section, ...]) -> dict[str, str]:
    kinds = ("punkt", "præmis", "konklusion")
    return {s.pinpoint: s.text.text for s in sections if s.kind in kinds}


def html(*paragraphs: str) -> str:
    return f"<html><body><h1>Dom</h1>{''.join(paragraphs)}</body></html>"


_CELLS = "<table><tr><td><p>{}</p></td><td><p>{}</p></td></tr></table>"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (html(*(f"<p>{n} {LONG}</p>" for n in range(1, 7))), "f.html"),
        (html(*(f"<p>{n}&nbsp;&nbsp;&nbsp;{LONG}</p>" for n in range(1, 7))), "f.html"),
        (html(*(f"<p>{n}. {LONG}</p>" for n in range(1, 7))), "f.html"),
        (html(*(f"<p>({n}) {LONG}</p>" for n in range(1, 7))), "f.html"),
        (html(*(_CELLS.format(n, LONG) for n in range(1, 7))), "f.html"),
        ("Dom\n\n" + "\n\n".join(f"{n} {LONG}" for n in range(1, 7)), "f.txt"),
        ("Dom\n\n" + "\n\n".join(f"{n}\n\n{LONG}" for n in range(1, 7)), "f.txt"),
        (word(p("Dom") + "".join(p(f"{n} {LONG}") for n in range(1, 7))), "f.docx"),
        (word(p("Dom") + "".join(p(f"{n}. {LONG}") for n in range(1, 7))), "f.docx"),
    ],
)
def test_the_paragraphs_of_a_judgment_are_known_by_their_row(
    content: str | bytes, name: str
) -> None:
    assert numbered(built(content, name)) == {f"præmis {n}": LONG for n in range(1, 7)}


def test_a_row_goes_on_behind_numbers_that_are_missing_at_its_end() -> None:
    rows = "\n".join(f"{n}. {LONG}" for n in (1, 2, 4, 5, 6, 7, 10))
    found = numbered(built(f"# Vejledning\n\n{rows}\n\n## Mere\n\n12. {LONG}\n", "f.md"))
    assert list(found) == [f"punkt {n}" for n in (1, 2, 4, 5, 6, 7, 10)]


def test_what_a_paragraph_quotes_is_no_paragraph_and_breaks_no_row() -> None:
    quoted = f"<p>»1. {LONG}</p><p>2. {LONG}</p><p>3. {LONG}«</p>"
    rows = [f"<p>{n}. {LONG}</p>" for n in range(1, 7)]
    found = numbered(built(html(rows[0], rows[1], quoted, *rows[2:]), "f.html"))
    assert list(found) == [f"præmis {n}" for n in range(1, 7)]
    assert found["præmis 2"] == f"{LONG}\n\n»1. {LONG}\n\n2. {LONG}\n\n3. {LONG}«"


def test_a_list_in_between_ends_no_row() -> None:
    inner = "<p>1. Varme.</p><p>2. Vand.</p>"
    rows = [f"<p>{n}. {LONG}</p>" for n in range(1, 8)]
    found = built(html(*rows[:4], inner, *rows[4:]), "f.html")
    assert list(numbered(found)) == [f"præmis {n}" for n in range(1, 8)]
    inner_ones = [(s.pinpoint, s.text.text) for s in found if s.kind == "led"]
    assert inner_ones == [("præmis 4, 1. led", "Varme."), ("præmis 4, 2. led", "Vand.")]


def test_a_number_that_was_read_as_something_else_is_a_gap_and_no_end() -> None:
    rows = [f"<p>{n} {LONG}</p>" for n in range(1, 9)]
    found = built(html(*rows[:3], *rows[4:]), "f.html")
    assert list(numbered(found)) == [f"præmis {n}" for n in (1, 2, 3, 5, 6, 7, 8)]
    assert numbering_gaps(found) == ("præmis 4",)


def test_a_quantity_begins_no_paragraph() -> None:
    rows = "".join(f"<p>{n} af de adspurgte svarer ja. {LONG}</p>" for n in range(1, 7))
    assert numbered(built(html(rows), "f.html")) == {}


def test_the_numbers_of_a_section_of_a_law_are_its_own() -> None:
    items = "".join(f"<p>{n}) {LONG}</p>" for n in range(1, 7))
    law = f"<p>§ 1. Loven gælder alle.</p><p>§ 2. Der forstås ved</p>{items}<p>§ 3. Den gælder.</p>"
    found = built(f"<html><body><h1>Lov om vand</h1>{law}</body></html>", "f.html")
    assert numbered(found) == {}
    assert next(s for s in found if s.pinpoint == "§ 2").text.text.count(LONG) == 6


@pytest.mark.parametrize(
    ("top", "kind"),
    [
        ("DOMSTOLENS DOM (Tredje Afdeling)", "præmis"),
        ("RETTENS KENDELSE", "præmis"),
        ("ØSTRE LANDSRETS DOM afsagt den 4. maj 2023", "præmis"),
        ("Domstolens dom af 4. maj 2023", "punkt"),
        ("Rådets konklusioner om rummet", "konklusion"),
        ("Formål og konklusion", "punkt"),
        ("Sammenfatning og konklusioner", "punkt"),
        ("1. Introduktion og konklusion", "punkt"),
    ],
)
def test_a_document_is_what_it_calls_itself(top: str, kind: str) -> None:
    text = f"<html><body><h1>{top}</h1>{''.join(f'<p>{n}. {LONG}</p>' for n in range(1, 7))}"
    assert {s.kind for s in built(text, "f.html")[1:]} == {kind}


def test_what_a_court_rules_belongs_to_no_premise() -> None:
    rows = "".join(f"<p>{n} {LONG}</p>" for n in range(1, 7))
    ruling = "<p>På grundlag af disse præmisser kender Domstolen (Tredje Afdeling) for ret:</p>"
    ruling += f"<p><b>1) {LONG}</b></p><p><b>2) {LONG}</b></p>"
    found = built(html(rows, ruling), "f.html")
    assert [(s.id, s.kind, s.pinpoint, s.text.text) for s in found[-3:]] == [
        (
            *("d/domskonklusion", "domskonklusion", "domskonklusionen"),
            "På grundlag af disse præmisser kender Domstolen (Tredje Afdeling) for ret:",
        ),
        ("d/domskonklusion/1", "led", "domskonklusionen, 1. led", LONG),
        ("d/domskonklusion/2", "led", "domskonklusionen, 2. led", LONG),
    ]
    assert found[-4].text.text == LONG


@pytest.mark.parametrize("name", ["f.html", "f.txt", "f.docx"])
def test_a_paragraph_that_begins_with_a_date_is_no_element_of_a_list(name: str) -> None:
    lines = [f"{n}. maj 2020 skrev ministeriet til kommunen. {LONG}" for n in range(1, 7)]
    content = {
        "f.html": html(*(f"<p>{line}</p>" for line in lines)).encode(),
        "f.txt": "\n\n".join(["Dom", *lines]).encode(),
        "f.docx": word("".join(map(p, ["Dom", *lines]))),
    }[name]
    blocks = [b for b in read(content, name).blocks if b.kind is BlockKind.ITEM]
    assert blocks == []
    assert numbered(built(content, name)) == {}


def test_what_stands_over_numbered_paragraphs_are_headings_and_no_part_of_the_last_one() -> None:
    lines = ["Vejledning om vand", "Kapitel 1", "Indledning", "Formål"]
    lines += [f"{n}. {LONG}" for n in (1, 2)]
    lines += ["Målgruppe", f"3. {LONG}", "Kapitel 2", "Støtte"]
    lines += [f"{n}. {LONG}" for n in range(4, 7)]
    found = built(word("".join(map(p, lines))), "f.docx")
    assert [(s.kind, s.label) for s in found if s.kind != "punkt"] == [
        ("titelblad", "Titelblad"),
        ("kapitel", "Kapitel 1 Indledning"),
        ("afsnit", "Formål"),
        ("afsnit", "Målgruppe"),
        ("kapitel", "Kapitel 2 Støtte"),
    ]
    assert numbered(found) == {f"punkt {n}": LONG for n in range(1, 7)}


def test_the_last_lines_of_a_numbered_paragraph_are_no_headings() -> None:
    lines = [f"1. {LONG}", f"2. {LONG} Støtten gives til:", "Kørestole", "Rollatorer"]
    lines += [f"{n}. {LONG}" for n in range(3, 7)]
    found = numbered(built(word("".join(map(p, lines))), "f.docx"))
    assert found["punkt 2"] == f"{LONG} Støtten gives til:\n\nKørestole\n\nRollatorer"
