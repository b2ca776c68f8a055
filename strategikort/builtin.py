"""The store of the built-in documents."""

from __future__ import annotations

from strategikort.catalog.builtin import input_paths
from strategikort.index.storage.cache import open_cached
from strategikort.index.storage.store import Store


def open_builtin() -> Store:
    """Open the store of the built-in documents, building it the first time.

    Raises ``SourceError`` and ``ProfileError`` when the files are not what they should be.
    """

    def build(store: Store) -> None:
        # Imported here: only a store that has to be built needs it.
        from strategikort.structure.collect import fill_store

        fill_store(store)

    return open_cached(input_paths(), build)
