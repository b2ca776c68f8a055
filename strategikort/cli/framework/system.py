"""Errors of the operating system as sentences."""

from __future__ import annotations

from strategikort.cli.framework.folding import typed_path
from strategikort.oserrors import reason


def system_message(error: OSError) -> str:
    """Return one Danish sentence that says what failed, on which file, and why."""
    why = reason(error)
    if error.filename is None:
        return f"Læsning eller skrivning mislykkedes: {why}."
    name = error.filename
    if isinstance(name, bytes):
        name = name.decode("utf-8", "surrogateescape")
    if not isinstance(name, str):
        return f"Læsning eller skrivning mislykkedes: {why}."
    return f"»{typed_path(name)}« kan ikke bruges: {why}."
