"""Keys under which spellings of one word meet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.language.fold import fold, loose, normalize

SIGNS = st.text(alphabet="aåæøÆÅäöeoAEO\u030a\u0308\u00ad.’ßİıéſK㎏", max_size=20)


@pytest.mark.parametrize(
    "words",
    [
        ("økonomi", "oekonomi", "ökonomi", "ØKONOMI", "o\u0308konomi", "Øko\u00adnomi"),
        ("rådskonklusion", "raadskonklusion", "r\u0061\u030adskonklusion", "RÅDSKONKLUSION"),
        ("værdi", "vaerdi", "värdi"),
        ("bl.a", "BLA"),
        ("EU’s", "EU's"),
    ],
)
def test_strict_key_takes_ways_of_typing_together(words: tuple[str, ...]) -> None:
    assert len({fold(word) for word in words}) == 1
    assert len({loose(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("år", "ar"), ("får", "far"), ("råd", "rad"), ("økonomi", "okonomi"), ("værdi", "vardi"),
     ("idé", "ide"), ("3.037", "3037"), ("rådskonklusion", "radskonklusion")],
)  # fmt: skip
def test_plain_spellings_meet_only_in_the_loose_key(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert loose(one) == loose(other)


@pytest.mark.parametrize("dots", [1, 7, 30])
def test_an_abbreviation_of_any_length_has_one_key(dots: int) -> None:
    word = "a." * dots + "b"
    assert fold(word) == fold(fold(word))
    assert "." not in fold(word)


@pytest.mark.parametrize(("one", "other"), [("by", "bi"), ("415,62", "41562"), ("mål", "møl")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert loose(one) != loose(other)


@given(st.one_of(st.text(max_size=20), SIGNS))
def test_folding_a_key_gives_the_key(word: str) -> None:
    assert fold(fold(word)) == fold(word)
    assert loose(loose(word)) == loose(word)
    assert normalize(normalize(word)) == normalize(word)


@given(st.one_of(st.text(max_size=20), SIGNS))
def test_keys_do_not_depend_on_case_or_composition(word: str) -> None:
    assert loose(fold(word)) == loose(word)
    assert fold(unicodedata.normalize("NFD", word)) == fold(word)
    assert fold(unicodedata.normalize("NFC", word)) == fold(word)


@given(st.text(alphabet="abcæøåABCÆØÅ éü-.", max_size=20))
def test_upper_case_has_the_same_key(word: str) -> None:
    assert fold(word.upper()) == fold(word)


def test_normalize() -> None:
    assert normalize("r\u0061\u030ad\u00adets NATO’s EU\u2011s") == "rådets NATO's EU-s"
