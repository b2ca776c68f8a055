"""The numbers that headings carry: ``3``, ``3.2``, ``II``, ``A``, ``Kapitel 4``, ``§ 5``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from strategikort.language.months import MONTHS
from strategikort.language.numbers.numerals import roman_of
from strategikort.language.numbers.ranks import roman_in_capitals
from strategikort.readers.cues.headings import QUESTION
from strategikort.readers.cues.markers import NEXT_SECTION
from strategikort.readers.found.remarks import REMARK

_MONTH = re.compile(rf"(?:{'|'.join(MONTHS)})\b", re.I)
_WORDS = {
    "kapitel": "kapitel",
    "kap": "kapitel",
    "chapter": "kapitel",
    "del": "del",
    "part": "del",
    "bilag": "bilag",
    "appendiks": "bilag",
    "appendix": "bilag",
    "annex": "bilag",
    "artikel": "artikel",
    "article": "artikel",
    "art": "artikel",
    "afsnit": "afsnit",
    "section": "afsnit",
    "§§": "paragraf",
    "§": "paragraf",
    "stk": "stykke",
    "pejlemærke": "pejlemærke",
    "prioritet": "prioritet",
    "søjle": "søjle",
    "anbefaling": "anbefaling",
    "konklusion": "konklusion",
    "indsatsområde": "indsatsområde",
    "initiativ": "initiativ",
}
_LETTER = r"(?:\s?(?:[a-hj-zæø](?!\w)|[iA-ZÆØ](?=\s*(?:[.:)]|$))))"
"""What stands behind a number that was put in later: ``§ 3 a``; »i« and capitals may be words."""

_NUMERAL = (
    rf"(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,5}}{_LETTER}?(?!\w)|[IVXLC]{{1,7}}(?!\w)"
    r"|[A-ZÆØÅ](?!\w|-[^\W\d_]{2}))"
)
_WORDED = re.compile(
    rf"(?P<word>{'|'.join(re.escape(word) for word in _WORDS)})\.?\s*"
    rf"(?P<number>(?-i:{_NUMERAL}(?:[-–]{_NUMERAL})?))"
    r"\s*(?:[.:)|/–—-]*|,(?=\s*stk))\s*",
    re.I,
)
_SECTIONS = re.compile(
    rf"§(?P<more>§)?\s*(?P<number>\d{{1,3}}{_LETTER}?"
    rf"(?:{NEXT_SECTION}\d{{1,3}}{_LETTER}?(?!\w))+)[.:]?\s*"
)
"""Several sections of a law that are headed together."""

_ORDINAL = re.compile(r"(?P<number>\d{1,3})\.\s+(?P<word>kapitel|afsnit|del)\b[.:]?\s*", re.I)
_POINT = re.compile(
    r"(?:dagsordens)?(?:punkt|pkt\.?|ad\.?)\s+(?:nr\.?\s+)?(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})"
    r"(?![\w.]*\w)\s*[.):–—-]*\s*",
    re.I,
)
"""A point of the agenda of a meeting: »Pkt. 4«, »Ad 4.«."""

_BARE_WORD = re.compile(r"(?P<word>bilag|annex|appendiks|appendix)\s*(?:[.:–—-]\s*|$)", re.I)
_PLAIN = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,5}|[IVXLC]{1,7}(?=\s*[.:)|/]|\n)|[A-ZÆØÅ](?=[.:)]))"
    r"(?P<stop>\s*[.:)|/]|\s+[–—-](?=\s))?(?:\s+|$)"
)


@dataclass(frozen=True)
class Numbered:
    """A heading's number: ``kind`` from its word (empty without one), where the title begins.

    ``sure``: the form alone shows that it is a number of a section and not a quantity.
    """

    number: str
    kind: str
    end: int
    sure: bool

    @property
    def depth(self) -> int:
        """How deep the number is: 2 for ``3.2``."""
        return self.number.count(".") + 1


def number_of(heading: str) -> Numbered | None:
    """Return the number that ``heading`` begins with, None if there is none."""
    remark = REMARK.fullmatch(heading)
    if remark:
        return Numbered(remark["on"], "bemærkning", len(heading), sure=True)
    question = QUESTION.match(heading)
    if question:
        return Numbered(question["number"], "spørgsmål", question.end(), sure=True)
    point = _POINT.match(heading)
    if point:
        return Numbered(point["number"], "punkt", point.end(), sure=True)
    sections = _SECTIONS.match(heading)
    if sections:
        number = _tight(re.sub(r"§\s", "", sections["number"]))
        return Numbered(number, "paragraf", sections.end(), sure=True)
    worded = _WORDED.match(heading)
    if worded:
        kind = _WORDS[worded["word"].lower()]
        return Numbered(_tight(worded["number"]), kind, worded.end(), sure=True)
    ordinal = _ORDINAL.match(heading)
    if ordinal:
        kind = _WORDS[ordinal["word"].lower()]
        return Numbered(ordinal["number"], kind, ordinal.end(), sure=True)
    bare = _BARE_WORD.match(heading)
    if bare:
        return Numbered("", "bilag", bare.end(), sure=True)
    plain = _PLAIN.match(heading)
    if not plain or _MONTH.match(heading, plain.end()):
        return None
    number = plain["number"]
    if number.split(".")[0].isdigit() and int(number.split(".")[0]) > 199:
        return None
    return Numbered(number, "", plain.end(), sure="." in number)


def _tight(number: str) -> str:
    """Return a number with what belongs together put together: ``3a``, ``3-5``."""
    return re.sub(r"(?<=\d)\s(?=\w(?!\w))|\s(?=[-–])|(?<=[-–])\s", "", number)


def settle_numbers(headings: Sequence[str]) -> list[Numbered | None]:
    """Return the number of each heading; a number that follows on no other is a quantity.

    ``10 nye initiativer`` begins with no section number unless there is a 9 or an 11.
    """
    found = [number_of(heading) for heading in headings]
    seen = {item.number for item in found if item}
    return [
        item if item and (item.sure or _has_neighbour(item.number, seen)) else None
        for item in found
    ]


def _has_neighbour(number: str, seen: set[str]) -> bool:
    if number.isdigit():
        value = int(number)
        return bool({str(value - 1), str(value + 1), f"{value}.1"} & seen)
    near = {chr(ord(number) - 1), chr(ord(number) + 1)} if len(number) == 1 else set()
    if roman := roman_in_capitals(number):
        near |= {roman_of(str(roman - 1)) or "", roman_of(str(roman + 1)) or ""}
    return not near.isdisjoint(seen)
