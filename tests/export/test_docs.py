"""The worked examples of docs/eksport.md are what the program really does."""

from __future__ import annotations

import re
import shlex
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Outcome

PAGE = Path(__file__).resolve().parents[2] / "docs" / "eksport.md"


def printed(program: Callable[..., Outcome], words: list[str]) -> str:
    if words[0] == "sqlite3":
        connection = sqlite3.connect(words[1])
        rows = connection.execute(words[2]).fetchall()
        connection.close()
        return "\n".join("|".join(map(str, row)) for row in rows)
    assert words[0] == "strategikort"
    outcome = program(*words[1:])
    return f"{outcome.err}{outcome.out}".strip()


def test_the_worked_examples(
    program: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sessions = re.findall(r"```text\n(\$ .*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(sessions) == 4
    for session in sessions:
        for part in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            head, dots, _ = output.partition("…\n")
            found = printed(program, shlex.split(command))
            assert found.startswith(head) if dots else found == output.strip()
    assert {path.name for path in tmp_path.iterdir()} == {
        "samling.sqlite", "pejlemærker.xlsx", "kvante.md", "arkiv",
    }  # fmt: skip
