"""The date that a document puts on itself: one that stands on a line of its own at the top."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from strategikort.language.dates import YEARS
from strategikort.language.months import month_named
from strategikort.readers.model import Block, BlockKind

_RUNNING = 25
"""Words of the paragraph with which the running text begins."""

_MOST = 60
"""Blocks at the top of a text that are looked at."""

_AROUND = re.compile(r"^[\s>#*_|(\[]+|[\s*_|.,;)\]]+$")
_LEAD = re.compile(
    r"^(?:(?-i:[A-ZÆØÅ]\w+), )?(?:(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag) )?"
    r"(?:(?:den|d\.|dato:?|dateret:?|udgivet:?|date:?) )*",
    re.I,
)
_GOES_ON = re.compile(
    r"(?:(?<!\d)\d{1,2}\.?|[,(]|\b(?:i|den|d\.|fra|til|og|af|in|of|from|to|and))\s*$", re.I
)
_DAY_MONTH = re.compile(r"(\d{1,2})\.? ([^\W\d_]{3,9})\.?,? (\d{4})")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,9})\.? (\d{1,2}),? (\d{4})")
_MONTH = re.compile(r"([^\W\d_]{3,9})\.?,? (\d{4})")
_DIGITS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def date_at_the_top(text: str, blocks: Sequence[Block]) -> str | None:
    """Return in ISO 8601 the one date that stands alone on a line before the running text.

    None if there is none, or if there are several that differ: which is meant is not told then.
    """
    found = {iso for line in _first_lines(text, blocks) if (iso := _date(line))}
    # »Maj 2023« on the cover and »12. maj 2023« below it are one.
    days = {
        iso for iso in found if not any(other != iso and other.startswith(iso) for other in found)
    }
    return days.pop() if len(days) == 1 else None


def _first_lines(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    before = ""
    for block in blocks[:_MOST]:
        stretch = text[block.start : block.end]
        if block.kind is BlockKind.PARAGRAPH and len(stretch.split()) >= _RUNNING:
            return
        if block.kind in (BlockKind.FURNITURE, BlockKind.TABLE, BlockKind.FOOTNOTE):
            continue
        for line in stretch.split("\n"):
            # A title may go on: »vedtaget 22.« and below it »februar 1997«.
            if not _GOES_ON.search(before):
                yield line
            before = line


def _date(line: str) -> str | None:
    line = " ".join(_AROUND.sub("", line.replace("\\", "")).split())
    for bare in dict.fromkeys((line, _LEAD.sub("", line, count=1))):
        if found := _DAY_MONTH.fullmatch(bare):
            return _day(found[3], month_named(found[2]), found[1])
        if found := _MONTH_DAY.fullmatch(bare):
            return _day(found[3], month_named(found[1]), found[2])
        if found := _DIGITS.fullmatch(bare):
            return _day(found[4], int(found[3]), found[1])
        if found := _ISO.fullmatch(bare):
            return _day(found[1], int(found[2]), found[3])
        found = _MONTH.fullmatch(bare)
        if found and month_named(found[1]) and int(found[2]) in YEARS:
            return f"{found[2]}-{month_named(found[1]):02}"
    return None


def _day(year: str, month: int, day: str) -> str | None:
    try:
        return date(int(year), month, int(day)).isoformat() if int(year) in YEARS else None
    except ValueError:
        return None
