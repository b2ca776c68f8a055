"""Numbered places without a document: points, and sections with a number of several parts.

»I punkt 12 hedder det: …«; »ifølge afsnit 4.5 …«.  Any text may have such numbers, and the memo
itself as well: only what nobody else is said to say is taken for the place of a quotation.
"""

from __future__ import annotations

import re

from strategikort.citation.lead import named_around
from strategikort.citation.placenames import DETERMINERS, FROM, SAYS, WORD, bare, ordinal_number
from strategikort.citation.sentence import Around
from strategikort.citation.verdict import Cited

_SOURCE = r"\w*(?:strategi|konklusion|memo|dokument|tekst)(?:e?n|et|erne)"
"""What the document that is quoted may be called, and the memo hardly."""
_OF_SOURCE = re.compile(rf"(?i)(?:.*\s)?{_SOURCE}s\s+", re.DOTALL)
_TOLD = re.compile(
    rf"(?i)\b(?:i\s+(?:{_SOURCE}s\s+)?((?:pkt\b\.?|punkt)\s*\d{{1,3}}|afsnit\s+\d+(?:\.\d+)+)"
    r"|på\s+((?:s\.|side)\s*\d{1,3}))\b(?!\s+(?:(?:oven|neden)for|i\b))"
)

_SECTION = re.compile(r"(?i)\b(?:kap(?:itel|\.)|afs(?:nit|\.))\s+(?=\d+\.\d)")
_NUMBERED = re.compile(
    r"(?i)(?:(?:pkt\b\.?|punkt)\s+(?P<number>\d{1,3}(?:\.\d{1,3})*)|(?P<ordinal>\w+)\.?\s+punkt)"
)
_ELSE = re.compile(r"\s+(?:(?:oven|neden)for|i|af|på|til)\b")
"""What says of what it is, behind it: punkt 2 på dagsordenen."""
_ELSEWHERE = frozenset(("på", "under", "med", "hos"))
_IMPERSONAL = frozenset(("hedder", "står", "stod", "fremgår", "fremgik", "følger", "lyder", "lød"))
_GOES_ON = "og men også dog dernæst endelig desuden videre endvidere herudover derimod der hvor læs"
_SMALL = frozenset(_GOES_ON.split())


def told_point(said: str) -> str:
    """Return the point or page where somebody who is known says it: … skriver i punkt 9."""
    named = _TOLD.search(said)
    return (named[1] or named[2]) if named else ""


def point_in(sentence: Around) -> str:
    """Return the point that a sentence names as its quotation's; empty if it may be another's."""
    before, after = (_SECTION.sub("punkt ", said) for said in sentence[:2])
    if not (_NUMBERED.search(before) or _NUMBERED.search(after)):
        return ""
    place = named_around(sentence._replace(before=before, after=after), _as_point)
    if place is None or ";" in place.text:
        return ""
    said = before if place.text in before else after
    start = said.index(place.text)
    if _ELSE.match(said, start + len(place.text)):
        return ""
    known = _OF_SOURCE.fullmatch(said, 0, start) is not None or _is_nobodys(said[:start])
    if not any(map(str.isdigit, place.text)):
        known = known and SAYS.search(said) is not None  # Det andet punkt er, at …
    return _point(place.text) if known else ""


def _is_nobodys(head: str) -> bool:
    """Say whether the words in front of a place make nobody else say what stands there."""
    words = [bare(word.group()) for word in WORD.finditer(head)]
    named = any(re.fullmatch(_SOURCE, word) for word in words)

    def may_stand(word: str) -> bool:
        if SAYS.fullmatch(word) or word == "følger":
            return named or word in _IMPERSONAL or word.endswith("s")
        small = word in _SMALL | DETERMINERS | (FROM - _ELSEWHERE)
        return not word or small or re.fullmatch(_SOURCE, word) is not None

    return all(map(may_stand, words))


def _as_point(text: str) -> Cited | None:
    return Cited(frozenset({text})) if _point(text) else None


def _point(text: str) -> str:
    """Return a point by its number in digits, a section by one of several parts; or nothing."""
    named = _NUMBERED.fullmatch(text)
    number = str((named["number"] or ordinal_number(named["ordinal"]) or "") if named else "")
    return f"{'afsnit' if '.' in number else 'punkt'} {number}" if number else ""


def counts_itself(text: str, said: str) -> bool:
    """Say whether a text has a line of its own with the number of a point or a section."""
    number = re.escape(said.split()[-1])
    line = rf"(?mi)^(?:[\s#>*_|-]*|#+\s+punkt\s+){number}(?![\d.]*\d)[.):\s]"
    return re.search(line, text) is not None
