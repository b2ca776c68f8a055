"""From a file that has been read to a document with sections, before anything is stored."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from strategikort.holdings.certificate import certificate_of
from strategikort.holdings.originals import FilePage, Stamp
from strategikort.holdings.ownprofile import Described, together
from strategikort.language.fold import normalize
from strategikort.model import Document, Section
from strategikort.readers.cues.titles import bare
from strategikort.readers.making.metadata import PROPERTIES, STANDING, UNSEEN
from strategikort.readers.model import ReadFile
from strategikort.structure.auto import sections_of
from strategikort.structure.auto.corrections import corrected
from strategikort.text.source import Source

if TYPE_CHECKING:
    from strategikort.language.lexicon import Lexicon

NOT_IN_TEXT = "står ikke i teksten; "
"""How evidence begins that makes a citation put the piece in square brackets."""

_SHORT_TITLE = 80
"""Characters; a longer title is cut at its subtitle, or between words."""


class Reading(NamedTuple):
    """A file that has been read, with what is said of it.

    ``path`` is None for standard input.  ``options`` come from the command line, ``profile`` from
    the YAML file.  ``data`` are the bytes.
    """

    path: Path | None
    stamp: Stamp
    read: ReadFile
    options: Described
    profile: Described
    data: bytes

    @property
    def described(self) -> Described:
        """What is said of the document; the command line has the last word."""
        return together(self.options, self.profile)

    def with_options(self, given: Mapping[str, Any]) -> Reading:
        """Return the same with the options that are kept of its document."""
        options = given["options"]
        evidence = dict.fromkeys(options, "oplyst ved tilføjelsen")
        return self._replace(options=self.options._replace(metadata=options, evidence=evidence))


class Prepared(NamedTuple):
    """A document ready to be stored."""

    document: Document
    source: Source
    sections: tuple[Section, ...]
    pages: tuple[FilePage, ...]
    certificate: Mapping[str, Any]


def title_of(reading: Reading) -> str:
    """Return the title of a document: the one given, else the file's own, else its name."""
    given = reading.described.metadata.get("title")
    return given or reading.read.metadata.title or _stem(reading.read.name)


def date_of(reading: Reading) -> str:
    """Return the date of a document, ISO 8601; empty if none is known."""
    return reading.described.metadata.get("date") or reading.read.metadata.date or ""


def publisher_of(reading: Reading) -> str:
    """Return who published a document: as given, else its own author; empty if none is known."""
    own = reading.read.metadata
    author = own.author or ""
    # Programs write properties that nobody who reads the document can see.
    hidden = own.evidence.get("author") in PROPERTIES and not _stands(author, reading.read.text)
    return reading.described.metadata.get("publisher") or ("" if hidden else author)


def prepare(reading: Reading, document_id: str, file: str) -> Prepared:
    """Find the sections of a file and describe it; ``file`` is the name that citations give.

    Raises ``ProfileError`` for a profile that does not fit the file.
    """
    read = reading.read
    if reading.described.corrections:
        read = corrected(read, reading.described.corrections)
    source = Source(file, read.text, read.sha256)
    sections = sections_of(read, document_id, _lexicon())
    return Prepared(
        _describe(reading, document_id, source),
        source,
        sections,
        tuple(FilePage(page.index, page.label, page.start, page.end) for page in read.pages),
        certificate_of(read, sections),
    )


def _stands(said: str, text: str) -> bool:
    """Tell whether the letters and digits of ``said`` stand in a text one after the other."""
    return bare(said) in bare(text)


@cache
def _lexicon() -> Lexicon:
    from strategikort.language.lexicon import Lexicon

    return Lexicon.open()


def _describe(reading: Reading, document_id: str, source: Source) -> Document:
    said, own = reading.described, reading.read.metadata
    evidence = dict(said.evidence)
    title, date, publisher = title_of(reading), date_of(reading), publisher_of(reading)
    supplied = False
    if "title" not in said.metadata:
        told = own.evidence.get("title", "filen selv") if own.title else "filens navn"
        supplied = not own.title or (told in UNSEEN and not _stands(own.title, source.text))
        evidence["title"] = f"{NOT_IN_TEXT}{told}" if supplied else told
    if "date" not in said.metadata and date:
        told = own.evidence.get("date", "filens egenskaber")
        evidence["date"] = told if told in STANDING else NOT_IN_TEXT + told
    if publisher and not said.metadata.get("publisher"):
        evidence["publisher"] = own.evidence.get("author", "filen selv")
    if own.url and "url" not in said.metadata:
        evidence["url"] = own.evidence.get("url", "filen selv")
    language = said.metadata.get("language") or own.language or "da"
    return Document(
        id=document_id,
        title=title,
        short_title=said.metadata.get("short_title") or _short(title),
        publisher=publisher,
        date=date,
        kind=said.metadata.get("kind") or "dokument",
        file=source.file,
        sha256=source.sha256,
        lines=source.line_count,
        words=len(source.text.split()),
        title_supplied=supplied,
        url=said.metadata.get("url") or own.url,
        number=said.metadata.get("number") or own.number,
        record=said.metadata.get("record"),
        language=language,
        evidence=evidence,
    )


def _stem(name: str) -> str:
    # Names are decomposed where a Mac wrote them; titles go into ids and citations.
    stem = " ".join(normalize(Path(name).stem).replace("_", " ").split())
    return stem if stem.strip("- ") else "Uden titel"


def _short(title: str) -> str:
    if len(title) <= _SHORT_TITLE:
        return title
    head = title.split(": ", 1)[0]
    if 8 <= len(head) <= _SHORT_TITLE:
        return head
    return title[:_SHORT_TITLE].rpartition(" ")[0] + " …"
