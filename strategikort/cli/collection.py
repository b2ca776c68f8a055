"""The collection that a command asks."""

from __future__ import annotations

from pathlib import Path

from strategikort.cli.framework.session import current
from strategikort.library import Collection


def open_collection(path: Path | None) -> Collection:
    """Return the collection at ``path`` (default: the user's), closed when the command ends.

    Raises as :meth:`Collection.open` does.
    """
    return current().closing.enter_context(Collection.open(path))
