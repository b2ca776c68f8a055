"""The store of the built-in documents in the user's cache folder.

It is built into a file of its own and moved into place, so that a second process or a killed
one never leaves half a store; where nothing can be written it is built in memory.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from strategikort.closing import closed_on_failure
from strategikort.index.storage.store import Store
from strategikort.places import user_folder

_UNFINISHED = ".bygges-"
_ABANDONED = 3600
"""Seconds after which nobody can be building a store any more."""

_SUM = slice(68, 72)
"""Bytes of an SQLite file that are the application's own (application_id); here the CRC-32 of all
others."""

Stamp = tuple[str, int, int, str]
"""An input of a store: path, size in bytes, modification time in ns, sha256."""


def cache_folder() -> Path:
    """Return the folder for what can be made again, after the custom of each system."""
    chosen = os.environ.get("STRATEGIKORT_CACHE")
    if chosen:
        return Path(chosen).absolute()
    folder = user_folder("cache")
    return folder / "Cache" if sys.platform == "win32" else folder


def open_cached(inputs: Sequence[Path], build: Callable[[Store], None]) -> Store:
    """Return the store that ``build`` makes of ``inputs``, from the cache where it is fresh.

    Raises whatever ``build`` raises; a cache that cannot be read or written is passed over.
    """
    try:
        path = _path_for(inputs[0])
    except RuntimeError:  # there is no home folder
        return _build_in_memory(build)
    store = Store.open(path) if _is_whole(path) else None
    if store is not None:
        try:
            if _is_fresh(store, inputs):
                return store
        except sqlite3.Error:  # a damaged file: build it again
            pass
        store.close()
    return _build_file(path, inputs, build) or _build_in_memory(build)


def _path_for(first: Path) -> Path:
    # One store for each installation: the place of its files tells them apart.
    place = zlib.crc32(os.fsencode(first.parent))
    return cache_folder() / f"samling-{place:08x}.sqlite"


def _sum(data: bytes) -> bytes:
    view = memoryview(data)
    return zlib.crc32(view[_SUM.stop :], zlib.crc32(view[: _SUM.start])).to_bytes(4, "big")


def _seal(path: Path) -> None:
    """Write the sum of a file into it, so that what a disk does to it is seen."""
    found = _sum(path.read_bytes())
    with path.open("r+b") as stream:
        stream.seek(_SUM.start)
        stream.write(found)


def _is_whole(path: Path) -> bool:
    """Tell whether the file is as it was built: SQLite itself does not see words that change."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return data[_SUM] == _sum(data)


def _is_fresh(store: Store, inputs: Sequence[Path]) -> bool:
    stamps = store.meta("inputs")
    if not isinstance(stamps, list) or len(stamps) != len(inputs):
        return False
    for path, (name, size, modified, sha256) in zip(inputs, stamps, strict=True):
        if str(path) != name:
            return False
        try:
            status = path.stat()
        except OSError:
            return False
        if (status.st_size, status.st_mtime_ns) == (size, modified):
            continue
        if _sha256(path) != sha256:
            return False
    return True


def _sha256(path: Path) -> str:
    import hashlib

    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _stamp(path: Path) -> Stamp:
    try:
        status = path.stat()
    except OSError:
        return (str(path), -1, -1, "")
    return (str(path), status.st_size, status.st_mtime_ns, _sha256(path))


def _build_file(path: Path, inputs: Sequence[Path], build: Callable[[Store], None]) -> Store | None:
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=_UNFINISHED, suffix=".sqlite", dir=path.parent)
    except OSError:
        return None
    os.close(handle)
    _clear(path.parent)
    temporary = Path(name)
    try:
        # The stamps are taken first: an input that changes meanwhile makes the store stale.
        stamps = [_stamp(item) for item in inputs]
        store = Store.create(temporary)
        try:
            build(store)
            store.set_meta("inputs", stamps)
        finally:
            store.close()
        _seal(temporary)
        temporary.replace(path)
    except (OSError, sqlite3.Error):  # a full disk, a file that another process holds
        return None
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return Store.open(path)


def _clear(folder: Path) -> None:
    """Remove what processes that were killed while they built a store have left."""
    for path in folder.glob(f"{_UNFINISHED}*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _ABANDONED:
                path.unlink()


def _build_in_memory(build: Callable[[Store], None]) -> Store:
    store = Store.create(None)
    with closed_on_failure(store):
        build(store)
    return store
