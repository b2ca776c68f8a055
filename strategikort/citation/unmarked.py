"""The paragraphs, list items and cells of a text that may be quotations without marks.

Many formats lose what sets a block quotation apart, and a column of quotations needs no marks.
Whether one is a quotation its words alone can tell: it stands word for word in the archive, or it
stands where quotations do and is so near to a place there that its words cannot be the memo's own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from strategikort.citation.archive import Archive
from strategikort.citation.exact import look_up
from strategikort.citation.markup import Block
from strategikort.citation.memofile import Memo
from strategikort.citation.placenames import SAYS
from strategikort.citation.reading import readings
from strategikort.citation.runs import find_runs
from strategikort.citation.tables import Tables
from strategikort.citation.verdict import Status
from strategikort.citation.verify import verify

SHORTEST = 60
"""Characters: what has fewer may be anybody's words."""
_LONGEST = 10_000
"""Characters: what has more is no paragraph, and is not looked through."""
_WRAPPED = 120
"""Characters: a longer line is not wrapped by hand, and so is a paragraph by itself."""
_LEAD = 40
"""Characters in front of a paragraph in which a colon is looked for."""

_PARAGRAPH = re.compile(
    r"[^\s|](?:[^\n]|\n(?!\s*(?:\n|\Z)|[ \t]*(?:[-*+•–|]|\d{1,3}[.)]|\[\^)\s?))*"
)
"""A paragraph or an item of a list."""
_LINE = re.compile(r"\S[^\n]*")
_ITEM = re.compile(r"(?:[-*+•–—]|\d{1,3}[.)]|\w\))\s+")
_DEFINITION = re.compile(r"\[\^[^\]\s]+\]:")
_EMPHASIS = re.compile(r"([*_]{1,3})(?=\S)(?:(?!\1)[^\n]|\n(?!\s*\n))+(?<=\S)\1\s*")
_MARK = re.compile(r"[\s*_]*[»«“”„\"›‹‘’'‚]")
_WORDS = 8
"""Words that a paragraph must have."""
_NEAR = 0.8
"""Likeness to one place from which on a paragraph that is set apart is taken from there."""
_RUN = 5
"""Words and marks in a row that it must then have in common with the archive."""
_READ_IN_WAYS = re.compile(r"[\[(/…]|\.\s?\.|(?:^|\s)(?:[-–—*·]|\d[\d.]*[.)]?|\w\))\s")
"""What may be an omission, an insertion or the mark of an item, and no part of the wording."""


_LED = re.compile(r":\s+(?=\w)")
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ])")
_DASH = re.compile(r"[-–—]\s+")
_SAID = re.compile(rf",\s+(?:som\s+\w+\s+)?(?:{SAYS.pattern.removeprefix('(?i)')})", re.IGNORECASE)
_LONGEST_SAID = 200
"""Characters behind what is quoted that say who says it."""
_MOST_ENDS = 6
"""Sentences behind a colon after which what is quoted may end."""


class Unmarked(NamedTuple):
    """A stretch of a text without marks that may be a quotation.

    ``apart``: where quotations stand, in a cell or behind a colon.  ``text`` is what it says,
    without its source.  Of several with one start at most one is a quotation.
    """

    start: int
    end: int
    apart: bool
    text: str = ""


Stands = Callable[[Sequence[Unmarked]], Iterable[bool]]
"""Says which of them are the words of a document."""


def paragraphs(
    text: str,
    block: Block,
    marked: Sequence[tuple[int, int]],
    tables: Tables,
    memo: Memo,
) -> Iterator[Unmarked]:
    """Yield the long paragraphs and items of a block but those that begin in marks.

    ``text`` is that of ``memo`` as it is searched, ``marked`` are the half-open places of what is
    in marks, in order, which may run on over several paragraphs.
    """
    opened = frozenset(start for start, _ in marked)
    ends = [end for _, end in marked]
    for begin, end in _paragraphs(text, block):
        item = _ITEM.match(text, begin, end)
        start = item.end() if item else begin  # the mark of an item is the memo's own
        for led in () if tables.row_at(start) else _led(text, start, end):
            around = bisect_right(ends, led.start)
            inside = around < len(marked) and marked[around][0] < led.start
            if not (inside or _is_in_marks(marked, ends, led.start, led.end)):
                yield led
        if end - start < SHORTEST or not opened.isdisjoint(range(start, start + 4)):
            continue
        around = bisect_right(ends, start)
        if around < len(marked) and marked[around][0] < start:
            continue
        if not tables.row_at(start) and not _DEFINITION.match(text, start):
            lead = text[max(block.start, start - _LEAD) : start].rstrip(" \n*_")
            place = bisect_right(memo.apart, start, key=lambda span: span[0]) - 1
            set_off = place >= 0 and end <= memo.apart[place][1]
            set_off = set_off or _is_set_off(memo, block, start, end)
            apart = item is None and (set_off or lead.endswith(":"))
            in_marks = _is_in_marks(marked, ends, start, end)
            yield Unmarked(start, end, apart and not in_marks)
            if not in_marks:
                yield from _spoken(text, begin, end)


def _led(text: str, start: int, end: int) -> Iterator[Unmarked]:
    """Yield what may be quoted behind a colon in a paragraph that somebody is said to say.

    It may end with the paragraph or with a sentence of it; the longest comes first.
    """
    sentence = start
    for colon in _LED.finditer(text, start, end):
        behind = [*_SENTENCE.finditer(text, sentence, colon.start())]
        sentence = behind[-1].end() if behind else sentence
        if SAYS.search(text, sentence, colon.start()):
            ends = (match.start() + 1 for match in _SENTENCE.finditer(text, colon.end(), end))
            for last in (end, *reversed([*islice(ends, _MOST_ENDS)])):
                if last - colon.end() >= SHORTEST:
                    yield Unmarked(colon.end(), last, True)
            return


