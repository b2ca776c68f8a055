"""``dokumenter`` and ``skema``, and every JSON answer against its schema."""

from __future__ import annotations

import json

import jsonschema
import pytest

from strategikort.citation.short import short_citation
from strategikort.library import Collection
from tests.conftest import Program


def test_the_collection_fits_a_screen(program: Program) -> None:
    """The remarks on the sources once pushed the second document off it."""
    out = program("dokumenter").out
    assert len(out.splitlines()) < 40
    assert "    6 bemærkninger\n" in out
    assert out.endswith("\n\nBemærkninger og indhold: strategikort dokumenter ID\n")
    assert "[Strategi for tech-diplomati]\n    Udenrigsministeriet, [2024]\n" in out
    assert "Københavns Universitet, [10. august 2023]\n" in out
    assert "1.392 linjer, 8.902 ord" in out
    assert "30 konklusioner, 15 led, 2 fodnoter" in out


def test_contents_with_places(program: Program) -> None:
    out = program("dokumenter", "uss").out
    assert "Diagrammernes tal gik tabt" in out
    assert "Hvor oplysningerne stammer fra" in out
    assert "uss/3.2" in out
    assert "s. 12-13, l. 514-532" in out
    assert "står ikke i teksten" in program("dokumenter", "tech").out
    oddity = "Bemærk: Teksten siger otte lande (to gange), men nævner ni og opregner ni."
    assert oddity in program("dokumenter", "partnerskaber").out


def test_a_document_by_its_title(program: Program) -> None:
    outcome = program("dokumenter", "strategi for tech-diplomati", "--json")
    assert outcome.json["document"]["id"] == "tech"
    assert all("text" not in section for section in outcome.json["sections"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tek", "»tech« eller »cms«"),  # it sounds like the one, and a word of the other begins so
        ("Udenrigsminsteriet", "»uss«, »tech« eller »partnerskaber«"),
    ],
)
def test_the_documents_that_may_have_been_meant(program: Program, typed: str, meant: str) -> None:
    assert f"Mente du {meant}?" in program("dokumenter", typed).err


@pytest.mark.parametrize(
    ("cited", "document"),
    [
        ("Center for Militære Studier", "cms"),
        ("Udenrigsministeriet, 2024", "tech"),
        ("UM 2024", "tech"),
        ("Rådet", "rk"),
        ("Regeringen", "uss"),
        ("Den danske regering", "uss"),
    ],
)
def test_a_document_by_its_publisher(program: Program, cited: str, document: str) -> None:
    assert program("dokumenter", cited, "--json").json["document"]["id"] == document
    filters = program("søg", "teknologi", "-d", cited, "--json").json["query"]["filters"]
    assert filters["documents"] == [document]


@pytest.mark.parametrize("publisher", ["Udenrigsministeriet", "udenrigsministeriet", "UM"])
def test_a_publisher_of_several_documents(program: Program, publisher: str) -> None:
    for command in (["dokumenter", publisher], ["søg", "klima", "-d", publisher]):
        outcome = program(*command)
        assert (outcome.status, outcome.out) == (2, "")
        said, hint, *documents = outcome.err.splitlines()
        assert said == f"Fejl: 3 dokumenter er udgivet af »{publisher}«."
        assert hint == "Skriv id'et på det, du mener."
        assert [line.split()[0] for line in documents] == ["uss", "tech", "partnerskaber"]


def test_unknown_document(program: Program) -> None:
    outcome = program("dokumenter", "findesikke", "--json")
    assert outcome.status == 1
    assert outcome.json["error"]["candidates"] == ["uss", "tech", "rk", "partnerskaber", "cms"]


@pytest.mark.parametrize(
    "command",
    [
        *(["søg", "kvante"], ["fravær", "kvante"], ["vis", "pejlemærke 1"], ["kort"]),
        *(["forpligtelser"], ["sammenlign", "kvante"], ["eksportér", "-", "--format", "csv"]),
    ],
    ids=lambda command: command[0],
)
def test_an_unknown_document_to_ask_in_is_wrong_use(program: Program, command: list[str]) -> None:
    """Status 1 would say that nothing was found in it."""
    outcome = program(*command, "-d", "findesikke")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("Fejl: Dokumentet »findesikke« findes ikke i samlingen.")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("us", ["uss"]),
        ("tehc", ["tech"]),
        ("partnerskab", ["partnerskaber"]),
        ("amerikansk", ["cms"]),
        ("digital", ["rk"]),
    ],
)
def test_the_document_that_was_meant(program: Program, typed: str, meant: list[str]) -> None:
    # All documents there are were named, also where there were hundreds.
    for outcome, status in (
        (program("dokumenter", typed), 1),
        (program("søg", "kina", "-d", typed), 2),
    ):
        assert outcome.status == status
        assert f"Mente du »{meant[0]}«?" in outcome.err
        assert "\n  " not in outcome.err
    assert program("dokumenter", typed, "--json").json["error"]["candidates"] == meant


