"""The date that a document puts on itself: one that stands on a line of its own at the top.

Texts are full of dates.  Only a line that is nothing but a date (with a town, a weekday or a label
before it) above the running text is taken, and only if no other such line says another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from strategikort.language.months import month_named
from strategikort.language.numbers.dates import YEARS, iso_of
from strategikort.language.tokens import word_texts
from strategikort.readers.model import Block, BlockKind

RUNNING = 25
"""Words of the paragraph with which the running text begins."""

DATE = (
    r"(?:\d{1,2}\.?\s+)?(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)"
    r"[a-z]*\.?\s+\d{4}"
)
"""The pattern of a date in words, with or without a day."""

_SENTENCE = re.compile(r"[.!?][\"”“»«’‘')\]]*(?:$|\s+[A-ZÆØÅ])")
_SHORT_FORMS = re.compile(r"\s\(?(?:m\.v|m\.m|mv|mm|m\.fl|o\.l)\.|(?<=\d)\.|\bnr\.|\bjf\.", re.I)
_SHORT_LINE, _FEWEST_LINES = 60, 3

_MOST = 60
"""Blocks at the top of a text that are looked at."""

_LAST = 3
"""Blocks at the end of a text that may say when it was changed."""

_AROUND = re.compile(r"^[\s>#*_|(\[]+|\s\((?:gældende|historisk|\*)\)\s*$|[\s*_|.,;)\]]+$", re.I)
_LEAD = re.compile(
    r"^(?:(?:tid|tidspunkt|mødedato|mødetidspunkt|tid og sted)\s?: ?)?(?:(?-i:[A-ZÆØÅ])\w{5,} af )?"
    r"(?:(?:\d{1,3}\. årgang,? )?(?:nr\.?|nummer) \d{1,3}(?:,| [-–·|])? )?"
    r"(?:(?-i:[A-ZÆØÅ]\w+), )?(?:(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag) )?"
    r"(?:(?:den|d\.|(?:udgivelses|offentliggørelses)?dato:?|dateret:?|udgivet:?|offentliggjort:?"
    r"|publiceret:?|date:?) )*",
    re.I,
)
_NUMBERED = re.compile(
    r"^(?:(?-i:[A-ZÆØÅ]{3,4})|\w*(?:lov|bekendtgørelse|cirkulære|vejledning|anordning))"
    r" nr\.? \d{1,5} af (?:den |d\. )?",
    re.I,
)
"""What stands before the date in the first line of a law: »LOV nr 1234 af 12/12/2023«.

