"""Searching for places by their names: sections, numbers, lines, what they are about."""

from __future__ import annotations

import pytest

from strategikort.library import Collection
from tests.conftest import Program


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("strategiske prioriteter", ["tech/prioriteter", "tech/prioriteter/1", "tech/prioriteter/2"]),
        ("anbefalingerne i CMS-memoet", ["cms/anbefalinger", "cms/anbefalinger/1/1"]),
        ("det tredje pejlemærke", ["uss/pejlemærker/3"]),
        ("rk 6-7", ["rk/6", "rk/7"]),
        ("rådskonklusion 6", ["rk/6", "rk/6/1", "rk/6/2"]),
        ("konkl. 6, pind 4", ["rk/6/4", "rk/6"]),
        ("pejlemærke 4", ["uss/pejlemærker/4", "uss/pejlemærker"]),
        ("tredje brobyggerrolle", ["cms/anbefalinger/3", "cms/anbefalinger/3/1"]),
        ("tech faktabokse", ["tech/prioriteter/1/faktaboks", "tech/prioriteter/2/faktaboks"]),
        ("fokusteknologier", ["tech/fokusteknologier", "tech/fokusteknologier/figur"]),
        ("konklusion tyve digitalt diplomati", ["rk/20"]),
        ("grønne partnerskaber pejlemærke otte", ["uss/pejlemærker/8"]),
        ("hvad siger konklusion 7 om cyberdiplomati?", ["rk/7"]),
        ("fodnote 2 rådets konklusioner", ["rk/fodnoter/2"]),
        ("uss", ["uss/titelblad"]),
        ("11406/22", ["rk/titelblad"]),
        ("udenrigsstrategien", ["uss/titelblad"]),
        ("CMS-memoet", ["cms/titelblad"]),
        ("strategi for tech-diplomati", ["tech/indledning"]),
    ],
)  # fmt: skip
def test_what_is_named_comes_first(program: Program, query: str, expected: list[str]) -> None:
    found = [result["id"] for result in program("søg", query, "--json").json["results"]]
    assert found[: len(expected)] == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("afsnittet om Arktis", "uss/3.3"),
        ("kapitlet om Kina i udenrigsstrategien", "uss/4.4"),
        ("rådskonklusionen om desinformation", "rk/21"),
        ("Pejlemærket om Ukraine", "uss/pejlemærker/1"),
        ("faktaboksen om digitalt diplomati", "tech/prioriteter/10/faktabokse/2"),
        ("figuren over støtte til Ukraine", "uss/3/figurer/1"),
        ("anbefalingen om attachéer i CMS-memoet", "cms/anbefalinger/1/5"),
    ],
)
def test_a_place_is_found_by_what_it_is_about(program: Program, query: str, expected: str) -> None:
    answer = program("søg", query, "--json").json
    assert answer["results"][0]["id"] == expected
    assert answer["query"]["text"] == query


def test_a_place_that_is_asked_for_begins_where_its_heading_does(program: Program) -> None:
    hits = program("søg", "kapitlet om den skærpede sikkerhedssituation", "--json").json["results"]
    first = hits[0]
    assert first["id"] == "uss/3"
    assert first["source"]["lines"][0] == [326, 327]
    assert first["score"] >= hits[1]["score"]


@pytest.mark.parametrize("word", ("samarbejde", "partnerskaber"))
def test_only_words_for_places_are_left_out(program: Program, word: str) -> None:
    """»Samarbejde om kvanteteknologi« asks for no place."""
    terms = program("søg", f"{word} om kvanteteknologi", "--json").json["query"]["terms"]
    assert word in {term["term"] for term in terms}


@pytest.mark.parametrize("query", ("første led i forsyningskæden", "to procent af BNP"))
def test_a_phrase_with_a_numeral_names_no_place(program: Program, query: str) -> None:
    hits = program("søg", query, "--json").json["results"]
    assert all(hit["score"] < 1 for hit in hits)


@pytest.mark.parametrize("query", ["pejlemærke 9", "rk 99", "13. prioritet", "konklusion 42"])
def test_a_place_that_is_not_there_is_no_search(program: Program, query: str) -> None:
    outcome = program("søg", query)
    assert outcome.status == 1
    assert outcome.out == ""
    assert outcome.err.startswith(f"»{query}« findes ikke i samlingen.\n")


@pytest.mark.parametrize("query", ["Afrika linje 3", "partnerskab japan, l. 3"])
def test_lines_that_a_title_has_not_may_be_words(program: Program, query: str) -> None:
    outcome = program("søg", query)
    assert outcome.status == 0
    assert outcome.err == ""
    assert outcome.out.startswith("1. ")


def test_the_nearest_name_is_offered_though_it_is_part_of_what_was_typed(program: Program) -> None:
    assert "Mente du »uss«?" in program("søg", "klima", "-d", "usss").err
    assert "\n  rk/6/9  9. led: " in program("vis", "rk/6/99").err


def test_all_of_a_long_section_that_is_named_can_be_found(program: Program) -> None:
    answer = program("søg", "forord udenrigs- og sikkerhedspolitisk strategi", "--json").json
    places = [hit["source"]["lines"] for hit in answer["results"] if hit["id"] == "uss/1"]
    assert [[40, 49]] in places
    assert [[51, 61]] in places
    assert len(places) == len({str(place) for place in places})


