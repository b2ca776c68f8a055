"""The language of a text by its words, and where these are few."""

from __future__ import annotations

import pytest

from strategikort.readers.cues.languages import language_of

LIST = "Oversigt over kommunernes overgang. " + "Redaktør Webmaster Svendborg Odense " * 40
FEW = "Alle har endnu ikke meddelt en dato. Er det gået i drift til og med uge."


@pytest.mark.parametrize(
    ("text", "stated", "found"),
    [
        (LIST + FEW, "en", "da"),  # programs state their own language
        (LIST + FEW, "da", None),
        (LIST + FEW, None, None),
        (LIST, "en", None),
        (LIST + " the of and to in is that", "en", None),
        (FEW * 3, None, "da"),
        (FEW * 3, "en", "da"),
    ],
)
def test_a_list_has_few_words_that_tell(text: str, stated: str | None, found: str | None) -> None:
    assert language_of(text, stated) == found
