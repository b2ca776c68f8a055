"""The words for kinds of sections, without the file they are read from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


class KindWords:
    """For each kind its names in lower case: singular, plural, others."""

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        self.names: Final = names

    def singular(self, kind: str) -> str:
        """Return the word for one section of ``kind``."""
        return self.names.get(kind, (kind,))[0]

    def plural(self, kind: str) -> str:
        """Return the word for several sections of ``kind``."""
        words = self.names.get(kind, (kind,))
        return words[1] if len(words) > 1 else words[0]

    def count(self, kind: str, number: int) -> str:
        """Return ``1 figur`` or ``3 figurer``."""
        return f"{number} {self.singular(kind) if number == 1 else self.plural(kind)}"
