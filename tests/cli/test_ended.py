"""The program ended from outside: while it starts, and in the middle of writing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals")

STARTING = """
import sys
from strategikort.__main__ import main

class Interrupting:
    @staticmethod
    def find_spec(name, *_rest):
        if name == "strategikort.cli.app":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupting)
main()
"""
WRITING = """
import os, signal, sys
import strategikort.output.export.target as target
from strategikort.__main__ import main

target._move = lambda *_args, **_named: os.kill(os.getpid(), signal.SIGTERM)
sys.argv = ["strategikort", "eksportér", "samling.sqlite"]
main()
"""


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_an_interrupt_while_the_program_starts_is_quiet(tmp_path: Path) -> None:
    ended = run(STARTING, tmp_path)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "")


def test_an_export_that_is_ended_leaves_no_file_behind(tmp_path: Path) -> None:
    ended = run(WRITING, tmp_path)
    assert (ended.returncode, ended.stderr) == (-signal.SIGTERM, "")
    assert list(tmp_path.iterdir()) == []
