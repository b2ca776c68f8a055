"""The words in which a quotation and its source differ, the weightiest first.

A changed number, negation or name turns a statement into another one, so these are told before
other words, and those before punctuation, letter case and hyphens.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from strategikort.citation.wording import Token
from strategikort.language.numbers.numerals import cardinal, ordinal


class Kind(StrEnum):
    """What sort of thing a difference changes, in the order in which differences are told."""

    NUMBER = "number"
    NEGATION = "negation"
    NAME = "name"
    VERB = "verb"
    WORD = "word"
    JOIN = "join"
    """words from different places follow each other, or an omission joins what lies far apart"""
    PUNCTUATION = "punctuation"
    CASE = "case"
    HYPHEN = "hyphen"


_ORDER = {kind: number for number, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Difference:
    """``quote`` is what the quotation has, ``source`` what its source has; either may be empty.

    ``start`` and ``end`` are 0-based half-open offsets in the quotation.
    """

    quote: str
    source: str
    kind: Kind
    start: int
    end: int


def difference_at(
    quote: str, kind: Kind, tokens: Sequence[Token], source: str = "", *, behind: int = 0
) -> Difference:
    """Return the difference at some tokens of a quotation, or at none ``behind`` so many signs."""
    start, end = (tokens[0].start, tokens[-1].end) if tokens else (behind, behind)
    return Difference(" ".join(quote[start:end].split()), source, kind, start, end)


@dataclass(frozen=True, slots=True)
class Match:
    """A token of the quotation beside one of the source; either may be missing.

    ``text`` is the source's token as the source writes it.
    """

    quote: Token | None
    source: Token | None
    same: bool
    text: str = ""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_NUMBER_WORDS = _words(
    "nul én ét hundrede hundreder tusind tusinde tusinder million millioner milliard milliarder "
    "mio mia halv halve halvdelen dobbelt dobbelte begge procent pct"
)
_NEGATIONS = _words(
    "ikke ej ingen intet aldrig hverken uden næppe ingensinde ingenlunde ingenting nej umuligt "
    "umulig undtagen undlade undlader undlod"
)
_VERBS = _words(
    "skal skulle kan kunne vil ville bør burde må måtte er var været være bliver blev blevet "
    "blive har havde haft have får fik fået få gør gjorde gjort gøre tør turde lader lod "
    "opfordrer bekræfter understreger noterer kræver"
)
_UNITS = frozenset("%‰§€$£")
_DIGIT = re.compile(r"\d")


def order(differences: Sequence[Difference]) -> tuple[Difference, ...]:
    """Return the differences, the weightiest kinds first and otherwise in the quotation's order."""
    return tuple(sorted(differences, key=lambda item: (_ORDER[item.kind], item.start)))


def compare(
    matches: Sequence[Match], quote: str, is_name: Callable[[str], bool]
) -> tuple[Difference, ...]:
    """Return the differences among ``matches``; neighbouring ones are told as one.

    ``is_name`` says of a word with a capital letter that it is not merely the first of a sentence.
    """
    found: list[Difference] = []
    group: list[Match] = []
    position = 0

    def close() -> None:
        if group:
            found.append(_difference(group, quote, is_name, position))
            group.clear()

    for match in matches:
        if match.same:
            close()
        else:
            group.append(match)
        if match.quote is not None and not group:
            position = match.quote.end
    close()
    return order(found)


def _difference(
    group: Sequence[Match],
    quote: str,
    is_name: Callable[[str], bool],
    position: int,
) -> Difference:
    ours = [match.quote for match in group if match.quote is not None]
    theirs = [match.source for match in group if match.source is not None]
    kind = classify(ours, theirs, is_name)
    return difference_at(quote, kind, ours, join_source(group), behind=position)


def join_source(matches: Sequence[Match]) -> str:
    """Return the source's side of ``matches`` as the source writes it, in one line."""
    text = ""
    end = 0
    for match in matches:
        if match.source is not None:
            text += ("" if not text or match.source.start == end else " ") + match.text
            end = match.source.end
    return " ".join(text.split())


def classify(
    ours: Sequence[Token], theirs: Sequence[Token], is_name: Callable[[str], bool]
) -> Kind:
    """Return the weightiest kind of change between two stretches of tokens."""
    ours_left, theirs_left = _beyond(ours, theirs), _beyond(theirs, ours)
    both = [*ours_left, *theirs_left]
    if not both:
        return _form_only(ours, theirs)
    words = [token.surface for token in both if token.is_word]
    lower = [word.lower() for word in words]
    if any(map(_is_number, lower)) or any(token.surface in _UNITS for token in both):
        return Kind.NUMBER
    negating = {token.key for token in both} - _outside(ours) - _outside(theirs)
    if not _NEGATIONS.isdisjoint(negating) or _is_prefixed(ours_left, theirs_left):
        return Kind.NEGATION
    if any(word[:1].isupper() and is_name(word) for word in words):
        return Kind.NAME
    if not _VERBS.isdisjoint(lower):
        return Kind.VERB
    return Kind.WORD if words else Kind.PUNCTUATION


def _outside(found: Sequence[Token]) -> set[str]:
    """Return »uden« where it does not negate: uden for EU."""
    pairs = {(one.key, other.key) for one, other in pairwise(found)}
    return {"uden"} if ("uden", "for") in pairs else set()


def _beyond(tokens: Sequence[Token], others: Sequence[Token]) -> list[Token]:
    """Return the tokens of one side that the other does not have, or not so often."""
    left = Counter(token.key for token in others)
    found: list[Token] = []
    for token in tokens:
        if left[token.key]:
            left[token.key] -= 1
        else:
            found.append(token)
    return found


def _form_only(ours: Sequence[Token], theirs: Sequence[Token]) -> Kind:
    """Return what differs between tokens with the same keys."""
    one = [token.surface.replace("-", "") for token in ours]
    other = [token.surface.replace("-", "") for token in theirs]
    if one == other:
        return Kind.HYPHEN
    if [word.lower() for word in one] == [word.lower() for word in other]:
        return Kind.CASE
    return Kind.WORD


def _is_number(word: str) -> bool:
    told = (cardinal(word) or 0) > 1 or ordinal(word) or word in _NUMBER_WORDS
    return bool(told) or _DIGIT.search(word) is not None


def _is_prefixed(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Say whether one word is the other with the negating u-: afhængig, uafhængig."""
    one, other = {token.key for token in ours}, {token.key for token in theirs}
    return any("u" + key in other for key in one) or any("u" + key in one for key in other)
