"""Which tags of a file are to be believed, and what these say of its paragraphs.

Programs tag whole documents as headings, every line as a paragraph, or a part of the pages only.
What does not fit is taken off, and the text is read as if it had no such tags.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from strategikort.readers.model import OF_TABLE, BlockKind
from strategikort.readers.pdf.drawing.content import PageContent
from strategikort.readers.pdf.drawing.tags import Element
from strategikort.readers.pdf.headings.torn import MAX_LENGTH
from strategikort.readers.pdf.paragraphs.paragraphs import Para
from strategikort.readers.pdf.tables.tagtables import stated_rows

_COVERED = 0.8
"""The share of a page's letters that have to stand in blocks of the tree."""
_HEADINGS = 0.3
"""The share of the text that may be headings, and of these that may be none."""
_APART = 120
"""Letters from which on a heading that ends as a sentence does is a paragraph."""
_NOTES = 0.4
_CONTENTS = 0.5
_TORN = 0.08
"""The share of paragraphs that may begin in the middle of a sentence."""

_ENDED = re.compile(r"[.!?:;,…»«”“\"')\]–—-]\s*\d{0,3}\s*$")


def settle_tags(pages: Sequence[PageContent]) -> None:
    """Take the tags that are not to be believed off the text of ``pages``."""
    for page in pages:
        letters = tagged = 0
        for item in page.fragments:
            if not item.artifact:
                letters += len(item.text)
                tagged += len(item.text) if item.element and item.element.unit else 0
        if tagged < _COVERED * letters:
            for item in page.fragments:
                item.element = None
    texts = _texts(pages)
    for block in texts:
        if block.table is not None and not stated_rows(block.table):
            block.table = block.cell = None  # what it holds is not its cells
    total = sum(len(text) for text in texts.values())
    _settle_headings(texts, total)
    if not _are_whole(texts):
        _forget(texts, lambda block: block.role == "P")
    if _share(texts, total, lambda block: block.note is not None) > _NOTES:
        for block in texts:
            block.note = None
    if _share(texts, total, lambda block: block.contents is not None) > _CONTENTS:
        for block in texts:
            block.contents = None


def _texts(pages: Sequence[PageContent]) -> dict[Element, str]:
    """Return the text of each block, in the order of the tree."""
    texts: dict[Element, list[str]] = {}
    for page in pages:
        for item in page.fragments:
            if item.element and item.element.home:
                texts.setdefault(item.element.home, []).append(item.text)
    return {block: " ".join(texts[block]) for block in sorted(texts, key=lambda block: block.place)}


def _share(texts: dict[Element, str], total: int, belongs: Callable[[Element], bool]) -> float:
    return sum(len(text) for block, text in texts.items() if belongs(block)) / max(total, 1)


def _settle_headings(texts: dict[Element, str], total: int) -> None:
    headings = {block: text for block, text in texts.items() if block.is_heading}
    false = [block for block, text in headings.items() if not _may_be_heading(text)]
    share = _share(texts, total, lambda block: block.is_heading)
    if share > _HEADINGS or len(false) > _HEADINGS * len(headings):
        _forget(texts, lambda block: block.is_heading)
    for block in false:
        block.role = "P"


def _may_be_heading(text: str) -> bool:
    text = text.strip()
    if len(text) > MAX_LENGTH or not re.search(r"\w\w|\d", text):
        return False
    return len(text) <= _APART or not text.endswith((".", ";"))


def _are_whole(texts: dict[Element, str]) -> bool:
    """Tell whether the paragraphs are paragraphs: few go on where another one leaves off."""
    paragraphs = [(block, text) for block, text in texts.items() if block.role == "P"]
    torn = sum(
        1
        for (one, above), (other, below) in pairwise(paragraphs)
        if one.item is other.item
        and one.cell is other.cell
        and below.lstrip()[:1].islower()
        and not _ENDED.search(above)
    )
    return torn <= _TORN * len(paragraphs)


def _forget(texts: dict[Element, str], belongs: Callable[[Element], bool]) -> None:
    """Take the blocks of a kind out of the tree; what stands in them stands in none."""
    for block in filter(belongs, texts):
        block.trusted = False


def mark_tagged(paras: Sequence[Para]) -> None:
    """Mark the elements of lists and the captions; ``paras`` are in reading order."""
    begun: set[Element] = set()
    for para in paras:
        block = para.block
        if block is None or para.kind is BlockKind.FOOTNOTE:
            continue
        if block.item is not None and block.cell is None:
            is_text = para.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
            if block.item not in begun and is_text and _is_item(block.item, para):
                para.kind, para.how, para.level = BlockKind.ITEM, "tag", block.item.level
            begun.add(block.item)
        elif block.caption is not None and para.kind is BlockKind.PARAGRAPH:
            of_table = block.caption.parent is not None and block.caption.parent.role == "Table"
            para.kind, para.how = BlockKind.CAPTION, OF_TABLE if of_table else "tag"


def mark_tagged_headings(paras: Sequence[Para]) -> None:
    """Mark what the structure tree says is a heading; of its level it knows more than others."""
    for para in paras:
        block = para.block
        if block is None or not block.is_heading or para.boxed:
            continue
        if para.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            para.kind, para.how, para.marker = BlockKind.HEADING, "tag", 0
        if para.kind is BlockKind.HEADING:
            para.level = block.level


def _is_item(item: Element, para: Para) -> bool:
    """Tell an element of a list from a caption or the like that Word has numbered."""
    if para.marker or any(part.role == "Lbl" for part in item.elements):
        return True
    around = item.parent.elements if item.parent else []
    return sum(1 for other in around if other.role == "LI") > 1


def goes_on_in_tree(last: Para, para: Para) -> bool:
    """Tell whether a paragraph is in the same block of the tree as the one before it."""
    block = last.lines[-1].block if last.lines else None
    return block is not None and block is para.block
