from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.citation.wording import chunks, keys, tokens

TEXT = st.text(
    st.sampled_from("abæøÅ13ﬁ• .,-–…»\"'’\n\t\u00a0\u00ad\u200b\u0301¹²()[]%"), max_size=60
)


@given(TEXT | st.text(max_size=60))
def test_pieces_have_the_same_tokens_as_the_whole(text: str) -> None:
    assert [key for chunk in chunks(text) for key in keys(chunk)] == keys(text)


@given(TEXT)
def test_tokens_stand_where_they_say(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end
        end = token.end
    assert end <= len(text)


@given(st.text(st.characters(categories=["Ll", "Lu", "Nd"]), min_size=1, max_size=12))
def test_the_unicode_form_does_not_matter(word: str) -> None:
    surfaces = [token.surface for token in tokens(unicodedata.normalize("NFC", word))]
    assert [token.surface for token in tokens(unicodedata.normalize("NFD", word))] == surfaces


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EU’s »grønne« mål", 'EU\'s "grønne"  mål'),
        ("verden .", "verden."),
        ("stra-\ntegi", "stra- tegi"),
        ("2023–2025", "2023-2025"),
        ("bl .a .", "bl.a."),
        ("vent . . .", "vent …"),
        ("kampagner²", "kampagner"),
        ("25 m², 3m³ og 9 km² CO₂", "25 m2, 3m3 og 9 km2 CO2"),
        ("oﬀentligt og eﬀektivt, ﬁre ﬂyvninger", "offentligt og effektivt, fire flyvninger"),
        ("mål: • fred • frihed", "mål: fred frihed"),
        ("\uf0b7 fred", "fred"),
        ("sam\u200bar\u00adbejde \ufeffom\u200e fred", "samarbejde om fred"),
    ],
)
def test_what_is_not_wording(one: str, other: str) -> None:
    assert [token.surface for token in tokens(one)] == [token.surface for token in tokens(other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("i gang", "igang"),
        ("10²", "102"),
        ("EU²", "EU2"),
        ("1,5", "1.5"),
        ("udenrigs- og sikkerhedspolitik", "udenrigs og sikkerhedspolitik"),
        ("Rådet", "rådet"),
        ("km²", "km"),
        ("ja, og", "ja og"),
    ],
)
def test_what_is_wording(one: str, other: str) -> None:
    assert [token.surface for token in tokens(one)] != [token.surface for token in tokens(other)]
