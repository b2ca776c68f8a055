"""The lists of OpenDocument, written as the numbering of Word, which is then counted."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from strategikort.readers.opendocument.styles import STYLE, TEXT, made
from strategikort.readers.word.numbers import FORMS
from strategikort.readers.word.styles import W

_OUTLINE = "Outline"
_FORMS = {**FORMS, "": "none"}
_LIST_FORMAT = (
    "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
)
_LEVEL = re.compile(r"%(\d{1,2})%")
_ID = "{http://www.w3.org/XML/1998/namespace}id"


class OpenList(NamedTuple):
    """A list that is being read: what it counts with, its style, and its level from 0."""

    counts: str
    style: str
    level: int


def form_of(number_format: str | None) -> str:
    """Return the form of numbers as Word calls it."""
    if (number_format or "").startswith("0"):
        return "decimalZero"
    return _FORMS.get(number_format or "", "decimal")


class OdfLists:
    """The list styles of a document, and its lists as they come; ``root`` is what Word has."""

    def __init__(self, *styles: Element | None) -> None:
        self.root = Element(W + "numbering")
        self._levels: dict[str, list[Element]] = {}
        self._nums: dict[tuple[str, str], str] = {}
        self._by_id: dict[str, str] = {}
        self._by_style: dict[str, str] = {}
        self._count = 0
        for parent in styles:
            for style in parent if parent is not None else ():
                if style.tag == TEXT + "list-style":
                    self._levels[style.get(STYLE + "name", "")] = _levels(style)
                elif style.tag == TEXT + "outline-style":
                    self._levels[_OUTLINE] = _levels(style)
        self._outline = OpenList(self._begin(_OUTLINE), _OUTLINE, 0)

    def opened(self, element: Element, style: str | None, outer: OpenList | None) -> OpenList:
        """Return the list that an element begins or goes on with; ``style`` is that of its text."""
        named = element.get(TEXT + "style-name") or (outer.style if outer else style) or ""
        if outer:
            return OpenList(outer.counts, named, outer.level + 1)
        before = self._by_id.get(element.get(TEXT + "continue-list") or "")
        if before is None and element.get(TEXT + "continue-numbering") == "true":
            before = self._by_style.get(named)
        counts = before or self._begin(named)
        self._by_style[named] = counts
        own = element.get(_ID)
        if own:
            self._by_id[own] = counts
        return OpenList(counts, named, 0)

    def named(self, element: Element) -> OpenList:
        """Return the list of a paragraph that names its list and level itself."""
        own, level = element.get(TEXT + "list-id", ""), element.get(TEXT + "level", "1")
        style = element.get(TEXT + "style-name", "")
        counts = self._by_id.get(own) or self._begin(style)
        if own:
            self._by_id[own] = counts
        return OpenList(counts, style, max(0, int(level[:2]) - 1) if level.isdecimal() else 0)

    def outline(self, level: int) -> OpenList:
        """Return the list by which headings are numbered, at a level."""
        return self._outline._replace(level=level)

    def number(self, within: OpenList, start: str | None) -> str:
        """Return the id of the numbering for an element of a list, which may begin at ``start``."""
        if start and start.isdecimal():
            num = self._num(within.counts)
            override = made(num, "lvlOverride", ilvl=str(within.level))
            made(override, "startOverride", val=start)
            self._override(num, within.style)
            return num.get(W + "numId", "")
        key = (within.counts, within.style)
        if key not in self._nums:
            num = self._num(within.counts)
            self._override(num, within.style)
            self._nums[key] = num.get(W + "numId", "")
        return self._nums[key]

    def _begin(self, style: str) -> str:
        self._count += 1
        counts = str(self._count)
        abstract = made(self.root, "abstractNum", abstractNumId=counts)
        abstract.extend(self._levels.get(style, ()))
        return counts

    def _num(self, counts: str) -> Element:
        self._count += 1
        num = made(self.root, "num", numId=str(self._count))
        made(num, "abstractNumId", val=counts)
        return num

    def _override(self, num: Element, style: str) -> None:
        """Give a list the levels of a style, which need not be that of the list around it."""
        made(num, "lvlOverride").extend(self._levels.get(style, ()))


def _levels(style: Element) -> list[Element]:
    return [_level(said) for said in style if (said.get(TEXT + "level") or "").isdecimal()]


def _level(said: Element) -> Element:
    at = int(said.get(TEXT + "level", "1")[:2])
    level = Element(W + "lvl", {W + "ilvl": str(at - 1)})
    made(level, "start", val=said.get(TEXT + "start-value", "1"))
    if "number" not in said.tag and "outline" not in said.tag:
        made(level, "numFmt", val="bullet")
        return level
    made(level, "numFmt", val=form_of(said.get(STYLE + "num-format")))
    made(level, "lvlText", val=_text(said, at))
    return level


def _text(said: Element, at: int) -> str:
    """Return the form of a label: ``%1.%2`` for one that shows two levels."""
    whole = said.get(_LIST_FORMAT)
    if whole is not None:
        return _LEVEL.sub(r"%\1", whole)
    shown = said.get(TEXT + "display-levels", "1")
    first = at - (int(shown[:2]) if shown.isdecimal() else 1) + 1
    numbers = ".".join(f"%{level}" for level in range(max(1, first), at + 1))
    return said.get(STYLE + "num-prefix", "") + numbers + said.get(STYLE + "num-suffix", "")
