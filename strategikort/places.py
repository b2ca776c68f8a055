"""Where the user's own files lie, after the custom of each system."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def home_folder() -> Path:
    """Return the user's home folder, as an absolute path; raises ``RuntimeError`` without one.

    An empty ``HOME`` is none: Python would take it for the root of all files.
    """
    if sys.platform != "win32" and os.environ.get("HOME") == "":
        import pwd

        try:
            return Path(pwd.getpwuid(os.getuid()).pw_dir)
        except KeyError as error:
            raise RuntimeError("no home folder") from error
    # HOME may be relative, and SQLite opens absolute paths alone.
    return Path.home().absolute()


_FOLDERS = {
    "data": (
        ("LOCALAPPDATA", "AppData/Local"),
        "Library/Application Support",
        ("XDG_DATA_HOME", ".local/share"),
    ),
    "config": (("APPDATA", "AppData/Roaming"), "", ("XDG_CONFIG_HOME", ".config")),
    "cache": (("LOCALAPPDATA", "AppData/Local"), "Library/Caches", ("XDG_CACHE_HOME", ".cache")),
}
"""Where each kind of files lies: in Windows, on a Mac (empty: as in Unix), and in Unix."""


def user_folder(what: str) -> Path:
    """Return the folder for the user's ``data``, ``config`` or ``cache``.

    Raises ``RuntimeError`` where there is no home folder.
    """
    windows, mac, unix = _FOLDERS[what]
    if sys.platform == "darwin" and mac:
        return home_folder() / mac / "strategikort"
    variable, below = windows if sys.platform == "win32" else unix
    base = Path(os.environ.get(variable, ""))
    # A relative path is to be ignored (XDG Base Directory Specification 0.8).
    return (base if base.is_absolute() else home_folder() / below) / "strategikort"


def own_thesaurus() -> Path | None:
    """Return the user's own thesaurus, None if there is none.

    ``STRATEGIKORT_TESAURUS`` names one; otherwise it is ``tesaurus.yaml`` beside the settings.
    """
    named = os.environ.get("STRATEGIKORT_TESAURUS")
    if named:
        return Path(named)
    try:
        path = user_folder("config") / "tesaurus.yaml"
    except RuntimeError:  # there is no home folder
        return None
    return path if path.is_file() else None
