"""Long answers on a terminal, shown a screenful at a time."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence

_STEERING = re.compile(r"\x1b(?:\[[0-9;]*m|\]8;[^\x1b]*\x1b\\)")

_LESS = "FRX-PsMellemrum viser mere, q slutter$"
"""Colours as they are, the text left on the screen afterwards, as git asks less for; and a prompt
that says how to go on, in place of a colon."""


def pager_command(environment: Mapping[str, str]) -> list[str]:
    """Return the words of the pager: those of ``PAGER``, else ``less`` where there is one.

    None for ``PAGER=`` and ``PAGER=cat``, on a dumb terminal, and where the program is missing.
    The words are never given to a shell.
    """
    if environment.get("TERM", "") == "dumb":
        return []
    typed = environment.get("PAGER", "less")
    if os.name == "nt":
        words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', typed)]
    else:
        import shlex

        try:
            words = shlex.split(typed)
        except ValueError:  # a quotation mark too many
            return []
    if not words or words[0] == "cat":
        return []
    program = shutil.which(words[0])
    return [program, *words[1:]] if program else []


def rows(text: str, columns: int) -> int:
    """Return how many rows of a terminal that is ``columns`` wide ``text`` takes."""
    widths = (len(line) for line in _STEERING.sub("", text).split("\n"))
    return sum(max(1, -(-width // max(columns, 1))) for width in widths) - text.endswith("\n")


def show(text: str) -> bool:
    """Show ``text`` in a pager, if it is longer than the screen; say whether it was shown.

    Whoever leaves the pager before the end has seen enough: that is no error.
    """
    columns, height = shutil.get_terminal_size((80, 24))
    if rows(text, columns) < height:
        return False
    command = pager_command(os.environ)
    return bool(command) and _run(command, text)


def _run(command: Sequence[str], text: str) -> bool:
    import signal
    import subprocess

    sys.stdout.flush()
    environment = {"LESS": _LESS, "LESSCHARSET": _less_charset(), **os.environ}
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            env=environment,
            encoding=sys.stdout.encoding,
            errors=sys.stdout.errors,
        )
    except OSError:
        return False
    # Ctrl-C is the pager's as long as it runs.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.communicate(text)
    finally:
        signal.signal(signal.SIGINT, before)
    return True


def _less_charset() -> str:
    return "utf-8" if sys.stdout.encoding.lower().startswith("utf") else "dos"
