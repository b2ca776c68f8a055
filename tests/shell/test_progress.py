"""Progress bars: on a terminal, for what takes its time, and gone when it is done."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from strategikort.cli import verify
from strategikort.cli.app import app
from strategikort.cli.framework import run
from tests.conftest import Program
from tests.holdings.test_docs import strategy_pdf

QUOTES = "»Rusland ser stort på international lov.« " * 3


_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class _Screen(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def in_colour(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Run the program with a terminal for standard error; return the status and what it writes."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def call(*args: str) -> tuple[int, str]:
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        err = _Screen(io.BytesIO(), encoding="utf-8")
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            status = run(app, list(args))
        err.flush()
        return status, err.buffer.getvalue().decode()  # type: ignore[attr-defined]

    return call


@pytest.fixture
def on_screen(in_colour: Callable[..., tuple[int, str]]) -> Callable[..., tuple[int, str]]:
    """Run the program in the same way; return what it shows, without the colours."""

    def call(*args: str) -> tuple[int, str]:
        status, written = in_colour(*args)
        return status, _COLOUR.sub("", written)

    return call


def test_many_quotations_have_a_bar(
    on_screen: Callable[..., tuple[int, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memo = tmp_path / "notat.md"
    memo.write_text(QUOTES, encoding="utf-8")
    assert on_screen("verificér", str(memo)) == (0, "")
    monkeypatch.setattr(verify, "_MANY", 3)
    status, shown = on_screen("verificér", str(memo))
    assert status == 0
    assert "Prøver citater" in shown
    assert "100%" in shown
    assert shown.endswith("\x1b[2K"), shown[-40:]


def test_no_bar_without_a_terminal(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memo = tmp_path / "notat.md"
    memo.write_text(QUOTES, encoding="utf-8")
    monkeypatch.setattr(verify, "_MANY", 3)
    assert program("verificér", str(memo)).err == ""


def test_documents_have_a_bar_with_their_pages(
    on_screen: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    strategy_pdf(tmp_path / "kvante.pdf")
    (tmp_path / "notat.md").write_text("# Notat\n\nOm torsk.\n", encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("kvante.pdf", "notat.md")]
    status, shown = on_screen("tilføj", *paths)
    assert status == 0
    assert "Læser" in shown
    assert "2/2 dokumenter, læste sider: 4" in shown
    assert shown.endswith("\x1b[2K"), shown[-40:]
    status, shown = on_screen("tilføj", str(tmp_path / "data"))
    nothing = "1 fil af en anden slags er sprunget over: 1 .sqlite.\nDer er ingen filer at læse.\n"
    assert (status, shown) == (1, nothing)


@pytest.mark.parametrize("command", ["verificér", "tilføj", "opdatér"])
def test_a_bar_has_no_colours_where_none_are_wanted(
    in_colour: Callable[..., tuple[int, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    """»--farve aldrig« once held for the answer and not for the bar."""
    memo = tmp_path / "notat.md"
    memo.write_text(QUOTES, encoding="utf-8")
    monkeypatch.setattr(verify, "_MANY", 3)
    if command == "opdatér":
        assert in_colour("tilføj", str(memo))[0] == 0
    args = ["--alle"] if command == "opdatér" else [str(memo)]
    assert _COLOUR.search(in_colour(command, *args)[1])
    status, written = in_colour(command, *args, "--farve", "aldrig")
    assert (status, _COLOUR.search(written)) == (0, None)
    assert "\x1b[2K" in written
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    settings = tmp_path / "config" / "strategikort" / "config.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text("farve: aldrig\n", encoding="utf-8")
    assert not _COLOUR.search(in_colour(command, *args)[1])
