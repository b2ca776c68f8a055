"""The program: ``strategikort`` and ``python -m strategikort``."""

from __future__ import annotations

import gc
import os
import sys

_INTERRUPTED = 130
_UNUSABLE = 2


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
        if not os.path.isfile(__file__):  # noqa: PTH113 - pathlib is not loaded yet
            return _refuse(
                "strategikort kan ikke køre inde i et zip-arkiv.",
                "Pak arkivet ud, eller installér programmet med pip.",
            )
        try:
            from strategikort.cli.app import app
            from strategikort.cli.framework import run
        except ImportError as error:
            from strategikort.errors import missing_package

            missing = missing_package(error)
            if missing is None:
                raise
            return _refuse(missing.message, missing.hint)
        return run(app)
    finally:
        if asked:  # as it would have ended without being cleaned up
            signal.raise_signal(asked[0])


def _refuse(message: str, hint: str) -> int:
    """Say what is wrong before there is a command line that could; returns the status."""
    print(f"Fejl: {message}\n{hint}", file=sys.stderr)
    return _UNUSABLE


if __name__ == "__main__":
    main()
