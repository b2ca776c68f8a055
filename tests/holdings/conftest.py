"""A collection of one's own for every test, and documents to put into it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from strategikort import (
    AmbiguousReferenceError,
    Collection,
    StrategikortError,
    UnknownReferenceError,
)
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


def add_as(program: Program, document: str, path: Path, content: str | bytes) -> None:
    """Write a file and add it under an id of one's own."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    path.with_name(f"{path.name}.yaml").write_text(f"id: {document}\n", "utf-8")
    program("tilføj", str(path))


def shown(program: Program, reference: str) -> list[str]:
    """Return the ids of the sections that are shown for a reference; empty if it names none."""
    found = program("vis", reference, "--json").json
    return [section["id"] for section in found.get("sections", [])]


def named(collection: Collection, reference: str) -> str:
    """Return the ids that a reference names, or a word for why it names none."""
    try:
        found = collection.named(reference)
    except AmbiguousReferenceError:
        return "ambiguous"
    except UnknownReferenceError:
        return ""
    except StrategikortError as error:
        return error.code
    return " ".join(section.id for section in found.sections)


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


OLD = """# Rapport 2024

## 1. Indledning

Danmark skal føre an i digital forskning, og regeringen afsætter 100 mio. kr. til formålet i 2024.

## 2. Kvante

Regeringen vil bygge et laboratorium for kvantesensorer i Vejle sammen med universiteterne.

## 3. Fiskeri

Kvoterne for torsk i Østersøen skal sættes ned, så bestanden kan vokse igen i de næste ti år.

## 4. Skoler

Alle elever i grundskolen skal lære at forstå algoritmer og kilder, inden de går ud af skolen.

## 5. Havne

De danske havne skal have landstrøm til alle skibe, der ligger ved kaj i mere end to timer.
"""
NEW = """# Rapport 2026

## 1. Indledning

Danmark skal føre an i digital forskning, og regeringen afsætter 250 mio. kr. til formålet i 2026.

## 2. Skoler

Alle elever i grundskolen skal lære at forstå algoritmer og kilder, inden de går ud af skolen.

## 3. Kvante

Regeringen vil bygge et laboratorium for kvantesensorer i Vejle sammen med universiteterne.
De danske havne skal have landstrøm til alle skibe, der ligger ved kaj i mere end to timer.

## 4. Rummet

En ny satellit skal overvåge isen omkring Grønland og sende målinger hjem hver eneste dag.
"""


@pytest.fixture
def editions(own: Path, tmp_path: Path, program: Program) -> tuple[str, str]:
    for name, text in (("gammel", OLD), ("ny", NEW)):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    program("tilføj", str(tmp_path / "gammel.md"))
    assert program("tilføj", str(tmp_path / "ny.md"), "--afløser", "rapport-2024").status == 0
    return "rapport-2024", "rapport-2026"
