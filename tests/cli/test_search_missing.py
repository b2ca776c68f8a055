"""Whether a place answers all of a query, in JSON and in the library as in the text."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from strategikort.language.stopwords import content_words
from strategikort.library import Collection
from tests.cli.test_search_near import of_hits
from tests.conftest import Program


@pytest.mark.parametrize(
    "query",
    [
        "kritisk infrastruktur",
        "asylregler",
        "ytringsfrihden",
        "kontoret i San Francisco",
        "kvante OR kritisk infrastruktur",
        "rk 24",
        "hvad siger rådskonklusionerne om kritisk infrastruktur",
    ],
)
def test_json_says_what_the_text_says(program: Program, query: str) -> None:
    answer = program("søg", query, "-n", "20", "--json").json
    said = of_hits(program("søg", query, "-n", "20").out)
    assert answer["results"]
    for found in answer["results"]:
        text = said[found["id"]]
        if "uden »" in text:
            assert not found["answers"]
            words = re.findall("»(.*?)«", text.partition("uden ")[2])
            assert len(words) == len(found["missing"])
        if not found["answers"] and found["missing"]:
            assert any(line.startswith("Kun noget af det søgte") for line in said.values())


def test_places_tell_which_words_they_lack(program: Program, collection: Collection) -> None:
    result = collection.search("kritisk infrastruktur", limit=20)
    whole, part = result.hits[0], next(hit for hit in result.hits if not hit.answers)
    assert (whole.answers, whole.missing) == (True, ())
    assert set(part.missing) < {"kritisk", "infrastruktur"}
    answer = program("søg", "kritisk infrastruktur", "-n", "20", "--json").json
    assert [(item["answers"], item["missing"]) for item in answer["results"]] == [
        (hit.answers, [*hit.missing]) for hit in result.hits
    ]


def test_a_word_that_is_nowhere_is_missing_everywhere(collection: Collection) -> None:
    result = collection.search("Arktis Svalbard militær")
    assert result.unfound == ("Svalbard",)
    assert result.hits
    assert all("Svalbard" in hit.missing for hit in result.hits)


@pytest.mark.parametrize("query", ["Merkel Kina", "merkel og Kina", "UNICEF Kina"])
def test_a_name_that_is_nowhere_is_missing_where_it_stands_first(
    collection: Collection, query: str
) -> None:
    result = collection.search(query)
    assert result.hits
    assert result.unfound == (query.split()[0],)


@pytest.mark.parametrize("query", ["Mærk Kina", "Grøn udvikling i Afrika"])
def test_the_first_word_of_a_sentence_is_no_name(collection: Collection, query: str) -> None:
    assert not collection.search(query).unfound


def test_of_alternatives_one_is_enough(collection: Collection) -> None:
    for hit in collection.search("kvanteteknologi OR Sahel", limit=30).hits:
        assert hit.missing == ()
    hits = collection.search("kvanteteknologi OR kritisk infrastruktur", limit=50).hits
    assert {hit.missing for hit in hits} >= {(), ("infrastruktur",)}


def test_what_a_query_names_lacks_nothing(collection: Collection) -> None:
    assert collection.search("rk 24").hits[0].missing == ()
    assert collection.search("udenrigsstrategien").hits[0].missing == ()


@pytest.mark.parametrize(
    "query",
    ["partnerskaber -Kina", "kvante*", "titel:partnerskaber", '"åbent, frit"', "klima AND EU"],
)
def test_signs_of_a_query_are_no_words_that_are_missing(collection: Collection, query: str) -> None:
    hits = collection.search(query, limit=30).hits
    assert hits
    assert {hit.missing for hit in hits} == {()}


def test_a_word_that_is_missing_is_not_there(collection: Collection) -> None:
    for query in ("hvad siger EU om kunstig intelligens i Afrika", "sanktioner mod Rusland 2022"):
        for hit in collection.search(query, limit=20).hits:
            words = query.split()
            content = {words[at] for at in content_words(words, query)}
            assert set(hit.missing) <= content
            text = hit.text.split()
            assert not any(word in text for word in hit.missing)


def test_an_export_of_a_search_says_it_too(program: Program, tmp_path: Path) -> None:
    target = tmp_path / "fund.jsonl"
    assert program("eksportér", str(target), "--søg", "kritisk infrastruktur").status == 0
    found = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    result = json.loads(program("skema", "søg").out)["$defs"]
    for item in found:
        jsonschema.validate(item, {"$ref": "#/$defs/result", "$defs": result})
    assert {item["answers"] for item in found} == {True, False}
    whole = tmp_path / "alt.jsonl"
    program("eksportér", str(whole), "-d", "rk")
    assert "answers" not in json.loads(whole.read_text(encoding="utf-8").splitlines()[0])
