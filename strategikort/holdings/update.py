"""Which originals have to be looked at again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from strategikort.errors import SourceError
from strategikort.holdings.files import Failure, Found, Skipped, find_files
from strategikort.holdings.holdings import READER_VERSION, Holdings
from strategikort.holdings.originals import STDIN, Original, State, is_gone
from strategikort.holdings.twins import Twin, state_of_twin
from strategikort.holdings.twins import twins as all_twins
from strategikort.holdings.unreadfiles import unread_files


def files_of(
    holdings: Holdings, documents: Sequence[str] = (), *, again: bool = False
) -> Iterator[Found | Failure | Skipped]:
    """Go through the files that documents (ids; none for all) were read from.

    A copy is read where the file itself is gone, or another file with the same content.  Such
    files are among them too if they have changed.  With all documents come the files that could
    not be read before, if another try may go better or ``again`` is set, and none is missed of an
    edition that has a newer one.  Raises ``UnknownReferenceError``.
    """
    twins: defaultdict[str, list[Twin]] = defaultdict(list)
    for twin in all_twins(holdings.store.connection):
        twins[twin.document].append(twin)
    chosen = [holdings.original(name) for name in documents] or holdings.originals()
    # Where a new edition lies in the place of the old one, the file is the new one's.
    every = holdings.originals()
    newest = {original.came_from: original.document for original in every}
    older = set() if documents else {original.edition_of for original in every}
    for original in chosen:
        replaced = original.came_from != STDIN and newest[original.came_from] != original.document
        found = None if replaced else _file_of(holdings, original)
        states = [
            (holdings.folder / twin.came_from, state_of_twin(twin, holdings.folder))
            for twin in twins[original.document]
            if twin.sha256 == original.sha256
        ]
        same = [path for path, state in states if state is State.SAME]
        if isinstance(found, Failure) and same:
            found = Found(same[0], named=True)
        if isinstance(found, Failure) and original.document in older:
            found = None
        if found is not None:
            yield found
        yield from (Found(path, named=True) for path, state in states if state is State.CHANGED)
    if not documents:
        yield from _unread_before(holdings, again=again)


def _unread_before(holdings: Holdings, *, again: bool) -> Iterator[Found | Failure | Skipped]:
    for item in unread_files(holdings.store.connection):
        path = holdings.folder / item.came_from
        gone = is_gone(path)
        tried = not gone and (again or item.may_be_read(path, READER_VERSION))
        if gone or (tried and path.is_dir()):
            holdings.forget(path)  # what is in a folder is read by itself
        if tried:
            yield from find_files([path])


def _file_of(holdings: Holdings, original: Original) -> Found | Failure | None:
    copy = holdings.folder / original.path if original.copied else None
    if original.came_from == STDIN:
        # Nothing can have changed; only better readers are a reason to read it again.
        old = original.reader != READER_VERSION and copy is not None and copy.is_file()
        return Found(Path(STDIN), named=True, bytes_at=copy) if old else None
    path = holdings.folder / original.came_from
    if not is_gone(path):
        return Found(path, named=True)
    if copy is not None and copy.is_file():
        if original.reader == READER_VERSION:
            return None
        return Found(path, named=True, bytes_at=copy)
    return Failure(
        path,
        SourceError(
            f"Originalen til {original.document}, {original.came_from}, findes ikke mere.",
            "Tilføj filen fra dens nye sted, eller fjern dokumentet med strategikort fjern ID.",
            code="missing_file",
        ),
    )
