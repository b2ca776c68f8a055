"""Files of a user's own, read into text with structure: PDF, Word, ODT, EPUB, HTML, text."""

from __future__ import annotations

from strategikort.readers.errors import (
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    NoTextError,
    TooHeavyError,
    UnknownFormatError,
)
from strategikort.readers.model import (
    Block,
    BlockKind,
    FileKind,
    Mark,
    Metadata,
    Page,
    Quality,
    ReadFile,
    ReadingWarning,
)

TYPE_CHECKING = False  # that of typing, without what importing it costs
if TYPE_CHECKING:
    from strategikort.readers.reader import Limits, Reader, read

__all__ = [
    "Block",
    "BlockKind",
    "DamagedFileError",
    "EmptyFileError",
    "EncryptedFileError",
    "FileKind",
    "Limits",
    "Mark",
    "Metadata",
    "NoTextError",
    "Page",
    "Quality",
    "ReadFile",
    "Reader",
    "ReadingWarning",
    "TooHeavyError",
    "UnknownFormatError",
    "read",
]


def __getattr__(name: str) -> object:
    """Import the reader when it is asked for: a worker process reads files without it."""
    if name not in ("Limits", "Reader", "read"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from strategikort.readers import reader

    found: object = getattr(reader, name)
    return found
