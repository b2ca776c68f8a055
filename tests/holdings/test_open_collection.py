"""A collection that stays open while somebody else changes it."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from strategikort.index.hits import Shown
from strategikort.library import Collection
from tests.conftest import Outcome

Program = Callable[..., Outcome]


def test_what_is_found_is_what_stands_there_now(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRATEGIKORT_SAMLING", str(tmp_path / "samling.sqlite"))

    def add(name: str, text: str) -> None:
        (tmp_path / f"{name}.md").write_text(f"# {name}\n\n{text}\n", encoding="utf-8")
        assert program("tilføj", str(tmp_path / f"{name}.md")).status == 0

    def found(word: str) -> list[str]:
        return [
            hit.text for hit in collection.search(word).hits if hit.section.document == "fangst"
        ]

    add("fangst", "Der blev fanget 300 tons torsk i Kattegat.")
    with Collection.open() as collection:
        assert found("torsk") == ["Der blev fanget 300 tons torsk i Kattegat."]
        assert found("sild") == []
        assert program("fjern", "fangst").status == 0
        assert found("torsk") == []
        add("fangst", "Der blev fanget 500 tons sild i Skagerrak.")
        assert found("torsk") == []
        assert found("sild") == ["Der blev fanget 500 tons sild i Skagerrak."]
        (hit,) = (hit for hit in collection.search("sild").hits if hit.section.document == "fangst")
        assert [hit.text[start:end] for start, end in hit.highlights] == ["sild"]


def test_a_question_is_answered_from_one_state(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can write while it is read; what is remembered is of the state that is read."""
    samling, plan = tmp_path / "samling.sqlite", tmp_path / "plan.md"
    monkeypatch.setenv("STRATEGIKORT_SAMLING", str(samling))
    plan.write_text("# Plan\n\nByen planter skov.\n", encoding="utf-8")
    assert program("tilføj", str(plan)).status == 0
    tried: list[str] = []
    look_up = Shown.hits

    def write_meanwhile(shown: Shown, *given: Any) -> Any:
        with closing(sqlite3.connect(samling, timeout=0)) as other:
            try:
                other.execute("UPDATE documents SET source = source")
                other.commit()
            except sqlite3.OperationalError as error:
                tried.append(str(error))
        return look_up(shown, *given)

    monkeypatch.setattr(Shown, "hits", write_meanwhile)
    with Collection.open() as collection:
        for ask in (collection.search, collection.absence, collection.compare):
            tried.clear()
            ask("skov")
            assert set(tried) == {"database is locked"}, ask
        monkeypatch.undo()
        monkeypatch.setenv("STRATEGIKORT_SAMLING", str(samling))
        other = tmp_path / "by.md"
        other.write_text("# By\n\nBroen er ny.\n", encoding="utf-8")
        assert program("tilføj", str(other)).status == 0
        (hit,) = (hit for hit in collection.search("broen").hits if hit.section.document == "by")
        assert collection.document(hit.section.document).title == "By"
        assert collection.cite(hit).startswith("By, ")


def test_a_command_reads_one_state_until_it_answers(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    samling, plan = tmp_path / "samling.sqlite", tmp_path / "plan.md"
    monkeypatch.setenv("STRATEGIKORT_SAMLING", str(samling))
    plan.write_text("# Plan\n\nByen planter skov.\n", encoding="utf-8")
    assert program("tilføj", str(plan)).status == 0
    written: list[bool] = []

    def can_write() -> bool:
        with closing(sqlite3.connect(samling, timeout=0)) as other:
            try:
                other.execute("UPDATE documents SET source = source")
                other.commit()
            except sqlite3.OperationalError:
                return False
        return True

    named, out = Collection.named, sys.stdout.write

    def naming(collection: Collection, *given: Any, **more: Any) -> Any:
        found = named(collection, *given, **more)
        written.append(can_write())
        return found

    def answering(text: str) -> int:
        written.append(can_write())
        return out(text)

    monkeypatch.setattr(Collection, "named", naming)
    monkeypatch.setattr("strategikort.cli.options.paged", lambda text: bool(answering(text)))
    assert program("vis", "plan").status == 0
    assert written == [False, True]
    assert program("opdatér").status == 0
