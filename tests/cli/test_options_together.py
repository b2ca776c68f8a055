"""Options that mean nothing together are refused: an option passed over in silence misleads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Program


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("søg kvante --forklar --format csv", "--forklar gælder kun svar som tekst."),
        ("søg kvante --forklar --format jsonl", "--forklar gælder kun svar som tekst."),
        ("sammenlign rk/24 rk/25 -n 2", "-n gælder kun et emne."),
        ("sammenlign --uenigheder -n 2", "-n gælder kun et emne."),
        ("sammenlign rk/24 rk/25 -d rk", "-d gælder kun et emne."),
        ("kort --navne --slags tema", "--navne og --slags kan ikke bruges sammen."),
        ("kort --navne -n 3", "--navne og -n kan ikke bruges sammen."),
        ("kort --navne --html FIL", "--navne og --html kan ikke bruges sammen."),
        ("kort --navne --format dot", "--navne og --format dot kan ikke bruges sammen."),
        ("kort --format mermaid -n 3", "-n gælder kun svar som tekst."),
        ("kort --json -n 3", "-n gælder kun svar som tekst."),
        ("kort --html FIL -n 3", "-n og --html kan ikke bruges sammen."),
        ("kort --overskriv", "--overskriv gælder kun sammen med --html."),
        ("verificér FIL --overskriv", "--overskriv gælder kun sammen med --pakke."),
        ("verificér --citat kvante --mindst 50", "--mindst gælder kun sammen med FIL."),
        ("åbn rk/6 --vis --adresse", "--vis og --adresse kan ikke bruges sammen."),
    ],
)
def test_what_would_be_passed_over_is_refused(
    program: Program, tmp_path: Path, line: str, message: str
) -> None:
    file = tmp_path / "fil"
    memo = "verificér FIL" in line
    if memo:
        file.write_text("»Rusland ser stort på international lov«", "utf-8")
    outcome = program(*(str(file) if word == "FIL" else word for word in line.split()))
    assert (outcome.status, outcome.out if "json" not in line else "") == (2, "")
    assert outcome.err.startswith(f"Fejl: {message}\n")
    assert file.exists() == memo


@pytest.mark.parametrize("option", ["--titel", "--udgiver"])
def test_no_word_is_no_title(program: Program, tmp_path: Path, option: str) -> None:
    file = tmp_path / "notat.md"
    file.write_text("# Notat\n\nHavet.\n", "utf-8")
    outcome = program("tilføj", str(file), option, " ", "--samling", str(tmp_path / "s.sqlite"))
    assert (outcome.status, outcome.err.splitlines()[0]) == (2, f"Fejl: {option} har ingen ord.")


def test_a_document_chosen_in_the_settings_is_no_option(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "strategikort"
    folder.mkdir()
    (folder / "config.yaml").write_text("dokument: rk\nantal: 5\n", "utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert program("sammenlign", "rk/24", "rk/25").status == 0
    (folder / "config.yaml").write_text("format: json\n", "utf-8")
    outcome = program("vis", "rk/6/3", "--rå")
    assert (outcome.status, "Skriv --format tekst; et andet er valgt i /" in outcome.err) == (
        2,
        True,
    )
    assert program("vis", "rk/6/3", "--rå", "--format", "tekst").status == 0


@pytest.mark.parametrize(
    "line", ["dokumenter X", "søg kvante -d X", "søg kvante -t X", "fjern X", "tilføj X", "skema X"]
)
def test_what_is_very_long_is_not_repeated_in_full(
    program: Program, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))  # »tilføj« makes a collection
    outcome = program(*("kvante og klima " * 700 if word == "X" else word for word in line.split()))
    assert outcome.status in (1, 2)
    assert "kvante og klima" in outcome.err
    assert len(outcome.err) < 1_500


def test_numbers_in_messages_are_parted_at_thousands(program: Program) -> None:
    for command in ("søg", "vis"):
        assert "er på 10.500 tegn" in program(command, "klima " * 1_750).err
