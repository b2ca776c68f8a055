"""How keys are written in the full-text index."""

from __future__ import annotations


def term(key: int) -> str:
    """Return the FTS5 token for a key number."""
    return f"k{key:x}"
