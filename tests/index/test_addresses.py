"""Words inside web addresses: nobody says those, but an address may be looked for."""

from __future__ import annotations

import pytest

from tests.index.small import found, searcher

ADDRESS = "Læs mere her: https://www.consilium.europa.eu/da/press/aftaler/council-approves/"


def test_what_is_said_goes_before_what_an_address_has() -> None:
    said = "Her er det meste af Europa med til det, som nu skal aftales, og Danmark er det."
    index = searcher(f"{ADDRESS} og Danmark.", said)
    assert found(index, "Europa Danmark") == [2, 1]


def test_the_words_of_an_address_stand_for_no_other_word() -> None:
    index = searcher(ADDRESS, "Noget helt andet.")
    assert found(index, "aftaler") == [1]
    assert found(index, "aftale") == []


@pytest.mark.parametrize("query", ["consilium", "council-approves", "consilium.europa.eu"])
def test_an_address_is_found_as_it_stands(query: str) -> None:
    assert found(searcher(ADDRESS, "Noget helt andet."), query) == [1]
