"""The commands and outputs in README and docs/ are what the program really does."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Outcome
from tests.processes import ran, surroundings

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


def sessions() -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    for page in PAGES:
        for block in CONSOLE.findall(page.read_text(encoding="utf-8")):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                found.append((page.name, command, output.strip()))
    return found


SHELL = re.compile(r"[|>]|^printf")


def in_a_shell(command: str, folder: Path) -> str:
    """Return what a shell prints for ``command``, errors first as on the pages."""
    if "jq" in command and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    shim = folder / "strategikort"
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m strategikort "$@"\n')
    shim.chmod(0o755)
    env = surroundings(PATH=f"{folder}{os.pathsep}{os.environ['PATH']}")
    outcome = ran(command=["bash", "-c", command], env=env)
    return outcome.err + outcome.out


@pytest.mark.parametrize(("page", "command", "output"), sessions())
def test_console_sessions(
    program: Callable[..., Outcome], tmp_path: Path, page: str, command: str, output: str
) -> None:
    """A line with ``…`` alone stands for lines left out."""
    words = shlex.split(command)
    if SHELL.search(re.sub(r"'[^']*'|\"[^\"]*\"", "", command)):
        printed = in_a_shell(command, tmp_path).strip()
    else:
        assert words[0] == "strategikort"
        outcome = program(*words[1:])
        printed = f"{outcome.err}{outcome.out}".strip()
    parts = [part.strip() for part in re.split(r"^…$", output, flags=re.MULTILINE)]
    position = 0
    for part in parts:
        at = printed.find(part, position)
        assert at >= 0, f"{page}: {part!r} not in {printed!r}"
        position = at + len(part)
    if len(parts) == 1:
        assert printed == output


def headings(page: Path) -> list[str]:
    """Return what links call the headings of a page."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return [re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-") for title in titles]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target, mark in re.findall(r"\]\((?!https?:)([^)#]+)#?([^)]*)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target
        assert not mark or mark in headings(page.parent / target), f"{target}#{mark}"


def test_both_readme_commands_are_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for mark in ("run", "test"):
        block = re.search(rf"<!-- {mark} -->\n```sh\n(.+?)\n```", text, re.DOTALL)
        assert block
        assert "\n" not in block[1]


def test_top_level_is_what_was_agreed() -> None:
    allowed = {"README.md", "pyproject.toml", "strategikort", "seeds", "tests", "docs", "LICENSE"}
    made = {"build", "dist"}
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - made - {name for name in found if name.endswith(".egg-info")} == allowed


def mentioned() -> list[tuple[str, str]]:
    """Return the command lines that the pages mention without showing what they print."""
    found: dict[tuple[str, str], None] = {}
    for page in PAGES:
        text = CONSOLE.sub("", page.read_text(encoding="utf-8"))
        for line in re.findall(r"(?:^|[`|(] ?|\$ )(strategikort [^`\n|)#]+)", text, re.MULTILINE):
            found[page.name, line.strip()] = None
    return list(found)


@pytest.mark.parametrize(("page", "line"), mentioned())
def test_commands_that_are_mentioned_exist(
    program: Callable[..., Outcome], page: str, line: str
) -> None:
    try:
        words = shlex.split(line)[1:]
    except ValueError:  # a quotation that the page goes on with
        words = line.split()[1:]
    names = [word for word in words if re.fullmatch(r"[a-zæøåé]+", word)]
    if not names or words[0].startswith(("-", "[", "KOMMANDO")):
        return
    assert program(names[0], "--help").status == 0, line
    page_of_help = program(names[0], "--help").out
    for word in words:
        if re.match(r"--?[a-zæøåé]", word):
            option = word.split("=")[0].rstrip(".,:;")
            assert re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", page_of_help), line
