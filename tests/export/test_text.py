"""Markdown, CSV and JSONL: all that is there, each row with its proof, nothing that acts."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from strategikort.library import Collection
from strategikort.output.objects import dump_line, section_object
from strategikort.output.screen import safe
from tests.export.conftest import Program


def shown(markdown: str) -> str:
    """What a reader of rendered Markdown sees: the text, without any markup."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    parts: list[str] = []
    for token in tokens:
        for child in token.children or ():
            assert child.type in ("text", "softbreak", "text_special"), child
            parts.append(" " if child.type == "softbreak" else child.content)
        assert token.type not in ("html_block", "code_block", "fence", "ordered_list_open")
        parts.append(" ")
    return " ".join("".join(parts).split())


def test_jsonl_is_every_section_after_the_contract(
    program: Program, collection: Collection
) -> None:
    outcome = program("eksportér", "-", "--format", "jsonl")
    expected = (
        section_object(collection.document(item.document), item) for item in collection.sections()
    )
    assert outcome.out.splitlines() == [dump_line(item) for item in expected]


def test_csv_rows_prove_themselves(program: Program, collection: Collection) -> None:
    outcome = program("eksportér", "-", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(outcome.out)))
    sections = list(collection.sections())
    assert [row["id"] for row in rows] == [section.id for section in sections]
    for row, section in zip(rows, sections, strict=True):
        document = collection.document(section.document)
        source = collection.source(section.document)
        assert row["sha256"] == document.sha256
        assert row["citation"]
        chars = [part.split("..") for part in row["chars"].split(", ") if part]
        assert [(int(start), int(end)) for start, end in chars] == list(section.pieces)
        raw = "".join(source.text[int(start) : int(end)] for start, end in chars)
        assert set("".join(section.text.text.split())) <= set(raw)


def test_a_search_is_exported_with_rank_and_place(program: Program) -> None:
    found = program("søg", "kvanteteknologi", "--json", "-n", "1000").json
    outcome = program("eksportér", "-", "--format", "csv", "--søg", "kvanteteknologi")
    rows = list(csv.DictReader(io.StringIO(outcome.out)))
    assert [row["citation"] for row in rows] == [item["citation"] for item in found["results"]]
    assert [row["rank"] for row in rows] == [str(item["rank"]) for item in found["results"]]
    lines = program("eksportér", "-", "--format", "jsonl", "--søg", "kvanteteknologi").out
    assert [json.loads(line) for line in lines.splitlines()] == found["results"]


def test_fewer_hits_than_there_are_is_said(program: Program) -> None:
    outcome = program("eksportér", "-", "--format", "jsonl", "--søg", "Danmark", "-n", "3")
    assert len(outcome.out.splitlines()) == 3
    assert "steder mere er ikke eksporteret; hæv antallet med -n." in outcome.err


@pytest.mark.parametrize("option", [("-n", "3"), ("--nøjagtig",)])
def test_what_narrows_a_search_is_refused_without_one(
    program: Program, option: tuple[str, ...]
) -> None:
    outcome = program("eksportér", "-", "--format", "csv", *option)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == f"Fejl: {option[0]} gælder kun en søgning.\nAngiv den med --søg.\n"


def test_documents_and_kinds_narrow_it(program: Program) -> None:
    outcome = program("eksportér", "-", "--format", "jsonl", "-d", "uss", "-t", "pejlemærker")
    ids = [json.loads(line)["id"] for line in outcome.out.splitlines()]
    assert ids == [f"uss/pejlemærker/{number}" for number in range(1, 9)]


@pytest.mark.parametrize("form", ["md", "jsonl", "csv", "xlsx", "sqlite", "opensearch"])
def test_nothing_to_export_writes_nothing(program: Program, tmp_path: Path, form: str) -> None:
    target = tmp_path / "ud"
    choice = ["--søg", "xyzzyx", "--nøjagtig"]
    outcome = program("eksportér", str(target), "--format", form, *choice, "--json")
    assert outcome.status == 1
    assert outcome.json["rows"] == 0
    assert "intet at eksportere" in outcome.err
    assert not target.exists()
    narrowed = program("eksportér", str(target), "--format", form, "-d", "rk", "-t", "pejlemærke")
    assert narrowed.status == 1
    assert not target.exists()


def test_markdown_shows_the_text_and_nothing_else(program: Program, collection: Collection) -> None:
    text = shown(program("eksportér", "-", "--format", "md").out)
    position = 0
    for section in collection.sections():
        for expected in (section.label, section.text.text, f"[{section.id}]"):
            expected = " ".join(safe(expected).split())
            at = text.find(expected, position)
            assert at >= 0, (section.id, expected)
            position = at + len(expected)
    for document in collection.documents:
        assert document.sha256 in text


def test_markdown_of_a_hostile_document(program: Program, hostile: str) -> None:
    outcome = program("eksportér", "-", "--format", "md", "-d", hostile)
    text = shown(outcome.out)
    assert "<script>alert(1)</script>" in text
    assert "=1+1 er en formel, og dette er ikke fed, &amp; heller ikke kode." in text
    assert "-2+3 begynder også som en formel. 3. punkt" in text
    assert "\u202e" not in outcome.out


def test_csv_of_a_hostile_document(program: Program, hostile: str) -> None:
    outcome = program("eksportér", "-", "--format", "csv", "-d", hostile)
    for row in csv.reader(io.StringIO(outcome.out)):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    assert "\u202e" not in outcome.out


def test_a_folder_has_a_file_for_each_document(
    program: Program, tmp_path: Path, collection: Collection
) -> None:
    outcome = program("eksportér", str(tmp_path / "ud"), "--json")
    names = {f"{document.id}.md" for document in collection.documents} | {"indhold.json"}
    assert {path.name for path in (tmp_path / "ud").iterdir()} == names
    assert {Path(name).name for name in outcome.json["files"]} == names
    whole = program("eksportér", "-", "--format", "md").out
    parts = [
        (tmp_path / "ud" / f"{item.id}.md").read_text("utf-8") for item in collection.documents
    ]
    assert "\n".join(parts) == whole


def test_the_same_collection_gives_the_same_bytes(program: Program, tmp_path: Path) -> None:
    for suffix in ("md", "jsonl", "csv", "xlsx", "sqlite"):
        one, other = tmp_path / f"1.{suffix}", tmp_path / f"2.{suffix}"
        for path in (one, other):
            assert program("eksportér", str(path)).status == 0
        assert one.read_bytes() == other.read_bytes()


def test_an_unclear_form_is_refused(program: Program, tmp_path: Path) -> None:
    for target, words in (
        ("-", "Formen kan ikke ses af -."),
        (str(tmp_path / "ud.ods"), "Endelsen .ods siger ikke"),
    ):
        outcome = program("eksportér", target)
        assert outcome.status == 2
        assert words in outcome.err
    for extra, words in (
        (["--format", "sqlite"], "En SQLite-fil kan ikke skrives til standardoutput."),
        (["--format", "xlsx"], "En Excel-fil kan ikke skrives til standardoutput."),
        (["--format", "csv", "--json"], "--json og - skriver begge"),
    ):
        outcome = program("eksportér", "-", *extra)
        assert outcome.status == 2
        assert words in outcome.err
