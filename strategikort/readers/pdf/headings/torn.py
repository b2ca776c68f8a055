"""Headings in two pieces: a number above its title, a title that the end of a column cuts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from strategikort.readers.model import BlockKind
from strategikort.readers.pdf.drawing.content import LARGER, Style
from strategikort.readers.pdf.lines.sentences import is_open, runs_on
from strategikort.readers.pdf.paragraphs.paragraphs import Para

_WORDS = r"kapitel|kap\.|bilag|appendiks|appendix|annex|artikel|art\.|afsnit|del"
NUMBER = re.compile(
    rf"(?:(?P<word>(?i:{_WORDS}|§))\s*)?(?P<number>\d{{1,3}}(?:\.\d{{1,3}})*"
    r"|[IVXLC]{1,6}(?=[.\s:)])|[A-Z](?=[.:)]\s|\s+[A-ZÆØÅ])"
    r"|(?(word)(?:[IVXLC]{1,6}|[A-ZÆØÅ])(?=\s*(?:$|[–—-]\s))|(?!)))[.:)]?(?=\s|$)"
)
MAX_LENGTH = 220
MAX_LINES = 4
"""Characters and lines of a heading."""

_NUMBER_ALONE = re.compile(
    rf"(?P<word>(?:{_WORDS})\s*)?(?:\d{{1,2}}(?:\.\d{{1,2}})*|[IVX]{{1,5}}"
    r"|(?(word)[A-ZÆØÅ]|(?!)))[.:/|]?",
    re.I,
)


def join_torn(paras: Sequence[Para]) -> None:
    """Put a heading together again that ends in the next column, or on the next page."""
    for above, below in _neighbours(paras):
        if (
            above.kind is BlockKind.HEADING
            and below.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
            and above.flow != below.flow
            and _are_one_heading(above, below)
        ):
            if below.text.endswith("."):  # the end of a sentence in large type, as leads are
                above.kind, above.level, above.how = BlockKind.PARAGRAPH, 0, ""
                continue
            below.lines = above.lines + below.lines
            below.kind, below.level, below.how = above.kind, above.level, above.how
            above.lines = []


def join_numbers(paras: Sequence[Para], body: Style) -> None:
    """Put a number that stands alone above a heading into the heading.

    ``Kapitel 4`` may also be the last line of a page, and its title the first of the next.
    """
    for number, heading in _neighbours(paras):
        alone = _NUMBER_ALONE.fullmatch(number.text.strip())
        if (
            alone
            and heading.kind is BlockKind.HEADING
            and heading.how in ("type", "outline", "tag")
            and number.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
            and (alone["word"] or number.style.size >= LARGER * body.size)
            and (number.flow == heading.flow or alone["word"])
        ):
            heading.lines = number.lines + heading.lines
            heading.marker = 0
            number.lines = []


def _neighbours(paras: Sequence[Para]) -> Iterator[tuple[Para, Para]]:
    """Yield what follows each other in the running text, in a column or from one to the next."""
    last: Para | None = None
    for para in paras:
        if para.kind is BlockKind.FOOTNOTE or para.boxed:
            continue
        within = last is not None and (
            last.flow == para.flow or (last.last and para.first and last.page + 1 >= para.page)
        )
        if last is not None and last.lines and para.lines and within:
            yield last, para
        last = para


def _are_one_heading(above: Para, below: Para) -> bool:
    text = " ".join(line.text for line in above.lines)
    one, other = above.style, below.style
    return (
        len(above.lines) + len(below.lines) <= MAX_LINES
        and len(text) + len(below.text) <= MAX_LENGTH
        and abs(one.size - other.size) < 0.3
        and (one.bold, one.font, one.color) == (other.bold, other.font, other.color)
        and not NUMBER.match(below.text)
        and (runs_on(text, below.text) or is_open(text))
    )
