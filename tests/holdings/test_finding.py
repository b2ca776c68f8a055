"""How files are found and how the documents in them are named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from strategikort.errors import SourceError
from strategikort.holdings.files import Failure, Found, Skipped, find_files, problem_with
from strategikort.holdings.identify import make_id
from strategikort.holdings.intake import Wanted, read_path
from strategikort.library import Collection
from tests.holdings.conftest import NOTE, Adding, Program, checked

# --- finding the files ------------------------------------------------------------------------


def names(paths: list[Path]) -> list[str]:
    return [item.path.name for item in find_files(paths) if not isinstance(item, Skipped)]


def test_a_file_that_is_named_twice_is_read_once(files: Path) -> None:
    notat = files / "notat.md"
    assert names([notat, notat, files / ".." / files.name / "notat.md"]) == ["notat.md"]
    assert names([notat, files]) == ["notat.md", "kvante.md"]


def test_what_is_left_out_of_a_folder(files: Path) -> None:
    hidden = (".skjult.md", "~$kvante.docx", "kvante.md.yaml", "noter.YML", "Thumbs.db")
    for name in (*hidden, "desktop.ini", "billede.png"):
        (files / name).write_bytes(b"%PDF-1.7\n" if name.endswith(".docx") else b"x")
    (files / "uden-endelse").write_bytes(b"\n\n%PDF-1.7\n")
    assert names([files]) == ["kvante.md", "notat.md", "uden-endelse"]
    counted = [item.path.name for item in find_files([files]) if isinstance(item, Skipped)]
    assert counted == ["billede.png"]


def test_a_file_whose_name_says_that_it_can_be_read_is_not_passed_over(
    program: Program, own: Path, files: Path
) -> None:
    (files / "notat.txt").write_bytes(b"Notat om havnen\n\nHavnen udvides \0 i 2027, zqhavn.\n")
    (files / "gammel.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1gammel")
    (files / "billede.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (files / "program.exe").write_bytes(b"MZ" + bytes(100))
    outcome = program("tilføj", str(files), "--json")
    assert outcome.status == 2
    assert [(Path(item["file"]).name, item["code"]) for item in outcome.json["errors"]] == [
        ("gammel.docx", "unknown_format"),
        ("notat.txt", "unknown_format"),
    ]
    assert len(outcome.json["documents"]) == 2
    assert "2 filer af andre slags er sprunget over: 1 .exe og 1 .png.\n" in outcome.err
    assert outcome.json["skipped"] == [str(files / "billede.png"), str(files / "program.exe")]
    assert "2 filer kunne ikke læses:\n" in outcome.err
    for error in outcome.json["errors"]:
        name = Path(error["file"]).name
        assert name in error["message"]
        assert error["message"].replace(name, error["file"]) in outcome.err


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Gammelt notat.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("Notat.RTF", b"{\\rtf1\\ansi Om zqhavnen.}"),
    ],
)
def test_a_text_of_a_kind_that_cannot_be_read_is_missed(
    program: Program, own: Path, files: Path, name: str, data: bytes
) -> None:
    """It was counted among pictures and programs, and absence knew nothing of it."""
    (files / name).write_bytes(data)
    outcome = program("tilføj", str(files))
    assert outcome.status == 2
    assert f"Filen {files / name} kan ikke læses: " in outcome.err
    assert "Gem den som PDF" in outcome.err
    assert name in program("fravær", "zqhavn").out
    assert name in program("status").out


def test_a_wildcard_that_the_shell_left_as_it_is_names_files(
    program: Program, own: Path, files: Path
) -> None:
    """PowerShell and cmd leave »*.md«, which was no file."""
    (files / "[kvante].md").write_text("# Udkast\n\nOm zqkvante.\n", encoding="utf-8")
    (files / "andet.txt").write_text("Noget andet.\n", encoding="utf-8")
    answer = checked(program, "tilføj", str(files / "*.md"))
    names = [Path(item["file"]).name for item in answer["documents"]]
    assert names == ["[kvante].md", "kvante.md", "notat.md"]
    answer = checked(program, "tilføj", str(files / "[k*.m?"))
    assert [Path(item["file"]).name for item in answer["documents"]] == ["[kvante].md"]
    outcome = program("tilføj", str(files / "*.pdf"))
    assert outcome.status == 2
    assert f"Ingen fil passer til »{files / '*.pdf'}«.\n" in outcome.err
    many = program("tilføj", str(files / "*.md"), "--titel", "Én titel")
    assert many.status == 2


def test_a_folder_in_quotation_marks_with_a_backslash_at_the_end(
    program: Program, own: Path, files: Path
) -> None:
    """Windows reads the second mark of "filer\\" as part of the name."""
    outcome = program("tilføj", f'{files}"')
    assert outcome.status == 2
    assert 'skriv mappens navn uden \\ til sidst: "filer"' in outcome.err


def test_files_that_could_not_be_read_are_told_with_their_folders(
    program: Program, own: Path, tmp_path: Path
) -> None:
    """In an archive many files have one name, and many have the same the matter with them."""
    for year in ("2023", "2024"):
        folder = tmp_path / year / "Notater"
        folder.mkdir(parents=True)
        (folder / "Notat.txt").write_bytes(b"")
        (folder / "Kort.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
        (folder / "Id.md").write_text("# Notat\n\nOm torsk.\n", encoding="utf-8")
        (folder / "Id.md.yaml").write_text("id: rk\n", encoding="utf-8")
        for number in range(20 - 5 * (year == "2024")):
            (folder / f"Bilag {number}.x{number:02}").write_bytes(b"x")
        (folder / "Gammelt.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "2024" / "LÆSMIG").write_bytes(b"x")
    outcome = program("tilføj", str(tmp_path / "2023"), str(tmp_path / "2024"))
    skipped, many, *told = outcome.err.splitlines()
    assert skipped.startswith("38 filer af andre slags er sprunget over: 2 .x00, 2 .x01, 2 .x02, ")
    assert skipped.endswith(" og 14 af andre.")
    assert many == "6 filer kunne ikke læses:"
    one, other = (str(tmp_path / year / "Notater") for year in ("2023", "2024"))
    assert told[0] == f"{one}/Id.md: Id'et »rk« i profilen er optaget."
    assert told[1] == f"{other}/Id.md: Id'et »rk« i profilen er optaget."
    assert told[2] == "  Vælg et andet id."
    assert told[3].startswith(f"Filen {one}/Kort.pdf kan ikke læses: ")
    assert told[4].startswith(f"Filen {other}/Kort.pdf kan ikke læses: ")
    assert told[6:8] == [f"Filen {one}/Notat.txt er tom.", f"Filen {other}/Notat.txt er tom."]
    assert len(told) == 9
    shown = program("tilføj", str(tmp_path / "2023"), "--vis-struktur")
    assert f"Filen {one}/Notat.txt er tom." in shown.err


def test_missing_originals_are_listed_with_one_advice(
    program: Program, own: Path, added: Path
) -> None:
    moved = added.rename(added.with_name("flyttet"))
    outcome = program("opdatér")
    assert outcome.err.splitlines() == [
        "2 filer kunne ikke læses:",
        f"Originalen til kvantestrategi-2026, {added / 'kvante.md'}, findes ikke mere.",
        f"Originalen til notat-om-fiskeri, {added / 'notat.md'}, findes ikke mere.",
        "  Tilføj filen fra dens nye sted, eller fjern dokumentet med strategikort fjern ID.",
    ]
    statuses = [
        item["status"] for item in program("tilføj", str(moved), "--json").json["documents"]
    ]
    assert statuses == ["moved", "moved"]


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


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("turned", [False, True])
def test_a_file_that_a_linked_folder_leads_to_is_the_same(
    program: Program, own: Path, tmp_path: Path, turned: bool
) -> None:
    real, link = tmp_path / "sy", tmp_path / "syl"
    real.mkdir()
    link.symlink_to(real, target_is_directory=True)
    first, then = (link, real) if turned else (real, link)
    (first / "p.md").write_text("# Plan\n\nzqet.\n", encoding="utf-8")
    program("tilføj", str(first / "p.md"))
    (then / "p.md").write_text("# Plan\n\nzqto.\n", encoding="utf-8")
    for status in ("updated", "unchanged"):
        answer = program("tilføj", str(then), "--json").json
        assert [(item["id"], item["status"]) for item in answer["documents"]] == [("plan", status)]
    (row,) = program("status", "--json").json["documents"]
    assert (row["came_from"], row["state"]) == (str(first / "p.md"), "same")
    # The same of a file with the content of another: it is remembered once.
    (first / "q.md").write_text("# Plan\n\nzqto.\n", encoding="utf-8")
    for folder in (first, then):
        program("tilføj", str(folder / "q.md"))
    (row,) = program("status", "--json").json["documents"]
    assert row["also"] == [{"file": str(first / "q.md"), "state": "same"}]


def test_an_address_of_the_web_is_no_file(program: Program, own: Path) -> None:
    outcome = program("tilføj", "https://www.um.dk/plan.pdf")
    assert outcome.status == 2
    assert "https://www.um.dk/plan.pdf er en adresse på nettet, og derfra hentes intet." in (
        outcome.err
    )
    assert "Hent filen i en browser" in outcome.err


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
        (FileNotFoundError(2, "x"), "missing_file", "»a.md« findes ikke."),
        (PermissionError(13, "x"), "no_permission", "Du har ikke lov til at læse a.md."),
        (
            OSError(40, "Too many levels of symbolic links"),
            "link_loop",
            "a.md er en genvej, der peger på sig selv.",
        ),
        (
            OSError(5, "disken kunne ikke læses eller skrives"),
            "bad_file",
            "»a.md« kan ikke læses (disken kunne ikke læses eller skrives).",
        ),
        (OSError("?"), "bad_file", "»a.md« kan ikke læses (systemet afviste det)."),
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


# --- naming the documents ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "date", "document_id"),
    [
        ("Digitaliseringsstrategi: Sammen om fremtiden", "2026-03", "digitaliseringsstrategi-2026"),
        ("Rapport 2024", "2026", "rapport-2024"),
        (
            "Referat af møde i Energirådet den 5. maj 2023",
            "2000-01-01",
            "referat-af-møde-i-energirådet-2023",
        ),
        ("Tale om havet, 5. maj 2023", "", "tale-om-havet-2023"),
        ("Plan for uge 5, 31. februar 2023", "", "plan-for-uge-5-31-februar-2023"),
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


def test_a_file_without_a_name_or_title(add: Adding) -> None:
    add("_-_.txt", "Kvoterne for torsk i Østersøen skal sættes ned.\n")
    assert Collection.open().document("uden-titel").shown_title == "[Uden titel]"


def test_a_footnote_is_told_where_it_stands_in_the_passage(program: Program, add: Adding) -> None:
    filling = "\n\n".join(
        f"Afsnit nummer {n} handler om broer og veje og om alt det, der skal bygges i byen. " * 4
        for n in range(12)
    )
    add(
        "havn.md",
        f"# Havn\n\n## 1. Mål\n\n{filling}\n\nKajen ved Esbjerg får landstrøm[^1] til færger.\n\n"
        f"{filling.replace('byen', 'havnen')}\n\n[^1]: Fra 2030.\n",
    )
    hit = program("søg", "landstrøm Esbjerg", "-d", "havn", "--json").json["results"][0]
    assert hit["section"].startswith("havn/1")
    (mark,) = hit["footnotes"]
    assert hit["text"][: mark["offset"]].endswith("landstrøm")
