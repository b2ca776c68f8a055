"""What a source says right beside the words that are quoted, and that makes them say another thing.

»noget, Danmark kan gøre alene« stands word for word in »Det er ikke noget, Danmark kan gøre
alene«, and »80 mål« in »mere end 80 mål«.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from strategikort.citation.archive import Archive
from strategikort.citation.stream import Occurrence, Span
from strategikort.citation.verdict import CutOff
from strategikort.citation.wording import Token, keys
from strategikort.language.numbers.fractions import read_fraction
from strategikort.language.numbers.numerals import cardinal

NEGATIONS = frozenset({"ikke", "ej", "ingen", "intet", "aldrig", "hverken", "næppe"})
_IN_FRONT_ONLY = frozenset({"uden", "manglende"})
"""What denies nothing but what follows it."""
_AVERTING = frozenset(
    ["undgå", "undgår", "forhindre", "forhindrer", "hindre", "hindrer", "afværge", "afværger"]
)
"""Verbs whose object is not to be."""
_NO_DENIAL = frozenset(
    {"mindst", "blot", "bare", "kun", "alene", "desto", "engang", "tvivl", "overraskende"}
)
"""Words that say with »ikke« that more is to come, or that it is so: »ikke mindst«, »ingen tvivl«.
"""
_THAT = "at"

_BOUNDS = frozenset(
    [
        *("mindst", "højst", "maksimalt", "minimum", "maksimum", "knap", "næsten", "godt", "cirka"),
        *("ca", "omkring", "omtrent", "over", "under", "op til", "ned til", "mere end"),
        *("flere end", "færre end", "mindre end", "vel over"),
    ]
)
"""Words in front of a number that make it a bound, or say that it is not exact."""

_JOINING = frozenset({"og", "men", "eller", "samt"})
_GOES_ON = frozenset({"og", "eller"})

_IN_FRONT, _BEHIND = 3, 2
"""Tokens in front of a quotation, and behind it, in which a denial is looked for."""
_CLAUSE = 12
"""Tokens in front of a quotation that are looked at, at most."""
_LONGEST = max(len(bound.split()) for bound in _BOUNDS)
_ENDS = frozenset(".:;!?…")
_BESIDE = 8
"""Tokens of who quotes, beside the quotation, that may say what was cut off."""


def cut_off(archive: Archive, found: Occurrence) -> Iterator[CutOff]:
    """Yield what stands beside the words of a quotation in its source and turns them."""
    before, behind = _around(archive, found[0], found[-1])
    near = before[-_IN_FRONT:]
    denied = _denial(near, NEGATIONS | _IN_FRONT_ONLY) or _denial(before[-1:], _AVERTING)
    denied = denied or _denial(_governing(before, archive.token_at(found[0].first)), NEGATIONS)
    bound = bound_of(before, archive.token_at(found[0].first))
    for words in filter(None, (denied, bound)):
        yield CutOff(words)
    behind = behind[:_BEHIND]
    # What is joined to the words denies something else: »… og ikke efter, hvad …«.
    if said := "" if behind and behind[0].key in _JOINING else _denial(behind, NEGATIONS):
        yield CutOff(said, behind=True)


def is_told(cut: CutOff, before: str, after: str) -> bool:
    """Tell whether who quotes says beside the quotation what was cut off from it."""
    said = [*keys(before)[-_BESIDE:], *keys(after)[:_BESIDE]]
    words = cut.words.lower().split()
    return any(said[at : at + len(words)] == words for at in range(len(said)))


def _around(archive: Archive, first: Span, last: Span) -> tuple[list[Token], list[Token]]:
    """Return the tokens of the sentence in front of a quotation and behind it."""
    start, end = archive.unit_span(first.unit).first, archive.unit_span(last.unit).last
    before: list[Token] = []
    for place in range(first.first - 1, max(start, first.first - _CLAUSE) - 1, -1):
        token = archive.token_at(place)
        if token.key in _ENDS:
            break
        before.insert(0, token)
    behind: list[Token] = []
    for place in range(last.last, min(end, last.last + _BEHIND)):
        token = archive.token_at(place)
        if not token.is_word:
            break
        behind.append(token)
    return before, behind


def _governing(before: Sequence[Token], first: Token) -> Sequence[Token]:
    """Return the words of the clause that has a quoted one for its object: »ingen garanti for, at«.

    It has if »at« stands in front of the quotation, or begins it.
    """
    words = [*before, first]
    at = len(words) - 1 if first.key == _THAT else len(words) - 2
    if at < 1 or words[at].key != _THAT:
        return ()
    # What goes on has the same above it: »ikke, at …, og at …«.
    while words[at - 1].key in _GOES_ON:
        earlier = [place for place in range(at - 1) if words[place].key == _THAT]
        if not earlier or not earlier[-1]:
            return ()
        at = earlier[-1]
    end = at - (words[at - 1].key == ",")
    start = next((place for place in range(end - 1, -1, -1) if words[place].key == ","), -1)
    return words[start + 1 : end]


def _denial(tokens: Sequence[Token], denying: Set[str]) -> str:
    """Return the negation among some words; empty if there is none that denies what follows."""
    for at, token in enumerate(tokens):
        after = tokens[at + 1].key if at + 1 < len(tokens) else ""
        if token.key in denying and after not in _NO_DENIAL:
            return token.surface
    return ""


def bound_of(before: Sequence[Token], first: Token) -> str:
    """Return what in front of a number makes it a bound; empty for other words."""
    half = read_fraction([first.key], 0)[1]
    if not first.key[:1].isdigit() and cardinal(first.key) is None and half is None:
        return ""
    for length in range(_LONGEST, 0, -1):
        words = " ".join(token.key for token in before[-length:])
        if len(before) >= length and words in _BOUNDS:
            return words
    return ""
