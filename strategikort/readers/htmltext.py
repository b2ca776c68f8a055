"""The tree of a web page → blocks: what is content, what is menu, what is table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from strategikort.readers.builder import TextBuilder, tidy
from strategikort.readers.model import BlockKind

MAX_NODES = 400_000
MAX_DEPTH = 150

_DROPPED_TAGS = (
    "script style noscript template svg canvas iframe object head title select datalist video "
    "audio map math button"
)
_DROPPED = frozenset(_DROPPED_TAGS.split())
_FURNITURE_TAGS = frozenset({"nav", "footer", "form", "menu"})
_FURNITURE_WORDS = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|\w*menu\w*|breadcrumbs?|broedkrummer?|sidebar|footer|sidefod|cookies?"
    r"|banner|share|social|skip\w*|login|search|soeg|toolbar|pagination|topbar\w*|sitemap)"
    r"(?:$|[\s_-])",
    re.I,
)
_MAIN_WORDS = re.compile(
    r"(?:^|[\s_-])(?:main\w*|content|indhold|article|artikel|body-?text|rich-?text)(?:$|[\s_-])",
    re.I,
)
_BLOCKS_TAGS = (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary "
    "table tbody td tfoot th thead tr ul caption"
)
_BLOCKS = frozenset(_BLOCKS_TAGS.split())
_BOLD = frozenset({"b", "strong"})
_QUOTE_MARKS = ("»", "«", '"', "“", "„", "”")
_NOTE_ID = re.compile(r"(?:fn|footnote|fodnote|note|ftn|_ftn|cite_note)[-_:]?\w*$", re.I)


@dataclass
class Node:
    """An element; ``children`` are elements and strings."""

    tag: str
    attributes: dict[str, str]
    children: list[Node | str] = field(default_factory=list)

    @property
    def label(self) -> str:
        """Its id, class and role, by which authors say what it is."""
        get = self.attributes.get
        return f"{get('id', '')} {get('class', '')} {get('role', '')}"

    def walk(self) -> Iterator[Node]:
        """Yield the element and all elements in it."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(child for child in reversed(node.children) if isinstance(child, Node))


def write_content(builder: TextBuilder, root: Node) -> None:
    """Write the blocks of a page, its menus as furniture."""
    main = _main_content(root)
    _Writer(builder, root, main).write()


def _is_hidden(node: Node) -> bool:
    if node.tag in _DROPPED or "hidden" in node.attributes:
        return True
    style = node.attributes.get("style", "").replace(" ", "").lower()
    return "display:none" in style or node.attributes.get("aria-hidden") == "true"


def _is_furniture(node: Node) -> bool:
    if node.tag in _FURNITURE_TAGS:
        return True
    if node.tag in ("body", "main", "article", "html"):
        return False
    return bool(_FURNITURE_WORDS.search(node.label)) or node.attributes.get("role") == "navigation"


def _main_content(root: Node) -> Node:
    sizes: dict[int, int] = {}
    _measure(root, sizes)
    total = sizes.get(id(root), 0)
    marked = [
        node
        for node in root.walk()
        if node.tag in ("main", "article") or node.attributes.get("role") == "main"
    ]
    for node in sorted(marked, key=lambda node: -sizes.get(id(node), 0)):
        if sizes.get(id(node), 0) >= 0.3 * total:
            return node
    named = [node for node in root.walk() if _MAIN_WORDS.search(node.label)]
    for node in sorted(named, key=lambda node: -sizes.get(id(node), 0)):
        if sizes.get(id(node), 0) >= 0.5 * total:
            return node
    return root


def _measure(root: Node, sizes: dict[int, int]) -> int:
    """Count for each element the letters in it that stand outside links and menus."""
    order = list(root.walk())
    for node in reversed(order):
        if _is_hidden(node) or _is_furniture(node) or node.tag == "a":
            sizes[id(node)] = 0
            continue
        sizes[id(node)] = sum(
            len(child.strip()) if isinstance(child, str) else sizes.get(id(child), 0)
            for child in node.children
        )
    return sizes.get(id(root), 0)


