"""Starting Python in a process of its own, for work that is better done beside this one."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress


def start(code: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start ``code`` with pipes for its input and output; raises ``OSError``.

    It finds the same packages as this process, but never modules in the current folder.  What it
    writes is buffered whatever ``PYTHONUNBUFFERED`` says: without a buffer, a write that a signal
    breaks off (Ctrl-Z) loses the rest.
    """
    if not sys.executable:
        raise OSError("there is no Python interpreter to start")
    path = os.pathsep.join(item for item in sys.path if item)
    environment = {key: text for key, text in os.environ.items() if key != "PYTHONUNBUFFERED"}
    return subprocess.Popen(
        [sys.executable, "-P", "-c", code, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**environment, "PYTHONPATH": path, "PYTHONUTF8": "1"},
    )


def close_pipes(process: subprocess.Popen[bytes]) -> None:
    """Close the pipes of a process that has ended; what it had not taken is lost."""
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):
            if pipe:
                pipe.close()
