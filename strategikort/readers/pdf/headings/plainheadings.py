"""Headings in the type of the text, known by italics, capitals or small capitals alone.

The text layer of a scan does not tell such type: there they are known by returning word for word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from typing import NamedTuple

from strategikort.readers.cues.headings import NO_HEADING
from strategikort.readers.cues.running import is_contents_heading
from strategikort.readers.model import BlockKind
from strategikort.readers.pdf.drawing.content import LARGER, SMALLER, Style
from strategikort.readers.pdf.drawing.lettercase import SMALL_CAPITALS
from strategikort.readers.pdf.headings.settling import CAPTION
from strategikort.readers.pdf.lines.sentences import ends_sentence
from strategikort.readers.pdf.paragraphs.paragraphs import Para

_LONGEST = 100
_FEWEST = 3
"""Lines set alike, at least: what stands alone may be a name or a quotation."""

_SHARE = 0.7
"""The share of the lines set alike that have text below them as headings have."""

_SMALLEST = 0.75
"""The size of capitals as high as small letters, as a share of that of the text."""

_FILLED = 0.9
_TEXT = 60
"""Letters of a paragraph of running text, at least."""

_ENDS = re.compile(r"[.,;:!–—-][»«”“\"’']*$")


class _Look(NamedTuple):
    """How headings are set apart; ``rank`` is the less, the more they stand out.

    ``words`` are those of a line that may return.
    """

    rank: int
    font: str
    size: float
    color: str
    words: str = ""


def find_plain_headings(paras: Sequence[Para], body: Style, scans: Set[int]) -> None:
    """Mark the lines as headings that nothing but their letters tells from the text.

    There are several of them, and text below each.  ``scans`` are the pages whose type is unknown.
    """
    looks: dict[int, _Look] = {}
    paras = [para for para in paras if para.kind is not BlockKind.FOOTNOTE]
    for at, para in enumerate(paras):
        look = _look(para, body, para.page in scans)
        if look is not None:
            looks[at] = look
    headed = {at for at in looks if _heads(paras, at, looks)}
    uses = Counter(looks.values())
    kept = Counter(looks[at] for at in headed)
    found = sorted(
        look for look, count in kept.items() if count >= max(_FEWEST, _SHARE * uses[look])
    )
    if not found:
        return
    levels = Counter(para.level for para in paras if para.kind is BlockKind.HEADING)
    above = max((level for level, count in levels.items() if count > 1), default=0)
    ranks = sorted({look._replace(words="") for look in found})
    for at in headed:
        if looks[at] in found:
            para = paras[at]
            para.kind, para.how, para.marker = BlockKind.HEADING, "type", 0
            para.level = min(above + 1 + ranks.index(looks[at]._replace(words="")), 6)


def _look(para: Para, body: Style, is_scan: bool) -> _Look | None:
    """Return how a paragraph is set that may be such a heading, None if it may not."""
    text = " ".join(para.text.split())
    if (
        para.kind is not BlockKind.PARAGRAPH
        or para.boxed
        or not 1 <= len(para.lines) <= 2
        or len(text) > _LONGEST
        or not re.search(r"[^\W\d_]{3}", text)
        or _ENDS.search(text)
        or CAPTION.match(text)
        or is_contents_heading(text)
    ):
        return None
    line = para.lines[-1]
    if line.x1 - line.left > _FILLED * (line.right - line.left):
        return None
    style = para.style
    size = max(item.size for item in (style, para.lines[0].lead or style))
    begins = text[0].isupper() or text[0].isdigit()
    near = _SMALLEST * body.size <= size <= LARGER * body.size
    styles = [one for item in para.lines for one in (item.style, item.lead, item.tail) if one]
    capitals = text == text.upper() and sum(c.isalpha() for c in text) > 3
    if near and capitals:
        rank = 0
    elif near and SMALL_CAPITALS.search(style.font) and not SMALL_CAPITALS.search(body.font):
        rank = 1
    elif (
        begins
        and size >= SMALLER * body.size
        and not body.italic
        and all(one.italic for one in styles)
    ):
        rank = 2
    elif is_scan and text[0].isupper() and near and not NO_HEADING.fullmatch(text):
        return _Look(3, "", 0, "", text)
    else:
        return None
    return _Look(rank, style.font, round(style.size * 2) / 2, style.color)


def _heads(paras: Sequence[Para], at: int, looks: dict[int, _Look]) -> bool:
    """Tell whether the text before a line has ended, and there is text below it."""
    before = paras[at - 1] if at and at - 1 not in looks else None
    if before is not None and before.lines and before.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        end = before.text.rstrip()
        if not ends_sentence(end) or end.endswith(":"):
            return False
    if at + 1 == len(paras):
        return False
    below, following = paras[at + 1], looks.get(at + 1)
    if not below.lines:
        return below.region is not None and below.region.kind == "table"
    if below.kind is BlockKind.HEADING or following is not None:
        return following is not None and following != looks[at]
    if looks[at].words and ends_sentence(below.text):
        return True
    return below.kind is BlockKind.ITEM or len(below.text) >= _TEXT
