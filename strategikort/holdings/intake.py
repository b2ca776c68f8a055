"""Many files taken in: read side by side, stored one by one in the order in which they came.

Reading takes nearly all the time and is done in processes of its own, one a thread; the order of
storing does not depend on which is first, so that ids are the same every time.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from strategikort.errors import CollectionError, SourceError, StrategikortError
from strategikort.holdings.files import Failure, Found, Skipped, problem_with
from strategikort.holdings.holdings import Added, Holdings, How
from strategikort.holdings.originals import STDIN, Stamp, is_gone, kept_path, stamp_of
from strategikort.holdings.ownprofile import NOTHING_SAID, Described, given_of, profile_of
from strategikort.holdings.prepare import Reading
from strategikort.holdings.readbefore import profile_for, read_as_another, read_before
from strategikort.holdings.twins import Twin, forget_twin, left_alone
from strategikort.readers.errors import UnknownFormatError, too_heavy
from strategikort.readers.reader import Limits, Reader

Pages = Callable[[Path | None, int, int], None]
"""Is told of a file how many pages are begun and how many there are, from any thread."""


class Wanted(NamedTuple):
    """How files are to be taken in.

    ``profile`` is used for all of them instead of those beside them; ``again`` reads also what
    has not changed; ``password`` opens encrypted files.
    """

    options: Described = NOTHING_SAID
    profile: Path | None = None
    copy: bool = False
    edition_of: str | None = None
    again: bool = False
    password: str | None = None


class Taken(NamedTuple):
    """A file that is in the collection now; ``path`` is None for what was no file."""

    path: Path | None
    added: Added


class Intake(NamedTuple):
    """What became of files.

    Those ``taken`` are in the collection: ``path``, and in ``added`` the ``document``, how many
    ``sections`` and ``pages`` it has, ``warnings`` of what was not read well, and ``how`` it came
    there (``added``, ``updated``, ``unchanged``, ``moved`` or ``duplicate``).  Those ``failed``
    could not be read: ``path`` and ``error``.  Those ``skipped`` lie in a folder and are of a kind
    that cannot be read.
    """

    taken: tuple[Taken, ...]
    failed: tuple[Failure, ...]
    skipped: tuple[Path, ...]

    def __repr__(self) -> str:
        ids = ", ".join(item.added.document.id for item in self.taken)
        failed = "".join(f", {item.path} failed" for item in self.failed)
        return f"<Intake {ids or 'of nothing'}{failed}>"


class CancelledError(Exception):
    """The reading of a file was broken off."""


def take_in(
    holdings: Holdings,
    files: Iterable[Found | Failure],
    wanted: Wanted,
    *,
    workers: int | None = None,
    pages: Pages | None = None,
) -> Generator[Taken | Failure | Skipped, None, None]:
    """Read and store files; yields what became of each, in the order of ``files``.

    Files whose content was that of a document which has now changed come after them.

    Raises ``CollectionError`` when the collection itself fails; what was stored before stays.
    Closing the iterator breaks off what is being read.
    """
    with _Readers(workers or os.cpu_count() or 1, pages) as readers:
        failed: set[str] = set()
        for outcome in _in_order(holdings, files, wanted, readers):
            if isinstance(outcome, Failure):
                failed.add(kept_path(outcome.path, holdings.folder))
                holdings.fail(outcome)
            yield outcome
        for twin in left_alone(holdings.store.connection):
            if twin.came_from not in failed:
                yield _take_in_twin(holdings, twin, wanted, readers)


def take_all(
    holdings: Holdings,
    files: Iterable[Found | Failure | Skipped],
    wanted: Wanted,
    workers: int | None,
) -> Intake:
    """Read and store files, and return what became of them; raises as :func:`take_in` does."""
    found = list(files)
    readable = [item for item in found if not isinstance(item, Skipped)]
    with closing(take_in(holdings, readable, wanted, workers=workers)) as taking:
        outcomes = [*(item for item in found if isinstance(item, Skipped)), *taking]
    return Intake(
        tuple(item for item in outcomes if isinstance(item, Taken)),
        tuple(item for item in outcomes if isinstance(item, Failure)),
        tuple(item.path for item in outcomes if isinstance(item, Skipped)),
    )


def _in_order(
    holdings: Holdings, files: Iterable[Found | Failure], wanted: Wanted, readers: _Readers
) -> Iterator[Taken | Failure | Skipped]:
    waiting: deque[tuple[Found, Future[Reading]]] = deque()
    for item in files:
        outcome = _known(holdings, item, wanted)
        if isinstance(outcome, Described) and isinstance(item, Found):
            future = readers.submit(item, wanted, outcome)
            waiting.append((item, future))
        elif not isinstance(outcome, Described):
            while waiting:
                yield _store(holdings, wanted, *waiting.popleft())
            yield outcome
        while len(waiting) > 2 * readers.count:
            yield _store(holdings, wanted, *waiting.popleft())
    while waiting:
        yield _store(holdings, wanted, *waiting.popleft())


def take_in_data(holdings: Holdings, data: bytes, name: str, wanted: Wanted) -> Taken:
    """Read and store a document that is no file; raises ``SourceError`` and others."""
    reading = read_data(data, name, wanted)
    return Taken(None, holdings.add(reading, edition_of=wanted.edition_of))


def read_data(data: bytes, name: str, wanted: Wanted) -> Reading:
    """Read a document that is no file; raises ``SourceError`` and ``ProfileError``."""
    profile = profile_of(None, wanted.profile)
    with Reader() as reader:
        read = reader.read(data, name, password=wanted.password)
    stamp = Stamp(len(data), time.time_ns())
    return Reading(None, stamp, read, wanted.options, profile, data)


def read_path(path: Path, wanted: Wanted) -> Reading:
    """Read one file without storing it; raises ``SourceError`` and ``ProfileError``."""
    profile = profile_of(path, wanted.profile)
    with Reader() as reader:
        stamp, data = _bytes_of(path)
        read = reader.read(data, path.name, password=wanted.password)
    return Reading(path, stamp, read, wanted.options, profile, data)


def _known(
    holdings: Holdings, item: Found | Failure, wanted: Wanted
) -> Taken | Failure | Described:
    """Return what became of a file already, or its profile if it must be read."""
    if isinstance(item, Failure):
        return item
    try:
        profile = profile_for(holdings, item.path, wanted.profile)
        stamp = stamp_of(item.bytes_at or item.path)
    except OSError as error:
        return Failure(item.path, problem_with(item.path, error))
    except StrategikortError as error:
        return Failure(item.path, error)
    if wanted.again or item.bytes_at:
        return profile
    given = given_of(wanted.options, profile)
    original = read_before(holdings, item.path, given, stamp)
    how: How = "unchanged"
    if original is None:
        original, how = read_as_another(holdings, item.path, given, stamp), "duplicate"
    changed = original and wanted.edition_of not in (None, original.edition_of)
    if original is None or changed or (wanted.copy and not original.copied):
        return profile
    return Taken(item.path, holdings.as_unchanged(original, how))


def _take_in_twin(
    holdings: Holdings, twin: Twin, wanted: Wanted, readers: _Readers
) -> Taken | Failure | Skipped:
    """Make a document of a file whose content was that of another, which has changed."""
    item = Found(holdings.folder / twin.came_from, named=True)
    if is_gone(item.path):
        forget_twin(holdings.store.connection, twin.came_from)
        return Failure(
            item.path,
            SourceError(
                f"{item.path}, der havde samme indhold som {twin.document}, findes ikke mere.",
                "Tilføj filen fra dens nye sted, hvis den skal være i samlingen.",
                code="missing_file",
            ),
        )
    alone = Wanted(copy=holdings.original(twin.document).copied, password=wanted.password)
    outcome = _known(holdings, item, alone)
    if isinstance(outcome, Described):
        return _store(holdings, alone, item, readers.submit(item, alone, outcome))
    return outcome


def _store(
    holdings: Holdings, wanted: Wanted, item: Found, future: Future[Reading]
) -> Taken | Failure | Skipped:
    try:
        reading = future.result()
        added = holdings.add(reading, copy=wanted.copy, edition_of=wanted.edition_of)
    except CollectionError:
        raise
    except UnknownFormatError as error:
        return Failure(item.path, error) if item.named else Skipped(item.path)
    except StrategikortError as error:
        return Failure(item.path, error)
    except sqlite3.Error:
        raise
    except Exception as error:
        # Files from outside find every mistake; one of ours must not cost the others their place.
        return Failure(item.path, _our_fault(item.path, error))
    return Taken(reading.path, added)


def _our_fault(path: Path, error: Exception) -> SourceError:
    return SourceError(
        f"{path.name} kan ikke læses: der er en fejl i programmet ({type(error).__name__}).",
        "Meld fejlen, gerne med filen; de andre filer er ikke berørt.",
        code="internal_error",
    )


def _bytes_of(path: Path) -> tuple[Stamp, bytes]:
    try:
        if not path.is_file():
            raise SourceError(
                f"{path} er ikke en fil.", "Angiv en fil eller en mappe.", code="not_a_file"
            )
        # The stamp is taken first: a file that changes meanwhile is read again next time.
        stamp = stamp_of(path)
        if stamp.size > Limits().file_bytes:
            raise too_heavy(path.name, f"den fylder over {Limits().file_bytes // 2**20} MB")
        return stamp, path.read_bytes()
    except OSError as error:
        raise problem_with(path, error) from error


class _Readers:
    """Threads with a reader each."""

    def __init__(self, count: int, pages: Pages | None) -> None:
        self.count = count
        self._pages = pages
        self._pool = ThreadPoolExecutor(count, thread_name_prefix="reader")
        self._local = threading.local()
        self._readers: list[Reader] = []
        self._stopped = threading.Event()

    def __enter__(self) -> _Readers:
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._pool.shutdown(wait=False, cancel_futures=True)
        for reader in self._readers:
            # The thread may be in the middle of something; without its process it ends.
            with suppress(Exception):
                reader.close()
        self._pool.shutdown(wait=True)
        for reader in self._readers:
            reader.close()

    def submit(self, item: Found, wanted: Wanted, profile: Described) -> Future[Reading]:
        return self._pool.submit(self._read, item, wanted, profile)

    def _read(self, item: Found, wanted: Wanted, profile: Described) -> Reading:
        path = item.path

        def progress(done: int, total: int) -> None:
            if self._stopped.is_set():
                raise CancelledError
            if self._pages:
                self._pages(path, done, total)

        if self._stopped.is_set():
            raise CancelledError
        stamp, data = _bytes_of(item.bytes_at or path)
        read = self._reader().read(data, path.name, password=wanted.password, progress=progress)
        place = None if str(path) == STDIN else path
        return Reading(place, stamp, read, wanted.options, profile, data)

    def _reader(self) -> Reader:
        reader: Reader | None = getattr(self._local, "reader", None)
        if reader is None:
            reader = self._local.reader = Reader()
            self._readers.append(reader)
        return reader
