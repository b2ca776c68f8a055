"""What is near a word of a query follows what answers it."""

from __future__ import annotations

from strategikort.index.filters import Filters
from strategikort.index.words import RELATED
from tests.index.test_retrieval import found, searcher

REST = [f"Der sker ikke noget den dag, nummer {n}." for n in range(60)]


def test_the_parts_of_a_compound_that_is_written_apart_follow_it() -> None:
    index = searcher(
        "Landets genopbygning begynder nu, og firmaer kan byde ind.",
        "Danmark yder støtte til landets genopbygning.",
        *REST,
    )
    assert found(index, "genopbygningsstøtte") == [2, 1]


def test_a_form_of_two_words_is_of_the_likelier_where_that_is_there() -> None:
    promoting, strange = "Vi vil fremme freden.", "Truslen fra fremmede stater er stor."
    index = searcher(promoting, strange, *REST)
    assert found(index, "fremmede") == [2, 1]
    (group,) = index.search("fremmede", Filters()).expansion.groups
    assert group.passages == 1
    (answer,) = searcher(promoting, *REST).search("fremmede", Filters()).scored
    (match,) = answer.found
    assert match.weight > RELATED
