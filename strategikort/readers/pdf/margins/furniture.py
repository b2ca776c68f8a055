"""Running headers, footers and page numbers: what returns at the edges of the pages.

A line counts as running when, its digits masked, it stands at the top or bottom of at
least 30 % of the pages and of three, or at the same place of both pages of two; also a line of
another text in the very place and type of such lines (a running head that names the chapter), one
whose left or right part returns in its place (the publisher, beside the chapter), and a bare page
number.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import takewhile

from strategikort.readers.cues.running import BARE_NUMBER, MIN_PAGES, SHARE
from strategikort.readers.pdf.drawing.content import Fragment, PageContent, Style
from strategikort.readers.pdf.lines.lines import Line
from strategikort.readers.pdf.margins.edges import bare_numbers, lines_at_edges, numbers_apart

_LARGE = 1.25
_NEXT = 1.6
"""How far the lines of one running text are apart, at most, in sizes of their type."""
_DIGITS = re.compile(r"\d+")
_CAPTION = re.compile(r"(?:tabel|figur|diagram|boks) \d")
"""How captions begin, which look alike where they stand at the top of pages."""

_ROMAN = re.compile(r"[ivxlc]{1,7}", re.I)

_Places = dict[tuple[bool, int], Counter[tuple[str, float]]]
_Part = tuple[bool, int, int, str]


@dataclass
class Running:
    """The running lines of one page; ``taken`` are the ids of what they consist of."""

    above: list[Line]
    below: list[Line]
    taken: set[int]

    @property
    def lines(self) -> list[Line]:
        """All of them."""
        return self.above + self.below


def find_running(pages: Sequence[PageContent], body: Style) -> list[Running]:
    """Return for each page what runs above and below its text."""
    return _Edges(pages, body).running()


class _Edges:
    """The lines at the edges of the pages of a file, compared with one another."""

    def __init__(self, pages: Sequence[PageContent], body: Style) -> None:
        edges = (
            min((page.height - item.y for page in pages for item in page.fragments), default=0.0),
            min((item.y for page in pages for item in page.fragments), default=0.0),
        )
        self._pages = pages
        self._body = body
        self._zones = [lines_at_edges(page, edges) for page in pages]
        self._needed = max(MIN_PAGES, SHARE * len(pages))
        self._headings = self._find_headings()
        self._counts = _alike(self._zones, self._headings)
        self._running = (
            _on_both(pages, self._zones)
            if len(pages) == 2
            else {key for key, count in self._counts.items() if count >= self._needed}
        )
        self._places = self._find_places()

    def running(self) -> list[Running]:
        """Return the running lines of each page."""
        numbers = bare_numbers([[line for _, line in zone] for zone in self._zones])
        return [
            self._on_page(page, zone, number)
            for page, zone, number in zip(self._pages, self._zones, numbers, strict=True)
        ]

    def _find_headings(self) -> set[int]:
        """Return what begins the pages of chapters or annexes in large type.

        A title that is also the running head is set larger than that.
        """
        exact = Counter(
            said
            for zone in self._zones
            for said in {(line.text, round(line.size)) for _, line in zone}
        )
        return {
            id(line)
            for zone in self._zones
            for _, line in zone
            if line.size > _LARGE * self._body.size
            and exact[line.text, round(line.size)] < min(self._needed, max(len(self._pages), 2))
        }

    def _find_places(self) -> _Places:
        """Return where running lines stand, and in which type.

        One that names the chapter returns on some pages only, and may have a number.
        """
        parts = self._running_parts()
        steps = Counter(
            number - index
            for index, zone in enumerate(self._zones)
            for number in {number for _, line in zone for number in numbers_apart(line)}
        )
        counting = {step for step, count in steps.items() if count >= self._needed}
        places: _Places = defaultdict(Counter)
        for index, (page, zone) in enumerate(zip(self._pages, self._zones, strict=True)):
            for is_top, line in zone:
                if id(line) not in self._headings and (
                    self._counts[is_top, _mask(line.text)] >= 2
                    or any(number - index in counting for number in numbers_apart(line))
                    or not parts.isdisjoint(_outer_parts(line, is_top, page))
                ):
                    row = round(_margin(line, is_top, page) / 3)
                    places[is_top, row][line.style.font, line.size] += 1
        return places

    def _running_parts(self) -> set[_Part]:
        """Return the parts of lines that return in their places."""
        parts: Counter[_Part] = Counter()
        for page, zone in zip(self._pages, self._zones, strict=True):
            parts.update(
                {
                    part
                    for is_top, line in zone
                    if self._counts[is_top, _mask(line.text)]
                    for part in _outer_parts(line, is_top, page)
                }
            )
        return {part for part, count in parts.items() if count >= self._needed}

    def _on_page(
        self, page: PageContent, zone: Sequence[tuple[bool, Line]], number: Line | None
    ) -> Running:
        result = Running([], [], set())
        outermost = sorted(zone, key=lambda at: _margin(at[1], at[0], page))
        for is_top, line in outermost:
            lines = result.above if is_top else result.below
            # What stands on the page once more, further in, is text: a title below a running head.
            said = line.text.lower()
            again = any(said == other.text.lower() and line.y != other.y for other in lines)
            if line is number or (self._runs(line, is_top, page) and not again):
                lines.append(line)
                result.taken.update(id(item) for item in page.fragments if _in(item, line))
        for is_top, line in zone:
            lines = result.above if is_top else result.below
            if line not in lines and any(_begins(line, run, is_top, page) for run in lines):
                lines.append(line)
                result.taken.update(id(item) for item in page.fragments if _in(item, line))
        result.above.sort(key=lambda line: -line.y)
        result.below.sort(key=lambda line: -line.y)
        return result

    def _runs(self, line: Line, is_top: bool, page: PageContent) -> bool:
        if id(line) not in self._headings and (
            (is_top, _mask(line.text)) in self._running or self._is_in_place(line, is_top, page)
        ):
            return True
        artifacts = [item for item in page.fragments if item.artifact and _in(item, line)]
        return sum(len(item.text) for item in artifacts) > 0.7 * len(line.text)

    def _is_in_place(self, line: Line, is_top: bool, page: PageContent) -> bool:
        """Say whether a line stands where running lines stand, in their type and not the body's."""
        inner = [item.y for item in page.fragments]
        body = self._body
        if abs(line.size - body.size) < 0.3 and line.style.font == body.font:
            # In the body's own type only what stands outermost and well apart can be running.
            inwards = [abs(y - line.y) for y in inner if abs(y - line.y) > 2]
            outwards = [y for y in inner if (y > line.y + 2 if is_top else y < line.y - 2)]
            if outwards or min(inwards, default=0) < 1.8 * line.size:
                return False
        row = round(_margin(line, is_top, page) / 3)
        style = (line.style.font, line.size)
        near = sum(self._places[is_top, at][style] for at in (row - 1, row, row + 1))
        beyond = [y for y in inner if (y > line.y + 4 if is_top else y < line.y - 4)]
        return near >= self._needed and len(beyond) <= 6


