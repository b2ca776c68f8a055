"""Quotations that stand nowhere word for word: what comes closest, and what was changed."""

from __future__ import annotations

from collections.abc import Sequence

from strategikort.citation.archive import Archive, Span
from strategikort.citation.closest import closest, find_runs
from strategikort.citation.differences import Difference, Kind, Match, join_source, order
from strategikort.citation.exact import changed_verdict, look_up, match_tokens
from strategikort.citation.found import locate
from strategikort.citation.reading import Reading
from strategikort.citation.splice import segments
from strategikort.citation.verdict import Status, Verdict
from strategikort.citation.wording import Token

CLOSE = 0.55
"""Share of a quotation that must stand in one place for it to be called altered."""


def altered(archive: Archive, quote: str, reading: Reading) -> Verdict:
    """Say what a quotation that does not stand word for word comes closest to, if to anything."""
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
    matches = match_tokens(archive, reading, best.pairs)
    verdict = changed_verdict(archive, quote, matches, best.spans(archive))
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
        _part_verdict(archive, quote, reading.part(index)) for index in range(len(reading.parts))
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
    exact, near = look_up(archive, quote, reading)
    if exact:
        return Verdict(quote, Status.EXACT, 1.0, (locate(archive, exact[0]),))
    return near or altered(archive, quote, reading)
