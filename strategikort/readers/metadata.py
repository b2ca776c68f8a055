"""Metadata: what files say of themselves, checked, and what their text shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from strategikort.readers.language import language_code, language_of
from strategikort.readers.model import Block, BlockKind, Metadata
from strategikort.readers.running import BARE_NUMBER

WORD_PROPERTIES = "Word-filens egne oplysninger"
PDF_PROPERTIES = "PDF-filens egne oplysninger"
PROPERTIES = frozenset({WORD_PROPERTIES, PDF_PROPERTIES})
"""Where programs write what nobody who reads the document sees."""

_JUNK = re.compile(
    r"^(?:microsoft (?:word|powerpoint) - .*|untitled.*|uden titel.*|unavngivet.*|document\d*"
    r"|dokument\d*|titel|title|no title|print|\(?anonymous\)?)$"
    r"|\.(?:docx?|indd|pdf|pptx?|txt|qxd|odt|rtf|html?)$",
    re.I,
)
_NO_AUTHOR = re.compile(
    r"^(?:\(?anonymous\)?|user|bruger|admin\w*|owner|windows.*|microsoft.*|python-docx|-+)$", re.I
)

_PART_OF_A_TEXT = re.compile(
    r"(?:[\dIVX]+[.)]?\s+)?(?:forord|indledning|introduktion|indhold(?:sfortegnelse|soversigt)?|resum[eé]"
    r"|sammenfatning|sammendrag|opsummering|baggrund|formål|kolofon|læsevejledning|bilag(?:\s.{1,3})?"
    r"|anbefalinger|indstilling|(?:hoved)?konklusion(?:er)?|tidsplan|økonomi|organisering|metode|mål"
    r"|recommendations|conclusions?"
    r"|foreword|preface|introduction|contents|table of contents|summary|executive summary"
    r"|abstract|background)(?:\s+m\.[vm]\.)?[.:]?",
    re.I,
)
"""What the first part of a text is called, so that a heading of that name is no title."""

_KIND_OF_TEXT = re.compile(
    r"pressemeddelelse|notat|memo(?:randum)?|rapport|udkast|referat|høringssvar|svar|status"
    r"|press release|report|draft|(?:\S+ ){0,2}\S*(?:ministeriet|styrelsen|kommune|regionen)"
    r"|udkast .*|fortroligt|.*\?",
    re.I,
)
DATE = (
    r"(?:\d{1,2}\.?\s+)?(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)"
    r"[a-z]*\.?\s+\d{4}"
)
"""The pattern of a date in words, with or without a day."""

_DATE = re.compile(DATE, re.I)

_ABOVE = 100
"""Characters of a date, a sender or a file number above a title, at most."""

_BEGINNING = 1_500
"""Characters of running text before a title, at most, where there are no pages."""


def settle(
    text: str,
    blocks: Sequence[Block],
    *,
    title: str | None,
    author: str | None,
    date: str | None,
    language: str | None,
    where: str,
    at_the_top: bool = False,
) -> Metadata:
    """Return the metadata of a file.

    ``where`` says in Danish where the file's own statements stand.  A title that is a file
    name is none; then the first heading of the text is the title, unless it is that of a part
    (``Forord``); ``at_the_top`` says that what is only taken for a heading is no title
    below any text.  The language is that of the text where it shows, since programs write their own
    language into files.
    """
    evidence: dict[str, str] = {}
    title, author = _tidy(title), _tidy(author)
    if title and (_JUNK.search(title) or len(title) > 300 or not re.search(r"\w", title)):
        title = None
    if title:
        evidence["title"] = where
    else:
        title = _first_heading(text, blocks, at_the_top)
        if title:
            evidence["title"] = "den første overskrift i teksten"
    if author and _NO_AUTHOR.search(author):
        author = None
    if author:
        evidence["author"] = where
    if date:
        evidence["date"] = where
    seen, stated = language_of(text), language_code(language)
    if seen:
        evidence["language"] = "ordene i teksten"
    elif stated:
        evidence["language"] = where
    return Metadata(title, author, date, seen or stated, evidence)


def _tidy(value: str | None) -> str | None:
    value = " ".join((value or "").replace("\x00", "").split())
    return value or None


def _first_heading(text: str, blocks: Sequence[Block], at_the_top: bool) -> str | None:
    headings = [
        block for block in _at_the_beginning(blocks, at_the_top) if _may_be_title(text, block)
    ][:8]
    if not headings:
        return None
    # Of the headings on the first two pages that of the highest level, the first of these.
    first = min(headings, key=lambda block: (block.page or 0, block.level))
    title = " ".join(text[first.start : first.end].split())
    if _PART_OF_A_TEXT.fullmatch(title):
        return None
    return title[:300] or None


def _at_the_beginning(blocks: Sequence[Block], at_the_top: bool) -> Iterator[Block]:
    """Yield the headings without numbers on the first two pages, or before much has been said.

    What is only taken for a heading, and not one of the highest, is a title only at the very top.
    """
    said = 0
    for block in blocks:
        if block.page is None and said > _BEGINNING:
            return
        if block.kind is not BlockKind.HEADING:
            said += 0 if block.kind is BlockKind.FURNITURE else block.end - block.start
        elif block.how == "numbering":
            return  # the title stands above the first chapter
        elif (block.page or 0) <= 1 and _is_marked(block, said, at_the_top):
            yield block


def _is_marked(heading: Block, said: int, at_the_top: bool) -> bool:
    """Tell whether a heading may be the title after so many characters of text."""
    high = heading.level == 1 and not at_the_top
    return heading.how != "type" or high or said <= _ABOVE


def _may_be_title(text: str, block: Block) -> bool:
    heading = " ".join(text[block.start : block.end].split()).strip(" .:")
    if _DATE.fullmatch(heading) or BARE_NUMBER.fullmatch(heading):
        return False
    # In capitals above the title; but whoever marks it as the heading may mean it.
    return block.how != "type" or not _KIND_OF_TEXT.fullmatch(heading)


def iso_date(value: str | None) -> str | None:
    """Return ``2024-05-17`` for a date as PDF (``D:20240517…``) or ISO 8601 writes it."""
    found = re.match(r"\s*(?:D:)?(\d{4})-?(\d{2})?-?(\d{2})?", value or "")
    if not found or not 1980 <= int(found[1]) <= 2100:
        return None
    year, month, day = found[1], found[2], found[3]
    if not month or not 1 <= int(month) <= 12:
        return year
    if not day or not 1 <= int(day) <= 31:
        return f"{year}-{month}"
    return f"{year}-{month}-{day}"
