"""The quick pattern and the full one find the same words where no dotted abbreviation stands."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from strategikort.language.tokens import _pattern, tokenize


@given(st.text(alphabet="abæ EU.,'’s1924/-\u00ad\u0301§", max_size=60))
def test_patterns_agree(text: str) -> None:
    if not re.search(r"[^\W\d_]\.[^\W\d_]", text):
        quick, full = _pattern(False), _pattern(True)
        assert [m.span(1) for m in quick.finditer(text)] == [m.span(1) for m in full.finditer(text)]


def test_abbreviations_are_still_words() -> None:
    assert [token.text for token in tokenize("bl.a. i U.S.A. og f.eks. EU.Det")] == [
        "bl.a",
        "i",
        "U.S.A",
        "og",
        "f.eks",
        "EU",
        "Det",
    ]
