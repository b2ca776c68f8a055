"""How a quotation is to be read: its wording, its omissions and what its writer put in.

Omissions are ``[…]``, ``(…)``, ``/…/`` and ``…`` (also as three dots or dashes); what stands in
square brackets otherwise was put in by the one who quotes, and so were ``(…, red.)`` and ``(sic)``.
A bracket inside a word (``[d]en``) changes the case of its first letter.  A dash or a number may be
that of a list item or of a section and no part of its text; which are can only be told from the
source.  Everything is masked with blanks, so that offsets stay those of the quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from strategikort.citation.remarks import EMPHASIS, OWNED
from strategikort.citation.wording import Token, tokens

_DOTS = r"(?:…|\.\s?\.\s?\.+)"
_TWO_DOTS = rf"(?:{_DOTS}|\.\.)"
"""In brackets two will do."""
_DASHES = r"[-–—](?:\s?[-–—]){1,4}"
_OMISSION = re.compile(
    rf"\[\s*(?:{_TWO_DOTS}|{_DASHES})\s*\]|\(\s*(?:{_TWO_DOTS}|{_DASHES})\s*\)|/\s*{_DOTS}\s*/|{_DOTS}"
    r"|(?<=\s)(?:-\s?){2}-(?=\s)|(?<=\s)(?:[–—]\s){2}[–—](?=\s)"
)
_CASE = re.compile(r"\[(\w)\](?=\w)")
_INSERTION = re.compile(
    r"\[[^\[\]]{1,300}\]|\((?i:sic\b[^()]{0,20}|red\.[^()]{0,100}|[^()]{1,100}[,;]\s*(?:red|forf)\.?"
    rf"|(?:{OWNED}\s+(?:fremh|kursiv|understreg)\w*|{EMPHASIS})[^()]{{0,20}})\)"
)
"""What was put in: in square brackets, or in round ones that say so, »(Danmark, red.)«."""
_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|[a-zæøå]\)"
_FIRST_NUMBER = re.compile(rf"\A\s*({_NUMBER})(?=\s)")
_MARKS = (
    re.compile(r"(?m)^[^\S\n]*([-–—*·])(?=\s)"),
    re.compile(rf"(?m)(?<=\n)[^\S\n]*({_NUMBER})(?=\s)"),
    _FIRST_NUMBER,
    re.compile(r"(?<=[^\S\n])([-–—])(?=\s)"),
    re.compile(r"(?<=[.:;!?][^\S\n])(\d{1,3}(?:\.\d{1,3}){0,4}[.)]|[a-zæøå]\))(?=\s)"),
    re.compile(r"(?<=[^\W\d_][.,;:!?])(\d{1,3})(?=\s)"),
)
"""What may stand in front of a list item or a section, kind by kind; the last three within a line.

The last is the number of a footnote behind a sentence.
"""
_AT_LINE_STARTS = 3
_CLOSING = frozenset(".,;:'")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a quotation.

    ``parts`` are what stands between omissions.  ``inserted`` are the bracketed pieces,
    ``insertions`` their half-open places in the quotation.  ``free_case`` are the offsets of
    letters whose case the writer changed.  ``closing`` is punctuation at the end that the quotation
    does without.  ``marks`` are dashes and numbers that were left out of the wording, as tokens.
    """

    parts: tuple[tuple[Token, ...], ...]
    inserted: tuple[str, ...] = ()
    free_case: frozenset[int] = frozenset()
    closing: str = ""
    marks: tuple[Token, ...] = ()
    insertions: tuple[tuple[int, int], ...] = ()

    @property
    def wording(self) -> tuple[Token, ...]:
        """All tokens, omissions passed over."""
        return tuple(token for part in self.parts for token in part)

    def marks_before(self) -> dict[int, Token]:
        """Return the marks by the offset of the token that each stands in front of."""
        starts = [token.start for token in self.wording]
        places = ((bisect_left(starts, mark.end), mark) for mark in self.marks)
        return {starts[index]: mark for index, mark in places if index < len(starts)}

    def part(self, index: int) -> Reading:
        """Return what stands between two omissions as a reading of its own."""
        first = self.parts[index][0].start if index else 0
        end = self.parts[index][-1].end
        before = max((part[-1].end for part in self.parts[:index]), default=first)
        marks = tuple(mark for mark in self.marks if before <= mark.start and mark.end <= end)
        return replace(self, parts=(self.parts[index],), marks=marks)


