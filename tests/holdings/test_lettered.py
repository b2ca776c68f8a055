"""Elements of lists under numbered points are cited by their letters where they have any."""

from __future__ import annotations

import pytest

from tests.holdings.conftest import Program, Shelf, checked

LONG = (
    "Ministeriet skal hvert år inden den 1. maj fremlægge en redegørelse for udviklingen i de "
    "kommunale udgifter til området og for fordelingen mellem land og by."
)
LISTS = {
    2: "a) udgifterne til skoler,\n\nb) udgifterne til ældrepleje, og\n\nc) udgifterne til veje.",
    3: "1) en ny vej,\n\n2) en ny bro.",
    4: "- den ene streg,\n\n- den anden streg.",
    5: "a) udgift til bus,\n\nb) udgift til tog.\n\nOg for øerne:\n\na) udgift til færger.",
}


@pytest.fixture
def paper(shelf: Shelf) -> str:
    """A paper whose points have lists of several kinds."""
    points = [f"{n}. {LONG}\n\n{LISTS.get(n, '')}\n" for n in range(1, 7)]
    shelf(("papir.md", "\n".join(["# Kommunernes papir\n", *points])))
    return "Kommunernes papir"


@pytest.mark.parametrize(
    ("section", "cited"),
    [
        ("2/2", "punkt 2, litra b"),
        ("3/1", "punkt 3, 1. led"),
        ("4/2", "punkt 4, 2. led"),
        ("5/3", "punkt 5, 3. led"),
    ],
)
def test_a_citation_names_an_element_as_the_text_does(
    program: Program, paper: str, section: str, cited: str
) -> None:
    (found,) = checked(program, "vis", f"kommunernes-papir/{section}")["sections"]
    assert f", {cited}, l. " in found["citation"]
    assert ("number" in found["derived"]) == cited.endswith("led")
    (again,) = checked(program, "vis", f"{paper}, {cited}")["sections"]
    assert again["id"] == found["id"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("punkt 2, litra a-b", ["2/1", "2/2"]),
        ("punkt 2, litra a og c", ["2/1", "2/3"]),
        ("punkt 2, 3. led", ["2/3"]),
    ],
)
def test_elements_are_found_by_their_letters(
    program: Program, paper: str, asked: str, found: list[str]
) -> None:
    sections = checked(program, "vis", f"{paper}, {asked}")["sections"]
    assert [item["id"] for item in sections] == [f"kommunernes-papir/{name}" for name in found]


def test_a_letter_that_is_not_there_is_said(program: Program, paper: str) -> None:
    outcome = program("vis", f"{paper}, punkt 2, litra f")
    assert outcome.status != 0
    assert "Der er ikke litra f i punkt 2; der er litra a-c." in outcome.err
    # Two rows: which a is meant is not told.
    assert program("vis", f"{paper}, punkt 5, litra a").status != 0
