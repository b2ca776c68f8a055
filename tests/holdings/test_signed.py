"""What somebody says in one of the user's own documents."""

from __future__ import annotations

from tests.holdings.conftest import Adding, Program


def test_the_foreword_of_ones_own_document_is_signed(program: Program, add: Adding) -> None:
    add(
        "havn.md",
        "# Havneplan\n\n## Forord\n\nVi er glade for havnen, som skal drives af vinden.\n\n"
        "Der kommer færre biler i byen.\n\nGod læselyst.\n\nIda Skovmølle, borgmester\n\n"
        "## Biler\n\nBiler og flere biler holder på havnen, siger Ida Skovmølle.\n",
    )
    answer = program("søg", "Hvad siger Skovmølle om biler?", "--json").json
    assert [hit["title"] for hit in answer["results"]][:2] == ["Forord", "Biler"]
