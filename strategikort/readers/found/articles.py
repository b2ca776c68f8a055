"""Articles of acts of the EU, and annexes, that only their lines show: »Artikel 1«, »Bilag A«.

A text that speaks of articles may begin lines with them too; they are headings only if they stand
alone, from the first on and in order.  Where a file marks some as headings, it marks all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from strategikort.readers.found.lawheadings import is_title
from strategikort.readers.found.laws import SECTION_LEVEL
from strategikort.readers.model import Block, BlockKind, ReadFile

_DANISH = {"del": 1, "afsnit": 2, "kapitel": 3, "afdeling": 4, "artikel": 5, "bilag": 1}
_ENGLISH = {"part": 1, "title": 2, "chapter": 3, "section": 4, "article": 5, "annex": 1}
_LEVELS = _DANISH | _ENGLISH
"""Which stands over which."""

_NUMBERED = re.compile(
    rf"(?P<word>{'|'.join(_LEVELS)})\s+(?P<number>\d{{1,3}}[a-z]?|[IVXL]{{1,7}})\.?(?!\w)", re.I
)
_ARTICLE = re.compile(r"arti(?:kel|cle)\s+\d", re.I)
_FEWEST = 2

_ANNEX = re.compile(r"(?:bilag|appendiks|annex) (?P<number>\d{1,2}|[IVX]{1,5}|[A-ZÆØÅ])[.:]?", re.I)
_OTHER_PART = re.compile(r"(?:bilag|appendiks|annex|kapitel|afsnit|del)\b|\W*\d", re.I)


def with_articles(read: ReadFile) -> ReadFile:
    """Return what was read with headings for its articles, if they are in order.

    What stands over them (»KAPITEL I«) is a heading then too.  Where some of them are marked as
    headings, the others are mentions.  Each is one heading with its title below it.
    """
    if not _ARTICLE.search(read.text):
        return read
    if any(
        block.kind is BlockKind.HEADING and _ARTICLE.match(read.text, block.start)
        for block in read.blocks
    ):
        return _with_titles(_with_levels(read))
    places = [n for n, block in enumerate(read.blocks) if block.kind is not BlockKind.FURNITURE]
    found = {place: match for place in places if (match := _number(read, read.blocks[place]))}
    articles = [place for place, match in found.items() if _ARTICLE.match(match[0])]
    numbers = [int(re.sub(r"\D", "", found[place]["number"]) or 0) for place in articles]
    if len(articles) < _FEWEST or numbers != sorted(numbers) or numbers[0] > 1:
        return read
    levels = {read.blocks[n].start: _LEVELS[match["word"].lower()] for n, match in found.items()}
    return _with_titles(read.with_headings(levels))


def _with_titles(read: ReadFile) -> ReadFile:
    """Return what was read with each bare »Artikel 5« and the title below it as one heading."""
    return read.with_joined(
        place
        for place, (block, below) in enumerate(pairwise(read.blocks))
        if block.kind is BlockKind.HEADING
        and _number(read, block)
        and not _number(read, below)
        and _is_title(read, place)
    )


def _with_levels(read: ReadFile) -> ReadFile:
    """Return what was read with its articles below its chapters, where all are set alike."""
    found = {
        place: _LEVELS[match["word"].lower()]
        for place, block in enumerate(read.blocks)
        if block.kind is BlockKind.HEADING and (match := _NUMBERED.match(read.text, block.start))
    }
    looks = {(read.blocks[place].how, read.blocks[place].level) for place in found}
    if len(looks) > 1 or not looks <= {("numbering", 1), *(("type", n) for n in range(1, 7))}:
        return read
    highest = max(level for _, level in looks)
    levels = {rank: level for level, rank in enumerate(sorted(set(found.values())), highest)}
    return read.with_changed(
        {place: replace(read.blocks[place], level=levels[rank]) for place, rank in found.items()}
    )


def _number(read: ReadFile, block: Block) -> re.Match[str] | None:
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or block.continues:
        return None
    return None if block.quoted else _NUMBERED.fullmatch(read.text, block.start, block.end)


def _is_title(read: ReadFile, place: int) -> bool:
    """Tell whether what stands below the number at ``place`` is its title.

    A heading that the file marks is none where others as high follow: it is the first part then.
    """
    over, block = read.blocks[place], read.blocks[place + 1]
    stretch = block.of(read.text)
    if block.kind is BlockKind.PARAGRAPH:
        unmarked = over.how == "numbering"
        return unmarked and (is_title(stretch) or (len(stretch) < 200 and stretch.isupper()))
    if block.kind is not BlockKind.HEADING or block.level >= SECTION_LEVEL:
        return False
    return block.how == "type" or not any(
        one.level == block.level for one in _headings_below(read, over, place + 2)
    )


def _headings_below(read: ReadFile, over: Block, first: int) -> Iterator[Block]:
    """Yield the headings from ``first`` on, up to the next as high as ``over`` or numbered so."""
    for block in read.blocks[first:]:
        if block.kind is BlockKind.HEADING:
            if block.level <= over.level or _number(read, block):
                return
            yield block


def with_annexes(read: ReadFile) -> ReadFile:
    """Return what was read with headings for its annexes, if they stand in order and have text.

    Where some of them are marked as headings, what is not is a mention.
    """
    if not re.search("bilag|appendiks|annex", read.text, re.I):
        return read
    shown = read.shown
    if any(block.kind is BlockKind.HEADING and _of_annex(read.text, block) for block in shown):
        return read
    found = [
        (number, block)
        for block, after in pairwise(shown)
        if block.kind is BlockKind.PARAGRAPH
        and not block.continues
        and not block.quoted
        and (number := _of_annex(read.text, block))
        and not _of_annex(read.text, after)
    ]
    expected = _series(found[0][0], len(found)) if found else []
    if not found or [number for number, _ in found] != expected:
        return read
    return read.with_headings({block.start: 1 for _, block in found})


def with_parts_of_annexes(read: ReadFile) -> ReadFile:
    """Return what was read with the headings in an annex that only its number shows below it.

    They are set as those of the text before, and may be as high as the annex itself.
    """
    below: dict[int, Block] = {}
    level = 0
    for place, block in enumerate(read.blocks):
        if block.kind is BlockKind.HEADING:
            if block.how == "numbering" and _of_annex(read.text, block):
                level = block.level
            elif block.level <= level and block.how == "type":
                below[place] = replace(block, level=level + 1)
            elif block.level <= level:
                level = 0  # what has a style or a number is as high as it says
    return read.with_changed(below)


def with_titles_of_annexes(read: ReadFile) -> ReadFile:
    """Return what was read with »Bilag 1«, and the heading below that is its title, as one.

    Else the annex is empty, and its text belongs to a section beside it.
    """
    return read.with_joined(
        place
        for place, (above, block) in enumerate(pairwise(read.blocks))
        if above.kind is block.kind is BlockKind.HEADING
        and block.level <= above.level
        and _of_annex(read.text, above)
        and not _OTHER_PART.match(read.text, block.start, block.end)
    )


def _of_annex(text: str, block: Block) -> str | None:
    found = _ANNEX.fullmatch(text, block.start, block.end)
    return found["number"] if found else None


def _series(first: str, count: int) -> list[str]:
    """Return the numbers of annexes that begin with ``first``, none if it begins no series."""
    series = {
        "1": [str(number) for number in range(1, count + 1)],
        "I": ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"],
        "A": [*"ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"],
    }
    return series.get(first, [])[:count]
