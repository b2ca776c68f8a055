"""What stands beside a quotation, read as the places where it is said to stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from strategikort.citation.verdict import Cited
from strategikort.errors import StrategikortError
from strategikort.index.storage.namekeys import name_key
from strategikort.references.numbering import has_digit
from strategikort.references.readings import MOST_PAGES, Reading, read, references_in
from strategikort.references.resolution import Resolution
from strategikort.references.resolver import Resolver
from strategikort.references.saying import is_type

_LENGTH = 2_000
"""Characters; what is longer is no citation."""

_ADDRESS = re.compile(r"(?:https?://|\b(?:[\w-]+\.)+[a-z]{2,}/)[^\s<>()\"»«]+")
"""With or without how it is fetched: um.dk/udenrigspolitik."""

_OF_OTHERS = frozenset({"fodnote", "tabel", "figur", "led", "punkt", "side", "stykke"})
"""Kinds that any text has: without a document they may be those of the memo itself."""

_PARTS = frozenset({"kapitel", "afsnit", "underafsnit", "bilag", "del"})
_OWN_TEXTS = ("notat", "memo", "oplaeg", "indstilling", "rapport", "referat")
"""What the text itself is called."""
_RULERS = ("regeringen", "ministeriet")
"""How those are called whose all texts are."""
_BARE_NUMBER = re.compile(
    r"(?P<cited>.*(?:\b(?P<year>(?:19|20)\d\d[a-z]?)|[^\W\d])[^\w\s]*?)[,:]\s*"
    r"(?P<pages>\d+(?:\s*[-–—]\s*\d+)?)"
)
"""A number behind a document that may be its page or a place in it: Regeringen 2023, 5."""


_OF_THE_TEXT = re.compile(
    r"(?i)(?:(?:jf|se)\b\.?\s+)?(?:kap(?:it\w+|\.)|(?:under)?afs(?:nit\w*|\.)|del|bilag)\s+[\w.]+,?\s+"
    r"(?:oven|neden)for\W*"
)
"""A part of the text itself, which any text may have: kapitel 3 ovenfor."""
_GLUED = re.compile(r"([^\W\d_]{2,})[.-]?(\d{1,3})(?![\w/.])")
"""The number of a place behind the name of a document, without a blank: RK19."""

_AND_ALL_AFTER = r"(?i)\b(ss?|pp?|sider?|siderne|pages?)(\.? )(\d+)\s?ff\b\.?"
"""A page and those after it, of which a citation does not say the last."""


class Known(NamedTuple):
    """What is known of the places of a collection.

    ``is_missing`` tells whether there is none of a numbered place, ``lines_of`` gives the lines
    of what is named in a section, ``kinds_of`` the kinds of sections by their ids.
    """

    resolver: Resolver
    is_missing: Callable[[str], bool]
    lines_of: Callable[[Resolution], tuple[tuple[int, int], ...]]
    kinds_of: Callable[[Sequence[str]], Set[str]]


def read_citation(text: str, known: Known) -> Cited | None:
    """Return where a citation says that something stands; None if it names no known place.

    A numbered place that does not exist is known, and nothing stands there.
    """
    if len(text) > _LENGTH or _OF_THE_TEXT.fullmatch(text):
        return None
    found: list[Cited] = []
    understood = True
    for part in references_in(text):
        cited = _either(part, known, alone=understood)
        understood = understood and bool(cited)
        found += cited
    unread = next((item.unread for item in found if item.unread), "")
    if not any(item.lines or item.pages for item in found):
        ids = frozenset(name for item in found for name in item.ids)
        return Cited(ids, unread=unread) if ids else None
    first, *others = found
    return Cited(first.ids, first.lines, first.pages, tuple(others), unread)


def _either(part: str, known: Known, *, alone: bool) -> list[Cited]:
    """Return the place of one reference; where a number may be that of a page, either."""
    cited = _place(part, known, alone=alone)
    bare = _BARE_NUMBER.fullmatch(part)
    on_page = None
    if bare:
        paged = f"{bare['cited']}, s. {bare['pages']}"
        on_page = _place(paged, known, alone=alone)
        if on_page and (cited is None or part in cited.ids):
            return [on_page]
        # Who cites by year gives pages; behind a title only those that are known may be meant.
        if on_page and not bare["year"]:
            on_page = None if known.is_missing(paged) else replace(on_page, paged=True)
    return list(dict.fromkeys(filter(None, (cited, on_page))))


def _place(part: str, known: Known, *, alone: bool) -> Cited | None:
    """Return the place of one reference; ``alone``: it does not go on with one unknown."""
    resolver = known.resolver
    part = re.sub(_AND_ALL_AFTER, _with_all_after, part) if "ff" in part else part
    glued = _GLUED.match(part)
    if glued and resolver.document(glued[1]):
        part = f"{glued[1]} {glued[2]}{part[glued.end() :]}"
    try:
        reading = read(part)
    except StrategikortError:
        return None
    address = _ADDRESS.search(part)
    lying = resolver.at_address(address.group()) if address else []
    if not reading.body and not lying:
        return None  # the page of some book
    document = resolver.document(reading.body)
    called = [document] if document else resolver.titled(reading.body)
    if called:
        found: Resolution | None = Resolution(
            tuple(called), document, None, reading.pages, reading.lines, several=not document
        )
    else:
        found = resolver.exact(part)
    if found is None and lying:
        return Cited(frozenset(lying), reading.lines, reading.pages)
    if found is None:
        return _unfound(part, reading, known, alone=alone)
    called_so = resolver.kind(reading.body.rpartition(",")[2]) == "titelblad"
    if found.ids and known.kinds_of(found.ids) == {"titelblad"} and not called_so:
        # The title of a title page is what the whole document is called.
        whole = frozenset(name.partition("/")[0] for name in found.ids)
        return Cited(whole, reading.lines, reading.pages)
    named = document or found.document
    if not named and _is_of_what_is_spoken_of(reading.body, resolver):
        return None
    sure = named or found.several or reading.is_part
    if not sure and not _is_citation(reading.body, resolver, alone=alone):
        return None
    if (found.lines or found.steps) and known.is_missing(part):
        return Cited(frozenset({part}))
    ids = (named,) if named else found.ids
    if len(ids) > 1 and not has_digit(part):
        # »anbefalinger« are also the chapter of them.
        ids = tuple(one for one in resolver.in_context(part) if "/" in one) or ids
    try:
        lines = found.lines or (known.lines_of(found) if found.steps and len(ids) == 1 else ())
    except StrategikortError:
        return None  # words, and no point of a section: »læst punkt 18«
    return Cited(frozenset((*ids, *found.others)), lines, found.pages)


def _unfound(part: str, reading: Reading, known: Known, *, alone: bool) -> Cited | None:
    """Return the place of a reference that names none: a number there is not, or a document."""
    if alone and known.is_missing(part) and not _is_of_any_text(part, known.resolver):
        return Cited(frozenset({part}))
    documents, unread = known.resolver.named_in_front(reading.body)
    if not documents and (rest := _without_kind(part, known.resolver)):
        place = _place(rest, known, alone=alone)
        if place is not None:
            return place
    if not documents:
        # Of a place in a place that is not there, the first is still known: 3. prioritet, faktaboks
        head, _, rest = part.rpartition(",")
        place = _place(head, known, alone=alone) if head and not reading.is_part else None
        return None if place is None or place.unread else replace(place, unread=rest.strip())
    return Cited(frozenset(documents), reading.lines, reading.pages, unread=unread)


def _is_of_what_is_spoken_of(body: str, resolver: Resolver) -> bool:
    """Tell whether the text that is spoken of is named, and no section »Strategi« of another one.

    »strategien, s. 5«, »strategiens afsnit«.
    """
    first, _, rest = name_key(body.partition(",")[0]).partition(" ")
    return is_type(first.removesuffix("s")) and (not rest or resolver.kind(rest) is not None)


def _without_kind(part: str, resolver: Resolver) -> str:
    """Return a numbered place without what says in what kind of text it is, which tells nothing.

    »strategiens pejlemærke 2«, »prioritet 3 i strategien«; empty for others, and for what any
    text has.
    """
    said, _, rest = part.partition(" ")
    if not rest.strip() or " i " in part:
        rest, _, said = part.rpartition(" i ")
    said = name_key(said.rstrip(",:").removesuffix("s"))
    kind = resolver.kind_of_reference(name_key(rest))
    known = kind is not None and kind not in _OF_OTHERS | _PARTS
    named = (is_type(said) and not said.startswith(_OWN_TEXTS)) or said.endswith(_RULERS)
    return rest if known and named else ""


def _with_all_after(pages: re.Match[str]) -> str:
    return f"{pages[1]}{pages[2]}{pages[3]}-{int(pages[3]) + MOST_PAGES}"


def _is_of_any_text(part: str, resolver: Resolver) -> bool:
    """Tell whether a number may be that of a page or a figure of the memo, or of a book."""
    key = name_key(part)
    named = any(sign in f" {key} " for sign in ("/", ",", " i ", " af ", " fra "))
    if named or resolver.begins_with_document(key):
        return False
    return resolver.kind_of_reference(key) in _OF_OTHERS


def _is_citation(body: str, resolver: Resolver, *, alone: bool) -> bool:
    """Tell whether what names a section is meant as a citation, and is no aside: (Japan)."""
    key = name_key(body)
    if any(sign in body for sign in "/,»") or resolver.begins_with_document(key):
        return True
    kind = resolver.kind_of_reference(key)
    return (
        alone
        and kind is not None
        and kind not in _OF_OTHERS
        and (bool(has_digit(key)) or " " in key)
    )
