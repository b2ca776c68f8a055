"""A collection of one's own for every test, and documents to put into it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from tests.conftest import Outcome

Program = Callable[..., Outcome]

STRATEGY = """# Kvantestrategi 2026

## 1. Indledning

Danmark skal føre an i kvanteforskning og bygge et nationalt kvantelaboratorium.

## 2. Indsatser

Regeringen vil etablere et supercenter for kvantesensorer i Vejle.
"""
NOTE = """# Notat om fiskeri

Kommissionen foreslår nye kvoter for torsk i Østersøen.
"""


def checked(program: Program, schema: str, *args: str, status: int = 0) -> dict:  # type: ignore[type-arg]
    """Return the answer of a command, held up against the schema of that name."""
    outcome = program(*args, "--json")
    assert outcome.status == status, outcome.err
    definition = json.loads(program("skema", schema).out)
    jsonschema.validate(outcome.json, definition)
    return dict(outcome.json)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's collection, which is not there yet; the default of every command."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    from strategikort.holdings.location import collection_path

    return collection_path()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with two documents."""
    folder = tmp_path / "filer"
    folder.mkdir()
    (folder / "kvante.md").write_text(STRATEGY, encoding="utf-8")
    (folder / "notat.md").write_text(NOTE, encoding="utf-8")
    return folder