@pytest.mark.parametrize(
    ("query", "own", "then"),
    [
        ("søjle 3", "tech/søjler/3", "tech/prioriteter/7"),
        ("prioritet 4", "tech/prioriteter/4", "tech/prioriteter/4/citat"),
    ],
)
def test_all_of_a_section_comes_before_what_belongs_to_it(
    collection: Collection, query: str, own: str, then: str
) -> None:
    hits = collection.search(query).hits
    ids = [hit.section.id for hit in hits]
    whole = ids.index(then)
    assert whole > 1
    assert ids[:whole] == [own] * whole
    assert own not in ids[whole:]
    starts = [hit.start for hit in hits[:whole]]
    assert starts == sorted(set(starts))


def test_a_heading_is_named_by_its_own_words(collection: Collection) -> None:
    """»Dialog med tech-industrien« is near »tech-diplomati«, and no name of it."""
    (best, *others) = collection.search("strategiske prioriteter tech-diplomati").hits
    assert best.section.id == "tech/prioriteter"
    assert best.parts["heading"] > 0
    assert {hit.section.id for hit in others if hit.parts["heading"]} <= {"tech/prioriteter"}


@pytest.mark.parametrize("query", ("indholdsfortegnelse", "Indhold tech-strategien"))
def test_who_looks_for_the_contents_is_told_where_they_are(program: Program, query: str) -> None:
    outcome = program("søg", query)
    assert outcome.status == 1
    assert "vises med strategikort dokumenter ID" in outcome.err


def test_a_quoted_word_is_no_reference(collection: Collection) -> None:
    hits = collection.search('"rådskonklusioner"', limit=50).hits
    assert hits
    assert all("rådskonklusioner" in f"{hit.text} {hit.section.title}".lower() for hit in hits)


def test_what_is_marked_is_named(collection: Collection) -> None:
    for query in ("EU", "tech-diplomati", "multi-stakeholder", "Ukraine krig"):
        for hit in collection.search(query, limit=50).hits:
            named = {matched.lower() for _, matched, _ in hit.matches}
            for start, end in hit.highlights:
                marked = hit.text[start:end].lower()
                assert any(marked in word or word in marked for word in named), (query, marked)


@pytest.mark.parametrize(
    ("query", "document", "subject"),
    [
        ("hvad siger rådskonklusionerne om standarder?", "rk", "standarder"),
        ("tech-strategien om kvanteteknologi", "tech", "kvanteteknologi"),
        ("NATO ifølge memoet", "cms", "NATO"),
        ("ifølge CMS-memoet, USA's alliancer", "cms", "USA's alliancer"),
        ("Ukraine i udenrigsstrategien", "uss", "Ukraine"),
        ("hvad siger tech-strategien om klima OR miljø", "tech", "klima OR miljø"),
        ('"grøn omstilling" i udenrigsstrategien', "uss", '"grøn omstilling"'),
        ("asien og indo-stillehavet udenrigsstrategien", "uss", "asien og indo-stillehavet"),
        ("hvad siger rådskonklusionerne om Afrika", "rk", "Afrika"),
    ],
)
def test_a_document_that_is_asked_answers_first(
    program: Program, query: str, document: str, subject: str
) -> None:
    outcome = program("søg", query, "-n", "100", "--json")
    answer = outcome.json
    assert answer["query"]["within"] == document
    assert outcome.err == f"Søgningen spørger til {document}; steder i det dokument står først.\n"
    found = [result["document"]["id"] for result in answer["results"]]
    own = [
        result["id"]
        for result in program("søg", subject, "-d", document, "-n", "100", "--json").json["results"]
    ]
    assert [result["id"] for result in answer["results"]][: len(own)] == own
    assert document not in found[len(own) :]


def test_what_the_document_asked_does_not_say_is_said(program: Program) -> None:
    outcome = program("søg", "rådskonklusionerne om kvanteteknologi")
    assert "Søgningen spørger til rk. Dér er intet fundet; stederne står i andre" in outcome.err
    assert "[tech/prioriteter/5]" in outcome.out


@pytest.mark.parametrize(
    "query",
    ("kvinder i tech", "partnerskaber i Afrika", "partnerskaber om vind", "samarbejdet i Rådet",
     "hvad siger rådskonklusionerne", "hvad er tech-diplomati", "EU's rolle i FN",
     '"Ukraine i udenrigsstrategien"'),
)  # fmt: skip
def test_what_may_be_the_subject_is_no_document(program: Program, query: str) -> None:
    assert program("søg", query, "--json").json["query"]["within"] is None


@pytest.mark.parametrize(
    "query", ("tech-diplomati", "partnerskaber", "strategien", "grøn omstilling")
)
def test_what_may_be_a_subject_names_no_document(program: Program, query: str) -> None:
    first = program("søg", query, "--json").json["results"][0]
    assert first["highlights"]


def test_no_document_is_asked_where_one_is_chosen(program: Program) -> None:
    answer = program("søg", "Ukraine i udenrigsstrategien", "-d", "cms", "--json").json
    assert answer["query"]["within"] is None
    assert {result["document"]["id"] for result in answer["results"]} <= {"cms"}


@pytest.mark.parametrize(
    ("query", "command"),
    [("hvad siger cms om Taiwan?", '"Taiwan" -d cms'),
     ("hvor står der noget om blomkål", '"blomkål"'), ("blomkål i suppe", '"blomkål i suppe"')],
)  # fmt: skip
def test_the_absence_that_is_offered_can_be_asked_for(
    program: Program, query: str, command: str
) -> None:
    assert f"strategikort fravær {command}\n" in program("søg", query).err
    subject, *options = command.split('"')[1:]
    assert program("fravær", subject, *" ".join(options).split()).status == 0
