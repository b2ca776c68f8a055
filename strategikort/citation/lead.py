"""The place that a sentence names for its quotation: »I konklusion 9 hedder det: …«.

Only what surely is that of the quotation is taken for it: the sentence must lead from the place to
the quotation, or from the quotation to the place, and must not set the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from strategikort.citation.earlier import AGAINST, is_here, named_earlier, says
from strategikort.citation.placenames import (
    ABOUT,
    DATE,
    DETERMINERS,
    FROM,
    MOST_WORDS,
    SAYS,
    WORD,
    NamedPlace,
    Resolve,
    bare,
    is_name,
    numbered,
    places,
    preceding,
)
from strategikort.citation.sentence import OWN_CITATION, Around

_NEAR = 3
"""Words between a place and a quotation that can only be about the place."""
_FARTHEST = 3 * _NEAR
"""Words between a quotation and the place behind it that it is from, or a verb and who says it."""

_TURNS = re.compile(
    r"(?i)\b(?:mens|men|hvorimod|hvorefter|selv ?om|fordi|derfor|da)\b|,\s+og\b(?!\s+at\b)"
)
"""What begins another thought between the place and the quotation."""
_ALSO = re.compile(r"(?i)\b(?:også|desuden|tillige|ligeledes)\b")
"""What names one more place behind a quotation: jf. også konklusion 9."""
_BEGINS = re.compile(r"(?i)\b(?:mens|men|hvorimod|og|samt)\b")
_BUT = re.compile(r"(?i),\s+(?:mens|men|hvorimod)\s+(?!.*,\s+(?:mens|men|hvorimod)\s)")
"""The last turn of a sentence that sets two things against each other."""
_CITES = re.compile(r"(?i)cit|gengi|refer|læs|gent")
"""How a verb begins for what one says in the words of another."""
_WANTS = re.compile(r"(?i)(?:det\s+|der\s+)?\b(?:vil|skal|bør)\b")
_FROM_DOCUMENT = frozenset(("i", "ifølge", "af", "jf", "jævnfør", "jvf", "cf", "fra", "følge"))
_SETS_OUT = re.compile(r":[\s*_]*|.\s*\(|.\s+[–—]\s*", re.DOTALL)
"""The end of a name that a quotation is set behind, and what follows: uss: »…«; uss (»…«)."""
_WHAT = frozenset(("hvad", "som", "når", "at"))
"""Words in front of who says something: læg mærke til, hvad uss siger: »…«."""
_AS = re.compile(r"(?i),?\s+(?:sådan\s+|lige\s+|også\s+)?som\s*(?:(?:den|det|de)\s+)?")
"""What leads from a quotation to who says it so: »…«, som uss formulerer det."""
_ASIDE = re.compile(r"\A,?\s+(?:som|der|fra)\b[^,]*,")
"""What is said of a place in passing: uss, som udkom i maj, siger …"""
_THERE = re.compile(r"(?i),?\s+(?:hvor(?:i|af)?|der|som)\s+(?:(?:det|der)\s+)?")
"""How it goes on from a place to what it says: konklusion 9, hvori det hedder …"""
_UNDER_IT = re.compile(r",?\s+hvorefter\b")
"""How it goes on to what a place says, or to what came after it: konklusion 27, hvorefter …"""
_HAS = re.compile(r"(?i)\A(?:,?\s+(?:der|som))?\s+(?P<verb>har|havde|kan|kunne|vil|ville|må)?\s*")
"""What stands between who says it and the verb: Rådet har sagt; det er Rådet, der siger."""
_WORDS_OF = re.compile(
    r"(?i)\s+(?:egne?t?\s+)?(?:ord|ordlyd|ordvalg|formulering|udtryk|vending|vurdering|opfattelse"
    r"|udlægning|konklusion|mening)(?:en|et)?\b"
    r"(?P<leads>\s+(?:er|var|lyder|lød|har|kan|skal|bør|vil|må|bliver)\b(?:\s+\w+){0,3})?"
)
"""What is somebody's that says a quotation: med Rådets ord »…«; Rådets vurdering er, at »…«."""
_IS = re.compile(r"(?i)\A\s+(?:er|var)(?:,\s+at\b|\s*:)")
"""What says that a place is its quotation: det tredje pejlemærke er, at …"""
_ARTICLE = re.compile(r"(?i)\s(?:den|det|de)\s+\Z")
_COMES = re.compile(
    r"(?i)(?:er|stammer|kommer)(?: \w+)? (?:fra|af)"
    r"|(?:findes|optræder|indgår|forekommer|kan (?:gen)?findes|kan læses)(?: \w+)? i"
)
"""What says where the words in front of it come from."""
_OPENING = re.compile(r"(?i)(?:mens|hvor|hvis|når|som|hvorimod)\s+")
"""What may stand in front of who says it: Mens uss siger …"""
_ANEW = re.compile(r"\s*,\s+(?=.*[^\s,;.!?…]\s*\Z)", re.DOTALL)
"""How it goes on from another quotation to one of its own: »…«, siger uss »…«."""
_LABEL = re.compile(r"[.,;]?[^\S\n]*\n\s*(?=[^\n]{2,60}[:→>=–—-][*_]*\s*\Z)")
"""What ends the line of a list of notes in front of the next: … »…« / rk 17 → »…«."""
_LABELS = re.compile(r"\s*(?:→|[-=]>|[–—=-])?\s*")
"""What stands behind the source at the beginning of a line of notes, if no colon does."""
_ITEM_MARK = re.compile(r"[-*+•–]|\d{1,3}[.)]|\w\)")
_SO = frozenset(("sådan", "således"))
"""How a sentence may begin that says whose the quotation in front of it is."""
_AT_ONCE = re.compile(r"[\s*_]*(?:om\b)?(?:,\s*at|:)?[\s*_]*")
"""What stands between a place and a quotation that it leads to at once."""


