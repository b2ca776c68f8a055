"""Evidence to hand over: a report with everything it takes to check it again.

A package is a ZIP file with ``rapport.md`` for people, ``kilder.json`` (CSL-JSON), and
``rapport.json``, which holds every quotation, what was found, the passages with their W3C
selectors, and the checksums of the documents.  Packages of the same report are the same bytes.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from strategikort.citation.archive import Archive
from strategikort.citation.found import Passage
from strategikort.citation.memo import Checked, Report
from strategikort.citation.report import (
    STATUS_NAMES,
    as_markdown,
    difference_objects,
    passage_citation,
)
from strategikort.citation.styles.annotation import selectors
from strategikort.citation.styles.data import csl_json
from strategikort.citation.styles.item import Item
from strategikort.citation.verdict import Cited, Status
from strategikort.citation.verify import verify_all
from strategikort.danish import count
from strategikort.errors import StrategikortError
from strategikort.model import Document
from strategikort.text.safe import json_text

VERSION = 1
_REPORT = "rapport.json"
_LONGEST = 64 * 2**20
_DAMAGE = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, RuntimeError, EOFError)
"""What reading a damaged ZIP or JSON file raises; unknown compression is a ``RuntimeError``."""
_NO_PACKAGE = (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError)
"""What reading JSON of another form raises; a number without end is an ``OverflowError``."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)


class PackageError(StrategikortError):
    """A file that is no package, or a damaged one."""

    code = "bad_package"


class CheckedAgain(NamedTuple):
    """A quotation of a package, checked again; ``changes`` say in Danish what is different."""

    quote: str
    line: int
    before: Status
    now: Status
    changes: tuple[str, ...]


class PackageCheck(NamedTuple):
    """A package checked again; ``documents`` say in Danish which sources have changed."""

    memo: str
    quotes: tuple[CheckedAgain, ...]
    documents: tuple[str, ...]

    @property
    def unchanged(self) -> bool:
        """Whether everything is as the package says."""
        return not self.documents and not any(item.changes for item in self.quotes)

    @property
    def summary(self) -> str:
        """One line in Danish."""
        quotes = count(len(self.quotes), "citat", "citater")
        if self.unchanged:
            return f"Uændret: {quotes} prøvet igen."
        changed = sum(1 for item in self.quotes if item.changes)
        sources = count(len(self.documents), "ændret kilde", "ændrede kilder")
        return f"{quotes} prøvet igen: {changed} med et andet udfald, {sources}."


