"""Words of a text and where they stand.

What is a word here:

- letters and digits of any script, with the marks and soft hyphens that stand inside them;
- a hyphenated word is its parts: ``tech-diplomati`` gives ``tech`` and ``diplomati``, and
  :func:`hyphenated` tells that they were one;
- an ending after an apostrophe is left out: ``NATO’s`` gives ``NATO``, ``SDG'erne`` gives ``SDG``,
  but a decade is no year: ``1990'erne``;
- a number with its separators is one word: ``3.037``, ``415,62``, ``24/7``, ``11406/22``;
- a dotted abbreviation is one word without the last dot: ``bl.a``, ``f.eks``, ``U.S.A``.  Only
  known ones, because a full stop without a blank after it (``EU.Det``) is a common misprint;
- ``§``, ``%``, ``€``, ``$`` and ``£`` are words of their own.

Elided halves of compounds are in :mod:`strategikort.language.suspended`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple


class Token(NamedTuple):
    """A word of a text: 0-based half-open offsets in code points, and ``text[start:end]``."""

    start: int
    end: int
    text: str


_ABBREVIATIONS = (
    "a.h.t|a.m.b.a|bl.a|b.la|cand.jur|cand.mag|cand.polit|cand.scient|cand.merc|d.d|d.s|d.v.s|d.å"
    "|e.g|e.kr|e.l|e.lign|e.m|e.v.t|f.eks|f.kr|f.m|f.o.m|f.s.v|f.t|f.v|f.å|i.e|i.f|i.f.m|i.f.t|i.h.t"
    "|i.o.m|i.s.f|i.st.f|kgl.res|kr.h|lic.jur|m.a.o|m.fl|m.h.p|m.h.t|m.m|m.v|n.br|o.a|o.fl|o.l"
    "|o.lign|o.m.a|o.s.v|p.a|p.b.v|p.d|p.g.a|p.m.v|p.t|s.u|s.å|t.d|t.h|t.o.m|t.v|u.a|v.h.a"
)
_INSIDE = r"[\u0300-\u036f\u00ad\u200b-\u200d\u2060]"
_ENDING = r"(?:['’ʼ](?i:s|er|ers|erne|ernes|en|ens|et|ets|e|ede|te)(?![^\W_]))?"
_WORDS = (
    # Most words stand before a blank or a comma: taken first, which halves the time.
    r"([^\W\d_][^\W_]*+(?=[ \n,])"
    r"|\d++(?:[.,/:]\d++)+"
    r"|\d{2,4}['’ʼ](?i:er|ers|erne|ernes)(?![^\W_])"
    "{dotted}"
    rf"|[^\W_]++(?:{_INSIDE}++[^\W_]++)*+[\u0300-\u036f]*+"
    r"|[§%€$£])"
    rf"{_ENDING}"
)
_DOTTED = (
    rf"|(?<![^\W_])(?i:{_ABBREVIATIONS.replace('.', '[.]')})(?![^\W_])"
    r"|(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?=\.)"
)
# Begins with what is rare, which is looked for quickly.
_HAS_DOTTED = re.compile(r"\.(?<=[^\W\d_]\.)[^\W\d_]")


@cache
def _pattern(dotted: bool) -> re.Pattern[str]:
    """Return the pattern of words; that of dotted abbreviations takes long to compile."""
    return re.compile(_WORDS.replace("{dotted}", _DOTTED if dotted else ""))


def _for(text: str) -> re.Pattern[str]:
    return _pattern("." in text and _HAS_DOTTED.search(text) is not None)


HYPHENS = frozenset("-\u2010\u2011")
"""What may stand between the parts of a hyphenated word."""


def tokenize(text: str) -> list[Token]:
    """Return the words of ``text`` in order; they never overlap and are never empty."""
    return [Token(*match.span(1), match[1]) for match in _for(text).finditer(text)]


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return the half-open offsets of the words of ``text`` without the words themselves."""
    return [match.span(1) for match in _for(text).finditer(text)]


def word_texts(text: str) -> list[str]:
    """Return the words of ``text`` without their places: twice as fast as :func:`tokenize`."""
    return _for(text).findall(text)


def hyphenated(text: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the runs of tokens joined by hyphens, as half-open ranges of token indices.

    In ``en tech-diplomatisk by`` the run is ``(1, 3)``.  Only a hyphen directly between two words
    joins them; dashes and suspended hyphens (``udenrigs- og``) do not.
    """
    runs: list[tuple[int, int]] = []
    first = 0
    for index in range(1, len(tokens) + 1):
        if (
            index < len(tokens)
            and tokens[index].start - tokens[index - 1].end == 1
            and text[tokens[index - 1].end] in HYPHENS
        ):
            continue
        if index - first > 1:
            runs.append((first, index))
        first = index
    return runs


def joined(text: str, tokens: Sequence[Token]) -> list[tuple[int, int, str]]:
    """Return the hyphenated runs with the word they make when written together.

    ``tech-diplomati`` gives ``(0, 2, "techdiplomati")``, so that it meets the same word without
    its hyphen; so does a code that is part of a longer one: ``F-35-fly``.
    """
    runs = hyphenated(text, tokens)
    codes = [
        (first, first + 2)
        for first, last in runs
        if last - first > 2 and tokens[first].text.isalpha() and tokens[first + 1].text.isdecimal()
    ]
    return [
        (first, last, as_one([token.text for token in tokens[first:last]]))
        for first, last in sorted([*runs, *codes])
    ]


def as_one(words: Sequence[str]) -> str:
    """Return the word that some make together: two numbers keep a hyphen, or they were another.

    >>> as_one(["tech", "diplomati"]), as_one(["7", "8", "årige"])
    ('techdiplomati', '7-8årige')
    """
    whole = ""
    for word in words:
        whole += f"-{word}" if whole[-1:].isdecimal() and word[:1].isdecimal() else word
    return whole
