"""Checking the quotations of a file: a memo, an article, a paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import replace
from functools import lru_cache, partial
from typing import NamedTuple

from strategikort.citation.archive import Archive
from strategikort.citation.blockend import settle_end
from strategikort.citation.cited import in_documents, is_remark, there, with_citations
from strategikort.citation.cutoff import is_told
from strategikort.citation.earlier import numbered_before
from strategikort.citation.exact import MAX_PLACES
from strategikort.citation.fitting import any_fits
from strategikort.citation.memofile import Memo, QuoteWarning, memo_of_text
from strategikort.citation.placenames import MOST_WORDS, Resolve
from strategikort.citation.points import counts_itself
from strategikort.citation.quotes import MIN_LENGTH, Quotation, find_quotes
from strategikort.citation.sentence import PART
from strategikort.citation.titles import is_named, may_be_title
from strategikort.citation.unmarked import are_quoted
from strategikort.citation.verdict import Cited, Status, Verdict
from strategikort.citation.verify import ELSEWHERE, verify, verify_all
from strategikort.citation.within import is_item, is_point, within
from strategikort.danish import count
from strategikort.model import Section

_LONGEST_TITLE = 200
"""Characters of the name of a document."""
_NO_DOCUMENT = re.compile(r"[/\s]")
"""What the id of a section has, or what is cited and not there, and no document's id."""
_ITSELF = "Teksten er selv i samlingen som »{}«; dér er den ikke kilde til sine egne citater."
_IN_MARKS = re.compile(r"[»„“”\"](.+)[«“”\"][\s,.]*[(\[]([^()\[\]]+)[)\]][\s.]*", re.DOTALL)
"""A quotation in its marks, and its citation in brackets behind it."""
_NAMED_BEFORE = "Lige før nævner teksten »{}«; dér står citatet ikke."
_NAMELESS = "Udgiveren af {} kendes ikke; er det »{}«, så angiv det (tilføj --udgiver)."
_UNMARKED = "Ordene er kildens, men står uden anførselstegn."
_ITEM = "led"
_WHOLE = 0.8
"""Likeness from which on a quotation comes from one place with the quotation inside it."""
_SHOWN = 80
"""Characters of a citation that a remark about it repeats."""


class Checked(NamedTuple):
    """A quotation and what was found out; ``cited`` is its citation where it could be read."""

    quotation: Quotation
    verdict: Verdict
    cited: Cited | None = None

    @property
    def is_unread(self) -> bool:
        """Whether its citation could not be read, so that it was not checked."""
        citation = self.quotation.citation
        return self.cited is None and bool(citation) and not is_remark(citation)


class Report(NamedTuple):
    """The quotations of a memo, checked; ``short`` were too short to be looked at."""

    memo: Memo
    quotes: tuple[Checked, ...]
    short: int
    warnings: tuple[QuoteWarning, ...]

    def __repr__(self) -> str:
        return f"<Report: {self.summary}>"

    def where(self, quotation: Quotation) -> str:
        """Return where a quotation stands in its memo: »linje 12«, »s. 3« or »under »Formål««."""
        return self.memo.place_at(quotation.start, quotation.line)

    def where_of(self, warning: QuoteWarning) -> str:
        """Return where in its memo something odd stands; empty for all of it."""
        before = self.memo.text.split("\n")[: max(warning.line - 1, 0)]
        at = sum(len(line) + 1 for line in before)
        return self.memo.place_at(at, warning.line) if warning.line else ""

    @property
    def all_exact(self) -> bool:
        """Whether every quotation stands where it should."""
        return all(item.verdict.status is Status.EXACT for item in self.quotes)

    @property
    def summary(self) -> str:
        """One line in Danish: how many of each."""
        counts = dict.fromkeys(Status, 0)
        for item in self.quotes:
            counts[item.verdict.status] += 1
        total = len(self.quotes)
        if not total:
            return "Ingen citater at prøve."
        parts = [count(counts[status], *_SUMMARY[status]) for status in Status if counts[status]]
        said = f"{count(total, 'citat', 'citater')}: {', '.join(parts)}."
        unread = sum(item.is_unread for item in self.quotes)
        told = f" {count(unread, 'henvisning', 'henvisninger')} er ikke prøvet." if unread else ""
        return f"{said}{told}"

    @property
    def unchecked(self) -> str:
        """What is said of quotations that were too short to be looked at, without a full stop."""
        return f"{count(self.short, 'kortere citat', 'kortere citater')} er ikke prøvet"


