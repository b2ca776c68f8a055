"""The sentence in which a quotation stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from strategikort.citation.quotemarks import NOTE

LONGEST = 500
"""Characters of a citation, at most; the title of an act may have half of them."""
_BEFORE = 400
"""Characters in front of a quotation in which its sentence is looked for."""
_AFTER = 200
"""Characters behind it."""

ITEM_MARK = r"(?:[-*+•–]|\d{1,3}[.)])"
_SENTENCE_END = re.compile(
    rf"(?<!\bjf)(?<!\bnr)(?<!\bpkt)[.!?…][)\]*_«”’\"'¹²³⁰-⁹{NOTE}]*\s+(?=[*_»“„\"'(]*[A-ZÆØÅ])"
    rf"|;|\n\s*\n|\n\s*(?:{ITEM_MARK}|\[\^?\w{{1,4}}\]:?|[¹²³⁰-⁹]+|\#+|\|)\s+"
)
OWN_CITATION = re.compile(rf"[.,;]?\s*(?:\([^()]{{1,{LONGEST}}}\)|\[[^\[\]]{{1,40}}\]|[¹²³⁰-⁹]+)")
"""What stands behind a quotation as its own citation, and is no part of what is said next."""
_PART = (
    r"\b(?i:(?:under)?afsnit(?:tet)?|kapit(?:el|let)|(?:fakta)?boks(?:en)?|figur(?:en)?|tabel(?:len)?"
    r"|oversigt(?:en)?|bilag(?:et)?|prioritet(?:en)?|søjlen?)[\s*_]*"
)
PART = re.compile(rf"{_PART}\Z")
"""What stands in front of the title of a part: afsnittet »…«."""
TITLED = rf"{_PART}»[^«»\n]{{1,{LONGEST}}}«"
"""Such a part, as it stands in a citation."""
_SET_OFF = re.compile(rf"[*_\s]*(?:{ITEM_MARK}\s+)?[*_\s-]*")
"""What may stand between a line that leads to what is set off below it, and that."""
_ITEM = re.compile(rf"(?:\A|\n)[^\S\n]*{ITEM_MARK}[^\S\n]+[*_]*\Z")
_NEXT_ITEM = re.compile(
    rf"[.,;]?\s*(?:{OWN_CITATION.pattern})?[.,;]?(?:[^\S\n]+og)?\s*\n\s*{ITEM_MARK}\s+[*_]*"
)
"""All that stands between two quotations that are items of one list."""
_HEADING_OF_LIST = re.compile(
    r"(?i)(?:\A|\n)[\s#*_]*(?:(?:citat(?:er)?|uddrag)\s+)?((?:fra|ifølge|i)\s[^\n:.*_]{2,80})"
    rf"[*_\s]*(?:\n\s*{ITEM_MARK}\s+)?\Z"
)
"""A line that says where what stands below it is from: **Fra tech-strategien**."""
_STOP = re.compile(r"[.!?…]\s+")
_SAYS_OF_IT = re.compile(r"[\s*_]*(?:Det|Dette|Sådan|Således|Ordene|Citatet)\b")
"""How a sentence begins that says something of the quotation in front of it."""


class Around(NamedTuple):
    """The sentence of a quotation without it: what stands in front and behind.

    ``follows`` says that another quotation stands in front in the same sentence, ``leads`` that
    one stands behind it.  ``earlier`` is the sentence before it, or as much as no quotation is in.
    """

    before: str = ""
    after: str = ""
    follows: bool = False
    leads: bool = False
    earlier: str = ""


def around(text: str, start: int, end: int, last: int, following: int) -> Around:
    """Return the sentence around ``[start, end)`` of ``text``, between two other quotations.

    ``last`` is where the one before it ends, ``following`` where the next one begins.  A line that
    ends in a colon leads to what is set apart below it.
    """
    head = text[max(last, start - _BEFORE) : start]
    own = OWN_CITATION.match(head) if last and last >= start - _BEFORE else None
    found = list(_SENTENCE_END.finditer(head))
    above = head[: found[-1].start()].rstrip() if found else ""
    if above.endswith(":") and _SET_OFF.fullmatch(head, found[-1].end()):
        found.pop()
        head = above
    ends = [match.end() for match in found]
    position = ends[-1] if ends else (own.end() if own else 0)
    ended = _STOP.match(text, end)
    said_next = ended is not None and _SAYS_OF_IT.match(text, ended.end()) is not None
    begin = ended.end() if ended and said_next else end
    stop = _SENTENCE_END.search(text, begin, min(following, end + _AFTER))
    after = text[begin : stop.start() if stop else min(following, end + _AFTER)]
    if _SENTENCE_END.match(text, end - 2) and not _SAYS_OF_IT.match(after):
        after = ""
    leads = bool(after) and begin + len(after) == following < len(text)
    if leads and said_next:
        after = ""  # what the next sentence says is of its own quotation
    anew = ends or own or _SENTENCE_END.match(text, max(last - 2, 0))
    earlier = head[ends[-2] if len(ends) > 1 else 0 : position] if ends else ""
    return Around(head[position:], after, bool(last) and not anew, leads, earlier)


def leads_list(text: str, sentence: Around, start: int) -> bool:
    """Say whether a sentence leads to a list, the first item of which begins a quotation."""
    item = _ITEM.search(text[max(0, start - _BEFORE) : start])
    return item is not None and sentence.before.rstrip(" *_").endswith(":")


def heading_of_list(text: str, sentence: Around, start: int) -> str:
    """Return the line above a list that says where its items are from; empty if none does."""
    item = _ITEM.search(text[max(0, start - _BEFORE) : start])
    above = _HEADING_OF_LIST.search(sentence.earlier) if item else None
    return f"{above[1].rstrip()} " if above else ""


def goes_on_list(text: str, last: int, start: int) -> bool:
    """Say whether a quotation is the item of a list behind one that ends at ``last``."""
    return start - last < _BEFORE and _NEXT_ITEM.fullmatch(text, last, start) is not None
