"""Addresses of the web that open a document at the very place: its words, or its page.

    https://um.dk/side#:~:text=Japan%20og%20Danmark,(2023%2D2028)          https://um.dk/fil.pdf#page=14

A web page is told the words that a passage begins and ends with (a text fragment of the URL
Fragment Text Directives); a browser marks what stands between them.  It looks for the first place
that has the first words, so these are as many as no place before has.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from strategikort.model import Document, Section
from strategikort.text.source import Source

_WEB_PAGES = (".html", ".htm", ".xhtml")
_WEB_PAGE = "webside"
_LEAST = 2
"""Words of a passage; a single word may stand in the page's menu too."""

_FEWEST, _MOST = 4, 40
"""Words that a passage is told by at either end."""


class WebLink(NamedTuple):
    """An address, and how exact it is: ``words``, ``page`` or ``document``."""

    address: str
    exact: str


def web_link(
    document: Document, section: Section | None, source: Source, page: int | None
) -> WebLink | None:
    """Return the address of a section (None for the document); None if none is known.

    ``page`` is that of the file, from 1.
    """
    if not document.url:
        return None
    file = document.file.lower()
    if file.endswith(".pdf") and page is not None:
        return WebLink(f"{document.url.partition('#')[0]}#page={page}", "page")
    is_page = file.endswith(_WEB_PAGES) or document.kind == _WEB_PAGE
    said = _fragment(section, source) if section is not None and is_page else ""
    if not said:
        return WebLink(document.url, "document")
    mark = "" if "#" in document.url else "#"
    return WebLink(f"{document.url}{mark}:~:text={said}", "words")


def _fragment(section: Section, source: Source) -> str:
    """Return the first and last words of a section; empty if they would mark something else."""
    blocks = list(_blocks(section, source)) or [
        source.text[span.start : span.end].split() for span in section.heading[:1]
    ]
    if sum(map(len, blocks)) < _LEAST:
        return ""
    span = (section.pieces or section.heading)[0]
    first = _telling(blocks[0], _folded(source.text[: span.start]))
    if not first:
        return ""
    if len(blocks) == 1 and len(blocks[0]) <= len(first) + _FEWEST:
        return _encoded(blocks[0])
    ending = blocks[-1] if len(blocks) > 1 else blocks[0][len(first) :]
    inside = " ".join(word for block in blocks for word in block)
    inside = _folded(inside[len(" ".join(first)) : len(inside) - len(" ".join(ending[-1:]))])
    last = _telling(ending[::-1], inside, backwards=True)
    return f"{_encoded(first)},{_encoded(last)}" if last else ""


def _telling(words: list[str], before: str, *, backwards: bool = False) -> list[str]:
    """Return the fewest of ``words`` from the start that do not stand in ``before`` as well."""
    for count in range(min(_FEWEST, len(words)), min(_MOST, len(words)) + 1):
        said = words[:count][::-1] if backwards else words[:count]
        if _folded(" ".join(said)) not in before:
            return said
    return []


def _blocks(section: Section, source: Source) -> Iterator[list[str]]:
    """Yield the words of each paragraph that stand in the source as they do in the text.

    What was joined or left out in reading ends them.
    """
    text, runs = section.text.text, section.text.runs
    gaps = [
        run.clean
        for before, run in pairwise(runs)
        if source.text[before.raw + before.length : run.raw].strip()
        or text[before.clean + before.length : run.clean].strip()
        or run.raw < before.raw
        or run.clean == before.clean + before.length
    ]
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        cut = next((gap for gap in gaps if at < gap < end), end)
        if cut < end and at:
            return
        words = text[at:cut].split()
        if cut < end:
            yield words[:-1]
            return
        if words:
            yield words
        at = end + 1


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _encoded(words: list[str]) -> str:
    """Return words as a fragment has them, where hyphens and commas are signs of their own."""
    from urllib.parse import quote

    return quote(" ".join(words), safe="").replace("-", "%2D")
