"""Where an export goes: a file or a folder, written beside it first and then moved into place."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from strategikort.errors import StrategikortError
from strategikort.holdings.database import is_collection

MANIFEST = "indhold.json"
"""The file of an exported folder that lists the others with their sha256."""

_PREFIX = ".strategikort-"
"""Begins the name under which an export is made; that of the target may be as long as can be."""

Files = Iterable[tuple[str, Iterable[str]]]
"""Names of files and what stands in them, piece by piece."""


def write_text(path: Path, pieces: Iterable[str], *, overwrite: bool) -> None:
    """Write one text file (UTF-8, LF).

    Raises ``StrategikortError`` if the file is there already and not to be overwritten, and
    ``OSError``; then nothing has been changed.
    """

    def build(temporary: Path) -> None:
        with temporary.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.writelines(pieces)
            # On the disk before it takes another's place.
            file.flush()
            os.fsync(file.fileno())

    write_file(path, build, overwrite=overwrite)


def write_bytes(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write one file; raises as above."""
    write_file(path, lambda temporary: temporary.write_bytes(data), overwrite=overwrite)


def write_file(path: Path, build: Callable[[Path], object], *, overwrite: bool) -> None:
    """Let ``build`` make a file under another name and move it to ``path``; raises as above."""
    refuse_existing(path, overwrite=overwrite)
    with _errors_name(path), _beside(path) as temporary:
        build(temporary)
        _move(temporary, path, overwrite=overwrite)


def write_folder(folder: Path, files: Files, *, overwrite: bool) -> list[str]:
    """Write text files into a folder and return their names, the manifest among them.

    Of a folder that is there already, files of an earlier export are replaced with ``overwrite``;
    those of anybody else are never touched.  Raises as :func:`write_text`.
    """
    known = refuse_existing_folder(folder, overwrite=overwrite)
    digests: dict[str, str] = {}
    with _errors_name(folder), _folder_beside(folder) as name:
        made = Path(name) / "ny"
        made.mkdir()
        for file_name, pieces in files:
            write_text(made / file_name, pieces, overwrite=False)
            with (made / file_name).open("rb") as file:
                digests[file_name] = hashlib.file_digest(file, "sha256").hexdigest()
            if (folder / file_name).exists() and file_name not in known:
                raise _exists(folder / file_name, "Vælg en anden mappe, eller flyt filen.")
        manifest = json.dumps({"files": digests}, ensure_ascii=False, indent=2) + "\n"
        write_text(made / MANIFEST, [manifest], overwrite=False)
        _move_folder(made, folder, [*digests, MANIFEST], known)
    return [*digests, MANIFEST]


def _move_folder(made: Path, folder: Path, names: list[str], known: set[str]) -> None:
    if not folder.exists():
        made.rename(folder)
        return
    for file_name in names:
        (made / file_name).replace(folder / file_name)
    for stale in known.difference(names):
        (folder / stale).unlink(missing_ok=True)


def refuse_existing(path: Path, *, overwrite: bool) -> None:
    """Raise ``StrategikortError`` for a file that must not be written over, or a folder.

    A collection never is, since its documents may be nowhere else.
    """
    if path.is_dir():
        raise StrategikortError(
            f"{path} er en mappe, ikke en fil.", "Angiv navnet på en fil.", code="is_a_folder"
        )
    if not path.parent.is_dir():
        raise StrategikortError(
            f"Mappen »{path.parent}« findes ikke.",
            "Opret den, eller vælg en anden.",
            code="no_folder",
        )
    if is_collection(path):
        raise StrategikortError(
            f"»{path}« er en samling og overskrives ikke.",
            "Vælg et andet navn.",
            code="is_a_collection",
        )
    if not overwrite and os.path.lexists(path):
        raise _exists(path, "Vælg et andet navn, eller brug --overskriv.")


def refuse_read(path: Path, files: Iterable[Path]) -> None:
    """Raise ``StrategikortError`` for one of the ``files`` that are read: a document, a memo."""
    real = os.path.realpath(path)
    if path.is_file() and any(os.path.realpath(file) == real for file in files):
        raise StrategikortError(
            f"»{path}« er en fil, der læses fra, og overskrives ikke.",
            "Vælg et andet navn.",
            code="is_a_source",
        )


def refuse_existing_folder(folder: Path, *, overwrite: bool) -> set[str]:
    """Return which files of an earlier export a folder has; raises if it must not be used."""
    if not folder.exists():
        return set()
    if not folder.is_dir():
        raise StrategikortError(
            f"»{folder}« er en fil, ikke en mappe.", "Angiv navnet på en mappe.", code="is_a_file"
        )
    known = _listed(folder)
    if not overwrite and any(folder.iterdir()):
        hint = "Vælg en anden mappe, eller brug --overskriv." if known else "Vælg en anden mappe."
        raise _exists(folder, hint)
    return known


def _listed(folder: Path) -> set[str]:
    """Return the names in the manifest of a folder that are there; none if it has no manifest."""
    try:
        files = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        # Only plain names: a manifest from elsewhere must not lead out of the folder.
        named = {name for name in files if isinstance(name, str) and Path(name).name == name}
    except (OSError, ValueError, TypeError, KeyError):
        return set()
    return {name for name in named if (folder / name).is_file()} | {MANIFEST}


def _exists(path: Path, hint: str) -> StrategikortError:
    return StrategikortError(f"»{path}« findes allerede.", hint, code="file_exists")


@contextmanager
def _errors_name(path: Path) -> Iterator[None]:
    """Let errors of the system name what was asked for, not what is made beside it."""
    try:
        yield
    except OSError as error:
        error.filename = str(path)
        raise


@contextmanager
def _folder_beside(folder: Path) -> Iterator[str]:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        prefix=_PREFIX, dir=folder.parent, ignore_cleanup_errors=True
    ) as name:
        yield name


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(prefix=_PREFIX, dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _move(temporary: Path, path: Path, *, overwrite: bool) -> None:
    # A file made by mkstemp can be read by its owner only; an export is as open as other files.
    mask = os.umask(0)
    os.umask(mask)
    temporary.chmod(0o666 & ~mask)
    if not overwrite:
        # Looked at once more: somebody may have written the file meanwhile.
        refuse_existing(path, overwrite=False)
    temporary.replace(path)
