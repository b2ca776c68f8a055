"""The manual page: complete, plain ASCII, and without a warning from any formatter."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from strategikort.cli.app import app
from strategikort.cli.framework.manpage import escaped
from strategikort.settings import SETTINGS
from tests.conftest import Outcome

FORMATTERS = {
    "groff": ["groff", "-man", "-Tutf8", "-ww", "-rLL=80n"],
    "man": ["man", "--warnings", "-l"],
    "mandoc": ["mandoc", "-Tutf8", "-W", "warning"],
}


@pytest.fixture
def page(program: Callable[..., Outcome], tmp_path: Path) -> Path:
    outcome = program("man")
    assert (outcome.status, outcome.err) == (0, "")
    path = tmp_path / "strategikort.1"
    path.write_text(outcome.out, encoding="ascii")
    return path


def test_the_page_that_is_installed_is_this_one(page: Path) -> None:
    """Renewed with: strategikort man > docs/strategikort.1."""
    installed = Path(__file__).parents[2] / "docs" / "strategikort.1"
    assert installed.read_bytes() == page.read_bytes()


@pytest.mark.parametrize("formatter", FORMATTERS)
def test_renders_without_warnings_and_is_whole(page: Path, formatter: str) -> None:
    if not shutil.which(formatter):
        pytest.skip(f"{formatter} is not here")
    ran = subprocess.run(
        [*FORMATTERS[formatter], page],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANPAGER": "cat"},
        check=False,
    )
    # The page has the version's number and no date.
    said = [line for line in ran.stderr.splitlines() if "missing date" not in line]
    if formatter != "mandoc" or said != ["mandoc: see above the output for WARNING messages"]:
        assert (ran.returncode, said) == (0, [])
    text = re.sub(r"\x1b\[[0-9;]*m|.\x08", "", ran.stdout)
    words = " ".join(text.split())
    for entry in app.entries:
        assert f"{entry.name} [VALG]" in words
        assert entry.help in words
        for param in app.load(entry).params:
            for name in (*param.opts, *param.secondary_opts):
                assert not name.startswith("-") or name in words
    for word in (*app.flags, *SETTINGS, "EXITSTATUS", "NO_COLOR", "Kan også skrives: soeg"):
        assert word in words
    assert 'strategikort søg "kvanteteknologi"' in words


@pytest.mark.parametrize(
    ("text", "roff"),
    [
        (".SH x", "\\&.SH x"),
        ("'br", "\\(aqbr"),
        ("a\\fB", "a\\efB"),
        ("--rå", "\\-\\-r\\[u00E5]"),
        ('"', "\\(dq"),
    ],
)
def test_nothing_is_read_as_roff(text: str, roff: str) -> None:
    assert escaped(text) == roff


def test_the_lines_for_the_shell_can_be_copied_from_the_help(
    program: Callable[..., Outcome],
) -> None:
    """Run together they would make folders named after the program and its commands."""
    assert (
        "    mkdir -p ~/.local/share/man/man1\n"
        "    strategikort man > ~/.local/share/man/man1/strategikort.1\n"
    ) in program("man", "--help").out
