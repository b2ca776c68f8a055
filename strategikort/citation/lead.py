"""The place that a sentence names for its quotation: »I konklusion 9 hedder det: …«.

Only what surely is that of the quotation is taken for it: the sentence must lead from the place to
the quotation, or from the quotation to the place, and must not set the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from strategikort.citation.sentence import OWN_CITATION, Around
from strategikort.citation.verdict import Cited
from strategikort.language.months import MONTHS
from strategikort.language.numbers.numerals import cardinal, ordinal

_MOST_WORDS = 12
"""Words that name a place."""
_NEAR = 3
"""Words between a place and a quotation that can only be about the place."""

_WORD = re.compile(r"\S+")
_AGAINST = re.compile(
    r"(?i)\b(?:modsat\w*|sammenlign\w*|modsætning|modstrid|strid|forskel|bortset|ud\s?over"
    r"|uden ?for|foruden|fremfor|frem for|i stedet|hverken|snarere|inden|siden|end|mod|trods|uanset"
    r"|ikke|intet|ingen)\b"
)
"""What says that the quotation does not stand there, or not that it does."""
_TURNS = re.compile(
    r"(?i)\b(?:mens|men|hvorimod|hvorefter|selv ?om|fordi|derfor|da)\b|,\s+og\b(?!\s+at\b)"
)
"""What begins another thought between the place and the quotation."""
_ALSO = re.compile(r"(?i)\b(?:også|desuden|tillige|ligeledes)\b")
"""What names one more place behind a quotation: jf. også konklusion 9."""
_BEGINS = re.compile(r"(?i)\b(?:mens|men|hvorimod|og|samt)\b")
_SAYS = re.compile(
    r"(?i)\b(?:hed(?:der)?|stå[rt]?|stod|sig(?:er|es)|sagdes?|skriv(?:er|es)|skrev|frem(?:går|gik)"
    r"|slår|slås|slog|slået|skrevet|sagt|fast(?:slå[rs]|slog)|lyde[rs]|lød|peger|pegede|gentager|gentog"
    r"|beskriv(?:er|es)|beskrev|udtrykker|udtrykkes|fortsætter|fortsatte|foreslå[rs]|foreslog"
    r"|tilkendegiver|tilkendegav|angiv(?:er|es)|angav|læse[rs]?|gengiv(?:er|es)|gengav"
    r"|citat(?:et)?|ordlyd\w*|ordene|sætning(?:en)?|formulering(?:en)?|passage(?:n)?"
    r"|(?:fremhæv|understreg|konstater|formuler|bemærk|opfordr|påpeg|noter|erklær|lov|anbefal|bekræft"
    r"|tilføj|konkluder|slutt|vurder|forklar|hævd|pointer|præciser|opsummer|advar|citer|definer"
    r"|referer|betegn|argumenter)(?:er|es|ede|edes|et)"
    r"|(?:oplys|nævn|omtal|kald|men|indled|udtal|meddel|anfør|fremfør|erkend|udtryk)(?:er|es|te|tes|t))\b"
)
"""Verbs of saying, now and then, active and passive, and what is said."""
_ACCORDING = re.compile(r"(?i)\b(?:ifølge|jf\.?|jævnfør|if\.)\s|\bi følge\b")
_WANTS = re.compile(r"(?i)(?:det\s+|der\s+)?\b(?:vil|skal|bør)\b")
_OWN_PART = re.compile(
    r"(?i)(?:under)?(?:kap(?:it\w+|\.)?|afs(?:nit\w*|\.)?|del|bilag)\s+[\divx.]+"
)
"""A part that any text has: without a document it may be one of the memo itself."""
_WHENCE = "i ifølge af jf jævnfør fra jvf cf efter under på med se hos følger følge"
_FROM = frozenset(_WHENCE.split())
"""Words in front of a place where something stands or follows from."""
_FROM_DOCUMENT = frozenset(("i", "ifølge", "af", "jf", "jævnfør", "jvf", "cf", "fra", "følge"))
_ABOUT = frozenset(
    ("om", "til", "for", "over", "mod", "ved", "mellem", "vedrørende", "angående", "udover")
)
_DETERMINERS = frozenset(("den", "det", "de", "dens", "dets", "deres", "vores"))
_MINE = frozenset(("min", "mit", "mine", "vores", "vor", "vort", "vore"))
_DEFINITE = re.compile(r"\S{3,}(?:e[nt]|ne|s)")
"""A word in its definite form, or a genitive."""
_ABBREVIATION = 3
"""Letters of an abbreviation, at most."""
_JOINS = frozenset(
    ("og", "eller", "samt", "som", "der", "hvor", "har", "er", "var", "blev", "både", "såvel")
)
_SETS_OUT = re.compile(r":[\s*_]*|.\s*\(", re.DOTALL)
"""The end of a name that a quotation is set behind, and what follows: uss: »…«; uss (»…«)."""
_ASIDE = re.compile(r"\A,?\s+(?:som|der|fra)\b[^,]*,")
"""What is said of a place in passing: uss, som udkom i maj, siger …"""
_ARTICLE = re.compile(r"(?i)\s(?:den|det|de)\s+\Z")
_COMES = re.compile(
    r"(?i)(?:er|stammer|kommer)(?: \w+)? (?:fra|af)"
    r"|(?:findes|optræder|indgår|forekommer)(?: \w+)? i"
)
"""What says where the words in front of it come from."""
_OPENING = re.compile(r"(?i)(?:mens|hvor|hvis|når|som|hvorimod)\s+")
"""What may stand in front of who says it: Mens uss siger …"""
_ANEW = re.compile(r"\s*,\s+(?=.*[^\s,;.!?…]\s*\Z)", re.DOTALL)
"""How it goes on from another quotation to one of its own: »…«, siger uss »…«."""
_AT_ONCE = re.compile(r"[\s*_]*(?:,\s*at|:)?[\s*_]*")
"""What stands between a place and a quotation that it leads to at once."""
_ITSELF = re.compile(
    r"(?i)(?:\w*notat|memo|papir|rapport|artikel|artikl|opgave|speciale|afsnit|kapitel|tekst|dokument"
    r"|(?:web|hjemme)?side|konklusion|referat|indstilling|brev|bilag|oplæg)"
    r"(?:et|en|n|er|erne|rne|ne)?"
)
"""What a text may call itself or a part of it by."""

Resolve = Callable[[str], Cited | None]


class NamedPlace(NamedTuple):
    """A place as a sentence names it, and what it means; several are parted by semicolons.

    ``first`` and ``last`` are the half-open range of its words in what they were looked for in.
    """

    text: str
    cited: Cited
    first: int = 0
    last: int = 0


def says(text: str) -> bool:
    """Say whether a text tells where something stands or who says it: i rapporten hedder det."""
    return _SAYS.search(text) is not None or _ACCORDING.search(text) is not None


def named_around(sentence: Around, resolve: Resolve) -> NamedPlace | None:
    """Return the place that a quotation's sentence names as that of the quotation."""
    return _named_before(sentence, resolve) or _named_after(sentence, resolve)


