"""The parts of a package: the zip archives of XML that Word and OpenDocument programs write."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from strategikort.readers.errors import damaged, too_heavy

DC = "{http://purl.org/dc/elements/1.1/}"
"""Dublin Core, in which packages of all kinds say what they are."""

CONTAINER = re.compile(r"(?:[^/]+/)?META-INF/container\.xml")
"""The part that says where an e-book begins; all parts may lie in one folder."""

_MAX_PART = 80 * 2**20
_NUL_SHOWS_IN = 200
"""Bytes of a part that show whether it is in UTF-16."""


def open_archive(data: bytes, name: str, what: str) -> zipfile.ZipFile:
    """Return the archive that a file is; ``what`` it is called in Danish: »Word-filen«.

    Raises ``DamagedFileError``.
    """
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise damaged(name, f"{what} er skåret over eller ødelagt") from error


class Package:
    """The parts of a package, each read only up to a limit.

    ``main`` is the part with the text, ``what`` the file is called in Danish, ``program`` the one
    that usually writes such files.
    """

    def __init__(
        self, archive: zipfile.ZipFile, name: str, *, main: str, what: str, program: str
    ) -> None:
        self._archive = archive
        self._name = name
        self._main = main
        self._what = what
        self._program = program
        self.names = frozenset(archive.namelist())

    def content(self, part: str) -> bytes:
        """Return the bytes of a part, none where the package lacks it.

        Raises ``DamagedFileError`` and ``TooHeavyError``.
        """
        if part not in self.names:
            return b""
        try:
            with self._archive.open(part) as stream:
                # The size that the archive states may be a lie: count what comes out.
                content = stream.read(_MAX_PART + 1)
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as error:
            raise damaged(self._name, f"{self._what} er skåret over eller ødelagt") from error
        except RuntimeError as error:  # not before NotImplementedError, which is one
            raise damaged(self._name, f"{self._what} er pakket med adgangskode") from error
        except Exception as error:  # zlib.error and what else decompression raises
            raise damaged(self._name, f"{self._what} er ødelagt") from error
        if len(content) > _MAX_PART:
            raise too_heavy(self._name, f"{self._what} pakker sig ud til over 80 MB tekst")
        return content

    def read(self, part: str) -> Element | None:
        """Return a part's root element, None where the package lacks the part or it is no XML.

        Raises ``DamagedFileError`` and ``TooHeavyError``.
        """
        if part not in self.names:
            return None
        reading = parse if part == self._main else _parsed
        return reading(self.content(part), self._name, self._what, self._program)


def parse(content: bytes, name: str, what: str, program: str) -> Element:
    """Return the root of a text in XML.

    Raises ``DamagedFileError`` for what is none, and for what has declarations of its own.
    """
    found = _parsed(content, name, what, program)
    if found is None:
        raise damaged(name, f"{what}s indhold er ikke gyldig XML")
    return found


def _parsed(content: bytes, name: str, what: str, program: str) -> Element | None:
    if declares(content):
        # No word processor writes one; entities could grow without bound.
        raise damaged(name, f"{what} indeholder erklæringer, som {program} ikke skriver")
    try:
        return ElementTree.fromstring(content)
    except (ElementTree.ParseError, LookupError, ValueError):
        # An encoding that is not known, or that the parser does not take, raises the latter two.
        return None


def declares(content: bytes) -> bool:
    """Say whether XML has declarations of its own, in UTF-8 or UTF-16."""
    if b"\0" in content[:_NUL_SHOWS_IN]:
        content = content.replace(b"\0", b"")
    return b"<!DOCTYPE" in content or b"<!ENTITY" in content
