"""The user's documents, named by the files that they were read from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.holdings.conftest import NOTE, STRATEGY, Program


@pytest.fixture
def added(
    own: Path, files: Path, program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Path:
    monkeypatch.chdir(tmp_path)
    assert program("tilføj", "filer").status == 0
    return files


@pytest.mark.parametrize("name", ["notat.md", "filer/notat.md", "./filer/../filer/notat.md"])
def test_a_document_is_known_by_its_file(program: Program, added: Path, name: str) -> None:
    assert program("status", name).out.startswith("notat-om-fiskeri  ")
    assert "[notat-om-fiskeri/" in program("søg", "torsk", "-d", name).out
    assert program("dokumenter", str(added / "notat.md")).status == 0
    assert program("opdatér", name).out.startswith("notat-om-fiskeri  ")
    assert program("fjern", name).out == "notat-om-fiskeri er fjernet.\n"


def test_a_file_that_is_there_is_itself_and_no_other_of_its_name(
    program: Program, added: Path
) -> None:
    Path("notat.md").write_text("# Et andet\n\nNoget helt andet.\n", encoding="utf-8")
    refused = program("fjern", "notat.md")
    assert refused.status == 1
    assert "Ingen af dine egne dokumenter hedder »notat.md«" in refused.err
    assert program("fjern", "filer/notat.md").status == 0


def test_of_several_with_one_name_none_is_guessed(program: Program, added: Path) -> None:
    for folder, text in (("a", STRATEGY), ("b", NOTE)):
        Path(folder).mkdir()
        Path(folder, "plan.md").write_text(text.replace(" ", "  x ", 1), encoding="utf-8")
    assert program("tilføj", "a", "b").status == 0
    refused = program("fjern", "plan.md")
    assert refused.status == 2
    assert "2 dokumenter er læst fra »plan.md«." in refused.err
    assert program("fjern", "a/plan.md").status == 0
    assert program("fjern", "plan.md").status == 0


def test_a_file_that_is_gone_can_still_be_named(program: Program, added: Path) -> None:
    (added / "notat.md").unlink()
    assert program("fjern", "filer/notat.md").status == 0
