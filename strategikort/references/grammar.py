"""The grammar of places: how people name a passage, read into a tree and written out again.

::

    reference  = ( id | step ) { "," step } [ "," pages ] [ "," lines ]
    id         = part "/" part { "/" part }                rk/6/3
    step       = name [ numbers ] [ "»" title "«" ]        pejlemærke 3, rk 6-9, kapitlet »Afrika«
               | ordinals name                             3. led, 3.-5. led, 1. og 2. søjle
    numbers    = span { "," span } [ "og" span ]           6, 8 og 12
    pages      = "s." numbers
    lines      = "l." numbers

The order from the largest to the smallest is that of the EU's interinstitutional style guide.
What the names mean is not decided here.  For every tree ``x`` that ``parse`` gives,
``parse(str(x)) == x``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from strategikort.danish import listed


class PlaceSyntaxError(ValueError):
    """A text that names no place; it says what could not be read."""


class NumberSpan(NamedTuple):
    """One number, or all from ``first`` to ``last``; as written: ``6``, ``3.2``, ``xii``."""

    first: str
    last: str | None = None

    def __str__(self) -> str:
        return self.first if self.last is None else f"{self.first}-{self.last}"


@dataclass(frozen=True, slots=True)
class PlaceStep:
    """One step down to a place: a name with numbers or a title; ``ordinal``: ``3. led``."""

    name: str
    numbers: tuple[NumberSpan, ...] = ()
    ordinal: bool = False
    title: str = ""

    def __str__(self) -> str:
        if self.ordinal:
            shown = [
                f"{span.first}." if span.last is None else f"{span.first}.-{span.last}."
                for span in self.numbers
            ]
            return f"{listed(shown)} {self.name}"
        parts = [self.name]
        if self.numbers:
            parts.append(listed(list(map(str, self.numbers))))
        if self.title:
            parts.append(f"»{self.title}«")
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Reference:
    """A place: by its id or by steps from the largest to the smallest, then pages and lines."""

    id: str = ""
    steps: tuple[PlaceStep, ...] = ()
    pages: tuple[NumberSpan, ...] = ()
    lines: tuple[NumberSpan, ...] = ()

    def __str__(self) -> str:
        parts = [self.id] if self.id else []
        parts += map(str, self.steps)
        if self.pages:
            parts.append(f"s. {listed(list(map(str, self.pages)))}")
        if self.lines:
            parts.append(f"l. {listed(list(map(str, self.lines)))}")
        return ", ".join(parts)


def parse(text: str) -> Reference:
    """Read one reference; raises ``PlaceSyntaxError``."""
    reader = _Reader(text)
    reference = reader.reference()
    if reader.rest():
        raise reader.error()
    return reference


_ID_PART = r"[^\W_]+(?:[-.][^\W_]+)*"
_ID = re.compile(rf"{_ID_PART}(?:/{_ID_PART})+(?=\s*(?:,|$))")
_DASH = r"\s*[-–—]\s*"
_NUMBER = r"(?:\d+(?:\.\d+)*(?:\s?[a-hj-zæøå]|i)?(?![^\W_])|[ivx]+(?![^\W_]))"
_SPAN = re.compile(
    rf"\s*({_NUMBER})(?:{_DASH}({_NUMBER}))?(?!\.(?!$)|\s*(?!samt\b)[^\W\d_]{{3,}}|/)"
)
_ORDINAL = re.compile(r"\s*(\d+(?:\.\d+)*)\.?(?:\s*[-–—]\s*(\d+)\.)?")
_SEPARATOR = re.compile(r"\s*(?:,|\bog\b|\bsamt\b|&)(?=\s*[\divx])")
# A letter right after a full stop is no number: »A.v« would be written »A. v«, which is a name.
_WORD = r"[^\W\d_][\w'’/-]*(?:\.(?![^\W\d_]))?"
_NAME = re.compile(
    rf"\s*((?!(?:og|samt)\b){_WORD}(?:\s+(?!(?:og|samt)\s+\d){_WORD})*(?:(?<=\btil)\s+§+)?|§+)"
)
_TITLE = re.compile(r"\s*(?:»\s*([^\s«»][^«»]*)«|[»\"“”„]\s*([^\s«»\"“”„][^«»\"“”„]*)[«\"“”])")
_PAGES = re.compile(r"\s*(?:siderne\b|sider?\b|s\b\.?|pp?\.)\s*(?=[\divx])", re.IGNORECASE)
_LINES = re.compile(r"\s*(?:linjerne\b|linjer?\b|l\b\.?)\s*(?=\d)", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*(?=\S)|\s+(?=[sl]\.\s*[\divx])")


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = " ".join(text.split())
        self._at = 0

    def rest(self) -> str:
        return self._text[self._at :].strip()

    def error(self) -> PlaceSyntaxError:
        return PlaceSyntaxError(self.rest() or self._text)

    def reference(self) -> Reference:
        found = self._take(_ID)
        steps: list[PlaceStep] = []
        pages: tuple[NumberSpan, ...] = ()
        lines: tuple[NumberSpan, ...] = ()
        if found is not None and not self.rest():
            return Reference(found.group())
        first = found is None
        while first or self._take(_COMMA):
            first = False
            if not lines and not pages and self._take(_PAGES):
                pages = self._spans()
            elif not lines and self._take(_LINES):
                lines = self._spans()
            elif not lines and not pages:
                steps.append(self._step())
            else:
                raise self.error()
        return Reference(found.group() if found else "", tuple(steps), pages, lines)

    def _step(self) -> PlaceStep:
        ordinal = self._ordinal()
        if ordinal is not None:
            return ordinal
        name = self._take(_NAME)
        if name is None:
            raise self.error()
        numbers = self._spans(needed=False)
        title = self._take(_TITLE)
        named = (title[1] or title[2]).strip() if title else ""
        return PlaceStep(name[1].strip(), numbers, title=named)

    def _ordinal(self) -> PlaceStep | None:
        start = self._at
        numbers: list[NumberSpan] = []
        more = True
        while more and (match := self._take(_ORDINAL)) is not None:
            numbers.append(NumberSpan(match[1], match[2]))
            more = self._take(_SEPARATOR) is not None
        name = None if more else self._take(_NAME)
        if name is None:
            self._at = start
            return None
        return PlaceStep(name[1].strip(), tuple(numbers), ordinal=True)

    def _spans(self, *, needed: bool = True) -> tuple[NumberSpan, ...]:
        found: list[NumberSpan] = []
        while True:
            before = self._at
            if found and self._take(_SEPARATOR) is None:
                break
            match = self._take(_SPAN)
            if match is None:
                self._at = before
                break
            first, last = (end and end.replace(" ", "") for end in match.groups())
            found.append(NumberSpan(first or "", last))
        if needed and not found:
            raise self.error()
        return tuple(found)

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self._text, self._at)
        if match is not None:
            self._at = match.end()
        return match
