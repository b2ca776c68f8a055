"""Who has signed a text: a name on a line of its own at the end, with office and date below it."""

from __future__ import annotations

import re

_LONGEST_LINE = 80
"""Characters of a line of a signature."""

_MOST_LINES = 12
"""Lines of the names, offices, places and dates that a text ends in."""

_PART = r"(?:[A-ZÆØÅÖÄÜÉ][\w.'’-]*|af|de|la|van|von|der)"
_NAMES = re.compile(rf"[A-ZÆØÅÖÄÜÉ][\w.'’-]*(?: +{_PART}){{1,9}}(?:,.*)?")
"""One name or some beside each other, and perhaps an office."""


def signature_of(text: str) -> str:
    """Return what a text is signed with: the lines from the first name on; empty if it is not."""
    lines = [line for line in map(str.strip, text.splitlines()) if line]
    signed: list[str] = []
    for line in reversed(lines[1:][-_MOST_LINES:]):
        if len(line) > _LONGEST_LINE or line.endswith((".", "!", "?", ":", ";")):
            break
        signed.insert(0, line)
    first = next((at for at, line in enumerate(signed) if _NAMES.fullmatch(line)), None)
    return "" if first is None else " ".join(signed[first:])
