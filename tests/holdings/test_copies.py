"""Copies of originals: whatever goes wrong, the database and the copy agree."""

from __future__ import annotations

import os
import random
import shutil
import time
from pathlib import Path

import pytest

from strategikort.holdings.holdings import Holdings
from strategikort.holdings.originals import State, sha256_of, state_of
from tests.conftest import Outcome
from tests.holdings.conftest import Adding, Program, checked
from tests.holdings.test_trouble import whole
from tests.processes import ran, start

OLD = "Strategi\n\nVersion ét siger zqgammel.\n"


def long_text() -> str:
    maker = random.Random(3)
    words = ["".join(maker.choices("abcdefghijklmnoprstuvæøå", k=9)) for _ in range(6000)]
    lines = [" ".join(words[start : start + 40]) for start in range(0, len(words), 40)]
    return "Strategi\n\nVersion to siger zqny.\n\n" + "\n\n".join(lines)


def with_small_files(most: int, *args: str) -> Outcome:
    """Run the program where no file can grow beyond ``most`` bytes, as on a full disk."""
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return ran(*args, preexec_fn=limit)


def files_beside(own: Path) -> list[str]:
    return sorted(path.name for path in own.with_name("samling-filer").glob("*"))


def agrees() -> bool:
    with Holdings.open() as holdings:
        kept = holdings.originals()
        return all(
            state_of(item, holdings.folder) is State.SAME
            and sha256_of(holdings.folder / item.path) == item.sha256
            and (holdings.store.source(holdings.store.document(item.document)).sha256)  # type: ignore[arg-type]
            == item.sha256
            for item in kept
        )


@pytest.mark.skipif(os.name == "nt", reason="limits on files")
def test_a_full_disk_leaves_the_old_copy(
    own: Path, tmp_path: Path, program: Program, add: Adding
) -> None:
    path = tmp_path / "strategi.txt"
    add("strategi.txt", OLD, "--kopiér")
    path.write_text(long_text(), encoding="utf-8")
    # There is room for the copy, but not for the database.
    outcome = with_small_files(max(path.stat().st_size, own.stat().st_size) + 9000, "opdatér")
    assert outcome.status == 2, outcome.err
    assert files_beside(own) == ["strategi.txt"]
    copy = own.with_name("samling-filer") / "strategi.txt"
    assert copy.read_text(encoding="utf-8") == OLD
    assert agrees()
    assert program("opdatér").status == 0
    assert copy.read_text(encoding="utf-8") == long_text()
    assert agrees()


@pytest.mark.skipif(os.name == "nt", reason="limits on files")
def test_a_document_that_is_not_stored_leaves_no_copy(
    own: Path, tmp_path: Path, program: Program
) -> None:
    with Holdings.open():
        pass
    path = tmp_path / "strategi.txt"
    path.write_text(long_text(), encoding="utf-8")
    most = max(path.stat().st_size, own.stat().st_size) + 9000
    outcome = with_small_files(most, "tilføj", str(path), "--kopiér")
    assert outcome.status == 2, outcome.err
    assert files_beside(own) == []
    assert program("status").status == 1


@pytest.mark.parametrize("stored", [True, False])
def test_a_copy_that_had_not_taken_its_place(
    own: Path, tmp_path: Path, program: Program, add: Adding, stored: bool
) -> None:
    path = tmp_path / "strategi.txt"
    add("strategi.txt", OLD, "--kopiér")
    copy = own.with_name("samling-filer") / "strategi.txt"
    if stored:
        path.write_text(long_text(), encoding="utf-8")
        program("opdatér")
        copy.rename(copy.with_name(".strategi.txt.ny"))
        copy.write_text(OLD, encoding="utf-8")
    else:
        copy.with_name(".strategi.txt.ny").write_text(long_text()[:5000], encoding="utf-8")
    assert agrees()
    assert files_beside(own) == ["strategi.txt"]
    assert copy.read_text(encoding="utf-8") == (long_text() if stored else OLD)


