"""The cache: where it lies, when what is in it counts, and what happens when it cannot be used."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from strategikort.index.storage.cache import cache_folder, open_cached
from strategikort.index.storage.store import Store

Open = Callable[[], list[str]]


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    monkeypatch.setenv("STRATEGIKORT_CACHE", str(tmp_path / "cache"))
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    return paths


@pytest.fixture
def opened(inputs: list[Path]) -> Open:
    """Return a function that opens the store and says what was built for it, and in what."""

    def call() -> list[str]:
        built: list[str] = []

        def build(store: Store) -> None:
            (row,) = store.connection.execute("PRAGMA database_list").fetchall()
            built.append("file" if row[2] else "memory")
            store.set_meta("content", [path.name for path in inputs])

        store = open_cached(inputs, build)
        assert store.meta("content") == [path.name for path in inputs]
        store.close()
        return built

    return call


def test_what_is_fresh_is_not_built_again(opened: Open, inputs: list[Path]) -> None:
    assert opened() == ["file"]
    assert opened() == []
    os.utime(inputs[0], ns=(1, 1))
    assert opened() == []


def test_what_is_not_fresh_is_built_again(opened: Open, inputs: list[Path]) -> None:
    assert opened() == ["file"]
    inputs[0].write_text("x", encoding="utf-8")
    assert opened() == ["file"]
    inputs[1] = inputs[1].rename(inputs[1].with_name("c.txt"))
    assert opened() == ["file"]
    inputs.pop()
    assert opened() == ["file"]
    assert opened() == []
    inputs[0].unlink()
    assert opened() == ["file"]


@pytest.mark.parametrize("where", [0.0, 0.3, 0.5, 0.7, 0.999])
def test_one_byte_that_changed_is_seen(opened: Open, tmp_path: Path, where: float) -> None:
    # SQLite gave an error with every command until the file was deleted by hand, or, where the
    # byte was of a text, another text than the document has.
    opened()
    (path,) = (tmp_path / "cache").iterdir()
    data = bytearray(path.read_bytes())
    data[int(where * len(data))] ^= 4
    path.write_bytes(data)
    assert opened() == ["file"]
    assert opened() == []


def test_a_damaged_store_is_built_again(opened: Open, tmp_path: Path) -> None:
    opened()
    (path,) = (tmp_path / "cache").iterdir()
    path.write_bytes(b"nothing of the kind" * 100)
    assert opened() == ["file"]
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE meta")
    assert opened() == ["file"]
    assert opened() == []


def test_where_nothing_can_be_written_it_is_built_in_memory(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file is in the way", encoding="utf-8")
    assert opened() == ["memory"]
    assert opened() == ["memory"]


def test_where_nothing_can_be_looked_for_it_is_built_in_memory(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRATEGIKORT_CACHE", str(tmp_path / ("x" * 300)))
    assert opened() == ["memory"]
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    monkeypatch.setenv("STRATEGIKORT_CACHE", str(tmp_path / "fil" / "cache"))
    assert opened() == ["memory"]


def test_without_a_home_it_is_built_in_memory(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.delenv("STRATEGIKORT_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert opened() == ["memory"]


@pytest.mark.skipif(sys.platform == "win32", reason="HOME is of Unix")
def test_an_empty_home_is_none(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    # Python takes it for the root of all files, where root then got a folder »/.cache«.
    import pwd

    monkeypatch.delenv("STRATEGIKORT_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", "")
    known = Path(pwd.getpwuid(os.getuid()).pw_dir)
    assert cache_folder() == known / ".cache" / "strategikort"

    def unknown(_user: int) -> None:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    assert opened() == ["memory"]


def test_a_full_disk_leaves_nothing_behind(inputs: list[Path], tmp_path: Path) -> None:
    tries: list[str] = []

    def build(store: Store) -> None:
        tries.append("tried")
        if len(tries) == 1:
            raise sqlite3.OperationalError("database or disk is full")

    open_cached(inputs, build).close()
    assert tries == ["tried", "tried"]
    assert list((tmp_path / "cache").iterdir()) == []


def test_only_what_was_abandoned_is_cleared_away(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    for name, age in ((".bygges-gammel.sqlite", 0), (".bygges-ny.sqlite", None)):
        (folder / name).write_bytes(b"x")
        if age is not None:
            os.utime(folder / name, (age, age))
    opened()
    assert not (folder / ".bygges-gammel.sqlite").exists()
    assert (folder / ".bygges-ny.sqlite").exists()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the custom of Linux")
@pytest.mark.parametrize(
    ("chosen", "base", "folder"),
    [
        ("/valgt", "/lager", "/valgt"),
        ("", "/lager", "/lager/strategikort"),
        ("", "", "/hjem/.cache/strategikort"),
        ("", "relativ/sti", "/hjem/.cache/strategikort"),
    ],
)
def test_where_the_cache_lies(
    monkeypatch: pytest.MonkeyPatch, chosen: str, base: str, folder: str
) -> None:
    monkeypatch.setenv("STRATEGIKORT_CACHE", chosen)
    monkeypatch.setenv("XDG_CACHE_HOME", base)
    monkeypatch.setenv("HOME", "/hjem")
    assert cache_folder() == Path(folder)
