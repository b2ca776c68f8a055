"""Which sections quote sections of other documents word by word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from strategikort.links.titles import plain_words
from strategikort.model import Section

_QUOTED = re.compile(r"[»„“”\"]([^«»“”„\"\n]{30,800})[«“”\"]")
_WORD = re.compile(r"\w+")
_FEWEST = 6
"""Words; a shorter quotation may be any text's own."""

_BEGINNING = 3
"""Words by which a quotation is looked for."""


class Quotation(NamedTuple):
    """A quotation and the place that it is quoted from: half-open offsets in two sections."""

    source: str
    start: int
    end: int
    target: str
    target_start: int
    target_end: int


def quotations(sections: Mapping[str, Section]) -> Iterator[Quotation]:
    """Go through the quotations whose words stand in a section of another document.

    What stands in quotation marks there as well is quoted from somebody else.
    """
    begun: defaultdict[tuple[str, ...], list[tuple[Section, tuple[int, int], list[str]]]]
    begun = defaultdict(list)
    for section in sections.values():
        for match in _QUOTED.finditer(section.text.text):
            words = plain_words(match[1])
            if len(words) >= _FEWEST:
                begun[tuple(words[:_BEGINNING])].append((section, match.span(1), words))
    first = {beginning[0] for beginning in begun}
    for target in sections.values() if begun else ():
        text = target.text.text
        words = plain_words(text)
        likely = (at for at, word in enumerate(words) if word in first)
        for at in likely:
            for section, span, quoted in begun.get(tuple(words[at : at + _BEGINNING]), ()):
                if section.document == target.document or words[at : at + len(quoted)] != quoted:
                    continue
                places = [match.span() for match in _WORD.finditer(text)]
                start, end = places[at][0], places[at + len(quoted) - 1][1]
                if not any(m.start() < start and end < m.end() for m in _QUOTED.finditer(text)):
                    yield Quotation(section.id, *span, target.id, start, end)
