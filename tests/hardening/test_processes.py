"""Several processes at once, processes that are killed, and systems with something missing."""

from __future__ import annotations

import os
import random
import shlex
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Outcome
from tests.processes import PROGRAM, ended, ran, start, surroundings


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """An environment in which nothing has been built yet."""
    return surroundings(
        STRATEGIKORT_CACHE=str(tmp_path / "cache"),
        XDG_DATA_HOME=str(tmp_path / "data"),
        HOME=str(tmp_path),
    )


def in_a_shell(line: str, **options: Any) -> Outcome:
    return ran(command=["sh", "-c", line.replace("strategikort", shlex.join(PROGRAM))], **options)


def stores(env: dict[str, str]) -> list[Path]:
    return sorted(Path(env["STRATEGIKORT_CACHE"]).iterdir())


def test_several_processes_build_the_index_at_once(env: dict[str, str]) -> None:
    processes = [start("søg", "kvanteteknologi", "--json", env=env) for _ in range(4)]
    answers = [ended(process) for process in processes]
    assert [answer.status for answer in answers] == [0, 0, 0, 0]
    assert len({answer.out for answer in answers}) == 1
    (store,) = stores(env)
    connection = sqlite3.connect(store)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_killed_build_leaves_nothing_half(env: dict[str, str]) -> None:
    chance = random.Random(4)
    for _ in range(5):
        process = start("vis", "rk", "6", env=env)
        time.sleep(chance.uniform(0.1, 1.2))
        process.kill()
        process.communicate()
    outcome = ran("vis", "rk", "6", env=env)
    assert (outcome.status, outcome.err) == (0, "")
    assert "konklusion 6" in outcome.out


def test_what_killed_builds_leave_is_cleared(env: dict[str, str]) -> None:
    cache = Path(env["STRATEGIKORT_CACHE"])
    cache.mkdir()
    old, new = cache / ".bygges-gammel.sqlite", cache / ".bygges-ny.sqlite"
    for path in (old, new):
        path.write_bytes(b"halvt")
    os.utime(old, (0, 0))
    assert ran("vis", "rk", "6", env=env).status == 0
    # What is new may belong to a process that is still building.
    assert not old.exists()
    assert new.exists()


def test_searching_while_documents_are_added(env: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "filer"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number}.md").write_text(
            f"# Plan {number}\n\nOm grundskyld og vandmiljø.\n" * 30
        )
    assert ran("vis", "rk", "6", env=env).status == 0
    adding = [start("tilføj", str(folder), env=env) for _ in range(2)]
    searches = [ran("søg", "Rusland", env=env) for _ in range(4)]
    assert [search.status for search in searches] == [0] * 4, searches
    outcomes = [ended(process) for process in adding]
    assert [outcome.status for outcome in outcomes] == [0, 0], outcomes
    outcome = ran("søg", "grundskyld", "-n", "20", "--json", env=env)
    assert outcome.status == 0
    assert outcome.out.count('"id": "plan-') >= 12


@pytest.mark.skipif(os.name == "nt", reason="closing streams is the shell's there")
@pytest.mark.parametrize(
    "ending", (">&-", "2>&-", "<&-", ">&- 2>&-", "| head -c 20", "| true", "2>&1 | head -1")
)
@pytest.mark.parametrize("command", ("søg NATO", "kort"))
def test_streams_that_are_closed(command: str, ending: str) -> None:
    outcome = in_a_shell(f"strategikort {command} {ending}")
    assert "Traceback" not in outcome.out + outcome.err
    assert "Exception" not in outcome.err
    assert "fejl i programmet" not in outcome.err


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_nowhere_to_write(tmp_path: Path) -> None:
    env = surroundings(
        HOME="/dev/null/hjem",
        STRATEGIKORT_CACHE="/dev/null/cache",
        XDG_DATA_HOME="/dev/null/data",
    )
    outcome = ran("søg", "kvanteteknologi", env=env)
    assert (outcome.status, outcome.err) == (0, "")
    assert "[" in outcome.out
    note = tmp_path / "a.md"
    note.write_text("# A\n\nTekst.\n")
    outcome = ran("tilføj", str(note), env=env)
    assert outcome.status == 2
    assert "kan ikke oprettes" in outcome.err


@pytest.mark.skipif(os.name == "nt", reason="a folder in use cannot be removed there")
def test_a_folder_that_is_gone(env: dict[str, str], tmp_path: Path) -> None:
    gone = tmp_path / "væk"
    gone.mkdir()
    outcome = in_a_shell(f'cd "{gone}" && rmdir "{gone}" && strategikort vis rk 6', env=env)
    assert outcome.status == 0, outcome.err


@pytest.mark.parametrize(
    "locale",
    (
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "cp850"},
        {"PYTHONIOENCODING": "ascii"},
    ),
)
@pytest.mark.parametrize("command", (["søg", "okonomi"], ["kort"], ["--help"]))
def test_other_encodings(locale: dict[str, str], command: list[str]) -> None:
    outcome = ran(*command, env=surroundings(**locale), errors="replace")
    assert outcome.status == 0, outcome.err
    assert "Traceback" not in outcome.err
    assert outcome.out.strip()