def make_package(report: Report, archive: Archive, documents: Mapping[str, Document]) -> bytes:
    """Return the package of a report as the bytes of a ZIP file."""
    places = [place for item in report.quotes for place in item.verdict.everywhere]
    cited = [
        Item(documents[place.document], place.section, lines=place.lines, pages=place.pages)
        for place in places
    ]
    distinct = [*{(item.section.id, item.part): item for item in cited}.values()]
    files = {
        "rapport.md": as_markdown(report, documents),
        _REPORT: json_text(_report_object(report, archive, documents), indent=2) + "\n",
        "kilder.json": csl_json(distinct) + "\n",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive_file:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive_file.writestr(info, text)
    return buffer.getvalue()


def _report_object(
    report: Report, archive: Archive, documents: Mapping[str, Document]
) -> dict[str, Any]:
    used = sorted({place.document for item in report.quotes for place in item.verdict.everywhere})
    return {
        "package_version": VERSION,
        "memo": {
            "name": report.memo.name,
            "sha256": report.memo.sha256,
            "itself": list(report.memo.itself),
        },
        "summary": report.summary,
        "documents": [
            {
                "id": name,
                "title": documents[name].shown_title,
                "file": documents[name].file,
                "sha256": documents[name].sha256,
            }
            for name in used
        ],
        "quotes": [_quote_object(item, archive, documents) for item in report.quotes],
    }


def _quote_object(
    item: Checked, archive: Archive, documents: Mapping[str, Document]
) -> dict[str, Any]:
    verdict = item.verdict
    return {
        "quote": item.quotation.text,
        "line": item.quotation.line,
        "citation": item.quotation.citation,
        "cited": _cited_object(item.cited),
        "status": verdict.status.value,
        "similarity": verdict.similarity,
        "differences": difference_objects(verdict),
        "notes": list(verdict.notes),
        "places": [_place_object(archive, documents, place) for place in verdict.everywhere],
    }


def _cited_object(cited: Cited | None) -> dict[str, Any] | None:
    if cited is None:
        return None
    return {
        "ids": sorted(cited.ids),
        "lines": [list(pair) for pair in cited.lines],
        "pages": list(cited.pages),
        "others": list(map(_cited_object, cited.others)),
        "paged": cited.paged,
    }


def _place_object(
    archive: Archive, documents: Mapping[str, Document], place: Passage
) -> dict[str, Any]:
    text = archive.source(place.document).text
    return {
        "document": place.document,
        "sections": [part.section.id for part in place.parts],
        "citation": passage_citation(documents, place),
        "text": place.text,
        "lines": [list(pair) for pair in place.lines],
        "chars": [list(pair) for pair in place.chars],
        "pages": list(place.pages) or None,
        "selectors": [selectors(text, part) for part in place.chars],
    }


def check_package(
    data: bytes,
    archive_without: Callable[[Iterable[str]], Archive],
    documents: Mapping[str, Document],
) -> PackageCheck:
    """Check the quotations of a package again, and its sources; raises ``PackageError``.

    ``archive_without`` gives the archive without the documents that are the memo itself.
    """
    stored = _read(data)
    try:
        quotes = stored["quotes"]
        # Packages from before do not say what was left out.
        archive = archive_without(map(str, stored["memo"].get("itself", ())))
        verdicts = verify_all(archive, [(item["quote"], _cited(item["cited"])) for item in quotes])
        checked = [
            CheckedAgain(
                item["quote"],
                int(item["line"]),
                Status(item["status"]),
                verdict.status,
                tuple(_changes(item, verdict.status, verdict.everywhere)),
            )
            for item, verdict in zip(quotes, verdicts, strict=True)
        ]
        changed = [
            _document_change(item, documents.get(item["id"])) for item in stored["documents"]
        ]
        memo = str(stored["memo"]["name"])
    except _NO_PACKAGE as error:
        raise _no_package() from error
    return PackageCheck(memo, tuple(checked), tuple(text for text in changed if text))


def _read(data: bytes) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            info = package.getinfo(_REPORT)
            if info.file_size > _LONGEST:
                raise _no_package()
            with package.open(info) as file:
                stored = json.loads(file.read(_LONGEST + 1))
    except _DAMAGE as error:
        raise _no_package() from error
    if not isinstance(stored, dict) or stored.get("package_version") != VERSION:
        raise _no_package()
    return stored


def _no_package() -> PackageError:
    return PackageError(
        "Filen er ikke en bevispakke fra strategikort, eller den er beskadiget.",
        "Lav en ny med strategikort verificér FIL --pakke bevis.zip.",
    )


def _cited(stored: dict[str, Any] | None) -> Cited | None:
    if stored is None:
        return None
    return Cited(
        frozenset(map(str, stored["ids"])),
        tuple((int(first), int(last)) for first, last in stored["lines"]),
        tuple(map(str, stored["pages"])),
        # Packages from before have none.
        tuple(filter(None, map(_cited, stored.get("others", ())))),
        paged=bool(stored.get("paged")),
    )


def _changes(stored: dict[str, Any], now: Status, places: tuple[Passage, ...]) -> list[str]:
    changes: list[str] = []
    before = Status(stored["status"])
    if before is not now:
        changes.append(f"Før: {STATUS_NAMES[before]}. Nu: {STATUS_NAMES[now]}.")
    old = [(place["document"], place["sections"], place["lines"]) for place in stored["places"]]
    new = [
        (
            place.document,
            [part.section.id for part in place.parts],
            [list(pair) for pair in place.lines],
        )
        for place in places
    ]
    # Which of several stands for the others is no matter.
    if sorted(old) != sorted(new):
        shown = ", ".join(section for _, sections, _ in new for section in sections) or "intet sted"
        changes.append(f"Stedet er et andet: {shown}.")
    elif {place["text"] for place in stored["places"]} != {place.text for place in places}:
        changes.append("Kildens ord er ændret på stedet.")
    return changes


def _document_change(stored: dict[str, Any], document: Document | None) -> str:
    if document is None:
        return f"Dokumentet »{stored['id']}« er ikke længere i samlingen."
    if document.sha256 != stored["sha256"]:
        return f"Filen {stored['file']} er en anden: dens sha256-sum er ændret."
    return ""
