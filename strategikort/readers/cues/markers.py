"""The bullets and numbers that elements of lists are typed with."""

from __future__ import annotations

import re

from strategikort.language.months import NO_MONTH

BULLET = re.compile(r"\s*(?:[•‣◦▪▫■□●○◆◇➢➤→✓✔\uf0a7\uf0b7\uf0d8\uf0fc]\s*|[-–—*+·]\s+)(?=\S)")
"""Signs of the symbol fonts of Word, in the private use area, included."""

NUMBERED = re.compile(
    rf"\s*(?:\(?\d{{1,3}}[.)]|\(?[a-zæøå][.)]|\(?[ivx]{{1,5}}[.)])\s+(?=\S){NO_MONTH}"
)

NUMBERED_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+[A-ZÆØÅ]")
"""How a heading begins that is numbered below a chapter: »2.1 Baggrund«."""

NEXT_SECTION = r"(?:\s?[-–]\s?|(?:,|\s(?:og|til))\s(?(more)(?:§\s)?|§\s))"
"""What parts sections of a law that are headed together: »§§ 3-5.«, »§ 7 og § 8.«

Behind a group ``more``, which is the second sign of the first.
"""


def typed_marker(text: str) -> int:
    """Return the length of the bullet or number that a paragraph was typed with, 0 for none."""
    found = BULLET.match(text) or NUMBERED.match(text)
    return found.end() if found else 0
