"""What is near a word of a query follows what answers it."""

from __future__ import annotations

from strategikort.index.expanding.words import RELATED
from strategikort.index.querying.filters import Filters
from tests.index.small import found, searcher

REST = [f"Der sker ikke noget den dag, nummer {n}." for n in range(60)]


def test_the_parts_of_a_compound_that_is_written_apart_follow_it() -> None:
    index = searcher(
        "Landets genopbygning begynder nu, og firmaer kan byde ind.",
        "Danmark yder støtte til landets genopbygning.",
        *REST,
    )
    assert found(index, "genopbygningsstøtte") == [2, 1]


def test_what_a_compound_is_about_follows_it_before_what_kind_of_thing_it_is() -> None:
    index = searcher(
        "Reglerne for asyl er nye.",
        "Et asylsystem er på vej.",
        "De søger asyl i landet.",
        "Fælles spilleregler er gode.",
        "En ny regel er god.",
        *REST,
    )
    assert sorted(found(index, "asylregler")[:3]) == [1, 2, 3]
    assert found(index, "asylregler")[3:] == [5]


def test_the_part_that_a_compound_begins_with_begins_what_follows_it() -> None:
    index = searcher(
        "En ledning til gasrør.",
        "Gasledninger bliver sprængt.",
        "Drivhusgasser er skadelige.",
        *REST,
    )
    assert found(index, "gasrørledning") == [1, 2]


def test_the_last_part_of_a_compound_may_be_one_itself_and_is_a_noun() -> None:
    texts = ("Alliancen har en brobygger.", "Danmark som brobygger.", "Der er en bro ved en å.")
    assert found(searcher(*texts, *REST), "alliancebrobygger") == [1, 2]
    paid = searcher("En lønmodtager.", "De modtager løn.", "Han modtager gaver.", *REST)
    assert found(paid, "lønmodtagere") == [1, 2]
    full = searcher("Tilliden er fuld.", "En fuld mand.", "Hadefuld tale.", *REST)
    assert found(full, "tillidsfuldt") == [1]


def test_a_direction_elsewhere_does_not_make_another_place_of_one() -> None:
    index = searcher("Vestbalkan ligger nær os, og Indien langt væk.", *REST)
    assert found(index, "Vestindien") == []


def test_a_form_of_two_words_is_of_the_likelier_where_that_is_there() -> None:
    promoting, strange = "Vi vil fremme freden.", "Truslen fra fremmede stater er stor."
    index = searcher(promoting, strange, *REST)
    assert found(index, "fremmede") == [2, 1]
    (group,) = index.search("fremmede", Filters()).expansion.groups
    assert group.passages == 1
    (answer,) = searcher(promoting, *REST).search("fremmede", Filters()).scored
    (match,) = answer.found
    assert match.weight > RELATED


def test_a_form_of_two_nouns_is_of_both() -> None:
    index = searcher("Aktiens kurs stiger.", "Et kursus om fred.", "Vi vil kurre og kurse.", *REST)
    answers = index.search("kurser", Filters()).scored
    assert {item.candidate.number for item in answers} == {1, 2}
    assert all(match.weight > RELATED for item in answers for match in item.found)


def test_a_name_says_what_is_asked_wherever_it_stands() -> None:
    index = searcher(
        "Ulven jager. Ulven sover.",
        "Her er meget mere at sige om det, som ingen ved, og om Zyxelia, og hvad en ulv jager der.",
        *[f"Der sker ikke noget den dag i Danmark, nummer {n}." for n in range(60)],
    )
    (name, other) = index.search("Hvad har Zyxelia af ulve?", Filters()).expansion.groups
    assert name.idf > 1.2 * other.idf
    # What begins a question has its capital from there, and a common name only says who acts.
    (first, other) = index.search("Zyxelia har ulve?", Filters()).expansion.groups
    assert first.idf < 1.2 * other.idf
    (common, _) = index.search("Hvad vil Danmark med ulve?", Filters()).expansion.groups
    assert common.idf < 1


def test_of_two_words_of_a_question_the_rarer_must_be_there() -> None:
    index = searcher("Læg ikke alle æg i én kurv.", *REST)
    assert found(index, "Hvor længe skal man koge æg?") == []
    assert found(index, "Hvor længe skal man lægge æg?") == [1]