_SUMMARY = {
    Status.EXACT: ("ordret", "ordrette"),
    Status.ALTERED: ("ændret", "ændrede"),
    Status.NOT_FOUND: ("ikke fundet", "ikke fundet"),
    Status.MISPLACED: ("med forkert henvisning", "med forkert henvisning"),
    Status.TOO_SHORT: ("for kort til at afgøre", "for korte til at afgøre"),
}
"""What is said of one quotation and of several."""


def check_memo(
    archive: Archive,
    memo: Memo,
    resolve: Resolve,
    *,
    published: Resolve = lambda _: None,
    unpublished: Set[str] = frozenset(),
    min_length: int = MIN_LENGTH,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Check all quotations of a memo that have at least ``min_length`` characters.

    ``published`` gives the documents of who is named, ``unpublished`` are those (ids) of which
    nobody knows who did.  ``progress`` is told after each quotation how many of how many have been
    checked.
    """
    known = lru_cache(maxsize=10_000)(resolve)
    found = find_quotes(
        memo,
        min_length=min_length,
        stands=partial(are_quoted, archive),
        names=lambda text: len(text.split()) <= MOST_WORDS and _is_title(text, known),
    )
    # A title in the cell of a source may be words of its document.
    said = (quote for quote in found.quotes if not quote.block or quote.citation != quote.text)
    whole = (settle_end(archive, quote, known, published) for quote in said)
    quotes = list(_opened(archive, whole, min_length))
    read = [*with_citations(quotes, known, published)]
    verdicts = verify_all(archive, ((quote.text, cited) for quote, cited in read))
    checked: list[Checked] = []
    for original, (quote, cited), verdict in zip(quotes, read, verdicts, strict=True):
        quote, verdict, cited = _where_found(archive, quote, verdict, cited, known, memo.text)
        if quote.opened and verdict.status is Status.ALTERED and verdict.similarity < _WHOLE:
            # It comes near to a place by nothing but the quotation inside it.
            verdict = Verdict(quote.text, Status.NOT_FOUND, 0.0)
        stands = verdict.status in (Status.EXACT, Status.MISPLACED)
        if (not stands and _is_title(quote.text, known)) or _is_part(quote, known):
            continue
        if not quote.citation and is_named(quote, verdict):
            continue
        beside = original.citation.startswith if original.perhaps else original.citation.count
        elsewhere = verdict.status is Status.MISPLACED or ELSEWHERE in verdict.notes
        if cited and not beside(quote.citation) and elsewhere:
            where = "over" if quote.above and quote.citation in quote.above else "i sætningen om"
            note = f"Henvisningen »{quote.citation}« er læst {where} citatet."
            verdict = replace(verdict, notes=(*verdict.notes, note))
        nameless = [one.document for one in verdict.everywhere if one.document in unpublished]
        if elsewhere and nameless and known(quote.citation) is None:
            note = _NAMELESS.format(nameless[0], quote.citation)
            verdict = replace(verdict, notes=(*verdict.notes, note))
        near = numbered_before(quote.sentence, known) if _names_no_section(verdict, cited) else None
        if near and near.cited and _is_beside(archive, verdict, near.cited):
            note = _NAMED_BEFORE.format(near.text)
            verdict = replace(verdict, notes=(*verdict.notes, note))
        checked.append(_checked(quote, verdict, cited))
        if progress:
            progress(len(checked), len(quotes))
    itself = (QuoteWarning(0, _ITSELF.format(name)) for name in memo.itself)
    return Report(memo, tuple(checked), found.short, (*memo.warnings, *itself, *found.warnings))


def _names_no_section(verdict: Verdict, cited: Cited | None) -> bool:
    """Say whether a quotation is right, and nothing says in which section it stands."""
    named = cited.everywhere if cited else ()
    return verdict.status is Status.EXACT and not any("/" in name for name in named)


def _is_beside(archive: Archive, verdict: Verdict, near: Cited) -> bool:
    """Say whether a quotation stands in a document of which another section is named."""
    documents = {name.partition("/")[0] for name in near.everywhere}
    inside = any(place.document in documents for place in verdict.everywhere)
    return inside and not any_fits(archive, verdict.everywhere, near)


def _is_title(text: str, resolve: Resolve) -> bool:
    """Say whether what stands in marks is the name of a document, and no quotation of one."""
    titled = len(text) <= _LONGEST_TITLE and may_be_title(text)
    cited = resolve(" ".join(text.split())) if titled else None
    places = (cited, *cited.others) if cited else ()
    return bool(places) and not any(
        place.lines or place.pages or place.unread or any(map(_NO_DOCUMENT.search, place.ids))
        for place in places
    )


def _is_part(quote: Quotation, resolve: Resolve) -> bool:
    """Say whether what stands in marks is the title of a part of a document: afsnittet »…«."""
    part = PART.search(quote.sentence.before)
    return part is not None and resolve(f"{part.group().strip(' *_')} »{quote.text}«") is not None


def _opened(archive: Archive, quotes: Iterable[Quotation], min_length: int) -> Iterator[Quotation]:
    """Yield quotations; where none but who quotes speaks in one, those inside it as well.

    A block in which the memo itself speaks is no quotation.
    """
    for quote in quotes:
        inner = [item for item in quote.inner if len(item.text) >= min_length]
        opened = bool(inner) and _others_speak(archive, quote)
        if not (opened and quote.block):
            right = opened and all(_is_exact(archive, item) for item in inner)
            yield quote._replace(opened=right)
        if opened:
            yield from inner


def _is_exact(archive: Archive, quote: Quotation) -> bool:
    return verify(archive, quote.text).status is Status.EXACT


def _others_speak(archive: Archive, quote: Quotation) -> bool:
    """Say whether neither a quotation nor what stands there besides those inside it is known."""
    if _is_exact(archive, quote):
        return False
    own = verify(archive, quote.own).status if quote.own else Status.NOT_FOUND
    return own in (Status.NOT_FOUND, Status.TOO_SHORT)


def _where_found(
    archive: Archive,
    quote: Quotation,
    verdict: Verdict,
    cited: Cited | None,
    resolve: Resolve,
    text: str = "",
) -> tuple[Quotation, Verdict, Cited | None]:
    """Return them with a page or a foreword alone read as that of the documents with it.

    A number that the ``text`` of the memo counts by itself is none of them.
    """
    places = verdict.everywhere
    said = within(quote) if not cited and 0 < len(places) < MAX_PLACES else ""
    counted = not quote.citation and said.startswith(("punkt ", "afsnit "))
    if not said or (counted and counts_itself(text, said)):
        return quote, verdict, cited
    if is_point(said):
        # Where the source numbers nothing itself, a point is one of the memo.
        places = tuple(place for place in places if _is_numbered(archive, place.section))
    inside = dict.fromkeys(place.document for place in places)
    if is_item(said):
        inside = dict.fromkeys(_list_of(place.section) for place in places)
    named, cited = in_documents(quote, filter(None, inside), resolve)
    if counted and cited and not there(cited):
        return quote, verdict, None  # a number that only another text has
    quote = named
    return quote, verify(archive, quote.text, cited) if cited else verdict, cited


def _list_of(section: Section | None) -> str:
    """Return the id of the section whose list an item belongs to; empty for what is no item."""
    return (section.parent or "") if section and section.kind == _ITEM else ""


def _is_numbered(archive: Archive, section: Section | None) -> bool:
    """Say whether a section or one above it has a number of the source's own."""
    while section and (section.number is None or "number" in section.derived):
        section = archive.parent_of(section)
    return section is not None


def _checked(quote: Quotation, verdict: Verdict, cited: Cited | None) -> Checked:
    """Put together what was found out; a citation that could not be read is told."""
    told = [cut for cut in verdict.cut_off if is_told(cut, *quote.sentence[:2])]
    if told or quote.unmarked:
        known = {cut.note for cut in told}
        notes = [note for note in verdict.notes if note not in known]
        notes += [_UNMARKED] if quote.unmarked else []
        kept = tuple(cut for cut in verdict.cut_off if cut not in told)
        verdict = replace(verdict, notes=tuple(notes), cut_off=kept)
    checked = Checked(quote, verdict, cited)
    if checked.is_unread:
        shown = quote.citation
        shown = shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"
        note = f"Henvisningen »{shown}« er ikke et kendt sted og er ikke prøvet."
        verdict = replace(verdict, notes=(*verdict.notes, note))
    elif cited is not None and cited.unread:
        note = f"»{cited.unread}« i henvisningen er ikke læst."
        verdict = replace(verdict, notes=(*verdict.notes, note))
    return checked._replace(verdict=verdict)


def check_quote(
    archive: Archive, quote: str, citation: str = "", resolve: Resolve = lambda _: None
) -> Report:
    """Check one quotation by itself, however short; its marks, if any, are taken off.

    ``citation`` says where it should stand, ``resolve`` what that means.  A citation that stands
    in brackets behind the marks is read as in a text.
    """
    within = _IN_MARKS.fullmatch(quote.strip()) if not citation else None
    if within is not None:
        quote, citation = within.groups()
    text = quote.strip().strip("»«“”„\"›‹‘’‚'").strip()
    quotation = Quotation(text, 0, len(text), 1, citation)
    cited = resolve(citation)
    verdict = verify(archive, text, cited)
    quotation, verdict, cited = _where_found(archive, quotation, verdict, cited, resolve)
    return Report(memo_of_text(quote), (_checked(quotation, verdict, cited),), 0, ())
