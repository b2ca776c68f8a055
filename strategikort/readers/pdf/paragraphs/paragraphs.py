"""Lines → paragraphs and list items, column by column.

Nothing in a file says where a paragraph ends.  A line begins one if the gap above it is wider than
usual, its type is another, it has a bullet or number, it is indented as first lines are, or the
line above ended though the next word had room.  Tags go before all that where they are to be
believed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from strategikort.language.months import NO_MONTH
from strategikort.readers.cues.markers import BULLET, NUMBERED, NUMBERED_SECTION, typed_marker
from strategikort.readers.model import BlockKind
from strategikort.readers.pdf.drawing.content import Style, most_of
from strategikort.readers.pdf.drawing.tags import Element
from strategikort.readers.pdf.lines.lines import Line, has_room
from strategikort.readers.pdf.lines.sentences import ends_sentence, is_open, runs_on
from strategikort.readers.pdf.paragraphs.flow import Flow
from strategikort.readers.pdf.paragraphs.leading import WIDE, Leading
from strategikort.readers.pdf.tables.regions import Region

_NUMBERED_HEADING = re.compile(
    rf"\d{{1,2}}(?:\.\d{{1,2}})*\.\s+{NO_MONTH}[A-ZÆØÅ]|{NUMBERED_SECTION.pattern}"
)
_LABELLED = re.compile(r"(?:\d{1,2}|[IVX]{1,5}|[A-ZÆØÅ])(?:\.\d{1,2})*[.:]?\s+\S")
_FEWEST_HANGING = 2
_ITEM_GAP = 1.15

_OTHER_SIZE, _NEAR_SIZE = 0.08, 0.2
"""How much smaller type is, as a share of the larger, that is set apart, or may be of the text."""

_WORD = re.compile(r"[^\W\d_]{3}")
"""What the labels of terms have, which are a part of the text, and not those of elements."""


@dataclass
class Para:
    """Some lines that belong together, or a table or box between them.

    ``flow`` counts the columns of the file; ``first`` and ``last`` say that the paragraph begins
    or ends its column.  ``page`` is the index of the page in the list of pages.
    ``boxed``: it stands in box number ``box``.  ``key`` is the page and the label of a note,
    ``endnote`` the number of the chapter of notes that it stands in; ``notes_on`` are the pages of
    those that marks in the paragraph belong to.
    """

    lines: list[Line]
    flow: int
    page: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    how: str = ""
    marker: int = 0
    continues: bool = False
    first: bool = False
    last: bool = False
    region: Region | None = None
    key: tuple[int, str] | None = None
    endnote: int = 0
    notes_on: dict[str, int] = field(default_factory=dict)
    boxed: bool = False
    box: int = 0
    marks: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The lines with LF between them."""
        return "\n".join(line.text for line in self.lines)

    @property
    def block(self) -> Element | None:
        """The block of the structure tree that it begins in."""
        return self.lines[0].block if self.lines else None

    @property
    def style_or_none(self) -> Style | None:
        """The style of most of the text, None for a table or box."""
        return self.style if self.lines else None

    @property
    def style(self) -> Style:
        """The style of most of the text."""
        return most_of((line.style, len(line.text)) for line in self.lines)


def paragraphs_of(flow: Flow, number: int, page: int, leading: Leading) -> list[Para]:
    """Return the paragraphs of one column."""
    found: list[Para] = []
    edges = _Edges(flow)
    previous: Line | None = None
    for part in flow.parts:
        if isinstance(part, Region):
            found.append(Para([], number, page, region=part))
            previous = None
            continue
        if previous is not None and not _breaks(found[-1], previous, part, edges, leading):
            found[-1].lines.append(part)
        else:
            para = Para([part], number, page, boxed=flow.kind in ("box", "margin"))
            _take_marker(para)
            if flow.kind == "margin":
                para.how = "margin"
            found.append(para)
        previous = part
    if found:
        found[0].first = found[-1].last = True
    return found


