"""The pages of plain text that form feeds part, as programs write them that read PDFs.

At their edges stand running headers and footers and page numbers.  Only what cannot be text is
taken for them: lines that return word for word, lines with one number that counts the pages, and
that number alone; each by itself, and nothing but such lines outside it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from strategikort.readers.cues.running import (
    BARE_NUMBER,
    MIN_PAGES,
    PAGE_NUMBER,
    SHARE,
    page_labels,
)

_EDGE = 3
"""Lines at the top and at the bottom of a page among which running ones stand."""

_APART = re.compile(
    r"(?P<first>\d{1,4})(?:\s{2,}|\s*[|–—]\s*)(?P<after>\S.*)"
    r"|(?P<before>.*\S)(?:\s{2,}|\s*[|–—]\s*|\s+(?:side|page|s\.|p\.)\s*)"
    r"(?:(?:side|page|s\.|p\.)\s*)?(?P<last>\d{1,4})(?:\s*(?:af|of|/)\s*\d{1,4})?",
    re.I,
)
"""A number at the beginning or the end of a line, set apart from the rest of it."""

_OF_ALL = re.compile(r"(?:side\s*)?\d{1,4}\s*(?:/|af|of)\s*\d{1,4}", re.I)
"""The number of a page with that of all: nothing else is written so, whatever stands around it."""

_WORD = re.compile(r"\w+")
_ENDS = (".", "?", "!", ":", ";")
_LONGEST = 160
_FEWEST_HIGH = 5
"""Pages on which numbers must rise that are higher than there are pages."""


class _EdgeLine(NamedTuple):
    """A line at the edge of a page: how many stand outside it, its words in small letters.

    ``number`` is one set apart at its beginning or end, or all of it, ``rest`` what is beside that.
    """

    page: int
    top: bool
    rank: int
    line: int
    text: str
    number: int | None
    rest: str


class PagedLines(NamedTuple):
    """Which lines are running ones, and for each page its label and how that is known."""

    running: frozenset[int]
    labels: list[tuple[str, str]]


def read_pages(lines: Sequence[str], firsts: Sequence[int]) -> PagedLines:
    """Tell the running lines of a text whose pages begin at the lines ``firsts`` (from 0)."""
    pages = _Pages(lines, firsts)
    running = pages.running()
    offset = pages.offset
    printed: list[int | None] = [None] * len(firsts)
    for edge in pages.edges:
        if offset is not None and edge.line in running and edge.number == edge.page + offset:
            printed[edge.page] = edge.page + offset
    return PagedLines(frozenset(running), page_labels(printed, [None] * len(firsts)))


class _Pages:
    """The edges of the pages of a text, compared with one another."""

    def __init__(self, lines: Sequence[str], firsts: Sequence[int]) -> None:
        self._lines = lines
        self._ranges = [
            range(first, end) for first, end in zip(firsts, [*firsts[1:], len(lines)], strict=True)
        ]
        self._needed = max(MIN_PAGES, SHARE * len(firsts))
        self.edges = [edge for page in range(len(firsts)) for edge in self._edges(page)]
        self._same: dict[tuple[bool, str], list[_EdgeLine]] = defaultdict(list)
        for edge in self.edges:
            self._same[edge.top, edge.text].append(edge)
        self._slots: dict[tuple[bool, int], set[int]] = defaultdict(set)
        for edge in self.edges:
            if len(self._same[edge.top, edge.text]) > 1:
                self._slots[edge.top, edge.rank].add(edge.page)
        self.offset = self._settled()
        """What is added to the index of a page for the number printed on it, if that is known."""

    def running(self) -> set[int]:
        """Return the lines that are running ones, none with text outside it.

        Where no sentence goes on from page to page, each may be a form or a letter by itself: then
        only what is nothing but a number is taken.
        """
        numbers = {edge.line for edge in self._page_numbers()}
        chosen = numbers | {edge.line for edge in self._heads()}
        if not self._flows(chosen):
            chosen = numbers
        running: set[int] = set()
        outer = {(edge.page, edge.top, edge.rank): edge.line for edge in self.edges}
        for edge in sorted(self.edges, key=lambda edge: edge.rank):
            outside = outer.get((edge.page, edge.top, edge.rank - 1))
            outermost = outside is None or outside in running
            if edge.line in chosen and (outermost or self._tells_total(edge)):
                running.add(edge.line)
        return running

    def _edges(self, page: int) -> Iterator[_EdgeLine]:
        filled = [line for line in self._ranges[page] if self._lines[line].strip()]
        half = len(filled) // 2
        top, bottom = filled[: min(_EDGE, half)], filled[::-1][: min(_EDGE, len(filled) - half)]
        for is_top, edge in ((True, top), (False, bottom)):
            for rank, line in enumerate(edge):
                number, rest = _number_in(self._lines[line].strip())
                text = _even(self._lines[line])
                yield _EdgeLine(page, is_top, rank, line, text, number, rest)

    def _settled(self) -> int | None:
        """Return how pages are counted: by lines that are nothing but numbers, or else in others.

        Two numbers that happen to rise with the pages do not settle it.
        """
        alike: dict[tuple[bool, str], list[_EdgeLine]] = defaultdict(list)
        for edge in self.edges:
            if edge.number is not None:
                alike[edge.top, edge.rest].append(edge)
        bare = [edge for top in (True, False) for edge in alike.pop((top, ""), ())]
        for edges, fewest in ((bare, 2), *((edges, MIN_PAGES) for edges in alike.values())):
            votes = Counter((edge.number or 0) - edge.page for edge in edges)
            pages = len({edge.page for edge in edges})
            for offset, count in votes.most_common(1):
                # Totals and years may rise with the pages as well.
                high = offset > len(self._ranges)
                least = max(
                    _FEWEST_HIGH if high else fewest, 0.5 * pages, SHARE * len(self._ranges)
                )
                years = high and 1900 <= offset < 2100
                first = min(e.page for e in edges if (e.number or 0) - e.page == offset)
                if count >= least and not years and offset + first > 0:
                    return offset
        return None

    def _page_numbers(self) -> Iterator[_EdgeLine]:
        for edge in self.edges:
            line = self._lines[edge.line].strip()
            if PAGE_NUMBER.fullmatch(line) or (not edge.rest and self._is_counted(edge)):
                yield edge

    def _heads(self) -> Iterator[_EdgeLine]:
        """Yield lines with the number of their own page, and those that return."""
        numbered = {edge.page for edge in self._page_numbers()}
        pages: dict[tuple[bool, str], set[int]] = defaultdict(set)
        for edge in self.edges:
            if edge.number is not None:
                pages[edge.top, edge.rest].add(edge.page)
        for edge in self.edges:
            # A page has its number once: beside a bare one another is that of a chapter or a note.
            returns = len(pages[edge.top, edge.rest]) >= MIN_PAGES
            once = returns or edge.page not in numbered
            if edge.rest and once and self._is_counted(edge) and self._stands_alone(edge):
                yield edge
        for (_, text), edges in self._same.items():
            if len(text) <= _LONGEST and not text.endswith(_ENDS) and _WORD.search(text):
                yield from self._repeated([edge for edge in edges if self._is_apart(edge)])

    def _is_counted(self, edge: _EdgeLine) -> bool:
        return self.offset is not None and edge.number == edge.page + self.offset

    def _tells_total(self, edge: _EdgeLine) -> bool:
        """Tell whether a line is nothing but the number of its page and that of all pages."""
        line = self._lines[edge.line].strip()
        return self._is_counted(edge) and _OF_ALL.fullmatch(line) is not None

    def _flows(self, running: Set[int]) -> bool:
        """Tell whether a sentence goes on from one page to the next, running lines left out."""
        ends: list[tuple[str, str]] = []
        for page in self._ranges:
            filled = [at for at in page if self._lines[at].strip() and at not in running]
            if filled:
                ends.append((self._lines[filled[0]].strip(), self._lines[filled[-1]].strip()))
        return any(
            first[:1].islower() and not last.endswith((*_ENDS, "…", "«", '"', "”"))
            for (_, last), (first, _) in pairwise(ends)
        )

    def _repeated(self, edges: Sequence[_EdgeLine]) -> Sequence[_EdgeLine]:
        """Return those of lines that are the same which are running ones.

        The title on the first page is text, and the heading of a chapter where it stands first.
        """
        if len(edges) < 2:
            return ()
        often = len(edges) >= self._needed
        # They stand where a line does on many pages.
        is_slot = len(self._slots[edges[0].top, edges[0].rank]) >= self._needed
        if not (often or len(self._ranges) == 2 or is_slot):
            return ()
        first = not often or edges[0].page == 0
        heading = first and not self._stands_besides(edges[0])
        return edges[heading:]

    def _is_apart(self, edge: _EdgeLine) -> bool:
        """Tell whether a line stands by itself, and once only on its page."""
        line = self._lines[edge.line].strip()
        page = self._ranges[edge.page]
        return self._stands_alone(edge) and sum(self._lines[at].strip() == line for at in page) == 1

    def _stands_alone(self, edge: _EdgeLine) -> bool:
        """Tell whether there is a blank line, or nothing, between a line and its page's text."""
        inner = edge.line + 1 if edge.top else edge.line - 1
        return inner not in self._ranges[edge.page] or not self._lines[inner].strip()

    def _stands_besides(self, edge: _EdgeLine) -> bool:
        """Tell whether another line of its page has the words of a line: ``2. Mål``, ``2 Mål``."""
        words = _WORD.findall(self._lines[edge.line])
        return any(
            _WORD.findall(self._lines[at]) == words
            for at in self._ranges[edge.page]
            if at != edge.line
        )


def _even(text: str) -> str:
    return " ".join(text.lower().split())


def _number_in(line: str) -> tuple[int | None, str]:
    """Return the number that is set apart in a line, and the rest of it in small letters."""
    bare = BARE_NUMBER.fullmatch(line)
    if bare:
        return int(bare[1]), ""
    found = _APART.fullmatch(line)
    if not found:
        return None, _even(line)
    return int(found["first"] or found["last"]), _even(found["after"] or found["before"])
