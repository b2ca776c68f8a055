"""Several processes at once, processes that are killed, and systems with something missing."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

MAIN = ["-m", "strategikort"]


def start(*args: str, env: dict[str, str], **options: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        [sys.executable, *MAIN, *args],
        stdout=options.pop("stdout", subprocess.PIPE),
        stderr=options.pop("stderr", subprocess.PIPE),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path), **env},
        **options,
    )


def ran(*args: str, env: dict[str, str], **options: object) -> tuple[int, str, str]:
    process = start(*args, env=env, **options)
    out, err = process.communicate(timeout=120)
    return process.returncode, (out or b"").decode(), (err or b"").decode()


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """An environment in which nothing has been built yet."""
    return {
        "STRATEGIKORT_CACHE": str(tmp_path / "cache"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "HOME": str(tmp_path),
    }


def stores(env: dict[str, str]) -> list[Path]:
    return sorted(Path(env["STRATEGIKORT_CACHE"]).iterdir())


def test_several_processes_build_the_index_at_once(env: dict[str, str]) -> None:
    processes = [start("søg", "kvanteteknologi", "--json", env=env) for _ in range(4)]
    answers = [process.communicate(timeout=120)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0, 0]
    assert len(set(answers)) == 1
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
    status, out, err = ran("vis", "rk", "6", env=env)
    assert (status, err) == (0, "")
    assert "konklusion 6" in out


def test_what_killed_builds_leave_is_cleared(env: dict[str, str]) -> None:
    cache = Path(env["STRATEGIKORT_CACHE"])
    cache.mkdir()
    old, new = cache / ".bygges-gammel.sqlite", cache / ".bygges-ny.sqlite"
    for path in (old, new):
        path.write_bytes(b"halvt")
    os.utime(old, (0, 0))
    assert ran("vis", "rk", "6", env=env)[0] == 0
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
    assert ran("vis", "rk", "6", env=env)[0] == 0
    adding = [start("tilføj", str(folder), env=env) for _ in range(2)]
    searches = [ran("søg", "Rusland", env=env) for _ in range(4)]
    assert [status for status, _, _ in searches] == [0] * 4, searches
    for process in adding:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, (out, err)
    status, out, _ = ran("søg", "grundskyld", "-n", "20", "--json", env=env)
    assert status == 0
    assert out.count('"id": "plan-') >= 12


@pytest.mark.skipif(os.name == "nt", reason="closing streams is the shell's there")
@pytest.mark.parametrize(
    "ending", (">&-", "2>&-", "<&-", ">&- 2>&-", "| head -c 20", "| true", "2>&1 | head -1")
)
@pytest.mark.parametrize("command", ("søg NATO", "kort"))
def test_streams_that_are_closed(env: dict[str, str], command: str, ending: str) -> None:
    program = f'"{sys.executable}" -m strategikort {command} {ending}'
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        program, shell=True, capture_output=True, env=env, timeout=120, check=False
    )
    assert b"Traceback" not in done.stdout + done.stderr
    assert b"Exception" not in done.stderr
    assert b"fejl i programmet" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_nowhere_to_write(tmp_path: Path) -> None:
    env = {
        "HOME": "/dev/null/hjem",
        "STRATEGIKORT_CACHE": "/dev/null/cache",
        "XDG_DATA_HOME": "/dev/null/data",
    }
    status, out, err = ran("søg", "kvanteteknologi", env=env)
    assert (status, err) == (0, "")
    assert "[" in out
    note = tmp_path / "a.md"
    note.write_text("# A\n\nTekst.\n")
    status, _, err = ran("tilføj", str(note), env=env)
    assert status == 2
    assert "kan ikke oprettes" in err


@pytest.mark.skipif(os.name == "nt", reason="a folder in use cannot be removed there")
def test_a_folder_that_is_gone(env: dict[str, str], tmp_path: Path) -> None:
    gone = tmp_path / "væk"
    gone.mkdir()
    script = f'cd "{gone}" && rmdir "{gone}" && "{sys.executable}" -m strategikort vis rk 6'
    path = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(
        script,
        shell=True,
        capture_output=True,
        env={**os.environ, **env, "PYTHONPATH": path},
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


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
def test_other_encodings(env: dict[str, str], locale: dict[str, str], command: list[str]) -> None:
    process = start(*command, env=locale)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert b"Traceback" not in err
    assert out.strip()
