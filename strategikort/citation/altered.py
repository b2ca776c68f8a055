"""Quotations that stand nowhere word for word: what comes closest, and what was changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from strategikort.citation.archive import Archive
from strategikort.citation.closest import closest
from strategikort.citation.differences import (
    Difference,
    Kind,
    Match,
    difference_at,
    join_source,
    order,
)
from strategikort.citation.exact import changed_verdict, look_up, match_tokens
from strategikort.citation.found import locate
from strategikort.citation.reading import Reading
from strategikort.citation.runs import MIN_WORDS, Run, find_runs, segments
from strategikort.citation.stream import Span
from strategikort.citation.verdict import Status, Verdict
from strategikort.citation.wording import Token
from strategikort.danish import listed

CLOSE = 0.55
"""Share of a quotation that must stand in one place for it to be called altered."""
_SURELY_ONE = 0.8
_NEAR = 0.75
"""How near all sentences of a quotation must be to places of their own for it to be of these."""
_MOST_SENTENCES = 8
_SHOWN = 4
"""Tokens that are told behind a seam."""
_STOPS = frozenset(".!?")
_SPLICED = "Citatet er sat sammen af ord fra flere steder uden udeladelsestegn."


def altered(
    archive: Archive, quote: str, reading: Reading, inside: frozenset[str] = frozenset()
) -> Verdict:
    """Say what a quotation that does not stand word for word comes closest to, if to anything.

    ``inside`` are ids of the sections and documents that it is looked for in; none for all.
    """
    if len(reading.parts) > 1:
        return _altered_parts(archive, quote, reading, inside)
    wording = reading.wording
    runs = find_runs(archive, archive.encode(wording))
    if inside:
        runs = [run for run in runs if not inside.isdisjoint(archive.above_place(run.place))]
    best = closest(archive, wording, runs)
    if best is None:
        return Verdict(quote, Status.NOT_FOUND, 0.0)
    matches = match_tokens(archive, reading, best.pairs)
    verdict = changed_verdict(archive, quote, matches, best.spans(archive))
    spliced = segments(archive, wording, runs)
    if spliced and not _is_one_word(verdict):
        return _spliced(archive, quote, wording, spliced)
    parted = _of_sentences(archive, quote, reading, inside) if best.score < _SURELY_ONE else None
    near = max(_NEAR, verdict.similarity, best.score)
    if parted and parted.similarity >= near and len(parted.places) > 1:
        return replace(parted, notes=(_SPLICED,))
    if best.score >= CLOSE:
        return verdict
    notes = parted.notes if parted and parted.status is Status.NOT_FOUND else ()
    nearest = locate(archive, best.spans(archive))
    return Verdict(quote, Status.NOT_FOUND, verdict.similarity, notes=notes, nearest=nearest)


def _spliced(
    archive: Archive, quote: str, wording: Sequence[Token], runs: Sequence[Run]
) -> Verdict:
    """Return the verdict on a quotation that is put together of ``runs`` from several places."""
    spans = [Span(archive.unit_at(run.place), run.place, run.place + run.length) for run in runs]
    joins = [
        _join(archive, quote, wording[run.at + run.length :], span)
        for run, span in zip(runs[:-1], spans, strict=False)
    ]
    return Verdict(
        quote,
        Status.ALTERED,
        round(max(run.length for run in runs) / len(wording), 3),
        tuple(locate(archive, (span,)) for span in spans),
        tuple(joins),
        (_SPLICED,),
    )


def _is_one_word(verdict: Verdict) -> bool:
    """Say whether but one word of a quotation was changed, put in or left out."""
    return len(verdict.differences) == 1 and all(
        len(words.split()) < 2
        for change in verdict.differences
        for words in (change.quote, change.source)
    )


def _of_sentences(
    archive: Archive, quote: str, reading: Reading, inside: frozenset[str]
) -> Verdict | None:
    """Judge a quotation sentence by sentence; None for one of a single sentence, or of many.

    One that is put together of changed sentences is near to several places, and to no one place.
    """
    parts: list[tuple[Token, ...]] = [()]
    for token in reading.wording:
        ended = parts[-1] and parts[-1][-1].surface in _STOPS and token.surface not in _STOPS
        if ended and sum(item.is_word for item in parts[-1]) >= MIN_WORDS:
            parts.append(())
        parts[-1] += (token,)
    if not 1 < len(parts) <= _MOST_SENTENCES:
        return None
    found = _altered_parts(archive, quote, replace(reading, parts=tuple(parts)), inside)
    whole = found.status is Status.NOT_FOUND or len(found.places) == len(parts)
    return found if whole else None


def _join(archive: Archive, quote: str, rest: Sequence[Token], before: Span) -> Difference:
    """Tell of a seam: the ``rest`` of the quotation, and what follows in the source."""
    ours = rest[:_SHOWN]
    end = min(archive.unit_span(before.unit).last, before.last + _SHOWN)
    theirs = [
        Match(None, archive.token_at(place), False, archive.text_at(place))
        for place in range(before.last, end)
    ]
    return difference_at(quote, Kind.JOIN, ours, join_source(theirs))


def _altered_parts(
    archive: Archive, quote: str, reading: Reading, inside: frozenset[str]
) -> Verdict:
    """Judge a quotation with omissions of which not all parts stand there in order."""
    verdicts = [
        _part_verdict(archive, quote, reading.part(index), inside)
        for index in range(len(reading.parts))
    ]
    weights = [sum(len(token.key) for token in part) for part in reading.parts]
    weighed = [*zip(weights, verdicts, strict=True)]
    known = sum(weight for weight, item in weighed if item.status is not Status.NOT_FOUND)
    similarity = sum(weight * item.similarity for weight, item in weighed) / sum(weights)
    if known < sum(weights) * CLOSE:
        nearest = next((item.nearest for item in verdicts if item.nearest), None)
        return Verdict(
            quote,
            Status.NOT_FOUND,
            round(similarity, 3),
            notes=_only(quote, reading, verdicts),
            nearest=nearest,
        )
    differences: list[Difference] = []
    for part, verdict in zip(reading.parts, verdicts, strict=True):
        differences += verdict.differences
        if verdict.status is Status.NOT_FOUND:
            differences.append(difference_at(quote, Kind.WORD, part))
    notes: tuple[str, ...] = ()
    if not differences:
        differences.append(difference_at(quote, Kind.JOIN, reading.parts[1]))
        notes = ("Delene står i kilden, men ikke i denne rækkefølge og tæt på hinanden.",)
    return Verdict(
        quote,
        Status.ALTERED,
        min(round(similarity, 3), 0.999),
        tuple(verdict.places[0] for verdict in verdicts if verdict.places),
        order(differences),
        notes,
    )


def _only(quote: str, reading: Reading, verdicts: Sequence[Verdict]) -> tuple[str, ...]:
    """Say which parts of a quotation are all of it that stands word for word in the archive."""
    exact = [
        (" ".join(quote[part[0].start : part[-1].end].split()), verdict.places[0].section.id)
        for part, verdict in zip(reading.parts, verdicts, strict=True)
        if verdict.status is Status.EXACT and sum(item.is_word for item in part) >= MIN_WORDS
    ]
    if not exact:
        return ()
    parts = listed([f"»{text}« ({place})" for text, place in exact])
    return (f"Kun en del af citatet står i kilden: {parts}.",)


def _part_verdict(
    archive: Archive, quote: str, reading: Reading, inside: frozenset[str]
) -> Verdict:
    exact, near = look_up(archive, quote, reading)
    if exact:
        return Verdict(quote, Status.EXACT, 1.0, (locate(archive, exact[0]),))
    return near or altered(archive, quote, reading, inside)
