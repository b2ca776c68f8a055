"""The program: ``strategikort`` and ``python -m strategikort``."""

from __future__ import annotations

import gc
import sys

_INTERRUPTED = 130


class _Terminated(BaseException):
    """The process is asked to end: what has begun is undone on the way out."""


def main() -> None:
    """Run the command line of this process and end with its exit status."""
    try:
        status = _run()
    except KeyboardInterrupt:  # before the command line is there to take it
        status = _INTERRUPTED
    gc.freeze()
    sys.exit(status)


def _run() -> int:
    # A short-lived process has little use for the cyclic collector: it costs 12 ms of start-up
    # and shutdown, mostly over the modules that Typer loads.
    gc.set_threshold(100_000, 50, 50)
    import signal

    asked: list[int] = []

    def terminate(number: int, _frame: object) -> None:
        asked.append(number)
        signal.signal(number, signal.SIG_DFL)
        raise _Terminated

    try:
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, terminate)
        from strategikort.cli.app import app
        from strategikort.cli.framework import run

        return run(app)
    finally:
        if asked:  # as it would have ended without being cleaned up
            signal.raise_signal(asked[0])


if __name__ == "__main__":
    main()
