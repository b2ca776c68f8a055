"""Files that were to be added and could not be read are told of wherever something is absent."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from strategikort.holdings import database
from strategikort.index.storage import schema
from strategikort.library import Collection
from strategikort.output.screen import Screen
from tests.holdings.conftest import NOTE, Program, checked

BROKEN = bytes(range(256)) * 4


@pytest.fixture
def broken(program: Program, own: Path, files: Path) -> Path:
    """A folder of which all but one file has been added."""
    path = files / "brudt.pdf"
    path.write_bytes(BROKEN)
    assert program("tilføj", str(files)).status == 2
    return path


def unread(program: Program) -> list[str]:
    return [item["file"] for item in checked(program, "status")["unread_files"]]


def test_an_absence_tells_what_was_not_searched(program: Program, broken: Path) -> None:
    text = program("fravær", "ulve").out
    assert "Der er ikke søgt i filer, der skulle være i samlingen" in text
    assert f"Filen {broken} kan ikke læses" in " ".join(text.split())
    (told,) = checked(program, "fravær", "ulve")["unread_files"]
    assert told["file"] == str(broken)
    assert told["code"] == "unknown_format"


def test_not_where_documents_are_chosen(program: Program, broken: Path) -> None:
    assert checked(program, "fravær", "ulve", "-d", "tech")["unread_files"] == []
    assert "ikke søgt i filer" not in program("fravær", "ulve", "-d", "tech").out


def test_a_search_that_finds_nothing_says_so(program: Program, broken: Path) -> None:
    said = "1 fil, der skulle være i samlingen, kunne ikke læses; se strategikort status."
    assert said in program("søg", "ulvebestand").err
    assert said not in program("søg", "ulvebestand", "-d", "tech").err
    assert said not in program("søg", "kvanteforskning").err


def test_status_shows_them(program: Program, broken: Path) -> None:
    text = program("status").out
    assert "1 fil kunne ikke læses" in text
    assert str(broken) in text
    assert "brudt" not in program("status", "kvantestrategi-2026").out


def test_a_terminal_has_no_line_broken_in_a_word(
    program: Program, broken: Path, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twin = files / "afskrift af kvantestrategien i en anden mappe.md"
    shutil.copy(next(files.glob("*.md")), twin)
    (files / "tegn.txt").write_text("Der er \ufffd\ufffd tegn, som er gået tabt. " * 3, "utf-8")
    monkeypatch.setattr(Screen, "of", lambda *_: Screen(40))
    added, shown = program("tilføj", str(files)).out, program("status").out
    assert "Bemærk" in added
    assert "Samme indhold i" in shown
    long = [line for line in (added + shown).splitlines() if len(line) > 40]
    # A path that is too long for any line is left whole.
    assert [line for line in long if " " in line.strip() and "Samling: " not in line] == []


def test_the_library_gives_them(broken: Path) -> None:
    with Collection.open() as collection:
        assert [Path(item.file) for item in collection.unread_files()] == [broken]


def test_what_has_been_read_since_is_not_among_them(program: Program, broken: Path) -> None:
    broken.write_text(NOTE.replace("torsk", "sild"), encoding="utf-8")
    assert program("tilføj", str(broken)).status == 0
    assert unread(program) == []


def test_what_has_the_content_of_another_file_since_is_not_among_them(
    program: Program, broken: Path, files: Path
) -> None:
    broken.write_bytes((files / "notat.md").read_bytes())
    answer = checked(program, "tilføj", str(broken))
    assert [item["status"] for item in answer["documents"]] == ["duplicate"]
    assert unread(program) == []


def test_an_update_tries_again_when_the_file_has_changed(program: Program, broken: Path) -> None:
    assert program("opdatér").status == 0  # it is as it was: nothing to be said again
    assert program("opdatér", "--alle").status == 2
    broken.write_text(NOTE.replace("torsk", "sild"), encoding="utf-8")
    updated = program("opdatér")
    assert updated.status == 0
    assert "tilføjet" in updated.out
    assert unread(program) == []


def test_a_better_reader_tries_again(
    program: Program, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("strategikort.holdings.update.READER_VERSION", 999)
    assert program("opdatér").status == 2


def test_a_file_that_was_closed_is_tried_again(
    program: Program, own: Path, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bytes, access = Path.read_bytes, os.access

    def refuse(path: Path) -> bytes:
        if path.name == "notat.md":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    def is_open(path: Path, mode: int) -> bool:
        return access(path, mode) and Path(path).name != "notat.md"

    with monkeypatch.context() as closed:
        closed.setattr(Path, "read_bytes", refuse)
        closed.setattr(os, "access", is_open)
        assert program("tilføj", str(files)).status == 2
        assert program("opdatér").status == 0
    assert "tilføjet" in program("opdatér").out
    assert unread(program) == []


@pytest.mark.parametrize("wrong", ["id: [", "id: rk"])
def test_a_profile_that_is_put_right_is_enough(
    program: Program, own: Path, files: Path, wrong: str
) -> None:
    profile = files / "notat.md.yaml"
    profile.write_text(wrong, encoding="utf-8")
    assert program("tilføj", str(files)).status == 2
    profile.write_text("id: fisk\n", encoding="utf-8")
    assert "fisk" in program("opdatér").out
    assert unread(program) == []


def test_a_file_that_is_gone_is_not_told_of(program: Program, broken: Path) -> None:
    broken.unlink()
    assert unread(program) == []
    assert program("opdatér").status == 0


def test_a_folder_that_was_closed_is_gone_through_when_it_is_open(
    program: Program, own: Path, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = files / "mappe"
    inside.mkdir()
    (files / "notat.md").rename(inside / "notat.md")
    scandir, access = os.scandir, os.access

    def refuse(path: Path) -> object:
        if path == inside:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    def is_open(path: Path, mode: int) -> bool:
        return access(path, mode) and Path(path) != inside

    with monkeypatch.context() as closed:
        closed.setattr(os, "scandir", refuse)
        closed.setattr(os, "access", is_open)
        assert program("tilføj", str(files)).status == 2
        assert program("opdatér").status == 0
        assert unread(program) == [str(inside)]
    assert "notat-om-fiskeri" in program("opdatér").out
    assert unread(program) == []


def test_a_changed_document_that_cannot_be_read_is_not_unread(
    program: Program, own: Path, added: Path
) -> None:
    """What it said before is in the collection, and its state is told."""
    (added / "notat.md").write_bytes(BROKEN)
    assert program("opdatér").status == 2
    assert unread(program) == []


def test_one_is_forgotten_by_its_path(program: Program, broken: Path, files: Path) -> None:
    answer = checked(program, "fjern", os.path.relpath(broken))
    assert answer == {"schema_version": 1, "removed": [], "forgotten": [os.path.relpath(broken)]}
    assert unread(program) == []
    assert broken.exists()


def test_a_mistyped_path_is_no_file(program: Program, own: Path, files: Path) -> None:
    assert program("tilføj", str(files / "findes-ikke.pdf")).status == 2
    assert program("status").status == 1
    assert "kunne ikke læses" not in program("fravær", "ulve").out


@pytest.mark.parametrize("version", [database.OLDEST, schema.SCHEMA_VERSION - 1])
def test_a_collection_from_before_can_remember_them(
    program: Program, own: Path, added: Path, version: int
) -> None:
    connection = sqlite3.connect(own)
    connection.execute("DROP TABLE unread_files")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    assert unread(program) == []
    (added / "brudt.pdf").write_bytes(BROKEN)
    program("tilføj", str(added))
    assert unread(program) == [str(added / "brudt.pdf")]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_file_whose_name_is_no_text_is_remembered(
    program: Program, own: Path, files: Path
) -> None:
    name = os.fsdecode("gr\u00f8n.txt".encode("latin-1"))
    path = files / name
    try:
        path.write_text("Ulve i Danmark.", encoding="utf-8")
    except OSError:
        pytest.skip("the file system has only names that are text")
    assert program("tilføj", str(files)).status == 2
    assert program("opdatér").status == 0
    (told,) = checked(program, "fravær", "ulve")["unread_files"]
    assert told["code"] == "bad_name"
    assert told["file"].startswith(str(files / "gr"))
    assert "er ikke gyldig tekst (UTF-8)" in " ".join(program("status").out.split())
    path.rename(files / "grøn.txt")
    assert unread(program) == []
    (files / "grøn.txt").rename(path)
    assert len(unread(program)) == 1
    assert program("fjern", str(path)).status == 0
    assert unread(program) == []