Further down it may be a law that the text speaks of.
"""

_LAID = re.compile(
    r"(?:fremsat|(?:betænkning )?afgivet)(?: skriftligt)?(?: af [^\d.,;:]{3,80})?"
    r" (?:den |d\. )(?P<date>\d{1,2}\. \w+ \d{4})(?: af\b.*)?",
    re.I,
)
"""The line that dates a bill or a report of a committee."""

_CHANGED = re.compile(
    r"(?:(?:sidst|senest) )?(?:opdateret|ajourført|revideret|redigeret|ændret)(?: den| d\.)?:? "
    r"(?P<date>[^/]+|\d+/\d+[/-]\d+)(?: ?/ ?\w{2,5})?",
    re.I,
)
"""A line that says when a text was changed, and who did it: »Sidst opdateret 17.12.2024/ab«."""

_HOUR = r"\d{1,2}(?:[.:]\d\d)?"
_MEETS = re.compile(
    rf",? (?:fra )?kl\. ?{_HOUR}(?: ?(?:[-–]|til) ?{_HOUR})?(?:, [^\d]{{2,40}}\d*)?$|(?<=\d) \(D$"
    r"|(?<=\d) \d\d:\d\d(?::\d\d)?$"
)
"""What stands behind the date of a meeting."""

_GOES_ON = re.compile(
    r"(?:(?<!\d)\d{1,2}\.?|[,(]|\b(?:i|den|d\.|fra|til|og|af|in|of|from|to|and))\s*$", re.I
)
_SHAPE = re.compile(
    r"\d{1,2}(?:\.? |\.)[^\W\d_]{3,9}\.?,? \d{4}|[^\W\d_]{3,9}\.? (?:\d{1,2},? )?\d{4}"
    r"|[^\W\d_]{3,9}\.?, \d{4}|\d{1,2}([./-])\d{1,2}\1\d{4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}/\d{1,2}[- ]\d{4}"
)
"""How dates and months are written with their year in full; whether it is one is seen then."""


def is_running(paragraph: str) -> bool:
    """Tell whether a paragraph is running text: it is long, and made of sentences.

    The title of a bill or a hearing may be as long, and is none.
    """
    if len(paragraph.split()) < RUNNING:
        return False
    return bool(_SENTENCE.search(_SHORT_FORMS.sub("", paragraph)))


def lines_on_top(paragraph: str) -> list[str]:
    """Return the short lines that a text without blank lines begins with, none of running text."""
    lines = paragraph.split("\n")
    short = next((at for at, line in enumerate(lines) if len(line) > _SHORT_LINE), len(lines))
    return lines[:short] if short >= _FEWEST_LINES else []


def date_at_the_top(text: str, blocks: Sequence[Block]) -> str | None:
    """Return in ISO 8601 the one date that stands alone on a line before the running text.

    That of the last change where the text has no other.  None if there is none, or if there are
    several that differ: which is meant is not told then.
    """
    lines = [*_first_lines(text, blocks), *_in_the_margin(text, blocks)]
    return _the_one(map(date_of_line, lines)) or _of_change(lines)


def change_at_the_end(text: str, blocks: Sequence[Block]) -> str | None:
    """Return when a text was changed, where it says so below everything else, as web pages do."""
    shown = [block for block in blocks if block.kind is not BlockKind.FURNITURE]
    lines = [line for block in shown[-_LAST:] for line in block.of(text).split("\n")]
    return _of_change([*_first_lines(text, blocks), *lines])


def _of_change(lines: Iterable[str]) -> str | None:
    changes = (_CHANGED.fullmatch(_plain(line)) for line in lines)
    return _the_one(date_of_line(change["date"]) for change in changes if change)


def _the_one(dates: Iterable[str | None]) -> str | None:
    found = {*filter(None, dates)}
    # »Maj 2023« on the cover and »12. maj 2023« below it are one.
    days = {
        iso for iso in found if not any(other != iso and other.startswith(iso) for other in found)
    }
    return days.pop() if len(days) == 1 else None


def _first_lines(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    before = ""
    for block in blocks[:_MOST]:
        stretch = block.of(text)
        if block.kind is BlockKind.PARAGRAPH and is_running(stretch):
            yield from lines_on_top(stretch)
            return
        if block.kind in (BlockKind.FURNITURE, BlockKind.TABLE, BlockKind.FOOTNOTE):
            continue
        for line in stretch.split("\n"):
            # A title may go on: »vedtaget 22.« and below it »februar 1997«.
            if not _GOES_ON.search(before) or _LAID.match(line.lstrip()):
                yield line if before else _NUMBERED.sub("", line.strip(), count=1)
            before = line


def _in_the_margin(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the lines beside the text of the first page, where letters have their dates."""
    for block in blocks:
        if block.page:
            return
        if block.kind is BlockKind.BOX and block.how == "margin":
            yield from block.of(text).split("\n")


def without_lead(line: str) -> str:
    """Return a line without what stands before a date: »København, den«."""
    return _LEAD.sub("", _plain(line), count=1)


def _plain(line: str) -> str:
    return " ".join(_AROUND.sub("", line.replace("\\", "")).split())


def date_of_line(line: str) -> str | None:
    """Return in ISO 8601 the date that a line consists of, None if it is no date."""
    line = _plain(line)
    laid = _LAID.fullmatch(line)
    line = laid["date"] if laid else _MEETS.sub("", line)
    for bare in dict.fromkeys((line, _LEAD.sub("", line, count=1))):
        if not _SHAPE.fullmatch(bare):
            continue
        words = word_texts(bare)
        # A day is in digits here: »første 5, 2024« is none.
        named = all(map(month_named, filter(str.isalpha, words)))
        iso = iso_of(words) if named else None
        if iso and int(iso[:4]) in YEARS:
            return iso
    return None
