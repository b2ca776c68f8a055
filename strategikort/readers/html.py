"""HTML: the main content with its headings, lists and tables; menus are furniture.

Parsed with the standard library's html.parser into a small tree: pages from outside need no
more than that, and it copes with unclosed and misnested tags.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from strategikort.readers.builder import TextBuilder, tidy
from strategikort.readers.decode import decode
from strategikort.readers.errors import damaged, empty_file, too_heavy
from strategikort.readers.htmltext import write_content
from strategikort.readers.htmltree import MAX_DEPTH, MAX_NODES, Node
from strategikort.readers.metadata import WEB_HEAD, Properties, iso_date, settle
from strategikort.readers.model import FileKind, Quality, ReadFile, ReadingWarning
from strategikort.readers.titles import bare

_VOID_TAGS = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_TAGS.split())
_SCRIPTED = re.compile(r"<%.*?%>|<\?php.*?\?>", re.S)
_CLOSES_P_TAGS = (
    "address article aside blockquote div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr "
    "main nav ol p pre section table ul"
)
_CLOSES_P = frozenset(_CLOSES_P_TAGS.split())
_SIBLINGS = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "tr": {"tr", "td", "th"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "option": {"option"},
}
_BOUNDARY = {
    "li": {"ul", "ol"},
    "dt": {"dl"},
    "dd": {"dl"},
    "tr": {"table"},
    "td": {"tr", "table"},
    "th": {"tr", "table"},
}


@dataclass
class Head:
    """What the head of a page says."""

    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    language: str | None = None


def read_html(data: bytes, name: str) -> ReadFile:
    """Read an HTML file; raises a subclass of ``SourceError``."""
    decoded = decode(data)
    if decoded is None:
        raise damaged(name, "den ligner HTML, men indeholder ikke tekst")
    root, head = parse_html(decoded.text, name)
    told = Properties(
        WEB_HEAD,
        head.meta.get("og:title") or head.meta.get("dc.title") or tidy(head.title),
        language=head.language,
    )
    return of_tree(
        data,
        name,
        FileKind.HTML,
        root,
        told,
        head=head,
        encoding=decoded.encoding,
        warnings=decoded.warnings,
    )


def parse_html(text: str, name: str) -> tuple[Node, Head]:
    """Return the tree of a page and what its head says; raises ``TooHeavyError``."""
    parser = _TreeParser()
    try:
        parser.feed(_SCRIPTED.sub("", text))
        parser.close()
    except _TooManyNodesError as error:
        raise too_heavy(name, "websiden har for mange elementer") from error
    return parser.root, parser.head


def of_tree(
    data: bytes,
    name: str,
    kind: FileKind,
    root: Node,
    told: Properties,
    *,
    main: Node | None = None,
    head: Head | None = None,
    encoding: str | None = None,
    warnings: tuple[ReadingWarning, ...] = (),
) -> ReadFile:
    """Return what was read of a tree, of which ``main`` is what it is about.

    ``head`` says who published it and when, where ``told`` does not.  Raises ``EmptyFileError``.
    """
    builder = TextBuilder()
    write_content(builder, root, main)
    builder.tie_marks()
    text = builder.text
    if not text.strip():
        raise empty_file(name)
    blocks = tuple(builder.blocks)
    metadata = settle(
        text,
        blocks,
        title=told.title,
        author=_publisher(head.meta, text) if head else told.author,
        date=_date(head.meta) if head else iso_date(next(filter(None, told.dates), None)),
        language=told.language,
        where=told.where,
        displayed=builder.displayed,
    )
    return ReadFile(
        name,
        kind,
        hashlib.sha256(data).hexdigest(),
        text,
        blocks,
        marks=tuple(builder.marks),
        metadata=metadata,
        quality=Quality.of_text(text, blocks, encoding=encoding, warnings=warnings),
    )


def _publisher(meta: dict[str, str], text: str) -> str | None:
    """Return who published a page: the site, where it names itself and not its editor."""
    stated = meta.get("dc.publisher") or meta.get("publisher")
    author = meta.get("author") or meta.get("dc.creator")
    site = meta.get("og:site_name", "")
    shown = bare(text)
    is_named = bool(site) and "." not in site and bare(site) in shown
    if not stated and is_named and not (author and bare(author) in shown):
        return site
    return stated or author


def _date(meta: dict[str, str]) -> str | None:
    for key in ("article:published_time", "dc.date", "dcterms.date", "date", "last-modified"):
        found = iso_date(meta.get(key))
        if found:
            return found
    return None


class _TooManyNodesError(Exception):
    pass


class _TreeParser(HTMLParser):
    """Builds the tree; closes what authors leave open, as browsers do."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("html", {})
        self.head = Head()
        self._open = [self.root]
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag == "html":
            self.head.language = values.get("lang") or values.get("xml:lang") or None
            return
        if tag == "meta":
            key = (values.get("name") or values.get("property") or "").lower()
            if key and key not in self.head.meta:
                self.head.meta[key] = values.get("content", "")
        self._close_implied(tag)
        self._count += 1
        if self._count > MAX_NODES:
            raise _TooManyNodesError
        node = Node(tag, values)
        self._open[-1].children.append(node)
        if tag not in _VOID and len(self._open) < MAX_DEPTH:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and self._open[-1].tag == tag:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return
            if self._open[depth].tag in ("table", "td", "th") and tag not in ("table", "body"):
                return

    def handle_data(self, data: str) -> None:
        if self._open[-1].tag == "title":
            self.head.title += data
        self._open[-1].children.append(data)

    def _close_implied(self, tag: str) -> None:
        if tag in _CLOSES_P:
            self._close_up_to({"p"}, {"td", "th", "li", "table", "body", "div", "dd"})
        if tag in _SIBLINGS:
            self._close_up_to(_SIBLINGS[tag], _BOUNDARY.get(tag, set()))

    def _close_up_to(self, tags: set[str], boundary: set[str]) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag in boundary:
                return
            if self._open[depth].tag in tags:
                del self._open[depth:]
                return
