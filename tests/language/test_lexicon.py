"""Lemmas and compounds, measured on hand-labelled words."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.errors import StrategikortError
from strategikort.language import compounds
from strategikort.language.lexicon import Lexicon
from strategikort.language.words import NUMERALS

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.open()


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if not line.startswith("#")]


def score(found: int, wrong: int, missed: int) -> tuple[float, float]:
    return found / (found + wrong), found / (found + missed)


def test_inflection_of_labelled_words(lexicon: Lexicon) -> None:
    groups = [row[1:] for row in rows("words.tsv") if row[0] == "="]
    forms = [(form, number) for number, group in enumerate(groups) for form in group]
    lemmas = {form: set(lexicon.analyze(form).lemmas) for form, _ in forms}
    count: Counter[tuple[bool, bool]] = Counter()
    for (one, first), (other, second) in combinations(forms, 2):
        count[bool(lemmas[one] & lemmas[other]), first == second] += 1
    precision, recall = score(count[True, True], count[True, False], count[False, True])
    assert len(forms) > 200
    assert precision >= 0.99
    assert recall >= 0.99


def compound_score(lexicon: Lexicon, name: str) -> tuple[float, float, float]:
    labelled = {row[1]: Counter(row[2:]) for row in rows(name) if row[0] in "+-"}
    found = wrong = missed = right = 0
    for word, parts in labelled.items():
        got = Counter(lexicon.split(word))
        hits = (got & parts).total()
        found, wrong = found + hits, wrong + got.total() - hits
        missed += parts.total() - hits
        right += got == parts
    assert len(labelled) >= 115
    return (*score(found, wrong, missed), right / len(labelled))


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("SDGerne", "sdg"),
        ("cprnumre", "cprnummer"),
        ("coformænd", "coformand"),
        ("1990ernes", "1990erne"),
    ],
)
def test_what_stands_before_an_ending_or_a_listed_noun(
    lexicon: Lexicon, form: str, lemma: str
) -> None:
    assert lexicon.analyze(form).lemmas[0] == lemma


def test_parts_of_labelled_words(lexicon: Lexicon) -> None:
    precision, recall, right = compound_score(lexicon, "words.tsv")
    assert precision >= 0.98
    assert recall >= 0.98
    assert right >= 0.98


def test_parts_of_words_the_rules_were_not_made_for(lexicon: Lexicon) -> None:
    precision, recall, right = compound_score(lexicon, "heldout.tsv")
    assert precision >= 0.98
    assert recall >= 0.98
    assert right >= 0.98


def test_parts_of_words_labelled_blind(lexicon: Lexicon) -> None:
    precision, recall, right = compound_score(lexicon, "blind.tsv")
    assert precision >= 0.86
    assert recall >= 0.9
    assert right >= 0.89


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("tager", "tage"), ("været", "være"), ("andet", "anden"), ("indsatsen", "indsats"),
        ("virksomhedernes", "virksomhed"), ("ministerierne", "ministerium"), ("mænd", "mand"),
        ("landmænd", "landmand"), ("digitalt", "digital"), ("øgede", "øge"), ("byerne", "by"),
        ("processen", "proces"), ("pladsen", "plads"), ("regionens", "region"),
        ("OEKONOMISKE", "økonomisk"), ("o\u0308konomien", "økonomi"), ("raadet", "råd"),
        ("risici", "risiko"), ("sikkerhedsrisiciene", "sikkerhedsrisiko"), ("konti", "konto"),
        ("fakta", "faktum"), ("kompromisser", "kompromis"), ("svigermødrenes", "svigermor"),
        ("israelske", "israelsk"),
    ],
)  # fmt: skip
def test_lemmas(lexicon: Lexicon, form: str, lemma: str) -> None:
    assert lexicon.lemmas(form)[0] == lemma


@pytest.mark.parametrize(
    ("form", "lemmas"),
    [
        ("ledere", ("leder",)),
        ("verdensledere", ("verdensleder",)),
        ("vindere", ("vinder",)),
        ("førere", ("fører",)),
        ("livsledere", ("livsled",)),
        ("blødere", ("blød", "bløder")),
        ("smallere", ("smal", "smaller")),
    ],
)
def test_who_does_something_is_no_comparative(
    lexicon: Lexicon, form: str, lemmas: tuple[str, ...]
) -> None:
    assert lexicon.analyze(form).lemmas == lemmas


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("navne", "navn"), ("stednavne", "stednavn"), ("virksomhedsnavne", "virksomhedsnavn"),
     ("brande", "brand"), ("vedtagne", "vedtage"), ("underskrevne", "underskrive"),
     ("børnebørnene", "barnebarn"), ("tusinder", "tusinde"), ("linie", "linje"),
     ("retningslinierne", "retningslinje"), ("resurser", "ressource"), ("centrene", "center"),
     ("videncentrer", "videncenter"), ("index", "indeks")],
)  # fmt: skip
def test_a_form_that_is_a_word_of_its_own_is_a_form_too(
    lexicon: Lexicon, form: str, lemma: str
) -> None:
    assert lemma in lexicon.analyze(form).lemmas


@pytest.mark.parametrize(
    ("one", "other"),
    [("indsats", "indsat"), ("robust", "robusthed"), ("gæld", "gælder"), ("år", "ar"),
     ("får", "far"), ("råd", "rad"), ("digital", "digitalisering"), ("krise", "kris")],
)  # fmt: skip
def test_different_words_share_no_lemma(lexicon: Lexicon, one: str, other: str) -> None:
    assert not set(lexicon.analyze(one).lemmas) & set(lexicon.analyze(other).lemmas)


@pytest.mark.parametrize(
    ("word", "never"),
    [("kvinder", "vind"), ("udstillingsvindue", "vind"), ("gælder", "gæld"), ("mai", "ai"),
     ("krumtappen", "pen"), ("Danmark", "mark"), ("Ukraine", "rain"),
     ("kulminerede", "minere"), ("delegere", "dele"), ("provokere", "provo"),
     ("naturalist", "list")],
)  # fmt: skip
def test_no_part_by_mere_substring(lexicon: Lexicon, word: str, never: str) -> None:
    assert never not in lexicon.split(word)


def test_unknown_compound_is_known_by_its_last_part(lexicon: Lexicon) -> None:
    analysis = lexicon.analyze("Kvantehubbens")
    assert (analysis.known, analysis.lemmas, analysis.parts) == (
        False, ("kvantehub",), ("kvante", "hub"),
    )  # fmt: skip
    assert lexicon.lemmas("kvantehubbens") == ()


@pytest.mark.parametrize("word", ("ikke-statslige", "e-handelsselskab", "EU-kommissionen"))
def test_what_stands_before_a_linking_s_may_have_a_hyphen(lexicon: Lexicon, word: str) -> None:
    assert lexicon.analyze(word).lemmas


@pytest.mark.parametrize(
    ("word", "first", "never"),
    [("fællesgoder", "fælles", "fælle"), ("fælleskommunal", "fælles", "fælle"),
     ("byrdefordeling", "byrde", "byrd")],
)  # fmt: skip
def test_a_part_is_the_word_that_stands_there(
    lexicon: Lexicon, word: str, first: str, never: str
) -> None:
    details = lexicon.analyze(word).details
    assert first in details[0].lemmas
    assert never not in details[0].lemmas


def test_what_closes_a_word_may_be_a_genitive(lexicon: Lexicon) -> None:
    assert lexicon.analyze("husfælles").parts == ("hus", "fælle")


def test_a_compound_may_take_an_s_before_another_part(lexicon: Lexicon) -> None:
    analysis = lexicon.analyze("lægemiddelsindustriens")
    assert analysis.lemmas == ("lægemiddelsindustri",)
    assert analysis.parts == ("læge", "middel", "industri")
    assert "lægemiddel" in analysis.groups
    assert lexicon.analyze("middelsindustri").parts == ()


def test_groups_of_neighbouring_parts(lexicon: Lexicon) -> None:
    analysis = lexicon.analyze("cybersikkerhedspolitikkens")
    assert analysis.parts == ("cyber", "sikkerhed", "politik")
    assert analysis.groups == ("cybersikkerhed", "sikkerhedspolitik")
    assert [form.start for form in analysis.details] == [0, 5, 15]


def test_plain_spelling_of_a_compound(lexicon: Lexicon) -> None:
    assert lexicon.split("raadskonklusionerne") == lexicon.split("rådskonklusionerne")
    assert lexicon.split("rådskonklusionerne") == ("råd", "konklusion")


def test_footnote_mark_glued_to_a_word(lexicon: Lexicon) -> None:
    assert lexicon.analyze("cyberposition1") == lexicon.analyze("cyberposition")


def test_unknown_words_fall_back_to_themselves(lexicon: Lexicon) -> None:
    analysis = lexicon.analyze("Xyzzyens")
    assert (analysis.lemmas, analysis.known, analysis.stem) == (
        ("xyzzyens", "xyzzyen"),
        False,
        "xyzzy",
    )
    assert lexicon.analyze("xyzzy").lemmas == ("xyzzy",)
    assert lexicon.analyze("11406/22").parts == ("11406", "22")


PIECES = ("ikke", "stats", "EU", "kommissionen", "e", "handels", "selskab", "s", "-", "'", "1", "æ")


@given(
    st.one_of(
        st.text(max_size=30),
        st.text(alphabet="aåeæøsrtknd-’1ÿ", max_size=40),
        st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    )
)
def test_any_text_can_be_analysed(word: str) -> None:
    analysis = Lexicon.open().analyze(word)
    assert analysis.lemmas
    end = 0
    for part in analysis.details:
        assert part.start == end
        assert part.lemmas
        end = part.end


@pytest.mark.parametrize("word", ["hoved" * 5000, "aa" * 5000, "🙂" * 5000, "a1" * 5000])
def test_very_long_words_are_left_alone(lexicon: Lexicon, word: str) -> None:
    assert lexicon.analyze(word).lemmas == (word,)
    assert lexicon.split(word) == ()


def test_damaged_and_missing_data_are_told(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.bin"
    with pytest.raises(StrategikortError, match="kan ikke læses"):
        Lexicon.open(path)
    path.write_bytes(b"")
    with pytest.raises(StrategikortError, match="kan ikke læses"):
        Lexicon.open(path)
    path.write_bytes(b"SKORD\0\0\1" + bytes(40))
    with pytest.raises(StrategikortError, match="beskadiget"):
        Lexicon.open(path)


def test_a_lexicon_that_forgets_gives_the_same_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["forsyningskæde", "cyberkriminalitet", "rigsrevisionen", "forsyningskæder"]
    expected = [Lexicon.open().split(word) for word in words]
    monkeypatch.setattr(compounds, "_REMEMBERED", 1)
    forgetful = Lexicon.open()
    assert [forgetful.split(word) for word in words] == expected
    assert expected[0] == ("forsyning", "kæde")


@pytest.mark.parametrize(
    ("form", "lemmas"),
    [
        ("freden", {"frede"}),
        ("teksten", {"tekste"}),
        ("væk", {"vække"}),
        ("lyd", {"lyde"}),
        ("valideres", {"valid"}),
        ("heller", {"helle"}),
        ("fælles", {"fælle"}),
        ("skabes", {"skab"}),
        ("tages", {"tag"}),
        ("leveres", {"lever"}),
        ("sikres", {"sikker"}),
        ("løses", {"løs"}),
        ("landes", set()),
        ("støttens", set()),
        ("lovens", set()),
        ("højere", set()),
        ("lavere", set()),
        ("klarere", set()),
        ("aktivere", {"aktiv"}),
        ("arbejder", set()),
        ("arbejderne", {"arbejde"}),
        ("arbejdernes", {"arbejde"}),
        ("tankerne", set()),
        ("værkerne", set()),
        ("siden", set()),
        ("øl", set()),
        ("støtter", set()),
        ("talen", set()),
        ("løben", set()),
    ],
)
def test_forms_that_a_word_hardly_ever_has(lexicon: Lexicon, form: str, lemmas: set[str]) -> None:
    assert lexicon.far_fetched(form) == lemmas


@pytest.mark.parametrize(
    ("word", "part", "other"),
    [
        ("indsatsområder", "indsats", "indsat"),
        ("lysforurening", "lys", "ly"),
        ("brugskunst", "brug", "bruge"),
    ],
)
def test_a_word_in_s_is_no_other_word_and_a_link(
    lexicon: Lexicon, word: str, part: str, other: str
) -> None:
    lemmas = {lemma for detail in lexicon.analyze(word).details for lemma in detail.lemmas}
    assert part in lemmas
    assert other not in lemmas


@pytest.mark.parametrize("word", ["Applied", "Artscape"])
def test_english_names_are_no_compounds(lexicon: Lexicon, word: str) -> None:
    assert not lexicon.analyze(word).parts


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Berlinmuren", ("berlin", "mur")),
        ("Gazastriben", ("gaza", "stribe")),
        ("Ansgarskirken", ("ansgar", "kirke")),
        ("Johannessen", ()),
        ("Antonisen", ()),
        ("Berlin", ()),
    ],
)
def test_a_name_may_be_made_of_a_name_and_what_it_is(
    lexicon: Lexicon, name: str, parts: tuple[str, ...]
) -> None:
    assert lexicon.split(name) == parts
    assert lexicon.analyze(name).lemmas == (name.lower(),)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("udviklingspotentiale", ("udvikling", "potentiale")),
        ("voldsmonopol", ("vold", "monopol")),
        ("gruppevoldtægt", ("gruppe", "voldtægt")),
        ("billede", ()),
        ("kultur", ()),
    ],
)
def test_a_listed_word_of_long_parts_need_not_be_inflected_as_its_last(
    lexicon: Lexicon, word: str, parts: tuple[str, ...]
) -> None:
    assert lexicon.split(word) == parts


@pytest.mark.parametrize("ending", ["", "n", "t", "en", "et", "er", "erne", "s", "ns", "ernes"])
@pytest.mark.parametrize("numeral", sorted(NUMERALS))
def test_a_compound_in_a_numeral_has_a_lemma_and_its_parts_too(
    lexicon: Lexicon, numeral: str, ending: str
) -> None:
    """Forms of numerals as nouns count for nothing: »firet« is no last part."""
    analysis = lexicon.analyze(f"prikkerunde{numeral}{ending}")
    assert all(analysis.lemmas)
    assert all(part.lemmas for part in analysis.details)
