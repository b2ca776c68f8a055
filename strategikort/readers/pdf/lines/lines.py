"""Fragments → lines: what stands on one baseline, raised marks and large initials included.

Baselines are not enough: a mark of a note stands above its line, an initial reaches over several,
and two columns may have lines of the same height.  So smaller type is tied to what it stands right
behind, and fragments are first put into chunks that no gutter can part, which are the pieces that
columns are found by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from strategikort.readers.making.builder import raised
from strategikort.readers.pdf.drawing.content import Chunk, Fragment, Style, Typeset, most_of
from strategikort.readers.pdf.drawing.fonts import ACCENTS, compose
from strategikort.readers.pdf.drawing.tags import Element
from strategikort.readers.pdf.lines.rows import (
    WORD_GAP,
    are_apart,
    at_line_end,
    block_of,
    by_block,
    is_at_its_word,
    label_of,
    stretched_words,
)

_MARK = re.compile(r"\d{1,3}\)?")
_CELL_GAP = 1.4
_RAISED, _HARDLY = 0.86, 0.95
"""The size of raised signs as a share of that of their line, at most, and of those of figures."""

_DISPLAY_GAP = 5.0


@dataclass(slots=True)
class Line(Typeset):
    """One line of text.

    ``style`` is that of most of its characters, ``raised`` the parts ``[start, end)`` that
    stand above the line in smaller type, ``cells`` its parts with wide gaps between them.
    ``left`` and ``right`` are the edges of its column, ``page`` the page's index.  ``lead`` and
    ``tail`` are the styles it begins and ends with, ``uniform``: it is all bold or not at all;
    ``second`` is where its second word begins.  ``block`` is the block of the structure tree that
    most of it stands in, ``label`` the length of the label that it begins with, as that tree says.
    """

    text: str
    x0: float
    x1: float
    y: float
    style: Style
    order: int
    page: int = 0
    raised: list[tuple[int, int]] = field(default_factory=list)
    cells: list[tuple[float, float, str]] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    lead: Style | None = None
    tail: Style | None = None
    uniform: bool = True
    second: float | None = None
    block: Element | None = None
    label: int = 0

    @property
    def begins_raised(self) -> bool:
        """Whether it begins with a raised mark, as notes do."""
        return bool(self.raised) and self.raised[0][0] == 0


def with_raised(line: Line) -> str:
    """Return the text of a line in which no raised figures can be taken for others."""
    text = line.text
    for start, end in line.raised:
        text = text[:start] + raised(text[:start], text[start:end]) + text[end:]
    return text


def has_room(above: Line, below: Line, right: float) -> bool:
    """Say whether the first word of ``below`` would have had room in the line above."""
    first = below.text.split(" ", 1)[0]
    width = (below.x1 - below.x0) / max(len(below.text), 1) * (len(first) + 1)
    return above.x1 + 1.25 * width + 0.5 * above.size < right


def without_overprint(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Leave out text drawn again at nearly the same place (shadows, bold by overprinting)."""
    seen: set[tuple[str, int, int]] = set()
    kept: list[Fragment] = []
    for item in fragments:
        near = 0.3 * item.size
        column, row = round(item.x0 / near), round(item.y / near)
        around = ((item.text, column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1))
        if not seen.isdisjoint(around):
            continue
        seen.add((item.text, column, row))
        kept.append(item)
    return kept


def _is_small(item: Fragment, size: float, rise: float) -> bool:
    """Say whether type beside some of a ``size`` is smaller, or a mark that stands above it.

    Some programs set marks hardly smaller than the text.
    """
    if item.size <= _RAISED * size:
        return True
    is_raised = item.size <= _HARDLY * size and 0.2 * size <= rise <= 0.75 * size
    return is_raised and _MARK.fullmatch(item.text.strip()) is not None


