"""What is near a word of a query follows what answers it."""

from __future__ import annotations

from tests.index.test_retrieval import found, searcher

REST = [f"Der sker ikke noget den dag, nummer {n}." for n in range(60)]


def test_the_parts_of_a_compound_that_is_written_apart_follow_it() -> None:
    index = searcher(
        "Landets genopbygning begynder nu, og firmaer kan byde ind.",
        "Danmark yder støtte til landets genopbygning.",
        *REST,
    )
    assert found(index, "genopbygningsstøtte") == [2, 1]
