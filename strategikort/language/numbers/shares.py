"""Shares of a whole: ``20 procent`` is ``en femtedel``, and ``hver femte`` of what is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from strategikort.language.fold import fold
from strategikort.language.numbers.fractions import fraction_ways, read_fraction
from strategikort.language.numbers.measures import per_cent
from strategikort.language.numbers.notation import Written
from strategikort.language.numbers.numerals import cardinal, ordinal, ordinal_of, same_number

_EACH = frozenset({"hver", "hvert"})
_MOST = 20
"""The largest number of parts that a whole is said to have here."""

_FOR_CENT = frozenset(fold(word.removesuffix(".")) for word in per_cent())


def shares(words: Sequence[str]) -> Iterator[Written]:
    """Yield which of ``words`` tell a share of a whole, and the other ways to tell it.

    >>> [item.ways[0] for item in shares(["hver", "femte", "dansker"])]
    ['20 procent']
    """
    at = 0
    while at < len(words):
        end, share = _share_at(words, at)
        if share:
            yield Written(at, end, tuple(_ways(share, words[at:end])))
        at = end


def _share_at(words: Sequence[str], at: int) -> tuple[int, Fraction | None]:
    """Return where the share ends that begins at a word, and the share; None if it is none."""
    word, after = fold(words[at]), fold(words[at + 1]) if at + 1 < len(words) else ""
    if word in _EACH and (part := ordinal(after)) and 1 < part <= _MOST:
        return at + 2, Fraction(1, part)
    if after in _FOR_CENT:
        number = int(word) if word.isdecimal() and len(word) <= 2 else cardinal(word)
        share = Fraction(number or 0, 100)
        return at + 2, share if share and share.denominator <= _MOST else None
    end, fraction = read_fraction(words, at) if word else (at + 1, None)
    return end, fraction if fraction and 0 < fraction < 1 else None


def _ways(share: Fraction, own: Sequence[str]) -> Iterator[str]:
    cents = share * 100
    if cents.denominator == 1 and fold(own[-1]) not in _FOR_CENT:
        numbers = (str(cents.numerator), same_number(str(cents.numerator)) or "")
        yield from (f"{number} {unit}" for unit in per_cent() for number in numbers if number)
    by_ordinal = fold(own[0]) in _EACH
    if fold(own[-1]) in _FOR_CENT or by_ordinal:
        yield from fraction_ways(share)
    if share.numerator == 1 and not by_ordinal:
        for word in ordinal_of(share.denominator):
            yield from (f"{each} {word}" for each in ("hver", "hvert"))
