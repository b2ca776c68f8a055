"""A collection with one document that is out to do harm, and exports of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Program

HOSTILE = """# =HYPERLINK("http://ond.example";"Klik") <script>alert(1)</script>

## 1. @SUM(1+1)*cmd|' /C calc'!A0

=1+1 er en formel, og <b>dette</b> er **ikke** fed, &amp; heller ikke `kode`.

-2+3 begynder også som en formel. 3. punkt er intet punkt.

## 2. Overskrift | med streg

Linje med ‮omvendt‬ retning og en ​usynlig.
"""


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: Program) -> str:
    """The id of a document of the user's own that is full of markup and formulas."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    file = tmp_path / "ond.md"
    file.write_text(HOSTILE, encoding="utf-8")
    answer = program("tilføj", str(file), "--json").json
    return str(answer["documents"][0]["id"])
