"""Questions to documents of the user's own that other documents and sections look like."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Program
from tests.holdings.conftest import Shelf


@pytest.fixture
def plan(shelf: Shelf) -> Callable[..., None]:
    """Add a document of these paragraphs, whose id is ``plan``."""
    return lambda *said: shelf(("plan.md", "\n\n".join(["# Plan", *said, ""])))


def test_a_paragraph_with_another_number_is_no_answer(
    program: Program, plan: Callable[..., None]
) -> None:
    plan("Det følger af paragraf 12 i loven.", "Se også § 5 om frister.")
    assert program("søg", "§ 3").status == 1
    (hit,) = program("søg", "§ 12", "--json").json["results"]
    assert "paragraf 12" in hit["text"]
    (hit,) = program("søg", "paragraf 5", "--json").json["results"]
    assert "§ 5" in hit["text"]


@pytest.mark.parametrize(
    ("text", "subject", "how"),
    [
        ("Der er forskel på køn og alder.", "koen", "kindred"),
        ("Der er forskel på køn og alder.", "køn", "itself"),
        ("Bonden malker koen hver dag.", "koen", "itself"),
        ("Bonden malker koen hver dag.", "køn", "kindred"),
        ("En foerer har ansvaret.", "fører", "itself"),
        ("En fører har ansvaret.", "foerer", "itself"),
        ("Aarhus vokser.", "Århus", "itself"),
    ],
)
def test_the_letters_tell_which_word_it_is(
    program: Program, plan: Callable[..., None], text: str, subject: str, how: str
) -> None:
    plan(text)
    found = program("fravær", subject, "-d", "plan", "--json").json["presence"]
    assert [item["how"] for item in found] == [how]


def test_the_noun_of_a_fixed_expression_is_no_part_of_a_compound(
    program: Program, plan: Callable[..., None]
) -> None:
    plan(
        "## Et",
        "Vi siger nej til atomkraft.",
        "## To",
        "I kraft af reformen sparer kommunen penge.",
        "## Tre",
        "Vandet har en kraft, som driver møllen.",
        *(
            f"## Fra {number}\n\nSkoven blev fældet, og der blev plantet ny."
            for number in range(60)
        ),
    )
    options = ("-d", "plan", "--json")
    texts = [hit["text"] for hit in program("søg", "atomkraft", *options).json["results"]]
    assert texts == ["Vi siger nej til atomkraft.", "Vandet har en kraft, som driver møllen."]
    texts = [hit["text"] for hit in program("søg", "kraft", *options).json["results"]]
    assert "I kraft af reformen sparer kommunen penge." in texts
