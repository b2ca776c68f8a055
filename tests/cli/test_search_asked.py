"""Searching with signs: phrases, beginnings, headings, what is left out, word for word."""

from __future__ import annotations

import re

import pytest

from strategikort.library import Collection
from strategikort.model import SearchResult
from strategikort.output.remarks import meant
from tests.conftest import Program


def test_a_beginning_stands_for_nothing_else(program: Program) -> None:
    hits = program("søg", "kvantehub*", "--json").json["results"]
    words = [hit["text"][slice(*span)].lower() for hit in hits for span in hit["highlights"]]
    assert words
    assert all(word.startswith("kvantehub") for word in words)
    exact = program("søg", "kvantehub*", "--nøjagtig", "--json").json
    assert exact["total"] == len(hits)


def test_what_is_to_stand_in_a_heading_does(program: Program) -> None:
    for query in ('titel:"Kampen om indflydelse"', "titel:Kampen partnerskaber"):
        hits = program("søg", query, "--json").json["results"]
        assert {hit["title"] for hit in hits} == {"Kampen om indflydelse"}


def test_what_may_not_stand_stands_in_no_form(program: Program) -> None:
    hits = program("søg", "Rusland -Ukraine", "--json", "-n", "99").json["results"]
    assert hits
    assert not any("Ukraines" in hit["text"] for hit in hits)


def test_exact_turns_tolerance_off(program: Program) -> None:
    assert program("søg", "ytringsfrihden", "--nøjagtig").status == 1
    results = program("søg", "algoritmen", "--nøjagtig", "--json")
    assert results.status == 1
    for result in program("søg", "partnerskab", "--nøjagtig", "--json").json["results"]:
        for start, end in result["highlights"]:
            assert result["text"][start:end].lower() == "partnerskab"


def test_phrase_exclusion_prefix_and_heading(program: Program) -> None:
    for result in program("søg", '"digitale diplomati"', "--json", "-n", "99").json["results"]:
        shown = f"{result['title']} {result['text']}"
        assert "digitale diplomati" in " ".join(shown.lower().split())
    with_china = program("søg", "partnerskaber", "--json", "-n", "99").json["results"]
    without = program("søg", "partnerskaber -Kina", "--json", "-n", "99").json["results"]
    assert 0 < len(without) < len(with_china)
    assert not any("Kina " in result["text"] for result in without)
    assert program("søg", "kvantehub*", "--json").json["total"] > 0
    for result in program("søg", "titel:kvanteteknologi", "--json").json["results"]:
        assert "kvanteteknologi" in result["title"].lower()


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        # The half of a compound that another word has is the word.
        ("cyberkriminalitet", {"uss/5.7", "tech/søjler/3"}),
        ("cyberkriminaliteten", {"tech/søjler/3"}),
    ],
)
def test_exact_finds_the_word_wherever_it_stands(
    collection: Collection, query: str, ids: set[str]
) -> None:
    assert {hit.section.id for hit in collection.search(query, exact=True).hits} == ids


def test_an_exact_word_with_a_hyphen_is_one_word(collection: Collection) -> None:
    apart = collection.search("tech-diplomati", exact=True, limit=100).hits
    assert apart
    for hit in apart:
        assert "tech-diplomati" in f"{hit.text} {hit.section.title}".lower().replace("- ", "-")
    together = collection.search("techdiplomati", exact=True, limit=100).hits
    assert {hit.section.id for hit in together} >= {hit.section.id for hit in apart}
    assert {match[1].lower() for hit in together for match in hit.matches} == {"tech-diplomati"}


def test_every_word_of_an_exact_query_must_stand(collection: Collection) -> None:
    for hit in collection.search("kritisk teknologi", exact=True, limit=50).hits:
        words = f"{hit.text} {hit.section.title}".lower()
        assert "kritisk" in words
        assert "teknologi" in words


def test_a_phrase_is_highlighted_where_it_stands(collection: Collection) -> None:
    for query in ('"hybride trusler"', '"forsvars- og sikkerhedspolitik"', '"kunstig intelligens"'):
        words = query.strip('"').lower().split()
        for hit in collection.search(query, limit=50).hits:
            marked = [hit.text[start:end].lower() for start, end in hit.highlights]
            assert len(marked) % len(words) == 0
            assert set(marked) <= {word.strip("-") for word in words}


def test_a_phrase_in_headings_is_one(collection: Collection) -> None:
    hits = collection.search('titel:"kunstig intelligens"').hits
    assert hits
    assert all("kunstig intelligens" in hit.section.title.lower() for hit in hits)
    assert collection.search('titel:"intelligens kunstig"').hits == ()


def test_what_is_left_out_may_not_stand_in_the_heading(collection: Collection) -> None:
    with_heading = collection.search("klima -grøn", limit=100).hits
    assert any(hit.section.id == "uss/4.7" for hit in with_heading)
    for query in ("klima -klima", "klima -titel:klima"):
        hits = collection.search(query, limit=100).hits
        assert hits
        assert not any(hit.section.id == "uss/4.7" for hit in hits)
    in_text = {hit.text for hit in collection.search("klima -titel:klima", limit=100).hits}
    assert any("klima" in text.lower() for text in in_text)


