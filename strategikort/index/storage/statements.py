"""Long lists of values in SQL: a few hundred for each statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Sized
from typing import TypeVar

AT_ONCE = 500
"""Values of one statement, within what every build of SQLite takes."""

_Value = TypeVar("_Value")


def chunks(values: Sequence[_Value]) -> Iterator[tuple[_Value, ...]]:
    """Yield ``values`` in order, as many at once as one statement takes."""
    return (tuple(values[at : at + AT_ONCE]) for at in range(0, len(values), AT_ONCE))


def marks(values: Sized) -> str:
    """Return the marks that stand for ``values`` in a list in SQL."""
    return ",".join("?" * len(values))
