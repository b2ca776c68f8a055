"""A collection of one's own for every test, and documents to put into it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest

from strategikort import (
    AmbiguousReferenceError,
    Collection,
    StrategikortError,
    UnknownReferenceError,
)
from strategikort.holdings.location import collection_path
from strategikort.readers.apart.process import WorkerProcess
from tests.conftest import Outcome
from tests.conftest import Program as Program

STRATEGY = """# Kvantestrategi 2026

## 1. Indledning

Danmark skal føre an i kvanteforskning og bygge et nationalt kvantelaboratorium.

## 2. Indsatser

Regeringen vil etablere et supercenter for kvantesensorer i Vejle.
"""
NOTE = """# Notat om fiskeri

Kommissionen foreslår nye kvoter for torsk i Østersøen.
"""


def checked(program: Program, *args: str, status: int = 0) -> dict:  # type: ignore[type-arg]
    """Return the answer of a command, held up against its schema."""
    outcome = program(*args, "--json")
    assert outcome.status == status, outcome.err
    definition = json.loads(program("skema", args[0]).out)
    jsonschema.validate(outcome.json, definition)
    return dict(outcome.json)


class KeptWorker(WorkerProcess):
    """A worker that is put aside for the next reader when it has answered what it was asked.

    To start one takes ten times as long as most files do.
    """

    aside: ClassVar[list[KeptWorker]] = []
    answering = False

    @classmethod
    def of(cls, memory_bytes: int) -> KeptWorker:
        while cls.aside:
            kept = cls.aside.pop()
            if kept.usable:
                return kept
            kept.end()
        return cls(memory_bytes)

    def ask(self, *args: Any) -> Iterator[dict[str, Any]]:
        self.answering = True
        for message in super().ask(*args):
            self.answering = "page" in message
            yield message

    def kill(self) -> None:
        if self.answering:
            self.end()
        else:
            self.aside.append(self)

    def end(self) -> None:
        super().kill()


@pytest.fixture(autouse=True, scope="package")
def _kept_workers() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("strategikort.readers.reader.WorkerProcess", KeptWorker.of)
        yield
    while KeptWorker.aside:
        KeptWorker.aside.pop().end()


class Adding:
    """Writes files into a folder and adds them to the user's collection.

    ``add("plan.md", "# Plan …", "--kopiér", id="plan")`` writes a profile with that id beside it.
    """

    def __init__(self, program: Program, folder: Path) -> None:
        self._program, self.folder = program, folder

    def __call__(
        self, name: str, content: str | bytes, *options: str, id: str = "", profile: str = ""
    ) -> Outcome:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        if id or profile:
            beside = path.with_name(f"{path.name}.yaml")
            beside.write_text(profile or f"id: {id}\n", "utf-8")
        outcome = self._program("tilføj", str(path), *options)
        assert outcome.status == 0, outcome.err
        return outcome


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


def at_home(patch: pytest.MonkeyPatch, home: Path) -> Path:
    """Let ``home`` be the user's; return where the collection lies then."""
    for name, path in (("HOME", home), ("XDG_DATA_HOME", home / "data"), ("LOCALAPPDATA", home)):
        patch.setenv(name, str(path))
    return collection_path()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's collection, which is not there yet; the default of every command."""
    return at_home(monkeypatch, tmp_path)


@pytest.fixture
def add(program: Program, own: Path, tmp_path: Path) -> Adding:
    """Adds documents to a collection of the test's own."""
    return Adding(program, tmp_path)


Written = tuple[str, str | bytes] | tuple[str, str | bytes, str]
"""The name of a file, what is written into it, and perhaps the id of the document."""

Shelf = Callable[..., None]
_SHELVES: dict[tuple[Written, ...], Path] = {}


@pytest.fixture
def shelf(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shelf]:
    """Makes a collection of ``documents``, once for all tests that ask for the same ones.

    None of them may change it, which is seen to.
    """
    asked: list[tuple[Path, bytes]] = []

    def call(*documents: Written) -> None:
        home = _SHELVES.get(documents)
        if home is None:
            home = tmp_path_factory.mktemp("hylde")
            at_home(monkeypatch, home)
            for name, content, *id_ in documents:
                Adding(program, home)(name, content, id="".join(id_))
            _SHELVES[documents] = home
        own = at_home(monkeypatch, home)
        asked.append((own, own.read_bytes()))

    yield call
    for own, before in asked:
        assert own.read_bytes() == before, "a collection that others use has been changed"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with two documents."""
    folder = tmp_path / "filer"
    folder.mkdir()
    (folder / "kvante.md").write_text(STRATEGY, encoding="utf-8")
    (folder / "notat.md").write_text(NOTE, encoding="utf-8")
    return folder


@pytest.fixture
def added(program: Program, own: Path, files: Path) -> Path:
    """The same folder, with both of them added."""
    assert program("tilføj", str(files)).status == 0
    return files


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
