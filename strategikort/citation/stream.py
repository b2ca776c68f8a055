"""All sections as one stream of words, in which any wording is found at once.

The stream is a string in which every token is one character, so that comparing and searching
are the string's own; a list of places for each token says where to begin.  Tokens are
numbered as they come; should there be more different ones than there are characters, some share
one, which costs time and no correctness: whatever is found here is judged afterwards by the texts
themselves.

The stream is made of *units*: paragraphs of sections, and headings that stand in the source.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from strategikort.citation.units import Part, Unit, split_units
from strategikort.citation.wording import Token, chunks, keys
from strategikort.model import Section

_SMALL = 300_000
"""Tokens of a stream of which all are listed at once."""
_LONGEST_KEPT = 60
"""Characters of a piece of text whose tokens are kept."""
NOTED = re.compile(r"([^\W\d_]{4,})(\d{1,2})")
"""A word with what may be a footnote mark behind it."""
_CODES = 0x110000 - 1
_UNKNOWN = chr(0x10FFFF)


class Span(NamedTuple):
    """Tokens ``[first, last)`` of the stream, all of them in one unit."""

    unit: int
    first: int
    last: int


Occurrence = tuple[Span, ...]
"""Where a wording stands: one span, or several where it runs over paragraphs."""


class _Codes(dict[str, str]):
    """The characters that stand for the tokens of a piece of text, by the piece itself."""

    def __init__(self) -> None:
        super().__init__()
        self._of_key: dict[str, str] = {}

    def __missing__(self, chunk: str) -> str:
        code = "".join(map(self._number, keys(chunk)))
        if len(chunk) <= _LONGEST_KEPT:
            self[chunk] = code
        return code

    def _number(self, key: str) -> str:
        code = self._of_key.get(key)
        if code is None:
            code = self._of_key[key] = chr(len(self._of_key) % _CODES)
        return code

    def of_key(self, key: str) -> str:
        return self._of_key.get(key, _UNKNOWN)


class Stream:
    """The sections of a collection, searchable word by word.

    They must come in reading order, document by document.
    """

    def __init__(self, sections: Iterable[Section]) -> None:
        self.sections = tuple(sections)
        self.units: list[Unit] = []
        self._starts = array("I")
        self._codes = _Codes()
        self._ends: dict[str, int] = {}
        self.stream = self._read()
        self._places: dict[str, array[int]] = {}
        if len(self.stream) <= _SMALL:
            self._list(set(self.stream))

    def _read(self) -> str:
        parts: list[str] = []
        code_of = self._codes.__getitem__
        length = 0
        for unit, text in split_units(self.sections):
            self.units.append(unit)
            self._starts.append(length)
            part = "".join(map(code_of, chunks(text)))
            parts.append(part)
            length += len(part)
            self._ends[self.sections[unit.section].document] = length
        self._starts.append(length)
        return "".join(parts)

    def prepare(self, codes: Iterable[str]) -> None:
        """Make ready for looking up many encoded wordings: a large archive is read only once."""
        if len(self.stream) > _SMALL:
            self._list(set().union(*codes).difference(self._places))

    def _list(self, wanted: Collection[str]) -> None:
        """List where the ``wanted`` tokens stand."""
        if not wanted:
            return
        listed = {code: array("I") for code in wanted}
        get = listed.get
        for place, code in enumerate(self.stream):
            found = get(code)
            if found is not None:
                found.append(place)
        self._places.update(listed)

    def encode(self, wording: Sequence[Token]) -> str:
        """Return the tokens as they would stand in the stream; unknown ones match nothing.

        A word that only a footnote mark makes unknown (``kampagner2``) is taken without it.
        """
        return "".join(self._code_of(token.key) for token in wording)

    def encode_text(self, text: str) -> str:
        """Return ``text`` as it would stand in the stream: much faster than by its tokens."""
        return "".join(map(self._code_of, keys(text)))

    def knows(self, code: str) -> bool:
        """Say whether all that was encoded stands somewhere in the archive."""
        return _UNKNOWN not in code

    def _code_of(self, key: str) -> str:
        code = self._codes.of_key(key)
        if code is _UNKNOWN:
            noted = NOTED.fullmatch(key)
            return self._codes.of_key(noted[1]) if noted else code
        return code

    def places(self, code: str) -> Sequence[int]:
        """Return where in the stream a token stands, in ascending order."""
        listed = self._places.get(code)
        if listed is None:
            listed = array("I", (hit.start() for hit in re.finditer(re.escape(code), self.stream)))
            self._places[code] = listed
        return listed

    def count(self, code: str) -> int:
        """Return how often a token stands in the stream."""
        return len(self.places(code))

    def unit_at(self, place: int) -> int:
        """Return the number of the unit that holds a place of the stream."""
        return bisect_right(self._starts, place) - 1

    def unit_span(self, unit: int) -> Span:
        """Return a unit's tokens."""
        return Span(unit, self._starts[unit], self._starts[unit + 1])

    def document_of(self, unit: int) -> str:
        """Return the id of the document that a unit belongs to."""
        return self.sections[self.units[unit].section].document

    def document_end(self, unit: int) -> int:
        """Return where in the stream the document ends that a unit belongs to."""
        return self._ends[self.document_of(unit)]

    def find(self, code: str, start: int = 0, end: int | None = None) -> Iterator[Occurrence]:
        """Find an encoded wording wherever it stands; it may run over paragraphs and sections.

        What runs on may do so over headings, or over headings and asides, or over neither.
        Only what lies between the places ``start`` and ``end`` of the stream is looked at.
        """
        if not code or _UNKNOWN in code:
            return
        anchor = min(range(len(code)), key=lambda index: self.count(code[index]))
        places = self.places(code[anchor])
        end = len(self.stream) if end is None else end
        for index in range(bisect_left(places, start), len(places)):
            if places[index] >= end:
                return
            found = self._match(code, anchor, places[index])
            if found and found[0].first >= start and found[-1].last <= end:
                yield found

    def _match(self, code: str, anchor: int, place: int) -> Occurrence | None:
        unit = self.unit_at(place)
        first = place - anchor
        _, start, end = self.unit_span(unit)
        if first >= start and first + len(code) <= end:
            if self.stream.startswith(code, first):
                return (Span(unit, first, first + len(code)),)
            return None
        inside = max(first, start), min(first + len(code), end)
        if self.stream[slice(*inside)] != code[inside[0] - first : inside[1] - first]:
            return None
        for highest in Part:
            if self.units[unit].part > highest:
                continue
            found = self._run_over(code, inside[0] - first, Span(unit, *inside), highest)
            if found:
                return found
        return None

    def _run_over(self, code: str, before: int, middle: Span, highest: Part) -> Occurrence | None:
        spans = [middle]
        left, right = before, before + middle.last - middle.first
        while left > 0:
            unit = self.neighbour(spans[0].unit, -1, highest)
            if unit is None:
                return None
            _, start, end = self.unit_span(unit)
            first = max(start, end - left)
            if self.stream[first:end] != code[left - (end - first) : left]:
                return None
            spans.insert(0, Span(unit, first, end))
            left -= end - first
        while right < len(code):
            unit = self.neighbour(spans[-1].unit, 1, highest)
            if unit is None:
                return None
            _, start, end = self.unit_span(unit)
            last = min(end, start + len(code) - right)
            if self.stream[start:last] != code[right : right + last - start]:
                return None
            spans.append(Span(unit, start, last))
            right += last - start
        return tuple(spans)

    def neighbour(self, unit: int, step: int, highest: Part) -> int | None:
        """Return the next unit of the same document whose part is not above ``highest``."""
        document = self.document_of(unit)
        index = unit + step
        while 0 <= index < len(self.units) and self.document_of(index) == document:
            _, start, end = self.unit_span(index)
            if self.units[index].part <= highest and start < end:
                return index
            index += step
        return None
