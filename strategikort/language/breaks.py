"""Where long Danish words may be broken at a line end: between the parts of a compound."""

from __future__ import annotations

import re

from strategikort.language.lexicon import Lexicon

SOFT_HYPHEN = "\u00ad"
_LONG = re.compile(r"[^\W\d_]{10,}")
_LEAST = 3
"""Letters that stand on either side of a break, at least."""


def with_soft_hyphens(text: str, lexicon: Lexicon) -> str:
    """Return ``text`` with soft hyphens in its long compounds: for showing, never for citing.

    >>> with_soft_hyphens("Sikkerhedspolitisk", Lexicon.open()).split(SOFT_HYPHEN)
    ['Sikkerheds', 'politisk']
    """
    return _LONG.sub(lambda match: _parted(match.group(), lexicon), text)


def _parted(word: str, lexicon: Lexicon) -> str:
    parts = lexicon.analyze(word).details
    if not parts or parts[-1].end != len(word):
        return word
    pieces: list[str] = []
    start = 0
    for part in parts:
        if start + _LEAST <= part.start <= len(word) - _LEAST:
            pieces.append(word[start : part.start])
            start = part.start
    return SOFT_HYPHEN.join([*pieces, word[start:]])
