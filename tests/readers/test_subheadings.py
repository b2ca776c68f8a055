"""Headings that only their numbers show, in web pages, Word files and text."""

from __future__ import annotations

import pytest

from strategikort.readers import read
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
