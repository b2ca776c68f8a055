"""What a paragraph is beside its neighbours: a box, a caption, a pull quote, or what goes on.

A sentence that a column, a page or a picture parts is one again if its first half fills its line
and ends open, and the second begins as the rest of one.  Whatever stands between the halves in
other type is taken for a pull quote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from strategikort.readers.model import BlockKind
from strategikort.readers.pdf.drawing.content import DISPLAY, LARGER, Style
from strategikort.readers.pdf.headings.tagtrust import goes_on_in_tree
from strategikort.readers.pdf.lines.sentences import ends_sentence, runs_on
from strategikort.readers.pdf.margins.notes import note_marks
from strategikort.readers.pdf.paragraphs.paragraphs import Para

CAPTION = re.compile(
    r"(?:figur|tabel|diagram|billede|foto|kilde|figure|table|source)\s*[\d.]{0,5}\s*[.:–—-]", re.I
)

_OPEN = 0.7
"""The share of its column that the last line of a text fills at least that goes on elsewhere."""

_FLUSH = 0.6
"""Points by which the ends of justified lines differ, at most."""

_FEWEST_FLUSH = 2
"""Lines, at least, that show that they are justified."""

_WIDTH = 0.6
"""How wide the text in one part of a box is at least, as a share of that in the other."""

_QUOTED = re.compile(r"[»„“\"”][^»«]*[.!?…][«“”\"]", re.S)
"""A sentence in quotation marks: in type larger than the text it is a pull quote."""


def settle(paras: Sequence[Para], body: Style) -> None:
    """Settle what is a box, a caption, a pull quote, and which paragraphs go on."""
    last: Para | None = None
    boxed: Para | None = None
    box = 0
    for index, para in enumerate(paras):
        if para.region is not None or para.kind is BlockKind.FURNITURE:
            continue
        if para.boxed:
            in_box = para.box == box or (boxed is not None and _box_goes_on(boxed, para))
            level = 1 if not in_box and _is_box_title(para, body) else 0
            how = "margin" if para.how == "margin" else "geometry"
            para.kind, para.how, para.level = BlockKind.BOX, how, level
            para.continues, box, boxed = in_box, para.box, para
            continue
        box = 0
        if para.kind is BlockKind.FOOTNOTE:
            para.marks = []
            continue
        para.marks = note_marks(para)
        if para.kind is BlockKind.CAPTION:
            continue
        if para.kind is BlockKind.PARAGRAPH and CAPTION.match(para.text) and len(para.text) < 400:
            para.kind, para.how = BlockKind.CAPTION, "type"
            continue
        quoted = _QUOTED.fullmatch(para.text) and para.style.size >= DISPLAY * body.size
        if quoted or (last is not None and _interrupts(para, last, paras, index, body)):
            para.kind, para.how, para.level = BlockKind.BOX, "type", 0
            continue
        if para.kind is BlockKind.HEADING:
            last = None
            continue
        if last is not None and _goes_on(last, para, paras, index):
            para.continues = True
            para.kind = last.kind
            para.marker = 0
        last = para


def _box_goes_on(last: Para, para: Para) -> bool:
    """Say whether a box goes on in the next column or on the next page, within a sentence."""
    end, start = last.lines[-1], para.lines[0]
    widths = [line.right - line.left for line in (end, start)]
    is_next = para.page == last.page + 1 or (para.page == last.page and start.y > end.y)
    return (
        is_next
        and last.style == para.style
        and not para.text[0].isdigit()
        and min(widths) >= _WIDTH * max(widths)
        and _is_open(last)
        and runs_on(last.text, para.text)
    )


def _is_box_title(para: Para, body: Style) -> bool:
    style = para.style
    return len(para.text) < 120 and (style.bold or style.size > LARGER * body.size)


def _goes_on(last: Para, para: Para, paras: Sequence[Para], index: int) -> bool:
    if para.kind is not BlockKind.PARAGRAPH or abs(last.style.size - para.style.size) > 0.6:
        return False
    parted = not (paras[index - 1] is last and last.flow == para.flow)
    if parted and goes_on_in_tree(last, para):
        return True
    if not parted or not (_is_open(last) or _stands_beside(last, paras[index - 1])):
        return False
    return runs_on(last.text, para.text) or _is_unfinished(last, para) or _is_flush(last, para)


def _is_flush(last: Para, para: Para) -> bool:
    """Say whether a column ends with a line that is as wide as the others, which are all alike.

    Where lines are justified, the last one of a paragraph is not, and a new one here would not
    begin at its edge if it did elsewhere.
    """
    end, first = last.lines[-1], para.lines[0]
    widths = [line.x1 - line.x0 for line in (*last.lines[1:-1], *para.lines[1:-1])]
    return (
        last.last
        and para.first
        and last.kind is BlockKind.PARAGRAPH
        and last.style == para.style
        and len(widths) >= _FEWEST_FLUSH
        and max(widths) - min(widths) <= 2 * _FLUSH
        and abs(end.x1 - end.x0 - max(widths)) <= 2 * _FLUSH
        and first.x0 - para.lines[-1].x0 <= _FLUSH
    )


def _is_unfinished(last: Para, para: Para) -> bool:
    """Say whether running text fills its last line without an end: a name may come next.

    On one page it does where the file draws it next.
    """
    line = last.lines[-1]
    drawn = para.lines[0].order - line.order
    return (
        (last.page != para.page or 0 < drawn <= 3)
        and last.kind is BlockKind.PARAGRAPH
        and min(len(last.lines), len(para.lines)) > 1
        and last.style == para.style
        and not ends_sentence(last.text)
        and line.x1 - line.left >= 0.85 * (line.right - line.left)
    )


def _is_open(para: Para) -> bool:
    """Say whether the last line of a paragraph reaches so far that the text may go on."""
    line = para.lines[-1]
    return line.text.endswith(("-", "\u2010")) or (
        line.x1 - line.left >= _OPEN * (line.right - line.left)
    )


def _stands_beside(para: Para, box: Para) -> bool:
    """Say whether the last line of a paragraph reaches up to a box right of it."""
    if not box.boxed or box.page != para.page:
        return False
    line = para.lines[-1]
    left = box.region.x0 if box.region else min(other.x0 for other in box.lines)
    return line.x1 < left and line.x1 - line.left >= _OPEN * (left - line.left)


def _interrupts(para: Para, last: Para, paras: Sequence[Para], index: int, body: Style) -> bool:
    """Say whether ``para`` is a pull quote: other type in the middle of a sentence."""
    if para.how in ("outline", "numbering") or not para.lines:
        return False
    style = para.style
    if not differs(para, body) or style == last.style or not _is_open(last):
        return False
    if para.lines[0].lead == last.lines[-1].tail:
        return False  # the text goes on, most of it a link
    after = next(
        (other for other in paras[index + 1 : index + 4] if other.style_or_none != style), None
    )
    if after is None or not after.lines or after.kind is not BlockKind.PARAGRAPH:
        return False
    if abs(after.style.size - last.style.size) > 0.5:
        return False
    return after.text[0].islower() and runs_on(last.text, after.text)


def differs(para: Para, body: Style) -> bool:
    """Say whether a paragraph is set in other type than the running text."""
    style = para.style
    return abs(style.size - body.size) > 0.12 * body.size or (
        len(para.lines) > 1 and (style.font != body.font or style.color != body.color)
    )
