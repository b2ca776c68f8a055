"""No command leaves a database open: later Pythons warn of it, and Windows keeps the file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from strategikort.errors import StrategikortError
from strategikort.holdings.holdings import Holdings
from strategikort.index.storage.cache import cache_folder
from strategikort.library import Collection
from tests.conftest import Program

COMMANDS = (
    "søg kvanteteknologi",
    "vis rk/6",
    "citér rk/6",
    "fravær biodiversitet",
    "sammenlign kvanteteknologi",
    "forpligtelser -d rk",
    "kort rk/24",
    "dokumenter",
    "status",
    "opdatér",
    "forskel referat rk",
    "åbn findes-ikke",
    "eksportér ud.jsonl -d rk",
    "verificér --citat kvanteteknologi",
    "fjern findes-ikke",
    "fjern referat",
)


@pytest.fixture
def opened(
    databases: list[sqlite3.Connection], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> list[sqlite3.Connection]:
    """The databases that were opened meanwhile, in a folder with a collection of one document."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STRATEGIKORT_SAMLING", str(tmp_path / "samling.sqlite"))
    return databases


def is_open(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1")
    except sqlite3.ProgrammingError as error:
        assert "closed" in str(error)  # noqa: PT017
        return False
    return True


def test_every_command_closes_what_it_opened(
    program: Program, opened: list[sqlite3.Connection], tmp_path: Path
) -> None:
    Path("referat.md").write_text("# Referat\n\nVi taler om kvanteteknologi.\n", encoding="utf-8")
    for command in ("tilføj referat.md", *COMMANDS):
        before = len(opened)
        outcome = program(*command.split())
        assert "fejl i programmet" not in outcome.err, command
        assert len(opened) > before, command
        assert not any(map(is_open, opened)), command


@pytest.mark.parametrize("words", ("vis rk/", "søg -d ", "søg -t p"))
def test_completion_closes_what_it_opened(
    words: str, program: Program, opened: list[sqlite3.Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STRATEGIKORT_SAMLING")
    monkeypatch.setenv("_STRATEGIKORT_COMPLETE", "zsh")
    assert program(*words.split(" ")).out
    assert opened
    assert not any(map(is_open, opened))


def test_what_cannot_be_used_is_closed(
    opened: list[sqlite3.Connection], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRATEGIKORT_CACHE", str(tmp_path / "cache"))
    damaged, foreign = tmp_path / "damaged.sqlite", tmp_path / "foreign.sqlite"
    damaged.write_bytes(b"nothing of the kind" * 100)
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE a (b)")
    for path in (damaged, foreign, tmp_path / "missing.sqlite"):
        with pytest.raises(StrategikortError):
            Collection.open(path)
    for path in (damaged, foreign):
        with pytest.raises(StrategikortError):
            Holdings.open(path)
    (store,) = cache_folder().glob("samling-*.sqlite")
    store.write_bytes(damaged.read_bytes())
    monkeypatch.delenv("STRATEGIKORT_SAMLING")
    Collection.open().close()
    assert not any(map(is_open, opened))
