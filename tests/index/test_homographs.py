"""Words with one spelling that are two, told by what stands beside them; names and adjectives."""

from __future__ import annotations

import pytest

from strategikort.index.absence.presence import SubjectFinder
from strategikort.index.querying.filters import Filters
from strategikort.index.querying.query import parse_query
from strategikort.language.thesaurus import Alternatives
from tests.index.small import found, searcher
from tests.index.test_presence import level_of


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("spillere", "Han spiller hver dag."),
        ("spillere", "Kommunen spiller en rolle."),
        ("spillerne", "I går spiller vi bold."),
        ("lærere", "Børn lærer at læse."),
        ("ledere", "Direktøren leder arbejdet."),
        ("vælgerne", "Man vælger selv."),
        ("spillede", "En spiller er skadet."),
        ("brugte", "Hver bruger har en kode."),
        ("modtagere", "Mange lande modtager støtte."),
        ("tabere", "Det er EU og USA, der taber terræn."),
        ("minderne", "Krigen minder os om det."),
        ("bakkerne", "Kommunerne bakker op om planen."),
        ("lokalerne", "I byen skrev lokale medier om det."),
        ("indtagene", "Danmark har indtaget en rolle."),
        ("Tyskland", "Tyske virksomheder klager."),
        ("tysk", "Tyskland klager."),
        ("Grønland", "Grønlænderne stemte."),
        ("Polen", "Polske soldater øver."),
    ],
)
def test_what_is_spelt_alike_or_comes_from_there_is_only_kindred(subject: str, text: str) -> None:
    assert level_of(subject, text) == "kindred"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("spillere", "En spiller er skadet."),
        ("spillere", "Han er spiller i klubben."),
        ("spillere", "Hendes spiller ikke var der."),
        ("lærere", "Barnets lærer læste højt."),
        ("ledere", "Som leder har man et ansvar."),
        ("spillere", "Hverken han eller hun, spiller eller træner, vidste det."),
        ("spillere", "Det er træner og spiller, vi savner."),
        ("modtagere", "Støttens modtager er en kommune."),
        ("modtagere", "Støtten går til modtager og giver."),
        ("heltene", "Byens helt er død."),
        ("lokalerne", "Et lokale er ledigt."),
        ("minderne", "Vi har minder om krigen."),
        ("kronerne", "Det koster 300 millioner kroner til næste år."),
        ("spillede", "Han spiller hver dag."),
        ("spiller", "Han spiller hver dag."),
        ("spiller", "To spillere er skadet."),
        ("ikke-spredning", "Aftalen om ikkespredning gælder."),
        ("OpenAI", "Open AI er et firma."),
        ("Open AI", "OpenAI er et firma."),
    ],
)
def test_what_may_be_the_word_is_itself(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Kyjiv", "Ambassaden i Kyiv er åben."),
        ("Selenskyj", "Præsident Zelenskyj talte."),
        ("Gorbatjov", "Gorbachev opløste unionen."),
        ("Baltikum", "De baltiske lande klager."),
        ("USA", "De Forenede Stater klager."),
    ],
)
def test_another_name_says_the_same(subject: str, text: str) -> None:
    assert level_of(subject, text) == "otherwise"


def test_a_denial_is_no_word_with_the_negation() -> None:
    assert level_of("ikke-spredning", "Aftalen er ikke en spredning af våben.") == "scattered"


@pytest.mark.parametrize(
    "text",
    ["Norsk Røde Kors hjælper. Dansk politik er fri.", "- Røde Kors hjælper\n\n- Dansk politik"],
)
def test_words_of_two_sentences_are_not_together(text: str) -> None:
    assert level_of("Dansk Røde Kors", text) == "scattered"


def test_an_abbreviation_ends_no_sentence() -> None:
    assert level_of("artikel Danmark", "Efter artikel 5 mv. Danmark er med.") == "itself"


@pytest.mark.parametrize(
    ("query", "other", "itself"),
    [
        ("spillere", "Hele kommunen spiller en rolle.", "Han er spiller i klubben."),
        ("spillede", "For en spiller er det skidt.", "Hele kommunen spiller en rolle."),
    ],
)
def test_what_is_spelt_alike_is_found_after_the_word_itself(
    query: str, other: str, itself: str
) -> None:
    assert found(searcher("Vejret er godt.", other, itself), query) == [3, 2]


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("tilsagn", "I år skal vi løfte i flok."),
        ("tilsagn", "I år er det kommunerne, der løfter opgaven."),
        ("tilsagn", "Opgaven løftes af kommunerne."),
        ("tørke", "Blækket nåede at tørre."),
    ],
)
def test_what_is_said_otherwise_is_of_the_same_class(subject: str, text: str) -> None:
    assert level_of(subject, text) == "no"
    assert found(searcher("Vejret er godt.", text), subject) == []


@pytest.mark.parametrize(
    ("subject", "text", "level"),
    [
        ("tilsagn", "Landet gav et løfte om hjælp.", "otherwise"),
        ("tørke", "Det er tørre somre.", "kindred"),
    ],
)
def test_what_may_be_of_the_same_class_is_found(subject: str, text: str, level: str) -> None:
    assert level_of(subject, text) == level


@pytest.mark.parametrize(
    ("subject", "term", "text", "sections"),
    [
        ("tilsagn", "løfte", "I år er det kommunerne, der løfter opgaven.", set()),
        ("tilsagn", "løfte", "I år gav landet et løfte om hjælp.", {1}),
        ("iværksættere", "start-up", "I år er der flere start-ups i byen.", {1}),
        ("iværksættere", "startup", "I år er der flere start-ups i byen.", {1}),
        ("iværksættere", "start-up", "I år er der flere startups i byen.", {1}),
    ],
)
def test_where_other_terms_stand_is_told_as_what_they_are(
    subject: str, term: str, text: str, sections: set[int]
) -> None:
    subjects = SubjectFinder(searcher(text))
    item = Alternatives(0, 1, (term,), "synonym", 0.4)
    of_class = subjects.of_class(item, parse_query(subject).words)
    assert subjects.sections_with(item, term, Filters(), of_class) == sections
