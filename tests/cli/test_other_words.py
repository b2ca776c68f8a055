"""Words that people try for the commands, and where these lead."""

from __future__ import annotations

import pytest

from strategikort.cli.app import app


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("search", "søg"),
        ("Find", "søg"),
        ("slet", "fjern"),
        ("tjek", "verificér"),
        ("diff", "forskel"),
    ],
)
def test_other_words_lead_to_the_command(typed: str, meant: str) -> None:
    assert app.find(typed) is None
    assert app.near(typed) == (meant,)


def test_no_other_word_is_the_name_of_a_command() -> None:
    assert not [word for word in app._other_words if app.find(word)]
