"""Copies of originals, kept in a folder beside the collection."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from strategikort.errors import CollectionError
from strategikort.holdings.prepare import Reading
from strategikort.oserrors import reason
from strategikort.readers.model import FileKind

_SUFFIXES = {
    FileKind.PDF: ".pdf",
    FileKind.DOCX: ".docx",
    FileKind.HTML: ".html",
    FileKind.MARKDOWN: ".md",
    FileKind.TEXT: ".txt",
}


def copy_folder(collection: Path) -> Path:
    """Return the folder of the copies: ``samling-filer`` beside ``samling.sqlite``."""
    return collection.with_name(f"{collection.stem}-filer")


def keep_copy(collection: Path, document_id: str, reading: Reading, data: bytes) -> Path:
    """Write the bytes of an original into the folder of copies; raises ``CollectionError``.

    The copy is given the time at which the original was changed.
    """
    name, modified = reading.read.name, reading.stamp.modified
    suffix = Path(name).suffix.lower() or _SUFFIXES[reading.read.kind]
    folder = copy_folder(collection)
    path = folder / (document_id + suffix)
    temporary = path.with_name(f".{path.name}.ny")
    try:
        folder.mkdir(exist_ok=True)
        temporary.write_bytes(data)
        os.utime(temporary, ns=(modified, modified))
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise CollectionError(
            f"Kopien af {name} kan ikke gemmes i {folder} ({reason(error)}).",
            "Kontrollér plads og rettigheder, eller tilføj uden --kopiér.",
            code="copy_failed",
        ) from error
    return path


def discard_copy(folder: Path, path: str) -> None:
    """Delete the copy of a document that has been removed; one that cannot be deleted stays."""
    with suppress(OSError):
        (folder / path).unlink(missing_ok=True)
