"""A sixth document of a known sort needs a profile and its file, and no Python."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from strategikort.catalog import builtin
from strategikort.errors import SourceError
from strategikort.library import Collection
from tests.conftest import Outcome

COUNCIL = """\
 BILAG

Rådets konklusioner om rummet

1. Rådet understreger, at rumpolitik-

ken er vigtig.

2. Rådet opfordrer til at:

- styrke EU-

programmer

- fremme sikkerhed.
"""
PROFILE = """\
id: rum
order: 6
file: rum.txt
sha256: {sha256}
metadata:
  title: Rådets konklusioner om rummet
  short_title: Rådets konklusioner om rummet
  publisher: Rådet for Den Europæiske Union
  date: 2023-11
  kind: rådskonklusioner
  language: da
text:
  layout: flow
furniture:
  - {{lines: "1", what: bilagsmærke}}
sections:
  - id: konklusioner
    kind: oversigt
    heading: "3"
    split:
      lines: "5-15"
      start: '^ ?(?P<marker>(?P<number>\\d{{1,2}})\\.) '
      kind: konklusion
      id: "{{number}}"
      title: "Konklusion {{number}}"
      sequence: true
      split:
        start: '^ ?(?P<marker>-) '
        kind: led
        id: "{{parent}}/{{n}}"
        title: "{{parent_title}}, {{n}}. led"
"""


@pytest.fixture
def sixth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package's data with one document more."""
    seeds, catalog = tmp_path / "seeds", tmp_path / "catalog"
    (catalog / "profiles").mkdir(parents=True)
    seeds.mkdir()
    for path in builtin.input_paths():
        folder = {".txt": seeds, ".yaml": catalog}[path.suffix]
        folder = catalog / "profiles" if path.parent.name == "profiles" else folder
        (folder / path.name).write_bytes(path.read_bytes())
    (seeds / "rum.txt").write_text(COUNCIL, encoding="utf-8")
    digest = hashlib.sha256(COUNCIL.encode()).hexdigest()
    (catalog / "profiles" / "rum.yaml").write_text(PROFILE.format(sha256=digest), encoding="utf-8")
    monkeypatch.setattr(builtin, "seed_folder", lambda: seeds)
    monkeypatch.setattr(builtin, "_CATALOG", catalog)
    monkeypatch.setenv("STRATEGIKORT_CACHE", str(tmp_path / "cache"))
    return tmp_path


def test_sixth_document_is_shown_and_cited(sixth: Path, program: Callable[..., Outcome]) -> None:
    assert [document.id for document in Collection.open().documents][-1] == "rum"
    outcome = program("vis", "rum 2", "--json")
    texts = [section["text"] for section in outcome.json["sections"]]
    assert texts == ["Rådet opfordrer til at:", "styrke EU-programmer", "fremme sikkerhed."]
    assert program("vis", "rum/1").out.count("rumpolitikken er vigtig") == 1
    # The same words now name conclusions of two documents.
    outcome = program("vis", "konklusion 2")
    assert outcome.status == 2
    assert "rk/2" in outcome.err
    assert "rum/2" in outcome.err


def test_changed_file_is_refused_and_never_cited(
    sixth: Path, program: Callable[..., Outcome]
) -> None:
    assert program("vis", "rum 1").status == 0
    path = sixth / "seeds" / "rum.txt"
    path.write_text(COUNCIL.replace("vigtig", "uvigtig"), encoding="utf-8")
    outcome = program("vis", "rum 1", "--json")
    assert outcome.status == 2
    assert outcome.json["error"]["code"] == "changed_source"
    assert "rum.txt" in outcome.err
    assert "uvigtig" not in outcome.out


def test_missing_file(sixth: Path, program: Callable[..., Outcome]) -> None:
    assert program("dokumenter").status == 0
    (sixth / "seeds" / "rum.txt").unlink()
    outcome = program("dokumenter")
    assert outcome.status == 2
    assert "rum.txt" in outcome.err
    assert "Installér" in outcome.err


def test_damaged_file(sixth: Path) -> None:
    (sixth / "seeds" / "rum.txt").write_bytes(b"\xff\xfe r\xe5d")
    with pytest.raises(SourceError, match="beskadiget"):
        Collection.open()


def test_touched_but_unchanged_file_is_no_trouble(
    sixth: Path, program: Callable[..., Outcome]
) -> None:
    assert program("vis", "rum 1").status == 0
    (sixth / "seeds" / "rum.txt").write_text(COUNCIL, encoding="utf-8")
    assert program("vis", "rum 1").status == 0
