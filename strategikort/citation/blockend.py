"""Whether a block quotation ends with its source, which only the collection can tell.

Words look like a source (behind a dash, below the rest, in parentheses) that are the document's,
and what names a place is a source even where nothing else sets it apart.
"""

from __future__ import annotations

import re

from strategikort.citation.archive import Archive
from strategikort.citation.placenames import Resolve
from strategikort.citation.quotes import Quotation
from strategikort.citation.sentence import LONGEST
from strategikort.citation.verdict import Cited, Status
from strategikort.citation.verify import verify

_ENDED = re.compile(r"[.!?…]['»«”“\"*_)]*\s*$")
_DASHED = re.compile(rf"(.*\S)\s+[–—]\s+(\S[^\n]{{2,{LONGEST}}})", re.DOTALL)


def settle_end(
    archive: Archive, quote: Quotation, resolve: Resolve, published: Resolve
) -> Quotation:
    """Return a block quotation without the source at its end, and with what only looks like one."""
    if not quote.block:
        return quote
    if quote.citation and not (quote.perhaps and resolve(quote.citation) is None):
        return _with_own_end(archive, quote, resolve, published)
    return _without_last_paragraph(quote, resolve) or _cut_at_dash(archive, quote, resolve) or quote


def _without_last_paragraph(quote: Quotation, resolve: Resolve) -> Quotation | None:
    """Return a quotation without its last paragraph, if that says where it is from."""
    text, parted, last = quote.text.rpartition("\n")
    source = last.strip(" *_()–—-")
    ended = _ENDED.search(text)
    if not (parted and (ended or text.endswith("\n"))):
        return None
    cited = _place(source, resolve)
    # A name by itself behind half a sentence may be the last item of a list: »Georgien«.
    if cited is None or not (ended or _is_source(source, cited)):
        return None
    return quote._replace(text=text.rstrip(), citation=source)


def _cut_at_dash(archive: Archive, quote: Quotation, resolve: Resolve) -> Quotation | None:
    """Return a quotation without what names a place behind its last dash, as it does in no text."""
    dashed = _DASHED.fullmatch(quote.text)
    source = dashed[2].strip(" *_.") if dashed else ""
    cited = _place(source, resolve)
    if dashed is None or cited is None or not _is_source(source, cited):
        return None
    if verify(archive, quote.text).status is Status.EXACT:
        return None
    return quote._replace(text=dashed[1], citation=source)


def _place(source: str, resolve: Resolve) -> Cited | None:
    cited = resolve(source) if 0 < len(source) <= LONGEST else None
    return None if cited is None or cited.unread else cited


def _is_source(source: str, cited: Cited) -> bool:
    """Tell whether a name is more than that of a section, which may be any words."""
    return any(map(str.isdigit, source)) or any("/" not in one for one in cited.ids)


def _with_own_end(
    archive: Archive, quote: Quotation, resolve: Resolve, published: Resolve
) -> Quotation:
    """Return a quotation with what looked like its source at its end, if its words are that.

    The source may have a parenthesis there itself, (2021-2024), or a line »Kilde: …«.
    """
    source = quote.citation
    if resolve(source) or published(source):
        return quote
    for text in (f"{quote.text} ({source})", f"{quote.text}\nKilde: {source}"):
        if verify(archive, text).status is Status.EXACT:
            return quote._replace(text=text, citation=quote.below, perhaps=True)
    return quote
