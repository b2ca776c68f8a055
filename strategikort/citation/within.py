"""The place in its document that a quotation is said to have, where the document has no name.

»…« (s. 7); »I forordet hedder det: …«.
"""

from __future__ import annotations

import re

from strategikort.citation.earlier import says
from strategikort.citation.lead import named_around
from strategikort.citation.placenames import MINE, ordinal_number
from strategikort.citation.quotes import Quotation
from strategikort.citation.sentence import Around
from strategikort.citation.verdict import Cited

_NUMBERS = r"\d+(?:\s*(?:[-–,&]|og)\s*\d+)*(?:\s?ff?\b)?"
_PAGES = rf"(?:ss?|pp?|sider?|pages?)\b\.?\s*{_NUMBERS}"
_LINES = rf"(?:ll?|linjer?)\b\.?\s*{_NUMBERS}"
_YEAR = r"(?:19|20)\d\d[a-z]?"
_BARE = re.compile(
    rf"(?i)\W*(?:{_YEAR}:\s*{_NUMBERS}"
    rf"|(?:{_YEAR}[,:]\s*)?(?:{_PAGES}(?:[,\s]+{_LINES})?|{_LINES}))\W*"
)
"""Pages and lines of a document that is named elsewhere: s. 7; side 7-8, l. 12; 2023: 7."""

_POINT = re.compile(r"(?i)\W*(?:(?:jf|se)\b\.?\s+)?(?:i\s+)?((?:pkt\b\.?|punkt)\s*\d{1,3})\b\W*")
"""A point of a document that is named elsewhere: (pkt. 9); i punkt 9."""

_ITEM = r"(?:\d{1,2}\.\s*led|led\s+\d{1,2})"
_ITEMS = re.compile(rf"(?i)\W*(?:(?:jf|se)\b\.?\s+)?(?:i\s+)?({_ITEM})\b\W*")
"""An item of a list that is named elsewhere: (5. led)."""
_IN_ITEM = re.compile(rf"(?i)\bi\s+(?:det\s+)?({_ITEM})\b(?!\s+(?:i|af|på)\b)")

_ON_PAGE = re.compile(r"(?i)\bpå\s+((?:s\.|side)\s*\d{1,3})\b(?!\s+(?:(?:oven|neden)for|i\b))")

_SECTION = re.compile(r"(?i)\b(?:kap(?:itel|\.)|afs(?:nit|\.))\s+(?=\d+\.\d)")
_NUMBERED = re.compile(
    r"(?i)(?:(?:pkt\b\.?|punkt)\s+(?P<number>\d{1,3}(?:\.\d{1,3})*)|(?P<ordinal>\w+)\.?\s+punkt)"
)
"""A point of what is spoken of; a section with a number of several parts is one as well."""
_ELSE = re.compile(r"\s+(?:(?:oven|neden)for|i|af|på|til)\b")
"""What says of what it is, behind it: punkt 2 på dagsordenen."""
_OF = re.compile(r"(?i)\b(\w+)\s+(?:(?:den|det)\s+)?\Z")
_OF_SOURCE = re.compile(
    r"(?i)\w*(?:strategi|konklusion|rapport|memo|dokument|tekst)(?:e?n|et|erne)?s"
)
"""What is as a rule not the memo, in the genitive: strategiens afsnit 4.5."""

_PART = r"(forord|indledning)(?:et|en)"
_FRONT = re.compile(rf"(?i)\W*(?:(?:jf|se)\b\.?\s+)?(?:{_PART}|\w{{6,}}s\s+(forord|indledning))\W*")
"""A part that most documents have: forordet; jf. strategiens indledning."""
_IN_FRONT = re.compile(rf"(?i)\s*i\s+(?:{_PART}|\w{{6,}}s\s+(forord|indledning))\b")
_IN_FOREWORD = re.compile(r"(?i)\bi\s+(?:det\s+)?(?:samme\s+)?(forord)(?:et)?\b")
"""A foreword is hardly that of the memo, wherever its sentence names it."""
_IN_FRONT_BEHIND = re.compile(
    rf"(?i)(?:,?\s+(?:hedder|står|skriver?s?|siger?s?)\s+(?:\w+\s+){{1,3}}?"
    rf"|\s*(?:det|dette|citatet|ordene)\s+(?:står|stod|er|kommer|stammer)\s+)(?:i|fra)\s+{_PART}\b"
)


def within(quote: Quotation) -> str:
    """Return that place; empty if none is said."""
    if is_bare(quote.citation):
        return quote.citation
    if quote.citation:
        ways = (_FRONT, _POINT, _ITEMS)
        named = next(filter(None, (way.fullmatch(quote.citation) for way in ways)), None)
    else:
        before, after = quote.sentence.before, quote.sentence.after
        named = None
        if says(before):
            named = _IN_FRONT.match(before) or _IN_FOREWORD.search(before)
            named = named or _IN_ITEM.search(before)
        named = named or _IN_FRONT_BEHIND.match(after)
        named = named or (_IN_ITEM.search(after) if says(after) else None)
        if named is None:
            return point_in(quote.sentence)
    return next(filter(None, named.groups())) if named else ""


def point_in(sentence: Around) -> str:
    """Return the point that a sentence names as its quotation's: … skriver i punkt 9."""
    before, after = (_SECTION.sub("punkt ", said) for said in sentence[:2])
    if not (_NUMBERED.search(before) or _NUMBERED.search(after)):
        return ""
    place = named_around(sentence._replace(before=before, after=after), _as_point)
    if place is None or ";" in place.text:
        return ""
    said = before if place.text in before else after
    start = said.index(place.text)
    of = _OF.search(said, 0, start)
    word = of[1].lower() if of else ""
    own = word in MINE | {"ad"} or (word.endswith("s") and not _OF_SOURCE.fullmatch(word))
    own = own or _ELSE.match(said, start + len(place.text)) is not None
    return "" if own else _point(place.text)


def page_in(sentence: Around) -> str:
    """Return the page that a sentence names as its quotation's: … skriver på side 9."""
    page = _ON_PAGE.search(" ".join(sentence[:2]))
    return page[1] if page else ""


def _as_point(text: str) -> Cited | None:
    return Cited(frozenset({text})) if _point(text) else None


def _point(text: str) -> str:
    """Return a point by its number in digits, a section by one of several parts; or nothing."""
    named = _NUMBERED.fullmatch(text)
    number = str((named["number"] or ordinal_number(named["ordinal"]) or "") if named else "")
    return f"{'afsnit' if '.' in number else 'punkt'} {number}" if number else ""


def is_point(citation: str) -> bool:
    """Say whether a citation names nothing but a point."""
    return _POINT.fullmatch(citation) is not None


def is_in(text: str, said: str) -> bool:
    """Say whether a text has a line of its own with the number of a point or a section."""
    number = re.escape(said.split()[-1])
    line = rf"(?mi)^(?:[\s#>*_|-]*|#+\s+punkt\s+){number}(?![\d.]*\d)[.):\s]"
    return re.search(line, text) is not None


def is_item(said: str) -> bool:
    """Say whether a place is an item of a list and nothing else."""
    return _ITEMS.fullmatch(said) is not None


def is_bare(citation: str) -> bool:
    """Say whether a citation names nothing but pages or lines."""
    return _BARE.fullmatch(citation) is not None
