"""``åbn`` as a user meets it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.holdings.conftest import Program, checked


def test_opening(program: Program, own: Path, added: Path) -> None:
    outcome = program("åbn", "notat-om-fiskeri", "--vis")
    assert str(added / "notat.md") in outcome.out
    answer = checked(program, "åbn", "rk", "6")
    assert answer["file"].endswith("raadskonklusioner-digitalt-diplomati-2022.txt")
    (added / "notat.md").unlink()
    assert program("åbn", "notat-om-fiskeri", "--vis").status == 2


@pytest.mark.skipif(sys.platform != "linux", reason="a program of Linux")
@pytest.mark.filterwarnings("ignore:subprocess:ResourceWarning")
@pytest.mark.parametrize(("does", "status"), [("exit 3", 2), ("exit 0", 0), ("exec sleep 9", 0)])
def test_what_cannot_open_the_file_says_so(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, status: int
) -> None:
    # Without a screen xdg-open fails, and nothing was said.
    opener = tmp_path / "xdg-open"
    opener.write_text(f"#!/bin/sh\n{does}\n")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr("strategikort.cli.open._SOON", 0.5)
    outcome = program("åbn", "rk 6")
    assert outcome.status == status
    assert ("Programmet xdg-open kunne ikke åbne filen." in outcome.err) == bool(status)
    assert ("Åbn selv filen, linje 70: " in outcome.err) == bool(status)
