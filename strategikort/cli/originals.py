"""What is said on standard error of the files that the user's documents were read from."""

from __future__ import annotations

from collections.abc import Iterable

from strategikort.cli.options import remark
from strategikort.library import Collection
from strategikort.output import remarks


def say_what_changed(collection: Collection, documents: Iterable[str]) -> None:
    """Say which of ``documents`` have a file that is no longer what was read."""
    for said in remarks.changed(collection, documents):
        remark(said)


def say_what_is_unread(collection: Collection, documents: Iterable[str] = ()) -> None:
    """Say of which documents (ids; none for all) some could not be read."""
    for said in remarks.unread(collection, documents):
        remark(said)
