"""Checking quotations against an archive of sections.

A quotation is *exact* when its wording, as :mod:`strategikort.citation.wording` defines it, stands
in the archive; it may run over paragraphs and adjacent sections.  Its parts on either side of an
omission must each stand there, in order and near each other.  Everything else is *altered* when
it comes close enough to a place to say what was changed, and *not found* otherwise: how alike the
two are never makes a quotation exact.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from strategikort.citation.archive import NOTED, Archive, Occurrence, Part, Span
from strategikort.citation.closest import Alignment, closest, find_runs
from strategikort.citation.differences import Difference, Kind, Match, compare, join_source, order
from strategikort.citation.found import Passage, locate
from strategikort.citation.reading import Reading, readings
from strategikort.citation.splice import segments
from strategikort.citation.wording import Token, plain

MIN_JUDGED = 12
"""Characters: a shorter quotation is exact or too short to judge."""
MAX_OMITTED = 300
"""Tokens that an omission may pass over when it leaves the section."""
CLOSE = 0.55
"""Share of a quotation that must stand in one place for it to be called altered."""
MAX_PLACES = 20
_SHORT_PART = 3
_NEGATIONS = frozenset({"ikke", "ej", "ingen", "intet", "aldrig", "hverken", "næppe"})
_HIDING = 12


class Status(StrEnum):
    """What is to be said of a quotation."""

    EXACT = "exact"
    ALTERED = "altered"
    NOT_FOUND = "not_found"
    MISPLACED = "misplaced"
    TOO_SHORT = "too_short"


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a quotation is said to stand: ids of sections and documents, perhaps lines or pages."""

    ids: frozenset[str]
    lines: tuple[tuple[int, int], ...] = ()
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about a quotation.

    ``places``: where it stands, the best first (``exact``, ``misplaced``); the closest place, or
    the places it was put together from (``altered``); none otherwise.  ``nearest`` is where a
    quotation that was not found has most words in common with, for looking, never for citing.
    ``similarity`` is 1 for the same wording and below 1 for every other.
    """

    quote: str
    status: Status
    similarity: float
    places: tuple[Passage, ...] = ()
    differences: tuple[Difference, ...] = ()
    notes: tuple[str, ...] = ()
    nearest: Passage | None = None

    @property
    def found(self) -> Passage | None:
        """The first of the places."""
        return self.places[0] if self.places else None


def verify(archive: Archive, quote: str, cited: Cited | None = None) -> Verdict:
    """Check one quotation; ``cited`` is where the text says that it stands."""
    return next(verify_all(archive, [(quote, cited)]))


def verify_all(archive: Archive, quotes: Iterable[tuple[str, Cited | None]]) -> Iterator[Verdict]:
    """Check many quotations, one after another."""
    listed = [(quote, list(readings(quote)), cited) for quote, cited in quotes]
    archive.prepare(reading.wording for _, ways, _ in listed for reading in ways[-1:])
    for quote, ways, cited in listed:
        yield _judge(archive, quote, ways, cited)


def _judge(archive: Archive, quote: str, ways: Sequence[Reading], cited: Cited | None) -> Verdict:
    if not ways:
        return Verdict(quote, Status.TOO_SHORT, 0.0, notes=("Citatet har ingen ord.",))
    changed: Verdict | None = None
    for reading in ways:
        exact, near = _look_up(archive, quote, reading)
        if exact:
            return _judge_place(archive, quote, reading, exact, cited)
        changed = changed or near
    letters = sum(len(token.surface) for token in ways[-1].wording)
    if letters < MIN_JUDGED:
        return Verdict(quote, Status.TOO_SHORT, 0.0)
    verdict = changed or _altered(archive, quote, ways[-1])
    places = verdict.places
    if cited and places and not any(fits(archive, place, cited) for place in places):
        note = "Henvisningen er til et andet sted end det nærmeste."
        verdict = replace(verdict, notes=(*verdict.notes, note))
    return verdict


# --- exact -------------------------------------------------------------------------------------


def _look_up(
    archive: Archive, quote: str, reading: Reading
) -> tuple[list[Occurrence], Verdict | None]:
    """Return where a reading stands exactly, and a verdict where only its forms differ."""
    exact: list[Occurrence] = []
    near: Verdict | None = None
    for found in _chains(archive, reading):
        places = (place for span in found for place in range(span.first, span.last))
        matches = [
            _match(archive, reading, ours, place)
            for ours, place in zip(reading.wording, places, strict=True)
        ]
        if all(match.same for match in matches):
            exact.append(found)
            if len(exact) >= MAX_PLACES:
                break
        elif near is None:
            near = _verdict(archive, quote, matches, found)
    return exact, near


def _chains(archive: Archive, reading: Reading) -> Iterator[Occurrence]:
    codes = [archive.encode(part) for part in reading.parts]
    ends: set[int] = set()
    for first in archive.find(codes[0]):
        chain = first
        for index in range(1, len(codes)):
            following = _following(archive, reading, codes, index, chain)
            if following is None:
                break
            chain += following
        else:
            # Several beginnings before one end: the last is the shortest passage, but any is true.
            if len(codes) == 1 or chain[-1].last not in ends:
                ends.add(chain[-1].last)
                yield chain


def _following(
    archive: Archive, reading: Reading, codes: Sequence[str], index: int, chain: Occurrence
) -> Occurrence | None:
    """Return the next place of a part after what was found of those before it."""
    before = chain[-1]
    limit = _section_end(archive, before.unit)
    words = min(_words(reading.parts[index - 1]), _words(reading.parts[index]))
    if words >= _SHORT_PART:
        limit = max(limit, min(before.last + MAX_OMITTED, _document_end(archive, before.unit)))
    return next(archive.find(codes[index], before.last, limit), None)


def _words(part: Sequence[Token]) -> int:
    return sum(token.is_word for token in part)


def _section_end(archive: Archive, unit: int) -> int:
    number = archive.units[unit].section
    while unit + 1 < len(archive.units) and archive.units[unit + 1].section == number:
        unit += 1
    return archive.unit_span(unit).last


def _document_end(archive: Archive, unit: int) -> int:
    following = archive.neighbour(unit, 1, Part.HEADING)
    while (
        following is not None
        and archive.unit_span(following).last < archive.unit_span(unit).last + MAX_OMITTED
    ):
        unit = following
        following = archive.neighbour(unit, 1, Part.HEADING)
    return archive.unit_span(unit if following is None else following).last


def _match(archive: Archive, reading: Reading, ours: Token, place: int) -> Match:
    same = same_wording(archive, ours, place, reading)
    return Match(ours, archive.token_at(place), same, archive.text_at(place))


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
    return ours.broken != ours.surface or archive.is_broken(place)


# --- where it is said to stand -----------------------------------------------------------------


def _judge_place(
    archive: Archive,
    quote: str,
    reading: Reading,
    exact: Sequence[Occurrence],
    cited: Cited | None,
) -> Verdict:
    ranked = sorted(exact, key=lambda found: _standing(archive, found))
    places = [locate(archive, found) for found in ranked]
    status = Status.EXACT
    if cited is not None:
        fitting = [place for place in places if fits(archive, place, cited)]
        if not fitting:
            status = Status.MISPLACED
        places = fitting + [place for place in places if place not in fitting]
    notes = _notes(archive, reading, ranked[0])
    return Verdict(quote, status, 1.0, tuple(places), notes=notes)


def _standing(archive: Archive, found: Occurrence) -> int:
    """Rank running text before asides and headings: it is what should be cited."""
    return max(archive.units[span.unit].part for span in found)


def fits(archive: Archive, place: Passage, cited: Cited) -> bool:
    """Say whether a place lies where a citation says: in one of its sections, lines and pages."""
    inside = all(
        not cited.ids.isdisjoint(archive.above(part.section)) for part in place.parts
    ) or not cited.ids.isdisjoint(archive.above(place.section))
    if not inside:
        return False
    if cited.lines and not _overlap(place.lines, cited.lines):
        return False
    return not (cited.pages and place.pages and set(cited.pages).isdisjoint(place.pages))


def _overlap(one: Collection[tuple[int, int]], other: Collection[tuple[int, int]]) -> bool:
    return any(a <= d and c <= b for a, b in one for c, d in other)


def _notes(archive: Archive, reading: Reading, found: Occurrence) -> tuple[str, ...]:
    notes: list[str] = []
    if reading.inserted:
        notes.append(f"Indsat i citatet: {', '.join(reading.inserted)}.")
    if reading.free_case:
        notes.append("Stort eller lille begyndelsesbogstav er ændret i kantet parentes.")
    if reading.closing and not _ends_so(archive, found[-1], reading.closing):
        notes.append(f"Citatet slutter med »{reading.closing}«, som ikke står her i kilden.")
    for one, other in pairwise(found):
        hidden = _hidden_negation(archive, one, other)
        if hidden:
            notes.append(f"Pas på: det udeladte rummer »{hidden}«.")
    return tuple(notes)


def _ends_so(archive: Archive, span: Span, closing: str) -> bool:
    end = archive.unit_span(span.unit).last
    return span.last < end and archive.token_at(span.last).surface == closing[0]


def _hidden_negation(archive: Archive, one: Span, other: Span) -> str:
    if one.unit != other.unit or not 0 < other.first - one.last <= _HIDING:
        return ""
    left_out = [archive.token_at(place) for place in range(one.last, other.first)]
    return next((token.surface for token in left_out if token.key in _NEGATIONS), "")


# --- altered -----------------------------------------------------------------------------------


def _altered(archive: Archive, quote: str, reading: Reading) -> Verdict:
    if len(reading.parts) > 1:
        return _altered_parts(archive, quote, reading)
    wording = reading.wording
    runs = find_runs(archive, archive.encode(wording))
    if not runs:
        return Verdict(quote, Status.NOT_FOUND, 0.0)
    spliced = segments(archive, wording, runs)
    if spliced:
        spans = [
            (Span(archive.unit_at(run.place), run.place, run.place + run.length),)
            for run in spliced
        ]
        joins = [
            _join(archive, quote, wording, one.at + one.length, found[-1])
            for one, found in zip(spliced[:-1], spans, strict=False)
        ]
        similarity = max(run.length for run in spliced) / len(wording)
        return Verdict(
            quote,
            Status.ALTERED,
            round(similarity, 3),
            tuple(locate(archive, found) for found in spans),
            tuple(joins),
            ("Citatet er sat sammen af ord fra flere steder uden udeladelsestegn.",),
        )
    best = closest(archive, wording, runs)
    if best is None:
        return Verdict(quote, Status.NOT_FOUND, 0.0)
    verdict = _verdict(archive, quote, _matches(archive, reading, best), best.spans(archive))
    if best.score >= CLOSE:
        return verdict
    return Verdict(
        quote, Status.NOT_FOUND, verdict.similarity, nearest=locate(archive, best.spans(archive))
    )


def _join(
    archive: Archive, quote: str, wording: Sequence[Token], at: int, before: Span
) -> Difference:
    """Tell of a seam: what follows in the quotation, and what follows in the source."""
    ours = wording[at : at + 4]
    end = min(archive.unit_span(before.unit).last, before.last + 4)
    theirs = [
        Match(None, archive.token_at(place), False, archive.text_at(place))
        for place in range(before.last, end)
    ]
    start, stop = ours[0].start, ours[-1].end
    source = join_source(theirs)
    return Difference(" ".join(quote[start:stop].split()), source, Kind.JOIN, start, stop)


def _altered_parts(archive: Archive, quote: str, reading: Reading) -> Verdict:
    """Judge a quotation with omissions of which not all parts stand there in order."""
    verdicts = [
        _part_verdict(archive, quote, replace(reading, parts=(part,))) for part in reading.parts
    ]
    weights = [sum(len(token.key) for token in part) for part in reading.parts]
    whole = sum(weights)
    known = sum(
        weight
        for weight, verdict in zip(weights, verdicts, strict=True)
        if verdict.status is not Status.NOT_FOUND
    )
    similarity = sum(
        weight * verdict.similarity for weight, verdict in zip(weights, verdicts, strict=True)
    )
    if known < whole * CLOSE:
        nearest = next((item.nearest for item in verdicts if item.nearest), None)
        return Verdict(quote, Status.NOT_FOUND, round(similarity / whole, 3), nearest=nearest)
    differences: list[Difference] = []
    for part, verdict in zip(reading.parts, verdicts, strict=True):
        differences += verdict.differences
        if verdict.status is Status.NOT_FOUND:
            start, end = part[0].start, part[-1].end
            text = " ".join(quote[start:end].split())
            differences.append(Difference(text, "", Kind.WORD, start, end))
    notes: tuple[str, ...] = ()
    if not differences:
        second = reading.parts[1]
        start, end = second[0].start, second[-1].end
        text = " ".join(quote[start:end].split())
        differences.append(Difference(text, "", Kind.JOIN, start, end))
        notes = ("Delene står i kilden, men ikke i denne rækkefølge og tæt på hinanden.",)
    return Verdict(
        quote,
        Status.ALTERED,
        min(round(similarity / whole, 3), 0.999),
        tuple(verdict.places[0] for verdict in verdicts if verdict.places),
        order(differences),
        notes,
    )


def _part_verdict(archive: Archive, quote: str, reading: Reading) -> Verdict:
    exact, near = _look_up(archive, quote, reading)
    if exact:
        return Verdict(quote, Status.EXACT, 1.0, (locate(archive, exact[0]),))
    return near or _altered(archive, quote, reading)


def _matches(archive: Archive, reading: Reading, found: Alignment) -> list[Match]:
    matches: list[Match] = []
    for at, place in found.pairs:
        if place is None:
            matches.append(Match(reading.wording[at] if at is not None else None, None, False))
        elif at is None:
            matches.append(Match(None, archive.token_at(place), False, archive.text_at(place)))
        else:
            matches.append(_match(archive, reading, reading.wording[at], place))
    return matches


def _verdict(archive: Archive, quote: str, matches: Sequence[Match], spans: Occurrence) -> Verdict:
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
