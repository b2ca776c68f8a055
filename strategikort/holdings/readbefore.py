"""What a collection knows of a file from before: what was said of it, and if it is as it was."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from strategikort.holdings.files import PROFILE_SUFFIXES
from strategikort.holdings.holdings import READER_VERSION, Holdings
from strategikort.holdings.originals import Original, Stamp, State, state_of
from strategikort.holdings.ownprofile import (
    NOTHING_SAID,
    Described,
    described_before,
    merged,
    profile_beside,
    profile_of,
    read_described,
)


def profile_for(holdings: Holdings, path: Path, chosen: Path | None) -> Described:
    """Return what the profile of a file says: the ``chosen`` one, that beside it, or the last.

    A profile that was chosen when the file was added goes on to count, also when it is gone.
    Raises ``ProfileError``.
    """
    known = holdings.files.at(path)
    last = known.given["file"] if known else None
    if known is None or chosen or last is None or profile_beside(path):
        return profile_of(path, chosen)
    if Path(last).is_file():
        return read_described(Path(last))
    if Path(last).name in (path.name + suffix for suffix in PROFILE_SUFFIXES):
        return NOTHING_SAID
    return described_before(known.given["profile"], known.given.get("structure", {}), Path(last))


def read_before(
    holdings: Holdings, path: Path, given: Mapping[str, Any], stamp: Stamp
) -> Original | None:
    """Return the original of a file that need not be read again, None if it must be."""
    known = holdings.files.at(path)
    current = (
        known is not None
        and (known.size, known.modified) == stamp
        and known.reader == READER_VERSION
        and known.given == merged(known.given, given)
    )
    return known if current else None


def read_as_another(
    holdings: Holdings, path: Path, given: Mapping[str, Any], stamp: Stamp
) -> Original | None:
    """Return the original whose content a file has, if neither of them need be read again."""
    twin = holdings.files.twin_at(path)
    if twin is None or (twin.size, twin.modified) != stamp or given["options"]:
        return None
    original = holdings.original(twin.document)
    current = (
        (twin.sha256, READER_VERSION) == (original.sha256, original.reader)
        and state_of(original, holdings.folder) is State.SAME
        and not holdings.files.is_gone(original)
    )
    return original if current else None
