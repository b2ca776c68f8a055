"""Brackets of the source itself, which a quotation may have with other words in them."""

from __future__ import annotations

from itertools import chain

from strategikort.citation.archive import Archive
from strategikort.citation.reading import Reading
from strategikort.citation.stream import Occurrence

_ALIKE = 0.5
"""Likeness from which on what is in brackets is that of the source, changed."""
_LONGEST = 60
"""Tokens in brackets of a source that are looked through."""


def has_brackets_of(archive: Archive, reading: Reading, found: Occurrence) -> bool:
    """Say whether what a quotation has in brackets is what its source has there, changed.

    ``found`` is where the quotation stands without it.
    """
    if not reading.insertions:
        return False
    places = list(chain.from_iterable(range(span.first, span.last) for span in found))
    wording = reading.wording
    for text, (start, end) in zip(reading.inserted, reading.insertions, strict=True):
        ahead = [place for token, place in zip(wording, places, strict=True) if token.end <= start]
        behind = [place for token, place in zip(wording, places, strict=True) if token.start >= end]
        own = [_brackets(archive, ahead[-1], 1)] if ahead else []
        own += [_brackets(archive, behind[0], -1)] if behind else []
        if any(_alike(text[1:-1], inside) for inside in own if inside):
            return True
    return False


def _brackets(archive: Archive, place: int, step: int) -> str:
    """Return what stands in the brackets right beside a place of the stream, if it has any."""
    _, first, last = archive.unit_span(archive.unit_at(place))
    opening, closing = "[]" if step > 0 else "]["
    words: list[str] = []
    for at in range(place + step, place + step * _LONGEST, step):
        if not first <= at < last:
            return ""
        surface = archive.token_at(at).surface
        if len(words) == 0 and surface != opening:
            return ""
        if surface == closing:
            return " ".join(words[1:][::step])
        words.append(surface)
    return ""


def _alike(inserted: str, own: str) -> bool:
    from rapidfuzz.distance import Indel

    if inserted.strip().isdigit() and own.isdigit():
        return True
    return Indel.normalized_similarity(" ".join(inserted.split()).lower(), own.lower()) >= _ALIKE
