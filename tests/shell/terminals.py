"""The installed program on a terminal of its own: a pseudo-terminal, read until it says enough."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

from tests.measured import measuring

PROGRAM = Path(sys.executable).parent
PATIENCE = 30
"""Seconds until something that never comes is given up."""


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a user at a terminal, with the program on the path."""
    kept = (
        "HOME",
        "STRATEGIKORT_CACHE",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "STRATEGIKORT_SAMLING",
    )
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        "PATH": f"{PROGRAM}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
        **measuring(),
        **more,
    }


class Terminal:
    """A command on a pseudo-terminal of ``rows`` by ``columns``."""

    def __init__(
        self, command: list[str], env: dict[str, str], rows: int = 20, columns: int = 80
    ) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=env,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(slave)
        self.seen = ""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._master)

    def send(self, text: str) -> None:
        """Type ``text``."""
        os.write(self._master, text.encode())

    def until(self, *wanted: str) -> str:
        """Return all that was written since the last call, when all of ``wanted`` are in it."""
        found = ""
        for found in self._written():
            if all(text in found for text in wanted):
                return found
        raise AssertionError(f"{wanted} not in {found!r}")

    def rest(self) -> tuple[str, int]:
        """Return all that is still written, and the exit status."""
        *_, found = "", *self._written()
        return found, self.process.wait(PATIENCE)

    def _written(self) -> Iterator[str]:
        """Yield what is written from now on, each time with more, until the other end is closed."""
        end = time.monotonic() + PATIENCE
        raw = b""
        while True:
            ready, _, _ = select.select([self._master], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise AssertionError(f"no end after {raw!r}")
            try:
                piece = os.read(self._master, 65536)
            except OSError:
                return
            if not piece:
                return
            raw += piece
            yield raw.decode("utf-8", "replace")


def piped(*words: object, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a pipe, in the environment of somebody at a terminal."""
    return subprocess.run(
        [PROGRAM / "strategikort", *map(str, words)],
        env=environment(**more),
        capture_output=True,
        check=False,
    )


def run(*words: str, rows: int = 20, columns: int = 80, **more: str) -> tuple[str, int]:
    """Run the program on a terminal; return what it shows and its exit status."""
    command = [str(PROGRAM / "strategikort"), *words]
    with Terminal(command, environment(**more), rows, columns) as terminal:
        return terminal.rest()
