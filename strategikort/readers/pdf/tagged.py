"""What the structure tree says of paragraphs: headings, lists, captions, and what goes on."""

from __future__ import annotations

from collections.abc import Sequence

from strategikort.readers.model import OF_TABLE, BlockKind
from strategikort.readers.pdf.paragraphs import Para
from strategikort.readers.pdf.tags import Element


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
