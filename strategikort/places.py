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


def config_folder() -> Path:
    """Return the folder for the user's settings; raises ``RuntimeError`` without a home folder."""
    if sys.platform == "win32":
        base = os.environ.get("APPDATA")
        return Path(base or home_folder() / "AppData" / "Roaming") / "strategikort"
    base = os.environ.get("XDG_CONFIG_HOME", "")
    # A relative path is to be ignored (XDG Base Directory Specification 0.8).
    folder = Path(base) if base.startswith("/") else home_folder() / ".config"
    return folder / "strategikort"


def own_thesaurus() -> Path | None:
    """Return the user's own thesaurus, None if there is none.

    ``STRATEGIKORT_TESAURUS`` names one; otherwise it is ``tesaurus.yaml`` beside the settings.
    """
    named = os.environ.get("STRATEGIKORT_TESAURUS")
    if named:
        return Path(named)
    try:
        path = config_folder() / "tesaurus.yaml"
    except RuntimeError:  # there is no home folder
        return None
    return path if path.is_file() else None