def chunks_of(fragments: Sequence[Fragment], body_size: float) -> list[Chunk]:
    """Put fragments together that only differ in style or lie so close that no gutter fits.

    What is drawn one after the other may stand as far apart as justified words do, in headings
    (type larger than ``body_size``) even farther; what is not must be nearer.
    """
    found: list[Chunk] = []
    ends: dict[int, list[Chunk]] = {}
    drawn = sorted(fragments, key=lambda item: item.order)
    stretched = stretched_words(drawn)
    for item in drawn:
        row = round(item.y / 2)
        home = None
        last = found[-1].fragments[-1] if found else item
        is_display = item.size > 1.1 * body_size and item.style == last.style
        wide = _DISPLAY_GAP if is_display or id(item) in stretched else 0.9
        if found and _continues(found[-1], item, wide):
            home = found[-1]
        else:
            near = (chunk for at in (row - 1, row, row + 1) for chunk in ends.get(at, ()))
            home = next((chunk for chunk in near if _continues(chunk, item, 0.45)), None)
        if home is None:
            home = Chunk(item.text, item.x0, item.x1, item.top, item.bottom, item.order, [item])
            found.append(home)
        else:
            home.text += " " + item.text
            home.x0, home.x1 = min(home.x0, item.x0), max(home.x1, item.x1)
            home.fragments.append(item)
            if not _is_small(item, home.style.size, item.y - home.fragments[0].y):
                home.top, home.bottom = max(home.top, item.top), min(home.bottom, item.bottom)
        if len(ends.setdefault(row, [])) < 200:
            ends[row].append(home)
    return found


def _continues(chunk: Chunk, item: Fragment, gap: float) -> bool:
    last = chunk.fragments[-1]
    size = max(last.size, item.size)
    level = abs(last.y - item.y)
    small, rise = (item, item.y - last.y) if item.size < last.size else (last, last.y - item.y)
    is_mark = small.size < size and _is_small(small, size, rise)
    if level > (0.6 if is_mark else 0.1) * size:
        return False
    near = -0.3 * size < item.x0 - last.x1 < gap * min(last.size, item.size) * 1.1
    return near and not are_apart(last, item)


def lines_of(fragments: Iterable[Fragment], page: int = 0) -> list[Line]:
    """Return the lines of one column from top to bottom."""
    rows = _rows(sorted(fragments, key=lambda item: (-item.y, item.x0)))
    initials, lefts = _attach_initials(rows)
    rows = _attach_raised(rows, initials)
    lines = [
        _line(part, page, initials, lefts.get(id(row))) for row in rows for part in by_block(row)
    ]
    lines = [line for line in lines if line.text.strip()]
    lines.sort(key=lambda line: -line.y)
    return lines


def _rows(fragments: list[Fragment]) -> list[list[Fragment]]:
    rows: list[list[Fragment]] = []
    for item in fragments:
        if rows:
            row = rows[-1]
            if abs(row[0].y - item.y) <= 0.22 * min(row[0].size, item.size):
                row.append(item)
                continue
        rows.append([item])
    return rows


def _attach_raised(rows: list[list[Fragment]], initials: set[int]) -> list[list[Fragment]]:
    """Put marks that stand above or below a baseline in smaller type into their line."""
    for index, row in enumerate(rows):
        for item in list(row):
            home = _home(rows, index, item, initials)
            if home is not None:
                row.remove(item)
                home.append(item)
    return [row for row in rows if row]


def _home(
    rows: list[list[Fragment]], index: int, item: Fragment, initials: set[int]
) -> list[Fragment] | None:
    for other in (index + 1, index + 2, index - 1):
        if 0 <= other < len(rows) and any(
            id(host) not in initials and _is_beside(item, host) for host in rows[other]
        ):
            return rows[other]
    return None


def _is_beside(item: Fragment, host: Fragment) -> bool:
    """Say whether smaller type stands right behind other type, or, if raised, before it."""
    raised, size = item.y - host.y, host.size
    if not _is_small(item, size, raised) or not -0.35 * size <= raised <= 0.75 * size:
        return False
    if -0.4 * item.size <= item.x0 - host.x1 <= 0.5 * size:
        return True
    before = -0.5 * item.size <= host.x0 - item.x1 <= 0.7 * size
    return before and raised >= 0.1 * size