def readings(quote: str) -> Iterator[Reading]:
    """Yield the ways to read a quotation, the most literal first; none for one without words.

    The last is the one by which what stands nowhere is compared.
    """
    seen: dict[tuple[object, ...], Reading] = {}
    mark: tuple[object, ...] = ()
    for reading in _readings(quote):
        for variant in (reading, _without_closing(reading)):
            if any(token.is_word for token in variant.wording):
                mark = (variant.parts, variant.inserted, variant.marks)
                if mark not in seen:
                    seen[mark] = variant
                    yield variant
    if seen and mark != next(reversed(seen)):
        yield seen[mark]


def _readings(quote: str) -> Iterator[Reading]:
    yield Reading((tuple(tokens(quote)),))
    yield _marked(quote)
    kinds = [list(pattern.finditer(quote)) for pattern in _MARKS]
    present = [found for found in kinds if found]
    lines = [found for found in kinds[:_AT_LINE_STARTS] if found]
    if len(present) > 1:
        yield _without(quote, present)
        for found in present:
            yield _without(quote, [found])
            yield _without(quote, [other for other in present if other is not found])
    elif present and not lines:
        yield _without(quote, present)
    if lines:
        yield _without(quote, lines)
    elif present:
        yield _marked(quote)


def _without(quote: str, kinds: Sequence[Sequence[re.Match[str]]]) -> Reading:
    """Return the reading of a quotation with some of its marks left out of the wording."""
    spans = sorted({match.span(1) for found in kinds for match in found})
    marks = tuple(
        Token(quote[start:end].lower(), quote[start:end], start, end, quote[start:end])
        for start, end in spans
    )
    return replace(_marked(_mask(quote, spans)), marks=marks)


def _marked(quote: str) -> Reading:
    free_case: set[int] = set()

    def case(match: re.Match[str]) -> str:
        free_case.add(match.start() + 2)
        return "  " + match.group(1)

    text = _CASE.sub(case, quote)
    omissions = [match.span() for match in _OMISSION.finditer(text)]
    text = _mask(text, omissions)
    inserted = list(_INSERTION.finditer(text))
    insertions = tuple(match.span() for match in inserted)
    text = _mask(text, insertions)
    parts: list[tuple[Token, ...]] = []
    position = 0
    for start, end in [*omissions, (len(text), len(text))]:
        part = tokens(text[position:start])
        if any(token.is_word for token in part):
            parts.append(tuple(token.moved(position) for token in part) if position else (*part,))
        position = end
    return Reading(
        tuple(parts),
        tuple(match.group() for match in inserted),
        frozenset(free_case),
        insertions=insertions,
    )


def _mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _without_closing(reading: Reading) -> Reading:
    """Return the reading without marks at its ends and around its omissions.

    They may belong to the sentence that quotes: ``… til Ukraine«, siger ministeren.``
    """
    parts: list[tuple[Token, ...]] = []
    closing = ""
    for part in reading.parts:
        first, last = 0, len(part)
        while last > first and part[last - 1].surface in _CLOSING:
            last -= 1
        at_start = _CLOSING if parts else "'"
        while first < last and part[first].surface in at_start:
            first += 1
        closing = "".join(token.surface for token in part[last:])
        parts.append(part[first:last])
    return replace(reading, parts=tuple(part for part in parts if part), closing=closing)
