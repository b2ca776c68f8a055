"""Numbered paragraphs of reports and guidance, and numbers in laws, as people name them."""

from __future__ import annotations

import pytest

from tests.holdings.conftest import Program, Shelf

LONG = (
    "Undersøgelsen viser, at en stor del af restancerne havde mindst én fejl, og at fejlene i"
    " gennemsnit først blev opdaget efter mere end et år, hvor der intet skete"
)


@pytest.fixture
def report(shelf: Shelf) -> str:
    """A report whose chapters and whose paragraphs are numbered, each for themselves."""
    points = [f"{n}. {LONG}, nr. {n}." for n in range(1, 10)]
    points[2] = f"{points[2]}\n\n- Er de korrekte?\n\n- Er de nye?"
    text = ["Beretning om restancer 2024", "1 Indledning", *points[:3], "2 Resultater"]
    text += [*points[3:6], "3 Konklusion", *points[6:]]
    shelf(("beretning.txt", "\n\n".join(text)))
    return "beretning-om-restancer-2024"


@pytest.mark.parametrize(
    ("reference", "cited"),
    [
        ("{}, pkt. 2", "punkt 2"),
        ("{}, punkt 2", "punkt 2"),
        ("punkt 2 i beretningen", "punkt 2"),
        ("beretningens pkt. 8", "punkt 8"),
        ("beretningen om restancer, pkt. 5", "punkt 5"),
        ("{} kapitel 2", "kapitel 2"),
    ],
)
def test_a_point_is_found_also_where_chapters_have_its_number(
    program: Program, report: str, reference: str, cited: str
) -> None:
    assert f", {cited}, l. " in program("citér", reference.format(report)).out


def test_a_point_of_no_document_is_not_taken_for_that_of_one_of_several(
    program: Program, report: str
) -> None:
    found = program("citér", "pkt. 8")
    assert found.out == ""
    assert "rk/8" in found.err
    assert f"{report}/3/8" in found.err


@pytest.mark.parametrize(
    ("reference", "cited"),
    [
        ("§ 1, nr. 2", "§ 1, stk. 1, nr. 2, l. 7"),
        ("§ 1, litra b", "§ 1, l."),
        ("§ 1, stk. 2", "§ 1, stk. 2, l."),
    ],
)
def test_a_number_in_a_section_of_a_law_is_no_subsection(
    program: Program, shelf: Shelf, reference: str, cited: str
) -> None:
    law = "Bekendtgørelse om vand\n\n§ 1. Loven gælder\n\n1) vand og\n\n2) luft.\n\nStk. 2. Den"
    law += " gælder ikke is.\n\n§ 2. Den træder i kraft i dag.\n"
    shelf(("bek.txt", law))
    assert cited in program("citér", reference).out
    assert cited in program("citér", f"bekendtgørelsens {reference}").out
