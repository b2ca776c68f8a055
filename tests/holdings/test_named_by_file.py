"""The user's documents, named by the files that they were read from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.holdings.conftest import NOTE, STRATEGY, Program


@pytest.fixture
def added(
    own: Path, files: Path, program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Path:
    monkeypatch.chdir(tmp_path)
    assert program("tilføj", "filer").status == 0
    return files


@pytest.mark.parametrize("name", ["notat.md", "filer/notat.md", "./filer/../filer/notat.md"])
def test_a_document_is_known_by_its_file(program: Program, added: Path, name: str) -> None:
    assert program("status", name).out.startswith("notat-om-fiskeri  ")
    assert "[notat-om-fiskeri/" in program("søg", "torsk", "-d", name).out
    assert program("dokumenter", str(added / "notat.md")).status == 0
    assert program("opdatér", name).out.startswith("notat-om-fiskeri  ")
    assert program("fjern", name).out == "notat-om-fiskeri er fjernet.\n"


def test_a_file_that_is_there_is_itself_and_no_other_of_its_name(
    program: Program, added: Path
) -> None:
    Path("notat.md").write_text("# Et andet\n\nNoget helt andet.\n", encoding="utf-8")
    refused = program("fjern", "notat.md")
    assert refused.status == 1
    assert "Ingen af dine egne dokumenter hedder »notat.md«" in refused.err
    assert program("fjern", "filer/notat.md").status == 0


def test_of_several_with_one_name_none_is_guessed(program: Program, added: Path) -> None:
    for folder, text in (("a", STRATEGY), ("b", NOTE)):
        Path(folder).mkdir()
        Path(folder, "plan.md").write_text(text.replace(" ", "  x ", 1), encoding="utf-8")
    assert program("tilføj", "a", "b").status == 0
    refused = program("fjern", "plan.md")
    assert refused.status == 2
    assert "2 dokumenter er læst fra »plan.md«." in refused.err
    assert program("fjern", "a/plan.md").status == 0
    assert program("fjern", "plan.md").status == 0


def test_candidates_with_one_title_are_told_with_their_files(program: Program, added: Path) -> None:
    """Those of a program for references are all called »Full Text PDF«."""
    for folder in ("AB12", "CD34"):
        path = added / folder / "Full Text.txt"
        path.parent.mkdir()
        path.write_text(f"En tekst i {folder} om torsk.\n", encoding="utf-8")
        program("tilføj", str(path))
    refused = program("vis", "Full Text.txt")
    assert refused.status == 2
    assert refused.err.splitlines()[2:] == [
        f"  full-text  [Full Text]  {added / 'AB12' / 'Full Text.txt'}",
        f"  full-text-2  [Full Text]  {added / 'CD34' / 'Full Text.txt'}",
    ]


def test_a_file_that_is_gone_can_still_be_named(program: Program, added: Path) -> None:
    (added / "notat.md").unlink()
    assert program("fjern", "filer/notat.md").status == 0


@pytest.mark.parametrize(
    "place",
    [
        ["kvante.md/2"],
        ["kvante.md", "2"],
        ["kvante.md, afsnit 2"],
        ["filer/kvante.md 2"],
        ["FILER/Kvante.md/2"],
        ["filer\\kvante.md/2"],
        ["kvante/2"],
        ["filer/kvante", "2"],
        ["kvante.md", "afsnit", "2"],
        ["afsnit 2 i kvante.md"],
        ["afsnit", "2", "i", "kvante.md"],
        ["afsnit 2, filer/kvante.md"],
        ["afsnit 2 i kvante"],
    ],
)
def test_a_place_may_begin_or_end_with_a_file(
    program: Program, added: Path, place: list[str]
) -> None:
    for command in ("vis", "citér"):
        assert "[kvantestrategi-2026/2]" in program(command, *place).out.splitlines()[0]
    assert program("åbn", *place, "--vis").status == 0


def test_a_file_is_compared_drawn_and_cited_as_its_document(program: Program, added: Path) -> None:
    compared = program("sammenlign", "kvante.md/2", "notat.md/notat-om-fiskeri").out
    assert "[kvantestrategi-2026/2]" in compared
    assert "[notat-om-fiskeri/notat-om-fiskeri]" in compared
    # A word that is also the name of a file is a subject.
    assert "Siger intet om »kvante«" in program("sammenlign", "kvante").out
    memo = Path("memo.md")
    memo.write_text("»Kommissionen foreslår nye kvoter for torsk« (notat.md, l. 3)\n", "utf-8")
    assert program("verificér", "memo.md").status == 0
    memo.write_text("»Kommissionen foreslår nye kvoter for torsk« (kvante.md, l. 3)\n", "utf-8")
    assert "forkert henvisning" in program("verificér", "memo.md").out


@pytest.mark.parametrize("name", ["rk", "indledning", "pejlemærker", "rk 6", "fiskeri"])
def test_a_name_that_means_something_else_keeps_meaning_it(
    program: Program, added: Path, name: str
) -> None:
    before = program("vis", name)
    folder = Path("andre")
    folder.mkdir()
    (folder / f"{name}.md").write_text("# Helt andet\n\nNoget om måger og terner.\n", "utf-8")
    program("tilføj", "andre")
    after = program("vis", name)
    if before.status != 1:
        assert after == before
    else:
        assert "[helt-andet/helt-andet]" in after.out


@pytest.mark.parametrize(
    "command", [["vis"], ["citér"], ["åbn"], ["kort"], ["dokumenter"], ["søg", "torsk", "-d"]]
)
def test_a_file_that_is_no_document_is_told(
    program: Program, added: Path, command: list[str]
) -> None:
    Path("nyt notat.md").write_text("# Nyt\n\nNoget nyt.\n", encoding="utf-8")
    told = program(*command, "nyt notat.md")
    assert told.status == (2 if "-d" in command else 1)
    assert told.err == (
        "Fejl: Filen »nyt notat.md« er ikke i samlingen.\n"
        'Tilføj den med strategikort tilføj "nyt notat.md".\n'
    )
    Path("brev.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    assert "Filen »brev.doc« er ikke i samlingen." in program(*command, "brev.doc").err
    told = program(*command, "væk.pdf")
    assert "Ingen fil, der hedder »væk.pdf«, er i samlingen" in told.err


def test_the_file_behind_a_place_is_told_by_itself(program: Program, added: Path) -> None:
    for place in (["fodnote 7 i væk.pdf"], ["fodnote", "7", "i", "væk.pdf"]):
        told = program("citér", *place)
        assert told.status == 1
        assert told.err.startswith("Fejl: Ingen fil, der hedder »væk.pdf«, er i samlingen")
    # That the place is in another document is no answer.
    told = program("vis", "fodnote 1 i notat.md")
    assert told.status == 1
    assert "rk" not in told.out


def test_a_file_may_be_called_as_a_place_in_another(program: Program, added: Path) -> None:
    Path("afsnit 2 i kvante.md").write_text("# Om lyng\n\nNoget om lyng.\n", encoding="utf-8")
    assert program("tilføj", "afsnit 2 i kvante.md").status == 0
    assert "[om-lyng/om-lyng]" in program("vis", "afsnit 2 i kvante.md").out


def test_a_file_that_could_not_be_read_says_why(program: Program, added: Path) -> None:
    Path("skade.pdf").write_bytes(b"%PDF-1.4\n" + bytes(100))
    program("tilføj", "skade.pdf")
    told = program("vis", "skade.pdf")
    assert "er ikke i samlingen, for den kunne ikke læses: " in told.err


def test_of_several_files_with_one_name_the_candidates_are_told(
    program: Program, added: Path
) -> None:
    Path("filer", "kvante.markdown").write_text("# Om måger\n\nNoget andet.\n", encoding="utf-8")
    program("tilføj", "filer/kvante.markdown")
    refused = program("vis", "kvante")
    assert refused.status == 2
    assert "kvantestrategi-2026" in refused.err
    assert program("vis", "kvante.markdown").status == 0


def test_another_file_with_the_content_and_one_that_was_copied(
    program: Program, added: Path
) -> None:
    Path("kopi.md").write_text(NOTE, encoding="utf-8")
    program("tilføj", "kopi.md")
    assert "[notat-om-fiskeri/" in program("vis", "kopi.md").out
    assert program("fjern", "kopi.md").status == 1
    Path("kopi.md").write_text(f"{NOTE}\nMere.\n", encoding="utf-8")
    assert "Filen »kopi.md« er ikke i samlingen." in program("vis", "kopi.md").err
    Path("plan.md").write_text("# Plan for måger\n\nMåger tælles.\n", encoding="utf-8")
    program("tilføj", "plan.md", "--kopiér")
    Path("plan.md").unlink()
    assert "[plan-for-måger/" in program("vis", "plan.md").out


@pytest.mark.parametrize("file", ["havneplan", "havneplan.md"])
def test_a_search_names_a_document_as_its_file_is_called(
    program: Program, own: Path, tmp_path: Path, file: str
) -> None:
    text = "# Om kajer\n\nHavet er blåt.\n\n## Kysten\n\nVejret er godt.\n"
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert program("tilføj", str(tmp_path / file)).status == 0
    found = program("søg", "vejret i havneplanen")
    assert found.status == 0
    assert "[om-kajer/" in found.out
