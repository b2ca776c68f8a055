"""Collections that are locked, damaged, of another version or of another program."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from strategikort.cli import given, verify
from strategikort.holdings import database
from strategikort.index.storage import schema
from strategikort.library import Collection
from tests.holdings.conftest import Program
from tests.holdings.test_trouble import make_files, whole


def test_a_locked_collection(
    own: Path, files: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("tilføj", str(files / "notat.md"))
    monkeypatch.setattr(database, "WAIT", 0.05)
    other = sqlite3.connect(own, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    for command in (["tilføj", str(files)], ["søg", "torsk"], ["fjern", "notat-om-fiskeri"]):
        outcome = program(*command, "--json")
        assert outcome.status == 2
        assert outcome.json["error"]["code"] == "collection_locked"
        assert "optaget af et andet program" in outcome.err
    other.execute("ROLLBACK")
    assert program("søg", "torsk").status == 0


@pytest.mark.parametrize(
    ("command", "typed"), [("citér", "rk/6/3"), ("verificér", "Tom tekst uden citater.")]
)
def test_who_waits_for_standard_input_locks_no_collection(
    own: Path,
    files: Path,
    program: Program,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    typed: str,
) -> None:
    """»tilføj --json | citér -« waited for itself until it gave up, and stored nothing."""
    program("tilføj", str(files / "notat.md"))
    monkeypatch.setattr(database, "WAIT", 0.05)
    stored: list[int] = []
    read = given.given_bytes

    def slow_bytes(file: Path | None = None) -> bytes:
        with Collection.open() as collection:
            stored.append(len(collection.add(files / "kvante.md").taken))
        return read(file)

    for module in (given, verify):
        monkeypatch.setattr(module, "given_bytes", slow_bytes)
    outcome = program(command, "-", stdin=typed)
    assert (outcome.status, stored) == (0, [1]), outcome.err


def test_a_newer_collection(own: Path, added: Path, program: Program) -> None:
    connection = sqlite3.connect(own)
    connection.execute("PRAGMA user_version = 999")
    connection.commit()
    before = own.read_bytes()
    for command in ("søg torsk", "status", f"tilføj {added}"):
        outcome = program(*command.split(), "--json")
        assert (outcome.status, outcome.json["error"]["code"]) == (2, "newer_collection")
        assert "nyere udgave af strategikort" in outcome.err
    assert own.read_bytes() == before


def test_an_older_collection_is_brought_up_to_date(
    own: Path, added: Path, program: Program
) -> None:
    expected = whole(own)
    hits = [hit.text for hit in Collection.open().search("strategi").hits]
    with closing(sqlite3.connect(own)) as connection:
        # The search tables are of no use any more.
        connection.executescript(
            "DROP TABLE passages; DELETE FROM keys;"
            f" PRAGMA user_version = {schema.SCHEMA_VERSION - 1}"
        )
    assert [hit.text for hit in Collection.open().search("strategi").hits] == hits
    with closing(sqlite3.connect(own)) as connection:  # once is enough
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.SCHEMA_VERSION,)
    assert whole(own) == expected
    assert program("opdatér").status == 0


@pytest.mark.parametrize(
    "content", [b"ikke en database, men ganske almindelig tekst", b"\0" * 5000]
)
def test_a_file_that_is_no_collection(
    own: Path, files: Path, program: Program, content: bytes
) -> None:
    own.parent.mkdir(parents=True)
    own.write_bytes(content)
    for command in ("søg torsk", "status", f"tilføj {files}"):
        outcome = program(*command.split(), "--json")
        assert (outcome.status, outcome.json["error"]["code"]) == (2, "not_a_collection")
    assert own.read_bytes() == content


@pytest.fixture
def small_documents(own: Path, tmp_path: Path, program: Program) -> bytes:
    """A collection of 40 documents, as bytes."""
    folder = tmp_path / "mange"
    folder.mkdir()
    for number in range(40):
        text = f"# Notat {number}\n\n## Afsnit\n\nNummer {number} om havnen og zqtekst{number}.\n"
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    assert program("tilføj", str(folder)).status == 0
    return own.read_bytes()


def test_a_damaged_page_is_no_fault_of_the_program(
    own: Path, program: Program, small_documents: bytes
) -> None:
    commands = (["status"], ["søg", "havnen"], ["vis", "notat-7"])
    sound = [program(*command) for command in commands]
    size = sqlite3.connect(own).execute("PRAGMA page_size").fetchone()[0]
    damaged = 0
    # The first page says what the file is.
    for start in range(size, len(small_documents), size):
        own.write_bytes(small_documents[:start] + b"\xe6" * size + small_documents[start + size :])
        for command, right in zip(commands, sound, strict=True):
            outcome = program(*command)
            if outcome == right:  # the page is not asked for
                continue
            damaged += 1
            assert outcome.status == 2
            assert f"Samlingen {own} er beskadiget.\nHent filen fra en sikker" in outcome.err
    assert damaged > 20


def test_text_that_is_none_is_damage(own: Path, program: Program, small_documents: bytes) -> None:
    own.write_bytes(small_documents.replace(b"zqtekst7", b"zq\xe6ekst7"))
    outcome = program("vis", "notat-7", "--json")
    assert (outcome.status, outcome.json["error"]["code"]) == (2, "collection_damaged")


def test_a_database_of_somebody_else(own: Path, files: Path, program: Program) -> None:
    own.parent.mkdir(parents=True)
    connection = sqlite3.connect(own)
    connection.execute("CREATE TABLE mine (ting)")
    connection.close()
    outcome = program("tilføj", str(files), "--json")
    assert outcome.json["error"]["code"] == "not_a_collection"


def test_an_empty_file_is_a_collection_that_was_never_begun(
    own: Path, files: Path, program: Program
) -> None:
    own.parent.mkdir(parents=True)
    own.write_bytes(b"")
    assert program("søg", "pejlemærker").status == 0
    assert program("tilføj", str(files)).status == 0


def test_a_full_disk(
    own: Path, tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = database.open_for_writing

    def narrow(path: Path) -> sqlite3.Connection:
        connection = real(path)
        connection.execute("PRAGMA cache_size = 10")
        connection.execute("PRAGMA max_page_count = 120")
        return connection

    monkeypatch.setattr("strategikort.holdings.holdings.open_for_writing", narrow)
    folder = make_files(tmp_path / "filer", 30)
    outcome = program("tilføj", str(folder), "--json")
    assert (outcome.status, outcome.json["error"]["code"]) == (2, "disk_full")
    monkeypatch.undo()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    connection = database.open_for_reading(own)
    assert connection is not None
    (stored,) = connection.execute("SELECT count(*) FROM documents").fetchone()
    connection.close()
    assert 0 < stored < 30
    assert f"{stored} dokument" in outcome.err
    whole(own)
    assert program("tilføj", str(folder)).status == 0
