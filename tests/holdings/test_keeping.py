"""``status``, ``opdatér`` and ``fjern`` as a user meets them."""

from __future__ import annotations

import os
from pathlib import Path

from strategikort.library import Collection
from tests.holdings.conftest import NOTE, STRATEGY, Program, checked


def test_a_changed_original_is_said_and_read_again(
    program: Program, own: Path, files: Path
) -> None:
    path = files / "kvante.md"
    program("tilføj", str(files))
    path.write_text(STRATEGY.replace("Vejle", "Kolding"), encoding="utf-8")
    for command in (["søg", "supercenter"], ["vis", "kvantestrategi-2026/2"]):
        outcome = program(*command)
        assert "Vejle" in outcome.out
        assert "originalen til kvantestrategi-2026 er ændret" in outcome.err
    assert checked(program, "status")["documents"][0]["state"] == "changed"
    assert program("søg", "torsk").err == ""
    nothing = program("søg", "Kolding", "--nøjagtig")
    assert nothing.status == 1
    assert "originalen til kvantestrategi-2026 er ændret" in nothing.err
    answer = checked(program, "opdatér", "kvantestrategi-2026")
    assert [item["status"] for item in answer["documents"]] == ["updated"]
    outcome = program("vis", "kvantestrategi-2026/2")
    assert ("Kolding" in outcome.out, outcome.err) == (True, "")
    assert program("søg", "Vejle", "--nøjagtig").status == 1
    assert [item.id for item in Collection.open().documents[5:]] == [
        "kvantestrategi-2026",
        "notat-om-fiskeri",
    ]


def test_what_can_be_done_about_a_missing_original_is_said(
    program: Program, own: Path, added: Path, tmp_path: Path
) -> None:
    # »kør strategikort opdatér«, which only says once more that the file is missing.
    assert "\n  Original: uændret\n" in program("status", "kvantestrategi-2026").out
    moved = (added / "kvante.md").rename(tmp_path / "flyttet.md")
    outcome = program("vis", "kvantestrategi-2026/2")
    assert "mangler. " in outcome.err
    assert "opdatér" not in outcome.err
    assert outcome.err.endswith("Er filen flyttet, så tilføj den fra dens nye sted.\n")
    assert "\n  Original: mangler\n" in program("status", "kvantestrategi-2026").out
    assert "kvante.md  originalen mangler\n" in program("status").out
    program("tilføj", str(moved))
    assert program("vis", "kvantestrategi-2026/2").err == ""
    moved.write_text(STRATEGY.replace("Vejle", "Kolding"), encoding="utf-8")
    assert "\n  Original: ændret\n" in program("status", "kvantestrategi-2026").out
    assert "flyttet.md  originalen er ændret\n" in program("status").out


def test_a_file_that_does_not_look_changed_is_read_when_all_are(
    program: Program, own: Path, added: Path
) -> None:
    path = added / "kvante.md"
    stamp = path.stat()
    path.write_text(STRATEGY.replace("Vejle", "Hobro"), encoding="utf-8")
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert "Hobro" not in program("opdatér").out + program("vis", "kvantestrategi-2026").out
    answer = checked(program, "opdatér", "--alle")
    assert [item["status"] for item in answer["documents"]] == ["updated", "unchanged"]
    assert "Hobro" in program("vis", "kvantestrategi-2026").out


def test_a_touched_file_is_the_same(program: Program, own: Path, added: Path) -> None:
    os.utime(added / "kvante.md", ns=(1, 1))
    assert program("vis", "kvantestrategi-2026/2").err == ""
    assert checked(program, "opdatér")["documents"][0]["status"] == "unchanged"


def test_a_missing_original_is_said(program: Program, own: Path, added: Path) -> None:
    (added / "notat.md").unlink()
    assert "originalen til notat-om-fiskeri mangler" in program("søg", "torsk").err
    outcome = program("opdatér")
    assert outcome.status == 2
    assert "findes ikke mere" in outcome.err
    answer = checked(program, "opdatér", "notat-om-fiskeri", status=2)
    assert answer["errors"][0]["code"] == "missing_file"
    assert program("vis", "notat-om-fiskeri").status == 0


