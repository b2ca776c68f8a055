"""What commands read: in any encoding that a shell writes, and never without end."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from strategikort.cli import given
from tests.conftest import Outcome, Program


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_answers_that_another_shell_has_written(
    program: Program, tmp_path: Path, encoding: str
) -> None:
    # »>« of PowerShell 5 writes UTF-16: »Filen indeholder ingen citater, der kan gentjekkes«, and
    # »{« was looked up as a reference.
    answer = program("søg", "kvantehub", "--json", "-n", "1").out
    cited = program("citér", "-", stdin=answer)
    written = answer.encode(encoding, "replace")
    assert program("citér", "-", stdin=written) == cited
    if encoding != "cp1252":  # which lacks a sign that the quotation has
        assert program("gentjek", "-", stdin=written).status == 0
    file = tmp_path / "svar.json"
    file.write_bytes(written)
    assert program("gentjek", str(file)).out
    lines = "pejlemærke 3\r\nrk 6\r\n".encode(encoding)
    assert program("citér", "-", stdin=lines) == program("citér", "pejlemærke 3", "rk 6")


def test_what_is_no_text_is_refused(program: Program) -> None:
    outcome = program("citér", "-", stdin=bytes(range(256)) * 20)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("Fejl: Standardinput er ikke tekst.\n")


@pytest.mark.parametrize(
    "words", [("citér", "-"), ("verificér", "-"), ("gentjek", "-"), ("tilføj", "-")], ids=" ".join
)
def test_input_without_end_is_refused(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: list[str]
) -> None:
    # All memory was taken: »Der er en fejl i programmet (MemoryError)«.
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(given, "LARGEST", 5_000)
    outcome = program(*words, stdin="Kina og USA. " * 1_000)
    assert outcome.status == 2
    assert "Standardinput er på mere end 1 GB." in outcome.err
    file = tmp_path / "notat.md"
    file.write_text("Kina og USA. " * 1_000)
    if words[0] in ("verificér", "gentjek"):
        assert f"Filen {file} er på mere end 1 GB." in program(words[0], str(file)).err


def test_the_home_folder_is_known_in_quotes_too(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # »~/mit notat.md« was looked for in a folder called »~«, and PowerShell opens no »~« at all.
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "mit notat.md").write_text("# Notat\n\n»Rusland ser stort på international lov.«\n")
    assert program("verificér", "~/mit notat.md", "--pakke=~/bevis.zip").status == 0
    assert program("eksportér", "~/uss.csv", "-d", "uss").status == 0
    assert (tmp_path / "bevis.zip").is_file()
    assert (tmp_path / "uss.csv").is_file()
    assert program("tilføj", "~/mit notat.md").status == 0
    assert program("søg", "Rusland", "-d", "~/mit notat.md").status == 0
    assert program("fjern", "~/mit notat.md").out == "notat er fjernet.\n"
    assert "»~$notat.docx« findes ikke." in program("tilføj", "~$notat.docx").err


@pytest.mark.parametrize("words", ["verificér {}", "gentjek {}", "eksportér {}", "kort --html {}"])
def test_an_address_of_the_web_is_no_file(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: str
) -> None:
    # »Filen »https:/um.dk/side« findes ikke«, and eksportér made the folders.
    monkeypatch.chdir(tmp_path)
    outcome = program(*words.format("https://um.dk/side").split())
    assert outcome.status == 2
    assert "»https://um.dk/side« er en adresse på nettet, ikke en fil hos dig." in outcome.err


@pytest.mark.parametrize("command", ["tilføj", "eksportér", "verificér", "gentjek"])
def test_no_name_is_not_the_current_folder(
    program: Program, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that lay there was added, or the collection written into it, for a variable not set."""
    (tmp_path / "notat.txt").write_text("Et notat om kvanteteknologi.", "utf-8")
    monkeypatch.chdir(tmp_path)
    outcome = program(command, "")
    assert (outcome.status, outcome.out) == (2, "")
    assert "stien er tom" in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["notat.txt"]


@pytest.mark.parametrize("words", [("søg", "kvante"), ("fravær", "kvante"), ("forpligtelser",)])
def test_several_documents_in_one_option_are_told_apart(
    program: Program, words: tuple[str, ...]
) -> None:
    assert program(*words, "-d", "tech, uss") == Outcome(
        2, "", "Fejl: »tech, uss« er flere dokumenter.\nSkriv dem hver for sig: -d tech -d uss.\n"
    )


@pytest.mark.parametrize("words", [("søg", "kvante"), ("vis", "uss"), ("eksportér", "x.csv")])
def test_several_kinds_in_one_option_are_told_apart(
    program: Program, words: tuple[str, ...]
) -> None:
    """They were none, and the first of them was offered."""
    told = program(*words, "-t", "pejlemærke, figurer")
    assert told == Outcome(
        2,
        "",
        "Fejl: »pejlemærke, figurer« er flere slags afsnit.\n"
        "Skriv dem hver for sig: -t pejlemærke -t figurer.\n",
    )


@pytest.mark.parametrize("address", ["file://{}", "FILE://{}"])
def test_a_file_may_be_given_by_the_address_that_file_managers_hand_out(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    file = tmp_path / "årlig rapport.md"
    file.write_text("# Rapport\n\nStøtte EU’s naboer.\n", "utf-8")
    typed = address.format(quote(str(file)))
    assert " " not in typed
    assert program("tilføj", typed).status == 0
    assert program("verificér", typed).status == 0
    assert program("verificér", "--pakke", typed).err.startswith("Fejl: Filen er ikke")


def test_a_name_with_blanks_and_without_quotation_marks(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "min nye rapport.md").write_text("# Rapport\n\nOm klima.\n", "utf-8")
    assert program("tilføj", "min", "nye", "rapport.md") == Outcome(
        2,
        "",
        "Fejl: »min nye rapport.md« er blevet til 3 navne, fordi der er mellemrum i.\n"
        'Sæt det i anførselstegn: "min nye rapport.md".\n',
    )
    assert program("tilføj", "min nye rapport.md").status == 0


def test_another_option_than_format(program: Program) -> None:
    said = program("citér", "rk/6", "--format", "md").err
    assert "Mente du »--stil« eller »--json«?" in said
    assert "Mente du »--json«?" in program("fjern", "x", "--format=json").err
    # No text can begin with a dash where no text is taken.
    assert program("forpligtelser", "-x").err == (
        "Fejl: Valget »-x« findes ikke.\nPrøv: strategikort forpligtelser --help\n"
    )