@pytest.mark.parametrize(("typed", "meant"), [("pejlemærkr", "pejlemærke"), ("tabl", "tabel")])
def test_the_kind_that_was_meant(program: Program, typed: str, meant: str) -> None:
    outcome = program("søg", "kina", "-t", typed)
    assert outcome.status == 2
    assert outcome.err.endswith(f"Mente du »{meant}«?\n")


def test_all_kinds_are_listed_where_none_is_near(program: Program) -> None:
    # »afsnit« stands in the message, and so was left out of the list.
    outcome = program("søg", "kina", "-t", "qqq")
    assert {"  afsnit", "  pejlemærke", "  faktaboks"} <= set(outcome.err.splitlines())


ANSWERS = [
    *(["dokumenter"], ["dokumenter", "rk"], ["dokumenter", "findes ikke"]),
    *(["vis", "uss", "tech", "rk", "partnerskaber", "cms"], ["vis", "rk 99"], ["vis"]),
    *(["vis", "rk", "-d", "uss"], ["søg", "kvanteteknologi"], ["søg", "xyzzyplugh"]),
    *(["søg", "rk 6"], ["søg", '"Tech for Democracy"'], ["søg", ""]),
    *(["fravær", "biodiversitet"], ["fravær", "xyzzy"], ["fravær", "kvante", "-d", "rk"]),
    *(["fravær", ""], ["fravær", "x", "-d", "nej"]),
    *(["citér", "rk 6"], ["citér", "findes ikke"], ["citér", "rk 6", "--stil", "nej"]),
    *(["verificér"], ["verificér", "findes-ikke.md"], ["verificér", "--citat", "kort"]),
    ["verificér", "--citat", "Findes ikke i noget dokument, det er ganske sikkert."],
]


@pytest.mark.parametrize("args", ANSWERS, ids=" ".join)
def test_answers_follow_their_schema(program: Program, args: list[str]) -> None:
    definition = json.loads(program("skema", args[0]).out)
    jsonschema.Draft202012Validator.check_schema(definition)
    jsonschema.validate(program(*args, "--json").json, definition)


def test_schemas_are_known_in_every_spelling(program: Program) -> None:
    """An accent left out once meant that the schema was not found."""
    for typed in ("citer", "VERIFICER", "soeg", "sog", "eksporter"):
        assert program("skema", typed).status == 0, typed


def test_schemas_forbid_unknown_keys(program: Program) -> None:
    definition = json.loads(program("skema", "vis").out)
    answer = program("vis", "rk 1", "--json").json
    answer["sections"][0]["surprise"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(answer, definition)


def test_json_says_where_the_text_stands(program: Program, collection: Collection) -> None:
    for section in program("vis", "uss", "tech", "rk", "partnerskaber", "cms", "--json").json[
        "sections"
    ]:
        source = collection.source(section["document"]["id"])
        lines = source.line_ranges([(start, end) for start, end in section["source"]["chars"]])
        assert [list(pair) for pair in lines] == section["source"]["lines"]
        assert section["source"]["sha256"] == source.sha256
        own = collection.section(section["id"])
        document = collection.document(section["document"]["id"])
        assert section["citation"] == short_citation(document, own)


def test_formats_of_the_list(program: Program) -> None:
    assert program("dokumenter", "--format", "csv").out.splitlines()[0].startswith("id,title")
    assert len(program("dokumenter", "--format", "jsonl").out.splitlines()) == 5
    listed = program("dokumenter", "rk", "--format", "md").out
    assert listed.count("\n| rk/") == 49
    assert listed.startswith("| Id | Slags | Nummer | Titel | Sted |\n")
    shown = program("dokumenter", "--format", "md").out
    assert shown.startswith("| Id | Titel | Udgiver | Dato | Nummer | Adresse | Fil | sha256 |\n")
