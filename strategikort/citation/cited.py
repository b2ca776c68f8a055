"""Where a quotation is said to stand: its citation, or else what its sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from strategikort.citation.above import document_above
from strategikort.citation.beside import ibid_place
from strategikort.citation.earlier import is_here, same_as_before
from strategikort.citation.lead import named_around, speaker_around
from strategikort.citation.placenames import Resolve
from strategikort.citation.points import told_point
from strategikort.citation.quotes import Quotation
from strategikort.citation.remarks import EMPHASIS, OWNED
from strategikort.citation.verdict import Cited
from strategikort.citation.within import is_bare, within

_REMARK = re.compile(rf"(?i)(?:{OWNED}|sic|red|{EMPHASIS})\b")
_SEE = re.compile(r"(?i)(?:jfr?|jævnfør|cf|se|sml)\b")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ])")
_FOREWORD = "forord"
_DEFINITE = {_FOREWORD: "forordet", "indledning": "indledningen"}
_GOES_ON = re.compile(
    r"[\s,;*_]*(?:(?:og|samt|eller|men også|såvel som)\b\s*)?(?:(?:om,?\s+)?at\b\s*)?[*_]*"
)
"""All that stands between two quotations from one place: konklusion 9 nævner »…« og »…«."""


def with_citations(
    quotes: Iterable[Quotation], resolve: Resolve, published: Resolve
) -> Iterator[tuple[Quotation, Cited | None]]:
    """Yield quotations and where their citations say that they stand, as :func:`with_citation`.

    What goes on from another quotation stands in its place, and so does what stands »here«.
    """
    own, last, place = False, "", None
    for quote in quotes:
        read, cited = with_citation(quote, resolve, published)
        joined = quote.sentence.follows and _GOES_ON.fullmatch(quote.sentence.before)
        if last and not read.citation and ((joined and not own) or is_here(quote.sentence)):
            read, cited = read._replace(citation=last), place
        same = same_as_before(quote.sentence, place) if place and not read.citation else None
        if same:
            said = last if same == place else ", ".join(sorted(same.ids))
            read, cited = read._replace(citation=said), same
        unused = quote.perhaps and not quote.citation.startswith(read.citation)
        own, last, place = bool(quote.citation) and not unused, read.citation, cited
        yield read, cited


def with_citation(
    quote: Quotation, resolve: Resolve, published: Resolve
) -> tuple[Quotation, Cited | None]:
    """Return a quotation and where its citation says that it stands.

    It is what stands beside it, or else what its sentence names: the place, or at least who says
    it, by what they ``published``.
    """
    citation, cited = quote.citation, None
    if quote.earlier:
        return quote, _repeated(quote, resolve)
    if quote.runs_on:
        citation, cited = _beginning(citation, resolve)
    elif is_bare(citation):
        named = named_around(quote.sentence, resolve)
        if named:
            # Of the page of what has none the sentence says at least where it is.
            citation = f"{named.text}, {citation}"
            cited = resolve(citation) or named.cited
        return quote._replace(citation=citation), cited
    elif citation and not quote.perhaps and not is_remark(citation):
        return quote, resolve(citation) or published(citation)
    if cited is None:
        named = named_around(quote.sentence, resolve)
        if named:
            citation, cited = named.text, named.cited
        elif quote.perhaps:
            citation, cited = _perhaps(citation, resolve, published)
        speaker = None if citation else speaker_around(quote.sentence, published)
        if speaker and speaker.cited:
            citation, cited = speaker.text, speaker.cited
            point = told_point(" ".join(quote.sentence[:2]))
            at_point = _at_point(cited.ids, point, resolve) if point else None
            if at_point:
                citation, cited = f"{citation}, {point}", at_point
    if not citation and quote.above:
        citation, cited = document_above(quote.above, resolve)
    return quote._replace(citation=citation), cited


def _perhaps(text: str, resolve: Resolve, published: Resolve) -> tuple[str, Cited | None]:
    """Return what may be a citation, or its first sentence, if it names a place, and the place.

    Who is named alone is cited by what they ``published``.
    """
    ways = () if _SEE.match(text) else (text, _SENTENCE_END.split(text, maxsplit=1)[0])
    for citation in dict.fromkeys(ways):
        named = citation.rstrip(". ")
        cited = resolve(named) or published(named)
        if cited is not None and not cited.unread:
            return citation, cited
    return "", None


def _repeated(quote: Quotation, resolve: Resolve) -> Cited | None:
    """Return the place of »ibid.«: of the document cited before, and none but what it names."""
    earlier = resolve(quote.earlier)
    places = (earlier, *earlier.others) if earlier else ()
    ids = (name for place in places for name in there(place))
    documents = {name.partition("/")[0] for name in ids}
    where = ibid_place(quote.citation)
    return _either(resolve(f"{name}, {where}" if where else name) for name in sorted(documents))


def in_documents(
    quote: Quotation, documents: Iterable[str], resolve: Resolve
) -> tuple[Quotation, Cited | None]:
    """Return a quotation and the place of a page or a foreword alone in the documents with it."""
    said = within(quote)
    cited = _either(resolve(f"{name}, {said}") for name in documents) if said else None
    if said and not quote.citation:
        named = quote._replace(citation=_DEFINITE.get(said, said))
    else:
        named = quote
    if cited is None or (cited.unread and not is_bare(said)):
        # A foreword is that of a document, and this one may have none.
        return named if said == _FOREWORD else quote, None
    return named, cited


def is_remark(citation: str) -> bool:
    """Say whether what stands beside a quotation is a remark of who quotes: (min fremhævning)."""
    return _REMARK.match(citation) is not None


def _at_point(documents: Iterable[str], point: str, resolve: Resolve) -> Cited | None:
    """Return a point of those of some documents that have points and not only chapters."""
    number = point.split()[-1]
    return _either(
        place
        for name in sorted(documents)
        for place in (resolve(f"{name}, {point}"),)
        if place
        and there(place)
        and ("." in number or place != resolve(f"{name}, kapitel {number}"))
    )


def there(place: Cited) -> frozenset[str]:
    """Return the ids of a place that there is, without those that there are not."""
    # What is cited but not there stands among the ids as it is written.
    return frozenset(name for name in place.ids if " " not in name)


def _either(places: Iterable[Cited | None]) -> Cited | None:
    """Return the known ones of several places as one."""
    found = list(filter(None, places))
    return replace(found[0], others=tuple(found[1:])) if found else None


def _beginning(citation: str, resolve: Resolve) -> tuple[str, Cited | None]:
    """Return the longest beginning that names a numbered place, and the place."""
    words = citation.split()
    for length in range(len(words), 0, -1):
        beginning = " ".join(words[:length]).rstrip(".,:")
        cited = resolve(beginning) if any(map(str.isdigit, beginning)) else None
        if cited is not None and not cited.unread:
            return beginning, cited
    return "", None
