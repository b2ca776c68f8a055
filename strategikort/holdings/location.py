"""Where the user's own collection lies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from strategikort.errors import StrategikortError
from strategikort.places import home_folder

VARIABLE = "STRATEGIKORT_SAMLING"
"""The environment variable that names another collection."""

_NAME = "samling.sqlite"


def data_folder() -> Path:
    """Return the folder for the user's data, after the custom of each system.

    Raises ``RuntimeError`` where there is no home folder.
    """
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return Path(base or home_folder() / "AppData" / "Local") / "strategikort"
    if sys.platform == "darwin":
        return home_folder() / "Library" / "Application Support" / "strategikort"
    base = Path(os.environ.get("XDG_DATA_HOME", ""))
    # A relative path is to be ignored (XDG Base Directory Specification 0.8).
    return (base if base.is_absolute() else home_folder() / ".local" / "share") / "strategikort"


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
        return data_folder() / _NAME
    except RuntimeError as error:
        raise StrategikortError(
            "Der er ingen hjemmemappe at lægge samlingen i.",
            f"Vælg en fil med --samling STI eller miljøvariablen {VARIABLE}.",
            code="no_home",
        ) from error
