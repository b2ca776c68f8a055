"""Metadata: what files say of themselves, checked, and what their text shows."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Sequence, Set
from contextlib import suppress
from typing import NamedTuple

from strategikort.readers.cues.dates import change_at_the_end, date_at_the_top
from strategikort.readers.cues.languages import language_code, language_of
from strategikort.readers.cues.titles import bare, find_title, is_no_title
from strategikort.readers.model import Block, Metadata

WORD_PROPERTIES = "Word-filens egne oplysninger"
PDF_PROPERTIES = "PDF-filens egne oplysninger"
ODF_PROPERTIES = "OpenDocument-filens egne oplysninger"
EPUB_PROPERTIES = "e-bogens egne oplysninger"
PROPERTIES = frozenset({WORD_PROPERTIES, PDF_PROPERTIES, ODF_PROPERTIES})
"""Where programs write what nobody who reads the document sees."""

WEB_HEAD = "websidens hoved"
FIRST_HEADING = "den første overskrift i teksten"
"""Where a title stands that is a heading of the text."""

IN_TEXT = "en linje for sig selv øverst i teksten"
"""Where a date stands that the document puts on itself."""

IN_LETTERHEAD = "brevhovedet øverst i teksten"
"""A table over the text, with the date among addresses and numbers."""

IN_COLOPHON = "kolofonen eller titelsiden i teksten"
"""Where a document says in so many words who published it."""

IN_SIGNATURE = "underskriften sidst i teksten"
IN_TITLE = "titlen"
AT_THE_END = "vedtagelsen sidst i teksten"
IN_RUNNING_LINES = "sidehoved eller sidefod"
"""Where letters and notes have their senders."""

STANDING = frozenset({IN_TEXT, IN_LETTERHEAD, IN_COLOPHON, IN_TITLE, AT_THE_END})
"""Where dates stand that every reader sees."""

UNSEEN = PROPERTIES | {WEB_HEAD, EPUB_PROPERTIES}
"""Where titles stand that the text need not have."""

_NO_AUTHOR = re.compile(
    r"^(?:\(?anonymous\)?|user|bruger|admin\w*|owner|windows.*|microsoft.*|python-docx|-+)$", re.I
)


class Properties(NamedTuple):
    """What a file says of itself, ``date`` in ISO 8601, and ``where`` in Danish."""

    where: str = ""
    title: str | None = None
    author: str | None = None
    date: str | None = None
    language: str | None = None


def settle(
    text: str,
    blocks: Sequence[Block],
    told: Properties,
    *,
    displayed: Set[int] = frozenset(),
    at_the_top: bool = False,
) -> Metadata:
    """Return the metadata of a file, which has ``told`` of itself.

    A title that nobody sees who reads the text comes after one that stands in it (see
    :func:`find_title`, also for ``displayed`` and ``at_the_top``).  The language is that of the
    text where it shows, since programs write their own language into files.
    """
    evidence: dict[str, str] = {}
    where, date = told.where, told.date
    title, author = _tidy(told.title), _tidy(told.author)
    if not title or where in UNSEEN or is_no_title(title):
        found = find_title(text, blocks, stated=title, displayed=displayed, at_the_top=at_the_top)
        first = found.text if found and found.stands else ""
        if not (first and where == EPUB_PROPERTIES and _is_another(title, first)):
            title = found.text if found else None
            if first:
                evidence["title"] = FIRST_HEADING
    if title:
        evidence.setdefault("title", where)
    if author and _NO_AUTHOR.search(author):
        author = None
    if author:
        evidence["author"] = where
    standing = date_at_the_top(text, blocks)
    if standing and (where in UNSEEN or not date):
        # When a file was made is not when the document was.
        date, evidence["date"] = standing, IN_TEXT
    elif date:
        evidence["date"] = where
    elif changed := change_at_the_end(text, blocks):
        date, evidence["date"] = changed, IN_TEXT
    stated = language_code(told.language)
    seen = language_of(text, stated)
    if seen:
        evidence["language"] = "ordene i teksten"
    elif stated:
        evidence["language"] = where
    return Metadata(title, author, date, seen or stated, evidence)


def _is_another(title: str | None, first: str) -> bool:
    """Tell whether a book has a title, and its first heading is not that, but of a chapter."""
    return bool(title) and not is_no_title(title or "") and bare(title or "") not in bare(first)


def _tidy(value: str | None) -> str | None:
    value = " ".join((value or "").replace("\x00", "").split())
    return unicodedata.normalize("NFC", value) or None


def iso_date(value: str | None) -> str | None:
    """Return ``2024-05-17`` for a date as PDF (``D:20240517…``) or ISO 8601 writes it."""
    found = re.match(r"\s*(?:D:)?(\d{4})-?(\d{2})?-?(\d{2})?", value or "")
    if not found or not 1980 <= int(found[1]) <= 2100:
        return None
    year, month, day = found[1], found[2], found[3]
    if not month or not 1 <= int(month) <= 12:
        return year
    with suppress(ValueError):  # there is no such day
        return datetime.date(int(year), int(month), int(day or 0)).isoformat()
    return f"{year}-{month}"
