"""Old citations, looked up in the newest edition."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from strategikort.editions.recheck import OldCitation, read_citations
from strategikort.errors import StrategikortError
from strategikort.library import Collection
from tests.holdings.conftest import Program


def test_old_citations_are_looked_up_and_never_guessed(
    program: Program, editions: tuple[str, str], tmp_path: Path
) -> None:
    def cite(tail: str, text: str) -> dict[str, object]:
        return {"id": f"rapport-2024/{tail}", "document": {"id": "rapport-2024"}, "text": text}

    shown = program("vis", "rapport-2024", "--json").json
    shown["sections"] += [
        cite("4", "i Vejle"),
        cite("4", "kilder, inden de går ud"),
        {"id": "ukendt/1", "text": "Noget, der står et helt andet sted."},
    ]
    path = tmp_path / "citater.json"
    path.write_text(json.dumps(shown), encoding="utf-8")
    outcome = program("gentjek", str(path), "--json")
    assert outcome.status == 1
    jsonschema.validate(outcome.json, json.loads(program("skema", "gentjek").out))
    found = {(item["id"], item["text"][:12]): item for item in outcome.json["citations"]}
    verdicts = {key[0]: item["status"] for key, item in found.items() if "Vejle" not in key[1]}
    assert verdicts == {
        "rapport-2024/1": "changed",
        "rapport-2024/2": "moved",
        "rapport-2024/3": "gone",
        "rapport-2024/4": "moved",
        "rapport-2024/5": "moved",
        "ukendt/1": "unclear",
    }
    assert found["rapport-2024/4", "i Vejle"]["status"] == "unclear"
    intro = found["rapport-2024/1", "Danmark skal"]
    assert intro["changes"] == [{"old": "100", "new": "250"}, {"old": "2024", "new": "2026"}]
    (place,) = found["rapport-2024/5", "De danske ha"]["places"]
    assert place["id"] == "rapport-2026/3"
    section = Collection.open().section(place["id"])
    assert section.text.text[place["start"] : place["end"]] == place["text"]
    assert place["text"].startswith("De danske havne")
    text = program("gentjek", str(path)).out
    assert "»100« er nu »250«" in text


def test_a_few_words_are_looked_for_where_they_stood(program: Program, tmp_path: Path) -> None:
    words = "den højtstående repræsentant"
    path = tmp_path / "citater.json"
    path.write_text(json.dumps([{"id": f"rk/{n}", "text": words} for n in (28, 1)]), "utf-8")
    here, elsewhere = program("gentjek", str(path), "--json").json["citations"]
    assert (here["status"], [place["id"] for place in here["places"]]) == ("same", ["rk/28"])
    assert elsewhere["status"] == "unclear"
    text = Collection.open().section("rk/28").text.text
    assert text[here["places"][0]["start"] : here["places"][0]["end"]] == words
    # All places are given.
    places = {place["id"] for place in elsewhere["places"]}
    assert places == {
        section.id for section in Collection.open().sections() if words in section.text.text
    }


def test_citations_of_an_unchanged_document(program: Program, own: Path, tmp_path: Path) -> None:
    path = tmp_path / "citater.json"
    path.write_text(program("søg", "kvanteteknologi", "--json").out, encoding="utf-8")
    outcome = program("gentjek", str(path))
    assert (outcome.status, outcome.out.split("\n", 1)[0]) == (0, "10 uændrede")
    path.write_text("[]", encoding="utf-8")
    assert program("gentjek", str(path), "--json").json["error"]["code"] == "no_citations"


QUOTED = """
»fremme et åbent, frit, globalt […] og sikkert internet« og »[F]remme et åbent, frit, globalt«.
"Støtte EU's naboer mod øst [red.] og på Vestbalkan."
"""


def test_quotations_of_a_memo_that_stand_unchanged(program: Program, tmp_path: Path) -> None:
    checked = program("verificér", "-", "--json", stdin=QUOTED)
    path = tmp_path / "citater.json"
    path.write_text(checked.out, encoding="utf-8")
    found = program("gentjek", str(path), "--json").json["citations"]
    assert [item["status"] for item in found] == ["same"] * 3


def test_the_lines_and_pages_of_the_place_itself_are_cited(
    program: Program, tmp_path: Path
) -> None:
    quote = "»Rusland ser stort på international lov« og »betyder for det første, at vi må«."
    path = tmp_path / "citater.json"
    for checked in (
        program("verificér", "-", "--json", stdin=quote),
        program("søg", "kvanteteknologi", "-n", "6", "--json"),
    ):
        places = checked.json.get("results") or [one["found"] for one in checked.json["quotes"]]
        path.write_text(checked.out, encoding="utf-8")
        found = program("gentjek", str(path), "--json").json["citations"]
        cited = [place["citation"] for item in found for place in item["places"]]
        assert cited == [place["citation"] for place in places]
        assert all(f"Nu: {citation}\n" in program("gentjek", str(path)).out for citation in cited)


HARBOUR = """# Havneplan {year}

## 1. Mål

