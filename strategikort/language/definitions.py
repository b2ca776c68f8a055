"""Abbreviations that a text defines itself: ``Energistyrelsen (ENS)``, ``BNP (bruttonational…)``.

The letters of an abbreviation are looked for in the words before it, from the last to the first
(Schwartz and Hearst 2003).  A Danish one takes letters from the parts of compounds too, so they may
stand anywhere, but the first begins a word, and the name has no more content words than letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from strategikort.language.stopwords import is_stop_word

_SHORT = r"[A-ZÆØÅ][A-Za-zÆØÅæøå0-9&-]{1,9}"
_BEHIND = re.compile(rf"(?<=\w) ?\((?:(?:herefter|forkortet) )?[»”\"]?({_SHORT})[«”\"]?\)")
_BEFORE = re.compile(rf"(?<![\w-])({_SHORT}) \(([^()\n]{{5,90}})\)")
_LISTED = re.compile(rf"^\W{{0,3}}({_SHORT})\s*[:=|\t–]\s*(\S[^\n|\t]{{4,90}}?)\W{{0,3}}$", re.M)

_LONGEST = 10
"""Words of a name before its abbreviation, at most."""

_STOP = re.compile(r"[.;:!?()\[\]»«”\"\n]")
"""What a name does not reach over."""


class Definition(NamedTuple):
    """An abbreviation and the name it stands for, as the text has them."""

    short: str
    long: str


def definitions(text: str) -> Iterator[Definition]:
    """Yield what ``text`` says of its abbreviations."""
    if "(" in text:
        for match in _BEHIND.finditer(text):
            before = _STOP.split(text[max(0, match.start() - 200) : match.start()])[-1]
            long = _name(match[1], before)
            if long:
                yield Definition(match[1], long)
        for match in _BEFORE.finditer(text):
            if _is_name(match[1], match[2]):
                yield Definition(match[1], match[2])
    for match in _LISTED.finditer(text):
        if _is_name(match[1], match[2]):
            yield Definition(match[1], match[2])


def _letters(short: str) -> str:
    """Return the letters that must stand in the name; none if ``short`` is no abbreviation."""
    capitals = sum(map(str.isupper, short))
    letters = "".join(filter(str.isalpha, short))
    # EBRD and PtX, but not Forside or Regeringen.
    return letters.lower() if capitals >= 2 and 2 * capitals >= len(letters) else ""


def _name(short: str, before: str) -> str:
    """Return the end of ``before`` that ``short`` stands for; empty if none does."""
    letters = _letters(short)
    at = len(before)
    for letter in letters[:0:-1]:
        at = before.lower().rfind(letter, 0, at)
        if at < 0:
            return ""
    if not letters:
        return ""
    starts = [
        found.start()
        for found in re.finditer(rf"\b{letters[0]}\w*", before.lower())
        if found.start() < at and not is_stop_word(found[0])
    ]
    long = before[starts[-1] :].strip() if starts else ""
    return long if long and _is_short_enough(letters, long, short) else ""


def _is_name(short: str, long: str) -> bool:
    """Tell whether ``short`` may stand for the whole of ``long``."""
    letters = _letters(short)
    if not letters or not long.lower().startswith(letters[0]):
        return False
    pattern = ".*".join(map(re.escape, letters))
    return bool(re.match(pattern, long.lower())) and _is_short_enough(letters, long, short)


def _is_short_enough(letters: str, long: str, short: str) -> bool:
    words = re.findall(r"\w+", long)
    content = [word for word in words if not is_stop_word(word)]
    whole = short not in words and len(long) > len(letters) + 2
    return whole and len(words) <= _LONGEST and 0 < len(content) <= len(letters)
