"""Checking quotations against an archive of sections.

A quotation is *exact* when its wording, as :mod:`strategikort.citation.wording` defines it, stands
in the archive; it may run over paragraphs and adjacent sections.  Its parts on either side of an
omission must each stand there, in order and near each other.  Everything else is *altered* when
it comes close enough to a place to say what was changed, and *not found* otherwise: how alike the
two are never makes a quotation exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from strategikort.citation.altered import altered
from strategikort.citation.archive import Archive
from strategikort.citation.cutoff import NEGATIONS, bound_of, cut_off
from strategikort.citation.exact import MAX_PLACES, has_brackets_of, look_up
from strategikort.citation.fitting import any_fits, fits, only_by_page
from strategikort.citation.found import Passage, locate
from strategikort.citation.reading import Reading, readings
from strategikort.citation.stream import Occurrence, Span
from strategikort.citation.verdict import Cited, Status, Verdict
from strategikort.citation.wording import keys
from strategikort.index.ranking.repeats import SameTexts, Told, each_once, rank_of, said

MIN_JUDGED = 12
"""Characters: a shorter quotation is exact or too short to judge."""
_MOST_PLACES = 5_000
"""Places of the same words that are looked through for the one that is cited."""
_AS_NEAR = 0.05
"""How much less alike, of 1, the place that is cited may be than the closest to be meant."""
ELSEWHERE = "Henvisningen passer heller ikke: Det nærmeste sted er et andet."
"""What is noted where a changed quotation is cited from another place than the closest."""
_TRANSLATED = "Citatet er på engelsk. Er det oversat, kan ordene ikke prøves mod kildens."
_PAGE_UNKNOWN = "Sidetallet er ikke prøvet: Kildens sidetal kendes ikke på stedet."
_MORE = "Ordene står flere steder, end der er nævnt her."
_BETWEEN_PAGES = "Stedet er mellem s. {} og s. {}."
_PUT_IN = 3
"""Tokens put into a quotation, brackets too, that say something of their own; more are a remark."""
_SIGNED = re.compile(r"[,;]\s*(?:red|forf)\b\.?")
"""What says who put it in: [ikke, red.]."""
_HIDING = 12


def verify(archive: Archive, quote: str, cited: Cited | None = None) -> Verdict:
    """Check one quotation; ``cited`` is where the text says that it stands."""
    return next(verify_all(archive, [(quote, cited)]))


def verify_all(archive: Archive, quotes: Iterable[tuple[str, Cited | None]]) -> Iterator[Verdict]:
    """Check many quotations, one after another."""
    listed = [(quote, list(readings(quote)), cited) for quote, cited in quotes]
    archive.prepare(archive.encode(ways[-1].wording) for _, ways, _ in listed if ways)
    for quote, ways, cited in listed:
        yield _judge(archive, quote, ways, cited)


def _judge(archive: Archive, quote: str, ways: Sequence[Reading], cited: Cited | None) -> Verdict:
    if not ways:
        return Verdict(quote, Status.TOO_SHORT, 0.0, notes=("Citatet har ingen ord.",))
    changed: Verdict | None = None
    elsewhere: Verdict | None = None
    for reading in ways:
        exact, near = look_up(archive, quote, reading, MAX_PLACES + 1)
        if exact and any(has_brackets_of(archive, reading, found) for found in exact):
            changed, ways = altered(archive, quote, ways[0]), ways[:1]
            break
        if exact:
            verdict = _judge_place(archive, quote, reading, exact, cited)
            if verdict.status is Status.EXACT:
                return verdict
            # Where it is cited from it may stand read in another way.
            elsewhere = elsewhere or verdict
        changed = changed or near
    if elsewhere:
        return elsewhere
    letters = sum(len(token.surface) for token in ways[-1].wording)
    if letters < MIN_JUDGED:
        return Verdict(quote, Status.TOO_SHORT, 0.0)
    verdict = changed or altered(archive, quote, ways[-1])
    if ways[-1].inserted and any("[" in place.text for place in verdict.places):
        literal = altered(archive, quote, ways[0])
        verdict = literal if literal.similarity > verdict.similarity else verdict
    verdict = _with_first_number(archive, quote, ways, verdict)
    if verdict.status is Status.NOT_FOUND and _is_english(ways[0]):
        verdict = replace(verdict, notes=(*verdict.notes, _TRANSLATED))
    if cited and verdict.places and not any_fits(archive, verdict.places, cited):
        there = altered(archive, quote, ways[-1], cited.everywhere)
        # Editions of a document, and the reports of a series, say the same but for a number.
        as_near = there.similarity >= verdict.similarity - _AS_NEAR
        if there.status is Status.ALTERED and as_near and any_fits(archive, there.places, cited):
            return there
        verdict = replace(verdict, notes=(*verdict.notes, ELSEWHERE))
    return verdict


def _with_first_number(
    archive: Archive, quote: str, ways: Sequence[Reading], verdict: Verdict
) -> Verdict:
    """Return the verdict with what may be the number of an item beside one of the source.

    It may as well be a number of the sentence that was changed: »3 procent af BNP«.
    """
    marks = [mark for mark in ways[-1].marks if mark.is_word]
    as_text = (way for way in ways if way.inserted == ways[-1].inserted and not way.marks)
    numbered = altered(archive, quote, next(as_text, ways[0])) if marks else verdict
    beside = (
        any(map(str.isdigit, change.source)) and change.start <= mark.start < change.end
        for change in numbered.differences
        for mark in marks
    )
    return numbered if any(beside) else verdict


def _is_english(reading: Reading) -> bool:
    from strategikort.readers.cues.languages import is_english  # for what is not found only

    return is_english({token.key for token in reading.wording})


def _judge_place(
    archive: Archive,
    quote: str,
    reading: Reading,
    exact: Sequence[Occurrence],
    cited: Cited | None,
) -> Verdict:
    more = len(exact) > MAX_PLACES
    if cited is not None and more:
        exact = _cited_first(archive, quote, reading, exact, cited)
    ranked = sorted(exact[:MAX_PLACES], key=lambda found: _standing(archive, found))
    places = [locate(archive, found) for found in ranked]
    status, fitting, first = Status.EXACT, list[Passage](), ranked[0]
    if cited is not None:
        fitting = [place for place in places if fits(archive, place, cited)]
        if not fitting:
            status = Status.MISPLACED
        else:
            first = ranked[places.index(fitting[0])]
        places = fitting + [place for place in places if place not in fitting]
    places = _each_once(archive, places, len(fitting))
    cut = tuple(cut_off(archive, first))
    notes = (*_notes(archive, reading, first), *(one.note for one in cut))
    notes += (_MORE,) if more else ()
    if status is Status.EXACT and cited and only_by_page(archive, places[0], cited):
        notes += (_PAGE_UNKNOWN,)
    around = archive.pages_around(places[0].section) if status is Status.MISPLACED else None
    if around and cited and cited.pages and not places[0].pages:
        notes += (_BETWEEN_PAGES.format(*around),)
    return Verdict(quote, status, 1.0, tuple(places), notes=notes, cut_off=cut)


def _each_once(archive: Archive, places: Sequence[Passage], fitting: int) -> list[Passage]:
    """Return places with those in other files of one text named by the one that stands for them.

    That is, of the words of a quotation, the first that is cited, which the first ``fitting`` are.
    """
    same = archive.same_texts(list(dict.fromkeys(place.document for place in places)))

    def tell(place: tuple[int, Passage]) -> Told:
        rank = (place[0] >= fitting) * 2 + rank_of(place[1].pages)
        return Told(place[1].document, said(place[1].text), rank)

    once = each_once(enumerate(places), SameTexts(same), tell)
    return [replace(place, also=tuple(other for _, other in others)) for (_, place), others in once]


def _cited_first(
    archive: Archive, quote: str, reading: Reading, exact: Sequence[Occurrence], cited: Cited
) -> Sequence[Occurrence]:
    """Return, of more places than are told, those that are cited, or else what was found."""
    every, _ = look_up(archive, quote, reading, _MOST_PLACES)
    fitting = [found for found in every if fits(archive, locate(archive, found), cited)]
    return fitting[:MAX_PLACES] or exact


def _standing(archive: Archive, found: Occurrence) -> int:
    """Rank running text before asides and headings: it is what should be cited."""
    return max(archive.units[span.unit].part for span in found)


def _notes(archive: Archive, reading: Reading, found: Occurrence) -> tuple[str, ...]:
    notes: list[str] = []
    if reading.inserted:
        notes.append(f"Indsat i citatet: {', '.join(reading.inserted)}.")
        put_in = (keys(_SIGNED.sub("", words)) for words in reading.inserted)
        few = (words for words in put_in if len(words) <= _PUT_IN)
        denied = (key for words in few for key in words if key in NEGATIONS)
        notes += [f"Pas på: kilden har intet »{key}« på det sted." for key in denied]
    if reading.free_case:
        notes.append("Stort eller lille begyndelsesbogstav er ændret i kantet parentes.")
    if reading.closing and not _ends_so(archive, found[-1], reading.closing):
        notes.append(f"Citatet slutter med »{reading.closing}«, som ikke står her i kilden.")
    for one, other in pairwise(found):
        hidden = _hidden(archive, one, other)
        if hidden:
            notes.append(f"Pas på: det udeladte rummer »{hidden}«.")
    return tuple(notes)


def _ends_so(archive: Archive, span: Span, closing: str) -> bool:
    end = archive.unit_span(span.unit).last
    return span.last < end and archive.token_at(span.last).surface == closing[0]


def _hidden(archive: Archive, one: Span, other: Span) -> str:
    """Return a negation that an omission passes over, or what makes a number behind it a bound."""
    if one.unit != other.unit or not 0 < other.first - one.last <= _HIDING:
        return ""
    left_out = [archive.token_at(place) for place in range(one.last, other.first)]
    denied = next((token.surface for token in left_out if token.key in NEGATIONS), "")
    return denied or bound_of(left_out, archive.token_at(other.first))