_ENDED = re.compile(r"[.!?]['»«”*_)]*\s*\Z")
_SPOKEN = re.compile(
    rf"(?i),?[*_]*\s+(?:{SAYS.pattern.removeprefix('(?i)')})"
    r"\s+(?!det\b|der\b|den\b|de\b|man\b|her\b|videre\b|også\b)\w"
)
"""What says that somebody says the quotation in front of it: »…«, siger ministeren."""


def named_around(sentence: Around, resolve: Resolve) -> NamedPlace | None:
    """Return the place that a quotation's sentence names as that of the quotation."""
    return (
        _named_before(sentence, resolve)
        or _named_after(sentence, resolve)
        or (named_earlier(sentence, resolve) if is_here(sentence) else None)
    )


def speaker_around(sentence: Around, published: Resolve) -> NamedPlace | None:
    """Return who a quotation's sentence says to have said it, and what ``published`` by them.

    Only who surely is made to say it: »…«, skriver Rådet; Rådet skriver: »…«; ifølge Rådet »…«.
    """
    before = _in_front(sentence)
    if not AGAINST.search(before):
        words = list(WORD.finditer(before))
        sentence_before = _Before(before, words)

        spoken = [*places(words, sentence_before.speaks, published)]
        spoken = spoken or [*places(words, sentence_before.has_words, _owner(published))]
        if spoken:
            return _together(spoken)
    words = list(WORD.finditer(sentence.after))

    def speaks(first: int, _: int) -> bool:
        between = (bare(word.group()) for word in words[:first])
        said = " ".join(word for word in between if word not in DETERMINERS | _SO).strip()
        return said == "ifølge" or (SAYS.fullmatch(said) is not None and not _CITES.match(said))

    return next(places(words[:MOST_WORDS], speaks, published), None)


def _in_front(sentence: Around) -> str:
    """Return what a sentence says in front of a quotation and of no other one."""
    before = sentence.before
    if _ENDED.search(before) and _SPOKEN.match(sentence.after):
        return ""  # konklusion 9 er klar. »…«, siger ministeren
    if sentence.follows:
        # What goes on from another quotation may be said of that one.
        turn = _BEGINS.search(before) or _LABEL.match(before) or _ANEW.match(before)
        before = before[turn.end() :] if turn else ""
    turn = _BUT.search(before)
    if turn and says(before[turn.end() :]):
        # Who says something behind a turn says it, and not who was named before.
        before = before[turn.end() :]
    return before