class _Edges:
    """Where the lines of a column begin and end."""

    def __init__(self, flow: Flow) -> None:
        lines = [part for part in flow.parts if isinstance(part, Line)]
        starts = Counter(round(line.x0) for line in lines)
        most = max(starts.values(), default=0)
        self.left = min((x for x, count in starts.items() if count >= 0.3 * most), default=0)
        ends = sorted(line.x1 for line in lines)
        self.right = ends[max(int(len(ends) * 0.95) - 1, 0)] if ends else 0.0
        steps: Counter[int] = Counter()
        hanging: Counter[int] = Counter()
        for above, below in pairwise(lines):
            step = round((below.x0 - above.x0) / 2)
            if step > 1 and above.y - below.y < WIDE * above.size:
                steps[step] += 1
                hanging[step] += _is_full(above, below, self.right)
        self._hanging = {
            step
            for step, count in hanging.items()
            if count >= _FEWEST_HANGING and count > 0.6 * steps[step]
        }

    def hang(self, step: float) -> bool:
        """Say whether lines that stand ``step`` further in go on with those above them.

        They do in lists of literature, whose entries stand out; elsewhere they begin paragraphs.
        """
        return round(step / 2) in self._hanging


def _take_marker(para: Para) -> None:
    first = para.lines[0]
    marker = typed_marker(first.text)
    if marker:
        para.kind, para.marker, para.how = BlockKind.ITEM, marker, "geometry"
    elif first.label and not _WORD.search(first.text[: first.label]):
        para.marker = first.label


def _breaks(para: Para, above: Line, below: Line, edges: _Edges, leading: Leading) -> bool:
    """Say whether a new paragraph begins with ``below``."""
    tagged = _are_tagged_apart(para, above, below)
    if tagged is not None:
        return tagged
    size = min(above.size, below.size)
    gap = above.y - below.y
    if _style_breaks(above, below, edges.right):
        return True
    if _is_next_heading(para.lines[0], above, below):
        return True
    usual = leading.of(above.size)
    is_item, is_first = para.kind is BlockKind.ITEM, above is para.lines[0]
    # The elements of a list stand nearer to one another than paragraphs do.
    if gap > max((_ITEM_GAP if is_item else 1.25) * usual, usual + 1.5):
        # A raised mark or the like may have pushed the lines of a sentence apart.
        is_open = runs_on(above.text, below.text) and not has_room(above, below, edges.right)
        return not (is_open and gap <= 1.5 * usual and abs(above.x0 - below.x0) < 1)
    if _is_marker(below, para):
        return True
    if _are_centred(above, below, edges):
        return False
    if is_item and _leaves_list(below, para.lines[0], leading):
        return True
    step = below.x0 - above.x0
    if step > 0.7 * size:
        if is_item and is_first and _begins_beyond(below, above, edges.right):
            return True
        hanging = edges.hang(step) and not has_room(above, below, edges.right)
        return not (is_first and (is_item or _hangs(above, below) or hanging))
    if step < -0.7 * size and (is_item or not is_first):
        # The first line of a numbered paragraph may stand further in than the others.
        return not (is_first and _is_full(above, below, edges.right))
    return _was_forced(above, below, edges.right)


def _are_tagged_apart(para: Para, above: Line, below: Line) -> bool | None:
    """Say whether two lines stand in two blocks of the structure tree, None if it tells nothing."""
    one, other = above.block, below.block
    if one is None or other is None:
        return None
    if one is other:
        # Where lines are broken by hand, several elements of a list stand in one paragraph.
        right = max(line.x1 for line in (*para.lines, below))
        by_hand = _is_marker(below, para) or _was_forced(above, below, right)
        return None if by_hand or _style_breaks(above, below, right) else False
    if one.is_heading and other.is_heading and one.role != other.role:
        return True
    if one.item is other.item and (one.role == "LI" or _is_torn(above.text, below.text)):
        return None
    return True


def _is_torn(above: str, below: str) -> bool:
    """Say whether a text goes on below, though the file says that it is another paragraph."""
    return runs_on(above, below) or is_open(above)


