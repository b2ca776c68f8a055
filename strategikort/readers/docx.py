"""DOCX (ECMA-376, WordprocessingML), read with the standard library's zip and XML.

python-docx would bring lxml and still leave footnotes, numbering and text boxes to us.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections import Counter
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from strategikort.readers.builder import TextBuilder
from strategikort.readers.docxnumbers import Numbering
from strategikort.readers.docxstyles import Styles, W, to_transitional
from strategikort.readers.docxtext import BodyWriter
from strategikort.readers.errors import damaged, empty_file, too_heavy
from strategikort.readers.leftout import left_out
from strategikort.readers.metadata import WORD_PROPERTIES, iso_date, settle
from strategikort.readers.model import BlockKind, FileKind, Quality, ReadFile

_DIAGRAM = re.compile(r"word/(?:charts/chart|diagrams/data)\d*\.xml")
_MAX_PART = 80 * 2**20
_CORE = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
    "language": "{http://purl.org/dc/elements/1.1/}language",
    "created": "{http://purl.org/dc/terms/}created",
    "modified": "{http://purl.org/dc/terms/}modified",
}


def read_docx(data: bytes, name: str) -> ReadFile:
    """Read a Word document; raises a subclass of ``SourceError``."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise damaged(name, "Word-filen er skåret over eller ødelagt") from error
    with archive:
        parts = _Parts(archive, name)
        document = parts.read(parts.main())
        if document is None:
            raise damaged(name, "Word-filen har intet dokument i sig")
        styles = Styles(parts.read("word/styles.xml"))
        numbering = Numbering(parts.read("word/numbering.xml"))
        builder = TextBuilder()
        writer = BodyWriter(builder, styles, numbering)
        writer.write(
            document,
            parts.read("word/footnotes.xml"),
            parts.read("word/endnotes.xml"),
            parts.read("word/settings.xml"),
        )
        core = parts.read("docProps/core.xml")
        besides = left_out(parts.besides())
    builder.tie_marks()
    text = builder.text
    if not text.strip():
        raise empty_file(name)
    blocks = tuple(builder.blocks)
    metadata = settle(
        text,
        blocks,
        title=_core(core, "title"),
        author=_core(core, "author"),
        date=iso_date(_core(core, "created") or _core(core, "modified")),
        language=_core(core, "language") or styles.language,
        where=WORD_PROPERTIES,
        displayed=builder.displayed,
    )
    return ReadFile(
        name,
        FileKind.DOCX,
        hashlib.sha256(data).hexdigest(),
        text,
        blocks,
        marks=tuple(builder.marks),
        metadata=metadata,
        quality=Quality(
            damaged={"replacement": text.count("\ufffd")} if "\ufffd" in text else {},
            headings=dict(Counter(b.how for b in blocks if b.kind is BlockKind.HEADING)),
            warnings=besides,
        ),
    )


class _Parts:
    """The parts of the package, each read only up to a limit."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._names = set(archive.namelist())

    def main(self) -> str:
        """Return the name of the part with the text."""
        if "word/document.xml" in self._names:
            return "word/document.xml"
        return next(
            (name for name in sorted(self._names) if re.fullmatch(r"word/document\d*\.xml", name)),
            "",
        )

    def besides(self) -> dict[str, int]:
        """Return how much the package holds that is not read (see :func:`left_out`)."""
        comments = self.read("word/comments.xml")
        if comments is not None:
            to_transitional(comments)
        said = [] if comments is None else comments.findall(W + "comment")
        return {
            "comment": sum(any((t.text or "").strip() for t in c.iter(W + "t")) for c in said),
            "diagram": sum(1 for name in self._names if _DIAGRAM.fullmatch(name)),
        }

    def read(self, part: str) -> Element | None:
        """Return a part's root element, None where the package lacks the part."""
        if part not in self._names:
            return None
        try:
            with self._archive.open(part) as stream:
                # The size that the archive states may be a lie: count what comes out.
                content = stream.read(_MAX_PART + 1)
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as error:
            raise damaged(self._name, "Word-filen er skåret over eller ødelagt") from error
        except RuntimeError as error:  # not before NotImplementedError, which is one
            raise damaged(self._name, "Word-filen er pakket med adgangskode") from error
        except Exception as error:  # zlib.error and what else decompression raises
            raise damaged(self._name, "Word-filen er ødelagt") from error
        if len(content) > _MAX_PART:
            raise too_heavy(self._name, "Word-filen pakker sig ud til over 80 MB tekst")
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            # No word processor writes one; entities could grow without bound.
            raise damaged(self._name, "Word-filen indeholder erklæringer, som Word ikke skriver")
        try:
            return ElementTree.fromstring(content)
        except ElementTree.ParseError as error:
            if part != self.main():
                return None
            raise damaged(self._name, "Word-filens indhold er ikke gyldig XML") from error


def _core(core: Element | None, key: str) -> str | None:
    found = core.find(_CORE[key]) if core is not None else None
    return found.text if found is not None else None
