"""Where a quotation stands word for word, and what differs where only its forms do not agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from strategikort.citation.archive import Archive
from strategikort.citation.differences import Match, compare
from strategikort.citation.found import locate
from strategikort.citation.reading import Reading
from strategikort.citation.stream import NOTED, Occurrence
from strategikort.citation.verdict import Status, Verdict
from strategikort.citation.wording import Token, forms_of, hyphens_of, plain, shaped

MAX_OMITTED = 300
"""Tokens that an omission may pass over when it leaves the section."""
MAX_PLACES = 20
_SHORT_PART = 3
_ALIKE = 0.5
"""Likeness from which on what is in brackets is that of the source, changed."""
_LONGEST = 60
"""Tokens in brackets of a source that are looked through."""


def look_up(
    archive: Archive, quote: str, reading: Reading, most: int = MAX_PLACES
) -> tuple[list[Occurrence], Verdict | None]:
    """Return where a reading stands exactly, and a verdict where only its forms differ.

    No more than ``most`` places are looked for.
    """
    exact: list[Occurrence] = []
    near: Verdict | None = None
    ends: set[int] = set()
    for found in _chains(archive, reading):
        # Several beginnings before one end: the last is the shortest passage, but any is true.
        if len(reading.parts) > 1 and found[-1].last in ends:
            continue
        places = (place for span in found for place in range(span.first, span.last))
        matches = match_tokens(archive, reading, enumerate(places))
        if all(match.same for match in matches):
            exact.append(found)
            ends.add(found[-1].last)
            if len(exact) >= most:
                break
        elif near is None:
            near = changed_verdict(archive, quote, matches, found)
    return exact, near


def _chains(archive: Archive, reading: Reading) -> Iterator[Occurrence]:
    codes = [archive.encode(part) for part in reading.parts]
    for first in archive.find(codes[0]):
        chain = first
        for index in range(1, len(codes)):
            following = _following(archive, reading, codes, index, chain)
            if following is None:
                break
            chain += following
        else:
            yield chain


def _following(
    archive: Archive, reading: Reading, codes: Sequence[str], index: int, chain: Occurrence
) -> Occurrence | None:
    """Return the next place of a part after what was found of those before it.

    One that has the very words goes before one in which only their forms differ.
    """
    before = chain[-1]
    limit = _section_end(archive, before.unit)
    words = min(_words(reading.parts[index - 1]), _words(reading.parts[index]))
    if words >= _SHORT_PART:
        limit = max(limit, min(before.last + MAX_OMITTED, archive.document_end(before.unit)))
    found = list(islice(archive.find(codes[index], before.last, limit), MAX_PLACES))
    same = (one for one in found if _is_same(archive, reading, index, one))
    return next(same, found[0] if found else None)


def _is_same(archive: Archive, reading: Reading, index: int, found: Occurrence) -> bool:
    places = (place for span in found for place in range(span.first, span.last))
    return all(
        same_wording(archive, token, place, reading)
        for token, place in zip(reading.parts[index], places, strict=True)
    )


def _words(part: Sequence[Token]) -> int:
    return sum(token.is_word for token in part)


def _section_end(archive: Archive, unit: int) -> int:
    number = archive.units[unit].section
    while unit + 1 < len(archive.units) and archive.units[unit + 1].section == number:
        unit += 1
    return archive.unit_span(unit).last


def match_tokens(
    archive: Archive, reading: Reading, pairs: Iterable[tuple[int | None, int | None]]
) -> list[Match]:
    """Set tokens of the quotation, by their index in its wording, beside those of the stream.

    A mark that was left out of the wording is one of them where the source does not have it.
    """
    wording = reading.wording
    marks = reading.marks_before()
    matches: list[Match] = []
    for at, place in pairs:
        ours = None if at is None else wording[at]
        mark = None if ours is None else marks.get(ours.start)
        if mark is not None and place is not None and not archive.is_marked(place, mark.surface):
            before = matches.pop() if matches and _is_only_of_source(matches[-1], mark) else None
            # What the source has too is no mark of an item but a dash within a sentence.
            matches.append(
                replace(before, quote=mark, same=True) if before else Match(mark, None, False)
            )
        if place is None:
            matches.append(Match(ours, None, False))
            continue
        same = ours is not None and same_wording(archive, ours, place, reading)
        matches.append(Match(ours, archive.token_at(place), same, archive.text_at(place)))
    return matches


def _is_only_of_source(match: Match, mark: Token) -> bool:
    """Say whether a sign of the source stands beside none of the quotation, and is ``mark``."""
    own = match.source
    return match.quote is None and own is not None and own.surface == shaped(mark.surface)


def same_wording(archive: Archive, ours: Token, place: int, reading: Reading) -> bool:
    """Say whether a token and one of the stream are the same but for what is not wording."""
    theirs = archive.token_at(place)
    one, other = ours.surface, theirs.surface
    if ours.start in reading.free_case:
        one, other = one.lower(), other.lower()
    if one == other:
        return True
    if ours.key != theirs.key:
        noted = NOTED.fullmatch(one)
        return noted is not None and noted[1] == other and archive.has_note(place, noted[2])
    if ours.broken in (other, theirs.broken) or one == theirs.broken:
        return True
    if one.replace("-", "") != other.replace("-", ""):
        return False
    return _may_have_hyphens_of(ours, theirs, archive.broken(place))


def _may_have_hyphens_of(ours: Token, theirs: Token, raw: str) -> bool:
    """Say whether two tokens differ only in hyphens that stand at line ends in one of them.

    ``raw`` is the other one as its source has it, if that breaks it.
    """
    least, most = theirs.broken, theirs.surface
    if raw:
        # A soft hyphen may have been at a line end or none.
        key, surface, broken = forms_of(raw.replace("\u00ad", "- "))
        if key != theirs.key:
            return True  # a page ends inside the word: what stands between is no part of it
        least, most = broken, surface
    fewer, more = hyphens_of(ours.broken), hyphens_of(ours.surface)
    return fewer <= hyphens_of(most) and hyphens_of(least) <= more


def changed_verdict(
    archive: Archive, quote: str, matches: Sequence[Match], spans: Occurrence
) -> Verdict:
    """Return the verdict on a quotation whose words differ from those of one place."""
    from rapidfuzz.distance import Indel

    ours = [match.quote for match in matches if match.quote is not None]
    theirs = [match.source for match in matches if match.source is not None]
    similarity = Indel.normalized_similarity(plain(ours), plain(theirs))
    return Verdict(
        quote,
        Status.ALTERED,
        min(round(similarity, 3), 0.999),
        (locate(archive, spans),),
        compare(matches, quote, archive.is_name),
    )


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
