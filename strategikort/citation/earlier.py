"""What the sentence in front of a quotation's own says of where the quotation stands."""

from __future__ import annotations

import re

from strategikort.citation.placenames import (
    DETERMINERS,
    FROM,
    SAYS,
    WORD,
    NamedPlace,
    Resolve,
    bare,
    numbered,
    places,
)
from strategikort.citation.sentence import Around
from strategikort.citation.verdict import Cited

AGAINST = re.compile(
    r"(?i)\b(?:modsat\w*|sammenlign\w*|modsætning|modstrid|strid|forskel|bortset|ud\s?over|imod"
    r"|uden ?for|foruden|fremfor|frem for|i stedet|hverken|snarere|inden|siden|end|mod|trods|uanset"
    r"|ikke|intet|ingen)\b"
)
"""What says that the quotation does not stand there, or not that it does."""
_ACCORDING = re.compile(r"(?i)\b(?:ifølge|jf\.?|jævnfør|if\.)\s|\bi følge\b")
_HERE = re.compile(
    r"[\s*_]*(?:(?:Her(?:i|af)?|Deri|Dér)(?!\s+i\b)\b|Der (?:står|hedder det)(?: \w+)?(?::|, at\b)"
    r"|(?:Og\s+)?(?i:den|teksten|ordene|ordlyden|konklusionen|punktet|prioriteten|pejlemærket|dokumentet)"
    rf"\s+(?:{SAYS.pattern.removeprefix('(?i)')})(?:\s+\w+)?(?::|,\s+at\b))"
)
"""How a sentence begins that goes on with what the one in front is about."""
_SAME = re.compile(
    r"(?i)\bsamme\s+(?:(?P<document>dokument|strategi|tekst|kilde|papir|memo|rapport|notat|værk)"
    r"|sted|konklusion|afsnit|kapitel|prioritet|pejlemærke|punkt|side)\b"
)
"""What says that a quotation stands where the one in front of it does."""
_VERB = rf"(?:{SAYS.pattern.removeprefix('(?i)')})"
_SPLIT = re.compile(
    rf"(?i)\s*,?[\s*_]*{_VERB}(?:[^.!?:;\n]{{0,120}},|[^.!?:;\n]{{0,80}}\s+og\s+{_VERB}\s*:?)[\s*_]*"
)
"""All that stands between the parts of a quotation that who says it stands between."""
_ON = r"(?:videre|endvidere)\b"
_ON_BEFORE = re.compile(
    rf"(?i)[\s*_]*(?:og\s+)?(?:{_ON}[^.!?]{{0,60}}:|{_ON}\s+{_VERB}[^.!?:]{{0,60}}|{_VERB}\s+\w+\s+{_ON})"
    r"[\s,:*_]*(?:at\s+)?[*_]*"
)
_ON_BEHIND = re.compile(rf"(?i)[\s,*_]*{_VERB}\s+(?:\w+\s+){{1,2}}{_ON}|[\s,*_]*fortsætter\s+\w+")
"""What says that it goes on from the quotation in front: … hedder det videre."""
_ELSEWHERE = re.compile(
    r"(?i)\b(?:andetsteds|(?:et )?andet sted|andre steder|senere|tidligere|derimod|til gengæld)\b"
)
"""What says that the next sentence is about something else."""


def says(text: str) -> bool:
    """Say whether a text tells where something stands or who says it: i rapporten hedder det."""
    return SAYS.search(text) is not None or _ACCORDING.search(text) is not None


def is_here(sentence: Around) -> bool:
    """Say whether a sentence has its quotation from what was just spoken of: Her står: »…«."""
    return _HERE.match(sentence.before) is not None and says(sentence.before)


def same_as_before(sentence: Around, place: Cited) -> Cited | None:
    """Return where the last quotation stands, or its document, if this one is from there too."""
    before = sentence.before
    if sentence.follows and _SPLIT.fullmatch(before):
        return place
    same = None if AGAINST.search(before) else _SAME.search(before)
    goes_on = _ON_BEFORE.fullmatch(before) or _ON_BEHIND.match(sentence.after)
    if goes_on or (same and same["document"]):
        return Cited(frozenset(name.partition("/")[0] for name in place.everywhere))
    return place if same else None


def named_earlier(sentence: Around, resolve: Resolve) -> NamedPlace | None:
    """Return the one place that the sentence in front names: Konklusion 9 er klar. Her står."""
    if sentence.earlier.rstrip()[-1:] not in tuple(".!?"):
        return None  # a heading
    words = list(WORD.finditer(sentence.earlier))
    found = [*places(words, lambda *_: True, resolve)]
    return found[0] if len(found) == 1 and not AGAINST.search(sentence.earlier) else None


def numbered_before(sentence: Around, resolve: Resolve) -> NamedPlace | None:
    """Return the numbered place that the sentence in front begins with: Konklusion 9 er klar."""
    said = sentence.earlier
    if said.rstrip()[-1:] not in tuple(".!?") or "\n\n" in said + sentence.before:
        return None
    if _ELSEWHERE.search(sentence.before):
        return None
    words = list(WORD.finditer(said))

    def begins(first: int, last: int) -> bool:
        so_far = all(bare(word.group()) in FROM | DETERMINERS for word in words[:first])
        return so_far and numbered(words[first:last]) and "(" not in words[first].group()

    found = [] if AGAINST.search(said) else [*places(words, begins, resolve)]
    return found[0] if len(found) == 1 else None
