"""The file of a collection: made, checked and changed; and the files of its documents opened."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from strategikort.errors import CollectionError, ProfileError, UnknownReferenceError
from strategikort.holdings import database
from strategikort.holdings.holdings import Holdings
from strategikort.holdings.intake import Wanted, read_path
from strategikort.library import Collection
from tests.holdings.conftest import NOTE, Adding, Program, checked
from tests.holdings.test_docs import strategy_pdf
from tests.readers.test_docx import LONG as ORDINARY
from tests.readers.word import p, word

# --- the collection's file --------------------------------------------------------------------


def test_what_is_not_there_is_no_collection_yet(own: Path) -> None:
    assert database.open_for_reading(own) is None
    assert not own.exists()


def test_a_collection_of_a_trial_edition(program: Program, own: Path, added: Path) -> None:
    connection = sqlite3.connect(own)
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    outcome = program("søg", "torsk", "--json")
    assert (outcome.status, outcome.json["error"]["code"]) == (2, "older_collection")
    assert "Slet filen, og tilføj dokumenterne igen." in outcome.err


def test_what_another_process_has_created_meanwhile_is_kept(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = database.transaction

    def late(connection: sqlite3.Connection) -> object:
        monkeypatch.setattr(database, "transaction", real)
        other = database.open_for_writing(own)
        other.execute("CREATE TABLE mine (x)")
        other.close()
        return real(connection)

    monkeypatch.setattr(database, "transaction", late)
    connection = database.open_for_writing(own)
    assert connection.execute("SELECT count(*) FROM mine").fetchone() == (0,)


def test_what_an_older_program_has_read_is_told_until_it_is_read_again(
    own: Path, added: Path, program: Program
) -> None:
    assert "ældre udgave" not in program("status").out
    with closing(sqlite3.connect(own)) as connection, connection:
        connection.execute("UPDATE originals SET reader = reader - 1 WHERE document LIKE 'kv%'")
    one = "1 er læst af en ældre udgave af strategikort; strategikort opdatér læser det igen."
    assert program("status").out.splitlines()[2] == one
    answer = checked(program, "status")
    assert [item["read_by_older"] for item in answer["documents"]] == [True, False]
    with closing(sqlite3.connect(own)) as connection, connection:
        connection.execute("UPDATE originals SET reader = 1")
    both = "2 er læst af en ældre udgave af strategikort; strategikort opdatér læser dem igen."
    assert program("status").out.splitlines()[2] == both
    program("opdatér")
    assert "ældre udgave" not in program("status").out


def test_a_folder_is_no_collection(own: Path, files: Path) -> None:
    with pytest.raises(CollectionError) as caught:
        database.open_for_writing(files)
    assert str(files) in caught.value.message


def test_a_copied_document_that_is_added_from_another_place(
    program: Program, own: Path, files: Path
) -> None:
    program("tilføj", str(files / "notat.md"), "--kopiér")
    before = program("status", "notat-om-fiskeri", "--json").json["documents"][0]
    twin = (files / "notat.md").rename(files / "flyttet.md")
    answer = program("tilføj", str(twin), "--titel", "Notat om fiskeri", "--json").json
    assert [item["id"] for item in answer["documents"]] == ["notat-om-fiskeri"]
    after = program("status", "notat-om-fiskeri", "--json").json["documents"][0]
    assert (before["file"], after["file"]) == (after["file"], "samling-filer/notat-om-fiskeri.md")
    assert "flyttet.md" in program("status", "notat-om-fiskeri").out


@pytest.mark.parametrize("document", ["rk", "nix"])
def test_what_is_none_of_the_users_documents_is_not_removed(own: Path, document: str) -> None:
    said = f"»{document}« findes ikke i din samling"
    with Holdings.open() as holdings, pytest.raises(UnknownReferenceError, match=said):
        holdings.remove(document)


def test_a_chosen_profile_that_is_not_there(files: Path) -> None:
    with pytest.raises(ProfileError, match=r"nix\.yaml« findes ikke"):
        read_path(files / "notat.md", Wanted(profile=files / "nix.yaml"))


def test_the_author_that_a_file_names_is_its_publisher(
    program: Program, own: Path, files: Path
) -> None:
    text = f"---\nforfatter: Fiskeristyrelsen\n---\n{NOTE}"
    (files / "notat.md").write_text(text, encoding="utf-8")
    program("tilføj", str(files / "notat.md"))
    document = Collection.open().document("notat-om-fiskeri")
    assert document.publisher == "Fiskeristyrelsen"
    assert document.evidence["publisher"]
    program("tilføj", str(files / "notat.md"), "--udgiver", "Ministeriet")
    assert Collection.open().document("notat-om-fiskeri").publisher == "Ministeriet"


@pytest.mark.parametrize(
    ("said", "publisher", "shown"),
    [
        ("", "", "[Havplan for Fyn]"),
        ("Havplan for Fyn. Af Kirsten Holm.", "Kirsten Holm", "Havplan for Fyn"),
        ("Havplan\u00a0for Fyn", "", "Havplan for Fyn"),
    ],
)
def test_properties_that_the_text_does_not_show_are_no_part_of_it(
    add: Adding, said: str, publisher: str, shown: str
) -> None:
    core = (
        '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Havplan for Fyn</dc:title>'
        "<dc:creator>Kirsten Holm</dc:creator></c>"
    )
    add("plan.docx", word(p("Mål", "Overskrift1") + p(f"{ORDINARY} {said}"), docProps__core=core))
    document = Collection.open().document("havplan-for-fyn")
    assert (document.publisher, document.shown_title) == (publisher, shown)


def test_a_title_that_several_documents_have_is_asked_about(program: Program, add: Adding) -> None:
    for name, word_in_it in (("a.md", "torskefiskeri"), ("b.md", "pastinakker")):
        add(name, f"# Årsplan 2025\n\nVi vil have {word_in_it}.\n")
    for command in (
        ["søg", "pastinakker", "-d", "Årsplan 2025"],
        ["fravær", "pastinakker", "-d", "årsplan 2025"],
        ["vis", "Årsplan 2025"],
        ["citér", "Årsplan 2025"],
    ):
        outcome = program(*command)
        assert (outcome.status, outcome.out) == (2, ""), command
        assert "2 dokumenter hedder »" in outcome.err
        assert "årsplan-2025-2" in outcome.err
    assert program("søg", "pastinakker", "-d", "årsplan-2025-2").status == 0
    assert program("søg", "pastinakker", "-d", "årsplan-2025").status == 1


# --- opening the files ------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform != "linux", reason="viewers of Linux")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_viewer_that_cannot_be_told_the_page(
    program: Program, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strategy_pdf(tmp_path / "kvante.pdf")
    program("tilføj", str(tmp_path / "kvante.pdf"))
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    outcome = program("åbn", "kvantestrategi-2026/2.1")
    assert outcome.status != 0
    assert outcome.err == (
        "Fejl: Programmet xdg-open kan ikke startes.\n"
        f"Åbn selv filen, side 7: {tmp_path / 'kvante.pdf'}\n"
    )
    (folder / "xdg-open").write_text("#!/bin/sh\n")
    (folder / "xdg-open").chmod(0o755)
    outcome = program("åbn", "kvantestrategi-2026/2.1")
    assert (outcome.status, outcome.err) == (0, "Slå selv op på side 7 (side 3 i filen).\n")
