"""The tables of a text, and the column in which they say where something is from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

_OF_SOURCES = re.compile(
    r"(?i)\W*(?:(?:kilder?|kildehenvisning|henvisning(?:er)?|referencer?)(?:\s(?:i|til|på)\s.+)?"
    r"|dokument|sted|source)\W*"
)
_OF_PAGES = re.compile(r"(?i)\W*(?:side(?:r|tal)?|s|page)\W*")
_PAGE = re.compile(r"\d+(?:\s*[-–]\s*\d+)?")
_CELLS = re.compile(r"(?<!\\)\||\t")

Table: TypeAlias = Sequence[Sequence[tuple[int, int]]]
"""The rows of a table, each the half-open places of its cells; the first is its head."""


class _Row(NamedTuple):
    """A row of a table, with its head."""

    start: int
    end: int
    head: Sequence[tuple[int, int]]
    cells: Sequence[tuple[int, int]]


class Tables:
    """The tables of a text: those that its file has, or else those that its lines are."""

    def __init__(self, text: str, tables: Iterable[Table] = ()) -> None:
        self._text = text
        self._rows = sorted(self._rows_of(tables or _tables_in(text)))

    def row_at(self, at: int) -> Sequence[tuple[int, int]]:
        """Return the cells of the row that holds a place of the text; none where no row does."""
        row = self._row(at)
        return row.cells if row else ()

    def cells(self) -> Iterator[tuple[int, int]]:
        """Yield the cells of all tables."""
        for row in self._rows:
            yield from row.cells

    def _rows_of(self, tables: Iterable[Table]) -> Iterator[_Row]:
        """Yield the rows of tables; one that goes on where a page ends has the head before."""
        head: Sequence[tuple[int, int]] = ()
        for table in tables:
            names = [self._line(cell) for cell in table[0]]
            if len(head) != len(names) or any(map(_OF_SOURCES.fullmatch, names)):
                head = table[0]
            yield from (_Row(row[0][0], row[-1][1], head, row) for row in table if row)

    def _line(self, cell: tuple[int, int]) -> str:
        return " ".join(self._text[slice(*cell)].split())

    def source(self, at: int) -> str:
        """Return what the column of sources says in the row of ``at``, with its page."""
        row = self._row(at)
        if row is None or row.cells is row.head or len(row.head) != len(row.cells):
            return ""
        named = [
            (self._line(name), self._line(cell))
            for name, cell in zip(row.head, row.cells, strict=True)
        ]
        sources = [cell for name, cell in named if _OF_SOURCES.fullmatch(name)]
        pages = [cell for name, cell in named if _OF_PAGES.fullmatch(name)]
        source = ", ".join(filter(None, sources))
        page = next(filter(None, map(_PAGE.search, pages)), None)
        return f"{source}, s. {page.group()}" if source and page else source

    def beside(self, at: int) -> str:
        """Return what the only other cell says in the row of ``at``; empty if there are others."""
        row = self._row(at)
        others = [
            said
            for start, end in (row.cells if row else ())
            if not start <= at < end and (said := self._line((start, end)))
        ]
        return others[0] if len(others) == 1 else ""

    def head_over(self, at: int) -> str:
        """Return the name of the column of ``at``; empty if it has none."""
        row = self._row(at)
        if row is None or row.cells is row.head or len(row.head) != len(row.cells):
            return ""
        columns = zip(row.head, row.cells, strict=True)
        return next((self._line(name) for name, (start, end) in columns if start <= at < end), "")

    def _row(self, at: int) -> _Row | None:
        index = bisect_right(self._rows, at, key=lambda row: row.start) - 1
        row = self._rows[index] if index >= 0 else None
        return row if row and at < row.end else None


def _tables_in(text: str) -> Iterator[Table]:
    """Yield what stands in lines parted by bars or tabs."""
    rows: list[list[tuple[int, int]]] = []
    offset = 0
    for line in text.split("\n"):
        cells = list(_cells(line, offset))
        offset += len(line) + 1
        if cells:
            rows.append(cells)
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _cells(line: str, offset: int) -> Iterator[tuple[int, int]]:
    """Yield where the cells of a line stand that has any."""
    if not _CELLS.search(line):
        return
    end = len(line.rstrip().removesuffix("|"))
    start = len(line) - len(line.lstrip())
    start += line.startswith("|", start)
    for match in (*_CELLS.finditer(line, start, end), None):
        stop = match.start() if match else end
        yield offset + start, offset + stop
        start = match.end() if match else end
