"""Function words, questions and negations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.language.fold import fold
from strategikort.language.stopwords import (
    NEGATIONS,
    STOP_WORDS,
    as_told,
    content_words,
    is_question,
    is_stop_word,
)


@pytest.mark.parametrize(
    ("query", "content"),
    [
        ("hvad siger strategien om kunstig intelligens", "kunstig intelligens"),
        ("Hvor står der noget om kvanteteknologi", "kvanteteknologi"),
        ("hvor mange lande er med i partnerskabet", "lande partnerskabet"),
        ("hvordan vil Danmark styrke samarbejdet med USA", "Danmark styrke samarbejdet USA"),
        ("hvilken rolle spiller EU i Arktis", "rolle spiller EU Arktis"),
        ("find noget om cyberangreb", "cyberangreb"),
        ("lande der ikke er medlem", "lande ikke medlem"),
        ("hvad er", "hvad er"),
        ("og", "og"),
        ("strategi for tech", "strategi tech"),
        ("på grund af klimaforandringer", "klimaforandringer"),
        ("steder hvor ransomware nævnes", "ransomware"),
        ("omtale af ransomware", "ransomware"),
        ("definition på multistakeholder", "multistakeholder"),
        ("hva siger strategien om droner", "droner"),
        ("hvormange lande har partnerskab", "lande partnerskab"),
        ("politik overfor Kina idag", "politik Kina"),
        ("samarbejde imellem EU og NATO", "samarbejde EU NATO"),
        ("vedr Arktis pga klimaet", "Arktis klimaet"),
        ("den grønne by", "grønne by"),
        ("threats posed by Russia", "threats posed Russia"),
        ("hvad vil Danmark egentlig med EU", "Danmark EU"),
        ("hvad sker der med handlen næste gang", "handlen"),
        ("hvordan kan de arbejde bedre sammen", "arbejde sammen"),
        ("hvad gøres der fra dansk side", "gøres dansk"),
        ("den anden side af sagen", "side sagen"),
        ("egentlig", "egentlig"),
        ("en helt konkret plan", "helt konkret plan"),
        ("Er planen overhovedet god ?", "planen god"),
        ("Hvad mener folk rundt omkring i Europa ?", "folk Europa"),
        ("Er den slags slet ikke aftalt ?", "ikke aftalt"),
        ("det rundt bord", "rundt bord"),
        ("Hvor tit mødes de ?", "mødes"),
        ("Hvad lover regeringen dem ?", "regeringen"),
        ("Hvad koster maden ude i verden ?", "koster maden verden"),
        ("hvor lang tid tog det at vokse", "tog vokse"),
        ("Må man godt samarbejde med Kina ?", "samarbejde Kina"),
        ("hvor mange lande kan EU ende med at have", "lande EU"),
        ("Hvad er baggrunden for partnerskaberne ?", "partnerskaberne"),
        ("Hvad er årsagen til krigen ?", "krigen"),
        ("Hvad er idéen med et panel ?", "panel"),
        ("Hvad er status på handlingsplanen ?", "handlingsplanen"),
        ("Hvad indebærer en aftale ?", "aftale"),
        ("Er det rigtigt at aftalen gælder ?", "aftalen gælder"),
        ("Passer det at aftalen gælder ?", "aftalen gælder"),
        ("Er det ikke sandt at aftalen gælder ?", "aftalen gælder"),
        ("det rigtige valg", "rigtige valg"),
        ("Danmarks baggrund", "Danmarks baggrund"),
        ("Jeg vil gerne læse om droner", "droner"),
        ("Hvor kan jeg læse mere om droner ?", "droner"),
        ("Kan du fortælle mig hvad droner koster ?", "droner koster"),
        ("Jeg søger oplysninger om droner", "droner"),
        ("Jeg har brug for at vide noget om droner", "droner"),
        ("Hvilke steder handler om droner ?", "droner"),
        ("Hvem handler Danmark mest med ?", "handler Danmark"),
        ("Hej er der noget om droner ?", "droner"),
        ("Hvad er planen for droner ?", "droner"),
        ("planen for droner", "planen droner"),
        ("Hvilke afsnit nævner droner ?", "droner"),
        ("Hvornar gor vi noget pa nettet ?", "nettet"),
        ("Hvor mange penge er der sat af til droner ?", "penge sat droner"),
        ("lærer børn at læse", "lærer børn læse"),
        ("WHO og pandemier", "WHO pandemier"),
        ("WHO SIGNED IT", "SIGNED IT"),
        ("who signed it", "signed it"),
    ],
)
def test_what_a_query_is_about(query: str, content: str) -> None:
    words = query.removesuffix(" ?").split()
    assert [words[index] for index in content_words(words, query)] == content.split()


def test_negations_are_seen() -> None:
    assert fold("Ikke") in NEGATIONS
    assert not is_stop_word("ikke")
    assert not NEGATIONS & STOP_WORDS


def test_questions() -> None:
    assert is_question(["hvornår", "blev", "strategien", "udgivet"])
    assert is_question(["kvanteteknologi"], "kvanteteknologi?")
    assert is_question(["er", "der", "noget", "om", "Mali"])
    assert not is_question(["kunstig", "intelligens"])
    assert not is_question(["hvad"])


def test_words_are_kept_folded() -> None:
    assert all(fold(word) == word for word in STOP_WORDS | NEGATIONS)
    assert is_stop_word("PÅ")
    assert is_stop_word("paa")


@given(st.lists(st.sampled_from(["hvad", "siger", "om", "ikke", "tech", "er", ""]), max_size=8))
def test_something_is_always_left(words: list[str]) -> None:
    left = content_words(words)
    assert left == sorted(set(left))
    assert bool(left) == bool(words)
    assert {i for i, word in enumerate(words) if word == "ikke"} <= set(left)


@pytest.mark.parametrize(
    ("question", "content"),
    [
        ("hvor mange penge går til forsvaret", ["penge", "forsvaret"]),
        ("hvor mange handlingskoalitioner kom der ud af det", ["handlingskoalitioner"]),
        ("hvor kommer væksten fra", ["kommer", "væksten"]),
        ("hvem holder øje med techgiganterne", ["holder", "øje", "techgiganterne"]),
        ("går til forsvaret", ["går", "forsvaret"]),
    ],
)
def test_a_verb_that_only_joins_what_a_question_is_about(question: str, content: list[str]) -> None:
    words = question.split()
    assert [words[at] for at in content_words(words, question)] == content


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("hvornår kigger Rådet på det", "hvornår Rådet kigger på det"),
        ("hvordan går EU's udenrigschef ind i sagen", "hvordan EU's udenrigschef går ind i sagen"),
        # Behind its object the verb stands beside what goes with it.
        ("hvornår tager Rådet sagen op", "hvornår Rådet sagen tager op"),
        ("hvad mener du", "hvad mener du"),
        ("hvem tager sagen op", "hvem tager sagen op"),
        ("hvornår", "hvornår"),
    ],
)
def test_a_question_in_the_order_of_a_statement(question: str, expected: str) -> None:
    words = question.split()
    assert " ".join(words[at] for at in as_told(words)) == expected
