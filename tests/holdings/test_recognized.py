"""Text that a program recognized in pictures: whoever cites it is told that it can have errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.library import Collection
from tests.holdings.conftest import Program
from tests.readers.draw import Sheet, prose

ALL = (
    "Bemærk: teksten i skov-og-landskab-2019 er genkendt i et billede (OCR) og kan have læsefejl. "
    "Sammenhold citater med siden; et fejllæst ord findes ikke."
)
QUOTE = "vi arbejder for at styrke samarbejdet om skoven"


def scan(path: Path, *, seen: bool = False) -> Path:
    """Write a file of two pages; with ``seen`` the first is no scan."""
    sheet = Sheet()
    for number in (1, 2):
        sheet.page()
        with sheet.pdf.local_context(text_mode="FILL" if seen and number == 1 else "INVISIBLE"):
            sheet.text(60, 70, f"{number}. Skov og landskab", 16)
            sheet.lines(60, 100, prose(12, "skoven" if number == 1 else "havet"))
    path.write_bytes(sheet.bytes())
    return path


@pytest.fixture
def added(program: Program, own: Path, tmp_path: Path) -> Program:
    file = scan(tmp_path / "skov.pdf")
    assert program("tilføj", str(file), "--titel", "Skov og landskab", "--dato", "2019").status == 0
    return program


def said(program: Program, *args: str) -> str:
    return " ".join(program(*args).err.split())


@pytest.mark.parametrize(
    "asked",
    [
        ("vis", "skov-og-landskab-2019"),
        ("citér", "skov-og-landskab-2019"),
        ("verificér", "--citat", QUOTE),
        ("verificér", "--citat", "det her citat står der ingen steder i dem alle"),
        ("fravær", "ulvebestand"),
        ("søg", "ulvebestand"),
    ],
)
def test_it_is_said_where_one_cites_or_finds_nothing(
    added: Program, asked: tuple[str, ...]
) -> None:
    assert ALL in said(added, *asked)


@pytest.mark.parametrize(
    "asked",
    [
        ("søg", "skoven"),
        ("vis", "rk/1"),
        ("verificér", "--citat", "Støtte EU’s naboer mod øst og på Vestbalkan."),
        ("fravær", "ulvebestand", "-d", "rk"),
    ],
)
def test_and_not_elsewhere(added: Program, asked: tuple[str, ...]) -> None:
    assert "OCR" not in said(added, *asked)


def test_the_pages_are_named_where_it_is_some(program: Program, own: Path, tmp_path: Path) -> None:
    file = scan(tmp_path / "skov.pdf", seen=True)
    program("tilføj", str(file), "--titel", "Skov og landskab", "--dato", "2019")
    assert "teksten i skov-og-landskab-2019 (side 2) er genkendt" in said(
        program, "vis", "skov-og-landskab-2019"
    )
    assert Collection.open().recognized(["skov-og-landskab-2019", "rk"]) == {
        "skov-og-landskab-2019": " (side 2)"
    }
