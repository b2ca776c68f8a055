"""The Snowball stemmer against the results of the published implementation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.language.snowball import stem


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("indsats", "indsat"), ("indsatsen", "indsats"), ("virksomhederne", "virksomhed"),
        ("digitale", "digital"), ("digitalt", "digitalt"), ("robusthed", "robust"),
        ("udviklingen", "udvikling"), ("arbejdsløst", "arbejdsløs"), ("venligst", "ven"),
        ("bestemmelserne", "bestem"), ("kattene", "kat"), ("undersøgte", "undersøg"),
        ("buzz", "buzz"), ("by", "by"), ("", ""), ("ø", "ø"),
    ],
)  # fmt: skip
def test_stems(word: str, expected: str) -> None:
    assert stem(word) == expected


@given(st.text(alphabet="abdeghilnrstæøå", max_size=20))
def test_a_stem_is_the_beginning_of_its_word(word: str) -> None:
    assert word.startswith(stem(word))
