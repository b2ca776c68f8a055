"""The SQLite file: whole, tied together, searchable in Danish, found out by other programs."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from strategikort.library import Collection
from tests.export.conftest import Program


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that the first test which wants it has written; none changes it."""
    return tmp_path_factory.mktemp("eksport") / "ud.sqlite"


@pytest.fixture
def database(program: Program, exported: Path) -> Iterator[sqlite3.Connection]:
    if not exported.exists():
        assert program("eksportér", str(exported)).status == 0
    connection = sqlite3.connect(exported)
    yield connection
    connection.close()


def found(database: sqlite3.Connection, query: str) -> set[str]:
    rows = database.execute(
        "SELECT section FROM passager WHERE id IN"
        " (SELECT rowid FROM passager_fts WHERE passager_fts MATCH ?)",
        (query,),
    )
    return {section for (section,) in rows}


def test_everything_is_there_and_hangs_together(
    database: sqlite3.Connection, collection: Collection
) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.execute("INSERT INTO passager_fts (passager_fts) VALUES ('integrity-check')")
    rows = database.execute("SELECT id, parent, text FROM afsnit ORDER BY position").fetchall()
    assert rows == [(item.id, item.parent, item.text.text) for item in collection.sections()]
    passages = [
        (hit.section.id, hit.text)
        for document in collection.documents
        for hit in collection.passages(document.id)
    ]
    assert database.execute("SELECT section, text FROM passager ORDER BY id").fetchall() == passages
    keys = database.execute("PRAGMA foreign_key_list(passager)").fetchall()
    assert {(key[2], key[3], key[4]) for key in keys} == {
        ("afsnit", "section", "id"), ("dokumenter", "document", "id"),
    }  # fmt: skip


def test_tables_and_fields_are_there(program: Program, database: sqlite3.Connection) -> None:
    answer = program("vis", "tech", "partnerskaber", "--json").json["sections"]
    for key, column in (("table", "table_data"), ("fields", "fields")):
        rows = database.execute(f"SELECT id, {column} FROM afsnit WHERE {column} IS NOT NULL")
        stored = {name: json.loads(value) for name, value in rows}
        told = {section["id"]: section[key] for section in answer if section[key]}
        assert told
        assert {name: stored[name] for name in told} == told


@pytest.mark.parametrize("table", ["afsnit", "passager", "citater"])
def test_every_row_carries_its_proof(database: sqlite3.Connection, table: str) -> None:
    rows = database.execute(f"SELECT citation, sha256, lines, text, chars FROM {table}").fetchall()
    assert rows
    for citation, sha256, lines, text, chars in rows:
        assert citation.endswith("]")
        assert re.fullmatch("[0-9a-f]{64}", sha256)
        assert bool(lines) == bool(chars) == bool(text)
    pages = database.execute(f"SELECT count(*) FROM {table} WHERE pages IS NOT NULL").fetchone()
    assert pages[0] > 0


def test_danish_is_found(database: sqlite3.Connection) -> None:
    literal = found(database, "forsyningskæder")
    assert literal
    assert literal <= found(database, "kæde")
    assert literal <= found(database, "forsyningskaede")
    assert found(database, "år") != found(database, "ar")
    assert not any("kvinder" in word for word in found(database, "vind"))


def test_the_search_table_is_tied_as_datasette_looks_for_it(database: sqlite3.Connection) -> None:
    # The pattern by which Datasette and sqlite-utils find the search table of a table.
    (name,) = database.execute(
        "SELECT name FROM sqlite_master WHERE rootpage = 0 AND"
        " sql LIKE '%VIRTUAL TABLE%USING FTS%content=[passager]%'"
    ).fetchone()
    assert name == "passager_fts"


def test_a_part_of_the_collection_has_no_loose_ends(program: Program, tmp_path: Path) -> None:
    for number, choice in enumerate((["-t", "prioritet"], ["--søg", "kvanteteknologi"])):
        path = tmp_path / f"{number}.sqlite"
        assert program("eksportér", str(path), *choice).status == 0
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        ranks = [rank for (rank,) in connection.execute("SELECT rank FROM passager ORDER BY rank")]
        assert ranks == ([None] * len(ranks) if number == 0 else list(range(1, len(ranks) + 1)))
        connection.close()


def test_a_full_disk_leaves_nothing(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from strategikort.output.export import sqlite

    real = sqlite3.connect

    def narrow(path: Path, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = real(path, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 20")
        return connection

    monkeypatch.setattr(sqlite.sqlite3, "connect", narrow)  # type: ignore[attr-defined]
    from strategikort.errors import StrategikortError
    from strategikort.output.export.content import Content
    from strategikort.output.export.target import write_file

    monkeypatch.undo()
    content = Content(Collection.open())
    monkeypatch.setattr(sqlite.sqlite3, "connect", narrow)  # type: ignore[attr-defined]
    path = tmp_path / "ud.sqlite"
    with pytest.raises(StrategikortError) as error:
        write_file(path, lambda file: sqlite.write_sqlite(file, content), overwrite=False)
    assert error.value.code == "disk_full"
    assert list(tmp_path.iterdir()) == []
