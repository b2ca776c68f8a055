"""The program in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from tests.conftest import Outcome

PROGRAM = (sys.executable, "-m", "strategikort")


def surroundings(**changed: str) -> dict[str, str]:
    """Return the environment of a process that finds the package where this one does."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **changed}


def start(*args: str, command: Sequence[str] = PROGRAM, **options: Any) -> subprocess.Popen[str]:
    """Start the program, or another command."""
    piped = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    options = {**piped, "encoding": "utf-8", "env": surroundings(), **options}
    return subprocess.Popen([*command, *args], **options)


def ended(process: subprocess.Popen[str], typed: str = "") -> Outcome:
    """Wait until a process has read what is typed and ended; return what it gave."""
    out, err = process.communicate(typed, timeout=120)
    return Outcome(process.returncode, out or "", err or "")


def ran(*args: str, typed: str = "", **options: Any) -> Outcome:
    """Return what a run of the program, or of another command, gave."""
    return ended(start(*args, **options), typed)
