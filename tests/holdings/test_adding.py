"""``tilføj`` as a user meets it."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from pathlib import Path

import pytest
from fpdf import FPDF

from strategikort.library import Collection
from tests.holdings.conftest import NOTE, STRATEGY, Adding, Program, checked


def test_added_documents_are_like_the_built_in_ones(
    program: Program, own: Path, files: Path
) -> None:
    answer = checked(program, "tilføj", str(files))
    assert [item["id"] for item in answer["documents"]] == [
        "kvantestrategi-2026",
        "notat-om-fiskeri",
    ]
    assert own.is_file()
    found = program("søg", "kvantelaboratorium").out
    assert "[kvantestrategi-2026/1]" in found
    assert "l. 5" in found
    shown = checked(program, "vis", "kvantestrategi-2026/2")["sections"][0]
    raw = Collection.open().source("kvantestrategi-2026").text
    assert "".join(raw[start:end] for start, end in shown["source"]["chars"]) == shown["text"]
    data = (files / "kvante.md").read_bytes()
    assert shown["source"]["sha256"] == hashlib.sha256(data).hexdigest()
    assert "Kvantestrategi 2026" in program("dokumenter").out
    assert program("vis", "notat om fiskeri").status == 0
    assert checked(program, "søg", "torsk")["total"] == 1


def test_ids_never_hide_what_is_built_in(add: Adding) -> None:
    for number, title in enumerate(["rk", "Pejlemærker", "Afrika", "uss", "Afrika"]):
        add(f"{number}.md", f"# {title}\n\nTekst nummer {number}.\n")
    collection = Collection.open()
    ids = [item.id for item in collection.documents[5:]]
    assert ids == ["rk-2", "pejlemærker-2", "afrika-2", "uss-2", "afrika-3"]
    assert collection.resolve("rk").document == "rk"
    assert len(collection.resolve("pejlemærker").ids) == 8


def test_ids_are_the_same_whatever_is_read_first(
    program: Program, own: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mange"
    folder.mkdir()
    for number in range(12):
        size = 4000 if number % 3 == 0 else 1
        text = f"# Rapport\n\nNummer {number}. " + f"Ord{number} " * size
        (folder / f"{number:02}.md").write_text(text, encoding="utf-8")
    answer = checked(program, "tilføj", str(folder), "--processer", "4")
    assert [item["id"] for item in answer["documents"]] == [
        "rapport",
        *(f"rapport-{number}" for number in range(2, 13)),
    ]


def test_metadata_by_option_and_profile(program: Program, own: Path, files: Path) -> None:
    path = str(files / "kvante.md")
    profile = files / "kvante.md.yaml"
    profile.write_text(
        "id: kvante\nmetadata:\n  title: Fra profilen\n  publisher: Ministeriet\n  date: 2026-03\n",
        encoding="utf-8",
    )
    program("tilføj", path, "--titel", "Fra kommandolinjen")
    document = Collection.open().document("kvante")
    assert (document.title, document.publisher, document.date) == (
        "Fra kommandolinjen",
        "Ministeriet",
        "2026-03",
    )
    assert document.evidence["title"] == "oplyst ved tilføjelsen"
    # What was given stays when the file is read again, and the profile counts anew.
    profile.write_text("metadata:\n  publisher: Styrelsen\n", encoding="utf-8")
    assert checked(program, "opdatér")["documents"][0]["status"] == "updated"
    document = Collection.open().document("kvante")
    assert (document.title, document.publisher, document.date) == (
        "Fra kommandolinjen",
        "Styrelsen",
        "",
    )
    profile.write_text("metadata:\n  titel: forkert nøgle\n", encoding="utf-8")
    outcome = program("opdatér")
    assert outcome.status == 2
    assert "kvante.md.yaml, linje 2" in outcome.err
    assert Collection.open().document("kvante").publisher == "Styrelsen"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--dato", "17/3"], "»17/3« er ikke en dato."),
        (["--dato", "2024-02-31"], "»2024-02-31« er ikke en dato."),
        (["--titel", "X"], "--titel gælder ét dokument"),
        (["--profil", "findes-ikke.yaml"], "--profil gælder ét dokument"),
    ],
)
def test_options_that_cannot_be(
    program: Program, own: Path, files: Path, args: list[str], message: str
) -> None:
    outcome = program("tilføj", str(files), *args)
    assert outcome.status == 2
    assert message in outcome.err
    assert not own.exists()


@pytest.mark.parametrize(
    "typed", ["17. marts 2026", "17.3.2026", "17/3-2026", "17/3 2026", "17-03-2026", "2026-03-17"]
)
def test_a_date_as_danes_write_it(program: Program, own: Path, files: Path, typed: str) -> None:
    answer = checked(program, "tilføj", str(files / "kvante.md"), "--dato", typed)
    added = Collection.open().document(answer["documents"][0]["id"])
    assert added.date == "2026-03-17"
    cited = program("citér", "partnerskaber/japan", "--stil", "fodnote", "--set", typed).out
    assert "(besøgt 17. marts 2026)" in cited


def test_the_structure_is_shown_and_nothing_stored(
    program: Program, own: Path, files: Path
) -> None:
    path = files / "kvante.md"
    structure = checked(program, "tilføj", str(path), "--vis-struktur")["structures"][0]
    assert structure["certificate"]["headings"] == {"style": 3}
    outcome = program("tilføj", str(path), "--vis-struktur", "--skriv-profil")
    assert outcome.status == 0
    assert "    1. Indledning  [1] afsnit" in outcome.out
    assert not own.exists()
    # The profile that was written says what is true already, and is not written over.
    checked(program, "tilføj", str(path))
    document = Collection.open().document("kvantestrategi-2026")
    assert document.evidence["title"] == "profilen kvante.md.yaml"
    again = program("tilføj", str(path), "--vis-struktur", "--skriv-profil")
    assert (again.status, "findes allerede" in again.err) == (2, True)


def test_standard_input_is_kept(program: Program, own: Path) -> None:
    outcome = program("tilføj", "-", "--titel", "Notat om fiskeri", "--json", stdin=NOTE)
    assert outcome.json["documents"][0]["file"] == "-"
    (row,) = checked(program, "status", "notat-om-fiskeri")["documents"]
    assert row["state"] == "same"
    assert (own.parent / row["file"]).read_bytes() == NOTE.encode()


def test_standard_input_that_lies_in_a_file_too(program: Program, own: Path, files: Path) -> None:
    program("tilføj", "-", "--titel", "Notat", stdin=NOTE)
    answer = checked(program, "tilføj", str(files / "notat.md"), "--titel", "Notat om fisk")
    assert [(item["id"], item["status"]) for item in answer["documents"]] == [("notat", "updated")]
    (row,) = checked(program, "status", "notat")["documents"]
    assert (row["came_from"], row["also"]) == (str(files / "notat.md"), [])


def test_a_file_with_a_password(program: Program, own: Path, tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", "", 12)
    pdf.text(20, 30, "Fortrolig strategi for samarbejdet med kommunerne")
    pdf.set_encryption(owner_password="ejer", user_password="hemmelig")
    path = tmp_path / "fortrolig.pdf"
    path.write_bytes(bytes(pdf.output()))
    for typed, said in ([], "med --adgangskode KODE."), (["gal"], "forkert"):
        given = [part for one in typed for part in ("--adgangskode", one)]
        for source in (str(path), "-"):
            outcome = program("tilføj", source, *given, stdin=path.read_bytes())
            assert (outcome.status, said in outcome.err) == (2, True)
    assert checked(program, "status", status=1)["documents"] == []
    right = ["--adgangskode", "hemmelig"]
    for source in (str(path), "-"):
        shown = program("tilføj", source, "--vis-struktur", *right, stdin=path.read_bytes())
        assert "Side 1" in shown.out
    assert program("tilføj", str(path), *right).status == 0
    assert program("søg", "fortrolig strategi").status == 0
    other = ("--samling", str(tmp_path / "anden.sqlite"))
    assert program("tilføj", "-", *right, *other, stdin=path.read_bytes()).status == 0
    assert program("søg", "fortrolig strategi", *other).status == 0


def test_a_second_run_reads_nothing(
    program: Program, own: Path, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (files / "samme.md").write_text(NOTE, encoding="utf-8")
    program("tilføj", str(files))
    from strategikort.readers.reader import Reader

    monkeypatch.setattr(Reader, "read", None)
    answer = checked(program, "tilføj", str(files))
    assert [item["status"] for item in answer["documents"]] == [
        "unchanged",
        "unchanged",
        "duplicate",
    ]


def test_the_same_content_elsewhere(program: Program, own: Path, files: Path) -> None:
    program("tilføj", str(files / "kvante.md"))
    twin = files / "tvilling.md"
    twin.write_text(STRATEGY, encoding="utf-8")
    answer = checked(program, "tilføj", str(twin))
    assert [(item["id"], item["status"]) for item in answer["documents"]] == [
        ("kvantestrategi-2026", "duplicate")
    ]
    (files / "kvante.md").unlink()
    answer = checked(program, "tilføj", str(twin))
    assert answer["documents"][0]["status"] == "moved"
    (row,) = checked(program, "status")["documents"]
    assert (row["state"], Path(row["file"]).name) == ("same", "tvilling.md")


def test_what_was_added_can_be_cited_at_once(program: Program, own: Path, files: Path) -> None:
    answer = program("tilføj", str(files), "--json")
    cited = program("citér", "-", stdin=answer.out)
    assert cited.out == program("citér", "kvantestrategi-2026", "notat-om-fiskeri").out
    assert (cited.status, cited.err) == (0, "")


def test_a_title_that_was_given_stays_when_the_file_is_renamed(
    program: Program, add: Adding, tmp_path: Path
) -> None:
    old = tmp_path / "gammelt-navn.txt"
    add("gammelt-navn.txt", "hej med dig om zqt\n", "--titel", "Hej")
    program("tilføj", str(old.rename(tmp_path / "nyt-navn.txt")))
    document = Collection.open().document("hej")
    assert (document.title, document.file) == ("Hej", str(tmp_path / "nyt-navn.txt"))


def test_another_collection(
    program: Program, own: Path, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "projekt" / "samling.sqlite"
    program("tilføj", str(files / "notat.md"), "--samling", str(project))
    assert not own.exists()
    assert program("søg", "torsk").status == 1
    assert program("søg", "torsk", "--samling", str(project)).status == 0
    assert program("søg", "torsk", "--samling", str(project.parent)).status == 0
    monkeypatch.setenv("STRATEGIKORT_SAMLING", str(project))
    assert program("søg", "torsk").status == 0
    outcome = program("søg", "torsk", "--samling", str(tmp_path / "nix.sqlite"), "--json")
    assert (outcome.status, outcome.json["error"]["code"]) == (2, "missing_collection")


def test_a_file_moved_and_changed_may_be_one_that_is_missing(
    program: Program, add: Adding, own: Path
) -> None:
    """It is a document of its own, for it may be another text; the user is told what to do."""
    add("2024/kvante.md", STRATEGY)
    add("2024/notat.md", NOTE)
    (add.folder / "2024" / "kvante.md").unlink()
    changed = STRATEGY.replace("Vejle", "Kolding")
    told = add("nyt/kvantestrategi.md", changed)
    assert told.out == (
        "kvantestrategi-2026-2  Kvantestrategi 2026  tilføjet: 3 afsnit\n"
        "  Bemærk: Samme titel som kvantestrategi-2026, hvis fil mangler. Er det den, flyttet og "
        "ændret, så kør igen med --afløser kvantestrategi-2026.\n"
    )
    again = add("nyt/kvantestrategi.md", changed, "--afløser", "kvantestrategi-2026")
    assert "Afløser: kvantestrategi-2026" in again.out
    assert "Samme titel" not in again.out
    # A title is shared by many documents whose files are there.
    assert "Samme titel" not in add("nyt/notat.md", NOTE.replace("torsk", "sild")).out
    assert "Samme titel" not in add("nyt/plan.md", "# Plan\n\nEn helt anden tekst.\n").out


def test_a_project_can_be_moved_with_its_files(program: Program, own: Path, tmp_path: Path) -> None:
    first = tmp_path / "projekt"
    first.mkdir()
    (first / "notat.md").write_text(NOTE, encoding="utf-8")
    program("tilføj", str(first / "notat.md"), "--samling", str(first))
    # A folder named as the collection must exist, so the file is named by it.
    second = first.rename(tmp_path / "andetsteds")
    outcome = program("søg", "torsk", "--samling", str(second))
    assert (outcome.status, outcome.err) == (0, "")


@pytest.mark.skipif(sys.platform == "darwin", reason="both names are one file there")
def test_a_file_is_named_as_its_letters_are_composed(
    program: Program, own: Path, tmp_path: Path
) -> None:
    """Files from a Mac have decomposed names, and another form of the letters is another file."""
    name = unicodedata.normalize("NFD", "Årsplan på øen.md")
    path = tmp_path / name
    path.write_text(STRATEGY, encoding="utf-8")
    answer = checked(program, "tilføj", str(path))
    assert answer["documents"][0]["file"] == str(path)
    assert "1. Indledning" in program("tilføj", str(path), "--vis-struktur").out
    memo = path.with_suffix(".txt")
    memo.write_text("Der står »etablere et supercenter for kvantesensorer i Vejle«.\n", "utf-8")
    assert program("verificér", str(memo)).status == 0
    target = path.with_suffix(".csv")
    assert program("eksportér", str(target), "-d", "kvantestrategi-2026").status == 0
    assert target.is_file()
    quotes = path.with_suffix(".json")
    quotes.write_text(program("verificér", str(memo), "--json").out, encoding="utf-8")
    assert program("gentjek", str(quotes)).status == 0


def test_a_profile_that_a_wildcard_gives_beside_its_file_is_no_document(
    program: Program, own: Path, files: Path
) -> None:
    profile = files / "notat.md.yaml"
    profile.write_text("id: notat\n", encoding="utf-8")
    alone = files / "alene.yaml"
    alone.write_text("Et notat om fiskeri og kvoter i Østersøen.\n", encoding="utf-8")
    added = program("tilføj", *map(str, sorted(files.iterdir())), "--json").json["documents"]
    assert [Path(item["file"]).name for item in added] == ["alene.yaml", "kvante.md", "notat.md"]