def _attach_initials(rows: list[list[Fragment]]) -> tuple[set[int], dict[int, float]]:
    """Put a large initial letter in front of the first of the lines that stand beside it.

    Returns the initials by their id, and by the id of each row beside one the left edge that
    the row would have without it.
    """
    initials: set[int] = set()
    lefts: dict[int, float] = {}
    for row in rows:
        item = min(row, key=lambda item: item.x0, default=None)
        if item is None or len(row) > 4 or not _is_letter(item):
            continue
        beside = [(other, text) for other in rows if (text := _text_beside(other, item))]
        # Raised marks are rows of their own as yet.
        largest = max((text.size for _, text in beside), default=0.0)
        beside = [(other, text) for other, text in beside if text.size > _RAISED * largest]
        if len(beside) < 2:
            continue
        first, _ = max(beside, key=lambda pair: pair[1].y)
        row.remove(item)
        first.insert(0, item)
        initials.add(id(item))
        lefts.update((id(other), item.x0) for other, _ in beside)
    return initials, lefts


def _is_letter(item: Fragment) -> bool:
    return len(item.text) == 1 and item.text.isalpha()


def _text_beside(row: list[Fragment], initial: Fragment) -> Fragment | None:
    """Return the end of a row that stands beside a large initial letter, None if it does not."""
    if not row or not initial.bottom - 2 <= row[0].y <= initial.top:
        return None
    text = [item for item in row if item is not initial]
    if not text or initial.size < 1.7 * text[-1].size:
        return None
    return text[-1] if min(item.x0 for item in text) >= initial.x1 - 2 else None


def _line(row: list[Fragment], page: int, initials: set[int], left: float | None) -> Line:
    row.sort(key=lambda item: item.x0)
    style, y = _style_and_baseline(row)
    text = ""
    raised: list[tuple[int, int]] = []
    cells: list[tuple[float, float, str]] = []
    end = row[0].x0
    for at, item in enumerate(row):
        gap = item.x0 - end
        said = item.text if item is not row[-1] else at_line_end(item)
        blank = " " if at and _are_words(row, at, gap, initials) else ""
        if not at or gap > _CELL_GAP * style.size:
            cells.append((item.x0, item.x1, said))
        else:
            x0, x1, before = cells[-1]
            cells[-1] = (x0, max(x1, item.x1), before + blank + said)
        text += blank
        rise = item.y - y
        if _is_small(item, style.size, rise) and rise > 0.12 * style.size:
            raised.append((len(text), len(text) + len(item.text)))
        text += said
        end = max(end, item.x1)
    plain = [item for item in row if not _is_small(item, style.size, item.y - y)] or row
    composed = compose(text)
    is_same = len(composed) == len(text)
    return Line(
        composed,
        row[0].x0 if left is None else left,
        max(item.x1 for item in row),
        y,
        style,
        min(item.order for item in row),
        page,
        raised if is_same else [],
        [(x0, x1, compose(said)) for x0, x1, said in cells],
        lead=plain[0].style,
        tail=plain[-1].style,
        second=_second_word(row),
        uniform=len({item.style.bold for item in plain}) == 1,
        block=block_of(row),
        label=label_of(row) if is_same else 0,
    )


def _style_and_baseline(row: list[Fragment]) -> tuple[Style, float]:
    """Return those that most letters of a row have."""
    style = most_of((item.style, len(item.text)) for item in row)
    return style, most_of((item.y, len(item.text)) for item in row)


def _are_words(row: list[Fragment], at: int, gap: float, initials: set[int]) -> bool:
    """Say whether there is a blank before a fragment: an initial belongs to its word."""
    item, before = row[at], row[at - 1]
    is_initial = (
        at == 1
        and before.size >= 1.7 * item.size
        and (id(before) in initials or (_is_letter(before) and gap < 0.2 * before.size))
    )
    is_apart = gap > WORD_GAP * max(item.size, 1)
    joined = is_initial or before.text in ACCENTS or is_at_its_word(row, at)
    return is_apart and not joined


def _second_word(row: list[Fragment]) -> float | None:
    if row[0].words:
        return row[0].words[0][2]
    return row[1].x0 if len(row) > 1 else None
