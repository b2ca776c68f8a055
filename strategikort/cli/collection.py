"""The collection that a command asks."""

from __future__ import annotations

from pathlib import Path

from strategikort.cli.framework.session import current
from strategikort.library import Collection


def open_collection(path: Path | None) -> Collection:
    """Return the collection at ``path`` (default: the user's), closed when the command ends.

    Until the command begins to answer it reads one state of the collection.  Raises as
    :meth:`Collection.open` does.
    """
    session = current()
    collection = session.closing.enter_context(Collection.open(path))
    session.reading.enter_context(collection.snapshot())
    session.closing.callback(session.reading.close)
    return collection
