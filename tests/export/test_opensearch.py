"""The index and the bulk files: whole, matching each other, and Danish.

There is no server in the tests: what it does with the index is worked out from the index's own
settings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from strategikort.language.snowball import stem
from strategikort.library import Collection
from strategikort.output.export.content import Content
from strategikort.output.export.opensearch import bulk, opensearch_files
from strategikort.output.export.opensearch_index import index_settings
from tests.export.conftest import Program

BUILT_IN = {"standard", "lowercase", "asciifolding"}


@cache
def index() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(index_settings()))
    return found


def analysis() -> dict[str, Any]:
    found: dict[str, Any] = index()["settings"]["index"]["analysis"]
    return found


def fields(properties: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for name, field in properties.items():
        if "properties" in field:
            yield from fields(field["properties"], f"{path}{name}.")
        else:
            yield f"{path}{name}", field
            yield from fields(field.get("fields", {}), f"{path}{name}.")


def values(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from values(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for inner in value:
            yield from values(inner, path)
    elif value is not None:
        yield path, value


def analysed(analyzer: str, text: str) -> list[str]:
    """What the index makes of a text, synonyms left out."""
    settings = analysis()
    chosen = settings["analyzer"][analyzer]
    for name in chosen.get("char_filter", ()):
        for rule in settings["char_filter"][name]["mappings"]:
            sign, plain = rule.split(" => ")
            text = text.replace(sign, plain)
    words = re.findall(r"\w+(?:['’]\w+)*", text)
    for name in chosen["filter"]:
        kind = settings["filter"].get(name, {"type": name})
        if name == "lowercase":
            words = [word.lower() for word in words]
        elif kind["type"] == "pattern_replace":
            words = [re.sub(kind["pattern"], kind["replacement"], word) for word in words]
        elif kind["type"] == "stop":
            words = [word for word in words if word not in kind["stopwords"]]
        elif kind["type"] == "stemmer":
            assert kind["language"] == "danish"
            words = [stem(word) for word in words]
    return words


@pytest.fixture(scope="module")
def passages(collection: Collection) -> list[dict[str, Any]]:
    lines = "".join(bulk(Content(collection))).splitlines()
    return [json.loads(line) for line in lines[1::2]]


def test_all_that_the_index_names_is_there() -> None:
    settings = analysis()
    for analyzer in settings["analyzer"].values():
        assert analyzer["tokenizer"] in BUILT_IN
        for name in analyzer["filter"]:
            assert name in settings["filter"] or name in BUILT_IN
        for name in analyzer.get("char_filter", ()):
            assert name in settings["char_filter"]
    for path, field in fields(index()["mappings"]["properties"]):
        for key in ("analyzer", "search_analyzer"):
            assert field.get(key, "dansk") in settings["analyzer"], path
    assert index()["mappings"]["dynamic"] == "strict"


def test_every_field_of_a_passage_is_in_the_mapping(passages: list[dict[str, Any]]) -> None:
    known = dict(fields(index()["mappings"]["properties"]))
    kinds = {"integer": int, "float": float, "keyword": str, "text": str, "date": str}
    for passage in passages:
        assert not passage.keys() & {"rank", "score"}  # those of a search
        for path, value in values(passage):
            assert isinstance(value, kinds[known[path]["type"]]), (path, value)
        date = passage["document"]["date"]
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date)


def test_the_files_are_what_the_bulk_api_takes(
    program: Program, tmp_path: Path, collection: Collection
) -> None:
    outcome = program("eksportér", str(tmp_path / "ud"), "--format", "opensearch", "--json")
    assert json.loads((tmp_path / "ud" / "indeks.json").read_text("utf-8")) == index()
    data = (tmp_path / "ud" / "bulk-0001.ndjson").read_bytes()
    assert data.endswith(b"\n")
    lines = [json.loads(line) for line in data.decode("utf-8").splitlines()]
    ids = [line["index"]["_id"] for line in lines[0::2]]
    assert len(set(ids)) == len(ids) == len(lines) / 2 == outcome.json["rows"]
    assert max(len(name.encode()) for name in ids) <= 512
    expected = [hit for item in collection.documents for hit in collection.passages(item.id)]
    assert [line["text"] for line in lines[1::2]] == [hit.text for hit in expected]
    assert program("eksportér", "-", "--format", "opensearch").out.encode() == data


def test_large_exports_are_parted(collection: Collection) -> None:
    files = {
        name: list(pieces) for name, pieces in opensearch_files(Content(collection), part=50_000)
    }
    parts = [name for name in files if name != "indeks.json"]
    assert parts == [f"bulk-{number:04}.ndjson" for number in range(1, len(parts) + 1)]
    assert len(parts) > 5
    joined = [piece for name in parts for piece in files[name]]
    assert joined == list(bulk(Content(collection)))
    for name in parts:
        assert sum(map(len, files[name][:-1])) < 50_000


def test_danish_words_meet(passages: list[dict[str, Any]]) -> None:
    chain = next(item for item in passages if "forsyningskæder" in item["text"])
    words = [word for item in chain["words"] for word in analysed("dansk", item)]
    for query in ("kæde", "kæderne", "forsyning"):
        assert set(analysed("dansk", query)) <= set(words)
    assert analysed("dansk", "kæder") != analysed("dansk", "forsyningskæder")
    text = analysed("foldet", chain["text"])
    assert analysed("foldet", "forsyningskaeder")[0] in text
    assert analysed("dansk", "EU’s og EU's") == analysed("dansk", "EU EU")
    assert analysed("dansk", "og i på") == []


def test_a_phrase_can_be_sought_in_every_text(passages: list[dict[str, Any]]) -> None:
    """A text without positions once made a server refuse the whole query (cannot run PhraseQuery).

    Lemmas stand in no order, so none may meet its neighbour: each is a value of its own.
    """
    known = dict(fields(index()["mappings"]["properties"]))
    texts = {path: field for path, field in known.items() if field["type"] == "text"}
    assert all(field.get("index_options", "positions") == "positions" for field in texts.values())
    assert texts["words"]["position_increment_gap"] >= 100
    for passage in passages:
        assert all(len(re.findall(r"\S+", word)) == 1 for word in passage["words"])


def test_synonyms_can_be_read_by_the_filter() -> None:
    rules = analysis()["filter"]["dansk_synonymer"]["synonyms"]
    assert len(rules) > 1000
    assert len(set(rules)) == len(rules)
    both = [rule for rule in rules if re.search(r"(^|, )fn(,|$)", rule)]
    assert any("forenede nationer" in rule for rule in both)
    for rule in rules:
        left, arrow, right = rule.partition(" => ")
        for term in (*left.split(", "), *(right.split(", ") if arrow else ())):
            # An empty term or a function word would make the whole index be refused.
            assert re.fullmatch(r"[^\W_]+(?:['’ ][^\W_]+)*", term), rule
            assert len(analysed("dansk", term)) == len(term.split()), rule
        assert arrow or len(left.split(", ")) > 1
    # Who is no health organisation, but leadership may be of the US.
    assert not any(re.search(r"(^|, |> )who(,|$)", rule) for rule in rules)
    assert any("us leadership" in rule for rule in rules)
    # is (frozen water) is no state, and ria no region.
    assert not any(re.search(r"(^|, )is(,|$)", rule.partition(" => ")[0]) for rule in rules)


def test_the_users_own_synonyms_are_among_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "tesaurus.yaml"
    file.write_text(
        "- emne: x\n  grupper:\n    - {ord: [grønkål, langkål], snaevrere: [palmekål]}\n"
    )
    monkeypatch.setenv("STRATEGIKORT_TESAURUS", str(file))
    settings = index_settings()["settings"]["index"]["analysis"]
    rules = settings["filter"]["dansk_synonymer"]["synonyms"]
    assert rules[-2:] == ["grønkål, langkål", "grønkål, langkål => grønkål, langkål, palmekål"]


def test_idioms_lead_to_the_other_words_and_never_the_other_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "tesaurus.yaml"
    file.write_text(
        "- grupper:\n    - {ord: [grønkål, langkål], vendinger: [hapse kål, komme af med]}\n"
    )
    monkeypatch.setenv("STRATEGIKORT_TESAURUS", str(file))
    settings = index_settings()["settings"]["index"]["analysis"]
    rules = settings["filter"]["dansk_synonymer"]["synonyms"]
    assert rules[-2:] == ["grønkål, langkål", "hapse kål => hapse kål, grønkål, langkål"]
