"""The files that documents were read from: where they lie, and whether they are still the same."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from strategikort.model import Section
from strategikort.text.source import Source

STDIN = "-"
"""Where a document from standard input came from; there is always a copy of it."""


class FilePage(NamedTuple):
    """A page of the original: its number in the file (from 0), its label, its stretch of text."""

    number: int
    label: str
    start: int
    end: int


def page_of_line(source: Source, pages: Iterable[FilePage]) -> dict[int, tuple[str, ...]]:
    """Return the labels of the pages on which every line (from 1) stands."""
    found: dict[int, tuple[str, ...]] = {}
    for page in pages:
        if page.end <= page.start:
            continue
        for line in range(source.line_at(page.start), source.line_at(page.end - 1) + 1):
            before = found.get(line, ())
            if page.label not in before:
                found[line] = (*before, page.label)
    return found


def page_of_section(section: Section, pages: Sequence[FilePage]) -> FilePage | None:
    """Return the page on which a section begins."""
    starts = [part.start for part in (*section.heading, *section.pieces)]
    if not starts:
        return None
    first = min(starts)
    return next((page for page in pages if page.start <= first < page.end), None)


class Original(NamedTuple):
    """The file of one document.

    ``path`` is relative to the collection's folder if the file lies there, else absolute;
    ``came_from`` is where the file lay when it was added, which differs if it has been copied.
    ``modified`` is in nanoseconds, ``added`` ISO 8601 in UTC, ``reader`` the version of the
    readers, ``given`` what the user said of the document, ``certificate`` how well the file was
    read, ``edition_of`` the document that this one takes the place of.
    """

    document: str
    path: str
    came_from: str
    size: int
    modified: int
    sha256: str
    added: str
    reader: int
    copied: bool
    given: Mapping[str, Any]
    certificate: Mapping[str, Any]
    pages: Sequence[FilePage]
    edition_of: str | None = None


class State(Enum):
    """What has become of an original."""

    SAME = "uændret"
    CHANGED = "ændret"
    MISSING = "mangler"
    UNREADABLE = "kan ikke læses"


class Stamp(NamedTuple):
    """Size in bytes and time of change in nanoseconds: what shows that a file is untouched."""

    size: int
    modified: int


def stamp_of(path: Path) -> Stamp:
    """Return the stamp of a file; raises ``OSError``."""
    status = path.stat()
    return Stamp(status.st_size, status.st_mtime_ns)


def is_gone(path: Path) -> bool:
    """Say whether there is no file at ``path``; one in a closed folder may be there."""
    try:
        stamp_of(path)
    except PermissionError:
        return False
    except OSError:
        return True
    return False


def file_of(original: Original, folder: Path) -> Path:
    """Return where the original lies."""
    return folder / original.path


def state_of(original: Original, folder: Path) -> State:
    """Return what has become of an original."""
    path = file_of(original, folder)
    return state_at(path, Stamp(original.size, original.modified), original.sha256)


def state_at(path: Path, known: Stamp, sha256: str) -> State:
    """Return what has become of a file of which stamp and sha256 are known.

    One with the size and time it had is taken to be the same; otherwise its sha256 decides.
    """
    try:
        stamp = stamp_of(path)
        if stamp == known:
            return State.SAME
        if stamp.size != known.size or sha256_of(path) != sha256:
            return State.CHANGED
    except PermissionError:
        return State.UNREADABLE
    except OSError:
        return State.MISSING
    return State.SAME


def sha256_of(path: Path) -> str:
    """Return the checksum of a file in hexadecimal; raises ``OSError``."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def kept_path(path: Path, folder: Path) -> str:
    """Return how the path of a file is kept: relative where it lies with the collection."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - a link is kept as it is
    try:
        return absolute.relative_to(folder).as_posix()
    except ValueError:
        return str(absolute)


def real_folder(folder: Path) -> Path:
    """Return where a folder lies when links are followed, also where there is none."""
    return Path(os.path.realpath(folder))


_COLUMNS = ", ".join(Original._fields)


def originals(
    connection: sqlite3.Connection, column: str = "", values: Sequence[str] = ()
) -> list[Original]:
    """Return all originals, or those with one of ``values`` in ``column``, as they were added."""
    where = f"WHERE {column} IN ({','.join('?' * len(values))})" if column else ""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM originals {where} ORDER BY rowid", values)
    return [_loaded(row) for row in rows]


def keep(connection: sqlite3.Connection, original: Original) -> None:
    """Keep an original in the place of what was known of the document's, in its place in order."""
    pages = [tuple(page) for page in original.pages]
    values = (
        *original[:8],
        int(original.copied),
        *(json.dumps(item, ensure_ascii=False) for item in (original.given, original.certificate)),
        json.dumps(pages, ensure_ascii=False),
        original.edition_of,
    )
    marks = ",".join("?" * len(values))
    known = ", ".join(f"{name} = excluded.{name}" for name in Original._fields[1:])
    connection.execute(
        f"INSERT INTO originals ({_COLUMNS}) VALUES ({marks})"
        f" ON CONFLICT (document) DO UPDATE SET {known}",
        values,
    )


def _loaded(row: Sequence[Any]) -> Original:
    given, certificate, pages = map(json.loads, row[9:12])
    read = tuple(FilePage(*page) for page in pages)
    return Original._make((*row[:8], bool(row[8]), given, certificate, read, row[12]))