def _alike(
    zones: Sequence[Sequence[tuple[bool, Line]]], headings: Set[int]
) -> Counter[tuple[bool, str]]:
    """Return on how many pages there are lines that differ in nothing but a page's number.

    Lines whose other numbers differ are none: »14. Ibid., s. 31« is a note.
    """
    found: dict[tuple[bool, str], list[tuple[int, str]]] = defaultdict(list)
    for index, zone in enumerate(zones):
        for is_top, line in zone:
            if id(line) not in headings and (mask := _mask(line.text)):
                found[is_top, mask].append((index, line.text))
    return Counter(
        {key: len({index for index, _ in lines}) for key, lines in found.items() if _return(lines)}
    )


def _return(lines: Sequence[tuple[int, str]]) -> bool:
    """Tell whether lines, each with its page's index, are mostly the same or count the pages."""
    lines = [(index, text) for index, text in lines if not _ROMAN.fullmatch(text.strip())]
    if not lines:
        return True
    same = Counter(text for _, text in lines)
    if sum(count for count in same.values() if count > 1) >= 0.5 * len(lines):
        return True
    numbers = [[int(number) for number in _DIGITS.findall(text)] for _, text in lines]
    counts = False
    for column in zip(*numbers, strict=False):
        steps = Counter(number - index for number, (index, _) in zip(column, lines, strict=True))
        values = Counter(column)
        if steps.most_common(1)[0][1] >= 0.5 * len(lines):
            counts = True
        elif sum(count for count in values.values() if count > 1) < 0.5 * len(lines):
            return False  # the number of a chapter returns on its pages
    return counts or not any(numbers) or len(lines) == 1


