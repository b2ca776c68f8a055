"""A collection that stays open while somebody else changes it."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from strategikort.index.ranking.hits import Shown
from strategikort.library import Collection
from tests.holdings.conftest import Adding, Program


def test_what_is_found_is_what_stands_there_now(program: Program, add: Adding) -> None:
    def found(word: str) -> list[str]:
        return [
            hit.text for hit in collection.search(word).hits if hit.section.document == "fangst"
        ]

    add("fangst.md", "# fangst\n\nDer blev fanget 300 tons torsk i Kattegat.\n")
    with Collection.open() as collection:
        assert found("torsk") == ["Der blev fanget 300 tons torsk i Kattegat."]
        assert found("sild") == []
        assert program("fjern", "fangst").status == 0
        assert found("torsk") == []
        add("fangst.md", "# fangst\n\nDer blev fanget 500 tons sild i Skagerrak.\n")
        assert found("torsk") == []
        assert found("sild") == ["Der blev fanget 500 tons sild i Skagerrak."]
        (hit,) = (hit for hit in collection.search("sild").hits if hit.section.document == "fangst")
        assert [hit.text[start:end] for start, end in hit.highlights] == ["sild"]


@pytest.fixture
def plan(add: Adding, own: Path) -> Path:
    """A collection with one document."""
    add("plan.md", "# Plan\n\nByen planter skov.\n")
    return own


def can_write(collection: Path) -> bool:
    """Try as another process to write, without waiting."""
    with closing(sqlite3.connect(collection, timeout=0)) as other:
        try:
            other.execute("UPDATE documents SET source = source")
            other.commit()
        except sqlite3.OperationalError:
            return False
    return True


def test_a_question_is_answered_from_one_state(
    add: Adding, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can write while it is read; what is remembered is of the state that is read."""
    written: list[bool] = []
    look_up = Shown.hits

    def write_meanwhile(shown: Shown, *given: Any) -> Any:
        written.append(can_write(plan))
        return look_up(shown, *given)

    with Collection.open() as collection:
        with monkeypatch.context() as during:
            during.setattr(Shown, "hits", write_meanwhile)
            for ask in (collection.search, collection.absence, collection.compare):
                written.clear()
                ask("skov")
                assert set(written) == {False}, ask
        assert can_write(plan)
        add("by.md", "# By\n\nBroen er ny.\n")
        (hit,) = (hit for hit in collection.search("broen").hits if hit.section.document == "by")
        assert collection.document(hit.section.document).title == "By"
        assert collection.cite(hit).startswith("By, ")


def test_a_command_reads_one_state_until_it_answers(
    program: Program, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bool] = []
    named, out = Collection.named, sys.stdout.write

    def naming(collection: Collection, *given: Any, **more: Any) -> Any:
        found = named(collection, *given, **more)
        written.append(can_write(plan))
        return found

    def answering(text: str) -> bool:
        written.append(can_write(plan))
        return bool(out(text))

    monkeypatch.setattr(Collection, "named", naming)
    monkeypatch.setattr("strategikort.cli.terminal.paged", answering)
    assert program("vis", "plan").status == 0
    assert written == [False, True]
    assert program("opdatér").status == 0


def test_the_list_of_documents_is_that_of_now(program: Program, plan: Path, tmp_path: Path) -> None:
    # It was that of the last question, and the counts were a KeyError where another was added.
    other = tmp_path / "andet.md"
    other.write_text("# Andet\n\nOm sild.\n", encoding="utf-8")
    with Collection.open() as collection:
        before = len(collection.documents)
        assert program("tilføj", str(other)).status == 0
        assert len(collection.counts) == before + 1
        assert program("fjern", "andet").status == 0
        assert len(collection.documents) == before
        assert "andet" not in collection.counts
        with collection.snapshot():
            assert collection.documents is collection.documents
