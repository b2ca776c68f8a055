"""What is said of documents that are read, and of those that were read before."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from strategikort.holdings.certificate import unread_of, warnings_of
from strategikort.holdings.originals import FilePage, page_of_line, page_of_section
from strategikort.holdings.ownprofile import read_described
from strategikort.library import Collection
from strategikort.model import Section
from strategikort.text.aligned import EMPTY
from strategikort.text.source import Source
from tests.holdings.conftest import NOTE, STRATEGY, Program
from tests.holdings.test_docs import strategy_pdf

# --- what is said of the documents ------------------------------------------------------------


@pytest.mark.parametrize(
    ("profile", "line", "message"),
    [
        ("id: Rapport\n", 1, "»Rapport« kan ikke være et id"),
        ("id: a b\n", 1, "»a b« kan ikke være et id"),
        ("metadata:\n  date: 2022-13\n", 2, "»2022-13« er ikke en dato"),
        ("metadata:\n  date: 2022-02-31\n", 2, "»2022-02-31« er ikke en dato"),
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


# --- documents read before --------------------------------------------------------------------


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


# --- what is told of a document ---------------------------------------------------------------


def test_all_that_is_known_of_a_pdf(program: Program, own: Path, tmp_path: Path) -> None:
    strategy_pdf(tmp_path / "kvante.pdf")
    program("tilføj", str(tmp_path / "kvante.pdf"), "--kopiér")
    lines = program("status", "kvantestrategi-2026").out.splitlines()
    # The title stands in the file's properties only.
    assert lines[0] == "kvantestrategi-2026  [Kvantestrategi 2026]"
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


# --- how well a file was read -----------------------------------------------------------------

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
            "3 sider uden læsbar tekst (siderne 1, 2 og 3) og 1 tegn, der er gået tabt eller ødelagt.",
        ),
        (
            {"without_text": list(range(1, 15))},
            [],
            "14 sider uden læsbar tekst (siderne 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 og 3 andre).",
        ),
        (
            {"gaps": ["2.1", "4"]},
            ["Der er huller i nummereringen: 2.1 og 4 mangler."],
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
            ["Tegn mangler (side 2).", "Noget (siderne 1 og 4).", "Intet."],
            "2 tegn, der er gået tabt eller ødelagt.",
        ),
        (
            {"warnings": [{"code": "left_out", "message": "3 kommentarer er ikke læst.", "pages": [1]}]},
            ["3 kommentarer er ikke læst (side 1)."],
            "3 kommentarer.",
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_a_reading(
    data: dict[str, object], warnings: list[str], unread: str
) -> None:
    assert warnings_of(CERTIFICATE | data) == warnings
    assert unread_of(CERTIFICATE | data) == unread


def test_a_line_is_on_every_page_that_it_reaches() -> None:
    source = Source("a.pdf", "en\nto\ntre\n", "0")
    pages = [FilePage(0, "i", 0, 4), FilePage(1, "tom", 4, 4), FilePage(2, "1", 4, 9)]
    assert page_of_line(source, pages) == {1: ("i",), 2: ("i", "1"), 3: ("1",)}


def test_a_section_that_stands_nowhere_is_on_no_page() -> None:
    section = Section("a/1", "a", "afsnit", None, "Tom", EMPTY, ())
    assert page_of_section(section, [FilePage(0, "1", 0, 9)]) is None
