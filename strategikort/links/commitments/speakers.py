"""Who speaks in a document, though no list has the name: parties, firms, associations.

Only somebody *ønsker, mener, foreslår …*; a proper name that a document says that of can also
intend something there.  A word is a proper name where it has its capital inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from strategikort.links.names import Names

_NAME = r"[A-ZÆØÅ][\w-]+(?: (?:af|for|og|i)? ?[A-ZÆØÅ][\w-]+){0,3}"
_WILL = (
    r"(?:agter|anbefaler|arbejder for|foreslår|går ind for|har besluttet|kæmper for|lægger op til"
    r"|mener|noterer sig|støtter|ønsker)"
)
_SPEAKS = re.compile(rf"\b({_NAME}) {_WILL}\b|\b{_WILL} ({_NAME})")
_INSIDE = r"[\w,] {}\b"


def speakers(texts: Iterable[str], names: Names) -> frozenset[str]:
    """Return the names (small letters) of those who speak in a document's texts."""
    whole = "\n".join(texts)
    found = {match[1] or match[2] for match in _SPEAKS.finditer(whole)}
    return frozenset(
        name.casefold()
        for name in found
        if not names.find(name) and re.search(_INSIDE.format(re.escape(name)), whole)
    )
