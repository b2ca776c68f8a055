"""Questions to the user.  They go to standard error, since standard output is for answers."""

from __future__ import annotations

import sys

from strategikort.cli.framework.folding import repair
from strategikort.cli.framework.problems import UsageError


def confirm(question: str, *, default: bool = False) -> bool:
    """Ask a question that is answered with ja or nej; an empty line means ``default``.

    Raises :class:`UsageError` when there is nobody to ask (end of input).
    """
    choices = "[J/n]" if default else "[j/N]"
    while True:
        answer = ask(f"{question} {choices}").casefold()
        if not answer:
            return default
        if answer in ("j", "ja", "y", "yes"):
            return True
        if answer in ("n", "nej", "no"):
            return False
        print("Svar ja eller nej.", file=sys.stderr)


def ask(question: str) -> str:
    """Ask for a line of text and return it without blanks around it.

    Raises :class:`UsageError` when there is nobody to ask (end of input).
    """
    print(f"{question} ", end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline() if sys.stdin is not None else ""
    if not line:
        raise UsageError(
            "Spørgsmålet kunne ikke besvares: der er ikke mere at læse fra tastaturet.",
            "Kør kommandoen i en terminal, eller giv svaret som et valg.",
            code="no_answer",
        )
    return repair(line).strip()
