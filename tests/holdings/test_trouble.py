"""Processes killed and interrupted, files and folders that resist: nothing is lost or half done."""

from __future__ import annotations

import ctypes
import os
import random
import signal
import sqlite3
import sys
import time
from pathlib import Path

import pytest

from strategikort.holdings import database
from strategikort.holdings.holdings import Holdings
from strategikort.holdings.problems import problem_of
from strategikort.index.storage.store import Store
from strategikort.library import Collection
from tests.conftest import Outcome
from tests.holdings.conftest import NOTE, Program
from tests.holdings.test_writer import contents
from tests.processes import ended, ran, start

WORDS = "digital kvante sikkerhed forsyning strategi indsats borger data klima handel".split()


def make_files(folder: Path, count: int, words: int = 400, name: str = "d") -> Path:
    folder.mkdir()
    maker = random.Random(name)
    for number in range(count):
        text = " ".join(maker.choice(WORDS) + maker.choice(WORDS) for _ in range(words))
        (folder / f"{name}{number:03}.md").write_text(
            f"# Dokument {name} nummer {number}\n\n## 1. Første\n\n{text}.\n\n## 2. Andet\n\n{text}.\n",
            encoding="utf-8",
        )
    return folder


def whole(path: Path) -> dict[str, object]:
    """Return what a collection holds, having checked that it is sound."""
    connection = database.open_for_writing(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.execute("INSERT INTO search(search) VALUES ('integrity-check')")
    ids = {row[0] for row in connection.execute("SELECT id FROM documents")}
    for table in ("originals", "sections"):
        assert {row[0] for row in connection.execute(f"SELECT document FROM {table}")} == ids
    without = connection.execute(
        "SELECT count(*) FROM sections WHERE position NOT IN (SELECT section FROM passages)"
    ).fetchone()
    assert without == (0,)
    found = contents(Store(connection))
    connection.close()
    return found


def test_killed_at_any_moment(own: Path, tmp_path: Path, program: Program) -> None:
    folder = make_files(tmp_path / "filer", 12)
    chance = random.Random(7)
    for _ in range(4):
        process = start("tilføj", str(folder))
        time.sleep(chance.uniform(0.25, 0.9))
        process.kill()
        process.communicate()
        if own.exists():
            whole(own)
    assert program("tilføj", str(folder)).status == 0
    other = tmp_path / "på én gang.sqlite"
    assert program("tilføj", str(folder), "--samling", str(other)).status == 0
    assert whole(own) == whole(other)


def test_two_at_once(own: Path, tmp_path: Path, program: Program) -> None:
    folders = [make_files(tmp_path / name, 8, name=name) for name in ("a", "b")]
    processes = [start("tilføj", str(folder), "--json") for folder in folders]
    assert [ended(process).status for process in processes] == [0, 0]
    other = tmp_path / "efter hinanden.sqlite"
    program("tilføj", *map(str, folders), "--samling", str(other))
    found, expected = whole(own), whole(other)
    for key in ("counts", "names"):
        assert found[key] == expected[key]
    assert sorted(found["sections"]) == sorted(expected["sections"])  # type: ignore[call-overload]


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_interrupted(own: Path, tmp_path: Path, program: Program) -> None:
    count = 150
    folder = make_files(tmp_path / "filer", count, words=2000)
    process = start("tilføj", str(folder))
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    outcome = ended(process)
    assert outcome.status == 130
    # No number: the interrupt may come between a document's being stored and its being counted.
    assert outcome.err == "Afbrudt; alt det færdige er gemt. Kør igen for at fortsætte.\n"
    stored = len(Collection.open().documents) - 5
    assert 1 <= stored < count
    whole(own)
    # So many files that it could not come to the end, but a few are enough to go on with.
    for path in sorted(folder.iterdir())[stored + 5 :]:
        path.unlink()
    left = min(5, count - stored)
    answer = program("tilføj", str(folder), "--json").json
    statuses = [item["status"] for item in answer["documents"]]
    assert statuses == ["unchanged"] * stored + ["added"] * left


def test_one_bad_file_does_not_stop_the_others(own: Path, files: Path, program: Program) -> None:
    (files / "a-tom.pdf").write_bytes(b"")
    (files / "b-billede.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (files / "billede.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    outcome = program("tilføj", str(files), str(files / "findes-ikke.pdf"), "--json")
    assert outcome.status == 2
    assert [item["id"] for item in outcome.json["documents"]] == [
        "kvantestrategi-2026",
        "notat-om-fiskeri",
    ]
    assert [item["code"] for item in outcome.json["errors"]] == [
        "empty_file",
        "unknown_format",
        "missing_file",
    ]
    assert "1 fil af en anden slags er sprunget over: 1 .png." in outcome.err
    assert "3 filer kunne ikke læses:" in outcome.err


def test_an_empty_folder(own: Path, tmp_path: Path, program: Program) -> None:
    (tmp_path / "tom").mkdir()
    outcome = program("tilføj", str(tmp_path / "tom"))
    assert (outcome.status, outcome.err) == (1, "Der er ingen filer at læse.\n")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_that_lead_back(own: Path, files: Path, program: Program) -> None:
    (files / "igen").symlink_to(files, target_is_directory=True)
    (files / "sig-selv.md").symlink_to(files / "sig-selv.md")
    (files / "samme.md").symlink_to(files / "kvante.md")
    outcome = program("tilføj", str(files), "--json")
    assert len(outcome.json["documents"]) == 2
    assert [item["code"] for item in outcome.json["errors"]] == ["link_loop"]


def test_a_folder_that_cannot_be_made(files: Path, tmp_path: Path, program: Program) -> None:
    path = files / "notat.md" / "samling.sqlite"
    outcome = program("tilføj", str(files), "--samling", str(path), "--json")
    assert (outcome.status, outcome.json["error"]["code"]) == (2, "collection_unreachable")


def test_no_right_to_write(own: Path) -> None:
    with Holdings.open():
        pass
    reader = sqlite3.connect(f"{own.as_uri()}?mode=ro", uri=True, isolation_level=None)
    with pytest.raises(sqlite3.Error) as caught:
        reader.execute("CREATE TABLE ny (x)")
    problem = problem_of(caught.value, own)
    assert problem is not None
    assert problem.code == "collection_read_only"
    assert str(own) in problem.message


def _bound_by_rights() -> None:
    """Let a child of root read and write only what the rights of its files allow."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in (1, 2):  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH of capability.h
            if libc.prctl(24, capability, 0, 0, 0):  # PR_CAPBSET_DROP of prctl.h
                raise OSError(ctypes.get_errno(), "the capability cannot be dropped")


def unprivileged(*args: str) -> Outcome:
    """Run the program bound by the rights of files."""
    return ran(*args, preexec_fn=_bound_by_rights)


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter there")
def test_no_right_to_the_cache(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "lukket"
    cache.mkdir(mode=0)
    monkeypatch.setenv("STRATEGIKORT_CACHE", str(cache))
    outcome = unprivileged("søg", "kvanteteknologi")
    assert (outcome.status, outcome.err) == (0, "")
    assert "[tech/prioriteter/5]" in outcome.out


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter there")
def test_what_was_stored_is_counted_only_if_there_is_any(
    own: Path, files: Path, program: Program
) -> None:
    program("tilføj", str(files / "kvante.md"))
    own.chmod(0o444)
    own.parent.chmod(0o555)
    try:
        outcome = unprivileged("tilføj", str(files))
    finally:
        own.parent.chmod(0o755)
    assert outcome.status == 2
    assert outcome.err.startswith(f"Fejl: Du har ikke lov til at skrive i samlingen {own}.\n")


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter there")
def test_no_right_to_read(own: Path, files: Path, program: Program) -> None:
    assert program("tilføj", str(files / "kvante.md")).status == 0
    (files / "notat.md").chmod(0)
    outcome = unprivileged("tilføj", str(files), "--json")
    assert outcome.status == 2, outcome.err
    assert [item["code"] for item in outcome.json["errors"]] == ["no_permission"]
    assert [item["status"] for item in outcome.json["documents"]] == ["unchanged"]
    assert f"Du har ikke lov til at læse {files / 'notat.md'}." in outcome.err
    own.chmod(0o400)
    assert unprivileged("søg", "supercenter").status == 0
    outcome = unprivileged("fjern", "kvantestrategi-2026")
    assert outcome.status == 2
    assert "Du har ikke lov til at skrive i samlingen" in outcome.err
    own.chmod(0)
    outcome = unprivileged("søg", "supercenter", "--json")
    assert (outcome.status, outcome.json["error"]["code"]) == (2, "collection_unreachable")


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter there")
@pytest.mark.parametrize("command", [("opdatér",), ("tilføj",)])
def test_files_in_a_closed_folder_are_not_gone(
    own: Path, files: Path, program: Program, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """The others are read, and what is in the closed folder follows no copy of it."""
    other = tmp_path / "andre"
    other.mkdir()
    assert program("tilføj", str(files)).status == 0
    for name in ("kvante.md", "ny.md"):
        (other / name).write_bytes((files / "kvante.md").read_bytes() + b"\nMere.\n")
    (other / "notat.md").write_text(NOTE, encoding="utf-8")
    program("tilføj", str(other / "kvante.md"))
    (other / "kvante.md").write_text("# Ny\n\nNoget andet.\n", encoding="utf-8")
    files.chmod(0)
    try:
        arguments = [str(other)] if command == ("tilføj",) else []
        outcome = unprivileged(*command, *arguments, "--json")
    finally:
        files.chmod(0o755)
    answer = outcome.json
    changed = [item["status"] for item in answer["documents"]]
    if command == ("opdatér",):
        assert (outcome.status, changed) == (2, ["updated"])
        assert [item["code"] for item in answer["errors"]] == ["no_permission"] * 2
        assert f"Du har ikke lov til at læse {files / 'kvante.md'}." in outcome.err
    else:
        assert (outcome.status, changed) == (0, ["updated", "duplicate", "added"])


def test_a_file_that_shrinks_to_nothing_keeps_its_document(
    own: Path, added: Path, program: Program
) -> None:
    (added / "notat.md").write_bytes(b"")
    outcome = program("opdatér")
    assert outcome.status == 2
    assert NOTE.splitlines()[2] in program("vis", "notat-om-fiskeri").out


def test_a_mistake_of_ours_costs_one_file_only(
    own: Path, files: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    from strategikort.holdings import holdings as module

    real = module.prepare

    def fail(reading: object, document_id: str, file: str) -> object:
        if document_id.startswith("kvante"):
            raise KeyError("x")
        return real(reading, document_id, file)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "prepare", fail)
    answer = program("tilføj", str(files), "--json").json
    assert [item["id"] for item in answer["documents"]] == ["notat-om-fiskeri"]
    assert [item["code"] for item in answer["errors"]] == ["internal_error"]
    whole(own)


@pytest.mark.skipif(os.name == "nt", reason="files with holes")
def test_a_file_beyond_all_measure(own: Path, files: Path, program: Program) -> None:
    with (files / "stor.pdf").open("wb") as file:
        file.truncate(2**40)
    answer = program("tilføj", str(files), "--json").json
    assert [item["code"] for item in answer["errors"]] == ["too_heavy"]
    assert len(answer["documents"]) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="HOME is of Unix")
def test_a_home_that_is_named_by_a_relative_path(
    files: Path, tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "STRATEGIKORT_CACHE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "hjem")
    assert program("tilføj", "filer/notat.md").status == 0
    assert program("søg", "torsk").status == 0
    assert program("config").status == 0
    assert sorted(path.name for path in (tmp_path / "hjem").rglob("samling*.sqlite"))[-1] == (
        "samling.sqlite"
    )


def test_folders_named_by_relative_paths(
    files: Path, tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", "data")
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("STRATEGIKORT_CACHE", "mellemlager")
    monkeypatch.setenv("HOME", str(tmp_path / "hjem"))
    assert program("tilføj", "filer/notat.md").status == 0
    assert program("søg", "torsk").status == 0
    assert program("tilføj", "filer/notat.md", "--samling", "projekt.sqlite").status == 0
    assert program("søg", "torsk", "--samling", "projekt.sqlite").status == 0
    assert program("søg", "torsk", "--samling", ".").status == 2
    assert program("tilføj", "filer/notat.md", "--samling", ".").status == 0
    assert (tmp_path / "samling.sqlite").is_file()
    assert program("søg", "torsk", "--samling", ".").status == 0


@pytest.mark.skipif(os.name == "nt", reason="no such names")
def test_names_of_files_stand_in_one_line(own: Path, tmp_path: Path, program: Program) -> None:
    folder = tmp_path / "filer"
    folder.mkdir()
    note = folder / "plan\nA.md"
    note.write_text("# Plan A\n\nPlanen handler om vand og luft i hele landet.\n", encoding="utf-8")
    (folder / "tom\nfil.pdf").write_bytes(b"")
    Path(os.fsdecode(os.fsencode(folder) + b"/c\xe6.md")).write_bytes(b"# C\n")
    added = program("tilføj", str(folder), str(folder / "findes\nikke.md"))
    assert added.status == 2
    assert "Filnavnet »c\ufffd.md« er ikke gyldig tekst (UTF-8)." in added.err
    assert "Filen tom\ufffdfil.pdf er tom." in added.err
    assert "findes\ufffdikke.md« findes ikke." in added.err
    note.unlink()
    shown = [
        program("status").out,
        program("status", "plan-a").out,
        program("dokumenter").out,
        program("dokumenter", "plan-a").out,
        program("opdatér").err,
    ]
    assert all("plan\ufffdA.md" in text for text in shown)
