"""``sammenlign``: subjects, sections and disagreements."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import jsonschema
import pytest

from strategikort.library import Collection
from strategikort.output.compare import subject_table, subject_text
from strategikort.output.screen import Screen
from tests.conftest import Program


def test_a_block_for_each_document(program: Program) -> None:
    answer = program("sammenlign", "kvanteteknologi", "--json").json
    assert [column["document"]["id"] for column in answer["columns"]] == ["uss", "tech", "cms"]
    assert {document["id"] for document in answer["silent"]} == {"rk", "partnerskaber"}
    assert all(len(column["results"]) <= 3 for column in answer["columns"])
    text = program("sammenlign", "kvanteteknologi").out
    assert "Siger intet om »kvanteteknologi«: rk" in text


def test_half_of_a_subject_is_not_said_of_it_where_others_say_all(program: Program) -> None:
    # The conclusions speak of infrastructure, and not of any that is critical.
    answer = program("sammenlign", "kritisk infrastruktur", "--json").json
    assert [column["document"]["id"] for column in answer["columns"]] == ["uss", "tech"]
    assert [document["id"] for document in answer["partly"]] == ["rk"]
    said = "Har kun nogle af ordene i »kritisk infrastruktur«: "
    assert f"{said}rk" in program("sammenlign", "kritisk infrastruktur").out
    assert said in program("sammenlign", "kritisk infrastruktur", "--format", "md").out
    assert program("sammenlign", "infrastruktur", "--json").json["partly"] == []


def test_sections_side_by_side(program: Program, collection: Collection) -> None:
    answer = program("sammenlign", "rk/24", "tech/prioriteter/10/faktabokse/2", "--json").json
    assert [section["id"] for section in answer["sections"]] == [
        "rk/24",
        "tech/prioriteter/10/faktabokse/2",
    ]
    for section in answer["sections"]:
        marked = {section["text"][start:end] for start, end in section["highlights"]}
        assert {"San", "Francisco"} <= marked
    assert "eu-kontor-usa" in {name["id"] for name in answer["shared"]["names"]}
    assert {link["kind"] for link in answer["links"]} == {"initiativ", "tema"}


def by_question(program: Program) -> dict[str, dict[str, object]]:
    answer = program("sammenlign", "--uenigheder", "--json").json
    return {
        f"{item['id']} {item['subject'] or ''}".strip(): item for item in answer["disagreements"]
    }


def test_disagreements_that_a_reader_finds(program: Program) -> None:
    found = by_question(program)
    counts = {
        (s["value"], s["counted"])
        for s in found["antal-partnerskaber"]["statements"]  # type: ignore[attr-defined]
    }
    assert counts == {("8", False), ("9", True)}
    japan = {
        (s["evidence"]["section"], s["value"])
        for s in found["partnerskabets-slags Japan"]["statements"]  # type: ignore[attr-defined]
    }
    assert ("uss/4.3", "grønt strategisk partnerskab") in japan
    assert ("partnerskaber/japan", "strategisk partnerskab") in japan
    assert "partnerskabets-slags Australien" in found
    assert "eus-kontor-i-usa" in found


def test_agreements_are_no_disagreements(program: Program) -> None:
    found = by_question(program)
    assert not any(name.startswith("partnerskabets-aar") for name in found)
    assert "fremtidstopmoede" not in found
    assert "partnerskabets-slags Indien" not in found


def test_every_statement_stands_where_it_says(program: Program, collection: Collection) -> None:
    for item in program("sammenlign", "--uenigheder", "--json").json["disagreements"]:
        assert len({statement["value"] for statement in item["statements"]}) > 1
        for statement in item["statements"]:
            evidence = statement["evidence"]
            section = collection.section(evidence["section"])
            if evidence["start"] is None:
                assert evidence["text"] == section.title
            else:
                cut = section.text.text[evidence["start"] : evidence["end"]]
                assert cut == evidence["text"]
            assert evidence["source"]["lines"]


def test_disagreements_of_a_subject(program: Program) -> None:
    found = program("sammenlign", "Japan", "--json").json["disagreements"]
    assert "Japan" in {item["subject"] for item in found}
    assert program("sammenlign", "kvanteteknologi", "--json").json["disagreements"] == []


@pytest.mark.parametrize(
    "args",
    [
        ("kvanteteknologi",),
        ("xyzzyplugh",),
        ("rk/24", "uss/5.6"),
        ("--uenigheder",),
        ("--uenigheder", "-d", "rk"),
        ("rk/24",),
        (),
    ],
)
def test_answers_follow_the_schema(program: Program, args: tuple[str, ...]) -> None:
    schema = json.loads(program("skema", "sammenlign").out)
    jsonschema.validate(program("sammenlign", *args, "--json").json, schema)


def test_statuses(program: Program) -> None:
    assert program("sammenlign", "kvanteteknologi").status == 0
    assert program("sammenlign", "xyzzyplugh").status == 1
    assert program("sammenlign").status == 2
    assert program("sammenlign", "rk/24").status == 2
    assert program("sammenlign", "rk/24", "uss/5.6", "--format", "csv").status == 2


def test_only_disagreements_on_a_subject(program: Program) -> None:
    """The option was passed over where a subject was named."""
    everything = program("sammenlign", "partnerskaber")
    found = program("sammenlign", "partnerskaber", "--uenigheder")
    shown = found.out.strip()
    assert shown.startswith("Teksterne siger hver sit\n")
    assert everything.out.strip().endswith(shown)
    answer = program("sammenlign", "partnerskaber", "--uenigheder", "--json").json
    whole = program("sammenlign", "partnerskaber", "--json").json
    assert answer["disagreements"] == whole["disagreements"]
    sections = ("partnerskaber/japan", "uss/4.3")
    assert program("sammenlign", *sections, "--uenigheder").out.startswith("Teksterne siger hver")


@pytest.mark.parametrize("words", [["-d", "cms"], ["kvanteteknologi"]])
def test_where_texts_do_not_disagree_that_is_said(program: Program, words: list[str]) -> None:
    outcome = program("sammenlign", "--uenigheder", *words)
    assert (outcome.status, outcome.out) == (1, "")
    assert "siger hver sit" in outcome.err


def test_a_comparison_has_no_form_for_lines(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = program("sammenlign", "--uenigheder", "--format", "jsonl")  # was a table of Markdown
    assert outcome.status == 2
    assert json.loads(outcome.out)["error"]["code"] == "invalid_value"
    # A setting that it cannot heed is meant for other commands.
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "strategikort").mkdir()
    (tmp_path / "strategikort" / "config.yaml").write_text("format: jsonl\n", "utf-8")
    assert program("sammenlign", "kvanteteknologi").out.startswith("uss  ")


@pytest.mark.parametrize("form", ["csv", "md"])
def test_tables(program: Program, form: str) -> None:
    assert "kvantecenter" in program("sammenlign", "kvanteteknologi", "--format", form).out
    assert "otte udvalgte lande" in program("sammenlign", "--uenigheder", "--format", form).out


def test_passages_stand_under_their_documents_in_markdown(program: Program) -> None:
    asked = ["sammenlign", "kvanteteknologi"]
    answer = program(*asked, "--json").json
    expected: list[str] = []
    for column in answer["columns"]:
        expected.append(f"## {column['document']['title']}")
        for result in column["results"]:
            expected += [f"> {line}".rstrip() for line in result["text"].split("\n")]
            expected.append(result["citation"])
    out = re.sub(r"\\(.)", r"\1", program(*asked, "--format", "md").out)
    lines = [line for line in out.splitlines() if line]
    assert lines[: len(expected)] == expected
    assert all(line.startswith(("Siger intet om", "Har kun")) for line in lines[len(expected) :])


def test_what_only_goes_on_with_a_list_is_nothing_that_is_said(program: Program) -> None:
    """Places with »cybertruslen« go on with a search for »terrortrussel«; they do not say it."""
    assert program("søg", "terrortrussel", "--json").json["total"] > 10
    answer = program("sammenlign", "terrortrussel", "--json").json
    assert {column["document"]["id"]: column["total"] for column in answer["columns"]} == {"uss": 2}


def test_nothing_said_is_said_once(program: Program) -> None:
    # Every document of the collection was listed besides.
    outcome = program("sammenlign", "xyzzyx")
    said = "Ingen af dokumenterne siger noget om »xyzzyx«.\n"
    assert (outcome.status, outcome.out, outcome.err) == (1, "", said)


def test_the_formats_there_are_here_are_named(program: Program) -> None:
    outcome = program("sammenlign", "kina", "--format", "jsonl")
    assert "en af mulighederne: tekst, json, csv og md.\n" in outcome.err
    outcome = program("sammenlign", "rk/24", "uss/5.6", "--format", "csv")
    assert outcome.err.endswith("Brug --format tekst eller json.\n")


def test_lines_in_csv_are_those_of_the_citation(program: Program) -> None:
    # »9-9« for line 9, unlike every other table.
    rows = list(csv.DictReader(io.StringIO(program("sammenlign", "japan", "--format", "csv").out)))
    assert rows
    for row in rows:
        assert f"l. {row['lines']} [" in row["citation"]


def test_of_many_silent_documents_some_are_named(collection: Collection) -> None:
    found = collection.compare("kvanteteknologi")
    documents = collection.by_id
    sections = {item.id: item for item in collection.sections()}
    many = found._replace(silent=found.silent * 600)
    text = subject_text(many, documents, sections, Screen())
    assert "rk (EU's digitale diplomati: Rådets konklusioner), partnerskaber (" in text
    assert " og 1.181 andre\n" in text
    assert " og 1.181 andre\n" in subject_table("md", many, documents)


def test_a_table_of_disagreements_says_what_the_answer_does(program: Program) -> None:
    items = program("sammenlign", "--uenigheder", "--json").json["disagreements"]
    table = program("sammenlign", "--uenigheder", "--format", "csv").out.removeprefix("\ufeff")
    keys = ("question", "value", "section", "text", "citation")
    assert [[row[key] for key in keys] for row in csv.DictReader(io.StringIO(table))] == [
        [item["question"], said["value"], *(said["evidence"][key] for key in keys[2:])]
        for item in items
        for said in item["statements"]
    ]


def test_references_typed_apart_are_compared(program: Program) -> None:
    # They were a subject: »Siger intet om »rk 24 tech prioritet 1«: uss, …«.
    whole = program("sammenlign", "rk/24", "tech/prioriteter/1").out
    assert program("sammenlign", "rk", "24", "prioritet", "1").out == whole
    assert program("sammenlign", "rk 24", "prioritet 1").out == whole
    three = program("sammenlign", "rk 7-9", "--json").json["sections"]
    assert [item["id"] for item in three] == ["rk/7", "rk/8", "rk/9"]


@pytest.mark.parametrize("typed", [["rk", "6"], ["rk 6"], ["rk/6"], ["prioritet", "5"]])
def test_one_section_is_too_few(program: Program, typed: list[str]) -> None:
    outcome = program("sammenlign", *typed)
    assert (outcome.status, outcome.out) == (2, "")
    assert "Der er kun ét afsnit at sammenligne." in outcome.err


def test_documents_are_compared_on_a_subject(program: Program) -> None:
    outcome = program("sammenlign", "uss", "tech")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.splitlines()[1:] == [
        "Skriv fx strategikort sammenlign klima -d uss -d tech. "
        "Hvad de har til fælles, viser strategikort kort -d uss -d tech."
    ]


@pytest.mark.parametrize("typed", [";", "", " ; "])
def test_a_subject_without_words_is_refused(program: Program, typed: str) -> None:
    outcome = program("sammenlign", typed)
    assert (outcome.status, outcome.out) == (2, "")
    assert "Der er ingen ord at søge efter." in outcome.err


@pytest.mark.parametrize("other", ["rk/titelblad", "tech/søjler/1/citat", "rk/fodnoter/1"])
def test_what_has_no_themes_is_put_beside_others_too(program: Program, other: str) -> None:
    """A front page ended with »Der er en fejl i programmet (KeyError)«."""
    outcome = program("sammenlign", other, "uss/1")
    assert outcome.status == 0
    assert f"[{other}]" in outcome.out
