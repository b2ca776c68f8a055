"""All sections as one stream of words, in which any wording is found at once.

The stream is a string in which every token is one character, so that comparing and searching
are the string's own; a list of places for each token says where to begin.  Tokens are
numbered as they come; should an archive have more different ones than there are characters, some
share one, which costs time and no correctness: whatever is found here is judged afterwards by the
texts themselves.

The stream is made of *units*: paragraphs of sections, and headings that stand in the source.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from strategikort.citation.units import Part, Unit, split_units
from strategikort.citation.wording import Token, chunks, keys, tokens
from strategikort.model import Section
from strategikort.structure.places import Places
from strategikort.text.source import Source

_KEPT_UNITS = 4096
_SAMPLE = 20
_SMALL = 300_000
_LONGEST_KEPT = 60
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


class Archive:
    """The sections of a collection, made searchable word by word.

    ``sections`` must come in reading order, document by document.  ``source`` gives a document's
    source by the document's id, and ``pages`` the printed pages of its lines (from 1) as far as
    they are known; ``same_texts`` gives for documents (ids) the others that are the same text.
    They are asked only for what is reported.
    """

    def __init__(
        self,
        sections: Iterable[Section],
        source: Callable[[str], Source],
        pages: Callable[[str], Mapping[int, tuple[str, ...]]] = lambda _: {},
        same_texts: Callable[[Sequence[str]], Mapping[str, Set[str]]] = lambda _: {},
    ) -> None:
        self.sections = tuple(sections)
        self.source = source
        self._pages = pages
        self.same_texts = same_texts
        self._places_in: dict[str, Places] = {}
        self.units: list[Unit] = []
        self._starts = array("I")
        self._codes = _Codes()
        self._tokens_of: dict[int, list[Token]] = {}
        self.stream = self._read()
        self._places: dict[str, array[int]] = {}
        if len(self.stream) <= _SMALL:
            self._list(set(self.stream))
        self._stops = frozenset(self._codes.of_key(mark) for mark in ".!?:'")
        self.number_of = {section.id: index for index, section in enumerate(self.sections)}

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

    def places_in(self, document: str) -> Places:
        """Return what tells lines and pages of a document by its characters."""
        known = self._places_in.get(document)
        if known is None:
            known = Places(self.source(document), self._pages(document))
            self._places_in[document] = known
        return known

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

    def text_at(self, place: int) -> str:
        """Return a token of the stream as its section or heading writes it."""
        token = self.token_at(place)
        unit = self.units[self.unit_at(place)]
        section = self.sections[unit.section]
        text = section.title if unit.part is Part.HEADING else section.text.text
        return text[token.start : token.end]

    def broken(self, place: int) -> str:
        """Return a token as the source has it, if a line break or soft hyphen cuts it; else ""."""
        unit = self.units[self.unit_at(place)]
        token = self.token_at(place)
        if unit.part is Part.HEADING:
            return ""
        section = self.sections[unit.section]
        first, last = section.text.raw_offset(token.start), section.text.raw_offset(token.end - 1)
        if first is None or last is None:
            return ""
        cut = last - first != token.end - 1 - token.start
        soft = "\u00ad" in section.text.text[token.start : token.end]
        return self.source(section.document).text[first : last + 1] if cut or soft else ""

    def has_note(self, place: int, mark: str) -> bool:
        """Say whether the source has a footnote mark behind the token."""
        unit = self.units[self.unit_at(place)]
        end = self.token_at(place).end
        notes = self.sections[unit.section].footnotes
        return any(note.mark == mark and note.offset == end for note in notes)

    def is_marked(self, place: int, mark: str) -> bool:
        """Say whether the source may have ``mark`` in front of a token without its being text.

        A dash stands in front of any paragraph or heading; a number only where a section begins
        whose own it is, or behind what has a footnote.
        """
        if place and self.has_note(place - 1, mark):
            return True
        unit = self.unit_at(place)
        if place != self.unit_span(unit).first:
            return False
        number = mark.rstrip(".)")
        if not number[:1].isalnum():
            return True
        here = self.units[unit]
        section = self.sections[here.section]
        if not section.heading or (unit and self.units[unit - 1].section == here.section):
            return False
        if any(map(str.isalnum, section.text.text[: here.start])):
            return False
        if "title" in section.derived and section.number == number:
            return True
        heading = section.heading[0]
        stands = self.source(section.document).text[heading.start : heading.end]
        return re.match(rf"\W*{re.escape(number)}(?!\w)", stands) is not None

    def above(self, section: Section) -> frozenset[str]:
        """Return the ids of a section, of all sections above it, and of its document."""
        ids = {section.id, section.document}
        while section.parent is not None and section.parent in self.number_of:
            section = self.sections[self.number_of[section.parent]]
            ids.add(section.id)
        return frozenset(ids)

    def above_place(self, place: int) -> frozenset[str]:
        """Return the ids of what a token stands in: its section, those above, its document."""
        return self.above(self.sections[self.units[self.unit_at(place)].section])

    def is_initial(self, place: int) -> bool:
        """Say whether a token may have its capital only as the first of a sentence."""
        before = self.stream[place - 1] if place else ""
        start = self.unit_span(self.unit_at(place)).first
        return place == start or before in self._stops

    def is_name(self, word: str) -> bool:
        """Say whether a word is written with a capital letter within sentences too.

        Words that the archive does not have within sentences may well be names.
        """
        code = self._codes.of_key(word.lower())
        capitals = others = 0
        for hit in re.finditer(re.escape(code), self.stream[:_SMALL]):
            if self.is_initial(hit.start()):
                continue
            if self.token_at(hit.start()).surface[:1].isupper():
                capitals += 1
            else:
                others += 1
            if capitals + others >= _SAMPLE:
                break
        return capitals >= others

    def token_at(self, place: int) -> Token:
        """Return the token at a place of the stream, as it stands in its section or heading."""
        unit = self.unit_at(place)
        return self._tokens(unit)[place - self._starts[unit]]

    def _tokens(self, unit: int) -> list[Token]:
        known = self._tokens_of.get(unit)
        if known is not None:
            return known
        item = self.units[unit]
        section = self.sections[item.section]
        if item.part is Part.HEADING:
            found = tokens(section.title)
        else:
            found = [
                token._replace(start=token.start + item.start, end=token.end + item.start)
                for token in tokens(section.text.text[item.start : item.end])
            ]
        if len(self._tokens_of) >= _KEPT_UNITS:
            self._tokens_of.clear()
        self._tokens_of[unit] = found
        return found
