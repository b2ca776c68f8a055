"""Where the user's own collection lies."""

from __future__ import annotations

import os
from pathlib import Path

from strategikort.errors import StrategikortError
from strategikort.places import user_folder

VARIABLE = "STRATEGIKORT_SAMLING"
"""The environment variable that names another collection."""

_NAME = "samling.sqlite"


def chosen_path(path: Path | None) -> Path | None:
    """Return the collection that ``path`` or the environment names; None if neither does.

    A folder stands for the file ``samling.sqlite`` in it.
    """
    if path is None and not os.environ.get(VARIABLE):
        return None
    named = path or os.environ[VARIABLE]
    named = Path(os.path.abspath(os.path.expanduser(named)))  # noqa: PTH100, PTH111
    return named / _NAME if named.is_dir() else named


def collection_path(path: Path | None = None) -> Path:
    """Return the file of the collection: the chosen one, else that in the user's data folder.

    Raises ``StrategikortError`` where there is no home folder and none was chosen.
    """
    chosen = chosen_path(path)
    if chosen is not None:
        return chosen
    try:
        return user_folder("data") / _NAME
    except RuntimeError as error:
        raise StrategikortError(
            "Der er ingen hjemmemappe at lægge samlingen i.",
            f"Vælg en fil med --samling STI eller miljøvariablen {VARIABLE}.",
            code="no_home",
        ) from error
