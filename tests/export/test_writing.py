"""An export from a program of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

import strategikort
from strategikort import Collection, StrategikortError, UnknownReferenceError
from tests.conftest import Program


@pytest.mark.parametrize("name", ["alt.csv", "alt.jsonl", "alt.md", "alt.sqlite", "mappe"])
def test_it_is_what_the_command_writes(
    collection: Collection, program: Program, tmp_path: Path, name: str
) -> None:
    made, typed = tmp_path / name, tmp_path / "kommando" / name
    typed.parent.mkdir()
    files = strategikort.export(collection, made, documents=["rk"], kinds=["konklusion"])
    assert program("eksportér", str(typed), "-d", "rk", "-t", "konklusion").status == 0
    written = [path for path in (made, *made.rglob("*")) if path.is_file()]
    assert sorted(files) == sorted(written)
    for path in written:
        assert path.read_bytes() == (typed.parent / path.relative_to(tmp_path)).read_bytes()


def test_a_search(collection: Collection, tmp_path: Path) -> None:
    file = tmp_path / "fund.jsonl"
    assert strategikort.export(collection, file, query="kvante", limit=3) == (file,)
    assert len(file.read_text("utf-8").splitlines()) == 3
    assert strategikort.export(collection, tmp_path / "intet.csv", query="xyzzy") == ()
    assert not (tmp_path / "intet.csv").exists()


def test_what_is_refused(collection: Collection, tmp_path: Path) -> None:
    file = tmp_path / "fund.csv"
    file.touch()
    with pytest.raises(StrategikortError, match="findes allerede"):
        strategikort.export(collection, file)
    assert strategikort.export(collection, file, overwrite=True) == (file,)
    with pytest.raises(UnknownReferenceError):
        strategikort.export(collection, tmp_path / "x.csv", documents=["nej"])
    with pytest.raises(StrategikortError, match="er ikke en slags"):
        strategikort.export(collection, tmp_path / "x.csv", kinds=["nej"])
    with pytest.raises(StrategikortError, match="siger ikke, hvilken form"):
        strategikort.export(collection, tmp_path / "x.pdf")
    with pytest.raises(StrategikortError, match="»pdf« er ikke en form"):
        strategikort.export(collection, tmp_path / "x.pdf", form="pdf")  # type: ignore[arg-type]
    assert [path.name for path in tmp_path.iterdir()] == ["fund.csv"]
