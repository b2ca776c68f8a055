"""A collection that stays open while somebody else changes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

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
