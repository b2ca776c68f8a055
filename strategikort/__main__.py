"""The program: ``strategikort`` and ``python -m strategikort``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line of this process and end with its exit status."""
    from strategikort.cli.app import app
    from strategikort.cli.framework import run

    sys.exit(run(app))


if __name__ == "__main__":
    main()
