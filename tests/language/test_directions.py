"""Parts of places by where they lie."""

from __future__ import annotations

import pytest

from strategikort.language.directions import parts_of_places
from strategikort.language.lexicon import Lexicon

LEXICON = Lexicon.open()


@pytest.mark.parametrize(
    ("words", "way"),
    [
        (["Vestjylland"], "vestlige Jylland"),
        (["Nordøstafrika"], "nordøstlige Afrika"),
        (["vestlige", "Jylland"], "Vestjylland"),
        (["vestlige", "del", "Jylland"], "Vestjylland"),
    ],
)
def test_a_part_of_a_place_is_said_in_two_ways(words: list[str], way: str) -> None:
    assert way in next(parts_of_places(words, LEXICON)).ways


@pytest.mark.parametrize(
    "words",
    [["Sydafrika"], ["sydlige", "Afrika"], ["nordisk"], ["Vesten"], ["vestlige", "lande"], ["syd"]],
)
def test_what_only_begins_so_is_no_part_of_a_place(words: list[str]) -> None:
    assert not [*parts_of_places(words, LEXICON)]
