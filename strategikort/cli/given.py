"""What a command is given to read: a file, or standard input."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from io import BufferedReader
from pathlib import Path
from typing import cast

from strategikort.cli.terminal import remark
from strategikort.errors import SourceError

LARGEST = 1_000_000_000
"""Bytes; what is larger, or has no end, is refused before it takes all memory."""

_END = "Ctrl-Z og Enter" if sys.platform == "win32" else "Ctrl-D"
_AT_ONCE = 1 << 20


def given_bytes(file: Path | None = None) -> bytes:
    """Return what stands in ``file``, or on standard input; at a terminal that is said.

    Raises ``OSError``, and ``SourceError`` for what is too large.
    """
    if file is None and sys.stdin.isatty():
        remark(f"Skriv eller indsæt det, der skal læses, og slut med {_END} på en ny linje.")
    parts: list[bytes] = []
    left = LARGEST + 1
    stdin = cast("BufferedReader", sys.stdin.buffer)
    with file.open("rb") if file else nullcontext(stdin) as stream:
        # Not at once: Python would take the memory for as much as may be there.  Each piece is one
        # read, since Ctrl-D ends only the one that waits for it.
        while left and (part := stream.read1(min(left, _AT_ONCE))):
            parts.append(part)
            left -= len(part)
    if not left:
        raise SourceError(
            f"{f'Filen {file}' if file else 'Standardinput'} er på mere end 1 GB.",
            "Kontrollér, at det er det rigtige, og del det i mindre.",
            code="too_large",
        )
    return b"".join(parts)


def given_text() -> str:
    """Return the text on standard input, whatever encoding it has; PowerShell writes UTF-16.

    Raises ``SourceError`` for what is no text.
    """
    from strategikort.readers.opening.decode import decode

    decoded = decode(given_bytes())
    if decoded is None:
        raise SourceError(
            "Standardinput er ikke tekst.", "Kontrollér den kommando, som det kommer fra."
        )
    return decoded.text