def _named_before(sentence: Around, resolve: Resolve) -> NamedPlace | None:
    before = _in_front(sentence)
    if AGAINST.search(before):
        return None
    words = list(WORD.finditer(before))
    in_front = _Before(before, words, sentence.follows)
    found = [*places(words, in_front.leads, resolve)]

    def elsewhere(first: int, last: int) -> bool:
        # What follows at once says the same in other words: … diplomati (11406/22)
        return last - first <= _NEAR and all(
            last <= item.first or first > item.last for item in found
        )

    if found:
        # Whatever else the sentence names may be meant as well: both A and B say …
        found += [*places(words, elsewhere, resolve)]
    return _together(found or [*places(words, in_front.has_words, _owner(resolve))])


def _named_after(sentence: Around, resolve: Resolve) -> NamedPlace | None:
    """Return what follows as the place: »…«, hedder det i konklusion 9; »…« i konklusion 9."""
    after = sentence.after
    if AGAINST.search(after):
        return None
    own = OWN_CITATION.match(after)
    after = after[own.end() :] if own else after
    words = list(WORD.finditer(after))[: _FARTHEST + MOST_WORDS]

    def sure(first: int, last: int) -> bool:
        between = _ARTICLE.sub("", after[: words[first].start()]).strip(" ,–-")
        count = len(between.split())
        end = words[last - 1].end()
        if _AS.fullmatch(after, 0, words[first].start()):
            told = SAYS.search(after, end)
            return told is not None and len(after[end : told.start()].split()) < _NEAR
        if _ALSO.search(after, 0, end):
            return False
        if sentence.leads and _AT_ONCE.fullmatch(after, end) and after.rstrip()[-1] not in ".:,":
            return False  # »…«, siger uss »…«
        if not count or count > 2 * _NEAR or _TURNS.search(between):
            return False
        source = preceding(words, first)[0] in _FROM_DOCUMENT
        said = SAYS.search(between)
        says = said is not None and len(between[: said.start()].split()) < _NEAR
        named = last - first > 1 or numbered(words[first:last]) or is_name(words, first, last)
        if count == 1:
            return says or (source and named)
        return source and (says or (named and _COMES.fullmatch(between) is not None))

    return next(places(words, sure, resolve), None)


@lru_cache(maxsize=64)
def _first(pattern: re.Pattern[str], rest: str) -> re.Match[str] | None:
    """Search what stands behind a run of words, which other runs have behind them as well."""
    return pattern.search(rest)


