"""What must not stay open when something goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Closable(Protocol):
    """Something that is closed once."""

    def close(self) -> None:
        """Close it."""


@contextmanager
def closed_on_failure(opened: Closable) -> Iterator[None]:
    """Close ``opened`` if the block fails; what the block raises goes on."""
    try:
        yield
    except BaseException:
        opened.close()
        raise
