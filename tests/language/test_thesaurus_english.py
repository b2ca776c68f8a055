"""English words in queries: their forms, and the Danish words they lead to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.language.lexicon import Lexicon
from strategikort.language.thesaurus import Thesaurus
from strategikort.language.thesaurus_compile import SOURCES
from strategikort.language.thesaurus_english import english_key, english_keys
from strategikort.language.thesaurus_entries import Group, Term
from strategikort.language.thesaurus_file import LoadedEntries, read_thesaurus
from strategikort.language.tokens import tokenize

LEXICON = Lexicon.open()
THESAURUS = Thesaurus.load(lexicon=LEXICON)
GLOSSARY = next(path for path in SOURCES if path.name == "tesaurus-engelsk.yaml")
ENGLISH = {
    term.text for group in read_thesaurus(GLOSSARY) for term in group.terms if term.kind == "e"
}


def terms(query: str) -> set[str]:
    found = THESAURUS.expand([token.text for token in tokenize(query)])
    return {term for one in found for term in one.terms}


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("technologies", "technology"),
        ("partnerships", "partnership"),
        ("crises", "crisis"),
        ("taxes", "tax"),
        ("processes", "process"),
        ("prices", "price"),
        ("countries", "country"),
        ("strengthened", "strengthen"),
        ("promoted", "promote"),
        ("threatening", "threaten"),
        ("enhancing", "enhance"),
        ("planned", "plan"),
        ("applied", "apply"),
        ("organizations", "organisation"),
        ("mobilizing", "mobilise"),
        ("analyze", "analyse"),
        ("defense", "defence"),
        ("neighbors", "neighbour"),
        ("centers", "centre"),
        ("program", "programme"),
    ],
)
def test_forms_lead_to_the_base(form: str, base: str) -> None:
    assert english_key(base) in set(english_keys(form))


@pytest.mark.parametrize("word", ["gas", "size", "prize", "sense", "door", "for", "actor"])
def test_what_only_looks_american_or_plural_finds_itself(word: str) -> None:
    assert english_key(word) in set(english_keys(word))


@given(st.text(max_size=12))
def test_keys_are_never_empty_and_a_word_has_its_own(word: str) -> None:
    keys = list(english_keys(word))
    assert all(keys)
    assert not keys or english_key(word) in keys


@pytest.mark.parametrize(
    ("query", "term"),
    [
        ("pipelines", "rørledning"),
        ("gas pipelines", "gasrørledning"),
        ("freedom of navigation", "fri sejlads"),
        ("freedom navigation", "fri sejlads"),
        ("supply chains", "forsyningskæde"),
        ("open strategic autonomy", "åben strategisk autonomi"),
        ("election observation missions", "valgobservationsmission"),
        ("trafficking in human beings", "menneskehandel"),
        ("costs of living", "leveomkostninger"),
        ("hybrid threats", "hybrid trussel"),
        ("neighbors", "nabo"),
        ("prioritized", "prioritere"),
        ("policymakers", "beslutningstager"),
        ("weaknesses", "svaghed"),
        ("deterring", "afskrække"),
        ("rights", "rettighed"),
    ],
)
def test_english_queries_find_danish_words(query: str, term: str) -> None:
    assert term in terms(query)


@pytest.mark.parametrize(
    "word",
    """
    by to at for land plan mad hat fart gift slut rolle mine port race brand told time tale
    art billion diverse fare fund gang hen intern miner obligation pensioner programmer relative
    rent renter resignation sender stadium summer uniform
    """.split(),
)
def test_danish_words_are_not_taken_for_english(word: str) -> None:
    assert word not in ENGLISH


def test_an_english_word_is_no_form_of_a_danish_one() -> None:
    group = Group((Term("s", "sag"), Term("e", "matter")), 0.6)
    thesaurus = Thesaurus([LoadedEntries([group], LEXICON)], LEXICON)
    assert LEXICON.lemmas("matter")[0] == "mat"
    assert thesaurus.expand(["mat"]) == []
    assert [one.terms for one in thesaurus.expand(["matter"])] == [("sag",)]


def test_the_words_of_a_term_count_when_nothing_is_known_of_the_whole() -> None:
    groups = [
        Group((Term("s", "ren energi"), Term("e", "clean energy")), 0.6),
        Group((Term("s", "energi"), Term("e", "energy")), 0.6),
    ]
    thesaurus = Thesaurus([LoadedEntries(groups, LEXICON)], LEXICON)
    query = ["clean", "energy"]

    def found(known: set[str]) -> set[str]:
        expansions = thesaurus.expand(query, known.__contains__)
        return {term for one in expansions for term in one.terms}

    assert found({"ren energi", "energi"}) == {"ren energi"}
    assert found({"energi"}) == {"ren energi", "energi"}
    assert {term for one in thesaurus.expand(query) for term in one.terms} == {"ren energi"}


def test_an_english_form_with_a_meaning_of_its_own_is_less_its_base() -> None:
    groups = [
        Group((Term("s", "træning"), Term("e", "training")), 0.6),
        Group((Term("s", "tog"), Term("e", "train")), 0.6),
    ]
    thesaurus = Thesaurus([LoadedEntries(groups, LEXICON)], LEXICON)

    def found(word: str) -> list[tuple[str, float]]:
        return [(term, one.weight) for one in thesaurus.expand([word]) for term in one.terms]

    assert found("training") == [("træning", 0.8), ("tog", 0.4)]
    assert found("trains") == found("trained") == [("tog", 0.8)]


def test_an_english_form_that_is_also_a_danish_word_is_found_inside_a_term() -> None:
    groups = [
        Group((Term("s", "drivhusgas"), Term("e", "greenhouse gas")), 0.6),
        Group((Term("s", "luftart"), Term("e", "gas")), 0.6),
    ]
    thesaurus = Thesaurus([LoadedEntries(groups, LEXICON)], LEXICON)
    assert LEXICON.analyze("gases").known
    assert [one.terms for one in thesaurus.expand(["greenhouse", "gases"])] == [("drivhusgas",)]
    assert thesaurus.expand(["gases"]) == []
