"""The data files: a header, one array of 32-bit numbers, and text that says first what it is.

Opened by mapping the file into memory: nothing is read before it is needed, whatever the size.
"""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from strategikort.errors import StrategikortError

_HEADER = struct.Struct("<8sII")
_MAGIC = b"SKORD\x00\x00\x01"


_LONGEST = 1 << 16
"""Bytes of the line that tells the origin of a file, at most."""


class Stored(NamedTuple):
    """The numbers of a data file, and its text in UTF-8, whose first line tells its origin."""

    arcs: Sequence[int]
    text: memoryview

    @property
    def about(self) -> str:
        """The line of JSON that tells what the file was made of."""
        return bytes(self.text[:_LONGEST]).partition(b"\n")[0].decode("utf-8")


def write(path: Path, arcs: array[int], text: str) -> None:
    """Write a data file; the same content gives the same bytes on every machine."""
    content = array("I", arcs)
    if sys.byteorder == "big":
        content.byteswap()
    tail = text.encode("utf-8")
    path.write_bytes(_HEADER.pack(_MAGIC, len(content), len(tail)) + content.tobytes() + tail)


def read(path: Path) -> Stored:
    """Map a data file into memory.

    Raises :class:`StrategikortError` if the file is missing, damaged or of another version.
    """
    hint = "Installér strategikort igen; filen hører til programmet."
    try:
        with path.open("rb") as file:
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        magic, count, length = _HEADER.unpack_from(view)
    except (OSError, ValueError, struct.error) as error:
        message = f"Ordbogsfilen {path.name} kan ikke læses."
        raise StrategikortError(message, hint, code="bad_lexicon") from error
    end = _HEADER.size + 4 * count
    if magic != _MAGIC or len(view) != end + length:
        message = f"Ordbogsfilen {path.name} er beskadiget eller hører til en anden udgave."
        raise StrategikortError(message, hint, code="bad_lexicon")
    numbers: Sequence[int] = view[_HEADER.size : end].cast("I")
    if sys.byteorder == "big":
        swapped = array("I", numbers)
        swapped.byteswap()
        numbers = swapped
    return Stored(numbers, view[end:])
