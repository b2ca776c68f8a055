"""Numbered paragraphs of contracts, guidelines and circulars."""

from __future__ import annotations

import pytest

from strategikort.readers import read
from strategikort.structure.auto import sections_of

LONG = "Leverandøren skal levere ydelsen til tiden på de steder, som er nævnt i bilaget til kontrakten."


def points(text: str) -> list[tuple[str, str | None, str]]:
    found = sections_of(read(text.encode(), "kontrakt.md"), "k")
    return [(s.id, s.parent, s.pinpoint) for s in found if s.kind == "punkt"]


def contract(numbers: dict[str, list[str]]) -> str:
    return "\n\n".join(
        part
        for head, below in numbers.items()
        for part in (f"## {head} Om ydelsen", *(f"{number} {LONG}" for number in below))
    )


def test_clauses_are_sections_below_their_headings() -> None:
    assert points(contract({"1.": ["1.1", "1.2", "1.2.1", "1.2.2", "1.3"], "2.": ["2.1."]})) == [
        (f"k/{number}", f"k/{number[0]}", f"punkt {number}")
        for number in ("1.1", "1.2", "1.2.1", "1.2.2", "1.3", "2.1")
    ]


def test_what_stands_below_a_clause_is_of_it() -> None:
    text = contract({"1.": ["1.1", "1.2", "1.3", "1.4", "1.5"]}) + "\n\nDet gælder også i ferien.\n"
    found = sections_of(read(text.encode(), "kontrakt.md"), "k")
    assert found[-1].text.text == f"{LONG}\n\nDet gælder også i ferien."


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
