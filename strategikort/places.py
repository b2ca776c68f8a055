"""Where the user's own files lie, after the custom of each system."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def config_folder() -> Path:
    """Return the folder for the user's settings."""
    if sys.platform == "win32":
        base = os.environ.get("APPDATA")
        return Path(base or Path.home() / "AppData" / "Roaming") / "strategikort"
    base = os.environ.get("XDG_CONFIG_HOME", "")
    # A relative path is to be ignored (XDG Base Directory Specification 0.8).
    folder = Path(base) if base.startswith("/") else Path.home() / ".config"
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
