"""What a command is given to read: a file, or standard input."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

from strategikort.errors import SourceError

LARGEST = 1_000_000_000
"""Bytes; what is larger, or has no end, is refused before it takes all memory."""

_AT_ONCE = 1 << 20


def given_bytes(file: Path | None = None) -> bytes:
    """Return what stands in ``file``, or on standard input.

    Raises ``OSError``, and ``SourceError`` for what is too large.
    """
    parts: list[bytes] = []
    left = LARGEST + 1
    with file.open("rb") if file else nullcontext(sys.stdin.buffer) as stream:
        # Not at once: Python would take the memory for as much as may be there.
        while left and (part := stream.read(min(left, _AT_ONCE))):
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
    from strategikort.readers.decode import decode

    decoded = decode(given_bytes())
    if decoded is None:
        raise SourceError(
            "Standardinput er ikke tekst.", "Kontrollér den kommando, som det kommer fra."
        )
    return decoded.text
