"""Files with the same content: they are one document until one of them is changed."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from strategikort.holdings import database
from strategikort.index.storage import schema
from tests.holdings.conftest import Program, checked
from tests.holdings.test_trouble import whole

LIBRARY = "# A\n\nBiblioteket åbner i maj, zqdup.\n"
MUSEUM = "# A\n\nMuseet lukker.\n"


@pytest.fixture
def twins(own: Path, tmp_path: Path, program: Program) -> Path:
    """A folder with two files that are one document."""
    folder = tmp_path / "d"
    folder.mkdir()
    for name in ("a.md", "b.md"):
        (folder / name).write_text(LIBRARY, encoding="utf-8")
    answer = checked(program, "tilføj", str(folder))
    assert [item["status"] for item in answer["documents"]] == ["added", "duplicate"]
    return folder


def happened(program: Program, *args: str, status: int = 0) -> list[tuple[str, str]]:
    answer = checked(program, *args, status=status)
    return [(item["id"], item["status"]) for item in answer["documents"]]


def also(program: Program, document: str = "a") -> list[tuple[str, str]]:
    (row,) = checked(program, "status", document)["documents"]
    return [(Path(item["file"]).name, item["state"]) for item in row["also"]]


@pytest.mark.parametrize("command", ["opdatér", "tilføj", "tilføj den ene"])
def test_a_twin_becomes_a_document_when_the_other_is_changed(
    program: Program, own: Path, twins: Path, command: str
) -> None:
    assert also(program) == [("b.md", "same")]
    assert f"Samme indhold i: {twins / 'b.md'}\n" in program("status").out
    (twins / "a.md").write_text(MUSEUM, encoding="utf-8")
    paths = {"opdatér": [], "tilføj": [twins], "tilføj den ene": [twins / "a.md"]}[command]
    found = happened(program, command.split()[0], *map(str, paths))
    assert found == [("a", "updated"), ("a-2", "added")]
    assert program("fravær", "zqdup").status == 1
    assert "[a-2/a]" in program("søg", "zqdup").out
    assert also(program) == []
    assert happened(program, "opdatér") == [("a", "unchanged"), ("a-2", "unchanged")]
    whole(own)


def test_a_twin_that_was_copied_stays_so(program: Program, own: Path, twins: Path) -> None:
    program("tilføj", str(twins / "a.md"), "--kopiér")
    (twins / "a.md").write_text(MUSEUM, encoding="utf-8")
    happened(program, "opdatér")
    (row,) = checked(program, "status", "a-2")["documents"]
    assert (own.parent / row["file"]).read_text(encoding="utf-8") == LIBRARY


def test_a_twin_that_is_changed_itself_becomes_a_document(
    program: Program, own: Path, twins: Path
) -> None:
    assert happened(program, "opdatér") == [("a", "unchanged")]
    (twins / "b.md").write_text(MUSEUM, encoding="utf-8")
    assert also(program) == [("b.md", "changed")]
    assert "b.md (er ændret)" in program("status", "a").out
    assert happened(program, "opdatér") == [("a", "unchanged"), ("a-2", "added")]
    assert "[a/a]" in program("søg", "zqdup").out
    assert "[a-2/a]" in program("søg", "museet").out


def test_several_twins_become_one_document(program: Program, own: Path, twins: Path) -> None:
    (twins / "c.md").write_text(LIBRARY, encoding="utf-8")
    program("tilføj", str(twins / "c.md"))
    (twins / "a.md").write_text(MUSEUM, encoding="utf-8")
    found = happened(program, "opdatér")
    assert found == [("a", "updated"), ("a-2", "added"), ("a-2", "duplicate")]
    assert also(program, "a-2") == [("c.md", "same")]


def test_a_document_follows_its_twin_when_its_file_is_gone(
    program: Program, own: Path, twins: Path
) -> None:
    (twins / "a.md").unlink()
    assert happened(program, "opdatér") == [("a", "moved")]
    assert also(program) == []
    assert program("søg", "zqdup").err == ""


def test_a_twin_that_is_gone_is_missed_only_when_its_content_is(
    program: Program, own: Path, twins: Path
) -> None:
    (twins / "b.md").unlink()
    assert also(program) == [("b.md", "missing")]
    assert happened(program, "opdatér") == [("a", "unchanged")]
    (twins / "a.md").write_text(MUSEUM, encoding="utf-8")
    outcome = program("opdatér", "--json")
    assert outcome.status == 2
    assert [item["code"] for item in outcome.json["errors"]] == ["missing_file"]
    assert "b.md, der havde samme indhold som a, findes ikke mere." in outcome.err
    assert happened(program, "opdatér") == [("a", "unchanged")]


def test_a_twin_that_cannot_be_read_is_said_once_in_every_run(
    program: Program, own: Path, twins: Path
) -> None:
    (twins / "a.md").write_text(MUSEUM, encoding="utf-8")
    (twins / "b.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    for _ in range(2):
        outcome = program("opdatér", "--json")
        assert outcome.status == 2
        assert [item["code"] for item in outcome.json["errors"]] == ["unknown_format"]
    assert also(program) == [("b.md", "changed")]


def test_the_file_that_a_document_was_read_from_before_is_its_twin(
    program: Program, own: Path, twins: Path
) -> None:
    found = happened(program, "tilføj", str(twins / "b.md"), "--titel", "Biblioteket")
    assert found == [("a", "updated")]
    assert also(program) == [("a.md", "same")]
    (twins / "a.md").write_text(MUSEUM, encoding="utf-8")
    assert happened(program, "opdatér") == [("a", "unchanged"), ("a-2", "added")]


def test_a_touched_twin_is_the_same(program: Program, own: Path, twins: Path) -> None:
    os.utime(twins / "b.md", ns=(1, 1))
    assert also(program) == [("b.md", "same")]
    assert happened(program, "opdatér") == [("a", "unchanged")]


def test_it_is_said_which_file_has_the_content_of_another(
    program: Program, own: Path, twins: Path
) -> None:
    assert program("tilføj", str(twins)).out == (
        "a  A  uændret: 1 afsnit\n"
        "a  A  findes allerede: 1 afsnit\n"
        f"  Samme indhold i: {twins / 'b.md'}\n"
    )


def test_it_is_said_where_the_content_of_a_removed_document_is_as_well(
    program: Program, own: Path, twins: Path
) -> None:
    """»fjern "*/gammelt/*"« took out what lay in other folders too, without a word."""
    removed = program("fjern", "a")
    assert (removed.status, removed.out) == (0, "a er fjernet.\n")
    assert removed.err == (
        f"Indholdet af a er også i {twins / 'b.md'}, som nu heller ikke er i samlingen.\n"
    )
    program("tilføj", str(twins))
    (twins / "b.md").unlink()
    assert program("fjern", "a").err == ""


def test_the_twins_of_a_removed_document_are_forgotten(
    program: Program, own: Path, twins: Path
) -> None:
    program("fjern", "a")
    assert happened(program, "opdatér", status=1) == []
    assert happened(program, "tilføj", str(twins / "b.md")) == [("a", "added")]


@pytest.mark.parametrize("version", [database.OLDEST, schema.SCHEMA_VERSION - 1])
def test_a_collection_from_before_twins_were_remembered(
    program: Program, own: Path, twins: Path, version: int
) -> None:
    connection = sqlite3.connect(own)
    connection.execute("DROP TABLE twins")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.commit()
    connection.close()
    assert program("status").status == 0
    assert happened(program, "tilføj", str(twins)) == [("a", "unchanged"), ("a", "duplicate")]
    assert also(program) == [("b.md", "same")]


def test_a_copy_of_the_collection_is_no_twin(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "et-navn.txt"
    path.write_text("hej med dig om zqt\n", encoding="utf-8")
    own = ("--samling", str(tmp_path / "samling.sqlite"))
    program("tilføj", str(path), "--kopiér", "--titel", "Hej", *own)
    for _ in range(2):
        found = happened(program, "tilføj", str(tmp_path / "samling-filer"), *own)
        assert found == [("hej", "duplicate")]
        (row,) = checked(program, "status", *own)["documents"]
        assert (row["came_from"], row["also"]) == ("et-navn.txt", [])
        path.unlink(missing_ok=True)
