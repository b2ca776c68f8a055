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