def test_a_copy_takes_the_place_of_a_missing_original(
    program: Program, own: Path, files: Path
) -> None:
    program("tilføj", str(files / "notat.md"), "--kopiér")
    (files / "notat.md").unlink()
    assert program("søg", "torsk").err == ""
    assert program("opdatér").status == 1
    (row,) = checked(program, "status")["documents"]
    copy = own.parent / row["file"]
    assert copy.read_text(encoding="utf-8") == NOTE
    assert checked(program, "fjern", "notat-om-fiskeri")["removed"]
    assert not copy.exists()


def test_the_order_of_the_documents_is_that_of_adding_also_when_one_is_read_again(
    program: Program, own: Path, files: Path
) -> None:
    before = [item["id"] for item in program("tilføj", str(files), "--json").json["documents"]]
    first = next(files.glob("kvante*"))
    first.write_text(first.read_text() + "\nMere om kvanter.\n")
    assert program("opdatér").status == 0
    documents = program("status", "--json").json["documents"]
    assert [item["id"] for item in documents] == before


def test_removing(program: Program, own: Path, files: Path) -> None:
    before = Collection.open().search("strategi", limit=50)
    program("tilføj", str(files))
    assert program("fjern", "kvantestrategi-2026", "findes-ikke").status == 1
    assert "kvantestrategi-2026" in program("dokumenter").out
    assert program("fjern", "rk").status == 2
    assert program("fjern", "kvantestrategi-2026", "notat-om-fiskeri").status == 0
    assert (files / "kvante.md").exists()
    assert Collection.open().search("strategi", limit=50) == before
    assert program("status").status == 1
    assert checked(program, "status", status=1)["documents"] == []


def test_what_only_describes_a_document_does_not_remove_it(
    program: Program, own: Path, files: Path
) -> None:
    """»fjern ID«, typed twice, removed the other edition, whose title says the same."""
    for year in (2025, 2026):
        text = f"# Rapport om klima\n\nKlimaet ændrede sig i {year}.\n"
        (files / f"klima-{year}.md").write_text(text, "utf-8")
    assert program("tilføj", *map(str, sorted(files.glob("klima-*")))).status == 0
    assert program("fjern", "rapport-om-klima").status == 0
    for name in ("rapport-om-klima", "klimarapporten"):
        outcome = program("fjern", name)
        assert (outcome.status, outcome.out) == (1, "")
        assert f"hedder »{name}«" in outcome.err
    assert program("fjern", "Rapport om klima").out == "rapport-om-klima-2 er fjernet.\n"


def test_only_own_documents_are_offered_for_removal(
    program: Program, own: Path, added: Path
) -> None:
    # All there are were offered, the built-in ones first, which cannot be removed.
    assert "Mente du »kvantestrategi-2026«?" in program("fjern", "kvante").err
    error = program("fjern", "tek", "--json").json["error"]
    assert set(error["candidates"]) == {"kvantestrategi-2026", "notat-om-fiskeri"}


def test_what_is_none_of_the_users_documents(program: Program, own: Path, files: Path) -> None:
    # »findes ikke i samlingen« and a list of all documents led to the built-in ones.
    for command in ("status", "fjern", "opdatér"):
        outcome = program(command, "plan")
        assert (outcome.status, outcome.out) == (1, "")
        assert outcome.err == (
            "Fejl: Ingen af dine egne dokumenter hedder »plan«.\n"
            "Du har ingen egne dokumenter endnu; tilføj dem med strategikort tilføj FIL.\n"
        )
    program("tilføj", str(files))
    for command in ("status", "fjern", "opdatér"):
        outcome = program(command, "plan")
        assert outcome.err == (
            "Fejl: Ingen af dine egne dokumenter hedder »plan«.\n"
            "Se dine egne dokumenter med strategikort status.\n"
            "  kvantestrategi-2026  Kvantestrategi 2026\n  notat-om-fiskeri  Notat om fiskeri\n"
        )
        said = program(command, "rk").err
        assert said.startswith("Fejl: »rk« er ikke et af dine egne dokumenter.\n")
        assert "strategikort dokumenter rk" in said
