"""The built-in documents: where their files and profiles lie.

Both folders are looked through, so that a further document needs a profile and its file only.
"""

from __future__ import annotations

from pathlib import Path

from strategikort.errors import SourceError
from strategikort.oserrors import reason

_PACKAGE = Path(__file__).resolve().parent.parent
_CATALOG = Path(__file__).resolve().parent


def seed_folder() -> Path:
    """Return the folder of the documents: inside an installed package, beside it in a clone."""
    installed = _PACKAGE / "seeds"
    return installed if installed.is_dir() else _PACKAGE.parent / "seeds"


def profile_paths() -> list[Path]:
    """Return the profiles of the built-in documents, sorted by name."""
    return _files(_CATALOG / "profiles", ".yaml")


def input_paths() -> list[Path]:
    """Return every file that the built-in collection is made of."""
    return [*profile_paths(), _CATALOG / "kinds.yaml", *_files(seed_folder(), ".txt")]


def read_seed(file: str) -> bytes:
    """Return the bytes of a built-in document; raises ``SourceError``."""
    try:
        return (seed_folder() / file).read_bytes()
    except OSError as error:
        raise SourceError(
            f"Kildefilen {file} kan ikke læses ({reason(error)}).",
            "Installér strategikort igen; filen følger med programmet.",
            code="missing_source",
        ) from error


def _files(folder: Path, suffix: str) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == suffix)
    except OSError:
        return []
