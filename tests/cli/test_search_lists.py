"""Passages that only lead to a list, which are nothing without its items."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.library import Collection
from tests.conftest import Program

LIST = "uss/pejlemærker"
LEAD = "Danmark skal"


@pytest.mark.parametrize("query", ["pejlemærker", "pejlemaerker", LIST])
def test_a_list_is_one_hit_with_its_items(program: Program, query: str) -> None:
    first, *rest = program("søg", query, "--json").json["results"]
    assert first["id"] == LIST
    assert first["items"] == first["children"] == [f"{LIST}/{number}" for number in range(1, 9)]
    assert not {found["id"] for found in rest} & {*first["items"]}


def test_what_it_says_and_where_are_those_of_all_of_it(
    program: Program, collection: Collection
) -> None:
    (found,) = program("søg", LIST, "--json").json["results"]
    texts = [LEAD, *(collection.section(name).text.text for name in found["items"])]
    assert found["text"].split("\n\n") == texts
    assert found["source"]["lines"] == [[173, 196]]
    assert ", l. 173-196 [" in found["citation"]
    raw = collection.source("uss").text
    assert "".join(raw[start:end] for start, end in found["source"]["chars"]).count("•") == 8


def test_the_words_of_its_items_are_marked(collection: Collection) -> None:
    # No item stands before the list: »skal« is in no other part of it.
    query = "Danmark skal Vestbalkan"
    hits = collection.search(f'"{LEAD}" OR {query}', documents=["uss"], limit=100, repeats=False)
    found = next(hit for hit in hits.hits if hit.section.id == LIST)
    marked = [found.text[start:end] for start, end in found.highlights]
    assert found.items
    assert marked[:2] == ["Danmark", "skal"]
    assert "Vestbalkan" in marked


def test_as_many_hits_as_are_asked_for_are_left(program: Program) -> None:
    for limit in (1, 3, 12):
        answer = program("søg", "pejlemærker", "-n", str(limit), "--json").json
        assert len(answer["results"]) == limit
    whole = program("søg", "pejlemærker", "-n", "100", "--json").json
    assert whole["total"] == len(whole["results"])


def test_an_item_that_is_asked_for_is_its_own_hit(program: Program) -> None:
    first, second, *_ = program("søg", "pejlemærke 4", "--json").json["results"]
    assert (first["id"], second["id"], second["text"]) == (f"{LIST}/4", LIST, LEAD)
    assert "items" not in second
    narrowed = program("søg", "pejlemærker", "-t", "pejlemærke", "--json").json["results"]
    assert [found["id"] for found in narrowed] == [f"{LIST}/{number}" for number in range(1, 9)]


def test_items_that_are_whole_sentences_are_hits(program: Program) -> None:
    found = program("søg", "hovedpunkter", "-n", "3", "--json").json["results"]
    assert [one["id"] for one in found[1:]] == ["cms/hovedpunkter/1", "cms/hovedpunkter/2"]


def test_the_terminal_shows_one_item_a_line(program: Program) -> None:
    shown = program("søg", "pejlemærker", "-n", "1").out.splitlines()
    assert shown[1] == f"   {LEAD}"
    assert shown[2:4] == [
        "   • Fortsat støtte Ukraines forsvarskamp og landets europæiske integration.",
        "   • Styrke dansk forsvar og sikkerhed og bidrage til NATO’s afskrækkelse.",
    ]
    assert shown[10].startswith("   Kilde: ")


def test_what_is_printed_can_be_cited_and_checked(program: Program, tmp_path: Path) -> None:
    answer = program("søg", LIST, "--json")
    cited = program("citér", "-", stdin=answer.out)
    assert cited.out.strip() == answer.json["results"][0]["citation"]
    assert "går videre" not in cited.err
    page = tmp_path / "notat.md"
    page.write_text(program("søg", LIST, "--format", "md").out, encoding="utf-8")
    (checked,) = program("verificér", str(page), "--json").json["quotes"]
    assert (checked["status"], checked["found"]["id"]) == ("exact", LIST)


def test_of_a_longer_list_it_is_said_where_it_is(program: Program) -> None:
    answer = program("søg", "formålet med EU's digitale diplomati", "--json")
    found = next(one for one in answer.json["results"] if one["id"] == "rk/6")
    assert "items" not in found
    assert "rk/6 går videre i rk/6/1 til rk/6/15 (l. 72-209)" in answer.err
    assert "går videre" not in program("søg", "kvanteteknologi").err


def test_lists_of_own_documents_have_their_own_numbers(program: Program, tmp_path: Path) -> None:
    text = (
        "# Kommunens klimaplan\n\nPlanen gælder fra 2026.\n\n## Anbefalinger\n\n"
        "Kommunen bør derfor:\n\n1. plante flere træer,\n2. lægge fliserne i regnvandet,\n"
        "3. spørge borgerne.\n"
    )
    (tmp_path / "plan.md").write_text(text, encoding="utf-8")
    own = ("--samling", str(tmp_path / "own.sqlite"))
    assert program("tilføj", str(tmp_path / "plan.md"), *own).status == 0
    answer = program("søg", "kommunen bør", "-d", "plan", *own)
    shown = answer.out.splitlines()
    at = shown.index("   Kommunen bør derfor:")
    assert shown[at + 1 : at + 3] == [
        "   1. plante flere træer,",
        "   2. lægge fliserne i regnvandet,",
    ]
