"""Compiling a Hunspell dictionary, and reading the result."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.language import automaton
from strategikort.language.compile import FIELD_WORDS, compile_words, kind, main, source
from strategikort.language.lexicon import Lexicon
from strategikort.language.store import write
from strategikort.language.words import COMBINING, DATA, LEXICON_FILE, WordList

AFF = """SET UTF-8
SFX 2 Y 3
SFX 2 0 n/34 e
SFX 2 0 en/34 [^e]
SFX 2 0 ens/34 [^e]
SFX 11 Y 2
SFX 11 0 r/34 e
SFX 11 0 er/34 [^e]
SFX 10 Y 1
SFX 10 0 s/34 [^sxz]
SFX 29 Y 1
SFX 29 0 s/32,35,36 .
SFX 39 Y 1
SFX 39 0 0/35,34 .
"""
DIC = """9
forsyning/2,10,11,39,29
kæde/2,10,11,39
skæde/2,10,11,39
tage al:tager ph:taje
tager st:tage
kortlægge al:lægge al:kortlagde
lægge st:kortlægge
lagde st:kortlægge
løb/6
"""


def compiled(tmp_path: Path) -> Path:
    (tmp_path / "dic").write_text(DIC, encoding="utf-8")
    (tmp_path / "aff").write_text(AFF, encoding="utf-8")
    target = tmp_path / "lexicon.bin"
    assert main([str(tmp_path / "dic"), str(tmp_path / "aff"), "--output", str(target)]) == 0
    return target


def test_compiled_dictionary_gives_lemmas_and_parts(tmp_path: Path) -> None:
    lexicon = Lexicon.open(compiled(tmp_path))
    assert lexicon.lemmas("forsyningens") == ("forsyning",)
    assert lexicon.lemmas("tager") == ("tage",)
    assert lexicon.lemmas("løb") == ()
    # The dictionary has lost the beginning of these.
    assert lexicon.lemmas("kortlagde") == ("kortlægge",)
    assert lexicon.lemmas("lagde") == ()
    # The linking -s- belongs to forsyning: never forsyning + skæde.
    assert lexicon.split("forsyningskæder") == ("forsyning", "kæde")


def test_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    first = compiled(tmp_path).read_bytes()
    assert compiled(tmp_path).read_bytes() == first
    lines = DIC.splitlines()
    assert compile_words(lines, AFF.splitlines()) == compile_words(lines[::-1], AFF.splitlines())


@pytest.mark.parametrize(
    ("flags", "word", "letter"),
    [
        ({"1", "23"}, "løbe", "v"),
        ({"23", "2"}, "grøn", "j"),
        ({"2"}, "mælk", "a"),
        ({"19"}, "hest", "b"),
        ({"2", "11"}, "kæde", "c"),
        ({"2", "48"}, "sko", "d"),
        ({"2", "13"}, "lærer", "e"),
        ({"4"}, "smør", "k"),
        ({"4", "5"}, "bord", "l"),
        ({"11"}, "forældre", "u"),
        ({"74"}, "søskende", "u"),
        ({"10"}, "Danmark", "p"),
        ({"10"}, "hurtigt", "-"),
        (set(), "", "-"),
    ],
)
def test_kinds_of_words(flags: set[str], word: str, letter: str) -> None:
    assert kind(frozenset(flags), word) == letter


def lexicon_of(tmp_path: Path, dic: str, aff: str = AFF) -> Lexicon:
    words = compile_words(dic.splitlines(), aff.splitlines())
    write(tmp_path / "ord.bin", automaton.build(words), "")
    return Lexicon.open(tmp_path / "ord.bin")


def test_plurals_with_another_vowel_belong_to_their_singular(tmp_path: Path) -> None:
    lexicon = lexicon_of(tmp_path, "landmand/2\nlandmænd/74\nnordmænd/74\npenge/74\n")
    assert lexicon.lemmas("landmænd") == ("landmand",)
    # Without its singular in the dictionary, and with none at all.
    assert lexicon.lemmas("nordmænd") == ("nordmænd",)
    assert lexicon.lemmas("penge") == ("penge",)


def test_plurals_with_foreign_endings_belong_to_their_singular(tmp_path: Path) -> None:
    lexicon = lexicon_of(
        tmp_path,
        "risiko/2\nrisici/74\nforum/2\nfora/74\nkollega/2\nkolleger/74\nhimmel/2\nhimle/74\n"
        "mor/2\nmoder/2\nmødre/74\ntrussel/2\ntrusser/74\nfaciliteter/74\n",
    )
    assert lexicon.lemmas("risici") == ("risiko",)
    assert lexicon.lemmas("fora") == ("forum",)
    assert lexicon.lemmas("kolleger") == ("kollega",)
    assert lexicon.lemmas("himle") == ("himmel",)
    assert set(lexicon.lemmas("mødre")) == {"mor", "moder"}
    assert lexicon.lemmas("trusser") == ("trusser",)
    assert lexicon.lemmas("faciliteter") == ("faciliteter",)


def test_prefixes_belong_to_the_word_that_they_are_made_of(tmp_path: Path) -> None:
    lexicon = lexicon_of(
        tmp_path,
        "handel/2,10\nhandels-/81,32\nafro-/81,32\nkæde/2,11,39\npolitik/2,39\n",
        AFF + "SFX 81 Y 1\nSFX 81 - 0/32,35,36 -\n",
    )
    assert lexicon.split("handelspolitik") == ("handel", "politik")
    assert lexicon.split("afropolitik") == ("afro", "politik")
    assert lexicon.lemmas("afro") == ()


def test_endings_only_close_compounds(tmp_path: Path) -> None:
    lexicon = lexicon_of(tmp_path, "fagre/32,35\n-årig/23,39\nkæde/2,11,39\n")
    assert lexicon.lemmas("årig") == ()
    assert lexicon.split("fagreårig") == ("fagre", "årig")


def test_words_that_cannot_be_written_down_are_left_out(tmp_path: Path) -> None:
    """Those with digits, forbidden ones, those that need an ending, those in other letters."""
    dic = "co2/2\ntaw/2,6\nløb/2,8\nłódź/2\nby/2,10\n"
    lexicon = lexicon_of(tmp_path, dic)
    for word in ("co2", "taw", "løb", "łódź"):
        assert lexicon.lemmas(word) == (), word
    assert lexicon.lemmas("løben") == ("løb",)
    assert lexicon.lemmas("bys") == ("by",)


def test_shipped_data_was_made_from_the_shipped_sources() -> None:
    about = json.loads(WordList(LEXICON_FILE).about)
    files = {"dic": DATA / "da_DK.dic.xz", "aff": DATA / "da_DK.aff.xz", "fagord.dic": FIELD_WORDS}
    for name, path in files.items():
        assert about["sources"][name] == hashlib.sha256(source(path)).hexdigest()
    assert about["licence"] == "MPL-1.1"
    assert LEXICON_FILE.stat().st_size < 5_000_000


@given(st.sets(st.binary(min_size=1, max_size=6)))
def test_what_goes_into_the_automaton_comes_out(words: set[bytes]) -> None:
    arcs = automaton.build(sorted(words))
    expected = sorted(words)
    assert list(automaton.completions(arcs, automaton.ROOT)) == expected


@given(
    st.sets(st.text(alphabet="abæ", min_size=1, max_size=5)), st.text(alphabet="abæ", max_size=8)
)
def test_walk_finds_the_words_that_a_stretch_begins_with(words: set[str], text: str) -> None:
    entries = sorted(word.encode("latin-1") + bytes((COMBINING, ord("a"), 0x20)) for word in words)
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "ord.bin", automaton.build(entries), "")
        found, whole = WordList(Path(folder) / "ord.bin").walk(text)
    ends = range(1, len(text) + 1)
    assert [end for end, _ in found] == [end for end in ends if text[:end] in words]
    assert bool(whole and whole.combining) == (text in words)


def test_words_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="out of order"):
        automaton.build([b"b", b"a"])


def test_more_words_than_an_arc_can_point_to_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(automaton, "_SHIFT", 28)
    with pytest.raises(ValueError, match="17 arcs are more than an arc can point to"):
        automaton.build([bytes((letter,)) for letter in range(16)])
    assert len(automaton.build([bytes((letter,)) for letter in range(14)])) == 15
