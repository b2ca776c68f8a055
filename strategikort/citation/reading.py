"""How a quotation is to be read: its wording, its omissions and what its writer put in.

Omissions are ``[…]``, ``(…)`` and ``…`` (also as three dots); what stands in square brackets
otherwise was put in by the one who quotes.  A bracket inside a word (``[d]en``) changes the case
of its first letter.  Everything is masked with blanks, so that offsets stay those of the quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from strategikort.citation.wording import Token, tokens

_DOTS = r"(?:…|\.\s?\.\s?\.+)"
_OMISSION = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS}")
_CASE = re.compile(r"\[(\w)\](?=\w)")
_INSERTION = re.compile(r"\[[^\[\]]{1,300}\]")
_LIST_MARK = re.compile(r"(?m)^[^\S\n]*(?:[-–•*▪◦]|\d{1,2}[.)])(?=\s)")
_NUMBER = re.compile(r"\s*(\d{1,2})[.)]\s")
_CLOSING = frozenset(".,;:'")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a quotation.

    ``parts`` are what stands between omissions.  ``inserted`` are the bracketed pieces.
    ``free_case`` are the offsets of letters whose
    case the writer changed.  ``closing`` is punctuation at the end that the quotation does without.
    ``number`` is that of the section, where it was left out of the wording.
    """

    parts: tuple[tuple[Token, ...], ...]
    inserted: tuple[str, ...] = ()
    free_case: frozenset[int] = frozenset()
    closing: str = ""
    number: str = ""

    @property
    def wording(self) -> tuple[Token, ...]:
        """All tokens, omissions passed over."""
        return tuple(token for part in self.parts for token in part)


def readings(quote: str) -> Iterator[Reading]:
    """Yield the ways to read a quotation, the most literal first; none for one without words."""
    seen: set[tuple[object, ...]] = set()
    for reading in _readings(quote):
        for variant in (reading, _without_closing(reading)):
            mark = (variant.parts, variant.inserted, variant.number)
            if any(token.is_word for token in variant.wording) and mark not in seen:
                seen.add(mark)
                yield variant


def _readings(quote: str) -> Iterator[Reading]:
    yield Reading((tuple(tokens(quote)),))
    yield _marked(quote)
    number = _NUMBER.match(quote)
    if "\n" in quote or number:
        bare = _LIST_MARK.sub(lambda match: " " * len(match.group()), quote)
        if bare != quote:
            yield replace(_marked(bare), number=number[1] if number else "")


def _marked(quote: str) -> Reading:
    free_case: set[int] = set()

    def case(match: re.Match[str]) -> str:
        free_case.add(match.start() + 2)
        return "  " + match.group(1)

    text = _CASE.sub(case, quote)
    omissions = [match.span() for match in _OMISSION.finditer(text)]
    text = _mask(text, omissions)
    inserted = list(_INSERTION.finditer(text))
    text = _mask(text, [match.span() for match in inserted])
    parts: list[tuple[Token, ...]] = []
    position = 0
    for start, end in [*omissions, (len(text), len(text))]:
        part = tokens(text[position:start])
        if any(token.is_word for token in part):
            parts.append(
                tuple(
                    token._replace(start=token.start + position, end=token.end + position)
                    for token in part
                )
            )
        position = end
    return Reading(
        tuple(parts),
        tuple(match.group() for match in inserted),
        frozenset(free_case),
    )


def _mask(text: str, spans: list[tuple[int, int]]) -> str:
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
        while first < last and part[first].surface == "'":
            first += 1
        closing = "".join(token.surface for token in part[last:])
        parts.append(part[first:last])
    return Reading(
        tuple(part for part in parts if part),
        reading.inserted,
        reading.free_case,
        closing,
        reading.number,
    )
