"""How files are found, named and read, and what is said of how well that went."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from strategikort.errors import (
    CollectionError,
    ProfileError,
    SourceError,
    StrategikortError,
    UnknownReferenceError,
)
from strategikort.holdings import database
from strategikort.holdings.certificate import unread_of, warnings_of
from strategikort.holdings.files import Failure, Found, find_files, problem_with
from strategikort.holdings.holdings import Holdings
from strategikort.holdings.identify import make_id
from strategikort.holdings.intake import Wanted, read_path
from strategikort.holdings.originals import FilePage
from strategikort.holdings.ownprofile import read_described
from strategikort.holdings.pages import page_of_line, page_of_section
from strategikort.library import Collection
from strategikort.model import Section
from strategikort.text.aligned import EMPTY
from strategikort.text.source import Source
from tests.holdings.conftest import NOTE, STRATEGY, Program
from tests.holdings.test_docs import strategy_pdf

# --- finding the files -------------------------------------------------------------------------


def names(paths: list[Path]) -> list[str]:
    return [item.path.name for item in find_files(paths)]


def test_a_file_that_is_named_twice_is_read_once(files: Path) -> None:
    notat = files / "notat.md"
    assert names([notat, notat, files / ".." / files.name / "notat.md"]) == ["notat.md"]
    assert names([notat, files]) == ["notat.md", "kvante.md"]


def test_what_is_left_out_of_a_folder(files: Path) -> None:
    for name in (".skjult.md", "~$kvante.docx", "kvante.md.yaml", "noter.YML", "billede.png"):
        (files / name).write_bytes(b"%PDF-1.7\n" if name.endswith(".docx") else b"x")
    (files / "uden-endelse").write_bytes(b"\n\n%PDF-1.7\n")
    assert names([files]) == ["kvante.md", "notat.md", "uden-endelse"]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text(program: Program, own: Path, tmp_path: Path) -> None:
    folder = tmp_path / "filer"
    folder.mkdir()
    path = Path(os.fsdecode(os.fsencode(folder) + b"/\xe6ble.md"))
    path.write_text(NOTE, encoding="utf-8")
    for named in (path, folder):
        (found,) = find_files([named])
        assert isinstance(found, Failure)
        assert found.error.code == "bad_name"
    outcome = program("tilføj", str(folder), "--json")
    assert outcome.status == 2
    assert [item["code"] for item in outcome.json["errors"]] == ["bad_name"]
    assert "Giv filen et andet navn." in outcome.err


@pytest.mark.skipif(os.name == "nt", reason="no such things in folders there")
def test_what_is_neither_file_nor_folder(program: Program, own: Path, files: Path) -> None:
    os.mkfifo(files / "rør.md")
    assert names([files]) == ["kvante.md", "notat.md"]
    (found,) = find_files([files / "rør.md"])
    assert isinstance(found, Found)
    with pytest.raises(SourceError, match=r"rør\.md er ikke en fil"):
        read_path(files / "rør.md", Wanted())
    outcome = program("tilføj", str(files / "rør.md"), "--json")
    assert (outcome.status, outcome.json["errors"][0]["code"]) == (2, "not_a_file")


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (FileNotFoundError(2, "x"), "missing_file", "a.md findes ikke."),
        (PermissionError(13, "x"), "no_permission", "Du har ikke lov til at læse a.md."),
        (
            OSError(40, "Too many levels of symbolic links"),
            "link_loop",
            "a.md er en genvej, der peger på sig selv.",
        ),
        (
            OSError(5, "disken kunne ikke læses eller skrives"),
            "bad_file",
            "a.md kan ikke læses (disken kunne ikke læses eller skrives).",
        ),
        (OSError("?"), "bad_file", "a.md kan ikke læses (systemet afviste det)."),
    ],
)
def test_what_the_system_refuses(error: OSError, code: str, message: str) -> None:
    problem = problem_with(Path("a.md"), error)
    assert (problem.code, problem.message) == (code, message)


def test_a_folder_that_cannot_be_listed(
    program: Program, own: Path, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (files / "lukket").mkdir()
    real = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "lukket":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr("strategikort.holdings.files.os.scandir", scandir)
    outcome = program("tilføj", str(files), "--json")
    assert outcome.status == 2
    assert len(outcome.json["documents"]) == 2
    assert [(item["code"], Path(item["file"]).name) for item in outcome.json["errors"]] == [
        ("no_permission", "lukket")
    ]


# --- naming the documents ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "date", "document_id"),
    [
        ("Digitaliseringsstrategi: Sammen om fremtiden", "2026-03", "digitaliseringsstrategi-2026"),
        ("Rapport 2024", "2026", "rapport-2024"),
        (
            "En meget lang titel om det danske sundhedsvæsen og dets fremtid",
            "",
            "en-meget-lang-titel-om-det-danske",
        ),
        ("x" * 60, "", "x" * 40),
        ("!!!", "", "dokument"),
    ],
)
def test_ids_are_made_of_titles(title: str, date: str, document_id: str) -> None:
    assert make_id(title, date, lambda _: False) == document_id


def test_an_id_in_a_profile_that_is_taken(program: Program, own: Path, files: Path) -> None:
    (files / "kvante.md.yaml").write_text("id: rk\n", encoding="utf-8")
    outcome = program("tilføj", str(files / "kvante.md"))
    assert outcome.status == 2
    assert "Id'et »rk« i profilen er optaget." in outcome.err


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Strategi for havet: " + "ord " * 30, "Strategi for havet"),
        (
            "Nu: " + "langt " * 20,
            "Nu: langt langt langt langt langt langt langt langt langt langt langt langt …",
        ),
    ],
)
def test_a_long_title_is_shortened(
    program: Program, own: Path, files: Path, title: str, shown: str
) -> None:
    assert program("tilføj", str(files / "notat.md"), "--titel", title.strip()).status == 0
    document = Collection.open().documents[5]
    assert document.title == title.strip()
    assert document.short_title == shown


def test_a_file_without_a_name_or_title(program: Program, own: Path, tmp_path: Path) -> None:
    path = tmp_path / "_-_.txt"
    path.write_text("Kvoterne for torsk i Østersøen skal sættes ned.\n", encoding="utf-8")
    assert program("tilføj", str(path)).status == 0
    assert Collection.open().document("uden-titel").shown_title == "[Uden titel]"


# --- what is said of the documents -------------------------------------------------------------


@pytest.mark.parametrize(
    ("profile", "line", "message"),
    [
        ("id: Rapport\n", 1, "»Rapport« kan ikke være et id"),
        ("id: a b\n", 1, "»a b« kan ikke være et id"),
        ("metadata:\n  date: 2022-13\n", 2, "»2022-13« er ikke en dato"),
        ("metadata:\n  title: [a]\n", 2, "her står en liste eller en opdeling"),
        ("headings: a\n", 1, "her skulle stå en liste"),
        ("furniture:\n  - {lines: 3, hvad: x}\n", 2, "nøglen »hvad« kendes ikke her"),
    ],
)
def test_a_profile_with_a_mistake(
    program: Program, own: Path, files: Path, profile: str, line: int, message: str
) -> None:
    (files / "notat.md.yaml").write_text(profile, encoding="utf-8")
    outcome = program("tilføj", str(files / "notat.md"))
    assert outcome.status == 2
    assert f"notat.md.yaml, linje {line}: {message}" in outcome.err


def test_a_profile_may_say_where_it_knows_from(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(
        "metadata:\n  title: Notat\n  date: 2024\n  evidence:\n    date: følgebrevet\n",
        encoding="utf-8",
    )
    assert read_described(path).evidence == {"title": "profilen p.yaml", "date": "følgebrevet"}


def test_a_profile_that_was_beside_the_file_and_is_gone(
    program: Program, own: Path, files: Path
) -> None:
    beside = files / "notat.md.yaml"
    beside.write_text("metadata:\n  publisher: Ministeriet\n", encoding="utf-8")
    program("tilføj", str(files / "notat.md"))
    assert Collection.open().document("notat-om-fiskeri").publisher == "Ministeriet"
    beside.unlink()
    assert program("opdatér").status == 0
    assert Collection.open().document("notat-om-fiskeri").publisher == ""


def test_a_profile_that_was_chosen_and_is_gone_goes_on_to_count(
    program: Program, own: Path, files: Path
) -> None:
    chosen = files / "oplysninger.yaml"
    chosen.write_text("metadata:\n  publisher: Ministeriet\n", encoding="utf-8")
    program("tilføj", str(files / "notat.md"), "--profil", str(chosen))
    chosen.unlink()
    (files / "notat.md").write_text(NOTE.replace("torsk", "sild"), encoding="utf-8")
    assert program("opdatér").status == 0
    assert Collection.open().document("notat-om-fiskeri").publisher == "Ministeriet"
    assert "sild" in program("vis", "notat-om-fiskeri").out


def test_a_profile_that_cannot_be_written(
    program: Program, own: Path, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def refuse(path: Path, *args: str, **more: str) -> object:
        if path.name == "notat.md.yaml":
            raise OSError(28, "der er ikke mere plads på disken")
        return real(path, *args, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    outcome = program("tilføj", str(files / "notat.md"), "--vis-struktur", "--skriv-profil")
    assert outcome.status == 2
    assert "notat.md.yaml kan ikke skrives (der er ikke mere plads på disken)." in outcome.err


# --- documents read before ---------------------------------------------------------------------


def test_standard_input_twice_is_one_document(program: Program, own: Path) -> None:
    first = program("tilføj", "-", "--titel", "Notat", "--json", stdin=NOTE).json
    again = program("tilføj", "-", "--titel", "Notat", "--json", stdin=NOTE).json
    assert [item["status"] for item in (*first["documents"], *again["documents"])] == [
        "added",
        "unchanged",
    ]
    assert program("opdatér").status == 1


def test_documents_of_older_readers_are_read_again(
    program: Program, own: Path, files: Path
) -> None:
    program("tilføj", "-", "--titel", "Fra standardinput", stdin=STRATEGY)
    program("tilføj", str(files / "notat.md"), "--kopiér")
    (files / "notat.md").unlink()
    assert program("opdatér").status == 1
    connection = sqlite3.connect(own)
    connection.execute("UPDATE originals SET reader = 0")
    connection.commit()
    connection.close()
    answer = program("opdatér", "--json").json
    assert [(item["id"], item["status"]) for item in answer["documents"]] == [
        ("fra-standardinput", "updated"),
        ("notat-om-fiskeri", "updated"),
    ]
    assert "torsk" in program("vis", "notat-om-fiskeri").out
    assert program("opdatér").status == 1


def test_the_structure_of_standard_input(program: Program, own: Path) -> None:
    outcome = program("tilføj", "-", "--vis-struktur", stdin=STRATEGY)
    assert outcome.status == 0
    assert "1. Indledning  [1] afsnit" in outcome.out
    assert not own.exists()


def test_the_structure_of_files_that_cannot_be_read(
    program: Program, own: Path, files: Path
) -> None:
    (files / "tom.md").write_bytes(b"")
    paths = [str(files / name) for name in ("tom.md", "findes-ikke.md", "notat.md")]
    outcome = program("tilføj", *paths, "--vis-struktur", "--json")
    assert outcome.status == 2
    assert [item["code"] for item in outcome.json["errors"]] == ["empty_file", "missing_file"]
    assert [item["document"]["id"] for item in outcome.json["structures"]] == ["notat-om-fiskeri"]


# --- the collection's file ---------------------------------------------------------------------


def test_what_is_not_there_is_no_collection_yet(own: Path) -> None:
    assert database.open_for_reading(own) is None
    assert not own.exists()


def test_a_collection_of_a_trial_edition(program: Program, own: Path, files: Path) -> None:
    program("tilføj", str(files))
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


def test_versions_without_a_step_of_their_own_are_passed(
    own: Path, files: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("tilføj", str(files))
    connection = sqlite3.connect(own)
    connection.execute(f"PRAGMA user_version = {database.OLDEST}")
    connection.commit()
    connection.close()
    monkeypatch.setattr(database, "STEPS", {})
    assert program("søg", "torsk").status == 0


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


def test_documents_that_cannot_be_changed_or_are_not_there(own: Path) -> None:
    with Holdings.open() as holdings:
        with pytest.raises(StrategikortError, match="»rk« er ikke et af dine egne") as caught:
            holdings.remove("rk")
        assert caught.value.code == "builtin_document"
        with pytest.raises(UnknownReferenceError, match="»nix« findes ikke i din samling"):
            holdings.remove("nix")


def test_a_chosen_profile_that_is_not_there(files: Path) -> None:
    with pytest.raises(ProfileError, match=r"nix\.yaml findes ikke"):
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


# --- opening the files -------------------------------------------------------------------------


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
        f"Fejl: Programmet xdg-open kan ikke startes.\nÅbn selv filen: {tmp_path / 'kvante.pdf'}\n"
    )
    (folder / "xdg-open").write_text("#!/bin/sh\n")
    (folder / "xdg-open").chmod(0o755)
    outcome = program("åbn", "kvantestrategi-2026/2.1")
    assert (outcome.status, outcome.err) == (0, "Slå selv op på side 7 (side 3 i filen).\n")


# --- what is told of a document ----------------------------------------------------------------


def test_all_that_is_known_of_a_pdf(program: Program, own: Path, tmp_path: Path) -> None:
    strategy_pdf(tmp_path / "kvante.pdf")
    program("tilføj", str(tmp_path / "kvante.pdf"), "--kopiér")
    lines = program("status", "kvantestrategi-2026").out.splitlines()
    assert lines[0] == "kvantestrategi-2026  Kvantestrategi 2026"
    facts = dict(line.strip().split(": ", 1) for line in lines[1:])
    assert facts["Fil"] == "samling-filer/kvantestrategi-2026.pdf"
    assert facts["Kopieret fra"] == str(tmp_path / "kvante.pdf")
    assert facts["Original"] == "uændret"
    assert facts["Slags"] == "PDF"
    assert facts["Omfang"].startswith("4 sider, 4 afsnit, ")
    for label in ("Sider uden tekst", "Sider, der ikke kunne læses", "Usikker læserækkefølge"):
        assert facts[label] == "ingen"


def test_all_that_is_known_of_a_later_edition(program: Program, own: Path, files: Path) -> None:
    program("tilføj", str(files / "kvante.md"))
    (files / "ny.md").write_text(STRATEGY.replace("2026", "2027"), encoding="utf-8")
    program("tilføj", str(files / "ny.md"), "--afløser", "kvantestrategi-2026")
    out = program("status", "kvantestrategi-2027").out
    assert "Afløser: kvantestrategi-2026\n" in out
    assert "Slags: Markdown (utf-8)\n" in out
    assert "sider" not in out


# --- how well a file was read ------------------------------------------------------------------

CERTIFICATE = {"warnings": [], "damaged": {}, "gaps": [], "without_text": [], "unread": []}


@pytest.mark.parametrize(
    ("data", "warnings", "unread"),
    [
        ({}, [], ""),
        (
            {"damaged": {"replaced": 3, "control": 1}},
            ["4 tegn er gået tabt eller ødelagt."],
            "4 tegn, der er gået tabt eller ødelagt.",
        ),
        (
            {"without_text": [3]},
            [],
            "1 side uden læsbar tekst (side 3).",
        ),
        (
            {"without_text": [3, 1], "unread": [[2, "x"]], "damaged": {"control": 1}},
            ["1 tegn er gået tabt eller ødelagt."],
            "3 sider uden læsbar tekst (siderne 1, 2, 3) og 1 tegn, der er gået tabt eller ødelagt.",
        ),
        (
            {"without_text": list(range(1, 15))},
            [],
            "14 sider uden læsbar tekst (siderne 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 og 2 til).",
        ),
        (
            {"gaps": ["2.1", "4"]},
            ["Der er huller i nummereringen: 2.1, 4 mangler."],
            "",
        ),
        (
            {
                "warnings": [
                    {"code": "damaged_characters", "message": "Tegn mangler.", "pages": [2]},
                    {"code": "x", "message": "Noget", "pages": [1, 4]},
                    {"code": "y", "message": "Intet", "pages": []},
                ],
                "damaged": {"control": 2},
            },
            ["Tegn mangler (side 2).", "Noget (siderne 1, 4).", "Intet."],
            "2 tegn, der er gået tabt eller ødelagt.",
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_a_reading(
    data: dict[str, object], warnings: list[str], unread: str
) -> None:
    assert warnings_of(CERTIFICATE | data) == warnings
    assert unread_of(CERTIFICATE | data) == unread


def test_a_line_is_on_the_page_where_it_begins() -> None:
    source = Source("a.pdf", "en\nto\ntre\n", "0")
    pages = [FilePage(0, "i", 0, 4), FilePage(1, "tom", 4, 4), FilePage(2, "1", 4, 9)]
    assert page_of_line(source, pages) == {1: ("i",), 2: ("i",), 3: ("1",)}


def test_a_section_that_stands_nowhere_is_on_no_page() -> None:
    section = Section("a/1", "a", "afsnit", None, "Tom", EMPTY, ())
    assert page_of_section(section, [FilePage(0, "1", 0, 9)]) is None
