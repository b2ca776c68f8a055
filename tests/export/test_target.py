"""Nobody's file is written over, and nothing half is ever in its place."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from strategikort.errors import StrategikortError
from strategikort.output.export.target import write_file, write_folder, write_text
from tests.export.conftest import Program


@pytest.mark.parametrize("name", ["ud.md", "ud.jsonl", "ud.csv", "ud.sqlite"])
def test_a_file_that_is_there_stays(program: Program, tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.write_text("mit eget")
    outcome = program("eksportér", str(target), "--json")
    assert (outcome.status, outcome.json["error"]["code"]) == (2, "file_exists")
    assert "brug --overskriv" in outcome.err
    assert target.read_text() == "mit eget"
    assert program("eksportér", str(target), "--overskriv").status == 0
    assert target.read_bytes() != b"mit eget"
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_write_that_fails_changes_nothing(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "det første"
        raise OSError(28, "No space left on device")

    target = tmp_path / "ud.txt"
    target.write_text("før")
    with pytest.raises(OSError, match="space"):
        write_text(target, pieces(), overwrite=True)
    with pytest.raises(OSError, match="space"):
        write_folder(tmp_path / "mappe", [("a", pieces())], overwrite=True)
    assert target.read_text() == "før"
    assert [path.name for path in tmp_path.iterdir()] == ["ud.txt"]


def test_a_file_that_appears_meanwhile_stays(tmp_path: Path) -> None:
    target = tmp_path / "ud.txt"

    def build(path: Path) -> None:
        path.write_text("ny")
        target.write_text("en andens")

    with pytest.raises(StrategikortError) as error:
        write_file(target, build, overwrite=False)
    assert error.value.code == "file_exists"
    assert target.read_text() == "en andens"
    assert [path.name for path in tmp_path.iterdir()] == ["ud.txt"]


def test_a_folder_lists_its_files_and_replaces_only_them(tmp_path: Path) -> None:
    folder = tmp_path / "ud"
    write_folder(folder, [("a", ["1"]), ("b", ["2"])], overwrite=False)
    listed = json.loads((folder / "indhold.json").read_text())["files"]
    assert listed == {
        name: hashlib.sha256(text).hexdigest() for name, text in (("a", b"1"), ("b", b"2"))
    }
    with pytest.raises(StrategikortError) as error:
        write_folder(folder, [("a", ["3"])], overwrite=False)
    assert error.value.code == "file_exists"
    (folder / "min.txt").write_text("min")
    assert write_folder(folder, [("a", ["3"])], overwrite=True) == ["a", "indhold.json"]
    assert {path.name: path.read_text() for path in folder.iterdir() if path.suffix != ".json"} == {
        "a": "3", "min.txt": "min",
    }  # fmt: skip
    with pytest.raises(StrategikortError) as error:
        write_folder(folder, [("min.txt", ["x"])], overwrite=True)
    assert error.value.code == "file_exists"
    assert (folder / "min.txt").read_text() == "min"
    assert (folder / "a").read_text() == "3"


@pytest.mark.parametrize(
    "manifest", ["ikke json", "[]", '{"files": 7}', '{"files": {"../udenfor": "x"}}']
)
def test_a_manifest_of_somebody_else_gives_no_rights(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "udenfor").write_text("min")
    folder = tmp_path / "ud"
    folder.mkdir()
    (folder / "a").write_text("min")
    (folder / "indhold.json").write_text(manifest)
    with pytest.raises(StrategikortError):
        write_folder(folder, [("a", ["1"])], overwrite=True)
    assert (folder / "a").read_text() == (tmp_path / "udenfor").read_text() == "min"


def test_places_that_cannot_be_written(program: Program, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x")
    (tmp_path / "mappe").mkdir()
    for target, code in (
        (tmp_path / "fil" / "ud.csv", "no_folder"),
        (tmp_path / "nej" / "ud.csv", "no_folder"),
    ):
        outcome = program("eksportér", str(target), "--json")
        assert (outcome.status, outcome.json["error"]["code"]) == (2, code)
    folder = program("eksportér", str(tmp_path / "mappe"), "--format", "csv", "--json")
    assert folder.json["error"]["code"] == "is_a_folder"
    file = program("eksportér", str(tmp_path / "fil"), "--json")
    assert file.json["error"]["code"] == "is_a_file"


@pytest.mark.skipif(os.name == "nt", reason="paths are shorter there")
@pytest.mark.parametrize(
    "name", [f"{'å' * 122}.md", "å" * 127, "𝛂" * 63], ids=["file", "folder", "signs"]
)
def test_a_name_as_long_as_can_be(program: Program, tmp_path: Path, name: str) -> None:
    # A folder with a name of more than 240 bytes could not be written.
    assert program("eksportér", str(tmp_path / name), "-d", "rk").status == 0
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(os.name == "nt", reason="rights")
def test_an_export_is_as_open_as_other_files(tmp_path: Path) -> None:
    (tmp_path / "anden").write_text("x")
    write_text(tmp_path / "ud", ["x"], overwrite=False)
    assert (tmp_path / "ud").stat().st_mode == (tmp_path / "anden").stat().st_mode


@pytest.mark.parametrize(
    ("made", "write"),
    [
        ("mkstemp", lambda path: write_text(path, ["a"], overwrite=False)),
        ("mkdtemp", lambda path: write_folder(path, [("a.md", ["a"])], overwrite=False)),
    ],
)
def test_an_error_of_the_system_names_the_file_that_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: str, write: Callable[[Path], None]
) -> None:
    # The hidden file beside it was named: »mappe/.ud.csv-x1y2z3« kan ikke bruges.
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "read-only", str(tmp_path / ".ud-x1y2z3"))

    monkeypatch.setattr(tempfile, made, refuse)
    with pytest.raises(OSError, match="read-only") as refused:
        write(tmp_path / "ud")
    assert refused.value.filename == str(tmp_path / "ud")


def test_a_collection_is_never_written_over(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # »184 afsnit fra 6 dokumenter er skrevet til samling.sqlite«, and the collection was gone.
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    memo = tmp_path / "notat.md"
    memo.write_text("# Notat om gadekær\n\n»Rusland ser stort på international lov.«\n")
    assert program("tilføj", str(memo)).status == 0
    (own,) = (tmp_path / "data").rglob("*.sqlite")
    for words in (
        ["eksportér", str(own)],
        ["kort", "rk/24", "--html", str(own)],
        ["verificér", str(memo), "--pakke", str(own)],
    ):
        outcome = program(*words, "--overskriv")
        assert outcome.status == 2
        assert outcome.err.startswith(f"Fejl: »{own}« er en samling og overskrives ikke.\n")
    assert "[notat-om-gadekær/notat-om-gadekær]" in program("søg", "gadekær").out


def test_a_file_that_is_read_is_not_written_over(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    source, memo = tmp_path / "kilde.md", tmp_path / "notat.md"
    source.write_text("# Notat om gadekær\n\nEt sted.\n")
    memo.write_text("»Rusland ser stort på international lov.«\n")
    assert program("tilføj", str(source)).status == 0
    for words, file in (
        (["eksportér", str(source)], source),
        (["kort", "rk/24", "--html", str(source)], source),
        (["verificér", str(memo), "--pakke", str(source)], source),
        (["verificér", str(memo), "--pakke", str(memo)], memo),
    ):
        before = file.read_bytes()
        outcome = program(*words, "--overskriv")
        said = f"Fejl: »{file}« er en fil, der læses fra, og overskrives ikke.\n"
        assert (outcome.status, outcome.err) == (2, f"{said}Vælg et andet navn.\n")
        assert file.read_bytes() == before
