"""Who has signed a text."""

from __future__ import annotations

import pytest

from strategikort.text.signatures import signature_of

BODY = "Kommunen bygger en ny havn.\n\nGod læselyst."


@pytest.mark.parametrize(
    ("end", "signed"),
    [
        ("Ida Holm\n\nBorgmester\n\nMaj 2024", "Ida Holm Borgmester Maj 2024"),
        ("Ida Bagger-Holm, borgmester i Ærø", "Ida Bagger-Holm, borgmester i Ærø"),
        ("Ida Holm      Per von Å\nBorgmester    Direktør", "Ida Holm      Per von Å Borgmester    Direktør"),
        ("Venlig hilsen\n\nI. K. Holm", "I. K. Holm"),
        ("Den er god.", ""),
        ("Det siger Ida Holm.", ""),
        ("Borgmester", ""),
        ("maj 2024", ""),
        ("Ida Holm\n\nbor i Marstal. Der er meget at se.", ""),
    ],
)  # fmt: skip
def test_a_text_is_signed_on_lines_of_their_own_at_its_end(end: str, signed: str) -> None:
    assert signature_of(f"{BODY}\n\n{end}") == signed


def test_a_name_alone_is_no_signed_text() -> None:
    assert signature_of("Ida Holm") == ""