def _named_before(sentence: Around, resolve: Resolve) -> NamedPlace | None:
    before = sentence.before
    if sentence.follows:
        # What goes on from another quotation may be said of that one.
        turn = _BEGINS.search(before) or _ANEW.match(before)
        before = before[turn.end() :] if turn else ""
    if _AGAINST.search(before):
        return None
    words = list(_WORD.finditer(before))
    found = [*_places(words, _Before(before, words).leads, resolve)]

    def elsewhere(first: int, last: int) -> bool:
        # What follows at once says the same in other words: … diplomati (11406/22)
        return last - first <= _NEAR and all(
            last <= item.first or first > item.last for item in found
        )

    if found:
        # Whatever else the sentence names may be meant as well: both A and B say …
        found += [*_places(words, elsewhere, resolve)]
    return _together(found)


def _named_after(sentence: Around, resolve: Resolve) -> NamedPlace | None:
    """Return what follows as the place: »…«, hedder det i konklusion 9; »…« i konklusion 9."""
    after = sentence.after
    if _AGAINST.search(after):
        return None
    own = OWN_CITATION.match(after)
    after = after[own.end() :] if own else after
    words = list(_WORD.finditer(after))

    def sure(first: int, last: int) -> bool:
        between = _ARTICLE.sub("", after[: words[first].start()]).strip(" ,–-")
        count = len(between.split())
        end = words[last - 1].end()
        if _ALSO.search(after, 0, end):
            return False
        if sentence.leads and _AT_ONCE.fullmatch(after, end) and after.rstrip()[-1] not in ".:":
            return False  # »…«, siger uss »…«
        if not count or count > 2 * _NEAR or _TURNS.search(between):
            return False
        source = _preceding(words, first)[0] in _FROM_DOCUMENT
        said = _SAYS.search(between)
        says = said is not None and len(between[: said.start()].split()) < _NEAR
        named = last - first > 1 or _numbered(words[first:last]) or _is_name(words, first, last)
        if count == 1:
            return says or (source and named)
        return source and (says or (named and _COMES.fullmatch(between) is not None))

    return next(_places(words, sure, resolve), None)


