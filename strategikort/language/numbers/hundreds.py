"""Numbers from a hundred on in letters: ``to hundrede og femogtyve``, ``hundredtusind``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strategikort.language.fold import fold
from strategikort.language.numbers.numerals import LARGE, cardinal, same_number

_HUNDREDS, _THOUSANDS = ("hundrede", "hundred"), ("tusinde", "tusind")
_MOST_WORDS = 8
_HUNDRED, _THOUSAND = 100, 1000


def read_hundreds(words: Sequence[str], at: int) -> tuple[int, int | None]:
    """Return where the longest number ends that begins at a word, and the number.

    The next word and None where there is none of a hundred at least.

    >>> read_hundreds(["to", "hundrede", "og", "femogtyve", "lande"], 0)
    (4, 225)
    """
    best: tuple[int, int | None] = (at + 1, None)
    if not any(name in fold(word) for word in words[at : at + 2] for name in LARGE):
        return best
    joined = ""
    for end, word in enumerate(words[at : at + _MOST_WORDS], start=at + 1):
        if not word.isalpha():
            break
        joined += fold(word)
        number = _read(joined, _THOUSANDS, _THOUSAND) or _read(joined, _HUNDREDS, _HUNDRED)
        if number:
            best = end, number
    return best


def in_hundreds(number: int) -> Iterator[str]:
    """Yield the ways to write a number from 100 to 999 in letters; none for another.

    >>> list(in_hundreds(225))[:2], list(in_hundreds(300))
    (['to hundrede og femogtyve', 'to hundrede femogtyve'], ['tre hundrede', 'trehundrede'])
    """
    many, rest = divmod(number, _HUNDRED)
    if not 0 < many < 10:
        return
    below = same_number(str(rest)) or ("en" if rest == 1 else "")
    for first in ("et", "") if many == 1 else (same_number(str(many)) or "",):
        for sign in (" ", "") if first else ("",):
            hundreds = f"{first}{sign}hundrede"
            if not rest:
                yield hundreds
                continue
            yield f"{hundreds} og {below}"
            yield f"{hundreds} {below}"
            if not sign:
                yield f"{hundreds}og{below}"
                yield f"{hundreds}{below}"


def _read(text: str, names: Sequence[str], worth: int) -> int | None:
    """Return the number of so many hundreds or thousands that a text without blanks says."""
    for name in names:
        before, found, behind = text.partition(name)
        if not found:
            continue
        many = _below(before, worth) if before else 1
        rest = _below(behind.removeprefix("og"), worth) if behind else 0
        return worth * many + rest if many is not None and rest is not None else None
    return None


def _below(text: str, worth: int) -> int | None:
    if worth == _HUNDRED:
        return cardinal(text)
    return cardinal(text) or _read(text, _HUNDREDS, _HUNDRED)
