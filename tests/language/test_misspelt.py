"""What words may be misspelt for, by the word list alone."""

from __future__ import annotations

import pytest

from strategikort.language.lexicon import Lexicon
from strategikort.language.misspelt import Misspelt


@pytest.fixture(scope="module")
def misspelt() -> Misspelt:
    return Misspelt(Lexicon.open())


def test_what_is_too_long_to_be_a_word_is_like_none(misspelt: Misspelt) -> None:
    assert "terrorisme" in misspelt.near("terorisme")
    assert misspelt.near("sikkerhed" * 1_000 + "terorisme") == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("sprænt", "sprængt"), ("flytninge", "flygtninge"), ("fårhandle", "forhandle"),
     ("attasjé", "attaché"), ("udvexling", "udveksling"), ("verdifulle", "værdifulde"),
     ("diplomatene", "diplomaterne"), ("bankere", "banker"), ("terroristere", "terrorister"),
     ("raudgivere", "rådgivere"), ("skrobeluige", "skrøbelige"), ("rigsfallseskabet", "rigsfællesskabet"),
     ("rigsfaelleskabet", "rigsfællesskabet"), ("sagsomkostnigner", "sagsomkostninger")],
)  # fmt: skip
def test_a_word_may_be_spelt_by_ear_or_without_danish_letters(
    misspelt: Misspelt, typed: str, meant: str
) -> None:
    assert misspelt.near(typed) == [meant]


def test_a_word_that_is_like_many_is_taken_for_none(misspelt: Misspelt) -> None:
    assert misspelt.near("bame") == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [("nodhjalp", ["nødhjælp"]), ("radgivning", ["rådgivning"]),
     ("nodhjaelp", ["nødhjælp"]), ("Sydostasien", ["Sydøstasien"]),
     ("vindkaft", []), ("xyzzo", [])],
)  # fmt: skip
def test_danish_letters_are_put_back(misspelt: Misspelt, typed: str, words: list[str]) -> None:
    assert misspelt.typed_plainly(typed) == words


def test_danish_letters_are_put_back_in_compounds(misspelt: Misspelt) -> None:
    assert misspelt.compounds_typed_plainly("losepengevirus") == ["løsepengevirus"]
    assert misspelt.compounds_typed_plainly("lo" * 5_000) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("krigsafsludtning", ["krigsafslutning"]),
        ("cybreforsvar", ["cyberforsvar"]),
        ("sikkarhedsrådskandidatur", ["sikkerhedsrådskandidatur"]),
        ("ulandsstrateggi", ["ulandsstrategi"]),
        ("attasjéstillinger", ["attachéstillinger"]),
        ("ambassadyrnetværk", ["ambassadørnetværk"]),
        ("ciberambassadørnetværk", ["cyberambassadørnetværk"]),
        ("loftestaniger", ["løftestanger", "løftestænger"]),
        ("boernebskyttelse", ["børnebeskyttelse"]),
        ("kvantehubden", []),
        ("københavnerkriterier", []),
        ("xyzzybla", []),
    ],
)
def test_a_compound_with_an_error_in_a_part(
    misspelt: Misspelt, typed: str, meant: list[str]
) -> None:
    assert misspelt.compounds_near(typed) == meant