class _Before(NamedTuple):
    """The part of a sentence in front of a quotation, in words."""

    text: str
    words: Sequence[re.Match[str]]

    def leads(self, first: int, last: int) -> bool:
        """Say whether the sentence leads on from a run of words to the quotation."""
        words = self.words
        before, earlier = _preceding(words, first)
        if before == "af" and earlier and not _SAYS.fullmatch(earlier) and earlier != "det":
            return False  # the adoption of the conclusions is no place
        rest = self.text[words[last - 1].end() :]
        if before in _ABOUT or _TURNS.search(rest):
            return False
        rest = _ASIDE.sub("", rest)
        gap = len(words) - last
        says = _SAYS.search(rest)
        soon = says is not None and len(rest[: says.start()].split()) < _NEAR
        soon = soon or _WANTS.match(rest.lstrip(" ,")) is not None
        if before == "ifølge" or self._tells(first, rest):
            return True
        source = before in _FROM_DOCUMENT
        if _is_name(words, first, last) and self._names(first, last, rest, source=source):
            return True
        if _numbered(words[first:last]):
            return soon or gap <= _NEAR or (before in _FROM and says is not None)
        if last - first > 1:
            return soon or (source and (says is not None or gap <= _NEAR))
        return (source and (soon or not gap)) or (not first and soon)

    def _names(self, first: int, last: int, rest: str, *, source: bool) -> bool:
        """Say whether what surely is a name leads on: uss: »…«; uss (»…«); uss er klar: »…«."""
        if source and _SAYS.search(rest):
            return True
        if _SETS_OUT.fullmatch(f"{self.words[last - 1].group()[-1:]}{rest}"):
            return True
        opens = all(_bare(word.group()) in _DETERMINERS for word in self.words[:first])
        near = len(self.words) - last <= 2 * _NEAR
        return opens and near and rest.rstrip(" *_\n").endswith(":")

    def _tells(self, first: int, rest: str) -> bool:
        """Say whether what begins at a word is who says it: siger uss; mens uss siger."""
        before = self.text[: self.words[first].start()]
        if _OPENING.fullmatch(before.lstrip(" *_")):
            says = _SAYS.search(rest)
            between = rest[: says.start()] if says else ","
            return says is not None and "," not in between and not says.group().endswith("s")
        verb = [*_SAYS.finditer(before)][-1:]
        near = bool(verb) and len(before[verb[0].end() :].split()) < _NEAR
        return near and (_AT_ONCE.fullmatch(rest) or rest.lstrip().startswith(", at ")) is not None


