"""What somebody says: texts that the one who is asked has signed come first."""

from __future__ import annotations

import pytest

from tests.conftest import Program


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        ("Hvad siger Løkke om EU?", [76, 85]),
        ("hvad har Lars Løkke Rasmussen sagt om menneskerettigheder", [63, 74]),
        ("Løkkes syn på Kina", [51, 61]),
        ("Hvad mener udenrigsministeren om EU?", [76, 85]),
        ("albuerum ifølge Løkke", [51, 61]),
        ("hvad siger Løkke om EU i udenrigsstrategien", [76, 85]),
    ],
)
def test_what_somebody_has_signed_comes_first(
    program: Program, query: str, lines: list[int]
) -> None:
    answer = program("søg", query, "--json").json
    first = answer["results"][0]
    assert (first["id"], first["source"]["lines"]) == ("uss/1", [lines])
    assert answer["query"]["text"] == query
    keys = [(hit["id"], *map(tuple, hit["source"]["lines"])) for hit in answer["results"]]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("query", "same"),
    [
        # Not all of the name; nobody's name; nothing said of it in what is signed.
        ("Hvad siger Mette Løkke om EU?", "Hvad er Mette Løkke EU?"),
        ("Hvad siger Danmark om EU?", "Hvad er Danmark EU?"),
        ("Hvad siger Løkke om kvanteteknologi?", "Hvad er Løkke kvanteteknologi?"),
    ],
)
def test_what_nobody_has_signed_is_searched_for_as_ever(
    program: Program, query: str, same: str
) -> None:
    asked, plain = (program("søg", one, "--json").json["results"] for one in (query, same))
    assert [hit["id"] for hit in asked] == [hit["id"] for hit in plain]


@pytest.mark.parametrize(
    "query",
    [
        "hvem har underskrevet udenrigsstrategien",
        "Hvem har skrevet under på udenrigsstrategien?",
        "Hvem undertegnede udenrigsstrategien?",
    ],
)
def test_who_has_signed_a_document_is_told_by_the_names_under_it(
    program: Program, query: str
) -> None:
    answer = program("søg", query, "--json")
    assert [hit["id"] for hit in answer.json["results"]] == ["uss/1"]
    assert "Lars Løkke Rasmussen\n\nUdenrigsminister" in answer.json["results"][0]["text"]
    assert answer.json["query"]["within"] == "uss"


@pytest.mark.parametrize("query", ["hvem har underskrevet rk", "har nogen underskrevet uss"])
def test_where_nobody_has_or_it_is_not_asked_who_nothing_is_found(
    program: Program, query: str
) -> None:
    assert not program("søg", query, "--json").json["results"]