def test_killed_while_copies_are_replaced(own: Path, tmp_path: Path, program: Program) -> None:
    folder = tmp_path / "filer"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number}.txt").write_text(f"Nummer {number}\n\nTekst.\n", encoding="utf-8")
    program("tilføj", str(folder), "--kopiér")
    chance = random.Random(11)
    for turn in range(4):
        for number in range(12):
            text = f"Nummer {number}\n\nTekst {turn}. " + "Mere tekst. " * 500
            (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        process = start("opdatér")
        time.sleep(chance.uniform(0.3, 0.9))
        process.kill()
        process.communicate()
        assert agrees()
        whole(own)
    assert len(files_beside(own)) == 12


def test_a_copy_under_another_name_takes_the_place_of_the_old(
    own: Path, tmp_path: Path, program: Program, add: Adding
) -> None:
    path = tmp_path / "strategi.txt"
    add("strategi.txt", OLD, "--kopiér")
    program("tilføj", str(path.rename(tmp_path / "strategi.md")), "--titel", "Strategi")
    assert files_beside(own) == ["strategi.md"]
    assert agrees()


def test_a_copy_of_a_collection_takes_no_files_from_it(
    own: Path, program: Program, add: Adding, tmp_path: Path
) -> None:
    # They were deleted, and the document was without its original.
    path = tmp_path / "strategi.txt"
    add("strategi.txt", OLD, "--kopiér")
    other = ("--samling", str(shutil.copy(own, own.with_name("gemt.sqlite"))))
    path.write_text(long_text(), encoding="utf-8")
    assert program("opdatér", *other).status == 0
    assert program("fjern", "strategi", *other).status == 0
    assert files_beside(own) == ["strategi.txt"]
    assert agrees()
    shutil.copy(own, own.with_name("gemt.sqlite"))
    assert program("fjern", "strategi", *other).status == 0
    assert agrees()
    assert program("fjern", "strategi").status == 0
    assert [path.name for path in own.parent.rglob("*.txt")] == []


def test_a_file_that_is_there_is_copied_when_that_is_asked_for(
    own: Path, program: Program, add: Adding, tmp_path: Path
) -> None:
    add("strategi.txt", OLD)
    assert files_beside(own) == []
    assert program("tilføj", str(tmp_path / "strategi.txt"), "--kopiér").status == 0
    assert files_beside(own) == ["strategi.txt"]
    assert agrees()


def test_a_copy_that_cannot_be_written(own: Path, program: Program, tmp_path: Path) -> None:
    with Holdings.open():
        pass
    own.with_name("samling-filer").write_text("i vejen", encoding="utf-8")
    path = tmp_path / "strategi.txt"
    path.write_text(OLD, encoding="utf-8")
    outcome = program("tilføj", str(path), "--kopiér", "--json")
    assert (outcome.status, outcome.json["error"]["code"]) == (2, "copy_failed")
    assert "uden --kopiér" in outcome.err
    assert program("status").status == 1
    assert program("tilføj", str(path)).status == 0


def test_a_copy_that_cannot_take_its_place_takes_it_later(
    own: Path, program: Program, tmp_path: Path
) -> None:
    copy = own.with_name("samling-filer") / "strategi.txt"
    (copy / "i vejen").mkdir(parents=True)
    path = tmp_path / "strategi.txt"
    path.write_text(OLD, encoding="utf-8")
    outcome = program("tilføj", str(path), "--kopiér", "--json")
    assert (outcome.status, outcome.json["error"]["code"]) == (2, "copy_failed")
    assert "kan ikke sættes på plads" in outcome.err
    assert checked(program, "status")["documents"][0]["state"] == "changed"
    (copy / "i vejen").rmdir()
    copy.rmdir()
    assert agrees()
    assert copy.read_text(encoding="utf-8") == OLD


def test_that_a_copy_is_deleted_is_said(program: Program, own: Path, add: Adding) -> None:
    """It may be all that there is of a text: of one from standard input it always is."""
    add("strategi.txt", OLD, "--kopiér")
    add("plan.txt", OLD.replace("ét", "to"))
    assert files_beside(own) == ["strategi.txt"]
    assert program("fjern", "strategi.txt").out == (
        "strategi er fjernet, og kopien samling-filer/strategi.txt er slettet.\n"
    )
    assert program("fjern", "plan.txt").out == "strategi-2 er fjernet.\n"
