"""The program ended from outside: while it starts, and in the middle of writing."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.conftest import Outcome
from tests.processes import ran

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


@pytest.mark.parametrize(("code", "status"), [(STARTING, 130), (WRITING, -signal.SIGTERM)])
def test_what_is_ended_is_quiet_and_leaves_no_file_behind(
    tmp_path: Path, code: str, status: int
) -> None:
    outcome = ran(command=[sys.executable, "-c", code], cwd=tmp_path)
    assert outcome == Outcome(status, "", "")
    assert list(tmp_path.iterdir()) == []
