"""The demo program, run inside the test process."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Demo = Callable[..., Ran]


@pytest.fixture
def demo(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Demo:
    """Return a function that runs a command line of the demo program."""
    import demo as program

    from strategikort.cli.framework import run

    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "_DEMO_COMPLETE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def call(*args: str) -> Ran:
        capsys.readouterr()
        status = run(program.app, list(args))
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return call


@pytest.fixture
def environment() -> dict[str, str]:
    """Return an environment for running the demo program as a process of its own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LC_", "LANG"))}
    root = str(HERE.parent.parent)
    return kept | {"PYTHONPATH": root, "COLUMNS": "80", "TERM": "dumb"}
