"""Verbs with an adverb, and the same as one word."""

from __future__ import annotations

import pytest

from strategikort.language.thesaurus import Thesaurus
from tests.index.small import ANALYZER, found, searcher


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