def test_a_shared_half_is_not_left_out(collection: Collection) -> None:
    hits = collection.search("cyberspionage og -kriminalitet").hits
    assert {hits[0].section.id, hits[1].section.id} == {"uss/5.7", "tech/søjler/3"}


@pytest.mark.parametrize("command", ["søg", "fravær"])
def test_a_beginning_in_a_phrase_is_refused(program: Program, command: str) -> None:
    outcome = program(command, '"digital* diplomati"')
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.splitlines()[0] == "Fejl: »*« kan ikke stå i anførselstegn."


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"sikkerhed i Danmark og Europa"', True),
        ('titel:"Danmark og Europa"', True),
        ('titel:"globale rammer for"', True),
        ('titel:"ledende europæiske tech-virksomheder"', True),
        ('"sikkerhed i Danmark Europa"', False),
        ('titel:"strategi udenrigspolitisk"', False),
    ],
)
def test_a_phrase_stands_in_a_heading_as_it_is_written(
    collection: Collection, query: str, found: bool
) -> None:
    assert bool(collection.search(query).hits) == found
    if not query.startswith("titel:"):
        assert collection.absence(query).absent != found


def test_headings_only_are_counted_where_they_are_asked_for(collection: Collection) -> None:
    for query in ("titel:og", "titel:partnerskaber", "titel:i", "titel:global", '"og"'):
        few, many = (collection.search(query, limit=limit) for limit in (3, 1_000))
        assert few.total == len(many.hits) or (few.at_least and few.total < len(many.hits))


def test_a_beginning_is_left_out_with_all_that_begins_so(collection: Collection) -> None:
    hits = collection.search("sikkerhed -cyber*", limit=500).hits
    assert hits
    assert not any("cyber" in hit.text.lower() for hit in hits)


def test_a_quoted_word_is_left_out_as_it_stands(collection: Collection) -> None:
    texts = [hit.text.lower() for hit in collection.search('lande -"geopolitiske"', limit=500).hits]
    assert not any("geopolitiske " in text for text in texts)
    assert any("geopolitisk " in text for text in texts)


def test_an_exact_word_is_no_part_of_another(collection: Collection) -> None:
    assert [hit.section.id for hit in collection.search("EU-netværk", exact=True).hits] == ["rk/26"]
    for hit in collection.search("start", exact=True, limit=50).hits:
        assert "start-up" not in "".join(hit.text[slice(*span)] for span in hit.highlights)


@pytest.mark.parametrize(
    "word", ["udenrigs", "diplomati", "kriminalitet", "tech", "forsvars", "EU"]
)
def test_an_exact_word_is_found_everywhere_it_stands_by_itself(
    collection: Collection, word: str
) -> None:
    """»udenrigs-« is the word, and »tech-diplomati« another."""
    alone = re.compile(rf"(?<!\w)(?<!\w[-‐]){word}(?:['’]s|s(?=['’]))?(?!\w|[-‐]\w)", re.I)
    expected = {
        (section.id, match.start())
        for section in collection.sections()
        for match in alone.finditer(section.text.text)
    }
    found = {
        (hit.section.id, hit.start + span.start)
        for hit in collection.search(word, exact=True, limit=500).hits
        for span in hit.highlights
    }
    assert found == expected


def test_exact_words_are_no_parts_of_one_with_a_hyphen(collection: Collection) -> None:
    assert not collection.search("tech diplomati", exact=True).hits
    assert collection.search('"tech diplomati"', exact=True).hits
    # Not in headings either.
    assert all(hit.highlights for hit in collection.search("tech", exact=True, limit=50).hits)


@pytest.mark.parametrize(
    ("query", "typed"),
    [
        ("xyzzyx $HOME", "'xyzzyx $HOME'"),
        ("xyzzyx `qqvx`", "'xyzzyx `qqvx`'"),
        ('xyzzyx "qqvx"', "'xyzzyx \"qqvx\"'"),
        ("xyzzyx qqvx", '"xyzzyx qqvx"'),
    ],
)
def test_the_command_that_is_offered_can_be_typed_as_it_stands(
    program: Program, query: str, typed: str
) -> None:
    # In plain quotation marks a shell puts its own in for $HOME.
    assert f"strategikort fravær {typed}\n" in program("søg", query).err


def test_one_word_is_offered_once() -> None:
    # The built-in documents have »klima«, those of a user »Klima«.
    result = SearchResult("klimma", (), (), 0, {"klimma": ("Klima", "klima", "klamme")})
    (said,) = meant(result)
    assert said == "Mente du »Klima« eller »klamme«? Der er søgt på dem, for »klimma« findes ikke."


def test_places_that_were_searched_are_listed_as_in_a_sentence(program: Program) -> None:
    err = program("søg", "xyzzyx", "-d", "rk", "-d", "cms", "-t", "led", "-t", "rolle").err
    assert err.startswith("Intet fundet for »xyzzyx« i rk eller cms blandt led og roller.\n")
