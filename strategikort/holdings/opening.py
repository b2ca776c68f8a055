"""Opening the user's collection for reading, if there is one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from strategikort.errors import CollectionError, StrategikortError
from strategikort.holdings.location import chosen_path, collection_path

# Nothing else is imported here: most runs find no collection, and every run looks.
if TYPE_CHECKING:
    from strategikort.holdings.own import OwnStore


def open_own(path: Path | None) -> OwnStore | None:
    """Open the user's collection; None if there is none yet.

    Raises ``CollectionError`` for one that cannot be read, and for one that was chosen (by ``path``
    or the environment) and is not there.
    """
    chosen = chosen_path(path)
    try:
        file = chosen or collection_path()
    except StrategikortError:  # there is no home folder, so there is no collection in it
        return None
    if not file.exists():
        if chosen is None:
            return None
        raise CollectionError(
            f"Samlingen {file} findes ikke.",
            "Kontrollér stien; strategikort tilføj FIL --samling STI opretter en ny.",
            code="missing_collection",
        )
    from strategikort.holdings.database import open_for_reading
    from strategikort.holdings.own import OwnStore
    from strategikort.index.storage.store import Store

    connection = open_for_reading(file)
    return OwnStore(Store(connection), file) if connection else None
