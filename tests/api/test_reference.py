"""docs/python.md shows every public name as it is declared, and its example works."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.api.reference import BLOCK, PAGE, names, renewed

TEXT = PAGE.read_text(encoding="utf-8")
ENGLISH = re.compile(r"\b(the|and|of|not|with|this|that|are|from|which|returns?|raises)\b", re.I)
SCRIPT = re.compile(r"```python\n(import .*?)```\n\n```text\n(.*?)```", re.DOTALL)


EXAMPLES = SCRIPT.findall(TEXT)


def test_the_page_is_as_the_source() -> None:
    """Renew it with ``python -m tests.api.reference``."""
    assert renewed(TEXT) == TEXT


def test_every_public_name_is_on_the_page_once() -> None:
    assert sorted(BLOCK.findall(TEXT)) == sorted(names())


def test_a_block_that_is_stale_is_renewed() -> None:
    assert "query: str" in TEXT
    assert renewed(TEXT.replace("query: str", "query: bytes", 1)) == TEXT


def test_the_prose_is_danish() -> None:
    prose = re.sub(r"```.*?```|`[^`]*`|<!--.*?-->", "", TEXT, flags=re.DOTALL)
    assert len(prose) > 2000
    assert ENGLISH.findall(prose) == []


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 3


@pytest.mark.parametrize(("script", "printed"), EXAMPLES)
def test_the_example_prints_what_the_page_says(script: str, printed: str) -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(script, "eksempel.py", "exec"), {})
    assert out.getvalue() == printed


@pytest.mark.parametrize("script", [script for script, _ in EXAMPLES])
def test_the_example_type_checks_from_outside(tmp_path: Path, script: str) -> None:
    """A user's own script, in a folder of its own, sees the types of the installed package."""
    (tmp_path / "eksempel.py").write_text(script, encoding="utf-8")
    wrong = "import strategikort\n\nwith strategikort.Collection.open() as c:\n    c.search(1)\n"
    (tmp_path / "forkert.py").write_text(wrong, encoding="utf-8")

    def checked(name: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "mypy", "--strict", "--cache-dir", "cache", name],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    right = checked("eksempel.py")
    assert right.returncode == 0, right.stdout
    assert '"search" of "Searching" has incompatible type "int"' in checked("forkert.py").stdout
