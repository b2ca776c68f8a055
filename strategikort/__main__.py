"""The program: ``strategikort`` and ``python -m strategikort``."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line of this process and end with its exit status."""
    # A short-lived process has little use for the cyclic collector: it costs 12 ms of start-up
    # and shutdown, mostly over the modules that Typer loads.
    gc.set_threshold(100_000, 50, 50)
    from strategikort.cli.app import app
    from strategikort.cli.framework import run

    status = run(app)
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()