class _Writer:
    """Walks the tree and hands finished blocks to the builder."""

    def __init__(self, builder: TextBuilder, root: Node, main: Node) -> None:
        self._builder = builder
        self._root = root
        self._main = main
        self._inline: list[str] = []
        self._length = 0
        self._bold = 0
        self._bold_letters = 0
        self._marks: list[tuple[int, int, object]] = []
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._how = ""
        self._note: object = None
        self._quoted = False
        self._outside = main is not root
        self._last_heading = 1
        self._notes = {
            node.attributes["id"]
            for node in root.walk()
            if _NOTE_ID.match(node.attributes.get("id", ""))
            and node.tag in ("li", "p", "div", "aside")
        }

    def write(self) -> None:
        self._visit(self._root, furniture=self._outside, pre=False, depth=0)
        self._flush()

    def _visit(self, node: Node, *, furniture: bool, pre: bool, depth: int) -> None:
        if _is_hidden(node):
            return
        if node is self._main:
            self._flush()
            furniture = False
        elif _is_furniture(node) and not (self._quoted and node.tag == "footer"):
            # The footer of a quotation is its source, not a menu.
            furniture = True
        if node.tag == "br":
            self._add("\n")
            return
        if node.tag == "table" and not furniture and _is_data_table(node):
            self._flush()
            self._table(node)
            return
        is_block = node.tag in _BLOCKS
        saved = (self._kind, self._level, self._how, self._note, self._quoted)
        if is_block:
            self._flush()
            self._begin(node, furniture, depth)
        bold = node.tag in _BOLD
        self._bold += bold
        mark = self._mark(node) if node.tag in ("a", "sup") else None
        start = self._length
        # A browser sets marks around <q>; a quotation without them would be none.
        marks = node.tag == "q" and not _text(node).startswith(_QUOTE_MARKS)
        self._add("»" if marks else "")
        depth += node.tag in ("ul", "ol")
        for child in node.children:
            if isinstance(child, str):
                self._add(
                    child if pre or node.tag == "pre" else re.sub(r"[ \t\n\r\f]+", " ", child)
                )
            else:
                self._visit(child, furniture=furniture, pre=pre or node.tag == "pre", depth=depth)
                if child is self._main:
                    self._flush()
        self._add("«" if marks else "")
        self._bold -= bold
        if mark is not None and self._length > start:
            text = "".join(self._inline)[start:]
            lead = len(text) - len(text.lstrip())
            self._marks.append((start + lead, start + len(text.rstrip()), mark))
        if is_block:
            self._flush()
            self._kind, self._level, self._how, self._note, self._quoted = saved

    def _begin(self, node: Node, furniture: bool, depth: int) -> None:
        tag = node.tag
        if furniture:
            self._kind, self._level, self._how = BlockKind.FURNITURE, 0, "tag"
        elif re.fullmatch(r"h[1-6]", tag):
            self._kind, self._level, self._how = BlockKind.HEADING, int(tag[1]), "style"
        elif tag == "li" and self._kind is not BlockKind.FOOTNOTE:
            self._kind, self._level, self._how = BlockKind.ITEM, max(depth, 1), "tag"
        elif tag in ("figcaption", "caption"):
            self._kind, self._level, self._how = BlockKind.CAPTION, 0, "tag"
        elif tag == "aside":
            self._kind, self._level, self._how = BlockKind.BOX, 0, "tag"
        elif self._kind is BlockKind.FURNITURE:
            self._kind, self._level, self._how = BlockKind.PARAGRAPH, 0, ""
        self._quoted |= tag == "blockquote" and not furniture
        name = node.attributes.get("id", "")
        if name in self._notes and not furniture:
            self._kind, self._level, self._how = BlockKind.FOOTNOTE, 0, "tag"
            self._note = name

    def _mark(self, node: Node) -> str | None:
        link = node.attributes.get("href", "")
        if link.startswith("#") and link[1:] in self._notes and self._note is None:
            return link[1:]
        return None

    def _add(self, text: str) -> None:
        if not text:
            return
        if text[0] == " " and (not self._inline or self._inline[-1].endswith((" ", "\n"))):
            text = text[1:]
        if self._bold:
            self._bold_letters += len(text.strip())
        self._inline.append(text)
        self._length += len(text)

    def _flush(self) -> None:
        text = "".join(self._inline)
        bold, marks = self._bold_letters, self._marks
        self._inline, self._length, self._bold_letters, self._marks = [], 0, 0, []
        clean = tidy(text)
        stripped = clean.strip()
        if not stripped:
            return
        kind, level, how = self._kind, self._level, self._how
        if kind is BlockKind.PARAGRAPH and _is_bold_heading(stripped, bold):
            kind, level, how = BlockKind.HEADING, min(self._last_heading + 1, 6), "type"
        elif kind is BlockKind.HEADING:
            self._last_heading = level
        self._builder.add(
            kind,
            clean,
            level=level,
            how=how,
            marks=marks if len(clean) == len(text) else (),
            note=self._note,
            quoted=self._quoted,
        )

    def _table(self, node: Node) -> None:
        rows: list[list[str]] = []
        for row in (item for item in node.walk() if item.tag == "tr"):
            cells = [child for child in row.children if isinstance(child, Node)]
            rows.append([_text(cell) for cell in cells if cell.tag in ("td", "th")])
        for caption in (item for item in node.walk() if item.tag == "caption"):
            self._builder.add(BlockKind.CAPTION, tidy(_text(caption)), how="tag")
        self._builder.add_table(rows, how="tag")


def _is_bold_heading(text: str, bold: int) -> bool:
    letters = len(re.sub(r"\s", "", text))
    return (
        0 < letters <= 100
        and bold >= letters
        and not text.endswith((".", ",", ";"))
        and any(character.isalpha() for character in text)
    )


def _is_data_table(table: Node) -> bool:
    """Tell a table of data from one that only lays out the page."""
    rows = 0
    for node in table.walk():
        if node is not table and node.tag == "table":
            return False
        if re.fullmatch(r"h[1-6]|ul|ol|article|section", node.tag):
            return False
        if node.tag == "tr":
            cells = [child for child in node.children if isinstance(child, Node)]
            rows += sum(1 for cell in cells if _text(cell)) >= 2
    return rows >= 2


def _text(node: Node) -> str:
    parts: list[str] = []

    def collect(item: Node) -> None:
        if _is_hidden(item):
            return
        for child in item.children:
            if isinstance(child, str):
                parts.append(child)
            elif child.tag == "br":
                parts.append(" ")
            else:
                parts.append(" " if child.tag in _BLOCKS else "")
                collect(child)

    collect(node)
    return tidy(" ".join("".join(parts).split()))
