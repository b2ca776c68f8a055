"""``strategikort mcp``: the collection for assistants, over standard input and output."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from typing import NoReturn

from strategikort.cli.framework import UsageError, details
from strategikort.cli.framework.runner import INTERRUPTED
from strategikort.cli.options import CollectionOption, remark
from strategikort.library import Collection


@details(
    """Assistenten får værktøjer til at søge, læse, citere og prøve citater, og dokumenterne som
    ressourcer. Svarene har henvisning og nøjagtigt sted og er de samme som kommandoernes --json.

    Kommandoen startes af assistentens program, ikke af dig; den læser standardinput og svarer på
    standardoutput efter protokollen MCP, til standardinput lukkes. Den kræver tilføjelsen
    strategikort[mcp].""",
    examples=("strategikort mcp",),
)
def mcp(own: CollectionOption = None) -> None:
    """Serve the collection to an assistant."""
    try:
        from strategikort.assistant.server import serve
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("mcp", "mcp_types"):
            raise
        raise UsageError(
            "MCP er ikke installeret, eller det er for gammelt.",
            'Installér det med python -m pip install "strategikort[mcp]".',
            code="missing_extra",
        ) from error
    # What is wrong with the collection is said now, and what has to be built is built.
    Collection.open(own).close()
    if sys.stdin.isatty():
        remark("Kommandoen er til en assistents program, som skriver her. Afslut med Ctrl-C.")
    before = signal.signal(signal.SIGINT, _leave)
    try:
        serve(partial(Collection.open, own))
    finally:
        signal.signal(signal.SIGINT, before)


def _leave(*_signal: object) -> NoReturn:
    # A thread waits for standard input and cannot be called back.  Nothing is lost: every answer
    # is written out when it is made, and the collection is only read.
    os._exit(INTERRUPTED)