class _Before(NamedTuple):
    """The part of a sentence in front of a quotation, in words; ``anew``: behind another one."""

    text: str
    words: Sequence[re.Match[str]]
    anew: bool = False

    def leads(self, first: int, last: int) -> bool:
        """Say whether the sentence leads on from a run of words to the quotation."""
        words = self.words
        before, earlier = preceding(words, first)
        if before == "af" and earlier and not SAYS.fullmatch(earlier) and earlier != "det":
            return False  # the adoption of the conclusions is no place
        rest = DATE.sub("", self.text[words[last - 1].end() :], count=1)
        if _UNDER_IT.match(rest) and not _first(SAYS, rest):
            return numbered(words[first:last])
        there = _THERE.match(rest)
        told_there = there is not None and SAYS.match(rest, there.end()) is not None
        if _first(_TURNS, rest) or (before in ABOUT and not told_there):
            return False
        gap = len(rest.split())
        rest = _ASIDE.sub("", rest)
        says = _first(SAYS, rest)
        soon = says is not None and len(rest[: says.start()].split()) < _NEAR
        soon = soon or _WANTS.match(rest.lstrip(" ,")) is not None
        if before == "ifølge" or self._tells(first, rest) or self._is_label(first, last, rest):
            return True
        if self.anew and first <= 1 and not rest.strip() and is_name(words, first, last):
            return True  # uss siger »…«, tech »…«; mens uss ser »…«, ser tech »…«
        source = before in _FROM_DOCUMENT
        if is_name(words, first, last) and self._names(first, last, rest, source=source):
            return True
        if numbered(words[first:last]):
            return (
                soon
                or gap <= _NEAR
                or _IS.match(rest) is not None
                or (before in FROM and says is not None)
            )
        if last - first > 1:
            return soon or (source and (says is not None or gap <= _NEAR))
        before_it = self.text[: words[first].start()].lstrip(" *_")
        opens = not first or ("," not in rest and _OPENING.fullmatch(before_it) is not None)
        return (source and (soon or not gap)) or (opens and soon)

    def speaks(self, first: int, last: int) -> bool:
        """Say whether a run of words is who says the quotation that follows."""
        words = self.words
        before = preceding(words, first)[0]
        rest = self.text[words[last - 1].end() :]
        if self._alone(first, last):
            return True
        if before in ABOUT or _first(_TURNS, rest):
            return False
        has = _HAS.match(rest)
        said = rest[has.end() :] if has else rest
        says = _first(SAYS, said)
        if before == "ifølge":
            return len(words) - last <= _NEAR
        between = len(said[: says.start()].split()) if says else 0
        most = _NEAR if has and has["verb"] else 0
        if says is None or between > most or _CITES.match(says.group()):
            return self._tells(first, rest)
        return len(words) - last <= 2 * _NEAR and before not in FROM - {"hos", "fra"}

    def _is_label(self, first: int, last: int, rest: str) -> bool:
        """Say whether a run of words is all that a line of notes begins with: tech, vision: »…«."""
        marks = (word.group() for word in self.words[:first])
        if last - first < 2 or not all(map(_ITEM_MARK.fullmatch, marks)):
            return False
        ends = self.words[last - 1].group().rstrip("*_").endswith(":") or bool(rest.strip())
        comma = self.words[first].group().endswith(",") or numbered(self.words[first:last])
        return comma and ends and _LABELS.fullmatch(rest) is not None

    def _alone(self, first: int, last: int) -> bool:
        """Say whether a run of words is all there is, with a colon: Rådet: »…«."""
        small = all(bare(word.group()) in DETERMINERS for word in self.words[:first])
        return small and last == len(self.words) and self.text.rstrip(" *_\n").endswith(":")

    def has_words(self, first: int, last: int) -> bool:
        """Say whether a run of words is whose words the quotation is: med Rådets ord »…«."""
        name, rest = self.words[last - 1], self.text[self.words[last - 1].end() :]
        said = _WORDS_OF.match(rest)
        owned = name.group().endswith("s") and preceding(self.words, first)[0] not in ABOUT
        return owned and said is not None and _AT_ONCE.fullmatch(rest, said.end()) is not None

    def _names(self, first: int, last: int, rest: str, *, source: bool) -> bool:
        """Say whether what surely is a name leads on: uss: »…«; uss (»…«); uss er klar: »…«."""
        if source and _first(SAYS, rest):
            return True
        if _SETS_OUT.fullmatch(f"{self.words[last - 1].group()[-1:]}{rest}"):
            return True
        opens = all(bare(word.group()) in DETERMINERS for word in self.words[:first])
        opens = opens or preceding(self.words, first)[0] in _WHAT
        near = len(self.words) - last <= 2 * _NEAR
        return opens and near and rest.rstrip(" *_\n").endswith(":")

    def _tells(self, first: int, rest: str) -> bool:
        """Say whether what begins at a word is who says it: siger uss; mens uss siger."""
        before = self.text[: self.words[first].start()]
        if _OPENING.fullmatch(before.lstrip(" *_")):
            says = _first(SAYS, rest)
            between = rest[: says.start()] if says else ","
            return says is not None and "," not in between and not says.group().endswith("s")
        verb = [*SAYS.finditer(before, self.words[max(0, first - _FARTHEST)].start())][-1:]
        since = before[verb[0].end() :].split() if verb else []
        # Who does something in what is said does not say it: der står, at regeringen vil …
        return bool(verb) and len(since) < _NEAR and "at" not in since


def _owner(resolve: Resolve) -> Resolve:
    """Return what reads a genitive as the place or the speaker whose it is: Rådets."""
    return lambda name: resolve(name.removesuffix("s"))


def _together(found: Sequence[NamedPlace]) -> NamedPlace | None:
    """Return several places as one: the quotation may stand in any of them."""
    if not found:
        return None
    text = "; ".join(item.text for item in found)
    known = [item.cited for item in found if item.cited]
    if not known:
        return NamedPlace(text, None)
    return NamedPlace(text, replace(known[0], others=(*known[0].others, *known[1:])))
