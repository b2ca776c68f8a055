"""Measuring coverage with the processes that the tests start.

    pip install coverage
    coverage run -m pytest && coverage combine && coverage report

Coverage tells the processes that are started what to do by environment variables; tests that make
an environment of their own must hand them on.
"""

from __future__ import annotations

import os
from contextlib import suppress


def measuring() -> dict[str, str]:
    """Return the variables by which coverage follows a process into those that it starts."""
    return {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}


def let_workers_end() -> None:
    """Let processes that are killed when they are done end by themselves, if coverage asks.

    What they have run through is written at their end.
    """
    if not measuring():
        return
    from strategikort.index.filling.digesting import Digesting
    from strategikort.readers.apart.process import WorkerProcess

    for kind, name in ((WorkerProcess, "kill"), (Digesting, "close")):
        setattr(kind, name, _patiently(getattr(kind, name)))


def _patiently(end):  # type: ignore[no-untyped-def]
    def ended(self) -> None:  # type: ignore[no-untyped-def]
        process = self._process
        if process is not None and process.stdin:
            with suppress(Exception):
                process.stdin.close()
                process.wait(5)
        end(self)

    return ended
