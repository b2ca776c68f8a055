"""Sources that a text lists or tabulates: the numbers of a list, the column of a table."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LISTED = re.compile(
    r"(?m)^[ \t]*(?:[-*+][ \t]+)?"
    r"(?:\\?\[(\d{1,3})\\?\]:?|([¹²³⁰-⁹]{1,3})|<sup>(\d{1,3})</sup>)[ \t]*(\S.*)$"
)
_HEADING = re.compile(
    r"(?im)^[ \t]*[#*]*[ \t]*(?:kilde(?:r|liste|henvisninger)|(?:fod|slut)?noter|henvisninger"
    r"|litteratur(?:liste)?|referenc(?:er|eliste|es)|sources|(?:foot|end)?notes)\b[*:]*[ \t]*$"
)
_LED_BACK = re.compile(
    r"(?m)^[ \t]*(\d{1,3})\.[ \t]+(\S(?:[^\n]|\n(?!\s*\n)){0,2000}?)\s*[\u21a9\ufe0e\ufe0f]+\s*$"
)
"""A note at the end of a web page, with the arrow that leads back to its mark.

It is no longer than a citation may be, so that a long list is not gone through from each item on.
"""
_GLUED = re.compile(r"(?<=[a-zæøå.,;:!?)»«“”\"'’])(\d{1,3})(?!\w|[.,]\d|[.)]\s*\n)")
"""A number behind a word or a mark, which may be that of a note that is no longer raised."""
_COUNTED = 3
"""Such numbers, one after another from 1 on, from which on they are those of notes."""
_ITEM = re.compile(r"(?m)^[ \t]*(\d{1,3})[.)][ \t]+(\S.*)$")
_FOOT = re.compile(r"(?m)^[ \t]*(\d{1,3})[ \t]{1,4}([A-ZÆØÅ»“\"][^\n]{4,}|[^\W\d][^\n]*\d[^\n]*)$")
"""A footnote as it stands at the foot of a page, which may be a heading with a number as well."""

_NUMBERS = re.compile(
    r"[.,;:]?[*_]{0,3}\s?(?:<sup>)?"
    r"(?:\\?\[{1,2}(?P<listed>\d[^\[\]\n]{0,60}?)\\?\]{1,2}(?:\([^()\s]*\))?|(?P<raised>[¹²³⁰-⁹]{1,3})"
    r"|(?P<plain>(?<!\s)\d{1,3})(?!\w|[.,]\d))"
)
_MOST = 10
"""Numbers of a list that a quotation has behind it, at most."""

_OF_SOURCES = re.compile(
    r"(?i)\W*(?:kilder?|kildehenvisning|henvisning(?:er)?|referencer?|dokument|sted|source)\W*"
)
_OF_PAGES = re.compile(r"(?i)\W*(?:side(?:r|tal)?|s|page)\W*")
_PAGE = re.compile(r"\d+(?:\s*[-–]\s*\d+)?")
_CELLS = re.compile(r"(?<!\\)\||\t")


def listed_sources(text: str) -> dict[str, str]:
    """Return the sources that a text lists, by their numbers.

    They are ``[1] …``, raised numbers, ``1. …`` under a heading for sources, or footnotes as text.
    """
    feet = [(item[1], item[2].strip()) for item in _FOOT.finditer(text)]
    times = Counter(number for number, _ in feet)
    found = {number: source for number, source in feet if times[number] == 1}
    heading = _HEADING.search(text) if re.search(r"(?m)^[ \t]*\d{1,3}[.)]", text) else None
    led_back = _LED_BACK.finditer(text) if "\u21a9" in text else ()
    listed = [*(_ITEM.finditer(text, heading.end()) if heading else ()), *led_back]
    found |= {item[1]: item[2].strip() for item in listed}
    for match in _LISTED.finditer(text):
        number = match[1] or match[3] or match[2].translate(_RAISED)
        found[number] = match[4].strip()
    return found


def counted_marks(text: str) -> frozenset[str]:
    """Return the numbers of notes that stand behind words of a text, as they count up from 1."""
    last = 0
    for match in _GLUED.finditer(text):
        last += int(match[1]) == last + 1
    return frozenset(map(str, range(1, last + 1))) if last >= _COUNTED else frozenset()


def numbers_of(text: str, at: int) -> Iterator[tuple[str, str]]:
    """Yield the numbers of a list at ``at`` of a text, each with a place: ``[1][3, s. 5]``."""
    for _ in range(_MOST):
        match = _NUMBERS.match(text, at)
        if match is None:
            return
        at = match.end()
        if match["listed"] is None:
            yield match["plain"] or match["raised"].translate(_RAISED), ""
            continue
        parts = [part.strip() for part in match["listed"].split(",")]
        numbers = [part for part in parts if part.isdecimal()]
        place = ", ".join(part for part in parts if not part.isdecimal())
        for number in numbers:
            yield number, place if number == numbers[-1] else ""


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
