"""The cleaning steps, each a function from aligned text to aligned text.

:func:`clean` puts them together: it cuts the raw file at a section's ranges and makes readable
running text of them.  Everything that decides is in :class:`CleaningRules`, so that cutting and
cleaning again gives the same text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from strategikort.text.addresses import goes_on
from strategikort.text.aligned import (
    AlignedText,
    Edit,
    SourceRange,
    blank,
    concatenate,
    spans_within,
)
from strategikort.text.hyphens import LINE_END_HYPHEN, LOST_BREAK_HYPHEN, Hyphen, HyphenRule
from strategikort.text.layout import PARAGRAPH, Layout
from strategikort.text.source import Source

_BREAK = re.compile(r"\s*\n\s*")
_LINE_BREAK = re.compile(r"(?<=\S)[^\S\n]*\n[^\S\n]*(?=\S)")
_STRETCH = re.compile(r"\S+")
_PARAGRAPH_END = re.compile(r"\s*$|[^\S\n]*\n[^\S\n]*\n")
_BY_LINES = (Layout.LINES, Layout.PAIRS)
_SPACED_STOP = re.compile(r"(?<=\S)[^\S\n]+(?=\.)")
_BLANKS = re.compile(r"[^\S\n]+")
_SENTENCE_END = re.compile(r"[.!?:…][\"”“»«’‘')\]]*$")


@dataclass(frozen=True)
class CleaningRules:
    """What a document's profile says of its cleaning.

    ``closes_up_stops``: the source has a blank before full stops.  ``continued``: raw offsets at
    which a text goes on in the same paragraph though it looks otherwise; ``parted``: raw offsets
    at which a new paragraph begins though no blank line says so.  ``closed``: raw offsets of what
    goes on with no word that a hyphen ends before it.  ``omitted``: raw ranges that are left out
    of running text (footnote marks).
    """

    hyphens: HyphenRule
    closes_up_stops: bool = False
    continued: frozenset[int] = frozenset()
    parted: frozenset[int] = frozenset()
    closed: frozenset[int] = frozenset()
    omitted: tuple[SourceRange, ...] = ()


def clean(
    source: Source,
    pieces: Sequence[SourceRange],
    rules: CleaningRules,
    layout: Layout = Layout.PROSE,
) -> AlignedText:
    """Return the readable text of the raw ``pieces``, which are given in reading order."""
    parts: list[AlignedText] = []
    for piece in pieces:
        if parts:
            parts.append(blank(PARAGRAPH))
        parts.append(AlignedText.cut(source.text, *piece))
    aligned = omit(concatenate(parts), rules.omitted)
    aligned = join_addresses(aligned, rules, layout)
    aligned = join_hyphens(aligned, rules)
    aligned = settle_breaks(aligned, rules, layout)
    if rules.closes_up_stops:
        aligned = close_up_stops(aligned)
    return squeeze_blanks(aligned).strip()


def omit(aligned: AlignedText, ranges: Sequence[SourceRange]) -> AlignedText:
    """Leave out what stands at the raw ``ranges``."""
    return aligned.edit(sorted(Edit(*span, "") for span in spans_within(aligned, ranges)))


def join_addresses(aligned: AlignedText, rules: CleaningRules, layout: Layout) -> AlignedText:
    """Put web and e-mail addresses together again that were cut at a line end."""
    text = aligned.text
    edits: list[Edit] = []
    begun = (-1, "")
    breaks = [
        (*match.span(), aligned.raw_offset(match.end())) for match in _LINE_BREAK.finditer(text)
    ]
    ends = {start for start, _, raw in breaks if raw in rules.parted}
    for start, end, raw in breaks:
        after = _STRETCH.match(text, end)
        parted = raw in rules.parted or (layout in _BY_LINES and raw not in rules.continued)
        if parted or not after:
            continue
        first = _start_of_stretch(text, start)
        # What has been joined already is part of the address.
        address = begun[1] * (begun[0] == first) + text[first:start]
        last = after.end() in ends or bool(_PARAGRAPH_END.match(text, after.end()))
        if goes_on(address, after[0], last=last):
            edits.append(Edit(start, end, ""))
            begun = (end, address)
    return aligned.edit(edits)


def _start_of_stretch(text: str, end: int) -> int:
    start = end
    while start and not text[start - 1].isspace():
        start -= 1
    return start


def join_hyphens(aligned: AlignedText, rules: CleaningRules) -> AlignedText:
    """Put words together again that were parted at a line end."""
    rule = rules.hyphens
    edits: list[Edit] = []
    patterns = (LINE_END_HYPHEN, LOST_BREAK_HYPHEN) if rule.lost_breaks else (LINE_END_HYPHEN,)
    found = chain.from_iterable(pattern.finditer(aligned.text) for pattern in patterns)
    for start, end in sorted(match.span() for match in found):
        if aligned.raw_offset(end) in rules.closed:
            continue
        before = aligned.text[max(0, start - 60) : start]
        verdict = rule.decide(before, aligned.text[end : end + 60])
        match verdict:
            case Hyphen.JOIN:
                edits.append(Edit(start, end, ""))
            case Hyphen.KEEP:
                edits.append(Edit(start + 1, end, ""))
            case Hyphen.SUSPEND:
                edits.append(Edit(start + 1, end, " "))
    return aligned.edit(edits)


def settle_breaks(aligned: AlignedText, rules: CleaningRules, layout: Layout) -> AlignedText:
    """Make of every line break a blank, a new line or a new paragraph."""
    edits: list[Edit] = []
    for match in _BREAK.finditer(aligned.text):
        start, end = match.span()
        if start == 0 or end == len(aligned.text):
            continue
        raw = aligned.raw_offset(end)
        if raw in rules.parted:
            settled = PARAGRAPH
        elif raw in rules.continued:
            settled = " "
        elif layout is Layout.PAIRS:
            settled = "\n" if len(edits) % 2 else " "
        else:
            settled = _settle(aligned.text, start, end, layout)
        edits.append(Edit(start, end, settled))
    return aligned.edit(edits)


def _settle(text: str, start: int, end: int, layout: Layout) -> str:
    has_blank_line = text.count("\n", start, end) > 1
    if layout is Layout.LINES:
        return "\n"
    if layout is Layout.FLOW or not has_blank_line:
        return " "
    if layout is Layout.PROSE and _runs_on(text, start, end):
        return " "
    return PARAGRAPH


def _runs_on(text: str, start: int, end: int) -> bool:
    """Say whether a sentence goes on across the break: not closed, and on with a small letter."""
    before = text[max(0, start - 4) : start]
    if before.endswith((",", "–")):
        return True
    return text[end].islower() and not _SENTENCE_END.search(before)


def close_up_stops(aligned: AlignedText) -> AlignedText:
    """Take away the blanks before full stops: ``verden .`` is ``verden.``."""
    spans = (match.span() for match in _SPACED_STOP.finditer(aligned.text))
    return aligned.edit([Edit(start, end, "") for start, end in spans])


def squeeze_blanks(aligned: AlignedText) -> AlignedText:
    """Make one plain blank of every run of blanks, no-break spaces and tabs."""
    spans = (match for match in _BLANKS.finditer(aligned.text) if match.group() != " ")
    return aligned.edit([Edit(*match.span(), " ") for match in spans])
