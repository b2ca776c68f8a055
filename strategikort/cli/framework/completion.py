"""Answers to the shell that asks how a command line may go on.

Typer's own protocol (an environment variable such as ``_STRATEGIKORT_COMPLETE=complete_bash``),
without its English options and messages.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

from strategikort.cli.framework.app import DanishApp
from strategikort.cli.framework.problems import UsageError, listed

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def script(app: DanishApp, shell: str) -> str:
    """Return what the user's shell has to read once for completion to work."""
    completion: Any = import_module("typer.completion")
    variable = f"_{app.name}_COMPLETE".replace("-", "_").upper()
    return str(
        completion.get_completion_script(prog_name=app.name, complete_var=variable, shell=shell)
    )


def complete(app: DanishApp, variable: str) -> int:
    """Print what the environment variable named ``variable`` asks for; return the exit status.

    Raises :class:`UsageError` if the shell or the question is unknown.
    """
    question, _, shell = os.environ[variable].partition("_")
    if shell not in SHELLS or question not in ("complete", "source"):
        raise UsageError(
            f"Miljøvariablen {variable} har en værdi, der ikke kan bruges.",
            f"Den skal være complete_ eller source_ og så {listed(SHELLS, 'eller')}.",
            code="bad_completion",
        )
    if question == "source":
        print(script(app, shell))
        return 0
    completion: Any = import_module("typer.completion")
    completion.completion_init()
    what = f"{question}_{shell}"
    return int(completion.shell_complete(app.command(), {}, app.name, variable, what))
