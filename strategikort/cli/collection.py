"""The collection that a command asks."""

from __future__ import annotations

from pathlib import Path

from strategikort.cli.framework.session import current
from strategikort.cli.options import remark
from strategikort.errors import UnknownReferenceError
from strategikort.library import Collection
from strategikort.references.written import Resolution


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


def say_what_was_meant(reference: str, resolution: Resolution) -> None:
    """Say what a misspelt reference was taken for.

    Raises ``UnknownReferenceError`` if that is all of a kind: what is to be opened or drawn is then
    not known.
    """
    if not resolution.taken_for:
        return
    if len(resolution.ids) > 1:
        raise UnknownReferenceError(
            f"»{reference}« findes ikke i samlingen.", f"Mente du »{resolution.taken_for}«?"
        )
    remark(f"»{reference}« er forstået som »{resolution.taken_for}«.")