def _is_next_heading(first: Line, above: Line, below: Line) -> bool:
    """Say whether ``below`` is a heading without text between it and the one above."""
    if NUMBERED_SECTION.match(below.text) and _NUMBERED_HEADING.match(first.text):
        return True
    bold = above.style.bold and below.style.bold and above.style == below.style
    return bold and bool(_NUMBERED_HEADING.match(below.text)) and above.text[-1:].isalpha()


def _leaves_list(line: Line, first: Line, leading: Leading) -> bool:
    """Say whether ``line`` stands under the marker of a list's element, where its text hangs."""
    hangs = leading.bullets_hang if BULLET.match(first.text) else leading.numbers_hang
    return (
        hangs
        and line.x0 < first.x0 + 2
        and first.second is not None
        and first.second - first.x0 > 4
    )


def _begins_beyond(below: Line, first: Line, right: float) -> bool:
    """Say whether an indented line is none of an element of a list that it stands below.

    The element has room for its first word, and it has ended or begins less far in.
    """
    beyond = first.second is not None and below.x0 > first.second + 0.7 * below.size
    return has_room(first, below, right) and (beyond or ends_sentence(first.text))


def _are_centred(above: Line, below: Line, edges: _Edges) -> bool:
    """Say whether two lines stand in the middle: one that fills its column only if it goes on."""
    if abs((above.x0 + above.x1) - (below.x0 + below.x1)) >= 4:
        return False
    is_open = below.x0 > above.x0 + 3 and runs_on(above.text, below.text)
    is_within = above.x0 - edges.left > 3
    if is_within and below.x0 - edges.left <= 3:  # a full line below the end of an indented text
        return not ends_sentence(above.text)
    return is_open or is_within


def _style_breaks(above: Line, below: Line, right: float) -> bool:
    end, start = above.tail or above.style, below.lead or below.style
    apart = abs(above.size - below.size) / max(above.size, below.size)
    if apart > _OTHER_SIZE and not _goes_on_smaller(above, below, apart, right):
        return True
    if end.bold != start.bold and above.uniform and below.uniform:
        return True
    return (
        end.font != start.font
        and end.color != start.color
        and above.style == end
        and below.style == start
    )


def _goes_on_smaller(above: Line, below: Line, apart: float, right: float) -> bool:
    """Say whether a sentence goes on in type of another size, as names of files are set in it.

    The one line begins or ends in the type of the other, or is in another font what the other had
    no room for.
    """
    one, other = ({line.lead, line.style, line.tail} for line in (above, below))
    if not one.isdisjoint(other):
        return True
    is_full = not ends_sentence(above.text) and not has_room(above, below, right)
    is_full = is_full and above.style.font != below.style.font
    return apart <= _NEAR_SIZE and is_full and abs(above.x0 - below.x0) < 1


def _is_marker(line: Line, para: Para) -> bool:
    if BULLET.match(line.text):
        # A dash or plus at a line's start may be one in the middle of a sentence.
        if line.text[0] in "-–—+*·" and para.kind is not BlockKind.ITEM:
            return ends_sentence(para.lines[-1].text)
        return True
    match = NUMBERED.match(line.text)
    if not match:
        return False
    previous = para.lines[-1]
    if para.kind is BlockKind.ITEM:
        return abs(line.x0 - para.lines[0].x0) < 3 or ends_sentence(previous.text)
    return ends_sentence(previous.text)


def _hangs(above: Line, below: Line) -> bool:
    """Say whether the text of ``above`` begins, behind a label or number, where ``below`` does."""
    if above.second is not None and _LABELLED.match(above.text):
        return abs(above.second - below.x0) < 2
    return any(abs(cell[0] - below.x0) < 2 for cell in above.cells[1:2])


def _was_forced(above: Line, below: Line, right: float) -> bool:
    """Say whether the line was broken though the next word would still have had room."""
    return ends_sentence(above.text) and has_room(above, below, right)


def _is_full(above: Line, below: Line, right: float) -> bool:
    """Say whether a line without a sentence's end had no room for the next word."""
    return not ends_sentence(above.text) and not has_room(above, below, right)
