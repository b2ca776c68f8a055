"""What a reference says of parts that are no sections: numbers, letters and sentences.

§ 3, stk. 2, nr. 4, litra b          § 3, stk. 3, 2. pkt.          bilag 1, nr. 2 og 3
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from strategikort.language.numbers.numerals import ordinal

PARTS_OF_LAWS = frozenset({"paragraf", "stykke", "artikel"})
"""Kinds of what a law or an act itself is divided into."""

OF_LAWS = PARTS_OF_LAWS | {"bemærkning"}
"""Kinds whose numbers and letters may be there though the text does not show them."""

_LETTER = r"(?:[a-hj-zæøå]|i(?!\s+[^\W\d]))"
_NUMBER = r"\d{1,3}(?:\s?[a-hj-zæøå](?!\w))?"
_BETWEEN = r"\)?\s*(?:[-–—]|,|\btil\b|\bog\b|\beller\b|\bsamt\b)\s*"
_NTH = r"(?:\d{1,3}\.|[^\W\d_]+)"
_STEP = (
    rf"(?P<numbered>nr|nummer|punkt|pkt)\.?\s*(?P<numbers>{_NUMBER}(?:{_BETWEEN}{_NUMBER}(?!\.\s?\w))*)\)?"
    rf"|(?P<lettered>litra)\s+(?P<letters>{_LETTER}(?:{_BETWEEN}{_LETTER})*)\)?"
    rf"|(?P<nths>{_NTH}(?:{_BETWEEN}{_NTH})*)\s*(?P<nth>punktum|pkt|afsnit|led)\b\.?"
)
_WORDS = ("nr", "nummer", "punkt", "pkt", "litra", "afsnit", "led")
"""One of these is in every step."""

_WORD = re.compile(r"\w+|[-–—]")
_LAST = "sidste"
_KINDS = {"nr.": "numre", "punkt": "punkter", "pkt.": "punktummer"}


class Step(NamedTuple):
    """A step below a section: what is named, and the first and last of each span of them.

    ``what`` is ``nr``, ``litra``, ``pkt`` (a sentence), ``led`` or ``afsnit`` (a paragraph).
    Numbers and letters are as written, of the others ``-1`` is the last.  ``word`` is that which
    was used for it.
    """

    what: str
    spans: tuple[tuple[str, str], ...]
    word: str

    @property
    def kind(self) -> str:
        """What a section would be divided into: ``numre``."""
        return _KINDS.get(self.word, self.word)

    def shown(self, span: tuple[str, str]) -> str:
        """Return how a citation names ``span``: ``nr. 4``, ``litra a-b``, ``2. pkt.``."""
        first, last = span
        if self.what in ("nr", "litra"):
            return f"{self.word} {first}" if first == last else f"{self.word} {first}-{last}"
        if first == "-1":
            return f"{_LAST} {self.word}"
        return f"{first}. {self.word}" if first == last else f"{first}.-{last}. {self.word}"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds all steps of a reference, and each; few references have any."""
    unnamed = re.sub("P<.*?>", ":", _STEP)
    return (
        re.compile(rf"(?i)((?:,?\s+(?:{unnamed})(?!\w))+)(?=,?\s+(?:i|af|fra)\s|\.?$)"),
        re.compile(rf"(?i),?\s+(?:{_STEP})(?!\w)"),
    )


def steps_in(reference: str) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """Yield ``reference`` without the steps in it, first the last one and then more of them.

    They stand at the end, or in front of the document: ``§ 2, nr. 3, i bekendtgørelsen``.
    """
    small = reference.lower()
    if not any(word in small for word in _WORDS):
        return
    every, one = _patterns()
    found = every.search(reference)
    if found is None:
        return
    places = list(one.finditer(reference, found.start(), found.end()))
    steps = [_step(place) for place in places]
    for count in range(1, len(steps) + 1):
        taken = steps[-count:]
        if None in taken:
            return
        rest = reference[: places[-count].start()] + reference[found.end() :].removesuffix(".")
        yield rest, tuple(step for step in taken if step)


def _step(found: re.Match[str]) -> Step | None:
    if found["numbered"]:
        word = "nr." if found["numbered"].lower() in ("nr", "nummer") else "punkt"
        numbers = re.sub(r"(?<=\d)\s(?=\w(?!\w))", "", found["numbers"].lower())
        return Step("nr", tuple(_spans(_WORD.findall(numbers))), word)
    if found["lettered"]:
        return Step("litra", tuple(_spans(_WORD.findall(found["letters"].lower()))), "litra")
    what = found["nth"].lower()
    counted = [_place(word) for word in _WORD.findall(found["nths"])]
    if None in counted:
        return None
    spans = tuple(_spans([word for word in counted if word]))
    short = what.startswith("p")
    return Step("pkt" if short else what, spans, "pkt." if short else what)


def _place(word: str) -> str | None:
    """Return the number of a place in a row, ``-1`` for the last; None for other words."""
    if word.isdecimal():
        return word
    if word in "-–—" or word.lower() in ("til", "og", "eller", "samt"):
        return "-" if word in "-–—" or word.lower() == "til" else ""
    number = ordinal(word)
    return str(number) if number else ("-1" if word.lower() == _LAST else None)


def _spans(said: Sequence[str]) -> Iterator[tuple[str, str]]:
    words = [word for word in said if word not in ("og", "eller", "samt")]
    at = 0
    while at < len(words):
        to = at + 2 if words[at + 1 : at + 2] and words[at + 1] in ("-", "–", "—", "til") else at
        last = words[to] if to < len(words) else words[at]
        yield words[at], last
        at = to + 1
