"""What a quotation is checked against: a stream of words, and what the texts say at its places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import islice, takewhile

from strategikort.citation.stream import Stream
from strategikort.citation.units import Part
from strategikort.citation.wording import Token, tokens
from strategikort.model import Section
from strategikort.structure.places import Places
from strategikort.text.source import Source

_KEPT_UNITS = 4096
"""Units whose tokens are kept."""
_SAMPLED = 300_000
"""Tokens of the stream in which a word is looked for to see whether it is a name."""
_SAMPLE = 20
"""Times that it is looked at there."""


class Archive(Stream):
    """The sections of a collection as a stream of words, with their texts and sources.

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
        super().__init__(sections)
        self.source = source
        self._pages = pages
        self.same_texts = same_texts
        self._places_in: dict[str, Places] = {}
        self._tokens_of: dict[int, list[Token]] = {}
        self._stops = frozenset(map(self._codes.of_key, ".!?:'"))
        self._number_of = {section.id: index for index, section in enumerate(self.sections)}

    def places_in(self, document: str) -> Places:
        """Return what tells lines and pages of a document by its characters."""
        if document not in self._places_in:
            self._places_in[document] = Places(self.source(document), self._pages(document))
        return self._places_in[document]

    def text_at(self, place: int) -> str:
        """Return a token of the stream as its section or heading writes it."""
        token, section = self.token_at(place), self._section_at(place)
        heading = self.units[self.unit_at(place)].part is Part.HEADING
        return (section.title if heading else section.text.text)[token.start : token.end]

    def _section_at(self, place: int) -> Section:
        return self.sections[self.units[self.unit_at(place)].section]

    def broken(self, place: int) -> str:
        """Return a token as the source has it, if a line break or soft hyphen cuts it; else ""."""
        token, section = self.token_at(place), self._section_at(place)
        if self.units[self.unit_at(place)].part is Part.HEADING:
            return ""
        first, last = section.text.raw_offset(token.start), section.text.raw_offset(token.end - 1)
        if first is None or last is None:
            return ""
        cut = last - first != token.end - 1 - token.start
        soft = "\u00ad" in section.text.text[token.start : token.end]
        return self.source(section.document).text[first : last + 1] if cut or soft else ""

    def has_note(self, place: int, mark: str) -> bool:
        """Say whether the source has a footnote mark behind the token."""
        end = self.token_at(place).end
        notes = self._section_at(place).footnotes
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
        above = self.parent_of(section)
        own = {section.id, section.document}
        return frozenset(own | self.above(above) if above else own)

    def parent_of(self, section: Section) -> Section | None:
        """Return the section above another; None if it has none here."""
        number = self._number_of.get(section.parent or "")
        return None if number is None else self.sections[number]

    def pages_around(self, section: Section) -> tuple[str, str] | None:
        """Return the first pages of the part that a section is in and of the next, if numbered.

        They say where its own are, which are not known; None where they do not.
        """
        part: Section | None = section
        while part and not self._begins_on(part):
            part = self.parent_of(part)
        if part is None:
            return None
        behind = islice(self.sections, self._number_of[part.id] + 1, None)
        inside = takewhile(lambda one: one.document == section.document, behind)
        following = (one for one in inside if one.pages and part.id not in self.above(one))
        after = next(following, None)
        first, last = self._begins_on(part), self._begins_on(after) if after else ""
        known = first.isdecimal() and last.isdecimal() and int(first) <= int(last)
        return (first, last) if known else None

    def _begins_on(self, section: Section) -> str:
        """Return the page on which a section begins; empty where it is not known."""
        first = section.lines[0][0] if section.lines else 0
        pages = section.pages or self._pages(section.document).get(first, ())
        return pages[0] if pages else ""

    def above_place(self, place: int) -> frozenset[str]:
        """Return the ids of what a token stands in: its section, those above, its document."""
        return self.above(self._section_at(place))

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
        hits = re.finditer(re.escape(code), self.stream[:_SAMPLED])
        within = (hit.start() for hit in hits if not self.is_initial(hit.start()))
        sample = [self.token_at(place).surface[:1].isupper() for place in islice(within, _SAMPLE)]
        return 2 * sum(sample) >= len(sample)

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
            text = section.text.text[item.start : item.end]
            found = [token.moved(item.start) for token in tokens(text)]
        if len(self._tokens_of) >= _KEPT_UNITS:
            self._tokens_of.clear()
        self._tokens_of[unit] = found
        return found
