"""The place in its document that a quotation is said to have, where the document has no name.

»…« (s. 7); »I forordet hedder det: …«.
"""

from __future__ import annotations

import re

from strategikort.citation.earlier import says
from strategikort.citation.points import point_in
from strategikort.citation.quotes import Quotation

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


def is_point(citation: str) -> bool:
    """Say whether a citation names nothing but a point."""
    return _POINT.fullmatch(citation) is not None


def is_item(said: str) -> bool:
    """Say whether a place is an item of a list and nothing else."""
    return _ITEMS.fullmatch(said) is not None


def is_bare(citation: str) -> bool:
    """Say whether a citation names nothing but pages or lines."""
    return _BARE.fullmatch(citation) is not None
