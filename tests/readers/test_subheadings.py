"""Headings and clauses that only their numbers show."""

from __future__ import annotations

import pytest

from strategikort.readers import read
from strategikort.structure.auto import sections_of
from tests.readers.found import headings
from tests.readers.word import p, word

LONG = "Det fremgår af sagen, at kommunen ikke har partshørt borgeren, før den traf afgørelse."
GUIDE = [
    *("1. Indledning", LONG, "1.1. Formål", LONG, "2. Pligten til partshøring", LONG),
    *("2.1. Hvornår", "2.1.1. Oplysninger til ugunst", LONG, "2.1.2. § 19, stk. 2", LONG),
]


def files(lines: list[str]) -> list[tuple[bytes, str]]:
    html = "".join(f"<p>{line}</p>" for line in lines)
    return [
        (f"<html><body><h1>Vejledning</h1>{html}".encode(), "f.html"),
        (word(p("Vejledning") + "".join(map(p, lines))), "f.docx"),
        (
            word(p("Vejledning") + "".join(p(x, run="<w:b/>" * (x != LONG)) for x in lines)),
            "f.docx",
        ),
        ("\n\n".join(["Vejledning", *lines]).encode(), "f.txt"),
    ]


@pytest.mark.parametrize("at", range(4))
def test_numbered_lines_that_belong_to_each_other_are_headings(at: int) -> None:
    found = [text for text, _, _ in headings(read(*files(GUIDE)[at]))]
    assert [text for text in found if text[-10:] != "Vejledning"] == [
        line for line in GUIDE if line != LONG
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [LONG, "1. Varme", "2. Vand", "3. Luft", LONG],
        [LONG, "2.1 Varme", "2.2 Vand", "2.3 Luft", LONG],
        [LONG, "3.5 Procent af alle", LONG, "7.2 Procent af dem", LONG],
        [f"Der står: »{LONG}", "2. Pligten", LONG, "2.1 Formål", f"{LONG}«", LONG],
        [LONG, "12. Maj 2020", LONG, "12.1 Procent", LONG],
    ],
)
@pytest.mark.parametrize("at", [0, 1])
def test_lists_quantities_and_what_is_quoted_are_none(lines: list[str], at: int) -> None:
    assert [text for text, _, how in headings(read(*files(lines)[at])) if how == "numbering"] == []


SERVICE = "Leverandøren skal levere ydelsen til tiden på de steder, som er nævnt i bilaget til kontrakten."


def points(text: str) -> list[tuple[str, str | None, str]]:
    found = sections_of(read(text.encode(), "kontrakt.md"), "k")
    return [(s.id, s.parent, s.pinpoint) for s in found if s.kind == "punkt"]


def contract(numbers: dict[str, list[str]]) -> str:
    return "\n\n".join(
        part
        for head, below in numbers.items()
        for part in (f"## {head} Om ydelsen", *(f"{number} {SERVICE}" for number in below))
    )


def test_clauses_are_sections_below_their_headings() -> None:
    assert points(contract({"1.": ["1.1", "1.2", "1.2.1", "1.2.2", "1.3"], "2.": ["2.1."]})) == [
        (f"k/{number}", f"k/{number[0]}", f"punkt {number}")
        for number in ("1.1", "1.2", "1.2.1", "1.2.2", "1.3", "2.1")
    ]


def test_what_stands_below_a_clause_is_of_it() -> None:
    text = contract({"1.": ["1.1", "1.2", "1.3", "1.4", "1.5"]}) + "\n\nDet gælder også i ferien.\n"
    found = sections_of(read(text.encode(), "kontrakt.md"), "k")
    assert found[-1].text.text == f"{SERVICE}\n\nDet gælder også i ferien."


@pytest.mark.parametrize(
    "numbers",
    [
        {"1.": ["1.1", "1.2", "1.3", "1.4"]},
        {"1.": ["4.5", "1.1", "7.2", "1.2", "3.1", "1.3", "1.4", "1.5"]},
        {"Uden": ["1.1", "1.2", "1.3", "1.4", "1.5"]},
    ],
    ids=["few", "in no order", "below no number"],
)
def test_other_paragraphs_that_begin_with_figures_are_no_clauses(
    numbers: dict[str, list[str]],
) -> None:
    assert points(contract(numbers)) == []
