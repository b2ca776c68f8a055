"""The files that a command line names: folders gone through, each file once."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from strategikort.errors import SourceError, StrategikortError
from strategikort.holdings.unreadfiles import is_text
from strategikort.index.storage.namekeys import ENDINGS
from strategikort.oserrors import is_in_use, is_missing, reason

_SUFFIXES = frozenset(f".{ending}" for ending in ENDINGS)
"""Names that end so say that the file is of a kind that can be read."""

_TEXTS = frozenset((".doc", ".dot", ".docm", ".rtf", ".wpd", ".wps"))
"""Names that end so say that the file is a text of a kind that cannot be read: it is missed."""

_OF_WINDOWS = frozenset({"thumbs.db", "desktop.ini"})
"""Files that Windows puts into folders and hides."""

_ADDRESS = re.compile(r"(?i)(https?):/+(.+)", re.S)
"""An address of the web, also where its slashes have been taken for those of a path."""

_WILD = re.compile(r"[*?]").search
"""Find the first sign that stands for others in the name of a file."""

_SNIFFED = 1024
"""Bytes at the beginning of a file that show whether it is a PDF."""

PROFILE_SUFFIXES = (".yaml", ".yml")


class Found(NamedTuple):
    """A file to be read.

    ``named`` says that it was named itself or has a name of a kind that can be read, so that it
    cannot be passed over.  ``bytes_at`` is a copy to be read in its place.
    """

    path: Path
    named: bool
    bytes_at: Path | None = None


class Failure(NamedTuple):
    """A file or folder that could not be read, and why."""

    path: Path
    error: StrategikortError


class Skipped(NamedTuple):
    """A file in a folder that is of a kind that cannot be read."""

    path: Path


def expanded(paths: Iterable[Path]) -> list[Path]:
    """Return files and folders with those that wildcards (``*``, ``?``) name in their place.

    Most shells have put the names there themselves; those of Windows leave it to the program.  A
    wildcard that names nothing stays as it is.
    """
    found: list[Path] = []
    for path in paths:
        named = [] if _is_there(path) or not _WILD(str(path)) else _named_by(str(path))
        found += named or [path]
    return found


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (ValueError, OSError):  # a null character, or a name that is too long
        return False


def _named_by(pattern: str) -> list[Path]:
    import glob

    # Brackets are letters of names: [udkast].md.
    try:
        return [Path(name) for name in sorted(glob.glob(pattern.replace("[", "[[]")))]  # noqa: PTH207
    except ValueError:
        return []


def find_files(paths: Iterable[Path]) -> Iterator[Found | Failure | Skipped]:
    """Go through files and folders (with all that is in them), each file once, sorted by name.

    In a folder only files of a kind that can be read are taken; hidden ones and profiles are left
    out.  Of the files that are named only the profiles of others are: a wildcard gives both.
    """
    seen: set[tuple[int, int]] = set()
    named = dict.fromkeys(paths)
    for path in named:
        if path.suffix.lower() in PROFILE_SUFFIXES and path.with_suffix("") in named:
            continue
        try:
            status = path.stat()
        except OSError as error:
            yield Failure(path, problem_with(path, error))
            continue
        if path.is_dir():
            yield from _folder(path, seen)
        elif _is_new(status, seen):
            yield _found(path, named=True)


def _is_new(status: os.stat_result, seen: set[tuple[int, int]]) -> bool:
    """Say whether a file or folder has not been met before, and keep in mind that it has now.

    Some file systems (network folders of Windows) number none of their files: each is another.
    """
    if not status.st_ino:
        return True
    before = len(seen)
    seen.add((status.st_dev, status.st_ino))
    return len(seen) > before


def _found(path: Path, *, named: bool) -> Found | Failure:
    if not is_text(str(path)):
        return Failure(
            path,
            SourceError(
                f"Filnavnet »{path.name}« er ikke gyldig tekst (UTF-8).",
                "Giv filen et andet navn.",
                code="bad_name",
            ),
        )
    return Found(path, named)


def problem_with(path: Path, error: OSError) -> SourceError:
    """Return what is wrong with a file that the system refuses to give."""
    if is_missing(error):
        address = _ADDRESS.match(path.as_posix())
        if address:
            return SourceError(
                f"{address[1]}://{address[2]} er en adresse på nettet, og derfra hentes intet.",
                "Hent filen i en browser, og tilføj den derfra, hvor den er gemt.",
                code="missing_file",
            )
        said, hint = f"»{path}« findes ikke.", "Kontrollér navnet og mappen."
        if _WILD(path.name):
            said = f"Ingen fil passer til »{path}«."
        elif '"' in path.name:
            name = path.name.partition('"')[0]
            hint = f'Er det en mappe, så skriv mappens navn uden \\ til sidst: "{name}".'
        return SourceError(said, hint, code="missing_file")
    if isinstance(error, PermissionError) and not is_in_use(error):
        return SourceError(
            f"Du har ikke lov til at læse {path}.",
            "Ret rettighederne til filen.",
            code="no_permission",
        )
    if error.errno == errno.ELOOP:
        return SourceError(
            f"{path} er en genvej, der peger på sig selv.", "Slet genvejen.", code="link_loop"
        )
    return SourceError(
        f"»{path}« kan ikke læses ({reason(error)}).",
        "Kontrollér filen, og prøv igen.",
        code="bad_file",
    )


def _folder(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Found | Failure | Skipped]:
    try:
        status = folder.stat()
        # A folder that a link leads back to has been gone through.
        if not _is_new(status, seen):
            return
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(folder, problem_with(folder, error))
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")) or entry.name.lower() in _OF_WINDOWS:
            continue
        path = folder / entry.name
        try:
            if entry.is_dir():
                yield from _folder(path, seen)
                continue
            status = path.stat()
            if not entry.is_file() or path.suffix.lower() in PROFILE_SUFFIXES:
                continue
            if not _is_new(status, seen):
                continue
            named = path.suffix.lower() in _SUFFIXES | _TEXTS
            yield _found(path, named=named) if named or _is_pdf(path) else Skipped(path)
        except OSError as error:
            yield Failure(path, problem_with(path, error))


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return b"%PDF-" in file.read(_SNIFFED)
