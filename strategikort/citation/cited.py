"""Where a quotation is said to stand: its citation, or else what its sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from strategikort.citation.beside import ibid_place
from strategikort.citation.lead import Resolve, named_around
from strategikort.citation.quotes import Quotation
from strategikort.citation.remarks import EMPHASIS, OWNED
from strategikort.citation.verdict import Cited
from strategikort.citation.within import is_bare, within

_REMARK = re.compile(rf"(?i)(?:{OWNED}|sic|red|{EMPHASIS})\b")
_SEE = re.compile(r"(?i)(?:jfr?|jævnfør|cf|se|sml)\b")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ])")


def with_citation(quote: Quotation, resolve: Resolve) -> tuple[Quotation, Cited | None]:
    """Return a quotation and where its citation says that it stands.

    It is what stands beside it, or else what its sentence names.
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
        cited = resolve(citation)
        return quote, cited
    if cited is None:
        named = named_around(quote.sentence, resolve)
        if named:
            citation, cited = named.text, named.cited
        elif quote.perhaps:
            citation, cited = _perhaps(citation, resolve)
    return quote._replace(citation=citation), cited


def _perhaps(text: str, resolve: Resolve) -> tuple[str, Cited | None]:
    """Return what may be a citation, or its first sentence, if it names a place, and the place."""
    ways = () if _SEE.match(text) else (text, _SENTENCE_END.split(text, maxsplit=1)[0])
    for citation in dict.fromkeys(ways):
        cited = resolve(citation.rstrip(". "))
        if cited is not None and not cited.unread:
            return citation, cited
    return "", None


def _repeated(quote: Quotation, resolve: Resolve) -> Cited | None:
    """Return the place of »ibid.«: of the document cited before, and none but what it names."""
    earlier = resolve(quote.earlier)
    places = (earlier, *earlier.others) if earlier else ()
    # What is cited but not there stands among the ids as it is written.
    ids = (name for place in places for name in place.ids if " " not in name)
    documents = {name.partition("/")[0] for name in ids}
    where = ibid_place(quote.citation)
    return _either(resolve(f"{name}, {where}" if where else name) for name in sorted(documents))


def in_documents(
    quote: Quotation, documents: Iterable[str], resolve: Resolve
) -> tuple[Quotation, Cited | None]:
    """Return a quotation and the place of a page or a foreword alone in the documents with it."""
    said = within(quote)
    cited = _either(resolve(f"{name}, {said}") for name in documents) if said else None
    if cited is None or (cited.unread and not is_bare(said)):
        return quote, None
    return quote if quote.citation else quote._replace(citation=said), cited


def is_remark(citation: str) -> bool:
    """Say whether what stands beside a quotation is a remark of who quotes: (min fremhævning)."""
    return _REMARK.match(citation) is not None


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
