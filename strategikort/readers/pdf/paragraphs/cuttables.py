"""Tables that the end of a page or column cuts: one table with one head, its rows whole.

A part goes on with the table before it if its columns stand at the same places and nothing but
running lines, a head printed again or »fortsat« stands between.  A part with another head is a
table of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from strategikort.readers.cues.running import BARE_NUMBER
from strategikort.readers.model import BlockKind
from strategikort.readers.pdf.drawing.tags import Element
from strategikort.readers.pdf.paragraphs.cutrows import (
    is_cut,
    is_cut_in_tree,
    parted_head,
    texts_of,
)
from strategikort.readers.pdf.paragraphs.paragraphs import Para
from strategikort.readers.pdf.tables.figurerows import is_aligned, is_amount
from strategikort.readers.pdf.tables.regions import Region, Row, spans_of, used_columns

_GOES_ON = re.compile(
    r"\(?(?:fortsat|fortsættes|continued|cont\.)(?: \w+){0,3}\)?[.…]*"
    r"|(?:tabel|table)\b.{0,200}\((?:fortsat|continued|cont\.)[^()]{0,30}\)[.:]?",
    re.I | re.S,
)
"""What is printed above or below a part of a table and says that it is one."""

_MOST_HEADS = 3
"""Rows of a head, at most."""

_EDGE = 3.0
"""Points that the rules of the parts of a table differ at most."""

_SHARED = 0.1
"""The share of a column that may reach into the one beside it."""

_Span = tuple[float, float]


def join_tables(paras: Sequence[Para]) -> None:
    """Let the tables in ``paras`` go on that a page or a column ends in.

    The columns of the parts are the same then, a head that is printed again is furniture, and the
    first row of a part may be the rest of a row.
    """
    table: _Table | None = None
    between: list[Para] = []
    for para in paras:
        if para.region is not None and para.region.kind == "table":
            if table is None or not table.take(para, para.region, between):
                if table is not None:
                    table.settle()
                table = _Table(para, para.region, between[-1].text if between else "")
            between = []
        elif _is_text(para):
            between.append(para)
    if table is not None:
        table.settle()


def _is_text(para: Para) -> bool:
    """Tell whether a paragraph stands between two parts of the text, and not in the margin."""
    beside = para.how in ("margin", "sideways") or para.kind is BlockKind.FURNITURE
    return not beside and para.kind is not BlockKind.FOOTNOTE


class _Table:
    """The parts of a table; ``caption`` is what stands right above the first one."""

    def __init__(self, para: Para, region: Region, caption: str) -> None:
        self._para = para
        self._parts = [region]
        self._caption = " ".join(caption.split())
        self._heads = [texts_of(row) for row in region.rows[:_MOST_HEADS]]
        self._spans = spans_of(region.rows)

    def take(self, para: Para, region: Region, between: Sequence[Para]) -> bool:
        """Add a part if the table goes on with it and nothing else stands ``between`` them."""
        last = self._parts[-1]
        below = para.page == self._para.page and region.top <= last.bottom
        if below or para.page > self._para.page + 1 or not self._are_heads(between):
            return False
        whole = _table_of(region) is not None and _table_of(region) is _table_of(last)
        places = self._places(region, tagged=whole)
        if places is None:
            return False
        rows = [_spread(row, places, len(self._spans)) for row in region.rows]
        repeated, rows = self._without_heads(rows)
        is_open = last.is_open_below or (region.is_open_above and not repeated)
        cut = bool(rows) and (
            is_cut_in_tree(last.rows[-1], rows[0])
            if whole
            else is_cut(last.rows, rows, is_open=is_open)
        )
        if not (whole or repeated or cut) and self._begins_anew(region):
            return False
        for part in between:
            part.kind, part.how, part.level, part.continues = BlockKind.FURNITURE, "head", 0, False
            part.marks = []
        region.rows, region.repeated, region.is_cut = rows, repeated, cut
        para.continues = True
        if rows:
            self._parts.append(region)
        self._para = para
        return True

    def settle(self) -> None:
        """Take the columns out in which no cell has text."""
        rows = used_columns([row for part in self._parts for row in part.rows])
        for part in self._parts:
            part.rows, rows = rows[: len(part.rows)], rows[len(part.rows) :]

    def _are_heads(self, between: Sequence[Para]) -> bool:
        """Tell whether paragraphs say no more than the table does, or number the page."""
        words = Counter(
            word for para in between if not self._goes_on(para) for word in para.text.split()
        )
        said: Counter[str] = Counter()
        heads = [said := said + Counter(" ".join(head).split()) for head in self._heads]
        return not words or words in heads

    def _goes_on(self, para: Para) -> bool:
        """Tell whether a paragraph only says that the table goes on; a cell may hold a number."""
        text = " ".join(para.text.split())
        left = next((span[0] for span in self._spans if span), 0.0)
        if BARE_NUMBER.fullmatch(text):
            return bool(para.lines) and abs(para.lines[0].x0 - left) > _EDGE
        return text == self._caption or bool(_GOES_ON.fullmatch(text))

    def _without_heads(self, rows: list[Row]) -> tuple[list[Row], list[Row]]:
        """Return the rows of a head that is printed again, and the others."""
        count = 0
        for head, row in zip(self._heads, rows, strict=False):
            if texts_of(row) != head or not _has_letters(head):
                break
            count += 1
        parted = parted_head(rows[0], self._heads[0]) if not count and self._heads else None
        if parted and _has_letters(self._heads[0]):
            return [parted[0]], [parted[1], *rows[1:]]
        return rows[:count], rows[count:]

    def _begins_anew(self, region: Region) -> bool:
        """Tell whether a part has a head of its own, or the tags say that it is another table.

        Some programs tag what stands on each page as a table: only the first one then has a head.
        """
        parts = (self._parts[0], region)
        if all(_table_of(part) is not None for part in parts):
            return [_is_tagged_head(part.rows[0]) for part in parts] != [True, False]
        return all(_has_head(part.rows) for part in parts)

    def _places(self, region: Region, *, tagged: bool) -> list[int] | None:
        """Return which columns of the table those of a part are, None if it has others."""
        first = self._parts[0]
        spans = spans_of(region.rows)
        if tagged and len(spans) == len(self._spans):
            return list(range(len(spans)))
        if len(spans) > len(self._spans):
            return None
        for shift in (0.0, first.x0 - region.x0):
            if len(first.edges) == len(region.edges) > 0:
                pairs = zip(first.edges, region.edges, strict=True)
                if all(abs(one - other - shift) <= _EDGE for one, other in pairs):
                    return list(range(len(spans)))
            moved = [span and (span[0] + shift, span[1] + shift) for span in spans]
            places = _matching(self._spans, moved)
            if places is not None:
                return places
        return None


def _table_of(region: Region) -> Element | None:
    """Return the table of the structure tree that a region is a part of."""
    home = region.fragments[0].element and region.fragments[0].element.home
    return home.table if home and region.how == "tag" else None


def _is_tagged_head(row: Row) -> bool:
    """Tell whether the structure tree says that a row is a head."""
    homes = [item.element.home for cell in row for item in cell if item.element]
    return all(home and home.cell and home.cell.role == "TH" for home in homes)


def _matching(spans: Sequence[_Span | None], others: Sequence[_Span | None]) -> list[int] | None:
    """Return the place in ``spans`` of each of the ``others``, None if they do not all fit in."""
    found: list[int] = []
    for other in others:
        if other is None:
            return None
        shared = [
            min(span[1], other[1]) - max(span[0], other[0]) if span else 0.0 for span in spans
        ]
        place = shared.index(max(shared))
        span = spans[place]
        reach = sorted(shared)[-2] if len(shared) > 1 else 0.0
        if (
            span is None
            or shared[place] <= 0
            or reach > _SHARED * (other[1] - other[0])
            or (found and place <= found[-1])
            or not is_aligned(span, other)
        ):
            return None
        found.append(place)
    return found


def _spread(row: Row, places: Iterable[int], width: int) -> Row:
    """Return a row with its cells in these places of ``width``."""
    found: Row = [[] for _ in range(width)]
    for place, cell in zip(places, row, strict=True):
        found[place] = cell
    return found


def _has_letters(texts: Sequence[str]) -> bool:
    return any(c.isalpha() for text in texts for c in text)


def _has_head(rows: Sequence[Row]) -> bool:
    """Tell whether the first row alone is set in bold, and has words in its cells."""
    bold = [
        all(item.style.bold for cell in row for item in cell)
        and not any(is_amount(text) for text in texts_of(row) if text)
        for row in rows
    ]
    return bold[0] and len(bold) > 1 and not bold[1] and sum(map(bool, texts_of(rows[0]))) > 1
