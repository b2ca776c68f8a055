"""Opening a PDF: passwords, broken cross-reference tables, metadata."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from pdfminer.pdfdocument import (
    PDFDocument,
    PDFEncryptionError,
    PDFPasswordIncorrect,
)
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1, resolve_all
from pdfminer.psexceptions import PSEOF
from pdfminer.utils import decode_text

from strategikort.readers.errors import EncryptedFileError, TooHeavyError, damaged, too_heavy
from strategikort.readers.pdf.drawing.tokens import FileParser, ObjectParser

MAX_PAGES = 20_000
CUT_SHORT = "den er skåret over, slutningen mangler"
"""What is wrong with a file that ends too early."""

_CATALOG = re.compile(rb"(\d+) \d+ obj\s*<<(?:(?!endobj).){0,2000}?/Type\s*/Catalog\b", re.S)


class _Document(PDFDocument):
    """A document whose encryption dictionary may consist of references, as the standard allows.

    pdfminer.six expects the parts in place and raises ``TypeError`` otherwise.  Objects that are
    packed in streams are read quicker.
    """

    def _initialize_password(self, password: str = "") -> None:
        if self.encryption is not None:
            ids, parameters = self.encryption
            self.encryption = (ids, resolve_all(parameters))
        super()._initialize_password(password)

    def _get_objects(self, stream: PDFStream) -> tuple[list[object], int]:
        parser = ObjectParser(stream.get_data())
        parser.set_document(self)
        objects: list[object] = []
        with suppress(PSEOF):
            while True:
                objects.append(parser.nextobject()[1])
        return objects, stream.get("N", 0)


@dataclass
class OpenPdf:
    """An opened PDF and its pages.

    ``repaired``: its table of objects was lost and made anew; objects may be missing.
    """

    document: PDFDocument
    pages: list[PDFPage]
    repaired: bool = False

    @property
    def page_of(self) -> dict[int, int]:
        """The index of each page by its object number."""
        return {
            page.pageid: index
            for index, page in enumerate(self.pages)
            if isinstance(page.pageid, int)
        }

    def info(self, key: str) -> str | None:
        """Return an entry of the document information, None if it is missing or broken."""
        for info in self.document.info:
            try:
                value = resolve1(info.get(key))
                if isinstance(value, bytes):
                    return decode_text(value)
                if isinstance(value, str):
                    return value
            except Exception:  # broken metadata is no metadata
                continue
        return None

    def language(self) -> str | None:
        """Return the language tag that the file states."""
        try:
            value: Any = resolve1(self.document.catalog.get("Lang"))
            return decode_text(value) if isinstance(value, bytes) else None
        except Exception:
            return None


def open_pdf(data: bytes, name: str, password: str) -> OpenPdf:
    """Open a PDF.

    Raises ``EncryptedFileError``, ``DamagedFileError``, and ``TooHeavyError`` for one of more pages
    than can be read: none is left out in silence.
    """
    failure: Exception | None = None
    is_empty = False
    for count, attempt in enumerate(_attempts(data)):
        try:
            opened = _open(attempt, name, password)
            opened.repaired = count > 0
            if opened.pages:
                return opened
            is_empty = is_empty or not opened.repaired
        except PDFPasswordIncorrect as error:
            raise _encrypted(name, password) from error
        except PDFEncryptionError as error:
            raise EncryptedFileError(
                f"Filen {name} er krypteret på en måde, der ikke kan læses.",
                "Åbn den i et andet program, og gem en kopi uden beskyttelse.",
            ) from error
        except (MemoryError, TooHeavyError):
            raise
        except Exception as error:  # pdfminer.six raises anything over a broken file
            failure = error
    if is_empty:
        raise damaged(name, "den har ingen sider")
    what = CUT_SHORT if is_cut_short(data) else "dens indhold er ødelagt"
    raise damaged(name, f"{what} ({type(failure).__name__})") from failure


def is_cut_short(data: bytes) -> bool:
    """Say whether the end of a file is not that of a PDF."""
    return b"%%EOF" not in data[-2048:]


def _attempts(data: bytes) -> Iterator[bytes]:
    start = max(data.find(b"%PDF-"), 0)
    yield data[start:]
    # Without the pointer to its table pdfminer.six looks through the whole file for objects.
    yield data[start:].replace(b"startxref", b"startnone")
    # A file cut short has lost its trailer: keep the whole objects and point to the catalog,
    # to one of our own if that is lost too (the pages are then found one by one).
    whole = data[start : data.rfind(b"endobj") + 6].replace(b"startxref", b"startnone")
    found = _CATALOG.search(whole)
    root = int(found[1]) if found else 999_999
    own = b"" if found else b"\n%d 0 obj\n<< /Type /Catalog >>\nendobj" % root
    yield whole + own + b"\ntrailer\n<< /Root %d 0 R >>\n" % root


def _open(data: bytes, name: str, password: str) -> OpenPdf:
    try:
        # The empty password first: most encrypted files only restrict printing.
        document = _Document(FileParser(io.BytesIO(data)))
    except PDFPasswordIncorrect:
        if not password:
            raise
        document = _Document(FileParser(io.BytesIO(data)), password=password)
    pages: list[PDFPage] = []
    for page in PDFPage.create_pages(document):
        if len(pages) >= MAX_PAGES:
            raise too_heavy(name, f"den har over {MAX_PAGES} sider")
        pages.append(page)
    return OpenPdf(document, pages)


def _encrypted(name: str, password: str) -> EncryptedFileError:
    if password:
        return EncryptedFileError(
            f"Adgangskoden til {name} er forkert.", "Prøv igen med den rigtige adgangskode."
        )
    return EncryptedFileError(
        f"Filen {name} er beskyttet med adgangskode.",
        "Gem en kopi uden adgangskode, eller tilføj den med --adgangskode KODE.",
    )
