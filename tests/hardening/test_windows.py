"""What differs in Windows, as far as it can be shown anywhere."""

from __future__ import annotations

import ctypes
import errno
import ntpath
import os
import sys
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from strategikort import oserrors
from strategikort.cli import open as opening
from strategikort.cli import words
from strategikort.cli.framework import values
from strategikort.holdings.files import Found, find_files, problem_with
from strategikort.output import hyperlinks
from strategikort.output.screen import Screen
from tests.conftest import Program


def refused(number: int, winerror: int, kind: type[OSError] = OSError) -> OSError:
    """Return what Python makes of an error of Windows."""
    error = kind(number, "", "fil")
    error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
    return error


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the modules that ask for the system hear that it is Windows."""
    system = SimpleNamespace(name="nt", path=ntpath, fsencode=os.fsencode)
    for module in (oserrors, opening, values, hyperlinks):
        monkeypatch.setattr(module, "os", system)


@pytest.mark.parametrize(
    ("name", "said", "hint"),
    [
        ("*.pdf", "Ingen fil passer til »*.pdf«.", "Kontrollér navnet og mappen."),
        # So »"C:\rapporter\" -d uss« arrives.
        ('rapporter"', '»rapporter"« findes ikke.', 'skriv mappens navn uden \\ til sidst: "rapp'),
    ],
)
def test_a_name_that_no_file_can_have(name: str, said: str, hint: str) -> None:
    problem = problem_with(Path(name), refused(errno.EINVAL, 123))
    assert (problem.message, problem.code) == (said, "missing_file")
    assert hint in problem.hint


def test_a_quotation_that_no_file_can_be_called(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: Path) -> bytes:
        raise refused(errno.EINVAL, 123)

    monkeypatch.setattr("strategikort.cli.verify.given_bytes", refuse)
    outcome = program("verificér", "Hvad vil regeringen?")
    assert "et enkelt citat prøves med --citat" in outcome.err


def test_a_file_that_another_program_keeps_to_itself() -> None:
    error = refused(errno.EACCES, 32, PermissionError)
    assert problem_with(Path("a.docx"), error).message == (
        "»a.docx« kan ikke læses (filen er i brug)."
    )
    assert oserrors.advice(error) == "Luk det program, der har filen åben, og prøv igen."


@pytest.mark.usefixtures("windows")
def test_a_file_whose_place_cannot_be_taken_may_be_open() -> None:
    error = refused(errno.EACCES, 5, PermissionError)
    assert "et andet program har filen åben" in oserrors.reason(error)
    assert oserrors.advice(error).startswith("Luk filen i andre programmer")


def test_files_without_numbers_are_files_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.md", "b.md", "under/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Tekst", encoding="utf-8")
    real = Path.stat

    def stat(path: Path, **more: Any) -> os.stat_result:
        found = list(real(path, **more))
        return os.stat_result([found[0], 0, *found[2:]])

    monkeypatch.setattr(Path, "stat", stat)
    found = [item.path.name for item in find_files([tmp_path]) if isinstance(item, Found)]
    assert found == ["a.md", "b.md", "c.md"]


@pytest.mark.usefixtures("windows")
def test_addresses_of_files() -> None:
    for path, address in (
        ("C:\\a b\\c.pdf", "file:///C:/a%20b/c.pdf"),
        ("\\\\server\\fælles\\c.pdf", "file://server/f%C3%A6lles/c.pdf"),
    ):
        assert hyperlinks.file_uri(path) == address  # type: ignore[arg-type]
        assert ntpath.normpath(values.file_name(address)) == path


@pytest.mark.usefixtures("windows")
def test_a_command_is_quoted_as_its_shells_do() -> None:
    assert opening._line(["explorer", "C:\\a b\\c.pdf"]) == 'explorer "C:\\a b\\c.pdf"'


def test_files_on_another_drive_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    def relative(_path: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    class Shelf:
        def own_files(self) -> list[tuple[str, Path]]:
            return [("rapport", Path("/d/rapport.pdf"))]

        def document(self, _name: str) -> Any:
            return SimpleNamespace(shown_title="Rapport")

    monkeypatch.setattr(os.path, "relpath", relative)
    offered = list(words._files(Shelf(), "rap"))  # type: ignore[arg-type]
    assert [item.word for item in offered] == ["rapport.pdf"]


@pytest.mark.parametrize("can", [True, False])
def test_colours_only_where_the_console_is_told_of_them(
    can: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []

    def tell(_console: object, mode: int) -> bool:
        told.append(mode)
        return can

    class Console(StringIO):
        def isatty(self) -> bool:
            return True

        def fileno(self) -> int:
            return 1

    kernel = SimpleNamespace(GetConsoleMode=lambda *_given: True, SetConsoleMode=tell)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    console = SimpleNamespace(get_osfhandle=lambda _number: 7)
    monkeypatch.setitem(sys.modules, "msvcrt", console)
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    assert Screen.of(Console()).colour is can
    assert told == [4]
