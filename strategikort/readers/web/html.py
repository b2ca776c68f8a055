"""HTML: the main content with its headings, lists and tables; menus are furniture.

Parsed with the standard library's html.parser into a small tree: pages from outside need no
more than that, and it copes with unclosed and misnested tags.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from strategikort.readers.errors import damaged, too_heavy
from strategikort.readers.making.builder import TextBuilder, tidy
from strategikort.readers.making.leftout import left_out
from strategikort.readers.making.metadata import WEB_HEAD, Properties, settle
from strategikort.readers.model import FileKind, ReadFile, ReadingWarning
from strategikort.readers.opening.decode import decode
from strategikort.readers.web.asides import name_boxes
from strategikort.readers.web.head import Head, address_of, date_of, publisher_of
from strategikort.readers.web.main import main_content
from strategikort.readers.web.panels import open_panels
from strategikort.readers.web.text import write_content
from strategikort.readers.web.tree import MAX_DEPTH, MAX_NODES, Node, struck_parts

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

    ``head`` says who published it and when, where ``told`` does not.
    """
    builder = TextBuilder()
    open_panels(root)
    name_boxes(root)
    main = main or main_content(root)
    write_content(builder, root, main)
    builder.tie_marks()
    text, blocks = builder.text, tuple(builder.blocks)
    if head:
        date = date_of(head, main)
        told = told._replace(author=publisher_of(head.meta, text), date=date)
    metadata = settle(text, blocks, told, displayed=builder.displayed)
    address = address_of(head) if head else None
    if address:
        evidence = {**metadata.evidence, "url": told.where}
        metadata = replace(metadata, url=address, evidence=evidence)
    warnings = (*warnings, *left_out({"struck": struck_parts(main)}))
    return ReadFile.of_bytes(
        *(data, name, kind, text, blocks),
        marks=builder.marks,
        metadata=metadata,
        encoding=encoding,
        warnings=warnings,
    )


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
            self.head.add_meta(values)
        if tag == "link" and "canonical" in values.get("rel", "").lower().split():
            self.head.canonical.append(values.get("href", ""))
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
        within = set() if tag in ("table", "body") else {"table", "td", "th"} - {tag}
        self._close_up_to({tag}, within)

    def handle_comment(self, data: str) -> None:
        self.head.add_remark(data)

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
