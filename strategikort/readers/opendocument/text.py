"""The text of an OpenDocument, written as the body of a Word document.

What a heading, a list, a note or a box is, is then told by the same rules for both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from strategikort.readers.opendocument.lists import OdfLists, OpenList
from strategikort.readers.opendocument.styles import (
    DRAW,
    OFFICE,
    TABLE,
    TEXT,
    OdfStyles,
    made,
)
from strategikort.readers.opendocument.tree import (
    MATH,
    Line,
    children_of,
    formula_of,
    has_words,
    is_hidden,
    repeated,
    style_of,
    words_of,
)
from strategikort.readers.word.styles import Look, W

_HREF = "{http://www.w3.org/1999/xlink}href"
_FORM_VALUE = "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}current-value"
_MOST_REPEATS = 10_000
"""How many cells of a file are repeated at the most; files from outside state any number."""
_LISTS_OF_PAGES = frozenset(
    TEXT + name
    for name in ("table-of-content", "illustration-index", "table-index", "object-index")
)
_ROWS = frozenset(TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group"))
_NO_TEXT = frozenset(
    {TEXT + "number", TEXT + "ruby-text", TEXT + "script", TEXT + "placeholder"}
    | {OFFICE + "annotation-end"}
)


class Item(NamedTuple):
    """An element of a list whose first paragraph is still to come, or a list without elements."""

    within: OpenList
    waiting: list[str | None]
    """The number it begins at; empty when its paragraph has come."""


class Rewriter:
    """Writes a document as Word would; ``besides`` counts what is not read.

    ``object_of`` gives the root of an embedded object by its name in the package.
    """

    def __init__(
        self, styles: OdfStyles, lists: OdfLists, object_of: Callable[[str], Element | None]
    ) -> None:
        self._styles = styles
        self._lists = lists
        self._object_of = object_of
        self.document = Element(W + "document")
        self.notes = {kind: Element(f"{W}{kind}s") for kind in ("footnote", "endnote")}
        self.besides: Counter[str] = Counter()
        self._note_count = 0
        self._repeats = _MOST_REPEATS

    def write(self, text: Element) -> None:
        """Write the content of ``office:text``."""
        self._blocks(text, made(self.document, "body"), None)

    def _blocks(self, parent: Element, out: Element, item: Item | None) -> None:
        for child in parent:
            tag = child.tag
            if not isinstance(tag, str) or is_hidden(child):
                continue
            if tag in (TEXT + "p", TEXT + "h"):
                self._paragraph(child, out, item)
            elif tag == TEXT + "list":
                self._list(child, out, item.within if item else None)
            elif tag == TEXT + "numbered-paragraph":
                start = child.get(TEXT + "start-value")
                self._blocks(child, out, Item(self._lists.named(child), [start]))
            elif tag == TABLE + "table":
                self._table(child, out)
            elif tag in _LISTS_OF_PAGES:
                self._contents(child, out)
            elif tag.startswith(DRAW):
                self._beside(child, out)
            elif tag == TEXT + "tracked-changes":
                gone = (d for d in child.iter(TEXT + "deletion") if has_words(d))
                self.besides["deletion"] += sum(1 for _ in gone)
                self.besides["insertion"] += sum(1 for _ in child.iter(TEXT + "insertion"))
            elif tag == OFFICE + "forms":
                filled = (e for e in child.iter() if (e.get(_FORM_VALUE) or "").strip())
                self.besides["field"] += sum(1 for _ in filled)
            elif tag != OFFICE + "annotation":
                self._blocks(child, out, item)

    def _contents(self, child: Element, out: Element) -> None:
        control = made(out, "sdt")
        part = made(made(control, "sdtPr"), "docPartObj")
        made(part, "docPartGallery", val="Table of Contents")
        self._blocks(child, made(control, "sdtContent"), None)

    def _beside(self, child: Element, out: Element) -> None:
        """Write what is drawn on a page and not in a paragraph."""
        line = Line(made(out, "p"))
        self._drawn(child, line, Look())
        out.extend(line.after)

    def _list(self, element: Element, out: Element, outer: OpenList | None) -> None:
        first = next(element.iter(TEXT + "p"), None)
        style = self._styles.list_style(style_of(first)) if first is not None else None
        within = self._lists.opened(element, style, outer)
        for child in element:
            if child.tag == TEXT + "list-item":
                self._blocks(child, out, Item(within, [child.get(TEXT + "start-value")]))
            elif child.tag == TEXT + "list-header":
                self._blocks(child, out, Item(within, []))

    def _paragraph(self, element: Element, out: Element, item: Item | None) -> None:
        if any(
            e.get(TEXT + "is-hidden") == "true" for e in element.iter(TEXT + "hidden-paragraph")
        ):
            return
        paragraph = made(out, "p")
        properties = made(paragraph, "pPr")
        made(properties, "pStyle", val=self._styles.used(style_of(element)))
        level = element.get(TEXT + "outline-level", "1") if element.tag == TEXT + "h" else ""
        if level.isdecimal() and int(level[:2]):
            made(properties, "outlineLvl", val=str(int(level[:2]) - 1))
        self._label(element, properties, item, level)
        line = Line(paragraph)
        self._inline(element, Look(), line)
        out.extend(line.after)

    def _label(self, element: Element, properties: Element, item: Item | None, level: str) -> None:
        """Give a paragraph the number of its list, or that of a heading."""
        if item and item.waiting:
            within, start = item.within, item.waiting.pop()
        elif item or not level or self._is_unnumbered(element):
            return
        else:
            restarts = element.get(TEXT + "restart-numbering") == "true"
            start = element.get(TEXT + "start-value", "1") if restarts else None
            within = self._lists.outline(int(level[:2]) - 1 if level.isdecimal() else 0)
        numbers = made(properties, "numPr")
        made(numbers, "ilvl", val=str(within.level))
        made(numbers, "numId", val=self._lists.number(within, start))

    def _is_unnumbered(self, heading: Element) -> bool:
        is_list_header = heading.get(TEXT + "is-list-header") == "true"
        return is_list_header or self._styles.list_style(style_of(heading)) == ""

    def _inline(self, element: Element, look: Look, line: Line) -> None:
        line.text(element.text, look)
        for child in element:
            if isinstance(child.tag, str):
                self._inside(child, look, line)
            line.text(child.tail, look)

    def _inside(self, child: Element, look: Look, line: Line) -> None:
        tag = child.tag
        if tag in _NO_TEXT or is_hidden(child):
            return
        if tag == TEXT + "s":
            line.exact(" " * repeated(child, TEXT + "c"), look)
        elif tag in (TEXT + "tab", TEXT + "line-break"):
            line.sign("tab" if tag == TEXT + "tab" else "br", look)
        elif tag == TEXT + "note":
            self._note(child, look, line)
        elif tag == OFFICE + "annotation":
            self.besides["comment"] += has_words(child)
        elif tag.startswith(DRAW):
            self._drawn(child, line, look)
        elif tag == TEXT + "span":
            own = self._styles.look("text", child.get(TEXT + "style-name"))
            self._inline(child, own.over(look), line)
        else:
            self._inline(child, look, line)

    def _note(self, element: Element, look: Look, line: Line) -> None:
        """Write a note; its mark is what the file says is printed, where it does."""
        said = element.get(TEXT + "note-class")
        kind = "endnote" if said == "endnote" else "footnote"
        self._note_count += 1
        key = str(self._note_count)
        citation, body = element.find(TEXT + "note-citation"), element.find(TEXT + "note-body")
        mark = ""
        if citation is not None:
            mark = (citation.get(TEXT + "label") or "".join(citation.itertext())).strip()
        note = made(self.notes[kind], kind, id=key)
        if body is not None:
            self._blocks(body, note, None)
        run = line.run(look)
        reference = made(run, f"{kind}Reference", id=key)
        if mark:
            reference.set(W + "customMarkFollows", "1")
            made(run, "t").text = mark

    def _drawn(self, element: Element, line: Line, look: Look) -> None:
        """Write the text of a frame or a shape; of the forms of a frame's content the first."""
        if element.tag == DRAW + "frame":
            for child in element:
                if child.tag == DRAW + "text-box":
                    self._box(child, line)
                elif child.tag in (DRAW + "object", DRAW + "object-ole"):
                    self._object(child, line, look)
                elif child.tag == TABLE + "table":
                    self._box(element, line)
                elif child.tag != DRAW + "image":
                    continue
                return
        elif element.tag in (DRAW + "g", DRAW + "a"):
            for child in element:
                self._drawn(child, line, look)
        else:
            self._box(element, line)

    def _box(self, element: Element, line: Line) -> None:
        content = Element(W + "txbxContent")
        self._blocks(element, content, None)
        if not any(words_of(content)):
            return
        if all(child.tag == W + "p" and self._is_caption(child) for child in content):
            # Programs put a frame around a picture and its caption.
            line.after += list(content)
        else:
            made(line.run(Look()), "pict").append(content)

    def _is_caption(self, paragraph: Element) -> bool:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        is_caption = style is not None and self._styles.is_caption(style.get(W + "val"))
        return is_caption or not any(words_of(paragraph))

    def _object(self, element: Element, line: Line, look: Look) -> None:
        """Write a formula; of what else is embedded only the number is said."""
        root = next(iter(element), None)
        if root is None:
            root = self._object_of(element.get(_HREF, "").removeprefix("./").removesuffix("/"))
        if root is not None and root.tag == MATH + "math":
            line.exact("".join(formula_of(root)), look)
        elif root is not None and next(root.iter(OFFICE + "chart"), None) is not None:
            self.besides["diagram"] += 1
        else:
            self.besides["attachment"] += 1

    def _table(self, table: Element, out: Element) -> None:
        written = made(out, "tbl")
        covered: dict[tuple[int, int], int] = {}
        for at, row in enumerate(children_of(table, TABLE + "table-row", _ROWS)):
            self._row(row, made(written, "tr"), at, covered)

    def _row(
        self, row: Element, out: Element, at: int, covered: dict[tuple[int, int], int]
    ) -> None:
        """Write a row; ``covered`` says by row and column how wide a cell from above reaches."""
        column = skipped = 0
        for cell in row:
            if cell.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                continue
            times = min(repeated(cell, TABLE + "number-columns-repeated"), self._repeats + 1)
            self._repeats -= times - 1
            for _ in range(times):
                column += 1
                if cell.tag == TABLE + "covered-table-cell":
                    across = covered.get((at, column), 0)
                    if across:
                        made(made(made(out, "tc"), "tcPr"), "gridSpan", val=str(across))
                        skipped = across - 1
                    elif skipped:
                        skipped -= 1
                    continue
                across = repeated(cell, TABLE + "number-columns-spanned")
                down = repeated(cell, TABLE + "number-rows-spanned")
                skipped = across - 1
                covered.update({(below, column): across for below in range(at + 1, at + down)})
                written = made(out, "tc")
                made(made(written, "tcPr"), "gridSpan", val=str(across))
                self._blocks(cell, written, None)
