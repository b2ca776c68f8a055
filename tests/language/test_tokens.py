"""Words of a text and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.language.tokens import hyphenated, joined, tokenize

SIGNS = st.text(alphabet="aåæøÆÅes’'-.,/:§% \n\u00ad\u030a\u0308bl37EU_", max_size=40)


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Danmarks økonomi, år for år.", ["Danmarks", "økonomi", "år", "for", "år"]),
        ("NATO’s og EU's", ["NATO", "og", "EU"]),
        ("EU'S OG NATO’S 1990’ERNE", ["EU", "OG", "NATO", "1990’ERNE"]),
        ("kunstig intelligens’ rolle", ["kunstig", "intelligens", "rolle"]),
        ("SDG'erne og NGO’er", ["SDG", "og", "NGO"]),
        ("tech-diplomati", ["tech", "diplomati"]),
        ("cyberspionage og -kriminalitet", ["cyberspionage", "og", "kriminalitet"]),
        ("3.037 og 415,62 og 1,5-graders", ["3.037", "og", "415,62", "og", "1,5", "graders"]),
        ("24/7, 11406/22", ["24/7", "11406/22"]),
        ("1.000.000kr.", ["1.000.000", "kr"]),
        ("§ 3, stk. 2", ["§", "3", "stk", "2"]),
        ("bl.a. i dag, f.eks. U.S.A.", ["bl.a", "i", "dag", "f.eks", "U.S.A"]),
        ("om EU.Det er", ["om", "EU", "Det", "er"]),
        ("a_b e-mail 24.", ["a", "b", "e", "mail", "24"]),
        ("stra\u00adtegi r\u0061\u030ad", ["stra\u00adtegi", "r\u0061\u030ad"]),
        ("ένα два 5G CO₂ 2 %", ["ένα", "два", "5G", "CO₂", "2", "%"]),
        ("", []),
        (" . , – ’s' \u0301", ["s"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_hyphenated_words_are_known_to_have_been_one() -> None:
    text = "en tech-diplomatisk by, udenrigs- og life-science-klynge – ja"
    tokens = tokenize(text)
    runs = hyphenated(text, tokens)
    assert [[t.text for t in tokens[a:b]] for a, b in runs] == [
        ["tech", "diplomatisk"],
        ["life", "science", "klynge"],
    ]
    assert [word for _, _, word in joined(text, tokens)] == ["techdiplomatisk", "lifescienceklynge"]


@given(st.one_of(st.text(max_size=60), SIGNS))
def test_offsets_give_the_word(text: str) -> None:
    position = 0
    for token in tokenize(text):
        assert position <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == token.text
        position = token.end


@given(st.one_of(st.text(max_size=60), SIGNS))
def test_every_letter_and_digit_is_in_a_word_or_an_ending(text: str) -> None:
    inside = {at for token in tokenize(text) for at in range(token.start, token.end)}
    for at, sign in enumerate(text):
        if at in inside or not sign.isalnum():
            continue
        before = text[:at].rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZſ")
        assert before[-1:] in {"'", "’", "ʼ"}


@given(SIGNS)
def test_hyphenated_runs_are_ordered_and_real(text: str) -> None:
    tokens = tokenize(text)
    end = 0
    for first, last in hyphenated(text, tokens):
        assert end <= first < last - 1 < len(tokens)
        assert all(text[tokens[i].end] in "-‐‑" for i in range(first, last - 1))
        end = last