def _on_both(
    pages: Sequence[PageContent], zones: Sequence[Sequence[tuple[bool, Line]]]
) -> set[tuple[bool, str]]:
    """Return the outermost lines that both pages of a file of two have, well apart from the text.

    They stand at one place in one type, and say the same but for the number of the page.
    """
    found: set[tuple[bool, str]] = set()
    for is_top in (True, False):
        first, second = (
            sorted((line for top, line in zone if top is is_top), key=lambda line: line.y)
            for zone in zones
        )
        step = -1 if is_top else 1
        pairs = zip(first[::step], second[::step], strict=False)
        common = list(takewhile(lambda pair: _are_same(*pair), pairs))
        if common and all(
            _is_apart(line, is_top, page) for page, line in zip(pages, common[-1], strict=True)
        ):
            found |= {(is_top, _mask(one.text)) for one, _ in common}
    return found


def _are_same(one: Line, other: Line) -> bool:
    first, second = _without_number(one), _without_number(other)
    steps = [
        int(after) - int(before)
        for before, after in zip(_DIGITS.findall(first), _DIGITS.findall(second), strict=False)
    ]
    return (
        abs(one.y - other.y) <= 1
        and one.style == other.style
        and _DIGITS.sub("#", first) == _DIGITS.sub("#", second)
        and all(step in (0, 1) for step in steps)
        and any(c.isalpha() for c in first)
    )


def _begins(line: Line, run: Line, is_top: bool, page: PageContent) -> bool:
    """Say whether a line is of one text with the running line that stands further in."""
    is_outside = _margin(line, is_top, page) < _margin(run, is_top, page)
    return is_outside and line.style == run.style and abs(line.y - run.y) <= _NEXT * line.size


def _is_apart(line: Line, is_top: bool, page: PageContent) -> bool:
    inner = [line.y - item.y if is_top else item.y - line.y for item in page.fragments]
    return min((gap for gap in inner if gap > 2), default=0.0) >= 1.8 * line.size


def _without_number(line: Line) -> str:
    """Return a line without the number of the page where that stands apart."""
    cells = [cell[2].strip() for cell in line.cells]
    return " ".join(cell for cell in cells if len(cells) < 2 or not BARE_NUMBER.fullmatch(cell))


def _margin(line: Line, is_top: bool, page: PageContent) -> float:
    """Return how far a line stands from the edge of the paper."""
    return page.height - line.y if is_top else line.y


def _outer_parts(line: Line, is_top: bool, page: PageContent) -> set[_Part]:
    """Return the first and the last part of a line with wide gaps in it, with their places."""
    if len(line.cells) < 2:
        return set()
    (left, _, first), (_, right, last) = line.cells[0], line.cells[-1]
    row = round(_margin(line, is_top, page))
    ends = {(round(left), _mask(first)), (round(page.width - right), _mask(last))}
    parts = {(is_top, row, at, mask) for at, mask in ends}
    return {part for part in parts if any(c.isalpha() for c in part[3])}


def _mask(text: str) -> str:
    """Return a line in the form that returns on other pages; empty if it is none that runs."""
    text = " ".join(text.lower().split())
    if _CAPTION.match(text):
        return ""
    if _ROMAN.fullmatch(text):
        return "#"
    masked = _DIGITS.sub("#", text)
    return masked if len(masked) <= 160 else ""


def _in(item: Fragment, line: Line) -> bool:
    near = 0.25 * max(item.size, line.size)
    return abs(item.y - line.y) <= near and item.x0 >= line.x0 - 1 and item.x1 <= line.x1 + 1
