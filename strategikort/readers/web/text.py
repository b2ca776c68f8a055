"""The tree of a web page → blocks: what is content, what is menu, what is table.

The tree is walked once; text is gathered until a block element begins or ends, and is then what the
innermost of these says.  What a page only shows by class or place (notes, fact boxes, numbers in a
cell of their own) is known by the names and links that programs write.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from strategikort.readers.cues.headings import may_head
from strategikort.readers.cues.markers import typed_marker
from strategikort.readers.making.builder import TextBuilder, raised, tidy
from strategikort.readers.model import OF_TABLE, BlockKind
from strategikort.readers.web.main import is_furniture, title_outside
from strategikort.readers.web.panels import is_title_of_panel
from strategikort.readers.web.tables import is_data_table, labelling_cell, labels_of, rows_of
from strategikort.readers.web.tree import BLOCKS, Node, is_hidden, text_of

_BOLD = frozenset({"b", "strong"})
_QUOTE_MARKS = ("»", "«", '"', "“", "„", "”")
_SET_AS_QUOTE = re.compile(r"(?i)quote|citat(?!ion)|uddrag")
"""What the classes of pull quotes are called."""
_BOX = re.compile(r"(?:^|[\s_-])(?:fakta-?boks|facts?-?box|info-?boks)(?:$|[\s_-])", re.I)
"""What the classes of fact boxes are called."""
_NOTE_ID = re.compile(r"(?:fn|footnote|fodnote|note|_?[fe][dt]n|cite_note)[-_:]?\w*$", re.I)
_MARK_ID = re.compile(r"_?(?:[fe][dt]?n|footnote|fodnote|note|cite)[-_]?ref", re.I)
_LABEL = re.compile(r"\W{0,2}(?:\d{1,3}|[a-z]|[ivx]{1,6}|\*{1,3})\W{0,2}")
"""The mark of a note."""


def write_content(builder: TextBuilder, root: Node, main: Node) -> None:
    """Write the blocks of a page, its menus as furniture; ``main`` is what it is about."""
    _Writer(builder, root, main).write()


class _Kind(NamedTuple):
    """What the text of an element is (see :class:`Block`); ``note`` is the key of a note."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    how: str = ""
    note: object = None
    quoted: bool = False
    apart: bool = False

    def of(self, kind: BlockKind, level: int, how: str) -> _Kind:
        """Return the same with another kind."""
        return self._replace(kind=kind, level=level, how=how)


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
        self._plain = 0
        self._raised = 0
        self._in_mark = 0
        self._marks: list[tuple[int, int, object]] = []
        self._now = _Kind()
        self._outside = main is not root
        self._title = title_outside(root, main) if self._outside else None
        self._last_heading = 1
        self._boxed = False
        self._label = ""
        self._labels: dict[int, str] = {}
        self._labelling: set[int] = set()
        self._notes = {
            node.attributes["id"]
            for node in root.walk()
            if _NOTE_ID.match(node.attributes.get("id", ""))
            and node.tag in ("li", "p", "div", "aside")
        }
        self._names_of_marks = {
            name
            for node in root.walk()
            if node.tag in ("a", "sup")
            for child in node.walk()
            if (child.tag == "a" and self._note_of(child))
            for name in (node.attributes.get("id"), node.attributes.get("name"))
            if name
        }

    def write(self) -> None:
        self._visit(self._root, furniture=self._outside, pre=False, depth=0)
        self._flush()

    def _visit(self, node: Node, *, furniture: bool, pre: bool, depth: int) -> None:
        in_heading = self._now.kind is BlockKind.HEADING and node.tag not in BLOCKS
        if is_hidden(node) or self._only_leads(node) or (in_heading and is_furniture(node)):
            return
        if id(node) in self._labelling:
            return
        if node is self._main or node is self._title:
            self._flush()
            furniture = False
        elif is_furniture(node) and not (self._now.quoted and node.tag == "footer"):
            # The footer of a quotation is its source, not a menu.
            furniture = True
        if node.tag == "br":
            if self._now.kind is BlockKind.PARAGRAPH and self._inline[-1:] == ["\n"]:
                self._flush()  # an empty line, as between paragraphs
            else:
                self._add("\n")
            return
        if node.tag == "table" and not furniture and is_data_table(node):
            self._flush()
            self._table(node)
            return
        # A link to skip to the content stands above everything, in no block of its own.
        skips = furniture and node.tag == "a" and not "".join(self._inline).strip()
        is_block = node.tag in BLOCKS or skips
        above = self._now
        if is_block:
            self._flush()
            self._begin(node, furniture, depth)
        mark = self._mark(node) if node.tag in ("a", "sup") else None
        start = self._length
        # Bold in code is what one types, a bold term in a list of terms no heading over the rest.
        self._plain += node.tag in ("pre", "dt")
        self._in_mark += mark is not None
        self._children(node, furniture=furniture, pre=pre or node.tag == "pre", depth=depth)
        self._in_mark -= mark is not None
        if mark is not None and self._length > start:
            text = "".join(self._inline)[start:]
            lead = len(text) - len(text.lstrip())
            self._marks.append((start + lead, start + len(text.rstrip()), mark))
        if is_block:
            self._flush()
            self._plain -= node.tag in ("pre", "dt")
            self._now = above
            if id(node) in self._labels:
                self._label = ""

    def _only_leads(self, node: Node) -> bool:
        """Say whether an element only links: a note to its mark, or a heading to itself.

        The link that a note begins with is its mark once more.
        """
        link = node.attributes.get("href", "")
        if node.tag != "a" or not link.startswith("#"):
            return False
        text = text_of(node)
        if self._now.kind is BlockKind.HEADING and not any(map(str.isalnum, text)):
            return True
        if self._now.note is None:
            return False
        if _LABEL.fullmatch(text) and not "".join(self._inline).strip():
            self._label = self._label or text
            return True
        return not any(map(str.isalnum, text)) or self._is_mark(link[1:])

    def _is_mark(self, name: str) -> bool:
        return name in self._names_of_marks or _MARK_ID.match(name) is not None

    def _children(self, node: Node, *, furniture: bool, pre: bool, depth: int) -> None:
        bold = node.tag in _BOLD
        self._bold += bold
        # A browser sets marks around <q>; a quotation without them would be none.
        marks = node.tag == "q" and not text_of(node).startswith(_QUOTE_MARKS)
        self._add("»" if marks else "")
        links = (item for item in node.walk() if item.tag == "a") if node.tag == "sup" else ()
        leads = self._in_mark > 0 or any(map(self._note_of, links))
        is_raised = node.tag == "sup" and not leads
        self._raised += is_raised
        depth += node.tag in ("ul", "ol")
        last_heading = self._last_heading
        for child in node.children:
            if isinstance(child, str):
                self._add(child if pre else re.sub(r"[ \t\n\r\f]+", " ", child))
            else:
                self._visit(child, furniture=furniture, pre=pre, depth=depth)
                if child is self._main or child is self._title:
                    self._flush()
        if node.tag == "details":
            self._last_heading = last_heading
        self._add("«" if marks else "")
        self._bold -= bold
        self._raised -= is_raised

    def _begin(self, node: Node, furniture: bool, depth: int) -> None:
        tag, now = node.tag, self._now
        if furniture:
            now = now.of(BlockKind.FURNITURE, 0, "tag")
        elif now.kind is BlockKind.BOX and re.fullmatch(r"h[1-6]", tag):
            now = now.of(BlockKind.BOX, 1, "tag")  # the title of the box
        elif re.fullmatch(r"h[1-6]", tag):
            now = now.of(BlockKind.HEADING, int(tag[1]), "style")
        elif is_title_of_panel(node):
            level = min(self._last_heading + 1, 6)
            now = now.of(BlockKind.HEADING, level, "tag")
        elif tag == "li" and now.kind is BlockKind.BOX:
            self._label = self._labels.get(id(node), "")
        elif tag == "li" and now.kind is not BlockKind.FOOTNOTE:
            now = now.of(BlockKind.ITEM, max(depth, 1), "tag")
            self._label = self._labels.get(id(node), "")
        elif tag == "tr" and (cell := labelling_cell(node)):
            now = now.of(BlockKind.ITEM, max(depth, 1), "tag")
            self._labelling.add(id(cell[0]))
            self._label = self._labels[id(node)] = cell[1]
        elif tag in ("figcaption", "caption"):
            now = now.of(BlockKind.CAPTION, 0, "tag")
        elif tag == "aside" or (tag in ("div", "section") and _BOX.search(node.label)):
            now, self._boxed = now.of(BlockKind.BOX, 0, "tag"), False
        elif now.kind is BlockKind.FURNITURE:
            now = now.of(BlockKind.PARAGRAPH, 0, "")
        if tag == "ol" and not furniture:
            self._labels |= labels_of(node)
        quoted = now.quoted or (tag == "blockquote" and not furniture)
        apart = now.apart or _SET_AS_QUOTE.search(node.label) is not None
        now = now._replace(quoted=quoted, apart=apart)
        name = node.attributes.get("id", "")
        if name in self._notes and not furniture:
            now = now.of(BlockKind.FOOTNOTE, 0, "tag")
            now = now._replace(note=name)
            self._label = self._labels.get(id(node), self._label)
        self._now = now

    def _mark(self, node: Node) -> str | None:
        return self._note_of(node) if self._now.note is None else None

    def _note_of(self, link: Node) -> str | None:
        """Return the name of the note that a link leads to; Word gives it to what is within it."""
        sign, _, name = link.attributes.get("href", "").partition("#")
        named = (name, name.removeprefix("_"))
        return next((one for one in named if not sign and one in self._notes), None)

    def _add(self, text: str) -> None:
        if text[:1] == " " and (not self._inline or self._inline[-1].endswith((" ", "\n"))):
            text = text[1:]
        if not text:
            return
        if self._raised:
            text = raised("".join(self._inline[-3:]), text)
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
        label = self._label and f"{self._label} "
        self._label = ""
        if label and not stripped.startswith(label):
            text, clean = label + text, label + clean
            marks = [(start + len(label), end + len(label), key) for start, end, key in marks]
        kind, level, how, note, quoted, apart = self._now
        if kind is BlockKind.PARAGRAPH and not self._plain and _is_bold_heading(stripped, bold):
            kind, level, how = BlockKind.HEADING, min(self._last_heading + 1, 6), "type"
        elif kind is BlockKind.HEADING and how == "style":
            self._last_heading = level
        typed = typed_marker(clean) if kind is BlockKind.PARAGRAPH and not label else 0
        if typed:
            kind, level, how = BlockKind.ITEM, 1, "numbering"
        boxed, self._boxed = self._boxed, kind is BlockKind.BOX
        self._builder.add(
            kind,
            clean,
            level=level,
            how=how,
            marker=0 if kind is BlockKind.HEADING else typed or len(label),
            displayed=how == "style" and level == 1,
            continues=boxed and kind is BlockKind.BOX and not level,
            marks=marks if len(clean) == len(text) else (),
            note=note,
            quoted=quoted,
            apart=apart,
        )

    def _table(self, node: Node) -> None:
        for caption in (item for item in node.walk() if item.tag == "caption"):
            self._builder.add(BlockKind.CAPTION, tidy(text_of(caption)), how=OF_TABLE)
        self._builder.add_table(rows_of(node), how="tag")


def _is_bold_heading(text: str, bold: int) -> bool:
    return bold >= len(re.sub(r"\s", "", text)) and may_head(text)
