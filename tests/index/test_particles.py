"""Verbs with an adverb, and the same as one word."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.language.thesaurus import Thesaurus
from tests.index.small import ANALYZER, found, own_thesaurus, searcher


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("lægge kommuner sammen", "Sammenlægningen af kommuner fandt sted.", True),
        ("da kommunerne blev lagt sammen", "Sammenlægningen af kommuner fandt sted.", True),
        ("lukke ned", "En nedlukning varer længe.", True),
        ("bygge tillid op", "Det vil opbygge tillid.", True),
        ("sammenlægning", "Kommunerne blev lagt sammen.", True),
        ("nedlukning", "De lukkede hele landet ned.", True),
        ("opbygge", "De bygger tilliden op.", True),
        # Who lives up to something does not see it, and who puts it right founds nothing.
        ("leve op til kravene", "En stor oplevelse.", False),
        ("oprettelse", "De rettede op på det.", False),
        ("byde ind med løsninger", "En indbydelse til alle.", False),
        ("gå ind", "De indgår aftaler om landbrug.", False),
        ("Lægge kommuner sammen", "Sammenlægningen af kommuner fandt sted.", True),
        ("tage imod flygtninge", "Modtagelse af flygtninge.", True),
        # The adverb stands near the verb.
        ("nedlukning", "De lukkede døren og gik så en lang tur over marken og ned til vandet.", False),
    ],
)  # fmt: skip
def test_a_verb_with_an_adverb_is_one_word_and_two(query: str, text: str, expected: bool) -> None:
    assert bool(found(searcher(text), query)) == expected


def test_words_that_go_with_a_verb_may_be_of_a_term_of_its_own() -> None:
    thesaurus = Thesaurus.load(lexicon=ANALYZER.lexicon)
    index = searcher("Fremmed indblanding er et problem.", thesaurus=thesaurus)
    assert found(index, "de blander sig i det") == [1]
    assert found(index, "de blander det") == []


def test_who_does_something_may_stand_between_the_verb_and_the_words_of_its_term() -> None:
    thesaurus = Thesaurus.load(lexicon=ANALYZER.lexicon)
    index = searcher("Rådet vil genoptage drøftelsen.", "Vejret i dag.", thesaurus=thesaurus)
    assert found(index, "Hvornår tager Rådet sagen op igen?") == [1]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Hvordan padler man en kano", True),
        ("Kan Danmark padle den der kano", True),
        # Beside each other they are one all the same, and further off they are none.
        ("padle kano", True),
        ("padle uden om alle andres kano", False),
        # One function word goes with a verb only where it stands beside it.
        ("svømmer jævnligt om", False),
        ("svømmer om", True),
        ("svømmer de jo rundt om", True),
    ],
)
def test_a_verb_stands_apart_from_the_words_of_its_expression(
    tmp_path: Path, query: str, expected: bool
) -> None:
    groups = "{ord: [snekkefart], vendinger: [padle kano, svømme om, svømme rundt om]}"
    index = searcher("En snekkefart i Danmark.", thesaurus=own_thesaurus(tmp_path, groups))
    assert bool(found(index, query)) == expected


def test_a_verb_and_its_adverb_are_not_asked_for_twice(tmp_path: Path) -> None:
    thesaurus = own_thesaurus(tmp_path, "{ord: [arbejde sammen, samarbejde]}")
    index = searcher("Her vil dyr samarbejde.", "Her ses fugle.", thesaurus=thesaurus)
    assert found(index, "Hvordan kan fugle arbejde bedre sammen?") == [2, 1]
