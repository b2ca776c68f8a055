"""Judgments: what a court or board calls what it decided, with its date and the case's number.

Each stands on a line of its own at the top, in type that does not show it for a title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from strategikort.readers.cues.dates import date_of_line
from strategikort.readers.found.acts import AT_THE_TOP, first_lines
from strategikort.readers.making.metadata import IN_TEXT
from strategikort.readers.model import ReadFile

_KIND = r"(?P<kind>dom|kendelse)"
_COURT = (
    r"retten i \w.*|[\w ]*\blandsret|[\w ]*\bbyret|højesteret|sø- og handelsretten|arbejdsretten"
    r"|(?:eu-|efta-)?domstolen|retten|\w*nævnet(?: for \w.*?)?"
)
_NAMED = re.compile(
    rf"(?P<court>{_COURT})s {_KIND}(?: \([^*()]*\))?(?: (?P<rest>afsagt .*|\d.*))?", re.I
)
"""»HØJESTERETS DOM«, »DOMSTOLENS DOM (Store Afdeling)«; »dom af 4. maj 2023« speaks of one."""

_ALONE = re.compile(_KIND, re.I)
_ABOVE = re.compile(rf"(?P<court>{_COURT})(?:\s+j\.? ?nr\b.*)?", re.I)
_SPACED = re.compile(r"\w(?: \w)+")
_CASE = (
    r"(?:[CTF]-\d{1,4}/\d\d(?: P)?|(?:BS|SS|B|S)?[- ]?\d{1,6}/\d{4}(?!\d)(?:-[A-ZÆØÅ]{2,4})?"
    r"|\d\d/\d{4,6})"
)
_NUMBER = re.compile(
    r"\b(?i:sag(?:snr\.?|erne|er)?|j\.? ?nr\.?) ?:? ?"
    rf"(?P<number>{_CASE}(?:(?:, | og | til ){_CASE})*)"
)
_DATE_AT_END = re.compile(r"(?:^|\s)(\d{1,2}\. \w+ \d{4})[\s*()]*$")
_FIRST, _BELOW = 8, 4
"""Lines among which its name stands, and below it its date."""

_SMALL = frozenset({"i", "og", "for", "på"})


class _Judgment(NamedTuple):
    line: int
    title: str
    rest: str = ""


def with_judgment(read: ReadFile) -> ReadFile:
    """Return what was read with the title and the date of the judgment that it is, if it is one."""
    lines = [line for line in first_lines(read) if line]
    found = _judgment(lines)
    if not found:
        return read
    number = _NUMBER.search(" ".join(lines))
    date = _date(lines, found)
    if not (number or date):
        return read
    evidence = {**read.metadata.evidence, "title": AT_THE_TOP}
    if date:
        evidence["date"] = IN_TEXT
    described = replace(
        read.metadata,
        title=found.title,
        date=date or read.metadata.date,
        number=number["number"] if number else None,
        evidence=evidence,
    )
    return replace(read, metadata=described)


def _judgment(lines: Sequence[str]) -> _Judgment | None:
    for at, line in enumerate(lines[:_FIRST]):
        line = line.replace(" ", "") if _SPACED.fullmatch(line) else line
        if named := _NAMED.fullmatch(line.rstrip(" *")):
            title = f"{_name(named['court'])} {named['kind'].lower()}"
            return _Judgment(at, title, named["rest"] or "")
        if alone := _ALONE.fullmatch(line):
            above = next(filter(None, map(_ABOVE.fullmatch, reversed(lines[:at]))), None)
            if above:
                return _Judgment(at, f"{_name(above['court'])} {alone['kind'].lower()}")
    return None


def _name(court: str) -> str:
    """Return the name of a court as it is written in a sentence, in the genitive."""
    if court.isupper():
        words = (word.lower() if word.lower() in _SMALL else word.title() for word in court.split())
        court = " ".join(words)
    return f"{court}’" if court.endswith(("s", "x", "z")) else f"{court}s"


def _date(lines: Sequence[str], found: _Judgment) -> str | None:
    below = [found.rest, *lines[found.line + 1 : found.line + 1 + _BELOW]]
    for line in below:
        if date := date_of_line(re.sub(r"^afsagt |[\s*()]+$", "", line)):
            return date
    ends = filter(None, map(_DATE_AT_END.search, lines[: found.line]))
    return next(filter(None, (date_of_line(end[1]) for end in ends)), None)
