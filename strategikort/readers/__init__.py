"""Files of a user's own, read into text with structure: PDF, Word, ODT, EPUB, HTML, text.

model, errors
    What reading a file gives, and what can be wrong with a file.
cues
    What lines show by their words and numbers.
opening
    Bytes opened: which kind of file they are, the characters or the parts of them.
making
    What all readers put together of a file: text, blocks, metadata.
plaintext, word, opendocument, web, pdf
    The readers of the kinds of files.
found
    What is known by its words alone, whichever reader has read it.
apart
    Files read in a process of its own.
reader
    The door: bytes in, a read file out.
"""

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
