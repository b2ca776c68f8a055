"""Halves of compounds that the writer left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.language.lexicon import Lexicon
from strategikort.language.suspended import suspended
from strategikort.language.tokens import tokenize

LEXICON = Lexicon.open()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cyberspionage og -kriminalitet", ["cyberkriminalitet"]),
        ("forsynings- og værdikæder", ["forsyningskæder"]),
        ("handels-, udviklings- og forsvarspolitik", ["handelspolitik", "udviklingspolitik"]),
        ("udenrigs- \nog sikkerhedspolitiske", ["udenrigspolitiske"]),
        ("innovations-, sikkerheds- og menneskerettighedsdagsordenen",
         ["innovationsdagsordenen", "sikkerhedsdagsordenen"]),
        ("menneske- og naturskabte kriser", ["menneskeskabte"]),
        ("vidensopbygning og -deling", ["vidensdeling"]),
        ("cyber- og tech-ambassadører", ["cyberambassadører"]),
        ("stats- og regeringschefsniveau", ["statschefsniveau"]),
        ("på komité-/arbejdsgruppeniveau", ["komiténiveau"]),
        ("tech-diplomati og EU-politik", []),
        ("2025-|2026 er derfor", []),
        ("kerne-   prioritet at styrke", []),
        ("cyber- og tech--ambassadører", []),
        ("cyber- og tech-", []),
        ("cyberspionage, hurtig og -kriminalitet", ["cyberkriminalitet"]),
        ("hurtig og -kriminalitet", []),
        ("cyberspionage, forsyningskæde og -xyzzy", []),
        ("cyberspionage. Så -kriminalitet", []),
        ("xyzzy- og sikkerhedspolitik", []),
        ("- og -", []),
        ("Nord- og Østersøen", ["Nordsøen"]),
    ],
)  # fmt: skip
def test_halves_are_completed_where_it_can_be_proven(text: str, words: list[str]) -> None:
    assert [word for _, word in suspended(text, tokenize(text), LEXICON)] == words


@given(st.lists(st.sampled_from(["forsynings-", "og", "værdikæder", ",", "-", "-deling", ". "])))
def test_indices_are_those_of_tokens(pieces: list[str]) -> None:
    text = " ".join(pieces)
    tokens = tokenize(text)
    for index, word in suspended(text, tokens, LEXICON):
        assert 0 <= index < len(tokens)
        half = tokens[index].text
        assert word.startswith(half) or word.endswith(half)
