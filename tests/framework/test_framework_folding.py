"""Spellings of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.cli.framework.folding import ascii_spelling, fold, nearest
from strategikort.cli.framework.streams import transliterate
from strategikort.text.safe import repair, shown

NAMES = st.text(alphabet="aeoxyzæøåéèüÆØÅ-\u030a\u0301", max_size=12) | st.text(max_size=12)


@given(NAMES)
def test_folding_a_key_gives_the_key(name):
    assert fold(fold(name)) == fold(name)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøåé-", max_size=12))
def test_every_keyboard_types_the_same_name(name):
    import unicodedata

    key = fold(name)
    assert fold(name.upper()) == key
    assert fold(unicodedata.normalize("NFD", name)) == key
    assert fold(ascii_spelling(name)) == key
    assert ascii_spelling(name).isascii()


@given(st.text(alphabet=st.characters(), max_size=20) | st.binary(max_size=20))
def test_anything_on_a_command_line_can_be_repaired_and_shown(word):
    text = word if isinstance(word, str) else word.decode("utf-8", "surrogateescape")
    repair(text).encode("utf-8")
    assert shown(text).isprintable()


@given(st.text(max_size=30))
def test_transliteration_is_ascii(text):
    assert transliterate(text).isascii()


@pytest.mark.parametrize(
    ("raw", "read"), [(b"s\xf8g", "søg"), ("søg".encode(), "søg"), (b"\xe6 \xc3\xa6", "æ æ")]
)
def test_bytes_of_an_older_terminal(raw, read):
    assert repair(raw.decode("utf-8", "surrogateescape")) == read


def test_nearest_names():
    names = ["søg", "sammenlign", "status", "skema", "tilføj", "dokumenter"]
    assert nearest("soge", names)[0] == "søg"
    assert nearest("dok", names) == ("dokumenter",)
    assert nearest("TILFOEJ", names) == ("tilføj",)
    assert nearest("qqqq", names) == ()
    assert nearest("", names) == ()
