"""What a web page says of itself where a browser does not show it: address, date, publisher."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit

from strategikort.readers.cues.dates import RUNNING
from strategikort.readers.cues.titles import bare
from strategikort.readers.making.metadata import iso_date
from strategikort.readers.web.main import is_furniture
from strategikort.readers.web.tree import BLOCKS, Node, is_hidden, own_words

_SAVED = (
    re.compile(r"\s*saved from url=\(\d+\)(\S+)", re.I),
    re.compile(r"\s*Page saved with SingleFile\s+url:\s*(\S+)", re.I),
)
"""The remark that a browser, or the program SingleFile, puts into a page that it saves."""

_PUBLISHED = (
    *("article:published_time", "datepublished", "dcterms.issued", "dc.date.issued"),
    *("dc.date", "dcterms.date", "publishdate", "publish-date", "pubdate", "date"),
)
_PUBLISHED_ITEM = "datepublished"
"""What schema.org calls it (lower case)."""

_CHANGED = ("last-modified",)
"""Meta elements with dates, the surest first; that of a change is the last to be taken."""


@dataclass
class Head:
    """What a page says of itself; ``canonical`` are the addresses that it calls its own.

    ``saved`` is the address that it was saved from.
    """

    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    language: str | None = None
    canonical: list[str] = field(default_factory=list)
    saved: str = ""

    def add_meta(self, attributes: dict[str, str]) -> None:
        """Take in what a meta element says, the first of a name."""
        get = attributes.get
        key = (get("name") or get("property") or "").lower()
        if get("itemprop", "").lower() == _PUBLISHED_ITEM:
            key = _PUBLISHED_ITEM
        if key and key not in self.meta:
            self.meta[key] = get("content", "")

    def add_remark(self, remark: str) -> None:
        """Take in a remark, which may be where the page was saved from."""
        found = next(filter(None, (pattern.match(remark) for pattern in _SAVED)), None)
        if found and not self.saved:
            self.saved = found[1]


def address_of(head: Head) -> str | None:
    """Return the address of a page: its canonical one, else ``og:url``, else where it was saved.

    None if it gives none in full, or several as its canonical one.  Some sites give the address of
    their front page on every page: it is taken only where the page was saved from there.
    """
    saved = _web_address(head.saved)
    base = saved or _web_address(head.meta.get("og:url", "")) or ""
    canonical = {_web_address(urljoin(base, told)) for told in head.canonical} - {None}
    told = [*canonical] if len(canonical) == 1 else []
    told.append(_web_address(urljoin(base, head.meta.get("og:url", ""))))
    return next((one for one in told if one and not _is_front_page(one)), saved)


def _web_address(told: str) -> str | None:
    """Return an address of the web without what marks a place in it; None for any other."""
    address = urldefrag(told.strip())[0]
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "." not in host or parts.username:
        return None
    # No name but an address of a machine, as one has on the way to being published.
    if re.fullmatch(r"[\d.]+", host) or re.search(r"[\s<>\"]", address):
        return None
    return address


def _is_front_page(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def publisher_of(meta: dict[str, str], text: str) -> str | None:
    """Return who published a page: the site, where it names itself and not its editor."""
    stated = meta.get("dc.publisher") or meta.get("publisher")
    author = meta.get("author") or meta.get("dc.creator")
    site = meta.get("og:site_name", "")
    shown = bare(text)
    is_named = bool(site) and "." not in site and bare(site) in shown
    if not stated and is_named and not (author and bare(author) in shown):
        return site
    return stated or author


def date_of(head: Head, main: Node) -> str | None:
    """Return in ISO 8601 when a page was published, as its head or an element for times says.

    A time counts if it is said to be that of the publication, or if it is the only one above the
    running text of ``main``: of several, one may be that of a meeting.
    """
    return _first_date(head.meta, _PUBLISHED) or _time(main) or _first_date(head.meta, _CHANGED)


def _first_date(meta: dict[str, str], keys: Iterable[str]) -> str | None:
    return next(filter(None, (iso_date(meta.get(key)) for key in keys)), None)


def _time(main: Node) -> str | None:
    stated: set[str] = set()
    above: set[str] = set()
    running = False
    for node in _shown(main):
        if node.tag == "time":
            date = iso_date(node.attributes.get("datetime"))
            said = node.attributes.get("itemprop", "").lower()
            if date and (said == _PUBLISHED_ITEM or "pubdate" in node.attributes):
                stated.add(date)
            elif date and len(date) == len("2024-05-17") and not running and not said:
                above.add(date)
        elif node.tag in BLOCKS and not running:
            running = len(own_words(node)) >= RUNNING
    found = stated or above
    return found.pop() if len(found) == 1 else None


def _shown(main: Node) -> Iterator[Node]:
    """Yield the elements of a page in their order, without its menus and what is not shown."""
    stack = [main]
    while stack:
        node = stack.pop()
        if is_hidden(node) or (node is not main and is_furniture(node)):
            continue
        yield node
        stack.extend(reversed(node.elements))