def _spoken(text: str, begin: int, end: int) -> Iterator[Unmarked]:
    """Yield what a paragraph quotes as news agencies do: – …, siger ministeren."""
    dash = _DASH.match(text, begin, end)
    told = [*_SAID.finditer(text, max(begin, end - _LONGEST_SAID), end)] if dash else []
    last = told[-1] if told and not _SENTENCE.search(text, told[-1].end(), end) else None
    if dash and last and last.start() - dash.end() >= SHORTEST:
        yield Unmarked(dash.end(), last.start(), True)


def _is_in_marks(
    marked: Sequence[tuple[int, int]], ends: Sequence[int], start: int, end: int
) -> bool:
    """Say whether most of a paragraph is a quotation in marks, whose words the rest are not."""
    inside = marked[bisect_right(ends, start) : bisect_right(ends, end)]
    return 2 * sum(last - first for first, last in inside) > end - start


def _is_set_off(memo: Memo, block: Block, start: int, end: int) -> bool:
    """Say whether a paragraph is all in emphasis, or is set in where those around it are not."""
    text = memo.text
    if memo.markdown:
        return _EMPHASIS.fullmatch(text, start, end) is not None
    before = text[text.rfind("\n", 0, start) + 1 : start]
    lines = text[start:end].split("\n")[1:]
    in_block = block.end - block.start > end - start
    return in_block and all(line[:2].isspace() and len(line) > 1 for line in (before, *lines))


def _paragraphs(text: str, block: Block) -> Iterator[tuple[int, int]]:
    for match in _PARAGRAPH.finditer(text, block.start, block.end):
        lines = [*_LINE.finditer(text, *match.span())]
        if any(line.end() - line.start() > _WRAPPED for line in lines):
            yield from (line.span() for line in lines)
        elif match.end() - match.start() <= _LONGEST:
            yield match.span()


def cells(text: str, tables: Tables) -> Iterator[Unmarked]:
    """Yield the long cells of tables but those that begin in marks."""
    for start, end in tables.cells():
        if end - start >= SHORTEST and not _MARK.match(text, start):
            yield Unmarked(start, end, True)


def are_quoted(archive: Archive, paragraphs: Sequence[Unmarked]) -> list[bool]:
    """Say for each paragraph whether its words are those of a document."""
    codes = [archive.encode_text(item.text) for item in paragraphs]
    wanted = [
        len(item.text.split()) >= _WORDS and (item.apart or archive.knows(code) or "[" in item.text)
        for item, code in zip(paragraphs, codes, strict=True)
    ]
    archive.prepare(code for code, looked_up in zip(codes, wanted, strict=True) if looked_up)
    likeness = [
        _likeness(archive, item, code) if looked_up else 0.0
        for item, code, looked_up in zip(paragraphs, codes, wanted, strict=True)
    ]
    quoted = [False] * len(paragraphs)
    for _, row in groupby(range(len(paragraphs)), key=lambda at: paragraphs[at].start):
        best = _best(archive, paragraphs, likeness, [*row])
        quoted[best] = likeness[best] > 0
    return quoted


def _best(
    archive: Archive, paragraphs: Sequence[Unmarked], likeness: Sequence[float], row: Sequence[int]
) -> int:
    """Return which of the stretches with one start, the longest first, is the quotation."""
    most = max(row, key=lambda at: likeness[at])
    rest = paragraphs[row[0]].text[len(paragraphs[most].text) :]
    if likeness[most] == 1 and _has_run(archive, archive.encode_text(rest)):
        # What follows may be of the document as well, and changed.
        return max(
            (at for at in row if 0 < likeness[at] < 1), key=likeness.__getitem__, default=most
        )
    return most


def _likeness(archive: Archive, item: Unmarked, code: str) -> float:
    """Return how alike a paragraph is to a place that it must be from; 0 where it need not be."""
    if _stands(archive, item.text, code):
        return 1.0
    return _near(archive, item.text, code) if item.apart else 0.0


def _stands(archive: Archive, text: str, code: str) -> bool:
    if not _READ_IN_WAYS.search(text) and not any(archive.find(code[:-1])):
        return False  # A full stop at the end need not be the document's.
    return any(look_up(archive, text, reading, 1)[0] for reading in readings(text))


def _has_run(archive: Archive, code: str) -> bool:
    return any(run.length >= _RUN for run in find_runs(archive, code))


def _near(archive: Archive, text: str, code: str) -> float:
    if not _has_run(archive, code):
        return 0.0
    verdict = verify(archive, text)
    near = verdict.status is Status.ALTERED and verdict.similarity >= _NEAR
    near = near and len(verdict.places) == 1 and not _is_answer(archive, text)
    return verdict.similarity if near else 0.0


def _is_answer(archive: Archive, text: str) -> bool:
    """Say whether somebody answers with sentences of a document behind some of their own."""
    stops = [*islice(_SENTENCE.finditer(text), _MOST_ENDS)]
    for first in stops:
        for end in (*(stop.start() + 1 for stop in stops), len(text)):
            said = text[first.end() : end]
            if said and _stands(archive, said, archive.encode_text(said)):
                own = verify(archive, f"{text[: first.end()]}{text[end:]}")
                return own.status in (Status.NOT_FOUND, Status.TOO_SHORT)
    return False
