"""Lists, numbers and numbers of things in Danish words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NAMED = 12
"""Things that are named one by one; of more the first are, and the rest are counted."""


def listed(items: Sequence[str], word: str = "og") -> str:
    """Return ``items`` as a Danish list: ``a, b og c``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def some(items: Iterable[str], most: int = NAMED, word: str = "og") -> str:
    """Return ``items`` as a list; of more than ``most`` the first ones, and how many others."""
    named = [*items]
    if len(named) <= most:
        return listed(named, word)
    # So that at least two are left out: one more name takes no more room than »1 andre«.
    return f"{', '.join(named[: most - 1])} og {danish_number(len(named) - most + 1)} andre"


def count(number: int, one: str, many: str) -> str:
    """Return ``1 side`` or ``3 sider``."""
    return f"{danish_number(number)} {one if number == 1 else many}"


_SEVERAL = {"uændret": "uændrede", "ændret": "ændrede", "flyttet": "flyttede"}
"""Words that are said of one thing, and what they are of several."""


def counted(number: int, word: str) -> str:
    """Return how many there are of what a word is said of: ``3 ændrede``."""
    return count(number, word, _SEVERAL.get(word, word))


def danish_number(number: int) -> str:
    """Return a whole number with a full stop between thousands: ``1.391``."""
    return f"{number:,}".replace(",", ".")
