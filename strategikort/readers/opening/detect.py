"""Which kind of file bytes are: by what they hold; the name decides only between texts."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from strategikort.readers.errors import UnknownFormatError, damaged, empty_file, protected
from strategikort.readers.model import FileKind
from strategikort.readers.opening.decode import Decoded, decode
from strategikort.readers.opening.packages import CONTAINER

_HTML = re.compile(
    r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:p|div|table|h[1-6]|ul|article)[\s>]",
    re.I,
)
_MARKDOWN_SIGNS = (
    re.compile(r"^#{1,6} +\S", re.M),
    re.compile(r"^(?:={3,}|-{3,})\s*$", re.M),
    re.compile(r"^\s*[*+-] +\S", re.M),
    re.compile(r"\]\([^)\s]+\)"),
    re.compile(r"\*\*\S[^*\n]*\*\*"),
    re.compile(r"^\|.*\|\s*$", re.M),
    re.compile(r"^> ", re.M),
    re.compile(r"^```", re.M),
    re.compile(r"^\[\^?[^\]]+\]: ", re.M),
)
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "en fil fra et ældre Office-program (.doc, .xls)"),
    (b"{\\rtf", "en RTF-fil"),
    (b"\x89PNG", "et billede (PNG)"),
    (b"\xff\xd8\xff", "et billede (JPEG)"),
    (b"GIF8", "et billede (GIF)"),
    (b"II*\x00", "et billede (TIFF)"),
    (b"MM\x00*", "et billede (TIFF)"),
    (b"SQLite format 3\x00", "en SQLite-database"),
    (b"\x1f\x8b", "en pakket fil (gzip)"),
    (b"7z\xbc\xaf", "en pakket fil (7z)"),
    (b"Rar!", "en pakket fil (rar)"),
    (b"%!PS", "en PostScript-fil"),
    (b"\x7fELF", "et program"),
)

_ODF = b"application/vnd.oasis.opendocument."
_ODT = frozenset({_ODF + b"text", _ODF + b"text-template"})
"""What a file of OpenDocument text says it is (ODF 1.3, part 2, 3.3), and a template of one."""

_FLAT = re.compile(
    rf"<office:document\s[^<>]*\boffice:mimetype=[\"']{_ODF.decode()}text(?:-template)?[\"']"
)
_OTHER_ODF = (
    (_ODF + b"spreadsheet", "et regneark"),
    (_ODF + b"presentation", "en præsentation"),
    (_ODF + b"graphics", "en tegning"),
)

_MAIL = re.compile(r"(?:[A-Za-z][\w-]*:.*\n(?:[ \t].*\n)*)*?mime-version:\s*1", re.I)
"""The lines of an Internet message's head (RFC 5322), of which one says that it has parts."""

_ENCODED = re.compile(r"^content-transfer-encoding:\s*(?:quoted-printable|base64)", re.I | re.M)
_MAIL_HEAD = 50_000
_FLAT_HEAD = 10_000


def is_pdf(data: bytes) -> bool:
    """Say whether the bytes are a PDF: its mark may stand anywhere in the first kilobyte."""
    return b"%PDF-" in data[:1024]


def detect(data: bytes, name: str) -> tuple[FileKind, Decoded | None]:
    """Return the kind of file, and its decoded text where it is one of text.

    Raises ``EmptyFileError``, ``UnknownFormatError``, ``DamagedFileError`` and
    ``EncryptedFileError``.
    """
    if not data:
        raise empty_file(name)
    if is_pdf(data):
        return FileKind.PDF, None
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _detect_zip(data, name), None
    for start, what in _FOREIGN:
        if data.startswith(start):
            if start == _FOREIGN[0][0] and "EncryptedPackage".encode("utf-16-le") in data:
                raise protected(name, "Word")
            raise _unknown(name, what)
    decoded = decode(data)
    if decoded is None:
        raise _unknown(name, "hverken PDF, Word, OpenDocument, e-bog, HTML eller tekst")
    if not decoded.text.strip():
        raise empty_file(name)
    head = decoded.text[:_MAIL_HEAD]
    if _FLAT.search(head[:_FLAT_HEAD]):
        return FileKind.ODT, None
    if _MAIL.match(head) and _ENCODED.search(head):
        raise _unknown(name, "en mail eller en gemt webside, hvis tekst er pakket (MIME)")
    return detect_text(decoded.text, name), decoded


_WHOLE_PAGE = re.compile(r"<(?:!doctype|\?xml|html|head|body)\b", re.I)


_MARKED_UP = re.compile(r"<(?:\?xml|svg)\b", re.I)


def detect_text(text: str, name: str) -> FileKind:
    """Return which kind of text file ``text`` is; raises ``SourceError`` for XML of other kinds."""
    suffix = PurePath(name).suffix.lower()
    head = text[:4096].lstrip("\ufeff \t\r\n")
    found = _HTML.search(head)
    markdown = suffix in {".md", ".markdown", ".mdown"}
    # Markdown may begin with HTML of its own, but not with that of a whole page.
    if markdown and not _WHOLE_PAGE.match(head):
        return FileKind.MARKDOWN
    if found and (suffix in {".html", ".htm", ".xhtml"} or head.startswith("<")):
        return FileKind.HTML
    if markdown:
        return FileKind.MARKDOWN
    if _MARKED_UP.match(head):
        raise _unknown(name, "XML, fx en tegning (SVG)")
    sample = text[:200_000]
    signs = sum(1 for sign in _MARKDOWN_SIGNS if sign.search(sample))
    headings = len(_MARKDOWN_SIGNS[0].findall(sample))
    # A file that calls itself text must look more like Markdown before it is taken for it.
    strict = suffix in {".txt", ".text"}
    if signs >= (4 if strict else 3) or headings >= (4 if strict else 2):
        return FileKind.MARKDOWN
    return FileKind.TEXT


def _detect_zip(data: bytes, name: str) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            says = _says(archive) if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise damaged(
            name, "den ligner et Word-dokument eller zip-arkiv, men er skåret over"
        ) from error
    if "word/document.xml" in names or any(
        re.fullmatch(r"word/document\d*\.xml", item) for item in names
    ):
        return FileKind.DOCX
    if says.startswith(b"application/epub"):
        return FileKind.EPUB
    if not says and any(map(CONTAINER.fullmatch, names)):
        return FileKind.EPUB  # packed by a program that knows nothing of e-books
    if says.strip() in _ODT or (not says and "content.xml" in names):
        return FileKind.ODT
    if "content.xml" in names or "mimetype" in names:
        what = next((what for kind, what in _OTHER_ODF if kind in says), "et dokument")
        raise _unknown(name, f"{what} i OpenDocument-format")
    if any(item.startswith(("xl/", "ppt/")) for item in names):
        raise _unknown(name, "et regneark eller en præsentation")
    raise UnknownFormatError(
        f"Filen {name} er et almindeligt zip-arkiv, ikke et Word-dokument.",
        "Pak arkivet ud, og tilføj filerne i det.",
    )


def _says(archive: zipfile.ZipFile) -> bytes:
    """Return what an archive says it is."""
    try:
        with archive.open("mimetype") as stream:
            return stream.read(60)
    except Exception:  # zlib.error and what else decompression raises
        return b""


def _unknown(name: str, what: str) -> UnknownFormatError:
    return UnknownFormatError(
        f"Filen {name} kan ikke læses: den er {what}.",
        "Gem den som PDF, Word (.docx), OpenDocument (.odt), HTML, Markdown eller ren tekst.",
    )
