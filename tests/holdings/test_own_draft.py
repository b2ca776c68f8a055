"""A draft that is in the collection itself is no source for what it quotes."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.library import Collection
from tests.holdings.conftest import Program, checked

DRAFT = """# Udkast til svar

Planen siger, at »Regeringen vil etablere et supercenter for kvantesensorer i Vejle.«

Den siger også, at »Regeringen vil lukke samtlige supercentre inden jul.« (udkast-til-svar).
"""


@pytest.fixture
def draft(own: Path, files: Path, program: Program) -> Path:
    path = files / "udkast.md"
    path.write_text(DRAFT, encoding="utf-8")
    assert program("tilføj", str(files)).status == 0
    return path


def statuses(program: Program, *args: str, status: int = 1) -> list[str]:
    answer = checked(program, "verificér", *args, status=status)
    return [item["status"] for item in answer["quotes"]]


def test_a_draft_is_no_source_of_its_own(program: Program, draft: Path) -> None:
    assert statuses(program, str(draft)) == ["exact", "not_found"]
    said = program("verificér", str(draft))
    assert "Teksten er selv i samlingen som »udkast-til-svar«" in said.out


def test_nor_is_what_it_was_before_it_was_changed(program: Program, draft: Path) -> None:
    draft.write_text(DRAFT + "\nEn ny linje til sidst.\n", encoding="utf-8")
    assert statuses(program, str(draft)) == ["exact", "not_found"]


def test_nor_is_a_copy_of_it(program: Program, draft: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopi.md"
    copy.write_bytes(draft.read_bytes())
    assert statuses(program, str(copy)) == ["exact", "not_found"]
    with Collection.open() as collection:
        found = collection.verify_text(DRAFT)
        assert [item.verdict.status.value for item in found.quotes] == ["exact", "not_found"]


def test_another_text_may_quote_the_draft(program: Program, draft: Path, tmp_path: Path) -> None:
    other = tmp_path / "notat.md"
    other.write_text("Nej. " + DRAFT.splitlines()[-1] + "\n", encoding="utf-8")
    assert statuses(program, str(other), status=0) == ["exact"]


def test_a_package_is_checked_against_the_same_documents(
    program: Program, draft: Path, tmp_path: Path
) -> None:
    package = str(tmp_path / "bevis.zip")
    assert program("verificér", str(draft), "--pakke", package).status == 1
    assert program("verificér", "--pakke", package).status == 0
    draft.write_text(DRAFT + "\nEn ny linje til sidst.\n", encoding="utf-8")
    assert program("verificér", str(draft), "--pakke", package, "--overskriv").status == 1
    again = program("verificér", "--pakke", package)
    assert (again.status, again.out) == (0, "Uændret: 2 citater prøvet igen.\n")