def _places(
    words: Sequence[re.Match[str]], wanted: Callable[[int, int], bool], resolve: Resolve
) -> Iterator[NamedPlace]:
    """Yield the places that ``wanted`` runs of words (half-open) name, the longest run first."""
    first = before = 0
    while first < len(words):
        for last in range(min(len(words), first + _MOST_WORDS), first, -1):
            run = words[first:last]
            if not (_may_name(run, words[last : last + 1]) and wanted(first, last)):
                continue
            if _numbered(run) and _is_own(words, first):
                continue
            text = " ".join(word.group() for word in run).strip("*_ ").rstrip(".,:–-*_ ")
            if text.startswith("(") or text.count("(") != text.count(")"):
                text = text.strip("()")
            cited = resolve(text)
            if cited is not None and cited.unread:
                continue
            if cited is not None and not (_OWN_PART if " " in text else _ITSELF).fullmatch(text):
                if not before or first > before:
                    yield NamedPlace(text, cited, first, last)
                first, before = last - 1, last
                break
        first += 1


def _may_name(run: Sequence[re.Match[str]], following: Sequence[re.Match[str]]) -> bool:
    """Say whether a run of words may name a place; no place begins or ends with a small word."""
    words = [_bare(word.group()) for word in run]
    if words[0] in _FROM | _ABOUT | _DETERMINERS or words[-1] in _FROM | _ABOUT:
        return False
    if (
        "at" in words
        or words[0] in _JOINS
        or words[-1] in _JOINS
        or any(map(_SAYS.fullmatch, words))
        or _counts(run)
    ):
        return False
    # Rådet 18. juli is no conclusion 18.
    return not (following and _bare(following[0].group()) in MONTHS)


def _counts(run: Sequence[re.Match[str]]) -> bool:
    """Say whether a run of words says how many there are: 5 pejlemærker; fem pejlemærker."""
    return any(
        (number.group().isdigit() or (cardinal(_bare(number.group())) or 0) > 1)
        and re.fullmatch(r"[a-zæøå]{3,}er", _bare(word.group())) is not None
        for number, word in pairwise(run)
    )


def _is_own(words: Sequence[re.Match[str]], first: int) -> bool:
    """Say whether a run of words is said to be a part of the memo: dette notats konklusion 3."""
    before = _bare(words[first - 1].group()) if first else ""
    itself = before.endswith("s") and _ITSELF.fullmatch(before.removesuffix("s"))
    return before in _MINE or bool(itself)


def _preceding(words: Sequence[re.Match[str]], first: int) -> tuple[str, str]:
    """Return the word in front of a run, no article, and the one in front of that; or nothing."""
    before = [_bare(word.group()) for word in words[max(0, first - 3) : first]]
    if before and before[-1] in _DETERMINERS:
        before.pop()
    return (before[-1] if before else "", before[-2] if len(before) > 1 else "")


def _numbered(run: Iterable[re.Match[str]]) -> bool:
    words = (_bare(word.group()) for word in run)
    return any(
        any(map(str.isdigit, word)) or ordinal(word) or (cardinal(word) or 0) > 1 for word in words
    )


def _bare(word: str) -> str:
    return word.strip(" *_.,:;()[]–-").lower()


def _is_name(words: Sequence[re.Match[str]], first: int, last: int) -> bool:
    """Say whether a run of words names one thing and no topic: udenrigsstrategien; uss; no tech."""
    run = [_bare(word.group()) for word in words[first:last]]
    article = _bare(words[first - 1].group()) if first else ""
    short = len(run) == 1 and len(run[0]) <= _ABBREVIATION
    return short or article in _DETERMINERS or any(map(_DEFINITE.fullmatch, run))


def _together(found: Sequence[NamedPlace]) -> NamedPlace | None:
    """Return several places as one: the quotation may stand in any of them."""
    if not found:
        return None
    first, others = found[0].cited, tuple(item.cited for item in found[1:])
    text = "; ".join(item.text for item in found)
    return NamedPlace(text, replace(first, others=(*first.others, *others)))
