"""``strategikort mcp``: the collection for assistants, over standard input and output."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from importlib.util import find_spec
from typing import NoReturn

from strategikort.cli import options
from strategikort.cli.framework import UsageError, details
from strategikort.cli.framework.runner import INTERRUPTED
from strategikort.cli.terminal import remark
from strategikort.library import Collection


@details(
    """Assistenten får værktøjer til at søge, læse, citere og prøve citater, og dokumenterne som
    ressourcer. Svarene har henvisning og nøjagtigt sted og er de samme som kommandoernes --json.

    Kommandoen startes af assistentens program, ikke af dig; den læser standardinput og svarer på
    standardoutput efter protokollen MCP, til standardinput lukkes. Den kræver en tilføjelse: kør
    python -m pip install ".[mcp]" i projektets mappe.""",
    examples=("strategikort mcp",),
)
def mcp(own: options.Collection = None) -> None:
    """Serve the collection to an assistant."""
    # Looked for by name: what fails first in an import may be anything that the SDK needs.
    if not (find_spec("mcp") and find_spec("mcp_types")):
        raise UsageError(
            "MCP er ikke installeret, eller det er for gammelt.",
            'Kør python -m pip install ".[mcp]" i projektets mappe.',
            code="missing_extra",
        )
    # What is wrong with the collection is said now, and what has to be built is built.
    Collection.open(own).close()
    if sys.stdin.isatty():
        remark("Kommandoen er til en assistents program, som skriver her. Afslut med Ctrl-C.")
    before = signal.signal(signal.SIGINT, _leave)
    try:
        # Loading the SDK takes a second, and it turns an interrupt into errors of its own.
        from strategikort.assistant.server import serve

        serve(partial(Collection.open, own))
    finally:
        signal.signal(signal.SIGINT, before)


def _leave(*_signal: object) -> NoReturn:
    # A thread waits for standard input and cannot be called back.  Nothing is lost: every answer
    # is written out when it is made, and the collection is only read.
    os._exit(INTERRUPTED)
