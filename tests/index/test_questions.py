"""What a question asks for, and which passages have it."""

from __future__ import annotations

import pytest

from strategikort.index.questions import Asked, asked_for, has


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De 30 lande.", True),
        ("Det er ni af dem.", True),
        ("Det koster millioner.", True),
        ("Befolkningen stiger med en tredjedel.", True),
        # A word is no number for its first letters.
        ("Til tider tog trekanten tiltag på niveau.", False),
    ],
)
def test_a_number_is_a_word_of_its_own(text: str, expected: bool) -> None:
    assert asked_for(["hvor", "mange"]) is Asked.NUMBER
    assert has(text, Asked.NUMBER) is expected