Regeringen vil bygge nye havne i hele landet.

## 2. Penge

{lead}Pengene gives til kommunerne i tre rater om året.
"""


MOVED = "Der afsættes i alt en milliard kroner til formålet. "


def test_what_is_left_of_a_section_is_where_it_was(
    program: Program, own: Path, tmp_path: Path
) -> None:
    old, new = tmp_path / "gammel.md", tmp_path / "ny.md"
    old.write_text(HARBOUR.format(year=2024, lead=MOVED), encoding="utf-8")
    split = HARBOUR.format(year=2026, lead="") + f"\n## 3. Rater\n\n{MOVED}\n"
    new.write_text(split, encoding="utf-8")
    program("tilføj", str(old))
    memo = "»Pengene gives til kommunerne i tre rater om året« og »Der afsættes i alt en milliard«."
    path = tmp_path / "citater.json"
    path.write_text(program("verificér", "-", "--json", stdin=memo).out, encoding="utf-8")
    program("tilføj", str(new), "--afløser", "havneplan-2024")
    found = program("gentjek", str(path), "--json").json["citations"]
    places = [(item["status"], *(place["id"] for place in item["places"])) for item in found]
    assert places == [("same", "havneplan-2026/2"), ("moved", "havneplan-2026/3")]


LONG = """# Fiskeriplan {year}

## 1. Mål

Havet skal være rent. Regeringen vil inden {year} give {sum} kroner til de små fiskere på vestkysten,
så havnene kan leve videre, og så de unge kan blive boende. Pengene kommer fra statens kasse, og de
gives i tre rater om året til alle, der søger om dem inden den første maj.

## 2. Tid

Planen gælder fra januar.
"""


@pytest.mark.parametrize(
    ("quote", "status", "changed"),
    [
        ("give ti kroner til de små fiskere på vestkysten", "changed", [("ti", "tyve")]),
        ("til de små fiskere på vestkysten", "same", []),
        ("Regeringen vil inden 2024 give ti kroner", "changed", [("2024", "2026"), ("ti", "tyve")]),
        ("vil inden 2024", "unclear", []),
        ("de store trawlere skal betale mere i skat end de unge", "gone", []),
    ],
)
def test_only_the_nearest_stretch_of_a_changed_section_is_compared(
    program: Program, own: Path, tmp_path: Path, quote: str, status: str, changed: list[object]
) -> None:
    for year, total in ((2024, "ti"), (2026, "tyve")):
        path = tmp_path / f"{year}.md"
        path.write_text(LONG.format(year=year, sum=total), encoding="utf-8")
        older = ["--afløser", "fiskeriplan-2024"] if year == 2026 else []
        program("tilføj", str(path), *older)
    cited = {"id": "fiskeriplan-2024/1", "document": {"id": "fiskeriplan-2024"}, "text": quote}
    path = tmp_path / "citater.json"
    path.write_text(json.dumps([cited]), encoding="utf-8")
    (found,) = program("gentjek", str(path), "--json").json["citations"]
    assert found["status"] == status
    assert [(item["old"], item["new"]) for item in found["changes"]] == changed


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[" * 5000,
        b"3",
        b"{}",
        b'{"results": 3}',
        b'{"citations": []}',
        b'["ord", 3, null]',
        b'[{"id": 3, "text": "Noget"}]',
        b'[{"id": "rk/1", "text": "  "}]',
        b'{"quotes": [{"quote": "Noget", "found": null}]}',
    ],
)
def test_what_holds_no_citations(program: Program, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "citater.json"
    path.write_bytes(content)
    outcome = program("gentjek", str(path), "--json")
    assert (outcome.status, outcome.json["error"]["code"]) == (2, "no_citations")


@pytest.mark.parametrize(("number", "said"), [("1", "1 uændret"), ("2", "2 uændrede")])
def test_lines_of_json_are_an_answer_too(program: Program, number: str, said: str) -> None:
    # »Filen indeholder ingen citater, der kan gentjekkes.«
    words = ("søg", "kvantehub", "-n", number)
    lines = program("gentjek", "-", stdin=program(*words, "--format", "jsonl").out)
    assert lines == program("gentjek", "-", stdin=program(*words, "--json").out)
    assert lines.out.startswith(f"{said}\n")


def test_a_file_of_citations_beyond_all_measure() -> None:
    with pytest.raises(StrategikortError, match="ingen citater, der kan gentjekkes"):
        read_citations(b" " * 50_000_001)


def test_citations_among_other_things_are_found() -> None:
    content = [
        "ord",
        {"id": 3, "text": "Noget"},
        {"id": "rk/1", "text": "Det ene"},
        {"id": "x/1", "document": {"id": "rk"}, "text": "Det andet"},
        {"quote": "Det tredje", "found": {"id": "rk/6", "document": 3}},
    ]
    assert read_citations(json.dumps(content).encode()) == [
        OldCitation("rk/1", "rk", "Det ene"),
        OldCitation("x/1", "rk", "Det andet"),
        OldCitation("rk/6", "rk", "Det tredje"),
    ]
